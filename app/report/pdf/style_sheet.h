#pragma once

#include "report/document.h"

// Sizes, colours and distances of the PDF, in points; the one place to change how it looks.

namespace variorum::report::pdf {

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

inline constexpr double kPageWidth = 595.276; // A4
inline constexpr double kPageHeight = 841.89;
inline constexpr double kMarginSide = 62;
inline constexpr double kMarginTop = 60;
inline constexpr double kMarginBottom = 76;
inline constexpr double kFooterBaseline = 806;
inline constexpr double kTextWidth = kPageWidth - 2 * kMarginSide;
inline constexpr double kColumnGap = 12;

inline constexpr Colour kInk{0.10, 0.12, 0.14};
inline constexpr Colour kQuietInk{0.36, 0.40, 0.45}; // 5.9:1 on white
inline constexpr Colour kRule{0.80, 0.83, 0.86};
inline constexpr Colour kAccent{0.10, 0.23, 0.40};
inline constexpr Colour kNeutralTint{0.91, 0.93, 0.95};

[[nodiscard]] Colour inkOf(std::optional<model::Severity> severity); ///< at least 5.5:1 on white
[[nodiscard]] Colour tintOf(std::optional<model::Severity> severity); ///< behind words at issue

/// What is installed of these comes first; the last ones are always there on Debian.
inline constexpr char kSerif[] = "Source Serif 4,Noto Serif,Liberation Serif,DejaVu Serif,serif";
inline constexpr char kSans[] = "Source Sans 3,Noto Sans,Liberation Sans,DejaVu Sans,sans-serif";
inline constexpr char kMono[] = "Noto Sans Mono,Liberation Mono,DejaVu Sans Mono,monospace";

struct TextStyle {
    const char *family = kSerif;
    double size = 9;
    double pitch = 13; ///< from one baseline to the next
    bool isBold = false;
    Colour colour = kInk;
    double before = 0; ///< distance to what stands above; dropped at the top of a page
    double after = 0;
    double indent = 0; ///< from the left margin
    bool keepsWithNext = false;
    bool hasSideRule = false; ///< a line along the left side
    bool issueIsBold = true; ///< words at issue are bold on their tint, or only tinted
    double spacing = 0; ///< between letters
    const char *tag = "P"; ///< structure type
};

[[nodiscard]] TextStyle styleOf(ParagraphRole role, std::optional<model::Severity> severity);
[[nodiscard]] TextStyle styleOfHeading(int level, std::optional<model::Severity> severity);
[[nodiscard]] TextStyle eyebrowStyle(std::optional<model::Severity> severity);
[[nodiscard]] TextStyle tableHeadStyle();
[[nodiscard]] TextStyle tableCellStyle();
[[nodiscard]] TextStyle footerStyle();
[[nodiscard]] TextStyle figureNumberStyle(std::optional<model::Severity> severity);
[[nodiscard]] TextStyle figureLabelStyle();

} // namespace variorum::report::pdf
