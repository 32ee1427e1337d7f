// Facts come and go whole: replace() takes out an analysis with all its rows and writes the new one.

#include "library/facts_store.h"

#include "library/facts_rows.h"

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

} // namespace

base::Result<std::optional<Facts>> FactsStore::facts(qint64 versionId, const FactsKey &key, const TextSizes &sizes)
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
    auto facts = readFacts(m_connection, *analysis, m_pool);
    if (facts && *facts && !areConsistent(**facts, sizes))
        return std::optional<Facts>();
    return facts;
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
    return writeFacts(m_connection, analysis, facts);
}

} // namespace variorum::library
