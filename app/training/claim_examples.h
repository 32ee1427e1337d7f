#pragma once

#include "comparison/compare_with.h"
#include "training/boosted_trees.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace variorum::training {

/// What a story with a hand-made reading teaches: the pairs of statements of two articles that both stand for passages of
/// claims. A pair is a claim where a claim has passages of both. A statement that hardly covers its passage weighs little, and every
/// story weighs as much as any other. Empty where `goldJson` is no gold.json.
[[nodiscard]] std::vector<PairExample> claimExamples(std::span<const model::AnalysedArticle> articles, const QByteArray &goldJson,
                                                     const comparison::LexicalKnowledge &knowledge, const comparison::Weights &weights);

/// The examples of some stories together, each one's weights as they are but in all one an example on average.
[[nodiscard]] std::vector<PairExample> together(std::span<const std::vector<PairExample>> stories);

} // namespace variorum::training
