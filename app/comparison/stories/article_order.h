#pragma once

#include "model/article.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace variorum::comparison {

/// Places of the articles by path, part and hash: the order in which everything is done and numbered, so that the
/// order in which files were found changes nothing.
template<typename Articles, typename Projection>
[[nodiscard]] std::vector<int> canonicalOrder(const Articles &articles, Projection articleOf)
{
    std::vector<int> order(articles.size());
    for (size_t place = 0; place < order.size(); ++place)
        order[place] = static_cast<int>(place);
    const auto isBefore = [&](int one, int other) {
        const model::Article &left = articleOf(articles[static_cast<size_t>(one)]);
        const model::Article &right = articleOf(articles[static_cast<size_t>(other)]);
        return std::tie(left.path, left.part, left.sha256, left.text) < std::tie(right.path, right.part, right.sha256, right.text);
    };
    if (!std::is_sorted(order.begin(), order.end(), isBefore)) // they mostly come so
        std::stable_sort(order.begin(), order.end(), isBefore);
    return order;
}

} // namespace variorum::comparison
