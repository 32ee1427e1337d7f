#pragma once

#include <QString>

namespace variorum::reading {

/// Drops picture labels and credits that were run into a paragraph ("Image copyright X Image caption", "Reuters 3 ",
/// "HARBOUR TIMES "), keeping the caption's own sentence. See the file's head for how they are told from prose.
[[nodiscard]] QString withoutInlineCredits(const QString &paragraph);

} // namespace variorum::reading
