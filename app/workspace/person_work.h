#pragma once

#include "library/library.h"
#include "model/comparison.h"
#include "model/facts.h"
#include "model/person_work.h"

#include <map>
#include <vector>

// From what a person decided about words to the statements, claims and articles that these words are today.

namespace variorum::workspace {

/// Finds what anchors mean among articles that are analysed. An anchor leads to the statement that has its words, or else
/// to the one that shares most with them where that is more than half of both together; nothing where the words are gone.
class AnchorBook {
public:
    /// `analysed` outlives this.
    AnchorBook(const std::vector<model::AnalysedArticle> &analysed, const std::vector<library::ArticleKey> &keys);

    [[nodiscard]] std::vector<model::StatementRef> statements(const model::Anchor &anchor) const; ///< one an article that has these bytes
    [[nodiscard]] std::vector<base::ArticleId> articles(const model::Anchor &anchor) const;

private:
    [[nodiscard]] std::vector<size_t> places(const model::Anchor &anchor) const;

    const std::vector<model::AnalysedArticle> &m_analysed;
    std::map<std::pair<QByteArray, int>, std::vector<size_t>> m_places; // in m_analysed
};

/// What the next comparison has to obey. What leads nowhere today is left out, not forgotten.
[[nodiscard]] model::PersonConstraints constraintsOf(const std::vector<library::StoredWork> &work, const AnchorBook &book);

} // namespace variorum::workspace
