// Trees of news, put right where words alone tell better than a parser of web text does: a step a file, in this order.
//
//     phrases    what belongs to which noun (phrase_repair)         clauses   what hangs on which verb (clause_repair)
//     here       "according to X" in one piece, subjects in two halves, sentences that a page ran into one another
//     reports    who says it, where that closes a sentence or stands in it (report_repair)
//
//     According to local media the ferry sank.    "According to local media" becomes one phrase, whose head is "media"

#include "extraction/statements/tree_repair.h"

#include "extraction/statements/clause_repair.h"
#include "extraction/statements/phrase_repair.h"
#include "extraction/statements/report_repair.h"

#include <QStringList>
#include <algorithm>
#include <optional>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Token;
using model::Upos;
using model::Xpos;

class Repairer : TreeEditor {
public:
    using TreeEditor::TreeEditor;

    void repair()
    {
        joinHalvedSubjects();
        freeSubordinators();
        gatherAttributions();
    }

private:
    /// "state broadcaster NRX said" with two subjects: the noun before the name describes it.
    void joinHalvedSubjects()
    {
        for (int name = m_first + 1; name < m_end; ++name) {
            const bool isSubject = token(name).deprel == Deprel::Nsubj || token(name).deprel == Deprel::NsubjPass;
            if (!isSubject || token(name).upos != Upos::Propn || !token(name).head)
                continue;
            const int noun = name - 1;
            const bool isHalf = token(noun).upos == Upos::Noun && token(noun).head == token(name).head
                && (token(noun).deprel == Deprel::Nsubj || token(noun).deprel == Deprel::Obj || token(noun).deprel == Deprel::NsubjPass);
            if (isHalf)
                attach(noun, name, Deprel::Compound);
        }
    }

    /// "after his family claimed": a finite verb without a subject, right behind a noun that has "after" as its case.
    void freeSubordinators()
    {
        static const QStringList kBoth{QStringLiteral("after"), QStringLiteral("before"), QStringLiteral("as"), QStringLiteral("since"), QStringLiteral("until")};
        for (int verb = m_first + 2; verb < m_end; ++verb) {
            const int noun = verb - 1;
            if (!isFinite(verb) || !isNominal(noun) || !token(noun).head || token(noun).deprel == Deprel::Nsubj || childOf(verb, Deprel::Nsubj, verb))
                continue;
            const auto marker = childOf(noun, Deprel::Case, noun);
            const int above = *token(noun).head;
            if (!marker || !kBoth.contains(lower(*marker)) || above == verb || isBelow(above, verb))
                continue;
            attach(verb, above, Deprel::Advcl);
            attach(noun, verb, Deprel::Nsubj);
            attach(*marker, verb, Deprel::Mark);
        }
    }

    /// "according to local media": all of it is one phrase, whose head is the noun.
    void gatherAttributions()
    {
        for (int index = m_first; index + 2 < m_end; ++index) {
            const bool isAccording = lower(index) == QLatin1String("according") && lower(index + 1) == QLatin1String("to");
            const bool isAsPer = lower(index) == QLatin1String("as") && lower(index + 1) == QLatin1String("per");
            if (!isAccording && !isAsPer)
                continue;
            int end = index + 2;
            int noun = -1;
            for (; end < m_end && isInPhrase(end); ++end) {
                if (noun < 0 || token(end - 1).upos != Upos::Adp)
                    noun = isNominal(end) && !(noun >= 0 && hasPrepositionBetween(noun, end)) ? end : noun;
            }
            const int root = rootOutside(index, end);
            if (noun < 0 || root < 0)
                continue;
            gather(index, end, noun, root);
            attach(index, noun, Deprel::Case);
            attach(index + 1, index, Deprel::Fixed);
        }
    }

    bool hasPrepositionBetween(int first, int end)
    {
        for (int index = first + 1; index < end; ++index) {
            if (token(index).upos == Upos::Adp)
                return true;
        }
        return false;
    }

    int rootOutside(int first, int end)
    {
        for (int index = m_first; index < m_end; ++index) {
            if (!token(index).head && !isMark(index) && (index < first || index >= end))
                return index;
        }
        return -1;
    }

    /// Makes the stretch one phrase under `noun`, and leaves nothing outside hanging inside.
    void gather(int first, int end, int noun, int above)
    {
        const auto isInside = [&](int index) { return index >= first && index < end; };
        for (int index = m_first; index < m_end; ++index) {
            const std::optional<int> head = token(index).head;
            if (!isInside(index) && head && isInside(*head) && index != above)
                attach(index, above, isMark(index) ? Deprel::Punct : Deprel::Dep);
            else if (isInside(index) && index != noun && (!head || !isInside(*head)))
                attach(index, noun, token(index).upos == Upos::Det ? Deprel::Det : token(index).upos == Upos::Adj ? Deprel::Amod : index < noun ? Deprel::Compound : Deprel::Dep);
        }
        attach(noun, above, Deprel::Obl);
    }
};

/// "... said local media The crews are working": a small word with a capital, behind a word without a mark, begins a
/// sentence that the page ran on. Not before another capital: "told The Harbour Gazette".
bool startsSentence(const model::AnnotatedText &text, const model::Sentence &sentence, int index)
{
    if (index - sentence.firstToken < 3 || sentence.endToken - index < 3)
        return false;
    const auto form = [&](int at) { return text.form(at); };
    const Upos upos = text.tokens[static_cast<size_t>(index)].upos;
    const bool isSmall = upos == Upos::Det || upos == Upos::Pron || upos == Upos::Adp || upos == Upos::Sconj || upos == Upos::Adv || upos == Upos::Aux || upos == Upos::Num;
    const bool isCapital = form(index).front().isUpper() && (form(index).size() == 1 ? form(index) == u"A" : form(index).back().isLower());
    const QChar before = form(index - 1).back();
    // "... a dry well Dozens of rescuers", "... in the city Police have": a common noun that a verb or a phrase follows.
    const Token &next = text.tokens[static_cast<size_t>(index) + 1];
    const bool isNoun = text.tokens[static_cast<size_t>(index)].xpos == Xpos::Nns && (next.upos == Upos::Adp || next.upos == Upos::Aux || next.upos == Upos::Verb)
        && text.tokens[static_cast<size_t>(index) - 1].upos == Upos::Noun;
    return (isSmall || isNoun) && isCapital && before.isLetterOrNumber() && !form(index - 1).front().isUpper() && !form(index + 1).front().isUpper()
        && text.tokens[static_cast<size_t>(index) - 1].spaceAfter;
}

/// Gives a part of a sentence that was cut in two a root of its own: the token nearest to the old one, a verb first.
void rootPart(model::AnnotatedText &text, const model::Sentence &part)
{
    const auto isOutside = [&](int index) { return index < part.firstToken || index >= part.endToken; };
    std::optional<int> root;
    for (int index = part.firstToken; index < part.endToken; ++index) {
        const Token &token = text.tokens[static_cast<size_t>(index)];
        if (token.upos == Upos::Punct || (token.head && !isOutside(*token.head)))
            continue;
        const bool isVerb = token.upos == Upos::Verb;
        if (!root || (isVerb && text.tokens[static_cast<size_t>(*root)].upos != Upos::Verb))
            root = index;
    }
    if (!root)
        return;
    for (int index = part.firstToken; index < part.endToken; ++index) {
        Token &token = text.tokens[static_cast<size_t>(index)];
        if (index == *root) {
            token.head.reset();
            token.deprel = Deprel::Root;
        } else if (!token.head || isOutside(*token.head)) {
            token.head = root;
        }
    }
}

void splitRunOns(model::AnnotatedText &text)
{
    std::vector<model::Sentence> parts;
    for (const model::Sentence &sentence : text.sentences) {
        const size_t before = parts.size();
        int first = sentence.firstToken;
        for (int index = sentence.firstToken + 1; index <= sentence.endToken; ++index) {
            if (index < sentence.endToken && (index - first < 3 || !startsSentence(text, sentence, index)))
                continue;
            const auto token = [&](int at) { return text.tokens[static_cast<size_t>(at)]; };
            parts.push_back({{token(first).span.begin, token(index - 1).span.end}, first, index});
            first = index;
        }
        for (size_t part = before; parts.size() > before + 1 && part < parts.size(); ++part)
            rootPart(text, parts[part]);
    }
    text.sentences = std::move(parts);
}

} // namespace

model::AnnotatedText withRepairedTrees(model::AnnotatedText text, bool isTitle, const language::WordLists &lists)
{
    if (!isTitle) // a headline may have capitals throughout
        splitRunOns(text);
    for (const model::Sentence &sentence : text.sentences) {
        repairPhrases(text, sentence, lists);
        repairClauses(text, sentence, lists);
        Repairer(text, sentence, lists).repair();
        repairReports(text, sentence, lists);
    }
    return text;
}

} // namespace variorum::extraction
