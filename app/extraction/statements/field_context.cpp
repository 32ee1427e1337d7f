#include "extraction/statements/field_context.h"

#include "extraction/statements/tree_repair.h"

#include <algorithm>

namespace variorum::extraction {

namespace {

template<typename Fact>
std::vector<const Fact *> ofField(const std::vector<Fact> &facts, model::TextField field)
{
    std::vector<const Fact *> found;
    for (const Fact &fact : facts) {
        if (fact.place.field == field)
            found.push_back(&fact);
    }
    std::stable_sort(found.begin(), found.end(), [](const Fact *one, const Fact *other) { return one->place.span < other->place.span; });
    return found;
}

template<typename Fact>
std::vector<const Fact *> within(const std::vector<const Fact *> &facts, const base::TextSpan &span)
{
    std::vector<const Fact *> found;
    auto next = std::partition_point(facts.begin(), facts.end(), [&](const Fact *fact) { return fact->place.span.begin < span.begin; });
    for (; next != facts.end() && (*next)->place.span.begin <= span.end; ++next) {
        if (span.contains((*next)->place.span))
            found.push_back(*next);
    }
    return found;
}

} // namespace

FieldContext::FieldContext(const AnnotatedArticle &annotated, model::TextField field, const FoundSoFar &found, const Knowledge &knowledge)
    : m_text(withRepairedTrees(annotated.field(field), field == model::TextField::Title, knowledge.lists)), m_field(field), m_found(found), m_knowledge(knowledge), m_entities(m_text.tokens.size()),
      m_mentions(m_text.tokens.size(), nullptr), m_times(ofField(found.times, field)), m_quantities(ofField(found.quantities, field)),
      m_quotes(ofField(found.quotes, field))
{
    qsizetype furthest = 0;
    for (const model::Quote *quote : m_quotes)
        m_quoteEnds.push_back(furthest = std::max(furthest, quote->place.span.end));
    struct Place {
        const model::Mention *mention;
        base::EntityId entity;
    };
    std::vector<Place> places;
    for (const model::Entity &entity : found.entities) {
        for (const model::Mention &mention : entity.mentions) {
            if (mention.place.field == field)
                places.push_back({&mention, entity.id});
        }
    }
    // Long ones first, so that a name inside a description keeps its own tokens.
    std::stable_sort(places.begin(), places.end(), [](const Place &one, const Place &other) { return one.mention->place.span.length() > other.mention->place.span.length(); });
    for (const Place &place : places) {
        const SentenceTree::Range range = tokensAt(m_text, place.mention->place.span);
        std::fill(m_entities.begin() + range.first, m_entities.begin() + range.end, place.entity);
        std::fill(m_mentions.begin() + range.first, m_mentions.begin() + range.end, place.mention);
    }
}

std::vector<const model::TimeMention *> FieldContext::timesIn(const base::TextSpan &span) const { return within(m_times, span); }

std::vector<const model::QuantityMention *> FieldContext::quantitiesIn(const base::TextSpan &span) const { return within(m_quantities, span); }

std::vector<const model::Quote *> FieldContext::quotesAt(const base::TextSpan &span) const
{
    std::vector<const model::Quote *> found;
    auto place = static_cast<size_t>(std::partition_point(m_quoteEnds.begin(), m_quoteEnds.end(), [&](qsizetype end) { return end <= span.begin; }) - m_quoteEnds.begin());
    for (; place < m_quotes.size() && m_quotes[place]->place.span.begin < span.end; ++place) {
        if (m_quotes[place]->place.span.overlaps(span))
            found.push_back(m_quotes[place]);
    }
    return found;
}

} // namespace variorum::extraction
