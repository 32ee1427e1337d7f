#pragma once

#include "model/comparison_index.h"

#include <optional>
#include <vector>

namespace variorum::ui {

/// The order in which next and previous go: that of the list of divergences as it is sorted, so that the counter and
/// the list say the same.
struct DivergenceWalk {
    std::vector<base::DivergenceId> order;
    std::vector<size_t> conflicts; ///< places in `order`, ascending

    [[nodiscard]] static DivergenceWalk inOrder(std::vector<base::DivergenceId> order, const model::ComparisonIndex &index);

    /// 0-based place in order.
    [[nodiscard]] std::optional<size_t> placeOf(base::DivergenceId id) const;

    enum class Step { Next,
                      Previous };
    /// The next one, going round at the ends; from nowhere the first or last. Nothing where there is none. A step
    /// among conflicts goes from the place in `order` to the nearest conflict.
    [[nodiscard]] std::optional<base::DivergenceId> step(std::optional<base::DivergenceId> from, Step step, bool conflictsOnly) const;
};

} // namespace variorum::ui
