#include "comparison/weights.h"

#include <array>
#include <utility>

namespace variorum::comparison {

namespace {

constexpr std::array<std::pair<const char *, double Weights::*>, 28> kFields = {{
    {"entity-weight", &Weights::entityWeight},
    {"number-weight", &Weights::numberWeight},
    {"rarity-slope", &Weights::raritySlope},
    {"nested-share", &Weights::nestedShare},
    {"synonym", &Weights::synonym},
    {"derivation", &Weights::derivation},
    {"related", &Weights::related},
    {"hypernym", &Weights::hypernym},
    {"likeness-floor", &Weights::likenessFloor},
    {"likeness", &Weights::likeness},
    {"same-role-value", &Weights::sameRoleValue},
    {"same-governor-value", &Weights::sameGovernorValue},
    {"context-share", &Weights::contextShare},
    {"mean-coverage", &Weights::meanCoverage},
    {"best-coverage", &Weights::bestCoverage},
    {"predicate", &Weights::predicate},
    {"evidence-half", &Weights::evidenceHalf},
    {"other-agent", &Weights::otherAgent},
    {"other-object", &Weights::otherObject},
    {"competition", &Weights::competition},
    {"tighter-share", &Weights::tighterShare},
    {"wider-likelihood", &Weights::widerLikelihood},
    {"claim-threshold", &Weights::claimThreshold},
    {"second-claim-threshold", &Weights::secondClaimThreshold},
    {"strong-pair", &Weights::strongPair},
    {"same-predicate", &Weights::samePredicate},
    {"quote-overlap", &Weights::quoteOverlap},
    {"scene-share", &Weights::sceneShare},
}};

std::optional<double> numberAt(const std::function<std::optional<QString>(QStringView key)> &valueOf, const char *key)
{
    const std::optional<QString> text = valueOf(QString::fromLatin1(key));
    bool isNumber = false;
    const double number = text ? text->toDouble(&isNumber) : 0.0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<Weights> readWeights(const std::function<std::optional<QString>(QStringView key)> &valueOf)
{
    Weights weights;
    for (const auto &[key, field] : kFields) {
        const std::optional<double> number = numberAt(valueOf, key);
        if (!number)
            return std::nullopt;
        weights.*field = *number;
    }
    return weights;
}

} // namespace variorum::comparison
