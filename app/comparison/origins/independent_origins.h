#pragma once

#include "comparison/stories/copies.h"
#include "model/article.h"
#include "model/statement.h"

#include <vector>

namespace variorum::comparison {

/// Who stands behind a statement, as a key: equal keys are one origin.
class OriginKeys {
public:
    /// `articles` in canonical order; an article's id is its place + 1.
    OriginKeys(const std::vector<const model::Article *> &articles, const TextReuse &reuse);

    /// A named speaker or document counts once, whoever prints it; then the agency; then the article, where copies,
    /// versions and articles that credit one agency are one, and so are the articles of one outlet.
    [[nodiscard]] QString keyOf(const model::Statement &statement) const;

    [[nodiscard]] int count(const std::vector<const model::Statement *> &statements) const;

private:
    std::vector<QString> m_articleKeys;
};

} // namespace variorum::comparison
