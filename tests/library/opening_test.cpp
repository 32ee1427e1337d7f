#include "library/connection.h"
#include "library/schema.h"
#include "tests/library/generated.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <unistd.h>

using namespace variorum;
using library::Connection;
using library::Library;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

library::FileReading longArticle(int number)
{
    const QString path = QString::number(number);
    return tests::readingOf(path, {tests::plainArticle(path, path.repeated(8000))});
}

/// A closed library with some articles.
bool makeLibrary(const QString &path, int articles = 5)
{
    const auto library = Library::open(path);
    for (int number = 0; library && number < articles; ++number) {
        const auto stored = (*library)->storeFile(QStringLiteral("/news"), longArticle(number));
        if (!stored || !(*library)->storeFacts(stored->articles.front(), {.engine = QStringLiteral("1"), .input = {}}, tests::Generated(static_cast<quint32>(number)).facts()))
            return false;
    }
    return library.hasValue();
}

bool runSql(const QString &path, const QString &sql)
{
    const auto connection = Connection::open(path, Connection::Mode::ReadWrite, 100);
    return connection && (*connection)->execute(sql);
}

} // namespace

class OpeningTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    /// Opening fails with the code and leaves the file and its folder as they were.
    void verifyRefused(base::ErrorCode code)
    {
        const QByteArray before = bytesOf(m_path);
        const auto library = Library::open(m_path);
        QVERIFY(!library);
        QCOMPARE(base::errorCodeName(library.error().code), base::errorCodeName(code));
        QCOMPARE(library.error().path, m_path);
        QCOMPARE(bytesOf(m_path), before);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("library.vrm"));
    }

    /// A program that is killed while it makes a library leaves a journal that only a writer may roll back.
    void library_withAHotJournal_isRolledBackAndOpened()
    {
        QVERIFY(makeLibrary(m_path, 1));
        const QString copy = m_folder->filePath(QStringLiteral("killed.vrm"));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("hot"));
            database.setDatabaseName(m_path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(QStringLiteral("PRAGMA journal_mode=DELETE")));
            query.finish();
            QVERIFY(query.exec(QStringLiteral("PRAGMA cache_size=1")));
            query.finish();
            QVERIFY(query.exec(QStringLiteral("BEGIN IMMEDIATE")));
            QVERIFY(query.exec(QStringLiteral("CREATE TABLE halfway (words)")));
            for (int row = 0; row < 500; ++row)
                QVERIFY(query.exec(QStringLiteral("INSERT INTO halfway VALUES (zeroblob(3000))")));
            QVERIFY(QFile::copy(m_path, copy) && QFile::copy(m_path + QStringLiteral("-journal"), copy + QStringLiteral("-journal")));
            QVERIFY(query.exec(QStringLiteral("ROLLBACK")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("hot"));
        const auto opened = library::Library::open(copy);
        QVERIFY2(opened, opened ? "" : qPrintable(base::errorCodeName(opened.error().code) + opened.error().detail));
        QVERIFY(!QFile::exists(copy + QStringLiteral("-journal")));
    }

    void library_new_hasItsMarksAndSettings()
    {
        QVERIFY(makeLibrary(m_path, 0));
        const QByteArray header = bytesOf(m_path).left(100);
        QCOMPARE(header.mid(68, 4), QByteArray("VRM1"));
        const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
        QVERIFY(connection);
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA user_version"))->toInt(), static_cast<int>(library::schemaSteps()->size()));
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA journal_mode"))->toString(), QStringLiteral("wal"));
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA foreign_keys"))->toInt(), 1);
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA foreign_key_check")).value(), QVariant());
    }

    void library_again_isTheSame()
    {
        QVERIFY(makeLibrary(m_path));
        const auto library = Library::open(m_path);
        QVERIFY(library);
        QCOMPARE((*library)->articles(QStringLiteral("/news"))->size(), size_t(5));
        QCOMPARE((*library)->path(), m_path);
    }

    void library_killedWithItsWal_isWhole()
    {
        // What a killed program leaves: the file and its -wal, copied while the library is open.
        const QTemporaryDir killed;
        const QString copy = killed.filePath(QStringLiteral("library.vrm"));
        {
            const auto library = Library::open(m_path);
            QVERIFY(library);
            QVERIFY((*library)->storeFile(QStringLiteral("/news"), longArticle(1)));
            QVERIFY(QFile::copy(m_path, copy));
            QVERIFY(QFile::copy(m_path + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        const auto library = Library::open(copy);
        QVERIFY(library);
        QCOMPARE((*library)->articles(QStringLiteral("/news"))->size(), size_t(1));
    }

    void file_foreign_isNotTouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("just some words that a person keeps\n");
        QTest::newRow("one byte") << QByteArray("S");
        QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("a pdf") << QByteArray("%PDF-1.7\n").append(QByteArray(5000, 'x'));
    }

    void file_foreign_isNotTouched()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(write(m_path, bytes));
        verifyRefused(base::ErrorCode::NotALibrary);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("library.vrm")});
    }

    void database_ofAnotherProgram_isNotTouched()
    {
        QVERIFY(runSql(m_path, QStringLiteral("CREATE TABLE bookmark (url TEXT)")));
        verifyRefused(base::ErrorCode::NotALibrary);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("library.vrm")});
    }

    void library_newer_isNotTouched()
    {
        QVERIFY(makeLibrary(m_path));
        QVERIFY(runSql(m_path, QStringLiteral("PRAGMA user_version = 999")));
        verifyRefused(base::ErrorCode::LibraryNewer);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("library.vrm")});
    }

    void library_newerInItsWal_isNotTouched()
    {
        QVERIFY(makeLibrary(m_path));
        const auto other = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
        QVERIFY(other);
        QVERIFY((*other)->execute(QStringLiteral("PRAGMA user_version = 999"))); // stays in the -wal while this is open
        QCOMPARE(qFromBigEndian<quint32>(bytesOf(m_path).constData() + 60), quint32(library::schemaSteps()->size()));
        verifyRefused(base::ErrorCode::LibraryNewer);
    }

    void library_shortened_isDamaged()
    {
        QVERIFY(makeLibrary(m_path));
        const QByteArray whole = bytesOf(m_path);
        QVERIFY(whole.size() > 3 * 4096);
        QVERIFY(write(m_path, whole.left(whole.size() - 4096)));
        verifyRefused(base::ErrorCode::LibraryDamaged);
        QVERIFY(write(m_path, whole.left(2000)));
        verifyRefused(base::ErrorCode::LibraryDamaged);
    }

    void library_withAPageOfZeros_isDamagedOrStillWhole()
    {
        QVERIFY(makeLibrary(m_path));
        const QByteArray whole = bytesOf(m_path);
        int damaged = 0;
        for (qsizetype page = 1; page * 4096 < whole.size(); page += 7) {
            QByteArray bytes = whole;
            bytes.replace(page * 4096, 4096, QByteArray(4096, '\0'));
            QVERIFY(write(m_path, bytes));
            const auto library = Library::open(m_path);
            if (library)
                continue; // an overflow page: quick_check does not look into texts
            QCOMPARE(base::errorCodeName(library.error().code), QStringLiteral("library-damaged"));
            QCOMPARE(bytesOf(m_path), bytes);
            ++damaged;
        }
        QVERIFY(damaged > 0);
    }

    void library_withOneByteFlipped_neverCrashes()
    {
        QVERIFY(makeLibrary(m_path));
        const QByteArray whole = bytesOf(m_path);
        QRandomGenerator random(20231);
        int refused = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = whole;
            const qsizetype at = round < 20 ? 100 + random.bounded(4096) : random.bounded(static_cast<int>(whole.size()));
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random.bounded(8)));
            QFile::remove(m_path + QStringLiteral("-wal"));
            QFile::remove(m_path + QStringLiteral("-shm"));
            QVERIFY(write(m_path, bytes));
            const auto library = Library::open(m_path);
            if (!library) {
                QCOMPARE(bytesOf(m_path), bytes);
                ++refused;
                continue;
            }
            const auto articles = (*library)->articles(QStringLiteral("/news")); // words may differ; it must come back or say why
            if (articles) {
                for (const library::StoredArticle &article : *articles)
                    (void)(*library)->facts(article.id, {.engine = QStringLiteral("1"), .input = {}});
            }
        }
        QVERIFY(refused > 0);
    }

    void folder_absent_isNotFound()
    {
        m_path = m_folder->filePath(QStringLiteral("none/library.vrm"));
        const auto library = Library::open(m_path);
        QVERIFY(!library);
        QCOMPARE(library.error().code, base::ErrorCode::NotFound);
    }

    void folder_inPlaceOfTheFile_isNotALibrary()
    {
        m_path = m_folder->path();
        const auto library = Library::open(m_path);
        QVERIFY(!library);
        QCOMPARE(library.error().code, base::ErrorCode::NotALibrary);
    }

    void library_thatMayNotBeWritten_isReadOnly()
    {
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
        QVERIFY(makeLibrary(m_path));
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner));
        verifyRefused(base::ErrorCode::LibraryReadOnly);
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        verifyRefused(base::ErrorCode::LibraryReadOnly);
        const auto created = Library::open(m_folder->filePath(QStringLiteral("new.vrm")));
        QVERIFY(!created);
        QCOMPARE(created.error().code, base::ErrorCode::WriteFailed);
        QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }

    void library_inUse_isBusyAfterTheTimeout()
    {
        QVERIFY(makeLibrary(m_path));
        const auto library = Library::open(m_path, {.maxPages = {}, .busyTimeoutMs = 50});
        const auto other = Connection::open(m_path, Connection::Mode::ReadWrite, 50);
        QVERIFY(library && other);
        {
            auto transaction = library::Transaction::begin(**other, library::Durability::Lasting);
            QVERIFY(transaction);
            const auto stored = (*library)->storeFile(QStringLiteral("/news"), longArticle(9));
            QVERIFY(!stored);
            QCOMPARE(stored.error().code, base::ErrorCode::LibraryBusy);
        }
        QVERIFY((*library)->storeFile(QStringLiteral("/news"), longArticle(9)));
    }

    void disk_full_losesNothingThatWasStored()
    {
        const auto library = Library::open(m_path, {.maxPages = 120, .busyTimeoutMs = 50});
        QVERIFY(library);
        int stored = 0;
        std::optional<base::Error> error;
        while (!error && stored < 1000) {
            const auto result = (*library)->storeFile(QStringLiteral("/news"), longArticle(stored));
            if (result)
                ++stored;
            else
                error = result.error();
        }
        QVERIFY(stored > 3);
        QCOMPARE(error->code, base::ErrorCode::DiskFull);
        const auto articles = (*library)->articles(QStringLiteral("/news"));
        QVERIFY(articles);
        QCOMPARE(articles->size(), static_cast<size_t>(stored)); // and no half of the one that did not fit
        QCOMPARE((*library)->knownFiles(QStringLiteral("/news"))->size(), static_cast<size_t>(stored));
        const auto connection = Connection::open(m_path, Connection::Mode::ReadOnly, 100);
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA integrity_check"))->toString(), QStringLiteral("ok"));
    }

    void disk_fullAtBirth_leavesNothingBehind()
    {
        const auto library = Library::open(m_path, {.maxPages = 3, .busyTimeoutMs = 50});
        QVERIFY(!library);
        QCOMPARE(library.error().code, base::ErrorCode::DiskFull);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
        QVERIFY(makeLibrary(m_path));
    }

    void schema_older_isCopiedThenBroughtUp()
    {
        QVERIFY(makeLibrary(m_path));
        auto steps = *library::schemaSteps();
        const int version = steps.back().version;
        steps.push_back({.version = version + 1, .sql = QStringLiteral("CREATE TABLE later (id INTEGER);\nINSERT INTO later VALUES (1);\n")});
        {
            const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
            QVERIFY(library::migrate(**connection, steps));
            QCOMPARE((*connection)->single(QStringLiteral("SELECT count(*) FROM later"))->toInt(), 1);
            QCOMPARE((*connection)->single(QStringLiteral("PRAGMA user_version"))->toInt(), version + 1);
        }
        const QString copy = m_folder->filePath(QStringLiteral("library.schema-%1.vrm").arg(version));
        const auto library = Library::open(copy);
        QVERIFY(library);
        QCOMPARE((*library)->articles(QStringLiteral("/news"))->size(), size_t(5));
    }

    void schema_one_opensWithItsArticles()
    {
        {
            const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
            QVERIFY(connection);
            QVERIFY(library::migrate(**connection, {library::schemaSteps()->front()}));
            for (const char *statement : {"INSERT INTO folder (id, path, last_import) VALUES (1, '/news', 1)",
                                          "INSERT INTO file (id, folder_id, path, sha256, byte_size, modified_ms, state, not_read, engine) VALUES (1, 1, 'a.txt', x'', 4, 0, 'present', 0, '1')",
                                          "INSERT INTO article (id, file_id, part, in_file) VALUES (7, 1, 0, 1)",
                                          "INSERT INTO article_version (article_id, version, media_type, sha256, title, authors, agencies, metadata_sources, text, blocks, captions, outcome, problems) "
                                          "VALUES (7, 1, 'text/plain', x'', 'Ferry sinks', '[]', '[]', '{}', '', '[]', '[]', 'read', '[]')"})
                QVERIFY((*connection)->execute(QString::fromLatin1(statement)));
        }
        const auto library = Library::open(m_path);
        QVERIFY(library);
        const auto articles = (*library)->articles(QStringLiteral("/news"));
        QVERIFY(articles);
        QCOMPARE(articles->size(), size_t(1));
        QCOMPARE(*articles->front().asRead.title, QStringLiteral("Ferry sinks"));
        QVERIFY(articles->front().asRead.corrections.isEmpty());
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("library.schema-1.vrm"))));
    }

    void schema_stepThatFails_changesNothing()
    {
        QVERIFY(makeLibrary(m_path));
        auto steps = *library::schemaSteps();
        const int version = steps.back().version;
        steps.push_back({.version = version + 1, .sql = QStringLiteral("CREATE TABLE later (id INTEGER);\nCREATE TABLE later (id INTEGER);\n")});
        {
            const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
            QVERIFY(!library::migrate(**connection, steps));
            QCOMPARE((*connection)->single(QStringLiteral("PRAGMA user_version"))->toInt(), version);
            QCOMPARE((*connection)->single(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'later'"))->toInt(), 0);
        }
        QVERIFY(Library::open(m_path));
    }

    void views_forResearchers_answer()
    {
        QVERIFY(makeLibrary(m_path));
        const auto connection = Connection::open(m_path, Connection::Mode::ReadOnly, 100);
        QVERIFY(connection);
        QCOMPARE((*connection)->single(QStringLiteral("SELECT count(*) FROM newest_article"))->toInt(), 5);
        QCOMPARE((*connection)->single(QStringLiteral("SELECT count(*) FROM newest_statement")).value(), (*connection)->single(QStringLiteral("SELECT count(*) FROM statement")).value());
    }
};

QTEST_GUILESS_MAIN(OpeningTest)
#include "opening_test.moc"
