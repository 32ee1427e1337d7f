#pragma once

#include "reading/draft.h"
#include "reading/html/page_view.h"

namespace variorum::reading::html {

/// Adds the authors (and agencies) of the byline that stands nearest to the headline. What machines are told must be
/// in the draft already: a byline that shares a person with it is trusted above it.
void readBylines(const PageView &view, Draft &draft);

} // namespace variorum::reading::html
