// Archives: what lies in them is read as in a folder, and none of them can hurt.
#include "risky_support.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using namespace reading::test;

namespace {

const QByteArray kText = "Ferry sinks off the mole\n\nThe ferry left Halvern harbour at nine on Friday and was due back before noon, the port said.\n";

/// What is common to all of hostile input: an outcome for something, in time, within memory.
QString outcomeInTime(const QByteArray &bytes)
{
    QElapsedTimer clock;
    clock.start();
    const auto articles = readRisky(bytes, u"x.zip"_s);
    // Processor time would be fairer; a loaded machine is given room.
    return articles.empty() ? u"none"_s : clock.elapsed() > 8000 ? u"slow: %1 ms"_s.arg(clock.elapsed())
                                                                 : outcomesOf(articles);
}

} // namespace

class ZipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readZip_members_areReadAsFilesAre()
    {
        ZipMaker zip;
        zip.add("news/a.html", pageOf("Ferry aground off Halvern")).add("news/b.txt", kText).addStored("c.rtf", "{\\rtf1 Ferry aground\\par The ferry left Halvern harbour at nine on Friday and was due back.\\par}");
        const auto articles = readRisky(zip.bytes());
        QCOMPARE(outcomesOf(articles), u"news/a.html: read; news/b.txt: read; c.rtf: read"_s);
        QCOMPARE(articles[0].title, u"Ferry aground off Halvern"_s);
        QCOMPARE(articles[0].mediaType, u"text/html"_s);
        QCOMPARE(articles[1].title, u"Ferry sinks off the mole"_s);
        QCOMPARE(model::outletLabel(articles[1]), u"b.txt"_s);
    }

    void readZip_companions_arePassedOver()
    {
        ZipMaker zip;
        zip.add("page.html", pageOf("Ferry aground off Halvern")).add("page_files/style.css", "a{}").add("page_files/frame.html", "<p>x</p>").add("photo.JPG", "\xFF\xD8").add("script.js", "x").add("__MACOSX/._page.html", "x").add("README.txt", "x");
        zip.addStored("empty/", "");
        QCOMPARE(outcomesOf(readRisky(zip.bytes())), u"page.html: read"_s);
    }

    void readMail_attachedArchive_tellsEachMemberThatIsLost()
    {
        const QByteArray page = "<html><body><p>The ferry left Halvern harbour at nine and was due back before noon, its owner said.</p></body></html>";
        ZipMaker zip;
        zip.add("a.html", page).add("empty.txt", "").add("b.bin", QByteArray("\x00\x01\x02\x03", 4).repeated(50));
        const QByteArray mail = "From: Ann Lee <ann@bay.example>\nTo: x@y.example\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n"
                                "--b\nContent-Type: application/zip\nContent-Disposition: attachment; filename=news.zip\nContent-Transfer-Encoding: base64\n\n"
            + zip.bytes().toBase64() + "\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=x.pdf\n\n%PDF-1.4 broken\n--b--\n";
        const auto articles = readRisky(mail, u"a.eml"_s);
        QCOMPARE(outcomesOf(articles), u"news.zip/a.html: partly attachment-not-read attachment-not-read attachment-not-read"_s);
        QStringList lost;
        for (const base::Error &problem : articles.front().problems)
            lost.append(problem.member);
        QCOMPARE(lost, (QStringList{u"news.zip/empty.txt"_s, u"news.zip/b.bin"_s, u"x.pdf"_s}));
    }

    void readZip_nested_isReadToItsDepth()
    {
        QByteArray inner = ZipMaker().add("a.txt", kText).bytes();
        for (int depth = 1; depth < 8; ++depth)
            inner = ZipMaker().addStored("n.zip", inner).bytes();
        QVERIFY(outcomesOf(readRisky(inner)).endsWith("/a.txt: read"_L1));
        for (int depth = 8; depth < 11; ++depth)
            inner = ZipMaker().addStored("n.zip", inner).bytes();
        QVERIFY2(outcomesOf(readRisky(inner)).endsWith(": not-read too-complex"_L1), qPrintable(outcomesOf(readRisky(inner))));
    }

    void readZip_oddMember_hasItsOutcome_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcomes");
        using Member = ZipMaker::Member;
        const QByteArray zeros = packedZeros(1024);
        const auto with = [](const Member &member) { return ZipMaker().add(member).add("b.txt", kText).bytes(); };
        QTest::newRow("bomb that states its size") << with({.name = "a.txt", .bytes = zeros, .method = 8, .statedSize = 1024U * 1024 * 1024}) << u"a.txt: not-read too-large; b.txt: read"_s;
        QTest::newRow("bomb that lies") << with({.name = "a.txt", .bytes = zeros, .method = 8, .statedSize = 100}) << u"a.txt: not-read too-large; b.txt: read"_s;
        QTest::newRow("encrypted") << with({.name = "a.txt", .bytes = QByteArray(64, 'x'), .flags = 0x0801}) << u"a.txt: not-read password-needed; b.txt: read"_s;
        QTest::newRow("unknown packing") << with({.name = "a.txt", .bytes = "xxxxxxxx", .method = 97}) << u"a.txt: not-read unknown-format; b.txt: read"_s;
        QTest::newRow("link") << with({.name = "a.txt", .bytes = "/etc/passwd", .attributes = 0120777U << 16U}) << u"a.txt: not-read not-a-file; b.txt: read"_s;
        QTest::newRow("up") << with({.name = "../../a.txt", .bytes = kText}) << u"../../a.txt: read; b.txt: read"_s;
        QTest::newRow("absolute") << with({.name = "/etc/a.txt", .bytes = kText}) << u"/etc/a.txt: read; b.txt: read"_s;
        QTest::newRow("device") << with({.name = "CON", .bytes = kText}) << u"CON: read; b.txt: read"_s;
        QTest::newRow("duplicate") << ZipMaker().add("b.txt", kText).add("b.txt", kText).bytes() << u"b.txt: read; b.txt: read"_s;
        QTest::newRow("empty member") << with({.name = "a.txt", .bytes = ""}) << u"a.txt: not-read empty-file; b.txt: read"_s;
        QTest::newRow("rubbish") << with({.name = "a.txt", .bytes = "\x07\xFF\xFE\x00garbage", .method = 8, .statedSize = 50}) << u"a.txt: not-read malformed; b.txt: read"_s;
        QTest::newRow("wrong checksum") << with({.name = "a.txt", .bytes = kText, .crc = 1}) << u"a.txt: partly malformed; b.txt: read"_s;
        QTest::newRow("nothing in it") << ZipMaker().bytes() << u"not-read no-article-text"_s;
        QTest::newRow("spreadsheet") << ZipMaker().add("xl/workbook.xml", "<x/>").bytes() << u"not-read unknown-format"_s;
        QTest::newRow("book") << ZipMaker().addStored("mimetype", "application/epub+zip").add("chapter.xhtml", pageOf("Ferry aground off Halvern")).bytes() << u"not-read unknown-format"_s;
        QTest::newRow("a bomb in a bomb") << with({.name = "n.zip", .bytes = ZipMaker().add(Member{.name = "a.txt", .bytes = zeros, .method = 8, .statedSize = 1}).bytes()}) << u"n.zip/a.txt: not-read too-large; b.txt: read"_s;
    }
    void readZip_oddMember_hasItsOutcome()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcomes);
        QCOMPARE(outcomeInTime(bytes), outcomes);
    }

    /// Honest members may be packed tightly: the ratio counts above a megabyte only.
    void readZip_highRatioBelowAMegabyte_isRead()
    {
        const QByteArray page = pageOf("Ferry aground off Halvern").replace("</body>", QByteArray(900'000, ' ') + "</body>");
        QCOMPARE(outcomeInTime(ZipMaker().add("a.html", page).bytes()), u"a.html: read"_s);
    }

    void readZip_overlappingMembers_areCountedInFull()
    {
        // Twenty thousand names for one packed file of 4 MB that is no bomb by itself.
        QByteArray noise(4 * 1024 * 1024, Qt::Uninitialized);
        for (qsizetype at = 0; at < noise.size(); ++at)
            noise[at] = static_cast<char>('a' + (at * 7919 + (at >> 9)) % 26);
        ZipMaker zip;
        zip.addStored("a0.txt", noise);
        for (int at = 1; at < 20'000; ++at)
            zip.add({.name = "a.bin", .bytes = {}, .statedSize = 0, .offset = 0});
        const QString outcome = outcomeInTime(zip.bytes());
        QVERIFY2(!outcome.startsWith("slow"_L1) && outcome.contains("too-large"_L1), qPrintable(outcome.left(300)));
    }

    void readZip_hundredThousandMembers_saysHowManyWereRead()
    {
        ZipMaker zip;
        for (int at = 0; at < 100'000; ++at)
            zip.addStored("p" + QByteArray::number(at) + (at < 9'990 ? ".png" : ".txt"), "x");
        const QString outcome = outcomeInTime(zip.bytes());
        QVERIFY2(outcome.endsWith("not-read too-large"_L1), qPrintable(outcome.right(300)));
    }

    void readZip_truncatedAnywhere_hasAnOutcome()
    {
        const QByteArray whole = ZipMaker().add("a.html", pageOf("Ferry aground off Halvern")).add("b.txt", kText).bytes();
        for (qsizetype size = 4; size < whole.size(); size += 7) {
            const QString outcome = outcomesOf(readRisky(whole.first(size)));
            QVERIFY2(outcome.startsWith("not-read"_L1), qPrintable(outcome));
        }
    }

    void readZip_damagedAnywhere_hasAnOutcome()
    {
        const QByteArray whole = ZipMaker().add("a.html", pageOf("Ferry aground off Halvern")).add("b.txt", kText).bytes();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const char byte : {'\xFF', '\x00'}) {
                QByteArray damaged = whole;
                damaged[at] = byte;
                QVERIFY(!readRisky(damaged).empty());
            }
        }
    }

    void readGzip_ofAPage_isThePage()
    {
        QCOMPARE(outcomesOf(readRisky(gzipped(pageOf("Ferry aground off Halvern")))), u"read"_s);
        QCOMPARE(outcomesOf(readRisky(gzipped(kText) + gzipped("\nMore of it was said on Saturday by the harbour master himself.\n"))), u"read"_s);
        QCOMPARE(outcomesOf(readRisky(gzipped(pageOf("Ferry aground off Halvern")).chopped(20))), u"partly truncated"_s);
        QCOMPARE(outcomesOf(readRisky(gzipped(""))), u"not-read empty-file"_s);
    }

    void readGzip_bomb_isTooLarge()
    {
        const QByteArray bomb = QByteArray("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03", 10) + packedZeros(1024) + QByteArray(8, '\0');
        QCOMPARE(outcomeInTime(bomb), u"not-read too-large"_s);
    }
};

QTEST_GUILESS_MAIN(ZipTest)
#include "zip_test.moc"
