#pragma once

#include "reading/reader.h"

#include <span>

namespace variorum::reading {

/// The readers of the formats that are parsed within the program itself, in the order in which they are asked. The
/// helper program asks them too, after its own, so that a page in an archive is read as any page is.
[[nodiscard]] std::span<const Reader> safeReaders();

} // namespace variorum::reading
