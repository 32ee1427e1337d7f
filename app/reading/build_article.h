#pragma once

#include "model/article.h"
#include "reading/draft.h"
#include "reading/read_file.h"

namespace variorum::reading {

/// Puts an article together from a reader's draft: runs the rules about lines, joins the blocks, settles each metadata
/// field by trust. Its path, part and hash are the caller's to set.
[[nodiscard]] model::Article buildArticle(Draft draft, const ReadOptions &options);

/// The text as it is, parted at blank lines, without metadata.
[[nodiscard]] model::Article plainArticle(const QString &text, const ReadOptions &options);

} // namespace variorum::reading
