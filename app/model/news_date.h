#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>
#include <optional>

namespace variorum::model {

/// How a publication date is known.
enum class DateBasis { Stated, Inferred };

/// A date, or a date-time with the offset that the article states (ISO 8601). A time without an offset is local
/// to an unknown place.
struct NewsDate {
    QDate date; ///< always valid
    std::optional<QTime> time;
    std::optional<int> offsetMinutes; ///< east of UTC; only with a time

    bool operator==(const NewsDate &) const = default;

    /// "2023-09-12", "2023-09-12T08:30:00", "2023-09-12T08:30:00+05:30".
    [[nodiscard]] QString toString() const;

    /// For ordering only: UTC, an absent offset read as UTC, an absent time as midnight.
    [[nodiscard]] QDateTime utcForOrdering() const;

    /// Reads the forms that toString() writes, also "Z", a space for the T, seconds left out or fractional,
    /// "+0530". Nothing else.
    [[nodiscard]] static std::optional<NewsDate> fromIsoString(QStringView text);
};

} // namespace variorum::model
