// Quantities of one claim. A conflict needs one act, or one thing measured, and nothing that tells of two rows:
//
//     "sank with 187 people" / "178 were aboard"          conflict
//     "54 games" / "157 games"                            nothing: fragments, and no clause around them tells of one act
//     "his first 17 passes" / "29 passes"                 nothing: some of them, and all
//     "three DUI convictions" / "two theft convictions"   nothing: other kinds
//     "six are dead and nine" / "nine people"             nothing: a bare number beside a counted one counts something else

#include "comparison/divergences/acts.h"
#include "comparison/divergences/rivals.h"
#include "comparison/divergences/count_words.h"
#include "comparison/divergences/counts.h"

#include "comparison/values/times.h"
#include "model/names.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace variorum::comparison {

using model::DivergenceKind;
using model::Slot;
using model::SlotRole;

namespace {

constexpr double kLikely = 0.5; // from here two statements more likely than not make one claim
constexpr double kTogether = 0.3; // likelihood from which parts of one whole are of one whole in the world, too
constexpr double kOwned = 0.7; // likelihood from which numbers of one owner's things are of one row
constexpr double kSurely = 0.85;
constexpr double kEnumerated = 3; // up to the third, things are told one by one
constexpr double kSameRow = 0.6; // likeness of statements whose ordinals count in one row

const model::StatementWord *wordAt(const StatementView &view, int place) { return &view.statement->words[static_cast<size_t>(place)]; }

bool isMeasure(const model::QuantityValue &value) { return !value.unit.isEmpty() && value.unit != QLatin1String("1"); }

/// Is it the same thing that the two measure? "130ft deep" and "12 inches wide" hang on other words, and neither on the act.
bool measureSame(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const QString left = governorOf(one, material);
    const QString right = governorOf(other, material);
    if (dimensionOf(one, material) != dimensionOf(other, material) && !dimensionOf(one, material).isEmpty() && !dimensionOf(other, material).isEmpty())
        return false;
    if (!left.isEmpty() && (left == right || material.knowledge.areSynonyms(left, right, language::WordClass::Noun)))
        return true;
    const auto hangsOnAct = [&material](const Comparand &comparand, const QString &governor) {
        return governor.isEmpty() || governor == material.view(comparand.statement).statement->predicate;
    };
    if (!hangsOnAct(one, left) || !hangsOnAct(other, right))
        return false; // "a 41-yard pass", "threw for 364 yards"
    return one.slot->role == other.slot->role && alignment.predicateLikeness >= material.weights.samePredicate
        && tellOfOneAct(one.statement, other.statement, alignment, material);
}

/// "are missing" as well as "vanished", but not "450 passengers".
bool isClause(const StatementView &view)
{
    const std::vector<model::StatementWord> &words = view.statement->words;
    return isVerbal(view) || std::any_of(words.begin(), words.end(), [&](const model::StatementWord &word) {
        return word.deprel == model::Deprel::Cop && word.head && view.statement->predicateSpan.overlaps(wordAt(view, *word.head)->span);
    });
}

/// The statement that a bare count stands in: "can carry 450 passengers" of "450 passengers".
const StatementView &clauseOf(const StatementView &view, const StoryMaterial &material) { return isClause(view) ? view : outerOf(view, material); }

/// A story counts its people in many ways (aboard, missing, hurt); only those of one act are held against each other.
bool countPeopleOfOneAct(const StatementView &left, const StatementView &right, const StoryMaterial &material)
{
    if (tellsAbility(left) != tellsAbility(right) || isClause(left) != isClause(right))
        return false;
    WordLikeness &likeness = material.likeness;
    double best = 0;
    for (const Unit &first : left.units) {
        for (const Unit &second : right.units) {
            if (first.isPredicate && second.isPredicate)
                best = std::max(best, likeness.of(first, second));
        }
    }
    return best >= material.weights.related;
}

bool isPerson(const QString &noun, const StoryMaterial &material)
{
    return noun == QLatin1String("people") || material.knowledge.isKindOf(noun, u"person") || material.knowledge.isKindOf(noun, u"people");
}

bool isBareCount(const model::QuantityValue &value) { return value.counted.isEmpty() && !isMeasure(value) && !value.isOrdinal && !value.isFraction; }

/// Of one act, a number without a noun counts what the other one counts: "40 people were injured", "43 were injured".
std::pair<model::QuantityValue, model::QuantityValue> withSharedNoun(model::QuantityValue one, model::QuantityValue other, const Alignment &alignment, const StoryMaterial &material)
{
    if (alignment.predicateLikeness < material.weights.related || one.isOrdinal || other.isOrdinal || isMeasure(one) || isMeasure(other))
        return {one, other};
    const QString noun = !one.counted.isEmpty() ? one.counted : !other.counted.isEmpty() ? other.counted : QStringLiteral("people");
    if (isBareCount(one) && isPerson(noun, material))
        one.counted = noun;
    if (isBareCount(other) && isPerson(noun, material))
        other.counted = noun;
    return {one, other};
}

/// The statement gives another number of the same noun or unit, which `other`'s does not: nobody knows which of the two is
/// meant. "78 of the 151 seats" and "77 of 151" share the second.
bool hasSecond(const Comparand &comparand, const Comparand &other, const StoryMaterial &material)
{
    const std::vector<Slot> &others = material.view(other.statement).statement->slots;
    const auto isShared = [&others](const Slot &second) {
        return std::any_of(others.begin(), others.end(), [&second](const Slot &slot) { return slot.quantity && slot.quantity->value == second.quantity->value && slot.quantity->unit == second.quantity->unit; });
    };
    const model::QuantityValue &value = *comparand.slot->quantity;
    const std::vector<Slot> &slots = material.view(comparand.statement).statement->slots;
    return std::any_of(slots.begin(), slots.end(), [&](const Slot &slot) {
        if (!slot.quantity || slot.span == comparand.slot->span || slot.quantity->isOrdinal != value.isOrdinal || slot.quantity->value == value.value || isShared(slot))
            return false;
        const bool arePeople = countsPeople(value, material) && countsPeople(*slot.quantity, material);
        return arePeople || (slot.quantity->unit == value.unit && slot.quantity->counted == value.counted);
    });
}

/// Do the clauses around two fragments tell of one act?
bool standInOneAct(const StatementView &left, const StatementView &right, const StoryMaterial &material)
{
    if (!isClause(left) || !isClause(right))
        return false;
    if (findSameWords(*left.statement, *right.statement).areSame)
        return true;
    const auto placeOf = [&material](const StatementView &view) { return static_cast<int>(&view - material.views.data()); };
    const Alignment *alignment = material.alignment(placeOf(left), placeOf(right));
    return alignment && alignment->likelihood >= kLikely && alignment->predicateLikeness >= material.weights.hypernym && !haveOtherActors(left, right);
}

/// "his nine trips", "he has made just seven trips": whoever is named in either or acts in the clause around.
bool areCountsOfOneOwner(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const auto ownersOf = [&material](const Comparand &comparand) {
        const StatementView &view = material.view(comparand.statement);
        std::set<qint64> owners;
        for (const model::StatementWord &word : view.statement->words) {
            if (word.entity)
                owners.insert(word.entity->value);
        }
        if (const std::optional<base::EntityId> actor = actorOf(clauseOf(view, material)))
            owners.insert(actor->value);
        return owners;
    };
    const Alignment *alignment = material.alignment(one.statement, other.statement);
    if (!alignment || alignment->likelihood < kOwned)
        return false;
    const std::set<qint64> left = ownersOf(one);
    const std::set<qint64> right = ownersOf(other);
    return std::any_of(left.begin(), left.end(), [&right](qint64 owner) { return right.contains(owner); });
}

/// One article gives several numbers of the noun, or in the unit: it counts in more rows than one.
bool isCountedInRows(const Comparand &comparand, const StoryMaterial &material)
{
    const auto row = material.rows.find({material.view(comparand.statement).article, rowOf(*comparand.slot->quantity)});
    return row != material.rows.end() && row->second.size() > 1;
}

/// The entity, or else the noun, that an age is told of.
bool areAgesOfOne(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const auto entityOf = [&material](const Comparand &comparand) -> std::optional<base::EntityId> {
        const std::vector<model::StatementWord> &words = material.view(comparand.statement).statement->words;
        for (const model::StatementWord &word : words) {
            if (comparand.evidence.contains(word.span) && word.head && words[static_cast<size_t>(*word.head)].entity)
                return words[static_cast<size_t>(*word.head)].entity;
        }
        return std::nullopt;
    };
    const std::optional<base::EntityId> left = entityOf(one);
    const std::optional<base::EntityId> right = entityOf(other);
    if (left || right)
        return !left || !right || *left == *right;
    // "16-year-old shot" beside "26-year-old fired 11 shots": of no person at all, as a tree has it
    const auto isOfPerson = [&material](const Comparand &comparand) {
        const QString governor = governorOf(comparand, material);
        return governor.isEmpty() || governor == material.view(comparand.statement).statement->predicate ? isVerbal(material.view(comparand.statement)) : isPerson(governor, material);
    };
    return isOfPerson(one) && isOfPerson(other);
}

/// The entity that acts, or else the head of what does; empty where the clause names nobody.
QString subjectOf(const StatementView &clause)
{
    if (const std::optional<base::EntityId> actor = actorOf(clause))
        return QString::number(actor->value);
    const auto agent = std::find_if(clause.statement->slots.begin(), clause.statement->slots.end(), [](const Slot &slot) { return slot.role == SlotRole::Agent; });
    return agent == clause.statement->slots.end() ? QString() : agent->headLemma;
}

bool haveOneSubject(const StatementView &one, const StatementView &other)
{
    const QString subject = subjectOf(one);
    return !subject.isEmpty() && subject == subjectOf(other);
}

/// An article counts many things; it contradicts itself where headline and text, or two clauses of one actor, tell the same
/// but the number.
bool contradictsItself(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    constexpr double kSame = 0.95;
    const StatementView &left = material.view(one.statement);
    const StatementView &right = material.view(other.statement);
    if (left.statement->place.field != right.statement->place.field || one.slot->quantity->unit == QLatin1String("a"))
        return true;
    const Alignment *alignment = material.alignment(one.statement, other.statement);
    return haveOneSubject(clauseOf(left, material), clauseOf(right, material)) && alignment && (alignment->likelihood >= kSame || alignment->sameWords.areSame);
}

/// "eight goals in 498 minutes", "two goals in 404 minutes": what is measured beside the count differs, too, so each has its own.
bool differInMeasureToo(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const std::vector<Slot> &left = clauseOf(material.view(one.statement), material).statement->slots;
    const std::vector<Slot> &right = clauseOf(material.view(other.statement), material).statement->slots;
    const model::QuantityValue &counted = *one.slot->quantity;
    const auto isApart = [&](const Slot &first, const Slot &second) {
        const bool areThings = first.quantity && !first.quantity->isOrdinal && !first.quantity->counted.isEmpty() && first.quantity->counted != counted.counted && !isPerson(first.quantity->counted, material);
        return first.quantity && second.quantity && (isMeasure(*first.quantity) || areThings) && first.quantity->unit == second.quantity->unit && first.quantity->counted == second.quantity->counted
            && compareQuantities(*first.quantity, *second.quantity, material.knowledge, material.convert).relation == Relation::Conflict;
    };
    return !isMeasure(counted) && std::any_of(left.begin(), left.end(), [&](const Slot &first) {
        return std::any_of(right.begin(), right.end(), [&](const Slot &second) { return isApart(first, second); });
    });
}

/// What must hold before numbers that differ may be two accounts of one thing.
bool mayCountOneThing(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const StatementView &left = material.view(one.statement);
    const StatementView &right = material.view(other.statement);
    const StatementView &leftClause = clauseOf(left, material);
    const StatementView &rightClause = clauseOf(right, material);
    const model::QuantityValue &value = *one.slot->quantity;
    // "Thomas has eight touchdowns on 498 rushing yards": who rushed is told by the clause around.
    const auto acting = [&material](const StatementView &clause) -> const StatementView & { return actorOf(clause) ? clause : outerOf(clause, material); };
    if (haveOtherActors(acting(leftClause), acting(rightClause)))
        return false;
    const auto isOnePerson = [&material](const Comparand &comparand) { return countsPeople(*comparand.slot->quantity, material) && comparand.slot->quantity->value == 1.0; };
    if (isOnePerson(one) != isOnePerson(other))
        return false; // "one person treated" of "at least five": one is told apart from many
    if (hasSecond(one, other, material) || hasSecond(other, one, material) || differInMeasureToo(one, other, material))
        return false;
    if (value.unit == QLatin1String("%") && !haveOneSubject(leftClause, rightClause))
        return false; // of what it is a share is seldom said twice in the same words
    if (left.article == right.article && !contradictsItself(one, other, material))
        return false;
    if (value.unit == QLatin1String("a") || !dimensionOf(one, material).isEmpty())
        return areAgesOfOne(one, other, material);
    const bool isInRows = isCountedInRows(one, material) || isCountedInRows(other, material);
    if (isClause(left) && isClause(right)) {
        const Alignment *alignment = material.alignment(one.statement, other.statement);
        return !isMeasure(value) || !isInRows || (alignment && alignment->likelihood >= kSurely && left.statement->predicate == right.statement->predicate);
    }
    return !isInRows && (standInOneAct(leftClause, rightClause, material) || areCountsOfOneOwner(one, other, material));
}

/// "the seventh victim" tells of at least seven, so not of "five victims".
Outcome compareWithOrdinal(const model::QuantityValue &ordinal, const model::QuantityValue &count, const StoryMaterial &material)
{
    const bool isLimited = count.bound == model::Bound::Exact || count.bound == model::Bound::AtMost || count.bound == model::Bound::LessThan;
    const std::optional<double> most = count.high ? count.high : count.value;
    if (!ordinal.value || !most || !isLimited || isMeasure(count) || *ordinal.value <= *most || !areCountedAlike(ordinal.counted, count.counted, material.knowledge))
        return {};
    return {Relation::Conflict, QStringLiteral("place-beyond-count"), {}};
}

} // namespace

bool isAside(const Slot &slot, const model::Statement &statement)
{
    constexpr qsizetype kComma = 2; // UTF-16 units: ", "
    if (!slot.quantity->counted.isEmpty() || !slot.quantity->unit.isEmpty())
        return false;
    const auto &words = statement.words;
    for (size_t at = 1; at < words.size(); ++at) {
        if (slot.span.overlaps(words[at].span))
            return words[at].deprel == model::Deprel::Appos || words[at].span.begin - words[at - 1].span.end >= kComma;
    }
    return false;
}

std::vector<Comparand> countsIn(int statement, const StoryMaterial &material)
{
    const StatementView &view = material.view(statement);
    std::vector<Comparand> found = slotsOf(ClaimGroup{{statement}, {}, 0}, material, [](const Slot &slot) { return slot.quantity.has_value(); });
    const StatementView &outer = outerOf(view, material);
    if (!found.empty() || &outer == &view || outer.statement->place.field != view.statement->place.field)
        return found;
    for (const Slot &slot : outer.statement->slots) {
        if (slot.quantity && slot.span.overlaps(view.span()))
            found.push_back({statement, slot.span, slot.value, &slot, {}, 0});
    }
    return found;
}

Outcome compareCounts(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    Alignment ofOneThing;
    ofOneThing.predicateLikeness = 1; // the claim says so
    const auto [left, right] = withSharedNoun(*one.slot->quantity, *other.slot->quantity, ofOneThing, material);
    if (left.isOrdinal || right.isOrdinal)
        return left.isOrdinal == right.isOrdinal ? Outcome{} : left.isOrdinal ? compareWithOrdinal(left, right, material) : compareWithOrdinal(right, left, material);
    const QString leftDimension = dimensionOf(one, material);
    const QString rightDimension = dimensionOf(other, material);
    if (isMeasure(left) && !leftDimension.isEmpty() && !rightDimension.isEmpty() && leftDimension != rightDimension)
        return {};
    return compareQuantities(left, right, material.knowledge, material.convert);
}

bool countsPeople(const model::QuantityValue &value, const StoryMaterial &material)
{
    // A digger may be a man or a machine.
    return !isMeasure(value) && isPerson(value.counted, material) && !material.knowledge.isKindOf(value.counted, u"machine");
}

namespace {

/// "A quarter joined", "three quarters did not": parts of one whole that add up to it tell the same.
bool areComplements(const model::QuantityValue &one, const model::QuantityValue &other)
{
    constexpr double kSlack = 0.015; // both may be rounded
    const auto share = [](const model::QuantityValue &value) { return !value.value ? std::nullopt : value.isFraction ? value.value : value.unit == QLatin1String("%") ? std::optional(*value.value / 100.0) : std::nullopt; };
    const std::optional<double> left = share(one);
    const std::optional<double> right = share(other);
    return left && right && *left != *right && std::abs(*left + *right - 1.0) <= kSlack;
}

/// Numbers of which one at least stands for a stretch of time prove nothing where the stretches are not the same.
bool areOtherRates(const Comparand &one, const Comparand &other, const StoryMaterial &material) { return rateOf(one, material) != rateOf(other, material); }

/// "14 on Monday", "nine on Tuesday": where the day differs as well, each may be right.
bool areOfOtherDays(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const std::vector<Slot> &left = clauseOf(material.view(one.statement), material).statement->slots;
    const std::vector<Slot> &right = clauseOf(material.view(other.statement), material).statement->slots;
    const auto isDay = [](const Slot &slot) { return slot.time && slot.role == SlotRole::Time && slot.time->kind == model::TimeKind::Date; };
    return std::any_of(left.begin(), left.end(), [&](const Slot &first) {
        return isDay(first) && std::any_of(right.begin(), right.end(), [&](const Slot &second) {
            return isDay(second) && compareTimesAsTold(*first.time, first.text, *second.time, second.text).relation == Relation::Conflict;
        });
    });
}

/// How many did it, and how many did not.
bool isOneDenied(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const auto polarity = [&material](const Comparand &comparand) { return polarityOf(*clauseOf(material.view(comparand.statement), material).statement); };
    return polarity(one) != polarity(other);
}

/// What the words tell against two numbers being of one thing, where they exclude each other.
bool countOtherThings(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const bool stand = standForEachOther(one, other, alignment, material);
    const bool isOnlyThat = stand && alignment.sameWords.gaps.size() == 1;
    if (areOtherRates(one, other, material) || selectionOf(one, material) != selectionOf(other, material) || countOtherKinds(one, other, material))
        return true;
    if (!isOnlyThat && (areComplements(*one.slot->quantity, *other.slot->quantity) || areOfOtherDays(one, other, material)))
        return true;
    return !stand && (isOneDenied(one, other, material) || haveForeignSubjects(one, other, material));
}

/// Counts that exclude each other, of one act?
Outcome provenOfCounts(const Comparand &one, const Comparand &other, const Outcome &outcome, const Alignment &alignment, const StoryMaterial &material)
{
    const auto [left, right] = withSharedNoun(*one.slot->quantity, *other.slot->quantity, alignment, material);
    const StatementView &leftClause = clauseOf(material.view(one.statement), material);
    const StatementView &rightClause = clauseOf(material.view(other.statement), material);
    if (isBackground(leftClause, material) != isBackground(rightClause, material))
        return {};
    const bool sameAbility = tellsAbility(leftClause) == tellsAbility(rightClause);
    if (sameAbility && left.isOrdinal == right.isOrdinal && standForEachOther(one, other, alignment, material))
        return outcome;
    const bool isConflict = outcome.relation == Relation::Conflict;
    if (isConflict && (isPerson(left.counted, material) || isPerson(right.counted, material)) && !countPeopleOfOneAct(leftClause, rightClause, material))
        return {};
    const bool isLow = std::min(left.value.value_or(0), right.value.value_or(0)) <= kEnumerated;
    if (left.isOrdinal && isConflict && (isLow || alignment.score < kSameRow))
        return {}; // "first trip since May", "10th trip": other rows; a second and a third marriage: both may have been
    const auto isAnyone = [](const QString &noun) { return noun == QLatin1String("people") || noun == QLatin1String("person"); };
    const bool arePeople = isPerson(left.counted, material) && isPerson(right.counted, material) && (isAnyone(left.counted) || isAnyone(right.counted));
    using language::WordClass;
    const bool sameNoun = arePeople || left.counted == right.counted || material.knowledge.areSynonyms(left.counted, right.counted, WordClass::Noun);
    const bool areRelated = !sameNoun && material.knowledge.areRelated(left.counted, WordClass::Noun, right.counted, WordClass::Noun);
    if (isConflict && areRelated && sameAbility && standInOneAct(leftClause, rightClause, material))
        return outcome; // "two thieves", "three raiders" of one break-in
    const bool arePartsOfOne = alignment.likelihood >= kTogether && sharePartsOfOneWhole(one, other, material);
    return carried(outcome, sameNoun && sameAbility && (arePartsOfOne || alignment.score >= material.weights.strongPair || alignment.predicateLikeness >= material.weights.samePredicate));
}

/// How the two stand, where the words prove that they are of one thing.
Outcome provenDifference(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const auto [left, right] = withSharedNoun(*one.slot->quantity, *other.slot->quantity, alignment, material);
    const bool stand = standForEachOther(one, other, alignment, material);
    Outcome outcome = compareQuantities(left, right, material.knowledge, material.convert);
    if (outcome.relation == Relation::Unknown && stand)
        outcome = compareInSamePlace(left, right);
    if (areOtherRates(one, other, material))
        return {};
    if (outcome.relation == Relation::Conflict) {
        if (countOtherThings(one, other, alignment, material) || (!stand && !mayCountOneThing(one, other, material)))
            return {};
        const bool mayGrow = material.knowledge.fateOf(clauseOf(material.view(one.statement), material).statement->predicate).has_value();
        if (!mayGrow && sharePartsOfOneWhole(one, other, material))
            outcome.rule = kPartsOfOneWhole;
    }
    if (isMeasure(left))
        return measureSame(one, other, alignment, material) || stand ? outcome : Outcome{};
    return provenOfCounts(one, other, outcome, alignment, material);
}

} // namespace

ComparedKind compareQuantitySlots(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Quantity;
    if (!material.weights.ideas.comparedCounts)
        return kind;
    kind.comparands = slotsOf(claim, material, [](const Slot &slot) { return slot.quantity.has_value(); });
    std::erase_if(kind.comparands, [&material](const Comparand &comparand) { return isAside(*comparand.slot, *material.view(comparand.statement).statement); });
    const std::vector<Comparand> all = kind.comparands;
    std::erase_if(kind.comparands, [&all](const Comparand &comparand) {
        return isBareCount(*comparand.slot->quantity) && std::any_of(all.begin(), all.end(), [&comparand](const Comparand &other) {
                   return other.statement == comparand.statement && !other.slot->quantity->counted.isEmpty() && !other.slot->quantity->isOrdinal;
               });
    }); // "six people are dead and nine" counts nine of something else
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const Outcome outcome = provenDifference(one, other, alignment, material);
        const bool mayBeRivals = outcome.relation == Relation::Unknown && !countOtherThings(one, other, alignment, material);
        return mayBeRivals ? compareRivalCounts(one, other, alignment, material) : outcome;
    });
    return kind;
}

} // namespace variorum::comparison
