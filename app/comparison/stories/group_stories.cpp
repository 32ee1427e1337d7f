// Which articles report one event, from their words alone.
//
// An article is a vector of its rarer words, tf-idf weighted; words that look like names and words of the title weigh
// more. Two articles are alike by the cosine of their vectors, if their dates are not too far apart. Only pairs that
// share one of their heaviest words are looked at (an inverted index), so the cost does not grow with the square of
// the number of articles. Articles are then grouped by average linkage.
//
// Worked example: three reports of a flood in Arden and one of a football match. "arden", "river", "flood" join the
// three (cosine about 0.4); the match shares "town" and "police" with them (about 0.05) and stays alone.
//
// In a small folder nearly all words of a story stand in all of its articles, so idf must not sink to 0 there: it is
// log(1 + n / df), with a floor for n.

#include "comparison/compare.h"

#include "comparison/claims/average_linkage.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/text_words.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

namespace variorum::comparison {

namespace {

constexpr double kThreshold = 0.15; // average cosine that makes a story
constexpr double kNameWeight = 2.0;
constexpr double kTitleWeight = 2.0;
constexpr int kSmallestCollection = 40; // idf of a smaller folder is reckoned as if it had so many articles
constexpr int kHeaviestWords = 60; // words by which candidates are found
constexpr int kLongestPosting = 400; // a word in more articles than that finds nobody
constexpr int kMostWords = 4000; // of a text; a longer one is known from its beginning
constexpr qint64 kDateWindowDays = 14;

using Vector = std::vector<std::pair<int, double>>; // word number, weight; by word number

struct Documents {
    std::vector<Vector> vectors;
    std::vector<int> documentCount; // by word number
};

void addWords(QStringView text, double weight, QHash<QString, int> &numbers, std::map<int, double> &counts, std::map<int, int> &names)
{
    int left = kMostWords;
    for (const TextWord &word : textWords(text.first(std::min<qsizetype>(text.size(), kMostWords * 12)))) {
        if (--left < 0)
            break;
        if (isFunctionWord(word.folded))
            continue;
        const auto found = numbers.constFind(word.folded);
        const int number = found != numbers.constEnd() ? *found : static_cast<int>(numbers.size());
        if (found == numbers.constEnd())
            numbers.insert(word.folded, number);
        counts[number] += weight;
        names[number] += word.isName ? 1 : -1;
    }
}

void normalise(Vector &vector)
{
    double squares = 0;
    for (const auto &[word, weight] : vector)
        squares += weight * weight;
    if (squares > 0) {
        for (auto &[word, weight] : vector)
            weight /= std::sqrt(squares);
    }
}

Documents weighed(std::span<const model::Article> articles, const std::vector<int> &order, const std::stop_token &stop)
{
    QHash<QString, int> numbers;
    Documents documents;
    std::vector<std::map<int, int>> names(order.size());
    for (size_t place = 0; place < order.size(); ++place) {
        if (stop.stop_requested())
            return {};
        const model::Article &article = articles[static_cast<size_t>(order[place])];
        std::map<int, double> counts;
        addWords(article.title.value_or(QString()), kTitleWeight, numbers, counts, names[place]);
        addWords(article.text, 1.0, numbers, counts, names[place]);
        documents.vectors.emplace_back(counts.begin(), counts.end());
    }
    documents.documentCount.assign(static_cast<size_t>(numbers.size()), 0);
    for (const Vector &vector : documents.vectors) {
        for (const auto &[word, count] : vector)
            ++documents.documentCount[static_cast<size_t>(word)];
    }
    const double total = std::max<double>(kSmallestCollection, static_cast<double>(order.size()));
    for (size_t place = 0; place < order.size(); ++place) {
        for (auto &[word, weight] : documents.vectors[place]) {
            const double idf = std::log(1.0 + total / documents.documentCount[static_cast<size_t>(word)]);
            weight = (1.0 + std::log(std::max(1.0, weight))) * idf * (names[place][word] > 0 ? kNameWeight : 1.0);
        }
        normalise(documents.vectors[place]);
    }
    return documents;
}

double cosine(const Vector &one, const Vector &other)
{
    double sum = 0;
    auto left = one.begin();
    auto right = other.begin();
    while (left != one.end() && right != other.end()) {
        if (left->first < right->first)
            ++left;
        else if (right->first < left->first)
            ++right;
        else
            sum += (left++)->second * (right++)->second;
    }
    return sum;
}

bool areOfOneTime(const model::Article &one, const model::Article &other)
{
    if (!one.published || !other.published)
        return true;
    return std::abs(one.published->date.daysTo(other.published->date)) <= kDateWindowDays;
}

/// How alike those articles are that share one of both's heaviest words, pair by pair, ascending. What an article shares with
/// each earlier one is added up word by word, so that memory does not grow with the pairs looked at; the whole vectors are
/// held against each other only where that is enough.
std::vector<Likeness> likenesses(const Documents &documents, const std::function<bool(int, int)> &areOfOneTime, const std::stop_token &stop)
{
    constexpr double kLeastShared = 0.02; // of the cosine, from the heaviest words; less cannot make a story
    std::vector<std::vector<std::pair<int, double>>> postings(documents.documentCount.size()); // by word: articles so far, weights
    std::vector<double> shared(documents.vectors.size());
    std::vector<Likeness> pairs;
    for (size_t place = 0; place < documents.vectors.size(); ++place) {
        if (stop.stop_requested())
            return {};
        Vector heaviest = documents.vectors[place];
        std::stable_sort(heaviest.begin(), heaviest.end(), [](const auto &one, const auto &other) { return one.second > other.second; });
        heaviest.resize(std::min<size_t>(heaviest.size(), kHeaviestWords));
        std::vector<int> met;
        for (const auto &[word, weight] : heaviest) {
            if (documents.documentCount[static_cast<size_t>(word)] > kLongestPosting)
                continue;
            auto &posting = postings[static_cast<size_t>(word)];
            for (const auto &[earlier, with] : posting) {
                double &sum = shared[static_cast<size_t>(earlier)];
                if (sum == 0.0)
                    met.push_back(earlier);
                sum += weight * with;
            }
            posting.emplace_back(static_cast<int>(place), weight);
        }
        std::sort(met.begin(), met.end());
        for (const int earlier : met) {
            if (shared[static_cast<size_t>(earlier)] >= kLeastShared && areOfOneTime(earlier, static_cast<int>(place)))
                pairs.push_back({earlier, static_cast<int>(place), cosine(documents.vectors[static_cast<size_t>(earlier)], documents.vectors[place])});
            shared[static_cast<size_t>(earlier)] = 0.0;
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Likeness &one, const Likeness &other) { return std::tie(one.one, one.other) < std::tie(other.one, other.other); });
    return pairs;
}

} // namespace

std::vector<std::vector<int>> groupStories(std::span<const model::Article> articles, const std::stop_token &stop)
{
    const std::vector<int> order = canonicalOrder(articles, [](const model::Article &article) -> const model::Article & { return article; });
    const Documents documents = weighed(articles, order, stop);
    const auto ofOneTime = [&](int one, int other) {
        return areOfOneTime(articles[static_cast<size_t>(order[static_cast<size_t>(one)])], articles[static_cast<size_t>(order[static_cast<size_t>(other)])]);
    };
    const std::vector<Likeness> pairs = likenesses(documents, ofOneTime, stop);
    if (stop.stop_requested())
        return {};
    std::vector<std::vector<int>> groups = groupByAverageLinkage(static_cast<int>(order.size()), pairs, kThreshold);
    for (std::vector<int> &group : groups) {
        for (int &place : group)
            place = order[static_cast<size_t>(place)];
        std::sort(group.begin(), group.end());
    }
    std::sort(groups.begin(), groups.end());
    return groups;
}

void inferDates(std::span<model::Article> articles, const std::vector<std::vector<int>> &stories)
{
    for (const std::vector<int> &story : stories) {
        std::optional<model::NewsDate> earliest;
        for (const int place : story) {
            const model::Article &article = articles[static_cast<size_t>(place)];
            if (article.published && article.publishedBasis != model::DateBasis::Inferred
                && (!earliest || article.published->utcForOrdering() < earliest->utcForOrdering()))
                earliest = article.published;
        }
        for (const int place : story) {
            model::Article &article = articles[static_cast<size_t>(place)];
            if (article.published || !earliest)
                continue;
            article.published = model::NewsDate{earliest->date, std::nullopt, std::nullopt}; // the hour is nobody's
            article.publishedBasis = model::DateBasis::Inferred;
        }
    }
}

} // namespace variorum::comparison
