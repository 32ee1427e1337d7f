// Salvage reads each table by its leading integer key: upwards until a page fails, downwards until one fails, and the gap
// between by asking for each key alone, which goes another way down the tree.
//
//     article_version   1 2 3 4 | page 17 is zeros | 9 10 11     upwards 1-4, downwards 11-9, then 5, 6, 7, 8 alone

#include "library/recovery.h"

#include "library/connection.h"
#include "library/library.h"
#include "library/library_lock.h"
#include "library/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <array>
#include <map>

namespace variorum::library {

namespace {

constexpr qint64 kWidestGap = 200'000;

struct Salvaged {
    const char *table;
    const char *key;
};

// A table after those that its rows belong to. The rest is made again.
constexpr auto kTables = std::to_array<Salvaged>({
    {"folder", "id"},
    {"file", "id"},
    {"article", "id"},
    {"article_version", "id"},
    {"article_edit", "article_id"},
    {"file_edit", "file_id"},
    {"work", "id"},
    {"work_anchor", "work_id"},
    {"action", "id"},
    {"action_change", "action_id"},
});

constexpr auto kOrphans = std::to_array<const char *>({
    "DELETE FROM file WHERE folder_id NOT IN (SELECT id FROM folder)",
    "DELETE FROM article WHERE file_id NOT IN (SELECT id FROM file)",
    "DELETE FROM article_version WHERE article_id NOT IN (SELECT id FROM article)",
    "DELETE FROM article_edit WHERE article_id NOT IN (SELECT id FROM article)",
    "DELETE FROM file_edit WHERE file_id NOT IN (SELECT id FROM file)",
    "DELETE FROM work_anchor WHERE work_id NOT IN (SELECT id FROM work)",
    "DELETE FROM action_change WHERE action_id NOT IN (SELECT id FROM action)",
    // An article none of whose versions came over is read again as new.
    "DELETE FROM article_edit WHERE article_id NOT IN (SELECT article_id FROM article_version)",
    "DELETE FROM article WHERE id NOT IN (SELECT article_id FROM article_version)",
    "UPDATE file SET engine = ''",
});

QStringList columnsOf(Connection &connection, const QString &table)
{
    QStringList columns;
    Query query(connection, QStringLiteral("SELECT name FROM pragma_table_info(?)"));
    if (!query.runWith({table}))
        return {};
    while (query.next())
        columns.append(query.text());
    return columns;
}

/// One table on its way over.
class TableSalvage {
public:
    TableSalvage(Connection &from, Connection &into, const Salvaged &table)
        : m_from(from)
        , m_into(into)
        , m_table(QLatin1String(table.table))
        , m_key(QLatin1String(table.key))
    {
        const QStringList there = columnsOf(from, m_table);
        for (const QString &column : columnsOf(into, m_table)) {
            if (there.contains(column))
                m_columns.append(column);
        }
    }

    /// Returns how many rows came over.
    int run()
    {
        if (!m_columns.contains(m_key))
            return 0;
        const std::optional<qint64> failedAfter = scan(QStringLiteral("SELECT %1, %2 FROM %3 ORDER BY %2").arg(m_columns.join(u','), m_key, m_table));
        if (!failedAfter)
            return m_stored;
        const std::optional<qint64> failedBefore = scan(QStringLiteral("SELECT %1, %2 FROM %3 ORDER BY %2 DESC").arg(m_columns.join(u','), m_key, m_table));
        fillGap(*failedAfter + 1, failedBefore ? *failedBefore - 1 : *failedAfter);
        return m_stored;
    }
    [[nodiscard]] int lost() const { return m_lost; }

private:
    /// The last key that was read before a failure; nothing where there was none.
    std::optional<qint64> scan(const QString &sql)
    {
        Query query(m_from, sql);
        qint64 last = 0;
        if (query.runWith({})) {
            while (query.next())
                last = take(query);
        }
        return query.end() ? std::nullopt : std::optional(last);
    }

    void fillGap(qint64 first, qint64 last)
    {
        for (qint64 key = first; key <= last && key - first < kWidestGap; ++key) {
            Query query(m_from, QStringLiteral("SELECT %1, %2 FROM %3 WHERE %2 = ?").arg(m_columns.join(u','), m_key, m_table));
            if (query.runWith({key})) {
                while (query.next())
                    (void)take(query);
            }
            m_lost += query.end() ? 0 : 1;
        }
    }

    qint64 take(Query &row)
    {
        QVariantList values;
        for (qsizetype column = 0; column < m_columns.size(); ++column)
            values.append(row.variant());
        const qint64 key = row.integer();
        const QStringList places(m_columns.size(), QStringLiteral("?"));
        Query add(m_into, QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)").arg(m_table, m_columns.join(u','), places.join(u',')));
        if (add.runWith(values) && add.changedRows() > 0)
            ++m_stored;
        return key;
    }

    Connection &m_from;
    Connection &m_into;
    QString m_table;
    QString m_key;
    QStringList m_columns;
    int m_stored = 0;
    int m_lost = 0;
};

base::Result<SalvageReport> salvageInto(Connection &from, Connection &into)
{
    if (const auto off = into.execute(QStringLiteral("PRAGMA foreign_keys = OFF")); !off)
        return off.error();
    auto transaction = Transaction::begin(into, Durability::Lasting);
    if (!transaction)
        return transaction.error();
    std::map<QString, int> stored;
    SalvageReport report;
    for (const Salvaged &table : kTables) {
        TableSalvage salvage(from, into, table);
        stored[QLatin1String(table.table)] = salvage.run();
        report.lost += salvage.lost();
    }
    for (const char *sql : kOrphans) {
        if (const auto done = into.execute(QLatin1String(sql)); !done)
            return done.error();
    }
    const auto count = [&into](const char *sql) {
        const auto value = into.single(QLatin1String(sql));
        return value ? value->toInt() : 0;
    };
    report.articles = count("SELECT count(*) FROM article");
    report.versions = count("SELECT count(*) FROM article_version");
    report.edits = count("SELECT (SELECT count(*) FROM article_edit) + (SELECT count(*) FROM file_edit)");
    report.works = count("SELECT count(*) FROM work");
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return report;
}

bool move(const QString &from, const QString &to) { return !QFile::exists(from) || QFile::rename(from, to); }

} // namespace

base::Result<QString> restoreSnapshot(const QString &libraryPath, const Snapshot &snapshot, const QDateTime &now)
{
    const auto lock = lockLibrary(libraryPath);
    if (!lock)
        return lock.error();
    const QString unfinished = libraryPath + QStringLiteral(".restored.part");
    QFile::remove(unfinished);
    if (!QFile::copy(snapshot.path, unfinished))
        return base::Error{.code = base::ErrorCode::WriteFailed, .path = unfinished, .detail = {}};
    const QFileInfo info(libraryPath);
    const QString kept = QStringLiteral("%1/%2.damaged-%3.vrm").arg(info.absolutePath(), info.completeBaseName(), now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'")));
    QFile::remove(libraryPath + QStringLiteral("-shm")); // holds no data
    if (!move(libraryPath + QStringLiteral("-wal"), kept + QStringLiteral("-wal")) || !move(libraryPath, kept) || !QFile::rename(unfinished, libraryPath)) {
        (void)(QFile::exists(libraryPath) || move(kept, libraryPath));
        (void)move(kept + QStringLiteral("-wal"), libraryPath + QStringLiteral("-wal"));
        QFile::remove(unfinished);
        return base::Error{.code = base::ErrorCode::WriteFailed, .path = libraryPath, .detail = {}};
    }
    return kept;
}

base::Result<SalvageReport> salvage(const QString &damagedPath, const QString &target)
{
    if (QFile::exists(target))
        return base::Error{.code = base::ErrorCode::WriteFailed, .path = target, .detail = QStringLiteral("there is a file of this name")};
    const auto from = Connection::open(damagedPath, Connection::Mode::ReadOnly, 2000);
    if (!from)
        return from.error();
    if (const auto tables = (*from)->single(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name IN ('article', 'article_version')")); !tables || tables->toInt() != 2)
        return base::Error{.code = base::ErrorCode::LibraryDamaged, .path = damagedPath, .detail = tables ? QStringLiteral("no articles in it") : tables.error().detail};
    const auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    base::Result<SalvageReport> report = SalvageReport{};
    {
        const auto into = Connection::open(target, Connection::Mode::ReadWrite, 0);
        if (!into)
            return into.error();
        const auto migrated = migrate(**into, *steps);
        report = migrated ? salvageInto(**from, **into) : base::Result<SalvageReport>(migrated.error());
    }
    if (!report)
        QFile::remove(target);
    return report;
}

} // namespace variorum::library
