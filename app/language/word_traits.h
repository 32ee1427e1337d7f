#pragma once

#include "language/lexicon.h"

#include <QStringView>
#include <array>
#include <unordered_map>

namespace variorum::language {

/// What the models see of a word's spelling, hashed once. Typographic quotes, apostrophes and dashes count as the plain
/// ones; figures as 9 in all but `form`.
struct WordTraits {
    quint64 form = 0;
    quint64 lower = 0;
    std::array<quint64, 5> suffix{}; ///< of 1 to 5 characters, lower case
    std::array<quint64, 3> prefix{};
    quint64 shape = 0; ///< "Xx", "XX", "9.9", "x-": runs folded
    quint8 lexiconClasses = 0; ///< bit n: WordNet has the word, or what it is a form of, in word class n
    quint8 nameKinds = 0; ///< bit 0 person, 1 place, 2 organisation: an individual in WordNet
    bool isCapital = false; ///< first letter
    bool isAllCapitals = false;
    bool isPunctuation = false; ///< no letter and no figure
};

/// Makes traits, each spelling's once. One a text: it is a cache and not shared between threads.
class TraitsCache {
public:
    explicit TraitsCache(const Lexicon &lexicon)
        : m_lexicon(lexicon)
    {
    }

    /// Stays where it is as long as the cache lives.
    [[nodiscard]] const WordTraits &of(QStringView form);

private:
    struct Hash {
        size_t operator()(QStringView form) const noexcept { return qHash(form); }
    };

    const Lexicon &m_lexicon;
    std::unordered_map<QStringView, WordTraits, Hash> m_known; // views into the text
};

[[nodiscard]] WordTraits traitsOf(QStringView form, const Lexicon &lexicon);

/// Hash of a lower-case spelling, as in WordTraits::lower.
[[nodiscard]] quint64 hashOfLower(QStringView form);

} // namespace variorum::language
