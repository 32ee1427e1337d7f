// "The jet careered over sodden grass" and "the airliner skidded across a wet meadow" share no word. Each word has a place among
// all words (language/word_vectors.h), near those that are used alike; a statement's is the sum of its words', the rare ones
// counting most (Arora, Liang and Ma 2017, "A simple but tough-to-beat baseline for sentence embeddings").

#include "comparison/claims/meanings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace variorum::comparison {

namespace {

constexpr qsizetype kAround = 160; // UTF-16 units to each side that count as the scene
constexpr size_t kReach = 25; // statements, since those of one place overlap
constexpr size_t kMostStatements = 4000;
constexpr double kLeastLikeness = 0.35;
constexpr size_t kNearest = 4; // of each other article

bool tells(const Unit &unit) { return unit.vector && !unit.entity && !unit.isValue; }

void add(std::vector<float> &sum, const Unit &unit)
{
    const language::WordVectors::Vector &vector = *unit.vector;
    sum.resize(vector.numbers.size());
    const float share = static_cast<float>(unit.weight) / vector.length;
    for (size_t at = 0; at < sum.size(); ++at)
        sum[at] += share * static_cast<float>(vector.numbers[at]);
}

std::vector<float> direction(std::vector<float> sum)
{
    float squares = 0;
    for (const float number : sum)
        squares += number * number;
    if (squares <= 0)
        return {};
    for (float &number : sum)
        number /= std::sqrt(squares);
    return sum;
}

/// What all statements of a story mean is no likeness of any two.
void takeOutTheCommon(std::vector<std::vector<float>> &directions)
{
    std::vector<float> mean;
    for (const std::vector<float> &own : directions) {
        mean.resize(std::max(mean.size(), own.size()));
        for (size_t at = 0; at < own.size(); ++at)
            mean[at] += own[at] / static_cast<float>(directions.size());
    }
    for (std::vector<float> &own : directions) {
        for (size_t at = 0; at < own.size(); ++at)
            own[at] -= mean[at];
        own = direction(std::move(own));
    }
}

bool areNear(const StatementView &one, const StatementView &other)
{
    return one.article == other.article && one.statement->place.field == other.statement->place.field && other.span().begin <= one.span().end + kAround
        && other.span().end >= one.span().begin - kAround;
}

} // namespace

Meanings::Meanings(const std::vector<StatementView> &views) : m_views(views)
{
    std::vector<Direction> sums;
    for (const StatementView &view : views) {
        Direction &sum = sums.emplace_back();
        for (const Unit &unit : view.units) {
            if (tells(unit))
                add(sum, unit);
        }
    }
    for (size_t place = 0; place < views.size(); ++place) {
        Direction scene;
        for (size_t other = place < kReach ? 0 : place - kReach; other < std::min(views.size(), place + kReach + 1); ++other) {
            if (sums[other].empty() || !areNear(views[place], views[other]))
                continue;
            scene.resize(sums[other].size());
            for (size_t at = 0; at < scene.size(); ++at)
                scene[at] += sums[other][at];
        }
        m_scenes.push_back(direction(std::move(scene)));
    }
    for (Direction &sum : sums)
        m_statements.push_back(direction(std::move(sum)));
    takeOutTheCommon(m_statements);
}

double Meanings::product(const Direction &one, const Direction &other)
{
    constexpr size_t kAtOnce = 8; // sums side by side, which a compiler lays into one register; their order is fixed
    const size_t size = std::min(one.size(), other.size());
    std::array<float, kAtOnce> sums{};
    size_t at = 0;
    for (; at + kAtOnce <= size; at += kAtOnce) {
        for (size_t lane = 0; lane < kAtOnce; ++lane)
            sums[lane] += one[at + lane] * other[at + lane];
    }
    for (; at < size; ++at)
        sums[0] += one[at] * other[at];
    return static_cast<double>(std::accumulate(sums.begin(), sums.end(), 0.0F));
}

void Meanings::addNearest(int one, std::vector<std::pair<int, int>> &pairs) const
{
    std::map<int, std::vector<std::pair<double, int>>> byArticle;
    for (int other = 0; other < static_cast<int>(m_views.size()); ++other) {
        const int article = m_views[static_cast<size_t>(other)].article;
        const double likely = article == m_views[static_cast<size_t>(one)].article ? 0.0 : likeness(one, other);
        if (likely >= kLeastLikeness)
            byArticle[article].emplace_back(-likely, other);
    }
    for (auto &[article, found] : byArticle) {
        std::sort(found.begin(), found.end());
        for (size_t place = 0; place < std::min(found.size(), kNearest); ++place)
            pairs.emplace_back(std::min(one, found[place].second), std::max(one, found[place].second));
    }
}

std::vector<std::pair<int, int>> Meanings::nearestPairs(const ForEach &forEach) const
{
    std::vector<std::pair<int, int>> pairs;
    if (m_views.size() > kMostStatements)
        return pairs;
    const int count = static_cast<int>(m_views.size());
    std::vector<std::vector<std::pair<int, int>>> parts(static_cast<size_t>(partsOf(forEach, count)));
    forParts(forEach, count, [&](int part, int begin, int end) {
        for (int one = begin; one < end; ++one)
            addNearest(one, parts[static_cast<size_t>(part)]);
    });
    for (const std::vector<std::pair<int, int>> &part : parts)
        pairs.insert(pairs.end(), part.begin(), part.end());
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

double nearness(const Unit &one, const Unit &other)
{
    return tells(one) && tells(other) ? std::max(0.0, language::cosine(*one.vector, *other.vector)) : 0.0;
}

} // namespace variorum::comparison
