#pragma once

#include "comparison/divergences/claim_material.h"
#include "comparison/origins/independent_origins.h"

#include <vector>

namespace variorum::comparison {

/// Parts the claims in which two articles give values of which not all can hold and no divergence tells it, so that a
/// claim that several articles make and that has no divergence is one on which they agree. Each statement that leaves
/// goes into the best other claim that it fits, or stands alone.
void separateClashes(std::vector<ClaimGroup> &groups, const StoryMaterial &material, const OriginKeys &origins);

} // namespace variorum::comparison
