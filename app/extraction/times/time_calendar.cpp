// Calendar arithmetic of time expressions. Western Easter is by the anonymous Gregorian algorithm (Meeus 1991).
//
//     holidayIn(2024, "easter-2") == 2024-03-29, Good Friday; "11/4/4" is the fourth Thursday of November.

#include "extraction/times/time_calendar.h"

#include <cmath>

namespace variorum::extraction {

namespace {

QString padded(int number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return {year, sum / 31, sum % 31 + 1};
}

} // namespace

DayRange yearRange(int year)
{
    return {padded(year, 4), QDate(year, 1, 1), QDate(year + 1, 1, 1)};
}

DayRange monthRange(int year, int month)
{
    const QDate from(year, month, 1);
    return {padded(year, 4) + QLatin1Char('-') + padded(month, 2), from, from.addMonths(1)};
}

DayRange dayRange(QDate day)
{
    return {day.toString(Qt::ISODate), day, day.addDays(1)};
}

DayRange rangeAround(QDate day, Granularity unit)
{
    const QDate monday = day.addDays(1 - day.dayOfWeek());
    int weekYear = 0;
    const int week = day.weekNumber(&weekYear);
    const QString weekName = padded(weekYear, 4) + QLatin1String("-W") + padded(week, 2);
    switch (unit) {
    case Granularity::Weekend:
        return {weekName + QLatin1String("-WE"), monday.addDays(5), monday.addDays(7)};
    case Granularity::Week:
        return {weekName, monday, monday.addDays(7)};
    case Granularity::Month:
        return monthRange(day.year(), day.month());
    case Granularity::Quarter: {
        const int quarter = (day.month() - 1) / 3;
        const QDate from(day.year(), quarter * 3 + 1, 1);
        return {padded(day.year(), 4) + QLatin1String("-Q") + QString::number(quarter + 1), from, from.addMonths(3)};
    }
    case Granularity::Year:
        return yearRange(day.year());
    case Granularity::Decade:
        return {padded(day.year() / 10, 3), QDate(day.year() / 10 * 10, 1, 1), QDate(day.year() / 10 * 10 + 10, 1, 1)};
    case Granularity::Century:
        return {padded(day.year() / 100, 2), QDate(day.year() / 100 * 100, 1, 1), QDate(day.year() / 100 * 100 + 100, 1, 1)};
    case Granularity::Second:
    case Granularity::Minute:
    case Granularity::Hour:
    case Granularity::Day:
    case Granularity::Fortnight:
        break;
    }
    return dayRange(day);
}

QDate moved(QDate day, Granularity unit, double count)
{
    const int whole = static_cast<int>(std::lround(std::clamp(count, -9000.0, 9000.0)));
    switch (unit) {
    case Granularity::Second:
    case Granularity::Minute:
    case Granularity::Hour:
        return day;
    case Granularity::Day: return day.addDays(whole);
    case Granularity::Weekend:
    case Granularity::Week: return day.addDays(std::lround(std::clamp(count, -9000.0, 9000.0) * 7));
    case Granularity::Fortnight: return day.addDays(whole * 14);
    case Granularity::Month: return day.addMonths(whole);
    case Granularity::Quarter: return day.addMonths(whole * 3);
    case Granularity::Year: return day.addYears(whole);
    case Granularity::Decade: return day.addYears(whole * 10);
    case Granularity::Century: return day.addYears(whole * 100);
    }
    return day;
}

std::optional<QDate> holidayIn(int year, const QString &rule)
{
    if (rule.startsWith(QLatin1String("easter")))
        return easterSunday(year).addDays(rule.sliced(6).toInt());
    const QStringList parts = rule.split(u'/');
    if (parts.size() == 3) {
        const QDate first(year, parts[0].toInt(), 1);
        const int wait = (parts[1].toInt() - first.dayOfWeek() + 7) % 7;
        return first.addDays(wait + 7 * (parts[2].toInt() - 1));
    }
    const QDate day(year, rule.left(2).toInt(), rule.mid(3).toInt());
    return day.isValid() ? std::optional(day) : std::nullopt;
}

double secondsOf(Granularity unit)
{
    switch (unit) {
    case Granularity::Second: return 1;
    case Granularity::Minute: return 60;
    case Granularity::Hour: return 3600;
    case Granularity::Day: return 86400;
    case Granularity::Weekend: return 2 * 86400.0;
    case Granularity::Week: return 7 * 86400.0;
    case Granularity::Fortnight: return 14 * 86400.0;
    case Granularity::Month: return 365.2425 / 12 * 86400;
    case Granularity::Quarter: return 365.2425 / 4 * 86400;
    case Granularity::Year: return 365.2425 * 86400;
    case Granularity::Decade: return 3652.425 * 86400;
    case Granularity::Century: return 36524.25 * 86400;
    }
    return 0;
}

QString durationTimex(const TimeForm &form, std::optional<double> amount)
{
    static constexpr std::pair<Granularity, const char *> kCodes[] = {{Granularity::Second, "S"}, {Granularity::Minute, "M"}, {Granularity::Hour, "H"},
        {Granularity::Day, "D"}, {Granularity::Weekend, "WE"}, {Granularity::Week, "W"}, {Granularity::Month, "M"}, {Granularity::Quarter, "Q"},
        {Granularity::Year, "Y"}, {Granularity::Decade, "DE"}, {Granularity::Century, "CE"}};
    const auto part = [](const QString &number, Granularity unit) {
        for (const auto &[each, code] : kCodes) {
            if (each == unit)
                return number + QLatin1String(code);
        }
        return number + QLatin1Char('W'); // a fortnight, counted in weeks
    };
    // "half an hour" is PT30M; a fortnight is two weeks
    if (amount && form.unit == Granularity::Hour && *amount < 1)
        return QLatin1String("PT") + part(QString::number(*amount * 60), Granularity::Minute);
    const double factor = form.unit == Granularity::Fortnight ? 2 : 1;
    const QString number = amount ? QString::number(*amount * factor, 'g', 10) : QStringLiteral("X");
    QString timex = (form.unit < Granularity::Day ? QLatin1String("PT") : QLatin1String("P")) + part(number, form.unit);
    bool hasClock = form.unit < Granularity::Day;
    for (const auto &[more, unit] : form.more) {
        if (unit < Granularity::Day && !hasClock) {
            timex += QLatin1Char('T');
            hasClock = true;
        }
        timex += part(QString::number(more, 'g', 10), unit);
    }
    return timex;
}

} // namespace variorum::extraction
