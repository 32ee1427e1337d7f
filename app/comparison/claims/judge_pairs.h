#pragma once

#include "comparison/claims/alignment.h"
#include "comparison/claims/pair_model.h"
#include "comparison/claims/reprints.h"
#include "comparison/claims/rival_figures.h"
#include "comparison/claims/statement_view.h"
#include "comparison/for_each.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace variorum::comparison {

/// The pairs of statements of a story that were looked at, by place (lesser first): rows by the lesser, so that a pair is
/// found among the few that its statement has.
class PairTable {
public:
    using Pair = std::pair<int, int>;

    PairTable() = default;
    /// `pairs` ascend without repeats.
    PairTable(std::vector<Pair> pairs, std::vector<Alignment> alignments);

    [[nodiscard]] size_t size() const { return m_pairs.size(); }
    [[nodiscard]] const Pair &pair(size_t place) const { return m_pairs[place]; }
    [[nodiscard]] const Alignment &alignment(size_t place) const { return m_alignments[place]; }
    [[nodiscard]] Alignment &alignment(size_t place) { return m_alignments[place]; }

    /// Its place in the table; nothing for a pair that was not looked at. In either order.
    [[nodiscard]] std::optional<size_t> placeOf(int one, int other) const;

    /// Null likewise.
    [[nodiscard]] const Alignment *find(int one, int other) const
    {
        const std::optional<size_t> place = placeOf(one, other);
        return place ? &m_alignments[*place] : nullptr;
    }

private:
    std::vector<Pair> m_pairs;
    std::vector<int> m_greater; ///< the greater of each pair, side by side with m_pairs: what a search runs over
    std::vector<Alignment> m_alignments;
    std::vector<size_t> m_rows; ///< where each statement's pairs begin; one more for the end
};

/// Sees the features of each pair before it is judged: what the model is learnt from. `features` by place in `pairs`.
using PairObserver = std::function<void(const std::vector<StatementView> &views, const PairTable &pairs, const std::vector<PairFeatures> &features)>;

/// Finds the pairs of statements that may make one claim, aligns them, and says how likely they do; on the threads of `forEach`
/// where there is one. The revisions among `reprints` are always pairs. On `stop`, of some.
[[nodiscard]] PairTable judgePairs(const std::vector<StatementView> &views, const RivalFigures &figures, const Reprints &reprints, WordLikeness &likeness, const Weights &weights, const PairModel &model,
                                   const PairObserver &observe = {}, const std::stop_token &stop = {}, const ForEach &forEach = {});

/// Pairs of one article's statements that share words of the text, by place (lesser first).
[[nodiscard]] std::vector<std::pair<int, int>> overlappingPairs(const std::vector<StatementView> &views);

} // namespace variorum::comparison
