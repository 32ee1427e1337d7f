#include "ui/search/search_delegate.h"

#include "ui/search/search_model.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSide = 16;
constexpr int kPad = 6;
constexpr qsizetype kBefore = 60; // units shown before the first word found, where there is no room for all

QFont titleFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The excerpt on one line, unit for unit, from a little before the first mark on.
QString lineOf(const library::SearchHit &hit, std::vector<base::TextSpan> &marks)
{
    QString line = hit.excerpt;
    for (QChar &unit : line) {
        if (unit.isSpace() || unit == QChar::LineSeparator || !unit.isPrint())
            unit = u' ';
    }
    marks = hit.marks;
    const qsizetype cut = marks.empty() ? 0 : marks.front().begin - kBefore;
    if (cut <= 0)
        return line;
    for (base::TextSpan &mark : marks)
        mark = {mark.begin - cut + 1, mark.end - cut + 1};
    return QChar(0x2026) + line.mid(cut);
}

void paintExcerpt(QPainter &painter, const QRectF &where, const library::SearchHit &hit, const QFont &font, const Colours &of)
{
    std::vector<base::TextSpan> marks;
    QTextLayout layout(lineOf(hit, marks), readingFont(font.pointSize()));
    QList<QTextLayout::FormatRange> formats;
    for (const base::TextSpan &mark : marks) {
        QTextLayout::FormatRange format;
        format.start = static_cast<int>(mark.begin);
        format.length = static_cast<int>(mark.length());
        format.format.setBackground(mixed(of.surface, of.accent, 0.28));
        format.format.setFontWeight(QFont::DemiBold);
        formats.append(format);
    }
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(where.width());
    layout.endLayout();
    painter.setPen(of.text);
    if (line.isValid())
        line.draw(&painter, where.topLeft());
}

} // namespace

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, qRound(QFontMetricsF(titleFont(option.font)).height() + std::ceil(QFontMetricsF(readingFont(option.font.pointSize())).height()) + 2 * kPad + 2)};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SearchModel *>(index.model());
    if (!model)
        return;
    const library::SearchHit &hit = model->hit(index);
    const Colours &of = coloursFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, selected ? of.accentSoft : of.sunken);
    const QRectF inner = QRectF(option.rect).adjusted(kSide, kPad, -kSide, -kPad);
    const QFontMetricsF titles(titleFont(option.font));
    const QRectF top(inner.left(), inner.top(), inner.width(), titles.height());
    const QString source = sourceLabel(hit);
    painter->setFont(option.font);
    painter->setPen(of.muted);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, source);
    painter->setFont(titleFont(option.font));
    painter->setPen(of.text);
    const double room = top.width() - QFontMetricsF(option.font).horizontalAdvance(source) - 16;
    painter->drawText(top, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, titles.elidedText(oneLine(hit.title, 200), Qt::ElideRight, room));
    paintExcerpt(*painter, inner.adjusted(0, titles.height() + 2, 0, 0), hit, option.font, of);
    painter->restore();
}

} // namespace variorum::ui
