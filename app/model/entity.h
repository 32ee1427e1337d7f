#pragma once

#include "base/ids.h"
#include "model/article.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace variorum::model {

enum class EntityKind { Person, Organization, Place, Other };

/// One mention of an entity.
struct Mention {
    base::ArticleId article; ///< in one article's Facts: that article's id, or ArticleId{0} before it has one
    TextPlace place;
    bool isPronoun = false; ///< a pronoun or a description ("the leader") that was resolved to the name
    QString role; ///< title, rank or function that stood with it ("Defence Minister"); may be empty

    bool operator==(const Mention &) const = default;
};

/// A person, body or place that an article, or a whole comparison, speaks about.
struct Entity {
    base::EntityId id;
    EntityKind kind = EntityKind::Other;
    QString name; ///< the fullest form seen, without titles
    QStringList aliases; ///< other forms seen, without repeats
    std::vector<Mention> mentions; ///< in order of article and place
    QString rule; ///< the rule that found the first mention

    bool operator==(const Entity &) const = default;
};

} // namespace variorum::model
