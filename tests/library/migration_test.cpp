// Every schema file that was ever written is brought up to date, and broken off at every statement of every step.

#include "library/connection.h"
#include "library/library_file.h"
#include "library/schema.h"
#include "tests/library/generated.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace variorum;
using library::Connection;
using library::Library;

namespace {

QString schemaFile(int version) { return QStringLiteral(VARIORUM_SOURCE_DIR "/tests/data/schema/%1.vrm").arg(version); }

int newestVersion() { return library::schemaSteps()->back().version; }

/// What must be the same before and after.
QStringList contentOf(Connection &connection)
{
    QStringList content;
    for (const char *sql : {"SELECT group_concat(path) FROM folder", "SELECT group_concat(path || hex(sha256)) FROM file", "SELECT group_concat(id) FROM article", "SELECT group_concat(title || text) FROM article_version",
                            "SELECT group_concat(outlet || authors || published) FROM article_edit", "SELECT group_concat(text) FROM (SELECT text FROM statement ORDER BY analysis_id, id)"}) {
        const auto value = connection.single(QLatin1String(sql));
        content.append(value ? value->toString() : QStringLiteral("unreadable"));
    }
    return content;
}

QStringList contentOf(const QString &path)
{
    const auto connection = Connection::open(path, Connection::Mode::Immutable, 100);
    return connection ? contentOf(**connection) : QStringList();
}

} // namespace

class MigrationTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    bool copy(int version)
    {
        for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files))
            QFile::remove(m_folder->filePath(name));
        return QFile::copy(schemaFile(version), m_path) && QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    static void addVersions()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < newestVersion(); ++version)
            QTest::addRow("schema %d", version) << version;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("library.vrm"));
    }

    void schemaFiles_areAllThere()
    {
        for (int version = 1; version < newestVersion(); ++version)
            QVERIFY2(QFile::exists(schemaFile(version)), qPrintable(schemaFile(version)));
    }

    void older_isBroughtUpToDate_withAllItHad_data() { addVersions(); }

    void older_isBroughtUpToDate_withAllItHad()
    {
        QFETCH(int, version);
        QVERIFY(copy(version));
        const QStringList before = contentOf(m_path);
        QVERIFY(!before.contains(QStringLiteral("unreadable")));
        {
            const auto opened = Library::open(m_path);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            QCOMPARE((*opened)->articles(QStringLiteral("/news"))->size(), size_t(2));
            QCOMPARE((*opened)->work()->size(), version < 4 ? size_t(0) : size_t(1));
            const auto hits = (*opened)->search(library::parseSearch(QStringLiteral("ferry")).query); // older ones had no index
            QVERIFY(hits);
            QVERIFY(hits->size() >= 2);
            for (const char *line : {"value:7", "outlet:harbour", "before:2025-01-01"}) // asked of tables that were filled on the way
                QVERIFY2((*opened)->search(library::parseSearch(QString::fromLatin1(line)).query)->size() >= 1, line);
            if (version >= 4)
                QCOMPARE((*opened)->search(library::parseSearch(QStringLiteral("kind:quantity severity:conflict")).query)->size(), size_t(2));
        }
        QCOMPARE(contentOf(m_path), before);
        const QString kept = m_folder->filePath(QStringLiteral("library.schema-%1.vrm").arg(version));
        QCOMPARE(contentOf(kept), before);
        const auto connection = Connection::open(m_path, Connection::Mode::ReadOnly, 100);
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA user_version"))->toInt(), newestVersion());
        QCOMPARE((*connection)->single(QStringLiteral("PRAGMA integrity_check"))->toString(), QStringLiteral("ok"));
        QVERIFY(!(*connection)->single(QStringLiteral("PRAGMA foreign_key_check"))->isValid());
        QVERIFY(library::strangeObjects(**connection, newestVersion())->isEmpty());
    }

    void older_onlyRead_isNotChanged_data() { addVersions(); }

    void older_onlyRead_isNotChanged()
    {
        QFETCH(int, version);
        QVERIFY(copy(version));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        {
            const auto opened = Library::open(m_path, {.maxPages = {}, .busyTimeoutMs = 100, .access = library::Access::Read});
            QVERIFY(opened);
            QCOMPARE((*opened)->articles(QStringLiteral("/news"))->size(), size_t(2));
            const auto refused = (*opened)->markGone(QStringLiteral("/news"));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, base::ErrorCode::LibraryReadOnly);
        }
        QVERIFY(file.seek(0));
        QVERIFY(file.readAll() == before);
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*schema*")}, QDir::Files), QStringList());
    }

    void migration_brokenOffAnywhere_isWholeAndGoesOn_data() { addVersions(); }

    /// A step that fails at its n-th statement, for every n; what is left then is as before that step, and the next
    /// opening goes on from there.
    void migration_brokenOffAnywhere_isWholeAndGoesOn()
    {
        QFETCH(int, version);
        int tried = 0;
        for (int step = version; step < newestVersion(); ++step) {
            const QStringList statements = library::statementsOf((*library::schemaSteps())[static_cast<size_t>(step)].sql);
            for (qsizetype failing = 0; failing <= statements.size(); ++failing) {
                QVERIFY(copy(version));
                const QStringList before = contentOf(m_path);
                auto steps = *library::schemaSteps();
                QStringList broken = statements;
                broken.insert(failing, QStringLiteral("SELECT no_such_function();\n"));
                steps[static_cast<size_t>(step)].sql = broken.join(QString());
                {
                    const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, 100);
                    QVERIFY(!library::migrate(**connection, steps));
                    QCOMPARE((*connection)->single(QStringLiteral("PRAGMA user_version"))->toInt(), step);
                    QCOMPARE(contentOf(**connection), before);
                    QVERIFY(library::strangeObjects(**connection, step)->isEmpty());
                }
                const auto opened = Library::open(m_path);
                QVERIFY(opened);
                QCOMPARE((*opened)->articles(QStringLiteral("/news"))->size(), size_t(2));
                ++tried;
            }
        }
        qInfo("FAULTS migration from schema %d broken off | %d | at every statement of every step; whole, and goes on", version, tried);
        QVERIFY(tried > 0);
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "migration_test.moc"
