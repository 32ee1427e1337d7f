#pragma once

#include "comparison/claims/judge_pairs.h"
#include "comparison/claims/statement_view.h"

#include <vector>

namespace variorum::comparison {

/// A claim as grouping leaves it.
struct ClaimGroup {
    std::vector<int> members; ///< places in the views; ascending, never empty
    QString rule;
    double score = 0; ///< mean likeness of its pairs; 1 for a single statement
};

struct GroupedClaims {
    std::vector<ClaimGroup> groups;
    PairTable pairs;
};

/// Brings together the statements of one story that speak about the same thing. Statements of one article that
/// share words never come into one claim. A statement may stand in several. On `stop`, in no particular state.
[[nodiscard]] GroupedClaims groupClaims(const std::vector<StatementView> &views, PairTable pairs, const Reprints &reprints, const Weights &weights, const std::stop_token &stop = {});

} // namespace variorum::comparison
