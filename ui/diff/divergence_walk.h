#pragma once

#include "model/comparison_index.h"

#include <optional>
#include <vector>

namespace variorum::ui {

/// The order in which next and previous go: stories in their order, and within a story as the claims stand.
struct DivergenceWalk {
    std::vector<base::DivergenceId> order;
    std::vector<base::DivergenceId> conflicts; ///< the same, conflicts only

    [[nodiscard]] static DivergenceWalk through(const model::Comparison &comparison);

    /// 0-based place in order.
    [[nodiscard]] std::optional<size_t> placeOf(base::DivergenceId id) const;

    enum class Step { Next,
                      Previous };
    /// The next one, going round at the ends; from nowhere the first or last. Nothing where there is none. A step
    /// among conflicts goes from the place in `order` to the nearest conflict.
    [[nodiscard]] std::optional<base::DivergenceId> step(std::optional<base::DivergenceId> from, Step step, bool conflictsOnly) const;
};

} // namespace variorum::ui
