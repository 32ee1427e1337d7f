// The way from analysed articles to a comparison: one order for everything (path, part, hash), reused text, stories, then
// each story by itself (compare_story.h), side by side where the caller has threads, and put together in their order.
// Nothing looks at a pair of articles of two stories, but for reused text, which an index of fingerprints finds.

#include "comparison/compare_with.h"

#include "comparison/compare.h"
#include "comparison/compare_story.h"
#include "comparison/person/obey.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/copies.h"

#include <QCryptographicHash>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>

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
QByteArray keyOf(const std::vector<const AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools)
{
    if (!tools.help.memory || !tools.help.fingerprint)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const AnalysedArticle *article : articles) {
        const QByteArray fingerprint = tools.help.fingerprint(*article);
        if (fingerprint.isEmpty())
            return {};
        hash.addData(fingerprint);
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

Comparison compared(const std::vector<const AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools)
{
    const QByteArray key = keyOf(articles, reuse, tools);
    if (key.isEmpty())
        return compareStory(articles, reuse, tools);
    if (const std::shared_ptr<const Comparison> known = tools.help.memory->find(key))
        return *known;
    auto made = std::make_shared<const Comparison>(compareStory(articles, reuse, tools));
    tools.help.memory->keep(key, made);
    return *made;
}

} // namespace

Comparison compareWith(std::span<const AnalysedArticle> articles, const ComparisonTools &tools, const std::function<void(int, int)> &progress, std::stop_token stop)
{
    Comparison result;
    result.engine = engineVersion();
    std::vector<const AnalysedArticle *> analysed; // in canonical order
    for (const int place : canonicalOrder(articles, [](const AnalysedArticle &each) -> const model::Article & { return each.article; })) {
        analysed.push_back(&articles[static_cast<size_t>(place)]);
        result.articles.push_back(analysed.back()->article);
        result.articles.back().id = base::ArticleId{static_cast<qint64>(result.articles.size())};
    }
    std::vector<const model::Article *> pointers;
    for (const model::Article &article : result.articles)
        pointers.push_back(&article);
    const TextReuse reuse = findTextReuse(pointers);
    result.duplicateOf = withIds(reuse.duplicateOf);
    result.versionOf = withIds(reuse.versionOf);
    result.copyOf = withIds(reuse.copyOf);
    const std::vector<std::vector<int>> stories = groupStories(result.articles, stop);
    const ReuseByStory reuseBy(stories, analysed.size(), reuse);

    std::vector<std::optional<Comparison>> made(stories.size());
    std::atomic<int> done = 0;
    const auto compareOne = [&](int story) {
        if (stop.stop_requested())
            return;
        const auto at = static_cast<size_t>(story);
        std::vector<const AnalysedArticle *> members;
        for (const int place : stories[at])
            members.push_back(analysed[static_cast<size_t>(place)]);
        made[at] = compared(members, reuseBy.of(at), tools);
        ++done;
    };
    const auto tell = [&](int count) {
        if (progress)
            progress(count, static_cast<int>(stories.size()));
    };
    if (tools.help.forEach) {
        tools.help.forEach(static_cast<int>(stories.size()), compareOne, tell);
    } else {
        for (int story = 0; story < static_cast<int>(stories.size()); ++story) {
            compareOne(story);
            tell(done);
        }
    }
    for (size_t story = 0; story < stories.size(); ++story) {
        if (made[story])
            appendStory(result, std::move(*made[story]), stories[story]);
    }
    if (tools.help.memory && !stop.stop_requested())
        tools.help.memory->forgetUnused();
    return result;
}

} // namespace variorum::comparison
