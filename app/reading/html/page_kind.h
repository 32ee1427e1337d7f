#pragma once

#include "reading/html/main_text.h"
#include "reading/html/parse_page.h"

#include "base/error.h"
#include "reading/draft.h"

#include <optional>
#include <vector>

namespace variorum::reading::html {

/// Why a page is no article though text was found in it: ErrorPage, FrontPage.
[[nodiscard]] std::optional<base::Error> whyNoArticle(const ParsedPage &page, const Draft &draft, const MainText &text);

/// Takes the pleas to subscribe from the end of the text, and says what of the article the page does not give:
/// OnlyOpenPart, OnlyFirstArticle.
[[nodiscard]] std::vector<base::Error> takeMissingParts(const ParsedPage &page, MainText &text);

} // namespace variorum::reading::html
