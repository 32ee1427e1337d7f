// Quantities of one claim. A conflict needs one act, or one thing measured, and nothing that tells of two rows:
//
//     "sank with 187 people" / "178 were aboard"          conflict
//     "54 games" / "157 games"                            nothing: fragments, and no clause around them tells of one act
//     "his first 17 passes" / "29 passes"                 nothing: some of them, and all
//     "three DUI convictions" / "two theft convictions"   nothing: other kinds
//     "six are dead and nine" / "nine people"             nothing: a bare number beside a counted one counts something else

#include "comparison/divergences/acts.h"
#include "comparison/divergences/count_words.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/one_count.h"
#include "comparison/divergences/revisions.h"
#include "comparison/divergences/rivals.h"
#include "model/names.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::DivergenceKind;
using model::Slot;
using model::SlotRole;

namespace {

constexpr double kTogether = 0.3; // likelihood from which parts of one whole are of one whole in the world, too
constexpr double kEnumerated = 3; // up to the third, things are told one by one
constexpr double kSameRow = 0.6; // likeness of statements whose ordinals count in one row

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

bool isBareCount(const model::QuantityValue &value) { return value.counted.isEmpty() && !isMeasure(value) && !value.isOrdinal && !value.isFraction; }

/// Of one act, a number without a noun counts what the other one counts: "40 people were injured", "43 were injured".
std::pair<model::QuantityValue, model::QuantityValue> withSharedNoun(model::QuantityValue one, model::QuantityValue other, const Alignment &alignment, const StoryMaterial &material)
{
    if (alignment.predicateLikeness < material.weights.related || one.isOrdinal || other.isOrdinal || isMeasure(one) || isMeasure(other))
        return {one, other};
    // Of "a man and two women died", "three" counts them all.
    static constexpr std::array<QStringView, 9> kSomeOfAll = {u"woman", u"man", u"child", u"boy", u"girl", u"baby", u"infant", u"teenager", u"adult"};
    QString noun = !one.counted.isEmpty() ? one.counted : !other.counted.isEmpty() ? other.counted : QStringLiteral("people");
    if (std::find(kSomeOfAll.begin(), kSomeOfAll.end(), noun) != kSomeOfAll.end())
        noun = QStringLiteral("people");
    if (isBareCount(one) && isPerson(noun, material))
        one.counted = noun;
    if (isBareCount(other) && isPerson(noun, material))
        other.counted = noun;
    return {one, other};
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

/// A conflict of two counts by their nouns and clauses: is it carried? The numbers are those of withSharedNoun().
bool isCarriedByClauses(const model::QuantityValue &left, const model::QuantityValue &right, const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    using language::WordClass;
    const StatementView &leftClause = clauseOf(material.view(one.statement), material);
    const StatementView &rightClause = clauseOf(material.view(other.statement), material);
    if ((isPerson(left.counted, material) || isPerson(right.counted, material)) && !countPeopleOfOneAct(leftClause, rightClause, material))
        return false;
    const bool isLow = std::min(left.value.value_or(0), right.value.value_or(0)) <= kEnumerated;
    if (left.isOrdinal && (isLow || alignment.score < kSameRow))
        return false; // "first trip since May", "10th trip": other rows; a second and a third marriage: both may have been
    if (tellsAbility(leftClause) != tellsAbility(rightClause))
        return false;
    const auto isAnyone = [](const QString &noun) { return noun == QLatin1String("people") || noun == QLatin1String("person"); };
    const bool arePeople = isPerson(left.counted, material) && isPerson(right.counted, material) && (isAnyone(left.counted) || isAnyone(right.counted));
    const bool sameNoun = arePeople || left.counted == right.counted || material.knowledge.areSynonyms(left.counted, right.counted, WordClass::Noun);
    if (!sameNoun) // "two thieves", "three raiders" of one break-in
        return material.knowledge.areRelated(left.counted, WordClass::Noun, right.counted, WordClass::Noun) && standInOneAct(leftClause, rightClause, material);
    const bool arePartsOfOne = alignment.likelihood >= kTogether && sharePartsOfOneWhole(one, other, material);
    return arePartsOfOne || alignment.score >= material.weights.strongPair || alignment.predicateLikeness >= material.weights.samePredicate;
}

/// "charged with two counts of theft and one count of fraud" says the two itself, whatever its one is held against.
bool givesTheSame(const Comparand &wanted, const Comparand &beside, const StoryMaterial &material)
{
    const std::vector<Slot> &slots = material.view(beside.statement).statement->slots;
    return std::any_of(slots.begin(), slots.end(), [&](const Slot &slot) {
        const bool isOther = slot.quantity && !slot.span.overlaps(beside.evidence) && slot.quantity->counted == wanted.slot->quantity->counted && !slot.quantity->counted.isEmpty();
        return isOther && compareQuantities(*slot.quantity, *wanted.slot->quantity, material.knowledge, material.convert).relation == Relation::Same;
    });
}

Outcome compareTwo(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const auto [left, right] = withSharedNoun(*one.slot->quantity, *other.slot->quantity, alignment, material);
    const bool stand = standForEachOther(one, other, alignment, material);
    Outcome outcome = compareQuantities(left, right, material.knowledge, material.convert);
    if (outcome.relation == Relation::Unknown && stand)
        outcome = compareInSamePlace(left, right);
    if (isAtRevision(one, other, material)) // what is around is the same, but the words replaced may tell of some and of all
        return outcome.relation != Relation::Conflict || selectionOf(one, material) == selectionOf(other, material) ? outcome : Outcome{};
    if (outcome.relation == Relation::Unknown || rateOf(one, material) != rateOf(other, material))
        return Outcome{}; // "500 a month", "6,000 a year"
    const StatementView &leftClause = clauseOf(material.view(one.statement), material);
    const StatementView &rightClause = clauseOf(material.view(other.statement), material);
    if (outcome.relation == Relation::Conflict) {
        const bool areOfOneKind = selectionOf(one, material) == selectionOf(other, material) && !countOtherKinds(one, other, material);
        const bool isOnlyThat = stand && alignment.sameWords.gaps.size() == 1;
        if (!areOfOneKind || givesTheSame(one, other, material) || givesTheSame(other, one, material) || canBothBeRight(one, other, stand, isOnlyThat, material) || (!stand && !mayCountOneThing(one, other, material)))
            return Outcome{};
        if (!material.knowledge.fateOf(leftClause.statement->predicate) && sharePartsOfOneWhole(one, other, material))
            outcome.rule = kPartsOfOneWhole;
    }
    if (isMeasure(left))
        return stand || measureSame(one, other, alignment, material) ? outcome : Outcome{};
    if (isBackground(leftClause, material) != isBackground(rightClause, material))
        return Outcome{};
    if (stand && left.isOrdinal == right.isOrdinal && tellsAbility(leftClause) == tellsAbility(rightClause))
        return outcome;
    return outcome.relation != Relation::Conflict || isCarriedByClauses(left, right, one, other, alignment, material) ? outcome : Outcome{};
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
        const Outcome outcome = compareTwo(one, other, alignment, material);
        return outcome.relation == Relation::Unknown ? compareRivalCounts(one, other, alignment, material) : outcome;
    });
    return kind;
}

} // namespace variorum::comparison
