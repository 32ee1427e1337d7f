#pragma once

#include "ui/diff/mark_style.h"

#include <QRectF>
#include <vector>

class QPainter;

namespace variorum::ui {

/// How strongly a mark is drawn.
enum class MarkEmphasis { Plain,
                          Selected };

/// The tint behind the words; call before the text is drawn.
void paintMarkTint(QPainter &painter, const std::vector<QRectF> &words, const MarkStyle &style, MarkEmphasis emphasis, bool dark);

/// The line below the words; lane 0 is nearest to them, each further overlapping mark takes the next.
void paintMarkLine(QPainter &painter, const std::vector<QRectF> &words, const MarkStyle &style, MarkEmphasis emphasis, int lane);

/// A frame round the words of the source that is looked at.
void paintSourceOutline(QPainter &painter, const std::vector<QRectF> &words, const QColor &accent);

} // namespace variorum::ui
