// The text of HTML that is all article. One pass over the flat tree; a block ends where a block element begins or ends.
//
//     <h3>Search</h3><p>The ferry <b>sank</b>.<br>It <i>was</i> new.<ul><li>212 aboard</ul>
//     ->  H Search | P The ferry sank. It was new. | L 212 aboard
//
// A table row is one block, its cells parted by " | ".

#include "reading/html/fragment.h"

#include "reading/html/parse_page.h"

#include <QRegularExpression>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;
using model::BlockKind;

bool isUnseen(Tag tag)
{
    switch (tag) {
    case Tag::Script:
    case Tag::Style:
    case Tag::Template:
    case Tag::Svg:
    case Tag::Math:
    case Tag::Iframe:
    case Tag::Object:
    case Tag::Embed:
    case Tag::Select:
    case Tag::Option:
    case Tag::Textarea:
    case Tag::Input:
    case Tag::Button:
    case Tag::Canvas:
    case Tag::Head:
    case Tag::Video:
    case Tag::Audio: return true;
    default: return false;
    }
}

/// "Continue reading...", alone or after the text; "The post Ferry sinks appeared first on The Bay."
bool isFeedTail(const QString &text)
{
    static const QRegularExpression kTail(u"^(?:(?:continue|keep) reading|read (?:more|the (?:full|whole|rest))\\b|the post .{0,300} appeared first on )"_s, QRegularExpression::CaseInsensitiveOption);
    return text.size() <= 400 && kTail.match(text).hasMatch();
}

class FragmentReader {
public:
    explicit FragmentReader(const Tree &tree)
        : m_tree(tree)
    {
    }

    Fragment read()
    {
        std::vector<int> open; // elements that end a block where they end
        for (int at = 0; at < m_tree.size(); ++at) {
            while (!open.empty() && m_tree.node(open.back()).end <= at) {
                closed(m_tree.node(open.back()).tag);
                open.pop_back();
            }
            const Node &node = m_tree.node(at);
            if (isUnseen(node.tag)) {
                at = node.end - 1;
                continue;
            }
            if (node.tag == Tag::Text)
                m_line += m_tree.textOf(node);
            else if (node.tag == Tag::Br)
                addBreak();
            if (node.tag != Tag::Text && node.tag != Tag::Br)
                opened(node.tag);
            if (isBlockTag(node.tag) || node.tag == Tag::Tr)
                open.push_back(at);
            if (node.tag != Tag::Br && !(node.tag == Tag::Text && m_tree.textOf(node).trimmed().isEmpty()))
                m_breaks = 0;
        }
        while (!open.empty()) {
            closed(m_tree.node(open.back()).tag);
            open.pop_back();
        }
        flush();
        return std::move(m_fragment);
    }

private:
    static bool isCell(Tag tag) { return tag == Tag::Td || tag == Tag::Th; }

    void opened(Tag tag)
    {
        if (isCell(tag) && m_rows > 0) {
            if (!m_line.trimmed().isEmpty())
                m_line += " | "_L1;
            return;
        }
        if (m_rows == 0 && (isBlockTag(tag) || tag == Tag::Tr))
            flush();
        else if (isBlockTag(tag))
            m_line += u' ';
        m_rows += tag == Tag::Tr;
        m_items += tag == Tag::Li;
        m_quotes += tag == Tag::Blockquote;
        m_captions += tag == Tag::Figcaption || tag == Tag::Caption;
        if (isHeadingTag(tag))
            m_isHeading = true;
    }

    void closed(Tag tag)
    {
        if (isCell(tag) && m_rows > 0)
            return;
        if (m_rows == 0 || (tag == Tag::Tr && m_rows == 1))
            flush();
        m_rows -= tag == Tag::Tr && m_rows > 0;
        m_items -= tag == Tag::Li;
        m_quotes -= tag == Tag::Blockquote;
        m_captions -= tag == Tag::Figcaption || tag == Tag::Caption;
        if (isHeadingTag(tag))
            m_isHeading = false;
    }

    /// One is a line of verse or an address, two are a paragraph.
    void addBreak()
    {
        m_line += u' ';
        if (++m_breaks >= 2 && m_rows == 0)
            flush();
    }

    void flush()
    {
        const QString text = std::exchange(m_line, QString()).simplified();
        if (text.isEmpty() || isFeedTail(text))
            return;
        if (m_captions > 0)
            m_fragment.captions.append(text);
        else
            m_fragment.blocks.push_back({kind(), text});
    }

    [[nodiscard]] BlockKind kind() const
    {
        if (m_rows > 0)
            return BlockKind::TableRow;
        if (m_isHeading)
            return BlockKind::Heading;
        if (m_items > 0)
            return BlockKind::ListItem;
        return m_quotes > 0 ? BlockKind::Quote : BlockKind::Paragraph;
    }

    const Tree &m_tree;
    Fragment m_fragment;
    QString m_line;
    int m_breaks = 0;
    int m_rows = 0;
    int m_items = 0;
    int m_quotes = 0;
    int m_captions = 0;
    bool m_isHeading = false;
};

} // namespace

Fragment readFragment(QStringView html)
{
    const ParsedPage page = parsePage(html);
    Fragment fragment = FragmentReader(page.tree).read();
    fragment.isTooDeep = page.isTooDeep;
    return fragment;
}

} // namespace variorum::reading::html
