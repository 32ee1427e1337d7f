// Two values that exclude each other make no conflict where the words around them tell of two things: all else that is told
// differently beside the value is looked at.
//
//     "the driver of the lorry was not hurt" / "the driver of the car was hurt"    two drivers: one noun with other nouns on it
//     "the suspect has not been charged" / "the suspect's brother has been"       his brother is someone else
//     "did not attend the funeral" / "attended the wedding"                       two acts: nothing on the verb may be one
//     "rose by 4% in Europe" / "rose by 11% in Asia"                              two places
//     "lost 12 soldiers on Monday" / "has lost 340 this year"                     two stretches of time
//     "was to start on Monday" / "started on Wednesday"                           perhaps: a plan, and what became of it
//     "false reports that 40 had died" / "eleven died"                            the one says itself that it was not so
//
// Words that may mean one thing ("ferry" and "vessel", a noun and a name) never tell apart.

#include "comparison/divergences/told_apart.h"

#include "comparison/claims/meanings.h"
#include "comparison/divergences/acts.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/one_count.h"
#include "comparison/values/proper_names.h"
#include "comparison/values/times.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::Slot;
using model::SlotRole;
using model::StatementWord;

namespace {

template<size_t count>
bool isOneOf(QStringView word, const std::array<QStringView, count> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

using Places = std::vector<size_t>;

/// One of the two values with the clause around it.
struct Side {
    const StatementView &view;
    const model::Statement &statement;
    const base::SharedVector<StatementWord> &words;
    base::TextSpan evidence;

    [[nodiscard]] const StatementWord &word(size_t place) const { return words[place]; }
    [[nodiscard]] bool hangsOnPredicate(size_t place) const { return words[place].head && statement.predicateSpan.overlaps(words[static_cast<size_t>(*words[place].head)].span); }
    [[nodiscard]] bool isTold(size_t place) const { return evidence.overlaps(words[place].span) && !evidence.contains(statement.place.span); }
    [[nodiscard]] bool isTime(size_t place) const
    {
        return std::any_of(statement.slots.begin(), statement.slots.end(), [&](const Slot &slot) { return slot.time && slot.span.overlaps(words[place].span); });
    }
};

Side sideOf(DivergenceKind kind, const Comparand &comparand, const StoryMaterial &material)
{
    const StatementView &own = material.view(comparand.statement);
    const StatementView &view = kind == DivergenceKind::Polarity || kind == DivergenceKind::Certainty ? own : clauseOf(own, material);
    return {view, *view.statement, view.statement->words, comparand.evidence};
}

bool isNominal(const StatementWord &word) { return word.upos == model::Upos::Noun || word.upos == model::Upos::Propn; }

bool isAnyone(const QString &noun)
{
    static constexpr std::array<QStringView, 16> kAnyone = {u"people", u"person", u"man", u"woman", u"victim", u"suspect", u"official", u"authority", u"one", u"resident", u"passenger", u"local", u"others", u"other", u"individual", u"number"};
    return isOneOf(noun, kAnyone);
}

/// Compares words of the two sides.
class Words {
public:
    enum class Likeness {
        OfMeaning, ///< "sales" and "turnover" may be one
        OfKind, ///< not "funeral" and "wedding", but "car" and "lorry", which news tells one vehicle with
        Strict, ///< neither
    };

    Words(const StoryMaterial &material, Likeness likeness) : m_material(material), m_likeness(likeness) {}

    [[nodiscard]] bool mayBeOne(const StatementWord &one, const StatementWord &other) const
    {
        if ((one.lemma == QLatin1String("he") && other.lemma == QLatin1String("she")) || (one.lemma == QLatin1String("she") && other.lemma == QLatin1String("he")))
            return false;
        if (one.lemma == other.lemma || !isNominal(one) || !isNominal(other))
            return true; // of a pronoun or a number nobody knows
        if (one.entity && other.entity)
            return *one.entity == *other.entity || !areOtherNames(m_material.entity(*one.entity), m_material.entity(*other.entity));
        if (one.entity || other.entity)
            return !isPersonAndThing(one, other) && !isPersonAndThing(other, one);
        if (one.upos != other.upos && (!m_material.knowledge.vectorOf(one.lemma) || !m_material.knowledge.vectorOf(other.lemma)))
            return true; // a name, and what it may be of
        if (m_material.knowledge.areAntonyms(one.lemma, other.lemma, language::WordClass::Noun))
            return false; // "women", "men"
        if (isPerson(one.lemma, m_material) && isPerson(other.lemma, m_material) && (isAnyone(one.lemma) || isAnyone(other.lemma)))
            return true;
        return mayMeanOne(one.lemma, other.lemma);
    }

    /// Both have some, and none of the one's may be any of the other's.
    [[nodiscard]] bool areAllOthers(const Side &left, const Places &ones, const Side &right, const Places &others) const
    {
        return !ones.empty() && !others.empty() && std::none_of(ones.begin(), ones.end(), [&](size_t one) {
            return std::any_of(others.begin(), others.end(), [&](size_t other) { return mayBeOne(left.word(one), right.word(other)); });
        });
    }

private:
    /// "Ida Lund was announced", "the results will be announced".
    [[nodiscard]] bool isPersonAndThing(const StatementWord &named, const StatementWord &noun) const
    {
        const bool isNamed = named.entity && named.upos == model::Upos::Propn && m_material.entity(*named.entity).kind == model::EntityKind::Person;
        return isNamed && !noun.entity && noun.upos == model::Upos::Noun && m_material.knowledge.vectorOf(noun.lemma) && !isPerson(noun.lemma, m_material) && !m_material.knowledge.isKindOf(noun.lemma, u"social group");
    }

    [[nodiscard]] bool areOtherNames(const model::Entity &one, const model::Entity &other) const
    {
        const auto isWithin = [&](const QString &outer, const QString &inner) { return m_material.placesWithin.contains({nameKey(outer), nameKey(inner)}); };
        return !isWithin(one.name, other.name) && !isWithin(other.name, one.name);
    }

    [[nodiscard]] bool mayMeanOne(const QString &one, const QString &other) const
    {
        using language::WordClass;
        constexpr int kSteps = 5;
        constexpr double kAlike = 0.5;
        const LexicalKnowledge &knowledge = m_material.knowledge;
        if (m_likeness != Likeness::Strict && knowledge.areRelated(one, WordClass::Noun, other, WordClass::Noun))
            return true;
        if (knowledge.areSynonyms(one, other, WordClass::Noun) || knowledge.isHypernym(one, other, WordClass::Noun, kSteps)
            || knowledge.isHypernym(other, one, WordClass::Noun, kSteps))
            return true;
        if (m_likeness != Likeness::OfMeaning)
            return false;
        const auto left = knowledge.vectorOf(one);
        const auto right = knowledge.vectorOf(other);
        return m_material.likeness.ofWords(one, WordClass::Noun, other, WordClass::Noun) > 0 || (left && right && language::cosine(*left, *right) >= kAlike);
    }

    const StoryMaterial &m_material;
    Likeness m_likeness;
};

/// Words on the predicate in one of the relations, but for the compared value itself and for times.
Places argumentsOf(const Side &side, std::initializer_list<Deprel> relations)
{
    Places found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        const bool fits = std::find(relations.begin(), relations.end(), side.word(place).deprel) != relations.end();
        if (fits && side.hangsOnPredicate(place) && !side.isTold(place) && !side.isTime(place) && !side.statement.predicateSpan.overlaps(side.word(place).span))
            found.push_back(place);
    }
    return found;
}

Places subjectsOf(const Side &side) { return argumentsOf(side, {Deprel::Nsubj, Deprel::OblAgent}); }

/// What is acted on, in the active or the passive.
Places objectsOf(const Side &side) { return argumentsOf(side, {Deprel::Obj, Deprel::NsubjPass}); }

Places obliquesOf(const Side &side) { return argumentsOf(side, {Deprel::Obl}); }

Places subjectWordsOf(const Side &side) { return argumentsOf(side, {Deprel::Nsubj, Deprel::NsubjPass}); }

QString caseOf(const Side &side, size_t noun);

/// "in the hills", "on punt returns", wherever the tree hangs it.
Places framesOf(const Side &side)
{
    static constexpr std::array<QStringView, 7> kFraming = {u"in", u"on", u"at", u"among", u"for", u"to", u"during"};
    Places found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        if (isNominal(side.word(place)) && !side.isTold(place) && !side.isTime(place) && isOneOf(caseOf(side, place), kFraming))
            found.push_back(place);
    }
    return found;
}

QString caseOf(const Side &side, size_t noun)
{
    const auto found = std::find_if(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return word.deprel == Deprel::Case && word.head && static_cast<size_t>(*word.head) == noun; });
    return found == side.words.end() ? QString() : found->lemma;
}

/// Nouns and names that hang on the noun in the relation, with the preposition.
Places modifiersOf(const Side &side, size_t noun, Deprel relation, const QString &preposition)
{
    Places found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        const StatementWord &word = side.word(place);
        const bool hangs = word.head && static_cast<size_t>(*word.head) == noun && word.deprel == relation && isNominal(word);
        if (hangs && !side.isTold(place) && caseOf(side, place) == preposition)
            found.push_back(place);
    }
    return found;
}

/// Of all nouns that hang on the noun; empty for one without.
std::set<QString> prepositionsOn(const Side &side, size_t noun)
{
    std::set<QString> found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        if (side.word(place).head && static_cast<size_t>(*side.word(place).head) == noun)
            found.insert(caseOf(side, place));
    }
    return found;
}

/// "the first bomb", "another fire", "the co-driver": which of several.
bool tellsWhichOf(const StatementWord &word)
{
    static constexpr std::array<QStringView, 16> kWhich = {u"second", u"third", u"fourth", u"fifth", u"another", u"other", u"next", u"previous", u"former", u"deputy", u"vice", u"assistant", u"acting", u"opposite", u"rival", u"neighbouring"};
    return isOneOf(word.lemma, kWhich) && (word.deprel == Deprel::Amod || word.deprel == Deprel::Det || word.deprel == Deprel::Compound || word.deprel == Deprel::Nummod);
}

bool isSingledOut(const Side &side, size_t noun)
{
    return std::any_of(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return word.head && static_cast<size_t>(*word.head) == noun && tellsWhichOf(word); });
}

/// "called to a second shooting": one of several, of which the other clause knows nothing.
bool tellsOfAnother(const Side &side)
{
    static constexpr std::array<QStringView, 5> kOrdinals = {u"second", u"third", u"fourth", u"fifth", u"another"};
    return std::any_of(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return isOneOf(word.lemma, kOrdinals) && tellsWhichOf(word) && !side.evidence.overlaps(word.span); });
}

/// "new" and "old", "older" and "younger" on one noun.
bool haveOppositeAdjectives(const Side &left, size_t one, const Side &right, size_t other, const LexicalKnowledge &knowledge)
{
    const auto adjectives = [](const Side &side, size_t noun) {
        QStringList found;
        for (const StatementWord &word : side.words) {
            if (word.deprel == Deprel::Amod && word.head && static_cast<size_t>(*word.head) == noun)
                found.append(word.lemma);
        }
        return found;
    };
    const QStringList ones = adjectives(left, one);
    const QStringList others = adjectives(right, other);
    return std::any_of(ones.cbegin(), ones.cend(), [&](const QString &adjective) {
        return !others.contains(adjective) && std::any_of(others.cbegin(), others.cend(), [&](const QString &with) { return knowledge.areAntonyms(adjective, with, language::WordClass::Adjective); });
    });
}

/// Does the noun carry the clause, or the compared value?
bool isOfClause(const Side &side, size_t place) { return isNominal(side.word(place)) && !side.isTime(place) && (side.hangsOnPredicate(place) || side.isTold(place)); }

/// "the upper house", "the lower house"; "the finance minister", "the interior minister": perhaps two of a kind.
bool haveOtherAdjectives(const Side &left, const Side &right, const StoryMaterial &material)
{
    const auto wordsOn = [](const Side &side, size_t noun) {
        QStringList found;
        for (const StatementWord &word : side.words) {
            if ((word.deprel == Deprel::Amod || word.deprel == Deprel::Compound) && word.head && static_cast<size_t>(*word.head) == noun && !word.entity && !side.evidence.overlaps(word.span))
                found.append(word.lemma);
        }
        return found;
    };
    const auto differ = [&](size_t one, size_t other) {
        const QStringList ones = wordsOn(left, one);
        const QStringList others = wordsOn(right, other);
        return left.word(one).lemma == right.word(other).lemma && !ones.isEmpty() && !others.isEmpty() && std::none_of(ones.cbegin(), ones.cend(), [&](const QString &word) {
            return std::any_of(others.cbegin(), others.cend(), [&](const QString &with) { return material.likeness.ofWords(word, std::nullopt, with, std::nullopt) > 0; });
        });
    };
    const Places ones = subjectWordsOf(left);
    const Places others = subjectWordsOf(right);
    return std::any_of(ones.begin(), ones.end(), [&](size_t one) { return std::any_of(others.begin(), others.end(), [&](size_t other) { return differ(one, other); }); });
}

/// One noun of both clauses, of which each tells another one: "the driver of the lorry", "the driver of the car".
bool areNounsToldApart(const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    for (size_t one = 0; one < left.words.size(); ++one) {
        for (size_t other = 0; isOfClause(left, one) && other < right.words.size(); ++other) {
            if (!isOfClause(right, other) || left.word(one).lemma != right.word(other).lemma)
                continue;
            if (isSingledOut(left, one) != isSingledOut(right, other) || haveOppositeAdjectives(left, one, right, other, material.knowledge))
                return true;
            for (const Deprel relation : {Deprel::Nmod, Deprel::NmodPoss, Deprel::Compound}) {
                for (const QString &preposition : prepositionsOn(left, one)) {
                    if (words.areAllOthers(left, modifiersOf(left, one, relation, preposition), right, modifiersOf(right, other, relation, preposition)))
                        return true;
                }
            }
        }
    }
    return false;
}

/// "the suspect", "the suspect's brother"; "the pilot", "the co-pilot".
bool isSomeoneOfTheOther(const Side &left, const Places &ones, const Side &right, const Places &others)
{
    const auto isOf = [](const Side &inner, size_t one, const Side &outer, size_t other) {
        if (inner.word(one).lemma == outer.word(other).lemma || !isNominal(inner.word(one)) || !isNominal(outer.word(other)))
            return false;
        if (outer.word(other).lemma == QLatin1String("co-") + inner.word(one).lemma)
            return true;
        return std::any_of(outer.words.begin(), outer.words.end(), [&](const StatementWord &word) {
            const bool hangs = word.head && static_cast<size_t>(*word.head) == other && (word.deprel == Deprel::NmodPoss || word.deprel == Deprel::Nmod);
            return hangs && word.lemma == inner.word(one).lemma;
        });
    };
    return std::any_of(ones.begin(), ones.end(), [&](size_t one) {
        return std::any_of(others.begin(), others.end(), [&](size_t other) { return isOf(left, one, right, other) || isOf(right, other, left, one); });
    });
}

/// "in Europe", "in Asia".
bool areOfOtherPlaces(const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    const auto placesIn = [&material](const Side &side) {
        Places found = obliquesOf(side);
        std::erase_if(found, [&](size_t place) { return !side.word(place).entity || material.entity(*side.word(place).entity).kind == model::EntityKind::Person || (caseOf(side, place) != QLatin1String("in") && caseOf(side, place) != QLatin1String("at")); });
        return found;
    };
    return words.areAllOthers(left, placesIn(left), right, placesIn(right));
}

/// "on Monday", "this year": figures of two stretches.
bool areOfOtherStretches(const Side &left, const Side &right)
{
    constexpr qint64 kLong = 2 * 86400; // seconds
    const auto isDate = [](const Slot &slot) { return slot.time && slot.role == SlotRole::Time && slot.time->kind == model::TimeKind::Date && slot.time->from && slot.time->to; };
    const auto isLong = [](const Slot &slot) { return slot.time->from->secsTo(*slot.time->to) > kLong; };
    return std::any_of(left.statement.slots.begin(), left.statement.slots.end(), [&](const Slot &one) {
        return isDate(one) && std::any_of(right.statement.slots.begin(), right.statement.slots.end(), [&](const Slot &other) {
            if (!isDate(other))
                return false;
            const Relation relation = compareTimesAsTold(*one.time, one.text, *other.time, other.text).relation;
            return relation == Relation::Conflict || ((isLong(one) || isLong(other)) && relation != Relation::Same);
        });
    });
}

/// "worldwide", "each": the one counts in another frame than the other.
bool areOfOtherScope(const Side &left, const Side &right)
{
    static constexpr std::array<QStringView, 14> kScopes = {u"worldwide", u"nationwide", u"globally", u"nationally", u"statewide", u"countrywide", u"abroad", u"each", u"every", u"apiece", u"average", u"monthly", u"daily", u"combined"};
    const auto scopesIn = [](const Side &side) {
        QStringList found;
        for (const StatementWord &word : side.words) {
            if (isOneOf(word.lemma, kScopes))
                found.append(word.lemma);
        }
        return found;
    };
    return scopesIn(left) != scopesIn(right);
}

/// "before the rise", "originally": how it was, not how it is.
bool isOfEarlier(const Side &side)
{
    static constexpr std::array<QStringView, 6> kEarlier = {u"before", u"previously", u"originally", u"formerly", u"initially", u"ago"};
    return std::any_of(side.words.begin(), side.words.end(), [](const StatementWord &word) { return isOneOf(word.lemma, kEarlier); });
}

/// "was to start", "will visit", "are expected to", "forecasters expect".
bool isForeseen(const Side &side, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 10> kForeseeing = {u"expect", u"forecast", u"predict", u"plan", u"estimate", u"hope", u"project", u"schedule", u"aim", u"intend"};
    const auto foresees = [](const StatementView &view) { return isOneOf(view.statement->predicate, kForeseeing); };
    const model::Certainty certainty = side.statement.certainty;
    if (certainty == model::Certainty::Planned || certainty == model::Certainty::Possible || foresees(side.view) || foresees(outerOf(side.view, material)))
        return true;
    for (size_t place = 1; place < side.words.size(); ++place) { // "was to cost"
        const bool isVerb = side.statement.predicateSpan.overlaps(side.word(place).span) && side.word(place - 1).lemma == QLatin1String("to");
        if (isVerb && place > 1 && side.word(place - 2).lemma == QLatin1String("be"))
            return true;
    }
    return false;
}

/// The sentence that the statement stands in.
base::TextSpan sentenceSpan(const Side &side, const StoryMaterial &material)
{
    static const QRegularExpression kEnd(QStringLiteral("[.!?]\\s|\\n"));
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(side.view.article)], side.statement.place.field);
    const base::TextSpan &span = side.statement.place.span;
    const qsizetype before = text.first(span.begin).lastIndexOf(kEnd);
    const qsizetype behind = text.indexOf(kEnd, span.end);
    const qsizetype begin = before < 0 ? 0 : before + 1;
    return {begin, behind < 0 ? text.size() : behind};
}

QString sentenceOf(const Side &side, const StoryMaterial &material)
{
    const base::TextSpan span = sentenceSpan(side, material);
    return model::textOf(*material.articles[static_cast<size_t>(side.view.article)], side.statement.place.field).sliced(span.begin, span.length());
}

std::optional<double> valueOf(const Comparand &comparand)
{
    const model::QuantityValue *value = comparand.quantity ? &*comparand.quantity : comparand.slot && comparand.slot->quantity ? &*comparand.slot->quantity : nullptr;
    return value && value->unit.isEmpty() ? value->value : std::nullopt;
}

/// "earlier reports that 40 had died were false".
bool saysItWasNotSo(const Side &side, const StoryMaterial &material)
{
    static const QRegularExpression kFalse(QStringLiteral("\\b(false|falsely|wrongly|mistakenly|erroneously|untrue|incorrectly|hoax)\\b"), QRegularExpression::CaseInsensitiveOption);
    return sentenceOf(side, material).contains(kFalse);
}

bool isRumour(const Side &side, const StoryMaterial &material)
{
    static const QRegularExpression kRumour(QStringLiteral("\\b(rumou?rs?|rumou?red|social media|speculation)\\b"), QRegularExpression::CaseInsensitiveOption);
    return sentenceOf(side, material).contains(kRumour);
}

/// "4 million in 2029", "5 million in 2030": a stretch of more than a few days.
bool isStretch(const Slot &slot)
{
    constexpr qint64 kLong = 2 * 86400; // seconds
    return slot.time && (slot.time->kind == model::TimeKind::Duration || (slot.time->from && slot.time->to && slot.time->from->secsTo(*slot.time->to) > kLong));
}

/// "rose by 3% in a year", "by 0.4% in a month": of two stretches with two figures each has its own.
bool haveOwnFigures(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const StoryMaterial &material)
{
    return one.slot && other.slot && isStretch(*one.slot) && isStretch(*other.slot) && countOthers(left.statement, right.statement, material);
}

/// "157 passengers and six crew" / "163 people": with what the sentence counts beside, the lesser makes the greater.
bool makesTheOther(const Comparand &lesser, const Comparand &greater, const Side &side, const StoryMaterial &material)
{
    constexpr double kSlack = 0.5;
    constexpr double kLeast = 8; // small numbers make each other up by chance
    constexpr qsizetype kReach = 40; // UTF-16 units
    const std::optional<double> part = valueOf(lesser);
    const std::optional<double> whole = valueOf(greater);
    if (!part || !whole || *part >= *whole || *whole < kLeast)
        return false;
    const base::TextSpan sentence = sentenceSpan(side, material);
    const base::TextSpan around{std::max(sentence.begin, lesser.evidence.begin - kReach), std::min(sentence.end, lesser.evidence.end + kReach)};
    return std::any_of(material.views.begin(), material.views.end(), [&](const StatementView &view) {
        const bool isNear = view.article == side.view.article && view.statement->place.field == side.statement.place.field && sentence.contains(view.span());
        return isNear && std::any_of(view.statement->slots.begin(), view.statement->slots.end(), [&](const Slot &slot) {
                   const bool isCount = slot.quantity && slot.quantity->value && slot.quantity->unit.isEmpty() && !slot.quantity->isOrdinal && !slot.span.overlaps(lesser.evidence) && around.contains(slot.span);
                   return isCount && std::abs(*part + *slot.quantity->value - *whole) < kSlack;
               });
    });
}

/// "two days after the break-in": when, not how long.
bool isOffset(const Comparand &comparand, const Side &side)
{
    static constexpr std::array<QStringView, 8> kOffsets = {u"after", u"before", u"later", u"earlier", u"ago", u"since", u"into", u"from"};
    const auto next = std::find_if(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return word.span.begin >= comparand.evidence.end; });
    return comparand.slot && comparand.slot->time && comparand.slot->time->kind == model::TimeKind::Duration && next != side.words.end() && isOneOf(next->lemma, kOffsets);
}

/// "I'm not disappointed", "I am disappointed", each said by someone, are of two speakers unless the sentence is one; and of what
/// is an "it" that stands for nothing told nobody knows.
bool speakOfThemselves(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const StoryMaterial &material)
{
    const auto isSelf = [](const Side &side) {
        const Places subjects = subjectWordsOf(side);
        return std::any_of(subjects.begin(), subjects.end(), [&side](size_t place) {
            const StatementWord &word = side.word(place);
            const bool isThing = !word.entity && (word.lemma == QLatin1String("it") || word.lemma == QLatin1String("this") || word.lemma == QLatin1String("that"));
            return isThing || word.lemma == QLatin1String("i") || word.lemma == QLatin1String("we");
        });
    };
    const Alignment *alignment = material.alignment(one.statement, other.statement);
    return (isSelf(left) || isSelf(right)) && !(alignment && alignment->sameWords.areSame);
}

/// "nobody has ever": so far, and so of what was before.
bool tellsOfEver(const Side &side)
{
    return std::any_of(side.words.begin(), side.words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("ever"); });
}

bool isAge(const Comparand &comparand) { return comparand.slot && comparand.slot->quantity && comparand.slot->quantity->unit == QLatin1String("a"); }

/// "nine of 40 samples", "two of 30 samples"; "212 votes to 180", "61 votes to 39": each counts twice, and nothing alike.
bool areCountedInOtherRows(const Comparand &one, const Side &left, const Side &right)
{
    const QString counted = one.slot && one.slot->quantity ? one.slot->quantity->counted : QString();
    const auto numbersIn = [&counted](const Side &side) {
        std::set<double> found;
        for (const Slot &slot : side.statement.slots) {
            if (slot.quantity && slot.quantity->value && slot.quantity->unit.isEmpty() && !slot.quantity->isOrdinal && (slot.quantity->counted == counted || slot.quantity->counted.isEmpty()))
                found.insert(*slot.quantity->value);
        }
        return found;
    };
    const std::set<double> ones = numbersIn(left);
    const std::set<double> others = numbersIn(right);
    return !counted.isEmpty() && ones.size() > 1 && others.size() > 1 && std::none_of(ones.begin(), ones.end(), [&others](double number) { return others.contains(number); });
}

/// "has earned": so far, in all. Not "had earned".
bool isSoFar(const Side &side, const StoryMaterial &material)
{
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(side.view.article)], side.statement.place.field);
    return std::any_of(side.words.begin(), side.words.end(), [&](const StatementWord &word) {
        const bool helps = word.deprel == Deprel::Aux && word.lemma == QLatin1String("have") && word.head && side.statement.predicateSpan.overlaps(side.word(static_cast<size_t>(*word.head)).span);
        return helps && text.sliced(word.span.begin, word.span.length()).toLower() != QLatin1String("had");
    });
}

/// "in the first quarter", "on its first weekend": a stretch that names no date.
bool tellsStretch(const Side &side)
{
    static constexpr std::array<QStringView, 6> kStretches = {u"quarter", u"half", u"weekend", u"season", u"round", u"decade"};
    for (size_t place = 0; place < side.words.size(); ++place) {
        const QString preposition = isOneOf(side.word(place).lemma, kStretches) ? caseOf(side, place) : QString();
        if (!side.isTold(place) && (preposition == QLatin1String("in") || preposition == QLatin1String("on") || preposition == QLatin1String("during")))
            return true;
    }
    return false;
}

bool tellsDay(const Side &side)
{
    return tellsStretch(side) || std::any_of(side.statement.slots.begin(), side.statement.slots.end(), [](const Slot &slot) { return slot.time && slot.role == SlotRole::Time; });
}

/// "has won 14 titles", "has won three this year": all of it, and what was in some stretch.
bool isOneOfAll(const Side &left, const Side &right, const StoryMaterial &material)
{
    return (isSoFar(left, material) || isSoFar(right, material)) && tellsDay(left) != tellsDay(right);
}

/// "unemployment among the young", "unemployment".
bool areSharesOfOthers(const Comparand &one, const Side &left, const Side &right)
{
    static constexpr std::array<QStringView, 5> kShares = {u"among", u"in", u"of", u"for", u"on"};
    const auto prepositions = [](const Side &side) {
        std::set<QString> found;
        for (size_t place = 0; place < side.words.size(); ++place) {
            if (!side.isTime(place) && isOneOf(caseOf(side, place), kShares))
                found.insert(caseOf(side, place));
        }
        return found;
    };
    return one.slot && one.slot->quantity && one.slot->quantity->unit == QLatin1String("%") && prepositions(left) != prepositions(right);
}

/// They count under two nouns, and those who act are others, too: "the navy captured 23 pirates", "pirates captured 22 fishermen".
bool areCountedByOthers(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words)
{
    const bool areOtherNouns = one.slot && other.slot && one.slot->quantity && other.slot->quantity && one.slot->quantity->counted != other.slot->quantity->counted;
    return areOtherNouns && left.statement.predicate == right.statement.predicate && words.areAllOthers(left, subjectsOf(left), right, subjectsOf(right));
}

ToldApart apartInFigures(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    if (areOfOtherStretches(left, right) || (tellsStretch(left) != tellsStretch(right) && tellsDay(left) == tellsDay(right)) || areOfOtherScope(left, right) || areOfOtherPlaces(left, right, words, material) || areCountedByOthers(one, other, left, right, words) || areCountedInOtherRows(one, left, right))
        return ToldApart::Surely;
    const Words strict(material, Words::Likeness::OfKind);
    const auto things = [&material](const Side &side) {
        Places found = subjectWordsOf(side);
        std::erase_if(found, [&](size_t place) { return isPerson(side.word(place).lemma, material); });
        return found;
    };
    const bool isOfFate = !one.key.isEmpty(); // the dead are the dead, wherever each tells they died
    if (!isOfFate && (strict.areAllOthers(left, things(left), right, things(right)) || strict.areAllOthers(left, framesOf(left), right, framesOf(right)) || strict.areAllOthers(left, objectsOf(left), right, objectsOf(right))))
        return ToldApart::Surely;
    if (makesTheOther(one, other, left, material) || makesTheOther(other, one, right, material))
        return ToldApart::Surely;
    const bool isDoubtful = isOfEarlier(left) != isOfEarlier(right) || isOneOfAll(left, right, material) || areSharesOfOthers(one, left, right) || haveOtherAdjectives(left, right, material);
    return isDoubtful ? ToldApart::Perhaps : ToldApart::No;
}

/// "closed for two days", "in Berg for ten minutes": lengths of what is named otherwise.
bool areLengthsOfOthers(const Comparand &one, const Side &left, const Side &right, const StoryMaterial &material)
{
    const Words strict(material, Words::Likeness::OfKind);
    const bool isLength = one.slot && one.slot->time && one.slot->time->kind == model::TimeKind::Duration;
    return isLength && (strict.areAllOthers(left, subjectWordsOf(left), right, subjectWordsOf(right)) || strict.areAllOthers(left, obliquesOf(left), right, obliquesOf(right)));
}

bool areTimesApart(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    return haveOwnFigures(one, other, left, right, material) || polarityOf(left.statement) != polarityOf(right.statement) || isOffset(one, left) != isOffset(other, right)
        || words.areAllOthers(left, subjectWordsOf(left), right, subjectWordsOf(right)) || areLengthsOfOthers(one, left, right, material);
}

/// "the police", "the gunman"; but what the crew did not do, the ferry did not.
bool areOtherDoers(const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    const auto ofKind = [&material](const Side &side, bool wantPeople) {
        Places found = subjectsOf(side);
        std::erase_if(found, [&](size_t place) {
            const StatementWord &word = side.word(place);
            return !word.entity && isNominal(word) && (isPerson(word.lemma, material) || material.knowledge.isKindOf(word.lemma, u"social group")) != wantPeople;
        });
        return found;
    };
    const bool isMixed = ofKind(left, true).empty() != ofKind(right, true).empty();
    return !isMixed && words.areAllOthers(left, subjectsOf(left), right, subjectsOf(right));
}

/// "the booths were closed", "voting will close": what it befell, where nothing tells who did it.
bool areOtherThemes(const Side &left, const Side &right, const Words &words)
{
    const auto isBare = [](const Side &side) { return argumentsOf(side, {Deprel::Obj, Deprel::OblAgent, Deprel::Xcomp, Deprel::Ccomp}).empty(); };
    const auto things = [](const Side &side) {
        Places found = subjectWordsOf(side);
        std::erase_if(found, [&side](size_t place) { return !isNominal(side.word(place)) || side.word(place).entity; });
        return found;
    };
    return isBare(left) && isBare(right) && words.areAllOthers(left, things(left), right, things(right));
}

/// Whether something was so, or is planned, is held against another clause only if all on the verb may be the same.
bool areActsApart(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    return words.areAllOthers(left, objectsOf(left), right, objectsOf(right)) || areOtherThemes(left, right, words) || areOtherDoers(left, right, words, material) || words.areAllOthers(left, obliquesOf(left), right, obliquesOf(right))
        || tellsOfEver(left) != tellsOfEver(right) || isOfEarlier(left) != isOfEarlier(right) || speakOfThemselves(one, other, left, right, material);
}

/// "Witness Karl Holm", "Witness Ida Lund".
bool haveOneOfManyRoles(const Side &left, const Side &right)
{
    const auto roleBefore = [](const Side &side) {
        const auto name = std::find_if(side.words.begin(), side.words.end(), [&side](const StatementWord &word) { return word.span.overlaps(side.evidence); });
        return name == side.words.end() || name == side.words.begin() ? QString() : isHeldByMany(name->lemma) ? name->lemma : (name - 1)->lemma;
    };
    return isHeldByMany(roleBefore(left)) && roleBefore(left) == roleBefore(right);
}

} // namespace

bool isHeldByMany(const QString &role)
{
    static constexpr std::array<QStringView, 44> kMany = {u"witness", u"officer", u"resident", u"neighbour", u"neighbor", u"survivor", u"passenger", u"victim", u"lawyer", u"attorney", u"prosecutor", u"senator", u"representative", u"lawmaker", u"mp", u"councillor",
                                                         u"student", u"pupil", u"teacher", u"doctor", u"nurse", u"player", u"detective", u"sergeant", u"journalist", u"reporter", u"professor", u"researcher", u"scientist", u"expert", u"analyst", u"economist", u"farmer",
                                                         u"worker", u"fan", u"soldier", u"activist", u"actor", u"spokesman", u"spokeswoman", u"spokesperson", u"defender", u"rep.", u"sen."};
    return std::find(kMany.begin(), kMany.end(), role.section(u' ', -1)) != kMany.end();
}

ToldApart toldApart(DivergenceKind kind, const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const Side left = sideOf(kind, one, material);
    const Side right = sideOf(kind, other, material);
    const bool isAct = kind == DivergenceKind::Polarity || kind == DivergenceKind::Certainty;
    const Words words(material, isAct || kind == DivergenceKind::Attribute || isAge(one) ? Words::Likeness::OfKind : Words::Likeness::OfMeaning);
    if (isSomeoneOfTheOther(left, subjectWordsOf(left), right, subjectWordsOf(right)) || areNounsToldApart(left, right, Words(material, Words::Likeness::Strict), material))
        return ToldApart::Surely;
    if (saysItWasNotSo(left, material) != saysItWasNotSo(right, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Attribute)
        return words.areAllOthers(left, objectsOf(left), right, objectsOf(right)) ? ToldApart::Surely : ToldApart::No;
    if (isAct && areActsApart(one, other, left, right, words, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Certainty && countOthers(left.statement, right.statement, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Time && areTimesApart(one, other, left, right, words, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Quantity) {
        if (const ToldApart found = apartInFigures(one, other, left, right, words, material); found != ToldApart::No)
            return found;
    }
    if (kind == DivergenceKind::Participant && haveOneOfManyRoles(left, right))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Participant && countOthers(left.statement, right.statement, material))
        return ToldApart::Surely; // "Lund won three titles", "Brandt won five"
    if (isAct && (left.statement.rule == QLatin1String("relative clause")) != (right.statement.rule == QLatin1String("relative clause")))
        return ToldApart::Perhaps; // "customers who have installed it": some of them, whoever
    if (isAct && haveOtherAdjectives(left, right, material))
        return ToldApart::Perhaps;
    const bool isFigure = kind == DivergenceKind::Quantity || kind == DivergenceKind::Time;
    if (isFigure && tellsOfAnother(left) != tellsOfAnother(right))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Time && (haveOtherAdjectives(left, right, material) || countOthers(left.statement, right.statement, material)))
        return ToldApart::Perhaps;
    if (isFigure && isForeseen(left, material) != isForeseen(right, material))
        return ToldApart::Perhaps;
    return isRumour(left, material) != isRumour(right, material) ? ToldApart::Perhaps : ToldApart::No;
}

void softenToldApart(ComparedKind &kind, const StoryMaterial &material)
{
    const bool canTell = kind.kind == DivergenceKind::Quantity || kind.kind == DivergenceKind::Time || kind.kind == DivergenceKind::Polarity || kind.kind == DivergenceKind::Certainty || kind.kind == DivergenceKind::Participant || kind.kind == DivergenceKind::Attribute;
    if (!canTell)
        return;
    for (Edge &edge : kind.edges) {
        if (edge.outcome.relation != Relation::Conflict)
            continue;
        const ToldApart found = toldApart(kind.kind, kind.comparands[static_cast<size_t>(edge.one)], kind.comparands[static_cast<size_t>(edge.other)], material);
        if (found != ToldApart::No)
            edge.outcome.relation = found == ToldApart::Surely ? Relation::Unknown : Relation::Refinement;
    }
    std::erase_if(kind.edges, [](const Edge &edge) { return edge.outcome.relation == Relation::Unknown; });
}

} // namespace variorum::comparison
