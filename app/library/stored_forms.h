#pragma once

#include "library/library.h"
#include "model/time_value.h"

#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

// How values that are no column of their own are written in the library, and read back. Reading gives nothing for
// what this program cannot have written: the library is then damaged.

namespace variorum::library {

[[nodiscard]] QString storedList(const QStringList &list); ///< ["a","b"]
[[nodiscard]] std::optional<QStringList> listFromStored(const QString &stored);

[[nodiscard]] QString storedBlocks(const std::vector<model::TextBlock> &blocks); ///< [["paragraph",0,120]]
[[nodiscard]] std::optional<std::vector<model::TextBlock>> blocksFromStored(const QString &stored);

[[nodiscard]] QString storedProblems(const std::vector<base::Error> &problems); ///< [["truncated","a.html","","",false]]
[[nodiscard]] std::optional<std::vector<base::Error>> problemsFromStored(const QString &stored);

using MetadataSources = std::map<model::MetadataField, QString>;
[[nodiscard]] QString storedSources(const MetadataSources &sources); ///< {"title":"meta og:title"}
[[nodiscard]] std::optional<MetadataSources> sourcesFromStored(const QString &stored);

/// "2023-09-10T12:00:00.000", local to an unknown place. Nothing for a year that ISO 8601 has no four digits for.
[[nodiscard]] std::optional<QString> storedMoment(const std::optional<QDateTime> &moment);
[[nodiscard]] std::optional<QDateTime> momentFromStored(const std::optional<QString> &stored);

/// For ordering, "2023-09-12T03:00:00".
[[nodiscard]] std::optional<QString> storedUtc(const std::optional<model::NewsDate> &date);
[[nodiscard]] std::optional<QString> storedDate(const std::optional<model::NewsDate> &date);

} // namespace variorum::library
