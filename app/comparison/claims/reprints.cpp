// Two articles that print one passage are joined word by word (joined_pages.h). The statements that hold replaced words in both, from one
// word to the same other word, are a revision:
//
//     A  ... reached the border, a source informed on Tuesday, for what the ministry said ...     "a source informed on Tuesday"
//     B  ... reached the border, a source informed on Friday, for what the ministry said ...      "a source informed on Friday"
//
// Where the two articles' sentences were cut otherwise, those are taken that have most in common. A sentence in which more was replaced
// proves nothing: "the lower house voted by 212 to 180", "the upper house voted by 61 to 39".

#include "comparison/claims/reprints.h"

#include "comparison/claims/joined_pages.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

namespace variorum::comparison {

namespace {

constexpr double kLeastShared = 0.5; // of a statement's words, or it is another

/// A page's words as the other page has them.
struct Mapping {
    const std::vector<int> &to;
    std::vector<int> replacedAt; ///< by word: the place in `gaps` of what replaces it
    std::vector<ReplacedWords> gaps; ///< this page's side first

    Mapping(const std::vector<int> &words, std::vector<ReplacedWords> replaced) : to(words), replacedAt(words.size(), kNotJoined), gaps(std::move(replaced))
    {
        for (size_t place = 0; place < gaps.size(); ++place)
            std::fill(replacedAt.begin() + gaps[place].oneBegin, replacedAt.begin() + gaps[place].oneEnd, static_cast<int>(place));
    }
};

std::vector<ReplacedWords> turned(std::vector<ReplacedWords> all)
{
    for (ReplacedWords &gap : all) {
        std::swap(gap.oneBegin, gap.otherBegin);
        std::swap(gap.oneEnd, gap.otherEnd);
    }
    return all;
}

/// Where the other page prints the words; nothing where it lacks one that it did not replace.
std::optional<Reprint> reprintOf(const Stretch &stretch, const Mapping &mapping, const TextPage &other)
{
    int begin = std::numeric_limits<int>::max();
    int end = 0;
    bool isWhole = true;
    int last = kNotJoined; // on the other page
    int joined = 0;
    for (int word = stretch.begin(); word < stretch.end(); ++word) {
        const auto at = static_cast<size_t>(word);
        if (mapping.to[at] != kNotJoined) {
            if (mapping.to[at] <= last)
                return std::nullopt; // the other page tells it in another order
            isWhole = isWhole && (last == kNotJoined || mapping.to[at] - last == 1); // or the other page puts words in
            last = mapping.to[at];
            begin = std::min(begin, last);
            end = std::max(end, last + 1);
            ++joined;
            continue;
        }
        if (mapping.replacedAt[at] == kNotJoined)
            return std::nullopt;
        const ReplacedWords &gap = mapping.gaps[static_cast<size_t>(mapping.replacedAt[at])];
        isWhole = false;
        if (gap.otherBegin < gap.otherEnd) {
            begin = std::min(begin, gap.otherBegin);
            end = std::max(end, gap.otherEnd);
        }
    }
    if (begin >= end || joined < kLeastShared * (stretch.end() - stretch.begin()))
        return std::nullopt;
    return Reprint{other.spans[static_cast<size_t>(begin)].united(other.spans[static_cast<size_t>(end - 1)]), isWhole};
}

/// The statement's words that lie in the stretch of its page, half-open.
std::pair<int, int> wordsIn(const Stretch &stretch, int begin, int end)
{
    const auto first = std::find_if(stretch.words.begin(), stretch.words.end(), [begin](const auto &word) { return word.second > begin; });
    const auto behind = std::find_if(first, stretch.words.end(), [end](const auto &word) { return word.first >= end; });
    return {static_cast<int>(first - stretch.words.begin()), static_cast<int>(behind - stretch.words.begin())};
}

/// The page's statements with all of the words, or around the place where none stand.
std::vector<const Stretch *> holding(const TextPage &page, int begin, int end)
{
    std::vector<const Stretch *> found;
    for (const Stretch &stretch : page.statements) {
        if (stretch.begin() <= begin && end <= stretch.end())
            found.push_back(&stretch);
    }
    return found;
}

/// The share of both statements' words that they have in common, the replaced ones among them.
double likenessOf(const Stretch &one, const Stretch &other, const ReplacedWords &gap, const std::vector<int> &to)
{
    auto common = std::count_if(to.begin() + one.begin(), to.begin() + one.end(), [&other](int joined) { return joined >= other.begin() && joined < other.end(); });
    const int replaced = std::max(gap.oneEnd - gap.oneBegin, gap.otherEnd - gap.otherBegin);
    common += replaced;
    const int all = one.end() - one.begin() + other.end() - other.begin() + replaced * 2 - (gap.oneEnd - gap.oneBegin) - (gap.otherEnd - gap.otherBegin);
    return static_cast<double>(common) / static_cast<double>(all - common);
}

/// Does the sentence tell nothing else that the other page lacks? "The lower house voted by 212 to 180" is not "The upper house
/// voted by 61 to 39" with one figure replaced.
bool isAllElseShared(const TextPage &page, const std::vector<int> &to, int begin, int end)
{
    const int last = static_cast<int>(page.sentences.size()) - 1;
    const int sentence = page.sentences[static_cast<size_t>(std::clamp(begin == end ? begin - 1 : begin, 0, last))];
    const auto [from, until] = std::equal_range(page.sentences.begin(), page.sentences.end(), sentence);
    for (auto at = from - page.sentences.begin(); at < until - page.sentences.begin(); ++at) {
        if (to[static_cast<size_t>(at)] == kNotJoined && (at < begin || at >= end))
            return false;
    }
    return true;
}

/// The statements of both that hold the gap, from and to the same words; or else those most alike.
void addRevisions(const ReplacedWords &gap, const TextPage &one, const TextPage &other, const JoinedPages &sides, const std::vector<StatementView> &views, std::vector<Revision> &revisions)
{
    constexpr double kLeastAlike = 0.15;
    constexpr double kAlike = 0.6;
    constexpr double kExactly = 0.999;
    struct Found {
        double likeness = 0;
        const Stretch *left = nullptr;
        const Stretch *right = nullptr;
    };
    if (!isAllElseShared(one, sides.to(), gap.oneBegin, gap.oneEnd) || !isAllElseShared(other, sides.from(), gap.otherBegin, gap.otherEnd))
        return;
    std::vector<Found> found;
    double best = 0;
    const std::vector<const Stretch *> rights = holding(other, gap.otherBegin, gap.otherEnd);
    for (const Stretch *left : holding(one, gap.oneBegin, gap.oneEnd)) {
        for (const Stretch *right : rights) {
            found.push_back({likenessOf(*left, *right, gap, sides.to()), left, right});
            best = std::max(best, found.back().likeness);
        }
    }
    const double least = best >= kExactly ? kExactly : std::max(kLeastAlike, std::min(best, kAlike));
    for (const Found &each : found) {
        if (each.likeness < least)
            continue;
        const auto [oneBegin, oneEnd] = wordsIn(*each.left, gap.oneBegin, gap.oneEnd);
        const auto [otherBegin, otherEnd] = wordsIn(*each.right, gap.otherBegin, gap.otherEnd);
        const WordGap words{oneBegin, oneEnd, otherBegin, otherEnd};
        const model::Statement &left = *views[static_cast<size_t>(each.left->statement)].statement;
        const model::Statement &right = *views[static_cast<size_t>(each.right->statement)].statement;
        if (!changesTheAct(words, left, right))
            revisions.push_back({each.left->statement, each.right->statement, words});
    }
}

} // namespace

Reprints::Reprints(const std::vector<StatementView> &views, const std::vector<QStringView> &texts) : m_reprints(views.size())
{
    if (texts.size() < 2)
        return;
    const std::vector<TextPage> pages = pagesOf(views, texts);
    std::map<int, Shingles> shingles;
    const auto shinglesIn = [&](int article) -> const Shingles & {
        const auto [known, isNew] = shingles.try_emplace(article);
        if (isNew)
            known->second = shinglesOf(pages[static_cast<size_t>(article)]);
        return known->second;
    };
    const TextSharers sharers(pages);
    const auto addPair = [&](int first, int second) {
        const TextPage &one = pages[static_cast<size_t>(first)];
        const TextPage &other = pages[static_cast<size_t>(second)];
        const JoinedPages sides(one, shinglesIn(first), other, shinglesIn(second));
        const Mapping there(sides.to(), sides.replaced());
        const Mapping back(sides.from(), turned(sides.replaced()));
        for (const Stretch &stretch : one.statements) {
            if (const auto reprint = reprintOf(stretch, there, other))
                m_reprints[static_cast<size_t>(stretch.statement)].emplace_back(second, *reprint);
        }
        for (const Stretch &stretch : other.statements) {
            if (const auto reprint = reprintOf(stretch, back, one))
                m_reprints[static_cast<size_t>(stretch.statement)].emplace_back(first, *reprint);
        }
        for (const ReplacedWords &gap : sides.replaced())
            addRevisions(gap, one, other, sides, views, m_revisions);
    };
    for (int first = 0; first < static_cast<int>(pages.size()); ++first) {
        for (const int second : sharers.behind(first))
            addPair(first, second);
    }
    const auto placesOf = [](const Revision &revision) { return std::pair(revision.one, revision.other); };
    std::sort(m_revisions.begin(), m_revisions.end(), [&](const Revision &one, const Revision &other) { return placesOf(one) < placesOf(other); });
    m_revisions.erase(std::unique(m_revisions.begin(), m_revisions.end(), [&](const Revision &one, const Revision &other) { return placesOf(one) == placesOf(other); }), m_revisions.end());
}

bool Reprints::areRevised(int one, int other) const
{
    const std::pair wanted(std::min(one, other), std::max(one, other));
    const auto found = std::lower_bound(m_revisions.begin(), m_revisions.end(), wanted, [](const Revision &revision, const auto &pair) { return std::pair(revision.one, revision.other) < pair; });
    return found != m_revisions.end() && std::pair(found->one, found->other) == wanted;
}

std::optional<Reprint> Reprints::of(int statement, int article) const
{
    if (static_cast<size_t>(statement) >= m_reprints.size())
        return std::nullopt;
    const std::vector<std::pair<int, Reprint>> &own = m_reprints[static_cast<size_t>(statement)];
    const auto found = std::lower_bound(own.begin(), own.end(), article, [](const auto &entry, int wanted) { return entry.first < wanted; });
    return found == own.end() || found->first != article ? std::nullopt : std::optional(found->second);
}

} // namespace variorum::comparison
