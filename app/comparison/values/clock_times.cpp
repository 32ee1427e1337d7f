// Clock times and the words that tell them. A clock time is as exact as its minutes show: the rounder, the further it may be
// off. "Just after" and "shortly before" leave a stretch that is as wide as anyone would take it, so nothing is added to that:
//
//     19:52            / 20:00    eight minutes apart: 20:00 may be a quarter of an hour off
//     "just after 2am" / 02:41    apart: shortly after two ends at 02:25, and 02:41 is exact
//     "8.31am"         / 2023-09-14T08:31    its words name no day: held against the clock alone

#include "comparison/values/clock_times.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::TimeKind;
using model::TimeValue;
using Modifier = TimeValue::Modifier;

namespace {

constexpr double kShortly = 25.0 * 60.0; // seconds that "shortly after" reaches

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

bool isClockTime(const TimeValue &value)
{
    const qsizetype at = value.timex.indexOf(u'T');
    return value.kind != TimeKind::Duration && value.kind != TimeKind::Set && value.from && value.to && at > 0 && at + 1 < value.timex.size() && value.timex.at(at + 1).isDigit();
}

double roundingOfClock(const TimeValue &value)
{
    constexpr double kOfAnother = 15.0 * 60.0; // of what is no clock time
    constexpr double kShortlyOff = 2.0 * 60.0;
    constexpr qint64 kMinute = 60;
    if (!isClockTime(value))
        return kOfAnother;
    if (value.from->secsTo(*value.to) > kMinute)
        return kShortlyOff; // "shortly after two" is a stretch already
    const int minute = value.from->time().minute();
    const double minutes = minute == 0 ? 15 : minute == 30 ? 12 : minute % 15 == 0 ? 8 : minute % 5 == 0 ? 6 : 2;
    return minutes * 60.0 * (value.modifier == Modifier::Approximate ? 2.0 : 1.0);
}

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

bool isBareClock(const TimeValue &value, QStringView words) { return isClockTime(value) && !statesDay(words); }

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

} // namespace variorum::comparison
