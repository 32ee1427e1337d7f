#include "library/connection.h"

#include "library/sqlite_only.h"

#include <QSqlQuery>
#include <QUrl>

#include <sqlite3.h>
#include <utility>

namespace variorum::library {

namespace {

// Primary result codes, https://www.sqlite.org/rescode.html ; an extended code holds its primary in the low byte.
base::ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xFF) {
    case 3: // SQLITE_PERM
    case 23: // SQLITE_AUTH
        return base::ErrorCode::PermissionDenied;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return base::ErrorCode::LibraryBusy;
    case 8: // SQLITE_READONLY
        return base::ErrorCode::LibraryReadOnly;
    case 10: // SQLITE_IOERR
        return base::ErrorCode::WriteFailed;
    case 11: // SQLITE_CORRUPT
        return base::ErrorCode::LibraryDamaged;
    case 13: // SQLITE_FULL
        return base::ErrorCode::DiskFull;
    case 14: // SQLITE_CANTOPEN: it, or what must lie beside it
        return base::ErrorCode::WriteFailed;
    case 26: // SQLITE_NOTADB
        return base::ErrorCode::NotALibrary;
    default:
        return base::ErrorCode::Internal;
    }
}

base::Result<PreparedStatement> statementOf(const Connection &connection, const QByteArray &sql, bool isKept)
{
    sqlite3 *const handle = handleOf(connection);
    if (!handle)
        return base::Error{.code = base::ErrorCode::Internal, .path = connection.path(), .detail = QStringLiteral("no handle")};
    sqlite3_stmt *made = nullptr;
    const int code = sqlite3_prepare_v3(handle, sql.constData(), static_cast<int>(sql.size()), isKept ? SQLITE_PREPARE_PERSISTENT : 0, &made, nullptr);
    PreparedStatement statement(made);
    if (code != SQLITE_OK)
        return failureOf(connection, sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)));
    return statement;
}

} // namespace

void StatementEnd::operator()(sqlite3_stmt *statement) const { (void)sqlite3_finalize(statement); }

Connection::Connection(QString name, QString path)
    : m_name(std::move(name))
    , m_path(std::move(path))
{
}

base::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode, int busyTimeoutMs)
{
    std::unique_ptr<Connection> connection(new Connection({}, path)); // private constructor
    // An address is unique among the connections that live.
    connection->m_name = QStringLiteral("variorum-%1").arg(reinterpret_cast<quintptr>(connection.get()), 0, 16);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
        QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
        if (mode != Mode::ReadWrite)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        if (mode == Mode::Immutable)
            options += QStringLiteral(";QSQLITE_OPEN_URI");
        database.setConnectOptions(options);
        database.setDatabaseName(mode == Mode::Immutable ? QStringLiteral("file:%1?immutable=1").arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/"))) : path);
        if (!database.open())
            return connection->errorOf(database.lastError());
    }
    if (const auto hardened = harden(*connection); !hardened)
        return hardened.error();
    if (const auto set = connection->execute(QStringLiteral("PRAGMA foreign_keys = ON")); !set)
        return set.error();
    return connection;
}

Connection::~Connection()
{
    m_prepared.clear(); // before the connection that they belong to
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Connection::database() const { return QSqlDatabase::database(m_name, false); }

base::Error Connection::errorOf(const QSqlError &error) const
{
    bool isNumber = false;
    const int native = error.nativeErrorCode().toInt(&isNumber);
    return {.code = isNumber ? codeOf(native) : base::ErrorCode::Internal, .path = m_path, .detail = error.text()};
}

base::Error Connection::damaged(const QString &detail) const
{
    return {.code = base::ErrorCode::LibraryDamaged, .path = m_path, .detail = detail};
}

base::Result<void> Connection::execute(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql))
        return errorOf(query.lastError());
    return {};
}

base::Result<QVariant> Connection::single(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return errorOf(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return errorOf(query.lastError());
    if (!query.next())
        return query.lastError().isValid() ? base::Result<QVariant>(errorOf(query.lastError())) : base::Result<QVariant>(QVariant());
    return query.value(0);
}

base::Result<void> Connection::setDurability(Durability durability)
{
    if (m_durability == durability)
        return {};
    m_durability.reset();
    const bool lasting = durability == Durability::Lasting;
    if (const auto set = execute(lasting ? QStringLiteral("PRAGMA synchronous = FULL") : QStringLiteral("PRAGMA synchronous = NORMAL")); !set)
        return set;
    m_durability = durability;
    return {};
}

base::Result<sqlite3_stmt *> Connection::prepared(const char *sql)
{
    PreparedStatement &statement = m_prepared[sql];
    if (!statement) {
        auto made = statementOf(*this, QByteArray::fromRawData(sql, static_cast<qsizetype>(qstrlen(sql))), true);
        if (!made)
            return made.error();
        statement = std::move(*made);
    }
    return statement.get();
}

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{
}

base::Result<Transaction> Transaction::begin(Connection &connection, Durability durability)
{
    if (connection.refusal())
        return *connection.refusal();
    if (const auto set = connection.setDurability(durability); !set)
        return set.error();
    // IMMEDIATE: a busy library says so here, not in the middle.
    if (const auto begun = Query(connection, "BEGIN IMMEDIATE").run(); !begun)
        return begun.error();
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    // After some failures (a full disk) SQLite has rolled back by itself; then ROLLBACK fails, which is as well.
    if (m_connection)
        (void)m_connection->execute(QStringLiteral("ROLLBACK"));
}

base::Result<void> Transaction::commit()
{
    if (const auto done = Query(*m_connection, "COMMIT").run(); !done)
        return done;
    m_connection = nullptr;
    return {};
}

Query::Query(Connection &connection, const char *sql)
    : m_connection(connection)
{
    const auto statement = connection.prepared(sql);
    if (statement)
        m_statement = *statement;
    else
        m_failure = statement.error();
}

Query::Query(Connection &connection, const QString &sql)
    : m_connection(connection)
{
    auto made = statementOf(connection, sql.toUtf8(), false);
    if (made) {
        m_own = std::move(*made);
        m_statement = m_own.get();
    } else {
        m_failure = made.error();
    }
}

base::Result<void> Query::runWith(const QVariantList &values)
{
    reset();
    int place = 0;
    for (const QVariant &value : values)
        bindVariant(++place, value);
    return execute();
}

Query::~Query()
{
    if (!m_statement)
        return;
    (void)sqlite3_reset(m_statement); // lets go of the read lock
    (void)sqlite3_clear_bindings(m_statement);
}

bool Query::next()
{
    m_column = 0;
    if (std::exchange(m_hasFirst, false))
        return true;
    return !m_isOver && step();
}

/// To the next row; says whether there is one. A failure is kept for end().
bool Query::step()
{
    const int code = sqlite3_step(m_statement);
    m_isOver = code != SQLITE_ROW;
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        sqlite3 *const handle = sqlite3_db_handle(m_statement);
        m_failure = failureOf(m_connection, sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)));
    }
    return code == SQLITE_ROW;
}

base::Result<void> Query::end() const { return m_failure ? base::Result<void>(*m_failure) : base::Result<void>(); }
qint64 Query::insertedId() const { return m_statement ? sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement)) : 0; }
int Query::changedRows() const { return m_statement ? sqlite3_changes(sqlite3_db_handle(m_statement)) : 0; }
bool Query::isNull() const { return sqlite3_column_type(m_statement, m_column) == SQLITE_NULL; }

QString Query::text()
{
    const unsigned char *const units = sqlite3_column_text(m_statement, m_column);
    const int bytes = sqlite3_column_bytes(m_statement, m_column++);
    return units ? QString::fromUtf8(reinterpret_cast<const char *>(units), bytes) : QString();
}

QByteArray Query::bytes()
{
    const void *const first = sqlite3_column_blob(m_statement, m_column);
    const int size = sqlite3_column_bytes(m_statement, m_column++);
    return first ? QByteArray(static_cast<const char *>(first), size) : QByteArray();
}

qint64 Query::integer() { return sqlite3_column_int64(m_statement, m_column++); }
bool Query::boolean() { return integer() != 0; }
double Query::real() { return sqlite3_column_double(m_statement, m_column++); }

std::optional<QString> Query::optionalText()
{
    const bool isAbsent = isNull();
    QString value = text();
    return isAbsent ? std::nullopt : std::optional(std::move(value));
}

std::optional<qint64> Query::optionalInteger()
{
    const bool isAbsent = isNull();
    const qint64 value = integer();
    return isAbsent ? std::nullopt : std::optional(value);
}

std::optional<double> Query::optionalReal()
{
    const bool isAbsent = isNull();
    const double value = real();
    return isAbsent ? std::nullopt : std::optional(value);
}

QStringList Query::columnNames() const
{
    QStringList names;
    for (int column = 0; m_statement && column < sqlite3_column_count(m_statement); ++column)
        names.append(QString::fromUtf8(sqlite3_column_name(m_statement, column)));
    return names;
}

void Query::note(int code)
{
    if (code != SQLITE_OK && !m_failure)
        m_failure = failureOf(m_connection, code, QString::fromUtf8(sqlite3_errstr(code)));
}

/// Of the use before.
void Query::reset()
{
    if (m_statement)
        (void)sqlite3_reset(m_statement);
}

void Query::bindVariant(int place, const QVariant &value)
{
    switch (value.isNull() ? QMetaType::UnknownType : value.typeId()) {
    case QMetaType::UnknownType: return bindNull(place);
    case QMetaType::QString: return bindText(place, *static_cast<const QString *>(value.constData()));
    case QMetaType::QByteArray: return bindBytes(place, *static_cast<const QByteArray *>(value.constData()));
    case QMetaType::Double: return bindReal(place, value.toDouble());
    default: return bindInteger(place, value.toLongLong());
    }
}

void Query::bindNull(int place)
{
    if (m_statement)
        note(sqlite3_bind_null(m_statement, place));
}

void Query::bindInteger(int place, qint64 value)
{
    if (m_statement)
        note(sqlite3_bind_int64(m_statement, place, value));
}

void Query::bindReal(int place, double value)
{
    if (m_statement)
        note(sqlite3_bind_double(m_statement, place, value));
}

/// As UTF-8, which is how it is stored: Qt translates it quicker than SQLite does.
void Query::bindText(int place, const QString &text)
{
    if (!m_statement)
        return;
    const QByteArray utf8 = text.toUtf8();
    note(sqlite3_bind_text(m_statement, place, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT)); // NOLINT: SQLite's own cast
}

void Query::bindBytes(int place, const QByteArray &bytes)
{
    if (m_statement)
        note(sqlite3_bind_blob(m_statement, place, bytes.isNull() ? "" : bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT)); // NOLINT: the same
}

base::Result<void> Query::execute()
{
    if (m_failure)
        return *m_failure;
    if (sqlite3_stmt_busy(m_statement) != 0)
        (void)sqlite3_reset(m_statement);
    m_hasFirst = step();
    return m_failure ? base::Result<void>(*m_failure) : base::Result<void>();
}

QVariant Query::take()
{
    switch (sqlite3_column_type(m_statement, m_column)) {
    case SQLITE_INTEGER:
        return QVariant(static_cast<qlonglong>(integer()));
    case SQLITE_FLOAT:
        return QVariant(real());
    case SQLITE_BLOB:
        return QVariant(bytes());
    case SQLITE_NULL:
        ++m_column;
        return {};
    default:
        return QVariant(text());
    }
}

} // namespace variorum::library
