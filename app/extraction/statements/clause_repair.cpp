// How the clauses of a sentence hang together, put right where the words leave no doubt.
//
//     The envoy is due to leave, NRX said the train had stopped on Sunday joined by a guard.
//     due      parsed: an adverb of "leave"; repaired: the predicate, with "leave" as its infinitive
//     train    parsed: a second subject or the object of "said"; repaired: the subject of "stopped"
//     Sunday   parsed: a phrase of "joined"; repaired: of "stopped": a participle that a comma does not part does
//              not begin with a phrase

#include "extraction/statements/clause_repair.h"

#include <QStringList>
#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Token;
using model::Upos;
using model::Xpos;

class ClauseRepairer : TreeEditor {
public:
    using TreeEditor::TreeEditor;

    void repair()
    {
        for (int index = m_first; index < m_end; ++index) {
            raisePlan(index);
            tieInfinitive(index);
            tieDue(index);
            gatherBound(index);
            splitReport(index);
            giveReportedSubject(index);
            takeComplement(index);
            endAtSemicolon(index);
            returnSubordinate(index);
            joinReported(index);
            tieCiting(index);
            raiseCoordinate(index);
            liftPhrases(index);
            moveRelative(index);
        }
        rootBehindName();
    }

private:
    bool isBe(int index) { return token(index).upos == Upos::Aux && lemma(index) == QLatin1String("be"); }

    /// The verb of "to meet" behind `to`, over adverbs; nothing where none comes.
    std::optional<int> infinitiveAt(int to)
    {
        if (to >= m_end || token(to).upos != Upos::Part || lower(to) != QLatin1String("to"))
            return std::nullopt;
        int verb = to + 1;
        while (verb < m_end && token(verb).upos == Upos::Adv)
            ++verb;
        const bool isVerb = verb < m_end && token(verb).xpos == Xpos::Vb && (token(verb).upos == Upos::Verb || token(verb).upos == Upos::Aux);
        return isVerb ? std::optional(verb) : std::nullopt;
    }

    std::optional<int> copulaBefore(int word)
    {
        int before = word - 1;
        while (before >= m_first && (token(before).upos == Upos::Adv || token(before).upos == Upos::Part))
            --before;
        return before >= m_first && isBe(before) ? std::optional(before) : std::nullopt;
    }

    /// "is due to meet": `due` is the predicate, `meet` its infinitive.
    void raisePlan(int word)
    {
        const Upos upos = token(word).upos;
        const bool isWord = upos == Upos::Adj || upos == Upos::Adv || upos == Upos::Adp || upos == Upos::Sconj || upos == Upos::Verb;
        if (!isWord || word == m_first || !m_lists.contains(u"chain_verbs", lemma(word)))
            return;
        const std::optional<int> verb = infinitiveAt(word + 1);
        if (!verb || !copulaBefore(word))
            return;
        if (token(word).head == verb) { // `due` hangs on `meet`: the two change places
            attach(word, token(*verb).head.value_or(word), token(*verb).deprel);
            if (token(word).head == word)
                token(word).head.reset();
        } else if (token(*verb).head != word) {
            return;
        }
        attach(*verb, word, Deprel::Xcomp);
        for (int index = m_first; index < word; ++index) {
            if (token(index).head == verb)
                token(index).head = word;
            if (token(index).head == word && token(index).deprel == Deprel::NsubjOuter)
                token(index).deprel = Deprel::Nsubj;
        }
        attach(word + 1, *verb, Deprel::Mark);
    }

    /// "has failed to find": the infinitive right behind such a verb is what failed, not what for.
    void tieInfinitive(int word)
    {
        static const QStringList kOfPurpose{QStringLiteral("stop"), QStringLiteral("turn"), QStringLiteral("go"), QStringLiteral("head"), QStringLiteral("see"), QStringLiteral("find"), QStringLiteral("know"),
                                            QStringLiteral("use"), QStringLiteral("look"), QStringLiteral("consider"), QStringLiteral("say"), QStringLiteral("report")};
        if (token(word).upos != Upos::Verb || kOfPurpose.contains(lemma(word)) || !m_lists.contains(u"chain_verbs", lemma(word)))
            return;
        const std::optional<int> verb = infinitiveAt(word + 1);
        if (verb && token(*verb).head == word && token(*verb).deprel == Deprel::Advcl)
            token(*verb).deprel = Deprel::Xcomp;
    }

    /// "is due in Bergen": no preposition.
    void tieDue(int word)
    {
        const bool isLoose = token(word).deprel == Deprel::Case || token(word).deprel == Deprel::Mark;
        if (!isLoose)
            return;
        const bool isBeforePhrase = word + 1 < m_end && token(word + 1).upos == Upos::Adp && lower(word + 1) != QLatin1String("to");
        if (lower(word) == QLatin1String("due") && isBeforePhrase && copulaBefore(word))
            token(word).deprel = Deprel::Advmod;
    }

    /// "no more than 12 people were aboard": all before the noun belongs to the number.
    void gatherBound(int than)
    {
        static const QStringList kDegrees{QStringLiteral("more"), QStringLiteral("fewer"), QStringLiteral("less"), QStringLiteral("later"), QStringLiteral("earlier")};
        if (form(than) != u"than" || than == m_first || than + 1 >= m_end || token(than + 1).upos != Upos::Num || !kDegrees.contains(lower(than - 1)))
            return;
        const int degree = than - 1;
        const int number = than + 1;
        const std::optional<int> above = token(degree).head;
        if (above == number || isBelow(degree, number))
            return;
        int noun = number;
        while (token(noun).head && *token(noun).head != degree && *token(noun).head > noun && *token(noun).head - noun < 12)
            noun = *token(noun).head;
        if (token(noun).head == degree) // the degree was the head of all: what hung on it takes its place
            attach(noun, above.value_or(noun), token(degree).deprel);
        if (token(noun).head == noun)
            token(noun).head.reset();
        for (int index = m_first; index < m_end; ++index) {
            if (index != noun && index != than && token(index).head == degree && index > number)
                token(index).head = noun;
        }
        if (!isBelow(number, degree))
            attach(degree, number, Deprel::Advmod);
        attach(than, degree, Deprel::Fixed);
        if (degree > m_first && lower(degree - 1) == QLatin1String("no"))
            attach(degree - 1, degree, Deprel::Advmod);
    }

    /// "NRX said the train had stopped": a noun between a report and a finite verb without a subject is that subject.
    void giveReportedSubject(int report)
    {
        if (token(report).upos != Upos::Verb || !isReporting(report))
            return;
        for (int verb = report + 2; verb < m_end; ++verb) {
            const bool isReported = token(verb).head == report && (token(verb).deprel == Deprel::Ccomp || token(verb).deprel == Deprel::Parataxis) && !hasSubject(verb);
            if (!isReported || childOf(verb, Deprel::Mark, verb))
                continue;
            const std::optional<int> noun = lastNounOf(report, verb);
            if (noun && isFiniteGroup(verb, *noun))
                token(*noun).head = verb, token(*noun).deprel = childOf(verb, Deprel::AuxPass, verb) ? Deprel::NsubjPass : Deprel::Nsubj;
            return;
        }
        giveLeadingSubject(report);
    }

    std::optional<int> lastNounOf(int report, int verb)
    {
        std::optional<int> noun;
        for (int index = report + 1; index < verb; ++index) {
            if (token(index).head == report && isNominal(index) && (isSubject(index) || token(index).deprel == Deprel::Obj))
                noun = index;
        }
        return noun;
    }

    /// Between the noun and the verb stand only what hangs on one of them, and the verb is finite.
    bool isFiniteGroup(int verb, int noun)
    {
        bool isFiniteHere = isFinite(verb);
        for (int index = noun + 1; index < verb; ++index) {
            if (!isBelow(index, noun) && token(index).head != verb)
                return false;
            isFiniteHere = isFiniteHere || (token(index).head == verb && token(index).upos == Upos::Aux);
        }
        return isFiniteHere;
    }

    /// "The talks are useful, he was quoted as saying": the first of a report's two subjects is that of what is reported.
    void giveLeadingSubject(int report)
    {
        for (int verb = m_first + 1; verb < report; ++verb) {
            if (token(verb).head != report || token(verb).deprel != Deprel::Ccomp || hasSubject(verb))
                continue;
            std::vector<int> subjects;
            for (int index = m_first; index < report; ++index) {
                if (token(index).head == report && isSubject(index))
                    subjects.push_back(index);
            }
            if (subjects.size() == 2 && subjects.front() < verb && subjects.back() > verb)
                attach(subjects.front(), verb, Deprel::Nsubj);
            return;
        }
    }

    /// "opened fire after a row and wounded five": a verb in the past is joined to a verb in the past, not to the noun or
    /// the participle between.
    void raiseCoordinate(int verb)
    {
        const bool isPast = token(verb).upos == Upos::Verb && (token(verb).xpos == Xpos::Vbd || token(verb).xpos == Xpos::Vbn);
        if (!isPast || token(verb).deprel != Deprel::Conj || !token(verb).head || hasSubject(verb) || childOf(verb, Deprel::AuxPass, verb) || childOf(verb, Deprel::Aux, verb))
            return;
        const int above = *token(verb).head;
        const bool isNoun = token(above).upos == Upos::Noun || token(above).upos == Upos::Propn;
        const bool isGerund = token(above).upos == Upos::Verb && token(above).xpos == Xpos::Vbg && !childOf(above, Deprel::Aux, above);
        const bool isPredicate = childOf(above, Deprel::Cop, above).has_value();
        if (!(isNoun || isGerund) || isPredicate || (token(verb).xpos == Xpos::Vbn && isNoun))
            return;
        for (std::optional<int> head = token(above).head; head && *head < verb; head = token(*head).head) {
            if (token(*head).upos == Upos::Verb && token(*head).xpos == Xpos::Vbd) {
                token(verb).head = head;
                token(verb).xpos = Xpos::Vbd;
                return;
            }
        }
    }

    /// "The captain had been with the company for years, he added": a report with two subjects, and what is reported
    /// torn into phrases of it. The first subject is that of the word that the auxiliaries belong to.
    void splitReport(int report)
    {
        if (token(report).upos != Upos::Verb || !isReporting(report))
            return;
        std::vector<int> subjects;
        for (int index = m_first; index < report; ++index) {
            if (token(index).head == report && isSubject(index))
                subjects.push_back(index);
        }
        if (subjects.size() != 2)
            return;
        const int begin = firstBelow(subjects.back());
        if (begin <= subjects.front() || form(begin - 1) != u",")
            return;
        std::optional<int> predicate = childOf(report, Deprel::Ccomp, begin);
        for (int index = subjects.front() + 1; index < begin && !predicate; ++index) {
            const bool isHead = token(index).head == report && !isSubject(index) && !isMark(index);
            if (isHead && (token(index).upos == Upos::Verb || childOf(index, Deprel::Cop, index) || childOf(index, Deprel::Aux, index)))
                predicate = index;
        }
        if (!predicate)
            return;
        for (int index = m_first; index < begin; ++index) {
            if (token(index).head == report && index != *predicate)
                token(index).head = predicate;
        }
        attach(*predicate, report, Deprel::Ccomp);
    }

    /// "told a reporter from NRX that the well was dry": a clause with "that" and a subject of its own describes no noun
    /// where a report waits for what it reports.
    void takeComplement(int that)
    {
        const bool isMarker = token(that).deprel == Deprel::Mark || (token(that).deprel == Deprel::Obl && token(that).head && hasSubject(*token(that).head));
        if (that == m_first || !isMarker || lower(that) != QLatin1String("that") || !token(that).head)
            return;
        const int verb = *token(that).head;
        const bool describes = token(verb).deprel == Deprel::Acl || token(verb).deprel == Deprel::AclRelcl;
        if (!describes || verb < that || !token(verb).head || (token(*token(verb).head).upos == Upos::Noun && m_lists.contains(u"frame_nouns", lemma(*token(verb).head))))
            return;
        int report = that - 1;
        while (report > m_first && !(token(report).upos == Upos::Verb))
            --report;
        const bool isNear = isReporting(report) && isBelow(*token(verb).head, report) && *token(verb).head > report && !childOf(report, Deprel::Ccomp, m_end);
        if (isNear) {
            attach(verb, report, Deprel::Ccomp);
            token(that).deprel = Deprel::Mark;
        }
    }

    /// "Nine were hurt when a van hit a wall, police said.": beside the main clause the report takes all of it, not its end.
    void returnSubordinate(int report)
    {
        if (token(report).deprel != Deprel::Parataxis || !token(report).head || !isReporting(report))
            return;
        const int main = *token(report).head;
        for (int verb = main + 1; verb < report; ++verb) {
            const std::optional<int> question = childOf(verb, Deprel::Advmod, verb);
            const bool isSubordinate = childOf(verb, Deprel::Mark, verb) || (question && token(*question).xpos == Xpos::Wrb);
            if (token(verb).head == report && token(verb).deprel == Deprel::Ccomp && isSubordinate)
                attach(verb, main, Deprel::Advcl);
        }
    }

    /// "..., Ek said; the captain was ill": what is reported ends before the semicolon.
    void endAtSemicolon(int mark)
    {
        if (form(mark) != u";")
            return;
        for (int verb = mark + 1; verb < m_end; ++verb) {
            if (token(verb).deprel != Deprel::Ccomp || !token(verb).head || *token(verb).head > mark)
                continue;
            const int report = *token(verb).head;
            if (isReporting(report) && childOf(report, Deprel::Ccomp, report))
                token(verb).deprel = Deprel::Parataxis;
        }
    }

    /// "The boat was there, Ek said, and two men were hurt.": the second goes on with what is reported.
    void joinReported(int verb)
    {
        if (token(verb).deprel != Deprel::Conj || !token(verb).head || *token(verb).head > verb || !childOf(verb, Deprel::Cc, verb) || !hasSubject(verb))
            return;
        const int report = *token(verb).head;
        const std::optional<int> reported = childOf(report, Deprel::Ccomp, report);
        if (!isReporting(report) || !reported || isReporting(verb))
            return;
        token(verb).head = reported;
        for (int noun = report + 1; noun < verb; ++noun) { // "and two helicopters and nine boats came"
            const bool isFirst = token(noun).head == report && isSubject(noun) && childOf(noun, Deprel::Cc, noun);
            for (int other = noun + 1; isFirst && other < verb; ++other) {
                if (token(other).head != verb || !isSubject(other))
                    continue;
                attach(noun, verb, Deprel::Nsubj);
                attach(other, noun, Deprel::Conj);
                break;
            }
        }
    }

    /// "reported that it had hit a rock, quoting a fisherman": the report quotes, not the rock.
    void tieCiting(int citing)
    {
        const bool isCiting = token(citing).xpos == Xpos::Vbg && (lemma(citing) == QLatin1String("cite") || lemma(citing) == QLatin1String("quote")) && citing > m_first && form(citing - 1) == u",";
        if (!isCiting || !token(citing).head || *token(citing).head > citing)
            return;
        for (std::optional<int> above = token(citing).head; above; above = token(*above).head) {
            if (token(*above).upos == Upos::Verb && isReporting(*above)) {
                attach(citing, *above, Deprel::Advcl);
                return;
            }
        }
        if (token(*token(citing).head).upos == Upos::Noun)
            token(citing).deprel = Deprel::Acl;
    }

    /// "Minister Bo Ek, who flew to Moss, promised help": a name is no root where a finite verb waits behind the comma.
    void rootBehindName()
    {
        const int root = rootBefore(m_end);
        if (root < 0 || token(root).upos != Upos::Propn || childOf(root, Deprel::Cop, m_end))
            return;
        for (int verb = root + 1; verb < m_end; ++verb) {
            if (!isFinite(verb) || form(verb - 1) != u"," || hasSubject(verb) || !token(verb).head || childOf(verb, Deprel::Cc, verb))
                continue;
            const int above = *token(verb).head;
            const bool isRelative = token(above).deprel == Deprel::AclRelcl || token(above).deprel == Deprel::Acl;
            if (above != root && !(token(verb).deprel == Deprel::Conj && isRelative && token(above).head == root))
                continue;
            token(verb).head.reset();
            token(verb).deprel = Deprel::Root;
            attach(root, verb, Deprel::Nsubj);
            return;
        }
    }

    /// "left Oslo on Sunday joined by ...", "visited in July trying to ...": the phrase is the first verb's.
    void liftPhrases(int participle)
    {
        const bool isParticiple = token(participle).deprel == Deprel::Advcl && token(participle).head && *token(participle).head < participle && token(participle).upos == Upos::Verb
            && (token(participle).xpos == Xpos::Vbn || token(participle).xpos == Xpos::Vbg || token(participle).xpos == Xpos::Vbd);
        if (!isParticiple || hasSubject(participle) || childOf(participle, Deprel::Mark, participle) || childOf(participle, Deprel::Aux, participle))
            return;
        const int verb = *token(participle).head;
        for (int index = participle - 1; index > verb; --index) {
            const bool isPhrase = token(index).head == participle && (token(index).deprel == Deprel::Obl || token(index).deprel == Deprel::OblUnmarked);
            if (isPhrase && firstBelow(index) - 1 >= verb && !isMark(firstBelow(index) - 1))
                token(index).head = verb;
        }
    }

    /// "sells shells while Norway, which has confronted ...": a relative clause behind a comma describes the noun before
    /// the comma where another clause has begun since the noun that the tree names.
    void moveRelative(int pronoun)
    {
        static const QStringList kPronouns{QStringLiteral("who"), QStringLiteral("which"), QStringLiteral("where")};
        if (pronoun < m_first + 2 || form(pronoun - 1) != u"," || !kPronouns.contains(lower(pronoun)) || !token(pronoun).head)
            return;
        const int verb = *token(pronoun).head;
        const int noun = pronoun - 2;
        if (token(verb).deprel != Deprel::AclRelcl || !token(verb).head || *token(verb).head >= noun || !isNominal(noun) || isBelow(noun, verb) || isBelow(noun, *token(verb).head))
            return;
        for (int index = *token(verb).head + 1; index < noun; ++index) {
            if (token(index).upos == Upos::Sconj || isFinite(index) || token(index).upos == Upos::Aux) {
                int head = noun;
                while (token(head).head && *token(head).head > *token(verb).head && *token(head).head < noun && isNominal(*token(head).head))
                    head = *token(head).head;
                token(verb).head = head;
                return;
            }
        }
    }
};

} // namespace

void repairClauses(model::AnnotatedText &text, const model::Sentence &sentence, const language::WordLists &lists)
{
    ClauseRepairer(text, sentence, lists).repair();
}

} // namespace variorum::extraction
