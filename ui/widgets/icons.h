#pragma once

#include <QIcon>
#include <QPixmap>

class QPainter;
class QRectF;

namespace variorum::ui {

/// Makes the icons and the style sheet that are built into the program available. May be called often.
void loadResources();

/// One of resources/icons, drawn in the colour of the button text wherever it is shown, so that it follows the theme.
[[nodiscard]] QIcon icon(QStringView name);

/// Draws one in a given colour.
void drawIcon(QPainter &painter, QStringView name, const QRectF &where, const QColor &colour);

} // namespace variorum::ui
