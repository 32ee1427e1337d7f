#pragma once

#include "base/text_span.h"
#include "language/word_lists.h"

#include <QStringView>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace variorum::language {

/// What a full stop behind an abbreviation does.
enum class StopUse { NotAbbreviation, NeverEnds, SeldomEnds };

/// Parts text into words as the UD English treebanks do. Immutable; any thread may use it.
class Tokenizer {
public:
    /// Longer words and pieces are cut: no text without blanks can make a word that the later steps choke on.
    static constexpr qsizetype kMaxWordLength = 120;

    /// Tables abbreviations, joined_prefixes and attached_units.
    explicit Tokenizer(const WordLists &lists);

    /// Appends the words of text[range). Spans are into `text`, in order, without white space, never empty.
    void tokenize(QStringView text, const base::TextSpan &range, std::vector<base::TextSpan> &words) const;

    /// Of a word with its full stop ("Mr.", "U.S.", "J.").
    [[nodiscard]] StopUse stopUse(QStringView wordWithStop) const;

private:
    struct Abbreviation {
        StopUse use = StopUse::NeverEnds;
        bool needsCapital = false;
    };

    void tokenizePiece(QStringView text, qsizetype begin, qsizetype end, std::vector<base::TextSpan> &words) const;
    [[nodiscard]] qsizetype endOfWord(QStringView text, qsizetype begin, qsizetype end) const;
    [[nodiscard]] bool continuesAt(QStringView text, qsizetype begin, qsizetype at, qsizetype end) const;
    [[nodiscard]] bool stopBelongs(QStringView text, qsizetype begin, qsizetype at, qsizetype end) const;
    void addWord(QStringView text, qsizetype begin, qsizetype end, std::vector<base::TextSpan> &words) const;
    [[nodiscard]] bool isIn(const std::unordered_set<std::u16string> &table, QStringView word) const;

    std::unordered_map<std::u16string, Abbreviation> m_abbreviations;
    std::unordered_set<std::u16string> m_joinedPrefixes;
    std::unordered_set<std::u16string> m_attachedUnits;
};

} // namespace variorum::language
