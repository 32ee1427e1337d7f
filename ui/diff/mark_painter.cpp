#include "ui/diff/mark_painter.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace variorum::ui {

namespace {

constexpr double kTintRadius = 2.5;
constexpr double kLaneStep = 3.0;

QPen penOf(const MarkStyle &style, double width)
{
    QPen pen(style.ink, width);
    pen.setCapStyle(Qt::FlatCap);
    switch (style.pattern) {
    case LinePattern::Solid:
    case LinePattern::Double:
    case LinePattern::Thin: break;
    case LinePattern::Dashed: pen.setDashPattern({4, 2.4}); break;
    case LinePattern::DashDot: pen.setDashPattern({5, 2.2, 1.4, 2.2}); break;
    case LinePattern::Dotted: pen.setDashPattern({1, 2.5}); break;
    }
    return pen;
}

} // namespace

void paintMarkTint(QPainter &painter, const std::vector<QRectF> &words, const MarkStyle &style, MarkEmphasis emphasis, bool dark)
{
    QColor tint = style.tint;
    if (emphasis == MarkEmphasis::Selected)
        tint = mixed(QColor::fromRgb(kMarkBackground.at(dark ? 1 : 0)), style.ink, dark ? 0.40 : 0.26);
    if (tint.alpha() == 0)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    for (const QRectF &rect : words)
        painter.drawRoundedRect(rect.adjusted(-1.5, 0, 1.5, 1), kTintRadius, kTintRadius);
}

void paintMarkLine(QPainter &painter, const std::vector<QRectF> &words, const MarkStyle &style, MarkEmphasis emphasis, int lane)
{
    const double width = style.lineWidth + (emphasis == MarkEmphasis::Selected ? 0.6 : 0.0);
    painter.setPen(penOf(style, width));
    for (const QRectF &rect : words) {
        const double y = rect.bottom() + 1.0 + lane * kLaneStep;
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
        if (style.pattern == LinePattern::Double)
            painter.drawLine(QPointF(rect.left(), y + 2.6), QPointF(rect.right(), y + 2.6));
    }
}

void paintSourceOutline(QPainter &painter, const std::vector<QRectF> &words, const QColor &accent)
{
    QPainterPath outline;
    for (const QRectF &rect : words) {
        QPainterPath box;
        box.addRoundedRect(rect.adjusted(-3, -2, 3, 4), 4, 4);
        outline = outline.united(box);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 1.8));
    painter.drawPath(outline);
}

} // namespace variorum::ui
