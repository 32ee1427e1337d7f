// Bytes that nobody would save as an article: the public test suites of HTML and of text, each input by itself as a page
// and as a text, and pages made up to be expensive. Whatever it is, there is an outcome, in time, and the text is clean.
//
// The suites lie outside the program: VARIORUM_DATA, else ../data beside the sources, with html5lib, html-trees and
// naughty-strings. Without them their tests skip.
#include "reading/clean_text.h"
#include "reading_support.h"
#include "support/processor_time.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;

namespace {

constexpr double kLongestMs = 2000;

QDir dataFolder(const QString &name) { return QDir(qEnvironmentVariable("VARIORUM_DATA", QStringLiteral(VARIORUM_SOURCE_DIR "/../data")) + u'/' + name); }

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What is wrong with what was read; empty where nothing is.
QString faultOf(const std::vector<model::Article> &articles)
{
    if (articles.empty())
        return u"no outcome"_s;
    for (const model::Article &article : articles) {
        if (!reading::test::isWellFormed(article))
            return u"blocks do not cover the text"_s;
        if (reading::cleanCharacters(article.text) != article.text)
            return u"unclean text"_s;
        if (article.text.isEmpty() != (article.outcome == model::ReadOutcome::NotRead))
            return u"outcome "_s + outcomeOf(article);
    }
    return {};
}

/// As a page and as a text; what is wrong with either.
QString faultOfReading(const QByteArray &bytes)
{
    for (const QString &path : {u"a.html"_s, u"a.txt"_s}) {
        QString fault;
        const std::clock_t before = std::clock();
        fault = faultOf(reading::readBytes(bytes, path));
        const double tookMs = static_cast<double>(std::clock() - before) * 1000.0 / CLOCKS_PER_SEC;
        if (fault.isEmpty() && tookMs > kLongestMs)
            fault = u"%1 ms"_s.arg(tookMs);
        if (!fault.isEmpty())
            return path + u": "_s + fault;
    }
    return {};
}

/// Every string in a JSON value, however deep.
void collectStrings(const QJsonValue &value, QList<QByteArray> &strings)
{
    if (value.isString())
        strings.append(value.toString().toUtf8());
    for (const QJsonValue &element : value.toArray())
        collectStrings(element, strings);
    for (const QJsonValue &member : value.toObject())
        collectStrings(member, strings);
}

/// The inputs of one file: of JSON its strings, of a tree test what stands in "data", and always the file itself.
QList<QByteArray> inputsIn(const QByteArray &contents)
{
    QList<QByteArray> inputs{contents};
    const QJsonDocument json = QJsonDocument::fromJson(contents);
    collectStrings(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), inputs);
    for (qsizetype begin = contents.indexOf("\"data\": $DATA"); begin >= 0; begin = contents.indexOf("\"data\": $DATA", begin + 1)) {
        const qsizetype from = contents.indexOf('\n', begin) + 1;
        const qsizetype end = contents.indexOf("\n        }", from);
        inputs.append(contents.mid(from, (end < 0 ? contents.size() : end) - from));
    }
    return inputs;
}

} // namespace

class HostileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_publicSuite_everyInputHasAnOutcome_data()
    {
        QTest::addColumn<QString>("suite");
        for (const char *suite : {"html5lib", "html-trees", "naughty-strings"})
            QTest::newRow(suite) << QString::fromLatin1(suite);
    }

    void readBytes_publicSuite_everyInputHasAnOutcome()
    {
        QFETCH(QString, suite);
        const QDir folder = dataFolder(suite);
        if (!folder.exists())
            QSKIP("no such suite: set VARIORUM_DATA to the folder that holds it");
        int inputs = 0;
        QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            for (const QByteArray &input : inputsIn(contentsOf(path))) {
                const QString fault = faultOfReading(input);
                QVERIFY2(fault.isEmpty(), qPrintable(path + u": "_s + fault + u": "_s + QString::fromLatin1(input.left(300).toPercentEncoding())));
                ++inputs;
            }
        }
        QVERIFY(inputs > 0);
        qInfo("%d inputs", inputs);
    }

    void readBytes_expensivePage_isReadInTime_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QByteArray &page, const char *outcome) { QTest::newRow(name) << page << QString::fromLatin1(outcome); };
        const QByteArray prose = "<p>The ferry left Halvern harbour at nine and was due back before noon, its owner said.</p>";
        QByteArray attributes;
        for (int number = 0; number < 100'000; ++number)
            attributes += " data-a" + QByteArray::number(number) + "='" + QByteArray::number(number) + '\'';
        row("100,000 attributes", "<html><body><p" + attributes + ">" + prose, "read");
        row("100,000 attributes, never closed", "<html><body>" + prose + "<p" + attributes, "read");
        row("attribute of 15 MB", "<html><body><p class='" + QByteArray(15'000'000, 'a') + "'>" + prose, "read");
        row("attribute of 15 MB, not quoted", "<html><body><p class=" + QByteArray(15'000'000, 'a') + ">" + prose, "read");
        row("attribute of 15 MB, never closed", "<html><body>" + prose + "<p class='" + QByteArray(15'000'000, 'a'), "read");
        row("class of a million names", "<html><body><p class='" + QByteArray("ad ").repeated(1'000'000) + "'>" + prose, "read");
        row("attribute of 100 MB", "<html><body><p class='" + QByteArray(100'000'000, 'a') + "'>" + prose, "not-read too-large");
        row("nested a million deep", "<html><body>" + prose + QByteArray("<div>").repeated(1'000'000), "partly too-complex");
        row("a million unclosed paragraphs", "<html><body>" + prose + QByteArray("<p>").repeated(1'000'000), "read");
        row("500,000 list items", "<html><body>" + prose + "<ul>" + QByteArray("<li>a").repeated(500'000), "read");
        row("100,000 headings of related links", "<html><body>" + prose.repeated(10) + QByteArray("<h2>Related</h2>").repeated(100'000), "read");
        row("100,000 repeated lines", "<html><body>" + prose + QByteArray("<div>The ferry left Halvern harbour at nine</div>").repeated(100'000), "read");
        row("tables in rows in tables", "<html><body>" + prose + QByteArray("<table><tr><td><td>").repeated(100'000), "partly too-complex");
        QByteArray captions;
        QByteArray authors;
        QByteArray people;
        for (int number = 0; number < 60'000; ++number) {
            captions += "<figure><figcaption>The ferry at quay " + QByteArray::number(number) + "</figcaption></figure>";
            QByteArray letters = QByteArray::number(number);
            for (char &digit : letters)
                digit = static_cast<char>(digit - '0' + 'a');
            authors += "<meta name=author content='Ann L" + letters + "'>";
            people += ",{\"name\":\"Ann L" + letters + "\"}";
        }
        row("60,000 captions", "<html><body><article>" + prose + captions, "read");
        row("60,000 authors", "<html><head>" + authors + "</head><body>" + prose, "read");
        row("60,000 authors in one element", "<html><head><meta name=author content='" + QByteArray(people).replace("{\"name\":\"", "").replace("\"}", "") + "'></head><body>" + prose, "read");
        row("60,000 authors in json-ld", "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[" + people.sliced(1) + "]}</script></head><body>" + prose, "read");
        row("200,000 quotation marks", "<html><body>" + prose + QByteArray("<a b=\"><a b='>").repeated(200'000), "read");
    }

    void readBytes_expensivePage_isReadInTime()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, outcome);
        model::Article article;
        const double tookMs = tests::processorMs([&] { article = reading::test::readOne(page, u"a.html"_s); });
        QCOMPARE(outcomeOf(article), outcome);
        QVERIFY(reading::test::isWellFormed(article));
        QVERIFY(outcome == "not-read too-large"_L1 || article.text.contains(u"The ferry left Halvern harbour at nine"_s));
        // Sanitizers slow down several times, and so does a build without optimisation: what is caught is the quadratic.
        QVERIFY2(tookMs < 5 * kLongestMs, qPrintable(u"%1 ms"_s.arg(tookMs)));
        qInfo("%.0f ms", tookMs);
    }

    void readBytes_expensiveText_isReadInTime_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        const QByteArray prose = "The ferry left Halvern harbour at nine and was due back before noon, its owner said.\n\n";
        const auto row = [](const char *name, const QByteArray &text, const char *path) { QTest::newRow(name) << text << QString::fromLatin1(path); };
        row("400,000 comments opened", prose + QByteArray("<!--").repeated(400'000), "a.txt");
        row("500,000 codes opened", prose + QByteArray("[b]").repeated(500'000), "a.txt");
        row("500,000 codes opened, one closed", prose + QByteArray("[b]").repeated(500'000) + "[/b]", "a.txt");
        row("200,000 galleries opened", prose + QByteArray("{gallery}").repeated(200'000), "a.txt");
        row("200,000 scripts opened", prose + QByteArray("<script>").repeated(200'000), "a.txt");
        QByteArray notices;
        QByteArray marked;
        QByteArray keys = "---\ntitle: x\nauthors: [";
        for (int number = 0; number < 10'000; ++number) {
            const QByteArray notice = "An earlier version of this article said the ferry number " + QByteArray::number(number) + " was old.";
            notices += notice + "\n\n";
            marked += "<div class=correction>" + notice + "</div>";
            keys += "Ann Lee " + QByteArray::number(number) + ", ";
        }
        row("10,000 corrections", prose + notices, "a.txt");
        row("10,000 corrections of a page", "<html><body>" + marked + "<p>" + prose, "a.html");
        row("10,000 authors", keys + "]\n---\n" + prose, "a.md");
        row("20,000 dates", prose + QByteArray("March 5, 2031\n\n").repeated(20'000), "a.txt");
        row("20,000 bylines", prose + QByteArray("By Ann Lee\n\n").repeated(20'000), "a.txt");
        row("front matter without end", "---\n" + QByteArray("a: [b\n").repeated(200'000) + "\n" + prose, "a.md");
    }

    void readBytes_expensiveText_isReadInTime()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        model::Article article;
        const double tookMs = tests::processorMs([&] { article = reading::test::readOne(text, path); });
        QVERIFY(reading::test::isWellFormed(article));
        QVERIFY(article.text.contains(u"The ferry left Halvern harbour at nine"_s) || article.outcome == model::ReadOutcome::Partly);
        QVERIFY2(tookMs < 5 * kLongestMs, qPrintable(u"%1 ms"_s.arg(tookMs)));
        qInfo("%.0f ms", tookMs);
    }

    void readBytes_linkedDataOfManyMegabytes_isReadInTime()
    {
        const QByteArray sentence = "The ferry left Halvern harbour at nine and was due back before noon, its owner said. ";
        QByteArray page = "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + sentence.repeated(60'000) + "\"}</script></head><body>";
        for (int number = 0; number < 20'000; ++number)
            page += "<p>Ship number " + QByteArray::number(number) + " left the harbour of Halvern at nine, as it had done every day, its owner said.</p>";
        model::Article article;
        const double tookMs = tests::processorMs([&] { article = reading::test::readOne(page, u"a.html"_s); });
        QVERIFY(article.text.contains(u"Ship number 77 left"_s));
        QVERIFY2(tookMs < 10 * kLongestMs, qPrintable(u"%1 ms"_s.arg(tookMs)));
        qInfo("%.0f ms", tookMs);
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
