// What an aligned pair of statements has in common, in numbers that a learnt model weighs (pair_model.h).
//
//     A "[Berg] left [Lund] on Sunday"    B "[Berg] departed from [Lund]"
//     mean and best cover near 1, predicate 0.85, one agent, two shared names: likely one claim
//     A "[Berg] left [Lund] on Sunday"    B "[Dahl] left the meeting"
//     predicate 1, but another agent, another object and little else aligned: unlikely
//
// No feature knows a word, a name or a story.

#include "comparison/claims/pair_features.h"

#include "comparison/claims/meanings.h"

#include <algorithm>
#include <cmath>

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

bool standsIn(const Unit &unit, std::initializer_list<SlotRole> roles)
{
    return unit.role && !unit.isPredicate && !unit.isValue && std::find(roles.begin(), roles.end(), *unit.role) != roles.end();
}

/// 1 where the two sides name something alike in these roles, -1 where both name something and nothing is alike.
double agreement(const StatementView &one, const StatementView &other, std::initializer_list<SlotRole> roles, WordLikeness &likeness)
{
    double best = 0;
    bool both = false;
    for (const Unit &first : one.units) {
        if (!standsIn(first, roles))
            continue;
        for (const Unit &second : other.units) {
            if (!standsIn(second, roles))
                continue;
            both = true;
            best = std::max(best, likeness.of(first, second));
        }
    }
    return !both ? 0.0 : best >= kAlike ? best : -1.0;
}

/// 1 where both give one value (a number with what it counts, a day), -1 where both give some and share none.
double valueAgreement(const StatementView &one, const StatementView &other)
{
    if (one.values.empty() || other.values.empty())
        return 0;
    const bool share = std::any_of(one.values.begin(), one.values.end(), [&other](const QString &value) { return std::binary_search(other.values.begin(), other.values.end(), value); });
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

/// The share of each side's weight, values aside, that finds a word of like meaning on the other side.
std::pair<double, double> softCovers(const StatementView &one, const StatementView &other, WordLikeness &likeness)
{
    std::vector<double> bestOfOther(other.units.size());
    double coveredOne = 0;
    double weightOne = 0;
    for (const Unit &unit : one.units) {
        double best = 0;
        for (size_t place = 0; place < other.units.size(); ++place) {
            const double alike = std::max(likeness.of(unit, other.units[place]), nearness(unit, other.units[place]));
            best = std::max(best, alike);
            bestOfOther[place] = std::max(bestOfOther[place], alike);
        }
        coveredOne += unit.isValue ? 0.0 : best * unit.weight;
        weightOne += unit.isValue ? 0.0 : unit.weight;
    }
    double coveredOther = 0;
    double weightOther = 0;
    for (size_t place = 0; place < other.units.size(); ++place) {
        const Unit &unit = other.units[place];
        coveredOther += unit.isValue ? 0.0 : bestOfOther[place] * unit.weight;
        weightOther += unit.isValue ? 0.0 : unit.weight;
    }
    return {weightOne > 0 ? coveredOne / weightOne : 0.0, weightOther > 0 ? coveredOther / weightOther : 0.0};
}

double predicateMeaning(const StatementView &one, const StatementView &other)
{
    double best = 0;
    for (const Unit &left : one.units) {
        for (const Unit &right : other.units) {
            if (left.isPredicate && right.isPredicate)
                best = std::max(best, left.lemma == right.lemma ? 1.0 : nearness(left, right));
        }
    }
    return best;
}

/// Aligned weight by kind of word, and what else the aligned words tell.
void addAligned(const StatementView &one, const StatementView &other, const Alignment &alignment, PairFeatures &features)
{
    const auto at = [&features](PairFeature feature) -> double & { return features[static_cast<size_t>(feature)]; };
    const auto kindOf = [](const Unit &unit) {
        if (!unit.wordClass)
            return PairFeature::AlignedOthers;
        switch (*unit.wordClass) {
        case language::WordClass::Noun: return PairFeature::AlignedNouns;
        case language::WordClass::Verb: return PairFeature::AlignedVerbs;
        case language::WordClass::Adjective: return PairFeature::AlignedAdjectives;
        case language::WordClass::Adverb: break;
        }
        return PairFeature::Count; // adverbs tell nothing
    };
    for (const AlignedUnits &pair : alignment.units) {
        const Unit &left = one.units[static_cast<size_t>(pair.one)];
        const Unit &right = other.units[static_cast<size_t>(pair.other)];
        const double weight = std::min(left.weight, right.weight) * pair.likeness;
        const bool isEntity = left.entity && left.entity == right.entity;
        const PairFeature kind = isEntity ? PairFeature::AlignedEntities : left.isValue || right.isValue ? PairFeature::AlignedValues : kindOf(left);
        if (kind != PairFeature::Count)
            at(kind) += weight;
        if (left.role == right.role)
            at(PairFeature::AlignedRoles) += weight;
        if (!left.governor.isEmpty() && left.governor == right.governor)
            at(PairFeature::AlignedGovernors) += weight;
        if (left.isPredicate && right.isPredicate)
            at(PairFeature::PredicatesAligned) = std::max(at(PairFeature::PredicatesAligned), pair.likeness);
    }
}

/// Do any two slots that both hold such a value agree by `same`?
template<typename Has, typename Same>
bool anyAgree(const StatementView &one, const StatementView &other, const Has &has, const Same &same)
{
    for (const model::Slot &left : one.statement->slots) {
        for (const model::Slot &right : other.statement->slots) {
            if (has(left) && has(right) && same(left, right))
                return true;
        }
    }
    return false;
}

void addValues(const StatementView &one, const StatementView &other, PairFeatures &features)
{
    const auto set = [&features](PairFeature feature, bool holds) { features[static_cast<size_t>(feature)] = holds ? 1.0 : 0.0; };
    const auto isQuantity = [](const model::Slot &slot) { return slot.quantity && (slot.quantity->value || !slot.quantity->unit.isEmpty()); };
    const auto isTime = [](const model::Slot &slot) { return slot.time && !slot.time->timex.isEmpty(); };
    const auto gives = [](const StatementView &view, const auto &is) { return std::any_of(view.statement->slots.begin(), view.statement->slots.end(), is); };
    const bool oneCounts = gives(one, isQuantity);
    const bool otherCounts = gives(other, isQuantity);
    const bool oneDates = gives(one, isTime);
    const bool otherDates = gives(other, isTime);
    set(PairFeature::Quantities, oneCounts && otherCounts);
    set(PairFeature::OneQuantity, oneCounts != otherCounts);
    set(PairFeature::Times, oneDates && otherDates);
    set(PairFeature::OneTime, oneDates != otherDates);
    constexpr qsizetype kDay = 10; // "2031-03-14"
    set(PairFeature::SameDay, oneDates && otherDates && anyAgree(one, other, isTime, [](const model::Slot &left, const model::Slot &right) {
            return QStringView(left.time->timex).left(kDay) == QStringView(right.time->timex).left(kDay);
        }));
    if (!oneCounts || !otherCounts)
        return;
    set(PairFeature::SameUnit, anyAgree(one, other, isQuantity, [](const model::Slot &left, const model::Slot &right) {
            return !left.quantity->unit.isEmpty() && left.quantity->unit == right.quantity->unit;
        }));
    set(PairFeature::SameCounted, anyAgree(one, other, isQuantity, [](const model::Slot &left, const model::Slot &right) { return left.headLemma == right.headLemma; }));
    set(PairFeature::SameNumber, anyAgree(one, other, isQuantity, [](const model::Slot &left, const model::Slot &right) {
            return left.quantity->value && left.quantity->value == right.quantity->value;
        }));
}

void addLengths(const StatementView &one, const StatementView &other, PairFeatures &features)
{
    const auto set = [&features](PairFeature feature, double value) { features[static_cast<size_t>(feature)] = value; };
    const auto shortest = static_cast<double>(std::min(one.units.size(), other.units.size()));
    const auto longest = static_cast<double>(std::max(one.units.size(), other.units.size()));
    set(PairFeature::Length, std::min(1.0, shortest / kManyWords));
    set(PairFeature::Shortest, shortest);
    set(PairFeature::Longest, longest);
    set(PairFeature::LengthRatio, longest > 0 ? shortest / longest : 0.0);
}

} // namespace


const std::array<const char *, kPairFeatures> kPairFeatureNames = {
    "mean", "best", "least", "evidence", "weight", "score", "same-words", "rarest", "entities", "words", "predicate", "predicate-anywhere", "predicates-aligned",
    "predicate-equal", "agent", "object", "where", "values", "aligned-entities", "aligned-values", "aligned-nouns", "aligned-verbs", "aligned-adjectives",
    "aligned-others", "aligned-roles", "aligned-governors", "least-left", "most-left", "quantities", "one-quantity", "same-unit", "same-counted", "same-number",
    "times", "one-time", "same-day", "verbal", "length", "shortest", "longest", "length-ratio", "title", "soft", "soft-best",
    "predicate-meaning", "shared-value", "rival-kinship", "rival-closeness", "rival-alone", "rival-best", "context", "surroundings", "rank", "better-place",
    "worse-place", "widest", "least-wide", "meaning", "scene-meaning", "meaning-rank",
};

double sharedWeight(const StatementView &one, const StatementView &other, const Alignment &alignment)
{
    double shared = 0;
    for (const AlignedUnits &pair : alignment.units) {
        const Unit &left = one.units[static_cast<size_t>(pair.one)];
        const Unit &right = other.units[static_cast<size_t>(pair.other)];
        if (!left.isValue && !right.isValue)
            shared += pair.likeness * std::min(left.weight, right.weight);
    }
    return shared;
}

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
    set(PairFeature::Least, std::min(left, right));
    set(PairFeature::Evidence, evidence / (evidence + weights.evidenceHalf));
    set(PairFeature::Weight, std::min(1.0, evidence / 2.0));
    set(PairFeature::Score, alignment.score);
    set(PairFeature::SameWords, alignment.sameWords.areSame ? 1.0 : 0.0);
    set(PairFeature::Rarest, std::min(1.0, cover.rarest));
    set(PairFeature::Entities, std::min(1.0, cover.entities));
    set(PairFeature::Words, std::min(1.0, cover.words / 4.0));
    set(PairFeature::Predicate, alignment.predicateLikeness);
    set(PairFeature::PredicateAnywhere, predicateAnywhere(one, other, likeness));
    set(PairFeature::PredicateEqual, !one.statement->predicate.isEmpty() && one.statement->predicate == other.statement->predicate ? 1.0 : 0.0);
    set(PairFeature::Agent, agreement(one, other, {SlotRole::Agent}, likeness));
    set(PairFeature::Object, agreement(one, other, {SlotRole::Patient, SlotRole::Destination, SlotRole::Attribute, SlotRole::Recipient}, likeness));
    set(PairFeature::Where, agreement(one, other, {SlotRole::Place, SlotRole::Origin, SlotRole::Destination}, likeness));
    set(PairFeature::Values, valueAgreement(one, other));
    set(PairFeature::LeastLeft, std::min(one.weight - cover.one, other.weight - cover.other));
    set(PairFeature::MostLeft, std::max(one.weight - cover.one, other.weight - cover.other));
    set(PairFeature::Verbal, isVerbal(one) && isVerbal(other) ? 1.0 : isVerbal(one) || isVerbal(other) ? 0.5 : 0.0);
    set(PairFeature::Title, one.statement->place.field != other.statement->place.field ? 1.0 : 0.0);
    const auto [softOne, softOther] = softCovers(one, other, likeness);
    set(PairFeature::Soft, softOne + softOther > 0 ? 2 * softOne * softOther / (softOne + softOther) : 0.0);
    set(PairFeature::SoftBest, std::max(softOne, softOther));
    set(PairFeature::PredicateMeaning, predicateMeaning(one, other));
    addAligned(one, other, alignment, features);
    addValues(one, other, features);
    addLengths(one, other, features);
    return features;
}

} // namespace variorum::comparison
