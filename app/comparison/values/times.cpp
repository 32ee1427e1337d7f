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
//     19:52   / 20:00                   Refinement: a full hour may be a quarter of an hour off
//     19:52   / 20:15                   Conflict: neither is rounded so far
//     "just after 2am" / 02:41          Conflict: within some minutes after 2
//     2011/2018 / 2013/2018             Conflict: both name beginning and end
//
// A clock time is as exact as its minutes show: the rounder, the further it may be off. A day that rests on an inferred date
// proves no conflict.

#include "comparison/values/times.h"

#include "model/names.h"

#include <algorithm>
#include <array>
#include <limits>

namespace variorum::comparison {

using model::TimeKind;
using model::TimeValue;
using Modifier = TimeValue::Modifier;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kShortly = 25.0 * 60.0; // seconds that "shortly after" reaches
constexpr double kAboutShare = 0.1;
constexpr double kMonth = 28.0 * 86400.0;

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
    case Modifier::None:
    case Modifier::Start:
    case Modifier::Middle:
    case Modifier::End:
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
    if (left.meets(right) || left.contains(right) || right.contains(left) || *one.seconds == *other.seconds)
        return outcome(Relation::Refinement, "durations-overlap", one, other, QStringLiteral("fits"));
    return outcome(Relation::Conflict, "durations-apart", one, other, QStringLiteral("is not as long as"));
}

bool isClockTime(const TimeValue &value)
{
    const qsizetype at = value.timex.indexOf(u'T');
    return value.kind != TimeKind::Duration && value.kind != TimeKind::Set && value.from && value.to && at > 0 && at + 1 < value.timex.size() && value.timex.at(at + 1).isDigit();
}

/// By how many seconds a clock time may be off, as its minutes show: 20:00 is rounder than 20:15, that than 20:10 and 20:12.
double roundingOfClock(const TimeValue &value)
{
    constexpr double kOfAnother = 15.0 * 60.0; // of what is no clock time
    if (!isClockTime(value))
        return kOfAnother;
    const int minute = value.from->time().minute();
    const double minutes = minute == 0 ? 15 : minute == 30 ? 12 : minute % 15 == 0 ? 8 : minute % 5 == 0 ? 6 : 2;
    return minutes * 60.0 * (value.modifier == Modifier::Approximate ? 2.0 : 1.0);
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

/// The clock time on the other's day, or on the day before or after where that is nearer to its clock.
TimeValue movedToDayOf(const TimeValue &clock, const TimeValue &beside)
{
    const QDateTime &from = *beside.from;
    constexpr qint64 kHalfDay = 12 * 3600;
    TimeValue moved = clock;
    qint64 days = clock.from->date().daysTo(from.date());
    const qint64 off = clock.from->addDays(days).secsTo(from);
    if (isClockTime(beside))
        days += off > kHalfDay ? 1 : off < -kHalfDay ? -1 : 0; // "midnight" beside "11.50pm on Monday" ends that day
    moved.from = clock.from->addDays(days);
    moved.to = clock.to->addDays(days);
    moved.timex = moved.from->date().toString(Qt::ISODate) + clock.timex.sliced(clock.timex.indexOf(u'T'));
    return moved;
}

/// "2023-09", "14/9". No regular expression: this is asked of every pair of times.
bool holdsNumericDate(QStringView text)
{
    constexpr qsizetype kYear = 4; // digits
    const auto isDigit = [text](qsizetype at) { return at >= 0 && at < text.size() && text.at(at) >= u'0' && text.at(at) <= u'9'; };
    qsizetype digits = 0; // in a row, up to here
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool parts = text.at(at) == u'/' ? digits > 0 : text.at(at) == u'-' && digits >= kYear;
        if (parts && isDigit(at + 1))
            return true;
        digits = isDigit(at) ? digits + 1 : 0;
    }
    return false;
}


} // namespace

bool statesDay(QStringView words)
{
    static constexpr std::array<QStringView, 24> kDayWords = {u"mon", u"tue", u"wed", u"thu", u"fri", u"sat", u"sun", u"jan", u"feb", u"mar", u"apr", u"may",
                                                             u"jun", u"jul", u"aug", u"sep", u"oct", u"nov", u"dec", u"today", u"tonight", u"yesterday", u"tomorrow", u"day"};
    static constexpr std::array<QStringView, 6> kPointers = {u"this", u"last", u"next", u"previous", u"following", u"same"};
    const QString text = words.toString().toLower();
    const auto isLetter = [](QChar sign) { return sign >= u'a' && sign <= u'z'; };
    for (auto begin = std::find_if(text.cbegin(), text.cend(), isLetter); begin != text.cend(); begin = std::find_if(begin, text.cend(), isLetter)) {
        const auto end = std::find_if_not(begin, text.cend(), isLetter);
        const QStringView word(begin, end);
        const bool isDay = std::any_of(kDayWords.begin(), kDayWords.end(), [word](QStringView day) { return word.startsWith(day) && word != u"maybe"; });
        if (isDay || std::find(kPointers.begin(), kPointers.end(), word) != kPointers.end())
            return true;
        begin = end;
    }
    return holdsNumericDate(text);
}

namespace {

/// "shortly after 8 p.m." ends soon, however open the value is.
TimeValue closedIfShortly(const TimeValue &value, QStringView words)
{
    static constexpr std::array<QStringView, 5> kSoon = {u"just", u"shortly", u"soon", u"moments", u"little"};
    const bool isAfter = value.modifier == Modifier::After || value.modifier == Modifier::OnOrAfter;
    const bool isBefore = value.modifier == Modifier::Before || value.modifier == Modifier::OnOrBefore;
    const bool isSoon = std::any_of(kSoon.begin(), kSoon.end(), [words](QStringView soon) { return words.contains(soon, Qt::CaseInsensitive); });
    if (!isClockTime(value) || !isSoon || (!isAfter && !isBefore))
        return value;
    TimeValue closed = value;
    closed.modifier = Modifier::None;
    closed.from = isAfter ? *value.from : value.from->addSecs(-static_cast<qint64>(kShortly));
    closed.to = isAfter ? value.from->addSecs(static_cast<qint64>(kShortly)) : *value.from;
    return closed;
}

} // namespace

bool nameOtherWeekdays(QStringView one, QStringView other)
{
    static constexpr std::array<QStringView, 7> kDays = {u"monday", u"tuesday", u"wednesday", u"thursday", u"friday", u"saturday", u"sunday"};
    const auto dayIn = [](QStringView words) -> std::optional<size_t> {
        const QString text = words.toString().toLower();
        std::optional<size_t> found;
        for (size_t day = 0; day < kDays.size(); ++day) {
            if (text.contains(kDays[day]) && found)
                return std::nullopt; // "from Monday to Friday"
            if (text.contains(kDays[day]))
                found = day;
        }
        return found;
    };
    const std::optional<size_t> left = dayIn(one);
    const std::optional<size_t> right = dayIn(other);
    return left && right && *left != *right;
}

bool isBareClock(const TimeValue &value, QStringView words) { return isClockTime(value) && !statesDay(words); }

Outcome compareTimesAsTold(const TimeValue &oneTold, QStringView oneWords, const TimeValue &otherTold, QStringView otherWords)
{
    const TimeValue one = closedIfShortly(oneTold, oneWords);
    const TimeValue other = closedIfShortly(otherTold, otherWords);
    const bool oneIsBare = isBareClock(one, oneWords);
    const bool otherIsBare = isBareClock(other, otherWords);
    if (!other.from || !one.from || (!oneIsBare && !otherIsBare))
        return compareTimes(one, other);
    const TimeValue left = oneIsBare ? movedToDayOf(one, other) : one;
    const TimeValue right = oneIsBare ? other : movedToDayOf(other, one);
    Outcome outcome = compareTimes(left, right);
    // Against anything but a clock time on a day nothing is proven: the day was never told.
    const bool bothClocks = isClockTime(one) && isClockTime(other);
    if (outcome.relation == Relation::Conflict && !bothClocks)
        outcome.relation = Relation::Unknown;
    return outcome;
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
