#pragma once

#include "extraction/extract.h"

#include <optional>
#include <vector>

namespace variorum::extraction {

/// Every time expression of both texts, by field and place, not overlapping. Relative
/// expressions start from article.published and the tense of their clause; without a date they stay unresolved.
[[nodiscard]] std::vector<model::TimeMention> findTimes(const AnnotatedArticle &annotated, const language::WordLists &lists);

} // namespace variorum::extraction
