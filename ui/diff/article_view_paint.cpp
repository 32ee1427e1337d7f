// How ArticleView draws itself: behind the text the tints, then the selection, the text, the lines below the words,
// and the frame round the source that is looked at. Kinds are told again by glyphs left of the text.

#include "ui/diff/article_view.h"

#include "ui/diff/mark_painter.h"
#include "ui/labels.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <map>

namespace variorum::ui {

namespace {

constexpr double kGlyphSize = 13;
constexpr double kGlyphGap = 4;
constexpr double kGlyphRight = 12; // from the glyphs to the text

bool isFaint(const model::Mark &mark) { return !mark.divergence; }

} // namespace

void ArticleView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const QPointF start = toColumn(event->rect().topLeft());
    const double end = toColumn(event->rect().bottomLeft()).y();
    painter.translate(QPointF(0, 0) - toColumn(QPointF(0, 0)));
    for (std::optional<size_t> run = m_column.runAt(start.y()); run && *run < m_column.runs().size() && m_column.topOf(*run) <= end; ++*run)
        paintRun(painter, *run);
    if (const std::optional<model::TextPlace> place = outlined())
        paintSourceOutline(painter, m_column.rectsOf(*place), coloursFor(palette()).accent);
}

void ArticleView::paintRun(QPainter &painter, size_t run)
{
    const bool dark = isDark(palette());
    struct Drawn {
        std::vector<QRectF> words;
        MarkStyle style;
        MarkEmphasis emphasis;
        int lane;
    };
    std::vector<Drawn> drawn;
    std::vector<base::TextSpan> lined; // of the marks drawn so far that have a line
    for (const size_t number : m_marksOfRun[run]) {
        const model::Mark &mark = m_marks[number];
        const bool selected = isSelected(mark);
        if (isFaint(mark) && selected) {
            // The statement that holds the selected value: a quiet ground for it.
            MarkStyle ground{.ink = coloursFor(palette()).accent, .tint = coloursFor(palette()).accentSoft, .pattern = LinePattern::Thin, .lineWidth = 0};
            paintMarkTint(painter, m_column.rectsIn(run, mark.place.span), ground, MarkEmphasis::Plain, dark);
            continue;
        }
        const bool hasValue = m_document.index() && !m_document.index()->divergencesOf(mark.claim).empty();
        if (isFaint(mark) && (!m_faintMarks || hasValue))
            continue;
        const auto lane = isFaint(mark) ? 0 : std::ranges::count_if(lined, [&](const base::TextSpan &span) { return span.overlaps(mark.place.span); });
        if (!isFaint(mark))
            lined.push_back(mark.place.span);
        drawn.push_back({m_column.rectsIn(run, mark.place.span), markStyle(mark.kind, mark.status, dark),
                         selected ? MarkEmphasis::Selected : MarkEmphasis::Plain, static_cast<int>(std::min<qsizetype>(lane, 2))});
    }
    for (const Drawn &mark : drawn)
        paintMarkTint(painter, mark.words, mark.style, mark.emphasis, dark);
    paintSelection(painter, run);
    painter.setPen(palette().color(QPalette::Text));
    m_column.layoutOf(run).draw(&painter, m_column.originOf(run));
    if (m_column.runs()[run].kind == model::BlockKind::ListItem && m_column.runs()[run].startsBlock) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(coloursFor(palette()).muted);
        const QPointF at = m_column.originOf(run);
        painter.drawEllipse(QPointF(at.x() - 12, at.y() + m_column.lineHeight() / 2), 2.2, 2.2);
    }
    for (const Drawn &mark : drawn)
        paintMarkLine(painter, mark.words, mark.style, mark.emphasis, mark.lane);
    paintGlyphs(painter, run);
}

void ArticleView::paintSelection(QPainter &painter, size_t run)
{
    if (m_anchor == m_caret)
        return;
    const TextRun &of = m_column.runs()[run];
    const qsizetype shift = m_column.positionOf(of.field, 0);
    const base::TextSpan selected{std::min(m_anchor, m_caret) - shift, std::max(m_anchor, m_caret) - shift};
    QColor colour = palette().color(hasFocus() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
    colour.setAlphaF(0.28F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QRectF &rect : m_column.rectsIn(run, selected))
        painter.drawRect(rect.adjusted(0, -2, 0, 3));
}

void ArticleView::paintGlyphs(QPainter &painter, size_t run)
{
    const bool dark = isDark(palette());
    // Each kind once a line, worst first: the most there is room for.
    struct Line {
        QRectF rect;
        std::vector<const model::Mark *> marks;
    };
    std::map<double, Line> lines;
    for (const size_t number : m_marksOfRun[run]) {
        const model::Mark &mark = m_marks[number];
        if (isFaint(mark) || !m_column.runs()[run].span.contains(mark.place.span.begin))
            continue;
        const std::vector<QRectF> words = m_column.rectsIn(run, mark.place.span);
        if (words.empty())
            continue;
        Line &line = lines[words.front().top()];
        line.rect = words.front();
        if (std::ranges::none_of(line.marks, [&](const model::Mark *other) { return other->kind == mark.kind; }))
            line.marks.push_back(&mark);
    }
    for (auto &[top, line] : lines) {
        std::ranges::sort(line.marks, {}, [](const model::Mark *mark) { return mark->status; });
        double right = -kGlyphRight;
        for (size_t place = 0; place < std::min<size_t>(2, line.marks.size()); ++place) {
            const model::Mark &mark = *line.marks[place];
            const QRectF where(right - kGlyphSize, line.rect.center().y() - kGlyphSize / 2, kGlyphSize, kGlyphSize);
            drawIcon(painter, kindIconName(*mark.kind), where, kindColour(*mark.kind, dark));
            right -= kGlyphSize + kGlyphGap;
        }
    }
}

} // namespace variorum::ui
