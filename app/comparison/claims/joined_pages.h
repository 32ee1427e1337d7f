#pragma once

#include "comparison/claims/text_pages.h"

namespace variorum::comparison {

constexpr int kNotJoined = -1;

/// Other words, or none, in one place of two pages; half-open.
struct ReplacedWords {
    int oneBegin = 0;
    int oneEnd = 0;
    int otherBegin = 0;
    int otherEnd = 0;
};

/// Two pages side by side: which words of the one stand in the other, and which few were replaced between them.
class JoinedPages {
public:
    JoinedPages(const TextPage &one, const Shingles &ones, const TextPage &other, const Shingles &others);

    [[nodiscard]] const std::vector<ReplacedWords> &replaced() const { return m_replaced; } ///< ascending
    [[nodiscard]] const std::vector<int> &to() const { return m_to; } ///< by word of the one: the other's, or kNotJoined
    [[nodiscard]] const std::vector<int> &from() const { return m_from; } ///< likewise, by word of the other

private:
    [[nodiscard]] bool canJoin(int one, int other) const;
    void join(int one, int other);
    void addRun(int one, int other);
    void findReplaced();
    void addReplaced(const ReplacedWords &stretch);
    int joinCommon(const ReplacedWords &stretch);

    const TextPage &m_one; // the caller's; outlive this
    const TextPage &m_other;
    std::vector<int> m_to;
    std::vector<int> m_from;
    std::vector<ReplacedWords> m_replaced;
};

} // namespace variorum::comparison
