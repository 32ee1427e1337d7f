#include "library/comparison_store.h"

#include "library/stored_forms.h"
#include "model/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <unordered_map>

namespace variorum::library {

namespace {

using model::Comparison;

constexpr char kRemove[] = "DELETE FROM comparison WHERE folder_id = ?";
constexpr char kAdd[] = "INSERT INTO comparison (folder_id, engine) VALUES (?, ?)";
constexpr char kAddStory[] = "INSERT INTO story (comparison_id, id, title, articles) VALUES (?, ?, ?, ?)";
constexpr char kAddClaim[] = "INSERT INTO claim (comparison_id, id, story_id, text, status, independent_origins, silent, rule, score, threshold) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddStatement[] = "INSERT INTO claim_statement (comparison_id, claim_id, ordinal, article_id, field, span_begin, span_end, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddDivergence[] = "INSERT INTO divergence (comparison_id, id, claim_id, kind, severity, is_update, rule, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddValue[] = "INSERT INTO divergent_value (comparison_id, divergence_id, ordinal, value, origins, independent_origins) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kAddEvidence[] = "INSERT INTO evidence (comparison_id, divergence_id, value_ordinal, ordinal, article_id, field, span_begin, span_end, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kCountClaims[] = "SELECT count(*) FROM folder JOIN comparison ON folder_id = folder.id JOIN claim ON comparison_id = comparison.id WHERE folder.path = ?";
// Not by the view newest_article: outer joined, SQLite would make all of it for each question.
constexpr char kSources[] = "SELECT words.article_id, coalesce(edit.outlet, read.outlet, ''), coalesce(edit.title, read.title, ''), words.field, words.span_begin, words.span_end, words.text "
                            "FROM folder JOIN comparison ON folder_id = folder.id JOIN claim_statement AS words ON words.comparison_id = comparison.id "
                            "LEFT JOIN article_version AS read ON read.article_id = words.article_id AND read.version = (SELECT max(version) FROM article_version WHERE article_id = words.article_id) "
                            "LEFT JOIN article_edit AS edit ON edit.article_id = words.article_id WHERE folder.path = ? AND words.claim_id = ? ORDER BY words.ordinal";

QString storedIds(const std::vector<base::ArticleId> &ids)
{
    QJsonArray array;
    for (const base::ArticleId id : ids)
        array.append(id.value);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// One comparison on its way into the tables.
class Writing {
public:
    Writing(Connection &connection, qint64 id, const Comparison &comparison)
        : m_connection(connection)
        , m_id(id)
        , m_comparison(comparison)
    {
        for (const model::Statement &statement : comparison.statements)
            m_statements.emplace(statement.id, &statement);
        for (const model::Article &article : comparison.articles) {
            if (article.id)
                m_articles.emplace(*article.id, &article);
        }
    }

    base::Result<void> run()
    {
        Query addStory(m_connection, kAddStory);
        for (const model::Story &story : m_comparison.stories) {
            if (const auto added = addStory.run(m_id, story.id.value, story.title, storedIds(story.articles)); !added)
                return added;
        }
        for (const model::Claim &claim : m_comparison.claims) {
            if (const auto added = add(claim); !added)
                return added;
        }
        for (const model::Divergence &divergence : m_comparison.divergences) {
            if (const auto added = add(divergence); !added)
                return added;
        }
        return {};
    }

private:
    base::Result<void> add(const model::Claim &claim)
    {
        const auto added = Query(m_connection, kAddClaim).run(m_id, claim.id.value, claim.story.value, claim.text, model::nameOf(claim.status), claim.independentOrigins, storedIds(claim.silent), claim.why.rule, claim.why.score, claim.why.threshold);
        if (!added)
            return added;
        qint64 ordinal = 0;
        Query addStatement(m_connection, kAddStatement);
        for (const base::StatementId id : claim.statements) {
            const auto found = m_statements.find(id);
            if (found == m_statements.end())
                continue;
            const model::Statement &statement = *found->second;
            if (const auto run = addStatement.run(m_id, claim.id.value, ordinal++, statement.article.value, model::nameOf(statement.place.field), statement.place.span.begin, statement.place.span.end, statement.text); !run)
                return run;
        }
        return {};
    }

    base::Result<void> add(const model::Divergence &divergence)
    {
        const auto added = Query(m_connection, kAddDivergence).run(m_id, divergence.id.value, divergence.claim.value, model::nameOf(divergence.kind), model::nameOf(divergence.severity), divergence.isUpdate, divergence.rule, divergence.why);
        if (!added)
            return added;
        qint64 ordinal = 0;
        for (const model::DivergentValue &value : divergence.values) {
            if (const auto run = Query(m_connection, kAddValue).run(m_id, divergence.id.value, ordinal, value.value, storedList(value.origins), value.independentOrigins); !run)
                return run;
            if (const auto run = addEvidence(divergence.id, ordinal++, value.evidence); !run)
                return run;
        }
        return {};
    }

    base::Result<void> addEvidence(base::DivergenceId divergence, qint64 value, const std::vector<model::Evidence> &evidence)
    {
        qint64 ordinal = 0;
        Query add(m_connection, kAddEvidence);
        for (const model::Evidence &words : evidence) {
            const auto article = m_articles.find(words.article);
            const QString text = article == m_articles.end() ? QString() : model::textOf(*article->second, words.place.field).mid(words.place.span.begin, words.place.span.length());
            if (const auto run = add.run(m_id, divergence.value, value, ordinal++, words.article.value, model::nameOf(words.place.field), words.place.span.begin, words.place.span.end, text); !run)
                return run;
        }
        return {};
    }

    Connection &m_connection;
    qint64 m_id;
    const Comparison &m_comparison;
    std::unordered_map<base::StatementId, const model::Statement *> m_statements;
    std::unordered_map<base::ArticleId, const model::Article *> m_articles;
};

} // namespace

base::Result<int> ComparisonStore::claimCount(const QString &folder) const
{
    Query query(m_connection, kCountClaims);
    if (const auto run = query.run(folder); !run)
        return run.error();
    if (query.next())
        return static_cast<int>(query.integer());
    const auto end = query.end();
    return end ? base::Result<int>(0) : base::Result<int>(end.error());
}

base::Result<std::vector<ClaimSource>> ComparisonStore::sources(const QString &folder, base::ClaimId claim) const
{
    Query query(m_connection, kSources);
    if (const auto run = query.run(folder, claim.value); !run)
        return run.error();
    std::vector<ClaimSource> sources;
    while (query.next()) {
        ClaimSource source;
        source.article = base::ArticleId{query.integer()};
        source.outlet = query.text();
        source.title = query.text();
        source.place.field = model::fromName<model::TextField>(query.text()).value_or(model::TextField::Text);
        source.place.span.begin = query.integer();
        source.place.span.end = query.integer();
        source.text = query.text();
        sources.push_back(std::move(source));
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return sources;
}

base::Result<qint64> ComparisonStore::replace(qint64 folderId, const Comparison &comparison)
{
    if (const auto removed = Query(m_connection, kRemove).run(folderId); !removed)
        return removed.error();
    qint64 id = 0;
    {
        Query add(m_connection, kAdd);
        if (const auto run = add.run(folderId, comparison.engine); !run)
            return run.error();
        id = add.insertedId();
    }
    const auto written = Writing(m_connection, id, comparison).run();
    return written ? base::Result<qint64>(id) : base::Result<qint64>(written.error());
}

} // namespace variorum::library
