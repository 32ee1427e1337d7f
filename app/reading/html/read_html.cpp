#include "reading/clean_text.h"
#include "reading/html/main_text.h"
#include "reading/html/page_kind.h"
#include "reading/html/page_metadata.h"
#include "reading/html/parse_page.h"
#include "reading/html/saved_page.h"
#include "reading/reader.h"
#include "reading/source_text.h"
#include "reading/text/phrases.h"
#include "reading/text/plain_blocks.h"

#include <QRegularExpression>
#include <algorithm>

namespace variorum::reading {

using namespace Qt::StringLiterals;

bool recognisesHtml(const Source &source)
{
    // Early in the file, so that a text that quotes a tag stays text.
    static const QRegularExpression kStart(u"^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--[\\s\\S]{0,4000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|title|meta|article|main|div|p|h1|h2|section|table|link|script|style)\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kAnywhere(u"<(?:html|body|head)\\b[^>]{0,500}>"_s, QRegularExpression::CaseInsensitiveOption);
    const bool isNamedSo = source.ending == u"html" || source.ending == u"htm" || source.ending == u"xhtml";
    return kStart.match(source.head).hasMatch() || kAnywhere.match(source.head.left(4000)).hasMatch()
        || (isNamedSo && source.head.contains(u'<') && source.head.contains(u'>'));
}

Draft draftFromHtml(QStringView html)
{
    Draft draft;
    draft.mediaType = u"text/html"_s;
    draft.hasMarkup = true;
    const html::ParsedPage page = html::parsePage(html);
    const QString witness = html::readPageMetadata(page, draft);
    const Finding *title = draft.best(model::MetadataField::Title);
    html::MainText found = html::mainText(page.tree, title ? QStringView(title->values.front()) : QStringView(), witness);
    if (const auto reason = html::whyNoArticle(page, draft, found)) {
        draft.failure = reason;
        return draft;
    }
    for (base::Error &problem : html::takeMissingParts(page, found))
        draft.problems.push_back(std::move(problem));
    for (html::PageBlock &block : found.blocks)
        draft.blocks.push_back({block.kind, std::move(block.text)});
    draft.captions = found.captions;
    if (page.isTooDeep)
        draft.problems.push_back({base::ErrorCode::TooComplex, {}, {}});
    return draft;
}

Draft draftFromSavedPage(QStringView html)
{
    const html::SavedPage saved = html::savedPage(html);
    Draft draft = draftFromHtml(saved.html.isEmpty() ? html : saved.html);
    draft.find(model::MetadataField::Url, Trust::Visible, saved.url, u"archive"_s);
    return draft;
}

std::vector<Draft> readHtml(const Source &source)
{
    const Decoded decoded = decodeSource(source, source.bytes, declaredCharset(source.bytes));
    Draft draft = draftFromSavedPage(cleanCharacters(decoded.text));
    noteCharset(draft, decoded);
    return {draft};
}

} // namespace variorum::reading
