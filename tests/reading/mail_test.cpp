#include "reading_support.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;
using reading::test::printed;
using reading::test::readOne;

namespace {

const QByteArray kHeaders = "From: =?utf-8?Q?H=C3=A4fen_von_Halvern?= <press@port.example>\n"
                            "To: <desk@reader.example>\n"
                            "Subject: Fwd: =?utf-8?B?RmVycnkgc2lua3M=?= off\n Halvern\n"
                            "Date: Fri, 14 Mar 2031 09:00:00 +0100 (CET)\n"
                            "MIME-Version: 1.0\n";

} // namespace

class MailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_plainMail_givesTextAndHeaders()
    {
        const model::Article article = readOne(kHeaders + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
                                                          "The ferry left Halvern at nine, and the caf=E9 on the pier closed at noon=\n, as it does on all days of the week in the winter months.\n\n"
                                                          "It never came back.\n-- \nPort of Halvern\nPier 3\n");
        QCOMPARE(*article.title, u"Ferry sinks off Halvern"_s);
        QCOMPARE(*article.outlet, u"H\u00E4fen von Halvern"_s);
        QCOMPARE(article.published->toString(), u"2031-03-14T09:00:00+01:00"_s);
        QCOMPARE(*article.charset, u"windows-1252"_s);
        QCOMPARE(article.mediaType, u"message/rfc822"_s);
        QCOMPARE(article.text, u"The ferry left Halvern at nine, and the caf\u00E9 on the pier closed at noon, as it does on all days of the week in the winter months.\n\nIt never came back."_s);
        QCOMPARE(article.metadataSources.at(model::MetadataField::Outlet), u"header From"_s);
    }

    void readBytes_wrappedMail_isUnwrapped()
    {
        const model::Article article = readOne(kHeaders + "Content-Type: text/plain\n\n"
                                                          "The ferry left Halvern at nine in the morning and was due on the\nisland of Sorn by noon, its owner said. It was seen once more, by\na fisherman off the cape.\n\n"
                                                          "Nobody knows where it sank. The search goes on with two planes\nand six ships.\n");
        QCOMPARE(article.blocks.size(), size_t{2});
        QVERIFY(article.text.contains(u"due on the island"_s));
    }

    void readBytes_htmlMail_isReadAsPage()
    {
        const model::Article article = readOne(kHeaders + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                                               + QByteArray("<html><body><div><p>The ferry left Halvern harbour at nine and was due back before noon, its owner said.</p>"
                                                            "<p>Two helicopters searched the bay until dark.</p></div></body></html>")
                                                     .toBase64());
        QCOMPARE(printed(article), u"P The ferry left Halvern harbour at nine and was due back before noon, its owner said.|P Two helicopters searched the bay until dark."_s);
        QCOMPARE(*article.title, u"Ferry sinks off Halvern"_s);
    }

    void readBytes_alternative_takesTheFullerText_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QString>("text");
        QTest::newRow("both whole") << QByteArray("The plain ferry left Halvern harbour at nine and was due back before noon.") << u"The plain ferry left Halvern harbour at nine and was due back before noon."_s;
        QTest::newRow("stub") << QByteArray("View in your browser.") << u"The rich ferry left Halvern harbour at nine and was due back before noon."_s;
    }

    void readBytes_alternative_takesTheFullerText()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QString, text);
        const model::Article article = readOne(kHeaders + "Content-Type: multipart/alternative; boundary=\"b1\"\n\n--b1\nContent-Type: text/plain\n\n" + plain
                                               + "\n--b1\nContent-Type: text/html\n\n<p>The rich ferry left Halvern harbour at nine and was due back before noon.</p>\n--b1--\n");
        QCOMPARE(article.text, text);
    }

    void readBytes_attachment_isNotTheText()
    {
        const model::Article article = readOne(kHeaders + "Content-Type: multipart/mixed; boundary=b2\n\n--b2\nContent-Type: text/plain\n\nThe ferry left Halvern at nine.\n"
                                                          "--b2\nContent-Type: text/plain\nContent-Disposition: attachment; filename=x.txt\n\nA much longer text that was attached to the mail and is no part of it at all.\n--b2--\n");
        QCOMPARE(article.text, u"The ferry left Halvern at nine."_s);
    }

    void readBytes_mbox_givesOneArticleAMessage()
    {
        const QByteArray message = kHeaders + "\nThe ferry left Halvern at nine.\n\n";
        const auto articles = reading::readBytes("From a@b Fri Mar 14 09:00:00 2031\n" + message + "From c@d Fri Mar 14 10:00:00 2031\n" + message, u"box.mbox"_s);
        QCOMPARE(articles.size(), size_t{2});
        QCOMPARE(articles[1].part, 1);
        QCOMPARE(articles[1].text, u"The ferry left Halvern at nine."_s);
    }

    void readBytes_savedPageAsMail_isReadWithItsAddress()
    {
        const model::Article article = readOne("From: <Saved by Blink>\nSnapshot-Content-Location: https://bay.example/ferry\nSubject: Ferry sinks\nDate: Sat, 15 Mar 2031 10:00:00 +0000\nMIME-Version: 1.0\n"
                                               "Content-Type: multipart/related; type=\"text/html\"; boundary=\"m\"\n\n--m\nContent-Type: text/html\nContent-Location: https://bay.example/ferry\n\n"
                                               "<html><head><meta property=og:site_name content='The Bay'></head><body><p>The ferry left Halvern harbour at nine and was due back before noon.</p></body></html>\n--m--\n");
        QCOMPARE(*article.url, u"https://bay.example/ferry"_s);
        QCOMPARE(*article.outlet, u"The Bay"_s);
        QVERIFY(!article.published); // the date of saving is not the date of publication
    }

    void readBytes_brokenMail_isRead_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("boundary never closed") << QByteArray("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe ferry left Halvern at nine.");
        QTest::newRow("unknown encoding") << QByteArray("Content-Type: text/plain\nContent-Transfer-Encoding: x-none\n\nThe ferry left Halvern at nine.");
        QTest::newRow("unknown charset") << QByteArray("Content-Type: text/plain; charset=x-none\n\nThe ferry left Halvern at nine.");
        QTest::newRow("windows line ends") << QByteArray("Content-Type: text/plain\r\n\r\nThe ferry left Halvern at nine.\r\n");
    }

    void readBytes_brokenMail_isRead()
    {
        QFETCH(QByteArray, rest);
        const model::Article article = readOne(kHeaders + rest);
        QCOMPARE(article.text, u"The ferry left Halvern at nine."_s);
    }

    void readBytes_moreThanIsRead_isSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcome");
        const auto parts = [](int count) {
            return kHeaders + "Content-Type: multipart/mixed; boundary=b\n\n" + QByteArray("--b\nContent-Type: text/plain\n\nThe ferry left Halvern harbour at nine in the morning.\n").repeated(count) + "--b--\n";
        };
        const auto messages = [](int count) { return ("From a@b Fri Mar 14 09:00:00 2031\n" + kHeaders + "Content-Type: text/plain\n\nThe ferry left Halvern at nine.\n\n").repeated(count); };
        QTest::newRow("some parts") << parts(1900) << u"read"_s;
        QTest::newRow("too many parts") << parts(2100) << u"partly too-large"_s;
        QTest::newRow("all messages that are read") << messages(20'000) << u"read"_s;
        QTest::newRow("too many messages") << messages(20'001) << u"partly too-large"_s;
    }

    void readBytes_moreThanIsRead_isSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcome);
        const auto articles = reading::readBytes(bytes, u"box.mbox"_s);
        QVERIFY(articles.size() == 1 || articles.size() == 20'000);
        QCOMPARE(reading::test::outcomeOf(articles.back()), outcome);
    }

    void readBytes_deeplyNestedMail_ends()
    {
        QByteArray bytes = kHeaders;
        for (int level = 0; level < 5000; ++level) {
            const QByteArray boundary = "b" + QByteArray::number(level);
            bytes += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
        }
        const model::Article article = readOne(bytes + "Content-Type: text/plain\n\nDeep.");
        QCOMPARE(article.outcome, model::ReadOutcome::NotRead);
    }
};

QTEST_GUILESS_MAIN(MailTest)
#include "mail_test.moc"
