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

/// "en" where English function words are as frequent as in English prose; absent where the text is too short or another language.
[[nodiscard]] std::optional<QString> languageByWords(QStringView text);

} // namespace variorum::reading
