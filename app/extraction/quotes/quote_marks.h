#pragma once

#include "base/text_span.h"

#include <QStringView>
#include <vector>

namespace variorum::extraction {

/// Words between quotation marks.
struct MarkedSpan {
    base::TextSpan inner; ///< without the marks and the spaces inside them
    base::TextSpan outer; ///< with the marks
    bool isSingle = false;
    bool goesOn = false; ///< not closed: the next paragraph opens with a mark and goes on

    bool operator==(const MarkedSpan &) const = default;
};

/// The quotations of a text by their marks, outermost only, by place. Paragraphs are parted by line breaks.
[[nodiscard]] std::vector<MarkedSpan> markedSpans(QStringView text);

} // namespace variorum::extraction
