#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;
using reading::test::printed;
using reading::test::readOne;

namespace {

const QByteArray kNitf = "<nitf change.date='2031-03-14' xml:lang='en'><head><title>Ferry</title><docdata><date.issue norm='20310314T090000+0100'/><doc.copyright holder='Norrwire'/></docdata>"
                         "<pubdata name='The Harbour Post' ex-ref='https://post.example/ferry'/></head><body><body.head><hedline><hl1>Ferry sinks off Halvern</hl1><hl2>212 aboard</hl2></hedline>"
                         "<byline>By <person>Ann Lee</person> <byttl>Norrwire</byttl></byline><dateline><location>HALVERN, Tarvia</location></dateline><abstract><p>Less.</p></abstract></body.head>"
                         "<body.content><p>The <org>ferry</org> left <location>Halvern</location> at nine&nbsp;in the morning.</p><hl2>The search</hl2><bq><block><p>It was dark.</p></block></bq>"
                         "<table><tr><td>aboard</td><td>212</td></tr></table><media media-type='image'><media-reference source='x.jpg'/><media-caption>The ferry in 2029.</media-caption></media></body.content></body></nitf>";
const QString kText = u"P The ferry left Halvern at nine in the morning.|H The search|Q It was dark.|T aboard | 212"_s;

const QByteArray kMeta = "<itemMeta><itemClass qcode='ninat:text'/><provider qcode='nprov:NW'><name>Norrwire</name></provider><versionCreated>2031-03-14T11:30:00+01:00</versionCreated>"
                         "<firstCreated>2031-03-14T09:00:00+01:00</firstCreated><pubStatus qcode='stat:usable'/></itemMeta>";
const QByteArray kContentMeta = "<contentMeta><located><name>Halvern</name></located><language tag='en-GB'/><headline>Ferry sinks off Halvern</headline><by>By Ann Lee and Bo Hart</by></contentMeta>";

QByteArray g2(const QByteArray &meta, const QByteArray &contents)
{
    return "<?xml version='1.0' encoding='utf-8'?>\n<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:newsml:norrwire.example:7' version='2' standard='NewsML-G2' xml:lang='en'>" + meta + kContentMeta + contents + "</newsItem>";
}

QByteArray inlined(const QByteArray &xml, const QByteArray &type = "application/nitf+xml") { return "<contentSet><inlineXML contenttype='" + type + "'>" + xml + "</inlineXML></contentSet>"; }

} // namespace

class NewsMlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_nitf_givesTextAndMetadata()
    {
        const model::Article article = readOne("<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'nitf-3-6.dtd'>\n" + kNitf, u"item.xml"_s);
        QCOMPARE(*article.title, u"Ferry sinks off Halvern"_s);
        QCOMPARE(*article.outlet, u"The Harbour Post"_s);
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(*article.dateline, u"HALVERN, Tarvia"_s);
        QCOMPARE(*article.url, u"https://post.example/ferry"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(article.mediaType, u"application/nitf+xml"_s);
        QCOMPARE(printed(article), kText);
        QCOMPARE(article.captions, QStringList{u"The ferry in 2029."_s});
        QCOMPARE(outcomeOf(article), u"read"_s);
    }

    void readBytes_newsItem_givesTextAndMetadata_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const QByteArray xhtml = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><h1>The search</h1><p>The ferry left <b>Halvern</b> at nine.</p></body></html>";
        const QString shortText = u"H The search|P The ferry left Halvern at nine."_s;
        QTest::newRow("nitf") << g2(kMeta, inlined(kNitf)) << kText;
        QTest::newRow("xhtml") << g2(kMeta, inlined(xhtml, "application/xhtml+xml")) << shortText;
        QTest::newRow("prefix") << g2(kMeta, inlined(QByteArray(xhtml).replace("</", "<#").replace("<", "<h:").replace("<h:#", "</h:").replace("xmlns=", "xmlns:h="), "application/xhtml+xml")) << shortText;
        QTest::newRow("plain") << g2(kMeta, "<contentSet><inlineData contenttype='text/plain'>The ferry left Halvern at nine.\n\nIt never came back.</inlineData></contentSet>")
                               << u"P The ferry left Halvern at nine.|P It never came back."_s;
        QTest::newRow("message") << "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header><sender>x</sender></header><itemSet><packageItem guid='p'/>" + g2(kMeta, inlined(kNitf)).mid(39)
                + "<newsItem guid='pic'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta></newsItem></itemSet></newsMessage>"
                                 << kText;
    }

    void readBytes_newsItem_givesTextAndMetadata()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const model::Article article = readOne(bytes, u"item.xml"_s);
        QCOMPARE(article.title.value_or(QString()), u"Ferry sinks off Halvern"_s);
        QCOMPARE(article.outlet.value_or(QString()), u"Norrwire"_s);
        QCOMPARE(article.authors, (QStringList{u"Ann Lee"_s, u"Bo Hart"_s}));
        QCOMPARE(article.language.value_or(QString()), u"en-GB"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(article.updated->toString(), u"2031-03-14T11:30:00+01:00"_s);
        QCOMPARE(article.mediaType, u"application/vnd.iptc.g2.newsitem+xml"_s);
        QCOMPARE(printed(article), text);
        QCOMPARE(outcomeOf(article), u"read"_s);
    }

    void readBytes_status_decides_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("canceled") << g2(QByteArray(kMeta).replace("stat:usable", "stat:canceled"), inlined(kNitf)) << u"not-read withdrawn"_s;
        QTest::newRow("kill signal") << g2(QByteArray(kMeta).replace("</itemMeta>", "<signal qcode='act:kill'/></itemMeta>"), inlined(kNitf)) << u"not-read withdrawn"_s;
        QTest::newRow("update signal") << g2(QByteArray(kMeta).replace("</itemMeta>", "<signal qcode='sig:update'/></itemMeta>"), inlined(kNitf)) << u"read"_s;
        QTest::newRow("nitf withheld") << g2(kMeta, inlined(QByteArray(kNitf).replace("<docdata>", "<docdata management-status='withheld'>"))) << u"not-read withdrawn"_s;
        QTest::newRow("nitf canceled, bare") << QByteArray(kNitf).replace("<docdata>", "<docdata management-status='canceled'>") << u"not-read withdrawn"_s;
        QTest::newRow("picture") << g2(QByteArray(kMeta).replace("ninat:text", "ninat:picture"), "<contentSet><remoteContent href='x.jpg'/></contentSet>") << u"not-read not-an-article"_s;
        QTest::newRow("package") << QByteArray("<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='x'><itemMeta/></packageItem>") << u"not-read not-an-article"_s;
        QTest::newRow("no text") << g2(kMeta, "") << u"not-read no-article-text"_s;
        QTest::newRow("description only") << g2(kMeta, "").replace("</contentMeta>", "<description>The ferry left Halvern at nine.</description></contentMeta>") << u"read only-summary"_s;
        QTest::newRow("cut off") << g2(kMeta, inlined(kNitf)).chopped(60) << u"partly truncated"_s;
    }

    void readBytes_status_decides()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(readOne(bytes, u"item.xml"_s)), outcome);
    }

    void readBytes_correction_isKeptWithTheText()
    {
        const model::Article article = readOne(g2(QByteArray(kMeta).replace("</itemMeta>", "<edNote>Adds the name of the ferry's owner</edNote><signal qcode='sig:correction'/></itemMeta>"), inlined(kNitf)), u"item.xml"_s);
        QCOMPARE(article.corrections, QStringList{u"Adds the name of the ferry's owner"_s});
        QCOMPARE(printed(article), kText);
        const model::Article bare = readOne(QByteArray(kNitf).replace("</docdata>", "<correction info='Corrects the number of people aboard.'/></docdata>"), u"item.xml"_s);
        QCOMPARE(bare.corrections, QStringList{u"Corrects the number of people aboard."_s});
    }

    void readBytes_oldNewsMl_givesItsNitf()
    {
        const model::Article article = readOne("<?xml version='1.0'?><NewsML Version='1.2'><NewsItem><NewsComponent><ContentItem><DataContent>" + kNitf + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>", u"item.xml"_s);
        QCOMPARE(printed(article), kText);
    }

    void readBytes_textAboutNitf_staysText()
    {
        const model::Article article = readOne("<nitf> is what agencies wrote their texts in for years, the editor of the wire said on Friday.\n", u"a.txt"_s);
        QCOMPARE(article.mediaType, u"text/plain"_s);
    }
};

QTEST_GUILESS_MAIN(NewsMlTest)
#include "newsml_test.moc"
