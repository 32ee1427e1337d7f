// Names out of bylines. A byline is cut at its separators; each part loses its lead-in ("By", "Words:"), what stands in
// brackets or after "for", "in", "of", and from its end, word by word, roles, degrees, the outlet and agencies. What is
// left is a person, unless it is made of words that only collectives have.
//
//     "By Ann Lee MD, Staff Writer, and Bo Hart The Associated Press"
//       parts   "By Ann Lee MD" | "Staff Writer" | "Bo Hart The Associated Press"
//       people  "Ann Lee"       |  -             | "Bo Hart"      agencies  "Associated Press"

#include "reading/author_names.h"

#include "reading/text/phrases.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

QSet<QString> wordSet(QLatin1StringView words)
{
    const QStringList list = QString(words).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.begin(), list.end());
}

/// What people are to their paper. Such words at the end of a part are no part of a name.
const QSet<QString> &roleWords()
{
    static const QSet<QString> kWords = wordSet(
        "reporter reporters correspondent correspondents writer writers editor editors columnist columnists journalist journalists producer producers contributor contributors "
        "photographer photographers author authors analyst fellow intern blogger host anchor critic freelance freelancer special senior chief deputy associate assistant managing "
        "executive staff staffer contributing guest lead principal national political politics sports business science health technology tech legal crime courts city metro "
        "education economics environment diplomatic investigative foreign world breaking features news digital online multimedia audience general assignment ceo cofounder founder president director manager "
        "redacteur redakteur redakteurin journaliste autor autorin"_L1);
    return kWords;
}

/// Degrees and titles behind a name, folded. "Jr" and numerals are part of the name.
const QSet<QString> &degreeWords()
{
    static const QSet<QString> kWords = wordSet("md phd ms msc ma ba bsc mba rd rdn ldn dds dvm np rn esq jd mph pharmd mph cpt lcsw cfp edd do facp"_L1);
    return kWords;
}

/// Words of those who sign together.
const QSet<QString> &collectiveWords()
{
    static const QSet<QString> kWords = wordSet(
        "staff newsroom editorial editors admin administrator team teams desk newsdesk webdesk bureau agencies agency contributors correspondents reporters "
        "redaction redaktion redazione redaccion redacao redactie board department service services"_L1);
    return kWords;
}

/// Words that organisations have in their names and people do not.
const QSet<QString> &organisationWords()
{
    static const QSet<QString> kWords = wordSet(
        "times post news newspaper newspapers herald press tribune journal gazette chronicle telegraph daily weekly magazine media network networks radio television tv university school institute college "
        "foundation association society center centre inc llc ltd corp company group report reports review today online com org net council ministry committee sciences observer "
        "guardian independent courier sentinel examiner dispatch bulletin standard mirror publishing publications communications international"_L1);
    return kWords;
}

/// Words that stand near names on pages and are never in them, folded.
const QSet<QString> &nearWords()
{
    static const QSet<QString> kWords = wordSet(
        "the a an and or in on at to from of by with for more view see full bio follow following share read posted updated published photo photos image images getty video watch listen comment comments "
        "subscribe sign log login email contact about all our your my this that here latest related popular trending home world politics sports sport business opinion opinions entertainment lifestyle culture technology "
        "science health travel food style music movies money tech local national international us uk usa "
        "monday tuesday wednesday thursday friday saturday sunday january february march september october november december facebook twitter instagram linkedin whatsapp reddit youtube tiktok "
        "min read minutes ago am pm est edt pst pdt gmt utc credit courtesy caption source written story text words as told edited reviewed fact checked advertisement menu search newsletter newsletters "
        "profile profiles archive author authors last first update orcid rss feed add copy link print save gift unlock new has is are was get stories recent most mr mrs ms joined"_L1);
    return kWords;
}

const QSet<QString> &particles()
{
    static const QSet<QString> kWords = wordSet("de da van von der bin al el la le di du dos das den ter ten del della ibn abu y e i zu zur af"_L1);
    return kWords;
}

bool isEastAsianText(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar unit) {
        const ushort code = unit.unicode();
        return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7AF) || unit == u' ' || unit == QChar(0x30FB);
    });
}

QString withoutThe(const QString &folded) { return folded.startsWith("the "_L1) ? folded.mid(4) : folded; }

class BylineReader {
public:
    BylineReader(const QString &outlet, NameSource source)
        : m_outlet(withoutThe(foldedLine(outlet)))
        , m_source(source)
    {
    }

    Byline read(QString text)
    {
        static const QRegularExpression kAddress(u"https?:\\S+|\\S+@\\S+|(?<!\\S)@\\w+"_s);
        static const QRegularExpression kBrackets(u"\\s*[(\\[][^()\\[\\]]*[)\\]]"_s);
        static const QRegularExpression kBetween(u"\\s*(?:,|;|\\||&|\\n|\\x{2022}|\\x{00B7}|\\x{3001}|\\x{FF0C}|\\x{FF0F}|(?<=\\s)/(?=\\s)|\\s[\\x{2013}\\x{2014}-]\\s|\\b(?:and|und|et|with additional reporting by)\\b)\\s*"_s, QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression kReversed(u"^(\\p{Lu}[\\p{L}'\\x{2019}-]+), (\\p{Lu}[\\p{L}.'\\x{2019}-]*(?: \\p{Lu}\\.?)?)$"_s);
        constexpr qsizetype kLongest = 20'000; // a byline, not the page
        text.truncate(kLongest);
        text.remove(kAddress).remove(kBrackets);
        if (const QRegularExpressionMatch reversed = kReversed.match(text.simplified()); m_source == NameSource::Field && reversed.hasMatch())
            text = reversed.captured(2) + u' ' + reversed.captured(1); // "Lee, Ann"
        for (const QString &part : text.split(kBetween, Qt::SkipEmptyParts))
            addPart(part);
        return m_byline;
    }

private:
    void addPart(const QString &part)
    {
        static const QRegularExpression kNumber(u"\\s+\\d.*$"_s); // a date or a count
        QString name = withoutPlace(withoutLeadIn(part.simplified()));
        const bool hadNumber = kNumber.match(name).hasMatch();
        name.remove(kNumber);
        const QString whole = name;
        trimEnd(name);
        if (name.isEmpty() || (hadNumber && !name.contains(u' ')) || degreeWords().contains(foldedLine(name)))
            return;
        if (isCollective(name) && collectiveWords().contains(foldedLine(whole).section(u' ', -1)))
            name = whole; // "The Bay Staff": the role is part of it
        if (const QString agency = agencyName(name); !agency.isEmpty()) {
            addOnce(m_byline.agencies, agency);
            return;
        }
        if (isCollective(name)) {
            if (m_byline.collective.isEmpty() && isNamedCollective(name))
                m_byline.collective = name;
            return;
        }
        if (isPerson(name))
            addOnce(m_byline.people, name);
        else if (!hadNumber)
            ++m_byline.otherParts;
    }

    static QString withoutLeadIn(QString part)
    {
        static const QRegularExpression kBy(
            u"^(?:(?:and\\s+)?(?:first\\s+)?(?:written|posted|reported|edited|words|text|story|stories|published|reporting|analysis|commentary|opinion|review|reviewed|created|photography|article|author|writer)s?\\s*)?(?:by\\b[:\\s]*|:\\s*)"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression kOther(u"^(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|przez)\\s+(?=\\p{Lu}\\S*\\s+\\p{Lu})"_s);
        static const QRegularExpression kEastAsian(u"^(?:\\x{8457}\\x{8005}|\\x{4F5C}\\x{8005}|\\x{6587}|\\x{8A18}\\x{8005}|\\x{8BB0}\\x{8005})\\s*(?:[:\\x{FF1A}\\x{25CF}\\x{FF0F}/])\\s*"_s);
        // "political reporter Ann Lee": a role in small letters before the name
        static const QRegularExpression kRole(u"^(?:\\p{Ll}[\\p{Ll}-]+\\s+){0,3}(?:reporter|correspondent|editor|writer|columnist|critic|analyst)s?\\s+(?=\\p{Lu})"_s);
        QString before;
        while (before != part) { // "By: by Ann Lee"
            before = part;
            part.remove(kBy).remove(kOther).remove(kEastAsian).remove(kRole);
        }
        return part.trimmed();
    }

    /// "Ann Lee in Halvern", "Ann Lee for The Bay", "Amie Mock as told to Ann Lee": from the small word on.
    static QString withoutPlace(const QString &part)
    {
        static const QRegularExpression kTail(u"^(\\S+\\s+\\S.*?)\\s+(?:for|of|in|at|from|via|on|is|as told to)\\s+\\S.*$"_s);
        const QRegularExpressionMatch match = kTail.match(part);
        return match.hasMatch() && !organisationWords().contains(foldedLine(match.captured(1)).section(u' ', -1)) && !match.captured(1).startsWith("University"_L1) ? match.captured(1) : part;
    }

    void trimEnd(QString &name)
    {
        dropBeat(name);
        for (bool changed = true; changed && !name.isEmpty();) {
            changed = false;
            while (!name.isEmpty() && QStringView(u",|-:/\u2013\u2014\u2022*").contains(name.back())) {
                name = name.chopped(1).trimmed();
                changed = true;
            }
            const QString folded = foldedLine(name);
            const QString last = folded.section(u' ', -1);
            const qsizetype words = name.count(u' ') + 1;
            if (words < 2)
                break;
            if (dropOwner(name) || ((degreeWords().contains(last) && isCapitals(name.section(u' ', -1))) || (words > 2 && roleWords().contains(last)))) {
                if (foldedLine(name) == folded)
                    name = name.section(u' ', 0, -2);
                changed = true;
            }
        }
        while (!name.isEmpty() && QStringView(u"-:/\u2013\u2014*").contains(name.front()))
            name = name.mid(1).trimmed();
    }

    /// "Ann Lee Maritime correspondent": the role in small letters behind a beat of one word, which would pass for a name.
    static void dropBeat(QString &name)
    {
        static const QRegularExpression kBeat(u"^(\\p{Lu}\\S*(?:\\s+\\p{Lu}\\S*)+)\\s+\\p{Lu}[\\p{L}-]{3,}\\s+(?:correspondent|reporter|editor|writer)$"_s);
        if (const QRegularExpressionMatch beat = kBeat.match(name); beat.hasMatch())
            name = beat.captured(1);
    }

    static bool isCapitals(QStringView word)
    {
        return std::count_if(word.begin(), word.end(), [](QChar unit) { return unit.isUpper(); }) >= 2;
    }

    /// "Ann Lee The Bay", "Bo Hart Associated Press": the outlet or an agency run into the name.
    bool dropOwner(QString &name)
    {
        const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
        for (qsizetype from = 2; from < words.size(); ++from) {
            const QString tail = words.sliced(from).join(u' ');
            const QString agency = agencyName(tail);
            const QString folded = withoutThe(foldedLine(tail));
            if (agency.isEmpty() && (folded.isEmpty() || folded != m_outlet))
                continue;
            if (!agency.isEmpty())
                addOnce(m_byline.agencies, agency);
            name = words.first(from).join(u' ');
            return true;
        }
        return false;
    }

    [[nodiscard]] bool isCollective(const QString &name) const
    {
        const QString folded = withoutThe(foldedLine(name));
        const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
        const bool hasWord = std::any_of(words.begin(), words.end(), [](const QString &word) { return collectiveWords().contains(word) || organisationWords().contains(word); });
        const bool areRoles = std::all_of(words.begin(), words.end(), [](const QString &word) { return roleWords().contains(word); });
        const bool isAddress = name.contains(u'.') && !name.contains(u' ') && name.section(u'.', -1).size() >= 2 && name.section(u'.', -1).front().isLower();
        return hasWord || areRoles || isAddress || (!m_outlet.isEmpty() && folded == m_outlet) || name.startsWith("The "_L1);
    }

    /// "The Bay Staff" names somebody, "Staff Reporter" and "Web Desk" do not.
    [[nodiscard]] bool isNamedCollective(const QString &name) const
    {
        static const QSet<QString> kBare = wordSet("web editor editors guest admin author online digital our"_L1);
        const QStringList words = withoutThe(foldedLine(name)).split(u' ', Qt::SkipEmptyParts);
        const bool isBare = std::all_of(words.begin(), words.end(), [](const QString &word) { return collectiveWords().contains(word) || roleWords().contains(word) || kBare.contains(word); });
        return !isBare && words.size() >= 2 && name.size() <= 60 && name.front().isUpper() && withoutThe(foldedLine(name)) != m_outlet && (m_source == NameSource::Field || words.size() <= 5);
    }

    [[nodiscard]] bool isPerson(const QString &name) const
    {
        static const QRegularExpression kNoName(u"[@\\d!?:]|https?|\\b(?:unknown|null|undefined|none|updated|published|guest|author|anonymous|root)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        if (name.size() > 60 || name.count(u' ') > 6 || kNoName.match(name).hasMatch())
            return false;
        if (m_source == NameSource::Page)
            return looksLikePerson(name) && !roleWords().contains(foldedLine(name).section(u' ', -1));
        return (name.size() >= 3 || (name.size() == 2 && isEastAsianText(name))) && std::any_of(name.begin(), name.end(), [](QChar unit) { return unit.isLetter(); });
    }

    static void addOnce(QStringList &list, const QString &name)
    {
        constexpr qsizetype kMost = 100; // no article has more: what has is a list of something else
        if (list.size() < kMost && !list.contains(name, Qt::CaseInsensitive))
            list.append(name);
    }

    QString m_outlet; ///< folded, without "the"
    NameSource m_source;
    Byline m_byline;
};

} // namespace

bool looksLikePerson(const QString &text)
{
    static const QRegularExpression kWord(u"^(?:(?:\\p{Lu}|[\\p{Ll}]{1,3}[\\x{2019}'-]?\\p{Lu})[\\p{L}\\p{M}.'\\x{2019}-]*|\\p{Lu}\\.?)$"_s);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2 || words.size() > 5 || text.size() > 50)
        return false;
    int capitals = 0;
    for (const QString &word : words) {
        const QString folded = foldedLine(word);
        if (particles().contains(word)) // in lower case, as written
            continue;
        if (!kWord.match(word).hasMatch() || word.endsWith("'s"_L1) || word.endsWith(u"\u2019s"_s) || nearWords().contains(folded) || organisationWords().contains(folded))
            return false;
        ++capitals;
    }
    return capitals >= 2 && words.front().front().isUpper();
}

bool isEastAsianName(const QString &text)
{
    constexpr qsizetype kLongest = 8;
    return text.size() >= 2 && text.size() <= kLongest && isEastAsianText(text);
}

Byline bylineOf(const QString &text, const QString &outlet, NameSource source) { return BylineReader(outlet, source).read(text); }

} // namespace variorum::reading
