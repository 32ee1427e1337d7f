#pragma once

#include "base/text_folding.h"
#include "model/annotated_text.h"

#include <QString>
#include <QStringView>
#include <initializer_list>
#include <optional>
#include <vector>

namespace variorum::extraction {

/// The tree of one sentence with its children at hand. Token numbers are those of the AnnotatedText. Stands broken
/// trees: a head outside the sentence, a head of itself or a circle make their token a root.
/// Refers to the text, which must outlive it.
class SentenceTree {
public:
    SentenceTree(const model::AnnotatedText &text, const model::Sentence &sentence);

    [[nodiscard]] const model::AnnotatedText &text() const { return m_text; }
    [[nodiscard]] const model::Sentence &sentence() const { return m_sentence; }
    [[nodiscard]] int firstToken() const { return m_sentence.firstToken; }
    [[nodiscard]] int endToken() const { return m_sentence.endToken; }

    [[nodiscard]] const model::Token &token(int index) const { return m_text.tokens[static_cast<size_t>(index)]; }
    [[nodiscard]] QStringView form(int index) const { return m_text.form(index); }
    [[nodiscard]] QString lemma(int index) const; ///< lower case
    [[nodiscard]] model::Upos upos(int index) const { return token(index).upos; }
    [[nodiscard]] model::Deprel deprel(int index) const { return token(index).deprel; }
    [[nodiscard]] bool isOneOf(int index, std::initializer_list<model::Deprel> relations) const;
    [[nodiscard]] bool isPunctuation(int index) const { return upos(index) == model::Upos::Punct; }

    [[nodiscard]] std::optional<int> head(int index) const { return m_heads[place(index)]; }
    [[nodiscard]] const std::vector<int> &children(int index) const { return m_children[place(index)]; } ///< in text order
    [[nodiscard]] std::optional<int> child(int index, std::initializer_list<model::Deprel> relations) const; ///< the first
    [[nodiscard]] std::vector<int> childrenOf(int index, std::initializer_list<model::Deprel> relations) const;
    [[nodiscard]] const std::vector<int> &roots() const { return m_roots; }

    /// Is `index` the token `ancestor`, or below it?
    [[nodiscard]] bool isWithin(int index, int ancestor) const;
    /// The tokens at and below `index`, in text order.
    [[nodiscard]] std::vector<int> subtree(int index) const;

    /// The words of a case marker or a subordinator with what is fixed to it, lower case ("according to").
    [[nodiscard]] QString markerWords(int marker) const;
    /// The case marker of a phrase ("into"); empty where it has none.
    [[nodiscard]] QString preposition(int phraseHead) const;

    /// The phrase around a noun without clauses that hang on it: determiners, adjectives, compounds, possessors, and
    /// (`withPhrases`) prepositional phrases. The tokens [first, end) are next to each other and hold `noun`.
    struct Range {
        int first = 0;
        int end = 0;
    };
    [[nodiscard]] Range nounPhrase(int noun, bool withPhrases) const;

    /// From the first character of the range to its last, without punctuation at either end.
    [[nodiscard]] base::TextSpan span(Range range) const;
    [[nodiscard]] QString textOf(const base::TextSpan &span) const { return m_text.text.sliced(span.begin, span.length()); }

private:
    [[nodiscard]] size_t place(int index) const { return static_cast<size_t>(index - m_sentence.firstToken); }

    const model::AnnotatedText &m_text;
    const model::Sentence &m_sentence;
    std::vector<std::optional<int>> m_heads;
    std::vector<std::vector<int>> m_children;
    std::vector<int> m_roots;
    std::vector<int> m_enter; // number of a token in a walk from the roots, and of the last token below it
    std::vector<int> m_leave;
};

/// The sentence that a token stands in. Precondition: the token is of the text.
[[nodiscard]] const model::Sentence &sentenceOf(const model::AnnotatedText &text, int token);

/// The tokens that a span touches, as [first, end); empty range where none.
[[nodiscard]] SentenceTree::Range tokensAt(const model::AnnotatedText &text, const base::TextSpan &span);

using base::plainForm; // how words are looked up in lists

} // namespace variorum::extraction
