#pragma once

#include "comparison/compare_with.h"
#include "comparison/stories/copies.h"

#include <vector>

namespace variorum::comparison {

/// Compares the articles of one story, in canonical order. `reuse` names them by place. Ids begin at 1 in every list; an
/// article's is its place + 1. Pure. Incomplete once `stop` asks: then throw it away.
[[nodiscard]] model::Comparison compareStory(const std::vector<const model::AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools, const std::stop_token &stop = {});

/// A story's comparison, and where its articles stand in the whole.
struct StoryPart {
    const model::Comparison &story;
    const std::vector<int> &places;
};

/// Puts stories' comparisons at the end of the whole, in their order, with the whole's ids.
void appendStories(model::Comparison &whole, const std::vector<StoryPart> &parts, const ForEach &forEach);

} // namespace variorum::comparison
