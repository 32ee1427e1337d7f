#pragma once

#include "library/connection.h"
#include "library/string_pool.h"
#include "model/facts.h"

#include <optional>

// Facts as rows of the tables entity, mention, time_mention, quantity_mention, quote, statement, origin, slot. Keep the column lists
// of facts_writing.cpp and facts_reading.cpp in step, they are taken by position.

namespace variorum::library {

/// Nothing may be there of this analysis.
[[nodiscard]] base::Result<void> writeFacts(Connection &connection, qint64 analysis, const model::Facts &facts);

/// The tables one by one in the order of their keys, which is the order of the vectors. Nothing where this program cannot have
/// written them.
[[nodiscard]] base::Result<std::optional<model::Facts>> readFacts(Connection &connection, qint64 analysis, StringPool &pool);

} // namespace variorum::library
