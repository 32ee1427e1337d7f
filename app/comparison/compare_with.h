#pragma once

#include "comparison/claims/judge_pairs.h"
#include "comparison/comparison_help.h"
#include "comparison/knowledge/lexical_knowledge.h"
#include "comparison/values/quantities.h"
#include "comparison/weights.h"
#include "model/comparison.h"
#include "model/facts.h"

#include <functional>
#include <span>
#include <stop_token>

namespace variorum::comparison {

/// As PairObserver, with the story's articles; the statements' articles are their places + 1.
using StoryObserver = std::function<void(const std::vector<const model::Article *> &articles, const std::vector<StatementView> &views, const PairTable &pairs, const std::vector<PairFeatures> &features)>;

/// What compare() takes from the language pack; tests and tuning bring their own.
struct ComparisonTools {
    const LexicalKnowledge &knowledge;
    const Weights &weights;
    const PairModel &pairs;
    UnitConverter convert;
    StoryObserver observe = {}; ///< called once a story; for training
    ComparisonHelp help = {};
};

/// As compare().
[[nodiscard]] model::Comparison compareWith(std::span<const model::AnalysedArticle> articles, const ComparisonTools &tools,
                                            const std::function<void(int, int)> &progress = {}, std::stop_token stop = {});

} // namespace variorum::comparison
