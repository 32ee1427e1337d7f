#pragma once

#include "extraction/entities/mentions.h"

#include <vector>

namespace variorum::extraction {

/// Which names mean one thing: the group of each mention, numbered from 0 in order of first mention.
[[nodiscard]] std::vector<int> groupNames(const std::vector<NameMention> &mentions, const language::WordLists &lists);

/// A name's words for comparison: plain, hyphens as blanks, no stops, no "the" in front.
[[nodiscard]] QString nameKey(const QString &name);

} // namespace variorum::extraction
