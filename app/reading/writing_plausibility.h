#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace variorum::reading {

/// How far the characters beyond ASCII stand where such characters stand in real writing: the mean over them of -3
/// (control characters where letters should be) to 1 (a letter in a word of its own script). 0 where there are none.
[[nodiscard]] double characterPlausibility(QStringView text);

/// The same over those places alone where another reading, as long as this one, has another character.
[[nodiscard]] double plausibilityWhereOther(QStringView text, QStringView other);

/// How many of the characters beyond ASCII are no letters, 0 to 1.
[[nodiscard]] double signShare(QStringView text);

/// How much the words are those of some language, by its four-letter runs: about 0.5 to 1.4 for real text, near 0 for
/// letters in no language's order, 0.3 where nothing can be said, 0.7 in scripts that only one language writes.
[[nodiscard]] double languagePlausibility(QStringView text);

/// How the double-byte characters of East Asian charsets are spread.
struct DoubleByteSpread {
    double meanLogLikelihood = -100.0; ///< a character, natural logarithm; only to compare charsets over the same bytes
    double commonShare = 0.0; ///< of all double-byte characters, those in the rows of everyday writing
    qsizetype characters = 0;
};

/// `charset` is one of "Shift_JIS", "EUC-JP", "GB18030", "Big5", "windows-949" and "EUC-TW"; the bytes are valid in it.
[[nodiscard]] DoubleByteSpread doubleByteSpread(QByteArrayView bytes, QByteArrayView charset);

} // namespace variorum::reading
