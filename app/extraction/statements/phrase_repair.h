#pragma once

#include "extraction/statements/tree_editor.h"

namespace variorum::extraction {

/// Puts right what belongs to which phrase: nouns read as adverbs behind a determiner, prepositions that skip their
/// noun, subjects and objects on the wrong one of two verbs.
void repairPhrases(model::AnnotatedText &text, const model::Sentence &sentence, const language::WordLists &lists);

} // namespace variorum::extraction
