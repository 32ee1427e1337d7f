#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

/// The statement's quantities. A fragment's counts stand in the statement around it, where its own words lost them:
/// "least 160 people".
[[nodiscard]] std::vector<Comparand> countsIn(int statement, const StoryMaterial &material);

/// "The owner, 71, died": a number by itself behind a comma is an age, and counts nobody.
[[nodiscard]] bool isAside(const model::Slot &slot, const model::Statement &statement);

/// As two of one thing.
[[nodiscard]] Outcome compareCounts(const Comparand &one, const Comparand &other, const StoryMaterial &material);

/// Are they surely people that it counts?
[[nodiscard]] bool countsPeople(const model::QuantityValue &value, const StoryMaterial &material);

} // namespace variorum::comparison
