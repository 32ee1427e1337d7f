// Where does a paragraph end? A PDF does not say; printers show it, and each line is held against the one before:
//
//     another size of type, or a heading's weight            a new one
//     a bullet                                               a new one
//     a gap above that is wider than the usual leading       a new one
//     an indent that the line before has not                 a new one
//     a line before that ends a sentence well short of the column's edge      a new one
//     a jump to the next column or page                      a new one only where the line before ended a sentence and was
//                                                            short, or the next is indented
//     otherwise                                              the same one; a word that was parted is mended
//
//     "   The ferry left Halvern at"      "nine on Friday."      "   Ten crew were on board."
//     ->  "The ferry left Halvern at nine on Friday." / "Ten crew were on board."
//
// The column's edges are those of the lines that stand over each other around a line: the left one half of them share,
// the right one as far as the longest reach.

#include "reading/risky/pdf/paragraphs.h"

#include "reading/risky/pdf/mended_words.h"
#include "reading/text/phrases.h"
#include "reading/text/plain_blocks.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;
using model::BlockKind;

struct Column {
    double left = 0;
    double right = 0;
    double leading = 0; ///< from one line's top to the next's
};

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool overlaps(const PdfLine &one, const PdfLine &other) { return one.left < other.right && other.left < one.right; }

/// Does the second stand under the first, in the same column?
bool isBelow(const PdfLine &above, const PdfLine &line)
{
    return line.page == above.page && line.top > above.top + 0.3 * above.height() && overlaps(above, line);
}

bool isSameSize(double one, double other) { return std::abs(one - other) <= 0.08 * std::max(one, other) + 0.1; }

class ParagraphBuilder {
public:
    explicit ParagraphBuilder(const std::vector<PdfPage> &pages)
    {
        for (const PdfPage &page : pages)
            m_lines.insert(m_lines.end(), page.lines.begin(), page.lines.end());
        for (size_t at = 0; at < m_lines.size(); ++at)
            m_mender.learn(m_lines[at].text, at > 0 && endsInHyphen(m_lines[at - 1].text));
        findColumns();
        findBodySize();
    }

    PdfText build()
    {
        PdfText text;
        text.bodySize = m_bodySize;
        for (size_t at = 0; at < m_lines.size(); ++at) {
            const PdfLine &line = m_lines[at];
            if (at == 0 || startsParagraph(at))
                text.paragraphs.push_back({{kindOf(at), line.text}, line.size, line.page});
            else
                text.paragraphs.back().block.text = m_mender.join(text.paragraphs.back().block.text, line.text);
        }
        for (PdfParagraph &paragraph : text.paragraphs)
            finish(paragraph);
        return text;
    }

private:
    /// Runs of lines under each other are columns; each line knows its own.
    void findColumns()
    {
        m_columns.resize(m_lines.size());
        for (size_t begin = 0; begin < m_lines.size();) {
            size_t end = begin + 1;
            while (end < m_lines.size() && isBelow(m_lines[end - 1], m_lines[end]) && isSameSize(m_lines[end - 1].size, m_lines[end].size))
                ++end;
            const Column column = columnOf(begin, end);
            std::fill(m_columns.begin() + static_cast<std::ptrdiff_t>(begin), m_columns.begin() + static_cast<std::ptrdiff_t>(end), column);
            begin = end;
        }
    }

    [[nodiscard]] Column columnOf(size_t begin, size_t end) const
    {
        QHash<int, int> lefts;
        std::vector<double> leadings;
        Column column{m_lines[begin].left, m_lines[begin].right, 0};
        for (size_t at = begin; at < end; ++at) {
            ++lefts[static_cast<int>(std::lround(m_lines[at].left / 2))];
            column.left = std::min(column.left, m_lines[at].left);
            column.right = std::max(column.right, m_lines[at].right);
            if (at > begin)
                leadings.push_back(m_lines[at].top - m_lines[at - 1].top);
        }
        // The smallest left edge that is no exception; a hanging number or quote may stick out.
        int best = 0;
        for (auto left = lefts.cbegin(); left != lefts.cend(); ++left) {
            if (left.value() > best || (left.value() == best && left.key() * 2 < column.left)) {
                best = left.value();
                column.left = left.key() * 2;
            }
        }
        column.leading = median(std::move(leadings));
        return column;
    }

    void findBodySize()
    {
        QHash<int, qsizetype> units; // by half points
        for (const PdfLine &line : m_lines)
            units[static_cast<int>(std::lround(line.size * 2))] += line.text.size();
        qsizetype most = 0;
        for (auto size = units.cbegin(); size != units.cend(); ++size) {
            if (size.value() > most || (size.value() == most && size.key() < m_bodySize * 2)) {
                most = size.value();
                m_bodySize = size.key() / 2.0;
            }
        }
    }

    [[nodiscard]] static bool hasBullet(const PdfLine &line)
    {
        static const QRegularExpression kNumber(u"^(?:\\(?\\d{1,2}[.)]|\\([a-z]\\))\\s+\\S"_s);
        return withoutBullet(line.text).size() < line.text.size() || kNumber.match(line.text).hasMatch();
    }

    [[nodiscard]] bool isIndented(size_t at) const { return m_lines[at].left > m_columns[at].left + 0.6 * m_lines[at].size; }
    [[nodiscard]] bool isShort(size_t at) const
    {
        const Column &column = m_columns[at];
        return m_lines[at].right < column.right - std::max(0.12 * (column.right - column.left), 2 * m_lines[at].size);
    }
    [[nodiscard]] bool isHeadingLine(size_t at) const
    {
        const PdfLine &line = m_lines[at];
        return (line.size > 1.12 * m_bodySize || (line.isBold && !endsSentence(line.text))) && line.text.size() <= 200;
    }

    [[nodiscard]] bool startsParagraph(size_t at) const
    {
        const PdfLine &line = m_lines[at];
        const PdfLine &before = m_lines[at - 1];
        if (!isSameSize(line.size, before.size) || isHeadingLine(at) != isHeadingLine(at - 1) || hasBullet(line))
            return true;
        if (endsInHyphen(before.text) && !line.text.isEmpty() && line.text.front().isLower())
            return false;
        if (!isBelow(before, line)) {
            const bool isOver = endsSentence(before.text) && (isShort(at - 1) || line.page != before.page || isIndented(at));
            return isHeadingLine(at) || isIndented(at) || isOver || (!line.text.isEmpty() && !line.text.front().isLower() && endsSentence(before.text) && isShort(at - 1));
        }
        const double leading = m_columns[at].leading > 0 ? m_columns[at].leading : 1.2 * line.size;
        if (line.top - before.top > 1.35 * leading)
            return true;
        if (isHeadingLine(at))
            return false;
        if (isIndented(at) && !isIndented(at - 1))
            return true;
        return isShort(at - 1) && (endsSentence(before.text) || before.text.endsWith(u':'));
    }

    [[nodiscard]] BlockKind kindOf(size_t at) const
    {
        if (hasBullet(m_lines[at]))
            return BlockKind::ListItem;
        return isHeadingLine(at) ? BlockKind::Heading : BlockKind::Paragraph;
    }

    static void finish(PdfParagraph &paragraph)
    {
        paragraph.block.text = paragraph.block.text.simplified();
        if (paragraph.block.kind == BlockKind::ListItem)
            paragraph.block.text = withoutBullet(paragraph.block.text).toString();
        else if (paragraph.block.kind == BlockKind::Heading && paragraph.block.text.size() > 200)
            paragraph.block.kind = BlockKind::Paragraph;
    }

    std::vector<PdfLine> m_lines;
    std::vector<Column> m_columns; // a line's, in step with m_lines
    WordMender m_mender;
    double m_bodySize = 0;
};

} // namespace

PdfText paragraphsOf(const std::vector<PdfPage> &pages) { return ParagraphBuilder(pages).build(); }

} // namespace variorum::reading::risky
