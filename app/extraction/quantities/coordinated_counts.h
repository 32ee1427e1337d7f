#pragma once

#include "extraction/quantities/quantity_reader.h"
#include "language/word_lists.h"

#include <vector>

namespace variorum::extraction {

/// Gives the bare counts of one sentence the noun of the count before them, where both say what befell those counted.
/// `readings` are in text order; only `value.counted` changes.
void completeCoordinatedCounts(const Pieces &pieces, const language::WordLists &lists, std::vector<QuantityReading> &readings);

} // namespace variorum::extraction
