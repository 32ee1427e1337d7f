#pragma once

#include "reading/draft.h"

#include <QStringView>

namespace variorum::reading {

/// The length of the front matter that a text begins with, its closing line included: "---" lines around "key: value"
/// (YAML) or "+++" lines around "key = value" (TOML). Where the closing line is missing, the keys alone. 0 where there is none.
[[nodiscard]] qsizetype frontMatterSize(QStringView text);

/// Whether a line of plain text is a known key and its value: "Author: Ann Lee".
[[nodiscard]] bool isKeyLine(QStringView line);

/// Adds what the front matter says of the article to the draft. Known keys in any case: title, author(s), byline, date,
/// published, updated, source, outlet, publisher, agency, url, lang, dateline ...; the others mean nothing here.
void readFrontMatter(QStringView frontMatter, Draft &draft);

} // namespace variorum::reading
