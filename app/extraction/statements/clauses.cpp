// Cuts a sentence into clauses.
//
//     The ferry that left Oslo on Monday sank, the coastguard said on Tuesday, after it had hit a rock and burned.
//
//     main        The ferry that left Oslo on Monday sank      frames: the coastguard said on Tuesday
//     relative    The ferry that left Oslo on Monday           antecedent: ferry
//     aside       the coastguard said on Tuesday               a frame: says who says it
//     adverbial   it had hit a rock
//     coordinate  burned                                       subject: it, shared
//
// A clause's core is the subtree of its predicate without the clauses that are cut off: reports, adverbial and
// relative clauses, coordinated predicates, asides. Kept are infinitives of purpose, complements of verbs that do not
// report, and the infinitive that is the real content ("tried to land": a chain). The statement covers the stretch
// from the core's first token to its last, so a clause in the middle lies inside; clauses at either end do not.

#include "extraction/statements/clauses.h"

#include <QStringList>
#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Upos;
using model::Xpos;

constexpr std::initializer_list<Deprel> kSubjects = {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter, Deprel::Csubj, Deprel::CsubjPass, Deprel::CsubjOuter};

bool isVerbal(const SentenceTree &tree, int index)
{
    return tree.upos(index) == Upos::Verb || tree.child(index, {Deprel::Cop, Deprel::Aux, Deprel::AuxPass, Deprel::Nsubj, Deprel::NsubjPass}).has_value();
}

bool hasSubject(const SentenceTree &tree, int index) { return tree.child(index, kSubjects).has_value(); }

QString mark(const SentenceTree &tree, int index)
{
    const auto marker = tree.child(index, {Deprel::Mark});
    return marker ? tree.markerWords(*marker) : QString();
}

bool isToInfinitive(const SentenceTree &tree, int index)
{
    for (const int marker : tree.childrenOf(index, {Deprel::Mark})) {
        if (tree.lemma(marker) == QLatin1String("to") || tree.form(marker).toString().toLower() == QLatin1String("to"))
            return !hasSubject(tree, index);
    }
    return false;
}

class ClauseFinder {
public:
    ClauseFinder(const SentenceTree &tree, const FieldContext &context) : m_tree(tree), m_lists(context.lists()) {}

    std::vector<Clause> find()
    {
        for (const int root : m_tree.roots())
            walk(root, std::nullopt);
        for (size_t place = 0; place < m_clauses.size(); ++place)
            addFrames(place);
        for (Clause &clause : m_clauses)
            clause.isAct = clause.isFrame && isAct(clause);
        for (Clause &clause : m_clauses)
            cut(clause);
        return std::move(m_clauses);
    }

private:
    void walk(int index, std::optional<int> parent)
    {
        std::optional<int> here = parent;
        if (const auto kind = clauseKind(index)) {
            Clause clause;
            clause.kind = *kind;
            clause.head = index;
            clause.chain = chainFrom(index);
            clause.parent = parent;
            const bool describes = *kind == ClauseKind::Relative || *kind == ClauseKind::Participle;
            if (describes)
                clause.antecedent = m_tree.head(index);
            here = static_cast<int>(m_clauses.size());
            m_clauses.push_back(clause);
        }
        for (const int below : m_tree.children(index))
            walk(below, here);
    }

    std::optional<ClauseKind> clauseKind(int index) const
    {
        if (!m_tree.head(index)) {
            if (m_tree.isPunctuation(index))
                return std::nullopt;
            return isVerbal(m_tree, index) ? ClauseKind::Main : ClauseKind::Fragment;
        }
        const int above = *m_tree.head(index);
        switch (m_tree.deprel(index)) {
        case Deprel::Ccomp:
            return isVerbal(m_tree, index) || isReporting(above) ? std::optional(ClauseKind::Complement) : std::nullopt;
        case Deprel::Csubj:
        case Deprel::CsubjPass:
        case Deprel::CsubjOuter:
            return isVerbal(m_tree, index) ? std::optional(ClauseKind::Subject) : std::nullopt;
        case Deprel::Advcl:
        case Deprel::AdvclRelcl:
            if (isToInfinitive(m_tree, index))
                return isSubstantial(index) ? std::optional(ClauseKind::Purpose) : std::nullopt;
            if (isVerbal(m_tree, index) && isIndirectQuestion(index, above))
                return ClauseKind::Complement;
            return isVerbal(m_tree, index) && m_tree.subtree(index).size() > 1 ? std::optional(ClauseKind::Adverbial) : std::nullopt;
        case Deprel::Acl:
            if (isToInfinitive(m_tree, index))
                return isSubstantial(index) ? std::optional(ClauseKind::Purpose) : std::nullopt;
            if (hasSubject(m_tree, index))
                return ClauseKind::Complement; // "fears that the dam will break"
            return isVerbal(m_tree, index) && m_tree.subtree(index).size() > 1 ? std::optional(ClauseKind::Participle) : std::nullopt;
        case Deprel::AclRelcl:
            return isVerbal(m_tree, index) ? std::optional(ClauseKind::Relative) : std::nullopt;
        case Deprel::Parataxis:
        case Deprel::List:
        case Deprel::Dep:
        case Deprel::Discourse:
            return isVerbal(m_tree, index) && m_tree.subtree(index).size() > 1 ? std::optional(ClauseKind::Aside) : std::nullopt;
        case Deprel::Conj:
            return isCoordinateClause(index, above) ? std::optional(ClauseKind::Coordinate) : std::nullopt;
        case Deprel::Xcomp:
        case Deprel::Appos:
        case Deprel::Obl:
        case Deprel::Obj:
            // Tree errors: a word with a subject and a finite verb is a clause wherever it hangs.
            return m_tree.upos(index) == Upos::Verb && m_tree.child(index, {Deprel::Nsubj, Deprel::NsubjPass}) ? std::optional(ClauseKind::Complement) : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    /// "It remains unknown whether ...", "is not known where ...", "did not say when ...": no adverbial, whatever the
    /// tree says.
    bool isIndirectQuestion(int index, int above) const
    {
        static const QStringList kKnowing{QStringLiteral("know"), QStringLiteral("known"), QStringLiteral("unknown"), QStringLiteral("unclear"), QStringLiteral("clear"), QStringLiteral("uncertain")};
        const int first = m_tree.subtree(index).front();
        const bool isAsked = isQuestionWord(first) || (first > m_tree.firstToken() && isQuestionWord(first - 1) && m_tree.isWithin(first - 1, above));
        const auto lower = m_tree.child(above, {Deprel::Xcomp});
        const bool isKept = isReporting(above) && countNegators(m_tree, above, m_lists) % 2 == 1 && !m_tree.child(above, {Deprel::Obj, Deprel::Ccomp});
        return isAsked && (isKept || kKnowing.contains(m_tree.lemma(above)) || (lower && kKnowing.contains(m_tree.lemma(*lower))));
    }

    bool isQuestionWord(int index) const
    {
        static const QStringList kQuestions{QStringLiteral("whether"), QStringLiteral("where"), QStringLiteral("when"), QStringLiteral("how"), QStringLiteral("why"), QStringLiteral("if")};
        return kQuestions.contains(m_tree.form(index).toString().toLower());
    }

    /// A predicate beside another: not two nouns or two infinitives under one verb.
    bool isCoordinateClause(int index, int above) const
    {
        if (hasSubject(m_tree, index) && isVerbal(m_tree, index))
            return true;
        const bool isPredicate = m_tree.upos(index) == Upos::Verb || m_tree.child(index, {Deprel::Cop});
        return isPredicate && isClauseHead(above) && m_tree.subtree(index).size() > 1;
    }

    bool isClauseHead(int index) const
    {
        return std::any_of(m_clauses.begin(), m_clauses.end(), [&](const Clause &clause) {
            return clause.head == index || std::find(clause.chain.begin(), clause.chain.end(), index) != clause.chain.end();
        });
    }

    bool isSubstantial(int index) const
    {
        return m_tree.child(index, {Deprel::Obj, Deprel::Obl, Deprel::Iobj, Deprel::Ccomp, Deprel::Xcomp}).has_value();
    }

    bool isReporting(int index) const { return m_lists.contains(u"reporting_verbs", m_tree.lemma(index)); }

    /// From the predicate through "tried to", "is expected to" to the verb that says what happens.
    std::vector<int> chainFrom(int index) const
    {
        std::vector<int> chain{index};
        while (chain.size() < 6) {
            const int verb = chain.back();
            const auto below = m_tree.child(verb, {Deprel::Xcomp});
            const bool isPassiveHere = m_tree.child(verb, {Deprel::AuxPass, Deprel::NsubjPass}).has_value();
            if (!below || !m_lists.contains(u"chain_verbs", m_tree.lemma(verb)) || (m_tree.child(verb, {Deprel::Obj}) && !isPassiveHere))
                break;
            chain.push_back(*below);
        }
        return chain;
    }

    /// Does the clause say who says the complement, and no more?
    bool reports(const Clause &frame, int complement) const
    {
        const int verb = frame.content();
        if (!m_tree.isOneOf(complement, {Deprel::Ccomp, Deprel::Csubj, Deprel::CsubjPass, Deprel::Acl, Deprel::Parataxis, Deprel::Xcomp}))
            return false;
        if (m_tree.upos(verb) == Upos::Verb && isReporting(verb))
            return true;
        // "It is expected that", "it seems that"; not "the extra weight means that".
        const auto lent = m_lists.value(u"chain_verbs", m_tree.lemma(verb));
        const bool isOpinion = lent == QLatin1String("possible") || lent == QLatin1String("reported") || m_tree.child(verb, {Deprel::Expl});
        return lent && *lent != QLatin1String("asserted") && isOpinion && (m_tree.child(verb, {Deprel::Expl}) || m_tree.upos(verb) == Upos::Verb);
    }

    /// "..., the coastguard said": a report that hangs on what it reports.
    bool isHangingReport(const Clause &clause) const
    {
        const int verb = clause.content();
        if (m_tree.upos(verb) != Upos::Verb || !isReporting(verb) || m_tree.child(verb, {Deprel::Ccomp}))
            return false;
        if (clause.kind == ClauseKind::Aside)
            return hasSubject(m_tree, clause.head);
        return clause.kind == ClauseKind::Adverbial && mark(m_tree, clause.head) == QLatin1String("as") && !m_tree.child(verb, {Deprel::Obj});
    }

    /// "citing an unnamed source"
    bool isCiting(const Clause &clause) const
    {
        const QString lemma = m_tree.lemma(clause.head);
        return clause.kind == ClauseKind::Adverbial && (lemma == QLatin1String("cite") || lemma == QLatin1String("quote")) && !hasSubject(m_tree, clause.head);
    }

    void addFrames(size_t place)
    {
        Clause &clause = m_clauses[place];
        if (isHangingReport(clause) || isCiting(clause)) {
            clause.isFrame = true;
            return;
        }
        // Its own hanging reports come first; then what reports the clause that it hangs on.
        for (size_t other = place + 1; other < m_clauses.size(); ++other) {
            if (m_clauses[other].parent == static_cast<int>(place) && isHangingReport(m_clauses[other]) && m_tree.head(m_clauses[other].head) && isClauseHeadOf(clause, *m_tree.head(m_clauses[other].head)))
                clause.frames.push_back(static_cast<int>(other));
        }
        if (!clause.parent)
            return;
        Clause &above = m_clauses[static_cast<size_t>(*clause.parent)];
        if (clause.kind == ClauseKind::Complement || clause.kind == ClauseKind::Subject || clause.kind == ClauseKind::Aside) {
            const bool isDirect = m_tree.head(clause.head) && isClauseHeadOf(above, *m_tree.head(clause.head));
            if (isDirect && reports(above, clause.head) && (clause.kind != ClauseKind::Aside || !m_tree.child(above.content(), {Deprel::Ccomp, Deprel::Obj}))) {
                above.isFrame = true;
                clause.frames.push_back(*clause.parent);
            }
        }
        if (clause.kind == ClauseKind::Aside && clause.frames.empty()) {
            // "The weather was good: the sky was clear, the office said.": the report behind it covers it too.
            std::copy_if(above.frames.begin(), above.frames.end(), std::back_inserter(clause.frames), [&](int frame) {
                const Clause &report = m_clauses[static_cast<size_t>(frame)];
                return report.kind == ClauseKind::Aside && report.head > clause.head && clause.head > above.head;
            });
            return;
        }
        clause.frames.insert(clause.frames.end(), above.frames.begin(), above.frames.end());
    }

    static bool isClauseHeadOf(const Clause &clause, int index)
    {
        return std::find(clause.chain.begin(), clause.chain.end(), index) != clause.chain.end();
    }

    /// Whether a clause that hangs on another leaves its words there.
    bool staysInside(const Clause &clause, const Clause &above) const
    {
        switch (clause.kind) {
        case ClauseKind::Purpose:
        case ClauseKind::Subject:
            return !above.isFrame || above.isAct;
        case ClauseKind::Complement:
            return !above.isFrame || above.isAct || !isClauseHeadOf(above, m_tree.head(clause.head).value_or(-1));
        default:
            return false;
        }
    }

    bool isAct(const Clause &clause) const
    {
        const int verb = clause.content();
        return m_lists.contains(u"speech_acts", m_tree.lemma(verb)) || countNegators(m_tree, verb, m_lists) > 0;
    }

    void cut(Clause &clause)
    {
        std::vector<bool> taken(static_cast<size_t>(m_tree.endToken() - m_tree.firstToken()), false);
        const auto mark = [&](int index, bool value) { taken[static_cast<size_t>(index - m_tree.firstToken())] = value; };
        for (const int index : m_tree.subtree(clause.head))
            mark(index, true);
        for (const Clause &other : m_clauses) {
            const bool isBelow = other.head != clause.head && m_tree.isWithin(other.head, clause.head);
            if (!isBelow || (other.parent && staysInside(other, m_clauses[static_cast<size_t>(*other.parent)])))
                continue;
            for (const int index : m_tree.subtree(other.head))
                mark(index, false);
        }
        for (const int index : m_tree.subtree(clause.head)) {
            const bool isAttributing = m_tree.isOneOf(index, {Deprel::Obl, Deprel::Nmod, Deprel::Advcl, Deprel::Parataxis}) && isAttribution(m_tree, index, m_lists);
            if (index != clause.head && (isAttributing || isTrailingFact(index, clause))) {
                for (const int below : m_tree.subtree(index))
                    mark(below, false);
            }
        }
        for (int index = m_tree.firstToken(); index < m_tree.endToken(); ++index) {
            if (taken[static_cast<size_t>(index - m_tree.firstToken())])
                clause.core.push_back(index);
        }
        if (clause.core.empty())
            clause.core.push_back(clause.head);
        // A full stop hangs on the main predicate, far behind the core's last word.
        SentenceTree::Range stretch{clause.head, clause.head + 1};
        for (const int index : clause.core) {
            if (m_tree.isPunctuation(index))
                continue;
            stretch.first = std::min(stretch.first, index);
            stretch.end = std::max(stretch.end, index + 1);
        }
        // A report put into the clause ends it: what stands behind is mostly loose.
        for (const Clause &other : m_clauses) {
            if (!other.isFrame || other.head == clause.head || !m_tree.isWithin(other.head, clause.head))
                continue;
            const std::vector<int> words = m_tree.subtree(other.head);
            if (words.front() > clause.content() && words.back() < stretch.end)
                stretch.end = std::min(stretch.end, words.front());
        }
        clause.range = trimmed(clause, stretch);
        if (clause.antecedent)
            takeAntecedent(clause);
    }

    /// An apposition or the name of another event at the end, which makes a statement of its own: "..., the nearest
    /// port", "after a call for help from his father".
    bool isTrailingFact(int index, const Clause &clause) const
    {
        const std::vector<int> words = m_tree.subtree(index);
        const bool isApposition = m_tree.deprel(index) == Deprel::Appos && m_tree.upos(index) == Upos::Noun && words.size() >= 4 && m_tree.isPunctuation(words.front());
        if (!isApposition && !isEventPhrase(m_tree, index))
            return false;
        int last = clause.head;
        for (const int other : m_tree.subtree(clause.head))
            last = m_tree.isPunctuation(other) ? last : other;
        return words.back() + 1 >= last && words.front() > clause.head;
    }

    /// Without conjunctions, subordinators and marks at the front, and without words left over behind.
    SentenceTree::Range trimmed(const Clause &clause, SentenceTree::Range range) const
    {
        const auto isLeading = [&](int index) {
            if (index == clause.head)
                return false;
            const bool isDirect = m_tree.head(index) == clause.head;
            const bool isTo = m_tree.deprel(index) == Deprel::Mark && m_tree.lemma(index) == QLatin1String("to");
            return m_tree.isPunctuation(index) || m_tree.deprel(index) == Deprel::Cc || (m_tree.deprel(index) == Deprel::Mark && !isTo) || m_tree.deprel(index) == Deprel::Discourse
                || (isDirect && m_tree.deprel(index) == Deprel::Advmod && isConnective(index)) || (m_tree.deprel(index) == Deprel::Fixed && m_tree.head(index) && m_tree.deprel(*m_tree.head(index)) == Deprel::Mark);
        };
        while (range.first + 1 < range.end && isLeading(range.first))
            ++range.first;
        const auto isTrailing = [&](int index) {
            return index != clause.head && (m_tree.isPunctuation(index) || m_tree.isOneOf(index, {Deprel::Cc, Deprel::Mark}));
        };
        while (range.end - 1 > range.first && isTrailing(range.end - 1))
            --range.end;
        return range;
    }

    bool isConnective(int index) const
    {
        static const QStringList kConnectives{QStringLiteral("however"), QStringLiteral("meanwhile"), QStringLiteral("moreover"), QStringLiteral("therefore"), QStringLiteral("thus"),
                                              QStringLiteral("also"), QStringLiteral("but"), QStringLiteral("so"), QStringLiteral("nevertheless"), QStringLiteral("furthermore"), QStringLiteral("when"), QStringLiteral("where")};
        return kConnectives.contains(m_tree.form(index).toString().toLower());
    }

    /// "a boy who fell": the clause alone would not say who fell.
    void takeAntecedent(Clause &clause) const
    {
        const SentenceTree::Range noun = m_tree.nounPhrase(*clause.antecedent, false);
        constexpr int kLongestGap = 5;
        if (noun.first < clause.range.first && clause.range.first - noun.end <= kLongestGap && noun.end - noun.first <= 8)
            clause.range.first = noun.first;
    }

    const SentenceTree &m_tree;
    const language::WordLists &m_lists;
    std::vector<Clause> m_clauses;
};

} // namespace

std::vector<Clause> findClauses(const SentenceTree &tree, const FieldContext &context)
{
    return ClauseFinder(tree, context).find();
}

} // namespace variorum::extraction
