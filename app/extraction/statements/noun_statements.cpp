// Facts that stand in a noun phrase.
//
//     With 21 crates aboard, the dark green boat made its first trip to Moss, the nearest port, since 2019.
//     with-phrase "21 crates aboard", attribute "the dark green boat", act "its first trip to Moss", apposition "Moss, the nearest port"
//
// Such a fact can be told in a clause elsewhere ("the boat is green", "it carried 21 crates"), so it must be able to
// stand against one. Only what can differ between accounts counts: acts with an owner, an order, a place or a time;
// numbers and measures; the adjectives of `observable_adjectives`; appositions of more than a name.

#include "extraction/statements/noun_statements.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::Upos;

class NounFactFinder {
public:
    NounFactFinder(const SentenceTree &tree, const std::vector<Clause> &clauses, const FieldContext &context)
        : m_tree(tree), m_clauses(clauses), m_context(context)
    {
    }

    std::vector<NounFact> find()
    {
        if (m_tree.firstToken() == m_tree.endToken())
            return {};
        const base::TextSpan all{m_tree.token(m_tree.firstToken()).span.begin, m_tree.token(m_tree.endToken() - 1).span.end};
        for (const model::QuantityMention *quantity : m_context.quantitiesIn(all))
            addCounted(*quantity);
        for (int index = m_tree.firstToken(); index < m_tree.endToken(); ++index) {
            if (m_tree.upos(index) != Upos::Noun && m_tree.upos(index) != Upos::Propn)
                continue;
            addWithPhrase(index);
            addLack(index);
            if (isEventPhrase(m_tree, index) && !isClauseHead(index))
                add(index, m_tree.nounPhrase(index, true), QStringLiteral("phrase of another event"));
            addAct(index);
            addApposition(index);
            addAttribute(index);
        }
        std::stable_sort(m_found.begin(), m_found.end(), [](const NounFact &one, const NounFact &other) { return one.range.first < other.range.first; });
        return std::move(m_found);
    }

private:
    bool isClauseHead(int index) const
    {
        return std::any_of(m_clauses.begin(), m_clauses.end(), [&](const Clause &clause) { return clause.head == index || clause.content() == index; });
    }

    void add(int noun, SentenceTree::Range range, const QString &rule)
    {
        const auto isOwnCase = [&](int index) { return m_tree.deprel(index) != Deprel::Case || m_tree.head(index) == noun; }; // not the "at" of "at least four"
        while (range.first < noun && (m_tree.isPunctuation(range.first) || (m_tree.isOneOf(range.first, {Deprel::Case, Deprel::Mark, Deprel::Cc}) && isOwnCase(range.first))))
            ++range.first;
        while (range.end - 1 > noun && (m_tree.isPunctuation(range.end - 1) || m_tree.isOneOf(range.end - 1, {Deprel::Cc})))
            --range.end;
        const bool isKnown = std::any_of(m_found.begin(), m_found.end(), [&](const NounFact &other) { return other.range.first == range.first && other.range.end == range.end; });
        if (!isKnown && range.end - range.first >= 2)
            m_found.push_back({noun, range, rule});
    }

    /// The noun that a number or a measure belongs to.
    std::optional<int> countedNoun(const model::QuantityMention &quantity) const
    {
        const SentenceTree::Range range = tokensAt(m_context.text(), quantity.place.span);
        if (range.first < m_tree.firstToken() || range.end > m_tree.endToken() || range.end <= range.first)
            return std::nullopt;
        int index = range.end - 1;
        for (int step = 0; step < 6; ++step) {
            const auto above = m_tree.head(index);
            const bool isInside = index >= range.first && index < range.end;
            const bool isModifier = m_tree.isOneOf(index, {Deprel::Nummod, Deprel::Amod, Deprel::Compound, Deprel::NmodUnmarked, Deprel::OblUnmarked, Deprel::Advmod, Deprel::Det, Deprel::Nmod, Deprel::Flat, Deprel::Goeswith, Deprel::Conj, Deprel::Appos});
            const bool isNoun = m_tree.upos(index) == Upos::Noun || m_tree.upos(index) == Upos::Propn;
            if (isNoun && !isInside && !m_tree.isOneOf(index, {Deprel::Compound, Deprel::Amod, Deprel::NmodUnmarked, Deprel::OblUnmarked}))
                return index;
            const bool isUnit = isInside && !quantity.value.unit.isEmpty();
            if (!above || !(isModifier || isUnit))
                return isNoun && isInside ? std::optional(index) : std::nullopt;
            index = *above;
        }
        return std::nullopt;
    }

    /// "At least four people (were killed)": how many of whom is what the clause says; alone it could be anyone.
    bool isBarePeople(int noun) const
    {
        static const QStringList kAnyone{QStringLiteral("people"), QStringLiteral("person"), QStringLiteral("man"), QStringLiteral("woman"), QStringLiteral("other")};
        const bool isArgument = m_tree.isOneOf(noun, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter, Deprel::Obj});
        return isArgument && kAnyone.contains(m_tree.lemma(noun)) && std::any_of(m_clauses.begin(), m_clauses.end(), [&](const Clause &clause) {
            constexpr int kShort = 8;
            return m_tree.head(noun) == clause.content() && clause.range.first <= noun && noun < clause.range.end && clause.range.end - clause.range.first <= kShort;
        });
    }

    void addCounted(const model::QuantityMention &quantity)
    {
        if (quantity.value.isOrdinal)
            return;
        const auto noun = countedNoun(quantity);
        if (!noun || isClauseHead(*noun) || m_tree.upos(*noun) == Upos::Verb)
            return;
        if (isBarePeople(*noun))
            return;
        SentenceTree::Range range = m_tree.nounPhrase(*noun, false);
        if (range.end - range.first <= 3 && m_tree.lemma(range.first) == QLatin1String("the")) // "the two sides" counts nothing new
            return;
        const SentenceTree::Range number = tokensAt(m_context.text(), quantity.place.span);
        if (number.first >= range.end && number.first - range.end <= 2) // "a crater of 100 metres"
            range.end = number.end;
        if (number.first < range.first || number.end > range.end)
            range = {std::min(range.first, number.first), std::max(range.end, number.end)};
        if (range.end - range.first <= 12)
            add(*noun, range, QStringLiteral("counted noun"));
    }

    bool isAct(int noun) const
    {
        const QString lemma = m_tree.lemma(noun);
        return m_tree.upos(noun) == Upos::Noun && m_context.lexicon().isKindOf(lemma, u"event", 1, 1) && !m_context.lexicon().isKindOf(lemma, u"time period", 1, 1);
    }

    bool hasDetail(int noun, const SentenceTree::Range &range) const
    {
        const base::TextSpan span = m_tree.span(range);
        if (!m_context.timesIn(span).empty() || !m_context.quantitiesIn(span).empty() || m_tree.child(noun, {Deprel::NmodPoss}))
            return true;
        for (const int below : m_tree.childrenOf(noun, {Deprel::Nmod, Deprel::Amod, Deprel::Nummod})) {
            const QString lemma = m_tree.lemma(below);
            if (m_tree.deprel(below) == Deprel::Nmod && m_tree.preposition(below) != QLatin1String("of") && m_context.entityAt(below))
                return true;
            if (m_context.lists().contains(u"hedges", lemma) || lemma == QLatin1String("first") || lemma == QLatin1String("last") || lemma == QLatin1String("recent"))
                return true;
        }
        return false;
    }

    void addAct(int noun)
    {
        if (!isAct(noun) || isClauseHead(noun) || m_tree.isOneOf(noun, {Deprel::Compound, Deprel::NmodPoss}))
            return;
        const SentenceTree::Range range = m_tree.nounPhrase(noun, true);
        if (range.end - range.first >= 3 && hasDetail(noun, range))
            add(noun, range, QStringLiteral("noun of an act"));
    }

    void addAttribute(int noun)
    {
        if (isClauseHead(noun) || isName(noun) || m_tree.isOneOf(noun, {Deprel::Compound, Deprel::Flat}))
            return;
        for (const int below : m_tree.childrenOf(noun, {Deprel::Amod, Deprel::Compound})) {
            if (!m_context.lists().contains(u"observable_adjectives", m_tree.lemma(below)))
                continue;
            add(noun, m_tree.nounPhrase(noun, false), QStringLiteral("noun with an attribute"));
            return;
        }
    }

    void addApposition(int noun)
    {
        if (m_tree.deprel(noun) != Deprel::Appos || m_tree.upos(noun) != Upos::Noun || !m_tree.head(noun) || isClauseHead(noun))
            return;
        const SentenceTree::Range own = m_tree.nounPhrase(noun, true);
        const SentenceTree::Range above = m_tree.nounPhrase(*m_tree.head(noun), false);
        if (own.end - own.first < 2 || above.end > own.first || own.first - above.end > 1)
            return;
        add(noun, {above.first, own.end}, QStringLiteral("apposition"));
    }

    /// A part of a name tells nothing: the "White" of a house, the "two" of a street.
    bool isName(int noun) const
    {
        const model::Mention *mention = m_context.mentionAt(noun);
        return mention && !mention->isPronoun && m_tree.upos(noun) == Upos::Propn;
    }

    /// "without signs of life", "with no survivors": what was not there.
    void addLack(int noun)
    {
        const auto determiner = m_tree.child(noun, {Deprel::Det});
        const bool isNone = m_tree.preposition(noun) == QLatin1String("with") && determiner && m_tree.lemma(*determiner) == QLatin1String("no");
        if (!isNone && m_tree.preposition(noun) != QLatin1String("without"))
            return;
        SentenceTree::Range range = m_tree.nounPhrase(noun, true);
        const auto preposition = m_tree.child(noun, {Deprel::Case});
        if (preposition && *preposition < range.first && range.first - *preposition == 1)
            range.first = *preposition;
        m_found.push_back({noun, range, QStringLiteral("what is not there")});
    }

    /// "with two men on board", "with its olive paint"
    void addWithPhrase(int noun)
    {
        if (m_tree.preposition(noun) != QLatin1String("with") || m_tree.isOneOf(noun, {Deprel::Compound}) || isClauseHead(noun) || isName(noun))
            return;
        SentenceTree::Range range = m_tree.nounPhrase(noun, true);
        // What can be counted or seen; "with knowledge of the trip" tells nothing that could differ.
        const std::vector<int> modifiers = m_tree.childrenOf(noun, {Deprel::Amod, Deprel::Compound});
        const bool isSeen = std::any_of(modifiers.begin(), modifiers.end(), [&](int below) { return m_context.lists().contains(u"observable_adjectives", m_tree.lemma(below)); });
        const bool hasContent = isSeen || m_tree.child(noun, {Deprel::Nummod}) || !m_context.quantitiesIn(m_tree.span(range)).empty();
        if (hasContent && range.end - range.first >= 3)
            add(noun, range, QStringLiteral("with-phrase"));
    }

    const SentenceTree &m_tree;
    const std::vector<Clause> &m_clauses;
    const FieldContext &m_context;
    std::vector<NounFact> m_found;
};

} // namespace

std::vector<NounFact> findNounFacts(const SentenceTree &tree, const std::vector<Clause> &clauses, const FieldContext &context)
{
    return NounFactFinder(tree, clauses, context).find();
}

} // namespace variorum::extraction
