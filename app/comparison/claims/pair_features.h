#pragma once

#include "comparison/claims/alignment.h"
#include "comparison/claims/statement_view.h"
#include "comparison/weights.h"

namespace variorum::comparison {

/// What two aligned statements have in common, told in numbers between 0 and 1. Symmetric. The two features that
/// need other pairs of the story (Context, Rank) are left 0.
[[nodiscard]] PairFeatures pairFeatures(const StatementView &one, const StatementView &other, const Alignment &alignment, WordLikeness &likeness,
                                        const Weights &weights);

/// How likely it is that statements of such features make one claim, by the learnt weights; 0 to 1.
[[nodiscard]] double likelihood(const PairFeatures &features, const Weights &weights);

} // namespace variorum::comparison
