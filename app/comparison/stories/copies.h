#pragma once

#include "comparison/stories/group_stories.h"
#include "model/article.h"

#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace variorum::comparison {

/// Who has whose text. Pairs are places in `articles`; each list ascends without repeats.
struct TextReuse {
    std::vector<std::pair<int, int>> duplicateOf; ///< (copy, original): same bytes or text
    std::vector<std::pair<int, int>> versionOf; ///< (later, earlier), one outlet, much of the text the same
    std::vector<std::pair<int, int>> copyOf; ///< (copier, source), two outlets, much of the text the same

    bool operator==(const TextReuse &) const = default;
};

/// Every pair of articles is looked at that shares a fingerprint. On `stop`, some of it.
[[nodiscard]] TextReuse findTextReuse(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop);

/// The same of articles looked at for the first time; they are in canonical order.
[[nodiscard]] TextReuse findTextReuse(const std::vector<const model::Article *> &articles);

/// The share of the shorter text's five-word shingles that the other has, 0 to 1.
[[nodiscard]] double sharedText(const QString &one, const QString &other);

} // namespace variorum::comparison
