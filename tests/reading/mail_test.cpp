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

    void readBytes_attachedText_isAnArticleOfItsOwn()
    {
        const auto articles = reading::readBytes(kHeaders + "Content-Type: multipart/mixed; boundary=b2\n\n--b2\nContent-Type: text/plain\n\nThe ferry left Halvern at nine.\n"
                                                          "--b2\nContent-Type: text/plain\nContent-Disposition: attachment; filename=x.txt\n\nA much longer text that was attached to the mail and is no part of it at all.\n--b2--\n", u"a.eml"_s);
        QCOMPARE(articles.size(), size_t{1}); // the mail only sends it on
        QVERIFY(articles.front().text.startsWith(u"A much longer text"_s));
        QVERIFY(!articles.front().title || *articles.front().title != u"Ferry sinks off Halvern"_s);
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

    void readBytes_savedPageThatIsCutOff_isReadInPart()
    {
        const QByteArray start = "From: <Saved by Blink>\nSnapshot-Content-Location: https://bay.example/ferry\nSubject: Ferry sinks\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"m\"\n\n"
                                 "--m\nContent-Type: text/html\nContent-Location: https://bay.example/ferry\n\n<html><body><p>The ferry left Halvern harbour at nine and was due back before noon, its owner said.</p>";
        QCOMPARE(outcomeOf(readOne(start)), u"partly truncated"_s);
        QCOMPARE(outcomeOf(readOne(start + "</body></html>\n--m--\n")), u"read"_s);
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

    void readBytes_attachments_data()
    {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<QStringList>("outcomes");
        const QByteArray text = "Content-Type: text/plain\n\n" + QByteArray("The ferry left Halvern harbour at nine in the morning, its owner said on Friday. ").repeated(5) + "\n";
        const QByteArray page = "Content-Type: text/html; name=page.html\nContent-Disposition: attachment; filename=page.html\n\n<html><body><p>Two helicopters searched the bay until dark, the coast guard said.</p>"
                                "<p>They found nobody, and the search goes on with two planes and six ships.</p></body></html>\n";
        const QByteArray report = "Content-Type: application/x-report; name=\"report 1.bin\"\nContent-Disposition: attachment; filename=\"report 1.bin\"\nContent-Transfer-Encoding: base64\n\nAAECAwQFBgcICQ==\n";
        const QByteArray picture = "Content-Type: image/jpeg\nContent-Disposition: attachment; filename=ferry.jpg\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ\n";
        const QByteArray inner = "Content-Type: message/rfc822\n\n" + QByteArray(kHeaders).replace("=?utf-8?B?RmVycnkgc2lua3M=?= off\n Halvern", "Pier closed").replace("Fwd: ", "") + "Content-Type: text/plain\n\n"
            + QByteArray("The pier of Halvern was closed on Friday, and nobody was hurt, the port said. ").repeated(4) + "\n";
        QTest::newRow("text and page") << "--b\n" + text + "--b\n" + page << QStringList{u"read"_s, u"read"_s};
        QTest::newRow("not read") << "--b\n" + text + "--b\n" + report << QStringList{u"partly attachment-not-read"_s};
        QTest::newRow("nothing else") << "--b\n" + report << QStringList{u"not-read attachment-not-read no-article-text"_s};
        QTest::newRow("picture") << "--b\n" + text + "--b\n" + picture << QStringList{u"read"_s};
        QTest::newRow("message") << "--b\n" + text + "--b\n" + inner << QStringList{u"read"_s, u"read"_s};
        QTest::newRow("message sent on") << "--b\nContent-Type: text/plain\n\nSee below.\n--b\n" + inner << QStringList{u"read"_s};
    }

    void readBytes_attachments()
    {
        QFETCH(QByteArray, parts);
        QFETCH(QStringList, outcomes);
        const auto articles = reading::readBytes(kHeaders + "Content-Type: multipart/mixed; boundary=b\n\n" + parts + "--b--\n", u"a.eml"_s);
        QStringList found;
        for (const model::Article &article : articles) {
            found.append(outcomeOf(article));
            for (const base::Error &problem : article.problems)
                QVERIFY(problem.code != base::ErrorCode::AttachmentNotRead || problem.member == u"report 1.bin"_s);
        }
        QCOMPARE(found, outcomes);
    }

    void readBytes_messageSentOn_hasItsOwnHeaders()
    {
        const model::Article article = readOne(kHeaders + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nFrom: Norrwire <desk@norrwire.example>\nSubject: Pier closed\n"
                                                          "Date: Thu, 13 Mar 2031 08:00:00 +0000\n\nThe pier of Halvern was closed on Thursday.\n--b--\n");
        QCOMPARE(*article.title, u"Pier closed"_s);
        QCOMPARE(*article.outlet, u"Norrwire"_s);
        QCOMPARE(article.published->toString(), u"2031-03-13T08:00:00+00:00"_s);
    }

    void readBytes_forwardedText_hasItsOwnHeaders_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("dashes") << QByteArray("Worth reading.\n\n---------- Forwarded message ---------\nFrom: Norrwire <desk@norrwire.example>\nDate: Thu, Mar 13, 2031 at 8:00 AM\nSubject: Pier closed\nTo: <a@b.example>\n\n\n"
                                              "The pier of Halvern was closed on Thursday.\n");
        QTest::newRow("quoted") << QByteArray("Begin forwarded message:\n\n> From: Norrwire <desk@norrwire.example>\n> Subject: Pier closed\n> Date: 13 March 2031 at 08:00\n> To: a@b.example\n>\n> The pier of Halvern was closed on Thursday.\n");
        QTest::newRow("original message") << QByteArray("-----Original Message-----\nFrom: \"Norrwire\" <desk@norrwire.example>\nSent: Thursday, March 13, 2031 8:00 AM\nTo: a@b.example\nSubject: FW: Pier closed\n\nThe pier of Halvern was closed on Thursday.\n");
    }

    void readBytes_forwardedText_hasItsOwnHeaders()
    {
        QFETCH(QByteArray, text);
        const model::Article article = readOne(kHeaders + "Content-Type: text/plain\n\n" + text);
        QCOMPARE(article.text, u"The pier of Halvern was closed on Thursday."_s);
        QCOMPARE(*article.title, u"Pier closed"_s);
        QCOMPARE(*article.outlet, u"Norrwire"_s);
        QCOMPARE(article.published->toString(), u"2031-03-13T08:00:00"_s);
    }

    void readBytes_answerOverAnOldMessage_isTheAnswer()
    {
        const model::Article article = readOne(kHeaders + "Content-Type: text/plain\n\nThe ferry left Halvern harbour at nine in the morning and was due back before noon, its owner said.\n\n"
                                                          "-----Original Message-----\nFrom: Bo Hart <bo@b.example>\nSubject: When?\n\nWhen did it leave?\n");
        QCOMPARE(*article.title, u"Ferry sinks off Halvern"_s);
        QVERIFY(article.text.startsWith(u"The ferry left Halvern harbour"_s));
    }

    void readBytes_mailbox_partsOnlyAtMessages_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        QTest::newRow("quoted line") << QByteArray("The ferry left at nine.\n\n>From 2031 on it will not sail.\n") << u"The ferry left at nine.\n\nFrom 2031 on it will not sail."_s;
        QTest::newRow("twice quoted") << QByteArray("The ferry left at nine.\n\n>>From 2031 on it will not sail.\n") << u"The ferry left at nine.\n\n>From 2031 on it will not sail."_s;
        QTest::newRow("line that was not quoted") << QByteArray("The ferry left at nine.\n\nFrom 2031 on it will not sail.\n") << u"The ferry left at nine.\n\nFrom 2031 on it will not sail."_s;
    }

    void readBytes_mailbox_partsOnlyAtMessages()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        const QByteArray message = "From a@b Fri Mar 14 09:00:00 2031\n" + kHeaders + "\n" + body + "\n";
        const auto articles = reading::readBytes(message + message, u"box"_s);
        QCOMPARE(articles.size(), size_t{2});
        QCOMPARE(articles[0].text, text);
        QCOMPARE(articles[1].text, text);
    }

    void readBytes_savedPage_isItsRootPart_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("first part") << QByteArray() << QByteArray();
        QTest::newRow("named by start") << QByteArray("; start=\"<root@x>\"") << QByteArray("--m\nContent-Type: text/html\nContent-Location: https://ads.example/0\n\n<p>Buy a boat today, buy a boat tomorrow, and then buy another boat.</p>\n");
    }

    void readBytes_savedPage_isItsRootPart()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, first);
        const QByteArray frame = "--m\nContent-Type: text/html\nContent-Location: https://ads.example/1\n\n<html><body>" + QByteArray("<p>Boats are cheap this week, and everybody should buy one before noon, said the dealer.</p>").repeated(40) + "</body></html>\n";
        const model::Article article = readOne("From: <Saved by Blink>\nSubject: Ferry sinks | The Bay\nDate: Sat, 15 Mar 2031 10:00:00 +0000\nMIME-Version: 1.0\n"
                                               "Content-Type: multipart/related; type=\"text/html\"; boundary=\"m\"" + type + "\n\n" + first
                                               + "--m\nContent-Type: text/html\nContent-ID: <root@x>\nContent-Location: https://bay.example/ferry\n\n<html><head><title>Ferry sinks | The Bay</title></head><body>"
                                                 "<p>The ferry left Halvern harbour at nine and was due back before noon.</p></body></html>\n"
                                               + frame + "--m--\n");
        QCOMPARE(article.text, u"The ferry left Halvern harbour at nine and was due back before noon."_s);
        QCOMPARE(*article.url, u"https://bay.example/ferry"_s);
        QCOMPARE(article.mediaType, u"multipart/related"_s);
        QVERIFY(!article.published);
        QVERIFY(!article.outlet || *article.outlet != u"Saved by Blink"_s);
    }

    void readBytes_pageOfFrames_isItsFrames()
    {
        const model::Article article = readOne("From: <Saved by Blink>\nSnapshot-Content-Location: https://bay.example/\nSubject: The Bay\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=m\n\n"
                                               "--m\nContent-Type: text/html\n\n<html><frameset><frame src=a></frameset></html>\n--m\nContent-Type: text/html\n\n<html><body><p>The ferry left Halvern harbour at nine and was due back before noon.</p></body></html>\n--m--\n");
        QCOMPARE(article.text, u"The ferry left Halvern harbour at nine and was due back before noon."_s);
    }

    void readBytes_charsetOfSavedPage_isFoundInEitherPlace_data()
    {
        QTest::addColumn<QByteArray>("partType");
        QTest::addColumn<QByteArray>("meta");
        QTest::newRow("part") << QByteArray("; charset=windows-1251") << QByteArray();
        QTest::newRow("meta") << QByteArray() << QByteArray("windows-1251");
        QTest::newRow("both") << QByteArray("; charset=windows-1251") << QByteArray("windows-1251");
        QTest::newRow("part says nothing") << QByteArray("; charset=us-ascii") << QByteArray("windows-1251");
        QTest::newRow("part is wrong") << QByteArray("; charset=utf-8") << QByteArray("windows-1251");
        QTest::newRow("meta is wrong") << QByteArray("; charset=windows-1251") << QByteArray("utf-8");
    }

    void readBytes_charsetOfSavedPage_isFoundInEitherPlace()
    {
        QFETCH(QByteArray, partType);
        QFETCH(QByteArray, meta);
        const QByteArray word = "=CF=E0=F0=EE=EC"; // "\u041F\u0430\u0440\u043E\u043C" in windows-1251, quoted-printable
        const QByteArray head = meta.isEmpty() ? QByteArray() : "<meta charset=3D\"" + meta + "\">";
        const model::Article article = readOne("From: <Saved by Blink>\nSnapshot-Content-Location: https://bay.example/ferry\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=m\n\n--m\nContent-Type: text/html"
                                               + partType + "\nContent-Transfer-Encoding: quoted-printable\n\n<html><head>" + head + "</head><body><p>" + QByteArray(word + " ").repeated(14) + ".</p></body></html>\n--m--\n");
        QVERIFY2(article.text.startsWith(u"\u041F\u0430\u0440\u043E\u043C \u041F\u0430\u0440\u043E\u043C"_s), qPrintable(article.text));
        QCOMPARE(article.charset->toLower(), u"windows-1251"_s);
    }

    void readBytes_chosenCharset_isUsedForItsParts()
    {
        reading::ReadOptions options;
        options.charset = "windows-1251";
        const model::Article article = readOne(kHeaders + "Content-Type: text/plain; charset=iso-8859-1\n\n" + QByteArray("\xCF\xE0\xF0\xEE\xEC \xCF\xE0\xF0\xEE\xEC.\n"), u"a.eml"_s, options);
        QCOMPARE(article.text, u"\u041F\u0430\u0440\u043E\u043C \u041F\u0430\u0440\u043E\u043C."_s);
        QCOMPARE(outcomeOf(article), u"read"_s);
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
