// How sure, and yes or no.
//
//     The ministry denied that the bridge could not be saved.
//     possible ("could"), negative ("not"), then denied by the frame's verb -> denied, negative
//
// Every sign lends a certainty: the verb of the frame, the upper verbs of a chain ("is expected to"), modal verbs,
// adverbs ("reportedly"), a question mark, "if". The weakest wins. Polarity follows the scope of negation: a negator
// counts for the clause whose predicate, auxiliary, subject or object it stands at, not for a clause below it.

#include "extraction/statements/certainty.h"

#include "model/names.h"

#include <QStringList>
#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Certainty;
using model::Deprel;
using model::Polarity;
using model::Upos;

int weakness(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Asserted: return 0;
    case Certainty::Reported: return 1;
    case Certainty::Planned: return 2;
    case Certainty::Possible: return 3;
    case Certainty::Asked: return 4;
    case Certainty::Denied: return 5;
    }
    return 0;
}

Certainty lent(const std::optional<QString> &name)
{
    return name ? model::fromName<Certainty>(*name).value_or(Certainty::Asserted) : Certainty::Asserted;
}

bool isQuestion(const Clause &clause, const SentenceTree &tree)
{
    if (clause.kind != ClauseKind::Main && clause.kind != ClauseKind::Fragment && clause.kind != ClauseKind::Coordinate)
        return false;
    for (int index = tree.endToken() - 1; index >= tree.firstToken() && tree.isPunctuation(index); --index) {
        if (tree.form(index).contains(u'?'))
            return true;
    }
    return false;
}

class Weigher {
public:
    Weigher(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context)
        : m_clause(clause), m_clauses(clauses), m_tree(tree), m_lists(context.lists())
    {
    }

    Standing weigh(bool hasOrigins)
    {
        if (hasOrigins)
            take(Certainty::Reported);
        if (isQuestion(m_clause, m_tree))
            take(Certainty::Asked);
        takeChain();
        takeFrames();
        takeSubordinator();
        return m_standing;
    }

private:
    void take(Certainty certainty) { m_standing.certainty = weaker(m_standing.certainty, certainty); }
    void turn(int times)
    {
        if (times % 2 == 1)
            m_standing.polarity = m_standing.polarity == Polarity::Positive ? Polarity::Negative : Polarity::Positive;
    }

    void takeChain()
    {
        for (size_t place = 0; place < m_clause.chain.size(); ++place) {
            const int verb = m_clause.chain[place];
            takeHedges(verb);
            turn(countNegators(m_tree, verb, m_lists));
            if (place + 1 == m_clause.chain.size())
                break;
            if (const auto columns = m_lists.columns(u"chain_verbs", m_tree.lemma(verb))) {
                take(lent(columns->value(0)));
                turn(columns->value(1) == QLatin1String("negative") ? 1 : 0);
            }
            takeYet(verb);
        }
        sharedNegation();
        takeProgressivePlan();
    }

    /// "has yet to comment", "is yet to be found": not so far.
    void takeYet(int verb)
    {
        const bool isUpper = m_tree.lemma(verb) == QLatin1String("have") || m_tree.lemma(verb) == QLatin1String("be");
        const auto yet = m_tree.child(verb, {Deprel::Advmod});
        const bool isNotYet = (isUpper && yet && m_tree.lemma(*yet) == QLatin1String("yet")) || m_tree.lemma(verb) == QLatin1String("yet");
        turn(isNotYet ? 1 : 0);
    }

    /// "is to open": a copula before an infinitive.
    bool isArranged(int verb) const
    {
        const auto copula = m_tree.child(verb, {Deprel::Cop, Deprel::Aux});
        const auto to = m_tree.child(verb, {Deprel::Mark});
        return copula && to && m_tree.lemma(*copula) == QLatin1String("be") && *copula < *to && m_tree.lemma(*to) == QLatin1String("to") && m_tree.token(verb).xpos == model::Xpos::Vb;
    }

    /// "is to open", "is going to", "is headed to", "is set for", "is due in": a plan without an infinitive below.
    void takeProgressivePlan()
    {
        static const QStringList kPlans{QStringLiteral("head"), QStringLiteral("schedule"), QStringLiteral("slate"), QStringLiteral("due"), QStringLiteral("plan"), QStringLiteral("expect")};
        if (m_clause.chain.size() == 1 && kPlans.contains(m_tree.lemma(m_clause.head)) && m_tree.child(m_clause.head, {Deprel::Cop, Deprel::AuxPass}))
            take(Certainty::Planned);
        if (isArranged(m_clause.content()))
            take(Certainty::Planned);
    }

    /// "did not land or refuel": the second verb has no auxiliary of its own.
    void sharedNegation()
    {
        const int head = m_clause.head;
        if (m_clause.kind != ClauseKind::Coordinate || !m_tree.head(head) || m_tree.child(head, {Deprel::Aux, Deprel::Nsubj, Deprel::NsubjPass, Deprel::Cop}))
            return;
        const auto conjunction = m_tree.child(head, {Deprel::Cc});
        if (conjunction && (m_tree.lemma(*conjunction) == QLatin1String("or") || m_tree.lemma(*conjunction) == QLatin1String("nor")) && countNegators(m_tree, head, m_lists) == 0)
            turn(countNegators(m_tree, *m_tree.head(head), m_lists));
    }

    void takeHedges(int verb)
    {
        for (const int below : m_tree.children(verb)) {
            if (!m_tree.isOneOf(below, {Deprel::Aux, Deprel::Advmod, Deprel::Amod}))
                continue;
            QString key = m_tree.lemma(below);
            const QString form = m_tree.form(below).toString().toLower();
            if (m_tree.isOneOf(below, {Deprel::Aux})) // "could" has the lemma "can" in some treebanks
                key = form == QLatin1String("'ll") || form == QLatin1String("’ll") ? QStringLiteral("will") : form;
            if (const auto certainty = m_lists.value(u"hedges", key))
                take(key == QLatin1String("would") && !m_clause.frames.empty() ? Certainty::Planned : lent(certainty));
        }
        // A modal that two coordinated verbs share stands at the first.
        if (m_tree.deprel(verb) == Deprel::Conj && m_tree.head(verb) && !m_tree.child(verb, {Deprel::Aux, Deprel::Nsubj, Deprel::NsubjPass, Deprel::Cop}) && m_tree.token(verb).xpos == model::Xpos::Vb) {
            const int first = *m_tree.head(verb);
            if (first < verb)
                takeHedges(first);
        }
    }

    /// "denied that he was the source, even though the president suspected him": the writer's, whatever the tree hangs it on.
    bool isConceded() const
    {
        if (m_clause.kind != ClauseKind::Adverbial)
            return false;
        const std::vector<int> markers = m_tree.childrenOf(m_clause.head, {Deprel::Mark});
        return std::any_of(markers.begin(), markers.end(), [this](int marker) {
            const QString word = m_tree.form(marker).toString().toLower();
            return word == QLatin1String("though") || word == QLatin1String("although") || word == QLatin1String("whereas");
        });
    }

    void takeFrames()
    {
        if (isConceded())
            return;
        for (const int place : m_clause.frames) {
            const Clause &frame = m_clauses[static_cast<size_t>(place)];
            const int verb = frame.content();
            const QString lemma = m_tree.lemma(verb);
            const auto reports = m_lists.value(u"reporting_verbs", lemma);
            const Certainty certainty = lent(reports ? reports : m_lists.value(u"chain_verbs", lemma));
            // "has not confirmed that", "did not say if", "did not deny that": left open
            const bool isLeftOpen = countNegators(m_tree, verb, m_lists) % 2 == 1;
            take(isLeftOpen && certainty == Certainty::Denied ? Certainty::Possible : certainty);
            if (isLeftOpen)
                take(Certainty::Possible);
        }
        takeFrameNoun();
    }

    /// "fears that the dam will break", "its belief that"
    void takeFrameNoun()
    {
        const auto above = m_tree.head(m_clause.head);
        const bool isOfNoun = m_clause.kind == ClauseKind::Complement || (m_clause.kind == ClauseKind::Relative && subjectOf(m_clause, m_clauses, m_tree) != m_clause.antecedent);
        if (isOfNoun && above && m_tree.upos(*above) == Upos::Noun)
            take(lent(m_lists.value(u"frame_nouns", m_tree.lemma(*above))));
    }

    void takeSubordinator()
    {
        if (m_clause.kind == ClauseKind::Purpose)
            take(Certainty::Planned);
        for (const int marker : m_tree.childrenOf(m_clause.head, {Deprel::Mark, Deprel::Advmod})) {
            const QString word = m_tree.form(marker).toString().toLower();
            if (word == QLatin1String("whether") || (word == QLatin1String("if") && m_clause.kind == ClauseKind::Complement))
                take(Certainty::Asked);
            else if (word == QLatin1String("if") || word == QLatin1String("unless"))
                take(Certainty::Possible);
        }
        // "It is not known where they will meet"
        if (m_clause.parent && (m_clause.kind == ClauseKind::Complement || m_clause.kind == ClauseKind::Subject)) {
            const Clause &above = m_clauses[static_cast<size_t>(*m_clause.parent)];
            const QString lemma = m_tree.lemma(above.content());
            static const QStringList kUnknown{QStringLiteral("unknown"), QStringLiteral("unclear"), QStringLiteral("uncertain"), QStringLiteral("unconfirmed")};
            const bool isTold = lemma == QLatin1String("know") || lemma == QLatin1String("clear") || (m_lists.contains(u"reporting_verbs", lemma) && beginsAsQuestion());
            const bool isUnknown = kUnknown.contains(lemma) || (isTold && countNegators(m_tree, above.content(), m_lists) % 2 == 1);
            if (isUnknown)
                take(Certainty::Asked);
        }
        if (const auto above = m_tree.head(m_clause.head); above && isTooEarly(*above))
            take(Certainty::Asked);
    }

    /// "It is too early to say that they failed", "premature to speak of"
    bool isTooEarly(int verb) const
    {
        static const QStringList kTelling{QStringLiteral("say"), QStringLiteral("tell"), QStringLiteral("know"), QStringLiteral("judge"), QStringLiteral("conclude"), QStringLiteral("determine"), QStringLiteral("speculate")};
        const auto isForm = [this](int index, std::initializer_list<QStringView> words) {
            return index >= m_tree.firstToken() && std::any_of(words.begin(), words.end(), [&](QStringView word) { return m_tree.form(index).compare(word, Qt::CaseInsensitive) == 0; });
        };
        if (!kTelling.contains(m_tree.lemma(verb)) || !isForm(verb - 1, {u"to"}))
            return false;
        return isForm(verb - 2, {u"premature"}) || (isForm(verb - 2, {u"early", u"soon"}) && isForm(verb - 3, {u"too"}));
    }

    /// "(has not said) when the talks will begin": the question word may hang on the verb above.
    bool beginsAsQuestion() const
    {
        const int first = m_tree.subtree(m_clause.head).front();
        const auto isQuestionWord = [&](int index) { return index >= m_tree.firstToken() && (m_tree.token(index).xpos == model::Xpos::Wrb || m_tree.token(index).xpos == model::Xpos::Wp); };
        return isQuestionWord(first) || isQuestionWord(first - 1);
    }

    const Clause &m_clause;
    const std::vector<Clause> &m_clauses;
    const SentenceTree &m_tree;
    const language::WordLists &m_lists;
    Standing m_standing;
};

} // namespace

Certainty weaker(Certainty one, Certainty other)
{
    return weakness(other) > weakness(one) ? other : one;
}

Standing standingOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context, bool hasOrigins)
{
    return Weigher(clause, clauses, tree, context).weigh(hasOrigins);
}

Standing standingOfNoun(int noun, const SentenceTree &tree, const FieldContext &context)
{
    Standing standing;
    if (tree.preposition(noun) == QLatin1String("without"))
        standing.polarity = Polarity::Negative;
    for (const int below : tree.childrenOf(noun, {Deprel::Amod, Deprel::Det})) {
        if (const auto certainty = context.lists().value(u"hedges", tree.lemma(below)))
            standing.certainty = weaker(standing.certainty, lent(certainty));
        if (isNegator(tree, below, context.lists()))
            standing.polarity = Polarity::Negative;
    }
    return standing;
}

} // namespace variorum::extraction
