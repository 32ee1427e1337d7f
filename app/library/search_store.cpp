// A search is two questions. The first finds the rows that are shown, and looks at nothing but small tables; the second reads
// each of these, and only these. The pieces of SQL are constants; what a person typed is bound.
//
// The first begins where there is least to look at, and everything else is a condition on its rows:
//
//     ferry value:>100        search_words MATCH '"ferry"'     and the row has a value in search_value
//     verdict:refuted         the rows that the person's work leads to
//     severity:conflict       search_finding, newest first
//     value:>100              search_value, newest first
//     outlet:post             search_article; without words only whole articles are found
//
// Few enough words found are ranked (bm25); beyond that ranking costs more than it tells, and the newest come first.

#include "library/search_store.h"

#include "model/names.h"

#include <algorithm>
#include <limits>

namespace variorum::library {

namespace {

constexpr int kMostRanked = 2000;
constexpr qsizetype kExcerptSize = 240;

constexpr char kCount[] = "SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT ?)";
constexpr char kShown[] = "SELECT row.subject, row.article_id, row.number, coalesce(read.outlet, ''), coalesce(read.title, ''), words.text, statement.field, statement.span_begin, statement.span_end "
                          "FROM search_row AS row JOIN search_words AS words ON words.rowid = row.id LEFT JOIN search_article AS read ON read.article_id = row.article_id "
                          "LEFT JOIN article_version AS newest ON row.subject = 'statement' AND newest.article_id = row.article_id "
                          "AND newest.version = (SELECT max(version) FROM article_version WHERE article_id = row.article_id) "
                          "LEFT JOIN analysis ON analysis.version_id = newest.id LEFT JOIN statement ON statement.analysis_id = analysis.id AND statement.id = row.number WHERE row.id = ?";

// What the person's work leads to: an anchor without words to all rows of the article, one with words to the statements that
// have them. CROSS JOIN keeps the order, from the little that a person did to what it leads to.
constexpr char kOfWhole[] = "SELECT row.id FROM work CROSS JOIN work_anchor AS anchor ON anchor.work_id = work.id CROSS JOIN article_version AS bytes ON bytes.sha256 = anchor.sha256 "
                            "CROSS JOIN article ON article.id = bytes.article_id AND article.part = anchor.part CROSS JOIN search_row AS row ON row.article_id = article.id WHERE anchor.text = '' AND ";
constexpr char kOfWords[] = "SELECT row.id FROM work CROSS JOIN work_anchor AS anchor ON anchor.work_id = work.id CROSS JOIN article_version AS bytes ON bytes.sha256 = anchor.sha256 "
                            "CROSS JOIN article ON article.id = bytes.article_id AND article.part = anchor.part CROSS JOIN article_version AS read ON read.article_id = article.id "
                            "CROSS JOIN analysis ON analysis.version_id = read.id CROSS JOIN statement ON statement.analysis_id = analysis.id AND statement.text = anchor.text "
                            "CROSS JOIN search_row AS row ON row.article_id = article.id AND row.subject = 'statement' AND row.number = statement.id WHERE anchor.text <> '' AND ";

/// SQL and what is bound in it, in order.
struct Piece {
    QString sql;
    QVariantList values;

    Piece &operator+=(const Piece &other)
    {
        sql += other.sql;
        values += other.values;
        return *this;
    }
};

Piece operator+(Piece one, const Piece &other) { return one += other; }

Piece piece(const char *sql, const QVariantList &values = {}) { return {QLatin1String(sql), values}; }

/// (each OR each ...), one for each value.
template<typename Values, typename Bind>
Piece anyOf(const char *each, const Values &wanted, const Bind &bind)
{
    Piece any = piece("(");
    for (const auto &value : wanted) {
        any.sql += (any.values.isEmpty() ? QString() : QStringLiteral(" OR ")) + QLatin1String(each);
        any.values.append(bind(value));
    }
    return any + piece(")");
}

Piece allOf(const std::vector<Piece> &pieces)
{
    Piece all;
    for (const Piece &each : pieces)
        all += Piece{all.sql.isEmpty() ? QString() : QStringLiteral(" AND "), {}} + each;
    return all;
}

QString likePattern(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'%', QLatin1String("\\%")).replace(u'_', QLatin1String("\\_"));
    return u'%' + text + u'%';
}

/// FTS5's own language: each group of words in quotes.
QString quoted(const SearchWords &words)
{
    QString text = words.text;
    text.replace(u'"', QLatin1String(" "));
    text.remove(QChar(u'\0'));
    return u'"' + text + u'"' + (words.isPrefix ? QStringLiteral(" *") : QString());
}

/// What is looked for, and what is left out.
std::pair<QString, QString> matchOf(const SearchQuery &query)
{
    QStringList wanted;
    QStringList unwanted;
    for (const SearchWords &words : query.words)
        (words.isExcluded ? unwanted : wanted).append(quoted(words));
    if (wanted.isEmpty())
        return {QString(), unwanted.join(QLatin1String(" OR "))}; // NOT needs something to take from
    QString match = wanted.join(QLatin1String(" AND "));
    for (const QString &words : unwanted)
        match = u'(' + match + QLatin1String(") NOT ") + words;
    return {match, QString()};
}

/// On search_value: a quantity is an interval, and is found where it reaches into the range.
Piece onValue(const ValueRange &range)
{
    const double low = range.low.value_or(-std::numeric_limits<double>::max());
    const double high = range.high.value_or(std::numeric_limits<double>::max());
    return {QStringLiteral("value.high %1 ? AND value.low %2 ?").arg(range.low && !range.includesLow ? QStringLiteral(">") : QStringLiteral(">="), range.high && !range.includesHigh ? QStringLiteral("<") : QStringLiteral("<=")),
            {low, high}};
}

/// On search_finding; nothing where no kind and no severity is asked for.
std::optional<Piece> onFinding(const SearchQuery &query)
{
    std::vector<Piece> pieces;
    if (!query.kinds.empty())
        pieces.push_back(anyOf("finding.kind = ?", query.kinds, [](model::DivergenceKind kind) { return model::nameOf(kind); }));
    if (!query.severities.empty())
        pieces.push_back(anyOf("finding.severity = ?", query.severities, [](model::Severity severity) { return model::nameOf(severity); }));
    return pieces.empty() ? std::nullopt : std::optional(allOf(pieces));
}

/// On search_article.
std::optional<Piece> onArticle(const SearchQuery &query)
{
    std::vector<Piece> pieces;
    if (!query.outlets.isEmpty())
        pieces.push_back(anyOf("read.outlet LIKE ? ESCAPE '\\'", query.outlets, likePattern));
    if (query.before)
        pieces.push_back(piece("read.day <> '' AND read.day < ?", {query.before->toString(Qt::ISODate)}));
    if (query.after)
        pieces.push_back(piece("read.day >= ?", {query.after->toString(Qt::ISODate)}));
    return pieces.empty() ? std::nullopt : std::optional(allOf(pieces));
}

/// Rows that the person's work leads to.
std::vector<Piece> ofWork(const SearchQuery &query)
{
    std::vector<Piece> pieces;
    const auto add = [&pieces](const Piece &which) { pieces.push_back(piece(kOfWhole) + which + piece(" UNION ALL ") + piece(kOfWords) + which); };
    if (!query.tags.isEmpty())
        add(anyOf("(work.kind = 'tag' AND work.name = ? COLLATE NOCASE)", query.tags, [](const QString &tag) { return tag; }));
    if (!query.verdicts.empty())
        add(anyOf("(work.kind = 'verdict' AND work.value = ?)", query.verdicts, [](model::Verdict verdict) { return model::nameOf(verdict); }));
    return pieces;
}

/// The first question on its way.
struct Plan {
    Piece from; ///< SELECT ... FROM ...
    QString id; ///< the row's
    std::vector<Piece> conditions;
    QString order;
};

/// Where the search begins; takes what it begins with out of the conditions that are left.
Plan beginning(const QString &match, bool isRanked, std::vector<Piece> &works, std::optional<Piece> &finding, std::vector<Piece> &values, std::optional<Piece> &article)
{
    if (!match.isEmpty())
        return {piece("SELECT words.rowid FROM search_words AS words"), QStringLiteral("words.rowid"), {{QStringLiteral("words.search_words MATCH ?"), {match}}}, isRanked ? QStringLiteral("bm25(search_words, 4.0, 1.0), words.rowid") : QStringLiteral("words.rowid DESC")};
    if (!works.empty()) {
        Plan plan{piece("SELECT mine.id FROM search_row AS mine"), QStringLiteral("mine.id"), {piece("mine.id IN (") + works.back() + piece(")")}, QStringLiteral("mine.id DESC")};
        works.pop_back();
        return plan;
    }
    if (finding) {
        Plan plan{piece("SELECT DISTINCT finding.row_id FROM search_finding AS finding"), QStringLiteral("finding.row_id"), {*finding}, QStringLiteral("finding.row_id DESC")};
        finding.reset();
        return plan;
    }
    if (!values.empty()) {
        Plan plan{piece("SELECT DISTINCT value.row_id FROM search_value AS value"), QStringLiteral("value.row_id"), {values.back()}, QStringLiteral("value.row_id DESC")};
        values.pop_back();
        return plan;
    }
    Plan plan{piece("SELECT whole.id FROM search_article AS read CROSS JOIN search_row AS whole ON whole.article_id = read.article_id AND whole.subject = 'article' AND whole.number = 0"), QStringLiteral("whole.id"), {}, QStringLiteral("whole.id DESC")};
    if (article)
        plan.conditions.push_back(*article);
    article.reset();
    return plan;
}

/// The first question; its last value, how many rows at most, is still to be bound.
Piece questionOf(const SearchQuery &query, const QString &match, const QString &unwanted, bool isRanked)
{
    std::vector<Piece> works = ofWork(query);
    std::optional<Piece> finding = onFinding(query);
    std::optional<Piece> article = onArticle(query);
    std::vector<Piece> values;
    for (const ValueRange &range : query.values)
        values.push_back(onValue(range));
    Plan plan = beginning(match, isRanked, works, finding, values, article);
    const auto ofRow = [&plan](const char *before, const Piece &condition, const char *after) { plan.conditions.push_back(Piece{QLatin1String(before).arg(plan.id), {}} + condition + piece(after)); };
    for (const Piece &work : works)
        ofRow("+%1 IN (", work, ")"); // + : FTS5 would be asked once for each
    if (finding)
        ofRow("EXISTS (SELECT 1 FROM search_finding AS finding WHERE finding.row_id = %1 AND ", *finding, ")");
    for (const Piece &value : values)
        ofRow("EXISTS (SELECT 1 FROM search_value AS value WHERE value.row_id = %1 AND ", value, ")");
    if (article) {
        plan.from += piece(" CROSS JOIN search_row AS row ON row.id = ") + Piece{plan.id, {}};
        plan.conditions.push_back(piece("row.article_id IN (SELECT read.article_id FROM search_article AS read WHERE ") + *article + piece(")"));
    }
    if (!unwanted.isEmpty())
        ofRow("%1 NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH ", {QStringLiteral("?"), {unwanted}}, ")");
    return plan.from + piece(" WHERE ") + allOf(plan.conditions) + Piece{QStringLiteral(" ORDER BY %1 LIMIT ?").arg(plan.order), {}};
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
    const std::vector<base::TextSpan> inText = marksOf(query, text, kExcerptSize);
    const std::vector<base::TextSpan> inTitle = inText.empty() ? marksOf(query, hit.title) : std::vector<base::TextSpan>();
    const bool isInTitle = !inTitle.empty();
    const std::vector<base::TextSpan> &marks = isInTitle ? inTitle : inText;
    hit.place.field = isInTitle ? model::TextField::Title : model::TextField::Text;
    if (!marks.empty())
        hit.place.span = marks.front();
    cutExcerpt(hit, isInTitle ? hit.title : text, marks);
}

SearchHit hitOf(Query &row, const SearchQuery &query)
{
    SearchHit hit;
    const QString subject = row.text();
    const std::optional<qint64> article = row.optionalInteger();
    const qint64 number = row.integer();
    if (article)
        hit.article = base::ArticleId{*article};
    hit.outlet = row.text();
    hit.title = row.text();
    const QString text = row.text();
    if (subject == QLatin1String("article")) {
        markArticle(hit, query, text);
        return hit;
    }
    if (subject == QLatin1String("statement")) {
        hit.subject = SearchSubject::Statement;
        hit.statement = base::StatementId{number};
        hit.place.field = model::fromName<model::TextField>(row.text()).value_or(model::TextField::Text);
        hit.place.span.begin = row.integer();
        hit.place.span.end = row.integer();
    } else {
        hit.subject = SearchSubject::Note;
        hit.work = number;
    }
    cutExcerpt(hit, text, marksOf(query, text));
    return hit;
}

} // namespace

base::Result<std::vector<SearchHit>> SearchStore::search(const SearchQuery &query, int most) const
{
    const auto [match, unwanted] = matchOf(query);
    const bool isConditional = !query.outlets.isEmpty() || query.before || query.after || !query.values.empty() || !query.kinds.empty() || !query.severities.empty() || !query.tags.isEmpty() || !query.verdicts.empty();
    if (match.isEmpty() && !isConditional)
        return std::vector<SearchHit>();
    // The beginning of a word that is one letter long stands in nearly every text: looking for how many takes as long as looking.
    const bool isOfAll = std::ranges::any_of(query.words, [](const SearchWords &words) { return words.isPrefix && words.text.size() == 1; });
    bool isRanked = false;
    if (!match.isEmpty() && !isOfAll) {
        Query count(m_connection, kCount);
        if (const auto run = count.run(match, kMostRanked + 1); !run)
            return run.error();
        isRanked = count.next() && count.integer() <= kMostRanked;
    }
    std::vector<qint64> shown;
    {
        Piece question = questionOf(query, match, unwanted, isRanked);
        question.values.append(most);
        Query rows(m_connection, question.sql);
        if (const auto run = rows.runWith(question.values); !run)
            return run.error();
        while (rows.next())
            shown.push_back(rows.integer());
        if (const auto end = rows.end(); !end)
            return end.error();
    }
    std::vector<SearchHit> hits;
    hits.reserve(shown.size());
    for (const qint64 id : shown) {
        Query row(m_connection, kShown);
        if (const auto run = row.run(id); !run)
            return run.error();
        if (row.next())
            hits.push_back(hitOf(row, query));
        else if (const auto end = row.end(); !end)
            return end.error();
    }
    return hits;
}

} // namespace variorum::library
