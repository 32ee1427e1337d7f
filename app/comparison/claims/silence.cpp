#include "comparison/claims/silence.h"

#include <algorithm>
#include <map>
#include <set>

namespace variorum::comparison {

namespace {

constexpr size_t kFewestEntities = 2; // a scene of one name is everywhere

/// Entities that at least half of the claim's statements name.
std::set<qint64> sceneOf(const ClaimGroup &claim, const StoryMaterial &material)
{
    std::map<qint64, size_t> counts;
    for (const int member : claim.members) {
        std::set<qint64> named;
        for (const Unit &unit : material.view(member).units) {
            if (unit.entity)
                named.insert(unit.entity->value);
        }
        for (const qint64 entity : named)
            ++counts[entity];
    }
    std::set<qint64> scene;
    for (const auto &[entity, count] : counts) {
        if (count * 2 >= claim.members.size())
            scene.insert(entity);
    }
    return scene;
}

bool isLater(const model::NewsDate &one, const model::NewsDate &first)
{
    const bool both = one.time && first.time;
    return both ? one.utcForOrdering() > first.utcForOrdering() : one.date > first.date;
}

} // namespace

std::vector<base::ArticleId> silentArticles(const ClaimGroup &claim, const StoryMaterial &material)
{
    std::optional<model::NewsDate> first;
    std::set<int> making;
    for (const int member : claim.members) {
        making.insert(material.view(member).article);
        const auto &published = material.articles[static_cast<size_t>(material.view(member).article)]->published;
        if (published && (!first || published->utcForOrdering() < first->utcForOrdering()))
            first = published;
    }
    const std::set<qint64> scene = sceneOf(claim, material);
    if (!first || scene.size() < kFewestEntities)
        return {};
    std::vector<size_t> named(material.articles.size()); // how many of the scene each article names
    for (const qint64 entity : scene) {
        std::set<qint64> articles;
        for (const model::Mention &mention : material.entity(base::EntityId{entity}).mentions)
            articles.insert(mention.article.value);
        for (const qint64 article : articles)
            ++named[static_cast<size_t>(article - 1)]; // an article's id is its place in the story + 1
    }
    std::vector<base::ArticleId> silent;
    for (size_t place = 0; place < material.articles.size(); ++place) {
        const model::Article &article = *material.articles[place];
        if (making.contains(static_cast<int>(place)) || !article.published || !isLater(*article.published, *first))
            continue;
        if (static_cast<double>(named[place]) >= material.weights.sceneShare * static_cast<double>(scene.size()))
            silent.push_back(*article.id);
    }
    return silent;
}

} // namespace variorum::comparison
