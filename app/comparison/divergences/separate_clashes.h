#pragma once

#include "comparison/divergences/claim_material.h"
#include "comparison/divergences/find_divergences.h"
#include "comparison/origins/independent_origins.h"

#include <functional>
#include <vector>

namespace variorum::comparison {

/// Parts the claims in which two articles give values of which not all can hold and no divergence tells it, so that a
/// claim that several articles make and that has no divergence is one on which they agree. Each statement that leaves
/// goes into the best other claim that it fits, or stands alone.
/// `sort` brings claims into the order in which they will be shown, which decides where a divergence found twice stands.
void separateClashes(std::vector<ClaimGroup> &groups, const StoryMaterial &material, const OriginKeys &origins, const std::function<void(std::vector<ClaimGroup> &)> &sort, KindMemory &memory);

} // namespace variorum::comparison
