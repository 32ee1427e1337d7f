// Runs of words that both pages have are found by five words that each has once (Cohen's patience diff, with shingles for lines) and
// made as long as they are; a few words between two runs, in the same place of both, were replaced:
//
//     A  ... reached the border, a source informed on Tuesday, for what the ministry said ...
//     B  ... reached the border, a source informed on Friday, for what the ministry said ...
//     runs "... a source informed on", ", for what the ministry said ..."; replaced: "Tuesday" / "Friday"

#include "comparison/claims/joined_pages.h"

#include <algorithm>

namespace variorum::comparison {

namespace {

constexpr int kMostReplaced = 5; // words
constexpr int kLongestStretch = 60; // words between two runs that are looked at
constexpr double kLeastShared = 0.5; // of such a stretch's words, or it is another sentence

} // namespace

JoinedPages::JoinedPages(const TextPage &one, const Shingles &ones, const TextPage &other, const Shingles &others) : m_one(one), m_other(other), m_to(one.hashes.size(), kNotJoined), m_from(other.hashes.size(), kNotJoined)
{
    auto right = others.begin();
    for (const auto &[hash, place] : ones) {
        while (right != others.end() && right->first < hash)
            ++right;
        if (right != others.end() && right->first == hash)
            addRun(place, right->second);
    }
    findReplaced();
}

bool JoinedPages::canJoin(int one, int other) const
{
    if (one < 0 || other < 0 || one >= static_cast<int>(m_to.size()) || other >= static_cast<int>(m_from.size()))
        return false;
    const auto left = static_cast<size_t>(one);
    const auto right = static_cast<size_t>(other);
    return m_to[left] == kNotJoined && m_from[right] == kNotJoined && m_one.hashes[left] == m_other.hashes[right];
}

void JoinedPages::join(int one, int other)
{
    m_to[static_cast<size_t>(one)] = other;
    m_from[static_cast<size_t>(other)] = one;
}

void JoinedPages::addRun(int one, int other)
{
    if (!canJoin(one, other))
        return;
    for (int step = 0; canJoin(one + step, other + step); ++step)
        join(one + step, other + step);
    for (int step = 1; canJoin(one - step, other - step); ++step)
        join(one - step, other - step);
}

void JoinedPages::findReplaced()
{
    const auto size = static_cast<int>(m_to.size());
    for (int at = 0; at <= size;) {
        const int before = at - 1; // which is joined, or the beginning
        int next = at;
        while (next < size && m_to[static_cast<size_t>(next)] == kNotJoined)
            ++next;
        const int otherBegin = before < 0 ? 0 : m_to[static_cast<size_t>(before)] + 1;
        const int otherEnd = next == size ? static_cast<int>(m_from.size()) : m_to[static_cast<size_t>(next)];
        addReplaced({at, next, otherBegin, otherEnd});
        at = next + 1;
    }
}

/// What both have in a short stretch between two runs joins them, however few words it is: "nine of 40" was not replaced by
/// "two of 30", but "nine" by "two" and "40" by "30".
void JoinedPages::addReplaced(const ReplacedWords &stretch)
{
    const int left = stretch.oneEnd - stretch.oneBegin;
    const int right = stretch.otherEnd - stretch.otherBegin;
    const auto isFree = [&] { return std::all_of(m_from.begin() + stretch.otherBegin, m_from.begin() + stretch.otherEnd, [](int joined) { return joined == kNotJoined; }); };
    if (left + right == 0 || left > kLongestStretch || right < 0 || right > kLongestStretch || !isFree())
        return;
    const int most = std::max(left, right);
    const int shared = joinCommon(stretch);
    if (shared == 0 ? most > kMostReplaced : shared < kLeastShared * most)
        return; // another sentence
    ReplacedWords gap{stretch.oneBegin, stretch.oneBegin, stretch.otherBegin, stretch.otherBegin};
    for (int one = stretch.oneBegin; one <= stretch.oneEnd; ++one) {
        const int other = one == stretch.oneEnd ? stretch.otherEnd : m_to[static_cast<size_t>(one)];
        if (other == kNotJoined)
            continue;
        gap.oneEnd = one;
        gap.otherEnd = other;
        const int replaced = std::max(gap.oneEnd - gap.oneBegin, gap.otherEnd - gap.otherBegin);
        if (replaced > 0 && replaced <= kMostReplaced)
            m_replaced.push_back(gap);
        gap = {one + 1, one + 1, other + 1, other + 1};
    }
}

/// Joins their longest common subsequence, if it is long enough; tells its length.
int JoinedPages::joinCommon(const ReplacedWords &stretch)
{
    const int width = stretch.otherEnd - stretch.otherBegin + 1;
    const int height = stretch.oneEnd - stretch.oneBegin + 1;
    std::vector<int> lengths(static_cast<size_t>(width) * static_cast<size_t>(height));
    const auto length = [&](int one, int other) -> int & { return lengths[static_cast<size_t>(one - stretch.oneBegin) * static_cast<size_t>(width) + static_cast<size_t>(other - stretch.otherBegin)]; };
    for (int one = stretch.oneEnd; one-- > stretch.oneBegin;) {
        for (int other = stretch.otherEnd; other-- > stretch.otherBegin;)
            length(one, other) = canJoin(one, other) ? length(one + 1, other + 1) + 1 : std::max(length(one + 1, other), length(one, other + 1));
    }
    const int shared = length(stretch.oneBegin, stretch.otherBegin);
    const bool isEnough = shared >= kLeastShared * std::max(width - 1, height - 1);
    for (int one = stretch.oneBegin, other = stretch.otherBegin; isEnough && one < stretch.oneEnd && other < stretch.otherEnd;) {
        if (canJoin(one, other))
            join(one++, other++);
        else if (length(one + 1, other) >= length(one, other + 1))
            ++one;
        else
            ++other;
    }
    return shared;
}

} // namespace variorum::comparison
