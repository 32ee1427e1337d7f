#pragma once

#include "base/text_span.h"
#include "model/article.h"

#include <QString>

namespace variorum::report {

/// An article's own words around a value.
struct Passage {
    QString before;
    QString words; ///< the value's
    QString after;
    bool startsInside = false; ///< the sentence begins earlier: an ellipsis is due
    bool endsInside = false;

    bool operator==(const Passage &) const = default;
};

/// The sentence that holds the value, or both sentences where the statement runs over two; never across a paragraph.
/// What is longer than mostUnits is cut at words, the value last. Line breaks become spaces. A span outside of
/// the text gives an empty passage.
[[nodiscard]] Passage passageAround(const model::Article &article, const model::TextPlace &value, const model::TextPlace &statement, qsizetype mostUnits = 420);

/// The sentence that passageAround() would quote from, whole; empty where the place is outside of the text.
[[nodiscard]] base::TextSpan sentenceAround(const model::Article &article, const model::TextPlace &place);

} // namespace variorum::report
