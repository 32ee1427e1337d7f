#pragma once

#include "comparison/stories/copies.h"
#include "model/article.h"
#include "model/entity.h"
#include "model/statement.h"

#include <vector>

namespace variorum::comparison {

/// "His", "Its owner": whom it names can only be told from the text around it.
[[nodiscard]] bool isNamedByPronoun(const QString &name);

/// Origins named by a pronoun get the name of the entity that they are held to be; without one they go where the chain
/// names somebody else, or where they are a bare pronoun. No party stays in the chain twice.
void resolvePronouns(std::vector<model::Origin> &origins, const std::vector<model::Entity> &entities);

/// Who stands behind a statement, as a key: equal keys are one origin.
class OriginKeys {
public:
    /// `articles` in canonical order; an article's id is its place + 1.
    OriginKeys(const std::vector<const model::Article *> &articles, const TextReuse &reuse);

    /// A named speaker or document counts once, whoever prints it; then the agency; then the article, where copies,
    /// versions and articles that credit one agency are one, and so are the articles of one outlet.
    [[nodiscard]] QString keyOf(const model::Statement &statement) const;

    /// How many texts stand independently behind the statements. An article is never more than one, nor are articles of
    /// one text; texts whose every article names one and the same origin are one, too.
    [[nodiscard]] int count(const std::vector<const model::Statement *> &statements) const;

private:
    std::vector<QString> m_articleKeys;
};

} // namespace variorum::comparison
