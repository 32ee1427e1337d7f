#pragma once

#include "reading/draft.h"
#include "reading/html/tree.h"

namespace variorum::reading::html {

/// Adds the page's titles as its heading and its <title> give them; what machines are told must be in the draft
/// already. Adds the outlet where <title> is the headline and a name behind it. Returns the headline's node, or -1.
int readTitles(const Tree &tree, Draft &draft);

} // namespace variorum::reading::html
