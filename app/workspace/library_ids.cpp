#include "workspace/library_ids.h"

#include <map>
#include <utility>
#include <vector>

namespace variorum::workspace {

namespace {

/// The library's id by the comparison's number, which counts from 1; path and part name an article in both. The number
/// itself where the library has none.
std::vector<base::ArticleId> idsByNumber(const model::Comparison &comparison, const LibraryView &view)
{
    std::map<std::pair<QString, int>, base::ArticleId> known;
    for (const model::AnalysedArticle &analysed : view.analysed) {
        if (analysed.article.id)
            known.emplace(std::pair(analysed.article.path, analysed.article.part), *analysed.article.id);
    }
    std::vector<base::ArticleId> ids;
    for (const model::Article &article : comparison.articles) {
        const auto found = known.find({article.path, article.part});
        ids.push_back(found == known.end() ? base::ArticleId{static_cast<qint64>(ids.size()) + 1} : found->second);
    }
    return ids;
}

} // namespace

void useLibraryIds(model::Comparison &comparison, const LibraryView &view)
{
    const std::vector<base::ArticleId> ids = idsByNumber(comparison, view);
    const auto change = [&ids](base::ArticleId &id) {
        const auto number = static_cast<size_t>(id.value);
        if (number >= 1 && number <= ids.size())
            id = ids[number - 1];
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
