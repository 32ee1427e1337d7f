#pragma once

#include "comparison/divergences/claim_material.h"

#include <QStringList>

#include <optional>

namespace variorum::comparison {

// What the words around a number say of it, beyond the noun that it counts.

/// The word that a slot's words hang on: "well" of "a 40-metre-deep well".
[[nodiscard]] QString governorOf(const Comparand &comparand, const StoryMaterial &material);

/// The dimension that a measure is said to be of: "deep" of "130ft deep", in its statement or the one around. Empty where
/// none is said.
[[nodiscard]] QString dimensionOf(const Comparand &comparand, const StoryMaterial &material);

/// Words that single some of the counted out: "his first three seasons", "two other rifles", "has also caught eight passes",
/// "five died at the scene".
[[nodiscard]] QStringList selectionOf(const Comparand &comparand, const StoryMaterial &material);

/// Do both say what kind they count, and not the same one: "three DUI convictions", "two theft convictions"?
[[nodiscard]] bool countOtherKinds(const Comparand &one, const Comparand &other, const StoryMaterial &material);

/// "can carry", "has room for", "a capacity of".
[[nodiscard]] bool tellsAbility(const StatementView &view);

/// Seconds of the stretch for which the number stands: "500 a month", "6,000 engines a year", "2,000 daily". Nothing where it
/// stands for itself.
[[nodiscard]] std::optional<double> rateOf(const Comparand &comparand, const StoryMaterial &material);

inline const QString kPartsOfOneWhole = QStringLiteral("parts-of-one-whole"); ///< rule of numbers that clash so

/// "78 of the 151 seats", "77 of 151": two parts of one whole, the number after "of".
[[nodiscard]] bool sharePartsOfOneWhole(const Comparand &one, const Comparand &other, const StoryMaterial &material);

} // namespace variorum::comparison
