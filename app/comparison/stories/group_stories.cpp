// Which articles report one event, from their words alone.
//
// An article is a vector of its rarer words, tf-idf weighted; words that look like names and words of the title weigh
// more (sketch.h). Two articles are alike by the cosine of their vectors, if their dates are not too far apart. Only pairs that
// share one of their heaviest words are looked at (an inverted index), so the cost does not grow with the square of
// the number of articles. Articles are then grouped by average linkage.
//
// Worked example: three reports of a flood in Arden and one of a football match. "arden", "river", "flood" join the
// three (cosine about 0.4); the match shares "town" and "police" with them (about 0.05) and stays alone.
//
// In a small folder nearly all words of a story stand in all of its articles, so idf must not sink to 0 there: it is
// log(1 + n / df), with a floor for n.
//
// Sums run over words by their hashes, so that they come out the same however the words were numbered.

#include "comparison/stories/group_stories.h"

#include "comparison/claims/average_linkage.h"
#include "comparison/compare.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/postings.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace variorum::comparison {

namespace {

constexpr double kThreshold = 0.15; // average cosine that makes a story
constexpr int kSmallestCollection = 40; // idf of a smaller folder is reckoned as if it had so many articles
constexpr size_t kHeaviestWords = 60; // words by which candidates are found
constexpr int kLongestPosting = 400; // a word in more articles than that finds nobody
constexpr qint64 kDateWindowDays = 14;

/// A word of one article, with the article's weight of it or the other way round.
struct Entry {
    int number = 0; ///< the word's, or the article's place
    float weight = 0;
};

/// An article's words in the order of their hashes; of length 1.
using Vector = std::vector<Entry>;

struct Documents {
    std::vector<Vector> vectors; ///< by place
    std::vector<Vector> heaviest; ///< likewise; those words that find others, in the order of their hashes
};

std::vector<int> documentCounts(const SketchedArticles &articles)
{
    std::vector<int> counts(static_cast<size_t>(articles.book.words()));
    for (const SketchBook::Page *page : articles.pages) {
        for (const int word : page->words)
            ++counts[static_cast<size_t>(word)];
    }
    return counts;
}

Vector weighed(const SketchBook::Page &page, const std::vector<float> &rarity)
{
    Vector vector;
    double squares = 0;
    for (size_t place = 0; place < page.words.size(); ++place) {
        const float weight = page.sketch.words[place].weight * rarity[static_cast<size_t>(page.words[place])];
        vector.push_back({page.words[place], weight});
        squares += static_cast<double>(weight) * static_cast<double>(weight);
    }
    const double length = std::sqrt(squares);
    for (Entry &entry : vector)
        entry.weight = static_cast<float>(static_cast<double>(entry.weight) / length);
    return vector;
}

/// The heaviest words, but for those that too many have.
Vector heaviestOf(const Vector &vector, const std::vector<int> &counts)
{
    std::vector<size_t> places(vector.size());
    for (size_t place = 0; place < places.size(); ++place)
        places[place] = place;
    const size_t kept = std::min(places.size(), kHeaviestWords);
    std::nth_element(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(kept), places.end(), [&vector](size_t one, size_t other) {
        return vector[one].weight != vector[other].weight ? vector[one].weight > vector[other].weight : one < other;
    });
    places.resize(kept);
    std::sort(places.begin(), places.end());
    Vector heaviest;
    for (const size_t place : places) {
        if (counts[static_cast<size_t>(vector[place].number)] <= kLongestPosting)
            heaviest.push_back(vector[place]);
    }
    return heaviest;
}

Documents documentsOf(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop)
{
    const std::vector<int> counts = documentCounts(articles);
    const double total = std::max<double>(kSmallestCollection, static_cast<double>(articles.pages.size()));
    std::vector<float> rarity(counts.size());
    for (size_t word = 0; word < counts.size(); ++word)
        rarity[word] = counts[word] > 0 ? static_cast<float>(std::log(1.0 + total / counts[word])) : 0.0F;
    Documents documents;
    documents.vectors.resize(articles.pages.size());
    documents.heaviest.resize(articles.pages.size());
    forStretches(forEach, static_cast<int>(articles.pages.size()), [&](int begin, int end) {
        for (auto place = static_cast<size_t>(begin); place < static_cast<size_t>(end) && !stop.stop_requested(); ++place) {
            documents.vectors[place] = weighed(*articles.pages[place], rarity);
            documents.heaviest[place] = heaviestOf(documents.vectors[place], counts);
        }
    });
    return documents;
}

/// By word: the articles that have it among their heaviest, ascending.
Postings<Entry> postingsOf(const Documents &documents, size_t words)
{
    return {words, [&documents](const auto &add) {
                for (size_t place = 0; place < documents.heaviest.size(); ++place) {
                    for (const Entry &entry : documents.heaviest[place])
                        add(entry.number, Entry{static_cast<int>(place), entry.weight});
                }
            }};
}

bool areOfOneTime(const model::Article &one, const model::Article &other)
{
    if (!one.published || !other.published)
        return true;
    return std::abs(one.published->date.daysTo(other.published->date)) <= kDateWindowDays;
}

/// How alike an article is to those before it. What it shares with each is added up word by word, so that memory does not grow
/// with the pairs looked at; the whole vectors are held against each other only where that is enough.
class Reader {
public:
    Reader(const SketchedArticles &articles, const Documents &documents, const Postings<Entry> &postings)
        : m_articles(articles), m_documents(documents), m_postings(postings), m_shared(articles.pages.size()), m_weights(postings.lists())
    {
    }

    /// Ascending.
    void add(int place, std::vector<Likeness> &pairs)
    {
        constexpr double kLeastShared = 0.02; // of the cosine, from the heaviest words; less cannot make a story
        m_met.clear();
        for (const Entry &own : m_documents.heaviest[static_cast<size_t>(place)]) {
            for (const Entry &with : m_postings.of(own.number)) {
                if (with.number >= place)
                    break;
                double &sum = m_shared[static_cast<size_t>(with.number)];
                if (sum == 0.0)
                    m_met.push_back(with.number);
                sum += static_cast<double>(own.weight) * static_cast<double>(with.weight);
            }
        }
        std::sort(m_met.begin(), m_met.end());
        const Vector &vector = m_documents.vectors[static_cast<size_t>(place)];
        for (const Entry &entry : vector)
            m_weights[static_cast<size_t>(entry.number)] = entry.weight;
        for (const int earlier : m_met) {
            if (m_shared[static_cast<size_t>(earlier)] >= kLeastShared && areOfOneTime(*m_articles.articles[static_cast<size_t>(earlier)], *m_articles.articles[static_cast<size_t>(place)]))
                pairs.push_back({earlier, place, cosineWith(m_documents.vectors[static_cast<size_t>(earlier)])});
            m_shared[static_cast<size_t>(earlier)] = 0.0;
        }
        for (const Entry &entry : vector)
            m_weights[static_cast<size_t>(entry.number)] = 0;
    }

private:
    [[nodiscard]] double cosineWith(const Vector &other) const
    {
        double sum = 0;
        for (const Entry &entry : other)
            sum += static_cast<double>(m_weights[static_cast<size_t>(entry.number)]) * static_cast<double>(entry.weight);
        return sum;
    }

    const SketchedArticles &m_articles; // the caller's; outlives this
    const Documents &m_documents; // likewise
    const Postings<Entry> &m_postings; // likewise
    std::vector<double> m_shared; // by place of an earlier article; 0 between two calls
    std::vector<float> m_weights; // by word; likewise
    std::vector<int> m_met;
};

std::vector<Likeness> likenesses(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop)
{
    const Documents documents = documentsOf(articles, forEach, stop);
    const Postings<Entry> postings = postingsOf(documents, static_cast<size_t>(articles.book.words()));
    const int count = static_cast<int>(articles.pages.size());
    std::vector<std::vector<Likeness>> found(articles.pages.size());
    forStretches(forEach, count, [&](int begin, int end) {
        Reader reader(articles, documents, postings);
        for (int place = begin; place < end && !stop.stop_requested(); ++place)
            reader.add(place, found[static_cast<size_t>(place)]);
    });
    size_t all = 0;
    for (const std::vector<Likeness> &own : found)
        all += own.size();
    std::vector<Likeness> pairs;
    pairs.reserve(all);
    for (const std::vector<Likeness> &own : found)
        pairs.insert(pairs.end(), own.begin(), own.end());
    return pairs;
}

/// Average linkage within each set of articles that pairs above the threshold hold together: nothing leads out of it, so each
/// can be grouped by itself, on its own thread.
std::vector<std::vector<int>> groupedApart(int count, const std::vector<Likeness> &pairs, const ForEach &forEach, const std::stop_token &stop)
{
    const std::vector<int> reach = reachOf(count, pairs, kThreshold);
    const auto lists = static_cast<size_t>(count);
    const Postings<int> sets(lists, [&](const auto &add) {
        for (int place = 0; place < count; ++place)
            add(reach[static_cast<size_t>(place)], place);
    });
    const Postings<Likeness> pairsIn(lists, [&](const auto &add) {
        for (const Likeness &pair : pairs) {
            if (reach[static_cast<size_t>(pair.one)] == reach[static_cast<size_t>(pair.other)])
                add(reach[static_cast<size_t>(pair.one)], pair);
        }
    });
    std::vector<std::vector<std::vector<int>>> made(lists);
    forStretches(forEach, count, [&](int begin, int end) {
        for (int first = begin; first < end; ++first) {
            const std::span<const int> set = sets.of(first);
            const auto placeIn = [set](int place) { return static_cast<int>(std::lower_bound(set.begin(), set.end(), place) - set.begin()); };
            std::vector<Likeness> own;
            for (const Likeness &pair : pairsIn.of(first))
                own.push_back({placeIn(pair.one), placeIn(pair.other), pair.score});
            std::vector<std::vector<int>> &groups = made[static_cast<size_t>(first)];
            groups = groupByAverageLinkage(static_cast<int>(set.size()), own, kThreshold, {}, {}, stop);
            for (std::vector<int> &group : groups) {
                for (int &place : group)
                    place = set[static_cast<size_t>(place)];
            }
        }
    });
    std::vector<std::vector<int>> groups;
    for (std::vector<std::vector<int>> &own : made)
        groups.insert(groups.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    std::sort(groups.begin(), groups.end());
    return groups;
}

} // namespace

std::vector<std::vector<int>> groupSketched(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop)
{
    const std::vector<Likeness> pairs = likenesses(articles, forEach, stop);
    if (stop.stop_requested())
        return {};
    return groupedApart(static_cast<int>(articles.pages.size()), pairs, forEach, stop);
}

std::vector<std::vector<int>> groupStories(std::span<const model::Article> articles, const std::stop_token &stop, const ComparisonHelp &help)
{
    const std::vector<int> order = canonicalOrder(articles, [](const model::Article &article) -> const model::Article & { return article; });
    std::vector<const model::Article *> pointers;
    for (const int place : order)
        pointers.push_back(&articles[static_cast<size_t>(place)]);
    SketchBook own;
    SketchBook &book = help.memory ? help.memory->sketches() : own;
    const std::vector<const SketchBook::Page *> pages = book.pagesOf(pointers, help.forEach);
    if (pages.size() != pointers.size())
        return {};
    std::vector<std::vector<int>> groups = groupSketched({pointers, pages, book}, help.forEach, stop);
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
