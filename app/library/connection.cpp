#include "library/connection.h"

#include "library/sqlite_only.h"

#include <QSqlRecord>
#include <QUrl>

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

} // namespace

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

base::Result<QSqlQuery *> Connection::prepared(const char *sql)
{
    std::unique_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto made = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
        made->setForwardOnly(true);
        if (!made->prepare(QString::fromUtf8(sql)))
            return errorOf(made->lastError());
        query = std::move(made);
    }
    return query.get();
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
    if (const auto begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
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
    if (const auto done = m_connection->execute(QStringLiteral("COMMIT")); !done)
        return done;
    m_connection = nullptr;
    return {};
}

QVariant bound(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

QVariant bound(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}

Query::Query(Connection &connection, const char *sql)
    : m_connection(connection)
{
    const auto query = connection.prepared(sql);
    if (query)
        m_query = query.value();
    else
        m_failure = query.error();
}

Query::Query(Connection &connection, const QString &sql)
    : m_connection(connection)
    , m_own(std::make_unique<QSqlQuery>(connection.database()))
{
    m_own->setForwardOnly(true);
    if (m_own->prepare(sql))
        m_query = m_own.get();
    else
        m_failure = connection.errorOf(m_own->lastError());
}

base::Result<void> Query::runWith(const QVariantList &values)
{
    int position = 0;
    for (const QVariant &value : values)
        bindAt(position++, value);
    return execute();
}

Query::~Query()
{
    if (m_query)
        m_query->finish(); // lets go of the read lock
}

bool Query::next()
{
    m_column = 0;
    return m_query && m_query->next();
}

base::Result<void> Query::end() const
{
    if (m_failure)
        return *m_failure;
    if (m_query->lastError().isValid())
        return m_connection.errorOf(m_query->lastError());
    return {};
}

qint64 Query::insertedId() const { return m_query->lastInsertId().toLongLong(); }
int Query::changedRows() const { return m_query->numRowsAffected(); }
bool Query::isNull() const { return m_query->isNull(m_column); }
QString Query::text() { return take().toString(); }
QByteArray Query::bytes() { return take().toByteArray(); }
qint64 Query::integer() { return take().toLongLong(); }
bool Query::boolean() { return take().toLongLong() != 0; }

std::optional<QString> Query::optionalText()
{
    const bool absent = isNull();
    const QVariant value = take();
    return absent ? std::nullopt : std::optional(value.toString());
}

std::optional<qint64> Query::optionalInteger()
{
    const bool absent = isNull();
    const QVariant value = take();
    return absent ? std::nullopt : std::optional(value.toLongLong());
}

std::optional<double> Query::optionalReal()
{
    const bool absent = isNull();
    const QVariant value = take();
    return absent ? std::nullopt : std::optional(value.toDouble());
}

double Query::real() { return take().toDouble(); }

QStringList Query::columnNames() const
{
    QStringList names;
    if (m_query) {
        const QSqlRecord record = m_query->record();
        for (int column = 0; column < record.count(); ++column)
            names.append(record.fieldName(column));
    }
    return names;
}

void Query::bindAt(int position, const QVariant &value)
{
    if (m_query)
        m_query->bindValue(position, value);
}

base::Result<void> Query::execute()
{
    if (m_failure)
        return *m_failure;
    if (!m_query->exec())
        return m_connection.errorOf(m_query->lastError());
    return {};
}

QVariant Query::take() { return m_query->value(m_column++); }

} // namespace variorum::library
