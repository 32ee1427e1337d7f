#pragma once

#include "comparison/divergences/claim_material.h"
#include "comparison/origins/independent_origins.h"

#include <vector>

namespace variorum::comparison {

/// The divergences of a story's claims. `claimIds` go side by side with `claims`. Ids of the divergences are left 0.
/// One difference is told once: of two claims that show the same words against the same words, one keeps it.
[[nodiscard]] std::vector<model::Divergence> findDivergences(const std::vector<ClaimGroup> &claims, const std::vector<base::ClaimId> &claimIds,
                                                             const StoryMaterial &material, const OriginKeys &origins);

} // namespace variorum::comparison
