#pragma once

#include "model/time_value.h"

#include <QString>
#include <optional>
#include <vector>

namespace variorum::extraction {

enum class Granularity { Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Year, Decade, Century };

/// What the words of a time expression say, before it is known when they were written: "last Tuesday" is weekday 2,
/// direction Last; "two weeks ago" is Relative, -2 weeks. resolve() turns it into a TimeValue.
struct TimeForm {
    enum class Kind {
        Calendar, ///< fields of the calendar and of the clock, as many as are said
        Relative, ///< `count` units from the article's date; with a weekday: that day of the unit
        Anaphoric, ///< `count` units from the time spoken of before
        Reference, ///< PAST_REF, PRESENT_REF, FUTURE_REF
        Duration,
        Set,
        Interval, ///< from ends[0] to the end of ends[1]
    };
    enum class Direction { None, Last, Next, This };

    Kind kind = Kind::Calendar;
    std::optional<int> year;
    std::optional<int> yearShift; ///< of "March last year": -1
    std::optional<int> decade; ///< 195 for the 1950s
    std::optional<int> century; ///< 19 for the 1900s
    QString yearPart; ///< "SP" "SU" "FA" "WI" "Q1" .. "H2"
    std::optional<int> month;
    std::optional<int> day;
    std::optional<int> weekday; ///< 1 Monday to 7
    QString holiday; ///< its rule in the table holidays
    Direction direction = Direction::None; ///< of the weekday, month, or part of the year
    std::optional<int> hour; ///< 0 to 24
    std::optional<int> minute;
    std::optional<int> second;
    QString dayPart; ///< "MO" "MI" "AF" "EV" "NI" "DT"
    std::optional<int> offsetMinutes; ///< east of UTC, where a zone was named
    Granularity unit = Granularity::Day;
    double count = 0; ///< of Relative and Anaphoric
    std::optional<std::pair<double, Granularity>> shift; ///< "two weeks before Christmas": -2 weeks from the date said
    bool fallsBackToAnchor = false; ///< of Anaphoric: where no time was spoken of, the article's date
    bool isVague = false; ///< "years ago", "a few days later": the count is not said
    std::optional<double> amount; ///< of a Duration; absent: "hours"
    std::optional<double> amountTo; ///< "two to three weeks"
    std::vector<std::pair<double, Granularity>> more; ///< "two hours and 15 minutes"
    QString timex; ///< of Reference and Set
    model::TimeValue::Modifier modifier = model::TimeValue::Modifier::None;
    std::vector<TimeForm> ends; ///< of an Interval

    [[nodiscard]] bool hasDate() const { return year || yearShift || decade || century || !yearPart.isEmpty() || month || day || weekday || !holiday.isEmpty(); }
    [[nodiscard]] bool hasClock() const { return hour || !dayPart.isEmpty(); }
};

} // namespace variorum::extraction
