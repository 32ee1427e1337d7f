#pragma once

#include "extraction/shared/number_reader.h"

namespace variorum::extraction {

/// Is the number at [index, reading.end) part of a name or code rather than a quantity: "Flight 1909", "Covid-19",
/// "No. 5", a score, a telephone number, a list number? The index after all that belongs to it; nothing where it counts.
/// `isMeasured`: a unit or a bound stands with it.
[[nodiscard]] std::optional<int> numberNameEnd(const Pieces &pieces, int index, const NumberReading &reading, bool isMeasured);

} // namespace variorum::extraction
