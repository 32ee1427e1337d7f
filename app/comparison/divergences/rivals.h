#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

// Two articles that each give one figure of a kind, where the two surely speak of one thing, give it two values, though nothing in
// the words proves that it is one act: "a crowd of 31,400", "34,000 people were in the ground". That is told as a refinement, since
// either may have counted at another time or otherwise; of things measured once (a sum, a length, a magnitude) it is a conflict.

/// Are the two about things of which neither is spoken of in the other: "the gates opened at 6.30", "the first guests left at 7"?
[[nodiscard]] bool haveForeignSubjects(const Comparand &one, const Comparand &other, const StoryMaterial &material);

/// Nothing where the two figures do not exclude each other, or either article gives others of the kind that come as near.
[[nodiscard]] Outcome compareRivalCounts(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material);
[[nodiscard]] Outcome compareRivalTimes(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material);

} // namespace variorum::comparison
