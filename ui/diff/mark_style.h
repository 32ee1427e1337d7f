#pragma once

#include "model/comparison_index.h"

#include <QColor>
#include <array>
#include <optional>

namespace variorum::ui {

/// Hue tells the kind, the line's pattern the status, and a glyph in the margin says the kind again: nothing is
/// told by colour alone.
enum class LinePattern { Solid,
                         Double,
                         Dashed,
                         DashDot,
                         Dotted,
                         Thin };

struct MarkStyle {
    QColor ink; ///< lines and glyphs; at least 3.2:1 against the background
    QColor tint; ///< behind the words; transparent where there is none
    LinePattern pattern = LinePattern::Thin;
    double lineWidth = 1.0;
};

inline constexpr std::array kMarkBackground{QRgb(0xffffffff), QRgb(0xff1e1e1e)}; ///< light, dark

/// The ink of a kind. Searched so that each keeps 3.2:1 on its background and any two differ by deltaE76 28 in
/// normal, protan, deutan and tritan vision; tests/ui/mark_style_test holds it.
[[nodiscard]] QColor kindColour(model::DivergenceKind kind, bool dark);

/// kind is absent for agreed and single-source marks.
[[nodiscard]] MarkStyle markStyle(std::optional<model::DivergenceKind> kind, model::MarkStatus status, bool dark);

/// WCAG 2 contrast, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

} // namespace variorum::ui
