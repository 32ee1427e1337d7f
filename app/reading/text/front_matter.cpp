// Front matter, as static-site tools, note takers and web clippers write it: the part of YAML and TOML that people use for
// articles. A key a line; behind it a value, plain or in quotes, a list in brackets or as dashes, a map with a name in it, or
// a block of indented lines. Wiki links and null values are what clippers leave.
//
//     ---
//     title: >-
//       Ferry sinks
//       off Halvern
//     authors:
//       - "[[Ann Lee]]"
//       - {name: Bo Hart, mail: bo@bay.example}
//     source: https://bay.example/ferry
//     ---            ->  Title "Ferry sinks off Halvern", Authors {Ann Lee, Bo Hart}, Url
//
// Where the closing line is missing, the keys at the top are still metadata and end where the first other line begins.

#include "reading/text/front_matter.h"

#include "reading/author_names.h"
#include "reading/text/date_habits.h"
#include "reading/text/phrases.h"
#include "reading/written_date.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kSource = u"front matter"_s;
constexpr qsizetype kMostValues = 100; ///< of one key: no article has more authors
constexpr int kMostLines = 400;

struct KnownKey {
    const char *name;
    MetadataField field;
};

constexpr std::array kKeys{
    KnownKey{"title", MetadataField::Title},
    KnownKey{"headline", MetadataField::Title},
    KnownKey{"author", MetadataField::Authors},
    KnownKey{"authors", MetadataField::Authors},
    KnownKey{"byline", MetadataField::Authors},
    KnownKey{"by", MetadataField::Authors},
    KnownKey{"creator", MetadataField::Authors},
    KnownKey{"date", MetadataField::Published},
    KnownKey{"published", MetadataField::Published},
    KnownKey{"publishdate", MetadataField::Published},
    KnownKey{"publisheddate", MetadataField::Published},
    KnownKey{"datepublished", MetadataField::Published},
    KnownKey{"pubdate", MetadataField::Published},
    KnownKey{"publishedat", MetadataField::Published},
    KnownKey{"updated", MetadataField::Updated},
    KnownKey{"lastmod", MetadataField::Updated},
    KnownKey{"modified", MetadataField::Updated},
    KnownKey{"updatedat", MetadataField::Updated},
    KnownKey{"datemodified", MetadataField::Updated},
    KnownKey{"source", MetadataField::Outlet},
    KnownKey{"outlet", MetadataField::Outlet},
    KnownKey{"publisher", MetadataField::Outlet},
    KnownKey{"publication", MetadataField::Outlet},
    KnownKey{"site", MetadataField::Outlet},
    KnownKey{"sitename", MetadataField::Outlet},
    KnownKey{"website", MetadataField::Outlet},
    KnownKey{"newspaper", MetadataField::Outlet},
    KnownKey{"agency", MetadataField::Agency},
    KnownKey{"agencies", MetadataField::Agency},
    KnownKey{"credit", MetadataField::Agency},
    KnownKey{"wire", MetadataField::Agency},
    KnownKey{"url", MetadataField::Url},
    KnownKey{"link", MetadataField::Url},
    KnownKey{"canonical", MetadataField::Url},
    KnownKey{"canonicalurl", MetadataField::Url},
    KnownKey{"permalink", MetadataField::Url},
    KnownKey{"sourceurl", MetadataField::Url},
    KnownKey{"lang", MetadataField::Language},
    KnownKey{"language", MetadataField::Language},
    KnownKey{"dateline", MetadataField::Dateline},
};

const QRegularExpression &keyLine()
{
    static const QRegularExpression kLine(u"^([A-Za-z][\\w -]{0,40}?)\\s*[:=]\\s*(.*)$"_s);
    return kLine;
}

std::optional<MetadataField> fieldOf(QStringView key)
{
    const QString folded = key.toString().toLower().remove(u'_').remove(u'-').remove(u' ');
    const auto known = std::find_if(kKeys.begin(), kKeys.end(), [&folded](const KnownKey &candidate) { return folded == QLatin1StringView(candidate.name); });
    return known == kKeys.end() ? std::nullopt : std::optional(known->field);
}

/// The escapes of a text in double quotes: \", \\, \n, \x41, \u00e9, \U0001F600.
QString unescaped(const QString &text)
{
    static const QRegularExpression kEscape(u"\\\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))"_s);
    QString plain;
    qsizetype done = 0;
    auto escapes = kEscape.globalMatch(text);
    while (escapes.hasNext()) {
        const QRegularExpressionMatch escape = escapes.next();
        plain += QStringView(text).sliced(done, escape.capturedStart() - done);
        done = escape.capturedEnd();
        if (const QString sign = escape.captured(4); !sign.isEmpty()) {
            plain += u"ntr"_s.contains(sign) ? u" "_s : sign;
            continue;
        }
        const char32_t code = (escape.captured(1) + escape.captured(2) + escape.captured(3)).toUInt(nullptr, 16);
        plain += code <= 0x10FFFF ? QString::fromUcs4(&code, 1) : QString(QChar(0xFFFD));
    }
    plain += QStringView(text).sliced(done);
    return plain;
}

/// "[[Ann Lee]]", "[[people/lee|Ann Lee]]", "[Ann Lee](https://...)": the name alone.
QString withoutLink(const QString &text)
{
    static const QRegularExpression kWiki(u"^\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]$"_s);
    static const QRegularExpression kLink(u"^\\[([^\\[\\]]+)\\]\\([^()]*\\)$"_s);
    for (const QRegularExpression *const pattern : {&kWiki, &kLink}) {
        if (const QRegularExpressionMatch match = pattern->match(text); match.hasMatch())
            return match.captured(1).trimmed();
    }
    return text;
}

/// One plain or quoted value; empty where it is null.
QString scalar(QStringView value)
{
    value = value.trimmed();
    static const QRegularExpression kDoubled(u"^\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?$"_s);
    static const QRegularExpression kSingle(u"^'((?:[^']|'')*)'\\s*(?:#.*)?$"_s);
    if (const QRegularExpressionMatch doubled = kDoubled.match(value); doubled.hasMatch())
        return withoutLink(unescaped(doubled.captured(1)));
    if (const QRegularExpressionMatch single = kSingle.match(value); single.hasMatch())
        return withoutLink(single.captured(1).replace(u"''"_s, u"'"_s));
    const qsizetype comment = value.startsWith(u'#') ? 0 : value.indexOf(u" #");
    const QString plain = (comment < 0 ? value : value.first(comment)).trimmed().toString();
    return plain == u"~"_s || plain.compare("null"_L1, Qt::CaseInsensitive) == 0 ? QString() : withoutLink(plain);
}

/// The parts between commas, but for commas in quotes and in brackets.
QList<QStringView> partsOf(QStringView list)
{
    QList<QStringView> parts;
    QChar quote;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QChar unit = list[at];
        if (!quote.isNull()) {
            if (unit == u'\\' && quote == u'"')
                ++at;
            else if (unit == quote)
                quote = QChar();
        } else if ((unit == u'"' || unit == u'\'') && list.sliced(begin, at - begin).trimmed().isEmpty()) {
            quote = unit;
        } else if (unit == u'[' || unit == u'{') {
            ++depth;
        } else if (unit == u']' || unit == u'}') {
            --depth;
        } else if (unit == u',' && depth <= 0) {
            parts.append(list.sliced(begin, at - begin));
            begin = at + 1;
        }
    }
    parts.append(list.sliced(begin));
    return parts;
}

/// "{name: Ann Lee, mail: ann@bay.example}" -> Ann Lee
QString nameInMap(QStringView map)
{
    static const QRegularExpression kName(u"^\\s*[\"']?(?:name|title)[\"']?\\s*[:=]\\s*(.*)$"_s, QRegularExpression::CaseInsensitiveOption);
    for (const QStringView part : partsOf(map.sliced(1, map.size() - 2))) {
        if (const QRegularExpressionMatch name = kName.match(part); name.hasMatch())
            return scalar(name.capturedView(1));
    }
    return {};
}

/// What stands behind a key or a dash, brackets and braces resolved.
QStringList valuesOf(QStringView value)
{
    value = value.trimmed();
    const bool isWikiLink = value.startsWith(u"[[") && value.endsWith(u"]]") && !value.contains(u',');
    if (value.startsWith(u'{') && value.endsWith(u'}') && value.size() >= 2)
        return {nameInMap(value)};
    if (isWikiLink || !value.startsWith(u'[') || !value.endsWith(u']') || value.size() < 2)
        return {scalar(value)};
    QStringList items;
    for (const QStringView part : partsOf(value.sliced(1, value.size() - 2))) {
        if (items.size() >= kMostValues)
            break;
        const QStringView item = part.trimmed();
        items.append(item.startsWith(u'{') && item.endsWith(u'}') && item.size() >= 2 ? nameInMap(item) : scalar(item));
    }
    return items;
}

/// A key with what belongs to it.
struct Entry {
    QString key;
    QString value; ///< of its own line and of the lines that go on
    QStringList items; ///< lines that begin with a dash
};

class EntryReader {
public:
    std::vector<Entry> read(QStringView frontMatter)
    {
        for (const QStringView line : frontMatter.split(u'\n'))
            readLine(line);
        return std::move(m_entries);
    }

private:
    void readLine(QStringView line)
    {
        static const QRegularExpression kBlock(u"^[|>][+-]?\\d?[+-]?(?:\\s+#.*)?$"_s);
        static const QRegularExpression kName(u"^name\\s*[:=]\\s*(.*)$"_s);
        const QStringView trimmed = line.trimmed();
        const bool isIndented = !line.isEmpty() && line.front().isSpace();
        const QRegularExpressionMatch key = isIndented || m_isInBlock ? QRegularExpressionMatch() : keyLine().match(line);
        const bool isInList = !key.hasMatch() && !m_entries.empty() && isOpenList(m_entries.back().value);
        if (m_isInBlock && !isIndented && !trimmed.isEmpty()) {
            m_isInBlock = false;
            readLine(line);
        } else if (key.hasMatch()) {
            const QStringView value = key.capturedView(2).trimmed();
            m_isInBlock = kBlock.match(value).hasMatch();
            m_entries.push_back({key.captured(1), m_isInBlock ? QString() : value.toString(), {}});
        } else if (!m_entries.empty() && !trimmed.isEmpty()) {
            Entry &entry = m_entries.back();
            const QRegularExpressionMatch name = kName.match(trimmed.startsWith(u"- ") ? trimmed.sliced(2).trimmed() : trimmed);
            if (!m_isInBlock && !isInList && entry.value.isEmpty() && name.hasMatch())
                addItem(entry, name.captured(1));
            else if (!m_isInBlock && !isInList && trimmed.startsWith(u"- "))
                addItem(entry, trimmed.sliced(2).toString());
            else if ((isIndented || isInList) && entry.items.isEmpty() && (m_isInBlock || isInList || !keyLine().match(trimmed).hasMatch()))
                entry.value += (entry.value.isEmpty() ? QString() : u" "_s) + trimmed.toString();
        }
    }

    static bool isOpenList(QStringView value) { return value.startsWith(u'[') && value.count(u'[') > value.count(u']'); }

    static void addItem(Entry &entry, const QString &item)
    {
        if (entry.items.size() < kMostValues)
            entry.items.append(item);
    }

    std::vector<Entry> m_entries;
    bool m_isInBlock = false;
};

void addNames(MetadataField field, const QStringList &values, Draft &draft)
{
    const Finding *outlet = draft.best(MetadataField::Outlet);
    QStringList people;
    QStringList agencies;
    QString collective;
    for (const QString &value : values) {
        const Byline byline = bylineOf(value, outlet ? outlet->values.front() : QString(), NameSource::Field);
        people += byline.people;
        agencies += byline.agencies;
        if (collective.isEmpty())
            collective = byline.collective;
    }
    if (field == MetadataField::Agency) // here any name is one
        agencies += std::exchange(people, {});
    if (field == MetadataField::Agency && agencies.isEmpty() && !collective.isEmpty())
        agencies.append(std::exchange(collective, {}));
    people.removeDuplicates();
    agencies.removeDuplicates();
    if (!people.isEmpty())
        draft.findings.push_back({MetadataField::Authors, Trust::Declared, people, kSource});
    else if (!collective.isEmpty())
        draft.find(MetadataField::Authors, Trust::Address, collective, kSource);
    if (!agencies.isEmpty())
        draft.findings.push_back({MetadataField::Agency, Trust::Declared, agencies, kSource});
}

void addField(MetadataField field, QStringList values, Draft &draft)
{
    static const QRegularExpression kAddress(u"^https?://\\S+$"_s, QRegularExpression::CaseInsensitiveOption);
    values.removeIf([](const QString &value) { return value.trimmed().isEmpty(); });
    if (values.isEmpty())
        return;
    switch (field) {
    case MetadataField::Published:
    case MetadataField::Updated:
        if (const auto date = writtenDate(values.front(), dateHabitsOf(draft)))
            draft.find(field, Trust::Declared, *date, kSource);
        return;
    case MetadataField::Authors:
    case MetadataField::Agency: addNames(field, values, draft); return;
    case MetadataField::Outlet: // clippers write the address there
        draft.find(kAddress.match(values.front()).hasMatch() ? MetadataField::Url : field, Trust::Declared, values.front(), kSource);
        return;
    default: draft.find(field, Trust::Declared, values.front(), kSource);
    }
}

enum class LineKind { Key,
                      Known, ///< a key that says what an article is
                      Part, ///< blank, indented, a dash, a comment
                      Other };

LineKind kindOf(QStringView line)
{
    if (line.trimmed().isEmpty() || line.front().isSpace() || QStringView(u"-#[]{}\"'").contains(line.front()))
        return LineKind::Part;
    const QRegularExpressionMatch key = keyLine().match(line);
    if (!key.hasMatch())
        return LineKind::Other;
    return fieldOf(key.capturedView(1)) ? LineKind::Known : LineKind::Key;
}

} // namespace

bool isKeyLine(QStringView line)
{
    constexpr qsizetype kLongestKey = 20;
    return kindOf(line) == LineKind::Known && line.indexOf(u':') > 0 && line.indexOf(u':') <= kLongestKey;
}

qsizetype frontMatterSize(QStringView text)
{
    static const QRegularExpression kOpening(u"\\A\\s*(---|\\+\\+\\+)[ \\t]*\\n"_s);
    const QRegularExpressionMatch opening = kOpening.match(text);
    if (!opening.hasMatch())
        return 0;
    constexpr int kFewest = 2; // that tell it from a rule and a line with a colon, where nothing closes it
    int keys = 0;
    int knownAbove = 0; // known ones above endOfKeys
    int others = 0;
    bool hasProse = false;
    bool wasBlank = false;
    qsizetype endOfKeys = 0; // where the first line begins that is none of a key's, or the first blank one
    qsizetype at = opening.capturedEnd();
    for (int count = 0; count < kMostLines && at < text.size(); ++count) {
        const qsizetype found = text.indexOf(u'\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        const QStringView line = text.sliced(at, end - at);
        const QStringView trimmed = line.trimmed();
        const qsizetype next = std::min(end + 1, text.size());
        if ((trimmed == opening.capturedView(1) || (trimmed == u"..." && opening.captured(1) == u"---"_s)) && !line.front().isSpace()) {
            // A rule far below keys that nobody closed ends no front matter: prose stands between.
            const bool isClosed = keys > 0 && others * 2 <= keys && !hasProse;
            return isClosed ? next : (knownAbove >= kFewest ? endOfKeys : 0);
        }
        const LineKind kind = kindOf(line);
        if (endOfKeys == 0 && (kind == LineKind::Other || trimmed.isEmpty()))
            endOfKeys = at;
        keys += kind == LineKind::Key || kind == LineKind::Known;
        knownAbove += kind == LineKind::Known && endOfKeys == 0;
        others += kind == LineKind::Other;
        hasProse = hasProse || (kind == LineKind::Other && wasBlank) || (kind == LineKind::Other && endsSentence(line));
        wasBlank = trimmed.isEmpty();
        at = next;
    }
    return knownAbove >= kFewest ? endOfKeys : 0;
}

void readFrontMatter(QStringView frontMatter, Draft &draft)
{
    std::vector<Entry> entries = EntryReader().read(frontMatter);
    // First what other values are read by: the outlet is no author, language and address tell how dates are written.
    std::stable_partition(entries.begin(), entries.end(), [](const Entry &entry) {
        const std::optional<MetadataField> field = fieldOf(entry.key);
        return field == MetadataField::Outlet || field == MetadataField::Language || field == MetadataField::Url;
    });
    for (const Entry &entry : entries) {
        const std::optional<MetadataField> field = fieldOf(entry.key);
        if (!field)
            continue;
        QStringList values;
        if (entry.items.isEmpty()) {
            values = valuesOf(entry.value);
        } else {
            for (const QString &item : entry.items)
                values += valuesOf(item);
        }
        addField(*field, values, draft);
    }
}

} // namespace variorum::reading
