#include "reading/html/page_blocks.h"

#include "reading/text/phrases.h"

#include <algorithm>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

/// How long a text is, measured in letters of an alphabet: an ideograph says what about three letters do.
qsizetype lettersOf(QStringView text)
{
    const auto ideographs = std::count_if(text.begin(), text.end(), [](QChar unit) { return unit.unicode() >= 0x3040 && unit.unicode() <= 0x9FFF; });
    return text.size() + 2 * ideographs;
}

class BlockCollector {
public:
    BlockCollector(const Tree &tree, const std::vector<Role> &roles)
        : m_tree(tree)
        , m_roles(roles)
        , m_inherited(roles.size(), Inherited{})
    {
    }

    std::vector<PageBlock> collect()
    {
        std::vector<int> open;
        for (int at = 0; at < m_tree.size(); ++at) {
            while (!open.empty() && m_tree.node(open.back()).end <= at) {
                flush();
                m_block = blockAbove(open.back());
                open.pop_back();
            }
            const Node &node = m_tree.node(at);
            inherit(at);
            if (node.tag == Tag::Text) {
                addText(at);
            } else if (node.tag == Tag::Br) {
                addBreak();
            } else if (at < m_dataRowEnd && (node.tag == Tag::Td || node.tag == Tag::Th)) {
                addCell();
            } else if (isBlockTag(node.tag) || startsOwnLine(at)) {
                flush();
                open.push_back(at);
                m_block = at;
                if (node.tag == Tag::Tr && isDataRow(at))
                    m_dataRowEnd = node.end;
            }
        }
        flush();
        return std::move(m_blocks);
    }

private:
    struct Inherited {
        bool isLink = false;
        bool isCaption = false;
        bool isFigure = false;
        bool isStandfirst = false;
        bool isEmbedded = false;
        bool isUnseen = false;
        bool isListItem = false;
        bool isQuote = false;
    };

    /// Captions and roles of their own part from the text around them even in inline elements.
    [[nodiscard]] bool startsOwnLine(int at) const
    {
        switch (m_roles[static_cast<size_t>(at)]) {
        case Role::Caption:
        case Role::MaybeClutter:
        case Role::Hidden:
        case Role::Unseen: return true;
        case Role::Clutter:
        case Role::StrongClutter: return m_tree.node(at).tag != Tag::A;
        case Role::Unknown:
        case Role::Body:
        case Role::Wall:
        case Role::EmbeddedPost:
        case Role::Standfirst: return false;
        }
        return false;
    }

    /// Whether a table row holds short cells with nothing but text in them, so that it is one line: "1 | Lee | 12.4".
    [[nodiscard]] bool isDataRow(int row) const
    {
        constexpr qsizetype kLongestCell = 150;
        qsizetype cell = 0;
        int cells = 0;
        for (int at = row + 1; at < m_tree.node(row).end; ++at) {
            const Node &node = m_tree.node(at);
            if (node.tag == Tag::Td || node.tag == Tag::Th) {
                cell = 0;
                ++cells;
            } else if (node.tag == Tag::Text) {
                cell += m_tree.textOf(node).trimmed().size();
            } else if (isBlockTag(node.tag) || node.tag == Tag::Br || startsOwnLine(at)) {
                return false;
            }
            if (cell > kLongestCell)
                return false;
        }
        return cells >= 2;
    }

    [[nodiscard]] int blockAbove(int at) const
    {
        int above = m_tree.node(at).parent;
        while (above > 0 && !isBlockTag(m_tree.node(above).tag) && !startsOwnLine(above))
            above = m_tree.node(above).parent;
        return std::max(above, 0);
    }

    void inherit(int at)
    {
        const Node &node = m_tree.node(at);
        Inherited own = node.parent >= 0 ? m_inherited[static_cast<size_t>(node.parent)] : Inherited{};
        const Role role = m_roles[static_cast<size_t>(at)];
        own.isLink = own.isLink || node.tag == Tag::A;
        own.isCaption = own.isCaption || role == Role::Caption;
        own.isFigure = own.isFigure || node.tag == Tag::Figure;
        own.isStandfirst = own.isStandfirst || role == Role::Standfirst;
        own.isEmbedded = own.isEmbedded || role == Role::EmbeddedPost;
        own.isUnseen = own.isUnseen || role == Role::Unseen || role == Role::Hidden;
        own.isListItem = own.isListItem || node.tag == Tag::Li;
        own.isQuote = own.isQuote || node.tag == Tag::Blockquote;
        m_inherited[static_cast<size_t>(at)] = own;
    }

    void addText(int at)
    {
        const QStringView text = m_tree.textOf(m_tree.node(at));
        const Inherited &state = m_inherited[static_cast<size_t>(at)];
        for (qsizetype begin = 0; begin < text.size();) {
            if (text[begin].isSpace()) {
                m_pendingSpace = !m_line.isEmpty();
                ++begin;
                continue;
            }
            qsizetype end = begin + 1;
            while (end < text.size() && !text[end].isSpace())
                ++end;
            if (m_pendingSpace)
                m_line += u' ';
            m_pendingSpace = false;
            m_breaks = 0;
            m_line += text.sliced(begin, end - begin);
            m_linkUnits += state.isLink ? end - begin : 0;
            begin = end;
        }
        m_textNode = at;
    }

    void addBreak()
    {
        m_pendingSpace = !m_line.isEmpty();
        if (++m_breaks >= 2)
            flush();
    }

    void addCell()
    {
        if (!m_line.isEmpty() && !m_line.endsWith(" |"_L1))
            m_line += " |"_L1;
        m_pendingSpace = !m_line.isEmpty();
    }

    void flush()
    {
        if (m_line.endsWith(" |"_L1))
            m_line.chop(2);
        if (!m_line.isEmpty()) {
            const Inherited &state = m_inherited[static_cast<size_t>(m_textNode)];
            PageBlock block;
            block.text = m_line;
            block.node = m_block;
            block.linkUnits = m_linkUnits;
            // Some pages put a paragraph into the figure that it is about.
            constexpr qsizetype kLongestCaption = 400;
            block.isCaption = state.isCaption || (state.isFigure && m_line.size() <= kLongestCaption);
            block.isStandfirst = state.isStandfirst;
            block.isEmbedded = state.isEmbedded;
            block.isUnseen = state.isUnseen;
            block.kind = kindOf(state);
            block.isDataRow = m_tree.node(m_block).tag == Tag::Tr;
            m_blocks.push_back(std::move(block));
        }
        m_line.clear();
        m_linkUnits = 0;
        m_breaks = 0;
        m_pendingSpace = false;
    }

    [[nodiscard]] model::BlockKind kindOf(const Inherited &state) const
    {
        const Tag tag = m_tree.node(m_block).tag;
        if (isHeadingTag(tag))
            return model::BlockKind::Heading;
        if (state.isListItem)
            return model::BlockKind::ListItem;
        if (state.isQuote)
            return model::BlockKind::Quote;
        if (tag == Tag::Td || tag == Tag::Th || tag == Tag::Tr)
            return model::BlockKind::TableRow;
        return model::BlockKind::Paragraph;
    }

    const Tree &m_tree;
    const std::vector<Role> &m_roles;
    std::vector<Inherited> m_inherited;
    std::vector<PageBlock> m_blocks;
    QString m_line;
    qsizetype m_linkUnits = 0;
    int m_block = 0;
    int m_textNode = 0;
    int m_breaks = 0;
    int m_dataRowEnd = 0; ///< inside a row whose cells make one line
    bool m_pendingSpace = false;
};

} // namespace

bool PageBlock::isProseWhenSeen() const
{
    constexpr qsizetype kShortest = 60;
    constexpr qsizetype kLongWithoutStop = 140;
    if (isCaption || isDataRow || kind == model::BlockKind::Heading || linkShare() >= 0.5)
        return false;
    const qsizetype letters = lettersOf(text);
    return letters >= kLongWithoutStop || (letters >= kShortest && (endsSentence(text) || text.endsWith(u':')));
}

std::vector<PageBlock> pageBlocks(const Tree &tree, const std::vector<Role> &roles) { return BlockCollector(tree, roles).collect(); }

} // namespace variorum::reading::html
