#pragma once

#include "extraction/statements/tree_editor.h"

namespace variorum::extraction {

/// Puts right where a sentence's clauses hang: plans ("is due to"), bounds ("no more than"), subjects of what is
/// reported, phrases before a participle, relative clauses behind a comma.
void repairClauses(model::AnnotatedText &text, const model::Sentence &sentence, const language::WordLists &lists);

} // namespace variorum::extraction
