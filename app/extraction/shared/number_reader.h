#pragma once

#include "extraction/shared/pieces.h"
#include "language/word_lists.h"

#include <optional>

namespace variorum::extraction {

/// A number as the pieces [begin, end) say it, before anything is known of what it counts.
struct NumberReading {
    int end = 0;
    std::optional<double> value; ///< absent for an unnamed number ("dozens")
    std::optional<double> atLeast; ///< of an unnamed number: 24 for "dozens"
    bool isOrdinal = false;
    bool isFraction = false;
    bool inFigures = false;
    bool isRough = false; ///< "a couple"
};

/// Reads cardinals, ordinals and fractions in figures and words (table number_words).
class NumberReader {
public:
    explicit NumberReader(const language::WordLists &lists) : m_lists(lists) {}

    /// The longest number that begins exactly at `index`.
    [[nodiscard]] std::optional<NumberReading> read(const Pieces &pieces, int index) const;

    /// Does the word, in lower case, stand for a number or a part of one?
    [[nodiscard]] bool isNumberWord(const QString &lower) const { return m_lists.contains(u"number_words", lower); }

    /// The value of plain figures ("1,200" "8.15"); nothing for "22,24" or "1.2.3".
    [[nodiscard]] static std::optional<double> figures(QStringView text);

private:
    struct WordValue {
        QString kind;
        double value = 0;
    };
    struct Cardinal {
        int end = 0;
        double value = 0;
        bool isOrdinal = false;
        bool isFraction = false;
    };

    [[nodiscard]] std::optional<WordValue> word(const Pieces &pieces, int index) const;
    [[nodiscard]] std::optional<NumberReading> readFigures(const Pieces &pieces, int index) const;
    [[nodiscard]] std::optional<NumberReading> readUnnamed(const Pieces &pieces, int index) const;
    [[nodiscard]] std::optional<NumberReading> readFraction(const Pieces &pieces, int index) const;
    [[nodiscard]] std::optional<Cardinal> readCardinal(const Pieces &pieces, int index) const;
    [[nodiscard]] std::optional<NumberReading> readWords(const Pieces &pieces, int index) const;
    [[nodiscard]] int readScale(const Pieces &pieces, int index, bool afterFigures, double &value) const;

    const language::WordLists &m_lists; // the caller keeps it
};

} // namespace variorum::extraction
