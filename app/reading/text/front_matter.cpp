// Front matter, as static-site tools and note takers write it. Only the flat part of YAML and TOML that people use for
// articles: a key a line, a list in brackets or as indented dashes, quotes around values, comments after " #".
//
//     ---
//     title: "Ferry sinks off Halvern"
//     authors:
//       - Ann Lee
//       - Bo Hart
//     ---            ->  Title, Authors {Ann Lee, Bo Hart}

#include "reading/text/front_matter.h"

#include "reading/written_date.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <optional>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kSource = u"front matter"_s;

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

QString unquoted(QStringView value)
{
    value = value.trimmed();
    static const QRegularExpression kDoubled(u"^\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?$"_s);
    static const QRegularExpression kSingle(u"^'((?:[^']|'')*)'\\s*(?:#.*)?$"_s);
    if (const QRegularExpressionMatch doubled = kDoubled.match(value); doubled.hasMatch())
        return doubled.captured(1).replace(u"\\\""_s, u"\""_s);
    if (const QRegularExpressionMatch single = kSingle.match(value); single.hasMatch())
        return single.captured(1).replace(u"''"_s, u"'"_s);
    const qsizetype comment = value.indexOf(u" #");
    return (comment < 0 ? value : value.first(comment)).trimmed().toString();
}

QStringList listed(QStringView value)
{
    value = value.trimmed();
    if (!value.startsWith(u'[') || !value.endsWith(u']'))
        return value.isEmpty() ? QStringList() : QStringList{unquoted(value)};
    QStringList items;
    for (const QStringView item : value.sliced(1, value.size() - 2).split(u',', Qt::SkipEmptyParts))
        items.append(unquoted(item));
    return items;
}

void addField(MetadataField field, QStringList values, Draft &draft)
{
    values.removeIf([](const QString &value) { return value.trimmed().isEmpty(); });
    if (values.isEmpty())
        return;
    switch (field) {
    case MetadataField::Published:
    case MetadataField::Updated:
        if (const auto date = writtenDate(values.front()))
            draft.find(field, Trust::Declared, *date, kSource);
        return;
    case MetadataField::Authors:
    case MetadataField::Agency: {
        static const QRegularExpression kBetween(u"\\s*(?:,|;|&|\\band\\b)\\s*"_s);
        static const QRegularExpression kBy(u"^by\\s+"_s, QRegularExpression::CaseInsensitiveOption);
        QStringList names;
        for (QString value : values)
            names += value.remove(kBy).split(kBetween, Qt::SkipEmptyParts);
        draft.findings.push_back({field, Trust::Declared, names, kSource});
        return;
    }
    default: draft.find(field, Trust::Declared, values.front(), kSource);
    }
}

std::optional<MetadataField> fieldOf(QStringView key)
{
    const QString folded = key.toString().toLower().remove(u'_').remove(u'-').remove(u' ');
    const auto known = std::find_if(kKeys.begin(), kKeys.end(), [&folded](const KnownKey &candidate) { return folded == QLatin1StringView(candidate.name); });
    return known == kKeys.end() ? std::nullopt : std::optional(known->field);
}

} // namespace

qsizetype frontMatterSize(QStringView text)
{
    static const QRegularExpression kYaml(u"\\A\\s*---[ \\t]*\\n((?:[^\\n]*\\n){1,200}?)(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)"_s);
    static const QRegularExpression kToml(u"\\A\\s*\\+\\+\\+[ \\t]*\\n((?:[^\\n]*\\n){1,200}?)\\+\\+\\+[ \\t]*(?:\\n|\\z)"_s);
    static const QRegularExpression kKeyLine(u"^[A-Za-z][\\w -]{0,40}\\s*[:=]"_s, QRegularExpression::MultilineOption);
    for (const QRegularExpression &pattern : {kYaml, kToml}) {
        const QRegularExpressionMatch match = pattern.match(text);
        if (match.hasMatch() && kKeyLine.match(match.captured(1)).hasMatch())
            return match.capturedEnd();
    }
    return 0;
}

void readFrontMatter(QStringView frontMatter, Draft &draft)
{
    static const QRegularExpression kLine(u"^([A-Za-z][\\w -]{0,40}?)\\s*[:=]\\s*(.*)$"_s);
    std::optional<MetadataField> open; // a key whose values may follow as dashes
    QStringList values;
    const auto finish = [&open, &values, &draft] {
        if (open)
            addField(*open, values, draft);
        open.reset();
        values.clear();
    };
    for (const QStringView line : frontMatter.split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        const QRegularExpressionMatch match = kLine.match(line);
        if (match.hasMatch()) {
            finish();
            open = fieldOf(match.capturedView(1));
            values = listed(match.capturedView(2));
        } else if (trimmed.startsWith(u"- ") && open) {
            const QRegularExpressionMatch named = kLine.match(trimmed.sliced(2));
            values.append(unquoted(named.hasMatch() && named.captured(1) == u"name" ? named.capturedView(2) : trimmed.sliced(2)));
        }
    }
    finish();
}

} // namespace variorum::reading
