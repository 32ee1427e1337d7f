#pragma once

#include "base/text_span.h"
#include "model/annotated_text.h"

#include <QString>
#include <QStringView>
#include <vector>

namespace variorum::extraction {

enum class PieceKind { Word, Number, Mark };

/// The smallest part that the rules for times and quantities look at: a run of letters, a run of figures, or one
/// other character. Finer than a token and independent of how a tokenizer treats "40m", "11am" or "p.m.".
struct Piece {
    PieceKind kind = PieceKind::Mark;
    base::TextSpan span; ///< in the text
    QString lower; ///< the characters in lower case; typographic apostrophes and dashes as ' and -
    int token = 0; ///< index of the token that the piece begins in
    bool spaceBefore = false; ///< false: glued to the piece before it
    bool isCapitalised = false;
};

/// A sentence as pieces. Reading beyond either end gives an empty Mark, so that rules need no bounds checks.
class Pieces {
public:
    Pieces(const model::AnnotatedText &text, const model::Sentence &sentence);

    [[nodiscard]] int count() const { return static_cast<int>(m_pieces.size()); }
    [[nodiscard]] const Piece &at(int index) const;
    [[nodiscard]] bool is(int index, QLatin1String word) const { return at(index).lower == word; }
    [[nodiscard]] bool isAnyOf(int index, std::initializer_list<const char *> words) const;
    [[nodiscard]] bool isWord(int index) const { return at(index).kind == PieceKind::Word; }
    [[nodiscard]] bool isNumber(int index) const { return at(index).kind == PieceKind::Number; }
    [[nodiscard]] bool isGlued(int index) const { return index > 0 && index < count() && !at(index).spaceBefore; }

    /// Do the pieces from `index` on read like the words of `phrase` (lower case, parted by single spaces)? The
    /// index after them, or -1.
    [[nodiscard]] int matchPhrase(int index, QStringView phrase) const;

    [[nodiscard]] base::TextSpan span(int begin, int end) const { return {at(begin).span.begin, at(end - 1).span.end}; }
    [[nodiscard]] const model::AnnotatedText &text() const { return m_text; }
    [[nodiscard]] const model::Sentence &sentence() const { return m_sentence; }
    [[nodiscard]] const model::Token &token(int index) const;

private:

    const model::AnnotatedText &m_text; // the caller keeps it
    const model::Sentence &m_sentence;
    std::vector<Piece> m_pieces;
    Piece m_nothing;
};

} // namespace variorum::extraction
