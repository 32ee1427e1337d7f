// The way from analysed articles to a comparison: one order for everything (path, part, hash), reused text, stories, then
// each story by itself (compare_story.h), side by side where the caller has threads, and put together in their order.
// Nothing looks at a pair of articles of two stories, but for reused text, which an index of fingerprints finds.
//
// With a memory, what follows from one article alone and from one story alone is made once. Everything else is made anew each
// time from that, so that a comparison reached article by article is the one that is made at once:
//
//     10,000 articles, one more: one is read word by word, all vectors are weighed again (each word's rarity has changed a
//     little), stories are grouped, one of 500 is compared, all are copied into the whole

#include "comparison/compare_with.h"

#include "comparison/compare.h"
#include "comparison/compare_story.h"
#include "comparison/person/obey.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/copies.h"

#include <QCryptographicHash>

#include <algorithm>
#include <memory>
#include <numeric>

namespace variorum::comparison {

using model::AnalysedArticle;
using model::Comparison;

namespace {

using Pairs = std::vector<std::pair<int, int>>;

std::vector<std::pair<base::ArticleId, base::ArticleId>> withIds(const Pairs &pairs)
{
    std::vector<std::pair<base::ArticleId, base::ArticleId>> ids;
    for (const auto &[one, other] : pairs)
        ids.emplace_back(base::ArticleId{one + 1}, base::ArticleId{other + 1});
    return ids;
}

/// Each story's share of the reused text, by place in the story.
class ReuseByStory {
public:
    ReuseByStory(const std::vector<std::vector<int>> &stories, size_t articles, const TextReuse &reuse) : m_storyOf(articles), m_placeOf(articles), m_reuse(stories.size())
    {
        for (size_t story = 0; story < stories.size(); ++story) {
            for (size_t place = 0; place < stories[story].size(); ++place) {
                m_storyOf[static_cast<size_t>(stories[story][place])] = story;
                m_placeOf[static_cast<size_t>(stories[story][place])] = static_cast<int>(place);
            }
        }
        share(reuse.duplicateOf, &TextReuse::duplicateOf);
        share(reuse.versionOf, &TextReuse::versionOf);
        share(reuse.copyOf, &TextReuse::copyOf);
    }

    [[nodiscard]] const TextReuse &of(size_t story) const { return m_reuse[story]; }

private:
    void share(const Pairs &pairs, Pairs TextReuse::*list)
    {
        for (const auto &[one, other] : pairs) {
            const size_t story = m_storyOf[static_cast<size_t>(one)];
            if (story == m_storyOf[static_cast<size_t>(other)])
                (m_reuse[story].*list).emplace_back(m_placeOf[static_cast<size_t>(one)], m_placeOf[static_cast<size_t>(other)]);
        }
    }

    std::vector<size_t> m_storyOf;
    std::vector<int> m_placeOf;
    std::vector<TextReuse> m_reuse;
};

/// What a story's comparison follows from; empty where that is not known.
QByteArray keyOf(const std::vector<const SketchBook::Page *> &pages, const std::vector<const AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools)
{
    if (!tools.help.memory || !tools.help.fingerprint)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const SketchBook::Page *page : pages) {
        if (page->fingerprint.isEmpty())
            return {};
        hash.addData(page->fingerprint);
    }
    for (const Pairs *pairs : {&reuse.duplicateOf, &reuse.versionOf, &reuse.copyOf}) {
        for (const auto &[one, other] : *pairs)
            hash.addData(QByteArray::number(one) + '-' + QByteArray::number(other) + ' ');
        hash.addData("|");
    }
    if (tools.help.constraints)
        hash.addData(fingerprintOf(constraintsOn(articles, *tools.help.constraints)));
    return hash.result();
}

/// A story's members by what is known of them.
struct Members {
    std::vector<const AnalysedArticle *> articles;
    std::vector<const SketchBook::Page *> pages;
};

/// Null once `stop` asks.
std::shared_ptr<const Comparison> compared(const Members &members, const TextReuse &reuse, const ComparisonTools &tools, const std::stop_token &stop)
{
    const QByteArray key = keyOf(members.pages, members.articles, reuse, tools);
    if (!key.isEmpty()) {
        if (std::shared_ptr<const Comparison> known = tools.help.memory->find(key))
            return known;
    }
    auto made = std::make_shared<const Comparison>(compareStory(members.articles, reuse, tools, stop));
    if (stop.stop_requested())
        return nullptr; // may be half of it
    if (!key.isEmpty())
        tools.help.memory->keep(key, made);
    return made;
}

/// Stories by size, the largest first: the last thread to finish then has little left to do.
std::vector<int> largestFirst(const std::vector<std::vector<int>> &stories)
{
    std::vector<int> order(stories.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&stories](int one, int other) { return stories[static_cast<size_t>(one)].size() > stories[static_cast<size_t>(other)].size(); });
    return order;
}

/// The comparison of all but its stories.
Comparison frameOf(const std::vector<const AnalysedArticle *> &analysed, const TextReuse &reuse, const ForEach &forEach)
{
    Comparison frame;
    frame.engine = engineVersion();
    frame.articles.resize(analysed.size());
    forStretches(forEach, static_cast<int>(analysed.size()), [&](int begin, int end) {
        for (auto place = static_cast<size_t>(begin); place < static_cast<size_t>(end); ++place) {
            frame.articles[place] = analysed[place]->article;
            frame.articles[place].id = base::ArticleId{static_cast<qint64>(place) + 1};
        }
    });
    frame.duplicateOf = withIds(reuse.duplicateOf);
    frame.versionOf = withIds(reuse.versionOf);
    frame.copyOf = withIds(reuse.copyOf);
    return frame;
}

} // namespace

Comparison compareWith(std::span<const AnalysedArticle> articles, const ComparisonTools &tools, const std::function<void(int, int)> &progress, std::stop_token stop)
{
    const ForEach &forEach = tools.help.forEach;
    std::vector<const AnalysedArticle *> analysed; // in canonical order
    std::vector<const model::Article *> pointers;
    for (const int place : canonicalOrder(articles, [](const AnalysedArticle &each) -> const model::Article & { return each.article; })) {
        analysed.push_back(&articles[static_cast<size_t>(place)]);
        pointers.push_back(&analysed.back()->article);
    }
    SketchBook own;
    SketchBook &book = tools.help.memory ? tools.help.memory->sketches() : own;
    const auto fingerprint = [&](size_t place) { return tools.help.fingerprint(*analysed[place]); };
    const bool isRemembered = tools.help.memory && tools.help.fingerprint;
    const std::vector<const SketchBook::Page *> pages = book.pagesOf(pointers, forEach, isRemembered ? fingerprint : SketchBook::Fingerprint());
    if (pages.size() != pointers.size())
        return {}; // stopped
    const SketchedArticles sketched{pointers, pages, book};
    const TextReuse reuse = findTextReuse(sketched, forEach, stop);
    const std::vector<std::vector<int>> stories = groupSketched(sketched, forEach, stop);
    const ReuseByStory reuseBy(stories, analysed.size(), reuse);

    std::vector<std::shared_ptr<const Comparison>> made(stories.size()); // shared: the memory's, as long as both need it
    const std::vector<int> order = largestFirst(stories);
    const auto compareOne = [&](int task) {
        const auto at = static_cast<size_t>(order[static_cast<size_t>(task)]);
        if (stop.stop_requested())
            return;
        Members members;
        for (const int place : stories[at]) {
            members.articles.push_back(analysed[static_cast<size_t>(place)]);
            members.pages.push_back(pages[static_cast<size_t>(place)]);
        }
        made[at] = compared(members, reuseBy.of(at), tools, stop);
    };
    const auto tell = [&](int count) {
        if (progress)
            progress(count, static_cast<int>(stories.size()));
    };
    if (forEach) {
        forEach(static_cast<int>(stories.size()), compareOne, tell);
    } else {
        for (int task = 0; task < static_cast<int>(stories.size()); ++task) {
            compareOne(task);
            tell(task + 1);
        }
    }
    Comparison result = frameOf(analysed, reuse, forEach);
    if (stop.stop_requested())
        return result;
    std::vector<StoryPart> parts;
    for (size_t story = 0; story < stories.size(); ++story)
        parts.push_back({*made[story], stories[story]});
    appendStories(result, parts, forEach);
    if (tools.help.memory)
        tools.help.memory->forgetUnused();
    return result;
}

} // namespace variorum::comparison
