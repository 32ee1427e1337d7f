#pragma once

#include "model/comparison_index.h"

#include <vector>

namespace variorum::ui {

// Which articles stand in the columns: pure functions over what is on screen, left to right.

/// A story's articles when it is opened: the pair with most divergences, and then those that differ most from it.
[[nodiscard]] std::vector<base::ArticleId> articlesAtFirst(const model::ComparisonIndex &index, base::StoryId story, size_t columns);

/// Brings an article in: in place of the one that was used least recently, which is the last of `byUse`.
/// Nothing changes where it is there already. byUse: the shown ones, the latest used first.
[[nodiscard]] std::vector<base::ArticleId> withArticle(std::vector<base::ArticleId> shown, base::ArticleId wanted, const std::vector<base::ArticleId> &byUse, size_t columns);

/// So that a divergence can be seen: at least two of its values on screen where it has them in two articles. Changes as
/// few columns as it can; keeps those that give a value.
[[nodiscard]] std::vector<base::ArticleId> withDivergence(std::vector<base::ArticleId> shown, const model::Divergence &divergence, size_t columns);

} // namespace variorum::ui
