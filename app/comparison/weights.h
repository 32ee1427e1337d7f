#pragma once

#include <QString>
#include <QStringView>

#include <functional>
#include <optional>

namespace variorum::comparison {

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
    double tighterShare = 0;
    double widerLikelihood = 0;
    double claimThreshold = 0;
    double secondClaimThreshold = 0;
    double strongPair = 0;
    double samePredicate = 0;
    double quoteOverlap = 0;
    double sceneShare = 0;

    bool operator==(const Weights &) const = default;
};

/// `valueOf` gives the second column of a key. Nothing where a key is missing or not a number.
[[nodiscard]] std::optional<Weights> readWeights(const std::function<std::optional<QString>(QStringView key)> &valueOf);

} // namespace variorum::comparison
