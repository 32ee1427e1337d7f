#pragma once

#include "language/word_lists.h"
#include "model/annotated_text.h"

#include <QString>
#include <optional>

namespace variorum::extraction {

/// A word of the table reporting_verbs as it stands in a text.
struct ReportingVerb {
    QString lemma;
    QString kind; ///< "speech", "address", "writing" ... (the table's third column)
};

/// Is the token a verb that reports? By tag and lemma; in a text without tags by its form.
[[nodiscard]] std::optional<ReportingVerb> reportingVerb(const model::AnnotatedText &text, int token, const language::WordLists &lists);

} // namespace variorum::extraction
