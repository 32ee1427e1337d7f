// Who says it, where that closes a sentence or is put into it.
//
//     The ferry sank, state television NRX reported on Tuesday, citing a nurse.
//     parsed:    reported -> conj, advcl, ccomp or a relative clause of something before it
//     repaired:  reported -> parataxis of the root; NRX -> its subject
//
// A report that closes a sentence, or is put into it, is a comma (or a closing quotation mark), a noun phrase, a finite
// verb of `reporting_verbs`, and then no more than a time, a place or whom it cites. That pattern is almost never anything
// else, while parsers trained on mixed text attach it in five ways.

#include "extraction/statements/report_repair.h"

#include <algorithm>
#include <optional>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Token;
using model::Upos;
using model::Xpos;

class ReportRepairer : TreeEditor {
public:
    using TreeEditor::TreeEditor;

    void repair()
    {
        closeWithInvertedReport();
        detachReport();
        detachDescribedReporter();
        freeParticiples();
    }

private:
    bool mayFollowReport(int verb)
    {
        if (verb + 1 >= m_end)
            return true;
        const Upos next = token(verb + 1).upos;
        const auto columns = m_lists.columns(u"reporting_verbs", lemma(verb));
        const bool isAddress = columns && columns->value(1) == QLatin1String("address"); // "told reporters"
        const bool isStartOk = next == Upos::Punct || next == Upos::Adp || next == Upos::Adv || next == Upos::Propn || (isAddress && (isNominal(verb + 1) || next == Upos::Det));
        int words = 0;
        for (int index = verb + 1; index < m_end; ++index) {
            const QString word = lower(index);
            if (word == QLatin1String("citing") || word == QLatin1String("quoting") || word == QLatin1String("according") || word == QLatin1String("as"))
                return isStartOk;
            const bool goesOn = isMark(index - 1) && m_text.form(index - 1) == u"," && !isMark(index); // behind a comma the sentence goes on
            if (goesOn || token(index).upos == Upos::Verb || token(index).upos == Upos::Aux || ++words > 9)
                return false;
        }
        return isStartOk;
    }

    /// The first token of the noun phrase that ends before the verb; the verb itself where there is none.
    int beginOfReporter(int verb)
    {
        int first = verb;
        while (first > m_first && verb - first < 12) {
            const Token &before = token(first - 1);
            const bool isPart = before.upos == Upos::Noun || before.upos == Upos::Propn || before.upos == Upos::Adj || before.upos == Upos::Det || before.upos == Upos::Num || before.upos == Upos::Part
                || before.upos == Upos::Pron || m_text.form(first - 1) == u"of" || m_text.form(first - 1) == u"and";
            if (!isPart)
                break;
            --first;
        }
        return first;
    }

    /// Where the report that the verb makes ends: the end of the sentence, or the comma that closes an inserted one
    /// (", a nurse said on Monday, "). Nothing where what follows is no end of a report.
    std::optional<int> endOfReport(int verb)
    {
        if (mayFollowReport(verb))
            return m_end;
        constexpr int kLongestTime = 4;
        for (int index = verb + 1; index < m_end && index <= verb + kLongestTime + 1; ++index) {
            if (m_text.form(index) == u"," || m_text.form(index) == u";")
                return index;
            const bool isOfTime = token(index).upos == Upos::Adp || token(index).upos == Upos::Propn || token(index).upos == Upos::Adv || (token(index).upos == Upos::Noun && index > verb + 1);
            if (!isOfTime)
                return std::nullopt;
        }
        return std::nullopt;
    }

    /// "..., a source informed on Tuesday": read as a participle, but sources tell and are not told.
    bool isSourceTelling(int verb)
    {
        const bool isParticiple = token(verb).upos == Upos::Verb && token(verb).xpos == Xpos::Vbn && token(verb).deprel == Deprel::Acl && token(verb).head == verb - 1;
        if (!isParticiple || m_lists.contains(u"speech_acts", lemma(verb)) || (verb + 1 < m_end && lower(verb + 1) == QLatin1String("by")))
            return false;
        const auto source = m_lists.value(u"origin_nouns", lemma(verb - 1));
        const auto columns = m_lists.columns(u"reporting_verbs", lemma(verb));
        const bool isSpeech = columns && (columns->value(1) == QLatin1String("speech") || columns->value(1) == QLatin1String("address"));
        return isSpeech && source && *source != QLatin1String("document");
    }

    /// "..., reports The Harbour Gazette.": a finite report without a subject, then a name and no more.
    void closeWithInvertedReport()
    {
        int end = m_end;
        while (end > m_first && isMark(end - 1))
            --end;
        int first = end;
        while (first > m_first && (isNominal(first - 1) || token(first - 1).upos == Upos::Det || token(first - 1).upos == Upos::Adj || form(first - 1) == u"of"))
            --first;
        const int verb = first - 1;
        if (verb <= m_first + 2 || first == end || end - first > 8 || token(end - 1).upos != Upos::Propn || !isFinite(verb) || !isReporting(verb) || form(verb - 1) != u"," || !token(verb).head)
            return;
        const int root = rootBefore(verb);
        if (root < 0)
            return;
        int name = end - 1;
        while (token(name).head && *token(name).head >= first && *token(name).head < end)
            name = *token(name).head;
        attach(name, verb, Deprel::Nsubj);
        attach(verb, root, Deprel::Parataxis);
    }

    void detachReport()
    {
        for (int verb = m_end - 1; verb > m_first + 2; --verb) {
            if (!(isFinite(verb) || isSourceTelling(verb)) || !isReporting(verb))
                continue;
            const int first = beginOfReporter(verb);
            if (first == verb || first <= m_first || !isMark(first - 1) || m_text.form(first - 1) == u"(" || !isNominal(verb - 1))
                continue;
            const std::optional<int> end = endOfReport(verb);
            const int root = rootBefore(first);
            if (!end || root < 0 || isBelow(root, verb) || hasReport(verb, first))
                continue;
            detach(verb, first, *end, root);
            return;
        }
    }

    /// "..., Bo Ek, head of the harbour office, told reporters": the reporter stands before the comma's description.
    /// "..., a man who ran to help told the Gazette": before the clause that describes him.
    void detachDescribedReporter()
    {
        for (int verb = m_end - 1; verb > m_first + 4; --verb) {
            const bool isTorn = token(verb).xpos == Xpos::Vbn && token(verb).deprel == Deprel::Xcomp; // "a man who ran to help told ..."
            if (!(isFinite(verb) || isTorn) || !isReporting(verb) || hasSubject(verb) || !endOfReport(verb))
                continue;
            const std::optional<int> noun = form(verb - 1) == u"," ? nounBeforeApposition(verb - 1) : antecedentOfTeller(verb);
            if (!noun)
                continue;
            const int first = beginOfReporter(*noun + 1);
            if (first <= m_first || !isMark(first - 1))
                continue;
            const int head = headOfPhrase(first, *noun + 1);
            if (hasReport(verb, first)) { // what is reported is there, only the reporter hangs elsewhere
                if (!isBelow(verb, head))
                    attach(head, verb, Deprel::Nsubj);
                return;
            }
            const int root = rootBefore(first);
            if (root < 0 || isBelow(root, verb) || isBelow(root, *noun))
                continue;
            attach(head, verb, Deprel::Nsubj);
            attach(verb, root, Deprel::Parataxis);
            for (int index = *noun + 1; index < verb; ++index) {
                const std::optional<int> above = token(index).head;
                if (above && *above != verb && (*above < first || *above > verb) && !isMark(index))
                    attach(index, head, Deprel::Appos);
            }
            return;
        }
    }

    /// The last noun before the comma that opens the description which `comma` closes.
    std::optional<int> nounBeforeApposition(int comma)
    {
        int index = comma - 1;
        while (index > m_first && comma - index < 14 && isInPhrase(index))
            --index;
        return index > m_first && comma - index > 1 && form(index) == u"," && isNominal(index - 1) ? std::optional(index - 1) : std::nullopt;
    }

    /// The noun that "who ran" describes, where the report was read as a part of that clause.
    std::optional<int> antecedentOfTeller(int verb)
    {
        const bool isTorn = token(verb).deprel == Deprel::Xcomp || token(verb).deprel == Deprel::Conj || token(verb).deprel == Deprel::Ccomp;
        if (!token(verb).head)
            return std::nullopt;
        const int above = *token(verb).head;
        const bool isIn = isTorn && above < verb && token(above).deprel == Deprel::AclRelcl && token(above).head && *token(above).head < above && !childOf(verb, Deprel::Cc, verb);
        return isIn ? token(above).head : std::nullopt;
    }

    int headOfPhrase(int first, int end)
    {
        int head = end - 1;
        while (token(head).head && *token(head).head >= first && *token(head).head < end)
            head = *token(head).head;
        return head;
    }

    /// "X left, the agency reported, accompanied by Y": the participle is X's, unless it is whom the agency cites.
    void freeParticiples()
    {
        for (int index = m_first + 1; index < m_end; ++index) {
            const bool isParticiple = (token(index).xpos == Xpos::Vbn || token(index).xpos == Xpos::Vbg) && token(index).deprel == Deprel::Advcl && token(index).head;
            if (!isParticiple || m_text.form(index - 1) != u"," || lemma(index) == QLatin1String("cite") || lemma(index) == QLatin1String("quote"))
                continue;
            const int verb = *token(index).head;
            const bool isReport = token(verb).deprel == Deprel::Parataxis && verb < index && token(verb).head && m_lists.contains(u"reporting_verbs", lemma(verb));
            if (isReport)
                token(index).head = token(verb).head;
        }
    }

    /// The tree already has what is reported below the verb.
    bool hasReport(int verb, int first)
    {
        for (int index = m_first; index < first; ++index) {
            if (token(index).head == verb && (token(index).deprel == Deprel::Ccomp || token(index).deprel == Deprel::Csubj))
                return true;
        }
        return false;
    }

    /// Makes [first, end) a report beside the root, and leaves nothing outside hanging inside.
    void detach(int verb, int first, int end, int root)
    {
        const int subject = verb - 1;
        const auto isInside = [&](int index) { return index >= first && index < end; };
        for (int index = m_first; index < m_end; ++index) {
            const std::optional<int> head = token(index).head;
            if (!isInside(index) && head && isInside(*head))
                attach(index, root, isMark(index) ? Deprel::Punct : token(index).deprel);
            else if (index >= first && index < subject && (!head || *head < first || *head >= verb))
                attach(index, subject, token(index).upos == Upos::Det ? Deprel::Det : token(index).upos == Upos::Adj ? Deprel::Amod : Deprel::Compound);
            else if (index > verb && isInside(index) && head && !isInside(*head))
                attach(index, isMark(index) ? root : verb, isMark(index) ? Deprel::Punct : token(index).deprel);
        }
        attach(subject, verb, Deprel::Nsubj);
        attach(verb, root, Deprel::Parataxis);
    }

};

} // namespace

void repairReports(model::AnnotatedText &text, const model::Sentence &sentence, const language::WordLists &lists)
{
    ReportRepairer(text, sentence, lists).repair();
}

} // namespace variorum::extraction
