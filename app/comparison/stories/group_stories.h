#pragma once

#include "comparison/stories/sketch_book.h"

#include <stop_token>
#include <vector>

namespace variorum::comparison {

/// As groupStories(), by place in `articles`.
[[nodiscard]] std::vector<std::vector<int>> groupSketched(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop);

} // namespace variorum::comparison
