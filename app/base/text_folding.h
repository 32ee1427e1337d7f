#pragma once

#include <QString>
#include <QStringView>

namespace variorum::base {

/// How a text is made comparable. Each layer folds for a purpose of its own; these are the steps they share, so that the
/// same letters are the same everywhere. None uses the locale.

/// Small letters without marks, compatibility forms spelt out; all else stays as it is: "Caf\u00E9 \uFB01n\u2122" gives
/// "cafe fintm".
[[nodiscard]] QString withoutMarks(QStringView text);

/// withoutMarks(), and one apostrophe ('), one hyphen (-, for the dashes up to U+2013 too) and one space, none at the ends:
/// "L\u2019\u00C9quipe  \u2010 Paris " gives "l'equipe - paris". For words and names that lists hold.
[[nodiscard]] QString plainForm(QStringView text);

/// withoutMarks(), and letters and digits alone: "O\u2019Brien-Smith" gives "obriensmith". For words held against each other.
[[nodiscard]] QString lettersAndDigits(QStringView text);

} // namespace variorum::base
