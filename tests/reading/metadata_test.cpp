// What pages say of themselves, and which of several answers is taken.
#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::readOne;

namespace {

model::Article readPage(const QByteArray &head, const QByteArray &body = {})
{
    return readOne("<html lang='en-GB'><head>" + head + "</head><body>" + body + "<p>The ferry left Halvern harbour at nine and was due back before noon, its owner said.</p></body></html>", u"a.html"_s);
}

QString summary(const model::Article &article)
{
    const auto text = [](const std::optional<QString> &value) { return value.value_or(u"-"_s); };
    const auto date = [](const std::optional<model::NewsDate> &value) { return value ? value->toString() : u"-"_s; };
    return QStringList{text(article.title), text(article.outlet), article.authors.join(u"; "_s), date(article.published), date(article.updated)}.join(u" / "_s);
}

} // namespace

class MetadataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_page_givesMetadata_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &body, const char *expected) {
            QTest::newRow(name) << head << body << QString::fromUtf8(expected);
        };
        row("json-ld",
            "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks &amp; burns\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Bay\"},"
            "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"@type\":\"Person\",\"name\":\"Bo Hart\"}],\"datePublished\":\"2031-03-14T09:00:00+01:00\",\"dateModified\":\"2031-03-15\"}</script>",
            "", "Ferry sinks & burns / The Bay / Ann Lee; Bo Hart / 2031-03-14T09:00:00+01:00 / 2031-03-15");
        row("json-ld graph with references",
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Lee\"},{\"@type\":\"WebSite\",\"name\":\"The Bay\"},"
            "{\"@type\":[\"Article\",\"NewsArticle\"],\"headline\":\"Ferry sinks\",\"author\":{\"@id\":\"#a\"},\"datePublished\":\"2031-03-14\"}]}</script>",
            "", "Ferry sinks / The Bay / Ann Lee / 2031-03-14 / -");
        row("json-ld with line breaks and a comma too many",
            "<script type='application/ld+json'>[{\"@type\":\"Article\",\n\"headline\":\"Ferry\n sinks\",}]</script>", "", "Ferry sinks / - /  / - / -");
        const QByteArray listed = "<script type='application/ld+json'>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge\",\"datePublished\":\"2011-01-01\",\"author\":{\"name\":\"Cy Ray\"},\"url\":\"https://bay.example/bridge\"}]}</script>";
        const QByteArray other = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge\",\"datePublished\":\"2011-01-01\",\"author\":{\"name\":\"Cy Ray\"},\"url\":\"https://bay.example/bridge\"}</script>";
        const QByteArray own = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks off Halvern\",\"datePublished\":\"2031-03-14\",\"author\":{\"name\":\"Ann Lee\"},\"url\":\"https://bay.example/ferry\"}</script>";
        const QByteArray unnamed = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ship lost\",\"datePublished\":\"2031-03-14\",\"mainEntityOfPage\":{\"@id\":\"http://www.bay.example/ferry/\"}}</script>";
        row("json-ld of a list before the page's own", "<title>Ferry sinks off Halvern</title>" + listed + own, "", "Ferry sinks off Halvern / - / Ann Lee / 2031-03-14 / -");
        row("json-ld of a list alone", "<title>Ferry sinks off Halvern</title>" + listed, "", "Ferry sinks off Halvern / - /  / - / -");
        row("json-ld of another article before the page's own", "<title>Ferry sinks off Halvern | The Bay</title>" + other + own, "", "Ferry sinks off Halvern / - / Ann Lee / 2031-03-14 / -");
        row("json-ld with the page's address", "<link rel=canonical href='https://bay.example/ferry'>" + other + unnamed, "", "Ship lost / - /  / 2031-03-14 / -");
        row("broken json-ld is skipped", "<script type='application/ld+json'>{\"headline\": </script><meta property='og:title' content='Ferry sinks'>", "", "Ferry sinks / - /  / - / -");
        row("opengraph",
            "<meta property='og:title' content='Ferry sinks | The Bay'><meta property='og:site_name' content='The Bay'><meta property='article:published_time' content='2031-03-14T09:00:00Z'>"
            "<meta property='article:modified_time' content='2031-03-14T10:00:00Z'><meta name=author content='By Ann Lee and Bo Hart'>",
            "", "Ferry sinks / The Bay / Ann Lee; Bo Hart / 2031-03-14T09:00:00+00:00 / 2031-03-14T10:00:00+00:00");
        row("microdata", "", "<div itemscope><h2 itemprop=headline>Ferry sinks off Halvern</h2><span itemprop=author>Ann Lee</span><time itemprop=datePublished datetime='2031-03-14'>Friday</time></div>",
            "Ferry sinks off Halvern / - / Ann Lee / 2031-03-14 / -");
        row("title element", "<title>Ferry sinks off Halvern - The Bay</title><meta property='og:site_name' content='The Bay'>", "", "Ferry sinks off Halvern / The Bay /  / - / -");
        row("title and heading name the outlet", "<title>Ferry sinks off Halvern - The Bay</title>", "<h1>Ferry sinks off Halvern</h1>", "Ferry sinks off Halvern / The Bay /  / - / -");
        row("hyphen in a headline stays", "<title>Ferry sinks - owner is silent</title>", "", "Ferry sinks - owner is silent / - /  / - / -");
        row("site before the heading's words", "<title>The Halvern Post | Ferry sinks off Halvern</title>", "<h1>Ferry sinks off Halvern</h1>", "Ferry sinks off Halvern / The Halvern Post /  / - / -");
        row("site before the heading's words, masthead is a heading too", "<title>The Halvern Post | Ferry sinks off Halvern</title>", "<h1>The Halvern Post</h1><h2>Ferry sinks off Halvern</h2>",
            "Ferry sinks off Halvern / The Halvern Post /  / - / -");
        row("site before the heading's words, told to machines", "<meta property='og:title' content='The Halvern Post | Ferry sinks off Halvern'>", "<h1>Ferry sinks off Halvern</h1>", "Ferry sinks off Halvern / - /  / - / -");
        row("bar in the headline", "<title>Ferry deal | Town and county sign</title>", "<h1>Ferry deal | Town and county sign</h1>", "Ferry deal | Town and county sign / - /  / - / -");
        row("bar before the outlet in the headline", "<title>Ferry sinks off Halvern | The Bay</title><meta property='og:site_name' content='The Bay'>", "<h1>Ferry sinks off Halvern | The Bay</h1>", "Ferry sinks off Halvern / The Bay /  / - / -");
        row("all that machines are told is the site", "<title>The Halvern Post</title>", "<article><h1>Ferry sinks off Halvern</h1></article><article><h1>Mayor opens a bridge</h1></article>", "Ferry sinks off Halvern / - /  / - / -");
        row("heading over search title", "<meta property='og:title' content='Ferry sinks: live updates'><title>Ferry sinks: live updates</title>", "<h1>Ferry sinks off Halvern, owner silent</h1>",
            "Ferry sinks off Halvern, owner silent / - /  / - / -");
        row("masthead heading is no title", "<title>Ferry sinks off Halvern</title>", "<h1>The Bay</h1><h1>Ferry sinks off Halvern</h1>", "Ferry sinks off Halvern / - /  / - / -");
        row("staff is no author", "<meta name=author content='Staff Reporter'>", "", "- / - /  / - / -");
        row("outlet is no author", "<meta property='og:site_name' content='The Bay'><meta name=author content='The Bay'>", "", "- / The Bay /  / - / -");
        row("byline by class", "", "<div class=byline>By <a rel=author href=/a>Ann Lee</a></div>", "- / - / Ann Lee / - / -");
        row("date by class", "", "<span class=pub-date>Published March 14, 2031 9:30 am GMT</span>", "- / - /  / 2031-03-14T09:30:00+00:00 / -");
        row("meta with value for content", "<meta value='Ferry sinks off Halvern' name='og:title'><meta value='2031-03-14T09:00:00Z' name='article:published_time'>", "",
            "Ferry sinks off Halvern / - /  / 2031-03-14T09:00:00+00:00 / -");
        // titles
        row("label in the heading", "<meta property='og:title' content='Ferry sinks off Halvern'>", "<h1><span>News</span> Ferry sinks off Halvern</h1>", "Ferry sinks off Halvern / - /  / - / -");
        row("note behind the heading", "<meta property='og:title' content='Ferry sinks off Halvern'>", "<h1>Ferry sinks off Halvern [Watch]</h1>", "Ferry sinks off Halvern / - /  / - / -");
        row("longer heading is no label", "<meta property='og:title' content='Ferry sinks off Halvern'>", "<h1>Owner silent after ferry sinks off Halvern on a calm day in March</h1>",
            "Owner silent after ferry sinks off Halvern on a calm day in March / - /  / - / -");
        row("blog name over the post", "<title>Harbour Notes: Ferry sinks off Halvern</title><meta property='og:title' content='Ferry sinks off Halvern'>", "<h1>Harbour Notes</h1><h3>Ferry sinks off Halvern</h3>",
            "Ferry sinks off Halvern / - /  / - / -");
        row("heading of words that all titles share", "<title>Ferry sinks off Halvern and the owner is silent</title>", "<h1>Information and the Resources</h1>",
            "Ferry sinks off Halvern and the owner is silent / - /  / - / -");
        row("site before the title", "<meta property='og:site_name' content='The Bay'><meta property='og:title' content='The Bay - Ferry sinks off Halvern'>", "", "Ferry sinks off Halvern / The Bay /  / - / -");
        row("handle is no outlet", "<meta property='og:site_name' content='@thebay'>", "", "- / - /  / - / -");
        // authors
        row("byline names more than machines are told", "<meta name=author content='Ann Lee'>", "<h1>Ferry sinks off Halvern today</h1><p>By <a href='/author/ann-lee'>Ann Lee</a> and Bo Hart</p>",
            "Ferry sinks off Halvern today / - / Ann Lee; Bo Hart / - / -");
        row("byline names fewer than machines are told", "<meta name=author content='Ann Lee, Cy Ray'>", "<h1>Ferry sinks off Halvern today</h1><div class=byline>By <span>Ann Lee</span></div>",
            "Ferry sinks off Halvern today / - / Ann Lee / - / -");
        row("byline of another article", "<meta name=author content='Ann Lee'>", "<h1>Ferry sinks off Halvern today</h1><p>It went down fast.</p><div class=byline>By Cy Ray</div>",
            "Ferry sinks off Halvern today / - / Ann Lee / - / -");
        row("nearest byline counts", "", "<h1>Ferry sinks off Halvern today</h1><div class=byline>By Ann Lee</div><p>It went down fast, said its owner, and nobody saw it go.</p><div class=byline>By Cy Ray</div>",
            "Ferry sinks off Halvern today / - / Ann Lee / - / -");
        row("bylines in comments and related lists", "", "<h1>Ferry sinks off Halvern today</h1><div class=comments><span class=author>Cy Ray</span></div><div class='related-stories'><a rel=author href=/a>Di Fox</a></div>",
            "Ferry sinks off Halvern today / - /  / - / -");
        row("words of two elements stay apart", "", "<h1>Ferry sinks off Halvern today</h1><div class=author><span>By</span><a href=/x>Ann Lee</a><span>Staff Writer</span></div>",
            "Ferry sinks off Halvern today / - / Ann Lee / - / -");
        row("line that begins with By", "", "<h1>Ferry sinks off Halvern today</h1><p>By Ann Lee</p>", "Ferry sinks off Halvern today / - / Ann Lee / - / -");
        row("line that begins with By, in capitals", "", "<article><h1>Ferry sinks off Halvern today</h1><p>BY ANN LEE and Bo Hart</p><p>14 March 2031</p></article>", "Ferry sinks off Halvern today / - / ANN LEE; Bo Hart / 2031-03-14 / -");
        row("line between breaks that begins with By", "", "<div><h1>Ferry sinks off Halvern today</h1>By Ann Lee<br><i>14 March 2031</i><br><br>The ferry left Halvern harbour at nine and was due back before noon, its owner said, but was not.</div>",
            "Ferry sinks off Halvern today / - / Ann Lee / 2031-03-14 / -");
        row("by in the middle of a line", "", "<h1>Ferry sinks off Halvern today</h1><div><small>posted on <time datetime='2031-03-14'>2031-03-14</time></small> by Ann Bo Lee</div>", "Ferry sinks off Halvern today / - / Ann Bo Lee / 2031-03-14 / -");
        row("sentence that begins with By", "", "<h1>Ferry sinks off Halvern today</h1><p>By Monday Ann Lee had left for home.</p><p>By then the Harbour Office knew.</p>", "Ferry sinks off Halvern today / - /  / - / -");
        row("sentence between breaks that begins with By", "", "<div><h1>Ferry sinks off Halvern today</h1>By noon Ann Lee knew that<br>the ferry was lost, and said so at once.</div>", "Ferry sinks off Halvern today / - /  / - / -");
        row("photographer is no author", "", "<h1>Ferry sinks off Halvern today</h1><p class=byline>By <a href='/people/ann-lee'>Ann Lee</a></p><p class=byline>Photography by <a href='/people/di-fox'>Di Fox</a></p>",
            "Ferry sinks off Halvern today / - / Ann Lee / - / -");
        row("json-ld organisation signs where nobody else does",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks\",\"author\":{\"@type\":\"Organization\",\"name\":\"Harbour Telegram & Gazette\"}}</script>", "",
            "Ferry sinks / - / Harbour Telegram & Gazette / - / -");
        row("author turned round", "<meta name=dc.creator content='Lee, Ann'>", "", "- / - / Ann Lee / - / -");
        row("twitter label", "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ann Lee'><meta name='twitter:label2' content='Reading time'><meta name='twitter:data2' content='Two Minutes'>", "",
            "- / - / Ann Lee / - / -");
        // dates
        row("offset that the page shows", "<meta property='article:published_time' content='2031-03-15T01:06:51Z'>", "<h1>Ferry sinks off Halvern today</h1><time>March 14, 2031 6:06pm PT</time>",
            "Ferry sinks off Halvern today / - /  / 2031-03-14T18:06:51-07:00 / -");
        row("offset of the page's other times", "<meta property='article:published_time' content='2031-03-15T01:06:51Z'>", "<h1>Ferry sinks off Halvern today</h1><ul class=latest><li><time datetime='2031-03-15T09:00:00-07:00'>now</time></ul>",
            "Ferry sinks off Halvern today / - /  / 2031-03-14T18:06:51-07:00 / -");
        row("other moment gives no offset", "<meta property='article:published_time' content='2031-03-15T01:06:51Z'>", "<h1>Ferry sinks off Halvern today</h1><time>March 14, 2031 5:11pm</time>",
            "Ferry sinks off Halvern today / - /  / 2031-03-15T01:06:51+00:00 / -");
        row("published and updated lines", "", "<h1>Ferry sinks off Halvern today</h1><p>Published 14 March 2031 at 10:15 GMT</p><p>Updated: 15 March 2031</p>",
            "Ferry sinks off Halvern today / - /  / 2031-03-14T10:15:00+00:00 / 2031-03-15");
        row("label before a time element", "", "<h1>Ferry sinks off Halvern today</h1><p>First published: <time datetime='2031-03-14'>Friday</time> Last updated: <time datetime='2031-03-15'>Saturday</time></p>",
            "Ferry sinks off Halvern today / - /  / 2031-03-14 / 2031-03-15");
        row("date nearest to the headline", "", "<ul><li><time datetime='2031-03-20'>now</time></li></ul><h1>Ferry sinks off Halvern today</h1><span>14 March 2031</span><p>It went down fast and nobody saw it go, said its owner, who was at home and asleep at that hour.</p><time datetime='2030-01-01'>old</time>",
            "Ferry sinks off Halvern today / - /  / 2031-03-14 / -");
        row("date in a sentence is the story's", "", "<h1>Ferry sinks off Halvern today</h1><p>The ferry was built on 14 March 2019.</p>", "Ferry sinks off Halvern today / - /  / - / -");
        const QByteArray prose = "<p>The ferry left Halvern harbour at nine and was due back before noon, its owner said, but it was not.</p>";
        const char *undated = "Ferry sinks off Halvern today / - /  / - / -";
        const char *dated = "Ferry sinks off Halvern today / - /  / 2031-03-14 / -";
        row("date of a quoted post", "", "<h1>Ferry sinks off Halvern today</h1>" + prose + "<blockquote class=post><p>What a day!</p> Ann Lee (@annlee) <a href=y>March 5, 2029</a></blockquote>" + prose, undated);
        row("time of a quoted post", "", "<h1>Ferry sinks off Halvern today</h1><blockquote><p>What a day!</p> <time datetime='2029-03-05'>March 5, 2029</time></blockquote>" + prose, undated);
        row("day of a timeline", "", "<h1>Ferry sinks off Halvern today</h1>" + prose + "<h3>Timeline</h3><ul><li>March 5, 2029</li><li>It was bought by the county.</li></ul>" + prose, undated);
        row("day between paragraphs", "", "<h1>Ferry sinks off Halvern today</h1>" + prose + prose + "<p>March 5, 2029</p>" + prose, undated);
        row("date below a deck", "", "<h1>Ferry sinks off Halvern today</h1>" + prose + "<p>14 March 2031</p>" + prose + prose, dated);
        row("date below a deck, in a list of facts", "", "<h1>Ferry sinks off Halvern today</h1>" + prose + "<ul><li>14 March 2031</li><li>79 comments</li></ul>" + prose + prose, dated);
        row("date below the headline, others in the story", "", "<h1>Ferry sinks off Halvern today</h1><p>14 March 2031</p>" + prose + "<blockquote>March 5, 2029</blockquote>" + prose, dated);
        row("labelled date below the story", "", "<h1>Ferry sinks off Halvern today</h1>" + prose + prose + "<p>Published 14 March 2031</p>", dated);
        row("copyright line", "", "<h1>Ferry sinks off Halvern today</h1><p>Copyright 14 March 2031 The Bay</p>", "Ferry sinks off Halvern today / - /  / - / -");
        row("only an update is known", "<meta property='article:modified_time' content='2031-03-15'>", "", "- / - /  / 2031-03-15 / 2031-03-15");
        row("dates of a page that is no article", "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2031-03-14\"}</script>", "", "- / - /  / 2031-03-14 / -");
        row("date in the address", "<link rel=canonical href='https://bay.example/2031/03/14/ferry'>", "", "- / - /  / 2031-03-14 / -");
    }

    void readBytes_page_givesMetadata()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        QCOMPARE(summary(readPage(head, body)), expected);
    }

    void readBytes_sources_areNamed()
    {
        const model::Article article = readPage("<meta property='og:title' content='Ferry sinks'><link rel=canonical href='https://bay.example/2031/03/14/ferry'>");
        QCOMPARE(article.metadataSources.at(model::MetadataField::Title), u"meta og:title"_s);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Url), u"link canonical"_s);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Published), u"url"_s);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Language), u"html lang"_s);
        QVERIFY(!article.metadataSources.contains(model::MetadataField::Outlet));
        QCOMPARE(*article.language, u"en-GB"_s);
        QCOMPARE(*article.publishedBasis, model::DateBasis::Stated);
    }

    void readBytes_onlyUpdated_isInferred()
    {
        const model::Article article = readPage("<meta property='article:modified_time' content='2031-03-15'>");
        QCOMPARE(*article.publishedBasis, model::DateBasis::Inferred);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Published), u"meta article:modified_time"_s);
    }

    void readBytes_agencyInByline_isAgency()
    {
        const model::Article article = readPage({}, "<h1>Ferry sinks off Halvern today</h1><div class=byline>By Ann Lee, Associated Press</div>");
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(article.agencies, QStringList{u"Associated Press"_s});
        QCOMPARE(article.metadataSources.at(model::MetadataField::Agency), u"byline"_s);
    }

    void readBytes_savedPage_keepsTheAddressOfTheComment()
    {
        const model::Article article = readOne("<!DOCTYPE html>\n<!-- saved from url=(0027)https://bay.example/ferry -->\n<html><body><p>The ferry left Halvern harbour at nine and never came back.</p></body></html>", u"a.html"_s);
        QCOMPARE(*article.url, u"https://bay.example/ferry"_s);
    }

    void readBytes_withoutDate_hasNone()
    {
        const model::Article article = readOne("The ferry left Halvern harbour at nine, and nobody knows where it is now.");
        QVERIFY(!article.published);
        QVERIFY(!article.publishedBasis);
        QCOMPARE(*article.language, u"en"_s);
    }

    void readBytes_otherLanguage_isKnown()
    {
        const model::Article article = readOne("Le ferry a quitte le port de Halvern a neuf heures du matin et personne ne sait ou il se trouve maintenant.");
        QCOMPARE(article.language, u"fr"_s);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Language), u"text"_s);
        QCOMPARE(reading::test::outcomeOf(article), u"read language-not-compared"_s);
    }
};

QTEST_GUILESS_MAIN(MetadataTest)
#include "metadata_test.moc"
