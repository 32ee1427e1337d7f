#include "comparison/compare_story.h"

#include <cstddef>

namespace variorum::comparison {

namespace {

using model::Comparison;

/// Where a story's items begin in the whole's lists.
struct Begins {
    qint64 stories = 0;
    qint64 entities = 0;
    qint64 statements = 0;
    qint64 quotes = 0;
    qint64 claims = 0;
    qint64 divergences = 0;
};

/// A story's ids go on where those of the stories before end; articles are looked up.
struct Shift {
    const Begins &begins;
    const std::vector<int> &places;

    void apply(base::ArticleId &id) const { id = base::ArticleId{places[static_cast<size_t>(id.value - 1)] + 1}; }
    void apply(base::StoryId &id) const { id.value += begins.stories; }
    void apply(base::EntityId &id) const { id.value += begins.entities; }
    void apply(base::StatementId &id) const { id.value += begins.statements; }
    void apply(base::QuoteId &id) const { id.value += begins.quotes; }
    void apply(base::ClaimId &id) const { id.value += begins.claims; }
    void apply(base::DivergenceId &id) const { id.value += begins.divergences; }

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

/// Copies a story's items into their places, with the whole's ids.
template<typename Item>
void put(std::vector<Item> &whole, qint64 begin, const std::vector<Item> &part, const Shift &shift)
{
    auto at = whole.begin() + static_cast<std::ptrdiff_t>(begin);
    for (const Item &item : part) {
        *at = item;
        shift.apply(*at++);
    }
}

template<typename Item>
qint64 countOf(const std::vector<Item> &items) { return static_cast<qint64>(items.size()); }

/// Makes room at the end of the whole; where it begins.
template<typename Item>
qint64 extended(std::vector<Item> &whole, const std::vector<StoryPart> &parts, std::vector<Item> Comparison::*list)
{
    const qint64 begin = countOf(whole);
    size_t count = whole.size();
    for (const StoryPart &part : parts)
        count += (part.story.*list).size();
    whole.resize(count);
    return begin;
}

} // namespace

void appendStories(Comparison &whole, const std::vector<StoryPart> &parts, const ForEach &forEach)
{
    Begins begins{extended(whole.stories, parts, &Comparison::stories), extended(whole.entities, parts, &Comparison::entities), extended(whole.statements, parts, &Comparison::statements),
                  extended(whole.quotes, parts, &Comparison::quotes), extended(whole.claims, parts, &Comparison::claims), extended(whole.divergences, parts, &Comparison::divergences)};
    std::vector<Begins> all;
    for (const StoryPart &part : parts) {
        all.push_back(begins);
        begins.stories += countOf(part.story.stories);
        begins.entities += countOf(part.story.entities);
        begins.statements += countOf(part.story.statements);
        begins.quotes += countOf(part.story.quotes);
        begins.claims += countOf(part.story.claims);
        begins.divergences += countOf(part.story.divergences);
    }
    forAll(forEach, static_cast<int>(parts.size()), [&](int at) {
        const StoryPart &part = parts[static_cast<size_t>(at)];
        const Begins &begin = all[static_cast<size_t>(at)];
        const Shift shift{begin, part.places};
        put(whole.stories, begin.stories, part.story.stories, shift);
        put(whole.entities, begin.entities, part.story.entities, shift);
        put(whole.statements, begin.statements, part.story.statements, shift);
        put(whole.quotes, begin.quotes, part.story.quotes, shift);
        put(whole.claims, begin.claims, part.story.claims, shift);
        put(whole.divergences, begin.divergences, part.story.divergences, shift);
    });
}

} // namespace variorum::comparison
