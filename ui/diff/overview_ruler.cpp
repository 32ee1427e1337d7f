#include "ui/diff/overview_ruler.h"

#include "ui/diff/mark_style.h"
#include "ui/diff/mark_text.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace variorum::ui {

namespace {

constexpr int kWidth = 14;
constexpr double kReach = 5; // how near a click must be to a tick

double tickWidth(model::MarkStatus status)
{
    switch (status) {
    case model::MarkStatus::Conflict: return 10;
    case model::MarkStatus::Internal: return 8;
    case model::MarkStatus::Refinement: return 6;
    case model::MarkStatus::Wording: return 4;
    case model::MarkStatus::Agreed:
    case model::MarkStatus::SingleSource: return 0;
    }
    return 0;
}

} // namespace

OverviewRuler::OverviewRuler(ArticleView &view, const Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_document(document)
    , m_selection(selection)
{
    setFixedWidth(kWidth);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of divergences"));
    setAccessibleDescription(tr("The list of divergences below says the same"));
    connect(&view, &ArticleView::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&selection, &Selection::claimChanged, this, qOverload<>(&QWidget::update));
}

QSize OverviewRuler::sizeHint() const { return {kWidth, 100}; }

double OverviewRuler::yOf(const model::Mark &mark) const
{
    return m_view.column().approximateTopOf(mark.place) / std::max(1.0, m_view.column().height()) * (height() - 8) + 4;
}

void OverviewRuler::paintEvent(QPaintEvent *)
{
    const Colours &of = coloursFor(palette());
    const bool dark = isDark(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), of.surface);
    const QScrollBar *bar = m_view.verticalScrollBar();
    if (bar->maximum() > 0) {
        const double whole = bar->maximum() + bar->pageStep();
        const QRectF seen(1, bar->value() / whole * height(), width() - 2, bar->pageStep() / whole * height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(of.sunken);
        painter.drawRoundedRect(seen, 3, 3);
    }
    for (const model::Mark &mark : m_view.marks()) {
        const double tick = tickWidth(mark.status);
        if (tick == 0 || !mark.kind)
            continue;
        const bool selected = mark.claim == m_selection.claim();
        const QRectF where((width() - tick) / 2, yOf(mark) - 1.5, tick, 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(kindColour(*mark.kind, dark));
        painter.drawRoundedRect(where, 1.5, 1.5);
        if (selected) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(of.accent, 1.4));
            painter.drawRoundedRect(QRectF(1, where.top() - 2, width() - 2, 7), 3, 3);
        }
    }
}

const model::Mark *OverviewRuler::markNear(double y) const
{
    const model::Mark *best = nullptr;
    for (const model::Mark &mark : m_view.marks()) {
        if (mark.divergence && std::abs(yOf(mark) - y) <= kReach && (!best || std::abs(yOf(mark) - y) < std::abs(yOf(*best) - y)))
            best = &mark;
    }
    return best;
}

void OverviewRuler::scrollTo(double y)
{
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(qRound(y / height() * (bar->maximum() + bar->pageStep()) - bar->pageStep() / 2.0));
}

void OverviewRuler::mousePressEvent(QMouseEvent *event)
{
    const model::Mark *mark = markNear(event->position().y());
    if (mark && m_view.article())
        m_selection.selectClaim(mark->claim, mark->divergence, SourcePlace{.article = *m_view.article(), .place = mark->place});
    else
        scrollTo(event->position().y());
}

void OverviewRuler::mouseMoveEvent(QMouseEvent *event) { scrollTo(event->position().y()); }

bool OverviewRuler::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const model::Mark *mark = markNear(help->pos().y());
        if (mark && m_document.index())
            QToolTip::showText(help->globalPos(), plainToolTip(markText(*m_document.index(), *mark)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace variorum::ui
