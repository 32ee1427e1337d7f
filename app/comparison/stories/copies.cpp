// Who reuses whose text: shingles of five words, winnowed (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local
// algorithms for document fingerprinting"): of every four hashes in a row the smallest is kept, so that a passage of
// eight equal words always leaves an equal fingerprint. Fingerprints find the candidates; all shingles measure them.
//
// Worked example: the wire says "A bridge in Arden collapsed on Friday, police said. ..."; a paper prints it under a
// headline of its own and cuts the last paragraph. 90 of the paper's 100 shingles are the wire's: copyOf. The source
// is the one that the other credits; if neither credits the other, the earlier; if that is unknown, the first by path.

#include "comparison/stories/copies.h"

#include "comparison/stories/text_words.h"
#include "comparison/values/proper_names.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <optional>

namespace variorum::comparison {

namespace {

constexpr int kShingleWords = 5;
constexpr size_t kWindow = 4;
constexpr double kCopyShare = 0.4; // of the shorter text's shingles
constexpr double kVersionShare = 0.25; // of one outlet, less is needed
constexpr size_t kLongestPosting = 200;
constexpr size_t kFewestShingles = 8; // a shorter text proves nothing
constexpr size_t kFewestFingerprints = 2;

using Hash = quint64;

/// FNV-1a: the same on every machine, unlike qHash.
Hash hashOf(const QString &word, Hash seed)
{
    Hash hash = seed;
    for (const QChar letter : word)
        hash = (hash ^ letter.unicode()) * 1099511628211ULL;
    return (hash ^ 0x20U) * 1099511628211ULL;
}

std::vector<Hash> shingles(const QString &text)
{
    const std::vector<TextWord> words = textWords(text);
    std::vector<Hash> hashes;
    for (size_t begin = 0; begin + kShingleWords <= words.size(); ++begin) {
        Hash hash = 14695981039346656037ULL;
        for (size_t place = begin; place < begin + kShingleWords; ++place)
            hash = hashOf(words[place].folded, hash);
        hashes.push_back(hash);
    }
    return hashes;
}

std::vector<Hash> sortedSet(std::vector<Hash> hashes)
{
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

std::vector<Hash> winnowed(const std::vector<Hash> &hashes)
{
    std::vector<Hash> kept;
    for (size_t begin = 0; begin + kWindow <= hashes.size(); ++begin)
        kept.push_back(*std::min_element(hashes.begin() + static_cast<std::ptrdiff_t>(begin), hashes.begin() + static_cast<std::ptrdiff_t>(begin + kWindow)));
    return sortedSet(std::move(kept));
}

double sharedShare(const std::vector<Hash> &one, const std::vector<Hash> &other)
{
    const size_t shorter = std::min(one.size(), other.size());
    if (shorter < kFewestShingles)
        return 0;
    size_t both = 0;
    for (auto left = one.begin(), right = other.begin(); left != one.end() && right != other.end();) {
        both += *left == *right ? 1U : 0U;
        const bool isBehind = *left <= *right;
        right += *right <= *left ? 1 : 0;
        left += isBehind ? 1 : 0;
    }
    return static_cast<double>(both) / static_cast<double>(shorter);
}

/// Pairs that share so many fingerprints, ascending.
std::vector<std::pair<int, int>> sharingFingerprints(const std::vector<std::vector<Hash>> &all)
{
    std::vector<std::pair<Hash, int>> postings;
    for (size_t place = 0; place < all.size(); ++place) {
        for (const Hash hash : winnowed(all[place]))
            postings.emplace_back(hash, static_cast<int>(place));
    }
    std::sort(postings.begin(), postings.end());
    std::vector<std::pair<int, int>> shared;
    for (size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
        while (end < postings.size() && postings[end].first == postings[begin].first)
            ++end;
        if (end - begin > kLongestPosting) {
            // All pairs would be too many; a story that hundreds print still hangs together by its first and by neighbours.
            for (size_t place = begin + 1; place < end; ++place) {
                shared.emplace_back(postings[begin].second, postings[place].second);
                if (place > begin + 1)
                    shared.emplace_back(postings[place - 1].second, postings[place].second);
            }
            continue;
        }
        for (size_t first = begin; first < end; ++first) {
            for (size_t second = first + 1; second < end; ++second)
                shared.emplace_back(postings[first].second, postings[second].second);
        }
    }
    std::sort(shared.begin(), shared.end());
    std::vector<std::pair<int, int>> pairs;
    for (size_t begin = 0, end = 0; begin < shared.size(); begin = end) {
        while (end < shared.size() && shared[end] == shared[begin])
            ++end;
        if (end - begin >= kFewestFingerprints)
            pairs.push_back(shared[begin]);
    }
    return pairs;
}

bool isEarlier(const model::Article &one, const model::Article &other)
{
    return one.published && other.published && one.published->utcForOrdering() < other.published->utcForOrdering();
}

/// What an article's outlet is called, and whom it credits, in keys.
struct Names {
    QString outlet; ///< as it is shown; empty where it has none
    bool isOutletKnown = false;
    QStringList agencies;
};

Names namesOf(const model::Article &article)
{
    Names names{nameKey(model::outletLabel(article)), article.outlet.has_value(), {}};
    for (const QString &agency : article.agencies)
        names.agencies.append(nameKey(agency));
    return names;
}

bool credits(const Names &copier, const Names &source) { return !source.outlet.isEmpty() && copier.agencies.contains(source.outlet); }

/// (later or copying, earlier or source)
std::pair<int, int> directed(int one, int other, const std::vector<const model::Article *> &articles, const std::vector<Names> &names, bool useCredit)
{
    const bool isLeft = credits(names[static_cast<size_t>(one)], names[static_cast<size_t>(other)]);
    const bool isRight = credits(names[static_cast<size_t>(other)], names[static_cast<size_t>(one)]);
    if (useCredit && isLeft != isRight)
        return isLeft ? std::pair{one, other} : std::pair{other, one};
    const model::Article &left = *articles[static_cast<size_t>(one)];
    const model::Article &right = *articles[static_cast<size_t>(other)];
    return isEarlier(left, right) ? std::pair{other, one} : isEarlier(right, left) ? std::pair{one, other} : std::pair{std::max(one, other), std::min(one, other)};
}

bool isOfOneOutlet(const Names &one, const Names &other) { return one.isOutletKnown && other.isOutletKnown && one.outlet == other.outlet; }

/// Articles with the same key are all duplicates of the first of them by date, then order.
template<typename Key>
void addDuplicates(const std::vector<const model::Article *> &articles, Key keyOf, std::vector<std::pair<int, int>> &pairs)
{
    std::map<decltype(keyOf(*articles.front())), int> first;
    for (int place = 0; place < static_cast<int>(articles.size()); ++place) {
        const auto key = keyOf(*articles[static_cast<size_t>(place)]);
        if (key.isEmpty())
            continue;
        const auto [known, isNew] = first.try_emplace(key, place);
        if (!isNew && isEarlier(*articles[static_cast<size_t>(place)], *articles[static_cast<size_t>(known->second)]))
            known->second = place;
    }
    for (int place = 0; place < static_cast<int>(articles.size()); ++place) {
        const auto key = keyOf(*articles[static_cast<size_t>(place)]);
        if (!key.isEmpty() && first.at(key) != place)
            pairs.emplace_back(place, first.at(key));
    }
}

} // namespace

double sharedText(const QString &one, const QString &other) { return sharedShare(sortedSet(shingles(one)), sortedSet(shingles(other))); }

TextReuse findTextReuse(const std::vector<const model::Article *> &articles)
{
    TextReuse reuse;
    if (articles.empty())
        return reuse;
    std::vector<std::vector<Hash>> all;
    std::vector<std::vector<Hash>> sets;
    std::vector<Names> names;
    for (const model::Article *article : articles) {
        names.push_back(namesOf(*article));
        all.push_back(shingles(article->text));
        sets.push_back(sortedSet(all.back()));
    }
    // The same file holds several articles: there the text tells, not the hash.
    addDuplicates(articles, [](const model::Article &article) { return article.text.simplified(); }, reuse.duplicateOf);
    for (const auto &[one, other] : sharingFingerprints(all)) {
        const bool isVersion = isOfOneOutlet(names[static_cast<size_t>(one)], names[static_cast<size_t>(other)]);
        const double share = sharedShare(sets[static_cast<size_t>(one)], sets[static_cast<size_t>(other)]);
        if (share < (isVersion ? kVersionShare : kCopyShare))
            continue;
        (isVersion ? reuse.versionOf : reuse.copyOf).push_back(directed(one, other, articles, names, !isVersion));
    }
    for (std::vector<std::pair<int, int>> *pairs : {&reuse.duplicateOf, &reuse.versionOf, &reuse.copyOf})
        std::sort(pairs->begin(), pairs->end());
    return reuse;
}

} // namespace variorum::comparison
