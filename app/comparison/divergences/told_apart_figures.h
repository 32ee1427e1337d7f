#pragma once

#include "comparison/divergences/clause_sides.h"
#include "comparison/divergences/told_apart.h"

namespace variorum::comparison {

// The rules of told_apart.h for numbers and times.

[[nodiscard]] ToldApart apartInFigures(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material);

[[nodiscard]] bool areTimesApart(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material);

[[nodiscard]] bool isAge(const Comparand &comparand);

/// "before the rise", "originally": how it was, not how it is.
[[nodiscard]] bool isOfEarlier(const Side &side);

} // namespace variorum::comparison
