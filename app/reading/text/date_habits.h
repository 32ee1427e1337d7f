#pragma once

#include "reading/draft.h"
#include "reading/written_date.h"

namespace variorum::reading {

/// Where a draft's dates were written, as far as the draft tells: by the region of its language, its address, the agency or
/// the place that it opens or closes with, and by other dates in it.
[[nodiscard]] DateHabits dateHabitsOf(const Draft &draft);

} // namespace variorum::reading
