#pragma once

#include "comparison/divergences/claim_material.h"
#include "comparison/divergences/inner_contradictions.h"

#include <vector>

namespace variorum::comparison {

/// What an article says against itself, with the statements (places in the views) that say it.
struct PlacedContradiction {
    InnerContradiction contradiction;
    int one = 0;
    int other = 0;
};

/// The contradictions of all articles, in their order; `articles` go side by side with the material's. One that stands near no
/// statement is left out.
[[nodiscard]] std::vector<PlacedContradiction> placedContradictions(const std::vector<const model::AnalysedArticle *> &articles, const StoryMaterial &material);

/// Makes a claim of each contradiction's first statement that stands in none.
void addClaimsOf(const std::vector<PlacedContradiction> &contradictions, std::vector<ClaimGroup> &groups);

/// As divergences of severity "internal", each of the first claim that its first statement stands in. What `found` shows
/// already is left out. Ids are left 0.
[[nodiscard]] std::vector<model::Divergence> innerDivergences(const std::vector<PlacedContradiction> &contradictions, const std::vector<ClaimGroup> &groups,
                                                              const std::vector<base::ClaimId> &claimIds, const StoryMaterial &material, const std::vector<model::Divergence> &found);

} // namespace variorum::comparison
