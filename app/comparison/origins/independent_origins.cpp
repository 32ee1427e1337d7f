// Five papers on one wire story are one origin.
//
//     The Post (by Wire), The Times (by Wire), The Sun (own words)          2 origins
//     The Post and The Sun, both "the mayor said"                           1 origin: the mayor

#include "comparison/origins/independent_origins.h"

#include "comparison/values/proper_names.h"

#include <numeric>
#include <set>

namespace variorum::comparison {

namespace {

QString ownKey(const model::Article &article)
{
    if (!article.agencies.isEmpty())
        return QStringLiteral("body:") + nameKey(article.agencies.front());
    const QString outlet = nameKey(model::outletLabel(article));
    return QStringLiteral("body:") + (outlet.isEmpty() ? article.path : outlet);
}

} // namespace

OriginKeys::OriginKeys(const std::vector<const model::Article *> &articles, const TextReuse &reuse)
{
    std::vector<size_t> parent(articles.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto rootOf = [&parent](size_t place) {
        while (parent[place] != place)
            place = parent[place];
        return place;
    };
    for (const auto *pairs : {&reuse.duplicateOf, &reuse.versionOf, &reuse.copyOf}) {
        for (const auto &[copy, source] : *pairs)
            parent[rootOf(static_cast<size_t>(copy))] = rootOf(static_cast<size_t>(source));
    }
    for (size_t place = 0; place < articles.size(); ++place)
        m_articleKeys.push_back(ownKey(*articles[rootOf(place)]));
}

QString OriginKeys::keyOf(const model::Statement &statement) const
{
    for (const model::Origin &origin : statement.origins) {
        if (origin.name.isEmpty())
            continue;
        if (origin.kind == model::OriginKind::Speaker || origin.kind == model::OriginKind::Document)
            return origin.entity ? QStringLiteral("entity:%1").arg(origin.entity->value) : QStringLiteral("named:") + nameKey(origin.name);
        if (origin.kind == model::OriginKind::Agency)
            return QStringLiteral("body:") + nameKey(origin.name);
    }
    return m_articleKeys[static_cast<size_t>(statement.article.value - 1)];
}

int OriginKeys::count(const std::vector<const model::Statement *> &statements) const
{
    std::set<QString> keys;
    for (const model::Statement *statement : statements)
        keys.insert(keyOf(*statement));
    return static_cast<int>(keys.size());
}

} // namespace variorum::comparison
