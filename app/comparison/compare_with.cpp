// The way from analysed articles to a comparison: one order for everything (path, part, hash), reused text, stories, then
// each story by itself (compare_story.h), side by side where the caller has threads, and put together in their order.
// Nothing looks at a pair of articles of two stories, but for reused text, which an index of fingerprints finds.
//
// With a memory, what follows from one article alone and from one story alone is made once, and what follows from all is gone on
// from where it was (likenesses.h, shared_passages.h), so that a comparison reached article by article is the one that is made at once:
//
//     10,000 articles, one more: one is read word by word, some hundred are weighed again (a word of theirs is rarer or less
//     rare now), the sets that these are in are grouped, one of 500 stories is compared, the others' findings are shared

#include "comparison/compare_with.h"

#include "comparison/compare.h"
#include "comparison/compare_story.h"
#include "comparison/person/obey.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/copies.h"

#include <QCryptographicHash>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_set>

namespace variorum::comparison {

using model::AnalysedArticle;
using model::Comparison;

namespace {

using Pairs = std::vector<std::pair<int, int>>;

std::vector<std::pair<base::ArticleId, base::ArticleId>> withIds(const Pairs &pairs, const std::vector<base::ArticleId> &idOf)
{
    std::vector<std::pair<base::ArticleId, base::ArticleId>> ids;
    for (const auto &[one, other] : pairs)
        ids.emplace_back(idOf[static_cast<size_t>(one)], idOf[static_cast<size_t>(other)]);
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
    std::vector<base::ArticleId> ids; // in the whole
};

/// Compares stories side by side. One that takes about as long as all others together is compared before them, with all threads.
class Stories {
public:
    Stories(const std::vector<std::vector<int>> &stories, const std::vector<const AnalysedArticle *> &articles, const std::vector<const SketchBook::Page *> &pages, const std::vector<base::ArticleId> &ids,
            const ReuseByStory &reuse, const ComparisonTools &tools, const std::function<void(int, int)> &progress, const std::stop_token &stop)
        : m_stories(stories), m_articles(articles), m_pages(pages), m_ids(ids), m_reuse(reuse), m_tools(tools), m_progress(progress), m_stop(stop), m_keys(stories.size()), m_made(stories.size())
    {
    }

    /// Side by side with the stories; null for some once `stop` asks. Shared with the memory, as long as both need them.
    std::vector<std::shared_ptr<const StoryFindings>> compareAll()
    {
        const std::vector<int> open = findKnown();
        const size_t alone = countAlone(open);
        const int known = static_cast<int>(m_stories.size() - open.size());
        if (known > 0)
            tell(known);
        for (size_t at = 0; at < alone; ++at) {
            compareOne(open[at], m_tools);
            tell(known + static_cast<int>(at) + 1);
        }
        ComparisonTools oneThread = m_tools;
        oneThread.help.forEach = {};
        const int before = known + static_cast<int>(alone);
        const int rest = static_cast<int>(open.size() - alone);
        const auto task = [&](int at) { compareOne(open[alone + static_cast<size_t>(at)], oneThread); };
        const auto told = [&](int done) { tell(before + done); };
        if (m_tools.help.forEach) {
            m_tools.help.forEach(rest, task, told);
        } else {
            for (int at = 0; at < rest; ++at) {
                task(at);
                told(at + 1);
            }
        }
        return std::move(m_made);
    }

private:
    /// Takes what the memory has; the stories that it has not, the largest first: the last thread to finish then has little left to do.
    std::vector<int> findKnown()
    {
        const int count = static_cast<int>(m_stories.size());
        forStretches(m_tools.help.forEach, count, [this](int begin, int end) {
            for (auto story = static_cast<size_t>(begin); story < static_cast<size_t>(end); ++story) {
                const Members members = membersOf(story);
                m_keys[story] = keyOf(members.pages, members.articles, m_reuse.of(story), m_tools);
                if (!m_keys[story].isEmpty())
                    m_made[story] = m_tools.help.memory->find(m_keys[story]);
                if (!m_made[story] || isNumberedFor(*m_made[story], members.ids))
                    continue;
                StoryFindings findings = *m_made[story];
                keep(story, std::move(findings), members.ids);
            }
        });
        std::vector<int> open;
        for (int story = 0; story < count; ++story) {
            if (!m_made[static_cast<size_t>(story)])
                open.push_back(story);
        }
        std::stable_sort(open.begin(), open.end(), [this](int one, int other) { return sizeOf(one) > sizeOf(other); });
        return open;
    }

    [[nodiscard]] double sizeOf(int story) const { return static_cast<double>(m_stories[static_cast<size_t>(story)].size()); }

    /// How many of them, from the first, are compared alone.
    [[nodiscard]] size_t countAlone(const std::vector<int> &open) const
    {
        const auto work = [this](int story) { return sizeOf(story) * sizeOf(story); }; // pairs of articles
        double left = 0;
        for (const int story : open)
            left += work(story);
        size_t alone = 0;
        while (alone < open.size() && m_tools.help.forEach && 2 * work(open[alone]) >= left)
            left -= work(open[alone++]);
        return alone;
    }

    [[nodiscard]] Members membersOf(size_t story) const
    {
        Members members;
        for (const int place : m_stories[story]) {
            members.articles.push_back(m_articles[static_cast<size_t>(place)]);
            members.pages.push_back(m_pages[static_cast<size_t>(place)]);
            members.ids.push_back(m_ids[static_cast<size_t>(place)]);
        }
        return members;
    }

    void compareOne(int at, const ComparisonTools &tools)
    {
        const auto story = static_cast<size_t>(at);
        if (m_stop.stop_requested())
            return;
        const Members members = membersOf(story);
        StoryFindings findings = compareStory(members.articles, m_reuse.of(story), tools, m_stop);
        if (!m_stop.stop_requested()) // else it may be half of it
            keep(story, std::move(findings), members.ids);
    }

    void keep(size_t story, StoryFindings findings, const std::vector<base::ArticleId> &ids)
    {
        numberFor(findings, ids);
        m_made[story] = std::make_shared<const StoryFindings>(std::move(findings));
        if (!m_keys[story].isEmpty())
            m_tools.help.memory->keep(m_keys[story], m_made[story]);
    }

    void tell(int done) const
    {
        if (m_progress)
            m_progress(done, static_cast<int>(m_stories.size()));
    }

    const std::vector<std::vector<int>> &m_stories; // the comparison's, as all of these; outlives this
    const std::vector<const AnalysedArticle *> &m_articles;
    const std::vector<const SketchBook::Page *> &m_pages;
    const std::vector<base::ArticleId> &m_ids;
    const ReuseByStory &m_reuse;
    const ComparisonTools &m_tools;
    const std::function<void(int, int)> &m_progress;
    const std::stop_token &m_stop;
    std::vector<QByteArray> m_keys; // by story; what its comparison follows from
    std::vector<std::shared_ptr<const StoryFindings>> m_made;
};

/// The articles' ids in the comparison, by place.
std::vector<base::ArticleId> idsOf(const std::vector<const AnalysedArticle *> &analysed, bool keepsIds)
{
    std::vector<base::ArticleId> ids;
    std::unordered_set<base::ArticleId> known;
    for (const AnalysedArticle *each : analysed) {
        const std::optional<base::ArticleId> &id = each->article.id;
        keepsIds = keepsIds && id && known.insert(*id).second;
        ids.push_back(id.value_or(base::ArticleId()));
    }
    for (size_t place = 0; !keepsIds && place < ids.size(); ++place)
        ids[place] = base::ArticleId{static_cast<qint64>(place) + 1};
    return ids;
}

/// The comparison of all but its stories.
Comparison frameOf(const std::vector<const AnalysedArticle *> &analysed, const std::vector<base::ArticleId> &ids, const TextReuse &reuse, const ForEach &forEach)
{
    Comparison frame;
    frame.engine = engineVersion();
    frame.articles.resize(analysed.size());
    forStretches(forEach, static_cast<int>(analysed.size()), [&](int begin, int end) {
        for (auto place = static_cast<size_t>(begin); place < static_cast<size_t>(end); ++place) {
            frame.articles[place] = analysed[place]->article;
            frame.articles[place].id = ids[place];
        }
    });
    frame.duplicateOf = withIds(reuse.duplicateOf, ids);
    frame.versionOf = withIds(reuse.versionOf, ids);
    frame.copyOf = withIds(reuse.copyOf, ids);
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
    TextReuse reuse;
    std::vector<std::vector<int>> stories;
    forAll(forEach, 2, [&](int task) { // neither looks at what the other finds
        if (task == 0)
            reuse = findTextReuse(sketched, forEach, stop);
        else
            stories = groupSketched(sketched, forEach, stop);
    });
    const std::vector<base::ArticleId> ids = idsOf(analysed, tools.help.keepsIds);
    if (stories.empty())
        return frameOf(analysed, ids, {}, forEach); // nothing to compare, or stopped
    const ReuseByStory reuseBy(stories, analysed.size(), reuse);

    const std::vector<std::shared_ptr<const StoryFindings>> made = Stories(stories, analysed, pages, ids, reuseBy, tools, progress, stop).compareAll();
    Comparison result = frameOf(analysed, ids, reuse, forEach);
    if (stop.stop_requested())
        return result;
    appendStories(result, made);
    if (tools.help.memory)
        tools.help.memory->forgetUnused();
    return result;
}

} // namespace variorum::comparison
