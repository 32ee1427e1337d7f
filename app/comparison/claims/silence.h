#pragma once

#include "comparison/divergences/claim_material.h"

#include <vector>

namespace variorum::comparison {

/// Articles of the story that appeared after the claim's first report, speak of its scene (enough of its people,
/// bodies and places) and do not make it. Ascending. Without dates nothing is silence.
[[nodiscard]] std::vector<base::ArticleId> silentArticles(const ClaimGroup &claim, const StoryMaterial &material);

} // namespace variorum::comparison
