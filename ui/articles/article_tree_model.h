#pragma once

#include "ui/document.h"

#include <QAbstractItemModel>
#include <set>

namespace variorum::ui {

/// Stories, and in them their articles by time of publication; what has arrived and is not yet compared stands in a
/// group of its own at the end. A tick says that the article is on screen.
class ArticleTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        ArticleIdRole = Qt::UserRole, ///< qint64; invalid for a story
        StoryIdRole, ///< qint64; invalid for an article, and for the group of arrivals
        HeadlineRole,
        DateRole, ///< short, may be empty
        DivergenceCountRole, ///< int
        BadgesRole, ///< QStringList, translated
        SearchRole, ///< all that the filter line looks at
    };

    explicit ArticleTreeModel(const Document &document, QObject *parent = nullptr);

    void refresh(); ///< a new comparison
    void takeArrivals(); ///< articles arrived: adds their rows
    void setShown(const std::vector<base::ArticleId> &articles);
    [[nodiscard]] QModelIndex indexOf(base::ArticleId article) const;
    [[nodiscard]] static std::optional<base::ArticleId> articleAt(const QModelIndex &index);
    [[nodiscard]] static std::optional<base::StoryId> storyAt(const QModelIndex &index);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// A tick was set or taken; the pane decides, and setShown() follows.
    void tickChanged(variorum::base::ArticleId article, bool ticked);

private:
    struct Group {
        std::optional<base::StoryId> story; ///< absent: the arrivals
        std::vector<base::ArticleId> articles;
    };

    [[nodiscard]] QVariant groupData(const Group &group, int role) const;
    [[nodiscard]] QVariant articleData(base::ArticleId id, int role) const;
    [[nodiscard]] QStringList badgesOf(const model::Article &article) const;

    const Document &m_document;
    std::vector<Group> m_groups;
    std::set<base::ArticleId> m_shown;
    std::set<base::ArticleId> m_copies;
    std::set<base::ArticleId> m_duplicates;
    std::set<base::ArticleId> m_versions;
};

} // namespace variorum::ui
