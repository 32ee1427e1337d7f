#pragma once

#include "base/text_span.h"
#include "model/statement.h"

#include <span>
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

/// A statement whose words' lemmas are numbered: the same number, the same lemma. Views what outlives it.
struct NumberedWords {
    const model::Statement &statement;
    std::span<const int> words; ///< in the statement's order
    std::span<const int> sorted; ///< the same, ascending
};

/// Compares by lemma, in the words' order. Time and memory grow with the product of the two lengths, unless they have too few
/// words in common in any order.
[[nodiscard]] SameWords findSameWords(const NumberedWords &one, const NumberedWords &other);

/// The same of statements that are asked about only now and then.
[[nodiscard]] SameWords findSameWords(const model::Statement &one, const model::Statement &other);

/// Another verb or auxiliary makes it another act: "carries 40", "can carry 90".
[[nodiscard]] bool changesTheAct(const WordGap &gap, const model::Statement &one, const model::Statement &other);

/// The words of a gap's side; empty where there are none.
[[nodiscard]] base::TextSpan spanOf(const model::Statement &statement, int begin, int end);

} // namespace variorum::comparison
