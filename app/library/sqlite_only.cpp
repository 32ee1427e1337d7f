#include "library/sqlite_only.h"

#include <QFile>

#include <QSqlDriver>

#include <array>
#include <sqlite3.h>
#include <unistd.h>

namespace variorum::library {

namespace {

constexpr int kMostFindings = 20;
constexpr int kPagesAStep = 512; // between two looks at whether to stop: a few milliseconds
constexpr int kInstructionsALook = 20'000;

struct Limit {
    int id;
    int most;
};

// Far above what a library of ours needs, far below what hurts.
constexpr auto kLimits = std::to_array<Limit>({
    {SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024}, // one text
    {SQLITE_LIMIT_SQL_LENGTH, 100'000},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_COMPOUND_SELECT, 10},
    {SQLITE_LIMIT_VDBE_OP, 250'000},
    {SQLITE_LIMIT_FUNCTION_ARG, 20},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 500},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 10}, // cascading deletes count
    {SQLITE_LIMIT_WORKER_THREADS, 0},
});

struct Backup {
    explicit Backup(sqlite3_backup *made)
        : handle(made)
    {
    }
    ~Backup() { (void)finish(); }
    Backup(const Backup &) = delete;
    Backup &operator=(const Backup &) = delete;
    int finish() { return handle ? sqlite3_backup_finish(std::exchange(handle, nullptr)) : SQLITE_OK; }

    sqlite3_backup *handle;
};

base::Error cancelled(const Connection &connection)
{
    return {.code = base::ErrorCode::Cancelled, .path = connection.path(), .detail = {}};
}

/// Lets a stop token break off what a connection does.
class Interruptible {
public:
    Interruptible(const Connection &connection, const std::stop_token &stop)
        : m_handle(handleOf(connection))
        , m_stop(stop)
    {
        if (m_handle && m_stop.stop_possible())
            sqlite3_progress_handler(m_handle, kInstructionsALook, &Interruptible::isStopped, this);
    }
    ~Interruptible()
    {
        if (m_handle && m_stop.stop_possible())
            sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    }
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;

private:
    static int isStopped(void *self) { return static_cast<const Interruptible *>(self)->m_stop.stop_requested() ? 1 : 0; }

    sqlite3 *m_handle;
    const std::stop_token &m_stop;
};

/// A read transaction of the source's, so that all steps see one state; none where it is in one already.
class Stillness {
public:
    Stillness(Connection &connection, sqlite3 *handle)
        : m_connection(connection)
        , m_isOurs(sqlite3_get_autocommit(handle) != 0 && connection.execute(QStringLiteral("BEGIN")))
    {
    }
    ~Stillness()
    {
        if (m_isOurs)
            (void)m_connection.execute(QStringLiteral("ROLLBACK"));
    }
    Stillness(const Stillness &) = delete;
    Stillness &operator=(const Stillness &) = delete;

private:
    Connection &m_connection;
    bool m_isOurs;
};

/// All pages, a few at a time, while a read transaction holds the source still.
base::Result<void> copyPages(Connection &from, Connection &into, const std::stop_token &stop)
{
    sqlite3 *const source = handleOf(from);
    sqlite3 *const target = handleOf(into);
    if (!source || !target)
        return base::Error{.code = base::ErrorCode::Internal, .path = from.path(), .detail = QStringLiteral("no handle")};
    const Stillness still(from, source);
    if (const auto begun = from.single(QStringLiteral("SELECT count(*) FROM sqlite_master")); !begun)
        return begun.error();
    Backup backup(sqlite3_backup_init(target, "main", source, "main"));
    if (!backup.handle)
        return failureOf(into, sqlite3_errcode(target), QString::fromUtf8(sqlite3_errmsg(target)));
    int stepped = SQLITE_OK;
    while (stepped == SQLITE_OK) {
        if (stop.stop_requested())
            return cancelled(from);
        stepped = sqlite3_backup_step(backup.handle, kPagesAStep);
    }
    const int finished = backup.finish();
    if (stepped != SQLITE_DONE || finished != SQLITE_OK) {
        const int code = stepped == SQLITE_DONE ? finished : stepped;
        return failureOf(into, code, QString::fromUtf8(sqlite3_errstr(code)));
    }
    return {};
}

base::Result<void> makeCopy(Connection &connection, const QString &target, const std::stop_token &stop)
{
    auto copy = Connection::open(target, Connection::Mode::ReadWrite, 0);
    if (!copy)
        return copy.error();
    if (const auto copied = copyPages(connection, **copy, stop); !copied)
        return copied;
    // One file that needs no other beside it, and may lie on any medium.
    const auto mode = (*copy)->single(QStringLiteral("PRAGMA journal_mode = DELETE"));
    if (!mode)
        return mode.error();
    const auto findings = integrityFindings(**copy, stop);
    if (!findings)
        return findings.error();
    if (!findings->isEmpty())
        return base::Error{.code = base::ErrorCode::LibraryDamaged, .path = connection.path(), .detail = findings->first()};
    return {};
}

/// Its name in the folder is synced by the rename that gives the copy its place.
bool isSynced(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0)
        return false;
    return true;
}

} // namespace

sqlite3 *handleOf(const Connection &connection)
{
    const QSqlDatabase database = connection.database();
    const QVariant handle = database.isValid() ? database.driver()->handle() : QVariant();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

base::Error failureOf(const Connection &connection, int code, const QString &detail)
{
    return connection.errorOf(QSqlError({}, detail, QSqlError::UnknownError, QString::number(code)));
}

base::Result<void> harden(Connection &connection)
{
    sqlite3 *const handle = handleOf(connection);
    if (!handle)
        return base::Error{.code = base::ErrorCode::Internal, .path = connection.path(), .detail = QStringLiteral("no handle")};
    constexpr auto kSwitches = std::to_array<std::pair<int, int>>({
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    });
    for (const auto &[name, wanted] : kSwitches) {
        int now = -1;
        const int code = sqlite3_db_config(handle, name, wanted, &now); // NOLINT(cppcoreguidelines-pro-type-vararg): SQLite's own
        if (code != SQLITE_OK || now != wanted)
            return failureOf(connection, code, QStringLiteral("sqlite3_db_config %1").arg(name));
    }
    for (const Limit &limit : kLimits)
        (void)sqlite3_limit(handle, limit.id, limit.most);
    return {};
}

base::Result<void> copyTo(Connection &connection, const QString &target, const std::stop_token &stop)
{
    QFile::remove(target);
    auto made = makeCopy(connection, target, stop);
    if (made && !isSynced(target))
        made = base::Error{.code = base::ErrorCode::WriteFailed, .path = target, .detail = {}};
    if (!made)
        QFile::remove(target);
    return made;
}

base::Result<void> copyInto(Connection &from, Connection &into) { return copyPages(from, into, {}); }

base::Result<QStringList> integrityFindings(Connection &connection, const std::stop_token &stop)
{
    const Interruptible interruptible(connection, stop);
    const auto failure = [&](const base::Error &error) { return stop.stop_requested() ? cancelled(connection) : error; };
    QStringList findings;
    Query integrity(connection, QStringLiteral("PRAGMA integrity_check(%1)").arg(kMostFindings));
    if (const auto run = integrity.runWith({}); !run)
        return failure(run.error());
    while (integrity.next()) {
        if (const QString text = integrity.text(); text != QLatin1String("ok"))
            findings.append(text);
    }
    if (const auto end = integrity.end(); !end)
        return failure(end.error());
    Query keys(connection, QStringLiteral("PRAGMA foreign_key_check"));
    if (const auto run = keys.runWith({}); !run)
        return failure(run.error());
    while (keys.next() && findings.size() < kMostFindings) {
        const QString table = keys.text();
        keys.skip(1);
        findings.append(QStringLiteral("a row of %1 belongs to none of %2").arg(table, keys.text()));
    }
    if (const auto end = keys.end(); !end)
        return failure(end.error());
    return findings;
}

} // namespace variorum::library
