#pragma once

#include "extraction/extract.h"

#include <vector>

namespace variorum::extraction {

/// Direct and mixed quotations (marked by quotation marks) and indirect ones, with their speakers, by field and
/// place. Ids are places in the result.
[[nodiscard]] std::vector<model::Quote> findQuotes(const AnnotatedArticle &annotated, const std::vector<model::Entity> &entities, const language::WordLists &lists);

[[nodiscard]] inline std::vector<model::Quote> findQuotes(const AnnotatedArticle &annotated, const std::vector<model::Entity> &entities, const language::LanguagePack &pack)
{
    return findQuotes(annotated, entities, pack.wordLists());
}

} // namespace variorum::extraction
