// What belongs to which phrase, put right where the order of words leaves no doubt.
//
//     The boy fell into the well while picking apples when a van carrying nine men hit a wall and 23 were hurt.
//     well     tagged an adverb: behind a determiner, before no noun, it is the noun of "into"
//     picking  read as a noun: behind "while" it is a verb
//     van      parsed: the subject of "carrying"; repaired: of "hit"; nine men: parsed: what is hit; repaired: carried
//     23       parsed: one of the phrase before; repaired: the subject of "hurt", for an auxiliary follows

#include "extraction/statements/phrase_repair.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Token;
using model::Upos;
using model::Xpos;

class PhraseRepairer : TreeEditor {
public:
    using TreeEditor::TreeEditor;

    void repair()
    {
        for (int index = m_first; index < m_end; ++index) {
            readAsNoun(index);
            readAsGerund(index);
        }
        for (int index = m_first; index < m_end; ++index) {
            nearestCase(index);
            freeGerundSubject(index);
            objectOfNearest(index);
            subjectBeforeAuxiliary(index);
            joinSubjects(index);
            objectNotSubject(index);
        }
    }

private:
    bool isVerbal(int index) { return token(index).upos == Upos::Verb || token(index).upos == Upos::Aux; }
    bool isModifier(int index) { return token(index).upos == Upos::Adj || token(index).upos == Upos::Num || token(index).xpos == Xpos::Vbn || token(index).xpos == Xpos::PrpS || (isMark(index) && form(index) == u"-"); }

    std::optional<int> verbBefore(int index)
    {
        for (int verb = index - 1; verb >= m_first; --verb) {
            if (token(verb).upos == Upos::Verb)
                return verb;
        }
        return std::nullopt;
    }

    /// "into the well": an adverb that closes what a determiner opened is a noun.
    void readAsNoun(int word)
    {
        if (token(word).upos != Upos::Adv || word == m_first || token(word).xpos != Xpos::Rb)
            return;
        int first = word;
        while (first > m_first && isModifier(first - 1))
            --first;
        const bool isOpened = first > m_first && (token(first - 1).upos == Upos::Det || token(first - 1).xpos == Xpos::PrpS) && token(first - 1).xpos != Xpos::Pdt;
        const bool isClosed = word + 1 == m_end || isMark(word + 1) || isVerbal(word + 1) || token(word + 1).upos == Upos::Adp || token(word + 1).upos == Upos::Cconj
            || token(word + 1).upos == Upos::Sconj || token(word + 1).upos == Upos::Pron || lower(word + 1) == QLatin1String("while");
        const bool isParticiple = word + 1 < m_end && (token(word + 1).xpos == Xpos::Vbn || token(word + 1).xpos == Xpos::Vbg) && first == word; // "the newly built"
        if (!isOpened || !isClosed || (isParticiple && !lower(word).endsWith(QLatin1String("ll"))) || lower(word).endsWith(QLatin1String("ly")) || lower(word).endsWith(QLatin1String("st")))
            return;
        makeNoun(word, first - 1);
    }

    void makeNoun(int word, int first)
    {
        token(word).upos = Upos::Noun;
        token(word).xpos = Xpos::Nn;
        const int old = token(word).head.value_or(word);
        const Deprel relation = token(word).deprel;
        for (int index = m_first; index < m_end; ++index) { // what the tree hung on its modifiers hangs on it
            if (index >= first && index < word)
                attach(index, word, token(index).upos == Upos::Det || token(index).xpos == Xpos::PrpS ? Deprel::Det : token(index).upos == Upos::Num ? Deprel::Nummod : isMark(index) ? Deprel::Punct : Deprel::Amod);
        }
        const bool isPhrase = first > m_first && token(first - 1).upos == Upos::Adp;
        const std::optional<int> verb = verbBefore(first);
        const bool isSubjectHere = relation == Deprel::Nsubj || relation == Deprel::NsubjPass;
        if (isPhrase && verb && !isBelow(*verb, word)) {
            attach(first - 1, word, Deprel::Case);
            attach(word, *verb, Deprel::Obl);
        } else if (!isSubjectHere && (old == word || (old >= first && old < word)) && verb && !isBelow(*verb, word)) {
            attach(word, *verb, isVerbal(*verb) && first - 1 == *verb ? Deprel::Obj : Deprel::Obl);
        } else if (!isSubjectHere && relation == Deprel::Advmod && verb && first - 1 == *verb) {
            attach(word, *verb, Deprel::Obj);
        } else if (!isSubjectHere && word + 1 < m_end && isVerbal(word + 1)) {
            const int after = token(word + 1).upos == Upos::Aux ? token(word + 1).head.value_or(word + 1) : word + 1;
            if (after > word && !hasSubject(after) && !isBelow(after, word))
                attach(word, after, childOf(after, Deprel::AuxPass, after) ? Deprel::NsubjPass : Deprel::Nsubj);
        }
    }

    /// "while harvesting cabbages"
    void readAsGerund(int word)
    {
        if (word == m_first || !form(word).endsWith(u"ing") || lower(word - 1) != QLatin1String("while") || (token(word).upos != Upos::Noun && token(word).upos != Upos::Verb))
            return;
        const std::optional<int> verb = verbBefore(word - 1);
        token(word - 1).upos = Upos::Sconj;
        attach(word - 1, word, Deprel::Mark);
        if (token(word).upos == Upos::Verb)
            return;
        token(word).upos = Upos::Verb;
        token(word).xpos = Xpos::Vbg;
        if (verb && !isBelow(*verb, word))
            attach(word, *verb, Deprel::Advcl);
        for (int noun = word + 1; noun < m_end && noun < word + 5; ++noun) { // its object
            if (token(noun).upos == Upos::Adp || isMark(noun))
                return;
            if (token(noun).upos == Upos::Noun && !(noun + 1 < m_end && token(noun + 1).upos == Upos::Noun) && !isBelow(word, noun)) {
                attach(noun, word, Deprel::Obj);
                return;
            }
        }
    }

    /// "in Bergen on Tuesday": a preposition belongs to the noun before the next preposition.
    void nearestCase(int preposition)
    {
        const std::optional<int> head = token(preposition).head;
        if (token(preposition).upos != Upos::Adp || token(preposition).deprel != Deprel::Case || !head || *head < preposition)
            return;
        std::optional<int> noun;
        for (int index = preposition + 1; index < *head; ++index) {
            const bool isOther = token(index).upos == Upos::Adp && token(index).deprel == Deprel::Case && token(index).head == head;
            if (isOther && noun && !isBelow(*noun, *head)) {
                token(preposition).head = noun;
                return;
            }
            if (isOther || isVerbal(index))
                return;
            if (token(index).upos == Upos::Noun || token(index).upos == Upos::Propn)
                noun = noun && token(*noun).head != index ? noun : index;
        }
    }

    /// "a ferry carrying 187 people struck a reef": a participle without an auxiliary has no subject where a finite verb lacks one.
    void freeGerundSubject(int gerund)
    {
        if (token(gerund).xpos != Xpos::Vbg || !token(gerund).head || token(gerund).deprel == Deprel::Conj)
            return;
        const int verb = *token(gerund).head > gerund ? *token(gerund).head : nextFinite(gerund);
        std::optional<int> subject;
        for (int index = m_first; index < m_end; ++index) {
            if (token(index).head != gerund)
                continue;
            if (token(index).upos == Upos::Aux || (isSubject(index) && index > gerund))
                return;
            if (isSubject(index))
                subject = index;
        }
        if (!subject || verb < 0 || hasSubject(verb) || token(verb).upos != Upos::Verb || token(verb).xpos == Xpos::Vbg || token(verb).xpos == Xpos::Vb)
            return;
        attach(*subject, verb, Deprel::Nsubj);
        attach(gerund, *subject, Deprel::Acl);
        for (int index = *subject - 1; index >= m_first && index + 4 > *subject; --index) {
            const bool isWhen = token(index).xpos == Xpos::Wrb && token(index).head == verb;
            if (isWhen && token(verb).deprel == Deprel::Acl)
                token(verb).deprel = Deprel::AdvclRelcl;
        }
    }

    /// The finite verb behind, with no mark between; -1 for none.
    int nextFinite(int index)
    {
        for (int verb = index + 1; verb < m_end && !isMark(verb); ++verb) {
            if (isFinite(verb))
                return verb;
        }
        return -1;
    }

    /// "carrying 187 people struck": an object does not stand before its verb.
    void objectOfNearest(int noun)
    {
        if (token(noun).upos != Upos::Noun || token(noun).deprel != Deprel::Obj || !token(noun).head || *token(noun).head < noun)
            return;
        const std::optional<int> verb = verbBefore(noun);
        if (verb && noun - *verb <= 5 && !isBelow(*verb, noun) && token(*verb).xpos == Xpos::Vbg)
            token(noun).head = verb;
    }

    /// "... by noon and 23 were missing": what stands before an auxiliary and joins a phrase to it is the subject.
    void subjectBeforeAuxiliary(int auxiliary)
    {
        if (token(auxiliary).upos != Upos::Aux || token(auxiliary).xpos == Xpos::Vb || token(auxiliary).xpos == Xpos::Vbn || token(auxiliary).xpos == Xpos::Vbg || auxiliary < m_first + 2 || !token(auxiliary).head)
            return;
        const int verb = *token(auxiliary).head;
        const int noun = auxiliary - 1;
        if (verb < auxiliary || hasSubject(verb) || !isNominal(noun) || token(noun).deprel != Deprel::Conj || isBelow(noun, verb) || isBelow(verb, noun))
            return;
        for (int index = m_first; index < noun; ++index) {
            if (token(index).head == noun && token(index).deprel == Deprel::Cc)
                token(index).head = verb;
        }
        attach(noun, verb, Deprel::Nsubj);
    }

    /// "wounded five people not far from there": no subject of "far", which has no verb; the object of what stands before.
    void objectNotSubject(int noun)
    {
        if (token(noun).upos != Upos::Noun || token(noun).deprel != Deprel::Nsubj || !token(noun).head || *token(noun).head < noun)
            return;
        const int adverb = *token(noun).head;
        const int first = firstBelow(noun);
        const bool isBare = (token(adverb).upos == Upos::Adv || token(adverb).upos == Upos::Adj) && !childOf(adverb, Deprel::Cop, adverb) && !childOf(adverb, Deprel::Aux, adverb);
        if (!isBare || first == m_first || token(first - 1).upos != Upos::Verb || childOf(first - 1, Deprel::Obj, m_end) || isBelow(first - 1, noun))
            return;
        const int verb = first - 1;
        attach(noun, verb, Deprel::Obj);
        if (!isBelow(verb, adverb))
            attach(adverb, verb, Deprel::Advmod);
    }

    /// "his trip and his meeting were ...": read as two subjects.
    void joinSubjects(int second)
    {
        if (!isSubject(second) || !token(second).head || *token(second).head < second || !childOf(second, Deprel::Cc, second))
            return;
        for (int first = m_first; first < second; ++first) {
            if (token(first).head == token(second).head && isSubject(first)) {
                attach(second, first, Deprel::Conj);
                return;
            }
        }
    }
};

} // namespace

void repairPhrases(model::AnnotatedText &text, const model::Sentence &sentence, const language::WordLists &lists)
{
    PhraseRepairer(text, sentence, lists).repair();
}

} // namespace variorum::extraction
