// Ends without warning: the program is killed, or the power goes. Whatever the moment, the library opens and is whole, what was
// acknowledged of the person's work is there, and no article is half there. Rows of the fault table are named in brackets.
// VARIORUM_FAULTS=500 makes the runs long; packaging/faults runs them all in full.

#include "library/connection.h"
#include "library/schema.h"
#include "tests/library/fault_support.h"
#include "tests/library/shim_vfs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace variorum;
using library::Connection;
using library::Library;
using tests::kFolder;
using tests::kKey;
using tests::ShimVfs;

namespace {

constexpr int kRoundsALibrary = 25;
constexpr int kAnswered = static_cast<int>(sizeof(int));

struct Doing {
    bool stores = false;
    bool judges = false;
};

/// Stores and judges under numbers that go up, and says on the pipe when each is done. Never returns.
[[noreturn]] void goOn(const QString &path, const Doing &doing, int pipe, int first)
{
    const auto opened = Library::open(path);
    if (!opened)
        ::_exit(3);
    Library &library = **opened;
    for (int number = first;; ++number) {
        base::ArticleId article{1};
        if (doing.stores) {
            const auto stored = library.storeFile(kFolder, tests::reading(number));
            if (!stored || !library.storeFacts(stored->articles.front(), kKey, tests::Generated(static_cast<quint32>(number)).facts()))
                ::_exit(4);
            article = stored->articles.front();
        }
        if (doing.judges) {
            if (!library.doWork(QStringLiteral("note"), {{.id = {}, .item = tests::note(library, article, number)}}))
                ::_exit(5);
            if (number % 4 == 0 && (!library.undo() || !library.redo()))
                ::_exit(6);
        }
        if (::write(pipe, &number, sizeof number) != kAnswered)
            ::_exit(7);
    }
}

/// What is there of what was stored and judged; says what is wrong with it, nothing where nothing is.
QString lost(const QString &path, const QSet<int> &notes, const QSet<int> &articles)
{
    const auto opened = Library::open(path);
    if (!opened)
        return base::errorCodeName(opened.error().code) + u' ' + opened.error().detail;
    if (!tests::notesIn(**opened).contains(notes))
        return QStringLiteral("a note that was acknowledged is gone");
    const auto stored = (*opened)->articles(kFolder);
    if (!stored)
        return stored.error().detail;
    QSet<int> there;
    for (const library::StoredArticle &article : *stored) {
        const int number = article.asRead.path.section(u'.', 0, 0).toInt();
        there.insert(number);
        if (article.asRead.text != tests::reading(number).parts.front().text)
            return QStringLiteral("half an article: %1").arg(number);
        const auto facts = (*opened)->facts(article.id, kKey);
        if (!facts)
            return facts.error().detail;
        if (*facts && **facts != tests::Generated(static_cast<quint32>(number)).facts())
            return QStringLiteral("half the facts: %1").arg(number);
    }
    if (!there.contains(articles))
        return QStringLiteral("an article that was acknowledged is gone");
    return tests::wrongWith(path);
}

/// Ends it after so many answers and a while; the numbers that were acknowledged by then. Nothing where it ended by itself.
std::optional<QSet<int>> killAfter(pid_t child, int pipe, int answers, int microseconds)
{
    QSet<int> acknowledged;
    int number = 0;
    while (acknowledged.size() < answers && ::read(pipe, &number, sizeof number) == kAnswered)
        acknowledged.insert(number);
    ::usleep(static_cast<useconds_t>(microseconds));
    ::kill(child, SIGKILL);
    while (::read(pipe, &number, sizeof number) == kAnswered)
        acknowledged.insert(number);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? std::optional(acknowledged) : std::nullopt;
}

} // namespace

class SuddenEndTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    void clear() const
    {
        tests::removeSides(m_path);
        QFile::remove(m_path);
    }

private Q_SLOTS:
    void initTestCase() { ShimVfs::install(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("library.vrm"));
    }

    void cleanup() { ShimVfs::disarm(); }

    // [1]
    void killed_losesNothingAcknowledged_data()
    {
        QTest::addColumn<bool>("stores");
        QTest::addColumn<bool>("judges");
        QTest::newRow("importing") << true << false;
        QTest::newRow("judging") << false << true;
        QTest::newRow("both") << true << true;
    }

    void killed_losesNothingAcknowledged()
    {
        QFETCH(bool, stores);
        QFETCH(bool, judges);
        const int count = tests::rounds(20);
        QRandomGenerator random(1);
        QSet<int> notes;
        QSet<int> articles;
        int told = 0;
        for (int round = 0; round < count; ++round) {
            if (round % kRoundsALibrary == 0) {
                clear();
                notes = {0};
                articles = {0};
                QVERIFY(tests::makeLibrary(m_path, 1));
            }
            int ends[2];
            QVERIFY(::pipe(ends) == 0);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                ::close(ends[0]);
                goOn(m_path, {.stores = stores, .judges = judges}, ends[1], 1 + (round % kRoundsALibrary) * 1000);
            }
            ::close(ends[1]);
            const int answers = random.bounded(6);
            const auto acknowledged = killAfter(child, ends[0], answers, random.bounded(12'000));
            ::close(ends[0]);
            QVERIFY(acknowledged);
            QVERIFY(acknowledged->size() >= answers);
            told += static_cast<int>(acknowledged->size());
            if (stores)
                articles += *acknowledged;
            if (judges)
                notes += *acknowledged;
            QCOMPARE(lost(m_path, notes, articles), QString());
        }
        qInfo("FAULTS killed while %s | %d | %d acknowledged, none lost, nothing half there", QTest::currentDataTag(), count, told);
        QVERIFY(told >= count);
    }

    // [1] [11]
    void migration_killedAtACall_goesOn_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < library::schemaSteps()->back().version; ++version)
            QTest::addRow("schema %d", version) << version;
    }

    void migration_killedAtACall_goesOn()
    {
        QFETCH(int, version);
        const QString old = QStringLiteral(VARIORUM_SOURCE_DIR "/tests/data/schema/%1.vrm").arg(version);
        const auto copy = [&] {
            for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files))
                QFile::remove(m_folder->filePath(name));
            return QFile::copy(old, m_path) && QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        };
        QVERIFY(copy());
        ShimVfs::armPower(std::numeric_limits<qint64>::max(), [](qint64) { return 0; });
        qint64 calls = 0; // until it is open
        {
            const auto opened = Library::open(m_path);
            QVERIFY(opened);
            calls = ShimVfs::powerCalls();
            ShimVfs::disarm();
        }
        QVERIFY(calls > 20);
        QRandomGenerator random(static_cast<quint32>(version));
        const int count = tests::rounds(15);
        int begun = 0; // and not finished
        for (int round = 0; round < count; ++round) {
            QVERIFY(copy());
            const qint64 call = 1 + random.bounded(calls);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                ShimVfs::armKill(call);
                const auto opened = Library::open(m_path);
                ::_exit(opened ? 0 : 3);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY2(WIFSIGNALED(status), qPrintable(QStringLiteral("call %1 of %2").arg(call).arg(calls)));
            {
                const auto connection = Connection::open(m_path, Connection::Mode::ReadOnly, 100);
                const auto reached = connection ? (*connection)->single(QStringLiteral("PRAGMA user_version")) : base::Result<QVariant>(connection.error());
                begun += reached && reached->toInt() > version ? 1 : 0;
            }
            {
                const auto opened = Library::open(m_path);
                QVERIFY2(opened, opened ? "" : qPrintable(QStringLiteral("call %1: %2").arg(call).arg(opened.error().detail)));
                QCOMPARE((*opened)->articles(kFolder)->size(), size_t(2));
                const auto hits = (*opened)->search(library::parseSearch(QStringLiteral("ferry")).query);
                QVERIFY(hits && hits->size() >= 2);
            }
            QCOMPARE(tests::wrongWith(m_path), QString());
        }
        qInfo("FAULTS killed while migrating from schema %d | %d | at random ones of %lld calls, %d of them in a step after the first", version, count, static_cast<long long>(calls), begun);
    }

    /// Of a library that is being made: whatever there is of it by then, the next program makes it or goes on with it.
    void creation_killedAtAnyCall_beginsAgain()
    {
        ShimVfs::armPower(std::numeric_limits<qint64>::max(), [](qint64) { return 0; });
        qint64 calls = 0;
        {
            const auto opened = Library::open(m_path);
            QVERIFY(opened);
            calls = ShimVfs::powerCalls();
            ShimVfs::disarm();
        }
        const qint64 stride = qEnvironmentVariableIsSet("VARIORUM_FAULTS") ? 1 : std::max<qint64>(1, calls / 40);
        int killed = 0;
        for (qint64 call = 1; call <= calls; call += stride, ++killed) {
            clear();
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                ShimVfs::armKill(call);
                const auto opened = Library::open(m_path);
                ::_exit(opened ? 0 : 3);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY2(WIFSIGNALED(status), qPrintable(QString::number(call)));
            {
                const auto opened = Library::open(m_path);
                QVERIFY2(opened, opened ? "" : qPrintable(QStringLiteral("call %1: %2").arg(call).arg(opened.error().detail)));
                QVERIFY((*opened)->storeFile(kFolder, tests::reading(1)));
            }
            QCOMPARE(tests::wrongWith(m_path), QString());
        }
        qInfo("FAULTS killed while making a library | %d | of %lld calls%s; the next one made it or went on", killed, static_cast<long long>(calls), stride == 1 ? ", every one" : "");
        QVERIFY(killed > 20);
    }

    // [2]
    void power_lostAtACall_losesNothingAcknowledged()
    {
        const int count = tests::rounds(60);
        QRandomGenerator random(2);
        struct Moment {
            QString folder;
            QSet<int> notes;
            QSet<int> synced; // articles with a note: that was synced after them
            size_t stored = 0;
        };
        int made = 0;
        int behind = 0; // libraries that lack articles that were stored, and may
        while (made < count) {
            clear();
            QVERIFY(tests::makeLibrary(m_path, 2));
            QSet<int> acknowledged{0, 1};
            std::vector<Moment> moments;
            bool isWritten = true;
            size_t stored = 2;
            const auto atCall = [&](qint64 call) -> qint64 {
                Moment moment{.folder = m_folder->filePath(QString::number(made + static_cast<int>(moments.size()))), .notes = acknowledged, .synced = acknowledged, .stored = stored};
                isWritten = isWritten && QDir().mkpath(moment.folder) && ShimVfs::powerLost(moment.folder, random.generate());
                moments.push_back(std::move(moment));
                return made + static_cast<int>(moments.size()) < count ? call + 1 + random.bounded(60) : 0;
            };
            ShimVfs::armPower(1 + random.bounded(40), atCall);
            {
                const auto opened = Library::open(m_path);
                QVERIFY(opened);
                for (int number = 10; number < 22; ++number) {
                    const auto file = (*opened)->storeFile(kFolder, tests::reading(number));
                    QVERIFY(file);
                    ++stored;
                    QVERIFY((*opened)->storeFacts(file->articles.front(), kKey, tests::Generated(static_cast<quint32>(number)).facts()));
                    if (number % 3 != 0)
                        continue;
                    QVERIFY((*opened)->doWork(QStringLiteral("note"), {{.id = {}, .item = tests::note(**opened, file->articles.front(), number)}}));
                    acknowledged.insert(number);
                }
            }
            ShimVfs::disarm();
            QVERIFY(isWritten);
            for (const Moment &moment : moments) {
                const QString path = moment.folder + QStringLiteral("/library.vrm");
                QCOMPARE(lost(path, moment.notes, moment.synced), QString());
                const auto opened = Library::open(path, {.maxPages = {}, .busyTimeoutMs = 100, .access = library::Access::Read});
                behind += opened && (*opened)->articles(kFolder)->size() < moment.stored ? 1 : 0;
                QDir(moment.folder).removeRecursively();
            }
            made += static_cast<int>(moments.size());
        }
        qInfo("FAULTS power lost | %d | unsynced writes dropped, torn or let through by themselves; %d times the newest articles were gone and are read again, no note lost, nothing half there, every file whole", made, behind);
        QVERIFY(behind > 0);
    }

    /// That the loss of power above is one: without syncs it does lose what was acknowledged, or leaves a broken file.
    void power_lostWithoutSyncs_isSeen()
    {
        int harmed = 0;
        for (quint32 seed = 0; seed < 20; ++seed) {
            clear();
            const QString folder = m_folder->filePath(QStringLiteral("lost%1").arg(seed));
            QVERIFY(QDir().mkpath(folder));
            {
                const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
                QVERIFY((*connection)->execute(QStringLiteral("CREATE TABLE number (id INTEGER PRIMARY KEY, text TEXT)")));
                ShimVfs::armPower(0, {});
                QVERIFY((*connection)->execute(QStringLiteral("PRAGMA synchronous = OFF")));
                for (int number = 0; number < 50; ++number)
                    QVERIFY((*connection)->execute(QStringLiteral("INSERT INTO number (text) VALUES (hex(randomblob(500)))")));
                QVERIFY(ShimVfs::powerLost(folder, seed));
                ShimVfs::disarm();
            }
            const auto connection = Connection::open(folder + QStringLiteral("/library.vrm"), Connection::Mode::ReadWrite, 100);
            const auto check = connection ? (*connection)->single(QStringLiteral("PRAGMA integrity_check")) : base::Result<QVariant>(connection.error());
            const auto rows = connection ? (*connection)->single(QStringLiteral("SELECT count(*) FROM number")) : base::Result<QVariant>(connection.error());
            harmed += !check || check->toString() != QLatin1String("ok") || !rows || rows->toInt() < 50 ? 1 : 0;
        }
        qInfo("without syncs %d of 20 losses of power do harm", harmed);
        QVERIFY(harmed > 10);
    }
};

QTEST_GUILESS_MAIN(SuddenEndTest)
#include "sudden_end_test.moc"
