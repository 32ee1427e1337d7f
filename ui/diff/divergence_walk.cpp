#include "ui/diff/divergence_walk.h"

#include <algorithm>
#include <numeric>

namespace variorum::ui {

DivergenceWalk DivergenceWalk::inOrder(std::vector<base::DivergenceId> order, const model::ComparisonIndex &index)
{
    DivergenceWalk walk;
    walk.order = std::move(order);
    for (size_t place = 0; place < walk.order.size(); ++place) {
        const model::Divergence *divergence = index.divergence(walk.order[place]);
        if (divergence && divergence->severity == model::Severity::Conflict)
            walk.conflicts.push_back(place);
    }
    return walk;
}

std::optional<size_t> DivergenceWalk::placeOf(base::DivergenceId id) const
{
    const auto found = std::ranges::find(order, id);
    return found == order.end() ? std::nullopt : std::optional(static_cast<size_t>(found - order.begin()));
}

std::optional<base::DivergenceId> DivergenceWalk::step(std::optional<base::DivergenceId> from, Step step, bool conflictsOnly) const
{
    std::vector<size_t> all;
    if (!conflictsOnly) {
        all.resize(order.size());
        std::iota(all.begin(), all.end(), size_t{0});
    }
    const std::vector<size_t> &places = conflictsOnly ? conflicts : all;
    if (places.empty())
        return std::nullopt;
    const std::optional<size_t> at = from ? placeOf(*from) : std::nullopt;
    if (step == Step::Next) {
        const auto after = at ? std::ranges::upper_bound(places, *at) : places.begin();
        return order[after == places.end() ? places.front() : *after];
    }
    const auto notBefore = at ? std::ranges::lower_bound(places, *at) : places.end();
    return order[notBefore == places.begin() ? places.back() : *std::prev(notBefore)];
}

} // namespace variorum::ui
