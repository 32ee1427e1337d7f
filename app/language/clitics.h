#pragma once

#include <QStringView>

namespace variorum::language {

/// Is `form`, standing directly after a word, the second part of one spelling ("do" + "n't", "Kim" + "’s",
/// "gon" + "na", "can" + "not")? Either apostrophe, either case. A bare apostrophe is not told here: only the tag
/// POS makes it one.
[[nodiscard]] bool isClitic(QStringView form, QStringView previous);

/// Where the word [0, size) must be cut into two; 0: nowhere. "don't" 2, "Kim’s" 3, "cannot" 3, "gonna" 3.
[[nodiscard]] qsizetype cliticCut(QStringView word);

[[nodiscard]] constexpr bool isApostrophe(QChar character)
{
    return character == u'\'' || character == u'\u2019' || character == u'\u02bc' || character == u'\u2018';
}

} // namespace variorum::language
