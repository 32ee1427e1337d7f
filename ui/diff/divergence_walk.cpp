#include "ui/diff/divergence_walk.h"

#include <algorithm>

namespace variorum::ui {

DivergenceWalk DivergenceWalk::through(const model::Comparison &comparison)
{
    DivergenceWalk walk;
    for (const model::Divergence &divergence : comparison.divergences) { // by claim; claims by story and place
        walk.order.push_back(divergence.id);
        if (divergence.severity == model::Severity::Conflict)
            walk.conflicts.push_back(divergence.id);
    }
    return walk;
}

std::optional<size_t> DivergenceWalk::placeOf(base::DivergenceId id) const
{
    const auto found = std::ranges::lower_bound(order, id); // ids ascend along the list
    if (found == order.end() || *found != id)
        return std::nullopt;
    return static_cast<size_t>(found - order.begin());
}

std::optional<base::DivergenceId> DivergenceWalk::step(std::optional<base::DivergenceId> from, Step step, bool conflictsOnly) const
{
    const std::vector<base::DivergenceId> &list = conflictsOnly ? conflicts : order;
    if (list.empty())
        return std::nullopt;
    if (!from)
        return step == Step::Next ? list.front() : list.back();
    if (step == Step::Next) {
        const auto after = std::ranges::upper_bound(list, *from);
        return after == list.end() ? list.front() : *after;
    }
    const auto notBefore = std::ranges::lower_bound(list, *from);
    return notBefore == list.begin() ? list.back() : *std::prev(notBefore);
}

} // namespace variorum::ui
