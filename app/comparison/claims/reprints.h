#pragma once

#include "comparison/claims/same_words.h"
#include "comparison/claims/statement_view.h"

#include <optional>
#include <utility>
#include <vector>

namespace variorum::comparison {

/// Where another article prints a statement's words.
struct Reprint {
    base::TextSpan span; ///< there
    bool isWhole = false; ///< word for word, not with a few words replaced
};

/// Two statements that stand in one place of a passage that two articles print, but for a few words that one of them replaced.
struct Revision {
    int one = 0; ///< places in the views, lesser first
    int other = 0;
    WordGap words; ///< what was replaced; where one statement was cut wider than the other, what it has beyond is no difference
};

/// Passages that two articles print in the same words, as of one wire report; and what one of them has put otherwise in them. Looks
/// beyond single statements: "a source said on Tuesday" is too short to prove anything, the paragraph around it is not.
class Reprints {
public:
    Reprints() = default;
    /// `texts` by the articles' places in the story.
    Reprints(const std::vector<StatementView> &views, const std::vector<QStringView> &texts);

    /// By place.
    [[nodiscard]] const std::vector<Revision> &revisions() const { return m_revisions; }

    /// Are the two a revision? In either order.
    [[nodiscard]] bool areRevised(int one, int other) const;

    /// Nothing where the article does not print the statement.
    [[nodiscard]] std::optional<Reprint> of(int statement, int article) const;

private:
    std::vector<Revision> m_revisions;
    std::vector<std::vector<std::pair<int, Reprint>>> m_reprints; ///< by statement: article and where, ascending
};

} // namespace variorum::comparison
