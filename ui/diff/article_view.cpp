#include "ui/diff/article_view.h"

#include "ui/diff/mark_text.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kGutter = 44; // left of the text, for glyphs
constexpr int kNarrowGutter = 32;
constexpr int kRightMargin = 20;
constexpr int kNarrow = 260; // a view this wide has no room to spare
constexpr int kTopMargin = 20;
constexpr int kBottomMargin = 64;
constexpr int kMostLetters = 75; // of a line; longer ones tire the eye

} // namespace

ArticleView::ArticleView(const Document &document, Selection &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
    , m_selection(selection)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    m_textSize = std::max(11, QApplication::font().pointSize() + 1);
    applyFonts();
    connect(&m_selection, &Selection::claimChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_selection, &Selection::sourceChanged, this, &ArticleView::followSelection);
}

void ArticleView::applyFonts()
{
    updateGeometryOfText();
}

TextColumn::Style ArticleView::styleFor(bool isNarrow) const
{
    QFont title = readingFont(m_textSize + (isNarrow ? 2 : 5));
    title.setWeight(QFont::DemiBold);
    return {.body = readingFont(m_textSize), .title = title};
}

void ArticleView::setTextSize(int points)
{
    if (points == m_textSize)
        return;
    m_textSize = points;
    applyFonts();
}

void ArticleView::setFaintMarksShown(bool shown)
{
    m_faintMarks = shown;
    viewport()->update();
}

void ArticleView::setArticle(std::optional<base::ArticleId> article)
{
    m_article = article;
    m_anchor = m_caret = 0;
    verticalScrollBar()->setValue(0);
    refresh();
}

void ArticleView::refresh()
{
    const model::Article *article = m_article ? m_document.article(*m_article) : nullptr;
    m_column.setArticle(article ? *article : model::Article());
    m_marks = article && m_document.index() ? m_document.index()->marksOf(*m_article) : std::vector<model::Mark>();
    m_caret = std::min(m_caret, m_column.endPosition());
    m_anchor = std::min(m_anchor, m_column.endPosition());
    setAccessibleName(article ? tr("%1: %2", "outlet, headline").arg(model::outletLabel(*article), model::titleLabel(*article)) : tr("No article"));
    setAccessibleDescription(tr("%n marked place(s)", nullptr, static_cast<int>(m_marks.size())));
    assignMarks();
    updateGeometryOfText();
}

void ArticleView::assignMarks()
{
    m_marksOfRun.assign(m_column.runs().size(), {});
    for (size_t number = 0; number < m_marks.size(); ++number) {
        const model::TextPlace &place = m_marks[number].place;
        std::optional<size_t> run = m_column.runOf(place.field, place.span.begin);
        for (; run && *run < m_column.runs().size(); ++*run) {
            const TextRun &of = m_column.runs()[*run];
            if (of.field != place.field || of.span.begin >= place.span.end)
                break;
            m_marksOfRun[*run].push_back(number);
        }
    }
}

void ArticleView::updateGeometryOfText()
{
    const bool isNarrow = viewport()->width() < kNarrow;
    const int gutter = isNarrow ? kNarrowGutter : kGutter;
    const double available = std::max(80, viewport()->width() - gutter - (isNarrow ? kRightMargin / 3 : kRightMargin));
    const double measure = QFontMetricsF(readingFont(m_textSize)).averageCharWidth() * kMostLetters;
    const double width = std::min(available, measure);
    // Keeps the line at the top of the view where it is while the lines break anew.
    const double top = verticalScrollBar()->value() - kTopMargin;
    const std::optional<size_t> run = m_column.runAt(top);
    const double part = run ? (top - m_column.topOf(*run)) / std::max(1.0, m_column.bottomOf(*run) - m_column.topOf(*run)) : 0.0;
    m_column.setStyle(styleFor(isNarrow));
    m_column.setWidth(width);
    m_left = gutter + std::max(0.0, (available - width) / 2);
    updateScrollBar();
    if (run && top > 0)
        verticalScrollBar()->setValue(qRound(m_column.topOf(*run) + part * (m_column.bottomOf(*run) - m_column.topOf(*run))) + kTopMargin);
    layOutView();
    viewport()->update();
    Q_EMIT viewChanged();
}

void ArticleView::updateScrollBar()
{
    const int page = viewport()->height();
    const int most = std::max(0, qRound(m_column.height()) + kTopMargin + kBottomMargin - page);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(qRound(m_column.lineHeight()));
    if (verticalScrollBar()->maximum() != most)
        verticalScrollBar()->setRange(0, most);
}

void ArticleView::layOutView()
{
    const double page = viewport()->height();
    const auto top = [this] { return static_cast<double>(verticalScrollBar()->value() - kTopMargin); };
    const std::optional<size_t> anchor = m_column.runAt(top() + page / 2);
    const double before = anchor ? m_column.topOf(*anchor) : 0.0;
    m_column.layOut(top() - page / 2, top() + 1.5 * page);
    m_column.forgetOutside(top() - 3 * page, top() + 4 * page);
    const double moved = anchor ? m_column.topOf(*anchor) - before : 0.0;
    updateScrollBar();
    // Runs above became exact: keep what is in the middle of the view still.
    if (moved != 0 && top() > 0) {
        const QSignalBlocker quiet(verticalScrollBar());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved));
    }
}

void ArticleView::scrollContentsBy(int, int)
{
    layOutView();
    viewport()->update();
    Q_EMIT viewChanged();
}

void ArticleView::resizeEvent(QResizeEvent *) { updateGeometryOfText(); }

void ArticleView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void ArticleView::reveal(const model::TextPlace &place)
{
    // Twice: laying out the target makes the heights above it exact.
    for (int round = 0; round < 2; ++round) {
        const std::vector<QRectF> rects = m_column.rectsOf(place);
        if (rects.empty())
            return;
        const double top = rects.front().top() + kTopMargin;
        const double bottom = rects.back().bottom() + kTopMargin;
        const int value = verticalScrollBar()->value();
        const int page = viewport()->height();
        updateScrollBar();
        const double edge = std::min(48.0, page / 8.0);
        if (top < value + edge || bottom > value + page - edge)
            verticalScrollBar()->setValue(qRound(top - page / 3.0));
    }
    viewport()->update();
}

void ArticleView::followSelection()
{
    if (const std::optional<model::TextPlace> place = outlined())
        reveal(*place);
    viewport()->update();
}

std::optional<model::TextPlace> ArticleView::outlined() const
{
    const std::optional<SourcePlace> &source = m_selection.source();
    if (!source || !m_article || source->article != *m_article)
        return std::nullopt;
    return source->place;
}

QPointF ArticleView::toColumn(const QPointF &viewportPoint) const
{
    return {viewportPoint.x() - m_left, viewportPoint.y() + verticalScrollBar()->value() - kTopMargin};
}

std::vector<QRectF> ArticleView::viewportRects(const model::TextPlace &place)
{
    std::vector<QRectF> rects = m_column.rectsOf(place);
    const QPointF shift(m_left, kTopMargin - verticalScrollBar()->value());
    for (QRectF &rect : rects)
        rect.translate(shift);
    return rects;
}

bool ArticleView::isSelected(const model::Mark &mark) const
{
    if (mark.claim != m_selection.claim())
        return false;
    return !mark.divergence || !m_selection.divergence() || mark.divergence == m_selection.divergence();
}

const model::Mark *ArticleView::markAt(const QPointF &viewportPoint)
{
    const QPointF point = toColumn(viewportPoint);
    const std::optional<size_t> run = m_column.runAt(point.y());
    if (!run || !m_column.isOnText(point))
        return nullptr;
    const auto [field, offset] = m_column.placeOf(m_column.positionAt(point));
    const model::Mark *best = nullptr;
    // The innermost: values before statements, then the shorter.
    for (const size_t number : m_marksOfRun[*run]) {
        const model::Mark &mark = m_marks[number];
        if (mark.place.field != field || offset < mark.place.span.begin || offset > mark.place.span.end)
            continue;
        const auto rank = [](const model::Mark &of) { return std::tuple(!of.divergence.has_value(), of.place.span.length(), of.status); };
        if (!best || rank(mark) < rank(*best))
            best = &mark;
    }
    return best;
}

SourcePlace ArticleView::placeAt(const QPointF &viewportPoint)
{
    const auto [field, offset] = m_column.placeOf(m_column.positionAt(toColumn(viewportPoint)));
    return {.article = m_article.value_or(base::ArticleId()), .place = {.field = field, .span = {offset, offset}}};
}

bool ArticleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->globalPos(), help->pos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ArticleView::showToolTip(const QPoint &globalPosition, const QPointF &viewportPoint)
{
    const model::Mark *mark = markAt(viewportPoint);
    if (mark && m_document.index())
        QToolTip::showText(globalPosition, plainToolTip(markText(*m_document.index(), *mark)), viewport());
    else
        QToolTip::hideText();
}

void ArticleView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->pos();
    setCaret(m_column.positionAt(toColumn(event->position())), event->modifiers().testFlag(Qt::ShiftModifier));
}

void ArticleView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedAt && (event->pos() - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        setCaret(m_column.positionAt(toColumn(event->position())), true);
        if (event->pos().y() < 0 || event->pos().y() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + (event->pos().y() < 0 ? -1 : 1) * verticalScrollBar()->singleStep());
    } else if (!m_pressedAt) {
        viewport()->setCursor(markAt(event->position()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
    }
}

void ArticleView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = m_pressedAt && m_anchor == m_caret;
    m_pressedAt.reset();
    if (!isClick || !m_article)
        return;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT statementRequested(placeAt(event->position()));
        return;
    }
    if (const model::Mark *mark = markAt(event->position())) {
        const SourcePlace at{.article = *m_article, .place = mark->place};
        m_selection.selectClaim(mark->claim, mark->divergence, at);
    }
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const base::TextSpan word = m_column.wordAt(m_column.positionAt(toColumn(event->position())));
    m_anchor = word.begin;
    m_caret = word.end;
    m_pressedAt.reset();
    viewport()->update();
}

void ArticleView::setCaret(qsizetype position, bool extends)
{
    m_caret = std::clamp<qsizetype>(position, 0, m_column.endPosition());
    if (!extends)
        m_anchor = m_caret;
    viewport()->update();
}

QString ArticleView::selectedText() const { return m_column.textBetween(m_anchor, m_caret); }

void ArticleView::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void ArticleView::selectAll()
{
    m_anchor = 0;
    setCaret(m_column.endPosition(), true);
}

void ArticleView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("&Copy"), this, &ArticleView::copy);
    copyAction->setEnabled(m_anchor != m_caret);
    menu->addAction(tr("Select &all"), this, &ArticleView::selectAll);
    menu->addSeparator();
    const SourcePlace place = placeAt(viewport()->mapFromGlobal(event->globalPos()));
    QAction *found = menu->addAction(tr("What was found &here"), this, [this, place] { Q_EMIT statementRequested(place); });
    found->setObjectName(u"foundHere"_s);
    found->setEnabled(m_article.has_value());
    menu->addAction(tr("&Encoding..."), this, &ArticleView::encodingRequested)->setEnabled(m_article.has_value());
    menu->popup(event->globalPos());
}

bool ArticleView::moveCaret(const QKeyEvent &event)
{
    const std::pair<QKeySequence::StandardKey, qsizetype> moves[] = {
        {QKeySequence::SelectNextChar, m_column.letterAway(m_caret, false)},
        {QKeySequence::SelectPreviousChar, m_column.letterAway(m_caret, true)},
        {QKeySequence::SelectNextWord, m_column.wordAt(m_caret).end},
        {QKeySequence::SelectPreviousWord, m_column.wordAt(std::max<qsizetype>(0, m_caret - 1)).begin},
        {QKeySequence::SelectStartOfDocument, 0},
        {QKeySequence::SelectEndOfDocument, m_column.endPosition()}};
    for (const auto &[key, position] : moves) {
        if (event.matches(key)) {
            setCaret(position, true);
            return true;
        }
    }
    if (event.matches(QKeySequence::SelectNextLine) || event.matches(QKeySequence::SelectPreviousLine)) {
        setCaret(m_column.lineAway(m_caret, event.matches(QKeySequence::SelectNextLine) ? 1 : -1), true);
        return true;
    }
    return false;
}

bool ArticleView::scrollByKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::ControlModifier))
        return false;
    QScrollBar *bar = verticalScrollBar();
    switch (event.key()) {
    case Qt::Key_Up: bar->triggerAction(QAbstractSlider::SliderSingleStepSub); return true;
    case Qt::Key_Down: bar->triggerAction(QAbstractSlider::SliderSingleStepAdd); return true;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); return true;
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return true;
    case Qt::Key_Space:
        bar->triggerAction(event.modifiers().testFlag(Qt::ShiftModifier) ? QAbstractSlider::SliderPageStepSub : QAbstractSlider::SliderPageStepAdd);
        return true;
    case Qt::Key_Home: bar->triggerAction(QAbstractSlider::SliderToMinimum); return true;
    case Qt::Key_End: bar->triggerAction(QAbstractSlider::SliderToMaximum); return true;
    default: return false;
    }
}

void ArticleView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (!moveCaret(*event) && !scrollByKey(*event))
        event->ignore();
}

} // namespace variorum::ui
