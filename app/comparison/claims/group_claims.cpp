// From a story's statements to its claims:
//
//  1. candidates: pairs that share a rare lemma, an entity or a sense (inverted index, common keys find nobody);
//  2. each pair is aligned and scored (alignment.h);
//  3. statements in the same words but a few make one claim (same_words.h); any other pair is judged by a learnt model over what its two have in common (pair_features.h), how alike their neighbours
//     are, and how near they come to the best partner that either has in the other's article. Two articles tell of a fall
//     into a well in five sentences each; those that fit best go together, not all with all;
//  4. average linkage up to the threshold, overlapping statements of one article kept apart;
//  5. of two claims that say the same with wider and tighter statements, the wider one goes;
//  6. a statement that is as like to a second claim as its members are to each other stands there too.

#include "comparison/claims/group_claims.h"

#include "comparison/claims/average_linkage.h"
#include "comparison/claims/pair_features.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <set>

namespace variorum::comparison {

namespace {

constexpr size_t kLongestPosting = 250; // statements; a word of more finds nobody
constexpr int kSenses = 2;
constexpr qsizetype kNear = 200; // UTF-16 units between neighbours
constexpr double kSameWordsLikelihood = 0.97;
constexpr double kLeastScore = 0.08; // a pair below is not kept
constexpr double kWiderShare = 0.75; // of a claim's statements that lie around another's

std::vector<QString> indexKeys(const Unit &unit, const LexicalKnowledge &knowledge)
{
    if (unit.entity)
        return {QStringLiteral("#%1").arg(unit.entity->value)};
    std::vector<QString> keys = {unit.lemma};
    if (unit.wordClass) {
        for (const language::SynsetId sense : knowledge.senses(unit.lemma, *unit.wordClass, kSenses))
            keys.push_back(QStringLiteral("=%1").arg(sense));
    }
    return keys;
}

std::vector<std::pair<int, int>> candidates(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge)
{
    std::map<QString, std::vector<int>> postings;
    for (size_t place = 0; place < views.size(); ++place) {
        std::set<QString> keys;
        for (const Unit &unit : views[place].units) {
            if (unit.isValue)
                continue;
            for (const QString &key : indexKeys(unit, knowledge))
                keys.insert(key);
        }
        for (const QString &key : keys)
            postings[key].push_back(static_cast<int>(place));
    }
    std::vector<std::pair<int, int>> pairs;
    for (const auto &[key, places] : postings) {
        if (places.size() > kLongestPosting)
            continue;
        for (size_t first = 0; first < places.size(); ++first) {
            for (size_t second = first + 1; second < places.size(); ++second) {
                if (!overlap(views[static_cast<size_t>(places[first])], views[static_cast<size_t>(places[second])]))
                    pairs.emplace_back(places[first], places[second]);
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// The best score of each statement in each article: (statement, other's article).
std::map<std::pair<int, int>, double> bestPartners(const PairTable &pairs, const std::vector<StatementView> &views)
{
    std::map<std::pair<int, int>, double> best;
    for (const auto &[pair, alignment] : pairs) {
        const auto &[one, other] = pair;
        double &left = best[{one, views[static_cast<size_t>(other)].article}];
        double &right = best[{other, views[static_cast<size_t>(one)].article}];
        left = std::max(left, alignment.score);
        right = std::max(right, alignment.score);
    }
    return best;
}

/// Statements of the article close around, that share no words with it.
std::vector<std::vector<int>> neighboursOf(const std::vector<StatementView> &views)
{
    std::vector<std::vector<int>> neighbours(views.size());
    for (size_t first = 0; first < views.size(); ++first) {
        for (size_t second = first + 1; second < views.size() && views[second].article == views[first].article; ++second) {
            const bool isNear = views[second].statement->place.field == views[first].statement->place.field && views[second].span().begin - views[first].span().end <= kNear;
            if (!isNear)
                break;
            if (overlap(views[first], views[second]))
                continue;
            neighbours[first].push_back(static_cast<int>(second));
            neighbours[second].push_back(static_cast<int>(first));
        }
    }
    return neighbours;
}

/// How alike the most alike neighbours of the two are: what stands side by side in both articles tells of one scene.
double contextOf(const std::vector<int> &left, const std::vector<int> &right, const PairTable &pairs)
{
    double best = 0;
    for (const int one : left) {
        for (const int other : right) {
            const auto found = pairs.find({std::min(one, other), std::max(one, other)});
            best = found == pairs.end() ? best : std::max(best, found->second.score);
        }
    }
    return best;
}

/// Aligned pairs, judged each by itself first and then among all others.
PairTable scoredPairs(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge, const Weights &weights)
{
    WordLikeness likeness(knowledge, weights);
    PairTable pairs;
    std::map<std::pair<int, int>, PairFeatures> features;
    for (const auto &[one, other] : candidates(views, knowledge)) {
        const StatementView &left = views[static_cast<size_t>(one)];
        const StatementView &right = views[static_cast<size_t>(other)];
        Alignment alignment = align(left, right, likeness, weights);
        if (alignment.score < kLeastScore)
            continue;
        features[{one, other}] = pairFeatures(left, right, alignment, likeness, weights);
        pairs.emplace(std::pair{one, other}, std::move(alignment));
    }
    const std::map<std::pair<int, int>, double> best = bestPartners(pairs, views);
    const std::vector<std::vector<int>> neighbours = neighboursOf(views);
    for (auto &[pair, alignment] : pairs) {
        const auto &[one, other] = pair;
        const double left = alignment.score / best.at({one, views[static_cast<size_t>(other)].article});
        const double right = alignment.score / best.at({other, views[static_cast<size_t>(one)].article});
        PairFeatures &known = features.at(pair);
        known[static_cast<size_t>(PairFeature::Rank)] = std::max(left, right);
        known[static_cast<size_t>(PairFeature::Context)] = contextOf(neighbours[static_cast<size_t>(one)], neighbours[static_cast<size_t>(other)], pairs);
        alignment.likelihood = alignment.sameWords.areSame ? std::max(kSameWordsLikelihood, likelihood(known, weights)) : likelihood(known, weights);
    }
    for (auto &[pair, alignment] : pairs)
        alignment.score *= std::pow(features.at(pair)[static_cast<size_t>(PairFeature::Rank)], weights.competition);
    return pairs;
}

std::vector<std::pair<int, int>> overlappingPairs(const std::vector<StatementView> &views)
{
    std::vector<std::pair<int, int>> pairs;
    for (size_t first = 0; first < views.size(); ++first) {
        // Statements stand by article and place, so what overlaps is near.
        for (size_t second = first + 1; second < views.size() && views[second].article == views[first].article; ++second) {
            if (views[second].statement->place.field == views[first].statement->place.field && views[second].span().begin >= views[first].span().end)
                break;
            if (overlap(views[first], views[second]))
                pairs.emplace_back(static_cast<int>(first), static_cast<int>(second));
        }
    }
    return pairs;
}

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
            const auto found = pairs.find({members[first], members[second]});
            sum += found == pairs.end() ? 0.0 : found->second.likelihood;
        }
    }
    return count == 0 ? 1.0 : sum / count;
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

/// Claims of several articles, without those that only repeat a tighter one. Singles come apart.
void dropWiderCopies(std::vector<ClaimGroup> &groups, const std::vector<StatementView> &views)
{
    std::vector<ClaimGroup> kept;
    for (const ClaimGroup &group : groups) {
        const bool isCopy = std::any_of(groups.begin(), groups.end(), [&](const ClaimGroup &other) {
            return &other != &group && other.members.size() >= group.members.size() && isWiderCopy(group, other, views);
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
    std::map<int, double> best;
    for (const int member : members) {
        const auto found = pairs.find({std::min(statement, member), std::max(statement, member)});
        double &known = best[views[static_cast<size_t>(member)].article];
        known = found == pairs.end() ? known : std::max(known, found->second.likelihood);
    }
    best.erase(views[static_cast<size_t>(statement)].article);
    double sum = 0;
    for (const auto &[article, score] : best)
        sum += score;
    return best.empty() ? 0.0 : sum / static_cast<double>(best.size());
}

void addSecondMembers(std::vector<ClaimGroup> &groups, const std::vector<StatementView> &views, const PairTable &pairs, const Weights &weights)
{
    std::map<int, std::set<int>> neighbours;
    for (const auto &[pair, alignment] : pairs) {
        neighbours[pair.first].insert(pair.second);
        neighbours[pair.second].insert(pair.first);
    }
    for (ClaimGroup &group : groups) {
        std::set<int> near;
        for (const int member : group.members)
            near.insert(neighbours[member].begin(), neighbours[member].end());
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

GroupedClaims groupClaims(const std::vector<StatementView> &views, const LexicalKnowledge &knowledge, const Weights &weights)
{
    GroupedClaims grouped;
    grouped.pairs = scoredPairs(views, knowledge, weights);
    std::vector<Likeness> likenesses;
    for (const auto &[pair, alignment] : grouped.pairs)
        likenesses.push_back({pair.first, pair.second, alignment.likelihood});
    std::vector<ClaimGroup> singles;
    for (std::vector<int> &members : groupByAverageLinkage(static_cast<int>(views.size()), likenesses, weights.claimThreshold, overlappingPairs(views))) {
        const double score = meanScore(members, grouped.pairs);
        const bool isShared = articlesOf(members, views) > 1;
        (isShared ? grouped.groups : singles).push_back({std::move(members), isShared ? QStringLiteral("aligned-statements") : QStringLiteral("one-article"), score});
    }
    dropWiderCopies(grouped.groups, views);
    addSecondMembers(grouped.groups, views, grouped.pairs, weights);
    addSingles(grouped.groups, singles, views);
    std::sort(grouped.groups.begin(), grouped.groups.end(), [](const ClaimGroup &one, const ClaimGroup &other) { return one.members < other.members; });
    return grouped;
}

} // namespace variorum::comparison
