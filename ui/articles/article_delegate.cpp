#include "ui/articles/article_delegate.h"

#include "ui/articles/article_tree_model.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPad = 8;
constexpr int kTick = 16;

QFont outletFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont(const QFont &base) { return resized(base, -1); }

QRectF tickRect(const QStyleOptionViewItem &option)
{
    return {option.rect.left() + kPad + 4.0, option.rect.top() + kPad + (QFontMetricsF(option.font).height() - kTick) / 2, kTick, kTick};
}

QFont storyFont(const QFont &base)
{
    QFont font = readingFont(base.pointSize() + 1);
    font.setWeight(QFont::DemiBold);
    return font;
}

/// A story's title takes two lines at most.
constexpr int kStoryLines = 2;

/// Sets it and gives its height.
double setStory(QTextLayout &layout, double width)
{
    double y = 0;
    layout.beginLayout();
    for (int number = 0; number < kStoryLines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(20.0, width));
        line.setPosition({0, y});
        y += std::round(QFontMetricsF(layout.font()).height() * 1.12);
    }
    layout.endLayout();
    return y;
}

double storyWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return (view ? view->viewport()->width() : option.rect.width()) - 2.0 * (kPad + 4);
}

bool isStory(const QModelIndex &index) { return !index.data(ArticleTreeModel::ArticleIdRole).isValid(); }

void paintTick(QPainter &painter, const QRectF &box, bool ticked, const Colours &of)
{
    painter.setPen(QPen(ticked ? of.accent : of.muted, 1.2));
    painter.setBrush(ticked ? of.accent : of.surface);
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3.5, 3.5);
    if (!ticked)
        return;
    QPainterPath tick;
    tick.moveTo(box.left() + 4.5, box.center().y() + 0.4);
    tick.lineTo(box.left() + 7, box.bottom() - 5);
    tick.lineTo(box.right() - 4.2, box.top() + 5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(of.surface, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

/// A word in a rounded frame; returns its right edge.
double paintBadge(QPainter &painter, QPointF at, double height, const QString &text, const QColor &ground, const QColor &ink)
{
    const double width = painter.fontMetrics().horizontalAdvance(text) + 12;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(at.x(), at.y(), width, height), height / 2, height / 2);
    painter.setPen(ink);
    painter.drawText(QRectF(at.x(), at.y(), width, height), Qt::AlignCenter, text);
    return at.x() + width;
}

} // namespace

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(option.font).height();
    const int small = QFontMetrics(smallFont(option.font)).height();
    if (isStory(index)) {
        QTextLayout title(index.data(Qt::DisplayRole).toString(), storyFont(option.font));
        return {120, qRound(setStory(title, storyWidth(option))) + small + 3 * kPad + 2};
    }
    return {120, line + 2 + line + 4 + small + 2 * kPad};
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Colours &of = coloursFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(selected && option.state.testFlag(QStyle::State_HasFocus) ? QPen(of.accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(selected ? of.accentSoft : of.sunken);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
    }
    if (isStory(index))
        paintStory(*painter, option, index);
    else
        paintArticle(*painter, option, index);
    painter->restore();
}

void ArticleDelegate::paintStory(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &of = coloursFor(option.palette);
    const QRect inner = option.rect.adjusted(kPad + 4, 2 * kPad, -kPad - 4, 0);
    QTextLayout title(index.data(Qt::DisplayRole).toString(), storyFont(option.font));
    const double height = setStory(title, storyWidth(option));
    painter.setPen(of.text);
    painter.setFont(title.font());
    for (int number = 0; number < title.lineCount(); ++number) {
        const QTextLine line = title.lineAt(number);
        const bool isLast = number + 1 == kStoryLines;
        const QString rest = title.text().mid(line.textStart(), isLast ? -1 : line.textLength()).trimmed();
        painter.drawText(QPointF(inner.left(), inner.top() + line.y() + line.ascent()), isLast ? painter.fontMetrics().elidedText(rest, Qt::ElideRight, inner.width()) : rest);
    }
    painter.setFont(smallFont(option.font));
    painter.setPen(of.muted);
    painter.drawText(inner.adjusted(0, qRound(height) + 1, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, index.data(ArticleTreeModel::DateRole).toString());
}

void ArticleDelegate::paintArticle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &of = coloursFor(option.palette);
    paintTick(painter, tickRect(option), index.data(Qt::CheckStateRole).toInt() == Qt::Checked, of);
    const QFontMetrics metrics(outletFont(option.font));
    QRect inner = option.rect.adjusted(kPad + 4 + kTick + kPad, kPad, -kPad - 4, 0);

    // Right of the outlet: how many divergences it takes part in.
    int room = inner.width();
    const int count = index.data(ArticleTreeModel::DivergenceCountRole).toInt();
    if (count > 0) {
        painter.setFont(smallFont(option.font));
        const QString text = QString::number(count);
        const int width = painter.fontMetrics().horizontalAdvance(text) + 12;
        paintBadge(painter, QPointF(inner.right() + 1 - width, inner.top()), metrics.height(), text, of.sunken, of.text);
        room -= width + 8;
    }
    painter.setFont(outletFont(option.font));
    painter.setPen(of.text);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room));
    inner.setTop(inner.top() + metrics.height() + 2);
    painter.setFont(option.font);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     QFontMetrics(option.font).elidedText(index.data(ArticleTreeModel::HeadlineRole).toString(), Qt::ElideRight, inner.width()));
    inner.setTop(inner.top() + QFontMetrics(option.font).height() + 4);

    painter.setFont(smallFont(option.font));
    painter.setPen(of.muted);
    const QString date = index.data(ArticleTreeModel::DateRole).toString();
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, date);
    const int small = painter.fontMetrics().height();
    double x = inner.left() + (date.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(date) + 8);
    const QStringList badges = index.data(ArticleTreeModel::BadgesRole).toStringList();
    for (const QString &badge : badges) {
        if (x + painter.fontMetrics().horizontalAdvance(badge) + 12 > option.rect.right() - kPad)
            break;
        x = paintBadge(painter, {x, inner.top() - 1.0}, small + 2, badge, of.warningSoft, of.warning) + 4;
    }
}

bool ArticleDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (isStory(index))
        return false;
    const bool isClick = event->type() == QEvent::MouseButtonRelease && tickRect(option).adjusted(-6, -6, 6, 6).contains(static_cast<QMouseEvent *>(event)->position());
    const bool isSpace = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!isClick && !isSpace)
        return false;
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace variorum::ui
