// Likelihood that two statements make one claim: a logistic model over a few features of the aligned pair.
//
//     A "[Berg] left [Lund] on Sunday"    B "[Berg] departed from [Lund]"
//     mean and best cover near 1, predicate 0.85, one agent, two shared names: likely
//     A "[Berg] left [Lund] on Sunday"    B "[Dahl] left the meeting"
//     predicate 1, but another agent, another object and little else aligned: unlikely
//
// The weights are learnt (see comparison_weights.tsv); no feature knows a word, a name or a story.

#include "comparison/claims/pair_features.h"

#include "model/names.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace variorum::comparison {

using model::SlotRole;

namespace {

constexpr double kManyWords = 8; // a statement of so many units counts as long
constexpr double kAlike = 0.5;

struct Cover {
    double one = 0; ///< aligned weight
    double other = 0;
    double rarest = 0; ///< greatest weight of a unit that is aligned well
    double entities = 0; ///< aligned ones, value words aside
    int words = 0; ///< aligned, value words aside
};

Cover coverOf(const StatementView &one, const StatementView &other, const Alignment &alignment)
{
    Cover cover;
    for (const AlignedUnits &pair : alignment.units) {
        const Unit &left = one.units[static_cast<size_t>(pair.one)];
        const Unit &right = other.units[static_cast<size_t>(pair.other)];
        cover.one += pair.likeness * left.weight;
        cover.other += pair.likeness * right.weight;
        if (left.isValue || right.isValue)
            continue;
        cover.rarest = std::max(cover.rarest, pair.likeness * std::min(left.weight, right.weight));
        cover.entities += left.entity && left.entity == right.entity ? std::min(left.weight, right.weight) : 0.0;
        ++cover.words;
    }
    return cover;
}

std::vector<const Unit *> unitsIn(const StatementView &view, std::initializer_list<SlotRole> roles)
{
    std::vector<const Unit *> found;
    for (const Unit &unit : view.units) {
        if (unit.role && !unit.isPredicate && !unit.isValue && std::find(roles.begin(), roles.end(), *unit.role) != roles.end())
            found.push_back(&unit);
    }
    return found;
}

/// 1 where the two sides name something alike in these roles, -1 where both name something and nothing is alike.
double agreement(const StatementView &one, const StatementView &other, std::initializer_list<SlotRole> roles, WordLikeness &likeness)
{
    const std::vector<const Unit *> left = unitsIn(one, roles);
    const std::vector<const Unit *> right = unitsIn(other, roles);
    if (left.empty() || right.empty())
        return 0;
    double best = 0;
    for (const Unit *first : left) {
        for (const Unit *second : right)
            best = std::max(best, likeness.of(*first, *second));
    }
    return best >= kAlike ? best : -1.0;
}

/// How many values (numbers with what they count, days) both give; -1 where both give some of one role and share none.
double valueAgreement(const StatementView &one, const StatementView &other)
{
    const auto valuesOf = [](const StatementView &view) {
        std::set<QString> values;
        for (const model::Slot &slot : view.statement->slots) {
            if (slot.quantity && slot.quantity->value)
                values.insert(QString::number(*slot.quantity->value) + slot.quantity->unit);
            else if (slot.time && !slot.time->timex.isEmpty())
                values.insert(slot.time->timex.left(10));
        }
        return values;
    };
    const std::set<QString> left = valuesOf(one);
    const std::set<QString> right = valuesOf(other);
    if (left.empty() || right.empty())
        return 0;
    const bool share = std::any_of(left.begin(), left.end(), [&right](const QString &value) { return right.contains(value); });
    return share ? 1.0 : -1.0;
}

bool isVerbal(const StatementView &view)
{
    return std::any_of(view.units.begin(), view.units.end(), [](const Unit &unit) { return unit.isPredicate && unit.wordClass == language::WordClass::Verb; });
}

/// The best that a predicate of one finds among all words of the other: "was wounded" / "treated for wounds".
double predicateAnywhere(const StatementView &one, const StatementView &other, WordLikeness &likeness)
{
    double best = 0;
    for (const Unit &left : one.units) {
        for (const Unit &right : other.units) {
            if (left.isPredicate || right.isPredicate)
                best = std::max(best, likeness.of(left, right));
        }
    }
    return best;
}

} // namespace

PairFeatures pairFeatures(const StatementView &one, const StatementView &other, const Alignment &alignment, WordLikeness &likeness, const Weights &weights)
{
    PairFeatures features{};
    const auto set = [&features](PairFeature feature, double value) { features[static_cast<size_t>(feature)] = value; };
    const Cover cover = coverOf(one, other, alignment);
    const double left = one.weight > 0 ? cover.one / one.weight : 0.0;
    const double right = other.weight > 0 ? cover.other / other.weight : 0.0;
    const double evidence = std::min(cover.one, cover.other);
    set(PairFeature::Mean, left + right > 0 ? 2 * left * right / (left + right) : 0.0);
    set(PairFeature::Best, std::max(left, right));
    set(PairFeature::Evidence, evidence / (evidence + weights.evidenceHalf));
    set(PairFeature::Weight, std::min(1.0, evidence / 2.0));
    set(PairFeature::Rarest, std::min(1.0, cover.rarest));
    set(PairFeature::Entities, std::min(1.0, cover.entities));
    set(PairFeature::Words, std::min(1.0, cover.words / 4.0));
    set(PairFeature::Predicate, alignment.predicateLikeness);
    set(PairFeature::PredicateAnywhere, predicateAnywhere(one, other, likeness));
    set(PairFeature::Agent, agreement(one, other, {SlotRole::Agent}, likeness));
    set(PairFeature::Object, agreement(one, other, {SlotRole::Patient, SlotRole::Destination, SlotRole::Attribute, SlotRole::Recipient}, likeness));
    set(PairFeature::Where, agreement(one, other, {SlotRole::Place, SlotRole::Origin, SlotRole::Destination}, likeness));
    set(PairFeature::Values, valueAgreement(one, other));
    set(PairFeature::Verbal, isVerbal(one) && isVerbal(other) ? 1.0 : isVerbal(one) || isVerbal(other) ? 0.5 : 0.0);
    set(PairFeature::Length, std::min(1.0, static_cast<double>(std::min(one.units.size(), other.units.size())) / kManyWords));
    set(PairFeature::Title, one.statement->place.field != other.statement->place.field ? 1.0 : 0.0);
    set(PairFeature::OneArticle, one.article == other.article ? 1.0 : 0.0);
    return features;
}

double likelihood(const PairFeatures &features, const Weights &weights)
{
    double sum = weights.pairBias;
    for (size_t place = 0; place < features.size(); ++place)
        sum += features[place] * weights.pair[place];
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace variorum::comparison
