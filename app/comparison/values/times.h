#pragma once

#include "comparison/values/relation.h"
#include "model/time_value.h"

namespace variorum::comparison {

/// How two times of one event, or two durations of one thing, stand to each other. Whatever could not be resolved
/// is Unknown, never a conflict.
[[nodiscard]] Outcome compareTimes(const model::TimeValue &one, const model::TimeValue &other);

} // namespace variorum::comparison
