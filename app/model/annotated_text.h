#pragma once

#include "base/text_span.h"
#include "model/entity.h"
#include "model/universal_dependencies.h"

#include <QString>
#include <QStringView>
#include <optional>
#include <vector>

namespace variorum::model {

/// One syntactic word (UD). Plain and small: a text has tens of thousands of them.
/// Strings live in the AnnotatedText's pool, so a token allocates nothing.
struct Token {
    base::TextSpan span; ///< in the text; words of one multi-word token ("don't") share out its characters
    base::TextSpan lemma; ///< in AnnotatedText::pool
    base::TextSpan features; ///< in AnnotatedText::pool: "Number=Sing|Person=3", empty for none
    Upos upos = Upos::X;
    Xpos xpos = Xpos::None;
    Deprel deprel = Deprel::Dep;
    std::optional<int> head; ///< index into AnnotatedText::tokens; absent: root of its sentence
    bool spaceAfter = true;

    bool operator==(const Token &) const = default;
};

/// Tokens [firstToken, endToken) of AnnotatedText::tokens. Never empty.
struct Sentence {
    base::TextSpan span;
    int firstToken = 0;
    int endToken = 0;

    bool operator==(const Sentence &) const = default;
};

/// A name that the name finder saw: tokens [firstToken, endToken), titles and ranks left out.
struct NameSpan {
    EntityKind kind = EntityKind::Other;
    int firstToken = 0;
    int endToken = 0;

    bool operator==(const NameSpan &) const = default;
};

/// A text with its sentences, words, trees and names. Holds its own copy of the text (implicitly shared).
struct AnnotatedText {
    QString text;
    QString pool; ///< lemmas and feature bundles
    std::vector<Token> tokens; ///< in text order
    std::vector<Sentence> sentences; ///< in text order; every token is in exactly one
    std::vector<NameSpan> names; ///< in text order, not overlapping

    bool operator==(const AnnotatedText &) const = default;

    /// Views into this object; they die with it.
    [[nodiscard]] QStringView form(const Token &token) const { return sub(text, token.span); }
    [[nodiscard]] QStringView lemma(const Token &token) const { return sub(pool, token.lemma); }
    [[nodiscard]] QStringView features(const Token &token) const { return sub(pool, token.features); }
    [[nodiscard]] QStringView form(int index) const { return form(tokens[static_cast<size_t>(index)]); }
    [[nodiscard]] QStringView lemma(int index) const { return lemma(tokens[static_cast<size_t>(index)]); }

private:
    [[nodiscard]] static QStringView sub(const QString &all, const base::TextSpan &span)
    {
        return QStringView(all).sliced(span.begin, span.length());
    }
};

} // namespace variorum::model
