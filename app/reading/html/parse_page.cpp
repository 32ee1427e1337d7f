// From the characters of a page to a flat tree.
//
// First a scan over the characters drops what no reader sees (comments, scripts, styles), keeping JSON-LD and the
// address that browsers note in a comment. This makes the parser's work smaller (half of a saved page is script) and
// keeps broken scripts from swallowing text. End tags of the whole document go too. What is left goes to libxml2's HTML push parser in small pieces, and its
// events build our own tree: no library type leaves this file, so that another parser can take its place.
//
// libxml2 2.9.14 is quadratic in the nesting depth and, without XML_PARSE_HUGE, drops everything below level 256.
// So the option is set, and after each piece the depth is looked at: above kDeepest the parser is given up and the
// remaining words are kept without their tags.
//
//     <div><div>...(a million)...words  ->  the first kDeepest levels, then the text "words", isTooDeep

#include "reading/html/parse_page.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
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
constexpr qsizetype kLongestAttribute = 16 * 1024;

/// Where `needle` (lower case ASCII) next stands in any case, or -1.
qsizetype findCaseless(QStringView text, QLatin1StringView needle, qsizetype from) { return text.indexOf(needle, from, Qt::CaseInsensitive); }

QString addressIn(QStringView comment)
{
    static const QRegularExpression kSaved(u"saved from url=\\(\\d+\\)\\s*(https?://\\S+)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kSingleFile(u"SingleFile\\s+url:\\s*(https?://\\S+)"_s);
    for (const QRegularExpression &pattern : {kSaved, kSingleFile}) {
        const QRegularExpressionMatch match = pattern.match(comment.left(1000));
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

/// Drops comments and unseen elements; see the head of the file.
class UnseenScan {
public:
    UnseenScan(QStringView html, ParsedPage &page)
        : m_html(html)
        , m_page(page)
    {
    }

    QString kept()
    {
        m_kept.reserve(m_html.size());
        for (qsizetype at = 0; at < m_html.size();) {
            const qsizetype tag = m_html.indexOf(u'<', at);
            if (tag < 0) {
                m_kept += m_html.sliced(at);
                break;
            }
            m_kept += m_html.sliced(at, tag - at);
            at = skipped(tag);
            if (at == tag) {
                m_kept += u'<';
                ++at;
            }
        }
        // An end tag before any start would end the document for the parser as well.
        if (QStringView(m_kept).trimmed().startsWith("</"_L1))
            m_kept.prepend("<html><body>"_L1);
        return std::move(m_kept);
    }

private:
    /// Where to go on after what begins at `tag`; `tag` itself where it stays.
    qsizetype skipped(qsizetype tag)
    {
        const QStringView rest = m_html.sliced(tag);
        if (rest.startsWith("<!--"_L1))
            return afterComment(tag);
        if (const qsizetype end = afterDocumentEnd(tag); end > tag)
            return end;
        static constexpr std::array<QLatin1StringView, 4> kUnseen{"script"_L1, "style"_L1, "template"_L1, "noscript"_L1};
        for (const QLatin1StringView name : kUnseen) {
            if (rest.sliced(1).startsWith(name, Qt::CaseInsensitive) && endsName(tag + 1 + name.size()))
                return afterElement(tag, name);
        }
        return tag;
    }

    [[nodiscard]] bool endsName(qsizetype at) const
    {
        return at >= m_html.size() || m_html[at].isSpace() || m_html[at] == u'>' || m_html[at] == u'/';
    }

    /// libxml2 drops what follows </html> and </body>; browsers show it.
    [[nodiscard]] qsizetype afterDocumentEnd(qsizetype tag) const
    {
        for (const QLatin1StringView name : {"</html"_L1, "</body"_L1}) {
            if (m_html.sliced(tag).startsWith(name, Qt::CaseInsensitive) && endsName(tag + name.size())) {
                const qsizetype end = m_html.indexOf(u'>', tag);
                return end < 0 ? m_html.size() : end + 1;
            }
        }
        return tag;
    }

    qsizetype afterComment(qsizetype tag)
    {
        if (m_noCommentEnd)
            return tag;
        const qsizetype end = m_html.indexOf("-->"_L1, tag + 2);
        if (end < 0) {
            m_noCommentEnd = true; // so that many unclosed comments are not each searched to the end
            return tag;
        }
        if (m_page.savedFrom.isEmpty())
            m_page.savedFrom = addressIn(m_html.sliced(tag, end - tag));
        return end + 3;
    }

    qsizetype afterElement(qsizetype tag, QLatin1StringView name)
    {
        const QString closing = "</"_L1 + name;
        if (m_unclosed.contains(closing))
            return tag; // looked for before: many of them are not each searched to the end
        const qsizetype open = m_html.indexOf(u'>', tag);
        const qsizetype close = open < 0 ? -1 : m_html.indexOf(closing, open, Qt::CaseInsensitive);
        if (close < 0) {
            m_unclosed.append(closing);
            return tag; // cut off or never closed: the parser decides
        }
        if (name == "script"_L1 && findCaseless(m_html.sliced(tag, open - tag), "ld+json"_L1, 0) >= 0)
            m_page.linkedData.append(m_html.sliced(open + 1, close - open - 1).toString());
        const qsizetype end = m_html.indexOf(u'>', close);
        m_kept += u' ';
        return end < 0 ? m_html.size() : end + 1;
    }

    QStringView m_html; // lives as long as the call of parsePage
    ParsedPage &m_page;
    QString m_kept;
    QStringList m_unclosed;
    bool m_noCommentEnd = false;
};

bool isKeptAttribute(QStringView name)
{
    static constexpr std::array<QLatin1StringView, 25> kKept{
        "class"_L1, "id"_L1, "itemprop"_L1, "itemtype"_L1, "itemscope"_L1, "property"_L1, "name"_L1, "content"_L1, "rel"_L1, "href"_L1,
        "datetime"_L1, "role"_L1, "style"_L1, "hidden"_L1, "lang"_L1, "type"_L1, "data-component"_L1, "data-testid"_L1, "aria-label"_L1, "title"_L1,
        "aria-hidden"_L1, "pubdate"_L1, "http-equiv"_L1, "data-block"_L1, "value"_L1};
    return std::find(kKept.begin(), kKept.end(), name) != kKept.end();
}

TreeBuilder &builderOf(void *context) { return *static_cast<TreeBuilder *>(context); }

QString fromXml(const xmlChar *text) { return QString::fromUtf8(reinterpret_cast<const char *>(text)); }

void onStart(void *context, const xmlChar *name, const xmlChar **attributes)
{
    std::vector<Attribute> kept;
    for (const xmlChar **pair = attributes; pair && pair[0]; pair += 2) {
        const QString attribute = fromXml(pair[0]).toLower();
        if (!isKeptAttribute(attribute))
            continue;
        const auto *value = reinterpret_cast<const char *>(pair[1]);
        kept.push_back({attribute, value ? QString::fromUtf8(value, static_cast<qsizetype>(strnlen(value, kLongestAttribute))) : QString()});
    }
    builderOf(context).open(tagOf(fromXml(name).toLower()), std::move(kept));
}

// libxml2's end events are balanced: it sends one for every element that it closes itself.
void onEnd(void *context, const xmlChar *) { builderOf(context).closeInnermost(); }

void onText(void *context, const xmlChar *text, int size)
{
    builderOf(context).text(QString::fromUtf8(reinterpret_cast<const char *>(text), size));
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

QString withoutTags(QStringView html)
{
    QString words;
    for (qsizetype at = 0; at < html.size();) {
        const qsizetype tag = html.indexOf(u'<', at);
        words += html.sliced(at, (tag < 0 ? html.size() : tag) - at);
        if (tag < 0)
            break;
        const qsizetype end = html.indexOf(u'>', tag);
        if (end < 0)
            break;
        words += u' ';
        at = end + 1;
    }
    return words;
}

} // namespace

ParsedPage parsePage(QStringView html)
{
    ParsedPage page;
    const QByteArray utf8 = UnseenScan(html, page).kept().toUtf8();
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
        builder.text(withoutTags(QString::fromUtf8(utf8.sliced(fed))));
    else
        htmlParseChunk(parser.get(), nullptr, 0, 1);
    page.tree = builder.take();
    return page;
}

} // namespace variorum::reading::html
