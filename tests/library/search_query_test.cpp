#include "library/search_query.h"

#include <QtTest>

using namespace variorum;
using library::parseSearch;
using library::SearchQuery;
using library::ValueRange;

Q_DECLARE_METATYPE(variorum::library::SearchQuery)
Q_DECLARE_METATYPE(variorum::library::ValueRange)

namespace {

SearchQuery wordsOf(const std::vector<library::SearchWords> &words)
{
    SearchQuery query;
    query.words = words;
    return query;
}

library::SearchWords word(const char *text, bool isPrefix = false, bool isExcluded = false)
{
    return {.text = QString::fromUtf8(text), .isPrefix = isPrefix, .isExcluded = isExcluded};
}

/// Marked with brackets.
QString marked(const QString &line, const QString &text)
{
    QString result = text;
    const auto marks = library::marksOf(parseSearch(line).query, text);
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
        result.insert(mark->end, QLatin1Char(']')).insert(mark->begin, QLatin1Char('['));
    return result;
}

} // namespace

class SearchQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void line_parses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<SearchQuery>("query");
        const auto row = [](const char *line, const SearchQuery &query) { QTest::newRow(line[0] ? line : "nothing") << QString::fromUtf8(line) << query; };
        row("", {});
        row("   ", {});
        row("ferry", wordsOf({word("ferry")}));
        row("ferry  aground", wordsOf({word("ferry"), word("aground")}));
        row("\"ran  aground\"", wordsOf({word("ran aground")}));
        row("\xE2\x80\x9Cran aground\xE2\x80\x9D", wordsOf({word("ran aground")}));
        row("\"ran aground", wordsOf({word("ran aground")}));
        row("coll*", wordsOf({word("coll", true)}));
        row("\"ran agr\"*", wordsOf({word("ran agr", true)}));
        row("-sports", wordsOf({word("sports", false, true)}));
        row("-\"news agency\"", wordsOf({word("news agency", false, true)}));
        row("- sports", wordsOf({word("sports")})); // a dash alone is no word
        row("&&& !! ()", {});
        row("AND OR NOT NEAR(", wordsOf({word("AND"), word("OR"), word("NOT"), word("NEAR(")})); // no operators
        row("colour:red", wordsOf({word("colour:red")})); // no field of ours
        row("http://a.example/b", wordsOf({word("http://a.example/b")}));
        row("a\"b\"c", wordsOf({word("a"), word("b"), word("c")}));

        SearchQuery query;
        query.outlets = QStringList{QStringLiteral("Post"), QStringLiteral("The Lantern")};
        row("outlet:Post Outlet:\"The Lantern\"", query);
        query = {};
        query.kinds = {model::DivergenceKind::Quantity, model::DivergenceKind::Time};
        query.severities = {model::Severity::Conflict};
        row("kind:quantity KIND:Time severity:conflict", query);
        query = {};
        query.after = QDate(2024, 3, 1);
        query.before = QDate(2024, 4, 1);
        row("after:2024-03 before:2024-04-01", query);
        query = {};
        query.after = QDate(2023, 1, 1);
        row("after:2023", query);
        query = {};
        query.tags = QStringList{QStringLiteral("to check"), QStringLiteral("Urgent")};
        query.verdicts = {model::Verdict::NotEnough};
        row("tag:\"to check\" tag:Urgent verdict:not-enough", query);
        query = wordsOf({word("ferry")});
        query.outlets = QStringList{QStringLiteral("\u65e5\u672c")};
        row("ferry outlet:\xE6\x97\xA5\xE6\x9C\xAC", query);
    }

    void line_parses()
    {
        QFETCH(QString, line);
        QFETCH(SearchQuery, query);
        const auto parsed = parseSearch(line);
        QVERIFY(parsed.query == query);
        QVERIFY(parsed.problems.empty());
    }

    void value_parses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<ValueRange>("range");
        const auto row = [](const char *line, const ValueRange &range) { QTest::newRow(line) << QString::fromUtf8(line) << range; };
        row("value:>100", {.low = 100, .high = {}, .includesLow = false});
        row("value:>=1,000", {.low = 1000, .high = {}});
        row("value:<2.5", {.low = {}, .high = 2.5, .includesLow = true, .includesHigh = false});
        row("value:<=-3", {.low = {}, .high = -3});
        row("value:7", {.low = 7, .high = 7});
        row("value:=7", {.low = 7, .high = 7});
        row("value:10..20", {.low = 10, .high = 20});
        row("value:1e6", {.low = 1e6, .high = 1e6});
    }

    void value_parses()
    {
        QFETCH(QString, line);
        QFETCH(ValueRange, range);
        const auto parsed = parseSearch(line);
        QVERIFY(parsed.problems.empty());
        QCOMPARE(parsed.query.values.size(), size_t(1));
        QVERIFY(parsed.query.values.front() == range);
    }

    void field_notUnderstood_isToldAndTheRestSearched_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("told"); // field, value, span
        const auto row = [](const char *line, const char *told) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(told); };
        row("ferry kind:colour", "kind|colour|6-17");
        row("kind: ferry", "kind||0-5");
        row("ferry value:many", "value|many|6-16");
        row("value:20..10 ferry", "value|20..10|0-12");
        row("value:> ferry", "value|>|0-7");
        row("before:yesterday ferry", "before|yesterday|0-16");
        row("ferry after:2024-13", "after|2024-13|6-19");
        row("ferry verdict:true", "verdict|true|6-18");
        row("-outlet:Post ferry", "outlet|Post|0-12"); // a field cannot be left out (yet): told, not ignored
        row("ferry severity:\"", "severity||6-16");
    }

    void field_notUnderstood_isToldAndTheRestSearched()
    {
        QFETCH(QString, line);
        QFETCH(QString, told);
        const auto parsed = parseSearch(line);
        QVERIFY(parsed.query == wordsOf({word("ferry")}));
        QCOMPARE(parsed.problems.size(), size_t(1));
        const auto &problem = parsed.problems.front();
        QCOMPARE(QStringLiteral("%1|%2|%3-%4").arg(problem.field, problem.value).arg(problem.span.begin).arg(problem.span.end), told);
    }

    void words_areMarked_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *line, const char *text, const char *result) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(text) << QString::fromUtf8(result); };
        row("ferry", "The Ferry and the ferryman", "The [Ferry] and the ferryman");
        row("ferr*", "The Ferry and the ferryman", "The [Ferry] and the [ferryman]");
        row("cafe", "A caf\xC3\xA9, a cafe\xCC\x81", "A [caf\xC3\xA9], a [cafe\xCC\x81]");
        row("\"ran aground\"", "It ran. Aground it ran, aground!", "It [ran. Aground] it [ran, aground]!");
        row("\"ran agr\"*", "ran aground", "[ran aground]");
        row("-ferry sea", "ferry sea", "ferry [sea]");
        row("people", "\xF0\x9F\x9A\xA2 seven people", "\xF0\x9F\x9A\xA2 seven [people]");
        row("a b", "a b", "[a] [b]");
        row("\"a b\" \"b c\"", "a b c", "[a b c]");
        row("U.S.", "the U.S. said", "the [U.S]. said");
    }

    void words_areMarked()
    {
        QFETCH(QString, line);
        QFETCH(QString, text);
        QFETCH(QString, result);
        QCOMPARE(marked(line, text), result);
    }

    void anyLine_endsWithSpansInIt()
    {
        QRandomGenerator random(7);
        const QString alphabet = QStringLiteral("ab\"-*: .<>=19ovalue\u00e9\u0301\U0001F6A2kindtag");
        for (int round = 0; round < 20000; ++round) {
            QString line;
            for (int length = random.bounded(24); length > 0; --length)
                line += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            const auto parsed = parseSearch(line);
            for (const auto &problem : parsed.problems)
                QVERIFY(problem.span.begin >= 0 && problem.span.begin < problem.span.end && problem.span.end <= line.size());
            for (const base::TextSpan &mark : library::marksOf(parsed.query, line))
                QVERIFY(mark.begin >= 0 && mark.begin < mark.end && mark.end <= line.size());
        }
    }
};

QTEST_GUILESS_MAIN(SearchQueryTest)
#include "search_query_test.moc"
