#pragma once

#include "base/result.h"
#include "library/connection.h"

#include <QStringList>

namespace variorum::library {

/// What a look at a file tells.
struct FileLook {
    bool isThere = false; ///< a library of this program's schema or an older one, whole as far as a cheap look tells
    bool isWritable = false; ///< it, and the folder that its -wal must lie in
    bool isImmutable = false; ///< nothing can be written, and there is no -wal: to be opened as such
    int schema = 0;
};

/// Looks at the file at `path` without writing. Errors: NotALibrary, LibraryNewer, LibraryDamaged, LibraryReadOnly (only
/// where it cannot even be read so), PermissionDenied, NotFound, WriteFailed (nothing there, and nothing can be made). The
/// header is read as bytes; SQLite, which may put -wal and -shm files beside what it opens, sees the file only once it
/// is known to be a library.
[[nodiscard]] base::Result<FileLook> lookAt(const QString &path, int newestSchema);

/// The names of what a library holds that its schema does not have, or has otherwise: triggers, views and tables of
/// another hand. Empty: as it should be.
[[nodiscard]] base::Result<QStringList> strangeObjects(Connection &connection, int schema);

} // namespace variorum::library
