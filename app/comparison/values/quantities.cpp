// The algebra of quantities. A quantity is an interval in a unit, of something counted. Two of them are brought to
// one unit, then:
//
//     20 carriage    / 20 carriage      Same
//     37 [mi_i]/h    / 60 km/h          Same: 37 mph is 59.5 km/h, which rounds to 60
//     ~60 excavator  / 60 excavator     Wording: only the "about" differs
//     >=20 carriage  / 21 carriage      Refinement: 21 lies in [20, ...)
//     7 trip         / 10 trip          Conflict: the intervals are apart
//     10th trip      / 10 trip          Unknown: an ordinal is not a cardinal
//     5 child        / 5 lorry          Unknown: other things are counted
//     2 child        / 9 people         Unknown: they may be among the nine

#include "comparison/values/quantities.h"

#include "model/names.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace variorum::comparison {

using model::Bound;
using model::QuantityValue;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kApproximateShare = 0.1; // "about 60" reaches from 54 to 66
constexpr double kTrailingZeroShare = 0.025; // "130 feet" may be 127 to 133 once converted

struct Interval {
    double low = -kInfinity;
    double high = kInfinity;
    bool isApproximate = false;

    [[nodiscard]] bool meets(const Interval &other) const { return low <= other.high && other.low <= high; }
    [[nodiscard]] bool contains(const Interval &other) const { return low <= other.low && other.high <= high; }
};

/// Half a step of the last digit that a number states: 0.5 for 59, 0.05 for 1.5, up to 2.5 % for trailing zeros.
double roundingOf(double number)
{
    const double size = std::abs(number);
    if (size == 0.0)
        return 0.0;
    double step = 1.0;
    while (step > 1e-6 && std::abs(size / step - std::round(size / step)) > 1e-9)
        step /= 10.0;
    if (step < 1.0)
        return step / 2.0;
    while (std::fmod(size, step * 10.0) == 0.0)
        step *= 10.0;
    return step > 1.0 ? std::max(0.5, std::min(step / 2.0, size * kTrailingZeroShare)) : 0.5;
}

std::optional<double> numberOf(const QuantityValue &value)
{
    return value.value ? value.value : value.low ? value.low : value.high;
}

Interval intervalOf(const QuantityValue &value)
{
    const double number = numberOf(value).value_or(0.0);
    switch (value.bound) {
    case Bound::Exact: return {number, number, false};
    case Bound::Approximate: {
        const double reach = std::abs(number) * kApproximateShare;
        return {std::min(value.low.value_or(kInfinity), number - reach), std::max(value.high.value_or(-kInfinity), number + reach), true};
    }
    case Bound::MoreThan:
    case Bound::AtLeast: return {value.low.value_or(number), value.high.value_or(kInfinity), false};
    case Bound::LessThan:
    case Bound::AtMost: return {value.low.value_or(-kInfinity), value.high.value_or(number), false};
    case Bound::Range: return {value.low.value_or(-kInfinity), value.high.value_or(kInfinity), false};
    }
    return {};
}

bool isPlainCount(const QuantityValue &value) { return value.unit.isEmpty() || (value.unit == QLatin1String("1") && !value.isFraction); }

/// `value` with its numbers in `unit`; the rounding that its words state is widened into the interval.
std::optional<QuantityValue> inUnit(const QuantityValue &value, const QString &unit, const UnitConverter &convert)
{
    QuantityValue converted = value;
    converted.unit = unit;
    for (std::optional<double> *number : {&converted.value, &converted.low, &converted.high}) {
        if (!*number)
            continue;
        *number = convert(**number, value.unit, unit);
        if (!*number)
            return std::nullopt;
    }
    return converted;
}

Outcome outcome(Relation relation, const char *rule, const QuantityValue &one, const QuantityValue &other, const QString &how)
{
    return {relation, QLatin1String(rule), QStringLiteral("%1 %2 %3").arg(model::printed(one), how, model::printed(other))};
}

/// Both in one unit and of one thing.
Outcome compareIntervals(const QuantityValue &one, const QuantityValue &other)
{
    const double first = *numberOf(one);
    const double second = *numberOf(other);
    const bool isNear = std::abs(first - second) <= 1e-9 * std::max(std::abs(first), std::abs(second));
    if (one.bound == other.bound && isNear && one.low == other.low && one.high == other.high)
        return outcome(Relation::Same, "equal-number", one, other, QStringLiteral("equals"));
    const auto isLoose = [](Bound bound) { return bound == Bound::Exact || bound == Bound::Approximate; };
    if (isNear && isLoose(one.bound) && isLoose(other.bound))
        return outcome(one.bound == other.bound ? Relation::Same : Relation::Wording, "about-the-number", one, other, QStringLiteral("names the same number as"));
    const Interval left = intervalOf(one);
    const Interval right = intervalOf(other);
    if (isNear && left.meets(right))
        return outcome(Relation::Refinement, "same-limit", one, other, QStringLiteral("has the same limit as"));
    if (left.contains(right))
        return outcome(Relation::Refinement, "number-within", other, one, QStringLiteral("lies in"));
    if (right.contains(left))
        return outcome(Relation::Refinement, "number-within", one, other, QStringLiteral("lies in"));
    if (left.meets(right))
        return outcome(Relation::Refinement, "numbers-overlap", one, other, QStringLiteral("overlaps"));
    return outcome(Relation::Conflict, "numbers-apart", one, other, QStringLiteral("is apart from"));
}

/// Does either number, converted, round to the other as that one is stated? Where both may be rounded, one converted from
/// what a third had rounded, they are close at least: 2 km is not 2 miles, loose as small numbers are.
bool roundsTo(const QuantityValue &one, const QuantityValue &other, const UnitConverter &convert)
{
    constexpr double kClose = 0.1; // of the greater
    const double first = *numberOf(one);
    const double second = *numberOf(other);
    const std::optional<double> there = convert(first, one.unit, other.unit);
    const std::optional<double> back = convert(second, other.unit, one.unit);
    const std::optional<double> low = convert(first - roundingOf(first), one.unit, other.unit);
    const std::optional<double> high = convert(first + roundingOf(first), one.unit, other.unit);
    if (!there || !back || !low || !high)
        return false;
    const bool isClose = std::abs(*there - second) <= kClose * std::max(std::abs(*there), std::abs(second));
    if (first == second && !isClose)
        return false; // "1 km", "1 mile": the unit is another, not the rounding
    const bool isRounded = std::abs(*there - second) <= roundingOf(second) || std::abs(*back - first) <= roundingOf(first);
    const bool mayBeRounded = std::min(*low, *high) <= second + roundingOf(second) && second - roundingOf(second) <= std::max(*low, *high);
    return isRounded || (isClose && mayBeRounded);
}

Outcome compareConverted(const QuantityValue &one, const QuantityValue &other, const UnitConverter &convert)
{
    const std::optional<QuantityValue> converted = convert ? inUnit(one, other.unit, convert) : std::nullopt;
    if (!converted || !numberOf(*converted))
        return outcome(Relation::Unknown, "other-unit", one, other, QStringLiteral("is not measured like"));
    const bool rounds = roundsTo(one, other, convert);
    const auto isLoose = [](Bound bound) { return bound == Bound::Exact || bound == Bound::Approximate; };
    if (rounds && (one.bound == other.bound || (isLoose(one.bound) && isLoose(other.bound))))
        return outcome(Relation::Same, "equal-after-rounding", one, other, QStringLiteral("rounds to"));
    Outcome found = compareIntervals(*converted, other);
    found.reason = QStringLiteral("%1 is %2").arg(model::printed(one), found.reason);
    return found;
}

} // namespace

namespace {

/// News calls the same people by both: "employees" and "staff", "thieves" and "raiders". Boys and girls are no such pair.
bool mayBeSamePeople(const QString &one, const QString &other, const LexicalKnowledge &knowledge)
{
    using language::WordClass;
    const auto arePeople = [&knowledge](const QString &noun) { return noun == QLatin1String("staff") || noun == QLatin1String("police") || knowledge.isKindOf(noun, u"person"); };
    const auto isChild = [&knowledge](const QString &noun) { return noun == QLatin1String("child") || knowledge.areRelated(noun, WordClass::Noun, u"child", WordClass::Noun); };
    return knowledge.areRelated(one, WordClass::Noun, other, WordClass::Noun) && arePeople(one) && arePeople(other) && !isChild(one) && !isChild(other);
}

} // namespace

bool areCountedAlike(const QString &one, const QString &other, const LexicalKnowledge &knowledge)
{
    constexpr int kSteps = 5;
    if (one.isEmpty() || other.isEmpty())
        return false;
    using language::WordClass;
    if (mayBeSamePeople(one, other, knowledge))
        return true;
    const auto isAnyone = [](const QString &noun) { return noun == QLatin1String("people") || noun == QLatin1String("person"); };
    if ((isAnyone(one) && knowledge.isKindOf(other, u"person")) || (isAnyone(other) && knowledge.isKindOf(one, u"person")))
        return true;
    return one == other || knowledge.areSynonyms(one, other, WordClass::Noun) || knowledge.isHypernym(one, other, WordClass::Noun, kSteps)
        || knowledge.isHypernym(other, one, WordClass::Noun, kSteps);
}

Outcome compareInSamePlace(const QuantityValue &one, const QuantityValue &other)
{
    const auto isCurrency = [](const QString &unit) { // ISO 4217
        return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](QChar sign) { return sign >= u'A' && sign <= u'Z'; });
    };
    if (!numberOf(one) || !numberOf(other) || one.isOrdinal != other.isOrdinal || one.isFraction != other.isFraction)
        return {};
    // The last letter is the currency's initial: "dollars" may be those of two countries.
    if (isCurrency(one.unit) && isCurrency(other.unit) && one.unit != other.unit && one.unit.back() != other.unit.back() && *numberOf(one) == *numberOf(other))
        return outcome(Relation::Conflict, "other-currency", one, other, QStringLiteral("is in another currency than"));
    const bool areBare = isPlainCount(one) && isPlainCount(other) && one.counted.isEmpty() && other.counted.isEmpty();
    return areBare ? compareIntervals(one, other) : Outcome{};
}

namespace {

/// "two children" may be among "nine people", "nine children" not among "two people".
bool mayBePartOf(const QuantityValue &one, const QuantityValue &other, const LexicalKnowledge &knowledge)
{
    using language::WordClass;
    constexpr int kSteps = 5;
    const auto isAnyone = [](const QString &noun) { return noun == QLatin1String("people") || noun == QLatin1String("person"); };
    const auto isKind = [&](const QString &special, const QString &general) {
        const bool areOne = special == general || (isAnyone(special) && isAnyone(general)) || knowledge.areSynonyms(special, general, WordClass::Noun);
        return !areOne && (isAnyone(general) || knowledge.isHypernym(general, special, WordClass::Noun, kSteps));
    };
    const double first = *numberOf(one);
    const double second = *numberOf(other);
    return (isKind(one.counted, other.counted) && first < second) || (isKind(other.counted, one.counted) && second < first);
}

} // namespace

Outcome compareQuantities(const QuantityValue &one, const QuantityValue &other, const LexicalKnowledge &knowledge, const UnitConverter &convert)
{
    if (!numberOf(one) || !numberOf(other))
        return outcome(Relation::Unknown, "no-number", one, other, QStringLiteral("has no number to hold against"));
    if (one.isOrdinal != other.isOrdinal)
        return outcome(Relation::Unknown, "ordinal-or-cardinal", one, other, QStringLiteral("is a place in a row, unlike a number:"));
    if (isPlainCount(one) != isPlainCount(other))
        return outcome(Relation::Unknown, "count-or-measure", one, other, QStringLiteral("is counted, not measured, unlike"));
    if (isPlainCount(one)) {
        if (!areCountedAlike(one.counted, other.counted, knowledge))
            return outcome(Relation::Unknown, "other-thing-counted", one, other, QStringLiteral("counts other things than"));
        Outcome found = compareIntervals(one, other);
        if (found.relation == Relation::Conflict && mayBePartOf(one, other, knowledge))
            found = outcome(Relation::Unknown, "part-of-the-counted", one, other, QStringLiteral("may be among"));
        return found;
    }
    return one.unit == other.unit ? compareIntervals(one, other) : compareConverted(one, other, convert);
}

} // namespace variorum::comparison
