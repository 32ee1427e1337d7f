// Who reuses whose text: shingles of five words, winnowed (sketch.h). Fingerprints find the candidates; all shingles measure them.
//
// Worked example: the wire says "A bridge in Arden collapsed on Friday, police said. ..."; a paper prints it under a
// headline of its own and cuts the last paragraph. 90 of the paper's 100 shingles are the wire's: copyOf. The source
// is the one that the other credits; if neither credits the other, the earlier; if that is unknown, the first by path.

#include "comparison/stories/copies.h"

#include "comparison/stories/postings.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <span>

namespace variorum::comparison {

namespace {

constexpr double kCopyShare = 0.4; // of the shorter text's shingles
constexpr double kVersionShare = 0.25; // of one outlet, less is needed
constexpr int kLongestPosting = 200;
constexpr size_t kFewestShingles = 8; // a shorter text proves nothing
constexpr int kFewestFingerprints = 2;

double sharedShare(const std::vector<Sketch::Hash> &one, const std::vector<Sketch::Hash> &other)
{
    const size_t shorter = std::min(one.size(), other.size());
    if (shorter < kFewestShingles)
        return 0;
    size_t both = 0;
    for (auto left = one.begin(), right = other.begin(); left != one.end() && right != other.end();) {
        const bool isBehind = *left <= *right;
        const bool isAhead = *right <= *left;
        both += isBehind && isAhead ? 1U : 0U;
        right += isAhead ? 1 : 0;
        left += isBehind ? 1 : 0;
    }
    return static_cast<double>(both) / static_cast<double>(shorter);
}

/// By fingerprint that several pages have: the articles that have it, ascending.
Postings<int> postingsOf(const SketchedArticles &articles)
{
    return {static_cast<size_t>(articles.book.fingerprints()), [&articles](const auto &add) {
                for (size_t place = 0; place < articles.pages.size(); ++place) {
                    for (const int fingerprint : articles.pages[place]->fingerprints) {
                        if (articles.book.isShared(fingerprint))
                            add(fingerprint, static_cast<int>(place));
                    }
                }
            }};
}

/// What is asked of an article with every other one that it shares text with.
struct Sender {
    std::optional<qint64> published; ///< milliseconds, for ordering
    int outlet = -1; ///< of those of the comparison; -1 where it is not known
};

std::vector<Sender> sendersOf(const SketchedArticles &articles)
{
    QHash<QString, int> outlets;
    std::vector<Sender> senders;
    for (size_t place = 0; place < articles.pages.size(); ++place) {
        Sender sender;
        const Sketch &sketch = articles.pages[place]->sketch;
        const auto known = outlets.constFind(sketch.outlet);
        if (sketch.isOutletKnown)
            sender.outlet = known == outlets.constEnd() ? *outlets.insert(sketch.outlet, static_cast<int>(outlets.size())) : *known;
        if (const std::optional<model::NewsDate> &published = articles.articles[place]->published)
            sender.published = published->utcForOrdering().toMSecsSinceEpoch();
        senders.push_back(sender);
    }
    return senders;
}

bool isEarlier(const Sender &one, const Sender &other) { return one.published && other.published && *one.published < *other.published; }

bool isOfOneOutlet(const Sender &one, const Sender &other) { return one.outlet >= 0 && one.outlet == other.outlet; }

/// Two articles and the share of the shorter's text that the other has.
struct Shared {
    int one = 0;
    int other = 0;
    double share = 0;
    bool isNew = false; ///< measured just now, and not kept yet
};

/// Articles before `place` that share so many fingerprints with it, each measured. `counts` is all 0, before and after.
std::vector<Shared> sharingWith(int place, const SketchedArticles &articles, const Postings<int> &postings, std::vector<int> &counts)
{
    std::vector<int> met;
    const auto meet = [&](int earlier) {
        if (counts[static_cast<size_t>(earlier)]++ == 0)
            met.push_back(earlier);
    };
    const SketchBook::Page &page = *articles.pages[static_cast<size_t>(place)];
    for (const int fingerprint : page.fingerprints) {
        if (!articles.book.isShared(fingerprint))
            continue;
        const std::span<const int> posting = postings.of(fingerprint);
        if (posting.size() <= static_cast<size_t>(kLongestPosting)) {
            for (auto earlier = posting.begin(); *earlier < place; ++earlier)
                meet(*earlier);
        } else if (posting.front() < place) {
            // All pairs would be too many; a story that hundreds print still hangs together by its first and by neighbours.
            const auto before = std::prev(std::lower_bound(posting.begin(), posting.end(), place));
            meet(posting.front());
            if (*before != posting.front())
                meet(*before);
        }
    }
    std::sort(met.begin(), met.end());
    std::vector<Shared> shared;
    for (const int earlier : met) {
        if (counts[static_cast<size_t>(earlier)] >= kFewestFingerprints) {
            const SketchBook::Page &other = *articles.pages[static_cast<size_t>(earlier)];
            const std::optional<double> known = articles.book.share(other, page);
            shared.push_back({earlier, place, known ? *known : sharedShare(other.sketch.shingles, page.sketch.shingles), !known});
        }
        counts[static_cast<size_t>(earlier)] = 0;
    }
    return shared;
}

/// How many of the marked fingerprints the page has, up to as many as are asked for.
int countMarked(const SketchBook::Page &page, const std::vector<bool> &isMarked)
{
    int count = 0;
    for (auto fingerprint = page.fingerprints.begin(); fingerprint != page.fingerprints.end() && count < kFewestFingerprints; ++fingerprint)
        count += isMarked[static_cast<size_t>(*fingerprint)] ? 1 : 0;
    return count;
}

/// Measures a page against all others.
void measure(int place, const SketchedArticles &articles, const ForEach &forEach)
{
    const SketchBook::Page &page = *articles.pages[static_cast<size_t>(place)];
    std::vector<bool> isMarked(static_cast<size_t>(articles.book.fingerprints()));
    for (const int fingerprint : page.fingerprints)
        isMarked[static_cast<size_t>(fingerprint)] = true;
    std::vector<double> shares(articles.pages.size(), -1.0);
    forStretches(forEach, static_cast<int>(articles.pages.size()), [&](int begin, int end) {
        for (auto other = static_cast<size_t>(begin); other < static_cast<size_t>(end); ++other) {
            if (static_cast<int>(other) != place && countMarked(*articles.pages[other], isMarked) >= kFewestFingerprints)
                shares[other] = sharedShare(articles.pages[other]->sketch.shingles, page.sketch.shingles);
        }
    });
    for (size_t other = 0; other < shares.size(); ++other) {
        if (shares[other] >= 0)
            articles.book.keepShare(*articles.pages[other], page, shares[other]);
    }
}

/// The same as sharingFingerprints() where a few pages are new and no fingerprint is in too many: then every pair is kept that
/// shares enough of them, and only the new pages are held against the others. Nothing where that is not so.
std::optional<std::vector<Shared>> sharingWithFewNew(const SketchedArticles &articles, const ForEach &forEach)
{
    constexpr size_t kFew = 20;
    std::vector<int> places(static_cast<size_t>(articles.book.lastSerial()) + 1, -1); // by serial
    std::vector<int> added;
    for (int place = 0; place < static_cast<int>(articles.pages.size()); ++place) {
        const SketchBook::Page &page = *articles.pages[static_cast<size_t>(place)];
        int &known = places[static_cast<size_t>(page.serial)];
        if (known >= 0)
            return std::nullopt; // two articles that are the same in everything
        known = place;
        if (!articles.book.isMeasured(page))
            added.push_back(place);
    }
    if (added.size() > kFew || articles.book.hasFingerprintInMoreThan(kLongestPosting))
        return std::nullopt;
    for (const int place : added)
        measure(place, articles, forEach);
    std::vector<Shared> shared;
    articles.book.forEachShare([&](int one, int other, double share) {
        const int left = places[static_cast<size_t>(one)];
        const int right = places[static_cast<size_t>(other)];
        if (left >= 0 && right >= 0)
            shared.push_back({std::min(left, right), std::max(left, right), share});
    });
    return shared;
}

/// Pairs that share so many fingerprints.
std::vector<Shared> sharingFingerprints(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop)
{
    if (const std::optional<std::vector<Shared>> known = sharingWithFewNew(articles, forEach); known && !stop.stop_requested()) {
        articles.book.setMeasured(articles.pages);
        return *known;
    }
    const Postings<int> postings = postingsOf(articles);
    std::vector<std::vector<Shared>> found(articles.pages.size());
    forStretches(forEach, static_cast<int>(articles.pages.size()), [&](int begin, int end) {
        std::vector<int> counts(articles.pages.size());
        for (int place = begin; place < end && !stop.stop_requested(); ++place)
            found[static_cast<size_t>(place)] = sharingWith(place, articles, postings, counts);
    });
    std::vector<Shared> all;
    for (const std::vector<Shared> &own : found)
        all.insert(all.end(), own.begin(), own.end());
    for (const Shared &pair : all) {
        if (pair.isNew)
            articles.book.keepShare(*articles.pages[static_cast<size_t>(pair.one)], *articles.pages[static_cast<size_t>(pair.other)], pair.share);
    }
    const bool isAll = !stop.stop_requested() && !articles.book.hasFingerprintInMoreThan(kLongestPosting);
    articles.book.setMeasured(isAll ? articles.pages : std::vector<const SketchBook::Page *>());
    return all;
}

bool credits(const Sketch &copier, const Sketch &source) { return !source.outlet.isEmpty() && copier.agencies.contains(source.outlet); }

/// (later or copying, earlier or source)
std::pair<int, int> directed(int one, int other, const SketchedArticles &articles, const std::vector<Sender> &senders, bool useCredit)
{
    const Sketch &oneSketch = articles.pages[static_cast<size_t>(one)]->sketch;
    const Sketch &otherSketch = articles.pages[static_cast<size_t>(other)]->sketch;
    const bool isLeft = credits(oneSketch, otherSketch);
    const bool isRight = credits(otherSketch, oneSketch);
    if (useCredit && isLeft != isRight)
        return isLeft ? std::pair{one, other} : std::pair{other, one};
    const Sender &left = senders[static_cast<size_t>(one)];
    const Sender &right = senders[static_cast<size_t>(other)];
    return isEarlier(left, right) ? std::pair{other, one} : isEarlier(right, left) ? std::pair{one, other} : std::pair{std::max(one, other), std::min(one, other)};
}

/// Articles with the same text are all duplicates of the first of them by date, then order.
void addDuplicates(const SketchedArticles &articles, const std::vector<Sender> &senders, std::vector<std::pair<int, int>> &pairs)
{
    std::map<std::pair<Sketch::Hash, qsizetype>, int> first;
    const auto keyOf = [&articles](int place) {
        const Sketch &sketch = articles.pages[static_cast<size_t>(place)]->sketch;
        return std::pair(sketch.text, sketch.textLength);
    };
    const int count = static_cast<int>(articles.pages.size());
    for (int place = 0; place < count; ++place) {
        const auto [known, isNew] = first.try_emplace(keyOf(place), place);
        if (!isNew && isEarlier(senders[static_cast<size_t>(place)], senders[static_cast<size_t>(known->second)]))
            known->second = place;
    }
    for (int place = 0; place < count; ++place) {
        if (keyOf(place).second > 0 && first.at(keyOf(place)) != place)
            pairs.emplace_back(place, first.at(keyOf(place)));
    }
}

} // namespace

double sharedText(const QString &one, const QString &other) { return sharedShare(shinglesOf(one), shinglesOf(other)); }

TextReuse findTextReuse(const SketchedArticles &sketched, const ForEach &forEach, const std::stop_token &stop)
{
    TextReuse reuse;
    const std::vector<Sender> senders = sendersOf(sketched);
    // The same file holds several articles: there the text tells, not the hash.
    addDuplicates(sketched, senders, reuse.duplicateOf);
    for (const Shared &pair : sharingFingerprints(sketched, forEach, stop)) {
        const bool isVersion = isOfOneOutlet(senders[static_cast<size_t>(pair.one)], senders[static_cast<size_t>(pair.other)]);
        if (pair.share < (isVersion ? kVersionShare : kCopyShare))
            continue;
        (isVersion ? reuse.versionOf : reuse.copyOf).push_back(directed(pair.one, pair.other, sketched, senders, !isVersion));
    }
    for (std::vector<std::pair<int, int>> *pairs : {&reuse.duplicateOf, &reuse.versionOf, &reuse.copyOf})
        std::sort(pairs->begin(), pairs->end());
    return reuse;
}

TextReuse findTextReuse(const std::vector<const model::Article *> &articles)
{
    SketchBook book;
    const std::vector<const SketchBook::Page *> pages = book.pagesOf(articles);
    return findTextReuse({articles, pages, book}, {}, {});
}

} // namespace variorum::comparison
