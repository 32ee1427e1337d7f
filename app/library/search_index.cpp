// What search asks is made here, from what the other tables hold: marks first, rows later.
//
//     storeFile   version 2 of article 7      search_pending  7 article, 7 statement
//     storeFacts  of article 7                search_pending  7 article, 7 statement
//     ... some articles later, in one transaction: the old rows of 7 go, the new ones come, the marks go
//
// Killed between, the marks are there at the next opening.

#include "library/search_store.h"

#include "model/names.h"

#include <map>
#include <tuple>

namespace variorum::library {

namespace {

constexpr char kArticleSubject[] = "article";
constexpr char kStatementSubject[] = "statement";
constexpr char kNoteSubject[] = "note";

constexpr char kRemoveWords[] = "DELETE FROM search_words WHERE rowid IN (SELECT id FROM search_row WHERE article_id IS ? AND subject = ? AND (? IS NULL OR number = ?))";
constexpr char kRemoveRows[] = "DELETE FROM search_row WHERE article_id IS ? AND subject = ? AND (? IS NULL OR number = ?)";
constexpr char kAddRow[] = "INSERT INTO search_row (subject, article_id, number) VALUES (?, ?, ?)";
constexpr char kAddWords[] = "INSERT INTO search_words (rowid, title, text) VALUES (?, ?, ?)";
constexpr char kMark[] = "INSERT OR IGNORE INTO search_pending (article_id, subject) VALUES (?, ?)";
constexpr char kCountMarks[] = "SELECT count(*) FROM search_pending";
constexpr char kMarks[] = "SELECT article_id, subject FROM search_pending WHERE article_id IN (SELECT DISTINCT article_id FROM search_pending ORDER BY article_id LIMIT ?) ORDER BY article_id, subject";
constexpr char kRemoveMark[] = "DELETE FROM search_pending WHERE article_id = ? AND subject = ?";
constexpr char kArticle[] = "SELECT coalesce(outlet, ''), coalesce(title, ''), coalesce(substr(published, 1, 10), ''), text FROM newest_article WHERE article_id = ?";
constexpr char kPutArticle[] = "INSERT INTO search_article (article_id, outlet, title, day) VALUES (?, ?, ?, ?) "
                               "ON CONFLICT (article_id) DO UPDATE SET outlet = excluded.outlet, title = excluded.title, day = excluded.day";
constexpr char kStatements[] = "SELECT statement.id, statement.text FROM article_version JOIN analysis ON version_id = article_version.id JOIN statement ON analysis_id = analysis.id WHERE article_id = ?";
// An end that is open is the greatest number there is: an infinite one could not be exported.
constexpr char kAddValues[] = "INSERT INTO search_value (row_id, ordinal, low, high) "
                              "SELECT row.id, slot.ordinal, coalesce(slot.low, slot.value, -1.7976931348623157e308), coalesce(slot.high, slot.value, 1.7976931348623157e308) "
                              "FROM article_version AS read JOIN analysis ON version_id = read.id JOIN slot ON analysis_id = analysis.id "
                              "CROSS JOIN search_row AS row ON row.article_id = read.article_id AND row.subject = 'statement' AND row.number = slot.statement_id "
                              "WHERE read.article_id = ? AND slot.bound IS NOT NULL AND slot.is_ordinal = 0 AND coalesce(slot.low, slot.value, slot.high) IS NOT NULL";
constexpr char kDivergentWords[] = "SELECT words.article_id, words.field, words.span_begin, words.span_end, divergence.kind, divergence.severity FROM divergence "
                                   "JOIN claim_statement AS words ON words.comparison_id = divergence.comparison_id AND words.claim_id = divergence.claim_id "
                                   "WHERE divergence.comparison_id = ? ORDER BY words.article_id";
constexpr char kPlaces[] = "SELECT row.id, statement.field, statement.span_begin, statement.span_end FROM article_version AS read JOIN analysis ON version_id = read.id JOIN statement ON analysis_id = analysis.id "
                           "CROSS JOIN search_row AS row ON row.article_id = read.article_id AND row.subject = 'statement' AND row.number = statement.id WHERE read.article_id = ?";
// After an article was analysed again: of the comparison that is there.
constexpr char kAddFindingsOf[] = "INSERT OR IGNORE INTO search_finding (row_id, kind, severity, comparison_id) "
                                  "SELECT row.id, divergence.kind, divergence.severity, divergence.comparison_id FROM claim_statement AS words "
                                  "JOIN divergence ON divergence.comparison_id = words.comparison_id AND divergence.claim_id = words.claim_id "
                                  "JOIN article_version AS read ON read.article_id = words.article_id JOIN analysis ON analysis.version_id = read.id "
                                  "JOIN statement ON statement.analysis_id = analysis.id AND statement.field = words.field AND statement.span_begin = words.span_begin AND statement.span_end = words.span_end "
                                  "JOIN search_row AS row ON row.article_id = words.article_id AND row.subject = 'statement' AND row.number = statement.id WHERE words.article_id = ?";
constexpr char kAddFinding[] = "INSERT OR IGNORE INTO search_finding (row_id, kind, severity, comparison_id) VALUES (?, ?, ?, ?)";

using Place = std::tuple<QString, qint64, qint64>;

/// The rows of an article's statements by their places.
base::Result<std::multimap<Place, qint64>> rowsByPlace(Connection &connection, qint64 article)
{
    Query query(connection, kPlaces);
    if (const auto run = query.run(article); !run)
        return run.error();
    std::multimap<Place, qint64> rows;
    while (query.next()) {
        const qint64 row = query.integer();
        const QString field = query.text();
        const qint64 begin = query.integer();
        rows.emplace(Place(field, begin, query.integer()), row);
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return rows;
}

} // namespace

base::Result<void> SearchStore::add(const char *subject, std::optional<qint64> article, qint64 number, const QString &title, const QString &text)
{
    qint64 id = 0;
    {
        Query row(m_connection, kAddRow);
        if (const auto run = row.run(QLatin1String(subject), article, number); !run)
            return run;
        id = row.insertedId();
    }
    return Query(m_connection, kAddWords).run(id, title, text);
}

base::Result<void> SearchStore::remove(std::optional<qint64> article, const char *subject, std::optional<qint64> number)
{
    for (const char *remove : {kRemoveWords, kRemoveRows}) {
        if (const auto removed = Query(m_connection, remove).run(article, QLatin1String(subject), number, number); !removed)
            return removed;
    }
    return {};
}

base::Result<void> SearchStore::markArticle(base::ArticleId id) { return Query(m_connection, kMark).run(id.value, QLatin1String(kArticleSubject)); }
base::Result<void> SearchStore::markStatements(base::ArticleId id) { return Query(m_connection, kMark).run(id.value, QLatin1String(kStatementSubject)); }

base::Result<int> SearchStore::countPending() const
{
    Query query(m_connection, kCountMarks);
    if (const auto run = query.run(); !run)
        return run.error();
    return query.next() ? static_cast<int>(query.integer()) : 0;
}

base::Result<void> SearchStore::indexPending(int most)
{
    std::vector<std::pair<base::ArticleId, QString>> marks;
    {
        Query query(m_connection, kMarks);
        if (const auto run = query.run(most); !run)
            return run;
        while (query.next()) {
            const base::ArticleId id{query.integer()};
            marks.emplace_back(id, query.text());
        }
        if (const auto end = query.end(); !end)
            return end;
    }
    for (const auto &[id, subject] : marks) {
        if (const auto indexed = subject == QLatin1String(kArticleSubject) ? indexArticle(id) : indexStatements(id); !indexed)
            return indexed;
        if (const auto removed = Query(m_connection, kRemoveMark).run(id.value, subject); !removed)
            return removed;
    }
    return {};
}

base::Result<void> SearchStore::indexArticle(base::ArticleId id)
{
    if (const auto removed = remove(id.value, kArticleSubject, {}); !removed)
        return removed;
    Query query(m_connection, kArticle);
    if (const auto run = query.run(id.value); !run)
        return run;
    if (!query.next())
        return query.end();
    const QString outlet = query.text();
    const QString title = query.text();
    const QString day = query.text();
    if (const auto put = Query(m_connection, kPutArticle).run(id.value, outlet, title, day); !put)
        return put;
    return add(kArticleSubject, id.value, 0, title, query.text());
}

base::Result<void> SearchStore::indexStatements(base::ArticleId id)
{
    if (const auto removed = remove(id.value, kStatementSubject, {}); !removed)
        return removed;
    {
        Query query(m_connection, kStatements);
        if (const auto run = query.run(id.value); !run)
            return run;
        while (query.next()) {
            const qint64 number = query.integer();
            if (const auto added = add(kStatementSubject, id.value, number, QString(), query.text()); !added)
                return added;
        }
        if (const auto end = query.end(); !end)
            return end;
    }
    if (const auto added = Query(m_connection, kAddValues).run(id.value); !added)
        return added;
    return Query(m_connection, kAddFindingsOf).run(id.value);
}

base::Result<void> SearchStore::indexNote(qint64 work, const QString &words)
{
    if (const auto removed = remove({}, kNoteSubject, work); !removed)
        return removed;
    return words.isEmpty() ? base::Result<void>() : add(kNoteSubject, {}, work, QString(), words);
}

base::Result<void> SearchStore::indexFindings(qint64 comparison)
{
    Query words(m_connection, kDivergentWords);
    if (const auto run = words.run(comparison); !run)
        return run;
    std::optional<qint64> known;
    std::multimap<Place, qint64> rows; // of article `known`
    while (words.next()) {
        const qint64 article = words.integer();
        const QString field = words.text();
        const qint64 begin = words.integer();
        const Place place(field, begin, words.integer());
        const QString kind = words.text();
        const QString severity = words.text();
        if (known != article) {
            auto found = rowsByPlace(m_connection, article);
            if (!found)
                return found.error();
            rows = std::move(*found);
            known = article;
        }
        for (auto [row, last] = rows.equal_range(place); row != last; ++row) {
            if (const auto added = Query(m_connection, kAddFinding).run(row->second, kind, severity, comparison); !added)
                return added;
        }
    }
    return words.end();
}

} // namespace variorum::library
