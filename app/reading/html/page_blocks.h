#pragma once

#include "model/article.h"
#include "reading/html/class_words.h"
#include "reading/html/tree.h"

#include <QString>
#include <vector>

namespace variorum::reading::html {

/// A run of text between two block boundaries of a page.
struct PageBlock {
    model::BlockKind kind = model::BlockKind::Paragraph;
    QString text; ///< one line, white space tidied
    int node = 0; ///< the innermost block element around it
    qsizetype linkUnits = 0; ///< how much of the text is inside links
    bool isCaption = false;
    bool isStandfirst = false;
    bool isDataRow = false; ///< the cells of a table's row, parted by bars
    bool isEmbedded = false; ///< of a quoted post
    bool isUnseen = false;

    [[nodiscard]] double linkShare() const { return text.isEmpty() ? 0.0 : static_cast<double>(linkUnits) / static_cast<double>(text.size()); }

    /// Whether it reads like prose: long enough, not made of links, with sentences in it.
    [[nodiscard]] bool isProse() const { return !isUnseen && isProseWhenSeen(); }
    [[nodiscard]] bool isProseWhenSeen() const;
};

/// All blocks of a page in order; `roles` is one Role a node.
[[nodiscard]] std::vector<PageBlock> pageBlocks(const Tree &tree, const std::vector<Role> &roles);

} // namespace variorum::reading::html
