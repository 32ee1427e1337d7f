// Files of XML as a small tree. Strictly first, since most are well-formed; then with the faults mended that feeds are
// known for; then by libxml2's recovery, which closes what is open and goes on.
//
//     <title>Smith & Sons&nbsp;sink</title>      not well-formed; mended: "Smith & Sons sink"
//     <item><title>Ferry</item>                  recovered: an item with a title, Malformed
//     <item><title>Ferry                         recovered: the same, Truncated
//
// The tree is as deep as the file, up to kDeepest; functions that walk it may therefore call themselves.

#include "reading/xml/xml_tree.h"

#include <QHash>
#include <QRegularExpression>
#include <QXmlStreamEntityResolver>
#include <QXmlStreamReader>
#include <algorithm>
#include <climits>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

namespace variorum::reading::xml {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDeepest = 200;
constexpr int kMostNodes = 1'000'000;

QString htmlEntity(const QString &name)
{
    const QByteArray latin = name.toLatin1();
    const htmlEntityDesc *known = htmlEntityLookup(reinterpret_cast<const xmlChar *>(latin.constData()));
    return known ? QString(QChar(static_cast<char16_t>(known->value))) : QString();
}

class HtmlEntities final : public QXmlStreamEntityResolver {
public:
    QString resolveUndeclaredEntity(const QString &name) override { return htmlEntity(name); }
};

/// Puts elements and text where they belong, within the limits.
class Builder {
public:
    void open(std::unique_ptr<Node> node)
    {
        const bool isBeside = m_open.empty() && m_root; // a second root, in broken files
        if (isBeside || m_skipped > 0 || static_cast<int>(m_open.size()) >= kDeepest || m_count >= kMostNodes) {
            ++m_skipped;
            m_isTooMuch = m_isTooMuch || !isBeside;
            return;
        }
        Node *raw = node.get();
        add(std::move(node));
        m_open.push_back(raw);
    }

    void close()
    {
        if (m_skipped > 0)
            --m_skipped;
        else if (!m_open.empty())
            m_open.pop_back();
    }

    void text(const QString &characters)
    {
        if (m_skipped > 0 || m_open.empty() || characters.isEmpty())
            return;
        std::vector<std::unique_ptr<Node>> &siblings = m_open.back()->children;
        if (!siblings.empty() && siblings.back()->isText()) {
            siblings.back()->text += characters;
            return;
        }
        auto node = std::make_unique<Node>();
        node->text = characters;
        add(std::move(node));
    }

    [[nodiscard]] Document take(std::optional<base::Error> damage)
    {
        if (m_isTooMuch && !damage)
            damage = base::Error{base::ErrorCode::TooComplex, {}, {}};
        return {std::move(m_root), std::move(damage)};
    }

private:
    void add(std::unique_ptr<Node> node)
    {
        ++m_count;
        if (!m_open.empty())
            m_open.back()->children.push_back(std::move(node));
        else if (!m_root)
            m_root = std::move(node);
    }

    std::unique_ptr<Node> m_root;
    std::vector<Node *> m_open; // owned by m_root
    int m_skipped = 0; // elements within one that is beyond a limit
    int m_count = 0;
    bool m_isTooMuch = false;
};

std::unique_ptr<Node> nodeOf(const QXmlStreamReader &reader)
{
    auto node = std::make_unique<Node>();
    node->name = reader.name().toString();
    node->space = reader.namespaceUri().toString();
    for (const QXmlStreamAttribute &attribute : reader.attributes())
        node->attributes.emplace_back(attribute.name().toString(), attribute.value().toString());
    return node;
}

/// Empty root where the text is not well-formed; then `error` says why.
Document parseStrictly(const QString &text, QString &error)
{
    HtmlEntities entities;
    QXmlStreamReader reader(text);
    reader.setEntityResolver(&entities);
    Builder builder;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: builder.open(nodeOf(reader)); break;
        case QXmlStreamReader::EndElement: builder.close(); break;
        case QXmlStreamReader::Characters:
        case QXmlStreamReader::EntityReference: builder.text(reader.text().toString()); break;
        default: break;
        }
    }
    if (reader.hasError()) {
        error = u"line %1: %2"_s.arg(reader.lineNumber()).arg(reader.errorString());
        return {.root = nullptr, .damage = std::nullopt};
    }
    return builder.take(std::nullopt);
}

/// Ampersands that begin no reference, and references to nothing known, as text; HTML's entities as their characters.
QString withEntitiesMended(const QString &text)
{
    static const QRegularExpression kAmpersand(u"&(?:([A-Za-z][A-Za-z0-9]{0,31});|(#(?:\\d{1,7}|[xX][0-9A-Fa-f]{1,6});))?"_s);
    QString mended;
    mended.reserve(text.size());
    qsizetype done = 0;
    const QStringView whole(text);
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', done)) {
        // Within CDATA an ampersand is one already.
        const qsizetype cdata = whole.sliced(done, at - done).lastIndexOf("<![CDATA["_L1);
        if (cdata >= 0 && whole.sliced(done + cdata, at - done - cdata).indexOf("]]>"_L1) < 0) {
            const qsizetype end = text.indexOf("]]>"_L1, at);
            const qsizetype next = end < 0 ? text.size() : end;
            mended += whole.sliced(done, next - done);
            done = next;
            continue;
        }
        // Only what a reference may be as long as: the whole text would be looked through for every ampersand.
        constexpr qsizetype kLongestReference = 40;
        const QStringView reference = whole.sliced(at, std::min(kLongestReference, text.size() - at));
        const QRegularExpressionMatch match = kAmpersand.match(reference, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption | QRegularExpression::DontCheckSubjectStringMatchOption);
        mended += whole.sliced(done, at - done);
        done = at + match.capturedEnd();
        static const QStringList kOfXml{u"amp"_s, u"lt"_s, u"gt"_s, u"quot"_s, u"apos"_s};
        const QString name = match.captured(1);
        const QString character = name.isEmpty() ? QString() : htmlEntity(name);
        if (match.hasCaptured(2) || kOfXml.contains(name))
            mended += match.captured(0);
        else if (!character.isEmpty())
            mended += character;
        else
            (mended += "&amp;"_L1) += match.capturedView(0).sliced(1);
    }
    mended += whole.sliced(done);
    return mended;
}

QString fromXml(const xmlChar *characters) { return QString::fromUtf8(reinterpret_cast<const char *>(characters)); }

std::unique_ptr<Node> nodeOf(xmlNodePtr element)
{
    auto node = std::make_unique<Node>();
    const QString name = fromXml(element->name);
    node->name = name.mid(name.indexOf(u':') + 1); // a prefix that was never declared stays in the name
    node->space = element->ns ? fromXml(element->ns->href) : QString();
    for (xmlAttrPtr attribute = element->properties; attribute; attribute = attribute->next) {
        QString value; // not by xmlNodeGetContent(): that puts the values of entities in, however many
        for (xmlNodePtr part = attribute->children; part; part = part->next)
            value += part->type == XML_TEXT_NODE ? fromXml(part->content) : QString();
        const QString attributeName = fromXml(attribute->name);
        node->attributes.emplace_back(attributeName.mid(attributeName.indexOf(u':') + 1), value);
    }
    return node;
}

/// libxml2's tree, walked by its links so that its depth (which it limits to 256 itself) costs no stack.
void copyTree(xmlNodePtr root, Builder &builder)
{
    xmlNodePtr at = root;
    while (at) {
        bool goesDown = false;
        if (at->type == XML_ELEMENT_NODE) {
            builder.open(nodeOf(at));
            goesDown = at->children != nullptr;
            if (!goesDown)
                builder.close();
        } else if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) {
            builder.text(fromXml(at->content));
        }
        if (goesDown) {
            at = at->children;
            continue;
        }
        while (at && at != root && !at->next) {
            at = at->parent;
            if (at)
                builder.close();
        }
        at = at == root || !at ? nullptr : at->next;
    }
}

struct FreeDocument {
    void operator()(xmlDocPtr document) const { xmlFreeDoc(document); }
};

struct FreeContext {
    void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

Document recover(const QString &text, const QString &error)
{
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
    const bool declaresEntities = text.contains("<!ENTITY"_L1); // no news needs its own, and here nothing would limit them
    if (!context || utf8.size() > INT_MAX || declaresEntities)
        return {.root = nullptr, .damage = base::Error{base::ErrorCode::Malformed, {}, error}};
    // The declaration says what the file was in; these characters are UTF-8 now.
    constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC;
    const std::unique_ptr<xmlDoc, FreeDocument> document(xmlCtxtReadMemory(context.get(), utf8.constData(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
    xmlNodePtr root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root)
        return {.root = nullptr, .damage = base::Error{base::ErrorCode::Malformed, {}, error}};
    const xmlError *last = xmlCtxtGetLastError(context.get());
    const bool isCut = last && (last->code == XML_ERR_TAG_NOT_FINISHED || last->code == XML_ERR_DOCUMENT_END || last->code == XML_ERR_CDATA_NOT_FINISHED);
    Builder builder;
    copyTree(root, builder);
    return builder.take(base::Error{isCut ? base::ErrorCode::Truncated : base::ErrorCode::Malformed, {}, error});
}

void addText(const Node &node, QString &text)
{
    text += node.text;
    for (const std::unique_ptr<Node> &child : node.children)
        addText(*child, text);
}

/// Name of the HTML element that does what one of NITF or the like does.
QString htmlName(const QString &name)
{
    static const QHash<QString, QString> kNames{{u"hl1"_s, u"h1"_s}, {u"hl2"_s, u"h2"_s}, {u"bq"_s, u"blockquote"_s}, {u"block"_s, u"div"_s}, {u"body.content"_s, u"div"_s}, {u"media"_s, u"figure"_s},
                                                {u"media-caption"_s, u"figcaption"_s}, {u"media-producer"_s, u"figcaption"_s}, {u"media-reference"_s, u"template"_s}, {u"media-metadata"_s, u"template"_s}, {u"media-object"_s, u"template"_s},
                                                {u"fn"_s, u"p"_s}, {u"credit"_s, u"p"_s}, {u"abstract"_s, u"div"_s}, {u"note"_s, u"div"_s}};
    const QString lower = name.toLower();
    return kNames.value(lower, lower);
}

bool isHtmlName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9'); });
}

void addHtml(const Node &node, QString &html)
{
    for (const std::unique_ptr<Node> &child : node.children) {
        if (child->isText()) {
            html += child->text.toHtmlEscaped();
            continue;
        }
        const QString name = htmlName(child->name);
        if (name == "template"_L1) // no text of the article
            continue;
        const bool isKnown = isHtmlName(name);
        if (isKnown)
            html += u'<' + name + u'>';
        addHtml(*child, html);
        if (isKnown && name != "br"_L1 && name != "hr"_L1 && name != "img"_L1)
            html += "</"_L1 + name + u'>';
    }
}

} // namespace

QString Node::attribute(QStringView attributeName) const
{
    for (const auto &[key, value] : attributes) {
        if (key == attributeName)
            return value;
    }
    return {};
}

const Node *Node::child(QStringView childName, QStringView inSpace) const
{
    for (const std::unique_ptr<Node> &node : children) {
        if (node->name == childName && (inSpace.isEmpty() || node->space == inSpace))
            return node.get();
    }
    return nullptr;
}

std::vector<const Node *> Node::childrenNamed(QStringView childName) const
{
    std::vector<const Node *> found;
    for (const std::unique_ptr<Node> &node : children) {
        if (node->name == childName)
            found.push_back(node.get());
    }
    return found;
}

const Node *Node::at(QStringView path) const
{
    const Node *node = this;
    for (const QStringView step : path.tokenize(u'/')) {
        node = node->child(step);
        if (!node)
            return nullptr;
    }
    return node;
}

const Node *Node::anywhere(QStringView elementName) const
{
    for (const std::unique_ptr<Node> &node : children) {
        if (node->name == elementName)
            return node.get();
        if (const Node *found = node->anywhere(elementName))
            return found;
    }
    return nullptr;
}

QString Node::plainText() const
{
    return rawText().simplified();
}

QString Node::rawText() const
{
    QString collected;
    addText(*this, collected);
    return collected;
}

QString Node::innerHtml() const
{
    QString html;
    addHtml(*this, html);
    return html;
}

Document parse(const QString &text)
{
    QString error;
    Document document = parseStrictly(text, error);
    if (document.root)
        return document;
    const QString mended = withEntitiesMended(text);
    QString ofMended;
    document = parseStrictly(mended, ofMended);
    return document.root ? std::move(document) : recover(mended, ofMended);
}

} // namespace variorum::reading::xml
