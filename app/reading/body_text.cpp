#include "reading/body_text.h"

#include "reading/author_names.h"
#include "reading/clean_text.h"
#include "reading/html/fragment.h"
#include "reading/html/linked_data.h"
#include "reading/text/plain_blocks.h"
#include "reading/written_date.h"

#include <QRegularExpression>

namespace variorum::reading {

using namespace Qt::StringLiterals;
using model::MetadataField;

void addHtmlBody(QStringView html, Draft &draft)
{
    html::Fragment fragment = html::readFragment(cleanCharacters(html));
    draft.hasMarkup = true;
    draft.blocks.insert(draft.blocks.end(), std::make_move_iterator(fragment.blocks.begin()), std::make_move_iterator(fragment.blocks.end()));
    draft.captions += fragment.captions;
    if (fragment.isTooDeep)
        draft.problems.push_back({base::ErrorCode::TooComplex, {}, {}});
}

void addPlainBody(QStringView text, Draft &draft)
{
    const std::vector<DraftBlock> blocks = plainBlocks(cleanCharacters(text));
    draft.blocks.insert(draft.blocks.end(), blocks.begin(), blocks.end());
}

void addByline(const QString &byline, const QString &source, Draft &draft)
{
    const Finding *outlet = draft.best(MetadataField::Outlet);
    Byline read = bylineOf(html::withoutMarkup(byline), outlet ? outlet->values.front() : QString(), NameSource::Field);
    read.people.removeIf([](const QString &name) { return !name.contains(u' ') && !isEastAsianName(name); });
    html::addByline(read, Trust::Declared, source, draft);
}

void addDate(MetadataField field, const QString &date, const QString &source, Draft &draft)
{
    if (const auto written = writtenDate(date.trimmed()))
        draft.find(field, Trust::Declared, *written, source);
}

void addLanguage(const QString &tag, const QString &source, Draft &draft)
{
    static const QRegularExpression kTag(u"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|\\d{3}))?(?:[-_].*)?$"_s);
    const QRegularExpressionMatch match = kTag.match(tag.trimmed());
    if (!match.hasMatch())
        return;
    const QString region = match.captured(2).toUpper();
    draft.find(MetadataField::Language, Trust::Declared, match.captured(1).toLower() + (region.isEmpty() ? QString() : u'-' + region), source);
}

void addAddress(const QString &url, const QString &source, Draft &draft)
{
    const QString address = url.trimmed();
    const bool isOfTheWeb = address.startsWith("http://"_L1, Qt::CaseInsensitive) || address.startsWith("https://"_L1, Qt::CaseInsensitive);
    if (isOfTheWeb && !address.contains(u' '))
        draft.find(MetadataField::Url, Trust::Declared, address, source);
}

Draft failedDraft(const QString &mediaType, base::ErrorCode code, const QString &detail)
{
    Draft draft;
    draft.mediaType = mediaType;
    draft.failure = base::Error{code, {}, detail};
    return draft;
}

} // namespace variorum::reading
