#pragma once

#include "reading/draft.h"
#include "reading/written_date.h"

#include <QStringView>
#include <optional>
#include <vector>

namespace variorum::reading {

struct LabelledDate {
    bool isUpdate = false;
    std::optional<model::NewsDate> date; ///< nothing where it is a date whose order of day and month nobody tells
};

/// "Published: 14 March 2031 | Updated: 15 March 2031": labels, each with its date, and nothing else; empty for all other lines.
[[nodiscard]] std::vector<LabelledDate> labelledDates(QStringView line, const DateHabits &habits);

/// Where the first such label stands in a line that begins with something else ("By Ann Lee Published 14 March 2031"); -1.
[[nodiscard]] qsizetype dateLabelWithin(QStringView line);

void addDates(const std::vector<LabelledDate> &dates, Draft &draft);

// The rules; takeDateAndBylines() puts them in order.
void takeDateLines(Draft &draft, const DateHabits &habits); ///< "Published: 12 March 2031", "12 March 2031" above the text
void takePostLine(Draft &draft, const DateHabits &habits); ///< "March 14, 2031 13:05 | in Ferries | 0 comments"

} // namespace variorum::reading
