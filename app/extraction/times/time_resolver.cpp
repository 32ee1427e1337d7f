// From what the words say to the interval they mean.
//
//     "on Sunday", past tense, article of Tuesday 2023-09-12   -> the last Sunday on or before it: 2023-09-10
//     "Last Tuesday", article of Wednesday 2023-09-13          -> the Tuesday of the week before: 2023-09-05
//     "late last month", article of 2023-09-12                 -> 2023-08, mod End
//
// Parts of the day have generous intervals that overlap (evening 16:00 to 24:00, night 18:00 to 6:00), so that two
// outlets' "Wednesday evening" and "Wednesday night" are never made to contradict each other by a table.

#include "extraction/times/time_resolver.h"

#include <QTimeZone>

namespace variorum::extraction {

namespace {

using model::TimeKind;
using model::TimeValue;
using Direction = TimeForm::Direction;

struct PartOfDay {
    const char *code;
    int fromHour;
    int toHour;
};

constexpr PartOfDay kPartsOfDay[] = {{"MO", 0, 12}, {"MI", 11, 15}, {"AF", 12, 18}, {"EV", 16, 24}, {"NI", 18, 30}, {"DT", 6, 18}};

QDateTime at(QDate day, int hour = 0, int minute = 0, int second = 0)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(((hour * 60LL) + minute) * 60 + second);
}

QString twoFigures(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

class Resolver {
public:
    Resolver(const TimeAnchor &anchor, Tense tense, const TimeBefore &before) : m_anchor(anchor), m_tense(tense), m_before(before.day), m_lastBefore(before) {}

    [[nodiscard]] TimeValue resolve(const TimeForm &form);

private:
    [[nodiscard]] std::optional<DayRange> weekday(const TimeForm &form);
    [[nodiscard]] std::optional<DayRange> monthOrDay(const TimeForm &form);
    [[nodiscard]] std::optional<DayRange> partOfYear(const TimeForm &form);
    [[nodiscard]] std::optional<DayRange> holiday(const TimeForm &form);
    [[nodiscard]] std::optional<DayRange> calendarDate(const TimeForm &form);
    [[nodiscard]] std::optional<DayRange> relativeDate(const TimeForm &form, std::optional<QDate> start);
    [[nodiscard]] TimeValue withClock(const TimeForm &form, const DayRange &range);
    [[nodiscard]] TimeValue duration(const TimeForm &form);
    [[nodiscard]] TimeValue interval(const TimeForm &form);
    [[nodiscard]] TimeValue anaphoric(const TimeForm &form);
    [[nodiscard]] std::optional<DayRange> shifted(const TimeForm &form, const DayRange &range) const;
    [[nodiscard]] std::optional<QDate> anchorDay()
    {
        m_usedAnchor = true;
        return m_anchor.day;
    }
    [[nodiscard]] int yearFor(int month, int day, const TimeForm &form, QDate anchor) const;

    const TimeAnchor &m_anchor;
    Tense m_tense;
    std::optional<QDate> m_before;
    const TimeBefore &m_lastBefore;
    bool m_usedAnchor = false;
};

std::optional<DayRange> Resolver::weekday(const TimeForm &form)
{
    const auto anchor = anchorDay();
    if (!anchor)
        return std::nullopt;
    const int back = (anchor->dayOfWeek() - *form.weekday + 7) % 7; // days since the last one, today included
    const QDate monday = anchor->addDays(1 - anchor->dayOfWeek());
    switch (form.direction) {
    case Direction::Last:
        return dayRange(monday.addDays(*form.weekday - 8));
    case Direction::Next:
        return dayRange(anchor->addDays(back == 0 ? 7 : 7 - back));
    case Direction::This:
        return dayRange(monday.addDays(*form.weekday - 1));
    case Direction::None:
        break;
    }
    const bool isNearBehind = m_tense == Tense::Present && back <= 3; // a present verb: the nearest such day
    if (m_tense == Tense::Past || isNearBehind || back == 0)
        return dayRange(anchor->addDays(-back));
    return dayRange(anchor->addDays(7 - back));
}

// The year of a month or day without one: the last on or before the anchor, with a future verb the next.
int Resolver::yearFor(int month, int day, const TimeForm &form, QDate anchor) const
{
    const bool isFuture = form.direction == Direction::Next || (form.direction == Direction::None && m_tense == Tense::Future);
    const bool isThisMonth = month == anchor.month();
    const bool liesAhead = isThisMonth ? day > anchor.day() : month > anchor.month();
    if (form.direction == Direction::This)
        return anchor.year();
    if (m_tense == Tense::Present && form.direction == Direction::None && day > 0) { // a present verb: the nearest such day
        const QDate here(anchor.year(), month, std::min(day, 28));
        const qint64 far = anchor.daysTo(here);
        return anchor.year() + (far > 183 ? -1 : far < -183 ? 1 : 0);
    }
    if (isFuture)
        return liesAhead || (isThisMonth && form.direction != Direction::Next) ? anchor.year() : anchor.year() + 1;
    if (form.direction == Direction::Last && isThisMonth)
        return anchor.year() - 1;
    // A day some weeks ahead is rarely last year's, whatever the verb: "the vote on 5 October was called in June".
    const QDate ahead(anchor.year(), month, std::max(1, day));
    if (liesAhead && day > 0 && ahead.isValid() && anchor.daysTo(ahead) <= 60)
        return anchor.year();
    return liesAhead ? anchor.year() - 1 : anchor.year();
}

std::optional<DayRange> Resolver::monthOrDay(const TimeForm &form)
{
    const std::optional<QDate> anchor = form.year ? std::nullopt : anchorDay();
    if (!form.month) { // "on the 12th"
        if (!anchor)
            return std::nullopt;
        const bool stepBack = m_tense == Tense::Past && *form.day > anchor->day();
        const bool stepOn = m_tense == Tense::Future && *form.day < anchor->day();
        const QDate month = anchor->addMonths(stepBack ? -1 : stepOn ? 1 : 0);
        const QDate day(month.year(), month.month(), *form.day);
        return day.isValid() ? std::optional(dayRange(day)) : std::nullopt;
    }
    if (!form.year && !anchor) {
        const QString month = QLatin1String("XXXX-") + twoFigures(*form.month);
        return DayRange{form.day ? month + QLatin1Char('-') + twoFigures(*form.day) : month, {}, {}};
    }
    int year = form.year ? *form.year : yearFor(*form.month, form.day.value_or(0), form, *anchor);
    if (!form.year && form.day && form.weekday) { // the weekday decides between years
        for (const int candidate : {year, year - 1, year + 1}) {
            if (QDate(candidate, *form.month, *form.day).dayOfWeek() == *form.weekday) {
                year = candidate;
                break;
            }
        }
    }
    if (!form.day)
        return monthRange(year, *form.month);
    const QDate day(year, *form.month, *form.day);
    return day.isValid() ? std::optional(dayRange(day)) : std::nullopt;
}

std::optional<DayRange> Resolver::partOfYear(const TimeForm &form)
{
    std::optional<int> year = form.year;
    if (!year) {
        const auto anchor = anchorDay();
        if (!anchor)
            return DayRange{QLatin1String("XXXX-") + form.yearPart, {}, {}};
        const bool isSeason = form.yearPart[0] != u'Q' && form.yearPart[0] != u'H';
        if (isSeason) { // "last summer": the last that is over; by the months it begins in
            const int begins = form.yearPart == QLatin1String("SP") ? 3 : form.yearPart == QLatin1String("SU") ? 6 : form.yearPart == QLatin1String("FA") ? 9 : 12;
            const bool ahead = begins > anchor->month();
            const bool wantsNext = form.direction == Direction::Next || (form.direction == Direction::None && m_tense == Tense::Future);
            year = form.direction == Direction::This ? anchor->year()
                : wantsNext                          ? anchor->year() + (ahead ? 0 : 1)
                                                     : anchor->year() - (ahead || (form.direction == Direction::Last && begins + 3 > anchor->month()) ? 1 : 0);
        } else {
            year = anchor->year() + (form.direction == Direction::Last ? -1 : form.direction == Direction::Next ? 1 : 0);
            const int months = form.yearPart[0] == u'Q' ? 3 : 6;
            const bool isOver = anchor->month() > form.yearPart.mid(1).toInt() * months;
            if (form.direction == Direction::None && !isOver && m_tense == Tense::Past) // results are told of the last one
                year = *year - 1;
        }
    }
    DayRange range{QString::number(*year) + QLatin1Char('-') + form.yearPart, {}, {}};
    const int number = form.yearPart.mid(1).toInt();
    if (form.yearPart[0] == u'Q' || form.yearPart[0] == u'H') {
        const int months = form.yearPart[0] == u'Q' ? 3 : 6;
        range.from = QDate(*year, (number - 1) * months + 1, 1);
        range.to = range.from->addMonths(months);
    }
    return range; // the months of a season depend on the hemisphere: no interval
}

std::optional<DayRange> Resolver::holiday(const TimeForm &form)
{
    if (form.year) {
        const auto day = holidayIn(*form.year, form.holiday);
        return day ? std::optional(dayRange(*day)) : std::nullopt;
    }
    const auto anchor = anchorDay();
    if (!anchor)
        return std::nullopt;
    std::optional<QDate> best;
    for (const int year : {anchor->year() - 1, anchor->year(), anchor->year() + 1}) {
        const auto day = holidayIn(year, form.holiday);
        if (day && (!best || std::abs(anchor->daysTo(*day)) < std::abs(anchor->daysTo(*best))))
            best = day;
    }
    return best ? std::optional(dayRange(*best)) : std::nullopt;
}

std::optional<DayRange> Resolver::calendarDate(const TimeForm &form)
{
    if (!form.holiday.isEmpty())
        return holiday(form);
    if (form.month || form.day)
        return monthOrDay(form);
    if (form.weekday)
        return weekday(form);
    if (!form.yearPart.isEmpty())
        return partOfYear(form);
    if (form.decade)
        return DayRange{QStringLiteral("%1").arg(*form.decade, 3, 10, QLatin1Char('0')), QDate(*form.decade * 10, 1, 1), QDate(*form.decade * 10 + 10, 1, 1)};
    if (form.century)
        return rangeAround(QDate(*form.century * 100 + 1, 1, 1), Granularity::Century);
    if (form.year)
        return yearRange(*form.year);
    // only a time of day: of the day spoken of last, else of the article's
    if (m_before)
        return dayRange(*m_before);
    const auto anchor = anchorDay();
    if (!anchor)
        return std::nullopt;
    const bool liesAhead = m_tense == Tense::Past && m_anchor.time && form.hour && QTime(std::min(*form.hour, 23), form.minute.value_or(0)) > *m_anchor.time;
    return dayRange(liesAhead ? anchor->addDays(-1) : *anchor); // what is told at 8 of "7 pm" happened the day before
}

std::optional<DayRange> Resolver::relativeDate(const TimeForm &form, std::optional<QDate> start)
{
    if (!start) {
        const bool isToday = form.kind == TimeForm::Kind::Relative && form.unit == Granularity::Day && form.count == 0 && m_anchor.datelineDay;
        return isToday ? std::optional(DayRange{QLatin1String("XXXX-") + m_anchor.datelineDay->toString(QStringLiteral("MM-dd")), {}, {}}) : std::nullopt;
    }
    QDate day = moved(*start, form.unit, form.count);
    const bool isSomeWeekend = form.unit == Granularity::Weekend && form.direction == Direction::None && form.kind == TimeForm::Kind::Relative && form.count == 0;
    if (isSomeWeekend && m_tense != Tense::Future && day.dayOfWeek() < 6)
        day = day.addDays(-7); // "over the weekend" was the last one
    if (!day.isValid() || day.year() < 1)
        return std::nullopt;
    if (form.weekday)
        return dayRange(day.addDays(*form.weekday - day.dayOfWeek()));
    return rangeAround(day, form.unit);
}

TimeValue Resolver::withClock(const TimeForm &form, const DayRange &range)
{
    TimeValue value;
    value.timex = range.timex;
    value.modifier = form.modifier;
    if (range.from)
        value.from = at(*range.from);
    if (range.to)
        value.to = at(*range.to);
    if (!form.hasClock())
        return value;
    value.kind = TimeKind::Time;
    if (form.hour) {
        value.timex += QLatin1Char('T') + twoFigures(*form.hour) + QLatin1Char(':') + twoFigures(form.minute.value_or(0));
        if (form.second)
            value.timex += QLatin1Char(':') + twoFigures(*form.second);
        if (form.offsetMinutes) { // another zone's clock: the local time is not known, the day stays as the interval
            const int minutes = std::abs(*form.offsetMinutes);
            value.timex += minutes == 0 ? QStringLiteral("Z")
                                        : (*form.offsetMinutes < 0 ? QLatin1Char('-') : QLatin1Char('+')) + twoFigures(minutes / 60) + QLatin1Char(':') + twoFigures(minutes % 60);
            return value;
        }
        if (range.isDay()) {
            value.from = at(*range.from, *form.hour, form.minute.value_or(0), form.second.value_or(0));
            value.to = value.from->addSecs(form.second ? 1 : 60);
        }
        return value;
    }
    value.timex += QLatin1Char('T') + form.dayPart;
    for (const PartOfDay &part : kPartsOfDay) {
        if (range.isDay() && form.dayPart == QLatin1String(part.code)) {
            value.from = at(*range.from, part.fromHour);
            value.to = at(*range.from, part.toHour);
        }
    }
    return value;
}

TimeValue Resolver::duration(const TimeForm &form)
{
    TimeValue value;
    value.kind = TimeKind::Duration;
    value.modifier = form.modifier;
    value.timex = durationTimex(form, form.amount);
    if (form.amountTo) {
        value.timex += QLatin1Char('/') + durationTimex(form, form.amountTo);
    } else if (form.amount) {
        double seconds = *form.amount * secondsOf(form.unit);
        for (const auto &[amount, unit] : form.more)
            seconds += amount * secondsOf(unit);
        value.seconds = seconds;
    }
    return value;
}

TimeValue Resolver::interval(const TimeForm &form)
{
    TimeValue first = resolve(form.ends[0]);
    TimeForm secondForm = form.ends[1];
    if (form.ends[0].hour && !secondForm.hasDate() && first.from)
        m_before = first.from->date();
    if (form.ends[0].month && secondForm.month && !secondForm.year && first.from) // "from November to March"
        secondForm.year = first.from->date().year() + (*secondForm.month < *form.ends[0].month ? 1 : 0);
    const TimeValue second = resolve(secondForm);
    first.to = second.to;
    if (first.from && second.to && *second.to <= *first.from) { // "from Friday to Monday": the end follows the beginning
        if (form.ends[1].weekday && !form.ends[1].day)
            first.to = second.to->addDays(7);
        else
            first.from = first.to = std::nullopt;
    }
    const bool shifted = first.to && second.to && *first.to != *second.to;
    const QString last = shifted ? first.to->addDays(-1).date().toString(Qt::ISODate) : second.timex;
    first.timex = first.timex.isEmpty() || second.timex.isEmpty() ? QString() : first.timex + QLatin1Char('/') + last;
    first.modifier = TimeValue::Modifier::None;
    return first;
}

// "two days later" starts from a day, "the same month" from any date
TimeValue Resolver::anaphoric(const TimeForm &form)
{
    const bool isWithinUnit = static_cast<double>(m_lastBefore.days) <= secondsOf(form.unit) / 86400 + 1;
    std::optional<QDate> start = form.unit <= Granularity::Day ? m_before : isWithinUnit ? m_lastBefore.begin : std::nullopt;
    if (!start && form.fallsBackToAnchor)
        start = anchorDay();
    if (form.isVague || form.unit < Granularity::Day || !start)
        return form.amount || form.isVague ? duration(form) : TimeValue{};
    const auto range = relativeDate(form, start);
    return range ? withClock(form, *range) : TimeValue{};
}

// "two weeks before Christmas": from a day by days and weeks to a day, by longer units to one of them
std::optional<DayRange> Resolver::shifted(const TimeForm &form, const DayRange &range) const
{
    if (!range.isDay())
        return std::nullopt;
    const auto &[count, unit] = *form.shift;
    const QDate day = moved(*range.from, unit, count);
    return day.isValid() && day.year() > 0 ? std::optional(rangeAround(day, unit >= Granularity::Month ? unit : Granularity::Day)) : std::nullopt;
}

TimeValue Resolver::resolve(const TimeForm &stated)
{
    TimeForm form = stated;
    if (form.yearShift && !form.year) {
        if (const auto anchor = anchorDay())
            form.year = anchor->year() + *form.yearShift;
    }
    if (form.shift) {
        TimeForm base = form;
        base.shift.reset();
        const TimeValue from = resolve(base);
        const auto range = from.from && from.to ? shifted(form, {from.timex.left(10), from.from->date(), from.to->date()}) : std::nullopt;
        TimeValue value = range ? withClock({}, *range) : TimeValue{};
        value.fromInferredDate = from.fromInferredDate && range;
        return value;
    }
    TimeValue value;
    switch (form.kind) {
    case TimeForm::Kind::Calendar:
        value = withClock(form, calendarDate(form).value_or(DayRange{form.hour || !form.dayPart.isEmpty() ? QStringLiteral("XXXX-XX-XX") : QString(), {}, {}}));
        if (form.weekday && !form.day && !value.from)
            value.timex.clear();
        break;
    case TimeForm::Kind::Relative:
        if (form.isVague || form.unit < Granularity::Day) {
            value.timex = form.count > 0 ? QStringLiteral("FUTURE_REF") : QStringLiteral("PAST_REF");
            if (!form.isVague && form.unit < Granularity::Day)
                value = duration(form);
            break;
        }
        if (const auto range = relativeDate(form, anchorDay()))
            value = withClock(form, *range);
        else if (form.hasClock())
            value.kind = TimeKind::Time;
        value.modifier = form.modifier;
        break;
    case TimeForm::Kind::Anaphoric:
        value = anaphoric(form);
        break;
    case TimeForm::Kind::Reference:
        value.timex = form.timex;
        break;
    case TimeForm::Kind::Duration:
        value = duration(form);
        break;
    case TimeForm::Kind::Set:
        value.kind = TimeKind::Set;
        value.timex = form.timex;
        break;
    case TimeForm::Kind::Interval:
        value = interval(form);
        break;
    }
    value.fromInferredDate = m_usedAnchor && m_anchor.isInferred && value.from.has_value();
    return value;
}

} // namespace

TimeValue resolveTime(const TimeForm &form, const TimeAnchor &anchor, Tense tense, const TimeBefore &before)
{
    return Resolver(anchor, tense, before).resolve(form);
}

} // namespace variorum::extraction
