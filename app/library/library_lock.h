#pragma once

#include "base/result.h"

#include <memory>

class QLockFile;

namespace variorum::library {

/// Held while it lives: this process writes the library at `path`, by NAME.vrm.lock beside it, which names the process. Errors:
/// LibraryOpenElsewhere, whose detail says who holds it ("variorum, process 4711 on desk-3, since 2024-03-18 22:15");
/// LibraryReadOnly where no such file can be made. What a process left that is gone holds nothing.
[[nodiscard]] base::Result<std::unique_ptr<QLockFile>> lockLibrary(const QString &path);

} // namespace variorum::library
