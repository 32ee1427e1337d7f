#pragma once

#include "model/time_value.h"

#include <QStringView>

namespace variorum::comparison {

[[nodiscard]] bool isClockTime(const model::TimeValue &value);

/// By how many seconds a clock time may be off, as its minutes show: 20:00 is rounder than 20:15, that than 20:10 and 20:12.
[[nodiscard]] double roundingOfClock(const model::TimeValue &value);

/// The clock time on the other's day, or on the day before or after where that is nearer to its clock.
[[nodiscard]] model::TimeValue movedToDayOf(const model::TimeValue &clock, const model::TimeValue &beside);

/// Do the words of a time say of themselves on which day it is: "8 a.m. on Sunday", "this morning"; not "8.31am"?
[[nodiscard]] bool statesDay(QStringView words);

/// "shortly after 8 p.m." ends soon, however open the value is.
[[nodiscard]] model::TimeValue closedIfShortly(const model::TimeValue &value, QStringView words);

/// A clock time whose words name no day.
[[nodiscard]] bool isBareClock(const model::TimeValue &value, QStringView words);

/// Does each name one day of the week, and not the same? That holds whatever date either is reckoned from.
[[nodiscard]] bool nameOtherWeekdays(QStringView one, QStringView other);

} // namespace variorum::comparison
