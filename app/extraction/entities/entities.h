#pragma once

#include "extraction/extract.h"

#include <vector>

namespace variorum::extraction {

/// The people, bodies and places of both texts: mentions grouped by entity, pronouns and descriptions resolved
/// where it is safe. Ids are places in the result. Mentions do not overlap, but that a place may stand inside an
/// organisation's name.
[[nodiscard]] std::vector<model::Entity> findEntities(const AnnotatedArticle &annotated, const language::LanguagePack &pack);

} // namespace variorum::extraction
