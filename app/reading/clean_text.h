#pragma once

#include <QString>
#include <QStringView>

namespace variorum::reading {

enum class Cleaning {
    Article, ///< invisible characters go, special spaces become plain ones
    Faithful, ///< only what storage would change silently is changed
};

/// Makes decoded text clean, once and for all: LF only, no BOM, no NUL or other control character but tab and LF,
/// lone surrogates and non-characters as U+FFFD. Cleaning::Article also drops soft hyphens and zero-width spaces and
/// turns no-break and other wide or thin spaces into U+0020. Letters are kept as written (no normalisation form).
[[nodiscard]] QString cleanCharacters(QStringView text, Cleaning cleaning = Cleaning::Article);

/// Whether cleanCharacters(text, Faithful) would give the text back unchanged.
[[nodiscard]] bool isClean(QStringView text);

} // namespace variorum::reading
