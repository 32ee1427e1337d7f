#include "reading/html/tree.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace variorum::reading::html {

namespace {

constexpr std::array<std::pair<const char *, Tag>, 95> kTags{{
    {"a", Tag::A},
    {"abbr", Tag::Abbr},
    {"address", Tag::Address},
    {"article", Tag::Article},
    {"aside", Tag::Aside},
    {"audio", Tag::Audio},
    {"b", Tag::B},
    {"blockquote", Tag::Blockquote},
    {"body", Tag::Body},
    {"br", Tag::Br},
    {"button", Tag::Button},
    {"canvas", Tag::Canvas},
    {"caption", Tag::Caption},
    {"center", Tag::Center},
    {"cite", Tag::Cite},
    {"code", Tag::Code},
    {"dd", Tag::Dd},
    {"del", Tag::Del},
    {"details", Tag::Details},
    {"dialog", Tag::Dialog},
    {"div", Tag::Div},
    {"dl", Tag::Dl},
    {"dt", Tag::Dt},
    {"em", Tag::Em},
    {"embed", Tag::Embed},
    {"fieldset", Tag::Fieldset},
    {"figcaption", Tag::Figcaption},
    {"figure", Tag::Figure},
    {"font", Tag::Font},
    {"footer", Tag::Footer},
    {"form", Tag::Form},
    {"frame", Tag::Frame},
    {"frameset", Tag::Frameset},
    {"h1", Tag::H1},
    {"h2", Tag::H2},
    {"h3", Tag::H3},
    {"h4", Tag::H4},
    {"h5", Tag::H5},
    {"h6", Tag::H6},
    {"head", Tag::Head},
    {"header", Tag::Header},
    {"hr", Tag::Hr},
    {"html", Tag::Html},
    {"i", Tag::I},
    {"iframe", Tag::Iframe},
    {"img", Tag::Img},
    {"input", Tag::Input},
    {"ins", Tag::Ins},
    {"label", Tag::Label},
    {"legend", Tag::Legend},
    {"li", Tag::Li},
    {"link", Tag::Link},
    {"main", Tag::Main},
    {"mark", Tag::Mark},
    {"math", Tag::Math},
    {"menu", Tag::Menu},
    {"meta", Tag::Meta},
    {"nav", Tag::Nav},
    {"noscript", Tag::Noscript},
    {"object", Tag::Object},
    {"ol", Tag::Ol},
    {"option", Tag::Option},
    {"p", Tag::P},
    {"picture", Tag::Picture},
    {"pre", Tag::Pre},
    {"q", Tag::Q},
    {"s", Tag::S},
    {"script", Tag::Script},
    {"section", Tag::Section},
    {"select", Tag::Select},
    {"small", Tag::Small},
    {"span", Tag::Span},
    {"strong", Tag::Strong},
    {"style", Tag::Style},
    {"sub", Tag::Sub},
    {"summary", Tag::Summary},
    {"sup", Tag::Sup},
    {"svg", Tag::Svg},
    {"table", Tag::Table},
    {"tbody", Tag::Tbody},
    {"td", Tag::Td},
    {"template", Tag::Template},
    {"textarea", Tag::Textarea},
    {"tfoot", Tag::Tfoot},
    {"th", Tag::Th},
    {"thead", Tag::Thead},
    {"time", Tag::Time},
    {"title", Tag::Title},
    {"tr", Tag::Tr},
    {"u", Tag::U},
    {"ul", Tag::Ul},
    {"video", Tag::Video},
    {"amp-img", Tag::Img},
    {"image", Tag::Img},
    {"strike", Tag::S},
}};

} // namespace

Tag tagOf(QByteArrayView lowerCaseName)
{
    static const std::vector<std::pair<QByteArrayView, Tag>> kByName = [] {
        std::vector<std::pair<QByteArrayView, Tag>> byName;
        for (const auto &[name, tag] : kTags)
            byName.emplace_back(QByteArrayView(name), tag);
        std::sort(byName.begin(), byName.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
        return byName;
    }();
    const auto found = std::lower_bound(kByName.begin(), kByName.end(), lowerCaseName, [](const auto &entry, QByteArrayView name) { return entry.first < name; });
    return found != kByName.end() && found->first == lowerCaseName ? found->second : Tag::Other;
}

bool isHeadingTag(Tag tag) { return tag >= Tag::H1 && tag <= Tag::H6; }

bool isBlockTag(Tag tag)
{
    switch (tag) {
    case Tag::Address:
    case Tag::Article:
    case Tag::Aside:
    case Tag::Blockquote:
    case Tag::Body:
    case Tag::Caption:
    case Tag::Center:
    case Tag::Dd:
    case Tag::Details:
    case Tag::Dialog:
    case Tag::Div:
    case Tag::Dl:
    case Tag::Dt:
    case Tag::Fieldset:
    case Tag::Figcaption:
    case Tag::Figure:
    case Tag::Footer:
    case Tag::Form:
    case Tag::H1:
    case Tag::H2:
    case Tag::H3:
    case Tag::H4:
    case Tag::H5:
    case Tag::H6:
    case Tag::Header:
    case Tag::Hr:
    case Tag::Html:
    case Tag::Legend:
    case Tag::Li:
    case Tag::Main:
    case Tag::Menu:
    case Tag::Nav:
    case Tag::Ol:
    case Tag::Option:
    case Tag::P:
    case Tag::Pre:
    case Tag::Section:
    case Tag::Summary:
    case Tag::Table:
    case Tag::Tbody:
    case Tag::Td:
    case Tag::Tfoot:
    case Tag::Th:
    case Tag::Thead:
    case Tag::Title:
    case Tag::Tr:
    case Tag::Ul:
    case Tag::Document:
    case Tag::Head:
        return true;
    default: return false;
    }
}

const Tree::Attribute *Tree::find(int index, QStringView name) const
{
    const Node &owner = node(index);
    for (int at = owner.firstAttribute; at < owner.firstAttribute + owner.attributeCount; ++at) {
        const Attribute &candidate = m_attributes[static_cast<size_t>(at)];
        if (QStringView(m_values).sliced(candidate.nameBegin, candidate.valueBegin - candidate.nameBegin) == name)
            return &candidate;
    }
    return nullptr;
}

QStringView Tree::attribute(int index, QStringView name) const
{
    const Attribute *found = find(index, name);
    return found ? QStringView(m_values).sliced(found->valueBegin, found->valueEnd - found->valueBegin) : QStringView();
}

bool Tree::hasAttribute(int index, QStringView name) const { return find(index, name) != nullptr; }

QString Tree::plainText(int index) const
{
    QString collected;
    for (int at = index; at < node(index).end; ++at) {
        if (node(at).tag == Tag::Text)
            collected += textOf(node(at));
        else if (node(at).tag == Tag::Br || isBlockTag(node(at).tag))
            collected += u' ';
    }
    return collected.simplified();
}

bool Tree::isWithin(int index, Tag tag) const
{
    for (int at = index; at >= 0; at = node(at).parent) {
        if (node(at).tag == tag)
            return true;
    }
    return false;
}

namespace {

void append(QStringDecoder &decoder, QByteArrayView utf8, QString &to)
{
    const qsizetype before = to.size();
    to.resize(before + decoder.requiredSpace(utf8.size()));
    const QChar *end = decoder.appendToBuffer(to.data() + before, utf8);
    to.truncate(end - to.constData());
}

} // namespace

TreeBuilder::TreeBuilder()
    : m_decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom)
{
    m_tree.m_nodes.push_back({Tag::Document, -1, 1, 0, 0, 0, 0});
    m_open.push_back(0);
}

void TreeBuilder::reserve(qsizetype units) { m_tree.m_text.reserve(units); }

void TreeBuilder::open(Tag tag)
{
    Node node;
    node.tag = tag;
    node.parent = m_open.back();
    node.firstAttribute = static_cast<int>(m_tree.m_attributes.size());
    m_open.push_back(m_tree.size());
    m_tree.m_nodes.push_back(node);
}

void TreeBuilder::attribute(QByteArrayView lowerCaseName, QByteArrayView utf8)
{
    Tree::Attribute made;
    made.nameBegin = m_tree.m_values.size();
    append(m_decoder, lowerCaseName, m_tree.m_values);
    made.valueBegin = m_tree.m_values.size();
    append(m_decoder, utf8, m_tree.m_values);
    made.valueEnd = m_tree.m_values.size();
    m_tree.m_attributes.push_back(made);
    ++m_tree.m_nodes.back().attributeCount;
}

void TreeBuilder::closeInnermost()
{
    if (m_open.size() > 1) {
        m_tree.m_nodes[static_cast<size_t>(m_open.back())].end = m_tree.size();
        m_open.pop_back();
    }
}

void TreeBuilder::close(Tag tag)
{
    const auto innermost = std::find_if(m_open.rbegin(), m_open.rend(), [this, tag](int index) { return m_tree.node(index).tag == tag; });
    if (innermost == m_open.rend() || *innermost == 0)
        return;
    const int closing = *innermost;
    while (m_open.back() != closing)
        closeInnermost();
    closeInnermost();
}

void TreeBuilder::text(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return;
    // Parsers hand long runs over in pieces: one run, one node.
    const Node &last = m_tree.m_nodes.back();
    if (last.tag != Tag::Text || last.parent != m_open.back() || last.textEnd != m_tree.m_text.size()) {
        Node node;
        node.tag = Tag::Text;
        node.parent = m_open.back();
        node.end = m_tree.size() + 1;
        node.textBegin = m_tree.m_text.size();
        m_tree.m_nodes.push_back(node);
    }
    append(m_decoder, utf8, m_tree.m_text);
    m_tree.m_nodes.back().textEnd = m_tree.m_text.size();
}

Tree TreeBuilder::take()
{
    while (m_open.size() > 1)
        closeInnermost();
    m_tree.m_nodes.front().end = m_tree.size();
    return std::move(m_tree);
}

} // namespace variorum::reading::html
