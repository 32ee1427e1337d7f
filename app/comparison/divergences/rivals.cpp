// Figures of two articles that answer one question, as claims/rival_figures.h finds them, held against each other.

#include "comparison/divergences/rivals.h"

#include "comparison/claims/meanings.h"
#include "comparison/divergences/acts.h"
#include "comparison/divergences/count_words.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/fates.h"
#include "comparison/divergences/one_count.h"
#include "comparison/values/times.h"

#include <algorithm>

namespace variorum::comparison {

namespace {

constexpr double kOneKind = 0.8; // of kinship
constexpr double kFew = 0.33; // of "alone": three such figures in each article

/// The fewer such figures there are, the farther apart they may be.
bool surelyRival(const Rivalry &rivalry)
{
    constexpr double kLeast = 0.06;
    return rivalry.kinship >= kOneKind && rivalry.best >= 1 && rivalry.alone >= kFew && rivalry.closeness * rivalry.alone >= kLeast;
}

const StatementView &clauseAround(const Comparand &comparand, const StoryMaterial &material)
{
    const StatementView &view = material.view(comparand.statement);
    return isVerbal(view) ? view : outerOf(view, material);
}

/// A figure by itself says nothing of what it is of: then the statements around must be of one thing.
bool haveOneContext(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    constexpr double kLikely = 0.4;
    const auto placeOf = [&material](const StatementView &view) { return static_cast<int>(&view - material.views.data()); };
    const int left = placeOf(clauseAround(one, material));
    const int right = placeOf(clauseAround(other, material));
    const Alignment *around = left == one.statement && right == other.statement ? &alignment : material.alignment(left, right);
    return around && around->plainLikelihood >= kLikely;
}

/// A large number is nobody else's, whatever it counts: "31,400", "34,000 people".
bool areLargeAndNear(const Rivalry &rivalry, const model::QuantityValue &one, const model::QuantityValue &other)
{
    constexpr double kLarge = 100;
    constexpr double kNear = 0.75;
    return rivalry.kinship > 0 && rivalry.best >= 1 && rivalry.closeness >= kNear && std::min(one.value.value_or(0), other.value.value_or(0)) >= kLarge;
}

/// The two as numbers of one thing.
Relation relationOf(model::QuantityValue one, model::QuantityValue other, const StoryMaterial &material)
{
    const bool areNamed = !one.counted.isEmpty() && !other.counted.isEmpty(); // "two girls", "three boys"; two firefighters of five people
    if (isMeasure(one) || isMeasure(other) || areNamed)
        return compareQuantities(one, other, material.knowledge, material.convert).relation;
    one.counted.clear();
    other.counted.clear();
    return compareInSamePlace(one, other).relation;
}

QString fateOf(const Comparand &comparand, const StoryMaterial &material)
{
    const model::Statement &statement = *material.view(comparand.statement).statement;
    for (const CountedWords &count : countedWordsIn(statement)) {
        if (count.span.overlaps(comparand.evidence))
            return fateAt(count.counted, statement, material.knowledge);
    }
    return {};
}

/// What the clause is about, unless the figure stands in it.
const Unit *subjectBeside(const Comparand &comparand, const StoryMaterial &material)
{
    const StatementView &view = clauseAround(comparand, material);
    const auto found = std::find_if(view.units.begin(), view.units.end(), [&](const Unit &unit) {
        const bool isBefore = unit.span.end <= view.statement->predicateSpan.begin || !view.span().contains(unit.span);
        return !unit.isPredicate && !unit.isValue && (unit.role == model::SlotRole::Agent || (unit.role == model::SlotRole::Patient && isBefore));
    });
    if (found == view.units.end() && view.statement->rule == QLatin1String("fragment")) { // "The ticket cost 40 crowns", read as a noun
        const auto first = std::find_if(view.units.begin(), view.units.end(), [](const Unit &unit) { return unit.wordClass == language::WordClass::Noun && !unit.isValue; });
        return first != view.units.end() && !first->isPredicate && !first->span.overlaps(comparand.evidence) ? &*first : nullptr;
    }
    if (found == view.units.end())
        return nullptr;
    const auto slot = std::find_if(view.statement->slots.begin(), view.statement->slots.end(), [&](const model::Slot &own) { return own.role == found->role && own.span.overlaps(found->span); });
    return slot != view.statement->slots.end() && slot->span.overlaps(comparand.evidence) ? nullptr : &*found;
}

bool isToldIn(const Unit &subject, const StatementView &view, WordLikeness &likeness)
{
    constexpr double kAlike = 0.5;
    return std::any_of(view.units.begin(), view.units.end(), [&](const Unit &unit) { return likeness.of(subject, unit) >= kAlike || nearness(subject, unit) >= kAlike; });
}

/// The words around tell that the two count different things.
bool tellOfOthers(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const StatementView &left = clauseAround(one, material);
    const StatementView &right = clauseAround(other, material);
    if (isBackground(left, material) != isBackground(right, material) || haveOtherActors(left, right) || tellsAbility(left) != tellsAbility(right))
        return true;
    if (selectionOf(one, material) != selectionOf(other, material) || countOtherKinds(one, other, material) || rateOf(one, material) != rateOf(other, material) || canBothBeRight(one, other, false, false, material))
        return true;
    if (dimensionOf(one, material) != dimensionOf(other, material))
        return true; // "210 metres long", "190 metres above the river"
    const QString leftFate = fateOf(one, material);
    const QString rightFate = fateOf(other, material);
    return leftFate != rightFate && !leftFate.isEmpty() && !rightFate.isEmpty();
}

} // namespace

bool haveForeignSubjects(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const Unit *left = subjectBeside(one, material);
    const Unit *right = subjectBeside(other, material);
    return left && right && !isToldIn(*left, clauseAround(other, material), material.likeness) && !isToldIn(*right, clauseAround(one, material), material.likeness);
}

Outcome compareRivalCounts(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    constexpr double kSurely = 0.7;
    constexpr double kCertainly = 0.85;
    const StatementView &left = material.view(one.statement);
    const StatementView &right = material.view(other.statement);
    if (left.article == right.article || alignment.likelihood < kSurely || !one.slot || !other.slot || !one.slot->quantity || !other.slot->quantity)
        return {};
    const model::QuantityValue &first = *one.slot->quantity;
    const model::QuantityValue &second = *other.slot->quantity;
    if (first.isOrdinal != second.isOrdinal || first.isFraction || second.isFraction || (relationOf(first, second, material) != Relation::Conflict && relationOf(first, second, material) != Relation::Refinement))
        return {};
    const auto isOne = [](const model::QuantityValue &value) { return !isMeasure(value) && value.value == 1.0; };
    if (isOne(first) || isOne(second) || left.statement->polarity != right.statement->polarity)
        return {};
    const Rivalry rivalry = material.figures.between(one.statement, one.slot->span, other.statement, other.slot->span);
    if ((!surelyRival(rivalry) && !areLargeAndNear(rivalry, first, second)) || tellOfOthers(one, other, material))
        return {};
    if (!haveOneContext(one, other, alignment, material))
        return {};
    constexpr double kNear = 0.15;
    const bool isConflict = relationOf(first, second, material) == Relation::Conflict && isMeasure(first) && first.unit != QLatin1String("%") && rivalry.alone >= 1 && rivalry.closeness >= kNear && alignment.likelihood >= kCertainly
        && (alignment.predicateLikeness >= material.weights.related || left.statement->predicate == right.statement->predicate) && mayCountOneThing(one, other, material);
    return {isConflict ? Relation::Conflict : Relation::Refinement, QStringLiteral("only-such-figures"), QStringLiteral("%1 / %2").arg(one.shown, other.shown)};
}

Outcome compareRivalTimes(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    constexpr double kSurely = 0.75;
    const StatementView &left = material.view(one.statement);
    const StatementView &right = material.view(other.statement);
    if (left.article == right.article || alignment.likelihood < kSurely || haveOtherActors(left, right) || isBackground(left, material) != isBackground(right, material) || left.statement->polarity != right.statement->polarity || haveForeignSubjects(one, other, material))
        return {};
    if (compareTimesAsTold(*one.slot->time, one.slot->text, *other.slot->time, other.slot->text).relation != Relation::Conflict)
        return {};
    const Rivalry rivalry = material.figures.between(one.statement, one.slot->span, other.statement, other.slot->span);
    if (!surelyRival(rivalry) || !haveOneContext(one, other, alignment, material))
        return {};
    return {Relation::Refinement, QStringLiteral("only-such-figures"), QStringLiteral("%1 / %2").arg(one.shown, other.shown)};
}

} // namespace variorum::comparison
