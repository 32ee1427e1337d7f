// Where an article's dates were written: "05/03/2031" and "IST" mean one thing in one country and another in the next.
//
//     language en-GB, or an address in .uk, or "LONDON (PA) - ..."  ->  GB: the day comes first, BST is an hour before Greenwich
//     "Published 05/03/2031, updated 14/03/2031"                    ->  the day comes first, wherever it is

#include "reading/text/date_habits.h"

#include "reading/text/line_places.h"
#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <array>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

struct NamedCountry {
    const char *name; ///< folded
    const char *country;
};

// Agencies that write for one country, and the places that their datelines name most.
constexpr std::array kNames{
    NamedCountry{"pti", "IN"},
    NamedCountry{"ani", "IN"},
    NamedCountry{"ians", "IN"},
    NamedCountry{"india", "IN"},
    NamedCountry{"new delhi", "IN"},
    NamedCountry{"mumbai", "IN"},
    NamedCountry{"kolkata", "IN"},
    NamedCountry{"chennai", "IN"},
    NamedCountry{"bengaluru", "IN"},
    NamedCountry{"hyderabad", "IN"},
    NamedCountry{"aap", "AU"},
    NamedCountry{"australia", "AU"},
    NamedCountry{"sydney", "AU"},
    NamedCountry{"melbourne", "AU"},
    NamedCountry{"canberra", "AU"},
    NamedCountry{"brisbane", "AU"},
    NamedCountry{"pa media", "GB"},
    NamedCountry{"press association", "GB"},
    NamedCountry{"london", "GB"},
    NamedCountry{"edinburgh", "GB"},
    NamedCountry{"cardiff", "GB"},
    NamedCountry{"belfast", "GB"},
    NamedCountry{"dublin", "IE"},
    NamedCountry{"ireland", "IE"},
    NamedCountry{"israel", "IL"},
    NamedCountry{"jerusalem", "IL"},
    NamedCountry{"tel aviv", "IL"},
    NamedCountry{"dhaka", "BD"},
    NamedCountry{"bangladesh", "BD"},
    NamedCountry{"colombo", "LK"},
    NamedCountry{"islamabad", "PK"},
    NamedCountry{"karachi", "PK"},
    NamedCountry{"lahore", "PK"},
    NamedCountry{"xinhua", "CN"},
    NamedCountry{"beijing", "CN"},
    NamedCountry{"shanghai", "CN"},
    NamedCountry{"taipei", "TW"},
    NamedCountry{"manila", "PH"},
    NamedCountry{"dubai", "AE"},
    NamedCountry{"abu dhabi", "AE"},
    NamedCountry{"riyadh", "SA"},
    NamedCountry{"doha", "QA"},
    NamedCountry{"baghdad", "IQ"},
    NamedCountry{"ottawa", "CA"},
    NamedCountry{"toronto", "CA"},
    NamedCountry{"canadian press", "CA"},
    NamedCountry{"the canadian press", "CA"},
    NamedCountry{"washington", "US"},
    NamedCountry{"new york", "US"},
    NamedCountry{"chicago", "US"},
    NamedCountry{"los angeles", "US"},
    NamedCountry{"nairobi", "KE"},
    NamedCountry{"lagos", "NG"},
    NamedCountry{"abuja", "NG"},
    NamedCountry{"johannesburg", "ZA"},
    NamedCountry{"cape town", "ZA"},
    NamedCountry{"wellington", "NZ"},
    NamedCountry{"auckland", "NZ"},
};

QString countryOfName(QStringView name)
{
    const QString folded = foldedLine(name);
    const auto known = std::find_if(kNames.begin(), kNames.end(), [&folded](const NamedCountry &each) { return folded == QLatin1StringView(each.name); });
    return known == kNames.end() ? QString() : QString::fromLatin1(known->country);
}

/// "en-GB", "en_IN" -> GB, IN
QString countryOfLanguage(const QString &tag)
{
    static const QRegularExpression kTag(u"^[a-z]{2,3}[_-](?:[a-z]{4}[_-])?([a-z]{2})\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return kTag.match(tag).captured(1).toUpper();
}

/// "https://bay.co.uk/ferry" -> GB. Two-letter ends that everyone buys tell nothing.
QString countryOfAddress(const QString &url)
{
    static const QStringList kSold{u"IO"_s, u"CO"_s, u"ME"_s, u"TV"_s, u"FM"_s, u"AI"_s, u"LY"_s, u"EU"_s, u"CC"_s, u"WS"_s, u"TO"_s, u"SO"_s, u"GG"_s, u"IS"_s, u"AM"_s};
    const QString end = QUrl(url).host().section(u'.', -1).toUpper();
    if (end.size() != 2 || kSold.contains(end))
        return {};
    return end == u"UK"_s ? u"GB"_s : end;
}

/// What the line that opens a story, or a line of metadata, names: "New Delhi, Mar 3 (PTI) ...", "By: PTI".
QString countryOfLine(const QString &line)
{
    static const QRegularExpression kPlace(u"^([\\p{L}. ]{3,25}?)(?: \\[([\\p{L} ]{3,20})\\])?(?:,| \\(|:| --| [\\x{2013}\\x{2014}-] )"_s);
    static const QRegularExpression kSource(u"[(/]([\\p{L} ]{2,30})[)/]|^(?:by|source|agency)[:\\s]+([\\p{L} ]{2,30})$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString start = line.left(80);
    const QRegularExpressionMatch source = kSource.match(start);
    const QRegularExpressionMatch place = kPlace.match(start);
    for (const QString &name : {source.captured(1), source.captured(2), place.captured(2), place.captured(1)}) {
        if (const QString country = name.isEmpty() ? QString() : countryOfName(name); !country.isEmpty())
            return country;
    }
    return {};
}

QString countryOf(const Draft &draft)
{
    const auto foundIn = [&draft](MetadataField field) {
        const Finding *best = draft.best(field);
        return best ? best->values.front() : QString();
    };
    for (const QString &country : {countryOfLanguage(foundIn(MetadataField::Language)), countryOfAddress(foundIn(MetadataField::Url)), countryOfName(foundIn(MetadataField::Agency)), countryOfLine(foundIn(MetadataField::Dateline))}) {
        if (!country.isEmpty())
            return country;
    }
    const size_t last = std::min(linesAboveProse(draft.blocks) + 1, std::min(draft.blocks.size(), kTopLines));
    for (size_t at = 0; at < last; ++at) {
        if (const QString country = countryOfLine(draft.blocks[at].text); !country.isEmpty())
            return country;
    }
    return {};
}

} // namespace

DateHabits dateHabitsOf(const Draft &draft)
{
    DateHabits habits{.isDayFirst = std::nullopt, .country = countryOf(draft)};
    QString edges;
    for (size_t at = 0; at < draft.blocks.size(); ++at) {
        if (isAtEdge(at, draft.blocks.size()) && draft.blocks[at].text.size() <= 300)
            edges += draft.blocks[at].text + u'\n';
    }
    habits.isDayFirst = dayOrderWithin(edges);
    if (!habits.isDayFirst)
        habits.isDayFirst = isDayFirstIn(habits.country);
    return habits;
}

} // namespace variorum::reading
