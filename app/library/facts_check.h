#pragma once

#include "model/facts.h"

namespace variorum::library {

/// How long an article's two texts are, with the person's edits.
struct TextSizes {
    qsizetype title = 0;
    qsizetype text = 0;
};

/// Can these facts be of such an article? Everything that later reads by place relies on it: every span lies in its
/// text, ids are the places in the vectors, what is named by id is there, and neither the heads of words nor the
/// statements that others stand in go round in a circle. A library from elsewhere, or a damaged one, may hold anything.
[[nodiscard]] bool areConsistent(const model::Facts &facts, const TextSizes &sizes);

/// Blocks in order, apart, and in a text of this size.
[[nodiscard]] bool areConsistent(const std::vector<model::TextBlock> &blocks, qsizetype textSize);

} // namespace variorum::library
