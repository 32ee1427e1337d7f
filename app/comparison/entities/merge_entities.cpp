// Which entities of different articles are one.
//
//     "Kim Jong Un" (A), "Kim Jong-un" (B)      one key "kimjongun"
//     "Kim" (C)                                 the only person of the story with that word in the name
//     "HMC" (A), "Harbour Medical Centre" (B)   acronym
//     "Zhao Zicong" (A), "Zhao Sicong" (B)      one letter in one word of a longer name
//     "Berg" (C) beside Anna Berg and Karl Berg nobody: it could be either
//
// Kinds must agree; "other" agrees with every kind.

#include "comparison/entities/merge_entities.h"

#include "comparison/values/proper_names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace variorum::comparison {

using model::Entity;
using model::EntityKind;

namespace {

struct Node {
    size_t article = 0;
    const Entity *entity = nullptr;
    std::vector<QStringList> forms; ///< nameWords of name and aliases, without repeats
};

class Groups {
public:
    explicit Groups(const std::vector<Node> &nodes) : m_parent(nodes.size()), m_kind(nodes.size())
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
        for (size_t place = 0; place < nodes.size(); ++place)
            m_kind[place] = nodes[place].entity->kind;
    }

    size_t rootOf(size_t place) const
    {
        while (m_parent[place] != place)
            place = m_parent[place];
        return place;
    }

    void join(size_t one, size_t other)
    {
        const size_t low = std::min(rootOf(one), rootOf(other));
        const size_t high = std::max(rootOf(one), rootOf(other));
        const bool agree = m_kind[low] == m_kind[high] || m_kind[low] == EntityKind::Other || m_kind[high] == EntityKind::Other;
        if (low == high || !agree)
            return;
        m_parent[high] = low;
        if (m_kind[low] == EntityKind::Other)
            m_kind[low] = m_kind[high];
    }

    EntityKind kindOf(size_t place) const { return m_kind[rootOf(place)]; }

private:
    std::vector<size_t> m_parent;
    std::vector<EntityKind> m_kind;
};

/// A form that is a name, not a description ("the leader"): its last word has a capital.
bool isNameForm(const QString &form)
{
    const qsizetype space = form.trimmed().lastIndexOf(u' ');
    const QString last = form.trimmed().sliced(space + 1);
    return !last.isEmpty() && (last.front().isUpper() || last.front().isDigit());
}

/// "Hebei" of "Hebei Province". A city or county may well bear the name of the state that it does not fill ("Kansas City").
QStringList withoutRank(const QStringList &words)
{
    static const QStringList kRanks{QStringLiteral("province"), QStringLiteral("prefecture"), QStringLiteral("region"), QStringLiteral("district"), QStringLiteral("municipality"), QStringLiteral("oblast"), QStringLiteral("village")};
    return words.size() > 1 && kRanks.contains(words.last()) ? words.sliced(0, words.size() - 1) : words;
}

std::vector<Node> nodesOf(const std::vector<const model::Facts *> &facts)
{
    std::vector<Node> nodes;
    for (size_t article = 0; article < facts.size(); ++article) {
        for (const Entity &entity : facts[article]->entities) {
            Node node{article, &entity, {}};
            QStringList names = entity.aliases;
            names.prepend(entity.name);
            for (const QString &name : names) {
                const QStringList words = entity.kind == EntityKind::Place ? withoutRank(nameWords(name)) : nameWords(name);
                if (!words.isEmpty() && (isNameForm(name) || name == entity.name) && std::find(node.forms.begin(), node.forms.end(), words) == node.forms.end())
                    node.forms.push_back(words);
            }
            nodes.push_back(std::move(node));
        }
    }
    return nodes;
}

void joinSameNames(const std::vector<Node> &nodes, Groups &groups)
{
    std::map<QString, std::vector<size_t>> byKey;
    for (size_t place = 0; place < nodes.size(); ++place) {
        for (const QStringList &form : nodes[place].forms) {
            // A lone surname among the aliases is shared by whole families.
            if (form.size() > 1 || form == nodes[place].forms.front())
                byKey[form.join(QString())].push_back(place);
        }
    }
    for (const auto &[key, places] : byKey) {
        for (const size_t place : places)
            groups.join(places.front(), place);
    }
}

/// A longer name joins a shorter one that is a part of it, if no second entity could be meant.
void joinPartsOfNames(const std::vector<Node> &nodes, Groups &groups)
{
    std::map<QString, std::vector<size_t>> byWord;
    for (size_t place = 0; place < nodes.size(); ++place) {
        for (const QString &word : nodes[place].forms.empty() ? QStringList() : nodes[place].forms.front())
            byWord[word].push_back(place);
    }
    for (size_t place = 0; place < nodes.size(); ++place) {
        if (nodes[place].forms.empty() || groups.kindOf(place) == EntityKind::Place)
            continue;
        const QStringList &part = nodes[place].forms.front();
        std::set<size_t> wholes;
        std::optional<size_t> match;
        for (const size_t candidate : byWord[part.last()]) {
            const QStringList &whole = nodes[candidate].forms.front();
            const bool isPerson = groups.kindOf(candidate) == EntityKind::Person;
            const bool fits = whole.size() > part.size() && std::all_of(part.cbegin(), part.cend(), [&whole](const QString &word) { return whole.contains(word); })
                && (isPerson || whole.first(part.size()) == part);
            if (fits && groups.kindOf(candidate) == groups.kindOf(place)) {
                wholes.insert(groups.rootOf(candidate));
                match = match.value_or(candidate);
            }
        }
        if (wholes.size() == 1)
            groups.join(*match, place);
    }
}

void joinSpellingsAndAcronyms(const std::vector<Node> &nodes, Groups &groups)
{
    std::map<QString, std::vector<size_t>> byWord; // of longer names: every word; spellings share all but one
    std::map<QString, std::vector<size_t>> byInitials;
    for (size_t place = 0; place < nodes.size(); ++place) {
        if (nodes[place].forms.empty())
            continue;
        const QStringList &form = nodes[place].forms.front();
        QString initials;
        for (const QString &word : form) {
            initials += word.front();
            if (form.size() > 1)
                byWord[word].push_back(place);
        }
        byInitials[initials].push_back(place);
    }
    for (const auto &[word, places] : byWord) {
        for (size_t first = 0; first < places.size(); ++first) {
            for (size_t second = first + 1; second < places.size(); ++second) {
                if (groups.kindOf(places[first]) == EntityKind::Person && isSpellingOf(nodes[places[first]].forms.front(), nodes[places[second]].forms.front()))
                    groups.join(places[first], places[second]);
            }
        }
    }
    for (size_t place = 0; place < nodes.size(); ++place) {
        const QString name = nodes[place].entity->name;
        if (nodes[place].forms.empty() || name != name.toUpper())
            continue;
        for (const size_t candidate : byInitials[nodes[place].forms.front().join(QString())]) {
            if (isAcronymOf(nodes[place].forms.front(), nodes[candidate].forms.front()))
                groups.join(place, candidate);
        }
    }
}

/// "O. Brandt" is Ole Brandt where the story has no other Brandt whose name begins so.
void joinInitials(const std::vector<Node> &nodes, Groups &groups)
{
    std::map<QString, std::vector<size_t>> bySurname; // persons
    for (size_t place = 0; place < nodes.size(); ++place) {
        if (!nodes[place].forms.empty() && groups.kindOf(place) == EntityKind::Person && nodes[place].forms.front().size() > 1)
            bySurname[nodes[place].forms.front().last()].push_back(place);
    }
    for (const auto &[surname, places] : bySurname) {
        for (const size_t place : places) {
            const QStringList &form = nodes[place].forms.front();
            if (form.front().size() != 1)
                continue;
            std::vector<size_t> wholes;
            std::set<QString> firstNames;
            for (const size_t other : places) {
                if (isInitialed(form, nodes[other].forms.front())) {
                    wholes.push_back(other);
                    firstNames.insert(nodes[other].forms.front().front());
                }
            }
            for (const size_t whole : firstNames.size() == 1 ? wholes : std::vector<size_t>())
                groups.join(whole, place);
        }
    }
}

/// The name with most words, then letters; the first in the alphabet of those.
bool isFuller(const QString &one, const QString &other)
{
    const qsizetype left = one.count(u' ');
    const qsizetype right = other.count(u' ');
    return left != right ? left > right : one.size() != other.size() ? one.size() > other.size() : one < other;
}

void add(Entity &into, const Entity &from, base::ArticleId article)
{
    QStringList names = into.aliases + from.aliases;
    names << into.name << from.name;
    names.removeDuplicates();
    names.removeAll(QString());
    if (into.name.isEmpty() || isFuller(from.name, into.name))
        into.name = from.name;
    names.removeAll(into.name);
    std::sort(names.begin(), names.end());
    into.aliases = names;
    if (into.rule.isEmpty())
        into.rule = from.rule;
    for (model::Mention mention : from.mentions) {
        mention.article = article;
        into.mentions.push_back(std::move(mention));
    }
}

} // namespace

MergedEntities mergeEntities(const std::vector<const model::Facts *> &facts, const std::vector<base::ArticleId> &articles)
{
    const std::vector<Node> nodes = nodesOf(facts);
    Groups groups(nodes);
    joinSameNames(nodes, groups);
    joinSpellingsAndAcronyms(nodes, groups);
    joinInitials(nodes, groups);
    joinPartsOfNames(nodes, groups);
    MergedEntities merged;
    merged.idOf.resize(facts.size());
    std::map<size_t, size_t> placeOf;
    for (size_t place = 0; place < nodes.size(); ++place) {
        const auto [known, isNew] = placeOf.try_emplace(groups.rootOf(place), merged.entities.size());
        if (isNew) {
            Entity entity;
            entity.id = base::EntityId{static_cast<qint64>(known->second)};
            entity.kind = groups.kindOf(place);
            merged.entities.push_back(entity);
        }
        add(merged.entities[known->second], *nodes[place].entity, articles[nodes[place].article]);
        merged.idOf[nodes[place].article].push_back(base::EntityId{static_cast<qint64>(known->second)});
    }
    for (Entity &entity : merged.entities) {
        std::stable_sort(entity.mentions.begin(), entity.mentions.end(), [](const model::Mention &one, const model::Mention &other) {
            return std::tie(one.article, one.place) < std::tie(other.article, other.place);
        });
    }
    return merged;
}

} // namespace variorum::comparison
