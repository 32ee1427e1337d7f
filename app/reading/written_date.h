#pragma once

#include "model/news_date.h"

#include <QString>
#include <QStringView>
#include <optional>

namespace variorum::reading {

/// What is known of where a date was written.
struct DateHabits {
    std::optional<bool> isDayFirst; ///< in "05/03/2031"
    QString country; ///< ISO 3166-1, two letters; empty where unknown
};

/// A date as machines and pages write it: ISO 8601 in its variants ("2023-09-12T08:30Z", "20230912"), RFC 2822
/// ("Tue, 12 Sep 2023 08:30:00 +0530"), English ("September 12, 2023 8:30 am EDT", "12 Sept. 2023"). The whole text
/// must be a date, but for a weekday, a time and a zone. All-number dates whose order neither they nor the habits tell
/// ("03/04/2023") give nothing. A zone that is only a name is used where the name means one offset in the news (GMT, EDT,
/// AEST), or one in that country (IST, BST, CST); "ET" means the one of that day.
[[nodiscard]] std::optional<model::NewsDate> writtenDate(QStringView text, const DateHabits &habits = {});

/// The first such date within a line, with a year.
[[nodiscard]] std::optional<model::NewsDate> dateWithin(QStringView line, const DateHabits &habits = {});

/// Whether the day comes first in the all-number dates of a text, where one of them tells.
[[nodiscard]] std::optional<bool> dayOrderWithin(QStringView text);

/// Whether people of a country write the day first; nothing where both are usual or it is not known.
[[nodiscard]] std::optional<bool> isDayFirstIn(const QString &country);

/// The date in an address: ".../2023/09/12/..." or "...-2023-09-12...".
[[nodiscard]] std::optional<model::NewsDate> dateInAddress(QStringView url);

} // namespace variorum::reading
