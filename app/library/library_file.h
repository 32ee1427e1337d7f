#pragma once

#include "base/result.h"

#include <QString>

namespace variorum::library {

/// Is the file at `path` one that may be opened for writing? True: a library of this program's schema or an older one,
/// whole as far as a cheap look tells. False: there is nothing yet. Else NotALibrary, LibraryNewer, LibraryDamaged,
/// LibraryReadOnly, PermissionDenied, NotFound. Never writes: the header is read as bytes, and SQLite, which may put
/// -wal and -shm files beside what it opens, sees the file only once it is known to be a library.
[[nodiscard]] base::Result<bool> isUsable(const QString &path, int newestSchema);

} // namespace variorum::library
