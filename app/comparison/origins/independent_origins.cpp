// Five papers on one wire story are one origin.
//
//     The Post (by Wire), The Times (by Wire), The Sun (own words)          2 origins
//     The Post and The Sun, both "the mayor said"                           1 origin: the mayor
//     The Post, "the mayor said" and "the fire chief said"                  1 origin: one article never vouches twice

#include "comparison/origins/independent_origins.h"

#include "comparison/values/proper_names.h"

#include <algorithm>
#include <array>
#include <map>
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

std::set<QString> citedByAll(const std::map<qint64, std::set<QString>> &articles)
{
    std::set<QString> common = articles.begin()->second;
    for (const auto &[article, keys] : articles)
        std::erase_if(common, [&cited = keys](const QString &key) { return !cited.contains(key); });
    return common;
}

} // namespace

bool isNamedByPronoun(const QString &name)
{
    static constexpr std::array<QStringView, 27> kPronouns = {u"i",   u"me",  u"my",    u"we",   u"us",   u"our",   u"you",   u"your", u"he",    u"him", u"his",  u"she",  u"her", u"hers",
                                                              u"it",  u"its", u"they",  u"them", u"their", u"theirs", u"who",  u"whose", u"which", u"this", u"that", u"these", u"those"};
    const QString first = name.simplified().section(u' ', 0, 0).toLower();
    return std::find(kPronouns.begin(), kPronouns.end(), first) != kPronouns.end();
}

void resolvePronouns(std::vector<model::Origin> &origins, const std::vector<model::Entity> &entities)
{
    bool isOtherNamed = false;
    for (model::Origin &origin : origins) {
        const bool isKnown = origin.entity && origin.entity->value > 0 && origin.entity->value <= static_cast<qint64>(entities.size());
        if (isKnown && isNamedByPronoun(origin.name))
            origin.name = entities[static_cast<size_t>(origin.entity->value - 1)].name;
        isOtherNamed = isOtherNamed || (!origin.name.isEmpty() && !isNamedByPronoun(origin.name));
    }
    std::erase_if(origins, [isOtherNamed](const model::Origin &origin) {
        return isNamedByPronoun(origin.name) && (isOtherNamed || !origin.name.trimmed().contains(u' '));
    });
    std::vector<model::Origin> kept;
    for (model::Origin &origin : origins) {
        const bool isRepeat = std::any_of(kept.begin(), kept.end(), [&origin](const model::Origin &known) {
            return known.kind == origin.kind && ((known.entity && known.entity == origin.entity) || (!origin.name.isEmpty() && nameKey(known.name) == nameKey(origin.name)));
        });
        if (!isRepeat)
            kept.push_back(std::move(origin));
    }
    origins = std::move(kept);
}

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
        if (origin.name.isEmpty() || (!origin.entity && isNamedByPronoun(origin.name)))
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
    std::map<QString, std::map<qint64, std::set<QString>>> families; // by text, what each of its articles cites
    for (const model::Statement *statement : statements)
        families[m_articleKeys[static_cast<size_t>(statement->article.value - 1)]][statement->article.value].insert(keyOf(*statement));
    std::vector<std::set<QString>> keys;
    for (const auto &[family, articles] : families) {
        keys.push_back(citedByAll(articles));
        keys.back().insert(family);
    }
    // What shares a key is one; sets that a later one joins are poured together.
    std::vector<std::set<QString>> parted;
    for (std::set<QString> &one : keys) {
        std::erase_if(parted, [&one](const std::set<QString> &other) {
            const bool isShared = std::any_of(other.begin(), other.end(), [&one](const QString &key) { return one.contains(key); });
            if (isShared)
                one.insert(other.begin(), other.end());
            return isShared;
        });
        parted.push_back(std::move(one));
    }
    return static_cast<int>(parted.size());
}

} // namespace variorum::comparison
