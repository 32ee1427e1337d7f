#include "workspace/view_memory.h"

#include <utility>

namespace variorum::workspace {

std::optional<model::Facts> ViewMemory::take(const model::Article &article)
{
    const auto found = article.id ? m_articles.find(*article.id) : m_articles.end();
    if (found == m_articles.end() || found->second.article != article)
        return std::nullopt;
    std::optional<model::Facts> facts(std::move(found->second.facts));
    m_articles.erase(found);
    return facts;
}

void ViewMemory::keep(std::vector<model::AnalysedArticle> articles)
{
    m_articles.clear();
    m_articles.reserve(articles.size());
    for (model::AnalysedArticle &analysed : articles) {
        const bool isStored = analysed.article.id && analysed.article.id->value > 0;
        if (isStored)
            m_articles.insert_or_assign(*analysed.article.id, std::move(analysed));
    }
}

} // namespace variorum::workspace
