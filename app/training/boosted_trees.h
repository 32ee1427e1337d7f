#pragma once

#include "comparison/claims/pair_model.h"

#include <vector>

namespace variorum::training {

/// A pair of statements, as it was and as it should be judged.
struct PairExample {
    comparison::PairFeatures features{};
    bool isClaim = false; ///< the two make one claim
    double weight = 1; ///< above 0
};

struct BoostingOptions {
    int trees = 140;
    int depth = 5;
    double rate = 0.1; ///< share of each tree's answer that is taken
    double ridge = 5; ///< added to each leaf's curvature
    int leastExamples = 20; ///< in a leaf
};

/// Gradient boosting with second derivatives (Friedman 2001; Chen and Guestrin 2016) under logistic loss: each tree takes,
/// question by question, the split that most lowers the loss that its leaves leave. Same examples in the same order, same model.
[[nodiscard]] comparison::PairModel boostTrees(const std::vector<PairExample> &examples, const BoostingOptions &options = {});

} // namespace variorum::training
