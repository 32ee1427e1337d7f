#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <functional>
#include <optional>

namespace variorum::comparison {

/// What two aligned statements have in common; in the order of the table's pair-... lines. See claims/pair_features.h.
enum class PairFeature {
    Mean, ///< harmonic mean of the aligned shares
    Best, ///< the better one
    Evidence, ///< how much was aligned at all, saturating early
    Weight, ///< the same, saturating late
    Rarest, ///< the rarest word in common
    Entities, ///< people, bodies, places in common
    Words, ///< number of aligned words
    Predicate,
    PredicateAnywhere, ///< of a predicate and any word of the other
    Agent, ///< alike 1, other -1, not given 0
    Object, ///< likewise
    Where, ///< likewise
    Values, ///< likewise: numbers and days
    Verbal, ///< both are clauses with a verb
    Length, ///< of the shorter
    Title, ///< one is a headline's
    OneArticle,
    Context, ///< how alike their neighbours are
    Rank, ///< the share of the best score that either has in the other's article
    Count
};
using PairFeatures = std::array<double, static_cast<size_t>(PairFeature::Count)>;

/// The numbers of resources/lexicon/comparison_weights.tsv, which says what each is for.
struct Weights {
    double entityWeight = 0;
    double numberWeight = 0;
    double raritySlope = 0;
    double nestedShare = 0;
    double synonym = 0;
    double derivation = 0;
    double related = 0;
    double hypernym = 0;
    double likenessFloor = 0;
    double likeness = 0;
    double sameRoleValue = 0;
    double sameGovernorValue = 0;
    double contextShare = 0;
    double meanCoverage = 0;
    double bestCoverage = 0;
    double predicate = 0;
    double evidenceHalf = 0;
    double otherAgent = 0;
    double otherObject = 0;
    double competition = 0;
    double claimThreshold = 0;
    double secondClaimThreshold = 0;
    double strongPair = 0;
    double samePredicate = 0;
    double quoteOverlap = 0;
    double sceneShare = 0;
    double pairBias = 0;
    PairFeatures pair{}; ///< learnt; how each feature speaks for one claim

    bool operator==(const Weights &) const = default;
};

/// `valueOf` gives the second column of a key. Nothing where a key is missing or not a number.
[[nodiscard]] std::optional<Weights> readWeights(const std::function<std::optional<QString>(QStringView key)> &valueOf);

} // namespace variorum::comparison
