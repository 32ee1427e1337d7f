// The people, bodies and places of an article, in four steps, a file each: names with the titles beside them
// (mentions), names of one thing together (grouping), pronouns and descriptions tied to them (coreference), and here
// the entities made of all that.
//
//     "Fisheries Minister Liv Aune resigned. Norway's premier said Aune told Oslo that she ..."
//     Liv Aune (person): "Liv Aune", role "Fisheries Minister"; "Aune"; "she" (pronoun)
//     Norway (place): "Norway"      Oslo (place): "Oslo"

#include "extraction/entities/entities.h"

#include "extraction/entities/coreference.h"
#include "extraction/entities/grouping.h"
#include "extraction/entities/mentions.h"
#include "extraction/entities/sentence_tree.h"

#include <algorithm>
#include <array>

namespace variorum::extraction {

namespace {

using model::Entity;
using model::EntityKind;
using model::Mention;

base::TextSpan spanOf(const AnnotatedArticle &annotated, model::TextField field, int first, int end)
{
    const model::AnnotatedText &text = annotated.field(field);
    return {text.tokens[static_cast<size_t>(first)].span.begin, text.tokens[static_cast<size_t>(end) - 1].span.end};
}

/// The kind that most mentions have; a title or "Mr" beside one decides for a person.
EntityKind commonKind(const std::vector<NameMention> &mentions, const std::vector<int> &members)
{
    std::array<int, 4> votes{};
    for (const int member : members) {
        const NameMention &mention = mentions[static_cast<size_t>(member)];
        if (mention.isNoPerson)
            votes.at(static_cast<size_t>(EntityKind::Person)) -= 4;
        votes.at(static_cast<size_t>(mention.kind)) += mention.rule == QLatin1String("proper noun") ? 1 : mention.role.isEmpty() ? 2 : 6;
    }
    votes.at(static_cast<size_t>(EntityKind::Other)) = std::min(votes.at(static_cast<size_t>(EntityKind::Other)), 1);
    return static_cast<EntityKind>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

Entity makeEntity(const AnnotatedArticle &annotated, const std::vector<NameMention> &mentions, const std::vector<int> &members)
{
    Entity entity;
    const NameMention &first = mentions[static_cast<size_t>(members.front())];
    entity.rule = first.rule;
    entity.kind = commonKind(mentions, members);
    for (const int member : members) {
        const NameMention &mention = mentions[static_cast<size_t>(member)];
        entity.mentions.push_back({base::ArticleId{0}, {mention.field, spanOf(annotated, mention.field, mention.firstToken, mention.endToken)}, false, mention.role});
        const QString name = mention.isState() ? mention.state : mention.name;
        const bool isCapitals = name == name.toUpper();
        const bool isFuller = name.size() > entity.name.size() || (entity.name == entity.name.toUpper() && !isCapitals && name.size() == entity.name.size());
        if (entity.name.isEmpty() || (isFuller && !(isCapitals && nameKey(name) == nameKey(entity.name))))
            entity.name = name;
    }
    for (const int member : members) {
        const QString &name = mentions[static_cast<size_t>(member)].name;
        if (name != entity.name && !entity.aliases.contains(name))
            entity.aliases.append(name);
    }
    return entity;
}

} // namespace

std::vector<Entity> findEntities(const AnnotatedArticle &annotated, const Knowledge &knowledge, const std::stop_token &stop)
{
    const States states(knowledge.lists);
    const std::vector<NameMention> names = findNameMentions(annotated, knowledge, states);
    const std::vector<int> groups = groupNames(names, knowledge.lists);

    std::vector<std::vector<int>> members;
    for (size_t index = 0; index < groups.size(); ++index) {
        const auto group = static_cast<size_t>(groups[index]);
        if (group >= members.size())
            members.resize(group + 1);
        members[group].push_back(static_cast<int>(index));
    }
    std::vector<Entity> entities;
    for (const std::vector<int> &group : members) {
        entities.push_back(makeEntity(annotated, names, group));
        entities.back().id = base::EntityId{static_cast<qint64>(entities.size()) - 1};
    }
    for (const Resolved &resolved : resolveReferences(annotated, names, groups, knowledge, states, stop)) {
        Entity &entity = entities[static_cast<size_t>(resolved.group)];
        entity.mentions.push_back({base::ArticleId{0}, {resolved.field, spanOf(annotated, resolved.field, resolved.firstToken, resolved.endToken)}, true, resolved.role});
    }
    for (Entity &entity : entities)
        std::sort(entity.mentions.begin(), entity.mentions.end(), [](const Mention &one, const Mention &other) { return one.place < other.place; });
    return entities;
}

} // namespace variorum::extraction
