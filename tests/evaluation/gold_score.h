#pragma once

#include "model/comparison.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace variorum::evaluation {

/// got of `of`; a figure without counts (an F1) has only its value.
struct Figure {
    QString name;
    int got = 0;
    int of = 0;
    std::optional<double> value;
};

/// How a comparison holds up against a hand-made reading of the same folder. The measures, by name:
///   text                gold passages that stand whole in the article texts
///   noise               boilerplate passages that are kept out of them
///   claim-recall        pairs of passages of two articles making one claim that one claim holds together
///   claim-precision     of the pairs of gold passages that one claim holds together, those that belong together
///   divergence-recall   gold divergences found: a reported one is found for a gold one when two of its values each
///                       touch passages of exactly one gold value, and not the same one; one reported divergence
///                       stands for two gold ones at most
///   conflict-recall     gold conflicts found and reported as conflict or internal
///   conflict-precision  reported conflicts that stand for a gold conflict or internal one
///   kind, severity      of the divergences found, how many have the gold's kind and severity
struct GoldReport {
    std::vector<Figure> figures;
    QStringList found; ///< ids of the gold divergences found, "id (kind, severity)", in the gold's order
    QStringList missed; ///< likewise
    QStringList wrongConflicts; ///< reported conflicts that are not in the gold: "kind: value | value"
    QStringList claimsWhole; ///< ids of the gold claims whose passages of two articles or more are all held together
    QStringList claimsApart; ///< the others that stand in two articles or more
    QStringList textMissing; ///< "file: passage"
    QStringList noiseKept; ///< "file: passage"
};

/// `goldJson` is a gold.json; an empty report where it is not JSON.
[[nodiscard]] GoldReport scoreAgainstGold(const model::Comparison &comparison, const QByteArray &goldJson);

/// One figure a line, "name  0.750  3/4".
[[nodiscard]] QString printed(const GoldReport &report);

} // namespace variorum::evaluation
