// What must hold before two numbers that differ are called a conflict: one actor, one owner, one act or one share, and nothing that
// tells of two rows.
//
//     "his nine trips" / "he made seven trips"            one owner: may be of one thing
//     "25 points and 16 rebounds" / "22 points and nine"  no: all that is counted beside differs as well
//     "a quarter joined" / "three quarters did not"       no: both can be right
//     "14 on Monday" / "nine on Tuesday"                  likewise

#include "comparison/divergences/one_count.h"

#include "comparison/divergences/acts.h"
#include "comparison/divergences/count_words.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/rivals.h"
#include "comparison/values/times.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace variorum::comparison {

using model::Slot;
using model::SlotRole;

namespace {

constexpr double kLikely = 0.5; // from here two statements more likely than not make one claim
constexpr double kOwned = 0.7; // likelihood from which numbers of one owner's things are of one row
constexpr double kSurely = 0.85;

const model::StatementWord *wordAt(const StatementView &view, int place) { return &view.statement->words[static_cast<size_t>(place)]; }

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

/// "A quarter joined", "three quarters did not": parts of one whole that add up to it tell the same.
bool areComplements(const model::QuantityValue &one, const model::QuantityValue &other)
{
    constexpr double kSlack = 0.015; // both may be rounded
    const auto share = [](const model::QuantityValue &value) { return !value.value ? std::nullopt : value.isFraction ? value.value : value.unit == QLatin1String("%") ? std::optional(*value.value / 100.0) : std::nullopt; };
    const std::optional<double> left = share(one);
    const std::optional<double> right = share(other);
    return left && right && *left != *right && std::abs(*left + *right - 1.0) <= kSlack;
}

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

} // namespace

bool isMeasure(const model::QuantityValue &value) { return !value.unit.isEmpty() && value.unit != QLatin1String("1"); }

bool isPerson(const QString &noun, const StoryMaterial &material)
{
    return noun == QLatin1String("people") || material.knowledge.isKindOf(noun, u"person") || material.knowledge.isKindOf(noun, u"people");
}

bool isClause(const StatementView &view)
{
    const std::vector<model::StatementWord> &words = view.statement->words;
    return isVerbal(view) || std::any_of(words.begin(), words.end(), [&](const model::StatementWord &word) {
        return word.deprel == model::Deprel::Cop && word.head && view.statement->predicateSpan.overlaps(wordAt(view, *word.head)->span);
    });
}

const StatementView &clauseOf(const StatementView &view, const StoryMaterial &material) { return isClause(view) ? view : outerOf(view, material); }

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

bool canBothBeRight(const Comparand &one, const Comparand &other, bool stand, bool isOnlyThat, const StoryMaterial &material)
{
    if (areComplements(*one.slot->quantity, *other.slot->quantity) && !isOnlyThat)
        return true;
    return (!stand && (isOneDenied(one, other, material) || haveForeignSubjects(one, other, material))) || (!isOnlyThat && areOfOtherDays(one, other, material));
}

} // namespace variorum::comparison
