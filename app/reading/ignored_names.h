#pragma once

#include <QByteArray>

namespace variorum::reading {

/// Whether a name is one of what lies beside articles and is none: companions of saved pages, pictures, styles, hidden
/// files. Passed over in folders and in archives alike. The name alone, without its path.
[[nodiscard]] bool isIgnoredFolder(const QByteArray &name);
[[nodiscard]] bool isIgnoredFile(const QByteArray &name);

} // namespace variorum::reading
