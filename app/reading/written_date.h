#pragma once

#include "model/news_date.h"

#include <QStringView>
#include <optional>

namespace variorum::reading {

/// A date as machines and pages write it: ISO 8601 in its variants ("2023-09-12T08:30Z", "20230912"), RFC 2822
/// ("Tue, 12 Sep 2023 08:30:00 +0530"), English ("September 12, 2023 8:30 am EDT", "12 Sept. 2023"). The whole text
/// must be a date, but for a weekday, a time and a zone. All-number dates whose order is unclear ("03/04/2023") give
/// nothing. A zone that is only a name is used where the name means one offset in the news (GMT, EDT, CEST ...).
[[nodiscard]] std::optional<model::NewsDate> writtenDate(QStringView text);

/// The first such date within a line, with a year.
[[nodiscard]] std::optional<model::NewsDate> dateWithin(QStringView line);

/// The date in an address: ".../2023/09/12/..." or "...-2023-09-12...".
[[nodiscard]] std::optional<model::NewsDate> dateInAddress(QStringView url);

} // namespace variorum::reading
