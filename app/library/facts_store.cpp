// Facts come and go whole: replace() takes out an analysis with all its rows and writes the new one; facts() reads the
// tables one by one in the order of their keys, which is the order of the vectors. Keep the column lists of the
// writing and the reading statements in step, they are taken by position.

#include "library/facts_store.h"

#include "library/stored_forms.h"
#include "model/names.h"

namespace variorum::library {

namespace {

using model::Facts;

constexpr char kAnalysisId[] = "SELECT id FROM analysis WHERE version_id = ? AND engine = ? AND input = ?";
constexpr char kKeys[] = "SELECT article.id, analysis.engine, analysis.input FROM folder JOIN file ON folder_id = folder.id JOIN article ON file_id = file.id JOIN article_version ON article_id = article.id "
                         "JOIN analysis ON version_id = article_version.id WHERE folder.path = ?";
constexpr char kRemoveAnalysis[] = "DELETE FROM analysis WHERE version_id = ?";
constexpr char kAddAnalysis[] = "INSERT INTO analysis (version_id, engine, input) VALUES (?, ?, ?)";

// The rows of an analysis go with it, unless another program has cut them off; and the ids of analyses come again.
constexpr const char *kRemoveLeftovers[] = {"DELETE FROM slot WHERE analysis_id = ?", "DELETE FROM origin WHERE analysis_id = ?", "DELETE FROM statement WHERE analysis_id = ?", "DELETE FROM quote WHERE analysis_id = ?",
                                            "DELETE FROM quantity_mention WHERE analysis_id = ?", "DELETE FROM time_mention WHERE analysis_id = ?", "DELETE FROM mention WHERE analysis_id = ?", "DELETE FROM entity WHERE analysis_id = ?"};

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
std::optional<qint64> valueOf(const std::optional<Id> &id)
{
    return id ? std::optional(id->value) : std::nullopt;
}

template<typename Id>
std::optional<Id> idOf(std::optional<qint64> value)
{
    return value ? std::optional(Id{*value}) : std::nullopt;
}

// ---- writing

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

// ---- reading: each takes the next columns of the row; false where this program cannot have written them

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

bool takeTime(Query &row, model::TimeValue &value)
{
    bool whole = taken(model::fromName<model::TimeKind>(row.text()), value.kind);
    value.timex = row.text();
    whole = taken(model::fromName<model::TimeValue::Modifier>(row.text()), value.modifier) && whole;
    value.from = momentFromStored(row.optionalText());
    value.to = momentFromStored(row.optionalText());
    value.seconds = row.optionalReal();
    value.fromInferredDate = row.boolean();
    return whole;
}

bool takeQuantity(Query &row, model::QuantityValue &value)
{
    const bool whole = taken(model::fromName<model::Bound>(row.text()), value.bound);
    value.value = row.optionalReal();
    value.low = row.optionalReal();
    value.high = row.optionalReal();
    value.unit = row.text();
    value.counted = row.text();
    value.isOrdinal = row.boolean();
    value.isFraction = row.boolean();
    return whole;
}

bool takeEntity(Query &row, Facts &facts)
{
    model::Entity entity;
    entity.id = base::EntityId{row.integer()};
    bool whole = taken(model::fromName<model::EntityKind>(row.text()), entity.kind);
    entity.name = row.text();
    whole = taken(listFromStored(row.text()), entity.aliases) && whole;
    entity.rule = row.text();
    facts.entities.push_back(std::move(entity));
    return whole;
}

bool takeMention(Query &row, Facts &facts)
{
    const auto entity = static_cast<size_t>(row.integer());
    model::Mention mention;
    const bool whole = takePlace(row, mention.place) && entity < facts.entities.size();
    mention.isPronoun = row.boolean();
    mention.role = row.text();
    if (whole)
        facts.entities[entity].mentions.push_back(std::move(mention));
    return whole;
}

bool takeTimeMention(Query &row, Facts &facts)
{
    model::TimeMention mention;
    bool whole = takePlace(row, mention.place);
    mention.rule = row.text();
    whole = takeTime(row, mention.value) && whole;
    facts.times.push_back(std::move(mention));
    return whole;
}

bool takeQuantityMention(Query &row, Facts &facts)
{
    model::QuantityMention mention;
    bool whole = takePlace(row, mention.place);
    mention.rule = row.text();
    const std::optional<qint64> begin = row.optionalInteger();
    const std::optional<qint64> end = row.optionalInteger();
    if (begin && end)
        mention.countedSpan = base::TextSpan{*begin, *end};
    whole = takeQuantity(row, mention.value) && whole;
    facts.quantities.push_back(std::move(mention));
    return whole;
}

bool takeQuote(Query &row, Facts &facts)
{
    model::Quote quote;
    quote.id = base::QuoteId{row.integer()};
    const bool whole = takePlace(row, quote.place);
    quote.rule = row.text();
    quote.text = row.text();
    quote.isDirect = row.boolean();
    quote.speaker = row.text();
    quote.speakerEntity = idOf<base::EntityId>(row.optionalInteger());
    quote.cue = row.text();
    quote.via = row.text();
    facts.quotes.push_back(std::move(quote));
    return whole;
}

bool takeStatement(Query &row, Facts &facts)
{
    model::Statement statement;
    statement.id = base::StatementId{row.integer()};
    bool whole = takePlace(row, statement.place);
    statement.rule = row.text();
    statement.text = row.text();
    whole = taken(model::fromName<model::Certainty>(row.text()), statement.certainty) && whole;
    whole = taken(model::fromName<model::Polarity>(row.text()), statement.polarity) && whole;
    statement.predicate = row.text();
    statement.predicateSpan.begin = row.integer();
    statement.predicateSpan.end = row.integer();
    whole = taken(wordsFromStored(row.text()), statement.words) && whole;
    statement.within = idOf<base::StatementId>(row.optionalInteger());
    statement.quote = idOf<base::QuoteId>(row.optionalInteger());
    facts.statements.push_back(std::move(statement));
    return whole;
}

bool takeOrigin(Query &row, Facts &facts)
{
    const auto statement = static_cast<size_t>(row.integer());
    model::Origin origin;
    origin.name = row.text();
    origin.entity = idOf<base::EntityId>(row.optionalInteger());
    const bool whole = taken(model::fromName<model::OriginKind>(row.text()), origin.kind) && statement < facts.statements.size();
    if (whole)
        facts.statements[statement].origins.push_back(std::move(origin));
    return whole;
}

bool takeSlot(Query &row, Facts &facts)
{
    const auto statement = static_cast<size_t>(row.integer());
    model::Slot slot;
    bool whole = taken(model::fromName<model::SlotRole>(row.text()), slot.role) && statement < facts.statements.size();
    slot.span.begin = row.integer();
    slot.span.end = row.integer();
    slot.text = row.text();
    slot.headLemma = row.text();
    slot.value = row.text();
    slot.entity = idOf<base::EntityId>(row.optionalInteger());
    slot.rule = row.text();
    if (row.isNull())
        row.skip(kTimeColumns);
    else
        whole = takeTime(row, slot.time.emplace()) && whole;
    if (row.isNull())
        row.skip(kQuantityColumns);
    else
        whole = takeQuantity(row, slot.quantity.emplace()) && whole;
    if (whole)
        facts.statements[statement].slots.push_back(std::move(slot));
    return whole;
}

using TakeRow = bool (*)(Query &, Facts &);

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
base::Result<bool> readTable(Connection &connection, qint64 analysis, const Table &table, Facts &facts)
{
    Query query(connection, table.sql);
    if (const auto run = query.run(analysis); !run)
        return run.error();
    while (query.next()) {
        if (!table.take(query, facts))
            return false;
    }
    const auto end = query.end();
    return end ? base::Result<bool>(true) : base::Result<bool>(end.error());
}

} // namespace

base::Result<std::optional<Facts>> FactsStore::facts(qint64 versionId, const FactsKey &key, const TextSizes &sizes) const
{
    std::optional<qint64> analysis;
    {
        Query query(m_connection, kAnalysisId);
        if (const auto run = query.run(versionId, key.engine, key.input); !run)
            return run.error();
        if (query.next())
            analysis = query.integer();
        else if (const auto end = query.end(); !end)
            return end.error();
    }
    if (!analysis)
        return std::optional<Facts>();
    Facts facts;
    for (const Table &table : kTables) {
        const auto read = readTable(m_connection, *analysis, table, facts);
        if (!read)
            return read.error();
        if (!*read)
            return std::optional<Facts>();
    }
    if (!areConsistent(facts, sizes))
        return std::optional<Facts>();
    return std::optional(std::move(facts));
}

base::Result<std::vector<std::pair<base::ArticleId, FactsKey>>> FactsStore::keys(const QString &folder) const
{
    Query query(m_connection, kKeys);
    if (const auto run = query.run(folder); !run)
        return run.error();
    std::vector<std::pair<base::ArticleId, FactsKey>> keys;
    while (query.next()) {
        const base::ArticleId article{query.integer()};
        FactsKey key;
        key.engine = query.text();
        key.input = query.bytes();
        keys.emplace_back(article, std::move(key));
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return keys;
}

base::Result<void> FactsStore::replace(qint64 versionId, const FactsKey &key, const Facts &facts)
{
    if (const auto removed = Query(m_connection, kRemoveAnalysis).run(versionId); !removed)
        return removed;
    qint64 analysis = 0;
    {
        Query add(m_connection, kAddAnalysis);
        if (const auto run = add.run(versionId, key.engine, key.input); !run)
            return run;
        analysis = add.insertedId();
    }
    for (const char *remove : kRemoveLeftovers) {
        if (const auto removed = Query(m_connection, remove).run(analysis); !removed)
            return removed;
    }
    constexpr auto kSteps = std::to_array({addEntities, addTimes, addQuantities, addQuotes, addStatements});
    for (const auto &step : kSteps) {
        if (const auto added = step(m_connection, analysis, facts); !added)
            return added;
    }
    return {};
}

} // namespace variorum::library
