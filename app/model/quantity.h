#pragma once

#include "model/article.h"

#include <QString>
#include <optional>

namespace variorum::model {

/// How the number bounds what it speaks of; the strings of annotation-json.md in order: = ~ > >= < <= ..
enum class Bound { Exact, Approximate, MoreThan, AtLeast, LessThan, AtMost, Range };

/// The normal form of a quantity: the interval [low, high] in a unit, of something counted.
///
///     "at least 20 heavy bulletproof carriages" -> AtLeast, value 20, low 20, high absent, counted "carriage"
///     "37mph (59 km/h)"                         -> Approximate 37 [mi_i]/h
struct QuantityValue {
    Bound bound = Bound::Exact;
    std::optional<double> value; ///< the number named; the middle is not invented for a range
    std::optional<double> low; ///< inclusive; absent: unbounded below
    std::optional<double> high; ///< inclusive; absent: unbounded above
    QString unit; ///< UCUM code (case-sensitive) or ISO 4217; empty: a count, or a bare number
    QString counted; ///< lemma of the noun that is counted ("carriage"); empty where none
    bool isOrdinal = false; ///< "10th"
    bool isFraction = false; ///< "a third"; value 1/3, unit "1"

    bool operator==(const QuantityValue &) const = default;
};

/// A quantity as it stands in an article. The place covers number, modifiers and unit, not the counted noun.
struct QuantityMention {
    TextPlace place;
    QuantityValue value;
    std::optional<base::TextSpan> countedSpan; ///< the counted noun with its modifiers ("heavy bulletproof carriages")
    QString rule;

    bool operator==(const QuantityMention &) const = default;
};

} // namespace variorum::model
