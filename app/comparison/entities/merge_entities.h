#pragma once

#include "model/entity.h"
#include "model/facts.h"

#include <vector>

namespace variorum::comparison {

/// One story's entities over its articles, and which of them each article's own became.
struct MergedEntities {
    std::vector<model::Entity> entities; ///< ids are places; mentions carry the given article ids
    std::vector<std::vector<base::EntityId>> idOf; ///< by article, then by the article's own id
};

/// `facts` and `articles` (their ids) go side by side, in canonical order.
[[nodiscard]] MergedEntities mergeEntities(const std::vector<const model::Facts *> &facts, const std::vector<base::ArticleId> &articles);

} // namespace variorum::comparison
