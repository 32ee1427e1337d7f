#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;
using reading::test::printed;
using reading::test::readOne;

namespace {

/// JSON written with single quotes.
QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

const QByteArray kOne = "'uri': 'https://norrwire.example/7', 'type': 'text', 'versioncreated': '2031-03-14T11:30:00+01:00', 'firstcreated': '2031-03-14T09:00:00+01:00', 'language': 'en-GB', 'headline': 'Ferry sinks off Halvern', "
                        "'byline': 'By Ann Lee and Bo Hart', 'located': 'Halvern', 'infosource': [{'name': 'Norrwire'}], 'description_text': 'Less.'";
const QByteArray kTwo = "'uri': 'https://norrwire.example/7', 'type': 'text', 'versioncreated': '2031-03-14T11:30:00+01:00', 'firstcreated': '2031-03-14T09:00:00+01:00', 'language': 'en-GB', "
                        "'headlines': [{'role': 'short', 'value': 'Ferry'}, {'role': 'main', 'value': 'Ferry sinks off Halvern'}], 'by': 'By Ann Lee and Bo Hart', 'located': 'Halvern', 'infosources': [{'name': 'Norrwire'}]";
const QByteArray kThree = "'uri': 'https://norrwire.example/7', 'type': 'text', 'versionCreated': '2031-03-14T11:30:00+01:00', 'firstCreated': '2031-03-14T09:00:00+01:00', 'pubStatus': 'usable', 'language': 'en-GB', "
                          "'headlines': [{'role': 'main', 'contentType': 'text/plain', 'value': 'Ferry sinks off Halvern'}], 'by': 'By Ann Lee and Bo Hart', 'located': 'Halvern', 'infoSources': [{'name': 'Norrwire'}]";
const QByteArray kHtml = "<p>The ferry left Halvern at nine.</p><h2>The search</h2><blockquote>It was dark.</blockquote>";

QByteArray withText(const QByteArray &members) { return json("{" + members + ", 'body_text': 'The ferry left Halvern at nine.'}"); }

} // namespace

class NinjsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_item_givesTextAndMetadata_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("1, html") << json("{" + kOne + ", 'body_text': 'The ferry left Halvern at nine. The search. It was dark. And so on.', 'body_html': '" + kHtml + "'}");
        QTest::newRow("1, xhtml") << json("{" + kOne + ", 'body_xhtml': '<div>\\n   " + kHtml + "</div>'}");
        QTest::newRow("2") << json("{" + kTwo + ", 'bodies': [{'role': 'main', 'contenttype': 'text/plain', 'value': 'The ferry.'}, {'role': 'main', 'contenttype': 'text/html', 'value': '" + kHtml + "'}]}");
        QTest::newRow("3") << json("{" + kThree + ", 'standard': {'name': 'ninjs', 'version': '3.1'}, 'bodies': [{'role': 'html', 'contentType': 'application/xhtml+xml', 'value': '" + kHtml + "'}]}");
        QTest::newRow("in a list") << json("[{" + kTwo + ", 'bodies': [{'contenttype': 'text/html', 'value': '" + kHtml + "'}]}]");
        QTest::newRow("as a service wraps it") << json("{'_meta': {'total': 1}, '_items': [{" + kOne + ", 'body_html': '" + kHtml + "'}]}");
        QTest::newRow("a line each") << json("{" + kOne + ", 'body_html': '" + kHtml + "'}\n{'uri': 'x', 'versioncreated': '2031-03-14T11:30:00Z', 'type': 'picture'}\n");
    }

    void readBytes_item_givesTextAndMetadata()
    {
        QFETCH(QByteArray, bytes);
        const model::Article article = readOne(bytes, u"item.json"_s);
        QCOMPARE(article.title.value_or(QString()), u"Ferry sinks off Halvern"_s);
        QCOMPARE(article.outlet.value_or(QString()), u"Norrwire"_s);
        QCOMPARE(article.authors, (QStringList{u"Ann Lee"_s, u"Bo Hart"_s}));
        QCOMPARE(article.dateline.value_or(QString()), u"Halvern"_s);
        QCOMPARE(article.language.value_or(QString()), u"en-GB"_s);
        QCOMPARE(article.url.value_or(QString()), u"https://norrwire.example/7"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(article.updated->toString(), u"2031-03-14T11:30:00+01:00"_s);
        QCOMPARE(printed(article), u"P The ferry left Halvern at nine.|H The search|Q It was dark."_s);
        QCOMPARE(outcomeOf(article), u"read"_s);
    }

    void readBytes_status_decides_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("usable") << withText(kOne + ", 'pubstatus': 'usable'") << u"read"_s;
        QTest::newRow("canceled") << withText(kOne + ", 'pubstatus': 'canceled'") << u"not-read withdrawn"_s;
        QTest::newRow("withheld, 3") << withText(QByteArray(kThree).replace("'usable'", "'withheld'")) << u"not-read withdrawn"_s;
        QTest::newRow("description only") << json("{" + kOne + "}") << u"read only-summary"_s;
        QTest::newRow("picture") << json("{" + QByteArray(kOne).replace("'text'", "'picture'") + ", 'body_text': ''}") << u"not-read not-an-article"_s;
        QTest::newRow("event") << json("{'uri': 'x', 'pubstatus': 'usable', 'type': 'event'}") << u"not-read not-an-article"_s;
        QTest::newRow("text without any") << json("{'uri': 'x', 'pubstatus': 'usable', 'type': 'text'}") << u"not-read no-article-text"_s;
    }

    void readBytes_status_decides()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(readOne(bytes, u"item.json"_s)), outcome);
    }

    void readBytes_editorsNote_isKeptWhereItCorrects_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<QString>("correction");
        QTest::newRow("correction") << QByteArray("Corrects number of people in first paragraph.") << u"Corrects number of people in first paragraph."_s;
        QTest::newRow("other words") << QByteArray("First paragraph corrected.") << u"First paragraph corrected."_s;
        QTest::newRow("for the desk") << QByteArray("Pictures to follow at noon.") << QString();
    }

    void readBytes_editorsNote_isKeptWhereItCorrects()
    {
        QFETCH(QByteArray, note);
        QFETCH(QString, correction);
        const model::Article article = readOne(withText(kOne + ", 'ednote': '" + note + "'"), u"item.json"_s);
        QCOMPARE(article.corrections.join(u'|'), correction);
        QCOMPARE(printed(article), u"P The ferry left Halvern at nine."_s);
    }

    void readBytes_byline_namesPeople_data()
    {
        QTest::addColumn<QByteArray>("byline");
        QTest::addColumn<QString>("authors");
        QTest::newRow("agency behind the name") << QByteArray("By Ann Lee, Norrwire") << u"Ann Lee"_s;
        QTest::newRow("agency alone") << QByteArray("Norrwire") << QString();
        QTest::newRow("desk") << QByteArray("Foreign desk") << QString();
    }

    void readBytes_byline_namesPeople()
    {
        QFETCH(QByteArray, byline);
        QFETCH(QString, authors);
        QCOMPARE(readOne(withText(QByteArray(kOne).replace("By Ann Lee and Bo Hart", byline)), u"item.json"_s).authors.join(u'|'), authors);
    }
};

QTEST_GUILESS_MAIN(NinjsTest)
#include "ninjs_test.moc"
