#pragma once

#include "base/text_span.h"
#include "model/statement.h"

#include <vector>

namespace variorum::comparison {

/// Other words, or none, between words that two statements share in order. Places in Statement::words, half-open.
struct WordGap {
    int oneBegin = 0;
    int oneEnd = 0;
    int otherBegin = 0;
    int otherEnd = 0;

    bool operator==(const WordGap &) const = default;
};

/// Where two statements are told in the same words, as when one wire report is printed twice with a figure changed.
struct SameWords {
    bool areSame = false; ///< all but a few words are shared in order
    std::vector<WordGap> gaps; ///< the others; only where areSame
};

/// Compares by lemma, in the words' order. Time and memory grow with the product of the two lengths.
[[nodiscard]] SameWords findSameWords(const model::Statement &one, const model::Statement &other);

/// The words of a gap's side; empty where there are none.
[[nodiscard]] base::TextSpan spanOf(const model::Statement &statement, int begin, int end);

} // namespace variorum::comparison
