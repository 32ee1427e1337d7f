#include "reading/read_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <chrono>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

class Scratch {
public:
    [[nodiscard]] QByteArray path(const QByteArray &name = {}) const { return QFile::encodeName(m_folder.path()) + (name.isEmpty() ? "" : "/" + name); }
    void folder(const QByteArray &name) const { QVERIFY(::mkdir(path(name).constData(), 0755) == 0); }
    void file(const QByteArray &name, const QByteArray &bytes = "text") const
    {
        FILE *out = ::fopen(path(name).constData(), "wb");
        QVERIFY(out);
        ::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), out);
        ::fclose(out);
    }

private:
    QTemporaryDir m_folder;
};

QString namesOf(const reading::FolderListing &listing)
{
    QStringList names;
    for (const reading::SourceFile &file : listing.files)
        names.append(file.shownPath);
    return names.join(u'|');
}

QString skippedIn(const reading::FolderListing &listing)
{
    QStringList names;
    for (const base::Error &error : listing.skipped)
        names.append(error.path + u' ' + base::errorCodeName(error.code));
    return names.join(u'|');
}

} // namespace

class ListFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listFolder_filesAndFolders_areSortedByShownPath()
    {
        const Scratch scratch;
        scratch.folder("b");
        scratch.file("b/two.txt", "12345");
        scratch.file("a.html");
        scratch.file("c.md");
        scratch.file("d.json"); // may hold news
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"a.html|b/two.txt|c.md|d.json"_s);
        QCOMPARE(listing->files[1].byteSize, 5);
        QVERIFY(listing->files[1].modifiedMs > 1'500'000'000'000);
        QCOMPARE(listing->files[1].nativePath, scratch.path("b/two.txt"));
    }

    void listFolder_companionsAndFurniture_areCountedNotListed()
    {
        const Scratch scratch;
        scratch.folder("Page_files");
        scratch.file("Page_files/ad.html");
        scratch.folder(".hidden");
        for (const char *name : {".dot", "README.md", "README", "LICENSE", "Licence.txt", "photo.JPG", "style.css", "app.js", "x.txt~", "notice.TXT", "CHANGELOG"})
            scratch.file(name);
        scratch.file("Page.html");
        for (const char *name : {"readme-not.txt", "notice.html", "copying-claims.txt", "license.plates.txt", "notice.md.html"})
            scratch.file(name);
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"Page.html|copying-claims.txt|license.plates.txt|notice.html|notice.md.html|readme-not.txt"_s);
        QCOMPARE(listing->ignored, 13);
        QVERIFY(listing->skipped.empty());
    }

    /// Zotero's folder: a folder of eight signs a saved page; what Zotero keeps for itself is not even opened.
    void listFolder_zotero_listsTheSnapshotsAlone()
    {
        const Scratch scratch;
        scratch.folder("storage");
        scratch.folder("storage/ABCD2345");
        scratch.folder("storage/QRST6789");
        for (const char *name : {"zotero.sqlite", "zotero.sqlite-journal", "zotero.sqlite.bak", "zotero.sqlite.1.bak", "storage/ABCD2345/.zotero-ft-cache", "storage/ABCD2345/.zotero-reader-state"})
            scratch.file(name);
        for (const char *name : {"storage/ABCD2345/Ferry aground.html", "storage/QRST6789/Bay et al. - 2031.pdf"})
            scratch.file(name);
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"storage/ABCD2345/Ferry aground.html|storage/QRST6789/Bay et al. - 2031.pdf"_s);
        QCOMPARE(listing->ignored, 6);
        QVERIFY(listing->skipped.empty());
    }

    void listFolder_nameThatIsNotUtf8_isShownEscapedAndCanBeRead()
    {
        const Scratch scratch;
        scratch.file("caf\xE9.txt", "The ferry left Halvern harbour at nine in the morning.");
        scratch.file("caf\xC3\xA9.txt");
        scratch.file("line\nbreak.txt");
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"caf%E9.txt|caf\u00E9.txt|line%0Abreak.txt"_s);
        QCOMPARE(reading::readFile(listing->files[0]).front().outcome, model::ReadOutcome::Read);
    }

    void listFolder_namesThatLookEscaped_areNotTakenForOthers()
    {
        const Scratch scratch;
        for (const char *name : {"caf\xE9.txt", "caf%E9.txt", "caf%25E9.txt", "a%0Ab.txt", "a\nb.txt", "100%.txt", "a%20b.txt", "%e9.txt", "%E.txt", "%"})
            scratch.file(name);
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"%|%E.txt|%e9.txt|100%.txt|a%0Ab.txt|a%20b.txt|a%250Ab.txt|caf%2525E9.txt|caf%25E9.txt|caf%E9.txt"_s);
    }

    void listFolder_linkLoops_end()
    {
        const Scratch scratch;
        scratch.folder("in");
        scratch.file("in/a.txt");
        QVERIFY(::symlink(scratch.path().constData(), scratch.path("in/up").constData()) == 0);
        QVERIFY(::symlink("self", scratch.path("self").constData()) == 0);
        QVERIFY(::symlink("/nowhere/at/all", scratch.path("gone.txt").constData()) == 0);
        QVERIFY(::symlink("in/a.txt", scratch.path("twin.txt").constData()) == 0);
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(listing->files.size(), size_t{1});
        QCOMPARE(listing->ignored, 1);
        QCOMPARE(skippedIn(*listing), u"gone.txt not-found|in/up/ not-a-file|self unreadable"_s);
    }

    void listFolder_pipesSocketsAndDevices_areSkipped()
    {
        const Scratch scratch;
        QVERIFY(::mkfifo(scratch.path("pipe.txt").constData(), 0600) == 0);
        QVERIFY(::symlink("/dev/zero", scratch.path("zero.txt").constData()) == 0);
        const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray path = scratch.path("s.txt");
        QVERIFY(path.size() < static_cast<qsizetype>(sizeof address.sun_path));
        std::copy(path.begin(), path.end(), address.sun_path);
        QVERIFY(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
        const auto listing = reading::listFolder(scratch.path());
        ::close(listener);
        QVERIFY(listing);
        QVERIFY(listing->files.empty());
        QCOMPARE(skippedIn(*listing), u"pipe.txt not-a-file|s.txt not-a-file|zero.txt not-a-file"_s);
        // Even where such a path reaches readFile, it does not wait.
        const auto articles = reading::readFile({scratch.path("pipe.txt"), u"pipe.txt"_s, 0, 0});
        QCOMPARE(articles.front().problems.front().code, base::ErrorCode::NotAFile);
    }

    void listFolder_deepNesting_stopsAtTheLimitAndSaysSo()
    {
        const Scratch scratch;
        QByteArray nested;
        for (int level = 0; level < 70; ++level) {
            nested += nested.isEmpty() ? "d" : "/d";
            scratch.folder(nested);
        }
        scratch.file(nested + "/deep.txt");
        scratch.file("top.txt");
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"top.txt"_s);
        QCOMPARE(listing->skipped.size(), size_t{1});
        QCOMPARE(listing->skipped.front().code, base::ErrorCode::TooComplex);
    }

    void listFolder_unreadableFolder_isSkippedOthersListed()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        const Scratch scratch;
        scratch.folder("closed");
        scratch.file("open.txt");
        QVERIFY(::chmod(scratch.path("closed").constData(), 0) == 0);
        const auto listing = reading::listFolder(scratch.path());
        ::chmod(scratch.path("closed").constData(), 0755);
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"open.txt"_s);
        QCOMPARE(skippedIn(*listing), u"closed/ permission-denied"_s);
    }

    void listFolder_oneFile_givesThatFile()
    {
        const Scratch scratch;
        scratch.file("one.txt");
        const auto listing = reading::listFolder(scratch.path("one.txt"));
        QVERIFY(listing);
        QCOMPARE(namesOf(*listing), u"one.txt"_s);
    }

    void listFolder_missingOrOddPath_isAnError_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QByteArray("/nowhere/at/all") << u"not-found"_s;
        QTest::newRow("below a file") << QByteArray("/etc/passwd/x") << u"not-found"_s;
        QTest::newRow("device") << QByteArray("/dev/null") << u"not-a-file"_s;
    }

    void listFolder_missingOrOddPath_isAnError()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, code);
        const auto listing = reading::listFolder(path);
        QVERIFY(!listing);
        QCOMPARE(base::errorCodeName(listing.error().code), code);
    }

    void listFolder_threeThousandFiles_areListedAndStopIsHonoured()
    {
        const Scratch scratch;
        for (int number = 0; number < 3000; ++number)
            scratch.file("f" + QByteArray::number(number) + ".txt", "x");
        const auto listing = reading::listFolder(scratch.path());
        QVERIFY(listing);
        QCOMPARE(listing->files.size(), size_t{3000});
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = reading::listFolder(scratch.path(), stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, base::ErrorCode::Cancelled);
    }

    void listFolder_stoppedInTheMiddle_neverGivesAPart()
    {
        const Scratch scratch;
        for (int number = 0; number < 3000; ++number)
            scratch.file("f" + QByteArray::number(number) + ".txt", "x");
        int cancelled = 0;
        for (int delay = 0; delay < 3000; delay += 50) {
            std::stop_source stop;
            const std::jthread stopper([&stop, delay] {
                std::this_thread::sleep_for(std::chrono::microseconds(delay));
                stop.request_stop();
            });
            const auto listing = reading::listFolder(scratch.path(), stop.get_token());
            if (listing)
                QCOMPARE(listing->files.size(), size_t{3000});
            else
                QCOMPARE(listing.error().code, base::ErrorCode::Cancelled);
            cancelled += listing ? 0 : 1;
        }
        QVERIFY(cancelled > 0);
    }
};

QTEST_GUILESS_MAIN(ListFolderTest)
#include "list_folder_test.moc"
