#include "reading/text/leftovers.h"
#include "support/processor_time.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

class LeftoversTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutLeftovers_scraps_go_prose_stays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const char *text, const char *kept) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(kept); };
        row("template-braces", "One. {source}<script async src='x'></script>\nvar a = 1;{/source} Two.", "One. Two.");
        row("template-braces, another blog", "{gallery}bay/ferry{/gallery}One.", "One.");
        row("template-braces unclosed keeps the text", "{source} One. Two.", "One. Two.");
        row("braces in prose", "The set {a, b} is small.", "The set {a, b} is small.");
        row("double-braces", "Hello {{ user.name }} and {% if x %}you{% endif %}.", "Hello and you.");
        row("script", "One.<script>\nwindow.x = 'y';\n</script>Two.", "One. Two.");
        row("style", "One.<style>p { color: red }</style>Two.", "One. Two.");
        row("ins advert", "<ins class='ad' data-slot='3'></ins>One.", "One.");
        row("comment", "One.<!-- ad here --> Two.", "One. Two.");
        row("breaking-tag", "One.<br/>Two.<p class='x'>Three.</p>", "One. Two. Three.");
        row("stray-tag", "The <b>ferry</b> of <a href='x'>Halvern</a>.", "The ferry of Halvern.");
        row("one quoted tag", "Its page used the <p> tag.", "Its page used the <p> tag.");
        row("comparison", "Speeds of x < 6 and y > 4 knots", "Speeds of x < 6 and y > 4 knots");
        row("address in angles", "Write to <press@port.example>.", "Write to <press@port.example>.");
        row("short-code", "[ad_1] One. [ad_2]", "One.");
        row("short-code of a plug-in", "[caption id=\"a1\" width=\"300\"]Pier[/caption] One.", "Pier One.");
        row("named-short-code", "One. [et_pb_row column=\"x\"]Two.[/et_pb_row]", "One. Two.");
        row("short-code with settings", "[button link=\"https://a.example\" type=\"big\"] One.", "One.");
        row("short-code with typeset quotation marks", "One. [button link=\xE2\x80\x9Dhttps://a.example\xE2\x80\x9D type=\xE2\x80\x9D"
                                                       "big\xE2\x80\x9D] Send us yours[/button]",
            "One. Send us yours");
        row("short-code of an advert plug-in", "One. [adrotate banner=\"3\"] Two. [quads id=1]", "One. Two.");
        row("short-code of a form", "One. [contact-form-7 id=\"12\" title=\"Tell us\"]", "One.");
        row("closing-short-code alone", "One.[/vc_column][/row] Two.", "One. Two.");
        row("bulletin-board-code", "The [b]ferry[/b] of [url=https://a.example]Halvern[/url].", "The ferry of Halvern.");
        row("bulletin-board-code in another", "The [b][i]ferry[/i] of[/b] Halvern [quote]it [b]sank[/b][/quote].", "The ferry of Halvern it sank.");
        row("script opened twice", "One.<script>a()<script>b()</script> Two.", "One. Two.");
        row("comment far from its end", (QByteArray("One. <!-- ") + QByteArray("Two. ").repeated(2'000) + "-->").constData(), (QByteArray("One. <!-- ") + QByteArray("Two. ").repeated(2'000) + "-->").constData());
        row("bulletin-board-code unclosed", "Point [b] of the [i] list.", "Point [b] of the [i] list.");
        row("choice in brackets", "He wrote \"his [and/or her] ship\" and [illegible].", "He wrote \"his [and/or her] ship\" and [illegible].");
        row("slash in brackets", "[Ann Lee/Norrwire]", "[Ann Lee/Norrwire]");
        row("underscore in brackets of prose", "The file [see page 3] was gone.", "The file [see page 3] was gone.");
        row("equals sign in prose", "He wrote that E = mc2 [where c = 299,792 km/s].", "He wrote that E = mc2 [where c = 299,792 km/s].");
        row("editor's brackets", "\"[The captain] was [sic] asleep,\" he said [emphasis added].", "\"[The captain] was [sic] asleep,\" he said [emphasis added].");
        row("number in brackets", "See the report [3] and [12].", "See the report [3] and [12].");
        row("script-line", "One.\n(adsbygoogle = window.adsbygoogle || []).push({});\nTwo.", "One. Two.");
        row("script-line of a counter", "One.\ngtag('config', 'G-1');\n_gaq.push(['_trackPageview']);\nTwo.", "One. Two.");
        row("script-line of a network", "One.\n(function(d, s, id) { var js = d.createElement(s); }(document, 'script', 'x'));\nTwo.", "One. Two.");
        row("script-line, ready", "One.\njQuery(document).ready(function() { x(); });\nTwo.", "One. Two.");
        row("function in prose", "The function (as he called it) { was } short.\nA function (f) is odd.", "The function (as he called it) { was } short. A function (f) is odd.");
        row("style-line", "One.\n.ad-box { width: 300px; color: red }\n@media screen { .a { margin: 0 } }\nTwo.", "One. Two.");
        row("hash and braces in prose", "#1 {the ferry}\n.5 knots", "#1 {the ferry} .5 knots");
        row("templates of two blogs", "{loadposition ad1}One.{vimeo}123{/vimeo} {{ad}}Two.", "One. Two.");
        row("placeholder in prose", "The form said {name} and {date}.", "The form said {name} and {date}.");
        row("entities", "Salt &amp; Sons&#8217; ferry&nbsp;sank &ldquo;fast&rdquo;", "Salt & Sons\u2019 ferry sank \u201Cfast\u201D");
        row("ampersand in prose", "Salt & Sons; R&D costs", "Salt & Sons; R&D costs");
    }

    void withoutLeftovers_scraps_go_prose_stays()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        QCOMPARE(reading::withoutLeftovers(text).simplified(), kept);
    }

    void withoutLeftovers_hostileText_growsWithItsSize_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("angle") << u"<"_s;
        QTest::newRow("script") << u"<script>"_s;
        QTest::newRow("source") << u"{source}"_s;
        QTest::newRow("bracket") << u"[ad "_s;
        QTest::newRow("comment") << u"<!--"_s;
        QTest::newRow("attribute") << u"<a b="_s;
        QTest::newRow("bulletin-board code") << u"[b]"_s;
        QTest::newRow("two codes in turn") << u"[b][url=x]"_s;
        QTest::newRow("gallery") << u"{gallery}"_s;
        QTest::newRow("end of a comment") << u"-->"_s;
    }

    void withoutLeftovers_hostileText_growsWithItsSize()
    {
        QFETCH(QString, piece);
        const QString half = piece.repeated(50'000 / piece.size());
        const QString whole = piece.repeated(100'000 / piece.size());
        QString kept;
        const QString steep = tests::steepGrowth([&] { kept = reading::withoutLeftovers(half); }, [&] { kept = reading::withoutLeftovers(whole); });
        QVERIFY2(steep.isEmpty(), qPrintable(steep));
        QVERIFY(kept.size() <= whole.size());
    }
};

QTEST_GUILESS_MAIN(LeftoversTest)
#include "leftovers_test.moc"
