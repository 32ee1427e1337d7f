#pragma once

#include "comparison/claims/alignment.h"
#include "comparison/claims/pair_model.h"
#include "comparison/claims/statement_view.h"

#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace variorum::comparison {

/// The pairs of statements of a story that were looked at, by place (lesser first).
using PairTable = std::map<std::pair<int, int>, Alignment>;

/// Sees the features of each pair before it is judged: what the model is learnt from.
using PairObserver = std::function<void(const std::vector<StatementView> &views, const std::map<std::pair<int, int>, PairFeatures> &features)>;

/// Finds the pairs of statements that may make one claim, aligns them, and says how likely they do.
[[nodiscard]] PairTable judgePairs(const std::vector<StatementView> &views, WordLikeness &likeness, const Weights &weights, const PairModel &model,
                                   const PairObserver &observe = {});

/// Pairs of one article's statements that share words of the text, by place (lesser first).
[[nodiscard]] std::vector<std::pair<int, int>> overlappingPairs(const std::vector<StatementView> &views);

} // namespace variorum::comparison
