#pragma once

#include "comparison/claims/alignment.h"
#include "comparison/claims/statement_view.h"
#include "comparison/weights.h"

#include <array>
#include <cstddef>

namespace variorum::comparison {

/// What two aligned statements have in common, in numbers; their names in the model's file are those of
/// kPairFeatureNames, in the same order. Most lie between 0 and 1.
enum class PairFeature {
    // Of the two statements alone.
    Mean, ///< harmonic mean of the aligned shares
    Best, ///< the better one
    Least, ///< the worse one
    Evidence, ///< how much was aligned at all, saturating early
    Weight, ///< the same, saturating late
    Score, ///< the alignment's
    SameWords, ///< told in the same words but a few
    Rarest, ///< the rarest word in common
    Entities, ///< people, bodies, places in common, saturating
    Words, ///< number of aligned words, saturating
    Predicate,
    PredicateAnywhere, ///< of a predicate and any word of the other
    PredicatesAligned, ///< aligned with each other, and how alike
    PredicateEqual, ///< one lemma
    Agent, ///< alike 1, other -1, not given 0
    Object, ///< likewise
    Where, ///< likewise
    Values, ///< likewise: numbers and days
    AlignedEntities, ///< aligned weight, by kind of word
    AlignedValues,
    AlignedNouns,
    AlignedVerbs,
    AlignedAdjectives,
    AlignedOthers,
    AlignedRoles, ///< aligned weight of words in the same slot
    AlignedGovernors, ///< of words that hang on the same word
    LeastLeft, ///< weight that was not aligned, of the side with less of it
    MostLeft,
    Quantities, ///< both give a quantity
    OneQuantity, ///< only one does
    SameUnit,
    SameCounted, ///< both count or measure the same thing
    SameNumber,
    Times, ///< both give a time
    OneTime,
    SameDay,
    Verbal, ///< both are clauses with a verb
    Length, ///< of the shorter, saturating
    Shortest, ///< units of the shorter
    Longest, ///< of the longer
    LengthRatio,
    Title, ///< one is a headline's
    Soft, ///< harmonic mean of the weight that finds a word of like meaning on the other side
    SoftBest, ///< the better side's share of it
    PredicateMeaning, ///< how near the predicates' meanings are
    SharedValue, ///< a clock time, measure or large count in common, and how rare it is
    RivalKinship, ///< of the two figures that most likely answer one question (rival_figures.h)
    RivalCloseness,
    RivalAlone,
    RivalBest,
    // Of the story around them.
    Context, ///< how alike their neighbours are
    Surroundings, ///< cosine of all that is said close around
    Rank, ///< the share of the best score that either has in the other's article
    BetterPlace, ///< how many are better partners of the one in the other's article, of the side where it is fewer
    WorsePlace,
    Widest, ///< the share of a statement that another within it takes, of the side where it is more
    LeastWide,
    Meaning, ///< of the statements as a whole
    SceneMeaning, ///< of what is said close around
    MeaningRank, ///< the share of the best meaning that either finds in the other's article
    Count
};

constexpr size_t kPairFeatures = static_cast<size_t>(PairFeature::Count);
using PairFeatures = std::array<double, kPairFeatures>;
extern const std::array<const char *, kPairFeatures> kPairFeatureNames;

/// All features of the two statements alone; those of the story around are left 0. Symmetric but for
/// the kinds of aligned words, which are the first's.
[[nodiscard]] PairFeatures pairFeatures(const StatementView &one, const StatementView &other, const Alignment &alignment, WordLikeness &likeness,
                                        const Weights &weights);

/// The aligned weight, value words aside: what the two have in common.
[[nodiscard]] double sharedWeight(const StatementView &one, const StatementView &other, const Alignment &alignment);

} // namespace variorum::comparison
