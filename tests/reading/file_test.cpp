// The doors of reading: what comes in as bytes or as a file, whole or not.
#include "reading_support.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace variorum;
using namespace Qt::StringLiterals;
using reading::test::outcomeOf;
using reading::test::readOne;

namespace {

const QByteArray kSentence = "The ferry left Halvern harbour at nine and was due back before noon. ";

} // namespace

class FileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBytes_badInput_saysWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("outcome");
        const QByteArray zeros(200, '\0');
        QTest::newRow("empty text") << QByteArray() << u"a.txt"_s << u"not-read empty-file"_s;
        QTest::newRow("empty page") << QByteArray() << u"a.html"_s << u"not-read empty-file"_s;
        QTest::newRow("empty mail") << QByteArray() << u"a.eml"_s << u"not-read empty-file"_s;
        QTest::newRow("empty markdown") << QByteArray() << u"a.md"_s << u"not-read empty-file"_s;
        QTest::newRow("only spaces") << QByteArray(" \n\t\r\n") << u"a.txt"_s << u"not-read empty-file"_s;
        QTest::newRow("zeros") << zeros << u"a.txt"_s << u"not-read binary-file"_s;
        QTest::newRow("zeros as page") << zeros << u"a.html"_s << u"not-read binary-file"_s;
        QTest::newRow("zeros as mail") << zeros << u"a.eml"_s << u"not-read binary-file"_s;
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n") + zeros << u"a.txt"_s << u"not-read unknown-format"_s;
        QTest::newRow("photograph") << QByteArray("\xFF\xD8\xFF\xE0") + zeros << u"a.html"_s << u"not-read unknown-format"_s;
        QTest::newRow("archive") << QByteArray("PK\x03\x04") + zeros << u"a.md"_s << u"not-read truncated"_s;
        QTest::newRow("pdf") << QByteArray("%PDF-1.5\n1 0 obj") << u"a.txt"_s << u"not-read malformed"_s;
        QTest::newRow("cut rich text") << QByteArray("{\\rtf1 The ferry left.") << u"a.txt"_s << u"partly truncated"_s;
        QTest::newRow("old document") << QByteArray("\xD0\xCF\x11\xE0") + zeros << u"a.doc"_s << u"not-read old-format"_s;
        QTest::newRow("text that begins like a magic number") << QByteArray("RIFF raff boarded the ferry at nine, the police said on Friday.") << u"a.txt"_s << u"read"_s;
        QTest::newRow("page without text") << QByteArray("<html><body><img src=x></body></html>") << u"a.html"_s << u"not-read no-article-text"_s;
        QTest::newRow("mail without text") << QByteArray("From: a@b.example\nSubject: x\nDate: Fri, 14 Mar 2031 09:00:00 +0100\n\n") << u"a.eml"_s << u"not-read no-article-text"_s;
    }

    void readBytes_badInput_saysWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, outcome);
        const model::Article article = readOne(bytes, name);
        QCOMPARE(outcomeOf(article), outcome);
        QCOMPARE(article.path, name);
        for (const base::Error &problem : article.problems) {
            QCOMPARE(problem.path, name);
            QVERIFY(base::describe(problem).contains(name));
        }
        QCOMPARE(article.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    }

    void readFile_fiftyMegabytes_isTooLargeAndNamesTheLimit()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"big.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(50LL * 1024 * 1024));
        file.close();
        const auto articles = reading::readFile({QFile::encodeName(path), u"big.txt"_s, 0, 0});
        QCOMPARE(articles.size(), size_t{1});
        QCOMPARE(outcomeOf(articles.front()), u"not-read too-large"_s);
        QVERIFY2(articles.front().problems.front().detail.contains(u"16.0 MB"_s), qPrintable(articles.front().problems.front().detail));
    }

    void readBytes_moreTextThanKept_isCutAtAParagraph_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("between");
        QTest::newRow("text") << QByteArray() << QByteArray("\n\n");
        QTest::newRow("page") << QByteArray("<html><body><article>") << QByteArray("<p>");
        QTest::newRow("markdown") << QByteArray("---\ntitle: Ferry\n---\n") << QByteArray("\n\n");
        QTest::newRow("mail") << QByteArray("From: a@b.example\nSubject: Ferry\nMIME-Version: 1.0\n\n") << QByteArray("\n\n");
    }

    void readBytes_moreTextThanKept_isCutAtAParagraph()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, between);
        QByteArray bytes = before;
        for (int number = 0; number < 100; ++number)
            bytes += between + kSentence + "Paragraph " + QByteArray::number(number) + ".";
        reading::ReadOptions options;
        options.maxTextUnits = 1000;
        const model::Article article = readOne(bytes, u"x"_s, options);
        QCOMPARE(outcomeOf(article), u"partly too-large"_s);
        QVERIFY(article.text.size() <= 1000 && article.text.size() > 800);
        QVERIFY(article.text.endsWith(u'.'));
        QVERIFY(reading::test::isWellFormed(article));
    }

    void readFile_missing_isNotFound()
    {
        const auto articles = reading::readFile({"/nowhere/at/all.txt", u"all.txt"_s, 0, 0});
        QCOMPARE(outcomeOf(articles.front()), u"not-read not-found"_s);
        QCOMPARE(articles.front().path, u"all.txt"_s);
    }

    void readFile_folder_isNotAFile()
    {
        QTemporaryDir folder;
        QCOMPARE(outcomeOf(reading::readFile({QFile::encodeName(folder.path()), u"f"_s, 0, 0}).front()), u"not-read not-a-file"_s);
    }

    void readFile_withoutPermission_saysSo()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.filePath(u"closed.txt"_s));
        QFile file(QFile::decodeName(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(::chmod(path.constData(), 0) == 0);
        QCOMPARE(outcomeOf(reading::readFile({path, u"closed.txt"_s, 0, 0}).front()), u"not-read permission-denied"_s);
    }

    void readFile_neverChangesTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kSentence);
        file.close();
        const QDateTime before = QFileInfo(path).lastModified();
        const auto articles = reading::readFile({QFile::encodeName(path), u"a.txt"_s, 0, 0});
        QCOMPARE(outcomeOf(articles.front()), u"read"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), kSentence);
        QCOMPARE(QFileInfo(path).lastModified(), before);
    }

    void readFile_stopped_isCancelled()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kSentence);
        file.close();
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(outcomeOf(reading::readFile({QFile::encodeName(path), u"a.txt"_s, 0, 0}, {}, stop.get_token()).front()), u"not-read cancelled"_s);
    }

    void readBytes_format_isToldByContentNotEnding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("mediaType");
        const QByteArray page = "<!DOCTYPE html><html><body><p>" + kSentence + "</p></body></html>";
        const QByteArray mail = "From: Port <a@b.example>\nSubject: Ferry\nDate: Fri, 14 Mar 2031 09:00:00 +0100\n\n" + kSentence;
        QTest::newRow("page named txt") << page << u"a.txt"_s << u"text/html"_s;
        QTest::newRow("page after a comment") << QByteArray("<!-- saved -->\n" + page) << u"a"_s << u"text/html"_s;
        QTest::newRow("mail named txt") << mail << u"a.txt"_s << u"message/rfc822"_s;
        QTest::newRow("text named html") << kSentence << u"a.html"_s << u"text/plain"_s;
        QTest::newRow("text that quotes a tag") << kSentence + "Its page used the <p> tag." << u"a.txt"_s << u"text/plain"_s;
        QTest::newRow("text with a colon") << QByteArray("Note: this is news.\n\n") + kSentence << u"a.txt"_s << u"text/plain"_s;
        QTest::newRow("front matter named txt") << QByteArray("---\ntitle: Ferry\n---\n") + kSentence << u"a.txt"_s << u"text/markdown"_s;
        QTest::newRow("markdown by name") << kSentence << u"a.md"_s << u"text/markdown"_s;
        QTest::newRow("utf-16 page") << QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(QString::fromLatin1(page).utf16()), page.size() * 2) << u"a.txt"_s << u"text/html"_s;
    }

    void readBytes_format_isToldByContentNotEnding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, mediaType);
        const model::Article article = readOne(bytes, name);
        QCOMPARE(article.mediaType, mediaType);
        QVERIFY2(article.text.contains(u"Halvern harbour"_s), qPrintable(article.text));
    }

    void readBytes_plain_keepsEveryCharacter()
    {
        reading::ReadOptions options;
        options.plain = true;
        const model::Article article = readOne("Leave a Reply\n[ad_1] One.\n\n#a #b\r\nTwo\xC2\xA0three. \n", u"a.txt"_s, options);
        QCOMPARE(article.text, u"Leave a Reply\n[ad_1] One.\n\n#a #b\nTwo\u00A0three. \n"_s);
        QCOMPARE(article.blocks.size(), size_t{2});
        QVERIFY(!article.title);
        QVERIFY(article.metadataSources.empty());
    }
};

QTEST_GUILESS_MAIN(FileTest)
#include "file_test.moc"
