#pragma once

#include "model/facts.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace variorum::workspace {

/// The articles of the view shown last with their facts, so that of a library in which one article changed, one is loaded.
/// Lent out, not copied: who takes facts brings them back with the next keep(). For one thread.
class ViewMemory {
public:
    /// Those of the article, if it is still the same in everything that the library and the other articles' dates tell of it.
    [[nodiscard]] std::optional<model::Facts> take(const model::Article &article);

    /// In place of what was kept before. Only articles whose facts are up to date and that have a library's id.
    void keep(std::vector<model::AnalysedArticle> articles);

private:
    std::unordered_map<base::ArticleId, model::AnalysedArticle> m_articles;
};

} // namespace variorum::workspace
