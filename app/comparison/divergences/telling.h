#pragma once

// What decides whether a refinement is worth telling, by the kind of value; refinements.cpp asks for each.

#include "comparison/divergences/acts.h"
#include "comparison/divergences/one_of.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

/// Two comparands with all that is known of their statements.
struct ToldPair {
    const ComparedKind &kind; ///< of the claim, with all that its articles give
    const Comparand &one;
    const Comparand &other;
    const StatementView &left;
    const StatementView &right;
    const Alignment &alignment;
    const StoryMaterial &material;

    [[nodiscard]] bool isOneAct() const { return alignment.predicateLikeness >= material.weights.related; }
    [[nodiscard]] double likelihood() const { return std::max(alignment.likelihood, alignment.plainLikelihood); }
    [[nodiscard]] size_t shared() const { return alignment.units.size(); }
    [[nodiscard]] bool haveOthers() const { return haveOtherObjects(left, right, material.likeness); }
};

[[nodiscard]] bool tellsTime(const ToldPair &pair);
[[nodiscard]] bool tellsDuration(const ToldPair &pair);
[[nodiscard]] bool tellsPlace(const ToldPair &pair, const QString &rule);
[[nodiscard]] bool tellsPlaceWithin(const ToldPair &pair);
[[nodiscard]] bool tellsNumber(const ToldPair &pair, const QString &rule);
[[nodiscard]] bool tellsDoubt(const ToldPair &pair);
[[nodiscard]] bool tellsDeed(const ToldPair &pair);

/// "several", "multiple", "at least one": says no more than a plural.
[[nodiscard]] bool isBarePlural(const model::QuantityValue &value);

} // namespace variorum::comparison
