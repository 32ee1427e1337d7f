// Every word first takes its best head: nearly always that is a tree already. Else the algorithm of Chu and Liu (1965) and
// Edmonds (1967): a cycle is drawn together into one vertex, whose arcs from outside cost what they would break within;
// this is repeated until no cycle is left, and undone in reverse. UD wants one word below the root, so words are tried as that
// one, the likeliest first, until none that is left could do better.
//
//   a <- b (9), b <- a (8), a <- c (5), b <- c (1): a and b are a cycle; c -> a breaks 9 for 5, c -> b breaks 8 for 1;
//   c -> a it is, and b keeps a.

#include "language/tree_decoder.h"

#include <algorithm>
#include <limits>

namespace variorum::language {

namespace {

constexpr size_t kRootCandidates = 8; // bounds the work on hostile text; more than two are hardly ever tried

} // namespace

bool TreeDecoder::takeGreedily(std::span<const float> scores, size_t stride, std::span<int> heads)
{
    const size_t count = heads.size();
    size_t roots = 0;
    for (size_t word = 0; word < count; ++word) {
        const float *const row = scores.data() + word * stride;
        size_t best = word == 0 ? count : 0;
        for (size_t head = 0; head <= count; ++head)
            best = head != word && row[head] > row[best] ? head : best;
        heads[word] = best == count ? -1 : static_cast<int>(best);
        roots += best == count ? 1U : 0U;
    }
    if (roots != 1)
        return false;
    // Follow each word up; the mark numbers the walks, so each word is walked over once.
    m_mark.assign(count, -1);
    for (size_t word = 0; word < count; ++word) {
        int at = static_cast<int>(word);
        while (at >= 0 && m_mark[static_cast<size_t>(at)] < 0) {
            m_mark[static_cast<size_t>(at)] = static_cast<int>(word);
            at = heads[static_cast<size_t>(at)];
        }
        if (at >= 0 && m_mark[static_cast<size_t>(at)] == static_cast<int>(word))
            return false;
    }
    return true;
}

void TreeDecoder::chooseBest(size_t vertex)
{
    int best = -1;
    float top = 0;
    for (size_t head = 0; head < m_count; ++head) {
        const float score = arc(vertex, head).score;
        if (m_isActive[head] && head != vertex && (best < 0 || score > top)) {
            top = score;
            best = static_cast<int>(head);
        }
    }
    m_best[vertex] = best;
}

bool TreeDecoder::findCycle(size_t rootWord)
{
    std::fill(m_mark.begin(), m_mark.end(), -1);
    for (size_t start = 0; start < m_count; ++start) {
        if (!m_isActive[start] || start == rootWord)
            continue;
        int at = static_cast<int>(start);
        while (at >= 0 && m_mark[static_cast<size_t>(at)] < 0) {
            m_mark[static_cast<size_t>(at)] = static_cast<int>(start);
            at = m_best[static_cast<size_t>(at)];
        }
        if (at < 0 || m_mark[static_cast<size_t>(at)] != static_cast<int>(start))
            continue;
        m_cycle.clear();
        for (int member = at; m_cycle.empty() || member != at; member = m_best[static_cast<size_t>(member)])
            m_cycle.push_back(static_cast<size_t>(member));
        return true;
    }
    return false;
}

void TreeDecoder::contract()
{
    const size_t whole = m_cycle.front();
    m_contractions.push_back({m_members.size(), m_cycle.size()});
    for (const size_t vertex : m_cycle) {
        m_members.push_back({arc(vertex, static_cast<size_t>(m_best[vertex])), m_words.size(), m_standsFor[vertex].size()});
        m_words.insert(m_words.end(), m_standsFor[vertex].begin(), m_standsFor[vertex].end());
        m_isActive[vertex] = 0;
    }
    const size_t firstMember = m_members.size() - m_cycle.size();
    for (size_t other = 0; other < m_count; ++other) {
        if (!m_isActive[other])
            continue;
        Arc in{-std::numeric_limits<float>::max(), -1, -1};
        Arc out = in;
        for (size_t number = 0; number < m_cycle.size(); ++number) {
            Arc entering = arc(m_cycle[number], other);
            entering.score -= m_members[firstMember + number].arc.score;
            in = entering.score > in.score ? entering : in;
            const Arc &leaving = arc(other, m_cycle[number]);
            out = leaving.score > out.score ? leaving : out;
        }
        arc(whole, other) = in;
        arc(other, whole) = out;
    }
    m_isActive[whole] = 1;
    for (int &best : m_best) { // the best arc from a member is now the best from the whole
        const bool isMember = std::any_of(m_cycle.begin(), m_cycle.end(), [best](size_t member) { return best == static_cast<int>(member); });
        best = isMember ? static_cast<int>(whole) : best;
    }
    chooseBest(whole);
    for (size_t number = 1; number < m_cycle.size(); ++number) {
        const std::vector<int> &words = m_standsFor[m_cycle[number]];
        m_standsFor[whole].insert(m_standsFor[whole].end(), words.begin(), words.end());
    }
}

void TreeDecoder::expand(size_t rootWord)
{
    constexpr int kUnset = -2;
    std::fill(m_heads.begin(), m_heads.end(), kUnset);
    for (size_t vertex = 0; vertex < m_count; ++vertex) {
        if (m_isActive[vertex] && vertex != rootWord) {
            const Arc &best = arc(vertex, static_cast<size_t>(m_best[vertex]));
            m_heads[static_cast<size_t>(best.dependent)] = best.head;
        }
    }
    for (auto cycle = m_contractions.rbegin(); cycle != m_contractions.rend(); ++cycle) {
        for (size_t number = cycle->firstMember; number < cycle->firstMember + cycle->memberCount; ++number) {
            const Member &member = m_members[number];
            const auto words = std::span(m_words).subspan(member.firstWord, member.wordCount);
            const bool isEntered = std::any_of(words.begin(), words.end(), [this](int word) { return m_heads[static_cast<size_t>(word)] != kUnset; });
            if (!isEntered)
                m_heads[static_cast<size_t>(member.arc.dependent)] = member.arc.head;
        }
    }
    m_heads[rootWord] = -1;
}

double TreeDecoder::decodeFrom(size_t rootWord, std::span<const float> scores, size_t stride)
{
    m_arcs.resize(m_count * m_count);
    m_isActive.assign(m_count, 1);
    m_best.assign(m_count, -1);
    m_mark.assign(m_count, -1);
    m_heads.resize(m_count);
    m_standsFor.resize(std::max(m_standsFor.size(), m_count));
    m_contractions.clear();
    m_members.clear();
    m_words.clear();
    for (size_t word = 0; word < m_count; ++word) {
        m_standsFor[word].assign(1, static_cast<int>(word));
        for (size_t head = 0; head < m_count; ++head)
            arc(word, head) = {scores[word * stride + head], static_cast<int>(head), static_cast<int>(word)};
    }
    for (size_t word = 0; word < m_count; ++word) {
        if (word != rootWord)
            chooseBest(word);
    }
    while (findCycle(rootWord))
        contract();
    expand(rootWord);
    double total = static_cast<double>(scores[rootWord * stride + m_count]);
    for (size_t word = 0; word < m_count; ++word)
        total += word == rootWord ? 0.0 : static_cast<double>(scores[word * stride + static_cast<size_t>(m_heads[word])]);
    return total;
}

void TreeDecoder::decode(std::span<const float> scores, size_t stride, std::span<int> heads)
{
    m_count = heads.size();
    if (m_count == 0 || takeGreedily(scores, stride, heads))
        return;
    double all = 0; // every word with its best head among the words: no tree is better, but for its root's gain
    m_candidates.clear();
    for (size_t word = 0; word < m_count; ++word) {
        float best = m_count == 1 ? 0 : -std::numeric_limits<float>::max();
        for (size_t head = 0; head < m_count; ++head)
            best = head != word ? std::max(best, scores[word * stride + head]) : best;
        all += static_cast<double>(best);
        m_candidates.push_back({static_cast<double>(scores[word * stride + m_count]) - static_cast<double>(best), word});
    }
    std::sort(m_candidates.begin(), m_candidates.end(),
              [](const Candidate &one, const Candidate &other) { return one.gain > other.gain || (one.gain == other.gain && one.word < other.word); });
    double top = -std::numeric_limits<double>::max();
    for (size_t number = 0; number < std::min(kRootCandidates, m_count) && all + m_candidates[number].gain > top; ++number) {
        const double total = decodeFrom(m_candidates[number].word, scores, stride);
        if (total > top) {
            top = total;
            std::copy(m_heads.begin(), m_heads.end(), heads.begin());
        }
    }
}

} // namespace variorum::language
