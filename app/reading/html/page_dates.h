#pragma once

#include "reading/draft.h"
#include "reading/html/page_view.h"

namespace variorum::reading::html {

/// Adds the dates that stand nearest to the headline, and gives a moment that machines are told in UTC the offset that
/// the page shows it in. What machines are told must be in the draft already.
void readDates(const PageView &view, Draft &draft);

} // namespace variorum::reading::html
