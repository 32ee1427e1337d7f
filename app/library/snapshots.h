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

enum class SnapshotReason { Unknown, ///< made by an older program
                            Opening,
                            Hourly,
                            Asked, ///< by the person
                            Migration }; ///< the library as it was before an older schema was brought up to date

struct Snapshot {
    QString path;
    qint64 number = 0; ///< ascending, whatever the clock says; 0 for one made before a migration
    QDateTime made; ///< UTC
    qint64 bytes = 0;
    SnapshotReason reason = SnapshotReason::Unknown;

    bool operator==(const Snapshot &) const = default;
};

struct SnapshotRules {
    int newest = 10; ///< that many of the newest are kept
    int days = 14; ///< and the newest of each day for so many days
};

/// Newest first. Nothing of them is opened.
[[nodiscard]] std::vector<Snapshot> snapshotsOf(const QString &libraryPath);
/// The same and, after them, what was kept before migrations.
[[nodiscard]] std::vector<Snapshot> copiesOf(const QString &libraryPath);

/// Opens one and checks all of it: the file, and which row belongs to which. False also once `stop` asks.
[[nodiscard]] bool isWholeSnapshot(const QString &path, const std::stop_token &stop = {});

/// Puts a copy of a snapshot at `target`, where nothing may be: a library of its own. The snapshot stays.
[[nodiscard]] base::Result<void> copySnapshot(const QString &path, const QString &target);

/// The newest that opens and is whole.
[[nodiscard]] std::optional<Snapshot> newestGoodSnapshot(const QString &libraryPath);

/// Has the library been written to since the newest snapshot was made?
[[nodiscard]] bool changedSinceSnapshot(const QString &libraryPath);

/// Makes one by a connection of its own, on any thread, beside whatever else is open; then lets those go that the rules
/// do not keep. An error leaves all older ones. Soon
/// Cancelled once `stop` asks.
[[nodiscard]] base::Result<Snapshot> takeSnapshot(const QString &libraryPath, const SnapshotRules &rules = {}, const QDateTime &now = QDateTime::currentDateTimeUtc(), const std::stop_token &stop = {},
                                                  SnapshotReason reason = SnapshotReason::Unknown);

/// Those that the rules let go, of snapshots newest first.
[[nodiscard]] std::vector<Snapshot> expendable(const std::vector<Snapshot> &snapshots, const SnapshotRules &rules);

} // namespace variorum::library
