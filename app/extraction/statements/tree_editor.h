#pragma once

#include "language/word_lists.h"
#include "model/annotated_text.h"

#include <QString>
#include <optional>

namespace variorum::extraction {

/// One sentence whose tree is being put right: what repairs ask of it, and the one change that they make.
/// Refers to the text, which must outlive it.
class TreeEditor {
public:
    TreeEditor(model::AnnotatedText &text, const model::Sentence &sentence, const language::WordLists &lists)
        : m_text(text), m_first(sentence.firstToken), m_end(sentence.endToken), m_lists(lists)
    {
    }

protected:
    [[nodiscard]] model::Token &token(int index) { return m_text.tokens[static_cast<size_t>(index)]; }
    [[nodiscard]] QStringView form(int index) const { return m_text.form(index); }
    [[nodiscard]] QString lower(int index) const { return m_text.form(index).toString().toLower(); }
    [[nodiscard]] QString lemma(int index) const { return m_text.lemma(index).toString().toLower(); }
    [[nodiscard]] bool isMark(int index) { return token(index).upos == model::Upos::Punct; }
    [[nodiscard]] bool isFinite(int index)
    {
        const model::Xpos xpos = token(index).xpos;
        return token(index).upos == model::Upos::Verb && (xpos == model::Xpos::Vbd || xpos == model::Xpos::Vbz || xpos == model::Xpos::Vbp);
    }
    [[nodiscard]] bool isNominal(int index)
    {
        const model::Upos upos = token(index).upos;
        return upos == model::Upos::Noun || upos == model::Upos::Propn || upos == model::Upos::Pron || upos == model::Upos::Num;
    }
    [[nodiscard]] bool isSubject(int index)
    {
        const model::Deprel relation = token(index).deprel;
        return relation == model::Deprel::Nsubj || relation == model::Deprel::NsubjPass || relation == model::Deprel::NsubjOuter;
    }
    [[nodiscard]] bool isReporting(int index) const { return m_lists.contains(u"reporting_verbs", lemma(index)); }

    void attach(int index, int head, model::Deprel relation)
    {
        token(index).head = head;
        token(index).deprel = relation;
    }

    /// The first child of `head` before `before` with that relation.
    [[nodiscard]] std::optional<int> childOf(int head, model::Deprel relation, int before)
    {
        for (int index = m_first; index < before; ++index) {
            if (token(index).head == head && token(index).deprel == relation)
                return index;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool hasSubject(int verb)
    {
        for (int index = m_first; index < m_end; ++index) {
            if (token(index).head == verb && isSubject(index))
                return true;
        }
        return false;
    }

    [[nodiscard]] int rootBefore(int limit)
    {
        for (int index = m_first; index < limit; ++index) {
            if (!token(index).head && !isMark(index))
                return index;
        }
        return -1;
    }

    [[nodiscard]] bool isBelow(int index, int ancestor)
    {
        for (int step = 0; step < m_end - m_first; ++step) {
            if (index == ancestor)
                return true;
            if (!token(index).head)
                return false;
            index = *token(index).head;
        }
        return true; // a circle: better left alone
    }

    /// The first token at or below `index`.
    [[nodiscard]] int firstBelow(int index)
    {
        for (int other = m_first; other < index; ++other) {
            if (isBelow(other, index))
                return other;
        }
        return index;
    }

    /// Could the word stand in a phrase of nouns?
    [[nodiscard]] bool isInPhrase(int index)
    {
        using model::Upos;
        const Upos upos = token(index).upos;
        // A capital in the middle that is no name begins what should have been another sentence.
        const bool isStart = upos == Upos::Det && m_text.form(index).front().isUpper();
        return !isStart && (isNominal(index) || upos == Upos::Adj || upos == Upos::Det || upos == Upos::Part || upos == Upos::Cconj || upos == Upos::Adp);
    }

    model::AnnotatedText &m_text;
    int m_first;
    int m_end;
    const language::WordLists &m_lists;
};

} // namespace variorum::extraction
