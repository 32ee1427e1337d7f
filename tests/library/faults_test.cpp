// What the library promises, under attack: no acknowledged work lost, no half article, the file whole. Rows of the fault
// table are named in brackets. VARIORUM_FAULTS=500 makes the long runs long; the default keeps this quick. packaging/faults runs them all in full.
// Ends without warning are in sudden_end_test.cpp.

#include "library/connection.h"
#include "library/inspection.h"
#include "library/recovery.h"
#include "tests/library/fault_support.h"
#include "tests/library/shim_vfs.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace variorum;
using library::Access;
using library::Connection;
using library::Library;
using tests::ShimFault;
using tests::ShimVfs;

namespace {

using tests::bytesOf;
using tests::kFolder;
using tests::kKey;
using tests::makeLibrary;
using tests::note;
using tests::notesIn;
using tests::reading;
using tests::removeSides;
using tests::rounds;
using tests::write;
using tests::wrongWith;

} // namespace

class FaultsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private Q_SLOTS:
    void initTestCase() { ShimVfs::install(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("library.vrm"));
    }

    void cleanup() { ShimVfs::disarm(); }

    // [3] [5]
    void device_failsAtTheNthCall_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<bool>("isSticky");
        QTest::newRow("I/O error once") << false << false;
        QTest::newRow("I/O error from then on") << false << true;
        QTest::newRow("disk full once") << true << false;
        QTest::newRow("disk full from then on") << true << true;
    }

    /// Opening, storing an article and its facts, a note: for every n. What was acknowledged is there afterwards, what was
    /// refused is there whole or not at all.
    void device_failsAtTheNthCall()
    {
        QFETCH(bool, isFull);
        QFETCH(bool, isSticky);
        QVERIFY(makeLibrary(m_path, 3));
        removeSides(m_path);
        const QByteArray before = bytesOf(m_path);
        const qint64 stride = qEnvironmentVariableIsSet("VARIORUM_FAULTS") ? 1 : 3;
        qint64 failing = 1;
        int refused = 0;
        int tried = 0;
        for (;; failing += stride) {
            removeSides(m_path);
            QVERIFY(write(m_path, before));
            bool articleStored = false;
            bool factsStored = false;
            bool noteStored = false;
            ShimVfs::arm(isFull ? ShimFault::DiskFull : ShimFault::IoError, failing, isSticky);
            {
                const auto opened = Library::open(m_path, {.maxPages = {}, .busyTimeoutMs = 50, .access = Access::Write});
                if (opened) {
                    const auto stored = (*opened)->storeFile(kFolder, reading(7));
                    articleStored = stored.hasValue();
                    if (stored) {
                        factsStored = (*opened)->storeFacts(stored->articles.front(), kKey, tests::Generated(7).facts()).hasValue();
                        const auto done = (*opened)->doWork(QStringLiteral("note"), {{.id = {}, .item = note(**opened, stored->articles.front(), 7)}});
                        noteStored = done.hasValue();
                    }
                }
            }
            const bool hasFailed = ShimVfs::hasFailed();
            ShimVfs::disarm();
            ++tried;
            if (hasFailed)
                ++refused;
            const auto opened = Library::open(m_path);
            QVERIFY2(opened, opened ? "" : qPrintable(QStringLiteral("call %1: %2 %3").arg(failing).arg(base::errorCodeName(opened.error().code), opened.error().detail)));
            const auto articles = (*opened)->articles(kFolder);
            QVERIFY(articles);
            QVERIFY(articles->size() == 4 || (articles->size() == 3 && !articleStored));
            const QSet<int> notes = notesIn(**opened);
            QVERIFY(notes.contains(QSet<int>{0, 1, 2}));
            QVERIFY(!noteStored || notes.contains(7));
            if (factsStored)
                QVERIFY((*opened)->facts(articles->back().id, kKey)->has_value());
            if (tried % 16 == 0)
                QCOMPARE(wrongWith(m_path), QString());
            if (!hasFailed)
                break;
        }
        qInfo("FAULTS %s | %d | of %lld calls%s; each told or overcome, nothing lost", QTest::currentDataTag(), refused, static_cast<long long>(failing), stride == 1 ? ", every one" : "");
        QVERIFY(refused > 10);
    }

    // [5]
    void disk_fullAtAnySize_takesNothingBack()
    {
        const int count = rounds(30);
        const qint64 step = std::min(41'003, 4'000'000 / count); // from nothing at all to what it all takes
        qint64 room = 0;
        int full = 0;
        int kept = 0;
        for (int round = 0; round < count; ++round, room += step) {
            removeSides(m_path);
            QFile::remove(m_path);
            QVERIFY(makeLibrary(m_path, 2));
            ShimVfs::armFull(room);
            QSet<int> acknowledged;
            QStringList codes;
            {
                const auto library = Library::open(m_path, {.maxPages = {}, .busyTimeoutMs = 50, .access = Access::Write});
                if (!library)
                    codes.append(base::errorCodeName(library.error().code));
                for (int number = 10; library && number < 30 && codes.isEmpty(); ++number) {
                    const auto stored = (*library)->storeFile(kFolder, reading(number));
                    const auto facts = stored ? (*library)->storeFacts(stored->articles.front(), kKey, tests::Generated(static_cast<quint32>(number)).facts()) : base::Result<void>(stored.error());
                    const auto done = facts ? (*library)->doWork(QStringLiteral("note"), {{.id = {}, .item = note(**library, stored->articles.front(), number)}}) : base::Result<std::vector<qint64>>(facts.error());
                    if (done)
                        acknowledged.insert(number);
                    else
                        codes.append(base::errorCodeName(done.error().code));
                }
            }
            const bool wasFull = ShimVfs::hasFailed();
            ShimVfs::disarm(); // there is room again
            full += wasFull ? 1 : 0;
            kept += static_cast<int>(acknowledged.size());
            if (wasFull && acknowledged.size() < 20)
                QCOMPARE(codes, QStringList{QStringLiteral("disk-full")});
            const auto opened = Library::open(m_path);
            QVERIFY2(opened, opened ? "" : qPrintable(QStringLiteral("%1 bytes: %2 %3").arg(room).arg(base::errorCodeName(opened.error().code), opened.error().detail)));
            QVERIFY(notesIn(**opened).contains(acknowledged + QSet<int>{0, 1}));
            QVERIFY((*opened)->storeFile(kFolder, reading(50)));
            QCOMPARE(wrongWith(m_path), QString());
        }
        qInfo("FAULTS disk full, sizes swept | %d | of %d sizes up to %lld bytes; told as such, %d notes acknowledged, none lost, and it goes on once there is room", full, count, static_cast<long long>(room - step), kept);
        QVERIFY(full > count / 2 && kept > 0);
    }

    /// The same on a file system that is really full.
    void disk_reallyFull_takesNothingBack()
    {
        const QString mount = m_folder->filePath(QStringLiteral("small"));
        QVERIFY(QDir().mkpath(mount));
        if (::mount("variorum-test", qPrintable(mount), "tmpfs", 0, "size=1m") != 0)
            QSKIP("nothing can be mounted here");
        const auto unmount = qScopeGuard([&mount] { ::umount2(qPrintable(mount), MNT_DETACH); });
        const QString path = mount + QStringLiteral("/library.vrm");
        QSet<int> acknowledged;
        QString code;
        {
            const auto library = Library::open(path);
            QVERIFY(library);
            for (int number = 0; number < 500 && code.isEmpty(); ++number) {
                const auto stored = (*library)->storeFile(kFolder, reading(number));
                const auto done = stored ? (*library)->doWork(QStringLiteral("note"), {{.id = {}, .item = note(**library, stored->articles.front(), number)}}) : base::Result<std::vector<qint64>>(stored.error());
                if (done)
                    acknowledged.insert(number);
                else
                    code = base::errorCodeName(done.error().code);
            }
        }
        QCOMPARE(code, QStringLiteral("disk-full"));
        QCOMPARE(::mount("variorum-test", qPrintable(mount), nullptr, MS_REMOUNT, "size=8m"), 0);
        const auto opened = Library::open(path);
        QVERIFY(opened);
        QVERIFY(notesIn(**opened).contains(acknowledged));
        QVERIFY((*opened)->storeFile(kFolder, reading(900)));
        QCOMPARE(wrongWith(path), QString());
        qInfo("FAULTS disk really full | 1 | of 1 MiB, after %d notes; none lost, and it goes on once there is room", static_cast<int>(acknowledged.size()));
    }

    // [6]
    void damage_isKnownKeptAndSalvaged()
    {
        const int count = rounds(60);
        QVERIFY(makeLibrary(m_path, 8));
        QVERIFY(library::takeSnapshot(m_path));
        const QByteArray whole = bytesOf(m_path);
        QRandomGenerator random(3);
        int refused = 0;
        int opened = 0;
        int salvaged = 0;
        int rows = 0;
        for (int round = 0; round < count; ++round) {
            QByteArray bytes = whole;
            switch (round % 4) {
            case 0: { // one flipped bit
                const qsizetype at = random.bounded(static_cast<int>(whole.size()));
                bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random.bounded(8)));
                break;
            }
            case 1: bytes.truncate(random.bounded(static_cast<int>(whole.size()))); break;
            case 2: bytes.replace(random.bounded(static_cast<int>(whole.size() / 4096)) * 4096, 4096, QByteArray(4096, '\0')); break;
            default: // a page of another
                bytes.replace(random.bounded(static_cast<int>(whole.size() / 4096)) * 4096, 4096, whole.mid(random.bounded(static_cast<int>(whole.size() / 4096)) * 4096, 4096));
            }
            removeSides(m_path);
            QVERIFY(write(m_path, bytes));
            const auto library = Library::open(m_path, {.maxPages = {}, .busyTimeoutMs = 50, .access = Access::WriteElseRead});
            if (library) {
                ++opened; // not in what a quick look sees; reading it is an answer or an error
                (void)(*library)->articles(kFolder);
                (void)(*library)->work();
                (void)(*library)->search(library::parseSearch(QStringLiteral("number")).query);
                continue;
            }
            ++refused;
            QVERIFY(bytesOf(m_path) == bytes); // never written to
            const auto good = library::newestGoodSnapshot(m_path);
            QVERIFY(good);
            if (library.error().code != base::ErrorCode::LibraryDamaged)
                continue;
            const QString target = m_folder->filePath(QStringLiteral("salvaged.vrm"));
            QFile::remove(target);
            removeSides(target);
            const auto report = library::salvage(m_path, target);
            QVERIFY(bytesOf(m_path) == bytes);
            if (!report)
                continue;
            ++salvaged;
            rows += report->articles + report->works;
            QCOMPARE(wrongWith(target), QString());
        }
        qInfo("FAULTS file damaged | %d | %d refused and untouched, %d opened; %d salvaged with %d of %d articles and notes", count, refused, opened, salvaged, rows, salvaged * 16);
        QVERIFY(refused > count / 3);
        QVERIFY(salvaged > 0 && rows > 0);
        // And back to the snapshot.
        const QByteArray damaged = bytesOf(m_path);
        const auto kept = library::restoreSnapshot(m_path, *library::newestGoodSnapshot(m_path));
        QVERIFY(kept);
        QVERIFY(bytesOf(*kept) == damaged);
        const auto again = Library::open(m_path);
        QVERIFY(again);
        QCOMPARE(notesIn(**again).size(), 8);
    }

    // [7]
    void schema_hostile_isRefusedUntouched_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
        row("trigger", "CREATE TRIGGER evil AFTER INSERT ON article BEGIN DELETE FROM work; END");
        row("trigger on a view", "CREATE TRIGGER evil INSTEAD OF INSERT ON tag BEGIN DELETE FROM work; END");
        row("view", "CREATE VIEW evil AS SELECT 1");
        row("view in place of ours", "DROP VIEW newest_article");
        row("table", "CREATE TABLE evil (a)");
        row("generated column", "ALTER TABLE folder ADD COLUMN evil AS (randomblob(1000000000))");
        row("column", "ALTER TABLE work ADD COLUMN evil");
        row("index with an expression", "CREATE INDEX evil ON folder (abs(id))");
        row("virtual table", "CREATE VIRTUAL TABLE evil USING fts5(a)");
        row("recursive view", "CREATE VIEW evil AS WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT x FROM t");
        row("no index", "DROP INDEX claim_statement_by_place");
        row("no table", "DROP TABLE evidence");
        row("another table of that name", "ALTER TABLE note RENAME TO x");
        row("newer", "PRAGMA user_version = 900");
    }

    void schema_hostile_isRefusedUntouched()
    {
        QFETCH(QString, sql);
        QVERIFY(makeLibrary(m_path, 1));
        {
            const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
            if (!(*connection)->execute(sql)) // a view cannot be renamed: another way to the same
                QVERIFY((*connection)->execute(QStringLiteral("DROP VIEW note")));
        }
        removeSides(m_path);
        const QByteArray before = bytesOf(m_path);
        for (const Access access : {Access::Write, Access::WriteElseRead, Access::Read}) {
            const auto opened = Library::open(m_path, {.maxPages = {}, .busyTimeoutMs = 50, .access = access});
            QVERIFY(!opened);
            const auto code = opened.error().code;
            QVERIFY(code == base::ErrorCode::LibraryDamaged || code == base::ErrorCode::LibraryNewer);
        }
        QVERIFY(bytesOf(m_path) == before);
        qInfo("FAULTS hostile schema: %s | 1 | refused, untouched", QTest::currentDataTag());
    }

    void connection_isHardened()
    {
        QVERIFY(makeLibrary(m_path, 1));
        const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
        QVERIFY(!(*connection)->execute(QStringLiteral("DELETE FROM search_words_data"))); // defensive
        QVERIFY(!(*connection)->execute(QStringLiteral("ATTACH ':memory:' AS other")));
        QVERIFY(!(*connection)->execute(QStringLiteral("SELECT load_extension('x')")));
        QVERIFY(!(*connection)->single(QStringLiteral("SELECT \"no such column\"")));
        QVERIFY(!(*connection)->single(QStringLiteral("SELECT length(zeroblob(300000000))")));
        QVERIFY((*connection)->execute(QStringLiteral("PRAGMA writable_schema = ON")));
        QVERIFY(!(*connection)->execute(QStringLiteral("UPDATE sqlite_master SET sql = 'x'")));
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA foreign_keys"))->toInt(), 1);
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA trusted_schema"))->toInt(), 0);
    }

    // [8]
    void wal_ofAnotherLibrary_isToldAndNothingWritten()
    {
        const QString other = m_folder->filePath(QStringLiteral("other.vrm"));
        const QString foreign = m_folder->filePath(QStringLiteral("foreign-wal"));
        QVERIFY(makeLibrary(m_path, 3));
        {
            // A -wal that holds all of another library.
            const auto library = Library::open(other);
            QVERIFY(library);
            for (int number = 0; number < 5; ++number)
                QVERIFY((*library)->storeFile(kFolder, reading(100 + number)));
            {
                const auto connection = Connection::open(other, Connection::Mode::ReadWrite, 100);
                QVERIFY((*connection)->execute(QStringLiteral("UPDATE identity SET uuid = lower(hex(randomblob(16)))")));
            }
            QVERIFY(QFile::copy(other + QStringLiteral("-wal"), foreign));
        }
        removeSides(m_path);
        const QByteArray before = bytesOf(m_path);
        QVERIFY(QFile::copy(foreign, m_path + QStringLiteral("-wal")));
        const auto opened = Library::open(m_path);
        QVERIFY(!opened);
        QCOMPARE(base::errorCodeName(opened.error().code), QStringLiteral("library-damaged"));
        QVERIFY(bytesOf(m_path) == before);
        QVERIFY(bytesOf(m_path + QStringLiteral("-wal")) == bytesOf(foreign));
        QFile::remove(m_path + QStringLiteral("-wal"));
        QFile::remove(m_path + QStringLiteral("-shm"));
        QVERIFY(Library::open(m_path));
    }

    void wal_tornOrGone_leavesAWholeLibrary()
    {
        const QString copy = m_folder->filePath(QStringLiteral("copy.vrm"));
        QVERIFY(makeLibrary(m_path, 2));
        QByteArray main;
        QByteArray wal;
        {
            const auto library = Library::open(m_path);
            for (int number = 10; number < 14; ++number)
                QVERIFY((*library)->storeFile(kFolder, reading(number)));
            main = bytesOf(m_path);
            wal = bytesOf(m_path + QStringLiteral("-wal"));
        }
        QVERIFY(wal.size() > 10'000);
        QRandomGenerator random(5);
        const int count = rounds(20);
        for (int round = 0; round < count; ++round) {
            removeSides(copy);
            QVERIFY(write(copy, main));
            QByteArray torn = wal.left(round == 0 ? 0 : random.bounded(static_cast<int>(wal.size())));
            if (round % 3 == 2)
                torn.append(QByteArray(500, 'x'));
            if (round > 0)
                QVERIFY(write(copy + QStringLiteral("-wal"), torn));
            const auto opened = Library::open(copy);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            const size_t articles = (*opened)->articles(kFolder)->size();
            QVERIFY(articles >= 2 && articles <= 6);
            QCOMPARE(notesIn(**opened).size(), 2);
        }
        QCOMPARE(wrongWith(copy), QString());
        qInfo("FAULTS -wal torn or gone | %d | each a whole library", count);
    }

    // [9]
    void second_opensForReadingAndSaysSo()
    {
        QVERIFY(makeLibrary(m_path, 2));
        auto first = Library::open(m_path);
        QVERIFY(first);
        const auto refused = Library::open(m_path);
        QVERIFY(!refused);
        QCOMPARE(base::errorCodeName(refused.error().code), QStringLiteral("library-open-elsewhere"));
        QVERIFY2(refused.error().detail.contains(QStringLiteral("process %1, since 2").arg(QCoreApplication::applicationPid())), qPrintable(refused.error().detail)); // who
        QVERIFY(base::describe(refused.error()).contains(refused.error().detail));
        const auto second = Library::open(m_path, {.maxPages = {}, .busyTimeoutMs = 50, .access = Access::WriteElseRead});
        QVERIFY(second);
        QCOMPARE(base::errorCodeName((*second)->whyReadOnly()->code), QStringLiteral("library-open-elsewhere"));
        QCOMPARE((*second)->articles(kFolder)->size(), size_t(2));
        QVERIFY((*first)->storeFile(kFolder, reading(5)));
        QCOMPARE((*second)->articles(kFolder)->size(), size_t(3)); // sees what the first does
        const auto stored = (*second)->storeFile(kFolder, reading(6));
        QVERIFY(!stored);
        QCOMPARE(base::errorCodeName(stored.error().code), QStringLiteral("library-open-elsewhere"));
        QVERIFY(!(*second)->undo());
        first->reset();
        const auto third = Library::open(m_path);
        QVERIFY(third);
        QVERIFY(!(*third)->whyReadOnly());
    }

    void processes_racing_oneWrites()
    {
        const int count = rounds(200) / 10;
        QVERIFY(makeLibrary(m_path, 1));
        int wrote = 0;
        int refusedCount = 0;
        for (int round = 0; round < count; ++round) {
            std::vector<pid_t> children;
            for (int child = 0; child < 3; ++child) {
                const pid_t id = ::fork();
                QVERIFY(id >= 0);
                if (id == 0) {
                    const auto opened = Library::open(m_path);
                    if (!opened)
                        ::_exit(opened.error().code == base::ErrorCode::LibraryOpenElsewhere ? 2 : 3);
                    ::_exit((*opened)->storeFile(kFolder, reading(1000 + round * 3 + child)) ? 0 : 4);
                }
                children.push_back(id);
            }
            for (const pid_t id : children) {
                int status = 0;
                ::waitpid(id, &status, 0);
                QVERIFY(WIFEXITED(status));
                QVERIFY2(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 2, qPrintable(QString::number(WEXITSTATUS(status))));
                ++(WEXITSTATUS(status) == 0 ? wrote : refusedCount);
            }
        }
        const auto opened = Library::open(m_path);
        QVERIFY(opened);
        QCOMPARE((*opened)->articles(kFolder)->size(), static_cast<size_t>(wrote + 1));
        qInfo("FAULTS three processes racing | %d | %d wrote, %d were told that another does", count, wrote, refusedCount);
        QVERIFY(wrote >= count);
    }

    void lock_ofAProcessThatIsGone_isNoLock()
    {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const auto opened = Library::open(m_path);
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(QFile::exists(m_path + QStringLiteral(".lock")));
        QVERIFY(Library::open(m_path));
        QVERIFY(write(m_path + QStringLiteral(".lock"), QByteArray())); // killed while it was made
        QVERIFY(Library::open(m_path));
    }

    // [10]
    void medium_readOnly_isReadAndSaidSo()
    {
        const QString mount = m_folder->filePath(QStringLiteral("medium"));
        QVERIFY(QDir().mkpath(mount));
        if (::mount("variorum-test", qPrintable(mount), "tmpfs", 0, "size=16m") != 0)
            QSKIP("nothing can be mounted here");
        const QString path = mount + QStringLiteral("/library.vrm");
        const bool made = makeLibrary(path, 2);
        removeSides(path);
        const bool remounted = ::mount("variorum-test", qPrintable(mount), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
        QStringList codes;
        QStringList sentences;
        size_t articles = 0;
        if (made && remounted) {
            for (const QString &name : {QStringLiteral("library.vrm"), QStringLiteral("new.vrm")}) {
                const auto opened = Library::open(mount + u'/' + name);
                codes.append(opened ? QStringLiteral("opened") : base::errorCodeName(opened.error().code));
                sentences.append(opened ? QString() : base::describe(opened.error()));
            }
            const auto read = Library::open(path, {.maxPages = {}, .busyTimeoutMs = 50, .access = Access::WriteElseRead});
            if (read) {
                codes.append(base::errorCodeName((*read)->whyReadOnly()->code));
                articles = (*read)->articles(kFolder)->size();
            }
        }
        ::umount2(qPrintable(mount), MNT_DETACH);
        QVERIFY(made && remounted);
        QCOMPARE(codes, (QStringList{QStringLiteral("library-read-only"), QStringLiteral("write-failed"), QStringLiteral("library-read-only")}));
        QVERIFY(sentences[1].contains(QLatin1String("could not be written")));
        QCOMPARE(articles, size_t(2));
    }

    // [12]
    void snapshots_areRotatedByNumberAndDay()
    {
        std::vector<library::Snapshot> all;
        const QDateTime now(QDate(2024, 3, 30), QTime(12, 0), Qt::UTC);
        for (int hour = 0; hour < 24 * 30; ++hour)
            all.push_back({.path = QString::number(hour), .number = 1000 - hour, .made = now.addSecs(-3600 * hour), .bytes = 1, .reason = {}});
        const auto gone = library::expendable(all, {.newest = 10, .days = 14});
        QCOMPARE(all.size() - gone.size(), size_t(10 + 13)); // ten of today, and one of each day before
        for (const library::Snapshot &snapshot : gone)
            QVERIFY(snapshot.path.toInt() >= 10);
    }

    void snapshot_ofADamagedLibrary_takesNoOthersPlace()
    {
        QVERIFY(makeLibrary(m_path, 6));
        const auto good = library::takeSnapshot(m_path, {.newest = 1, .days = 0});
        QVERIFY(good);
        const QByteArray whole = bytesOf(m_path);
        int refused = 0;
        for (qsizetype page = 1; page * 4096 < whole.size(); page += 5) {
            QByteArray bytes = whole;
            bytes.replace(page * 4096, 4096, QByteArray(4096, '\0'));
            QVERIFY(write(m_path, bytes));
            const auto taken = library::takeSnapshot(m_path, {.newest = 1, .days = 0});
            if (taken) { // a page that is in no use
                QVERIFY(library::newestGoodSnapshot(m_path));
                continue;
            }
            ++refused;
            QVERIFY(library::newestGoodSnapshot(m_path));
            QCOMPARE(QDir(m_path + QStringLiteral(".snapshots")).entryList(QDir::Files).size(), 1); // no .part either
        }
        QVERIFY(refused > 5);
        // The clock was put back: still the newest.
        QVERIFY(write(m_path, whole));
        const auto later = library::takeSnapshot(m_path, {}, QDateTime(QDate(2001, 1, 1), QTime(0, 0), Qt::UTC));
        QVERIFY(later);
        QCOMPARE(library::snapshotsOf(m_path).front().path, later->path);
        QVERIFY(!library::changedSinceSnapshot(m_path) || QFileInfo(later->path).lastModified() <= QFileInfo(m_path).lastModified());
    }

    void snapshot_whileItIsWritten_isWhole()
    {
        const auto library = Library::open(m_path);
        QVERIFY(library);
        for (int number = 0; number < 12; ++number) {
            QVERIFY((*library)->storeFile(kFolder, reading(number)));
            if (number % 3 != 2)
                continue;
            const auto taken = library::takeSnapshot(m_path);
            QVERIFY2(taken, taken ? "" : qPrintable(taken.error().detail));
            const auto opened = Library::open(taken->path, {.maxPages = {}, .busyTimeoutMs = 50, .access = Access::Read});
            QVERIFY(opened);
            QCOMPARE((*opened)->articles(kFolder)->size(), static_cast<size_t>(number + 1));
        }
    }

    void snapshot_stopped_isSoonOverAndLeavesNothing()
    {
        QVERIFY(makeLibrary(m_path, 40));
        std::stop_source before;
        before.request_stop();
        const auto refused = library::takeSnapshot(m_path, {}, QDateTime::currentDateTimeUtc(), before.get_token());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Cancelled);
        QVERIFY(library::snapshotsOf(m_path).empty());
        const QDateTime noon(QDate(2026, 3, 18), QTime(12, 0), Qt::UTC); // all of one day: the day's newest is among the newest
        int stopped = 0;
        int made = 0;
        qint64 slowest = 0;
        for (int round = 0; round < 20; ++round) {
            std::stop_source stop;
            QElapsedTimer since;
            std::jthread later([&stop, &since, round] {
                ::usleep(static_cast<useconds_t>(round * 1500));
                since.start();
                stop.request_stop();
            });
            const auto taken = library::takeSnapshot(m_path, {}, noon.addSecs(round), stop.get_token());
            later.join();
            slowest = std::max(slowest, taken ? 0 : since.elapsed());
            if (!taken)
                QCOMPARE(base::errorCodeName(taken.error().code), QStringLiteral("cancelled"));
            ++(taken ? made : stopped);
            QCOMPARE(library::snapshotsOf(m_path).size(), static_cast<size_t>(std::min(made, library::SnapshotRules().newest)));
            QCOMPARE(QDir(m_path + QStringLiteral(".snapshots")).entryList({QStringLiteral("*.part*")}, QDir::Files).size(), 0);
        }
        QVERIFY(stopped > 0);
        qInfo("FAULTS snapshot stopped | %d | the slowest after %lld ms; %d made", stopped, static_cast<long long>(slowest), made);
        QCOMPARE(wrongWith(m_path), QString());
    }

    void export_isAllOfIt()
    {
        QVERIFY(makeLibrary(m_path, 3));
        QByteArray json;
        QVERIFY(library::exportJson(m_path, [&json](const QByteArray &bytes) { json += bytes; return true; }));
        const QJsonObject tables = QJsonDocument::fromJson(json).object().value(QStringLiteral("tables")).toObject();
        const auto report = library::checkLibrary(m_path);
        QVERIFY(report);
        QVERIFY(report->findings.isEmpty());
        QCOMPARE(static_cast<size_t>(tables.size()), report->counts.size());
        for (const auto &[table, rows] : report->counts)
            QCOMPARE(tables.value(table).toArray().size(), rows);
        QVERIFY(tables.value(QStringLiteral("article_version")).toArray().first().toObject().value(QStringLiteral("blocks")).isArray());
        const auto refused = library::exportJson(m_path, [](const QByteArray &) { return false; });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::WriteFailed);
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
