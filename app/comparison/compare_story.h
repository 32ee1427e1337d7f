#pragma once

#include "comparison/compare_with.h"
#include "comparison/stories/copies.h"

#include <vector>

namespace variorum::comparison {

/// Compares the articles of one story, in canonical order. `reuse` names them by place. Ids begin at 1 in every list; an
/// article's is its place + 1. Pure.
[[nodiscard]] model::Comparison compareStory(const std::vector<const model::AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools);

/// Puts a story's comparison at the end of the whole, with the whole's ids; its articles, which the whole has, are
/// those at `places`.
void appendStory(model::Comparison &whole, model::Comparison story, const std::vector<int> &places);

} // namespace variorum::comparison
