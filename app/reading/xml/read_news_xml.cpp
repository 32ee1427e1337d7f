// XML that carries news: feeds, NewsML-G2, NITF; and lists of feeds (OPML), which carry none. Told by the first element
// of the file, so that a text about <rss> stays a text.

#include "reading/body_text.h"
#include "reading/clean_text.h"
#include "reading/reader.h"
#include "reading/source_text.h"
#include "reading/xml/news_xml.h"

#include <QRegularExpression>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

/// The first element's name without its prefix, where the file is XML of a kind that is read here; empty else.
QString rootName(QStringView head)
{
    static const QRegularExpression kRoot(u"\\A\\s*(?:(?:<\\?[^>]*>|<!--[\\s\\S]{0,4000}?-->|<!DOCTYPE\\b[^>\\[]*(?:\\[[^\\]]*\\]\\s*)?>)\\s*)*<(?:[A-Za-z_][\\w.-]*:)?(rss|RDF|feed|opml|newsMessage|newsItem|packageItem|planningItem|conceptItem|knowledgeItem|nitf|NewsML)(\\s[^>]*)?>"_s);
    const QRegularExpressionMatch match = kRoot.match(head);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(1);
    // The words alone may stand in a text ("<rss> is ..."): each says more of itself, or what must follow does.
    const QStringView rest = head.sliced(match.capturedEnd());
    const QString attributes = match.captured(2);
    const bool isSelfEvident = attributes.contains("xmlns"_L1) || attributes.contains("ersion"_L1) || rest.trimmed().startsWith(u'<');
    if (!isSelfEvident || (name == "RDF"_L1 && !head.contains("purl.org/rss/"_L1) && !head.contains("netscape.com/rdf/simple"_L1)))
        return {};
    return name;
}

std::vector<Draft> draftsOf(const xml::Node &root)
{
    if (xml::isFeed(root))
        return xml::readFeed(root);
    if (root.name == "opml"_L1)
        return {failedDraft(u"text/x-opml"_s, base::ErrorCode::OnlyFeedNames)};
    if (root.name == "nitf"_L1)
        return {xml::readNitf(root)};
    if (root.name == "NewsML"_L1) { // version 1: only the NITF within
        const xml::Node *nitf = root.anywhere(u"nitf");
        return {nitf ? xml::readNitf(*nitf) : failedDraft(u"application/xml"_s, base::ErrorCode::UnknownFormat, u"NewsML 1"_s)};
    }
    return xml::readNewsMl(root);
}

} // namespace

bool recognisesNewsXml(const Source &source) { return source.head.contains(u'<') && !rootName(source.head).isEmpty(); }

std::vector<Draft> readNewsXml(const Source &source)
{
    const Decoded decoded = decodeSource(source, source.bytes, declaredCharset(source.bytes));
    const xml::Document document = xml::parse(cleanCharacters(decoded.text));
    if (!document.root)
        return {failedDraft(u"application/xml"_s, base::ErrorCode::Malformed, document.damage ? document.damage->detail : QString())};
    std::vector<Draft> drafts = draftsOf(*document.root);
    if (drafts.empty())
        drafts.push_back(failedDraft(u"application/xml"_s, base::ErrorCode::NoArticleText));
    // What ends too early lacks its last entry's end; all before it is whole.
    for (Draft &draft : drafts) {
        const bool isHit = document.damage && (document.damage->code != base::ErrorCode::Truncated || &draft == &drafts.back());
        if (draft.failure) {
            draft.charset = decoded.charset;
            continue;
        }
        noteCharset(draft, decoded);
        if (isHit)
            draft.problems.push_back(*document.damage);
    }
    return drafts;
}

} // namespace variorum::reading
