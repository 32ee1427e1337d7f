#pragma once

#include <QString>

#include <functional>

// An SQLite file system that passes everything on to the system's, until it is told to fail: the n-th call that touches
// a disk, once or from then on, as an error of the device or as a full disk; or the process is killed at that call; or the
// power is lost. One thread.
//
// For the power it keeps, beside the real files, what a disk is sure to hold of each: what was there at xSync. All that was
// written since may have reached it or not, each write by itself, or a few sectors of it:
//
//     write A, write B, sync, write C, write D       powerLost(): A B, A B C, A B D, A B C and half of D ...

namespace variorum::tests {

enum class ShimFault { None,
                       IoError,
                       DiskFull }; ///< only what makes files longer, or writes

class ShimVfs {
public:
    /// Called before the call that was chosen; returns which is the next one, 0: none.
    using AtCall = std::function<qint64(qint64 call)>;

    /// The default file system from now on, for this process.
    static void install();

    /// From now on calls are counted from 1; the `failing`-th fails, and all after it if it is sticky.
    static void arm(ShimFault fault, qint64 failing, bool isSticky);
    /// From now on the disk is full after so many more bytes of growth, of all files together.
    static void armFull(qint64 bytes);
    /// Counts calls that change a disk, and asks `atCall` before the `first`-th of them. From now on powerLost() may be called.
    static void armPower(qint64 first, AtCall atCall);
    [[nodiscard]] static qint64 powerCalls(); ///< since armPower()
    /// Writes what a disk may hold if the power goes now: each file touched since armPower() under its own name in `folder`.
    /// The seed chooses. False where that fails.
    [[nodiscard]] static bool powerLost(const QString &folder, quint32 seed);
    /// The process ends by SIGKILL before the n-th call that changes a disk.
    static void armKill(qint64 call);
    static void disarm();
    [[nodiscard]] static qint64 calls(); ///< since arm()
    [[nodiscard]] static bool hasFailed(); ///< since arm()
};

} // namespace variorum::tests
