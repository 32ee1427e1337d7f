#pragma once

#include <QString>

namespace variorum::comparison {

/// How two values of one thing stand to each other.
enum class Relation {
    Same, ///< nothing differs but perhaps the unit
    Wording, ///< same meaning, other words
    Refinement, ///< both can hold; one is more exact
    Conflict, ///< cannot both hold
    Unknown, ///< not comparable, or nothing proves how they stand
};

/// A relation with the name of the rule that found it and its account in normal forms, which the window shows.
struct Outcome {
    Relation relation = Relation::Unknown;
    QString rule;
    QString reason;

    bool operator==(const Outcome &) const = default;
};

[[nodiscard]] QString nameOf(Relation relation); ///< "same" "wording" "refinement" "conflict" "unknown"

} // namespace variorum::comparison
