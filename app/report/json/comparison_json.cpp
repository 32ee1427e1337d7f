// formats/comparison-json.md, version 1. Every list keeps the comparison's order.

#include "model/names.h"
#include "report/json/model_json.h"
#include "report/report.h"

#include <map>
#include <unordered_map>

namespace variorum::report {

namespace {

using base::ArticleId;

/// The document's numbers of a list's items, which count from 1 along it: the comparison's ids have gaps.
template<typename Kind>
class Numbers {
public:
    template<typename Items>
    explicit Numbers(const Items &items)
    {
        m_numbers.reserve(items.size());
        for (const auto &item : items)
            m_numbers.emplace(item.id, base::Id<Kind>{static_cast<qint64>(m_numbers.size()) + 1});
    }

    /// The id itself where the list does not have it.
    [[nodiscard]] base::Id<Kind> of(base::Id<Kind> id) const
    {
        const auto found = m_numbers.find(id);
        return found == m_numbers.end() ? id : found->second;
    }

    [[nodiscard]] std::optional<base::Id<Kind>> of(const std::optional<base::Id<Kind>> &id) const { return id ? std::optional(of(*id)) : std::nullopt; }

private:
    std::unordered_map<base::Id<Kind>, base::Id<Kind>> m_numbers;
};

/// One comparison on its way into a document.
class ComparisonWriter {
public:
    explicit ComparisonWriter(const model::Comparison &comparison);
    [[nodiscard]] QByteArray write();

private:
    template<typename Items, typename WriteItem>
    void writeList(const char *name, const Items &items, WriteItem writeItem);

    void writeArticle(const model::Article &article);
    void writeStory(const model::Story &story);
    void writeEntity(const model::Entity &entity);
    void writeNumbered(model::Statement statement);
    void writeNumbered(model::Quote quote);
    void writeClaim(const model::Claim &claim);
    void writeDivergence(const model::Divergence &divergence);
    void writeValue(const model::DivergentValue &value);
    void writeProblems();
    void writePlace(ArticleId article, const model::TextPlace &place);
    [[nodiscard]] const CodePoints &codePointsOf(ArticleId article) const;

    const model::Comparison &m_comparison;
    const Numbers<base::StoryKind> m_stories;
    const Numbers<base::EntityKindTag> m_entities;
    const Numbers<base::StatementKind> m_statements;
    const Numbers<base::QuoteKind> m_quotes;
    const Numbers<base::ClaimKind> m_claims;
    const Numbers<base::DivergenceKindTag> m_divergences;
    JsonWriter m_json{3}; // the object, its lists, and one item a line
    std::unordered_map<ArticleId, CodePoints> m_codePoints;
    CodePoints m_noText{model::Article{}};
};

ComparisonWriter::ComparisonWriter(const model::Comparison &comparison)
    : m_comparison(comparison)
    , m_stories(comparison.stories)
    , m_entities(comparison.entities)
    , m_statements(comparison.statements)
    , m_quotes(comparison.quotes)
    , m_claims(comparison.claims)
    , m_divergences(comparison.divergences)
{
    m_codePoints.reserve(comparison.articles.size());
    for (const model::Article &article : comparison.articles) {
        if (article.id)
            m_codePoints.emplace(*article.id, CodePoints(article));
    }
}

const CodePoints &ComparisonWriter::codePointsOf(ArticleId article) const
{
    const auto found = m_codePoints.find(article);
    return found == m_codePoints.end() ? m_noText : found->second;
}

void ComparisonWriter::writePlace(ArticleId article, const model::TextPlace &place)
{
    m_json.field("article", article.value);
    codePointsOf(article).writePlace(m_json, place);
}

template<typename Items, typename WriteItem>
void ComparisonWriter::writeList(const char *name, const Items &items, WriteItem writeItem)
{
    m_json.key(name);
    m_json.beginArray();
    for (const auto &item : items)
        writeItem(item);
    m_json.endArray();
}

template<typename Pairs>
std::optional<ArticleId> partnerOf(const Pairs &pairs, std::optional<ArticleId> article)
{
    for (const auto &[one, other] : pairs) {
        if (article && one == *article)
            return other;
    }
    return std::nullopt;
}

void ComparisonWriter::writeArticle(const model::Article &article)
{
    m_json.beginObject();
    writeId(m_json, "id", article.id);
    m_json.field("path", article.path);
    m_json.field("part", article.part);
    if (!article.member.isEmpty())
        m_json.field("member", article.member);
    writeMetadataFields(m_json, article);
    m_json.knownField("media_type", article.mediaType);
    m_json.knownField("charset", article.charset.value_or(QString()));
    m_json.knownField("sha256", QString::fromLatin1(article.sha256.toHex()));
    m_json.field("outcome", model::nameOf(article.outcome));
    writeId(m_json, "duplicate_of", partnerOf(m_comparison.duplicateOf, article.id));
    writeId(m_json, "version_of", partnerOf(m_comparison.versionOf, article.id));
    m_json.key("copy_of");
    m_json.beginArray();
    for (const auto &[copier, source] : m_comparison.copyOf) {
        if (article.id && copier == *article.id)
            m_json.value(source.value);
    }
    m_json.endArray();
    m_json.field("text", article.text);
    m_json.endObject();
}

void ComparisonWriter::writeStory(const model::Story &story)
{
    m_json.beginObject();
    m_json.field("id", m_stories.of(story.id).value);
    m_json.knownField("title", story.title);
    writeList("articles", story.articles, [this](ArticleId id) { m_json.value(id.value); });
    writeDateField(m_json, "first_time", story.firstTime);
    writeDateField(m_json, "last_time", story.lastTime);
    m_json.endObject();
}

void ComparisonWriter::writeEntity(const model::Entity &entity)
{
    m_json.beginObject();
    m_json.field("id", m_entities.of(entity.id).value);
    m_json.field("kind", model::nameOf(entity.kind));
    m_json.field("name", entity.name);
    m_json.listField("aliases", entity.aliases);
    writeList("mentions", entity.mentions, [this](const model::Mention &mention) {
        m_json.beginObject();
        writePlace(mention.article, mention.place);
        if (mention.isPronoun)
            m_json.field("pronoun", true);
        m_json.endObject();
    });
    m_json.endObject();
}

void ComparisonWriter::writeNumbered(model::Statement statement)
{
    statement.id = m_statements.of(statement.id);
    statement.within = m_statements.of(statement.within);
    statement.quote = m_quotes.of(statement.quote);
    for (model::Origin &origin : statement.origins)
        origin.entity = m_entities.of(origin.entity);
    for (model::Slot &slot : statement.slots)
        slot.entity = m_entities.of(slot.entity);
    writeStatement(m_json, statement, statement.article, codePointsOf(statement.article));
}

void ComparisonWriter::writeNumbered(model::Quote quote)
{
    quote.speakerEntity = m_entities.of(quote.speakerEntity);
    m_json.beginObject();
    m_json.field("id", m_quotes.of(quote.id).value);
    m_json.field("article", quote.article.value);
    writeQuoteFields(m_json, quote, codePointsOf(quote.article));
    m_json.endObject();
}

void ComparisonWriter::writeClaim(const model::Claim &claim)
{
    m_json.beginObject();
    m_json.field("id", m_claims.of(claim.id).value);
    m_json.field("story", m_stories.of(claim.story).value);
    m_json.field("text", claim.text);
    writeList("statements", claim.statements, [this](base::StatementId id) { m_json.value(m_statements.of(id).value); });
    m_json.field("status", model::nameOf(claim.status));
    m_json.field("independent_origins", claim.independentOrigins);
    writeList("silent", claim.silent, [this](ArticleId id) { m_json.value(id.value); });
    m_json.key("why");
    m_json.beginObject();
    m_json.knownField("rule", claim.why.rule);
    writeList("aligned", claim.why.aligned, [this](const auto &pair) {
        m_json.beginArray();
        m_json.value(pair.first);
        m_json.value(pair.second);
        m_json.endArray();
    });
    m_json.field("score", claim.why.score);
    m_json.field("threshold", claim.why.threshold);
    m_json.endObject();
    m_json.endObject();
}

void ComparisonWriter::writeValue(const model::DivergentValue &value)
{
    m_json.beginObject();
    m_json.knownField("value", value.value);
    m_json.listField("origins", value.origins);
    m_json.field("independent_origins", value.independentOrigins);
    writeList("evidence", value.evidence, [this](const model::Evidence &evidence) {
        m_json.beginObject();
        m_json.field("statement", m_statements.of(evidence.statement).value);
        writePlace(evidence.article, evidence.place);
        m_json.endObject();
    });
    m_json.endObject();
}

void ComparisonWriter::writeDivergence(const model::Divergence &divergence)
{
    m_json.beginObject();
    m_json.field("id", m_divergences.of(divergence.id).value);
    m_json.field("claim", m_claims.of(divergence.claim).value);
    m_json.field("kind", model::nameOf(divergence.kind));
    m_json.field("severity", model::nameOf(divergence.severity));
    m_json.field("update", divergence.isUpdate);
    m_json.knownField("rule", divergence.rule);
    m_json.knownField("why", divergence.why);
    writeList("values", divergence.values, [this](const model::DivergentValue &value) { writeValue(value); });
    m_json.endObject();
}

void ComparisonWriter::writeProblems()
{
    m_json.key("problems");
    m_json.beginArray();
    for (const model::Article &article : m_comparison.articles) {
        for (const base::Error &problem : article.problems) {
            m_json.beginObject();
            m_json.field("path", article.path);
            m_json.field("part", article.part);
            if (!article.member.isEmpty())
                m_json.field("member", article.member);
            m_json.field("outcome", model::nameOf(article.outcome));
            m_json.field("code", base::errorCodeName(problem.code));
            m_json.field("message", base::describe(problem));
            m_json.endObject();
        }
    }
    m_json.endArray();
}

QByteArray ComparisonWriter::write()
{
    m_json.beginObject();
    m_json.field("format", QStringLiteral("variorum-comparison"));
    m_json.field("version", 1);
    m_json.field("generator", QStringLiteral("variorum " VARIORUM_VERSION));
    m_json.knownField("engine", m_comparison.engine);
    writeList("articles", m_comparison.articles, [this](const auto &article) { writeArticle(article); });
    writeList("stories", m_comparison.stories, [this](const auto &story) { writeStory(story); });
    writeList("entities", m_comparison.entities, [this](const auto &entity) { writeEntity(entity); });
    writeList("statements", m_comparison.statements, [this](const model::Statement &statement) { writeNumbered(statement); });
    writeList("quotes", m_comparison.quotes, [this](const model::Quote &quote) { writeNumbered(quote); });
    writeList("claims", m_comparison.claims, [this](const auto &claim) { writeClaim(claim); });
    writeList("divergences", m_comparison.divergences, [this](const auto &divergence) { writeDivergence(divergence); });
    writeProblems();
    m_json.endObject();
    return m_json.take();
}

} // namespace

QByteArray writeJson(const model::Comparison &comparison)
{
    return ComparisonWriter(comparison).write();
}

} // namespace variorum::report
