#pragma once

#include "library/connection.h"

#include <stop_token>

struct sqlite3;

// What is SQLite's alone and has no place in Qt Sql: its own handle, from QSqlDriver::handle(). Qt's plugin uses the
// system's libsqlite3, and so do we.

namespace variorum::library {

/// SQLite's own handle; null where there is none.
[[nodiscard]] sqlite3 *handleOf(const Connection &connection);

/// An error of SQLite's, by its code.
[[nodiscard]] base::Error failureOf(const Connection &connection, int code, const QString &detail);

/// Defensive mode, an untrusted schema, no double-quoted strings, no extensions, no ATTACH, and limits on what a
/// hostile file may ask for.
[[nodiscard]] base::Result<void> harden(Connection &connection);

/// A whole copy of what a connection sees, at `target`, where nothing may be; on the disk when it returns. In one read
/// transaction: what others write meanwhile is not in it. The copy is checked (integrity, foreign keys); one that is
/// not whole is taken away again and is the error LibraryDamaged. Soon Cancelled once `stop` asks, and nothing is left.
[[nodiscard]] base::Result<void> copyTo(Connection &connection, const QString &target, const std::stop_token &stop = {});

/// The same into another connection's database, which is replaced; not checked.
[[nodiscard]] base::Result<void> copyInto(Connection &from, Connection &into);

/// Everything that SQLite itself can find wrong, at most 20 findings; empty: whole. Soon Cancelled once `stop` asks.
[[nodiscard]] base::Result<QStringList> integrityFindings(Connection &connection, const std::stop_token &stop = {});

} // namespace variorum::library
