// How alike articles are by their words.
//
// An article is a vector of its words, tf-idf weighted; words that look like names and words of the title weigh more (sketch.h).
// Two articles are alike by the cosine of their vectors, if their dates are not too far apart. Only pairs that share one of their
// heaviest words are looked at (an inverted index), so the cost does not grow with the square of the number of articles.
//
// Worked example: three reports of a flood in Arden and one of a football match. "arden", "river", "flood" join the
// three (cosine about 0.4); the match shares "town" and "police" with them (about 0.05) and stays alone.
//
// In a small folder nearly all words of a story stand in all of its articles, so idf must not sink to 0 there: it is
// log(1 + n / df), with a floor for n.
//
// Each article that comes changes n, and df of all its words, and so a little of all weights. Therefore both are rounded down
// where they are large; few have a word of a small df:
//
//     df 1 2 3 ... 15 16 16 ... 24 ... 32 ... 48 ... 64 ...: of two hundred words a few pass a step, and only those who have them,
//     some hundred of ten thousand articles, are weighed and held against the others again
//
// Rounded they follow from the set of articles alone, however it was reached. Sums run over words by their hashes, so that
// they come out the same however the words were numbered, and whichever of two articles is held against the other.

#include "comparison/stories/likenesses.h"

#include "comparison/stories/postings.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace variorum::comparison {

namespace {

using Page = SketchBook::Page;

constexpr int kSmallestCollection = 40; // idf of a smaller folder is reckoned as if it had so many articles
constexpr size_t kHeaviestWords = 60; // words by which candidates are found
constexpr int kManyArticles = 384; // that have a word: it finds nobody then; one of the steps of the rounding
constexpr qint64 kDateWindowDays = 14;
constexpr int kFew = 16; // articles, which are not rounded
constexpr int kCountBits = 2; // that rounding leaves of the number of articles with a word
constexpr int kTotalBits = 4; // and of all: one more changes all weights where it passes a step

int rounded(int count, int bits)
{
    if (count < kFew)
        return count;
    const int lost = std::max(0, static_cast<int>(std::bit_width(static_cast<unsigned>(count))) - bits);
    return count >> lost << lost;
}

std::vector<WordStanding> standings(const SketchedArticles &articles)
{
    std::vector<int> counts(static_cast<size_t>(articles.book.words()));
    for (const Page *page : articles.pages) {
        for (const int word : page->words)
            ++counts[static_cast<size_t>(word)];
    }
    const auto total = static_cast<double>(rounded(std::max(kSmallestCollection, static_cast<int>(articles.pages.size())), kTotalBits));
    std::vector<WordStanding> words(counts.size());
    for (size_t word = 0; word < counts.size(); ++word) {
        if (counts[word] > 0)
            words[word] = {static_cast<float>(std::log(1.0 + total / rounded(counts[word], kCountBits))), counts[word] < kManyArticles};
    }
    return words;
}

WordVector weighed(const Page &page, const std::vector<WordStanding> &words)
{
    WordVector vector;
    double squares = 0;
    for (size_t place = 0; place < page.words.size(); ++place) {
        const float weight = page.sketch.words[place].weight * words[static_cast<size_t>(page.words[place])].rarity;
        vector.push_back({page.words[place], weight});
        squares += static_cast<double>(weight) * static_cast<double>(weight);
    }
    const double length = std::sqrt(squares);
    for (WordEntry &entry : vector)
        entry.weight = static_cast<float>(static_cast<double>(entry.weight) / length);
    return vector;
}

/// The heaviest words, but for those that too many have.
WordVector heaviestOf(const WordVector &vector, const std::vector<WordStanding> &words)
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
    WordVector heaviest;
    for (const size_t place : places) {
        if (words[static_cast<size_t>(vector[place].number)].findsOthers)
            heaviest.push_back(vector[place]);
    }
    return heaviest;
}

/// Those that are new or have a word that stands otherwise than before.
std::vector<char> touchedOnes(const SketchedArticles &articles, const SetChange &change, const std::vector<WordStanding> &before, const std::vector<WordStanding> &after)
{
    std::vector<bool> isOther(after.size());
    for (size_t word = 0; word < after.size(); ++word)
        isOther[word] = word >= before.size() || before[word] != after[word];
    std::vector<char> isTouched(articles.pages.size());
    for (size_t place = 0; place < isTouched.size(); ++place) {
        const std::vector<int> &words = articles.pages[place]->words;
        const bool is = change.isUnclear() || change.placeBefore(static_cast<int>(place)) < 0
            || std::any_of(words.begin(), words.end(), [&isOther](int word) { return isOther[static_cast<size_t>(word)]; });
        isTouched[place] = is ? 1 : 0;
    }
    return isTouched;
}

/// By word: the articles that have it among their heaviest, ascending. Only words that a touched article has there.
Postings<WordEntry> postingsOf(const std::vector<WeighedArticle> &weighed, const std::vector<int> &touched, size_t words)
{
    std::vector<bool> isWanted(words);
    for (const int place : touched) {
        for (const WordEntry &entry : weighed[static_cast<size_t>(place)].heaviest)
            isWanted[static_cast<size_t>(entry.number)] = true;
    }
    return {words, [&](const auto &add) {
                for (size_t place = 0; place < weighed.size(); ++place) {
                    for (const WordEntry &entry : weighed[place].heaviest) {
                        if (isWanted[static_cast<size_t>(entry.number)])
                            add(entry.number, WordEntry{static_cast<int>(place), entry.weight});
                    }
                }
            }};
}

bool areOfOneTime(const model::Article &one, const model::Article &other)
{
    if (!one.published || !other.published)
        return true;
    return std::abs(one.published->date.daysTo(other.published->date)) <= kDateWindowDays;
}

/// How alike a touched article is to the touched ones before it and to all others. What it shares with each is added up word by
/// word, so that memory does not grow with the pairs looked at; the whole vectors are held against each other only where
/// that is enough.
class Reader {
public:
    Reader(const SketchedArticles &articles, const std::vector<WeighedArticle> &weighed, const std::vector<char> &isTouched, const Postings<WordEntry> &postings)
        : m_articles(articles), m_weighed(weighed), m_isTouched(isTouched), m_postings(postings), m_shared(articles.pages.size()), m_weights(postings.lists())
    {
    }

    void add(int place, std::vector<Likeness> &pairs)
    {
        constexpr double kLeastShared = 0.02; // of the cosine, from the heaviest words; less cannot make a story
        meetOthers(place);
        const WordVector &vector = m_weighed[static_cast<size_t>(place)].words;
        for (const WordEntry &entry : vector)
            m_weights[static_cast<size_t>(entry.number)] = entry.weight;
        for (const int other : m_met) {
            if (m_shared[static_cast<size_t>(other)] >= kLeastShared && areOfOneTime(*m_articles.articles[static_cast<size_t>(other)], *m_articles.articles[static_cast<size_t>(place)]))
                pairs.push_back({std::min(place, other), std::max(place, other), cosineWith(m_weighed[static_cast<size_t>(other)].words)});
            m_shared[static_cast<size_t>(other)] = 0.0;
        }
        for (const WordEntry &entry : vector)
            m_weights[static_cast<size_t>(entry.number)] = 0;
    }

private:
    void meetOthers(int place)
    {
        m_met.clear();
        for (const WordEntry &own : m_weighed[static_cast<size_t>(place)].heaviest) {
            for (const WordEntry &with : m_postings.of(own.number)) {
                if (with.number >= place && m_isTouched[static_cast<size_t>(with.number)] != 0)
                    continue; // it meets this one
                double &sum = m_shared[static_cast<size_t>(with.number)];
                if (sum == 0.0)
                    m_met.push_back(with.number);
                sum += static_cast<double>(own.weight) * static_cast<double>(with.weight);
            }
        }
    }

    [[nodiscard]] double cosineWith(const WordVector &other) const
    {
        double sum = 0;
        for (const WordEntry &entry : other)
            sum += static_cast<double>(m_weights[static_cast<size_t>(entry.number)]) * static_cast<double>(entry.weight);
        return sum;
    }

    const SketchedArticles &m_articles; // the caller's; outlives this
    const std::vector<WeighedArticle> &m_weighed; // likewise
    const std::vector<char> &m_isTouched; // likewise
    const Postings<WordEntry> &m_postings; // likewise
    std::vector<double> m_shared; // by place; 0 between two calls
    std::vector<float> m_weights; // by word; likewise
    std::vector<int> m_met;
};

/// What was found before of articles that are still there and weigh what they did.
std::vector<Likeness> stillKnown(const std::vector<Likeness> &known, const SetChange &change, const std::vector<char> &isTouched)
{
    std::vector<Likeness> pairs;
    pairs.reserve(known.size());
    for (const Likeness &pair : known) {
        const int one = change.placeAfter(pair.one);
        const int other = change.placeAfter(pair.other);
        if (one >= 0 && other >= 0 && isTouched[static_cast<size_t>(one)] == 0 && isTouched[static_cast<size_t>(other)] == 0)
            pairs.push_back({one, other, pair.score});
    }
    return pairs;
}

} // namespace

FoundLikenesses findLikenesses(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop)
{
    KnownLikenesses &known = articles.book.likenesses();
    KnownLikenesses last = known.numbering == articles.book.numbering() ? std::move(known) : KnownLikenesses();
    known = {}; // so that nothing is gone on from where this is not finished
    FoundLikenesses found{SetChange(last.pages, articles.pages), {}, {}, std::move(last.groups)};
    std::vector<WordStanding> words = standings(articles);
    found.isTouched = touchedOnes(articles, found.change, last.words, words);
    std::vector<WeighedArticle> weights(articles.pages.size());
    std::vector<int> touched;
    for (size_t place = 0; place < weights.size(); ++place) {
        if (found.isTouched[place] != 0)
            touched.push_back(static_cast<int>(place));
        else
            weights[place] = std::move(last.weighed[static_cast<size_t>(found.change.placeBefore(static_cast<int>(place)))]);
    }
    const auto forTouched = [&](const auto &task) {
        forStretches(forEach, static_cast<int>(touched.size()), [&](int begin, int end) {
            if (!stop.stop_requested())
                task(static_cast<size_t>(begin), static_cast<size_t>(end));
        });
    };
    forTouched([&](size_t begin, size_t end) {
        for (size_t at = begin; at < end; ++at) {
            const auto place = static_cast<size_t>(touched[at]);
            weights[place].words = weighed(*articles.pages[place], words);
            weights[place].heaviest = heaviestOf(weights[place].words, words);
        }
    });
    const Postings<WordEntry> postings = postingsOf(weights, touched, words.size());
    std::vector<std::vector<Likeness>> pairs(touched.size());
    forTouched([&](size_t begin, size_t end) {
        Reader reader(articles, weights, found.isTouched, postings);
        for (size_t at = begin; at < end && !stop.stop_requested(); ++at)
            reader.add(touched[at], pairs[at]);
    });
    if (!found.change.isUnclear())
        found.pairs = stillKnown(last.pairs, found.change, found.isTouched);
    for (const std::vector<Likeness> &own : pairs)
        found.pairs.insert(found.pairs.end(), own.begin(), own.end());
    if (!found.change.isUnclear() && !stop.stop_requested())
        known = {kept(articles.pages), std::move(weights), std::move(words), found.pairs, {}, articles.book.numbering()};
    return found;
}

} // namespace variorum::comparison
