// Two statements in the same words but a few, by their longest common subsequence (Hunt and McIlroy 1976). Newspapers
// print one wire report, or their own of yesterday, with a figure or a name put right: there every word that differs
// stands for the one in its place, and a difference needs no further proof.
//
//     A  seven people be now know to have die in the accident       B  twelve people be now know to have die in the accident
//     shared 10 of 11; one gap: seven / twelve
//
// A full name in place of another is one word changed, however many words it has:
//
//     A  the captain, name as Tomas Reinholdt          B  the captain, name as Karl August Berg
//     shared 4 of 5, and the fifth is the name

#include "comparison/claims/same_words.h"

#include <QHash>

#include <algorithm>

namespace variorum::comparison {

namespace {

constexpr int kLeastShared = 5; // words; fewer may be alike by chance
constexpr double kLeastShare = 0.72; // of the longer statement's words
constexpr double kShortestShare = 0.6; // lengths further apart are not laid side by side at all

class CommonSubsequence {
public:
    CommonSubsequence(std::span<const int> one, std::span<const int> other)
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
    [[nodiscard]] bool matches(size_t first, size_t second) const { return m_one[first] == m_other[second]; }
    [[nodiscard]] int length(size_t first, size_t second) const { return m_lengths[first * m_width + second]; }

    std::span<const int> m_one;
    std::span<const int> m_other;
    size_t m_width;
    std::vector<int> m_lengths; // of what is common from (first, second) on
};

/// Words in common, in whatever order; each once for each time that both have it.
int commonIn(std::span<const int> one, std::span<const int> other)
{
    int common = 0;
    for (auto left = one.begin(), right = other.begin(); left != one.end() && right != other.end();) {
        if (*left == *right) {
            ++common;
            ++left;
            ++right;
        } else {
            ++(*left < *right ? left : right);
        }
    }
    return common;
}

/// Do the words name one whom the statement names in full, in several words?
bool isFullName(const model::Statement &statement, int begin, int end)
{
    if (end - begin < 2)
        return false;
    return std::all_of(statement.words.begin() + begin, statement.words.begin() + end, [](const model::StatementWord &word) { return word.upos == model::Upos::Propn && word.entity; });
}

/// How many words fewer the statement has where each full name of it counts as one, at most.
int spareOfNames(const model::Statement &statement)
{
    int spare = 0;
    for (size_t place = 1; place < statement.words.size(); ++place) {
        const model::StatementWord &word = statement.words[place];
        spare += word.upos == model::Upos::Propn && word.entity && word.entity == statement.words[place - 1].entity ? 1 : 0;
    }
    return spare;
}

/// Is one full name in the gap in place of another? A name that only one side has, or has shorter, is no change of name.
bool isReplacedName(const WordGap &gap, const model::Statement &one, const model::Statement &other)
{
    return isFullName(one, gap.oneBegin, gap.oneEnd) && isFullName(other, gap.otherBegin, gap.otherEnd);
}

} // namespace

bool changesTheAct(const WordGap &gap, const model::Statement &one, const model::Statement &other)
{
    const auto isOfAct = [](const model::StatementWord &word) { return word.upos == model::Upos::Verb || word.upos == model::Upos::Aux; };
    return std::any_of(one.words.begin() + gap.oneBegin, one.words.begin() + gap.oneEnd, isOfAct)
        || std::any_of(other.words.begin() + gap.otherBegin, other.words.begin() + gap.otherEnd, isOfAct);
}

SameWords findSameWords(const NumberedWords &one, const NumberedWords &other)
{
    const int spare = std::max(spareOfNames(one.statement), spareOfNames(other.statement));
    const auto shorter = static_cast<int>(std::min(one.words.size(), other.words.size()));
    const auto longer = static_cast<int>(std::max(one.words.size(), other.words.size()));
    const auto areEnough = [](int shared, int changedNames, int length) { return shared + changedNames >= kLeastShared && shared >= kLeastShared - 1 && shared + changedNames >= kLeastShare * length; };
    const int names = spare > 0 ? 1 : 0; // at least, and then one word is changed that was a name
    if (shorter < kLeastShared || shorter < kShortestShare * longer || !areEnough(commonIn(one.sorted, other.sorted), names + spare, longer))
        return {};
    const CommonSubsequence common(one.words, other.words);
    SameWords same{true, common.gaps()};
    int changedNames = 0;
    int length = longer;
    for (const WordGap &gap : same.gaps) {
        if (isReplacedName(gap, one.statement, other.statement)) {
            ++changedNames;
            length -= std::min(gap.oneEnd - gap.oneBegin, gap.otherEnd - gap.otherBegin) - 1;
        }
    }
    if (!areEnough(common.length(), changedNames, length))
        return {};
    if (std::any_of(same.gaps.begin(), same.gaps.end(), [&](const WordGap &gap) { return changesTheAct(gap, one.statement, other.statement); }))
        return {};
    return same;
}

SameWords findSameWords(const model::Statement &one, const model::Statement &other)
{
    QHash<QString, int> numbers;
    const auto numbered = [&numbers](const model::Statement &statement) {
        std::vector<int> words;
        for (const model::StatementWord &word : statement.words) {
            const auto known = numbers.constFind(word.lemma);
            words.push_back(known == numbers.constEnd() ? *numbers.insert(word.lemma, static_cast<int>(numbers.size())) : *known);
        }
        return words;
    };
    const std::vector<int> left = numbered(one);
    const std::vector<int> right = numbered(other);
    std::vector<int> leftSorted = left;
    std::vector<int> rightSorted = right;
    std::sort(leftSorted.begin(), leftSorted.end());
    std::sort(rightSorted.begin(), rightSorted.end());
    return findSameWords({one, left, leftSorted}, {other, right, rightSorted});
}

base::TextSpan spanOf(const model::Statement &statement, int begin, int end)
{
    if (begin >= end)
        return {};
    return statement.words[static_cast<size_t>(begin)].span.united(statement.words[static_cast<size_t>(end - 1)].span);
}

} // namespace variorum::comparison
