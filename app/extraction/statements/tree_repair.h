#pragma once

#include "language/word_lists.h"
#include "model/annotated_text.h"

namespace variorum::extraction {

/// The text with those trees put right that a parser often gets wrong in news: reports that close a sentence,
/// "according to", a subordinator taken for a preposition, a subject in two halves, sentences that a page ran into one
/// another. Only heads, relations and the cuts between sentences change.
[[nodiscard]] model::AnnotatedText withRepairedTrees(model::AnnotatedText text, bool isTitle, const language::WordLists &lists);

} // namespace variorum::extraction
