#pragma once

#include "comparison/compare_with.h"
#include "comparison/stories/copies.h"

#include <memory>
#include <vector>

namespace variorum::comparison {

/// Compares the articles of one story, in canonical order. `reuse` names them by place. Ids begin at 1 in every list; an
/// article's is its place + 1. Pure. Incomplete once `stop` asks: then throw it away.
[[nodiscard]] StoryFindings compareStory(const std::vector<const model::AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools, const std::stop_token &stop = {});

/// Whether the findings have the ids that a story of these articles has in a comparison.
[[nodiscard]] bool isNumberedFor(const StoryFindings &findings, const std::vector<base::ArticleId> &articles);

/// Gives the findings the ids that a story of these articles, as many and in their order, has in a comparison.
void numberFor(StoryFindings &findings, const std::vector<base::ArticleId> &articles);

/// Puts stories' findings at the end of the whole, in their order; shares them.
void appendStories(model::Comparison &whole, const std::vector<std::shared_ptr<const StoryFindings>> &stories);

} // namespace variorum::comparison
