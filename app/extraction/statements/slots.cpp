// Who did what to whom, where, when, how many.
//
//     On Monday the crew towed two green boats from Oslo to Moss with a tug.
//     time "Monday" | agent "the crew" | quantity "two" (2 boat) | attribute "green" | patient "two green boats"
//     origin "Oslo" | destination "Moss" | manner "a tug"
//
// Relations give participants; the preposition and what the noun is (a place, a person or body, else) give the other
// roles, by the table `preposition_roles`. Times and quantities are those that the earlier steps found in the words.

#include "extraction/statements/slots.h"

#include "model/names.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

using model::Deprel;
using model::EntityKind;
using model::Slot;
using model::SlotRole;
using model::TimeKind;
using model::Upos;

enum class NounKind { Place, Body, Time, Vehicle, Else };

NounKind kindOfNoun(int noun, const SentenceTree &tree, const FieldContext &context)
{
    if (const auto entity = context.entityAt(noun)) {
        switch (context.entity(*entity).kind) {
        case EntityKind::Place: return NounKind::Place;
        case EntityKind::Person:
        case EntityKind::Organization: return NounKind::Body;
        case EntityKind::Other: break;
        }
    }
    const QString lemma = tree.lemma(noun);
    if (tree.upos(noun) == Upos::Pron)
        return NounKind::Body;
    if (const auto word = context.lists().value(u"organization_words", lemma); word == QLatin1String("place"))
        return NounKind::Place;
    for (const QStringView ancestor : {u"location", u"structure", u"geological formation", u"body of water", u"road", u"land"}) {
        if (context.lexicon().isKindOf(lemma, ancestor, 1, 1))
            return NounKind::Place;
    }
    if (context.lexicon().isKindOf(lemma, u"conveyance", 3, 1) || context.lexicon().isKindOf(lemma, u"vehicle", 1, 1))
        return NounKind::Vehicle;
    if (context.lexicon().isKindOf(lemma, u"person", 1, 1) || context.lexicon().isKindOf(lemma, u"social group", 1, 1))
        return NounKind::Body;
    return context.lexicon().isKindOf(lemma, u"time period", 1, 1) ? NounKind::Time : NounKind::Else;
}

class SlotFinder {
public:
    SlotFinder(const SentenceTree &tree, const FieldContext &context, std::vector<int> core) : m_tree(tree), m_context(context), m_core(std::move(core)) {}

    std::vector<Slot> take()
    {
        tidy(m_found);
        return std::move(m_found);
    }

    void addClause(const Clause &clause, const std::vector<Clause> &clauses)
    {
        addTimesAndQuantities();
        if (clause.antecedent)
            addCountOf(*clause.antecedent, clause.range);
        const bool isPassiveHere = isPassive(clause, m_tree);
        if (const auto subject = subjectOf(clause, clauses, m_tree))
            addWithConjuncts(isPassiveHere ? SlotRole::Patient : SlotRole::Agent, *subject, isPassiveHere ? QStringLiteral("subject of a passive") : QStringLiteral("subject"));
        else if (clause.antecedent && clause.kind == ClauseKind::Relative && !m_tree.child(clause.head, {Deprel::Obj}))
            add(SlotRole::Patient, *clause.antecedent, QStringLiteral("object that a relative clause describes"));
        for (const int verb : clause.chain)
            addDependents(verb, isPassiveHere);
        if (clause.chain.size() == 1 || m_tree.upos(clause.content()) != Upos::Verb)
            addPredicate(clause);
        addAttributes(m_core);
        if (clause.antecedent)
            addAttributes(wordsAround(*clause.antecedent, clause.range));
        for (const Clause &other : clauses) {
            if (other.kind == ClauseKind::Purpose && other.head != clause.head && m_tree.head(other.head) && inCore(*m_tree.head(other.head)) && inCore(other.head))
                addSpan(SlotRole::Purpose, other.head, m_tree.span(other.range), QStringLiteral("infinitive of purpose"));
        }
    }

    void addNoun(int noun)
    {
        addTimesAndQuantities();
        if (const auto owner = m_tree.child(noun, {Deprel::NmodPoss}))
            add(SlotRole::Agent, *owner, QStringLiteral("possessor"));
        for (const int below : m_tree.childrenOf(noun, {Deprel::Nmod, Deprel::Obl})) {
            const QString preposition = m_tree.preposition(below);
            if (preposition == QLatin1String("by"))
                addWithConjuncts(SlotRole::Agent, below, QStringLiteral("by-phrase"));
            else if (preposition == QLatin1String("of"))
                addWithConjuncts(SlotRole::Patient, below, QStringLiteral("of-phrase"));
            else
                addPhrase(below);
        }
        addAttributes(m_core);
    }

private:
    bool inCore(int index) const { return std::binary_search(m_core.begin(), m_core.end(), index); }

    bool isTime(int index) const
    {
        const base::TextSpan span = m_tree.token(index).span;
        return std::any_of(m_times.begin(), m_times.end(), [&](const model::TimeMention *time) { return time->place.span.contains(span); });
    }

    void addSpan(SlotRole role, int head, const base::TextSpan &span, const QString &rule)
    {
        Slot slot;
        slot.role = role;
        slot.span = span;
        slot.text = m_tree.textOf(span);
        slot.headLemma = m_tree.lemma(head);
        slot.rule = rule;
        m_found.push_back(slot);
    }

    void add(SlotRole role, int phraseHead, const QString &rule) { m_found.push_back(slotAt(role, phraseHead, rule, m_tree, m_context)); }

    void addWithConjuncts(SlotRole role, int phraseHead, const QString &rule)
    {
        add(role, phraseHead, rule);
        for (const int other : m_tree.childrenOf(phraseHead, {Deprel::Conj})) {
            if (m_tree.upos(other) != Upos::Verb)
                add(role, other, rule);
        }
    }

    void addTimesAndQuantities()
    {
        if (m_core.empty())
            return;
        const base::TextSpan span{m_tree.token(m_core.front()).span.begin, m_tree.token(m_core.back()).span.end};
        for (const model::TimeMention *time : m_context.timesIn(span)) {
            const SentenceTree::Range range = tokensAt(m_context.text(), time->place.span);
            if (!inCore(range.end - 1) && !inCore(range.first))
                continue;
            m_times.push_back(time);
            const bool isDuration = time->value.kind == TimeKind::Duration;
            addSpan(isDuration ? SlotRole::Duration : SlotRole::Time, range.end - 1, time->place.span, isDuration ? QStringLiteral("duration in the clause") : QStringLiteral("time in the clause"));
            m_found.back().time = time->value;
            m_found.back().value = time->value.timex; // the modifier stays in slot.time: documents give the TIMEX3 value
        }
        for (const model::QuantityMention *quantity : m_context.quantitiesIn(span)) {
            const SentenceTree::Range range = tokensAt(m_context.text(), quantity->place.span);
            if (inCore(range.first))
                addQuantity(*quantity, QStringLiteral("quantity in the clause"));
        }
    }

    void addQuantity(const model::QuantityMention &quantity, const QString &rule)
    {
        addSpan(SlotRole::Quantity, tokensAt(m_context.text(), quantity.place.span).end - 1, quantity.place.span, rule);
        m_found.back().quantity = quantity.value;
        m_found.back().value = model::printed(quantity.value);
        if (!quantity.value.counted.isEmpty())
            m_found.back().headLemma = quantity.value.counted;
    }

    /// "the 31 people who are still missing", "the 26 flights cancelled": how many they are whom the clause describes.
    void addCountOf(int antecedent, const SentenceTree::Range &clause)
    {
        SentenceTree::Range noun = m_tree.nounPhrase(antecedent, false);
        noun.first = std::max(noun.first, clause.first);
        if (noun.first > antecedent)
            return;
        for (const model::QuantityMention *quantity : m_context.quantitiesIn(m_tree.span({noun.first, antecedent + 1}))) {
            if (!inCore(tokensAt(m_context.text(), quantity->place.span).first) && !quantity->value.isOrdinal)
                addQuantity(*quantity, QStringLiteral("count of what the clause describes"));
        }
    }

    void addDependents(int verb, bool isPassiveHere)
    {
        for (const int below : m_tree.children(verb)) {
            if (!inCore(below))
                continue;
            switch (m_tree.deprel(below)) {
            case Deprel::Obj:
                addWithConjuncts(SlotRole::Patient, below, QStringLiteral("object"));
                break;
            case Deprel::Iobj:
                addWithConjuncts(SlotRole::Recipient, below, QStringLiteral("indirect object"));
                break;
            case Deprel::OblAgent:
                if (!isTime(below)) // "rescued by noon"
                    addWithConjuncts(SlotRole::Agent, below, QStringLiteral("by-phrase of a passive"));
                break;
            case Deprel::Obl:
            case Deprel::OblUnmarked:
            case Deprel::Nmod:
                if (isPassiveHere && m_tree.preposition(below) == QLatin1String("by") && !isTime(below) && kindOfNoun(below, m_tree, m_context) != NounKind::Vehicle)
                    addWithConjuncts(SlotRole::Agent, below, QStringLiteral("by-phrase of a passive"));
                else
                    addPhrase(below);
                break;
            case Deprel::Advmod:
                if (m_tree.upos(verb) == Upos::Verb || below + 1 != verb) // not the "dark" of "dark green"
                    addAdverb(below);
                break;
            default:
                break;
            }
        }
    }

    void addAdverb(int index)
    {
        const QString lemma = m_tree.lemma(index);
        const bool isGrammar = isTime(index) || m_context.lists().contains(u"hedges", lemma) || m_context.lists().contains(u"negations", lemma) || m_tree.token(index).xpos == model::Xpos::Wrb;
        static const QStringList kTies{QStringLiteral("also"), QStringLiteral("however"), QStringLiteral("then"), QStringLiteral("meanwhile"), QStringLiteral("likewise"), QStringLiteral("additionally"), QStringLiteral("still"), QStringLiteral("even"), QStringLiteral("just"), QStringLiteral("only"), QStringLiteral("ahead")};
        if (isGrammar || kTies.contains(lemma) || m_tree.upos(index) != Upos::Adv || lemma.size() < 4)
            return;
        static const QStringList kPlaces{QStringLiteral("abroad"), QStringLiteral("north"), QStringLiteral("south"), QStringLiteral("east"), QStringLiteral("west"), QStringLiteral("there"), QStringLiteral("here"), QStringLiteral("home"), QStringLiteral("overseas"), QStringLiteral("nearby"), QStringLiteral("away"), QStringLiteral("ashore"), QStringLiteral("downtown")};
        add(kPlaces.contains(lemma) ? SlotRole::Place : SlotRole::Manner, index, QStringLiteral("adverb"));
    }

    /// A prepositional phrase, by preposition and noun; then the phrases of place inside it ("in a village of Moss").
    void addPhrase(int phraseHead)
    {
        if (isTime(phraseHead) || !inCore(phraseHead) || isAttribution(m_tree, phraseHead, m_context.lists()))
            return;
        const QString preposition = m_tree.preposition(phraseHead).section(u' ', 0, 0);
        const NounKind kind = kindOfNoun(phraseHead, m_tree, m_context);
        if (const auto columns = m_context.lists().columns(u"preposition_roles", preposition)) {
            const qsizetype column = kind == NounKind::Place ? 0 : kind == NounKind::Body ? 1 : 2;
            const auto role = model::fromName<SlotRole>(columns->value(column));
            if (role && !(*role == SlotRole::Time && m_times.empty()))
                addWithConjuncts(*role, phraseHead, preposition + QStringLiteral("-phrase"));
            else if (role)
                addWithConjuncts(SlotRole::Manner, phraseHead, preposition + QStringLiteral("-phrase"));
        }
        for (const int below : m_tree.childrenOf(phraseHead, {Deprel::Nmod})) {
            if (kindOfNoun(below, m_tree, m_context) == NounKind::Place && m_tree.preposition(below) != QLatin1String("of"))
                addPhrase(below);
        }
    }

    /// A predicate that is no verb: "is a 10th trip", "was 40 metres deep", "is in Oslo".
    void addPredicate(const Clause &clause)
    {
        const int head = clause.content();
        if (clause.kind == ClauseKind::Fragment || m_tree.upos(head) == Upos::Verb || m_tree.upos(head) == Upos::Aux)
            return;
        if (!m_tree.preposition(head).isEmpty()) {
            addPhrase(head);
            return;
        }
        if (!isTime(head))
            add(SlotRole::Attribute, head, QStringLiteral("predicate"));
    }

    /// Adjectives of nouns that say how a thing looks or is made, and their coordinated fellows.
    void addAttributes(const std::vector<int> &words)
    {
        for (const int index : words) {
            if (!m_tree.isOneOf(index, {Deprel::Amod, Deprel::Compound, Deprel::Conj}) || !m_context.lists().contains(u"observable_adjectives", m_tree.lemma(index)))
                continue;
            const model::Mention *mention = m_context.mentionAt(index);
            const bool isInName = mention && !mention->isPronoun && m_tree.form(index).front().isUpper(); // "White House"
            const bool isModifier = m_tree.head(index).has_value() && !isInName && (m_tree.upos(index) == Upos::Adj || m_tree.upos(index) == Upos::Noun || m_tree.upos(index) == Upos::Verb);
            if (isModifier)
                addSpan(SlotRole::Attribute, index, attributeSpan(index), QStringLiteral("observable attribute"));
        }
    }

    /// Of the noun that a participle or relative clause describes, if they are no words of the clause's own: "the red-roofed barn, built in 1990".
    std::vector<int> wordsAround(int noun, const SentenceTree::Range &range) const
    {
        std::vector<int> words;
        const SentenceTree::Range phrase = m_tree.nounPhrase(noun, false);
        for (int index = std::max(phrase.first, range.first); index < std::min(phrase.end, range.end); ++index) {
            if (!inCore(index))
                words.push_back(index);
        }
        return words;
    }

    /// With the shade in front: "dark green", "olive green".
    base::TextSpan attributeSpan(int index) const
    {
        int first = index;
        while (first > m_tree.firstToken() && m_context.lists().value(u"observable_adjectives", m_tree.lemma(first - 1)) == QLatin1String("colour") && m_context.lists().value(u"observable_adjectives", m_tree.lemma(index)) == QLatin1String("colour"))
            --first;
        return {m_tree.token(first).span.begin, m_tree.token(index).span.end};
    }

    const SentenceTree &m_tree;
    const FieldContext &m_context;
    std::vector<int> m_core; // ascending
    std::vector<const model::TimeMention *> m_times;
    std::vector<Slot> m_found;
};

/// "the city of Seattle", "the island of Sundrey", "the village, Zhongmengchang": the place that a word for places is followed by.
std::optional<base::EntityId> namedBehind(int noun, const SentenceTree &tree, const FieldContext &context)
{
    static const QStringList kPlaces{QStringLiteral("municipality"), QStringLiteral("settlement"), QStringLiteral("administrative district"), QStringLiteral("island"), QStringLiteral("region"), QStringLiteral("village")};
    const QString lemma = tree.lemma(noun);
    if (tree.upos(noun) != Upos::Noun || std::none_of(kPlaces.begin(), kPlaces.end(), [&](const QString &kind) { return context.lexicon().isKindOf(lemma, kind, 1, 1); }))
        return std::nullopt;
    for (const int below : tree.childrenOf(noun, {Deprel::Nmod, Deprel::Appos})) {
        const auto entity = context.entityAt(below);
        const bool isNamed = tree.deprel(below) == Deprel::Appos || tree.preposition(below) == QLatin1String("of");
        if (below > noun && isNamed && entity && context.entity(*entity).kind == model::EntityKind::Place)
            return entity;
    }
    return std::nullopt;
}

} // namespace

Slot slotAt(SlotRole role, int phraseHead, const QString &rule, const SentenceTree &tree, const FieldContext &context)
{
    SentenceTree::Range range = tree.nounPhrase(phraseHead, false);
    for (const int below : tree.childrenOf(phraseHead, {Deprel::Conj, Deprel::Cc})) {
        if (below > phraseHead)
            range.end = std::min(range.end, below);
    }
    if (tree.deprel(phraseHead) == Deprel::Conj)
        range.first = std::max(range.first, std::min(phraseHead, tree.head(phraseHead).value_or(range.first) + 1));
    // A name that the tree tears apart stays whole.
    if (const model::Mention *mention = context.mentionAt(phraseHead); mention && !mention->isPronoun && mention->place.field == context.field()) {
        const SentenceTree::Range name = tokensAt(context.text(), mention->place.span);
        if (name.first >= tree.firstToken() && name.end <= tree.endToken()) {
            range.first = std::min(range.first, name.first);
            range.end = std::max(range.end, name.end);
        }
    }
    const auto isOwnCase = [&](int index) { return tree.deprel(index) != Deprel::Case || tree.head(index) == phraseHead; }; // not the "at" of "at least four"
    while (range.first < phraseHead && (tree.isPunctuation(range.first) || (tree.isOneOf(range.first, {Deprel::Cc, Deprel::Case, Deprel::Mark}) && isOwnCase(range.first))))
        ++range.first;
    Slot slot;
    slot.role = role;
    slot.span = tree.span(range);
    slot.text = tree.textOf(slot.span);
    slot.headLemma = tree.lemma(phraseHead);
    slot.rule = rule;
    // The head's own entity; not that of "Norwegian" in "Norwegian boats".
    auto entity = context.entityAt(phraseHead);
    if (!entity)
        entity = namedBehind(phraseHead, tree, context);
    if (entity && tree.upos(phraseHead) != Upos::Adj) {
        slot.entity = entity;
        slot.value = context.entity(*entity).name;
    }
    return slot;
}

void tidy(std::vector<Slot> &slots)
{
    std::stable_sort(slots.begin(), slots.end(), [](const Slot &one, const Slot &other) {
        return one.span != other.span ? one.span < other.span : one.role < other.role;
    });
    const auto isRepeat = [](const Slot &one, const Slot &other) { return one.role == other.role && one.span == other.span; };
    slots.erase(std::unique(slots.begin(), slots.end(), isRepeat), slots.end());
}

std::vector<Slot> slotsOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context)
{
    SlotFinder finder(tree, context, clause.core);
    finder.addClause(clause, clauses);
    return finder.take();
}

std::vector<Slot> slotsOfNoun(int noun, SentenceTree::Range range, const SentenceTree &tree, const FieldContext &context)
{
    std::vector<int> core;
    for (int index = range.first; index < range.end; ++index)
        core.push_back(index);
    SlotFinder finder(tree, context, std::move(core));
    finder.addNoun(noun);
    return finder.take();
}

} // namespace variorum::extraction
