#pragma once

#include "extraction/extract.h"

#include <vector>

namespace variorum::extraction {

/// Every quantity of both texts, by field and place, not overlapping each other nor a time expression.
[[nodiscard]] std::vector<model::QuantityMention> findQuantities(const AnnotatedArticle &annotated, const std::vector<model::TimeMention> &times, const language::WordLists &lists);

} // namespace variorum::extraction
