#pragma once

#include "reading/draft.h"
#include "reading/html/parse_page.h"

namespace variorum::reading::html {

/// Adds what a page says of itself to the draft: JSON-LD, meta elements, microdata, <time>, headings, bylines,
/// canonical link, language. Returns the article's body as the JSON-LD gives it, empty where none.
QString readPageMetadata(const ParsedPage &page, Draft &draft);

} // namespace variorum::reading::html
