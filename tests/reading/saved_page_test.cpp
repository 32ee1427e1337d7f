#include "reading_support.h"

#include "reading/html/saved_page.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::printed;
using reading::test::readOne;

namespace {

const QByteArray kBody = "<article><h1>Ferry sinks off Halvern</h1><p>The ferry left Halvern harbour at nine and was due back before noon, its owner said on Friday.</p>"
                         "<p>Two helicopters searched the bay until dark, and found nobody, the coast guard said in the evening.</p></article>";
const QString kText = u"P The ferry left Halvern harbour at nine and was due back before noon, its owner said on Friday.|P Two helicopters searched the bay until dark, and found nobody, the coast guard said in the evening."_s;
const QByteArray kPrefix = "https://web.archive.org/web/20310315101112/";

QByteArray wayback(const QByteArray &head)
{
    return "<!DOCTYPE html><html><head><script>__wm.wombat(\"https://bay.example/ferry\",\"20310315101112\",\"https://web.archive.org/\",\"web\")</script>" + head
        + "</head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp-base'><p>This page was captured 14 times between 2 March 2031 and 15 March 2031, and this is the last of the captures.</p>"
          "<time datetime='2031-03-15'>15 Mar 2031</time></div><!-- END WAYBACK TOOLBAR INSERT -->"
        + kBody + "</body></html><!--\n FILE ARCHIVED ON 10:11:12 Mar 15, 2031 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 09:00:00 Apr 01, 2031.\n-->";
}

} // namespace

class SavedPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_waybackPage_isReadAsItWas()
    {
        const model::Article article = readOne(wayback("<link rel='canonical' href='" + kPrefix + "https://bay.example/2031/ferry'><meta property='og:site_name' content='The Bay'>"
                                                       "<meta property='og:url' content='" + kPrefix + "https://bay.example/2031/ferry'><meta property='article:published_time' content='2031-03-14T09:00:00+01:00'>"),
                                               u"ferry.html"_s);
        QCOMPARE(*article.url, u"https://bay.example/2031/ferry"_s);
        QCOMPARE(*article.outlet, u"The Bay"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(printed(article), kText);
    }

    void readBytes_dayOfArchiving_isNoDateOfTheArticle()
    {
        const model::Article article = readOne(wayback("<title>Ferry sinks off Halvern</title>"), u"ferry.html"_s);
        QVERIFY(!article.published);
        QVERIFY(!article.updated);
        QCOMPARE(*article.url, u"https://bay.example/ferry"_s); // as the archive says
    }

    void readBytes_savedPages_haveTheirAddress_data()
    {
        QTest::addColumn<QByteArray>("page");
        const QByteArray html = "<html><head><title>Ferry</title></head><body>" + kBody + "</body></html>";
        QTest::newRow("browser") << "<!DOCTYPE html>\n<!-- saved from url=(0025)https://bay.example/ferry -->\n" + html;
        QTest::newRow("browser, of an archive") << "<!DOCTYPE html>\n<!-- saved from url=(0068)" + kPrefix + "https://bay.example/ferry -->\n" + html;
        QTest::newRow("SingleFile") << "<!DOCTYPE html> <!--\n Page saved with SingleFile \n url: https://bay.example/ferry \n saved date: Sat Mar 15 2031 10:11:12 GMT+0100\n-->" + html;
        QTest::newRow("archive.today") << QByteArray(html).replace("</head>", "<link rel=\"canonical\" href=\"http://archive.ph/2031.03.15-101112/https://bay.example/ferry\"></head>");
        QTest::newRow("other archive") << QByteArray(html).replace("</head>", "<meta property='og:url' content='https://wayback.archive-it.org/3071/20310315101112/https://bay.example/ferry'></head>")
                                              .replace("3071/20310315101112", "3071/web/20310315101112");
    }

    void readBytes_savedPages_haveTheirAddress()
    {
        QFETCH(QByteArray, page);
        const model::Article article = readOne(page, u"ferry.html"_s);
        QCOMPARE(article.url.value_or(QString()), u"https://bay.example/ferry"_s);
        QVERIFY(!article.published);
        QCOMPARE(printed(article), kText);
    }

    void savedPage_addresses_becomeThePagesOwn_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("undone");
        QTest::newRow("link") << u"<a href=\"https://web.archive.org/web/20310315101112/https://bay.example/a\">"_s << u"<a href=\"https://bay.example/a\">"_s;
        QTest::newRow("picture") << u"<img src=\"//web.archive.org/web/20310315101112im_/https://bay.example/a.jpg\"> web.archive.org/web/"_s << u"<img src=\"https://bay.example/a.jpg\"> web.archive.org/web/"_s;
        QTest::newRow("relative") << u"RETRIEVED FROM THE INTERNET ARCHIVE <a href=\"/web/2031/http://bay.example/a\">"_s << u"RETRIEVED FROM THE INTERNET ARCHIVE <a href=\"http://bay.example/a\">"_s;
        QTest::newRow("in JSON") << u"\"url\":\"https:\\/\\/web.archive.org\\/web\\/20310315101112\\/https:\\/\\/bay.example\\/a\""_s << u"\"url\":\"https:\\/\\/bay.example\\/a\""_s;
        QTest::newRow("toolbar without an end") << u"<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>words</p>"_s << u"<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>words</p>"_s;
        QTest::newRow("about the archive") << u"<p>See https://web.archive.org/web/ for more.</p>"_s << u"<p>See https://web.archive.org/web/ for more.</p>"_s;
        QTest::newRow("own page") << u"<a href=\"https://bay.example/web/2031/a\">"_s << QString();
    }

    void savedPage_addresses_becomeThePagesOwn()
    {
        QFETCH(QString, html);
        QFETCH(QString, undone);
        QCOMPARE(reading::html::savedPage(html).html, undone);
    }
};

QTEST_GUILESS_MAIN(SavedPageTest)
#include "saved_page_test.moc"
