// What can be told of an article's words without looking at another's.
//
// Words, for stories: each with 1 + log of how often it stands there, a word of the title counted twice, and twice as much where
// it looks like a name more often than not.
//
// Shingles, for reused text: all runs of five words, winnowed (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local
// algorithms for document fingerprinting"): of every four hashes in a row the smallest is kept, so that a passage of
// eight equal words always leaves an equal fingerprint.
//
//     "Arden flooded." / "The river Wend flooded Arden on Friday night."
//     words: arden (2 + 1 times, a name), flooded (2 + 1), river, wend (a name), friday (a name), night
//     shingles: "the river wend flooded arden", "river wend flooded arden on", ... four; fingerprints: one

#include "comparison/stories/sketch.h"

#include "comparison/stories/text_words.h"
#include "comparison/values/proper_names.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace variorum::comparison {

namespace {

using Hash = Sketch::Hash;

constexpr float kNameWeight = 2.0;
constexpr double kTitleWeight = 2.0;
constexpr size_t kMostWords = 4000; // of a text; a longer one is known from its beginning
constexpr size_t kShingleWords = 5;
constexpr size_t kWindow = 4;
constexpr Hash kSeed = 14695981039346656037ULL;

/// FNV-1a: the same on every machine, unlike qHash.
Hash hashOf(const QString &word, Hash seed)
{
    Hash hash = seed;
    for (const QChar letter : word)
        hash = (hash ^ letter.unicode()) * 1099511628211ULL;
    return (hash ^ 0x20U) * 1099511628211ULL;
}

std::vector<Hash> sortedSet(std::vector<Hash> hashes)
{
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

/// In the text's order.
std::vector<Hash> shinglesIn(const std::vector<TextWord> &words)
{
    std::vector<Hash> hashes;
    for (size_t begin = 0; begin + kShingleWords <= words.size(); ++begin) {
        Hash hash = kSeed;
        for (size_t place = begin; place < begin + kShingleWords; ++place)
            hash = hashOf(words[place].folded, hash);
        hashes.push_back(hash);
    }
    return hashes;
}

std::vector<Hash> winnowed(const std::vector<Hash> &hashes)
{
    std::vector<Hash> kept;
    for (size_t begin = 0; begin + kWindow <= hashes.size(); ++begin)
        kept.push_back(*std::min_element(hashes.begin() + static_cast<std::ptrdiff_t>(begin), hashes.begin() + static_cast<std::ptrdiff_t>(begin + kWindow)));
    return sortedSet(std::move(kept));
}

/// How often a word stands there, weighed, and how often more as a name than not.
struct Count {
    double weight = 0;
    int names = 0;
};

void count(const std::vector<TextWord> &words, double weight, std::map<Hash, Count> &counts)
{
    for (size_t place = 0; place < std::min(words.size(), kMostWords); ++place) {
        if (isFunctionWord(words[place].folded))
            continue;
        Count &known = counts[hashOf(words[place].folded, kSeed)];
        known.weight += weight;
        known.names += words[place].isName ? 1 : -1;
    }
}

} // namespace

std::vector<Hash> shinglesOf(const QString &text) { return sortedSet(shinglesIn(textWords(text))); }

Sketch sketchOf(const model::Article &article)
{
    Sketch sketch;
    const std::vector<TextWord> words = textWords(article.text);
    std::map<Hash, Count> counts;
    count(textWords(article.title.value_or(QString())), kTitleWeight, counts);
    count(words, 1.0, counts);
    for (const auto &[hash, known] : counts)
        sketch.words.push_back({hash, static_cast<float>(1.0 + std::log(std::max(1.0, known.weight))) * (known.names > 0 ? kNameWeight : 1.0F)});
    const std::vector<Hash> shingles = shinglesIn(words);
    sketch.fingerprints = winnowed(shingles);
    sketch.shingles = sortedSet(shingles);
    const QString plain = article.text.simplified();
    sketch.text = hashOf(plain, kSeed);
    sketch.textLength = plain.size();
    sketch.outlet = nameKey(model::outletLabel(article));
    sketch.isOutletKnown = article.outlet.has_value();
    for (const QString &agency : article.agencies)
        sketch.agencies.append(nameKey(agency));
    return sketch;
}

} // namespace variorum::comparison
