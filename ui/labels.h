#pragma once

#include "model/comparison.h"
#include "model/comparison_index.h"

#include <QString>

namespace variorum::ui {

// What the window calls the program's enumerators: translated, for people. Documents use model/names.h.

[[nodiscard]] QString kindLabel(model::DivergenceKind kind); ///< "quantity"
[[nodiscard]] QString severityLabel(model::Severity severity, bool isUpdate = false); ///< "Conflict"; "Update"
[[nodiscard]] QString statusLabel(model::MarkStatus status);
[[nodiscard]] QString certaintyLabel(model::Certainty certainty); ///< "stated", "as possible"
[[nodiscard]] QString roleLabel(model::SlotRole role); ///< "who acts", "time"
[[nodiscard]] QString kindIconName(model::DivergenceKind kind);
[[nodiscard]] QString severityIconName(model::Severity severity);

/// "Conflict: quantity"
[[nodiscard]] QString divergenceLabel(const model::Divergence &divergence);

/// "12 September 2023, 08:30 (UTC+05:30)"; "inferred" is said by the caller.
[[nodiscard]] QString dateLabel(const model::NewsDate &date);
/// The same where room is short: "12 Sep 2023".
[[nodiscard]] QString shortDateLabel(const model::NewsDate &date);

/// "Polish" for "pl" or "pl-PL"; the tag where it means nothing known.
[[nodiscard]] QString languageLabel(const QString &tag);

/// Who an article has it from, innermost first: "a source, via Reuters". The article's own outlet, which may close the
/// chain, is left out; empty where nobody else is named.
[[nodiscard]] QString originLabel(const std::vector<model::Origin> &origins, const QString &ownOutlet);

} // namespace variorum::ui
