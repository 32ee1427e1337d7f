// Grouping holds that statements speak about one thing, whatever value they give. Where the values clash, either a
// divergence proves that it is one act, or the grouping was wrong:
//
//     "nine are still missing" (Post), "nine people are missing" (Sun), "one is missing from the village" (Times)
//
// Nothing proves a difference, so the claim is no agreement of three. The Times' statement is linked to none that it
// does not clash with, the others to one each: it is the weakest and leaves.

#include "comparison/divergences/separate_clashes.h"

#include "comparison/divergences/presence.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace variorum::comparison {

namespace {

constexpr int kMoves = 3; // rounds in which what leaves a claim may join another; after them it stands alone, so that it ends

using Clashes = std::set<std::pair<int, int>>;

double likelihoodOf(int one, int other, const StoryMaterial &material)
{
    const Alignment *alignment = material.alignment(one, other);
    return alignment ? alignment->likelihood : 0.0;
}

bool isShared(const std::vector<int> &members, const StoryMaterial &material)
{
    return std::any_of(members.begin(), members.end(), [&](int member) { return material.view(member).article != material.view(members.front()).article; });
}

Clashes clashesIn(const std::vector<int> &members, const StoryMaterial &material)
{
    Clashes found;
    for (size_t first = 0; first < members.size(); ++first) {
        for (size_t second = first + 1; second < members.size(); ++second) {
            if (material.view(members[first]).article != material.view(members[second]).article && clash(members[first], members[second], material))
                found.emplace(members[first], members[second]);
        }
    }
    return found;
}

/// How strongly the statement hangs on those of other articles that it does not clash with.
double linkOf(int statement, const std::vector<int> &members, const Clashes &clashes, const StoryMaterial &material)
{
    double sum = 0;
    for (const int member : members) {
        const bool isApart = clashes.contains({std::min(statement, member), std::max(statement, member)});
        if (member != statement && !isApart && material.view(member).article != material.view(statement).article)
            sum += likelihoodOf(statement, member, material);
    }
    return sum;
}

/// The most weakly linked go, one by one, until nothing clashes; those that went. What a divergence shows goes only if all that it
/// clashes with is shown, too. Each statement's link is reckoned once, and what it loses by each that goes is taken off.
std::vector<int> takeOut(ClaimGroup &group, Clashes clashes, const std::vector<std::set<base::StatementId>> &told, const StoryMaterial &material)
{
    const auto isShown = [&](int statement) {
        return std::any_of(told.begin(), told.end(), [&](const std::set<base::StatementId> &shown) { return shown.contains(material.view(statement).statement->id); });
    };
    std::map<int, bool> shown;
    std::map<int, double> links; // of those that clash
    for (const auto &[one, other] : clashes) {
        for (const int statement : {one, other}) {
            if (!links.contains(statement))
                links[statement] = linkOf(statement, group.members, clashes, material);
            shown.try_emplace(statement, isShown(statement));
        }
    }
    std::vector<int> gone;
    while (!clashes.empty()) {
        const auto weakest = std::min_element(links.begin(), links.end(), [&shown](const auto &one, const auto &other) {
            return std::tuple(shown[one.first], one.second, other.first) < std::tuple(shown[other.first], other.second, one.first);
        });
        const int leaving = weakest->first;
        links.erase(weakest);
        for (auto &[statement, link] : links) {
            const bool isApart = clashes.contains({std::min(statement, leaving), std::max(statement, leaving)});
            if (!isApart && material.view(statement).article != material.view(leaving).article)
                link -= likelihoodOf(statement, leaving, material);
        }
        std::erase(group.members, leaving);
        std::erase_if(clashes, [leaving](const auto &pair) { return pair.first == leaving || pair.second == leaving; });
        std::erase_if(links, [&clashes](const auto &known) {
            return std::none_of(clashes.begin(), clashes.end(), [&known](const auto &pair) { return pair.first == known.first || pair.second == known.first; });
        });
        gone.push_back(leaving);
    }
    return gone;
}

void describe(ClaimGroup &group, const StoryMaterial &material)
{
    double sum = 0;
    int count = 0;
    for (size_t first = 0; first < group.members.size(); ++first) {
        for (size_t second = first + 1; second < group.members.size(); ++second, ++count)
            sum += likelihoodOf(group.members[first], group.members[second], material);
    }
    group.score = count == 0 ? 1.0 : sum / count;
    const bool isGathered = group.rule == QLatin1String("people-of-one-fate") || group.rule == kPresence; // which stays the reason, whoever leaves
    if (isGathered && isShared(group.members, material))
        return;
    group.rule = isShared(group.members, material) ? QStringLiteral("aligned-statements") : QStringLiteral("one-article");
}

/// How well the statement fits a claim, if it fits at all.
double fitOf(int statement, const ClaimGroup &group, const StoryMaterial &material)
{
    double sum = 0;
    for (const int member : group.members)
        sum += likelihoodOf(member, statement, material);
    return sum / static_cast<double>(group.members.size());
}

/// It clashes with a member or shares words with one.
bool isAgainst(int statement, const ClaimGroup &group, const StoryMaterial &material)
{
    return std::any_of(group.members.begin(), group.members.end(),
                       [&](int member) { return overlap(material.view(member), material.view(statement)) || clash(member, statement, material); });
}

void place(int statement, std::vector<ClaimGroup> &groups, const StoryMaterial &material, bool mayJoin)
{
    const bool isPlaced = std::any_of(groups.begin(), groups.end(), [statement](const ClaimGroup &group) { return std::binary_search(group.members.begin(), group.members.end(), statement); });
    if (isPlaced)
        return;
    ClaimGroup *best = nullptr;
    double bestFit = material.weights.claimThreshold;
    for (ClaimGroup &group : groups) {
        const double fit = mayJoin ? fitOf(statement, group, material) : 0.0;
        if (fit > bestFit && !isAgainst(statement, group, material)) {
            best = &group;
            bestFit = fit;
        }
    }
    if (!best)
        best = &groups.emplace_back();
    best->members.insert(std::upper_bound(best->members.begin(), best->members.end(), statement), statement);
    describe(*best, material);
}

using Told = std::map<size_t, std::vector<std::set<base::StatementId>>>;

/// By claim, the statements that each of its divergences shows.
Told toldIn(const std::vector<ClaimGroup> &groups, const StoryMaterial &material, const OriginKeys &origins, KindMemory &memory)
{
    std::vector<base::ClaimId> ids;
    for (size_t at = 0; at < groups.size(); ++at)
        ids.push_back(base::ClaimId{static_cast<qint64>(at)});
    Told told;
    for (const model::Divergence &divergence : findDivergences(groups, ids, material, origins, memory, Mark::All)) {
        std::set<base::StatementId> &shown = told[static_cast<size_t>(divergence.claim.value)].emplace_back();
        for (const model::DivergentValue &value : divergence.values) {
            for (const model::Evidence &evidence : value.evidence)
                shown.insert(evidence.statement);
        }
    }
    return told;
}

bool isTold(const std::pair<int, int> &pair, const std::vector<std::set<base::StatementId>> &told, const StoryMaterial &material)
{
    return std::any_of(told.begin(), told.end(), [&](const std::set<base::StatementId> &shown) {
        return shown.contains(material.view(pair.first).statement->id) && shown.contains(material.view(pair.second).statement->id);
    });
}

} // namespace

void separateClashes(std::vector<ClaimGroup> &groups, const StoryMaterial &material, const OriginKeys &origins, const std::function<void(std::vector<ClaimGroup> &)> &sort, KindMemory &memory)
{
    std::map<std::vector<int>, Clashes> known; // by a claim's statements
    for (int round = 0;; ++round) {
        sort(groups);
        Told told = toldIn(groups, material, origins, memory);
        std::vector<int> gone;
        for (size_t at = 0; at < groups.size(); ++at) {
            if (memory.isStopped())
                return;
            if (!isShared(groups[at].members, material))
                continue;
            const auto [found, isNew] = known.try_emplace(groups[at].members);
            if (isNew)
                found->second = clashesIn(groups[at].members, material);
            Clashes clashes = found->second;
            // Beside a proven divergence a clash may be one that could not be proven; people are counted too variously for that.
            std::erase_if(clashes, [&](const std::pair<int, int> &pair) {
                return !told[at].empty() && (isTold(pair, told[at], material) || !clashInPeople(pair.first, pair.second, material));
            });
            if (clashes.empty())
                continue;
            const std::vector<int> left = takeOut(groups[at], clashes, told[at], material);
            gone.insert(gone.end(), left.begin(), left.end());
            describe(groups[at], material);
        }
        if (gone.empty())
            return;
        for (const int statement : gone)
            place(statement, groups, material, round < kMoves);
    }
}

} // namespace variorum::comparison
