#include "comparison/compare_story.h"

#include <iterator>

namespace variorum::comparison {

namespace {

/// What is added to a story's ids so that they go on where the whole's end; articles are looked up.
struct Shift {
    qint64 story = 0;
    qint64 entity = 0;
    qint64 statement = 0;
    qint64 quote = 0;
    qint64 claim = 0;
    qint64 divergence = 0;
    const std::vector<int> &places;

    void apply(base::ArticleId &id) const { id = base::ArticleId{places[static_cast<size_t>(id.value - 1)] + 1}; }
    void apply(base::StoryId &id) const { id.value += story; }
    void apply(base::EntityId &id) const { id.value += entity; }
    void apply(base::StatementId &id) const { id.value += statement; }
    void apply(base::QuoteId &id) const { id.value += quote; }
    void apply(base::ClaimId &id) const { id.value += claim; }
    void apply(base::DivergenceId &id) const { id.value += divergence; }

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

    void apply(model::Story &item) const
    {
        apply(item.id);
        applyToAll(item.articles);
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

template<typename Item>
void append(std::vector<Item> &whole, std::vector<Item> &part, const Shift &shift)
{
    shift.applyToAll(part);
    whole.insert(whole.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
}

template<typename Item>
qint64 countOf(const std::vector<Item> &items) { return static_cast<qint64>(items.size()); }

} // namespace

void appendStory(model::Comparison &whole, model::Comparison story, const std::vector<int> &places)
{
    const Shift shift{countOf(whole.stories), countOf(whole.entities), countOf(whole.statements), countOf(whole.quotes), countOf(whole.claims), countOf(whole.divergences), places};
    append(whole.stories, story.stories, shift);
    append(whole.entities, story.entities, shift);
    append(whole.statements, story.statements, shift);
    append(whole.quotes, story.quotes, shift);
    append(whole.claims, story.claims, shift);
    append(whole.divergences, story.divergences, shift);
}

} // namespace variorum::comparison
