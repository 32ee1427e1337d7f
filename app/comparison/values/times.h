#pragma once

#include "comparison/values/relation.h"
#include "model/time_value.h"

namespace variorum::comparison {

/// How two times of one event, or two durations of one thing, stand to each other. Whatever could not be resolved
/// is Unknown, never a conflict.
[[nodiscard]] Outcome compareTimes(const model::TimeValue &one, const model::TimeValue &other);

/// Do the words of a time say of themselves on which day it is: "8 a.m. on Sunday", "this morning"; not "8.31am"?
[[nodiscard]] bool statesDay(QStringView words);

/// A clock time whose words name no day.
[[nodiscard]] bool isBareClock(const model::TimeValue &value, QStringView words);

/// As compareTimes(), but a clock time whose words name no day is held against the clock alone, since its day was only
/// filled in from the article's date.
[[nodiscard]] Outcome compareTimesAsTold(const model::TimeValue &one, QStringView oneWords, const model::TimeValue &other, QStringView otherWords);

/// Does each name one day of the week, and not the same? That holds whatever date either is reckoned from.
[[nodiscard]] bool nameOtherWeekdays(QStringView one, QStringView other);

} // namespace variorum::comparison
