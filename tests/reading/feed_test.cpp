#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using model::MetadataField;
using reading::test::outcomeOf;
using reading::test::printed;
using reading::test::readOne;

namespace {

const QByteArray kSpaces = " xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'";

QByteArray rss(const QByteArray &items)
{
    return "<?xml version='1.0' encoding='UTF-8'?>\n<rss version='2.0'" + kSpaces + "><channel><title>The Harbour Post</title><link>https://post.example/</link><language>en-gb</language>" + items + "</channel></rss>\n";
}

QByteArray atom(const QByteArray &entries)
{
    return "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>The Harbour Post</title><author><name>Cy Ray</name></author>" + entries + "</feed>";
}

const QByteArray kFerry = "<p>The ferry left Halvern at nine.</p><h3>The search</h3><p>Two planes &amp; six ships searched until dark.</p><ul><li>212 aboard</li></ul>";
const QString kFerryText = u"P The ferry left Halvern at nine.|H The search|P Two planes & six ships searched until dark.|L 212 aboard"_s;

QByteArray escaped(QByteArray html) { return html.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"); }

} // namespace

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_rssItem_givesTextAndMetadata()
    {
        const model::Article article = readOne(rss("<item><title>Ferry &amp;quot;Corvina&amp;quot; sinks</title><link>https://post.example/ferry?a=1&amp;b=2</link><guid isPermaLink='false'>7</guid>"
                                                   "<pubDate>Fri, 14 Mar 2031 09:00:00 +0100</pubDate><dc:creator>Ann Lee</dc:creator><description>A teaser.</description>"
                                                   "<content:encoded><![CDATA["
                                                   + kFerry + "<p><a href='x'>Continue reading</a></p><p>The post Ferry sinks appeared first on The Harbour Post.</p>]]></content:encoded></item>"));
        QCOMPARE(*article.title, u"Ferry \"Corvina\" sinks"_s);
        QCOMPARE(*article.outlet, u"The Harbour Post"_s);
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(*article.url, u"https://post.example/ferry?a=1&b=2"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(*article.language, u"en-GB"_s);
        QCOMPARE(article.mediaType, u"application/rss+xml"_s);
        QCOMPARE(*article.charset, u"UTF-8"_s);
        QCOMPARE(printed(article), kFerryText);
        QCOMPARE(outcomeOf(article), u"read"_s);
        QCOMPARE(article.metadataSources.at(MetadataField::Published), u"feed pubDate"_s);
    }

    void readBytes_feed_givesOneArticleAnItem()
    {
        const auto articles = reading::readBytes(rss("<item><title>One</title><content:encoded>" + escaped(kFerry) + "</content:encoded></item><item><title>Two</title><content:encoded>" + escaped(kFerry)
                                                     + "</content:encoded></item>"),
                                                 u"feed.xml"_s);
        QCOMPARE(articles.size(), size_t{2});
        QCOMPARE(articles[1].part, 1);
        QCOMPARE(*articles[1].title, u"Two"_s);
        QCOMPARE(printed(articles[1]), kFerryText);
    }

    void readBytes_summary_isReadAndSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcome");
        const QByteArray teaser = "The ferry left Halvern at nine and has not been seen since.";
        const QByteArray whole = QByteArray("<p>The ferry left Halvern at nine and was due back before noon, its owner said on Friday.</p>").repeated(12);
        QTest::newRow("rss teaser") << rss("<item><title>Ferry</title><description>" + teaser + "</description></item>") << u"read only-summary"_s;
        QTest::newRow("rss long, cut") << rss("<item><title>Ferry</title><description>" + escaped(whole + "<p>The search goes on [&#8230;]</p>") + "</description></item>") << u"read only-summary"_s;
        QTest::newRow("rss whole text as description") << rss("<item><title>Ferry</title><description>" + escaped(whole) + "</description></item>") << u"read"_s;
        QTest::newRow("atom summary") << atom("<entry><title>Ferry</title><summary>" + teaser + "</summary></entry>") << u"read only-summary"_s;
        QTest::newRow("atom content") << atom("<entry><title>Ferry</title><summary>Less.</summary><content>" + teaser + "</content></entry>") << u"read"_s;
        QTest::newRow("nothing at all") << rss("<item><title>Ferry</title></item>") << u"not-read no-article-text"_s;
        QTest::newRow("no items") << rss("") << u"not-read no-article-text"_s;
    }

    void readBytes_summary_isReadAndSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(readOne(bytes, u"feed.xml"_s)), outcome);
    }

    void readBytes_atomEntry_givesTextAndMetadata_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("html") << "<content type='html'>" + escaped(kFerry) + "</content>";
        QTest::newRow("xhtml") << "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>" + kFerry + "</div></content>";
        QTest::newRow("xhtml with a prefix") << "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>"
                + QByteArray(kFerry).replace("</", "<#").replace("<", "<x:").replace("<x:#", "</x:") + "</x:div></content>";
    }

    void readBytes_atomEntry_givesTextAndMetadata()
    {
        QFETCH(QByteArray, content);
        const model::Article article = readOne(atom("<entry><title type='html'>Ferry &lt;i&gt;Corvina&lt;/i&gt; sinks</title><link rel='self' href='https://post.example/feed/7'/>"
                                                    "<link href='https://post.example/ferry'/><id>urn:x:7</id><published>2031-03-14T09:00:00Z</published><updated>2031-03-14T11:30:00Z</updated>"
                                                    "<author><name>Ann Lee</name></author><author><name>Bo Hart</name></author>"
                                                    + content + "</entry>"));
        QCOMPARE(*article.title, u"Ferry Corvina sinks"_s);
        QCOMPARE(*article.outlet, u"The Harbour Post"_s);
        QCOMPARE(article.authors, (QStringList{u"Ann Lee"_s, u"Bo Hart"_s}));
        QCOMPARE(*article.url, u"https://post.example/ferry"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+00:00"_s);
        QCOMPARE(article.updated->toString(), u"2031-03-14T11:30:00+00:00"_s);
        QCOMPARE(printed(article), kFerryText);
    }

    void readBytes_otherFeeds_areRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("author");
        QTest::newRow("rss 1.0") << "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'" + kSpaces
                + "><channel rdf:about='https://post.example/'><title>The Harbour Post</title></channel><item rdf:about='https://post.example/ferry'><title>Ferry sinks</title><dc:creator>Ann Lee</dc:creator>"
                  "<dc:date>2031-03-14T09:00:00+01:00</dc:date><content:encoded>" + escaped(kFerry) + "</content:encoded></item></rdf:RDF>"
                                 << u"Ann Lee"_s;
        QTest::newRow("rss 0.91, doctype") << "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.example/rss.dtd'>\n<rss version='0.91'><channel><title>The Harbour Post</title>"
                  "<item><title>Ferry sinks</title><link>https://post.example/ferry</link><author>ann@post.example (Ann Lee)</author><pubDate>14 Mar 2031 09:00:00 +0100</pubDate><description>" + escaped(kFerry) + "</description></item></channel></rss>"
                                           << u"Ann Lee"_s;
        QTest::newRow("one entry alone") << "<rss version='2.0'" + kSpaces + "><channel><title>All the papers</title><item><title>Ferry sinks</title><link>https://post.example/ferry</link>"
                  "<source url='https://post.example/feed'>The Harbour Post</source><dc:creator>The Harbour Post</dc:creator><pubDate>Fri, 14 Mar 2031 09:00:00 +0100</pubDate><content:encoded>" + escaped(kFerry) + "</content:encoded></item></channel></rss>"
                                         << QString();
    }

    void readBytes_otherFeeds_areRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, author);
        const model::Article article = readOne(bytes);
        QCOMPARE(article.title.value_or(QString()), u"Ferry sinks"_s);
        QCOMPARE(*article.outlet, u"The Harbour Post"_s);
        QCOMPARE(article.authors.join(u'|'), author);
        QCOMPARE(*article.url, u"https://post.example/ferry"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(printed(article), kFerryText);
    }

    void readBytes_faultyXml_isMended_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("outcome");
        const QByteArray body = "<content:encoded>" + escaped(kFerry) + "</content:encoded>";
        QTest::newRow("entities of HTML") << rss("<item><title>Caf&eacute;&nbsp;closed &ndash; again</title>" + body + "</item>") << u"Caf\u00E9 closed \u2013 again"_s << u"read"_s;
        QTest::newRow("bare ampersand") << rss("<item><title>Smith & Sons&rsquo; ferry & AT&T</title>" + body + "</item>") << u"Smith & Sons\u2019 ferry & AT&T"_s << u"read"_s;
        QTest::newRow("ampersand in CDATA stays") << rss("<item><title><![CDATA[Smith & Sons &lt;x]]></title><author>a & b</author>" + body + "</item>") << u"Smith & Sons <x"_s << u"read"_s;
        QTest::newRow("unknown entity") << rss("<item><title>The &bogus; ferry</title>" + body + "</item>") << u"The &bogus; ferry"_s << u"read"_s;
        QTest::newRow("undeclared prefix") << QByteArray("<rss version='2.0'><channel><title>P</title><item><title>Ferry sinks</title><media:thumb url='x'/><description>" + escaped(kFerry) + "</description></item></channel></rss>")
                                           << u"Ferry sinks"_s << u"partly only-summary malformed"_s;
        QTest::newRow("wrong end tag") << rss("<item><title>Ferry sinks</titel>" + body + "</item>") << u"Ferry sinks"_s << u"partly malformed"_s;
        QTest::newRow("cut off") << rss("<item><title>Ferry sinks</title>" + body).chopped(18) << u"Ferry sinks"_s << u"partly truncated"_s;
        QTest::newRow("control characters") << rss("<item><title>Ferry\x0b sinks</title>" + body + "</item>") << u"Ferry sinks"_s << u"read"_s;
        QTest::newRow("latin bytes, declared") << QByteArray(rss("<item><title>Caf\xe9</title>" + body + "</item>")).replace("UTF-8", "iso-8859-1") << u"Caf\u00E9"_s << u"read"_s;
    }

    void readBytes_faultyXml_isMended()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, title);
        QFETCH(QString, outcome);
        const model::Article article = readOne(bytes, u"feed.xml"_s);
        QCOMPARE(article.title.value_or(QString()), title);
        QCOMPARE(outcomeOf(article), outcome);
        QVERIFY(article.text.contains(u"The ferry left Halvern at nine."_s));
    }

    void readBytes_hostileXml_ends_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray laughs = "<!DOCTYPE rss [<!ENTITY a0 'ha'>";
        for (int level = 1; level < 12; ++level)
            laughs += "<!ENTITY a" + QByteArray::number(level) + " '" + QByteArray("&a" + QByteArray::number(level - 1) + ";").repeated(12) + "'>";
        QTest::newRow("billion laughs") << laughs + "]><rss version='2.0'><channel x='&a11;'><item><title>&a11;</title></item></channel></rss>";
        QTest::newRow("external entity") << QByteArray("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><title>&x;</title></item></channel></rss>");
        QTest::newRow("deep") << "<rss version='2.0'>" + QByteArray("<channel>").repeated(100'000);
        QTest::newRow("deep in an item") << rss("<item>" + QByteArray("<a>").repeated(5000) + QByteArray("</a>").repeated(5000) + "</item>");
        QTest::newRow("many attributes") << "<rss version='2.0' " + [] { QByteArray all; for (int at = 0; at < 50'000; ++at) all += "a" + QByteArray::number(at) + "='x' "; return all; }() + "><channel/></rss>";
        QTest::newRow("many ampersands") << rss("<item><title>" + QByteArray("& ").repeated(200'000) + "</title></item>");
    }

    void readBytes_hostileXml_ends()
    {
        QFETCH(QByteArray, bytes);
        for (const model::Article &article : reading::readBytes(bytes, u"feed.xml"_s)) {
            QVERIFY(!article.text.contains(u"root:"_s));
            QVERIFY(!article.title.value_or(QString()).contains(u"root:"_s));
            QVERIFY(article.title.value_or(QString()).size() < 1'000'000);
        }
    }

    void readBytes_opml_isPassedOver()
    {
        const model::Article article = readOne("<?xml version='1.0'?><opml version='2.0'><head><title>My feeds</title></head><body><outline text='The Harbour Post' xmlUrl='https://post.example/feed'/></body></opml>", u"feeds.opml"_s);
        QCOMPARE(outcomeOf(article), u"not-read only-feed-names"_s);
        QVERIFY(model::isPassedOver(article));
    }

    void readBytes_textAboutXml_staysText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("quoted within") << QByteArray("The paper's feed begins with <rss version=\"2.0\"> and ends soon after, its owner said on Friday.\n");
        QTest::newRow("quoted first") << QByteArray("<rss> is the first word of a feed, and few readers have ever seen it, the paper's owner said.\n");
        QTest::newRow("feed first") << QByteArray("<feed> me, said the plant, and the gardener of Halvern came with a can of water on Friday.\n");
    }

    void readBytes_textAboutXml_staysText()
    {
        QFETCH(QByteArray, bytes);
        const model::Article article = readOne(bytes, u"a.txt"_s);
        QCOMPARE(article.mediaType, u"text/plain"_s);
        QCOMPARE(article.outcome, model::ReadOutcome::Read);
    }

    void readBytes_page_isNoFeed()
    {
        const model::Article article = readOne("<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title>Ferry</title></head><body><p>The ferry left Halvern harbour at nine and was due back before noon, its owner said.</p></body></html>");
        QCOMPARE(article.mediaType, u"text/html"_s);
    }
};

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"
