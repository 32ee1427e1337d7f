#pragma once

#include "model/comparison_index.h"

#include <QObject>
#include <QThreadPool>
#include <map>
#include <memory>

namespace variorum::ui {

/// What the window shows: the newest comparison with its look-ups, and the articles that have been read since but are
/// not yet compared. All views ask it and hold no facts of their own.
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    /// Null before the first comparison.
    [[nodiscard]] const std::shared_ptr<const model::ComparisonIndex> &index() const { return m_index; }
    /// Of the comparison, or arrived since. Null if there is none; valid until the next change.
    [[nodiscard]] const model::Article *article(base::ArticleId id) const;
    /// Arrived and not in the comparison, in order of id.
    [[nodiscard]] std::vector<const model::Article *> arrivals() const;

    /// Its look-ups are made on another thread (some 100,000 statements take longer than a frame);
    /// comparisonChanged() follows. A newer call takes the place of an older one that is under way.
    void setComparison(std::shared_ptr<const model::Comparison> comparison);
    void setIndex(std::shared_ptr<const model::ComparisonIndex> index); ///< at once
    void addArrivals(const std::vector<model::Article> &articles);
    void clear();

Q_SIGNALS:
    void comparisonChanged();
    void articlesArrived();

private:
    std::shared_ptr<const model::ComparisonIndex> m_index;
    std::map<base::ArticleId, model::Article> m_arrivals;
    quint64 m_request = 0;
    QThreadPool m_indexing;
};

} // namespace variorum::ui
