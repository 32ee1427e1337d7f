#pragma once

#include <QString>
#include <vector>

namespace poppler {
class document;
}

namespace variorum::reading::risky {

/// A run of words on one line of one column. Coordinates in points from the page's upper left corner.
struct PdfLine {
    QString text;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double size = 0; ///< of the type
    bool isBold = false; ///< most of it
    int page = 0;

    [[nodiscard]] double height() const { return bottom - top; }
};

struct PdfPage {
    double width = 0;
    double height = 0;
    std::vector<PdfLine> lines; ///< in reading order
};

/// The lines of a page in the order in which they are read; words that run up or down the page are left out where most
/// words do not. Ligatures are letters ("ﬁ" is "fi").
[[nodiscard]] PdfPage pageLines(const poppler::document &document, int number);

/// Drops what stands at the head or foot of page after page (running titles, page numbers).
void dropRunningLines(std::vector<PdfPage> &pages);

} // namespace variorum::reading::risky
