#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace variorum::language {

/// Finds the tree with the highest sum of arc scores. Keeps its room from call to call: one a thread.
class TreeDecoder {
public:
    /// scores[dependent * stride + head]: the words are 0 ... heads.size() - 1, the root is head heads.size().
    /// Exactly one word hangs on the root; its head becomes -1.
    void decode(std::span<const float> scores, size_t stride, std::span<int> heads);

private:
    struct Arc {
        float score = 0;
        int head = -1; // of the arc between words that stands behind it
        int dependent = -1;
    };
    /// One cycle that was drawn together into its first member.
    struct Contraction {
        size_t firstMember = 0; // into m_members
        size_t memberCount = 0;
    };
    struct Member {
        Arc arc; // its arc within the cycle
        size_t firstWord = 0; // into m_words: the words that it stood for
        size_t wordCount = 0;
    };

    [[nodiscard]] bool takeGreedily(std::span<const float> scores, size_t stride, std::span<int> heads);
    double decodeFrom(size_t rootWord, std::span<const float> scores, size_t stride);
    void chooseBest(size_t vertex);
    [[nodiscard]] bool findCycle(size_t rootWord);
    void contract();
    void expand(size_t rootWord);
    struct Candidate {
        double gain = 0; // of being the root, over the best head among the words
        size_t word = 0;
    };
    [[nodiscard]] Arc &arc(size_t dependent, size_t head) { return m_arcs[dependent * m_count + head]; }

    size_t m_count = 0;
    std::vector<Arc> m_arcs;
    std::vector<char> m_isActive;
    std::vector<int> m_best; // of each active vertex, the vertex of its best head
    std::vector<int> m_mark;
    std::vector<size_t> m_cycle;
    std::vector<std::vector<int>> m_standsFor;
    std::vector<Contraction> m_contractions;
    std::vector<Member> m_members;
    std::vector<int> m_words;
    std::vector<int> m_heads;
    std::vector<Candidate> m_candidates;
};

} // namespace variorum::language
