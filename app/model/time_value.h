#pragma once

#include "model/article.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace variorum::model {

/// TIMEX3's four types.
enum class TimeKind { Date, Time, Duration, Set };

/// The normal form of a time expression. The interval is what the algebra works on; the TIMEX3 value is what is shown.
///
///     "Sunday afternoon"     -> Date/Time "2023-09-10TAF", from 2023-09-10T12:00, to 2023-09-10T18:00
///     "July"                 -> Date "2023-07", from 2023-07-01, to 2023-08-01
///     "more than four years" -> Duration "P4Y", mod MoreThan
struct TimeValue {
    enum class Modifier { None, Before, After, OnOrBefore, OnOrAfter, LessThan, MoreThan, EqualOrLess, EqualOrMore, Start, Middle, End, Approximate };

    TimeKind kind = TimeKind::Date;
    QString timex; ///< TIMEX3 value; empty where the expression could not be resolved (no anchor)
    Modifier modifier = Modifier::None; ///< TIMEX3 mod
    std::optional<QDateTime> from; ///< local to the place spoken of (Qt::UTC spec, no conversion); half-open
    std::optional<QDateTime> to;
    std::optional<double> seconds; ///< of a duration
    bool fromInferredDate = false; ///< resolved from an anchor that is itself inferred

    bool operator==(const TimeValue &) const = default;
};

/// A time expression as it stands in an article.
struct TimeMention {
    TextPlace place;
    TimeValue value;
    QString rule;

    bool operator==(const TimeMention &) const = default;
};

} // namespace variorum::model
