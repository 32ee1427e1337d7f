#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

/// Do the two values stand where one of two articles that print one passage replaced words, or put some in? Where the words around
/// are the same, nothing there tells apart what the two are of.
[[nodiscard]] bool isAtRevision(const Comparand &one, const Comparand &other, const StoryMaterial &material);

/// Likewise, or one of the two, or right beside: "by [boat]", "in a small motor [boat]"; "on [Tuesday]", "at [6.20am on Tuesday]".
[[nodiscard]] bool isBesideRevision(const Comparand &one, const Comparand &other, const StoryMaterial &material);

// What the finders of each kind find in statements' own slots is found here wherever the words stand: in a caption that ran into the
// sentence behind, in an aside, in a report.
[[nodiscard]] ComparedKind compareRevisedTimes(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareRevisedCounts(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareRevisedPolarities(const ClaimGroup &claim, const StoryMaterial &material);

} // namespace variorum::comparison
