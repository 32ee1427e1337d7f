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

struct Zone {
    const char *name;
    int minutes; ///< east of Greenwich
    const char *countries = ""; ///< where it means that; empty: everywhere else
    bool hasSummerTime = false; ///< "ET" is an hour later in America's summer
};

// A name that means several zones in the news has no line without countries.
constexpr std::array kZones{
    Zone{"ist", 330, "IN LK"},
    Zone{"ist", 120, "IL"},
    Zone{"ist", 60, "IE"},
    Zone{"bst", 60, "GB"},
    Zone{"bst", 360, "BD"},
    Zone{"cst", -360, "US CA MX"},
    Zone{"cst", 480, "CN TW"},
    Zone{"ast", -240, "CA PR BM TT"},
    Zone{"ast", 180, "SA KW QA BH IQ"},
    Zone{"gst", 240, "AE OM"},
    Zone{"sst", 480, "SG"},
    Zone{"pst", 480, "PH"},
    Zone{"est", 600, "AU"},
    Zone{"edt", 660, "AU"},
    Zone{"z", 0},
    Zone{"gmt", 0},
    Zone{"utc", 0},
    Zone{"wet", 0},
    Zone{"west", 60},
    Zone{"wat", 60},
    Zone{"cet", 60},
    Zone{"cest", 120},
    Zone{"cat", 120},
    Zone{"sast", 120},
    Zone{"eet", 120},
    Zone{"eest", 180},
    Zone{"eat", 180},
    Zone{"msk", 180},
    Zone{"irst", 210},
    Zone{"pkt", 300},
    Zone{"npt", 345},
    Zone{"bdst", 360},
    Zone{"wib", 420},
    Zone{"ict", 420},
    Zone{"awst", 480},
    Zone{"hkt", 480},
    Zone{"sgt", 480},
    Zone{"myt", 480},
    Zone{"pht", 480},
    Zone{"jst", 540},
    Zone{"kst", 540},
    Zone{"acst", 570},
    Zone{"acdt", 630},
    Zone{"aest", 600},
    Zone{"aedt", 660},
    Zone{"nzst", 720},
    Zone{"nzdt", 780},
    Zone{"nst", -210},
    Zone{"ndt", -150},
    Zone{"brt", -180},
    Zone{"adt", -180},
    Zone{"est", -300},
    Zone{"edt", -240},
    Zone{"cdt", -300},
    Zone{"mst", -420},
    Zone{"mdt", -360},
    Zone{"pst", -480},
    Zone{"pdt", -420},
    Zone{"akst", -540},
    Zone{"akdt", -480},
    Zone{"hst", -600},
    Zone{"et", -300, "", true},
    Zone{"ct", -360, "", true},
    Zone{"mt", -420, "", true},
    Zone{"pt", -480, "", true},
};

constexpr char kDayFirstCountries[] = "GB IE AU NZ IN PK BD LK NP ZA NG KE GH UG TZ ZW SG MY HK MT CY JM TT FR DE AT ES IT PT NL BE LU DK NO FI GR PL CZ RO BG UA RU TR IL AE SA QA EG MA BR AR MX CL CO ID TH VN";

const QString kMonth = u"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"_s;
const QString kTime = u"(?:[\\s,|\\x{2022}\\x{00B7}-]*(?:at|@|-)?\\s*(\\d{1,2})(?:[:.](\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?|(?=\\s?[ap]\\.?m\\b))\\s*([ap]\\.?m\\.?)?\\s*(?:\\(?\\s*([A-Za-z]{1,4}|[+-]\\d{2}:?\\d{2})\\b\\s*\\)?)?)?"_s;

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

bool isListed(const char *countries, const QString &country)
{
    return !country.isEmpty() && QString::fromLatin1(countries).split(u' ').contains(country);
}

/// The first (1) or second (2) Sunday of a month, or the last (0).
QDate sundayOf(int year, int month, int which)
{
    QDate day(year, month, 1);
    if (which == 0) {
        day = day.addMonths(1).addDays(-1);
        return day.addDays(-(day.dayOfWeek() % 7));
    }
    return day.addDays((7 - day.dayOfWeek() % 7) % 7 + 7 * (which - 1));
}

/// Whether clocks in the United States show summer time on a day; the law of 2007, and the one before.
bool isAmericanSummer(QDate day)
{
    const bool isNewLaw = day.year() >= 2007;
    const QDate begin = isNewLaw ? sundayOf(day.year(), 3, 2) : sundayOf(day.year(), 4, 1);
    const QDate end = isNewLaw ? sundayOf(day.year(), 11, 1) : sundayOf(day.year(), 10, 0);
    return day >= begin && day < end;
}

std::optional<int> zoneMinutes(const QString &zone, QDate day, const QString &country)
{
    if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        return zone.startsWith(u'-') ? -minutes : minutes;
    }
    for (const Zone &known : kZones) {
        if (zone.compare(QLatin1StringView(known.name), Qt::CaseInsensitive) != 0 || (*known.countries != 0 && !isListed(known.countries, country)))
            continue;
        return known.minutes + (known.hasSummerTime && isAmericanSummer(day) ? 60 : 0);
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

void addTime(model::NewsDate &date, const QRegularExpressionMatch &match, int firstGroup, const DateHabits &habits)
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
    date.offsetMinutes = zoneMinutes(match.captured(firstGroup + 4), date.date, habits.country);
}

std::optional<model::NewsDate> isoDate(QStringView text, const DateHabits &habits)
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
    date->offsetMinutes = zoneMinutes(zone.size() == 3 && (zone[0] == u'+' || zone[0] == u'-') ? zone + u"00"_s : zone, date->date, habits.country);
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

std::optional<model::NewsDate> dateOf(const WrittenForm &form, const QRegularExpressionMatch &match, const DateHabits &habits)
{
    std::optional<int> month;
    switch (form.monthForm) {
    case MonthForm::English: month = monthNumber(match.capturedView(form.month)); break;
    case MonthForm::Foreign: month = foreignMonthNumber(match.captured(form.month)); break;
    case MonthForm::Number: month = match.capturedView(form.month).toInt(); break;
    }
    std::optional<model::NewsDate> date = month ? made(match.capturedView(form.year).toInt(), *month, match.capturedView(form.day).toInt()) : std::nullopt;
    if (date)
        addTime(*date, match, form.time, habits);
    return date;
}

/// "09:30 GMT, Friday 14 March 2031": the time before the date.
void addTimeBefore(Found &found, QStringView text, const DateHabits &habits)
{
    static const QRegularExpression kTimeBefore(u"\\b(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([ap]\\.?m\\.?)?\\s*\\(?([A-Z]{1,4})?\\)?[,\\s|\\x{2022}\\x{00B7}-]*(?:on\\s+)?(?:[A-Za-z]{3,9},?\\s+)?$"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype kLongest = 40;
    const qsizetype from = std::max<qsizetype>(0, found.begin - kLongest);
    const QRegularExpressionMatch time = found.date.time ? QRegularExpressionMatch() : kTimeBefore.match(text.sliced(from, found.begin - from));
    if (!time.hasMatch())
        return;
    addTime(found.date, time, 1, habits);
    if (found.date.time)
        found.begin = from + time.capturedStart();
}

/// The earliest date written in words or with the year first.
std::optional<Found> wordedDate(QStringView text, const DateHabits &habits)
{
    std::optional<Found> found;
    for (const WrittenForm &form : writtenForms()) {
        const QRegularExpressionMatch match = form.pattern.match(text);
        if (!match.hasMatch() || (found && found->begin <= match.capturedStart()))
            continue;
        if (const std::optional<model::NewsDate> date = dateOf(form, match, habits))
            found = Found{*date, match.capturedStart(), match.capturedEnd()};
    }
    if (found)
        addTimeBefore(*found, text, habits);
    return found;
}

/// "14/03/2031", "03/14/2031"; "04/03/2031" only where an American zone or the habits say which comes first.
std::optional<Found> numberDate(QStringView text, const DateHabits &habits)
{
    static const QRegularExpression kNumbers(u"(?<![\\d/.])(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?![\\d/])"_s + kTime, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kAmerican(u"^(?:[ECMP][SD]?T)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kNumbers.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    std::optional<bool> isDayFirst = habits.isDayFirst;
    if (first > 12 || second > 12 || kAmerican.match(match.captured(8)).hasMatch())
        isDayFirst = first > 12;
    if (!isDayFirst && first != second)
        return std::nullopt;
    const int year = match.captured(3).toInt();
    const std::optional<model::NewsDate> date = isDayFirst.value_or(true) ? made(year, second, first) : made(year, first, second);
    if (!date)
        return std::nullopt;
    Found found{*date, match.capturedStart(), match.capturedEnd()};
    addTime(found.date, match, 4, habits);
    return found;
}

/// "Fri, 14 Mar 31 09:05:30 +0100", as mail and feeds wrote it once (RFC 822); the century is the one that the RFCs agreed on.
std::optional<model::NewsDate> shortYearDate(QStringView text, const DateHabits &habits)
{
    static const QRegularExpression kShort(u"^((?:[a-z]{3},? +)?\\d{1,2} +[a-z]{3} +)(\\d{2})( +\\d{2}:\\d{2}(?::\\d{2})? +(?:[a-z]{1,4}|[+-]\\d{4}))$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kShort.match(text);
    constexpr int kFirstOfLastCentury = 50;
    if (!match.hasMatch())
        return std::nullopt;
    const QString century = match.capturedView(2).toInt() < kFirstOfLastCentury ? u"20"_s : u"19"_s;
    return writtenDate(match.captured(1) + century + match.captured(2) + match.captured(3), habits);
}

} // namespace

std::optional<model::NewsDate> writtenDate(QStringView text, const DateHabits &habits)
{
    text = text.trimmed();
    if (text.size() > 80)
        return std::nullopt;
    if (std::optional<model::NewsDate> iso = isoDate(text, habits); iso && iso->date.year() >= kEarliestYear && iso->date.year() <= kLatestYear)
        return iso;
    if (const std::optional<Found> numbers = numberDate(text, habits); numbers && numbers->begin == 0 && numbers->end == text.size())
        return numbers->date;
    static const QRegularExpression kWeekday(u"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?$"_s, QRegularExpression::CaseInsensitiveOption);
    const std::optional<Found> worded = wordedDate(text, habits);
    const bool isWhole = worded && worded->end == text.size() && (worded->begin == 0 || kWeekday.match(text.first(worded->begin)).hasMatch());
    return isWhole ? std::optional(worded->date) : shortYearDate(text, habits);
}

std::optional<model::NewsDate> dateWithin(QStringView line, const DateHabits &habits)
{
    static const QRegularExpression kIso(u"\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?"_s);
    const QRegularExpressionMatch iso = kIso.match(line);
    if (iso.hasMatch()) {
        if (const std::optional<model::NewsDate> date = writtenDate(iso.capturedView(), habits))
            return date;
    }
    const std::optional<Found> worded = wordedDate(line, habits);
    const std::optional<Found> numbers = numberDate(line, habits);
    if (worded && (!numbers || worded->begin <= numbers->begin))
        return worded->date;
    return numbers ? std::optional(numbers->date) : std::nullopt;
}

std::optional<bool> dayOrderWithin(QStringView text)
{
    static const QRegularExpression kNumbers(u"(?<![\\d/.])(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?![\\d/])"_s);
    std::optional<bool> isDayFirst;
    auto matches = kNumbers.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int first = match.capturedView(1).toInt();
        const int second = match.capturedView(2).toInt();
        if ((first > 12) == (second > 12))
            continue;
        if (isDayFirst && *isDayFirst != (first > 12))
            return std::nullopt;
        isDayFirst = first > 12;
    }
    return isDayFirst;
}

std::optional<bool> isDayFirstIn(const QString &country)
{
    if (country == u"US"_s)
        return false;
    return isListed(kDayFirstCountries, country) ? std::optional(true) : std::nullopt;
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
