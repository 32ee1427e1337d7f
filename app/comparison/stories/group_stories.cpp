// Which articles report one event: those whose words are alike (likenesses.h), grouped by average linkage.
//
// Articles that pairs hold together, and that are all alike as they were before, were grouped before.

#include "comparison/stories/group_stories.h"

#include "comparison/compare.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/likenesses.h"
#include "comparison/stories/postings.h"

#include <algorithm>
#include <optional>
#include <span>

namespace variorum::comparison {

namespace {

constexpr double kThreshold = 0.15; // average cosine that makes a story

using Groups = std::vector<std::vector<int>>;

/// What a set was grouped into before, by place now; nothing where it was another set, or its articles are not alike as they were.
std::optional<Groups> groupedBefore(std::span<const int> set, const std::vector<int> &reach, const FoundLikenesses &found)
{
    if (std::any_of(set.begin(), set.end(), [&found](int place) { return found.isTouched[static_cast<size_t>(place)] != 0; }))
        return std::nullopt;
    const auto before = static_cast<size_t>(found.change.placeBefore(set.front()));
    if (before >= found.groupsBefore.size())
        return std::nullopt;
    Groups groups = found.groupsBefore[before];
    size_t count = 0;
    for (std::vector<int> &group : groups) {
        for (int &place : group) {
            place = found.change.placeAfter(place);
            if (place < 0 || reach[static_cast<size_t>(place)] != set.front())
                return std::nullopt;
            ++count;
        }
    }
    return count == set.size() ? std::optional(std::move(groups)) : std::nullopt;
}

/// A set's articles by average linkage.
Groups grouped(std::span<const int> set, std::span<const Likeness> pairs, const std::stop_token &stop)
{
    const auto placeIn = [set](int place) { return static_cast<int>(std::lower_bound(set.begin(), set.end(), place) - set.begin()); };
    std::vector<Likeness> own;
    for (const Likeness &pair : pairs)
        own.push_back({placeIn(pair.one), placeIn(pair.other), pair.score});
    Groups groups = groupByAverageLinkage(static_cast<int>(set.size()), own, kThreshold, {}, {}, stop);
    for (std::vector<int> &group : groups) {
        for (int &place : group)
            place = set[static_cast<size_t>(place)];
    }
    return groups;
}

/// Within each set of articles that pairs above the threshold hold together: nothing leads out of it, so each
/// can be grouped by itself, on its own thread.
GroupsByFirst groupedApart(int count, const FoundLikenesses &found, const ForEach &forEach, const std::stop_token &stop)
{
    const std::vector<int> reach = reachOf(count, found.pairs, kThreshold);
    const auto lists = static_cast<size_t>(count);
    const Postings<int> sets(lists, [&](const auto &add) {
        for (int place = 0; place < count; ++place)
            add(reach[static_cast<size_t>(place)], place);
    });
    GroupsByFirst made(lists);
    std::vector<bool> isOpen(lists); // by the set's first
    for (int first = 0; first < count; ++first) {
        const std::span<const int> set = sets.of(first);
        std::optional<Groups> before = set.empty() ? Groups() : groupedBefore(set, reach, found);
        isOpen[static_cast<size_t>(first)] = !before;
        if (before)
            made[static_cast<size_t>(first)] = std::move(*before);
    }
    const Postings<Likeness> pairsIn(lists, [&](const auto &add) {
        for (const Likeness &pair : found.pairs) {
            const int first = reach[static_cast<size_t>(pair.one)];
            if (first == reach[static_cast<size_t>(pair.other)] && isOpen[static_cast<size_t>(first)])
                add(first, pair);
        }
    });
    forStretches(forEach, count, [&](int begin, int end) {
        for (int first = begin; first < end; ++first) {
            if (isOpen[static_cast<size_t>(first)])
                made[static_cast<size_t>(first)] = grouped(sets.of(first), pairsIn.of(first), stop);
        }
    });
    return made;
}

} // namespace

std::vector<std::vector<int>> groupSketched(const SketchedArticles &articles, const ForEach &forEach, const std::stop_token &stop)
{
    const FoundLikenesses found = findLikenesses(articles, forEach, stop);
    if (stop.stop_requested())
        return {};
    GroupsByFirst made = groupedApart(static_cast<int>(articles.pages.size()), found, forEach, stop);
    Groups groups;
    for (const Groups &own : made)
        groups.insert(groups.end(), own.begin(), own.end());
    std::sort(groups.begin(), groups.end());
    if (!stop.stop_requested())
        articles.book.likenesses().groups = std::move(made);
    return groups;
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
