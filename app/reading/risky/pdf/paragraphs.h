#pragma once

#include "reading/draft.h"
#include "reading/risky/pdf/page_lines.h"

#include <vector>

namespace variorum::reading::risky {

/// A paragraph with the size of its type, by which the headline is found.
struct PdfParagraph {
    DraftBlock block;
    double size = 0;
    int page = 0;
};

struct PdfText {
    std::vector<PdfParagraph> paragraphs;
    double bodySize = 0; ///< of the type that most of the text is set in
};

/// Puts lines back together as paragraphs, over columns and pages too.
[[nodiscard]] PdfText paragraphsOf(const std::vector<PdfPage> &pages);

} // namespace variorum::reading::risky
