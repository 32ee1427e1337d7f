#pragma once

#include "base/result.h"
#include "library/snapshots.h"

#include <QString>

// What can be done about a library that is damaged. The damaged file is never written to: it is kept under another name
// beside its place (NAME.damaged-20240318T221500Z.vrm, with its -wal).

namespace variorum::library {

/// Keeps the library that is there under another name and puts a copy of the snapshot in its place. Returns the name
/// under which the damaged one is kept. Whatever fails, the library is in its place again.
[[nodiscard]] base::Result<QString> restoreSnapshot(const QString &libraryPath, const Snapshot &snapshot, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// What a salvage brought over.
struct SalvageReport {
    int articles = 0;
    int versions = 0;
    int edits = 0; ///< of articles and files
    int works = 0; ///< verdicts, notes ...
    int lost = 0; ///< rows that are known to have been there and could not be read

    bool operator==(const SalvageReport &) const = default;
};

/// Reads every row that can be read of a damaged library into a new one at `target`, where nothing may be: articles with
/// their versions, and all of the person's work. What the engine can make again it makes at the next import. Errors:
/// LibraryDamaged where not even the list of tables can be read.
[[nodiscard]] base::Result<SalvageReport> salvage(const QString &damagedPath, const QString &target);

} // namespace variorum::library
