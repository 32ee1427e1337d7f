#pragma once

#include "reading/html/class_words.h"
#include "reading/html/page_blocks.h"
#include "reading/html/tree.h"

#include <vector>

namespace variorum::reading::html {

/// How much prose (characters that are no link) every subtree holds, one figure a node; blocks in elements that are
/// `out` (empty: none is) count nothing.
[[nodiscard]] std::vector<double> proseOfSubtrees(const Tree &tree, const std::vector<PageBlock> &blocks, const std::vector<bool> &out);

/// The same of all characters, and of those in links.
[[nodiscard]] std::vector<double> textOfSubtrees(const Tree &tree, const std::vector<PageBlock> &blocks, const std::vector<bool> &out);
[[nodiscard]] std::vector<double> linksOfSubtrees(const Tree &tree, const std::vector<PageBlock> &blocks, const std::vector<bool> &out);

/// Which nodes' text is no article's, by what their elements say of themselves, one flag a node.
[[nodiscard]] std::vector<bool> clutterOf(const Tree &tree, const std::vector<Role> &roles, const std::vector<PageBlock> &blocks);

/// Makes seen what a page hides of its own article: some hide the text until a script has asked for an account. Whether
/// anything changed, so that the blocks must be made again.
[[nodiscard]] bool revealHiddenArticle(const Tree &tree, const std::vector<PageBlock> &blocks, std::vector<Role> &roles);

} // namespace variorum::reading::html
