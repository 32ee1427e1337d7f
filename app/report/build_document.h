#pragma once

#include "model/comparison.h"
#include "report/document.h"
#include "report/report.h"

namespace variorum::report {

/// The report as every writer prints it: cover with the table of sources, where they differ by severity, what they
/// agree on, what one source alone reports, provenance. Pure.
[[nodiscard]] Document buildDocument(const model::Comparison &comparison, const ReportOptions &options);

} // namespace variorum::report
