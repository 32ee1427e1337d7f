#pragma once

#include <QString>

namespace variorum::ui {

/// What a rule of the comparison holds, as one sentence for a person: "lies-apart" is nothing to read. Empty for a name
/// that is not known here; then the name itself is shown.
[[nodiscard]] QString ruleSentence(const QString &rule);

/// The sentence, and after it the name that documents use; the name alone where there is no sentence.
[[nodiscard]] QString ruleLabel(const QString &rule);

} // namespace variorum::ui
