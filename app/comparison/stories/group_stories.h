#pragma once

#include "comparison/stories/sketch_book.h"

#include <stop_token>
#include <vector>

namespace variorum::comparison {

/// A comparison's articles in canonical order, with their pages, side by side.
struct SketchedArticles {
    const std::vector<const model::Article *> &articles;
    const std::vector<const SketchBook::Page *> &pages;
    SketchBook &book;
};

/// As groupStories(), by place in `articles`.
[[nodiscard]] std::vector<std::vector<int>> groupSketched(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop);

} // namespace variorum::comparison
