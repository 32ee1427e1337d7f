// Whole texts as scrapers leave them, and the promise that whatever comes in, what goes out is clean and well-formed.
#include "reading/clean_text.h"
#include "reading_support.h"
#include "support/processor_time.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::isWellFormed;
using reading::test::printed;
using reading::test::readOne;

namespace {

const QByteArray kFirst = "The ferry left Halvern harbour at nine and was due back before noon, its owner said.";
const QByteArray kSecond = "Two helicopters searched the bay until dark, the coastguard of the district said on Friday.";

} // namespace

class ArticleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_scrapedText_isCleaned_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        row("blog copy", "Ferry sinks off Halvern\n\n" + kFirst + "\n\n" + kSecond + "\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *");
        row("short-codes", "[ad_1] Ferry sinks off Halvern\n[ad_1]\n" + kFirst + "\n" + kSecond + "\n[ad_2]\nSource link\nCOMMENTS");
        row("export", "date 2031-03-14 Ferry sinks off Halvern : The Harbour Post\n\n \xE2\x80\xA2 World\n \xE2\x80\xA2 Ferry sinks off Halvern\n\nFerry sinks off Halvern\n\nDivers at the pier on Tuesday. Reuters\n\nHalvern, March 14\n\n" + kFirst + "\n\n" + kSecond + " \xE2\x80\x94 Reuters\n\n#Ferry #Halvern #Sea");
        row("template", "Ferry sinks off Halvern\n-\nPublished: 14 March 2031\nEdited by| Ann Lee\nSea section - Bay journalist\n" + kFirst + "\n" + kSecond + "\n{source}<script async src=\"x\"></script>\n<ins class=\"ad\"></ins>{/source}");
        row("menu and form", "Ferry sinks off Halvern - The Bay\nPorts\nFerries\nFishing\nFerry sinks off Halvern\nMarch 14, 2031 13:05 | in Ferries | 0 comments\n" + kFirst + "\n\n  \xE2\x80\xA2 Inside the ferry\n  \xE2\x80\xA2 Why do ferries sink?\n\n" + kSecond + "\n\n3 Comments");
    }

    void readBytes_scrapedText_isCleaned()
    {
        QFETCH(QByteArray, bytes);
        const model::Article article = readOne(bytes, u"a.txt"_s);
        QCOMPARE(printed(article), QString::fromUtf8("P " + kFirst + "|P " + kSecond));
        QCOMPARE(*article.title, u"Ferry sinks off Halvern"_s);
    }

    void readBytes_anyBytes_giveCleanWellFormedText()
    {
        const quint32 seed = 14032031;
        QRandomGenerator random(seed);
        const QList<QByteArray> pieces{
            "<p>", "</p>", "<div class=comments>", "</div>", "<br>", "<li>", "<script>", "</script>", "<!--", "-->", "<table><tr><td>", "&amp;", "&#0;", "&#xD800;", "&#x1F6A2;", "&#65534;", "\n", "\n\n", "\r", " ", "---\n",
            "title: x\n", "From: a@b\n", "Subject: y\n", "Content-Type: text/html\n", "[ad_1]", "{source}", "# ", "- ", "> ", "|a|b|\n", "**", "`", "\xEF\xBB\xBF", "\xC2\xA0", "\xED\xA0\x80", "\xEF\xBF\xBE", "\xF0\x9F\x9A\xA2",
            "\xFF", "\x01", "\xE2\x80\xA8", "Leave a Reply", "By Ann Lee", "March 14, 2031", "The ferry left Halvern harbour at nine and was due back before noon. ", "<html><body>", "<h1>Ferry</h1>", "\"", "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"\\ud800\"}</script>"};
        const QStringList names{u"a.txt"_s, u"a.html"_s, u"a.md"_s, u"a.eml"_s};
        for (int round = 0; round < 1500; ++round) {
            QByteArray bytes;
            const int count = random.bounded(1, 40);
            for (int at = 0; at < count; ++at)
                bytes += pieces[random.bounded(static_cast<int>(pieces.size()))];
            reading::ReadOptions options;
            options.plain = random.bounded(8) == 0;
            for (const model::Article &article : reading::readBytes(bytes, names[random.bounded(4)], options)) {
                const QByteArray where = "seed " + QByteArray::number(seed) + " round " + QByteArray::number(round) + ": " + bytes.toPercentEncoding();
                QVERIFY2(reading::isClean(article.text) && reading::isClean(article.title.value_or(QString())) && reading::isClean(article.captions.join(u'|')), where.constData());
                QVERIFY2(options.plain || isWellFormed(article), where.constData());
                QVERIFY2((article.outcome == model::ReadOutcome::NotRead) == article.text.isEmpty(), where.constData());
                QVERIFY2(article.outcome == model::ReadOutcome::Read || !article.problems.empty(), where.constData());
                QCOMPARE(QString::fromUtf8(article.text.toUtf8()), article.text);
            }
        }
    }

    void readBytes_millionsOfLines_growWithTheirNumber_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("short lines") << QByteArray("short line\n"); // was quadratic above the first paragraph
        QTest::newRow("sentences") << QByteArray("The ferry left at nine.\n");
        QTest::newRow("bullets") << QByteArray("- item of a list\n");
        QTest::newRow("bylines") << QByteArray("By Ann Lee\n");
        QTest::newRow("dates") << QByteArray("March 14, 2031\n");
        QTest::newRow("furniture") << QByteArray("Advertisement\n");
    }

    void readBytes_millionsOfLines_growWithTheirNumber()
    {
        QFETCH(QByteArray, line);
        const QByteArray half = line.repeated(1'000'000 / line.size());
        const QByteArray whole = line.repeated(2'000'000 / line.size());
        model::Article article;
        const QString steep = tests::steepGrowth([&] { article = readOne(half, u"a.txt"_s); }, [&] { article = readOne(whole, u"a.txt"_s); });
        QVERIFY2(steep.isEmpty(), qPrintable(steep));
        QVERIFY(isWellFormed(article));
    }

    void readBytes_sameBytes_giveTheSameArticle()
    {
        const QByteArray bytes = "<html><body><h1>Ferry sinks off Halvern</h1><p>" + kFirst + "</p><p>" + kSecond + "</p></body></html>";
        QVERIFY(reading::readBytes(bytes, u"a"_s) == reading::readBytes(bytes, u"a"_s));
    }
};

QTEST_GUILESS_MAIN(ArticleTest)
#include "article_test.moc"
