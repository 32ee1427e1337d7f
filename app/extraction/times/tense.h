#pragma once

#include "extraction/shared/pieces.h"

namespace variorum::extraction {

enum class Tense { Past, Future };

/// Does what the clause around the pieces [begin, end) tells lie behind or before its writer? From the verb that
/// stands nearest in the tree where there are tags, else from the nearest word that tells. Past where nothing does:
/// news tells what happened.
[[nodiscard]] Tense tenseAround(const Pieces &pieces, int begin, int end);

} // namespace variorum::extraction
