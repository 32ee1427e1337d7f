// From a story's statements to the pairs that may make one claim:
//
//  1. candidates: pairs that share a rare lemma, an entity or a sense (inverted index, common keys find nobody);
//  2. each is aligned and scored (alignment.h);
//  3. statements in the same words but a few make one claim (same_words.h); any other pair is judged by a learnt model
//     (pair_model.h) over what its two have in common, what is said around them, and how near they come to the best partner
//     that either has in the other's article: two articles tell of a fall into a well in five sentences each, and those
//     that fit best go together, not all with all;
//  4. where what two share lies in a statement within one of them ("wounding five people" within a long sentence), that
//     one takes the pair, and the wider becomes less likely.

#include "comparison/claims/judge_pairs.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace variorum::comparison {

namespace {

constexpr size_t kLongestPosting = 250; // statements; a word of more finds nobody
constexpr int kSenses = 2;
constexpr qsizetype kNear = 200; // UTF-16 units between neighbours
constexpr qsizetype kAround = 120; // UTF-16 units to each side that count as surroundings
constexpr double kSameWordsLikelihood = 0.97;
constexpr double kLeastScore = 0.08; // a pair below is not kept

using Pair = std::pair<int, int>;

double &at(PairFeatures &features, PairFeature feature) { return features[static_cast<size_t>(feature)]; }

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
        const bool isReport = views[place].statement->rule == QLatin1String("report"); // that someone said so is no claim
        for (const Unit &unit : views[place].units) {
            if (unit.isValue || isReport)
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

/// The scores of each statement in each article, best first, by statement and the other's article.
using Partners = std::vector<std::map<int, std::vector<double>>>;

Partners partnersOf(const PairTable &pairs, const std::vector<StatementView> &views)
{
    Partners partners(views.size());
    for (size_t place = 0; place < pairs.size(); ++place) {
        const auto &[one, other] = pairs.pair(place);
        partners[static_cast<size_t>(one)][views[static_cast<size_t>(other)].article].push_back(pairs.alignment(place).score);
        partners[static_cast<size_t>(other)][views[static_cast<size_t>(one)].article].push_back(pairs.alignment(place).score);
    }
    for (auto &byArticle : partners) {
        for (auto &[article, scores] : byArticle)
            std::sort(scores.begin(), scores.end(), std::greater<>());
    }
    return partners;
}

/// How a pair stands among the others of its two articles.
void addRank(const Pair &pair, double score, const Partners &partners, const std::vector<StatementView> &views, PairFeatures &features)
{
    const std::vector<double> &left = partners[static_cast<size_t>(pair.first)].at(views[static_cast<size_t>(pair.second)].article);
    const std::vector<double> &right = partners[static_cast<size_t>(pair.second)].at(views[static_cast<size_t>(pair.first)].article);
    const auto placeIn = [score](const std::vector<double> &scores) {
        return static_cast<double>(std::lower_bound(scores.begin(), scores.end(), score, std::greater<>()) - scores.begin());
    };
    at(features, PairFeature::Rank) = std::max(score / left.front(), score / right.front());
    at(features, PairFeature::BetterPlace) = std::min(placeIn(left), placeIn(right));
    at(features, PairFeature::WorsePlace) = std::max(placeIn(left), placeIn(right));
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
            const Alignment *found = pairs.find(one, other);
            best = found ? std::max(best, found->score) : best;
        }
    }
    return best;
}

/// What is said in and close around each statement: units by number, weighed by how few statements have them.
struct Surroundings {
    std::vector<std::pair<int, double>> weights; ///< by number, ascending
    double size = 0; ///< of the vector
};

/// Numbers of each statement's units, an entity or a lemma having one all over the story; ascending, each once.
std::vector<std::vector<int>> numberedUnits(const std::vector<StatementView> &views)
{
    QHash<QString, int> numbers;
    std::vector<std::vector<int>> numbered(views.size());
    for (size_t place = 0; place < views.size(); ++place) {
        for (const Unit &unit : views[place].units) {
            const QString key = unit.entity ? QStringLiteral("#%1").arg(unit.entity->value) : unit.lemma;
            const auto known = numbers.constFind(key);
            const int number = known == numbers.constEnd() ? static_cast<int>(numbers.size()) : *known;
            if (known == numbers.constEnd())
                numbers.insert(key, number);
            numbered[place].push_back(number);
        }
        std::sort(numbered[place].begin(), numbered[place].end());
        numbered[place].erase(std::unique(numbered[place].begin(), numbered[place].end()), numbered[place].end());
    }
    return numbered;
}

std::vector<Surroundings> surroundingsOf(const std::vector<StatementView> &views)
{
    const std::vector<std::vector<int>> units = numberedUnits(views);
    std::map<int, double> counts; // how many statements have it
    for (const std::vector<int> &own : units) {
        for (const int unit : own)
            ++counts[unit];
    }
    const auto areNear = [&views](size_t one, size_t other) {
        const StatementView &left = views[one];
        const StatementView &right = views[other];
        return left.article == right.article && left.statement->place.field == right.statement->place.field
            && right.span().begin <= left.span().end + kAround && right.span().end >= left.span().begin - kAround;
    };
    constexpr size_t kReach = 25; // statements, since those of one place overlap
    std::vector<Surroundings> surroundings(views.size());
    for (size_t place = 0; place < views.size(); ++place) {
        std::set<int> around;
        for (size_t other = place < kReach ? 0 : place - kReach; other < std::min(views.size(), place + kReach + 1); ++other) {
            if (areNear(place, other))
                around.insert(units[other].begin(), units[other].end());
        }
        double squares = 0;
        for (const int unit : around) {
            const double weight = std::log(1.0 + static_cast<double>(views.size()) / counts.at(unit));
            surroundings[place].weights.emplace_back(unit, weight);
            squares += weight * weight;
        }
        surroundings[place].size = std::sqrt(squares);
    }
    return surroundings;
}

double cosine(const Surroundings &one, const Surroundings &other)
{
    double shared = 0;
    for (auto left = one.weights.begin(), right = other.weights.begin(); left != one.weights.end() && right != other.weights.end();) {
        if (left->first < right->first) {
            ++left;
        } else if (right->first < left->first) {
            ++right;
        } else {
            shared += left->second * right->second;
            ++left;
            ++right;
        }
    }
    return one.size > 0 && other.size > 0 ? shared / (one.size * other.size) : 0.0;
}

/// For each statement those that lie within it and are shorter.
std::vector<std::vector<int>> withinOf(const std::vector<StatementView> &views)
{
    std::vector<std::vector<int>> within(views.size());
    const auto add = [&](int outer, int inner) {
        const base::TextSpan &wide = views[static_cast<size_t>(outer)].span();
        const base::TextSpan &tight = views[static_cast<size_t>(inner)].span();
        if (wide.contains(tight) && tight.length() < wide.length())
            within[static_cast<size_t>(outer)].push_back(inner);
    };
    for (const auto &[one, other] : overlappingPairs(views)) {
        add(one, other);
        add(other, one);
    }
    return within;
}

double widthOf(int statement, const std::vector<int> &within, const std::vector<StatementView> &views)
{
    double widest = 0;
    for (const int inner : within)
        widest = std::max(widest, static_cast<double>(views[static_cast<size_t>(inner)].span().length()) / static_cast<double>(views[static_cast<size_t>(statement)].span().length()));
    return widest;
}

/// What the story around tells of each pair.
void addStoryFeatures(const PairTable &pairs, const std::vector<StatementView> &views, const std::vector<std::vector<int>> &within, std::vector<PairFeatures> &features)
{
    const Partners partners = partnersOf(pairs, views);
    const std::vector<std::vector<int>> neighbours = neighboursOf(views);
    const std::vector<Surroundings> surroundings = surroundingsOf(views);
    std::vector<double> widths;
    for (size_t place = 0; place < views.size(); ++place)
        widths.push_back(widthOf(static_cast<int>(place), within[place], views));
    for (size_t place = 0; place < pairs.size(); ++place) {
        const auto one = static_cast<size_t>(pairs.pair(place).first);
        const auto other = static_cast<size_t>(pairs.pair(place).second);
        PairFeatures &known = features[place];
        addRank(pairs.pair(place), pairs.alignment(place).score, partners, views, known);
        at(known, PairFeature::Context) = contextOf(neighbours[one], neighbours[other], pairs);
        at(known, PairFeature::Surroundings) = cosine(surroundings[one], surroundings[other]);
        at(known, PairFeature::Widest) = std::max(widths[one], widths[other]);
        at(known, PairFeature::LeastWide) = std::min(widths[one], widths[other]);
    }
}

/// How much of what the pair shares a statement within one of them shares with the other, on each side where it is enough.
double tighterFactor(size_t place, const PairTable &pairs, const std::vector<std::vector<int>> &within, const std::vector<double> &shared, const Weights &weights)
{
    const Pair &pair = pairs.pair(place);
    const double own = shared[place];
    const auto sharedOf = [&](int one, int other) {
        const std::optional<size_t> found = pairs.placeOf(one, other);
        return found ? shared[*found] : 0.0;
    };
    const auto hasTighter = [&](int wide, int other) {
        const std::vector<int> &inner = within[static_cast<size_t>(wide)];
        return std::any_of(inner.begin(), inner.end(), [&](int tight) { return sharedOf(tight, other) >= weights.tighterShare * own; });
    };
    return (hasTighter(pair.first, pair.second) ? weights.widerLikelihood : 1.0) * (hasTighter(pair.second, pair.first) ? weights.widerLikelihood : 1.0);
}

} // namespace

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

PairTable::PairTable(std::vector<Pair> pairs, std::vector<Alignment> alignments) : m_pairs(std::move(pairs)), m_alignments(std::move(alignments))
{
    for (size_t place = 0; place < m_pairs.size(); ++place)
        m_rows.resize(static_cast<size_t>(m_pairs[place].first) + 1, place);
    m_rows.push_back(m_pairs.size());
}

std::optional<size_t> PairTable::placeOf(int one, int other) const
{
    const Pair wanted(std::min(one, other), std::max(one, other));
    const auto row = static_cast<size_t>(wanted.first);
    if (row + 1 >= m_rows.size())
        return std::nullopt;
    const auto begin = m_pairs.begin() + static_cast<std::ptrdiff_t>(m_rows[row]);
    const auto end = m_pairs.begin() + static_cast<std::ptrdiff_t>(m_rows[row + 1]);
    const auto found = std::lower_bound(begin, end, wanted);
    return found != end && *found == wanted ? std::optional(static_cast<size_t>(found - m_pairs.begin())) : std::nullopt;
}

PairTable judgePairs(const std::vector<StatementView> &views, WordLikeness &likeness, const Weights &weights, const PairModel &model, const PairObserver &observe)
{
    std::vector<Pair> kept;
    std::vector<Alignment> alignments;
    std::vector<PairFeatures> features;
    std::vector<double> shared;
    for (const Pair &pair : candidates(views, likeness.knowledge())) {
        const StatementView &left = views[static_cast<size_t>(pair.first)];
        const StatementView &right = views[static_cast<size_t>(pair.second)];
        Alignment alignment = align(left, right, likeness, weights);
        if (alignment.score < kLeastScore)
            continue;
        kept.push_back(pair);
        features.push_back(pairFeatures(left, right, alignment, likeness, weights));
        shared.push_back(sharedWeight(left, right, alignment));
        alignments.push_back(std::move(alignment));
    }
    PairTable pairs(std::move(kept), std::move(alignments));
    const std::vector<std::vector<int>> within = withinOf(views);
    addStoryFeatures(pairs, views, within, features);
    if (observe)
        observe(views, pairs, features);
    for (size_t place = 0; place < pairs.size(); ++place) {
        Alignment &alignment = pairs.alignment(place);
        alignment.likelihood = model.likelihood(features[place]) * tighterFactor(place, pairs, within, shared, weights);
        if (alignment.sameWords.areSame)
            alignment.likelihood = std::max(kSameWordsLikelihood, alignment.likelihood);
        alignment.score *= std::pow(features[place][static_cast<size_t>(PairFeature::Rank)], weights.competition);
    }
    return pairs;
}

} // namespace variorum::comparison
