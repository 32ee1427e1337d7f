// From the characters of a page to a flat tree.
//
// visibleMarkup() drops what no reader sees. What is left goes to libxml2's HTML push parser in small pieces, and its
// events build our own tree: no library type leaves this file, so that another parser can take its place.
//
// libxml2 2.9.14 is quadratic in the nesting depth and, without XML_PARSE_HUGE, drops everything below level 256.
// So the option is set, and after each piece the depth is looked at: above kDeepest the parser is given up and the
// remaining words are kept without their tags.
//
//     <div><div>...(a million)...words  ->  the first kDeepest levels, then the text "words", isTooDeep

#include "reading/html/parse_page.h"

#include "reading/html/visible_markup.h"

#include <cstring>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <memory>
#include <utility>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDeepest = 1000;
constexpr qsizetype kPiece = 4096;
TreeBuilder &builderOf(void *context) { return *static_cast<TreeBuilder *>(context); }

QByteArrayView fromXml(const xmlChar *text) { return QByteArrayView(reinterpret_cast<const char *>(text)); }

void onStart(void *context, const xmlChar *name, const xmlChar **attributes)
{
    TreeBuilder &builder = builderOf(context);
    builder.open(tagOf(fromXml(name)));
    for (const xmlChar **pair = attributes; pair && pair[0]; pair += 2) {
        if (const QByteArrayView attribute = fromXml(pair[0]); isKeptAttribute(attribute))
            builder.attribute(attribute, pair[1] ? fromXml(pair[1]) : QByteArrayView());
    }
}

// libxml2's end events are balanced: it sends one for every element that it closes itself.
void onEnd(void *context, const xmlChar *) { builderOf(context).closeInnermost(); }

void onText(void *context, const xmlChar *text, int size)
{
    builderOf(context).text(QByteArrayView(reinterpret_cast<const char *>(text), size));
}

xmlSAXHandler eventHandler()
{
    xmlSAXHandler events;
    std::memset(&events, 0, sizeof events);
    events.startElement = onStart;
    events.endElement = onEnd;
    events.characters = onText;
    events.ignorableWhitespace = onText;
    events.cdataBlock = onText;
    return events;
}

struct FreeParser {
    void operator()(htmlParserCtxtPtr parser) const
    {
        if (parser->myDoc)
            xmlFreeDoc(parser->myDoc);
        htmlFreeParserCtxt(parser);
    }
};

/// Up to kPiece bytes that do not end inside a character: the parser takes such an end for another charset.
qsizetype pieceSize(QByteArrayView utf8)
{
    if (utf8.size() <= kPiece)
        return utf8.size();
    qsizetype size = kPiece;
    while (size > kPiece - 4 && (static_cast<unsigned char>(utf8[size]) & 0xC0U) == 0x80U)
        --size;
    return size;
}

QByteArray withoutTags(QByteArrayView html)
{
    QByteArray words;
    for (qsizetype at = 0; at < html.size();) {
        const qsizetype tag = html.indexOf('<', at);
        const qsizetype textEnd = tag < 0 ? html.size() : tag;
        words.append(html.data() + at, textEnd - at);
        const qsizetype end = tag < 0 ? -1 : html.indexOf('>', tag);
        if (end < 0)
            break;
        words += ' ';
        at = end + 1;
    }
    return words;
}

} // namespace

ParsedPage parsePage(QStringView html)
{
    VisibleMarkup markup = visibleMarkup(html.toUtf8());
    ParsedPage page;
    page.linkedData = std::move(markup.linkedData);
    page.savedFrom = std::move(markup.savedFrom);
    const QByteArray utf8 = std::move(markup.utf8);
    TreeBuilder builder;
    xmlSAXHandler events = eventHandler();
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlCreatePushParserCtxt(&events, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!parser)
        return page;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    parser->options |= XML_PARSE_HUGE; // there is no HTML option of this meaning
    qsizetype fed = 0;
    while (fed < utf8.size() && !page.isTooDeep) {
        const qsizetype size = pieceSize(QByteArrayView(utf8).sliced(fed));
        htmlParseChunk(parser.get(), utf8.constData() + fed, static_cast<int>(size), 0);
        fed += size;
        page.isTooDeep = parser->nameNr > kDeepest;
    }
    if (page.isTooDeep)
        builder.text(withoutTags(QByteArrayView(utf8).sliced(fed)));
    else
        htmlParseChunk(parser.get(), nullptr, 0, 1);
    page.tree = builder.take();
    return page;
}

} // namespace variorum::reading::html
