#pragma once

#include <QLabel>
#include <QString>

namespace variorum::ui {

/// Tool tips guess whether they are rich text; this makes sure that input is shown as it is written.
[[nodiscard]] QString plainToolTip(const QString &text);

/// One line: control characters, line ends and runs of space become single spaces, long text is cut with an ellipsis.
[[nodiscard]] QString oneLine(const QString &text, qsizetype mostUnits = 300);

/// A label that never takes its text for rich text.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent, bool wordWrap = false);

} // namespace variorum::ui
