// Two statements in the same words but a few, by their longest common subsequence (Hunt and McIlroy 1976). Newspapers
// print one wire report, or their own of yesterday, with a figure or a name put right: there every word that differs
// stands for the one in its place, and a difference needs no further proof.
//
//     A  seven people be now know to have die in the accident       B  twelve people be now know to have die in the accident
//     shared 10 of 11; one gap: seven / twelve

#include "comparison/claims/same_words.h"

#include <algorithm>

namespace variorum::comparison {

namespace {

constexpr int kLeastShared = 5; // words; fewer may be alike by chance
constexpr double kLeastShare = 0.72; // of the longer statement's words
constexpr double kShortestShare = 0.6; // lengths further apart are not laid side by side at all

class CommonSubsequence {
public:
    CommonSubsequence(const std::vector<model::StatementWord> &one, const std::vector<model::StatementWord> &other)
        : m_one(one), m_other(other), m_width(other.size() + 1), m_lengths((one.size() + 1) * m_width)
    {
        for (size_t first = one.size(); first-- > 0;) {
            for (size_t second = other.size(); second-- > 0;)
                m_lengths[first * m_width + second] = matches(first, second) ? length(first + 1, second + 1) + 1 : std::max(length(first + 1, second), length(first, second + 1));
        }
    }

    [[nodiscard]] int length() const { return length(0, 0); }

    [[nodiscard]] std::vector<WordGap> gaps() const
    {
        std::vector<WordGap> gaps;
        size_t first = 0;
        size_t second = 0;
        WordGap open;
        const auto close = [&] {
            open.oneEnd = static_cast<int>(first);
            open.otherEnd = static_cast<int>(second);
            if (open.oneBegin < open.oneEnd || open.otherBegin < open.otherEnd)
                gaps.push_back(open);
            open = {static_cast<int>(first) + 1, 0, static_cast<int>(second) + 1, 0};
        };
        while (first < m_one.size() && second < m_other.size()) {
            if (matches(first, second) && length(first, second) == length(first + 1, second + 1) + 1) {
                close();
                ++first;
                ++second;
            } else if (length(first + 1, second) >= length(first, second + 1)) {
                ++first;
            } else {
                ++second;
            }
        }
        first = m_one.size();
        second = m_other.size();
        close();
        return gaps;
    }

private:
    [[nodiscard]] bool matches(size_t first, size_t second) const { return m_one[first].lemma == m_other[second].lemma; }
    [[nodiscard]] int length(size_t first, size_t second) const { return m_lengths[first * m_width + second]; }

    const std::vector<model::StatementWord> &m_one;
    const std::vector<model::StatementWord> &m_other;
    size_t m_width;
    std::vector<int> m_lengths; // of what is common from (first, second) on
};

/// Another verb or auxiliary makes it another act: "carries 40", "can carry 90".
bool changesTheAct(const WordGap &gap, const model::Statement &one, const model::Statement &other)
{
    const auto isOfAct = [](const model::StatementWord &word) { return word.upos == model::Upos::Verb || word.upos == model::Upos::Aux; };
    return std::any_of(one.words.begin() + gap.oneBegin, one.words.begin() + gap.oneEnd, isOfAct)
        || std::any_of(other.words.begin() + gap.otherBegin, other.words.begin() + gap.otherEnd, isOfAct);
}

} // namespace

SameWords findSameWords(const model::Statement &one, const model::Statement &other)
{
    const auto shorter = static_cast<double>(std::min(one.words.size(), other.words.size()));
    const auto longer = static_cast<double>(std::max(one.words.size(), other.words.size()));
    if (shorter < kLeastShared || shorter < kShortestShare * longer)
        return {};
    const CommonSubsequence common(one.words, other.words);
    if (common.length() < kLeastShared || common.length() < kLeastShare * longer)
        return {};
    SameWords same{true, common.gaps()};
    if (std::any_of(same.gaps.begin(), same.gaps.end(), [&](const WordGap &gap) { return changesTheAct(gap, one, other); }))
        return {};
    return same;
}

base::TextSpan spanOf(const model::Statement &statement, int begin, int end)
{
    if (begin >= end)
        return {};
    return statement.words[static_cast<size_t>(begin)].span.united(statement.words[static_cast<size_t>(end - 1)].span);
}

} // namespace variorum::comparison
