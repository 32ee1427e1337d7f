// Who reuses whose text (shared_passages.h): who was first, and is it another outlet's?
//
// Worked example: the wire says "A bridge in Arden collapsed on Friday, police said. ..."; a paper prints it under a
// headline of its own and cuts the last paragraph. 90 of the paper's 100 shingles are the wire's: copyOf. The source
// is the one that the other credits; if neither credits the other, the earlier; if that is unknown, the first by path.

#include "comparison/stories/copies.h"

#include "comparison/stories/shared_passages.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace variorum::comparison {

namespace {

constexpr double kCopyShare = 0.4; // of the shorter text's shingles
constexpr double kVersionShare = 0.25; // of one outlet, less is needed

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
        sender.published = articles.pages[place]->published;
        senders.push_back(sender);
    }
    return senders;
}

bool isEarlier(const Sender &one, const Sender &other) { return one.published && other.published && *one.published < *other.published; }

bool isOfOneOutlet(const Sender &one, const Sender &other) { return one.outlet >= 0 && one.outlet == other.outlet; }

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
    QHash<std::pair<Sketch::Hash, qsizetype>, int> numbers; // of the texts
    std::vector<int> textOf; // by article
    std::vector<int> firstOf; // by text
    textOf.reserve(articles.pages.size());
    numbers.reserve(static_cast<qsizetype>(articles.pages.size()));
    for (int place = 0; place < static_cast<int>(articles.pages.size()); ++place) {
        const Sketch &sketch = articles.pages[static_cast<size_t>(place)]->sketch;
        const int next = static_cast<int>(firstOf.size());
        const auto known = numbers.constFind({sketch.text, sketch.textLength});
        const int text = known == numbers.constEnd() ? *numbers.insert({sketch.text, sketch.textLength}, next) : *known;
        if (text == next)
            firstOf.push_back(place);
        else if (isEarlier(senders[static_cast<size_t>(place)], senders[static_cast<size_t>(firstOf[static_cast<size_t>(text)])]))
            firstOf[static_cast<size_t>(text)] = place;
        textOf.push_back(text);
    }
    for (int place = 0; place < static_cast<int>(articles.pages.size()); ++place) {
        const int first = firstOf[static_cast<size_t>(textOf[static_cast<size_t>(place)])];
        if (articles.pages[static_cast<size_t>(place)]->sketch.textLength > 0 && first != place)
            pairs.emplace_back(place, first);
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
    for (const SharedPassages &pair : findSharedPassages(sketched, forEach, stop)) {
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
