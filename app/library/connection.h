#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>

struct sqlite3_stmt;

namespace variorum::library {

/// When a commit must be on the disk. Lasting: the person's own work, safe even if the power fails. Remakeable: what
/// an import can make again; safe when the program is killed, the last commits may go with the power. The file
/// is whole either way (WAL).
enum class Durability { Lasting,
                        Remakeable };

struct StatementEnd {
    void operator()(sqlite3_stmt *statement) const;
};
using PreparedStatement = std::unique_ptr<sqlite3_stmt, StatementEnd>;

/// One SQLite connection with its prepared statements. Made, used and destroyed on one thread.
class Connection {
public:
    enum class Mode { ReadOnly,
                      ReadWrite,
                      Immutable }; ///< ReadOnly without any lock or -wal: for media where nothing can be written

    /// Hardened (sqlite_only.h), foreign_keys on, with the busy timeout; creates the file in ReadWrite mode.
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode, int busyTimeoutMs);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QSqlDatabase database() const;
    /// From now on no transaction begins; each is refused with this.
    void refuseWriting(base::Error why) { m_refusal = std::move(why); }
    [[nodiscard]] const std::optional<base::Error> &refusal() const { return m_refusal; }
    [[nodiscard]] base::Error errorOf(const QSqlError &error) const;
    [[nodiscard]] base::Error damaged(const QString &detail) const;

    /// Runs one statement that is used once (pragmas, schema).
    [[nodiscard]] base::Result<void> execute(const QString &sql);
    /// The first column of the first row.
    [[nodiscard]] base::Result<QVariant> single(const QString &sql, const QVariantList &values = {});
    /// No effect inside a transaction.
    [[nodiscard]] base::Result<void> setDurability(Durability durability);

    /// The prepared statement of this text, made at its first use. `sql` is a constant: its address is the key.
    [[nodiscard]] base::Result<sqlite3_stmt *> prepared(const char *sql);

private:
    Connection(QString name, QString path);

    QString m_name;
    QString m_path;
    std::optional<Durability> m_durability;
    std::optional<base::Error> m_refusal;
    std::map<const char *, PreparedStatement> m_prepared;
};

/// BEGIN IMMEDIATE ... COMMIT; rolls back unless committed.
class Transaction {
public:
    [[nodiscard]] static base::Result<Transaction> begin(Connection &connection, Durability durability);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] base::Result<void> commit();

private:
    explicit Transaction(Connection &connection);

    Connection *m_connection; // null once committed or moved from
};

/// One use of a prepared statement, run by SQLite itself: Qt Sql takes many times as long for each value that is bound. Its rows, if any, until it goes out of scope. Not nested for the same text.
class Query {
public:
    Query(Connection &connection, const char *sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// A statement made at run time from constant pieces (searches); not kept.
    Query(Connection &connection, const QString &sql);

    /// Binds the values by position and runs.
    template<typename... Values>
    [[nodiscard]] base::Result<void> run(const Values &...values)
    {
        reset();
        int place = 0;
        (bindAny(++place, values), ...);
        return execute();
    }

    [[nodiscard]] base::Result<void> runWith(const QVariantList &values);

    /// Goes to the next row; its columns are then taken from the first on, by the functions below.
    [[nodiscard]] bool next();
    /// Why next() said no: nothing after the last row, else the failure.
    [[nodiscard]] base::Result<void> end() const;
    [[nodiscard]] qint64 insertedId() const;
    [[nodiscard]] int changedRows() const;

    [[nodiscard]] bool isNull() const; ///< the next column
    void skip(int columns) { m_column += columns; }
    [[nodiscard]] QString text();
    [[nodiscard]] QByteArray bytes();
    [[nodiscard]] qint64 integer();
    [[nodiscard]] bool boolean();
    [[nodiscard]] std::optional<QString> optionalText();
    [[nodiscard]] std::optional<qint64> optionalInteger();
    [[nodiscard]] std::optional<double> optionalReal();
    [[nodiscard]] double real();
    [[nodiscard]] QVariant variant() { return take(); } ///< as SQLite has it
    [[nodiscard]] QStringList columnNames() const;

private:
    template<typename Value>
    void bindAny(int place, const Value &value)
    {
        if constexpr (std::is_floating_point_v<Value>)
            bindReal(place, static_cast<double>(value));
        else if constexpr (std::is_arithmetic_v<Value>)
            bindInteger(place, static_cast<qint64>(value));
        else
            bindOther(place, value);
    }
    /// Absent is std::optional only: a null QString is an empty text.
    template<typename Value>
    void bindOther(int place, const std::optional<Value> &value)
    {
        if (value)
            bindAny(place, *value);
        else
            bindNull(place);
    }
    void bindOther(int place, const QString &text) { bindText(place, text); }
    void bindOther(int place, const QByteArray &bytes) { bindBytes(place, bytes); }
    void bindVariant(int place, const QVariant &value);
    void bindNull(int place);
    void bindInteger(int place, qint64 value);
    void bindReal(int place, double value);
    void bindText(int place, const QString &text);
    void bindBytes(int place, const QByteArray &bytes);
    void note(int code);
    void reset();
    [[nodiscard]] base::Result<void> execute();
    [[nodiscard]] QVariant take();
    [[nodiscard]] bool step();

    Connection &m_connection;
    PreparedStatement m_own; // where it is not the connection's
    sqlite3_stmt *m_statement = nullptr; // the connection's or m_own; null where it could not be prepared
    std::optional<base::Error> m_failure;
    bool m_hasFirst = false; // the first row was reached and not yet asked for
    bool m_isOver = true; // no row is to come
    int m_column = 0;
};

} // namespace variorum::library
