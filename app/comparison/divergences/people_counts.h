#pragma once

#include "comparison/divergences/claim_material.h"

#include <vector>

namespace variorum::comparison {

/// A number of people and what befell them, as one statement tells it.
struct PeopleCount {
    int statement = 0; ///< place in the views
    const model::Slot *slot = nullptr; ///< of the statement; null for "one of the men"
    base::TextSpan span; ///< of the number
    QString fate; ///< of the table people_fates, or of a phrase
    QString who; ///< "people" for anyone, else the noun ("child"): a part is held against the whole only where it is greater
    model::QuantityValue value; ///< counts `who`
    bool isOfAll = false; ///< of everyone who met the fate, not of residents or passengers only
};

/// Those that the statement gives plainly: neither planned nor denied, no part of a greater number, not of another year. The
/// fate of a fragment ("187 people") is told by the clause around it.
[[nodiscard]] std::vector<PeopleCount> peopleCountsIn(int statement, const StoryMaterial &material);

/// Adds the statements of several articles that tell how many of the same people met the same fate to the claim that most of
/// them share, or makes a claim of them. The result does not depend on the order of `groups`.
void bringTogetherPeopleCounts(std::vector<ClaimGroup> &groups, const StoryMaterial &material);

} // namespace variorum::comparison
