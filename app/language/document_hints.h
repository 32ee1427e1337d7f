#pragma once

#include "language/word_traits.h"

#include <vector>

namespace variorum::language {

/// What the rest of a text tells of a spelling: bits, by WordTraits::lower.
class DocumentHints {
public:
    static constexpr int kBits = 9;
    enum Hint : quint16 {
        CapitalInside = 1, ///< seen with a capital that no sentence start explains
        Small = 2, ///< seen without a capital
        AfterTitle = 4, ///< seen behind "Mr", "President", "spokesman"
        BeforeSpeaking = 8, ///< seen before "said", "added"
        AfterIn = 16, ///< seen behind "in", "at", "from", "near"
        BeforeBody = 32, ///< seen before "Inc", "ministry", "party", "university"
        NameEnd = 64, ///< seen as the last of several capitals
        NameBegin = 128, ///< seen as the first of several capitals
        Possessive = 256, ///< seen before 's
    };

    void add(SentenceTraits sentence, bool titleCase);
    [[nodiscard]] quint16 of(const WordTraits &word) const;

private:
    struct Slot {
        quint64 lower = 0;
        quint16 bits = 0; // 0: the slot is free
    };
    [[nodiscard]] size_t slotOf(quint64 lower) const;
    void grow();

    std::vector<Slot> m_slots; // open addressing
    size_t m_count = 0;
};

} // namespace variorum::language
