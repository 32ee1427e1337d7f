#pragma once

#include "base/result.h"
#include "library/snapshots.h"

#include <QStringList>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

// A library seen from outside: is it whole, and all of it as one document. Both only read.

namespace variorum::library {

/// What a check found.
struct CheckReport {
    int schema = 0;
    std::vector<std::pair<QString, qint64>> counts; ///< rows by table, in a fixed order
    QStringList findings; ///< what is wrong, in SQLite's words and ours; empty: whole
    std::vector<Snapshot> snapshots; ///< newest first
    std::optional<Snapshot> newestGood; ///< looked for only where something is wrong
};

/// Everything that can be told: integrity, foreign keys, the schema, and each article and its facts as this program reads
/// them. An error only where the file cannot be opened at all and is no damaged library either.
[[nodiscard]] base::Result<CheckReport> checkLibrary(const QString &path);

/// All tables as one JSON document, given out piece by piece; what `write` refuses ends it with WriteFailed. Bytes are
/// written in hexadecimal; columns that hold JSON are JSON. The search index is left out.
[[nodiscard]] base::Result<void> exportJson(const QString &path, const std::function<bool(const QByteArray &)> &write);

} // namespace variorum::library
