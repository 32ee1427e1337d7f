#pragma once

#include "ui/document.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace variorum::ui {

class ArticleTreeModel;

/// The list of articles with its filter line.
class ArticlesPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ArticlesPanel(const Document &document, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<base::ArticleId> currentArticle() const;
    void setShown(const std::vector<base::ArticleId> &articles);
    void refresh();
    void takeArrivals();

Q_SIGNALS:
    void articleChosen(variorum::base::ArticleId article);
    void articleTicked(variorum::base::ArticleId article, bool ticked);
    void storyChosen(variorum::base::StoryId story);
    void editRequested(variorum::base::ArticleId article);
    void encodingRequested(variorum::base::ArticleId article);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(const QModelIndex &proxyIndex);
    void showMenu(const QPoint &position);

    ArticleTreeModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_filterLine;
    QTreeView *m_tree;
};

} // namespace variorum::ui
