#pragma once

#include "model/comparison_index.h"
#include "ui/selection.h"

#include <QString>
#include <optional>
#include <vector>

namespace variorum::ui {

/// A line of the inspector: a value, a source that gives it, the heading of the silent outlets, or one of these.
struct ClaimRow {
    enum class Kind { Value,
                      Source,
                      Heading,
                      Silent };
    Kind kind = Kind::Source;
    QString title; ///< the value, the outlet, or the heading
    QString aside; ///< beside the title: how many sources; the date
    QString words; ///< exactly as the article has them
    base::TextSpan strong; ///< the part of words that gives the value
    QString note; ///< certainty, and who the article has it from
    std::optional<SourcePlace> place; ///< where a click goes
    std::optional<base::StatementId> statement = {}; ///< of a source

    bool operator==(const ClaimRow &) const = default;
};

/// Every source of a claim with its words, grouped by the value it gives, then the outlets that are silent.
[[nodiscard]] std::vector<ClaimRow> claimRows(const model::ComparisonIndex &index, base::ClaimId claim, std::optional<base::DivergenceId> divergence);

/// The machine's reasons, in lines: the rule, how the normal forms compare, which words were held to mean the same, the score.
[[nodiscard]] QString whyText(const model::ComparisonIndex &index, base::ClaimId claim, std::optional<base::DivergenceId> divergence);

/// "Agreed by 4 articles, 2 independent origins"
[[nodiscard]] QString claimSummary(const model::ComparisonIndex &index, base::ClaimId claim);

} // namespace variorum::ui
