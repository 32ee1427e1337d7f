#pragma once

#include "report/pdf/page_writer.h"

#include <map>

namespace variorum::report::pdf {

/// Sets a document's blocks one below the other and breaks them into pages: no heading stands alone at the foot of a
/// page, no paragraph leaves a single line behind, and what is longer than a page goes on over the next.
class BlockRenderer {
public:
    BlockRenderer(const TextEngine &engine, PageWriter &pages, const Document &document);

    [[nodiscard]] int blockCount() const;
    void render(int block);

private:
    /// A paragraph or heading, set.
    struct SetText {
        TextStyle style;
        TextBox box;
        std::unique_ptr<TextBox> eyebrow;
    };

    void renderPageBreak();
    void renderHeading(int block, const Heading &heading);
    void renderParagraph(int block, const Paragraph &paragraph);
    void renderTable(const Table &table);
    void renderTableHead(const Table &table, const std::vector<double> &lefts, const std::vector<double> &widths);
    void renderRow(const Table &table, const Row &row, const std::vector<double> &lefts, const std::vector<double> &widths);
    void renderFigures(const Figures &figures);
    void renderLines(const TextBox &box, const TextStyle &style, std::optional<model::Severity> severity);

    [[nodiscard]] SetText *setTextOf(int block);
    /// Room that a block wants before it may begin on a page, with what must stay together with it.
    [[nodiscard]] double needOf(int block);
    /// A table that one page can hold is not parted; of a longer one the head and a row.
    [[nodiscard]] double needOfTable(int block) const;
    [[nodiscard]] bool isNote(int block) const;
    [[nodiscard]] double room() const { return kPageHeight - kMarginBottom - m_top; }
    [[nodiscard]] bool isAtTop() const { return m_top <= kMarginTop; }
    void breakPage();
    /// Moves down by the distance that a style wants above it, or to a new page.
    void advance(double before, double need);

    const TextEngine &m_engine;
    PageWriter &m_pages;
    const Document &m_document;
    std::map<int, SetText> m_set; // only those ahead
    double m_top = kMarginTop;
};

} // namespace variorum::report::pdf
