#pragma once

#include "reading/risky/archive/archive.h"

#include <vector>

namespace variorum::reading::risky {

[[nodiscard]] bool isWacz(const Archive &archive);
[[nodiscard]] std::vector<Draft> readWacz(const Source &source, const Archive &archive, Budget &budget);

} // namespace variorum::reading::risky
