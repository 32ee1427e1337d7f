#include "library/facts_rows.h"

#include "library/stored_forms.h"
#include "library/stored_words.h"
#include "model/names.h"

namespace variorum::library {

namespace {

using model::Facts;

constexpr char kEntities[] = "SELECT id, kind, name, aliases, rule FROM entity WHERE analysis_id = ? ORDER BY id";
constexpr char kMentions[] = "SELECT entity_id, field, span_begin, span_end, is_pronoun, role FROM mention WHERE analysis_id = ? ORDER BY entity_id, ordinal";
constexpr char kTimes[] = "SELECT field, span_begin, span_end, rule, kind, timex, modifier, from_time, to_time, seconds, from_inferred_date FROM time_mention WHERE analysis_id = ? ORDER BY ordinal";
constexpr char kQuantities[] = "SELECT field, span_begin, span_end, rule, counted_begin, counted_end, bound, value, low, high, unit, counted, is_ordinal, is_fraction "
                               "FROM quantity_mention WHERE analysis_id = ? ORDER BY ordinal";
constexpr char kQuotes[] = "SELECT id, field, span_begin, span_end, rule, text, is_direct, speaker, speaker_entity_id, cue, via FROM quote WHERE analysis_id = ? ORDER BY id";
constexpr char kStatements[] = "SELECT id, field, span_begin, span_end, rule, text, certainty, polarity, predicate, predicate_begin, predicate_end, words, within_id, quote_id "
                               "FROM statement WHERE analysis_id = ? ORDER BY id";
constexpr char kOrigins[] = "SELECT statement_id, name, entity_id, kind FROM origin WHERE analysis_id = ? ORDER BY statement_id, ordinal";
constexpr char kSlots[] = "SELECT statement_id, role, span_begin, span_end, text, head_lemma, printed_value, entity_id, rule, "
                          "time_kind, timex, time_modifier, from_time, to_time, seconds, from_inferred_date, bound, value, low, high, unit, counted, is_ordinal, is_fraction "
                          "FROM slot WHERE analysis_id = ? ORDER BY statement_id, ordinal";
constexpr int kTimeColumns = 7;
constexpr int kQuantityColumns = 8;

template<typename Id>
std::optional<Id> idOf(std::optional<qint64> value)
{
    return value ? std::optional(Id{*value}) : std::nullopt;
}

// Each takes the next columns of the row; false where this program cannot have written them.

template<typename Value, typename Target>
bool taken(std::optional<Value> value, Target &target)
{
    if (value)
        target = std::move(*value);
    return value.has_value();
}

bool takePlace(Query &row, model::TextPlace &place)
{
    const bool whole = taken(model::fromName<model::TextField>(row.text()), place.field);
    place.span.begin = row.integer();
    place.span.end = row.integer();
    return whole;
}

bool takeTime(Query &row, StringPool &pool, model::TimeValue &value)
{
    bool whole = taken(model::fromName<model::TimeKind>(row.text()), value.kind);
    value.timex = pool.of(row.text());
    whole = taken(model::fromName<model::TimeValue::Modifier>(row.text()), value.modifier) && whole;
    value.from = momentFromStored(row.optionalText());
    value.to = momentFromStored(row.optionalText());
    value.seconds = row.optionalReal();
    value.fromInferredDate = row.boolean();
    return whole;
}

bool takeQuantity(Query &row, StringPool &pool, model::QuantityValue &value)
{
    const bool whole = taken(model::fromName<model::Bound>(row.text()), value.bound);
    value.value = row.optionalReal();
    value.low = row.optionalReal();
    value.high = row.optionalReal();
    value.unit = pool.of(row.text());
    value.counted = pool.of(row.text());
    value.isOrdinal = row.boolean();
    value.isFraction = row.boolean();
    return whole;
}

bool takeEntity(Query &row, StringPool &pool, Facts &facts)
{
    model::Entity entity;
    entity.id = base::EntityId{row.integer()};
    bool whole = taken(model::fromName<model::EntityKind>(row.text()), entity.kind);
    entity.name = row.text();
    whole = taken(listFromStored(row.text()), entity.aliases) && whole;
    entity.rule = pool.of(row.text());
    facts.entities.push_back(std::move(entity));
    return whole;
}

bool takeMention(Query &row, StringPool &pool, Facts &facts)
{
    const auto entity = static_cast<size_t>(row.integer());
    model::Mention mention;
    const bool whole = takePlace(row, mention.place) && entity < facts.entities.size();
    mention.isPronoun = row.boolean();
    mention.role = pool.of(row.text());
    if (whole)
        facts.entities[entity].mentions.push_back(std::move(mention));
    return whole;
}

bool takeTimeMention(Query &row, StringPool &pool, Facts &facts)
{
    model::TimeMention mention;
    bool whole = takePlace(row, mention.place);
    mention.rule = pool.of(row.text());
    whole = takeTime(row, pool, mention.value) && whole;
    facts.times.push_back(std::move(mention));
    return whole;
}

bool takeQuantityMention(Query &row, StringPool &pool, Facts &facts)
{
    model::QuantityMention mention;
    bool whole = takePlace(row, mention.place);
    mention.rule = pool.of(row.text());
    const std::optional<qint64> begin = row.optionalInteger();
    const std::optional<qint64> end = row.optionalInteger();
    if (begin && end)
        mention.countedSpan = base::TextSpan{*begin, *end};
    whole = takeQuantity(row, pool, mention.value) && whole;
    facts.quantities.push_back(std::move(mention));
    return whole;
}

bool takeQuote(Query &row, StringPool &pool, Facts &facts)
{
    model::Quote quote;
    quote.id = base::QuoteId{row.integer()};
    const bool whole = takePlace(row, quote.place);
    quote.rule = pool.of(row.text());
    quote.text = row.text();
    quote.isDirect = row.boolean();
    quote.speaker = pool.of(row.text());
    quote.speakerEntity = idOf<base::EntityId>(row.optionalInteger());
    quote.cue = pool.of(row.text());
    quote.via = row.text();
    facts.quotes.push_back(std::move(quote));
    return whole;
}

bool takeStatement(Query &row, StringPool &pool, Facts &facts)
{
    model::Statement statement;
    statement.id = base::StatementId{row.integer()};
    bool whole = takePlace(row, statement.place);
    statement.rule = pool.of(row.text());
    statement.text = row.text();
    whole = taken(model::fromName<model::Certainty>(row.text()), statement.certainty) && whole;
    whole = taken(model::fromName<model::Polarity>(row.text()), statement.polarity) && whole;
    statement.predicate = pool.of(row.text());
    statement.predicateSpan.begin = row.integer();
    statement.predicateSpan.end = row.integer();
    whole = taken(wordsFromStored(row.text(), pool), statement.words) && whole;
    statement.within = idOf<base::StatementId>(row.optionalInteger());
    statement.quote = idOf<base::QuoteId>(row.optionalInteger());
    facts.statements.push_back(std::move(statement));
    return whole;
}

bool takeOrigin(Query &row, StringPool &pool, Facts &facts)
{
    const auto statement = static_cast<size_t>(row.integer());
    model::Origin origin;
    origin.name = pool.of(row.text());
    origin.entity = idOf<base::EntityId>(row.optionalInteger());
    const bool whole = taken(model::fromName<model::OriginKind>(row.text()), origin.kind) && statement < facts.statements.size();
    if (whole)
        facts.statements[statement].origins.push_back(std::move(origin));
    return whole;
}

bool takeSlot(Query &row, StringPool &pool, Facts &facts)
{
    const auto statement = static_cast<size_t>(row.integer());
    model::Slot slot;
    bool whole = taken(model::fromName<model::SlotRole>(row.text()), slot.role) && statement < facts.statements.size();
    slot.span.begin = row.integer();
    slot.span.end = row.integer();
    slot.text = row.text();
    slot.headLemma = pool.of(row.text());
    slot.value = row.text();
    slot.entity = idOf<base::EntityId>(row.optionalInteger());
    slot.rule = pool.of(row.text());
    if (row.isNull())
        row.skip(kTimeColumns);
    else
        whole = takeTime(row, pool, slot.time.emplace()) && whole;
    if (row.isNull())
        row.skip(kQuantityColumns);
    else
        whole = takeQuantity(row, pool, slot.quantity.emplace()) && whole;
    if (whole)
        facts.statements[statement].slots.push_back(std::move(slot));
    return whole;
}

using TakeRow = bool (*)(Query &, StringPool &, Facts &);

struct Table {
    const char *sql;
    TakeRow take;
};

// A table after those that its rows belong to.
constexpr Table kTables[] = {
    {kEntities, takeEntity},
    {kMentions, takeMention},
    {kTimes, takeTimeMention},
    {kQuantities, takeQuantityMention},
    {kQuotes, takeQuote},
    {kStatements, takeStatement},
    {kOrigins, takeOrigin},
    {kSlots, takeSlot},
};

/// Says whether this program can have written it all.
base::Result<bool> readTable(Connection &connection, qint64 analysis, const Table &table, StringPool &pool, Facts &facts)
{
    Query query(connection, table.sql);
    if (const auto run = query.run(analysis); !run)
        return run.error();
    while (query.next()) {
        if (!table.take(query, pool, facts))
            return false;
    }
    const auto end = query.end();
    return end ? base::Result<bool>(true) : base::Result<bool>(end.error());
}

/// Gives back the room that the vectors took for growing: thousands of articles stay in memory as they are read.
void fit(Facts &facts)
{
    for (model::Entity &entity : facts.entities)
        entity.mentions.shrink_to_fit();
    for (model::Statement &statement : facts.statements) {
        statement.slots.shrink_to_fit();
        statement.origins.shrink_to_fit();
    }
    facts.entities.shrink_to_fit();
    facts.times.shrink_to_fit();
    facts.quantities.shrink_to_fit();
    facts.quotes.shrink_to_fit();
    facts.statements.shrink_to_fit();
}

} // namespace

base::Result<std::optional<Facts>> readFacts(Connection &connection, qint64 analysis, StringPool &pool)
{
    Facts facts;
    for (const Table &table : kTables) {
        const auto read = readTable(connection, analysis, table, pool, facts);
        if (!read)
            return read.error();
        if (!*read)
            return std::optional<Facts>();
    }
    fit(facts);
    return std::optional(std::move(facts));
}

} // namespace variorum::library
