#pragma once

#include "reading/html/page_blocks.h"
#include "reading/html/tree.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace variorum::reading::html {

struct MainText {
    std::vector<PageBlock> blocks; ///< the article's paragraphs, in order, without its headline
    QStringList captions;
};

/// Finds the article in a page. `title` is the best title known, which is not part of the text; `witness` is the
/// article's body as the page's linked data gives it, or empty: a block that it contains is surely the article's.
[[nodiscard]] MainText mainText(const Tree &tree, QStringView title, QStringView witness);

} // namespace variorum::reading::html
