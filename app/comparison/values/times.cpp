// The algebra of times. A date or time is the stretch that its words leave open, a duration a length with the
// rounding that its unit states:
//
//     2023-09-10 / 2023-09-10TAF        Refinement: the afternoon lies in the day
//     2023-07    / 2023-08              Conflict: the months are apart
//     P2D        / PT50H                Refinement: two days, to the day, hold 50 hours
//     P4Y        / P6Y                  Conflict
//     PTXM       / PT20M                Refinement: minutes, and how many
//     (unresolved "on Sunday") / any    Unknown
//     2023-09-10 / P4Y                  Unknown: a date is not a duration
//
//     "08:31" / 2023-09-14T08:31        Same: a clock time whose words name no day is held against the clock alone
//     19:52   / 20:00                   Refinement: a full hour may be a quarter of an hour off (clock_times.cpp)
//     19:52   / 20:15                   Conflict: neither is rounded so far
//     end of 2018 / 2018                Refinement: the second half lies in the year
//     2011/2018 / 2013/2018             Conflict: both name beginning and end
//
// A day that rests on an inferred date proves no conflict.

#include "comparison/values/times.h"

#include "comparison/values/clock_times.h"
#include "model/names.h"

#include <algorithm>
#include <limits>

namespace variorum::comparison {

using model::TimeKind;
using model::TimeValue;
using Modifier = TimeValue::Modifier;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kAboutShare = 0.1;
constexpr double kMonth = 28.0 * 86400.0;
constexpr qint64 kLongestDay = 2 * 86400; // seconds
constexpr double kTouch = 0.05; // of a unit
constexpr double kEdge = 0.2; // of a stretch lies before its middle, and after it

struct Stretch {
    double from = -kInfinity;
    double to = kInfinity;

    [[nodiscard]] bool contains(const Stretch &other) const { return from <= other.from && other.to <= to; }
    [[nodiscard]] bool meets(const Stretch &other) const { return from < other.to && other.from < to; }
    bool operator==(const Stretch &) const = default;
};

double secondsOf(const QDateTime &time) { return static_cast<double>(time.toSecsSinceEpoch()); }

std::optional<Stretch> stretchOf(const TimeValue &value)
{
    if (value.timex.isEmpty() || !value.from || !value.to)
        return std::nullopt;
    const double from = secondsOf(*value.from);
    const double to = secondsOf(*value.to);
    switch (value.modifier) {
    case Modifier::Before:
    case Modifier::LessThan: return Stretch{-kInfinity, from};
    case Modifier::OnOrBefore:
    case Modifier::EqualOrLess: return Stretch{-kInfinity, to};
    case Modifier::After:
    case Modifier::MoreThan: return Stretch{to, kInfinity};
    case Modifier::OnOrAfter:
    case Modifier::EqualOrMore: return Stretch{from, kInfinity};
    case Modifier::Start: return Stretch{from, from + (to - from) / 2.0};
    case Modifier::Middle: return Stretch{from + (to - from) * kEdge, to - (to - from) * kEdge};
    case Modifier::End: return Stretch{from + (to - from) / 2.0, to};
    case Modifier::None:
    case Modifier::Approximate: return Stretch{from, to};
    }
    return std::nullopt;
}

/// Seconds of the smallest unit that a TIMEX3 duration names: "P2DT4H" states hours.
double unitSeconds(const QString &timex)
{
    const bool isClock = timex.contains(u'T');
    switch (timex.isEmpty() ? u' ' : timex.back().unicode()) {
    case u'Y': return 365.25 * 86400.0;
    case u'M': return isClock ? 60.0 : 30.4 * 86400.0;
    case u'W': return 7.0 * 86400.0;
    case u'D': return 86400.0;
    case u'H': return 3600.0;
    default: return 1.0;
    }
}

Stretch lengthOf(const TimeValue &value)
{
    const double seconds = *value.seconds;
    const double rounding = unitSeconds(value.timex) / 2.0;
    switch (value.modifier) {
    case Modifier::Before:
    case Modifier::LessThan:
    case Modifier::OnOrBefore:
    case Modifier::EqualOrLess: return {-kInfinity, seconds};
    case Modifier::After:
    case Modifier::MoreThan:
    case Modifier::OnOrAfter:
    case Modifier::EqualOrMore: return {seconds, kInfinity};
    case Modifier::Approximate: return {seconds - std::max(rounding, seconds * kAboutShare), seconds + std::max(rounding, seconds * kAboutShare)};
    case Modifier::None:
    case Modifier::Start:
    case Modifier::Middle:
    case Modifier::End: return {seconds - rounding, seconds + rounding};
    }
    return {};
}

Outcome outcome(Relation relation, const char *rule, const TimeValue &one, const TimeValue &other, const QString &how)
{
    const auto shown = [](const TimeValue &value) { return value.timex.isEmpty() ? QStringLiteral("(unresolved)") : model::printed(value); };
    return {relation, QLatin1String(rule), QStringLiteral("%1 %2 %3").arg(shown(one), how, shown(other))};
}

bool isLength(const TimeValue &value) { return value.kind == TimeKind::Duration; }

/// "minutes" says less than "20 minutes", where both count in one unit; against other units it proves nothing.
Outcome compareVagueLengths(const TimeValue &one, const TimeValue &other)
{
    if (one.timex == other.timex && one.modifier == other.modifier)
        return outcome(Relation::Same, "equal-duration", one, other, QStringLiteral("is as vague as"));
    const bool isOneUnit = unitSeconds(one.timex) == unitSeconds(other.timex) && one.timex.contains(u'T') == other.timex.contains(u'T');
    if (!isOneUnit || one.seconds.has_value() == other.seconds.has_value())
        return outcome(Relation::Unknown, "vague-duration", one, other, QStringLiteral("cannot be held against"));
    return outcome(Relation::Refinement, "vague-duration", one, other, QStringLiteral("is in the same unit as"));
}

Outcome compareLengths(const TimeValue &one, const TimeValue &other)
{
    if (!one.seconds || !other.seconds)
        return compareVagueLengths(one, other);
    if (*one.seconds == *other.seconds && one.modifier == other.modifier)
        return outcome(Relation::Same, "equal-duration", one, other, QStringLiteral("is as long as"));
    const auto isLoose = [](Modifier modifier) { return modifier == Modifier::None || modifier == Modifier::Approximate; };
    if (*one.seconds == *other.seconds && isLoose(one.modifier) && isLoose(other.modifier))
        return outcome(Relation::Wording, "about-the-duration", one, other, QStringLiteral("names the same length as"));
    const Stretch left = lengthOf(one);
    const Stretch right = lengthOf(other);
    // Six years and seven touch where each is rounded, but no one rounds both.
    const double slack = kTouch * std::min(unitSeconds(one.timex), unitSeconds(other.timex));
    const bool doMeet = left.from + slack < right.to && right.from + slack < left.to;
    if (doMeet || left.contains(right) || right.contains(left) || *one.seconds == *other.seconds)
        return outcome(Relation::Refinement, "durations-overlap", one, other, QStringLiteral("fits"));
    return outcome(Relation::Conflict, "durations-apart", one, other, QStringLiteral("is not as long as"));
}

/// "from 2011 to 2018" and "from 2013 to 2018": one end in common, in one unit, and the other not. Of clock times each may be rounded.
bool areRangesOfOneEnd(const TimeValue &one, const TimeValue &other)
{
    const auto isRange = [](const TimeValue &value) {
        const qsizetype slash = value.timex.indexOf(u'/');
        return slash > 0 && value.timex.size() == 2 * slash + 1 && value.modifier == Modifier::None && !value.timex.contains(u'T') && !value.fromInferredDate;
    };
    if (!isRange(one) || !isRange(other) || one.timex.size() != other.timex.size())
        return false;
    const qsizetype slash = one.timex.indexOf(u'/');
    return (QStringView(one.timex).first(slash) == QStringView(other.timex).first(slash)) != (QStringView(one.timex).sliced(slash) == QStringView(other.timex).sliced(slash));
}

Outcome compareStretches(const TimeValue &one, const TimeValue &other, const Stretch &left, const Stretch &right)
{
    if (left == right)
        return outcome(Relation::Same, "equal-time", one, other, QStringLiteral("is the same time as"));
    if (areRangesOfOneEnd(one, other))
        return outcome(Relation::Conflict, "ranges-differ", one, other, QStringLiteral("begins or ends otherwise than"));
    if (left.contains(right))
        return outcome(Relation::Refinement, "time-within", other, one, QStringLiteral("lies in"));
    if (right.contains(left))
        return outcome(Relation::Refinement, "time-within", one, other, QStringLiteral("lies in"));
    if (left.meets(right))
        return outcome(Relation::Refinement, "times-overlap", one, other, QStringLiteral("overlaps"));
    const double gap = std::max(left.from - right.to, right.from - left.to);
    const double shorter = std::min(left.to - left.from, right.to - right.from);
    if (shorter <= 3600.0 && gap <= roundingOfClock(one) + roundingOfClock(other))
        return outcome(Relation::Refinement, "clock-rounding", one, other, QStringLiteral("may be rounded to"));
    // An anchor taken from siblings may be some days off, which moves a weekday but hardly a named month.
    if ((one.fromInferredDate || other.fromInferredDate) && shorter < kMonth)
        return outcome(Relation::Unknown, "inferred-date", one, other, QStringLiteral("is apart, but on an inferred date, from"));
    return outcome(Relation::Conflict, "times-apart", one, other, QStringLiteral("is apart from"));
}

} // namespace

Outcome compareTimesAsTold(const TimeValue &oneTold, QStringView oneWords, const TimeValue &otherTold, QStringView otherWords)
{
    const TimeValue one = closedIfShortly(oneTold, oneWords);
    const TimeValue other = closedIfShortly(otherTold, otherWords);
    const bool oneIsBare = isBareClock(one, oneWords);
    const bool otherIsBare = isBareClock(other, otherWords);
    if (!other.from || !one.from || (!oneIsBare && !otherIsBare))
        return compareTimes(one, other);
    // A clock time whose day nobody told lies in every year.
    const auto isLong = [](const TimeValue &value) { return value.to && value.from->secsTo(*value.to) > kLongestDay; };
    if (isLong(one) || isLong(other))
        return outcome(Relation::Unknown, "clock-without-day", one, other, QStringLiteral("tells no day to be held against"));
    const TimeValue left = oneIsBare ? movedToDayOf(one, other) : one;
    const TimeValue right = oneIsBare ? other : movedToDayOf(other, one);
    Outcome found = compareTimes(left, right);
    // Against anything but a clock time on a day nothing is proven: the day was never told.
    const bool bothClocks = isClockTime(one) && isClockTime(other);
    if (found.relation == Relation::Conflict && !bothClocks)
        found.relation = Relation::Unknown;
    return found;
}

Outcome compareTimes(const TimeValue &one, const TimeValue &other)
{
    if (isLength(one) != isLength(other))
        return outcome(Relation::Unknown, "date-or-duration", one, other, QStringLiteral("is not of the kind of"));
    if (one.kind == TimeKind::Set || other.kind == TimeKind::Set) {
        const bool isSame = one.kind == other.kind && one.timex == other.timex && !one.timex.isEmpty();
        return outcome(isSame ? Relation::Same : Relation::Unknown, "recurring", one, other, QStringLiteral("recurs, held against"));
    }
    if (isLength(one))
        return compareLengths(one, other);
    const std::optional<Stretch> left = stretchOf(one);
    const std::optional<Stretch> right = stretchOf(other);
    if (!left || !right)
        return outcome(Relation::Unknown, "unresolved-time", one, other, QStringLiteral("cannot be held against"));
    return compareStretches(one, other, *left, *right);
}

} // namespace variorum::comparison
