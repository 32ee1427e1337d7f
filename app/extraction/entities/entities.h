#pragma once

#include "extraction/extract.h"

#include <vector>

namespace variorum::extraction {

/// What rules may look up: WordNet, and the tables of resources/lexicon. Both outlive the call.
struct Knowledge {
    const language::Lexicon &lexicon;
    const language::WordLists &lists;
};

/// The people, bodies and places of both texts: mentions grouped by entity, pronouns and descriptions resolved
/// where it is safe. Ids are places in the result. Mentions do not overlap, but that a place may stand inside an
/// organisation's name or inside a description ("the Norwegian minister"). On `stop`, some are left out.
[[nodiscard]] std::vector<model::Entity> findEntities(const AnnotatedArticle &annotated, const language::LanguagePack &pack, const std::stop_token &stop = {});

/// The same with what it needs of the language, so that it can be tested on trees made by hand.
[[nodiscard]] std::vector<model::Entity> findEntities(const AnnotatedArticle &annotated, const Knowledge &knowledge, const std::stop_token &stop = {});

} // namespace variorum::extraction
