// Fingerprints find the pairs, all shingles measure them (sketch.h).
//
// Each article meets those before it that share a fingerprint with it. Of a fingerprint that hundreds have it meets only the first
// and the last before it: all pairs would be too many, and a story that hundreds print still hangs together so. Whom it meets
// twice, it is held against.
//
// Whom an article meets therefore follows from its fingerprints' lists alone. When others came or went, it is asked again only
// where one of its long lists has another first or another neighbour before it, or was not long; in short lists nobody meets
// anybody else than before, but for the new one itself:
//
//     "police are investigating the cause": a.txt c.txt d.txt ... (300 articles), and b.txt comes
//     c.txt met a.txt and now meets a.txt and b.txt: asked again; d.txt meets a.txt and c.txt as before
//     "the river wend flooded arden": a.txt d.txt, and b.txt comes: b.txt meets a.txt, d.txt meets b.txt, nobody is asked

#include "comparison/stories/shared_passages.h"

#include "comparison/stories/postings.h"
#include "comparison/stories/set_change.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace variorum::comparison {

namespace {

using Page = SketchBook::Page;

constexpr size_t kLongestPosting = 200; // of a longer one not all pairs meet
constexpr size_t kFewestShingles = 8; // a shorter text proves nothing
constexpr int kFewestFingerprints = 2;

bool isLong(size_t posting) { return posting > kLongestPosting; }

/// A yes or no for each place.
using Marks = std::vector<char>;

bool has(const Marks &marks, int place) { return marks[static_cast<size_t>(place)] != 0; }

/// Some of the book's fingerprints, numbered: most are in one text alone, and few are asked for.
class Chosen {
public:
    explicit Chosen(const SketchBook &book) : m_book(book), m_is(static_cast<size_t>(book.fingerprints())), m_numbers(m_is.size()) {}

    /// Those that other pages have, too.
    void add(const Page &page)
    {
        for (const int fingerprint : page.fingerprints) {
            const auto at = static_cast<size_t>(fingerprint);
            if (m_is[at] || !m_book.isShared(fingerprint))
                continue;
            m_is[at] = true;
            m_numbers[at] = m_count++;
        }
    }

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool contains(int fingerprint) const { return m_is[static_cast<size_t>(fingerprint)]; }
    [[nodiscard]] int numberOf(int fingerprint) const { return m_numbers[static_cast<size_t>(fingerprint)]; } ///< of one that it contains

private:
    const SketchBook &m_book; // the caller's; outlives this
    std::vector<bool> m_is; // bits: all are asked for, again and again
    std::vector<int> m_numbers;
    int m_count = 0;
};

/// By a chosen fingerprint's number: the articles that have it, ascending.
Postings<int> postingsOf(const SketchedArticles &articles, const Chosen &chosen)
{
    std::vector<std::pair<int, int>> all; // number, place
    for (size_t place = 0; place < articles.pages.size(); ++place) {
        for (const int fingerprint : articles.pages[place]->fingerprints) {
            if (chosen.contains(fingerprint))
                all.emplace_back(chosen.numberOf(fingerprint), static_cast<int>(place));
        }
    }
    return {static_cast<size_t>(chosen.count()), [&all](const auto &add) {
                for (const auto &[number, place] : all)
                    add(number, place);
            }};
}

/// The lists of the fingerprints of those that are asked.
struct Lists {
    const Chosen &chosen;
    const Postings<int> postings;

    /// Empty where no other page has the fingerprint.
    [[nodiscard]] std::span<const int> of(int fingerprint) const { return chosen.contains(fingerprint) ? postings.of(chosen.numberOf(fingerprint)) : std::span<const int>(); }
};

SharedPassages measured(int earlier, int later, const SketchedArticles &articles)
{
    return {earlier, later, sharedShare(articles.pages[static_cast<size_t>(earlier)]->sketch.shingles, articles.pages[static_cast<size_t>(later)]->sketch.shingles)};
}

/// Counts whom an article meets.
class Meetings {
public:
    explicit Meetings(size_t articles) : m_counts(articles) {}

    void meet(int other)
    {
        if (m_counts[static_cast<size_t>(other)]++ == 0)
            m_met.push_back(other);
    }

    /// Those met often enough, ascending; and begins again.
    std::vector<int> take()
    {
        std::vector<int> often;
        for (const int other : m_met) {
            if (m_counts[static_cast<size_t>(other)] >= kFewestFingerprints)
                often.push_back(other);
            m_counts[static_cast<size_t>(other)] = 0;
        }
        m_met.clear();
        std::sort(often.begin(), often.end());
        return often;
    }

private:
    std::vector<int> m_counts; // by place; all 0 between two articles
    std::vector<int> m_met;
};

/// All pairs of the article with those before it.
void addEarlier(int place, const SketchedArticles &articles, const Lists &lists, Meetings &meetings, std::vector<SharedPassages> &pairs)
{
    for (const int fingerprint : articles.pages[static_cast<size_t>(place)]->fingerprints) {
        const std::span<const int> posting = lists.of(fingerprint);
        if (posting.empty())
            continue;
        if (!isLong(posting.size())) {
            for (auto earlier = posting.begin(); *earlier < place; ++earlier)
                meetings.meet(*earlier);
        } else if (posting.front() < place) {
            const auto before = std::prev(std::lower_bound(posting.begin(), posting.end(), place));
            meetings.meet(posting.front());
            if (*before != posting.front())
                meetings.meet(*before);
        }
    }
    for (const int earlier : meetings.take())
        pairs.push_back(measured(earlier, place, articles));
}

/// The pairs of a new article with those behind it that are not asked again: they meet it by short lists alone.
void addLater(int place, const SketchedArticles &articles, const Lists &lists, const Marks &isAsked, Meetings &meetings, std::vector<SharedPassages> &pairs)
{
    for (const int fingerprint : articles.pages[static_cast<size_t>(place)]->fingerprints) {
        const std::span<const int> posting = lists.of(fingerprint);
        if (isLong(posting.size()))
            continue;
        for (auto later = std::upper_bound(posting.begin(), posting.end(), place); later != posting.end(); ++later) {
            if (!has(isAsked, *later))
                meetings.meet(*later);
        }
    }
    for (const int later : meetings.take())
        pairs.push_back(measured(place, later, articles));
}

/// What the articles that came and went change for the others that have a fingerprint.
struct Came {
    size_t added = 0;
    std::vector<int> stoodAt; ///< where those that went would stand
};

void markAskedFor(std::span<const int> posting, const Came &came, const SetChange &change, Marks &isAsked)
{
    const auto ask = [&isAsked](int place) { isAsked[static_cast<size_t>(place)] = 1; };
    const bool isLongNow = isLong(posting.size());
    const bool wasLong = isLong(posting.size() - came.added + came.stoodAt.size());
    if (posting.empty() || (!isLongNow && !wasLong))
        return;
    const bool isFirstAnother = change.placeBefore(posting.front()) < 0 || std::any_of(came.stoodAt.begin(), came.stoodAt.end(), [&posting](int place) { return place <= posting.front(); });
    if (isLongNow != wasLong || isFirstAnother) {
        std::for_each(posting.begin(), posting.end(), ask);
        return;
    }
    for (size_t at = 1; at < posting.size(); ++at) {
        if (change.placeBefore(posting[at - 1]) < 0)
            ask(posting[at]);
    }
    for (const int place : came.stoodAt) {
        const auto behind = std::lower_bound(posting.begin(), posting.end(), place);
        if (behind != posting.end())
            ask(*behind);
    }
}

/// Which articles may meet others before them than they did, by place; the new ones among them.
Marks askedAgain(const SketchedArticles &articles, const KnownPassages &known, const SetChange &change)
{
    Marks isAsked(articles.pages.size());
    Chosen touched(articles.book);
    for (const int place : change.added()) {
        isAsked[static_cast<size_t>(place)] = 1;
        touched.add(*articles.pages[static_cast<size_t>(place)]);
    }
    for (const int place : change.gone())
        touched.add(*known.pages[static_cast<size_t>(place)]);
    std::vector<Came> came(static_cast<size_t>(touched.count()));
    for (const int place : change.gone()) {
        for (const int fingerprint : known.pages[static_cast<size_t>(place)]->fingerprints) {
            if (touched.contains(fingerprint))
                came[static_cast<size_t>(touched.numberOf(fingerprint))].stoodAt.push_back(change.wouldStandAt(place));
        }
    }
    const Postings<int> postings = postingsOf(articles, touched);
    for (int number = 0; number < touched.count(); ++number) {
        const std::span<const int> posting = postings.of(number);
        Came &own = came[static_cast<size_t>(number)];
        own.added = static_cast<size_t>(std::count_if(posting.begin(), posting.end(), [&change](int place) { return change.placeBefore(place) < 0; }));
        markAskedFor(posting, own, change, isAsked);
    }
    return isAsked;
}

/// What was found before of articles that are still there and are not asked again.
std::vector<SharedPassages> stillKnown(const KnownPassages &known, const SetChange &change, const Marks &isAsked)
{
    std::vector<SharedPassages> pairs;
    pairs.reserve(known.pairs.size());
    for (const SharedPassages &pair : known.pairs) {
        const int one = change.placeAfter(pair.one);
        const int other = change.placeAfter(pair.other);
        if (one >= 0 && other >= 0 && !has(isAsked, other))
            pairs.push_back({one, other, pair.share});
    }
    return pairs;
}

} // namespace

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

std::vector<SharedPassages> findSharedPassages(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop)
{
    KnownPassages &known = articles.book.passages();
    const KnownPassages last = known.numbering == articles.book.numbering() ? std::move(known) : KnownPassages();
    known = {}; // so that nothing is gone on from where this is not finished
    const SetChange change(last.pages, articles.pages);
    const Marks isAsked = change.isUnclear() || last.pages.empty() ? Marks(articles.pages.size(), 1) : askedAgain(articles, last, change);
    std::vector<int> asked;
    Chosen wanted(articles.book);
    for (size_t place = 0; place < isAsked.size(); ++place) {
        if (isAsked[place] == 0)
            continue;
        asked.push_back(static_cast<int>(place));
        wanted.add(*articles.pages[place]);
    }
    const Lists lists{wanted, postingsOf(articles, wanted)};
    std::vector<std::vector<SharedPassages>> found(asked.size());
    forStretches(forEach, static_cast<int>(asked.size()), [&](int begin, int end) {
        Meetings meetings(articles.pages.size());
        for (auto at = static_cast<size_t>(begin); at < static_cast<size_t>(end) && !stop.stop_requested(); ++at) {
            addEarlier(asked[at], articles, lists, meetings, found[at]);
            if (change.placeBefore(asked[at]) < 0)
                addLater(asked[at], articles, lists, isAsked, meetings, found[at]);
        }
    });
    std::vector<SharedPassages> pairs = change.isUnclear() ? std::vector<SharedPassages>() : stillKnown(last, change, isAsked);
    for (const std::vector<SharedPassages> &own : found)
        pairs.insert(pairs.end(), own.begin(), own.end());
    if (!change.isUnclear() && !stop.stop_requested())
        known = {kept(articles.pages), pairs, articles.book.numbering()};
    return pairs;
}

} // namespace variorum::comparison
