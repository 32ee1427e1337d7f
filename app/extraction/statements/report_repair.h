#pragma once

#include "extraction/statements/tree_editor.h"

namespace variorum::extraction {

/// Makes what says who says it ("..., a nurse said on Monday") a report beside the root, with its subject.
void repairReports(model::AnnotatedText &text, const model::Sentence &sentence, const language::WordLists &lists);

} // namespace variorum::extraction
