#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>
#include <QStringView>
#include <optional>
#include <vector>

namespace variorum::reading::html {

/// The elements that mean something to reading; every other one is Other.
enum class Tag : quint8 {
    Document,
    Text,
    Other,
    A,
    Abbr,
    Address,
    Amp,
    Article,
    Aside,
    B,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Center,
    Cite,
    Code,
    Dd,
    Del,
    Details,
    Dialog,
    Div,
    Dl,
    Dt,
    Em,
    Embed,
    Fieldset,
    Figcaption,
    Figure,
    Footer,
    Font,
    Form,
    Frame,
    Frameset,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Head,
    Header,
    Hr,
    Html,
    I,
    Iframe,
    Img,
    Input,
    Ins,
    Label,
    Legend,
    Li,
    Link,
    Main,
    Mark,
    Menu,
    Meta,
    Nav,
    Noscript,
    Object,
    Ol,
    Option,
    P,
    Picture,
    Pre,
    Q,
    S,
    Script,
    Section,
    Select,
    Small,
    Span,
    Strong,
    Style,
    Sub,
    Summary,
    Sup,
    Svg,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Tfoot,
    Th,
    Thead,
    Time,
    Title,
    Tr,
    U,
    Ul,
    Video,
    Audio,
    Canvas,
    Math
};

[[nodiscard]] Tag tagOf(QByteArrayView lowerCaseName);

/// Whether the element begins a line of its own.
[[nodiscard]] bool isBlockTag(Tag tag);
[[nodiscard]] bool isHeadingTag(Tag tag);

/// An element or a run of text. Nodes lie in document order: the subtree of node n is [n, end).
struct Node {
    Tag tag = Tag::Other;
    int parent = -1;
    int end = 0;
    int firstAttribute = 0;
    int attributeCount = 0;
    qsizetype textBegin = 0; ///< Tag::Text: its characters in Tree::text()
    qsizetype textEnd = 0;
};

/// A page as a flat tree: node 0 is the document. Walking it is a loop over indices, so that no nesting, however deep,
/// costs stack; skipping a subtree is a jump to its end.
class Tree {
public:
    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] const Node &node(int index) const { return m_nodes[static_cast<size_t>(index)]; }
    [[nodiscard]] QStringView textOf(const Node &node) const { return QStringView(m_text).sliced(node.textBegin, node.textEnd - node.textBegin); }

    /// The attribute's value; empty where absent. The view lives as long as the tree.
    [[nodiscard]] QStringView attribute(int index, QStringView name) const;
    [[nodiscard]] bool hasAttribute(int index, QStringView name) const;

    /// The text of a subtree, white space tidied; spaces between blocks.
    [[nodiscard]] QString plainText(int index) const;

    /// Whether one of the node's ancestors, or itself, has the tag.
    [[nodiscard]] bool isWithin(int index, Tag tag) const;

private:
    friend class TreeBuilder;
    std::vector<Node> m_nodes;

    struct Attribute {
        qsizetype nameBegin = 0; ///< in m_values, like what follows; lower case
        qsizetype valueBegin = 0;
        qsizetype valueEnd = 0;
    };

    [[nodiscard]] const Attribute *find(int index, QStringView name) const;

    std::vector<Attribute> m_attributes;
    QString m_text;
    QString m_values; ///< all attributes' names and values, one after the other
};

/// Fed by a parser's events; the order of calls need not be balanced.
class TreeBuilder {
public:
    TreeBuilder();

    void reserve(qsizetype units); ///< of text that is to come
    void open(Tag tag);
    void attribute(QByteArrayView lowerCaseName, QByteArrayView utf8); ///< of the element opened last
    void close(Tag tag); ///< closes up to the innermost open element of that tag; none: ignored
    void closeInnermost();
    void text(QByteArrayView utf8);
    [[nodiscard]] Tree take();

private:
    Tree m_tree;
    std::vector<int> m_open;
    QStringDecoder m_decoder;
};

} // namespace variorum::reading::html
