#pragma once

#include "comparison/values/relation.h"
#include "model/time_value.h"

namespace variorum::comparison {

/// How two times of one event, or two durations of one thing, stand to each other. Whatever could not be resolved
/// is Unknown, never a conflict.
[[nodiscard]] Outcome compareTimes(const model::TimeValue &one, const model::TimeValue &other);

/// As compareTimes(), but a clock time whose words name no day is held against the clock alone, since its day was only
/// filled in from the article's date.
[[nodiscard]] Outcome compareTimesAsTold(const model::TimeValue &one, QStringView oneWords, const model::TimeValue &other, QStringView otherWords);

} // namespace variorum::comparison
