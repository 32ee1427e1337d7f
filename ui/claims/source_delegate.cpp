#include "ui/claims/source_delegate.h"

#include "ui/claims/source_model.h"
#include "ui/diff/mark_style.h"
#include "ui/labels.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <cmath>
#include <utility>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSide = 16; // left and right of a row
constexpr int kIndent = 8; // of sources under their value
constexpr int kPad = 8;

QFont titleFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont wordsFont(const QFont &base) { return readingFont(base.pointSize()); }
QFont noteFont(const QFont &base) { return resized(base, -1); }

/// A wrapped paragraph; its height after endLayout.
double setParagraph(QTextLayout &layout, double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double y = 0;
    const double lineHeight = std::round(QFontMetricsF(layout.font()).height() * 1.18);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(20.0, width));
        line.setPosition({0, y});
        y += lineHeight;
    }
    layout.endLayout();
    return y;
}

/// Marks around the words, except where they hold such marks themselves: two kinds on one line would read as one.
QString quoted(const QString &words)
{
    const bool hasMarks = words.contains(QChar(0x201c)) || words.contains(QChar(0x201d)) || words.contains(u'"');
    return hasMarks ? words : QChar(0x201c) + words + QChar(0x201d);
}

double contentWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    // As if the scroll bar were always there: rows would not fit any more when it appears.
    const int width = view ? view->width() - view->verticalScrollBar()->sizeHint().width() : option.rect.width();
    return width - 2.0 * kSide - kIndent;
}

int rowHeightOf(const ClaimRow &row, const QStyleOptionViewItem &option)
{
    const double width = contentWidth(option);
    double height = QFontMetricsF(titleFont(option.font)).height();
    switch (row.kind) {
    case ClaimRow::Kind::Value: {
        QTextLayout title(row.title, titleFont(resized(option.font, 1)));
        return qRound(setParagraph(title, width - 20)) + QFontMetrics(noteFont(option.font)).height() + 2 * kPad + 4;
    }
    case ClaimRow::Kind::Heading: return qRound(height) + 3 * kPad;
    case ClaimRow::Kind::Silent: return qRound(height) + kPad;
    case ClaimRow::Kind::Source: break;
    }
    if (!row.words.isEmpty()) {
        QTextLayout words(quoted(row.words), wordsFont(option.font));
        height += 4 + setParagraph(words, width);
    }
    if (!row.note.isEmpty()) {
        QTextLayout note(row.note, noteFont(option.font));
        height += 3 + setParagraph(note, width);
    }
    return qRound(height) + 2 * kPad;
}

void paintTitleLine(QPainter &painter, const QRectF &where, const QString &title, const QString &aside, const QFont &base, const QColor &text, const QColor &muted)
{
    painter.setFont(noteFont(base));
    painter.setPen(muted);
    painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, aside);
    const double room = where.width() - QFontMetricsF(noteFont(base)).horizontalAdvance(aside) - 12;
    painter.setFont(titleFont(base));
    painter.setPen(text);
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetricsF(titleFont(base)).elidedText(title, Qt::ElideRight, room));
}

} // namespace

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SourceModel *>(index.model());
    return model ? QSize(100, rowHeightOf(model->row(index), option)) : QStyledItemDelegate::sizeHint(option, index);
}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SourceModel *>(index.model());
    if (!model)
        return;
    const ClaimRow &row = model->row(index);
    const Colours &of = coloursFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF inner = QRectF(option.rect).adjusted(kSide, 0, -kSide, 0);
    switch (row.kind) {
    case ClaimRow::Kind::Value: paintValue(*painter, option, row); break;
    case ClaimRow::Kind::Source: paintSource(*painter, option, row); break;
    case ClaimRow::Kind::Heading:
        painter->setPen(of.border);
        painter->drawLine(QPointF(inner.left(), inner.top() + kPad), QPointF(inner.right(), inner.top() + kPad));
        paintTitleLine(*painter, inner.adjusted(0, 2 * kPad, 0, 0), row.title, row.aside, option.font, of.text, of.muted);
        break;
    case ClaimRow::Kind::Silent:
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, of.accentSoft);
        paintTitleLine(*painter, inner.adjusted(kIndent, 0, 0, 0), row.title, row.aside, option.font, of.muted, of.muted);
        break;
    }
    painter->restore();
}

void SourceDelegate::paintValue(QPainter &painter, const QStyleOptionViewItem &option, const ClaimRow &row) const
{
    const Colours &of = coloursFor(option.palette);
    const QRectF inner = QRectF(option.rect).adjusted(kSide, kPad + 4, -kSide, 0);
    double left = inner.left();
    if (m_kind) {
        drawIcon(painter, kindIconName(*m_kind), QRectF(left, inner.top() + 1, 14, 14), kindColour(*m_kind, isDark(option.palette)));
        left += 20;
    }
    QTextLayout title(row.title, titleFont(resized(option.font, 1)));
    const double height = setParagraph(title, contentWidth(option) - 20);
    painter.setPen(of.text);
    title.draw(&painter, {left, inner.top()});
    painter.setFont(noteFont(option.font));
    painter.setPen(of.muted);
    painter.drawText(QPointF(left, inner.top() + height + QFontMetricsF(painter.font()).ascent()), row.aside);
}

void SourceDelegate::paintSource(QPainter &painter, const QStyleOptionViewItem &option, const ClaimRow &row) const
{
    const Colours &of = coloursFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = m_kind ? kindColour(*m_kind, isDark(option.palette)) : of.border;
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? of.accentSoft : of.sunken);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(8, 1, -8, -1), 6, 6);
    }
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(of.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(8.5, 1.5, -8.5, -1.5), 6, 6);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(of.surface, ink, 0.55));
    painter.drawRoundedRect(QRectF(option.rect.left() + kSide, option.rect.top() + kPad, 2, option.rect.height() - 2 * kPad), 1, 1);

    const double left = option.rect.left() + kSide + kIndent + 4;
    const double width = contentWidth(option);
    double y = option.rect.top() + kPad;
    const double titleHeight = QFontMetricsF(titleFont(option.font)).height();
    paintTitleLine(painter, {left, y, width - 4, titleHeight}, row.title, row.aside, option.font, of.text, of.muted);
    y += titleHeight;
    if (!row.words.isEmpty()) {
        QTextLayout words(quoted(row.words), wordsFont(option.font));
        QTextLayout::FormatRange strong;
        strong.start = static_cast<int>(row.strong.begin + (words.text().size() > row.words.size() ? 1 : 0));
        strong.length = static_cast<int>(row.strong.length());
        strong.format.setBackground(m_kind ? mixed(of.surface, ink, 0.22) : of.accentSoft);
        const bool isPart = row.strong.length() < row.words.size();
        words.setFormats(isPart ? QList<QTextLayout::FormatRange>{strong} : QList<QTextLayout::FormatRange>());
        y += 4;
        const double height = setParagraph(words, width);
        painter.setPen(of.text);
        words.draw(&painter, {left, y});
        y += height;
    }
    if (!row.note.isEmpty()) {
        QTextLayout note(row.note, noteFont(option.font));
        std::ignore = setParagraph(note, width);
        painter.setPen(of.muted);
        note.draw(&painter, {left, y + 3});
    }
}

} // namespace variorum::ui
