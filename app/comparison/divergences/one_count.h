#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

// Whether two numbers that differ are two accounts of one thing.

[[nodiscard]] bool isMeasure(const model::QuantityValue &value);

[[nodiscard]] bool isPerson(const QString &noun, const StoryMaterial &material);

/// "are missing" as well as "vanished", but not "450 passengers".
[[nodiscard]] bool isClause(const StatementView &view);

/// The statement that a bare count stands in: "can carry 450 passengers" of "450 passengers".
[[nodiscard]] const StatementView &clauseOf(const StatementView &view, const StoryMaterial &material);

/// Do the clauses around two fragments tell of one act?
[[nodiscard]] bool standInOneAct(const StatementView &left, const StatementView &right, const StoryMaterial &material);

/// What must hold before numbers that differ may be two accounts of one thing, where the words around do not prove it.
[[nodiscard]] bool mayCountOneThing(const Comparand &one, const Comparand &other, const StoryMaterial &material);

/// Numbers that are apart prove nothing: of other stretches of time or other days, of those who did it and those who did not, of things
/// of which neither is spoken of in the other ("a ticket costs 40 crowns", "a beer 35"), or
/// parts that add up to one whole. `stand`: the one stands in the other's place; `isOnlyThat`: and nothing else differs.
[[nodiscard]] bool canBothBeRight(const Comparand &one, const Comparand &other, bool stand, bool isOnlyThat, const StoryMaterial &material);

} // namespace variorum::comparison
