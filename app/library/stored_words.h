#pragma once

#include "library/string_pool.h"
#include "model/statement.h"

#include <QString>
#include <optional>
#include <vector>

namespace variorum::library {

/// The words of a statement as JSON, [[begin, end, lemma, upos, deprel, head or null, entity or null], ...]. Most of what an article
/// leaves in the library, so it is written and read here by hand: through QJson it took a third of the time of storing.
[[nodiscard]] QString storedWords(const std::vector<model::StatementWord> &words);
/// Any JSON of this shape. Nothing where it is not.
[[nodiscard]] std::optional<std::vector<model::StatementWord>> wordsFromStored(const QString &stored, StringPool &pool);

} // namespace variorum::library
