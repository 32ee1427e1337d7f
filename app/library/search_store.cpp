// A search is one statement: the rows that hold the words (FTS5), or all rows where there are no words, and of these
// those for which every condition holds. The pieces of SQL are constants; what a person typed is bound.
//
//     ferry value:>100     FROM search_words JOIN search_row ... WHERE search_words MATCH '"ferry"'
//                          AND row.subject = 'statement' AND EXISTS (SELECT 1 FROM slot ... high > 100)

#include "library/search_store.h"

#include "model/names.h"

#include <algorithm>

namespace variorum::library {

namespace {

constexpr char kRemoveWords[] = "DELETE FROM search_words WHERE rowid IN (SELECT id FROM search_row WHERE article_id IS ? AND subject = ? AND (? < 0 OR number = ?))";
constexpr char kRemoveRows[] = "DELETE FROM search_row WHERE article_id IS ? AND subject = ? AND (? < 0 OR number = ?)";
constexpr char kAddRow[] = "INSERT INTO search_row (subject, article_id, number) VALUES (?, ?, ?)";
constexpr char kAddWords[] = "INSERT INTO search_words (rowid, title, text) VALUES (?, ?, ?)";
constexpr char kArticle[] = "SELECT title, text FROM newest_article WHERE article_id = ?";
constexpr char kNotIndexed[] = "SELECT id FROM article WHERE id IN (SELECT article_id FROM article_version) "
                               "AND NOT EXISTS (SELECT 1 FROM search_row WHERE article_id = article.id AND subject = 'article') LIMIT ?";
constexpr char kStatementsOf[] = "SELECT statement.id, statement.text FROM statement JOIN analysis ON analysis.id = analysis_id JOIN article_version ON article_version.id = version_id WHERE article_id = ?";

constexpr int kMostRanked = 2000;
constexpr qsizetype kExcerptSize = 240;

/// WHERE, piece by piece.
struct Conditions {
    QStringList sql;
    QVariantList values;

    void add(const char *condition, const QVariantList &bound = {})
    {
        sql.append(QLatin1String(condition));
        values.append(bound);
    }
    /// One of several.
    template<typename Values, typename Bind>
    void addAny(const char *before, const char *each, const char *after, const Values &wanted, const Bind &bind)
    {
        QStringList either;
        for (const auto &value : wanted) {
            either.append(QLatin1String(each));
            values.append(bind(value));
        }
        sql.append(QLatin1String(before) + u'(' + either.join(QLatin1String(" OR ")) + u')' + QLatin1String(after));
    }
};

QString likePattern(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'%', QLatin1String("\\%")).replace(u'_', QLatin1String("\\_"));
    return u'%' + text + u'%';
}

/// FTS5's own language: each group of words in quotes.
QString matchOf(const SearchQuery &query)
{
    QStringList wanted;
    QStringList unwanted;
    for (const SearchWords &words : query.words) {
        QString text = words.text;
        text.replace(u'"', QLatin1String(" "));
        text.remove(QChar(u'\0'));
        (words.isExcluded ? unwanted : wanted).append(u'"' + text + u'"' + (words.isPrefix ? QStringLiteral(" *") : QString()));
    }
    if (wanted.isEmpty())
        return {}; // NOT needs something to take from
    QString match = wanted.join(QLatin1String(" AND "));
    for (const QString &words : unwanted)
        match = u'(' + match + QLatin1String(") NOT ") + words;
    return match;
}

void addValue(const ValueRange &range, Conditions &conditions)
{
    // A quantity is an interval; it is found where it reaches into the range.
    QString sql = QStringLiteral("EXISTS (SELECT 1 FROM slot JOIN analysis ON analysis.id = slot.analysis_id JOIN article_version AS read ON read.id = analysis.version_id "
                                 "WHERE read.article_id = row.article_id AND slot.statement_id = row.number AND slot.bound IS NOT NULL AND slot.is_ordinal = 0");
    if (range.low) {
        sql += range.includesLow ? QStringLiteral(" AND coalesce(slot.high, slot.value, CASE WHEN slot.low IS NOT NULL THEN 9e999 END) >= ?")
                                 : QStringLiteral(" AND coalesce(slot.high, slot.value, CASE WHEN slot.low IS NOT NULL THEN 9e999 END) > ?");
        conditions.values.append(*range.low);
    }
    if (range.high) {
        sql += range.includesHigh ? QStringLiteral(" AND coalesce(slot.low, slot.value, CASE WHEN slot.high IS NOT NULL THEN -9e999 END) <= ?")
                                  : QStringLiteral(" AND coalesce(slot.low, slot.value, CASE WHEN slot.high IS NOT NULL THEN -9e999 END) < ?");
        conditions.values.append(*range.high);
    }
    conditions.sql.append(sql + u')');
}

constexpr char kOfClaim[] = "EXISTS (SELECT 1 FROM statement JOIN analysis ON analysis.id = statement.analysis_id JOIN article_version AS read ON read.id = analysis.version_id "
                            "JOIN claim_statement AS cs ON cs.article_id = read.article_id AND cs.field = statement.field AND cs.span_begin = statement.span_begin AND cs.span_end = statement.span_end "
                            "JOIN divergence ON divergence.comparison_id = cs.comparison_id AND divergence.claim_id = cs.claim_id "
                            "WHERE read.article_id = row.article_id AND statement.id = row.number AND ";
constexpr char kOfWork[] = "EXISTS (SELECT 1 FROM article JOIN article_version AS read ON read.article_id = article.id JOIN work_anchor AS anchor ON anchor.sha256 = read.sha256 AND anchor.part = article.part "
                           "JOIN work ON work.id = anchor.work_id WHERE article.id = row.article_id AND (anchor.text = '' OR (row.subject = 'statement' AND anchor.text = words.text)) AND ";

Conditions conditionsOf(const SearchQuery &query)
{
    Conditions conditions;
    if (!query.outlets.isEmpty())
        conditions.addAny("EXISTS (SELECT 1 FROM newest_article WHERE article_id = row.article_id AND ", "outlet LIKE ? ESCAPE '\\'", ")", query.outlets, likePattern);
    if (query.before)
        conditions.add("EXISTS (SELECT 1 FROM newest_article WHERE article_id = row.article_id AND substr(published, 1, 10) < ?)", {query.before->toString(Qt::ISODate)});
    if (query.after)
        conditions.add("EXISTS (SELECT 1 FROM newest_article WHERE article_id = row.article_id AND substr(published, 1, 10) >= ?)", {query.after->toString(Qt::ISODate)});
    for (const ValueRange &range : query.values)
        addValue(range, conditions);
    if (!query.kinds.empty())
        conditions.addAny(kOfClaim, "divergence.kind = ?", ")", query.kinds, [](model::DivergenceKind kind) { return model::nameOf(kind); });
    if (!query.severities.empty())
        conditions.addAny(kOfClaim, "divergence.severity = ?", ")", query.severities, [](model::Severity severity) { return model::nameOf(severity); });
    if (!query.tags.isEmpty())
        conditions.addAny(kOfWork, "(work.kind = 'tag' AND work.name = ? COLLATE NOCASE)", ")", query.tags, [](const QString &tag) { return tag; });
    if (!query.verdicts.empty())
        conditions.addAny(kOfWork, "(work.kind = 'verdict' AND work.value = ?)", ")", query.verdicts, [](model::Verdict verdict) { return model::nameOf(verdict); });
    if (!query.values.empty() || !query.kinds.empty() || !query.severities.empty())
        conditions.add("row.subject = 'statement'");
    return conditions;
}

/// The words around the first mark, whole words at both ends, with the marks in them.
void cutExcerpt(SearchHit &hit, const QString &text, const std::vector<base::TextSpan> &marks)
{
    qsizetype begin = marks.empty() ? 0 : std::max<qsizetype>(0, marks.front().begin - kExcerptSize / 3);
    while (begin > 0 && !text.at(begin - 1).isSpace())
        --begin;
    qsizetype end = std::min(text.size(), begin + kExcerptSize);
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    hit.excerpt = text.mid(begin, end - begin);
    for (const base::TextSpan &mark : marks) {
        if (mark.begin >= begin && mark.end <= end)
            hit.marks.push_back({mark.begin - begin, mark.end - begin});
    }
}

void markArticle(SearchHit &hit, const SearchQuery &query, const QString &text)
{
    const std::vector<base::TextSpan> inText = marksOf(query, text);
    const std::vector<base::TextSpan> inTitle = inText.empty() ? marksOf(query, hit.title) : std::vector<base::TextSpan>();
    const bool isInTitle = !inTitle.empty();
    const std::vector<base::TextSpan> &marks = isInTitle ? inTitle : inText;
    hit.place.field = isInTitle ? model::TextField::Title : model::TextField::Text;
    if (!marks.empty())
        hit.place.span = marks.front();
    cutExcerpt(hit, isInTitle ? hit.title : text, marks);
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

base::Result<void> SearchStore::indexArticle(base::ArticleId id)
{
    const QString subject = QStringLiteral("article");
    for (const char *remove : {kRemoveWords, kRemoveRows}) {
        if (const auto removed = Query(m_connection, remove).run(id.value, subject, -1, -1); !removed)
            return removed;
    }
    QString title;
    QString text;
    {
        Query query(m_connection, kArticle);
        if (const auto run = query.run(id.value); !run)
            return run;
        if (!query.next())
            return query.end();
        title = query.text();
        text = query.text();
    }
    return add("article", id.value, 0, title, text);
}

base::Result<void> SearchStore::removeStatements(base::ArticleId id)
{
    const QString subject = QStringLiteral("statement");
    for (const char *remove : {kRemoveWords, kRemoveRows}) {
        if (const auto removed = Query(m_connection, remove).run(id.value, subject, -1, -1); !removed)
            return removed;
    }
    return {};
}

base::Result<void> SearchStore::indexStatements(base::ArticleId id, const std::vector<std::pair<qint64, QString>> &statements)
{
    if (const auto removed = removeStatements(id); !removed)
        return removed;
    for (const auto &[number, text] : statements) {
        if (const auto added = add("statement", id.value, number, QString(), text); !added)
            return added;
    }
    return {};
}

base::Result<void> SearchStore::indexNote(qint64 work, const QString &words)
{
    const QString subject = QStringLiteral("note");
    for (const char *remove : {kRemoveWords, kRemoveRows}) {
        if (const auto removed = Query(m_connection, remove).run(std::optional<qint64>(), subject, work, work); !removed)
            return removed;
    }
    return words.isEmpty() ? base::Result<void>() : add("note", {}, work, QString(), words);
}

base::Result<int> SearchStore::countMissing() const
{
    const auto count = m_connection.single(QStringLiteral("SELECT count(*) FROM article WHERE id IN (SELECT article_id FROM article_version) "
                                                          "AND NOT EXISTS (SELECT 1 FROM search_row WHERE article_id = article.id AND subject = 'article')"));
    return count ? base::Result<int>(count->toInt()) : base::Result<int>(count.error());
}

base::Result<int> SearchStore::indexMissing(int most)
{
    std::vector<base::ArticleId> missing;
    {
        Query query(m_connection, kNotIndexed);
        if (const auto run = query.run(most); !run)
            return run.error();
        while (query.next())
            missing.push_back(base::ArticleId{query.integer()});
        if (const auto end = query.end(); !end)
            return end.error();
    }
    for (const base::ArticleId id : missing) {
        std::vector<std::pair<qint64, QString>> statements;
        {
            Query query(m_connection, kStatementsOf);
            if (const auto run = query.run(id.value); !run)
                return run.error();
            while (query.next()) {
                const qint64 number = query.integer();
                statements.emplace_back(number, query.text());
            }
        }
        if (const auto indexed = indexStatements(id, statements); !indexed)
            return indexed.error();
        if (const auto indexed = indexArticle(id); !indexed)
            return indexed.error();
    }
    return static_cast<int>(missing.size());
}

base::Result<std::vector<SearchHit>> SearchStore::search(const SearchQuery &query, int most) const
{
    const QString match = matchOf(query);
    Conditions conditions = conditionsOf(query);
    bool isRanked = false;
    if (!match.isEmpty()) {
        const auto count = m_connection.single(QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT %1)").arg(kMostRanked + 1), {match});
        if (!count)
            return count.error();
        isRanked = count->toInt() <= kMostRanked;
        conditions.sql.prepend(QStringLiteral("words.search_words MATCH ?"));
        conditions.values.prepend(match);
    }
    if (conditions.sql.isEmpty())
        return std::vector<SearchHit>();
    Query rows(m_connection, QStringLiteral("SELECT row.subject, row.article_id, row.number, coalesce(edit.outlet, read.outlet, ''), coalesce(edit.title, read.title, ''), words.text, "
                                            "statement.field, statement.span_begin, statement.span_end "
                                            "FROM search_words AS words CROSS JOIN search_row AS row ON row.id = words.rowid "
                                            // not the view newest_article: outer joined, all of it would be made for each search
                                            "LEFT JOIN article_version AS read ON read.article_id = row.article_id AND read.version = (SELECT max(version) FROM article_version WHERE article_id = row.article_id) "
                            "LEFT JOIN article_edit AS edit ON edit.article_id = row.article_id "
                                            "LEFT JOIN analysis ON row.subject = 'statement' AND analysis.version_id = read.id "
                                            "LEFT JOIN statement ON statement.analysis_id = analysis.id AND statement.id = row.number "
                                            "WHERE %1 ORDER BY %2 LIMIT ?")
                             .arg(conditions.sql.join(QLatin1String(" AND ")), isRanked ? QStringLiteral("bm25(search_words, 4.0, 1.0), words.rowid") : QStringLiteral("words.rowid DESC")));
    conditions.values.append(most);
    if (const auto run = rows.runWith(conditions.values); !run)
        return run.error();
    std::vector<SearchHit> hits;
    while (rows.next()) {
        SearchHit hit;
        const QString subject = rows.text();
        const std::optional<qint64> article = rows.optionalInteger();
        const qint64 number = rows.integer();
        if (article)
            hit.article = base::ArticleId{*article};
        hit.outlet = rows.text();
        hit.title = rows.text();
        const QString text = rows.text();
        if (subject == QLatin1String("statement")) {
            hit.subject = SearchSubject::Statement;
            hit.statement = base::StatementId{number};
            hit.place.field = model::fromName<model::TextField>(rows.text()).value_or(model::TextField::Text);
            hit.place.span.begin = rows.integer();
            hit.place.span.end = rows.integer();
            cutExcerpt(hit, text, marksOf(query, text));
        } else if (subject == QLatin1String("note")) {
            hit.subject = SearchSubject::Note;
            hit.work = number;
            cutExcerpt(hit, text, marksOf(query, text));
        } else {
            markArticle(hit, query, text);
        }
        hits.push_back(std::move(hit));
    }
    if (const auto end = rows.end(); !end)
        return end.error();
    return hits;
}

} // namespace variorum::library
