#pragma once

#include "extraction/shared/pieces.h"

namespace variorum::extraction {

enum class Tense { Past, Present, Future };

/// Does what the clause around the pieces [begin, end) tells lie behind or before its writer? From the verb that
/// stands nearest in the tree where there are tags, else from the nearest word that tells. Past where nothing does:
/// news tells what happened. Present: a plan ("meets on Friday") or a caption ("leaves his train on Tuesday").
[[nodiscard]] Tense tenseAround(const Pieces &pieces, int begin, int end);

} // namespace variorum::extraction
