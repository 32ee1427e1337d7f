#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>
#include <optional>
#include <stop_token>
#include <vector>

// Whole copies of a library, kept in the folder NAME.vrm.snapshots beside it: made at opening, every hour in which it
// changed, and before a migration (that one beside the library, NAME.schema-N.vrm). A copy is reopened and checked
// before an older one goes; one that is not whole is thrown away and takes no other's place.

namespace variorum::library {

struct Snapshot {
    QString path;
    qint64 number = 0; ///< ascending, whatever the clock says
    QDateTime made; ///< UTC
    qint64 bytes = 0;

    bool operator==(const Snapshot &) const = default;
};

struct SnapshotRules {
    int newest = 10; ///< that many of the newest are kept
    int days = 14; ///< and the newest of each day for so many days
};

/// Newest first. Nothing of them is opened.
[[nodiscard]] std::vector<Snapshot> snapshotsOf(const QString &libraryPath);

/// The newest that opens and is whole.
[[nodiscard]] std::optional<Snapshot> newestGoodSnapshot(const QString &libraryPath);

/// Has the library been written to since the newest snapshot was made?
[[nodiscard]] bool changedSinceSnapshot(const QString &libraryPath);

/// Makes one by a connection of its own, on any thread, beside whatever else is open; then lets those go that the rules
/// do not keep. An error leaves all older ones. Soon
/// Cancelled once `stop` asks.
[[nodiscard]] base::Result<Snapshot> takeSnapshot(const QString &libraryPath, const SnapshotRules &rules = {}, const QDateTime &now = QDateTime::currentDateTimeUtc(), const std::stop_token &stop = {});

/// Those that the rules let go, of snapshots newest first.
[[nodiscard]] std::vector<Snapshot> expendable(const std::vector<Snapshot> &snapshots, const SnapshotRules &rules);

} // namespace variorum::library
