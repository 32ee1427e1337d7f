#pragma once

#include "language/language_pack.h"
#include "model/facts.h"

namespace variorum::evaluation {

/// The article with one statement a sentence in the place of its clauses: what comparison would see if it did not cut
/// sentences up. A sentence has the slots, quotation and origins of all its statements; certainty and polarity are those of its main
/// clause.
[[nodiscard]] model::AnalysedArticle withSentencesAsStatements(const model::AnalysedArticle &analysed, const language::LanguagePack &pack);

} // namespace variorum::evaluation
