#include "report/pdf/render_blocks.h"

#include <algorithm>

namespace variorum::report::pdf {

namespace {

constexpr double kPageRoom = kPageHeight - kMarginTop - kMarginBottom;

bool startsWithRule(const Heading &heading)
{
    return heading.level == 3;
}

/// Lines that must not be parted: the first two and the last two.
int firstChunk(int lines)
{
    return lines <= 3 ? lines : 2;
}

constexpr double kRowGap = 11;

struct ColumnPlaces {
    std::vector<double> lefts;
    std::vector<double> widths;
};

ColumnPlaces columnsOf(const Table &table)
{
    double shares = 0;
    for (const Column &column : table.columns)
        shares += column.share;
    const double usable = kTextWidth - kColumnGap * static_cast<double>(table.columns.size() - 1);
    ColumnPlaces places;
    double left = kMarginSide;
    for (const Column &column : table.columns) {
        places.lefts.push_back(left);
        places.widths.push_back(usable * column.share / shares);
        left += places.widths.back() + kColumnGap;
    }
    return places;
}

} // namespace

BlockRenderer::BlockRenderer(const TextEngine &engine, PageWriter &pages, const Document &document)
    : m_engine(engine)
    , m_pages(pages)
    , m_document(document)
{
}

int BlockRenderer::blockCount() const
{
    return static_cast<int>(m_document.blocks.size());
}

BlockRenderer::SetText *BlockRenderer::setTextOf(int block)
{
    if (block >= blockCount())
        return nullptr;
    if (const auto found = m_set.find(block); found != m_set.end())
        return &found->second;
    const Block &asked = m_document.blocks[static_cast<size_t>(block)];
    if (const auto *heading = std::get_if<Heading>(&asked)) {
        const TextStyle style = styleOfHeading(heading->level, heading->severity);
        SetText set{.style = style, .box = TextBox(m_engine, {{{.text = heading->text, .tone = Tone::Plain, .link = {}}}}, style, kTextWidth), .eyebrow = {}};
        if (!heading->eyebrow.empty())
            set.eyebrow = std::make_unique<TextBox>(m_engine, std::vector<Runs>{heading->eyebrow}, eyebrowStyle(heading->severity), kTextWidth);
        return &m_set.emplace(block, std::move(set)).first->second;
    }
    if (const auto *paragraph = std::get_if<Paragraph>(&asked)) {
        const TextStyle style = styleOf(paragraph->role, paragraph->severity);
        SetText set{.style = style, .box = TextBox(m_engine, {paragraph->runs}, style, kTextWidth - style.indent, tintOf(paragraph->severity)), .eyebrow = {}};
        return &m_set.emplace(block, std::move(set)).first->second;
    }
    return nullptr;
}

double BlockRenderer::needOf(int block)
{
    double need = 0;
    for (const SetText *set = setTextOf(block); set; set = setTextOf(++block)) {
        if (set->eyebrow)
            need += set->eyebrow->height() + eyebrowStyle({}).after;
        const bool keeps = set->style.keepsWithNext || isNote(block + 1); // what is said below a passage stays below it
        need += keeps ? set->box.height() + set->style.after : set->box.pitch() * firstChunk(set->box.lineCount());
        if (!keeps || need > kPageRoom / 2) // a chain that fills half a page may be parted
            return need;
        if (const SetText *next = setTextOf(block + 1))
            need += next->style.before;
    }
    return need + needOfTable(block);
}

double BlockRenderer::needOfTable(int block) const
{
    constexpr double kTableStart = 40;
    constexpr double kMostOfAPage = kPageRoom - 80; // what heads it stands on the same page
    const auto *table = block < blockCount() ? std::get_if<Table>(&m_document.blocks[static_cast<size_t>(block)]) : nullptr;
    if (!table)
        return kTableStart;
    const std::vector<double> widths = columnsOf(*table).widths;
    const TextStyle style = tableCellStyle();
    double need = tableHeadStyle().pitch + 8;
    for (const Row &row : table->rows) {
        int lines = 1;
        for (size_t place = 0; place < row.cells.size(); ++place)
            lines = std::max(lines, TextBox(m_engine, row.cells[place].lines, style, widths[place], kNeutralTint, table->columns[place].alignsRight).lineCount());
        need += lines * style.pitch + kRowGap;
        if (need > kMostOfAPage)
            return kTableStart;
    }
    return need;
}

bool BlockRenderer::isNote(int block) const
{
    if (block >= blockCount())
        return false;
    const auto *paragraph = std::get_if<Paragraph>(&m_document.blocks[static_cast<size_t>(block)]);
    return paragraph && paragraph->role == ParagraphRole::Note;
}

void BlockRenderer::breakPage()
{
    m_pages.newPage();
    m_top = kMarginTop;
}

void BlockRenderer::advance(double before, double need)
{
    if (!isAtTop() && before + std::min(need, kPageRoom) > room())
        breakPage();
    else if (!isAtTop())
        m_top += before;
}

void BlockRenderer::render(int block)
{
    const Block &asked = m_document.blocks[static_cast<size_t>(block)];
    if (const auto *heading = std::get_if<Heading>(&asked))
        renderHeading(block, *heading);
    else if (const auto *paragraph = std::get_if<Paragraph>(&asked))
        renderParagraph(block, *paragraph);
    else if (const auto *table = std::get_if<Table>(&asked))
        renderTable(*table);
    else if (const auto *figures = std::get_if<Figures>(&asked))
        renderFigures(*figures);
    else
        renderPageBreak();
    m_set.erase(block);
}

void BlockRenderer::renderPageBreak()
{
    constexpr double kJustBegun = 0.45;
    const bool isShortOverflow = m_pages.page() > 1 && m_top < kPageHeight * kJustBegun;
    if (!isAtTop() && !isShortOverflow)
        breakPage();
}

void BlockRenderer::renderHeading(int block, const Heading &heading)
{
    const double need = needOf(block);
    const SetText &set = *setTextOf(block);
    const TextStyle eyebrow = eyebrowStyle(heading.severity);
    advance(set.style.before, need);
    m_pages.placeAnchor(heading.anchor, kMarginSide, std::max(0.0, m_top - 10));
    m_pages.addOutline(heading.level, heading.outline, heading.anchor);
    if (startsWithRule(heading) && !isAtTop())
        m_pages.fill(kMarginSide, m_top - set.style.before / 2, kTextWidth, 0.5, kRule);
    if (set.eyebrow) {
        renderLines(*set.eyebrow, eyebrow, {});
        m_top += eyebrow.after;
    }
    renderLines(set.box, set.style, {});
    m_top += set.style.after;
}

void BlockRenderer::renderParagraph(int block, const Paragraph &paragraph)
{
    const double need = needOf(block);
    const SetText &set = *setTextOf(block);
    advance(set.style.before, need);
    m_pages.placeAnchor(paragraph.anchor, kMarginSide, std::max(0.0, m_top - 10));
    renderLines(set.box, set.style, paragraph.severity);
    m_top += set.style.after;
}

void BlockRenderer::renderLines(const TextBox &box, const TextStyle &style, std::optional<model::Severity> severity)
{
    const int lines = box.lineCount();
    int next = 0;
    while (next < lines) {
        int fitting = std::clamp(static_cast<int>((room() + 0.01) / box.pitch()), 0, lines - next);
        if (next + fitting == lines - 1 && fitting > 2) // the last line would stand alone
            --fitting;
        if (fitting == 0 && !isAtTop()) {
            breakPage();
            continue;
        }
        fitting = std::max(fitting, 1);
        if (style.hasSideRule)
            m_pages.fill(kMarginSide + style.indent - 9, m_top + 1.5, 1.6, fitting * box.pitch() - 2, severity ? inkOf(severity) : kRule);
        cairo_set_source_rgb(m_pages.cairo(), style.colour.red, style.colour.green, style.colour.blue);
        // One structure element a page: Cairo 1.16 cannot carry one over a page's end.
        m_pages.beginTag(style.tag);
        for (int line = next; line < next + fitting; ++line) {
            m_pages.drawLine(box, line, kMarginSide + style.indent, m_top);
            m_top += box.pitch();
        }
        m_pages.endTag(style.tag);
        next += fitting;
        if (next < lines)
            breakPage();
    }
}

void BlockRenderer::renderTableHead(const Table &table, const std::vector<double> &lefts, const std::vector<double> &widths)
{
    const TextStyle style = tableHeadStyle();
    m_pages.beginTag("TR");
    for (size_t place = 0; place < table.columns.size(); ++place) {
        const Column &column = table.columns[place];
        const TextBox box(m_engine, {{{.text = column.title, .tone = Tone::Plain, .link = {}}}}, style, widths[place], kNeutralTint, column.alignsRight);
        cairo_set_source_rgb(m_pages.cairo(), style.colour.red, style.colour.green, style.colour.blue);
        m_pages.beginTag(style.tag);
        m_pages.drawLine(box, 0, lefts[place], m_top);
        m_pages.endTag(style.tag);
    }
    m_pages.endTag("TR");
    m_top += style.pitch + 3;
    m_pages.fill(kMarginSide, m_top, kTextWidth, 0.8, kInk);
    m_top += 5;
}

void BlockRenderer::renderRow(const Table &table, const Row &row, const std::vector<double> &lefts, const std::vector<double> &widths)
{
    const TextStyle style = tableCellStyle();
    std::vector<TextBox> boxes;
    int lines = 1;
    for (size_t place = 0; place < row.cells.size(); ++place) {
        boxes.emplace_back(m_engine, row.cells[place].lines, style, widths[place], kNeutralTint, table.columns[place].alignsRight);
        lines = std::max(lines, boxes.back().lineCount());
    }
    const auto startPage = [&] {
        m_pages.endTag("Table");
        breakPage();
        m_pages.beginTag("Table");
        renderTableHead(table, lefts, widths);
    };
    if (lines * style.pitch > room() && lines * style.pitch < kPageRoom - 40)
        startPage();
    m_pages.placeAnchor(row.anchor, kMarginSide, std::max(0.0, m_top - 10));
    for (int next = 0; next < lines;) {
        const int fitting = std::clamp(static_cast<int>(room() / style.pitch), 1, lines - next);
        m_pages.beginTag("TR");
        for (size_t place = 0; place < boxes.size(); ++place) {
            cairo_set_source_rgb(m_pages.cairo(), style.colour.red, style.colour.green, style.colour.blue);
            m_pages.beginTag(style.tag);
            for (int line = next; line < std::min(next + fitting, boxes[place].lineCount()); ++line)
                m_pages.drawLine(boxes[place], line, lefts[place], m_top + (line - next) * style.pitch);
            m_pages.endTag(style.tag);
        }
        m_pages.endTag("TR");
        m_top += fitting * style.pitch;
        next += fitting;
        if (next < lines)
            startPage();
    }
    m_pages.fill(kMarginSide, m_top + kRowGap / 2 - 1, kTextWidth, 0.4, kRule);
    m_top += kRowGap;
}

void BlockRenderer::renderTable(const Table &table)
{
    const auto [lefts, widths] = columnsOf(table);
    m_pages.beginTag("Table");
    renderTableHead(table, lefts, widths);
    for (const Row &row : table.rows)
        renderRow(table, row, lefts, widths);
    m_pages.endTag("Table");
    m_top += 4;
}

void BlockRenderer::renderFigures(const Figures &figures)
{
    if (figures.items.empty())
        return;
    const double width = kTextWidth / static_cast<double>(figures.items.size());
    const TextStyle label = figureLabelStyle();
    std::vector<TextBox> labels;
    int labelLines = 1;
    for (const Figure &figure : figures.items) {
        labels.emplace_back(m_engine, std::vector<Runs>{{{.text = figure.label, .tone = Tone::Plain, .link = {}}}}, label, width - 8);
        labelLines = std::max(labelLines, labels.back().lineCount());
    }
    const double height = 36 + labelLines * label.pitch;
    m_pages.fill(kMarginSide, m_top, kTextWidth, 0.8, kInk);
    double left = kMarginSide;
    for (size_t place = 0; place < figures.items.size(); ++place) {
        const Figure &figure = figures.items[place];
        const TextStyle number = figureNumberStyle(figure.severity);
        const Colour colour = figure.number == QLatin1String("0") ? kQuietInk : number.colour;
        m_pages.beginTag("P");
        cairo_set_source_rgb(m_pages.cairo(), colour.red, colour.green, colour.blue);
        m_pages.drawLine(TextBox(m_engine, {{{.text = figure.number, .tone = Tone::Plain, .link = {}}}}, number, width), 0, left, m_top + 8);
        cairo_set_source_rgb(m_pages.cairo(), label.colour.red, label.colour.green, label.colour.blue);
        for (int line = 0; line < labels[place].lineCount(); ++line)
            m_pages.drawLine(labels[place], line, left, m_top + 32 + line * label.pitch);
        if (!figure.link.isEmpty())
            m_pages.addLink(figure.link, left, m_top + 4, width - 6, height - 6);
        m_pages.endTag("P");
        left += width;
    }
    m_pages.fill(kMarginSide, m_top + height + 4, kTextWidth, 0.4, kRule);
    m_top += height + 8;
}

} // namespace variorum::report::pdf
