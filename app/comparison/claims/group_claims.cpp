// From a story's statements to its claims:
//
//  1. pairs that may make one claim are found, aligned and judged (judge_pairs.h);
//  2. average linkage over the pairs of two articles up to the threshold, overlapping statements of one article kept apart;
//  3. of two claims that say the same with wider and tighter statements, the wider one goes, unless it differs where the
//     tighter one does not reach: "was not on its run to Halvern" around "to Halvern";
//  4. a statement that is as like to a second claim as its members are to each other stands there too.

#include "comparison/claims/group_claims.h"

#include "comparison/claims/average_linkage.h"

#include <algorithm>
#include <limits>
#include <set>

namespace variorum::comparison {

namespace {

constexpr double kWiderShare = 0.75; // of a claim's statements that lie around another's

int articlesOf(const std::vector<int> &members, const std::vector<StatementView> &views)
{
    std::set<int> articles;
    for (const int member : members)
        articles.insert(views[static_cast<size_t>(member)].article);
    return static_cast<int>(articles.size());
}

double meanScore(const std::vector<int> &members, const PairTable &pairs)
{
    double sum = 0;
    int count = 0;
    for (size_t first = 0; first < members.size(); ++first) {
        for (size_t second = first + 1; second < members.size(); ++second, ++count) {
            const Alignment *found = pairs.find(members[first], members[second]);
            sum += found ? found->likelihood : 0.0;
        }
    }
    return count == 0 ? 1.0 : sum / count;
}

/// Are two statements of the claim a revision, within the two that lie around?
bool isRevisedWithin(const ClaimGroup &tight, const StatementView &one, const StatementView &other, const std::vector<StatementView> &views, const Reprints &reprints)
{
    return std::any_of(tight.members.begin(), tight.members.end(), [&](int first) {
        return overlap(views[static_cast<size_t>(first)], one) && std::any_of(tight.members.begin(), tight.members.end(), [&](int second) {
                   return overlap(views[static_cast<size_t>(second)], other) && reprints.areRevised(first, second);
               });
    });
}

/// Do two statements of `wide`, in the same words but a few, differ where no statement of `tight` reaches?
bool differsOutside(const ClaimGroup &wide, const ClaimGroup &tight, const std::vector<StatementView> &views, const PairTable &pairs, const Reprints &reprints)
{
    const auto isReached = [&](int statement, int begin, int end) {
        const StatementView &view = views[static_cast<size_t>(statement)];
        const base::TextSpan span = spanOf(*view.statement, begin, end);
        return span.isEmpty() || std::any_of(tight.members.begin(), tight.members.end(), [&](int inner) {
            const StatementView &within = views[static_cast<size_t>(inner)];
            return overlap(view, within) && within.span().overlaps(span);
        });
    };
    for (size_t first = 0; first < wide.members.size(); ++first) {
        for (size_t second = first + 1; second < wide.members.size(); ++second) {
            const Alignment *found = pairs.find(wide.members[first], wide.members[second]);
            if (!found)
                continue;
            const std::vector<WordGap> &gaps = found->sameWords.gaps;
            if (!gaps.empty() && reprints.areRevised(wide.members[first], wide.members[second]) && !isRevisedWithin(tight, views[static_cast<size_t>(wide.members[first])], views[static_cast<size_t>(wide.members[second])], views, reprints))
                return true;
            if (std::any_of(gaps.begin(), gaps.end(), [&](const WordGap &gap) {
                    return !isReached(wide.members[first], gap.oneBegin, gap.oneEnd) || !isReached(wide.members[second], gap.otherBegin, gap.otherEnd);
                }))
                return true;
        }
    }
    return false;
}

/// Do most statements of `wide` lie around statements of `tight`?
bool isWiderCopy(const ClaimGroup &wide, const ClaimGroup &tight, const std::vector<StatementView> &views)
{
    int around = 0;
    std::set<int> articles;
    for (const int outer : wide.members) {
        const StatementView &view = views[static_cast<size_t>(outer)];
        const bool isAround = std::any_of(tight.members.begin(), tight.members.end(), [&](int inner) {
            const StatementView &within = views[static_cast<size_t>(inner)];
            return overlap(view, within) && view.span().contains(within.span()) && view.span() != within.span();
        });
        if (isAround) {
            ++around;
            articles.insert(view.article);
        }
    }
    return articles.size() > 1 && around >= kWiderShare * static_cast<double>(wide.members.size());
}

/// By claim, the other claims that hold a statement within one of its own: only of those can it be a wider copy.
std::vector<std::set<size_t>> tighterOnes(const std::vector<ClaimGroup> &groups, const std::vector<StatementView> &views)
{
    constexpr size_t kNone = std::numeric_limits<size_t>::max();
    std::vector<size_t> groupOf(views.size(), kNone); // no statement stands in two yet
    for (size_t place = 0; place < groups.size(); ++place) {
        for (const int member : groups[place].members)
            groupOf[static_cast<size_t>(member)] = place;
    }
    std::vector<std::set<size_t>> tighter(groups.size());
    for (const auto &[one, other] : overlappingPairs(views)) {
        const size_t first = groupOf[static_cast<size_t>(one)];
        const size_t second = groupOf[static_cast<size_t>(other)];
        if (first == kNone || second == kNone || first == second)
            continue;
        tighter[first].insert(second);
        tighter[second].insert(first);
    }
    return tighter;
}

/// Claims of several articles, without those that only repeat a tighter one. Singles come apart.
void dropWiderCopies(std::vector<ClaimGroup> &groups, const std::vector<StatementView> &views, const PairTable &pairs, const Reprints &reprints)
{
    const std::vector<std::set<size_t>> tighter = tighterOnes(groups, views);
    std::vector<ClaimGroup> kept;
    for (size_t place = 0; place < groups.size(); ++place) {
        const ClaimGroup &group = groups[place];
        const bool isCopy = std::any_of(tighter[place].begin(), tighter[place].end(), [&](size_t at) {
            const ClaimGroup &other = groups[at];
            return other.members.size() >= group.members.size() && isWiderCopy(group, other, views) && !differsOutside(group, other, views, pairs, reprints);
        });
        if (!isCopy)
            kept.push_back(group);
    }
    groups = std::move(kept);
}

/// How well a statement fits a claim: the mean, over the claim's articles, of its best likelihood there. An article that
/// tells one thing three times over, each time more shortly, counts once.
double fitOf(int statement, const std::vector<int> &members, const std::vector<StatementView> &views, const PairTable &pairs)
{
    // Members ascend, and with them their articles.
    double sum = 0;
    int articles = 0;
    for (size_t place = 0; place < members.size();) {
        const int article = views[static_cast<size_t>(members[place])].article;
        double best = 0;
        for (; place < members.size() && views[static_cast<size_t>(members[place])].article == article; ++place) {
            const Alignment *found = pairs.find(statement, members[place]);
            best = found ? std::max(best, found->likelihood) : best;
        }
        if (article == views[static_cast<size_t>(statement)].article)
            continue;
        sum += best;
        ++articles;
    }
    return articles == 0 ? 0.0 : sum / articles;
}

void addSecondMembers(std::vector<ClaimGroup> &groups, const std::vector<StatementView> &views, const PairTable &pairs, const Weights &weights, const std::stop_token &stop)
{
    std::vector<std::vector<int>> neighbours(views.size());
    for (size_t place = 0; place < pairs.size(); ++place) {
        const auto &[one, other] = pairs.pair(place);
        neighbours[static_cast<size_t>(one)].push_back(other);
        neighbours[static_cast<size_t>(other)].push_back(one);
    }
    for (ClaimGroup &group : groups) {
        if (stop.stop_requested())
            return;
        std::vector<int> near;
        for (const int member : group.members)
            near.insert(near.end(), neighbours[static_cast<size_t>(member)].begin(), neighbours[static_cast<size_t>(member)].end());
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        std::vector<int> added;
        for (const int statement : near) {
            const bool clashes = std::any_of(group.members.begin(), group.members.end(), [&](int member) {
                return member == statement || overlap(views[static_cast<size_t>(member)], views[static_cast<size_t>(statement)]);
            });
            if (!clashes && fitOf(statement, group.members, views, pairs) >= weights.secondClaimThreshold)
                added.push_back(statement);
        }
        group.members.insert(group.members.end(), added.begin(), added.end());
        std::sort(group.members.begin(), group.members.end());
    }
}

/// What one article alone says, unless it is a part of, or around, what several say.
void addSingles(std::vector<ClaimGroup> &groups, const std::vector<ClaimGroup> &singles, const std::vector<StatementView> &views)
{
    std::set<int> shared;
    for (const ClaimGroup &group : groups)
        shared.insert(group.members.begin(), group.members.end());
    std::vector<bool> touched(views.size());
    for (const auto &[one, other] : overlappingPairs(views)) {
        if (shared.contains(one))
            touched[static_cast<size_t>(other)] = true;
        if (shared.contains(other))
            touched[static_cast<size_t>(one)] = true;
    }
    for (ClaimGroup single : singles) {
        std::erase_if(single.members, [&](int member) { return touched[static_cast<size_t>(member)] || shared.contains(member); });
        if (!single.members.empty())
            groups.push_back(std::move(single));
    }
}

} // namespace

GroupedClaims groupClaims(const std::vector<StatementView> &views, PairTable pairs, const Reprints &reprints, const Weights &weights, const std::stop_token &stop)
{
    GroupedClaims grouped;
    grouped.pairs = std::move(pairs);
    std::vector<int> articles;
    for (const StatementView &view : views)
        articles.push_back(view.article);
    std::vector<Likeness> likenesses;
    for (size_t place = 0; place < grouped.pairs.size(); ++place)
        likenesses.push_back({grouped.pairs.pair(place).first, grouped.pairs.pair(place).second, grouped.pairs.alignment(place).likelihood});
    std::vector<ClaimGroup> singles;
    for (std::vector<int> &members : groupByAverageLinkage(static_cast<int>(views.size()), likenesses, weights.claimThreshold, overlappingPairs(views), articles, stop)) {
        const double score = meanScore(members, grouped.pairs);
        const bool isShared = articlesOf(members, views) > 1;
        (isShared ? grouped.groups : singles).push_back({std::move(members), isShared ? QStringLiteral("aligned-statements") : QStringLiteral("one-article"), score});
    }
    if (stop.stop_requested())
        return grouped;
    dropWiderCopies(grouped.groups, views, grouped.pairs, reprints);
    addSecondMembers(grouped.groups, views, grouped.pairs, weights, stop);
    addSingles(grouped.groups, singles, views);
    std::sort(grouped.groups.begin(), grouped.groups.end(), [](const ClaimGroup &one, const ClaimGroup &other) { return one.members < other.members; });
    return grouped;
}

} // namespace variorum::comparison
