#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace variorum::ui {

enum class Theme { System,
                   Light,
                   Dark };

/// The colours of the window apart from the marks (those are in diff/mark_style.h).
struct Colours {
    QColor window; ///< behind the panels
    QColor surface; ///< under text that is read
    QColor sunken; ///< fields, bars
    QColor text;
    QColor muted; ///< second-rank text, still readable (4.5:1)
    QColor border;
    QColor accent;
    QColor accentSoft; ///< behind what is selected
    QColor warning;
    QColor warningSoft;
};

[[nodiscard]] const Colours &colours(bool dark);

/// Does a palette have light text on a dark window?
[[nodiscard]] bool isDark(const QPalette &palette);

/// The colours that go with a widget's palette.
[[nodiscard]] const Colours &coloursFor(const QPalette &palette);

[[nodiscard]] QPalette paletteFor(bool dark);

/// "light", "dark", else System.
[[nodiscard]] Theme themeFromName(QStringView name);
[[nodiscard]] QString themeName(Theme theme);

/// Sets style, palette and style sheet. systemDark: what the desktop asked for before we changed anything.
void applyTheme(QApplication &application, Theme theme, bool systemDark);

/// The face of article text: a serif made for reading, where there is one.
[[nodiscard]] QFont readingFont(int pointSize);

/// A font some steps larger or smaller than another, in points.
[[nodiscard]] QFont resized(QFont font, double points);

/// part of `over` laid on `under`, 0 to 1.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, double part);

} // namespace variorum::ui
