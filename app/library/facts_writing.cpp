#include "library/facts_rows.h"

#include "library/stored_forms.h"
#include "library/stored_words.h"
#include "model/names.h"

#include <array>

namespace variorum::library {

namespace {

using model::Facts;

constexpr char kAddEntity[] = "INSERT INTO entity (analysis_id, id, kind, name, aliases, rule) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kAddMention[] = "INSERT INTO mention (analysis_id, entity_id, ordinal, field, span_begin, span_end, is_pronoun, role) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddTime[] = "INSERT INTO time_mention (analysis_id, ordinal, field, span_begin, span_end, rule, kind, timex, modifier, from_time, to_time, seconds, from_inferred_date) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddQuantity[] = "INSERT INTO quantity_mention (analysis_id, ordinal, field, span_begin, span_end, rule, counted_begin, counted_end, bound, value, low, high, unit, counted, is_ordinal, is_fraction) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddQuote[] = "INSERT INTO quote (analysis_id, id, field, span_begin, span_end, rule, text, is_direct, speaker, speaker_entity_id, cue, via) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddStatement[] = "INSERT INTO statement (analysis_id, id, field, span_begin, span_end, rule, text, certainty, polarity, predicate, predicate_begin, predicate_end, words, within_id, quote_id) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddOrigin[] = "INSERT INTO origin (analysis_id, statement_id, ordinal, name, entity_id, kind) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kAddSlot[] = "INSERT INTO slot (analysis_id, statement_id, ordinal, role, span_begin, span_end, text, head_lemma, printed_value, entity_id, rule, "
                            "time_kind, timex, time_modifier, from_time, to_time, seconds, from_inferred_date, bound, value, low, high, unit, counted, is_ordinal, is_fraction) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

template<typename Id>
std::optional<qint64> valueOf(const std::optional<Id> &id)
{
    return id ? std::optional(id->value) : std::nullopt;
}

base::Result<void> addEntities(Connection &connection, qint64 analysis, const Facts &facts)
{
    Query add(connection, kAddEntity);
    Query addMention(connection, kAddMention);
    for (const model::Entity &entity : facts.entities) {
        if (const auto run = add.run(analysis, entity.id.value, model::nameOf(entity.kind), entity.name, storedList(entity.aliases), entity.rule); !run)
            return run;
        qint64 ordinal = 0;
        for (const model::Mention &mention : entity.mentions) {
            if (const auto run = addMention.run(analysis, entity.id.value, ordinal++, model::nameOf(mention.place.field), mention.place.span.begin, mention.place.span.end, mention.isPronoun, mention.role); !run)
                return run;
        }
    }
    return {};
}

base::Result<void> addTimes(Connection &connection, qint64 analysis, const Facts &facts)
{
    Query add(connection, kAddTime);
    qint64 ordinal = 0;
    for (const model::TimeMention &mention : facts.times) {
        const model::TimeValue &value = mention.value;
        const auto run = add.run(analysis, ordinal++, model::nameOf(mention.place.field), mention.place.span.begin, mention.place.span.end, mention.rule, model::nameOf(value.kind), value.timex,
                                 model::nameOf(value.modifier), storedMoment(value.from), storedMoment(value.to), value.seconds, value.fromInferredDate);
        if (!run)
            return run;
    }
    return {};
}

base::Result<void> addQuantities(Connection &connection, qint64 analysis, const Facts &facts)
{
    Query add(connection, kAddQuantity);
    qint64 ordinal = 0;
    for (const model::QuantityMention &mention : facts.quantities) {
        const model::QuantityValue &value = mention.value;
        const std::optional<qint64> countedBegin = mention.countedSpan ? std::optional<qint64>(mention.countedSpan->begin) : std::nullopt;
        const std::optional<qint64> countedEnd = mention.countedSpan ? std::optional<qint64>(mention.countedSpan->end) : std::nullopt;
        const auto run = add.run(analysis, ordinal++, model::nameOf(mention.place.field), mention.place.span.begin, mention.place.span.end, mention.rule, countedBegin, countedEnd,
                                 model::nameOf(value.bound), value.value, value.low, value.high, value.unit, value.counted, value.isOrdinal, value.isFraction);
        if (!run)
            return run;
    }
    return {};
}

base::Result<void> addQuotes(Connection &connection, qint64 analysis, const Facts &facts)
{
    Query add(connection, kAddQuote);
    for (const model::Quote &quote : facts.quotes) {
        const auto run = add.run(analysis, quote.id.value, model::nameOf(quote.place.field), quote.place.span.begin, quote.place.span.end, quote.rule, quote.text, quote.isDirect, quote.speaker,
                                 valueOf(quote.speakerEntity), quote.cue, quote.via);
        if (!run)
            return run;
    }
    return {};
}

base::Result<void> addOrigins(Query &add, qint64 analysis, const model::Statement &statement)
{
    qint64 ordinal = 0;
    for (const model::Origin &origin : statement.origins) {
        if (const auto run = add.run(analysis, statement.id.value, ordinal++, origin.name, valueOf(origin.entity), model::nameOf(origin.kind)); !run)
            return run;
    }
    return {};
}

/// member(*whole) where there is a whole.
template<typename Whole, typename Member>
auto partOf(const std::optional<Whole> &whole, const Member &member) -> std::optional<std::decay_t<decltype(member(*whole))>>
{
    if (!whole)
        return std::nullopt;
    return member(*whole);
}

base::Result<void> addSlots(Query &add, qint64 analysis, const model::Statement &statement)
{
    using model::QuantityValue;
    using model::TimeValue;
    qint64 ordinal = 0;
    for (const model::Slot &slot : statement.slots) {
        const std::optional<TimeValue> &time = slot.time;
        const std::optional<QuantityValue> &quantity = slot.quantity;
        const auto run = add.run(analysis, statement.id.value, ordinal++, model::nameOf(slot.role), slot.span.begin, slot.span.end, slot.text, slot.headLemma, slot.value, valueOf(slot.entity), slot.rule,
                                 partOf(time, [](const TimeValue &value) { return model::nameOf(value.kind); }), partOf(time, [](const TimeValue &value) { return value.timex; }),
                                 partOf(time, [](const TimeValue &value) { return model::nameOf(value.modifier); }), time ? storedMoment(time->from) : std::nullopt,
                                 time ? storedMoment(time->to) : std::nullopt, time ? time->seconds : std::nullopt, partOf(time, [](const TimeValue &value) { return value.fromInferredDate; }),
                                 partOf(quantity, [](const QuantityValue &value) { return model::nameOf(value.bound); }), quantity ? quantity->value : std::nullopt,
                                 quantity ? quantity->low : std::nullopt, quantity ? quantity->high : std::nullopt, partOf(quantity, [](const QuantityValue &value) { return value.unit; }),
                                 partOf(quantity, [](const QuantityValue &value) { return value.counted; }), partOf(quantity, [](const QuantityValue &value) { return value.isOrdinal; }),
                                 partOf(quantity, [](const QuantityValue &value) { return value.isFraction; }));
        if (!run)
            return run;
    }
    return {};
}

base::Result<void> addStatements(Connection &connection, qint64 analysis, const Facts &facts)
{
    Query add(connection, kAddStatement);
    Query addOrigin(connection, kAddOrigin);
    Query addSlot(connection, kAddSlot);
    for (const model::Statement &statement : facts.statements) {
        const auto run = add.run(analysis, statement.id.value, model::nameOf(statement.place.field), statement.place.span.begin, statement.place.span.end, statement.rule, statement.text,
                                 model::nameOf(statement.certainty), model::nameOf(statement.polarity), statement.predicate, statement.predicateSpan.begin, statement.predicateSpan.end,
                                 storedWords(statement.words), valueOf(statement.within), valueOf(statement.quote));
        if (!run)
            return run;
        if (const auto added = addOrigins(addOrigin, analysis, statement); !added)
            return added;
        if (const auto added = addSlots(addSlot, analysis, statement); !added)
            return added;
    }
    return {};
}

} // namespace

base::Result<void> writeFacts(Connection &connection, qint64 analysis, const Facts &facts)
{
    constexpr auto kSteps = std::to_array({addEntities, addTimes, addQuantities, addQuotes, addStatements});
    for (const auto &step : kSteps) {
        if (const auto added = step(connection, analysis, facts); !added)
            return added;
    }
    return {};
}

} // namespace variorum::library
