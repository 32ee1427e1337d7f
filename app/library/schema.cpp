#include "library/schema.h"

#include "library/sqlite_only.h"

#include <QFile>
#include <QFileInfo>

static void takeInSchemaResource()
{
    // A static library's resources are dropped by the linker unless named; outside any namespace as Qt asks.
    Q_INIT_RESOURCE(schema);
}

namespace variorum::library {

namespace {

base::Result<int> versionOf(Connection &connection)
{
    const auto version = connection.single(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    return version->toInt();
}

/// A whole copy of the library in one file, under the first name that is free.
base::Result<void> keepCopy(Connection &connection, int version)
{
    const QFileInfo file(connection.path());
    const QString stem = file.path() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral(".schema-%1").arg(version);
    QString target = stem + QStringLiteral(".vrm");
    for (int attempt = 2; QFile::exists(target); ++attempt)
        target = stem + QStringLiteral("-%1.vrm").arg(attempt);
    const QString unfinished = target + QStringLiteral(".part");
    if (const auto copied = copyTo(connection, unfinished); !copied)
        return copied;
    if (!QFile::rename(unfinished, target)) {
        QFile::remove(unfinished);
        return base::Error{.code = base::ErrorCode::WriteFailed, .path = target, .detail = {}};
    }
    return {};
}

base::Result<void> apply(Connection &connection, const SchemaStep &step)
{
    auto transaction = Transaction::begin(connection, Durability::Lasting);
    if (!transaction)
        return transaction.error();
    const auto version = versionOf(connection); // again: another process may have been here first
    if (!version)
        return version.error();
    if (*version >= step.version)
        return {};
    QStringList statements = statementsOf(step.sql);
    statements.append(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
    statements.append(QStringLiteral("PRAGMA user_version = %1").arg(step.version));
    for (const QString &statement : statements) {
        if (const auto done = connection.execute(statement); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

base::Result<std::vector<SchemaStep>> schemaSteps()
{
    takeInSchemaResource();
    std::vector<SchemaStep> steps;
    for (int version = 1;; ++version) {
        QFile file(QStringLiteral(":/variorum/schema/%1.sql").arg(version, 3, 10, QLatin1Char('0')));
        if (!file.exists())
            break;
        if (!file.open(QIODevice::ReadOnly))
            return base::Error{.code = base::ErrorCode::ResourceMissing, .path = file.fileName(), .detail = file.errorString()};
        steps.push_back({.version = version, .sql = QString::fromUtf8(file.readAll())});
    }
    if (steps.empty())
        return base::Error{.code = base::ErrorCode::ResourceMissing, .path = QStringLiteral("schema"), .detail = {}};
    return steps;
}

QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    QString statement;
    for (const QString &line : sql.split(QLatin1Char('\n'))) {
        statement += line + QLatin1Char('\n');
        if (line.endsWith(QLatin1Char(';')))
            statements.append(std::exchange(statement, QString()));
    }
    return statements;
}

base::Result<void> migrate(Connection &connection, const std::vector<SchemaStep> &steps)
{
    const auto version = versionOf(connection);
    if (!version)
        return version.error();
    const int newest = steps.back().version;
    if (*version > newest)
        return base::Error{.code = base::ErrorCode::LibraryNewer, .path = connection.path(), .detail = QStringLiteral("schema %1, this program knows %2").arg(*version).arg(newest)};
    if (*version > 0 && *version < newest && connection.path() != QLatin1String(":memory:")) {
        if (const auto kept = keepCopy(connection, *version); !kept)
            return kept;
    }
    for (const SchemaStep &step : steps) {
        if (step.version <= *version)
            continue;
        if (const auto applied = apply(connection, step); !applied)
            return applied;
    }
    return {};
}

} // namespace variorum::library
