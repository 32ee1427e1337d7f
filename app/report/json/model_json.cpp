#include "report/json/model_json.h"

#include "model/names.h"

namespace variorum::report {

CodePoints::CodePoints(const model::Article &article)
    : m_title(model::textOf(article, model::TextField::Title))
    , m_text(article.text)
{
}

void CodePoints::writeSpan(JsonWriter &json, model::TextField field, const base::TextSpan &span) const
{
    const base::OffsetMap &map = field == model::TextField::Title ? m_title : m_text;
    json.field("start", static_cast<qint64>(map.toCodePoint(span.begin)));
    json.field("end", static_cast<qint64>(map.toCodePoint(span.end)));
}

void CodePoints::writePlace(JsonWriter &json, const model::TextPlace &place) const
{
    json.field("in", model::nameOf(place.field));
    writeSpan(json, place.field, place.span);
}

void writeOrigin(JsonWriter &json, const model::Origin &origin)
{
    json.beginObject();
    json.knownField("name", origin.name);
    writeId(json, "entity", origin.entity);
    json.field("kind", model::nameOf(origin.kind));
    json.endObject();
}

namespace {

void writeSlot(JsonWriter &json, const model::Slot &slot, model::TextField field, const CodePoints &codePoints)
{
    json.beginObject();
    json.field("role", model::nameOf(slot.role));
    codePoints.writeSpan(json, field, slot.span);
    json.field("text", slot.text);
    json.knownField("value", slot.value);
    writeId(json, "entity", slot.entity);
    json.knownField("rule", slot.rule);
    json.endObject();
}

} // namespace

void writeStatement(JsonWriter &json, const model::Statement &statement, std::optional<base::ArticleId> article, const CodePoints &codePoints)
{
    json.beginObject();
    json.field("id", statement.id.value);
    writeId(json, "article", article);
    codePoints.writePlace(json, statement.place);
    json.field("text", statement.text);
    json.key("origins");
    json.beginArray();
    for (const model::Origin &origin : statement.origins)
        writeOrigin(json, origin);
    json.endArray();
    json.field("certainty", model::nameOf(statement.certainty));
    json.field("polarity", model::nameOf(statement.polarity));
    json.knownField("predicate", statement.predicate);
    json.key("slots");
    json.beginArray();
    for (const model::Slot &slot : statement.slots)
        writeSlot(json, slot, statement.place.field, codePoints);
    json.endArray();
    writeId(json, "within", statement.within);
    writeId(json, "quote", statement.quote);
    json.knownField("rule", statement.rule);
    json.endObject();
}

void writeQuoteFields(JsonWriter &json, const model::Quote &quote, const CodePoints &codePoints)
{
    codePoints.writePlace(json, quote.place);
    json.field("text", quote.text);
    json.field("direct", quote.isDirect);
    json.knownField("speaker", quote.speaker);
    writeId(json, "speaker_entity", quote.speakerEntity);
    json.knownField("cue", quote.cue);
    json.knownField("via", quote.via);
}

void writeDateField(JsonWriter &json, const char *name, const std::optional<model::NewsDate> &date)
{
    json.knownField(name, date ? date->toString() : QString());
}

void writeMetadataFields(JsonWriter &json, const model::Article &article)
{
    json.knownField("title", article.title.value_or(QString()));
    json.knownField("outlet", article.outlet.value_or(QString()));
    json.listField("authors", article.authors);
    json.listField("agency", article.agencies);
    writeDateField(json, "published", article.published);
    writeDateField(json, "updated", article.updated);
    json.knownField("published_basis", article.publishedBasis ? model::nameOf(*article.publishedBasis) : QString());
    json.knownField("dateline", article.dateline.value_or(QString()));
    json.knownField("url", article.url.value_or(QString()));
    json.knownField("language", article.language.value_or(QString()));
    if (!article.corrections.isEmpty())
        json.listField("corrections", article.corrections);
}

} // namespace variorum::report
