#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <stop_token>

namespace variorum::reading {

struct ByteLimits {
    qint64 file = 0;
    qint64 container = 0; ///< for what needsHelper() knows by its first bytes
};

/// The bytes of a regular file, opened for reading only and never waited on (a FIFO or a device is NotAFile).
/// Fails with NotFound, PermissionDenied, NotAFile, TooLarge (more than its limit; the detail names both sizes),
/// Vanished (its size or time changed meanwhile), Unreadable or Cancelled.
[[nodiscard]] base::Result<QByteArray> fileBytes(const QByteArray &nativePath, const QString &shownPath, const ByteLimits &limits, std::stop_token stop);

/// The error for a failed system call on a path.
[[nodiscard]] base::Error systemError(int number, const QString &shownPath);

} // namespace variorum::reading
