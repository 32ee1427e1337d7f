// Dates as they are written. Each way of writing one is a pattern with its groups; the earliest match in a line counts.
//
//     "Published 14 March 2031 at 9:05 am GMT"  ->  day-first pattern: 14, March, 2031, then the time  ->  2031-03-14T09:05+00:00

#include "reading/written_date.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
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

/// Months of German, French, Spanish, Portuguese, Italian and Dutch, January first. Articles in them are not compared,
/// but they are listed by date.
constexpr std::array<const char *, 12> kForeignMonths{
    "januar j\u00e4nner jan janvier janv enero ene janeiro gennaio gen januari",
    "februar feb f\u00e9vrier f\u00e9vr febrero fevereiro fev febbraio februari",
    "m\u00e4rz m\u00e4r mars marzo mar mar\u00e7o maart mrt",
    "april apr avril avr abril abr aprile",
    "mai mayo maio maggio mag mei",
    "juni jun juin junio junho giugno giu",
    "juli jul juillet juil julio julho luglio lug",
    "august aug ao\u00fbt agosto ago augustus",
    "september sep sept septembre septiembre setembro set settembre",
    "oktober okt octobre oct octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "dezember dez d\u00e9cembre d\u00e9c diciembre dic dezembro dicembre december dec",
};

std::optional<int> foreignMonthNumber(const QString &name)
{
    const QString lower = name.toLower();
    for (size_t month = 0; month < kForeignMonths.size(); ++month) {
        if (QString::fromUtf8(kForeignMonths[month]).split(u' ').contains(lower))
            return static_cast<int>(month) + 1;
    }
    return std::nullopt;
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
    static const QRegularExpression kIso(u"^(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]+(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*([A-Z]{1,4}|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?$"_s,
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

enum class MonthForm { English,
                       Foreign,
                       Number };

/// A way of writing a date: which of its groups are what. A time's five groups begin at `time`.
struct WrittenForm {
    QRegularExpression pattern;
    MonthForm monthForm = MonthForm::English;
    int year = 0;
    int month = 0;
    int day = 0;
    int time = 0;
};

const std::array<WrittenForm, 6> &writtenForms()
{
    static const auto kAnyCase = QRegularExpression::CaseInsensitiveOption;
    // "2031-03-14" is read before by isoDate(); here the years come first with other signs, or with East Asian ones.
    static const std::array<WrittenForm, 6> kForms{{
        {QRegularExpression(u"\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(?:of\\s+)?"_s + kMonth + u"[\\s,-]+(\\d{4})\\b"_s + kTime, kAnyCase), MonthForm::English, 3, 2, 1, 4},
        {QRegularExpression(u"\\b"_s + kMonth + u"[\\s,-]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})\\b"_s + kTime, kAnyCase), MonthForm::English, 3, 1, 2, 4},
        // "Mon Aug 03 12:45:00 EDT 2031"
        {QRegularExpression(u"\\b"_s + kMonth + u" +(\\d{1,2}) +(\\d{2}):(\\d{2}):(\\d{2}) *()([A-Z]{3,4}|[+-]\\d{4}) +(\\d{4})\\b"_s, kAnyCase), MonthForm::English, 8, 1, 2, 3},
        {QRegularExpression(u"\\b((?:19|20)\\d{2})[/.](\\d{1,2})[/.](\\d{1,2})\\b"_s + kTime, kAnyCase), MonthForm::Number, 1, 2, 3, 4},
        {QRegularExpression(u"((?:19|20)\\d{2})\\s?[\\x{5E74}\\x{B144}]\\s?(\\d{1,2})\\s?[\\x{6708}\\x{C6D4}]\\s?(\\d{1,2})\\s?[\\x{65E5}\\x{C77C}](?:\\s?[(\\x{FF08}].{1,3}[)\\x{FF09}])?"
                            "(?:\\s*(\\d{1,2})[:\\x{6642}\\x{65F6}](\\d{2})(?::(\\d{2}))?()()\\x{5206}?)?"_s),
         MonthForm::Number, 1, 2, 3, 4},
        {QRegularExpression(u"\\b(\\d{1,2})(?:\\.|er|\\x{00BA})?\\s+(?:de\\s+)?(\\p{L}{3,10})\\.?\\s+(?:de\\s+|del\\s+)?((?:19|20)\\d{2})\\b"_s + kTime, kAnyCase), MonthForm::Foreign, 3, 2, 1, 4},
    }};
    return kForms;
}

struct Found {
    model::NewsDate date;
    qsizetype begin = 0;
    qsizetype end = 0;
};

std::optional<model::NewsDate> dateOf(const WrittenForm &form, const QRegularExpressionMatch &match)
{
    std::optional<int> month;
    switch (form.monthForm) {
    case MonthForm::English: month = monthNumber(match.capturedView(form.month)); break;
    case MonthForm::Foreign: month = foreignMonthNumber(match.captured(form.month)); break;
    case MonthForm::Number: month = match.capturedView(form.month).toInt(); break;
    }
    std::optional<model::NewsDate> date = month ? made(match.capturedView(form.year).toInt(), *month, match.capturedView(form.day).toInt()) : std::nullopt;
    if (date)
        addTime(*date, match, form.time);
    return date;
}

/// "09:30 GMT, Friday 14 March 2031": the time before the date.
void addTimeBefore(Found &found, QStringView text)
{
    static const QRegularExpression kTimeBefore(u"\\b(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([ap]\\.?m\\.?)?\\s*\\(?([A-Z]{1,4})?\\)?[,\\s|\\x{2022}\\x{00B7}-]*(?:on\\s+)?(?:[A-Za-z]{3,9},?\\s+)?$"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype kLongest = 40;
    const qsizetype from = std::max<qsizetype>(0, found.begin - kLongest);
    const QRegularExpressionMatch time = found.date.time ? QRegularExpressionMatch() : kTimeBefore.match(text.sliced(from, found.begin - from));
    if (!time.hasMatch())
        return;
    addTime(found.date, time, 1);
    if (found.date.time)
        found.begin = from + time.capturedStart();
}

/// The earliest date written in words or with the year first.
std::optional<Found> wordedDate(QStringView text)
{
    std::optional<Found> found;
    for (const WrittenForm &form : writtenForms()) {
        const QRegularExpressionMatch match = form.pattern.match(text);
        if (!match.hasMatch() || (found && found->begin <= match.capturedStart()))
            continue;
        if (const std::optional<model::NewsDate> date = dateOf(form, match))
            found = Found{*date, match.capturedStart(), match.capturedEnd()};
    }
    if (found)
        addTimeBefore(*found, text);
    return found;
}

/// "14/03/2031", "03/14/2031"; "04/03/2031" only where an "AM" or an American zone says which comes first.
std::optional<Found> numberDate(QStringView text)
{
    static const QRegularExpression kNumbers(u"(?<![\\d/.])(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?![\\d/])"_s + kTime, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kAmerican(u"^(?:[ECMP][SD]?T)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kNumbers.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    const bool isAmerican = match.captured(7).toLower().contains(u'm') || kAmerican.match(match.captured(8)).hasMatch();
    std::optional<model::NewsDate> date;
    if (first > 12 || first == second)
        date = made(match.captured(3).toInt(), second, first);
    else if (second > 12 || isAmerican)
        date = made(match.captured(3).toInt(), first, second);
    if (!date)
        return std::nullopt;
    addTime(*date, match, 4);
    return Found{*date, match.capturedStart(), match.capturedEnd()};
}

} // namespace

std::optional<model::NewsDate> writtenDate(QStringView text)
{
    text = text.trimmed();
    if (text.size() > 80)
        return std::nullopt;
    if (std::optional<model::NewsDate> iso = isoDate(text); iso && iso->date.year() >= kEarliestYear && iso->date.year() <= kLatestYear)
        return iso;
    if (const std::optional<Found> numbers = numberDate(text); numbers && numbers->begin == 0 && numbers->end == text.size())
        return numbers->date;
    static const QRegularExpression kWeekday(u"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?$"_s, QRegularExpression::CaseInsensitiveOption);
    const std::optional<Found> worded = wordedDate(text);
    const bool isWhole = worded && worded->end == text.size() && (worded->begin == 0 || kWeekday.match(text.first(worded->begin)).hasMatch());
    return isWhole ? std::optional(worded->date) : std::nullopt;
}

std::optional<model::NewsDate> dateWithin(QStringView line)
{
    static const QRegularExpression kIso(u"\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?"_s);
    const QRegularExpressionMatch iso = kIso.match(line);
    if (iso.hasMatch()) {
        if (const std::optional<model::NewsDate> date = writtenDate(iso.capturedView()))
            return date;
    }
    const std::optional<Found> worded = wordedDate(line);
    const std::optional<Found> numbers = numberDate(line);
    if (worded && (!numbers || worded->begin <= numbers->begin))
        return worded->date;
    return numbers ? std::optional(numbers->date) : std::nullopt;
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
