#pragma once

#include "language/document_hints.h"
#include "language/gazetteer.h"
#include "language/word_traits.h"

#include <array>
#include <vector>

namespace variorum::language {

/// What the model sees of a word besides its spelling: its place, what the text tells of it, and known names of several
/// words that it is part of. Each is the number of a row of the model's.
class ContextFeatures {
public:
    enum : quint8 {
        FirstWord,
        LastWord,
        TitleCase,
        AllCapitals, ///< the whole sentence
        FirstHint, ///< and the rest of DocumentHints, for words with a capital
        FirstNamePart = FirstHint + DocumentHints::kBits, ///< begin, inside, end of a known name; a person's, body's, place's
        Count = FirstNamePart + 9,
    };

    struct OfWord {
        std::array<quint8, 24> numbers{};
        quint8 count = 0;

        void add(int number) { numbers[count++] = static_cast<quint8>(number); }
    };

    /// Fills words[sentence.size()].
    static void collect(SentenceTraits sentence, const DocumentHints &hints, const Gazetteer &gazetteer, std::span<OfWord> words);
};

} // namespace variorum::language
