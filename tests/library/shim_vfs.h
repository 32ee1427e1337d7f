#pragma once

#include <QtGlobal>

// An SQLite file system that passes everything on to the system's, until it is told to fail: the n-th call that touches
// a disk, once or from then on, as an error of the device or as a full disk. One thread.

namespace variorum::tests {

enum class ShimFault { None,
                       IoError,
                       DiskFull }; ///< only what makes files longer, or writes

class ShimVfs {
public:
    /// The default file system from now on, for this process.
    static void install();

    /// From now on calls are counted from 1; the `failing`-th fails, and all after it if it is sticky.
    static void arm(ShimFault fault, qint64 failing, bool isSticky);
    /// From now on the disk is full after so many more bytes of growth, of all files together.
    static void armFull(qint64 bytes);
    static void disarm();
    [[nodiscard]] static qint64 calls(); ///< since arm()
    [[nodiscard]] static bool hasFailed(); ///< since arm()
};

} // namespace variorum::tests
