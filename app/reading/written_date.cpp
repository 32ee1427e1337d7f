#include "reading/written_date.h"

#include <QHash>
#include <QRegularExpression>
#include <array>
#include <utility>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

constexpr int kEarliestYear = 1900;
constexpr int kLatestYear = 2100;

// Offsets in minutes. IST and such are left out: they name several zones.
constexpr std::array<std::pair<const char *, int>, 16> kZones{{
    {"z", 0},
    {"gmt", 0},
    {"utc", 0},
    {"bst", 60},
    {"cet", 60},
    {"cest", 120},
    {"eet", 120},
    {"eest", 180},
    {"est", -300},
    {"edt", -240},
    {"cst", -360},
    {"cdt", -300},
    {"mst", -420},
    {"mdt", -360},
    {"pst", -480},
    {"pdt", -420},
}};

const QString kMonth = u"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"_s;
const QString kTime = u"(?:[\\s,|\\x{2022}\\x{00B7}-]*(?:at|@|-)?\\s*(\\d{1,2})[:.](\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([ap]\\.?m\\.?)?\\s*(?:\\(?\\s*([A-Za-z]{1,4}|[+-]\\d{2}:?\\d{2})\\b\\s*\\)?)?)?"_s;

std::optional<int> monthNumber(QStringView name)
{
    static const QString kStarts = u"janfebmaraprmayjunjulaugsepoctnovdec"_s;
    const qsizetype at = kStarts.indexOf(name.left(3).toString().toLower());
    return at >= 0 && at % 3 == 0 ? std::optional(static_cast<int>(at / 3) + 1) : std::nullopt;
}

std::optional<int> zoneMinutes(const QString &zone)
{
    if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        return zone.startsWith(u'-') ? -minutes : minutes;
    }
    for (const auto &[name, minutes] : kZones) {
        if (zone.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return minutes;
    }
    return std::nullopt;
}

std::optional<model::NewsDate> made(int year, int month, int day)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < kEarliestYear || year > kLatestYear)
        return std::nullopt;
    model::NewsDate made;
    made.date = date;
    return made;
}

void addTime(model::NewsDate &date, const QRegularExpressionMatch &match, int firstGroup)
{
    if (!match.hasCaptured(firstGroup) || match.captured(firstGroup).isEmpty())
        return;
    int hour = match.captured(firstGroup).toInt();
    const QString half = match.captured(firstGroup + 3).toLower();
    if (half.startsWith(u'p') && hour < 12)
        hour += 12;
    if (half.startsWith(u'a') && hour == 12)
        hour = 0;
    const QTime time(hour, match.captured(firstGroup + 1).toInt(), match.captured(firstGroup + 2).toInt());
    if (!time.isValid())
        return;
    date.time = time;
    date.offsetMinutes = zoneMinutes(match.captured(firstGroup + 4));
}

std::optional<model::NewsDate> isoDate(QStringView text)
{
    static const QRegularExpression kIso(u"^(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]+(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kIso.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    std::optional<model::NewsDate> date = made(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
    if (!date || !match.hasCaptured(4) || !time.isValid())
        return date;
    date->time = time;
    const QString zone = match.captured(7);
    date->offsetMinutes = zoneMinutes(zone.size() == 3 && (zone[0] == u'+' || zone[0] == u'-') ? zone + u"00"_s : zone);
    return date;
}

const QRegularExpression &dayFirst()
{
    static const QRegularExpression kPattern(u"\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(?:of\\s+)?"_s + kMonth + u"[\\s,-]+(\\d{4})\\b"_s + kTime, QRegularExpression::CaseInsensitiveOption);
    return kPattern;
}

const QRegularExpression &monthFirst()
{
    static const QRegularExpression kPattern(u"\\b"_s + kMonth + u"[\\s,-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})\\b"_s + kTime, QRegularExpression::CaseInsensitiveOption);
    return kPattern;
}

struct Found {
    model::NewsDate date;
    qsizetype begin = 0;
    qsizetype end = 0;
};

std::optional<Found> englishDate(QStringView text)
{
    std::optional<Found> found;
    const auto consider = [&found](const QRegularExpressionMatch &match, int dayGroup, int monthGroup) {
        if (!match.hasMatch() || (found && found->begin <= match.capturedStart()))
            return;
        const std::optional<int> month = monthNumber(match.capturedView(monthGroup));
        std::optional<model::NewsDate> date = month ? made(match.captured(3).toInt(), *month, match.captured(dayGroup).toInt()) : std::nullopt;
        if (!date)
            return;
        addTime(*date, match, 4);
        found = Found{*date, match.capturedStart(), match.capturedEnd()};
    };
    consider(dayFirst().match(text), 1, 2);
    consider(monthFirst().match(text), 2, 1);
    return found;
}

std::optional<model::NewsDate> numberDate(QStringView text)
{
    static const QRegularExpression kNumbers(u"^(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})"_s + kTime + u"$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kNumbers.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    std::optional<model::NewsDate> date;
    if (first > 12 || first == second)
        date = made(match.captured(3).toInt(), second, first);
    else if (second > 12)
        date = made(match.captured(3).toInt(), first, second);
    if (date)
        addTime(*date, match, 4);
    return date;
}

} // namespace

std::optional<model::NewsDate> writtenDate(QStringView text)
{
    text = text.trimmed();
    if (text.size() > 80)
        return std::nullopt;
    if (std::optional<model::NewsDate> iso = isoDate(text); iso && iso->date.year() >= kEarliestYear && iso->date.year() <= kLatestYear)
        return iso;
    if (const std::optional<model::NewsDate> numbers = numberDate(text))
        return numbers;
    static const QRegularExpression kWeekday(u"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?$"_s, QRegularExpression::CaseInsensitiveOption);
    // "08:30, 12 Sep 2023": the time before the date.
    static const QRegularExpression kTimeBefore(u"^(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([ap]\\.?m\\.?)?\\s*([A-Z]{1,4})?[,\\s|-]*(?:[A-Za-z]{3,9},?\\s+)?$"_s, QRegularExpression::CaseInsensitiveOption);
    std::optional<Found> english = englishDate(text);
    if (!english || english->end < text.size())
        return std::nullopt;
    const QStringView before = text.first(english->begin);
    if (kWeekday.match(before).hasMatch())
        return english->date;
    const QRegularExpressionMatch time = kTimeBefore.match(before);
    if (!time.hasMatch())
        return std::nullopt;
    addTime(english->date, time, 1);
    return english->date;
}

std::optional<model::NewsDate> dateWithin(QStringView line)
{
    static const QRegularExpression kIso(u"\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?"_s);
    const QRegularExpressionMatch iso = kIso.match(line);
    if (iso.hasMatch()) {
        if (const std::optional<model::NewsDate> date = writtenDate(iso.capturedView()))
            return date;
    }
    const std::optional<Found> english = englishDate(line);
    return english ? std::optional(english->date) : std::nullopt;
}

std::optional<model::NewsDate> dateInAddress(QStringView url)
{
    static const QRegularExpression kPath(u"[/-](20\\d{2}|19\\d{2})([/-])(\\d{1,2})\\2(\\d{1,2})(?:[/.-]|$)"_s);
    static const QRegularExpression kNamed(u"/(20\\d{2}|19\\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\\d{1,2})(?:/|$)"_s);
    const QRegularExpressionMatch path = kPath.match(url);
    if (path.hasMatch())
        return made(path.captured(1).toInt(), path.captured(3).toInt(), path.captured(4).toInt());
    const QRegularExpressionMatch named = kNamed.match(url);
    if (named.hasMatch())
        return made(named.captured(1).toInt(), monthNumber(named.capturedView(2)).value_or(0), named.captured(3).toInt());
    return std::nullopt;
}

} // namespace variorum::reading
