// formats/annotation-json.md: one article a line. Sentences are those of the text; a mention, time, quantity or quote
// that stands in the title says so by "in", since its offsets count there.

#include "report/json/annotation_json.h"

#include "model/names.h"
#include "report/json/model_json.h"

namespace variorum::report {

namespace {

class AnnotationWriter {
public:
    AnnotationWriter(JsonWriter &json, const model::Article &article)
        : m_json(json)
        , m_codePoints(article)
    {
    }

    void write(const Annotation &annotation);

private:
    template<typename Items, typename WriteFields>
    void writeList(const char *name, const Items &items, WriteFields writeFields);

    void writeSentence(const model::AnnotatedText &text, const model::Sentence &sentence);
    void writeToken(const model::AnnotatedText &text, const model::Token &token, int firstToken);
    void writeMention(const model::Entity &entity, const model::Mention &mention);
    void writeTime(const model::TimeMention &time);
    void writeQuantity(const model::QuantityMention &quantity);

    JsonWriter &m_json;
    CodePoints m_codePoints;
};

template<typename Items, typename WriteFields>
void AnnotationWriter::writeList(const char *name, const Items &items, WriteFields writeFields)
{
    m_json.key(name);
    m_json.beginArray();
    for (const auto &item : items) {
        m_json.beginObject();
        writeFields(item);
        m_json.endObject();
    }
    m_json.endArray();
}

void AnnotationWriter::writeToken(const model::AnnotatedText &text, const model::Token &token, int firstToken)
{
    m_json.beginObject();
    m_codePoints.writeSpan(m_json, model::TextField::Text, token.span);
    m_json.field("form", text.form(token).toString());
    m_json.knownField("lemma", text.lemma(token).toString());
    m_json.field("upos", QString(model::toString(token.upos)));
    m_json.knownField("xpos", token.xpos == model::Xpos::None ? QString() : QString(model::toString(token.xpos)));
    m_json.knownField("feats", text.features(token).toString());
    m_json.field("head", token.head ? *token.head - firstToken + 1 : 0);
    m_json.field("deprel", QString(model::toString(token.deprel)));
    m_json.endObject();
}

void AnnotationWriter::writeSentence(const model::AnnotatedText &text, const model::Sentence &sentence)
{
    m_codePoints.writeSpan(m_json, model::TextField::Text, sentence.span);
    m_json.key("tokens");
    m_json.beginArray();
    for (int index = sentence.firstToken; index < sentence.endToken; ++index)
        writeToken(text, text.tokens[static_cast<size_t>(index)], sentence.firstToken);
    m_json.endArray();
}

void AnnotationWriter::writeMention(const model::Entity &entity, const model::Mention &mention)
{
    m_json.beginObject();
    m_json.field("id", entity.id.value);
    m_json.field("kind", model::nameOf(entity.kind));
    m_json.field("name", entity.name);
    m_codePoints.writePlace(m_json, mention.place);
    if (mention.isPronoun)
        m_json.field("pronoun", true);
    m_json.knownField("role", mention.role);
    m_json.endObject();
}

/// Times are local to the place spoken of: no zone. Whole days are written as days.
QString isoMoment(const std::optional<QDateTime> &moment)
{
    if (!moment)
        return {};
    return moment->time() == QTime(0, 0) ? moment->date().toString(Qt::ISODate) : moment->toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

void AnnotationWriter::writeTime(const model::TimeMention &time)
{
    m_codePoints.writePlace(m_json, time.place);
    m_json.field("kind", model::nameOf(time.value.kind));
    m_json.knownField("value", time.value.timex);
    if (time.value.modifier != model::TimeValue::Modifier::None)
        m_json.field("mod", model::nameOf(time.value.modifier));
    m_json.knownField("from", isoMoment(time.value.from));
    m_json.knownField("to", isoMoment(time.value.to));
    m_json.knownField("rule", time.rule);
}

void AnnotationWriter::writeQuantity(const model::QuantityMention &quantity)
{
    m_codePoints.writePlace(m_json, quantity.place);
    m_json.field("value", quantity.value.value);
    m_json.field("low", quantity.value.low);
    m_json.field("high", quantity.value.high);
    m_json.field("comparison", model::nameOf(quantity.value.bound));
    m_json.knownField("unit", quantity.value.unit);
    m_json.knownField("of", quantity.value.counted);
    m_json.knownField("rule", quantity.rule);
}

void AnnotationWriter::write(const Annotation &annotation)
{
    const model::Facts &facts = annotation.facts;
    m_json.beginObject();
    writeList("sentences", annotation.text.sentences, [&](const model::Sentence &sentence) { writeSentence(annotation.text, sentence); });
    m_json.key("entities");
    m_json.beginArray();
    for (const model::Entity &entity : facts.entities) {
        for (const model::Mention &mention : entity.mentions)
            writeMention(entity, mention);
    }
    m_json.endArray();
    writeList("times", facts.times, [this](const model::TimeMention &time) { writeTime(time); });
    writeList("quantities", facts.quantities, [this](const model::QuantityMention &quantity) { writeQuantity(quantity); });
    writeList("quotes", facts.quotes, [this](const model::Quote &quote) {
        writeQuoteFields(m_json, quote, m_codePoints);
        m_json.knownField("rule", quote.rule);
    });
    m_json.key("statements");
    m_json.beginArray();
    for (const model::Statement &statement : facts.statements)
        writeStatement(m_json, statement, std::nullopt, m_codePoints);
    m_json.endArray();
    m_json.endObject();
}

void writeProblems(JsonWriter &json, const model::Article &article)
{
    json.key("problems");
    json.beginArray();
    for (const base::Error &problem : article.problems) {
        json.beginObject();
        json.field("code", base::errorCodeName(problem.code));
        json.field("message", base::describe(problem));
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArray writeArticleLine(const model::Article &article, const Annotation *annotation)
{
    JsonWriter json;
    json.beginObject();
    json.field("path", article.path);
    json.field("part", article.part);
    if (!article.member.isEmpty())
        json.field("member", article.member);
    json.field("outcome", model::nameOf(article.outcome));
    json.knownField("media_type", article.mediaType);
    json.knownField("charset", article.charset.value_or(QString()));
    json.knownField("sha256", QString::fromLatin1(article.sha256.toHex()));
    writeMetadataFields(json, article);
    json.key("sources");
    json.beginObject();
    for (const auto &[field, source] : article.metadataSources)
        json.field(model::nameOf(field).toLatin1().constData(), source);
    json.endObject();
    json.listField("captions", article.captions);
    json.field("text", article.text);
    writeProblems(json, article);
    json.key("annotation");
    if (annotation)
        AnnotationWriter(json, article).write(*annotation);
    else
        json.null();
    json.endObject();
    return json.take();
}

} // namespace variorum::report
