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

struct Contrast {
    const model::Comparison &comparison;
    const model::Divergence *divergence; ///< that is looked at; may be null
};

/// Brings the article of a source in, and keeps what it is to be compared with: it takes the place of one that gives
/// the same value or of which it is a copy, or else of one that gives none, or else of the one used least recently.
[[nodiscard]] std::vector<base::ArticleId> withSource(std::vector<base::ArticleId> shown, base::ArticleId wanted, const Contrast &of, const std::vector<base::ArticleId> &byUse, size_t columns);

/// So that a divergence can be seen: at least two of its values on screen where it has them in two articles. Changes as
/// few columns as it can; keeps those that give a value, where all give one value all but one of them; never moves a
/// column, and never takes `kept` where there is another.
[[nodiscard]] std::vector<base::ArticleId> withDivergence(std::vector<base::ArticleId> shown, const model::Divergence &divergence, size_t columns, std::optional<base::ArticleId> kept = {});

} // namespace variorum::ui
