#pragma once

#include "extraction/times/tense.h"
#include "extraction/times/time_calendar.h"
#include "extraction/times/time_form.h"

#include <QDate>
#include <QTime>
#include <optional>

namespace variorum::extraction {

/// Where relative expressions start from.
struct TimeAnchor {
    std::optional<QDate> day; ///< of the article
    std::optional<QTime> time; ///< at which the article was published, where it states one
    bool isInferred = false;
    std::optional<QDate> datelineDay; ///< of a dateline without a year: only its month and day count
};

/// What was spoken of last before an expression.
struct TimeBefore {
    std::optional<QDate> day; ///< the last single day: for times of day and "two days later"
    std::optional<QDate> begin; ///< where the last date of any width begins: for "the same month", "a year earlier"
    qint64 days = 0; ///< how many that date covers: "weeks later" does not start from a month
};

/// The normal form of what a rule read.
/// What cannot be resolved keeps an empty or partly unknown ("XXXX-07") TIMEX3 value and no interval.
[[nodiscard]] model::TimeValue resolveTime(const TimeForm &form, const TimeAnchor &anchor, Tense tense, const TimeBefore &before);

} // namespace variorum::extraction
