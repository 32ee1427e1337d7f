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
        row("script and style", "<script>var a = '<p>no</p>';</script>" + paragraphs() + "<style>p { x: y }</style>");
        row("hidden", "<p style='display: none'>" + kOther + "</p>" + paragraphs() + "<p hidden>" + kOther + "</p>");
        row("byline and date above", "<article><p>By Ann Lee</p><p>March 14, 2031</p>" + paragraphs() + "</article>");
        row("layout table", "<table><tr><td><a href=/>Home</a></td><td>" + paragraphs() + "</td></tr></table>");
        row("breaks", "<div>" + kFirst + "<br><br>" + kSecond + "<br/><br/>" + kThird + "</div>");
        row("unclosed", "<div><p>" + kFirst + "<p>" + kSecond + "<p>" + kThird);
        row("link in prose", "<p>The ferry left <a href=/h>Halvern harbour</a> at nine and was due back before noon, its owner said.</p><p>" + kSecond + "</p><p>" + kThird + "</p>");
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
        const double onceMs = tests::processorMs([&] { article = readOne(half, u"a.html"_s); });
        QVERIFY(reading::test::isWellFormed(article));
        const double twiceMs = tests::processorMs([&] { article = readOne(whole, u"a.html"_s); });
        QVERIFY(reading::test::isWellFormed(article));
        QVERIFY2(tests::isNearLinear(onceMs, twiceMs), qPrintable(tests::inWords(onceMs, twiceMs)));
        if (qstrcmp(QTest::currentDataTag(), "million divs") == 0) {
            QCOMPARE(outcomeOf(article), u"partly too-complex"_s);
            QVERIFY(article.text.contains(u"The ferry left Halvern harbour"_s));
        }
    }
};

QTEST_GUILESS_MAIN(HtmlTest)
#include "html_test.moc"
