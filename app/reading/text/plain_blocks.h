#pragma once

#include "reading/draft.h"

#include <QStringView>
#include <vector>

namespace variorum::reading {

/// Parts clean plain text into paragraphs. Where lines are long a line is a paragraph; where they are wrapped by hand at
/// some width, paragraphs are parted by blank lines and their lines are joined. Lines with a bullet are list items.
[[nodiscard]] std::vector<DraftBlock> plainBlocks(QStringView text);

/// The line without its bullet ("•", "- ", "* "); unchanged where it has none.
[[nodiscard]] QStringView withoutBullet(QStringView line);

} // namespace variorum::reading
