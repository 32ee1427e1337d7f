#include "reading/risky/office/office_metadata.h"

#include "reading/clean_text.h"
#include "reading/written_date.h"

#include <QRegularExpression>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

bool isTitle(const QString &title)
{
    static const QRegularExpression kByProgram(u"^(?:untitled|document|unknown|title|no title|slide|presentation|powerpoint presentation|print|template|blank|draft|scan|fax|new)\\b.{0,12}$|^microsoft (?:word|powerpoint|excel)\\b|\\.(?:docx?|pdf|rtf|odt|indd|qxp|qxd|tex|dvi|txt|html?|pages|wpd|pub|pmd|cdr|ai)$|^(?:https?:|file:|about:)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return title.size() >= 6 && title.size() <= 300 && title.contains(u' ') && !kByProgram.match(title).hasMatch();
}

/// "Ann Lee", "Dr. Jan van der Berg"; not "jlee", "HP User", "Communications Office".
bool isPerson(const QString &name)
{
    static const QRegularExpression kName(u"^(?:\\p{Lu}[\\p{L}.'\\x{2019}-]*|de|da|van|von|der|bin|al|el|la|le|di|du|dos|den|ter)(?: (?:\\p{Lu}[\\p{L}.'\\x{2019}-]*|de|da|van|von|der|bin|al|el|la|le|di|du|dos|den|ter)){1,4}$"_s);
    static const QRegularExpression kByProgram(u"\\b(?:user|users|admin|administrator|owner|office|microsoft|windows|author|unknown|default|pc|laptop|desktop|computer|staff|press|communications?|media|department|ministry|university|team|service|inc|ltd|llc|gmbh|corp)\\b"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return kName.match(name).hasMatch() && !kByProgram.match(name).hasMatch();
}

} // namespace

void findOfficeProperties(const OfficeProperties &properties, Draft &draft)
{
    const QString title = cleanCharacters(properties.title).simplified();
    if (isTitle(title))
        draft.find(MetadataField::Title, Trust::Meta, title, properties.source);
    QStringList names;
    static const QRegularExpression kBetween(u"\\s*(?:;|,|&|\\band\\b)\\s*"_s);
    for (const QString &name : cleanCharacters(properties.author).simplified().split(kBetween, Qt::SkipEmptyParts)) {
        if (isPerson(name) && !names.contains(name))
            names.append(name);
    }
    if (!names.isEmpty())
        draft.findings.push_back({MetadataField::Authors, Trust::Properties, names, properties.source});
    if (const auto created = writtenDate(properties.created))
        draft.find(MetadataField::Published, Trust::Properties, *created, properties.source);
    static const QRegularExpression kLanguage(u"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"_s);
    if (kLanguage.match(properties.language).hasMatch())
        draft.find(MetadataField::Language, Trust::Properties, properties.language, properties.source);
}

} // namespace variorum::reading::risky
