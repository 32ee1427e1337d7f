#include "workspace/library_ids.h"

#include <map>
#include <unordered_map>
#include <utility>

namespace variorum::workspace {

namespace {

using IdMap = std::unordered_map<base::ArticleId, base::ArticleId>;

/// From the comparison's numbers to the library's; path and part name an article in both.
IdMap idsByNumber(const model::Comparison &comparison, const LibraryView &view)
{
    std::map<std::pair<QString, int>, base::ArticleId> known;
    for (const model::AnalysedArticle &analysed : view.analysed) {
        if (analysed.article.id)
            known.emplace(std::pair(analysed.article.path, analysed.article.part), *analysed.article.id);
    }
    IdMap ids;
    for (const model::Article &article : comparison.articles) {
        const auto found = known.find({article.path, article.part});
        if (article.id && found != known.end())
            ids.emplace(*article.id, found->second);
    }
    return ids;
}

} // namespace

void useLibraryIds(model::Comparison &comparison, const LibraryView &view)
{
    const IdMap ids = idsByNumber(comparison, view);
    const auto change = [&ids](base::ArticleId &id) {
        const auto found = ids.find(id);
        if (found != ids.end())
            id = found->second;
    };
    for (model::Article &article : comparison.articles) {
        if (article.id)
            change(*article.id);
    }
    for (model::Story &story : comparison.stories) {
        for (base::ArticleId &article : story.articles)
            change(article);
    }
    for (model::Entity &entity : comparison.entities) {
        for (model::Mention &mention : entity.mentions)
            change(mention.article);
    }
    for (model::Statement &statement : comparison.statements)
        change(statement.article);
    for (model::Quote &quote : comparison.quotes)
        change(quote.article);
    for (model::Claim &claim : comparison.claims) {
        for (base::ArticleId &article : claim.silent)
            change(article);
    }
    for (model::Divergence &divergence : comparison.divergences) {
        for (model::DivergentValue &value : divergence.values) {
            for (model::Evidence &evidence : value.evidence)
                change(evidence.article);
        }
    }
    for (auto *pairs : {&comparison.duplicateOf, &comparison.versionOf, &comparison.copyOf}) {
        for (auto &[one, other] : *pairs) {
            change(one);
            change(other);
        }
    }
}

} // namespace variorum::workspace
