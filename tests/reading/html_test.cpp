// Main text of pages, and pages that are broken or hostile.
#include "reading_support.h"
#include "support/processor_time.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;
using reading::test::printed;
using reading::test::readOne;

namespace {

const QByteArray kFirst = "The ferry left Halvern harbour at nine and was due back before noon, its owner said.";
const QByteArray kSecond = "Two helicopters searched the bay until dark, the coastguard of the district said on Friday.";
const QByteArray kThird = "Forty cars were aboard, and nine lorries, according to a list that the port gave out.";
const QByteArray kOther = "In other news the mayor of Sorn opened a bridge, and many people came to see it, he said.";
const QString kAll = QString::fromUtf8("P " + kFirst + "|P " + kSecond + "|P " + kThird);

QByteArray paragraphs() { return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>"; }
QByteArray page(const QByteArray &body) { return "<!DOCTYPE html><html><head><title>Ferry sinks | The Bay</title></head><body>" + body + "</body></html>"; }

} // namespace

class HtmlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_clutterAroundTheText_goes_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
        row("bare", paragraphs());
        row("headline", "<h1>Ferry sinks</h1>" + paragraphs());
        row("navigation", "<nav><a href=/>Home</a> <a href=/n>News</a></nav>" + paragraphs() + "<footer>Contact us</footer>");
        row("menu list", "<ul class=main-menu><li><a href=/>Home</a><li><a href=/n>News of the day</a></ul><div class=c>" + paragraphs() + "</div>");
        row("link list without class", "<div><ul><li><a href=/>Home page of the paper</a><li><a href=/n>News of the day, and of the week before it</a></ul></div><div>" + paragraphs() + "</div>");
        row("comments", "<div class=story>" + paragraphs() + "</div><section id=comments><p>" + kOther + "</p></section>");
        row("comments inside", "<article>" + paragraphs() + "<div class='post-comments'><p>" + kOther + "</p></div></article>");
        row("related", "<article><p>" + kFirst + "</p><div class=related-articles><h3>Related</h3><p>" + kOther + "</p></div><p>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("newsletter", "<article><p>" + kFirst + "</p><div class=newsletter-signup><p>Get the news of the day by mail, every morning, before all others.</p></div><p>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("advert and share lines", "<article><p>" + kFirst + "</p><p>Advertisement</p><p>" + kSecond + "</p><p>Share this article</p><p>" + kThird + "</p></article>");
        row("cookie notice", "<div class=cookie-consent><p>We and our partners keep data on your device, and you may say no at any time.</p></div>" + paragraphs());
        row("author box", paragraphs() + "<div class=author-bio><p>Ann Lee has written about the sea for twenty years, and lives in Halvern with a dog.</p></div>");
        row("comments without a class", "<article><h1>Ferry sinks</h1><div>" + paragraphs() + "</div><div><h3>42 Comments</h3>" + QByteArray("<div><b>user</b><p>I really think that the owner is wrong, and that the ferry should stay where it is now, for good.</p></div>").repeated(20) + "</div></article>");
        row("comments below a heading in a box", "<h1>Ferry sinks</h1><div>" + paragraphs() + "</div><section><div><h3>3 Comments</h3></div>" + QByteArray("<div><p>I really think that the owner is wrong, and that the ferry should stay where it is now, for good.</p></div>").repeated(20) + "</section>");
        row("photo credit as a line", "<article><p>" + kFirst + "</p><p><em>Photo by Ann Lee</em></p><p>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("author in the last line", "<article>" + paragraphs() + "<p><em>Ann Lee is a reporter at The Halvern Post. Follow her on Chatter @annlee.</em></p></article>");
        row("script and style", "<script>var a = '<p>no</p>';</script>" + paragraphs() + "<style>p { x: y }</style>");
        row("hidden", "<p style='display: none'>" + kOther + "</p>" + paragraphs() + "<p hidden>" + kOther + "</p>");
        row("byline and date above", "<article><p>By Ann Lee</p><p>March 14, 2031</p>" + paragraphs() + "</article>");
        row("layout table", "<table><tr><td><a href=/>Home</a></td><td>" + paragraphs() + "</td></tr></table>");
        row("breaks", "<div>" + kFirst + "<br><br>" + kSecond + "<br/><br/>" + kThird + "</div>");
        row("unclosed", "<div><p>" + kFirst + "<p>" + kSecond + "<p>" + kThird);
        row("link in prose", "<p>The ferry left <a href=/h>Halvern harbour</a> at nine and was due back before noon, its owner said.</p><p>" + kSecond + "</p><p>" + kThird + "</p>");
        const QByteArray aside = "<p>" + kOther + "</p>";
        row("read-more box", "<article><p>" + kFirst + "</p><div class=read-more-big>Also here: the mayor of Sorn opens a bridge, and says why it took so long</div><p>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("list with a tooltip", "<article><p>" + kFirst + "<span class=rollover-people><a href=/a>Ann Lee</a> <a href=/b>The mayor opens a bridge, and more</a></span></p><p>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("linked lines between paragraphs", "<article><p>" + kFirst + "</p><p>DON'T MISS <a href=/a>The mayor of Sorn opens a bridge</a> [VIDEO] <a href=/b>Why bridges take so long, and what else the mayor has promised the people of Sorn for the year</a> [INSIGHT]</p><p>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("pull quote", "<article><p>" + kFirst + "</p><div class=big>was due back before noon, its owner said</div><p>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("carousel with captions", "<article><div class=Carousel><div class=slide><p>" + kOther + "</p></div></div>" + paragraphs() + "</article>");
        row("words in a number", "<article><p id=cb-b1ad6169>" + kFirst + "</p><p id=x8ad31fa>" + kSecond + "</p><p>" + kThird + "</p></article>");
        row("hidden by class", "<p class=sr-only>" + kOther + "</p>" + paragraphs() + "<div class='hidden box'>" + aside + "</div>");
        row("hidden on small screens only", "<div class='hidden md:block'>" + paragraphs() + "</div>");
        row("attributes that are not looked at", "<article data-x='<p>no</p>' onclick=\"a > b\" data-y=1><p  data-z = \"'\" class = \"\" >" + kFirst + "</p><p>" + kSecond + "</p><p style=color:red>" + kThird + "</p></article>");
        row("class that lies", "<div class=has-sidebar><div class='page ad-free comments-open'>" + paragraphs() + "</div></div>");
    }

    void readBytes_clutterAroundTheText_goes()
    {
        QFETCH(QByteArray, body);
        const model::Article article = readOne(page(body), u"a.html"_s);
        QCOMPARE(printed(article), kAll);
        QCOMPARE(*article.title, u"Ferry sinks"_s);
        QVERIFY(reading::test::isWellFormed(article));
    }

    void readBytes_kindsOfBlocks_areKept()
    {
        const model::Article article = readOne(page("<article><p>" + kFirst + "</p><h2>What is known</h2><ul><li>The ship was built in 1994, the owner said.</li><li>It had been inspected in May.</li></ul>"
                                                                              "<blockquote><p>It was so quiet that we heard the birds, he said.</p></blockquote><p>"
                                                    + kSecond + "</p></article>"),
                                               u"a.html"_s);
        QCOMPARE(printed(article), QString::fromUtf8("P " + kFirst + "|H What is known|L The ship was built in 1994, the owner said.|L It had been inspected in May.|Q It was so quiet that we heard the birds, he said.|P " + kSecond));
    }

    void readBytes_partLongerThanTheArticle_goes_data()
    {
        QTest::addColumn<QByteArray>("part");
        const QByteArray others = QByteArray("<p>" + kOther + "</p>").repeated(12);
        QTest::newRow("footer") << "<div class=page-footer>" + others + "</div>";
        QTest::newRow("comments") << "<section class=comments-list>" + others + "</section>";
        QTest::newRow("related posts under a heading") << "<div><h3 class=relatedpoststitle>More to read</h3><article>" + others + "</article></div>";
    }

    void readBytes_partLongerThanTheArticle_goes()
    {
        QFETCH(QByteArray, part);
        const QByteArray again = paragraphs().replace("<p>", "<p>Again: ");
        const model::Article article = readOne(page("<article><h1>Ferry sinks</h1>" + paragraphs() + again + "</article>" + part), u"a.html"_s);
        QCOMPARE(printed(article), kAll + u'|' + QString(kAll).replace(u"P "_s, u"P Again: "_s));
    }

    void readBytes_everyParagraphBehindAWall_isText()
    {
        QByteArray walled = paragraphs().replace("<p>", "<p class=paywall>");
        QCOMPARE(printed(readOne(page("<article>" + walled + "</article>"), u"a.html"_s)), kAll);
        const QByteArray plea = "<div class=paywall><p>To read on, become one of our readers for as little as two crowns a month, and cancel at any time.</p></div>";
        QCOMPARE(printed(readOne(page("<article>" + paragraphs() + plea + "</article>"), u"a.html"_s)), kAll);
    }

    void readBytes_articleHiddenFromVisitors_isText()
    {
        const QByteArray more = paragraphs().replace("<p>", "<p>Again: ");
        const model::Article article = readOne(page("<article><h1>Ferry sinks</h1><p>Ann Lee writes for the Harbour Post about ships and the sea, from Halvern.</p><div style='display:none'>" + paragraphs() + more + "</div></article>"), u"a.html"_s);
        QVERIFY2(article.text.contains(QString::fromUtf8(kThird)), qPrintable(article.text));
        QByteArray boxes = QByteArray(paragraphs() + more).replace("<p>", "<div class=subscriber-only style='display: none'><p>").replace("</p>", "</p></div>");
        const model::Article boxed = readOne(page("<article><h1>Ferry sinks</h1><div class=subscriber-preview><p>" + kOther + "</p></div>" + boxes + "</article>"), u"a.html"_s);
        QCOMPARE(printed(boxed), QString::fromUtf8("P " + kOther + "|") + kAll + u'|' + QString(kAll).replace(u"P "_s, u"P Again: "_s));
        const model::Article plea = readOne(page("<article><h1>Ferry sinks</h1>" + paragraphs() + "<div class=support-us><div class=hidden>" + QByteArray("<p>" + kOther + "</p>").repeated(9) + "</div></div></article>"), u"a.html"_s);
        QCOMPARE(printed(plea), kAll);
    }

    void readBytes_tables_areRows()
    {
        const model::Article article = readOne(page("<article>" + paragraphs() + "<table><tr><th>Ship</th><th>Built</th></tr><tr><td>Halvern Star</td><td>1994</td></tr><tr><td><b>Sorn</b></td><td>2001</td></tr></table></article>"), u"a.html"_s);
        QCOMPARE(printed(article), kAll + u"|T Ship | Built|T Halvern Star | 1994|T Sorn | 2001"_s);
    }

    void readBytes_listAtTheEnds_staysWithTheText()
    {
        const QByteArray start = "<h3>What happened</h3><ul><li>Left at nine on Friday</li><li>Never came back</li></ul>";
        const QByteArray end = "<ul><li>Forty cars</li><li>Nine lorries</li><li>Two buses</li></ul>";
        const model::Article article = readOne(page("<article><h1>Ferry sinks</h1>" + start + paragraphs() + end + "</article>"), u"a.html"_s);
        QCOMPARE(printed(article), u"H What happened|L Left at nine on Friday|L Never came back|"_s + kAll + u"|L Forty cars|L Nine lorries|L Two buses"_s);
    }

    void readBytes_pageThatIsNoArticleOrNotAll_isToldSo_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QByteArray &html, const char *outcome) { QTest::newRow(name) << html << QString::fromLatin1(outcome); };
        const auto titled = [](const QByteArray &title, const QByteArray &body) { return "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>"; };
        const QByteArray sorry = "<p>Sorry, the page that you were looking for was moved or deleted, and nobody knows where it is.</p>";
        row("not found", titled("Page not found | The Bay", "<h1>Page not found</h1>" + sorry), "not-read error-page");
        row("number of an error", titled("404 - The Bay", "<h1>Oh no</h1>" + sorry), "not-read error-page");
        row("check for robots", titled("Just a moment...", "<h1>Checking your browser</h1>" + sorry), "not-read error-page");
        row("denied", titled("Access Denied", sorry), "not-read error-page");
        row("story about an error", titled("Access denied: how Halvern lost its ferry", "<h1>Access denied: how Halvern lost its ferry</h1>" + paragraphs() + paragraphs() + paragraphs()), "read");
        row("404 people", titled("404 people were aboard the ferry", "<h1>404 people were aboard the ferry</h1>" + paragraphs()), "read");
        QByteArray teasers;
        for (int number = 0; number < 15; ++number)
            teasers += "<div><h2><a href=/" + QByteArray::number(number) + ">Headline about the bay, number " + QByteArray::number(number) + "</a></h2><p>" + kFirst.left(70) + "\xE2\x80\xA6</p></div>";
        row("front page", titled("The Bay - News from Halvern", "<main>" + teasers + "</main>"), "not-read front-page");
        row("article over teasers", titled("Ferry sinks off Halvern | The Bay", "<article><h1>Ferry sinks off Halvern</h1>" + paragraphs() + "</article><div>" + teasers + "</div>"), "read");
        const QByteArray closed = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks\",\"isAccessibleForFree\":false}</script>";
        row("plea in the text", titled("Ferry sinks", "<article><p>" + kFirst + "</p><p>To continue reading this article, subscribe today. Already a subscriber? Log in.</p></article>"), "partly only-open-part");
        row("plea in a box", titled("Ferry sinks", "<article><p>" + kFirst + "</p><div class=paywall><h2>Subscribe to continue reading</h2></div></article>"), "partly only-open-part");
        row("said to be closed, short", titled("Ferry sinks", closed + "<article><p>" + kFirst + "</p></article>"), "partly only-open-part");
        row("said to be closed, saved whole", titled("Ferry sinks", closed + "<article>" + paragraphs() + "<p>" + kOther + "</p>" + QByteArray("<p>It was the third ship in a year that was lost off Halvern, as nobody in town needs to be told.</p>").repeated(12) + "</article>"), "read");
        row("open article about a library", titled("Ferry sinks", "<article><p>Members sign in at the desk, and to read a newspaper they pay nothing at all, the library said.</p>" + paragraphs() + "</article>"), "read");
        const QByteArray whole = paragraphs() + paragraphs();
        row("two articles", titled("The Bay", "<article><h1>Ferry sinks off Halvern</h1>" + whole + "</article><article><h1>Mayor opens a bridge</h1>" + whole + "</article>"), "partly only-first-article");
        row("article and teaser", titled("The Bay", "<article><h1>Ferry sinks off Halvern</h1>" + whole + "</article><article><h1>Mayor opens a bridge</h1><p>" + kOther + "</p></article>"), "read");
    }
    void readBytes_pageThatIsNoArticleOrNotAll_isToldSo()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, outcome);
        const model::Article article = readOne(html, u"a.html"_s);
        QCOMPARE(outcomeOf(article), outcome);
        QVERIFY(!article.text.contains(u"ubscribe"_s));
    }

    void readBytes_shortParagraphAtTheEnds_isTextWhereItIsASentence_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after, const char *start, const char *end) { QTest::newRow(name) << before << after << QString::fromLatin1(start) << QString::fromLatin1(end); };
        row("lead", "<p>It is done.</p>", "", "P It is done.|", "");
        row("two leads below a byline", "<p>By Ann Lee</p><p>Five hours. One ferry.</p><p>It is done.</p>", "", "P Five hours. One ferry.|P It is done.|", "");
        row("question", "<p><strong>Q: What is known?</strong></p>", "", "P Q: What is known?|", "");
        row("last words", "", "<p>He was lost.</p><p>'Never again,' he said.</p>", "", "|P He was lost.|P 'Never again,' he said.");
        row("list of two", "", "<ul><li>Cars: 40</li><li>Lorries: 9</li></ul>", "", "|L Cars: 40|L Lorries: 9");
        row("last words about words", "", "<p>He declined to comment.</p><p>The commission's report was published.</p>", "", "|P He declined to comment.|P The commission's report was published.");
        row("list below last words", "", "<p>Aboard were:</p><p>These.</p><ul><li>Cars: 40</li><li>Lorries: 9</li></ul>", "", "");
        row("no sentence", "<p>News of the bay</p>", "<p>More of this</p>", "", "");
        row("rights and wishes", "<p>Sign up for our letter.</p>", "<p>Follow us on Chatter!</p><p>All rights reserved.</p>", "", "");
        row("who wrote it", "", "<p>Ann Lee is a reporter.</p>", "", "");
        row("link", "", "<p><a href=/b>Mayor opens a bridge.</a></p>", "", "");
        row("beside the article", "", "</article><p>It is over.</p><article>", "", "");
        row("list of one", "", "<ul><li>Cars: 40</li></ul>", "", "");
    }
    void readBytes_shortParagraphAtTheEnds_isTextWhereItIsASentence()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, start);
        QFETCH(QString, end);
        const model::Article article = readOne(page("<article><h1>Ferry sinks</h1>" + before + paragraphs() + after + "</article>"), u"a.html"_s);
        QCOMPARE(printed(article), start + kAll + end);
    }

    void readBytes_headingThatIsALink_staysOverProse()
    {
        const QByteArray linked = "<h2><a href=/star>Halvern Star</a></h2>";
        const model::Article article = readOne(page("<article><p>" + kFirst + "</p>" + linked + "<p>" + kSecond + "</p><p>" + kThird + "</p>" + linked + "</article>"), u"a.html"_s);
        QCOMPARE(printed(article), QString::fromUtf8("P " + kFirst + "|H Halvern Star|P " + kSecond + "|P " + kThird));
    }

    void readBytes_postOfANetwork_isQuoted()
    {
        const QByteArray post = "<div class=social-media-embed><blockquote class=twitter-tweet><p>No ship of ours is missing.</p>Sorn Lines (@sornlines) <a href=/x>March 14, 2031</a></blockquote></div>";
        const model::Article article = readOne(page("<article><p>" + kFirst + "</p>" + post + "<p>" + kSecond + "</p><p>" + kThird + "</p></article>"), u"a.html"_s);
        QCOMPARE(printed(article), QString::fromUtf8("P " + kFirst + "|Q No ship of ours is missing.|Q Sorn Lines (@sornlines) March 14, 2031|P " + kSecond + "|P " + kThird));
    }

    void readBytes_lineThatTheHeadDescribes_isTheStandfirst()
    {
        const QByteArray line = "Divers look for the wreck, and the owner denies all blame";
        const model::Article article = readOne("<html><head><title>Ferry sinks</title><meta name=description content='" + line + "'></head><body><header><h1>Ferry sinks</h1><div>" + line + "</div></header><div class=body>" + paragraphs() + "</div></body></html>", u"a.html"_s);
        QCOMPARE(printed(article), QString::fromUtf8("P " + line + "|") + kAll);
    }

    void readBytes_witnessThatIsCutShortOrWrong_changesNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("cut short") << kFirst.left(50);
        QTest::newRow("another article") << kOther.repeated(3);
        QTest::newRow("with boilerplate") << kFirst + " " + kSecond + " " + kThird + " Share this article. Read more in our newsletter of the day.";
        QTest::newRow("markup") << QByteArray("&lt;p&gt;") + kFirst;
        QTest::newRow("empty") << QByteArray();
    }

    void readBytes_witnessThatIsCutShortOrWrong_changesNothing()
    {
        QFETCH(QByteArray, body);
        const QByteArray data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks\",\"articleBody\":\"" + body + "\"}</script>";
        const model::Article article = readOne(page(data + "<article>" + paragraphs() + "<p>Share this article</p></article><div class=comments><p>" + kOther + "</p></div>"), u"a.html"_s);
        QCOMPARE(printed(article), kAll);
    }

    void readBytes_captions_areApart()
    {
        const model::Article article = readOne(page("<article><p>" + kFirst + "</p><figure><img src=a.jpg><figcaption>Divers at the pier on Friday.</figcaption></figure><p>" + kSecond
                                                    + "</p><div class=image-caption>The ferry in 2029.</div><p>" + kThird + "</p></article>"),
                                               u"a.html"_s);
        QCOMPARE(printed(article), kAll);
        QCOMPARE(article.captions, (QStringList{u"Divers at the pier on Friday."_s, u"The ferry in 2029."_s}));
    }

    void readBytes_standfirst_beginsTheText()
    {
        const QByteArray standfirst = "Divers look for the wreck, and the owner denies all blame";
        const model::Article article = readOne(page("<header><h1>Ferry sinks</h1><p class=article-standfirst>" + standfirst + "</p></header><div class=body>" + paragraphs() + "</div>"), u"a.html"_s);
        QCOMPARE(printed(article), QString::fromUtf8("P " + standfirst + "|") + kAll);
    }

    void readBytes_standfirstOfAnotherArticle_staysOut()
    {
        const model::Article article = readOne(page("<div class=box><p class=summary>The mayor of Sorn has opened a bridge</p></div><h1>Ferry sinks</h1><div class=body>" + paragraphs() + "</div>"), u"a.html"_s);
        QCOMPARE(printed(article), kAll);
    }

    void readBytes_galleryWithParagraphs_isText()
    {
        QByteArray slides;
        for (const QByteArray &text : {kFirst, kSecond, kThird})
            slides += "<div class=gallery-slide><img src=a.jpg><p>" + text + "</p></div>";
        QCOMPARE(printed(readOne(page("<div class=photo-gallery>" + slides + "</div>"), u"a.html"_s)), kAll);
        const model::Article article = readOne(page("<article>" + paragraphs() + "<div class=gallery>Picture 1 of 9</div></article>"), u"a.html"_s);
        QCOMPARE(printed(article), kAll);
    }

    void readBytes_secondArticleBelow_staysOut()
    {
        const QByteArray second = "<div class=post><h1>Bridge opens in Sorn</h1><p>" + kOther + "</p><p>" + kOther + "</p></div>";
        const model::Article article = readOne(page("<div><div class=post><h1>Ferry sinks</h1>" + paragraphs() + paragraphs() + "</div>" + second + "</div>"), u"a.html"_s);
        QVERIFY(article.text.contains(QString::fromUtf8(kThird)));
        QVERIFY2(!article.text.contains(u"mayor of Sorn"_s), qPrintable(article.text));
    }

    void readBytes_articlesWithoutEnd_giveTheFirst()
    {
        QByteArray posts;
        for (const QByteArray &headline : {QByteArray("Ferry sinks"), QByteArray("Bridge opens"), QByteArray("Storm comes")})
            posts += "<article class=post><header><h1>" + headline + "</h1></header><div class=text>" + paragraphs().repeated(2) + "<p>" + headline + ", and that was all that was heard of it on that day, he said.</p></div></article>";
        const model::Article article = readOne(page("<div class=post-bodies>" + posts + "</div>"), u"a.html"_s);
        QVERIFY2(article.text.contains(u"Ferry sinks, and that"_s), qPrintable(article.text));
        QVERIFY2(!article.text.contains(u"Bridge opens"_s), qPrintable(article.text));
    }

    void readBytes_singleParagraph_isTheArticle()
    {
        const QByteArray all = kFirst + " " + kSecond + " " + kThird;
        const model::Article article = readOne(page("<nav><a href=/>Home</a></nav><article><h1>Ferry sinks</h1>\n<p>" + all + "</p>\n</article><footer>Contact us</footer>"), u"a.html"_s);
        QCOMPARE(article.text, QString::fromUtf8(all));
    }

    void readBytes_entitiesAndCharacters_areDecoded()
    {
        const model::Article article = readOne(page("<p>The caf&eacute; of Salt &amp; Sons&#8217; ferry&nbsp;left at &#x39;, and \xF0\x9F\x9A\xA2 was never seen again, he said.</p>"), u"a.html"_s);
        QCOMPARE(article.text, u"The caf\u00E9 of Salt & Sons\u2019 ferry left at 9, and \U0001F6A2 was never seen again, he said."_s);
    }

    void readBytes_linkedDataBody_vouchesForShortLines()
    {
        const QByteArray data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sinks\",\"articleBody\":\"" + kFirst + " No trace of the ship was found " + kSecond + "\"}</script>";
        const model::Article article = readOne(page(data + "<article><p>" + kFirst + "</p><p><a href=/x>No trace of the ship was found</a></p><p>" + kSecond + "</p></article>"), u"a.html"_s);
        QVERIFY2(article.text.contains(u"No trace of the ship was found"_s), qPrintable(article.text));
    }

    void readBytes_brokenPage_neverFails_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut in a tag") << QByteArray("<html><body><p>The ferry left.</p><div cla");
        QTest::newRow("cut in a comment") << QByteArray("<html><body><p>The ferry left.</p><!-- never");
        QTest::newRow("cut in a script") << QByteArray("<html><body><p>The ferry left.</p><script>var");
        QTest::newRow("closed before opened") << QByteArray("</div></body></html><html><p>The ferry left.</p></html></html>");
        QTest::newRow("odd characters") << QByteArray("<html><p>The ferry left. \x00\x01\xFF\xFE</p><\xC3 a=\"\"\"><>", 45) + "<p>" + kFirst.repeated(30);
        QTest::newRow("text after the end") << QByteArray("<html><body></body></html><p>The ferry left.</p>");
        QTest::newRow("end before the start") << QByteArray("</div><p>The ferry left.</p>");
        QTest::newRow("doubled body") << QByteArray("<body><body><p>The ferry left.</p></body><body>");
    }

    void readBytes_brokenPage_neverFails()
    {
        QFETCH(QByteArray, bytes);
        const model::Article article = readOne(bytes, u"a.html"_s);
        QVERIFY2(article.text.contains(u"The ferry left"_s), qPrintable(article.text));
    }

    void readBytes_hostilePage_growsWithItsSize_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("million divs") << QByteArray() << QByteArray("<div>") << 1'000'000 << QByteArray("<p>The ferry left Halvern harbour at nine and never came back.");
        QTest::newRow("crossed tags") << QByteArray() << QByteArray("<div></x></p>") << 300'000 << QByteArray();
        QTest::newRow("formatting tags") << QByteArray() << QByteArray("<b><i><a><p>") << 100'000 << QByteArray();
        QTest::newRow("tables") << QByteArray() << QByteArray("<table><tr><td>") << 100'000 << QByteArray();
        QTest::newRow("unclosed comments") << QByteArray() << QByteArray("<!--") << 500'000 << QByteArray();
        QTest::newRow("unclosed scripts") << QByteArray() << QByteArray("<script>") << 300'000 << QByteArray();
        QTest::newRow("unclosed script without >") << QByteArray() << QByteArray("<script ") << 300'000 << QByteArray();
        QTest::newRow("angles") << QByteArray() << QByteArray("<") << 3'000'000 << QByteArray();
        QTest::newRow("attributes") << QByteArray("<p ") << QByteArray("a=b ") << 500'000 << QByteArray(">x");
        QTest::newRow("one long attribute") << QByteArray("<p class='") << QByteArray("a") << 10'000'000 << QByteArray("'>x");
        QTest::newRow("one long word") << QByteArray("<p>") << QByteArray("a") << 3'000'000 << QByteArray();
        QTest::newRow("entities") << QByteArray("<p>") << QByteArray("&amp;") << 1'000'000 << QByteArray();
        QTest::newRow("list items") << QByteArray() << QByteArray("<ul><li>") << 200'000 << QByteArray();
        QTest::newRow("empty blocks") << QByteArray() << QByteArray("<p></p>") << 500'000 << QByteArray();
    }

    void readBytes_hostilePage_growsWithItsSize()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, piece);
        QFETCH(int, count);
        QFETCH(QByteArray, end);
        const auto pageOf = [&](int pieces) { return "<html><body>" + start + piece.repeated(pieces) + end; };
        const QByteArray half = pageOf(count / 2);
        const QByteArray whole = pageOf(count);
        model::Article article;
        const QString steep = tests::steepGrowth([&] { article = readOne(half, u"a.html"_s); }, [&] { article = readOne(whole, u"a.html"_s); });
        QVERIFY2(steep.isEmpty(), qPrintable(steep));
        QVERIFY(reading::test::isWellFormed(article));
        if (qstrcmp(QTest::currentDataTag(), "million divs") == 0) {
            QCOMPARE(outcomeOf(article), u"partly too-complex"_s);
            QVERIFY(article.text.contains(u"The ferry left Halvern harbour"_s));
        }
    }
};

QTEST_GUILESS_MAIN(HtmlTest)
#include "html_test.moc"
