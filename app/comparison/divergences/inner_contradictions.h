#pragma once

#include "model/comparison.h"
#include "model/facts.h"

#include <vector>

namespace variorum::comparison {

/// Two places of one article that cannot both be right, by the calendar or by arithmetic alone.
struct InnerContradiction {
    model::DivergenceKind kind = model::DivergenceKind::Quantity; ///< Quantity or Time
    QString rule; ///< the rule's name
    QString why; ///< the sum that does not come out: "2023-09-12 is a Tuesday"
    model::TextPlace one; ///< the words that give the first value
    model::TextPlace other; ///< may be the same place: "Monday, 12 September 2023"
    QString oneValue; ///< printed
    QString otherValue;

    bool operator==(const InnerContradiction &) const = default;
};

/// All that one article says against itself so. Pure; in the order of the rules, then of the text. Every one has severity
/// "internal"; what only comparison can tell (one claim told with two values) is not looked for here.
[[nodiscard]] std::vector<InnerContradiction> findInnerContradictions(const model::AnalysedArticle &analysed);

} // namespace variorum::comparison
