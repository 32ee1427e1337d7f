#pragma once

#include "base/result.h"
#include "model/comparison.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <functional>
#include <stop_token>

namespace variorum::report {

struct ReportOptions {
    QString title; ///< empty: from the stories
    QDateTime made; ///< printed as the date of the report and used for the file's own; invalid: none is printed
    QString folderLabel; ///< what to call the folder on the cover; empty: left out
};

/// Told (parts done, parts in all); called on the calling thread.
using ReportProgress = std::function<void(int, int)>;

/// The comparison as a PDF: cover, where they differ, what they agree on, single-source claims, provenance. Same
/// comparison, options and fonts give the same bytes. Error Cancelled when stopped.
[[nodiscard]] base::Result<QByteArray> writePdf(const model::Comparison &comparison, const ReportOptions &options, const ReportProgress &progress = {}, std::stop_token stop = {});

/// The comparison document, formats/comparison-json.md (format version 1).
[[nodiscard]] QByteArray writeJson(const model::Comparison &comparison);

/// Writes beside the target and renames, so that an old file stays whole until the new one is. Errors: DiskFull,
/// PermissionDenied, WriteFailed.
[[nodiscard]] base::Result<void> saveFile(const QString &path, const QByteArray &bytes);

} // namespace variorum::report
