#pragma once

#include <QString>
#include <QStringView>

#include <functional>
#include <optional>

namespace variorum::comparison {

/// Main ideas of the engine. All are on, but where an evaluation asks what each is worth.
struct Ideas {
    bool mergedEntities = true; ///< entities of two articles may be one
    bool sameWords = true; ///< statements in the same words but a few make one claim, and prove what differs
    bool peopleTogether = true; ///< people counted by what befell them make one claim, whatever the words
    bool separatedClashes = true; ///< values that clash without a proven divergence part a claim
    bool comparedActs = true; ///< polarity and certainty are compared
    bool comparedCounts = true; ///< quantities are compared
    bool rivalFigures = true; ///< figures that may answer one question bring statements together and are compared
    bool outerActors = true; ///< who acts outside a clause belongs to it
    bool presence = true; ///< whether somebody is in a place is compared

    bool operator==(const Ideas &) const = default;
};

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
    Ideas ideas; ///< of no file

    bool operator==(const Weights &) const = default;
};

/// `valueOf` gives the second column of a key. Nothing where a key is missing or not a number.
[[nodiscard]] std::optional<Weights> readWeights(const std::function<std::optional<QString>(QStringView key)> &valueOf);

} // namespace variorum::comparison
