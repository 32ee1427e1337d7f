#pragma once

#include "model/comparison_index.h"

#include <QString>

namespace variorum::ui {

/// What a mark's tool tip says, in plain lines: severity and kind, then each value with the outlets that give it.
[[nodiscard]] QString markText(const model::ComparisonIndex &index, const model::Mark &mark);

/// "21 carriages - at least 20 carriages"
[[nodiscard]] QString valuesText(const model::Divergence &divergence);

} // namespace variorum::ui
