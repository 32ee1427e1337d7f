#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

/// The kind without the refinements that no reader would call a difference; its other edges stay.
[[nodiscard]] ComparedKind withTellingRefinements(ComparedKind kind, const StoryMaterial &material);

} // namespace variorum::comparison
