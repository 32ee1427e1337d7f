#include "reading_support.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;
using reading::test::printed;
using reading::test::readOne;

namespace {

/// JSON written with single quotes.
QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

QByteArray feed(const QByteArray &items, const QByteArray &version = "1.1")
{
    return json("{'version': 'https://jsonfeed.org/version/" + version + "', 'title': 'The Harbour Post', 'language': 'en', 'items': [") + items + json("]}");
}

} // namespace

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_jsonFeed_givesOneArticleAnItem()
    {
        const auto articles = reading::readBytes(feed(json("{'id': '7', 'url': 'https://post.example/ferry', 'title': 'Ferry sinks', 'content_html': '<p>The ferry left Halvern at nine.</p><p>It never came back.</p>', "
                                                           "'summary': 'Less.', 'date_published': '2031-03-14T09:00:00+01:00', 'date_modified': '2031-03-14T11:00:00+01:00', 'authors': [{'name': 'Ann Lee'}, {'name': 'Bo Hart'}]},"
                                                           "{'id': 'https://post.example/8', 'title': 'Pier', 'content_text': 'The pier was closed.\\n\\nNobody was hurt.', 'language': 'sv'},"
                                                           "{'id': '9', 'title': 'Port', 'summary': 'The port is shut.'}, 17")),
                                                 u"feed.json"_s);
        QCOMPARE(articles.size(), size_t{3});
        const model::Article &first = articles[0];
        QCOMPARE(*first.title, u"Ferry sinks"_s);
        QCOMPARE(*first.outlet, u"The Harbour Post"_s);
        QCOMPARE(first.authors, (QStringList{u"Ann Lee"_s, u"Bo Hart"_s}));
        QCOMPARE(*first.url, u"https://post.example/ferry"_s);
        QCOMPARE(first.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(first.updated->toString(), u"2031-03-14T11:00:00+01:00"_s);
        QCOMPARE(*first.language, u"en"_s);
        QCOMPARE(printed(first), u"P The ferry left Halvern at nine.|P It never came back."_s);
        QCOMPARE(outcomeOf(first), u"read"_s);
        QCOMPARE(*articles[1].language, u"sv"_s);
        QCOMPARE(*articles[1].url, u"https://post.example/8"_s);
        QCOMPARE(articles[1].text, u"The pier was closed.\n\nNobody was hurt."_s);
        QCOMPARE(outcomeOf(articles[2]), u"read only-summary"_s);
    }

    void readBytes_linesWithADamagedOne_keepTheOthers()
    {
        const QByteArray line = json("{'uri': 'urn:x:1', 'headline': 'Ferry sinks', 'body_text': 'The ferry left Halvern at nine and was due back before noon.'}\n");
        const auto articles = reading::readBytes(line + line.first(40) + '\n' + line, u"a.jsonl"_s);
        QCOMPARE(articles.size(), size_t{2});
        QCOMPARE(outcomeOf(articles[0]), u"read"_s);
        QCOMPARE(outcomeOf(articles[1]), u"partly malformed"_s);
        const QByteArray brief = json("{'uri': 'urn:x:1', 'headline': 'A', 'body_text': 'B c.'}\n");
        const auto many = reading::readBytes(brief.repeated(20'001), u"a.jsonl"_s);
        QCOMPARE(many.size(), size_t{20'000});
        QCOMPARE(outcomeOf(many.front()), u"read"_s);
        QCOMPARE(outcomeOf(many.back()), u"partly too-large"_s);
    }

    void readBytes_jsonFeedOne_hasOneAuthor()
    {
        const model::Article article = readOne(feed(json("{'id': '7', 'content_text': 'The ferry left Halvern at nine.', 'author': {'name': 'Ann Lee'}}"), "1"));
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
    }

    void readBytes_otherJson_isPassedOver_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("outcome");
        const QString data = u"not-read not-an-article"_s;
        const QString references = u"not-read only-references"_s;
        QTest::newRow("settings") << json("{'name': 'tool', 'version': '1.2', 'items': [1, 2]}") << u"package.json"_s << data;
        QTest::newRow("list") << json("[1, 2, 3]") << u"a.json"_s << data;
        QTest::newRow("list of objects") << json("[{'uri': 'x'}, {'headline': 'y'}]") << u"a.json"_s << data;
        QTest::newRow("empty object") << QByteArray("{}") << u"a.json"_s << data;
        QTest::newRow("number") << QByteArray("17") << u"a.json"_s << data;
        QTest::newRow("broken") << json("{'a': [1, 2,,") << u"a.json"_s << data;
        QTest::newRow("lines") << json("{'a': 1}\n{'a': 2}\n") << u"a.jsonl"_s << data;
        QTest::newRow("another name") << json("{'a': [1, 2]}") << u"a.txt"_s << data;
        QTest::newRow("with a mark, UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << u"a.json"_s << data;
        QTest::newRow("deeper than is read") << QByteArray("[").repeated(100'000) << u"a.json"_s << data;
        QTest::newRow("CSL") << json("[{'id': 'lee2031', 'type': 'article-newspaper', 'title': 'Ferry', 'container-title': 'The Bay', 'issued': {'date-parts': [[2031]]}}]") << u"a.json"_s << references;
        QTest::newRow("RIS") << QByteArray("TY  - NEWS\r\nTI  - Ferry sinks\r\nAU  - Lee, Ann\r\nER  - \r\n") << u"export.ris"_s << references;
        QTest::newRow("BibTeX") << QByteArray("% made by hand\n@article{lee2031,\n  title = {Ferry sinks},\n  author = {Lee, Ann},\n}\n") << u"export.bib"_s << references;
    }

    void readBytes_otherJson_isPassedOver()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, outcome);
        const model::Article article = readOne(bytes, name);
        QCOMPARE(outcomeOf(article), outcome);
        QVERIFY(model::isPassedOver(article));
        QVERIFY(article.text.isEmpty());
    }

    void readBytes_brokenNews_isAFailure()
    {
        const model::Article article = readOne(json("{'uri': 'urn:x:1', 'versioncreated': '2031-03-14T09:00:00Z', 'headline': 'Ferry', 'body_text': 'The ferry le"), u"a.json"_s);
        QCOMPARE(outcomeOf(article), u"not-read malformed"_s);
        QVERIFY(!model::isPassedOver(article));
    }

    void readBytes_textThatLooksLikeJson_staysText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::newRow("bracket") << QByteArray("[Music] The ferry left Halvern at nine and was due back before noon, its owner said.\n") << u"a.txt"_s;
        QTest::newRow("brace") << QByteArray("{The ferry} left Halvern at nine and was due back before noon, its owner said on Friday.\n") << u"a"_s;
        QTest::newRow("quoted JSON") << json("The file held {'a': 1} and nothing else, the owner of the ferry said on Friday in Halvern.\n") << u"a.txt"_s;
        QTest::newRow("text under the name") << QByteArray("The ferry left Halvern at nine and was due back before noon, its owner said on Friday.\n") << u"a.json"_s;
        QTest::newRow("about RIS") << QByteArray("TY - the ferry left Halvern at nine and was due back before noon, its owner said on Friday.\n") << u"a.txt"_s;
        QTest::newRow("about BibTeX") << QByteArray("@article is how such an entry begins, the librarian of Halvern said on Friday at the harbour.\n") << u"a.txt"_s;
    }

    void readBytes_textThatLooksLikeJson_staysText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const model::Article article = readOne(bytes, name);
        QCOMPARE(article.mediaType, u"text/plain"_s);
        QCOMPARE(article.outcome, model::ReadOutcome::Read);
    }

    void readBytes_jsonSuite_goesThrough()
    {
        // A folder of other people's files that parsers fall over; not part of this repository.
        const QString folder = qEnvironmentVariable("VARIORUM_JSON_SUITE");
        if (folder.isEmpty())
            QSKIP("VARIORUM_JSON_SUITE names no folder of JSON files");
        int seen = 0;
        const QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files);
        for (const QString &name : names) {
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QElapsedTimer clock;
            clock.start();
            const auto articles = reading::readBytes(file.readAll(), name);
            QVERIFY2(clock.elapsed() < 2000, qPrintable(name));
            QCOMPARE(articles.size(), size_t{1});
            QVERIFY2(articles.front().outcome == model::ReadOutcome::NotRead, qPrintable(name));
            ++seen;
        }
        QVERIFY(seen >= 300);
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
