#pragma once

#include "comparison/claims/statement_view.h"
#include "comparison/for_each.h"

#include <utility>
#include <vector>

namespace variorum::comparison {

/// What a story's statements mean, and what is said close around each, as one direction each: the sum of their words' vectors
/// by the words' weight. Views the views, which must outlive it.
class Meanings {
public:
    explicit Meanings(const std::vector<StatementView> &views);

    /// -1 to 1; 0 where either has no known word.
    [[nodiscard]] double likeness(int one, int other) const { return product(m_statements[static_cast<size_t>(one)], m_statements[static_cast<size_t>(other)]); }
    [[nodiscard]] double likenessOfScenes(int one, int other) const { return product(m_scenes[static_cast<size_t>(one)], m_scenes[static_cast<size_t>(other)]); }

    /// Pairs of statements of two articles, lesser first, ascending: each with the few of every other article that mean most
    /// nearly the same. None in a story of very many statements, where words in common must do.
    [[nodiscard]] std::vector<std::pair<int, int>> nearestPairs(const ForEach &forEach = {}) const;

private:
    using Direction = std::vector<float>; ///< of length 1, or empty

    void addNearest(int one, std::vector<std::pair<int, int>> &pairs) const;
    [[nodiscard]] static double product(const Direction &one, const Direction &other);

    const std::vector<StatementView> &m_views;
    std::vector<Direction> m_statements;
    std::vector<Direction> m_scenes;
};

/// How alike two words' meanings are: 0 to 1; 0 for names, values and unknown words.
[[nodiscard]] double nearness(const Unit &one, const Unit &other);

} // namespace variorum::comparison
