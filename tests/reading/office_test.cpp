// Documents of word processors: what is text in them, what it is, and what they say of themselves.
#include "reading/risky/office/read_office.h"
#include "reading/risky/office/rtf_document.h"
#include "risky_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using namespace reading::test;

namespace {

const QByteArray kSentence = "The ferry left Halvern harbour at nine on Friday and was due back before noon, the port said.";
const QByteArray kMore = "Ten crew and forty passengers were on board when it ran aground off the northern mole.";
const QByteArray kStyles = "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
                           "<w:style w:styleId=\"Mein\"><w:name w:val=\"mein stil\"/><w:basedOn w:val=\"berschrift1\"/></w:style><w:style w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style>"
                           "<w:style w:styleId=\"Beschriftung\"><w:name w:val=\"caption\"/></w:style>";

model::Article one(const QByteArray &bytes, const QString &name = u"a"_s)
{
    const auto articles = readRisky(bytes, name);
    return articles.size() == 1 ? articles.front() : model::Article{};
}

QString rtfText(const QByteArray &rtf)
{
    QStringList lines;
    for (const reading::DraftBlock &block : reading::risky::parseRtf(rtf).blocks)
        lines.append(block.text);
    return lines.join(u'|');
}

} // namespace

class OfficeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readDocx_styles_giveTheKindsOfBlocks()
    {
        const QByteArray list = "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>Ten crew were brought ashore</w:t></w:r></w:p>";
        const QByteArray table = "<w:tbl><w:tr><w:tc>" + docxParagraph("Crew") + "</w:tc><w:tc>" + docxParagraph("10") + "</w:tc></w:tr></w:tbl>";
        const model::Article article = one(docxOf(docxParagraph("Ferry aground off Halvern", "Titel") + docxParagraph(kSentence) + docxParagraph("What is known", "Mein") + docxParagraph(kMore)
                                                      + docxParagraph("We saw nothing in that fog.", "Zitat") + list + table + docxParagraph("The mole at low tide", "Beschriftung"),
                                                  kStyles));
        QCOMPARE(outcomeOf(article), u"read"_s);
        QCOMPARE(article.title, u"Ferry aground off Halvern"_s);
        QCOMPARE(printed(article), u"P %1|H What is known|P %2|Q We saw nothing in that fog.|L Ten crew were brought ashore|T Crew | 10"_s.arg(QString::fromLatin1(kSentence), QString::fromLatin1(kMore)));
        QCOMPARE(article.captions, QStringList{u"The mole at low tide"_s});
    }

    void readDocx_whatIsNoText_staysOut()
    {
        const QByteArray odd = "<w:p><w:r><w:t>The ferry</w:t></w:r><w:del><w:r><w:delText>barge</w:delText></w:r></w:del><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:tab/><w:t>left </w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                               "<w:r><mc:AlternateContent><mc:Choice><w:t>the well</w:t></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r><w:r><w:noBreakHyphen/><w:t>known</w:t><w:br/><w:t>harbour at nine on Friday and was due back.</w:t></w:r></w:p>";
        QCOMPARE(one(docxOf(odd + docxParagraph(kMore))).text.section(u'\n', 0, 0), u"The ferry left the well-known harbour at nine on Friday and was due back."_s);
    }

    void readDocx_textBoxAndLayoutTable_areParagraphs()
    {
        const QByteArray box = "<w:p><w:r><w:t>" + kSentence + "</w:t></w:r><w:r><w:txbxContent>" + docxParagraph("In the box lies a remark about the fog.") + "</w:txbxContent></w:r></w:p>";
        const QByteArray layout = "<w:tbl><w:tr><w:tc>" + docxParagraph(kMore) + docxParagraph("It was refloated at noon by two tugs.") + "</w:tc></w:tr></w:tbl>";
        const QString blocks = printed(one(docxOf(box + layout)));
        QCOMPARE(blocks, u"P In the box lies a remark about the fog.|P %1|P %2|P It was refloated at noon by two tugs."_s.arg(QString::fromLatin1(kSentence), QString::fromLatin1(kMore)));
    }

    void readDocx_properties_areWeakEvidence_data()
    {
        QTest::addColumn<QByteArray>("core");
        QTest::addColumn<QString>("expected");
        QTest::newRow("of a person") << QByteArray("<dc:title>Ferry aground off Halvern mole</dc:title><dc:creator>Ann Lee; Bo van Dam</dc:creator><dcterms:created>2031-03-14T09:30:00Z</dcterms:created>")
                                     << u"Ferry aground off Halvern mole/Ann Lee+Bo van Dam/2031-03-14T09:30:00+00:00"_s;
        QTest::newRow("of programs") << QByteArray("<dc:title>Microsoft Word - press3.doc</dc:title><dc:creator>Office User</dc:creator><dcterms:created>soon</dcterms:created>") << u"//"_s;
        QTest::newRow("one word") << QByteArray("<dc:title>Untitled</dc:title><dc:creator>admin</dc:creator>") << u"//"_s;
    }
    void readDocx_properties_areWeakEvidence()
    {
        QFETCH(QByteArray, core);
        QFETCH(QString, expected);
        const model::Article article = one(docxOf(docxParagraph(kSentence) + docxParagraph(kMore), {}, core));
        QCOMPARE(article.title.value_or(QString()) + u'/' + article.authors.join(u'+') + u'/' + (article.published ? article.published->toString() : QString()), expected);
    }

    void readDocx_dateInTheText_outranksTheFiles()
    {
        const model::Article article = one(docxOf(docxParagraph("Published: 12 March 2031") + docxParagraph(kSentence) + docxParagraph(kMore), {}, "<dcterms:created>2033-01-01T00:00:00Z</dcterms:created>"));
        QCOMPARE(article.published ? article.published->toString() : QString(), u"2031-03-12"_s);
    }

    void readDocx_broken_isReadAsFarAsItGoes_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("outcome");
        const QByteArray paragraph = "<w:p><w:r><w:t>" + kSentence + "</w:t></w:r></w:p>";
        QTest::newRow("cut") << QByteArray("<w:document xmlns:w=\"w\"><w:body>" + paragraph + "<w:p><w:r><w:t>Ten cr") << u"partly truncated"_s;
        QTest::newRow("broken") << QByteArray("<w:document xmlns:w=\"w\"><w:body>" + paragraph + "</w:nonsense>") << u"partly malformed"_s;
        QTest::newRow("no xml") << QByteArray("no XML at all") << u"not-read malformed"_s;
        QTest::newRow("empty") << QByteArray() << u"not-read truncated"_s;
        QTest::newRow("deep") << QByteArray("<w:document xmlns:w=\"w\"><w:body>" + paragraph + QByteArray("<w:x>").repeated(100'000)) << u"partly too-complex"_s;
        QTest::newRow("laughs") << QByteArray("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
                                              "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>")
                                << u"not-read malformed"_s;
        QTest::newRow("outside") << QByteArray("<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>root &a;</w:t></w:r></w:p></w:body></w:document>") << u"read"_s;
    }
    void readDocx_broken_isReadAsFarAsItGoes()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, outcome);
        const model::Article article = reading::buildArticle(reading::risky::draftFromDocx({document, {}, {}}), {});
        QCOMPARE(outcomeOf(article), outcome);
        QVERIFY(!article.text.contains("/bin/"_L1));
    }

    void readOdt_text_givesTheKindsOfBlocks()
    {
        const QByteArray sentence = "<text:p>" + kSentence + "</text:p>";
        const model::Article article = one(odtOf("<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p text:style-name=\"P1\">Ferry aground off Halvern</text:p>" + sentence
                                                     + "<text:h text:outline-level=\"1\">What is known</text:h><text:p>Ten<text:s text:c=\"2\"/>crew<text:note><text:note-body><text:p>A footnote.</text:p></text:note-body></text:note> and <text:span>forty</text:span> passengers were on board of it then.</text:p>"
                                                       "<text:list><text:list-item><text:p>Two tugs were sent out</text:p></text:list-item></text:list><text:p text:style-name=\"Quotations\">We saw nothing.</text:p>"
                                                       "<table:table><table:table-row><table:table-cell><text:p>Crew</text:p></table:table-cell><table:table-cell><text:p>10</text:p></table:table-cell></table:table-row></table:table>",
                                                 "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>",
                                                 "<meta:initial-creator>Ann Lee</meta:initial-creator><meta:creation-date>2031-03-14T09:30:00</meta:creation-date>"));
        QCOMPARE(outcomeOf(article), u"read"_s);
        QCOMPARE(article.title, u"Ferry aground off Halvern"_s);
        QCOMPARE(printed(article), u"P %1|H What is known|P Ten crew and forty passengers were on board of it then.|L Two tugs were sent out|Q We saw nothing.|T Crew | 10"_s.arg(QString::fromLatin1(kSentence)));
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
    }

    void readOdt_locked_wantsThePassword()
    {
        ZipMaker zip;
        zip.addStored("mimetype", "application/vnd.oasis.opendocument.text").addStored("content.xml", "\x12\x34\x56").add("META-INF/manifest.xml", "<manifest:encryption-data/>");
        QCOMPARE(outcomesOf(readRisky(zip.bytes())), u"not-read password-needed"_s);
    }

    void readRtf_text_isDecoded_data()
    {
        QTest::addColumn<QByteArray>("rtf");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("{\\rtf1\\ansi The ferry {\\b left} at\\~nine.\\par It sank.\\par}") << u"The ferry left at nine.|It sank."_s;
        QTest::newRow("codepage") << QByteArray("{\\rtf1\\ansi\\ansicpg1250 \\'e8\\'e1p\\par}") << u"\u010D\u00E1p"_s;
        QTest::newRow("font charset") << QByteArray("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}\\f1\\'cf\\'e0\\f0 \\'e9\\par}") << u"\u041F\u0430\u00E9"_s;
        QTest::newRow("two bytes") << QByteArray("{\\rtf1\\ansi{\\fonttbl{\\f1\\fcharset128 Mincho;}}\\f1\\'93\\'fa\\'96\\'7b\\par}") << u"\u65E5\u672C"_s;
        QTest::newRow("unicode") << QByteArray("{\\rtf1\\ansi\\uc1 it\\u8217?s {\\uc2 \\u-10179??\\u-8704??}.\\par}") << QString(u"it\u2019s \U0001F600."_s);
        QTest::newRow("no stand-in") << QByteArray("{\\rtf1\\uc0\\u233 t\\u233 .\\par}") << u"\u00E9t\u00E9."_s;
        QTest::newRow("quotes") << QByteArray("{\\rtf1 \\ldblquote Fog\\rdblquote  \\emdash  he said\\line twice.}") << u"\u201CFog\u201D \u2014 he said twice."_s;
        QTest::newRow("destinations") << QByteArray("{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator X;}{\\header Page}{\\pict 00ff}{\\footnote A note}{\\*\\unknown {x}y}Text{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt shown}}.}") << u"Textshown."_s;
        QTest::newRow("hidden") << QByteArray("{\\rtf1 seen{\\v unseen}\\v no\\v0  seen}") << u"seen seen"_s;
        QTest::newRow("braces") << QByteArray("{\\rtf1 a\\{b\\}c\\\\d}") << u"a{b}c\\d"_s;
        QTest::newRow("binary") << QByteArray("{\\rtf1 a{\\pict\\bin5 }}}}}}b}") << u"ab"_s;
        QTest::newRow("table") << QByteArray("{\\rtf1\\trowd\\intbl Crew\\cell 10\\cell\\row\\pard After.\\par}") << u"Crew | 10|After."_s;
        QTest::newRow("line ends") << QByteArray("{\\rtf1 one\r\n two\\\nthree}") << u"one two|three"_s;
        QTest::newRow("number out of range") << QByteArray("{\\rtf1\\fs99999999999999 a\\u99999999?b}") << u"ab"_s;
    }
    void readRtf_text_isDecoded()
    {
        QFETCH(QByteArray, rtf);
        QFETCH(QString, text);
        QString is = rtfText(rtf);
        is.remove(QChar(0xE0FF)); // where a number is out of range any one character may stand
        if (qstrcmp(QTest::currentDataTag(), "number out of range") == 0)
            QVERIFY(is.contains(u'a') && is.contains(u'b'));
        else
            QCOMPARE(is, text);
    }

    void readRtf_document_hasTitleAuthorAndDay()
    {
        const model::Article article = one("{\\rtf1\\ansi{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}{\\info{\\title Ferry aground off Halvern}{\\author Ann Lee}{\\creatim\\yr2031\\mo3\\dy14\\hr9\\min5}}\\pard "
                                           + kSentence + "\\par\\pard\\s1 What is known\\par\\pard " + kMore + "\\par{\\pard{\\listtext \\'b7\\tab}\\ls1 Two tugs were sent out\\par}}");
        QCOMPARE(outcomeOf(article), u"read"_s);
        QCOMPARE(article.title, u"Ferry aground off Halvern"_s);
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(article.published ? article.published->toString() : QString(), u"2031-03-14T09:05:00"_s);
        QCOMPARE(printed(article), u"P %1|H What is known|P %2|L Two tugs were sent out"_s.arg(QString::fromLatin1(kSentence), QString::fromLatin1(kMore)));
    }

    void readRtf_hostile_ends_data()
    {
        QTest::addColumn<QByteArray>("rtf");
        QTest::newRow("a million groups") << "{\\rtf1 " + QByteArray("{").repeated(1'000'000) + "x";
        QTest::newRow("a million closed") << "{\\rtf1 " + QByteArray("}").repeated(1'000'000);
        QTest::newRow("a million opened and closed") << "{\\rtf1 " + QByteArray("{\\b x}").repeated(1'000'000) + "}";
        QTest::newRow("backslash at the end") << QByteArray("{\\rtf1 a\\");
        QTest::newRow("half a byte") << QByteArray("{\\rtf1 a\\'4");
        QTest::newRow("great binary") << QByteArray("{\\rtf1 a\\bin2147483647 x");
        QTest::newRow("negative binary") << QByteArray("{\\rtf1 a\\bin-5 x}");
        QTest::newRow("a long word") << "{\\rtf1 \\" + QByteArray("a").repeated(1'000'000) + "1}";
        QTest::newRow("a long number") << "{\\rtf1 \\u" + QByteArray("1").repeated(1'000'000) + "}";
        QTest::newRow("zeros") << "{\\rtf1 " + QByteArray(1'000'000, '\0') + "}";
    }
    void readRtf_hostile_ends()
    {
        QFETCH(QByteArray, rtf);
        QVERIFY(!readRisky(rtf).empty());
    }

    void readRtf_truncatedAnywhere_isPartly()
    {
        const QByteArray whole = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}" + kSentence + "\\par " + kMore + "\\par}";
        for (qsizetype size = 6; size < whole.size() - 1; ++size)
            QVERIFY(readRisky(whole.first(size)).front().outcome != model::ReadOutcome::Read);
    }

    void readOle_oldDocument_saysWhatToDo()
    {
        const model::Article old = one("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(600, '\0'), u"a.doc"_s);
        QCOMPARE(outcomeOf(old), u"not-read old-format"_s);
        const QByteArray mark("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
        QCOMPARE(outcomeOf(one("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(600, '\0') + mark)), u"not-read password-needed"_s);
    }
};

QTEST_GUILESS_MAIN(OfficeTest)
#include "office_test.moc"
