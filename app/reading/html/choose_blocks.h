#pragma once

#include "reading/html/page_blocks.h"
#include "reading/html/tree.h"
#include "reading/html/witness.h"

#include <QStringView>
#include <vector>

namespace variorum::reading::html {

/// Of the blocks in the article's element, in order, those that are its text: without the headline, lists of links,
/// repetitions, and what stands before its first paragraph and after its last.
[[nodiscard]] std::vector<PageBlock> chooseBlocks(const Tree &tree, const std::vector<PageBlock> &blocks, QStringView title, const Witness &witness);

} // namespace variorum::reading::html
