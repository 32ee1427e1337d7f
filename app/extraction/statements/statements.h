#pragma once

#include "extraction/entities/entities.h"
#include "extraction/extract.h"

#include <vector>

namespace variorum::extraction {

/// The other steps' results, which statements tie together.
struct FoundSoFar {
    const std::vector<model::Entity> &entities;
    const std::vector<model::TimeMention> &times;
    const std::vector<model::QuantityMention> &quantities;
    const std::vector<model::Quote> &quotes;
};

/// Clauses, and adjuncts that carry their own fact, by field and place. Ids are places in the result.
/// On `stop`, the sentences that are not done are left out.
[[nodiscard]] std::vector<model::Statement> findStatements(const AnnotatedArticle &annotated, const FoundSoFar &found, const language::LanguagePack &pack, const std::stop_token &stop = {});

/// The same with what it needs of the language, so that it can be tested on trees made by hand.
[[nodiscard]] std::vector<model::Statement> findStatements(const AnnotatedArticle &annotated, const FoundSoFar &found, const Knowledge &knowledge, const std::stop_token &stop = {});

} // namespace variorum::extraction
