#pragma once

#include "reading/text/block_rules.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace variorum::reading {

/// How many lines at the top, and how many at the bottom, may say what the article is.
constexpr size_t kTopLines = 12;
constexpr size_t kBottomLines = 4;

[[nodiscard]] inline bool isAtEdge(size_t at, size_t count) { return at < kTopLines || at + kBottomLines >= count; }

/// How many blocks stand before the first one that is prose.
[[nodiscard]] inline size_t linesAboveProse(const std::vector<DraftBlock> &blocks)
{
    return static_cast<size_t>(std::find_if(blocks.begin(), blocks.end(), isProse) - blocks.begin());
}

[[nodiscard]] inline auto blockAt(auto &blocks, size_t at) { return blocks.begin() + static_cast<std::ptrdiff_t>(at); }

} // namespace variorum::reading
