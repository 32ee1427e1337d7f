// A story's place in the whole. Its ids follow from its first article's: those of the story whose first article is number 7 are
// 7 * 2^24 + 1 and on, in every list, so that what becomes of other stories does not move them, in whatever order articles came:
//
//     story of the articles 7, 12: statements 117440513, 117440514 ..., claims 117440513 ...
//     article 3 makes a story before it: the same; article 9 joins it: it is compared anew; its numbers begin where they began

#include "comparison/compare_story.h"

#include <cstddef>
#include <unordered_map>

namespace variorum::comparison {

namespace {

using base::ArticleId;
using model::Comparison;

constexpr qint64 kIdsOfStory = qint64{1} << 24; // more than a story has of anything

qint64 idsBeginOf(const std::vector<ArticleId> &articles) { return articles.front().value * kIdsOfStory; }

/// From the ids that a story's findings have to those that they shall have.
struct Shift {
    qint64 by = 0;
    std::unordered_map<ArticleId, ArticleId> articles;

    void apply(ArticleId &id) const { id = articles.at(id); }

    template<typename Kind>
    void apply(base::Id<Kind> &id) const { id.value += by; }

    template<typename Id>
    void apply(std::optional<Id> &id) const
    {
        if (id)
            apply(*id);
    }

    template<typename Item>
    void applyToAll(std::vector<Item> &items) const
    {
        for (Item &item : items)
            apply(item);
    }

    void apply(model::Mention &item) const { apply(item.article); }

    void apply(model::Entity &item) const
    {
        apply(item.id);
        applyToAll(item.mentions);
    }

    void apply(model::Origin &item) const { apply(item.entity); }
    void apply(model::Slot &item) const { apply(item.entity); }

    void apply(model::Statement &item) const
    {
        apply(item.id);
        apply(item.article);
        apply(item.within);
        apply(item.quote);
        applyToAll(item.origins);
        applyToAll(item.slots);
    }

    void apply(model::Quote &item) const
    {
        apply(item.id);
        apply(item.article);
        apply(item.speakerEntity);
    }

    void apply(model::Claim &item) const
    {
        apply(item.id);
        apply(item.story);
        applyToAll(item.statements);
        applyToAll(item.silent);
    }

    void apply(model::Evidence &item) const
    {
        apply(item.statement);
        apply(item.article);
    }

    void apply(model::DivergentValue &item) const { applyToAll(item.evidence); }

    void apply(model::Divergence &item) const
    {
        apply(item.id);
        apply(item.claim);
        applyToAll(item.values);
    }
};

} // namespace

bool isNumberedFor(const StoryFindings &findings, const std::vector<ArticleId> &articles) { return findings.idsBegin == idsBeginOf(articles) && findings.story.articles == articles; }

void numberFor(StoryFindings &findings, const std::vector<ArticleId> &articles)
{
    Shift shift{idsBeginOf(articles) - findings.idsBegin, {}};
    for (size_t place = 0; place < articles.size(); ++place)
        shift.articles.emplace(findings.story.articles[place], articles[place]);
    findings.idsBegin += shift.by;
    shift.apply(findings.story.id);
    findings.story.articles = articles;
    shift.applyToAll(findings.entities);
    shift.applyToAll(findings.statements);
    shift.applyToAll(findings.quotes);
    shift.applyToAll(findings.claims);
    shift.applyToAll(findings.divergences);
}

void appendStories(Comparison &whole, const std::vector<std::shared_ptr<const StoryFindings>> &stories)
{
    whole.stories.reserve(stories.size());
    whole.entities.reserve(stories.size());
    whole.statements.reserve(stories.size());
    whole.quotes.reserve(stories.size());
    whole.claims.reserve(stories.size());
    whole.divergences.reserve(stories.size());
    for (const std::shared_ptr<const StoryFindings> &story : stories) {
        const auto block = [&story](const auto &items) { return std::shared_ptr<const std::decay_t<decltype(items)>>(story, &items); }; // keeps the story's findings
        whole.stories.push_back(story->story);
        whole.entities.append(block(story->entities));
        whole.statements.append(block(story->statements));
        whole.quotes.append(block(story->quotes));
        whole.claims.append(block(story->claims));
        whole.divergences.append(block(story->divergences));
    }
}

} // namespace variorum::comparison
