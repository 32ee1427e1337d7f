#pragma once

#include "extraction/times/time_form.h"

#include <QDate>
#include <QString>
#include <optional>

namespace variorum::extraction {

/// A stretch of whole days with its TIMEX3 name, half-open.
struct DayRange {
    QString timex;
    std::optional<QDate> from;
    std::optional<QDate> to;

    [[nodiscard]] bool isDay() const { return from && to && from->addDays(1) == *to; }
};

/// The unit that holds `day`: Week gives "2023-W36" from Monday to Monday, Decade "195" and so on.
[[nodiscard]] DayRange rangeAround(QDate day, Granularity unit);
[[nodiscard]] DayRange yearRange(int year);
[[nodiscard]] DayRange monthRange(int year, int month);
[[nodiscard]] DayRange dayRange(QDate day);

/// `day` moved by whole units; fractions of a unit only for days and weeks.
[[nodiscard]] QDate moved(QDate day, Granularity unit, double count);

/// The day of a holiday by its rule of the table holidays ("12-25", "easter-2", "11/4/4") in a year.
[[nodiscard]] std::optional<QDate> holidayIn(int year, const QString &rule);

/// "P4Y", "PT2H15M", "PXD" where the amount is not said.
[[nodiscard]] QString durationTimex(const TimeForm &form, std::optional<double> amount);
[[nodiscard]] double secondsOf(Granularity unit);

} // namespace variorum::extraction
