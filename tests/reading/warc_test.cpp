// Web archives: which of their records are articles, and the layers that each lies in.
#include "reading/risky/warc/http_message.h"
#include "risky_support.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using namespace reading::test;

namespace {

const QByteArray kUrl = "https://bay.example/2031/03/14/ferry";

QByteArray sha256(const QByteArray &bytes) { return "sha256:" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

struct Wacz {
    QByteArray warc;
    QByteArray pages;
    QByteArray checksum; ///< of the WARC, where it is to be wrong
};

QByteArray waczOf(const Wacz &parts)
{
    const QByteArray package = "{'resources':[{'path':'archive/a.warc.gz','hash':'" + (parts.checksum.isEmpty() ? sha256(parts.warc) : parts.checksum) + "'},{'path':'pages/pages.jsonl','hash':'" + sha256(parts.pages) + "'}]}";
    QByteArray quoted = package;
    quoted.replace('\'', '"');
    QByteArray digest = "{'path':'datapackage.json','hash':'" + sha256(quoted) + "'}";
    digest.replace('\'', '"');
    ZipMaker zip;
    zip.addStored("archive/a.warc.gz", parts.warc);
    if (!parts.pages.isEmpty())
        zip.add("pages/pages.jsonl", parts.pages);
    zip.add("datapackage.json", quoted).add("datapackage-digest.json", digest).add("indexes/index.cdx", "x");
    return zip.bytes();
}

QByteArray pageLine(const QByteArray &url, const QByteArray &title)
{
    QByteArray line = "{'url':'" + url + "','ts':'2031-06-01T10:00:00Z','title':'" + title + "'}\n";
    return line.replace('\'', '"');
}

const QByteArray kPagesHead = QByteArray("{'format':'json-pages-1.0','id':'pages','title':'All'}\n").replace('\'', '"');

} // namespace

class WarcTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readWarc_records_articlesAreThePagesAnsweredWith200()
    {
        const QByteArray warc = warcRecord("warcinfo", "", "software: x\r\n", "application/warc-fields") + warcRecord("request", kUrl, "GET / HTTP/1.1\r\n\r\n") + warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")))
            + warcRecord("response", "https://bay.example/gone", httpResponse(pageOf("Not found here at all"), "Content-Type: text/html\r\n", "404 Not Found"))
            + warcRecord("response", "https://bay.example/a.png", httpResponse("\x89PNG", "Content-Type: image/png\r\n")) + warcRecord("response", "https://bay.example/robots.txt", httpResponse("User-agent: *\nDisallow: /private and other places that robots must not see.", "Content-Type: text/plain\r\n"))
            + warcRecord("response", "https://ads.example/frame", httpResponse("<html><body><img></body></html>")) + warcRecord("resource", "https://bay.example/other.html", pageOf("Tugs refloat the ferry"), "text/html");
        const auto articles = readRisky(warc, u"a.warc"_s);
        QCOMPARE(outcomesOf(articles), u"https://bay.example/2031/03/14/ferry: read; https://bay.example/other.html: read"_s);
        QCOMPARE(articles[0].url, QString::fromLatin1(kUrl));
        QCOMPARE(articles[0].published ? articles[0].published->toString() : QString(), u"2031-03-14"_s); // of its address; the day of recording is none
        QVERIFY(!articles[1].published);
        QVERIFY(readRisky(gzipped(warc)) == articles);
    }

    void readWarc_packedRecordByRecord_isOneStream()
    {
        const QByteArray one = warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")));
        const QByteArray two = warcRecord("response", "https://bay.example/other", httpResponse(pageOf("Tugs refloat the ferry")));
        QCOMPARE(readRisky(gzipped(one) + gzipped(two)).size(), size_t(2));
    }

    void readWarc_layersOfHttp_areUndone_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QString>("title");
        const QByteArray page = pageOf("Ferry aground off Halvern");
        const QString title = u"Ferry aground off Halvern"_s;
        const auto chunked = [](const QByteArray &bytes, const QByteArray &extension = ";name=x") {
            QByteArray all;
            for (qsizetype at = 0; at < bytes.size(); at += 100) {
                const QByteArray piece = bytes.mid(at, 100);
                all += QByteArray::number(piece.size(), 16) + extension + "\r\n" + piece + "\r\n";
            }
            return all + "0\r\n\r\n";
        };
        const QByteArray type = "Content-Type: text/html\r\n";
        QTest::newRow("plain") << httpResponse(page) << title;
        QTest::newRow("chunked") << httpResponse(chunked(page), type + "Transfer-Encoding: chunked\r\n") << title;
        QTest::newRow("chunked, sizes alone") << httpResponse(chunked(page, ""), type + "Transfer-Encoding: chunked\r\n") << title;
        QTest::newRow("packed, chunked, sizes alone") << httpResponse(chunked(gzipped(page), ""), type + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") << title;
        QTest::newRow("packed") << httpResponse(gzipped(page), type + "Content-Encoding: gzip\r\n") << title;
        QTest::newRow("packed and chunked") << httpResponse(chunked(gzipped(page)), type + "content-encoding: GZIP\r\nTRANSFER-ENCODING: chunked\r\n") << title;
        QTest::newRow("said to be chunked, is not") << httpResponse(page, type + "Transfer-Encoding: chunked\r\n") << title;
        QTest::newRow("said to be packed, is not") << httpResponse(page, type + "Content-Encoding: gzip\r\n") << title;
        QTest::newRow("said to be packed otherwise, is not") << httpResponse(page, type + "Content-Encoding: br\r\n") << title;
        QTest::newRow("charset of the server") << httpResponse(pageOf("Ferry \xB9\xE8 aground off Halvern"), "Content-Type: text/html; charset=\"iso-8859-2\"\r\n") << u"Ferry \u0161\u010D aground off Halvern"_s;
    }
    void readWarc_layersOfHttp_areUndone()
    {
        QFETCH(QByteArray, block);
        QFETCH(QString, title);
        const auto articles = readRisky(warcRecord("response", kUrl, block));
        QCOMPARE(articles.size(), size_t(1));
        QCOMPARE(articles.front().title, title);
        if (title == u"Ferry aground off Halvern"_s)
            QCOMPARE(articles.front().text, readRisky(warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")))).front().text);
    }

    void readWarc_payloadDigest_isChecked_data()
    {
        QTest::addColumn<QByteArray>("digest");
        QTest::addColumn<QString>("outcome");
        const QByteArray sha1 = QCryptographicHash::hash(pageOf("Ferry aground off Halvern"), QCryptographicHash::Sha1);
        QTest::newRow("right, hexadecimal") << QByteArray("sha1:" + sha1.toHex()) << u"read"_s;
        QTest::newRow("wrong, hexadecimal") << QByteArray("sha1:" + QByteArray(40, '0')) << u"partly checksum-mismatch"_s;
        QTest::newRow("wrong, base 32") << QByteArray("sha1:" + QByteArray(32, 'A')) << u"partly checksum-mismatch"_s;
        QTest::newRow("of another kind") << QByteArray("md5:0123456789abcdef0123456789abcdef") << u"read"_s;
        QTest::newRow("none") << QByteArray() << u"read"_s;
    }
    void readWarc_payloadDigest_isChecked()
    {
        QFETCH(QByteArray, digest);
        QFETCH(QString, outcome);
        QByteArray record = warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")));
        record.replace("WARC-Type:", "WARC-Payload-Digest: " + digest + "\r\nWARC-Type:");
        const auto articles = readRisky(record);
        QCOMPARE(articles.size(), size_t(1));
        QCOMPARE(outcomeOf(articles.front()), outcome);
    }

    void readWarc_pdfInside_isReadAsPdf()
    {
        const QByteArray pdf = pdfOf({typesetLines(72, 700, 11, {"The ferry left Halvern harbour at nine on Friday and was due back,", "the port said. It ran aground off the northern mole in thick fog."})});
        const auto articles = readRisky(warcRecord("response", "https://bay.example/a.pdf", httpResponse(pdf, "Content-Type: application/pdf\r\n")));
        QCOMPARE(outcomesOf(articles), u"https://bay.example/a.pdf: read"_s);
        QCOMPARE(articles.front().mediaType, u"application/pdf"_s);
    }

    void readWarc_truncatedAnywhere_hasAnOutcome()
    {
        const QByteArray whole = warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")));
        for (qsizetype size = 5; size < whole.size(); size += 5) {
            QVERIFY(!readRisky(whole.first(size)).empty());
            QVERIFY(!readRisky(gzipped(whole).first(std::min(size, gzipped(whole).size()))).empty());
        }
        QCOMPARE(outcomesOf(readRisky(whole.first(whole.size() - 80))), u"https://bay.example/2031/03/14/ferry: partly truncated"_s);
    }

    void readWarc_oddRecord_hasAnOutcome_data()
    {
        QTest::addColumn<QByteArray>("warc");
        QTest::addColumn<QString>("outcomes");
        const QByteArray good = warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")));
        const QString read = u"https://bay.example/2031/03/14/ferry: "_s;
        QTest::newRow("length too great") << QByteArray(good).replace("Content-Length: ", "Content-Length: 9") << read + u"partly truncated"_s;
        QTest::newRow("length beyond all") << QByteArray("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 999999999999999999\r\n\r\n" + httpResponse("<p>x")) << u"https://a.example/: not-read too-large"_s;
        QTest::newRow("negative length") << QByteArray("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n\r\n\r\n" + good) << read + u"read"_s;
        QTest::newRow("rubbish behind") << good + "rubbish" << read + u"partly malformed"_s;
        QTest::newRow("nothing of use") << warcRecord("warcinfo", "", "x") << u"not-read no-article-text"_s;
        QTest::newRow("no header's end") << QByteArray("WARC/1.0\r\nWARC-Type: response\r\n") + QByteArray("X: y\r\n").repeated(10'000) << u"not-read no-article-text"_s;
        QTest::newRow("packed body is a bomb") << warcRecord("response", kUrl, httpResponse(QByteArray("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03", 10) + packedZeros(1024) + QByteArray(8, '\0'), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")) << u"-"_s;
    }
    void readWarc_oddRecord_hasAnOutcome()
    {
        QFETCH(QByteArray, warc);
        QFETCH(QString, outcomes);
        const QString is = outcomesOf(readRisky(warc));
        if (outcomes == u"-")
            QVERIFY2(is.contains("too-large"_L1), qPrintable(is));
        else
            QCOMPARE(is, outcomes);
    }

    void readWacz_listedPages_areTheArticles()
    {
        const QByteArray warc = gzipped(warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")))) + gzipped(warcRecord("response", "https://bay.example/teaser", httpResponse(pageOf("Another page altogether"))));
        const QByteArray pages = kPagesHead + pageLine(kUrl + "#top", "Ferry aground off Halvern - The Bay") + pageLine("https://bay.example/never", "Never");
        const auto articles = readRisky(waczOf({warc, pages, {}}));
        QCOMPARE(outcomesOf(articles), u"https://bay.example/2031/03/14/ferry: read; https://bay.example/never: not-read not-recorded"_s);
        QCOMPARE(articles.front().url, QString::fromLatin1(kUrl));
    }

    void readWacz_titleOfTheList_servesWhereThePageHasNone()
    {
        const QByteArray page = "<html><body><p>The ferry left Halvern harbour at nine on Friday and was due back before noon, the port said.</p><p>Ten crew and forty passengers were on board when it ran aground off the mole.</p></body></html>";
        const auto articles = readRisky(waczOf({gzipped(warcRecord("response", kUrl, httpResponse(page))), kPagesHead + pageLine(kUrl, "Ferry aground off Halvern"), {}}));
        QCOMPARE(articles.front().title, u"Ferry aground off Halvern"_s);
    }

    void readWacz_withoutAList_takesWhatIsAnswered()
    {
        QCOMPARE(outcomesOf(readRisky(waczOf({gzipped(warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern")))), {}, {}}))), u"https://bay.example/2031/03/14/ferry: read"_s);
    }

    void readWacz_wrongChecksum_isToldWithThePage()
    {
        const QByteArray warc = gzipped(warcRecord("response", kUrl, httpResponse(pageOf("Ferry aground off Halvern"))));
        const auto articles = readRisky(waczOf({warc, kPagesHead + pageLine(kUrl, "Ferry"), "sha256:" + QByteArray(64, '0')}));
        QCOMPARE(outcomesOf(articles), u"https://bay.example/2031/03/14/ferry: partly checksum-mismatch"_s);
        QCOMPARE(articles.front().problems.front().detail, u"archive/a.warc.gz"_s);
    }
};

QTEST_GUILESS_MAIN(WarcTest)
#include "warc_test.moc"
