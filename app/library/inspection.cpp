#include "library/inspection.h"

#include "library/connection.h"
#include "library/library.h"
#include "library/library_file.h"
#include "library/schema.h"
#include "library/sqlite_only.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace variorum::library {

namespace {

// A table after those that its rows belong to. Names of our own schema, never a file's.
constexpr auto kTables = std::to_array<const char *>({"folder", "file", "article", "article_version", "article_edit", "file_edit", "analysis", "entity", "mention", "time_mention", "quantity_mention", "quote", "statement", "origin", "slot",
                                                      "work", "work_anchor", "action", "action_change", "comparison", "story", "claim", "claim_statement", "divergence", "divergent_value", "evidence"});

// Columns that hold JSON.
constexpr auto kJsonColumns = std::to_array<const char *>({"authors", "agencies", "metadata_sources", "blocks", "captions", "corrections", "problems", "aliases", "words", "articles", "silent", "origins", "before", "after"});

bool isJsonColumn(const QString &name)
{
    return std::ranges::any_of(kJsonColumns, [&name](const char *column) { return name == QLatin1String(column); });
}

QJsonValue jsonOf(const QString &column, const QVariant &value)
{
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::QByteArray: return QString::fromLatin1(value.toByteArray().toHex());
    case QMetaType::LongLong:
    case QMetaType::Int: return value.toLongLong();
    case QMetaType::Double: return value.toDouble();
    default: break;
    }
    const QString text = value.toString();
    if (isJsonColumn(column)) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (document.isArray())
            return document.array();
        if (document.isObject())
            return document.object();
    }
    return text;
}

base::Result<void> exportTable(Connection &connection, const QString &table, const std::function<bool(const QByteArray &)> &write)
{
    const base::Error refused{.code = base::ErrorCode::WriteFailed, .path = {}, .detail = {}};
    Query query(connection, QStringLiteral("SELECT * FROM %1").arg(table)); // by primary key, as they lie
    if (const auto run = query.runWith({}); !run)
        return run;
    const QStringList columns = query.columnNames();
    bool isFirst = true;
    while (query.next()) {
        QJsonObject row;
        for (const QString &column : columns)
            row.insert(column, jsonOf(column, query.variant()));
        if (!write((isFirst ? QByteArray("\n      ") : QByteArray(",\n      ")) + QJsonDocument(row).toJson(QJsonDocument::Compact)))
            return refused;
        isFirst = false;
    }
    return query.end();
}

/// Articles and facts as this program reads them.
void readEverything(const Library &library, QStringList &findings)
{
    constexpr qsizetype kMost = 50;
    auto folders = library.folders();
    if (!folders) {
        findings.append(folders.error().detail);
        return;
    }
    folders->append(QString()); // files opened one by one
    for (const QString &folder : *folders) {
        const auto articles = library.articles(folder);
        if (!articles)
            findings.append(QStringLiteral("an article of %1 cannot be read: %2").arg(folder, articles.error().detail));
        const auto keys = library.storedFactsKeys(folder);
        for (size_t place = 0; keys && place < keys->size() && findings.size() < kMost; ++place) {
            const auto &[article, key] = (*keys)[place];
            const auto facts = library.facts(article, key);
            if (!facts || !*facts)
                findings.append(QStringLiteral("what was found in article %1 is not whole; it is made again by the next import").arg(article.value));
        }
    }
    if (const auto work = library.work(); !work)
        findings.append(QStringLiteral("the person's work cannot be read: %1").arg(work.error().detail));
}

void countRows(Connection &connection, CheckReport &report)
{
    for (const char *table : kTables) {
        const auto count = connection.single(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)));
        if (count)
            report.counts.emplace_back(QLatin1String(table), count->toLongLong());
    }
}

} // namespace

base::Result<CheckReport> checkLibrary(const QString &path)
{
    const auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    CheckReport report;
    report.snapshots = snapshotsOf(path);
    const auto look = lookAt(path, steps->back().version);
    if (!look && look.error().code != base::ErrorCode::LibraryDamaged)
        return look.error();
    if (look && !look->isThere)
        return base::Error{.code = base::ErrorCode::NotFound, .path = path, .detail = {}};
    if (!look)
        report.findings.append(look.error().detail);
    {
        const auto connection = Connection::open(path, look && look->isImmutable ? Connection::Mode::Immutable : Connection::Mode::ReadOnly, 2000);
        const auto findings = connection ? integrityFindings(**connection) : base::Result<QStringList>(connection.error());
        if (!findings)
            report.findings.append(findings.error().detail);
        else
            report.findings.append(*findings);
        if (look) {
            report.schema = look->schema;
            countRows(**connection, report);
        }
    }
    if (look) {
        const auto library = Library::open(path, {.maxPages = {}, .busyTimeoutMs = 2000, .access = Access::Read});
        if (library)
            readEverything(**library, report.findings);
        else
            report.findings.append(library.error().detail);
    }
    report.findings.removeDuplicates();
    if (!report.findings.isEmpty())
        report.newestGood = newestGoodSnapshot(path);
    return report;
}

base::Result<void> exportJson(const QString &path, const std::function<bool(const QByteArray &)> &write)
{
    const auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    const auto look = lookAt(path, steps->back().version);
    if (!look)
        return look.error();
    if (!look->isThere)
        return base::Error{.code = base::ErrorCode::NotFound, .path = path, .detail = {}};
    const auto connection = Connection::open(path, look->isImmutable ? Connection::Mode::Immutable : Connection::Mode::ReadOnly, 2000);
    if (!connection)
        return connection.error();
    if (const auto begun = (*connection)->execute(QStringLiteral("BEGIN")); !begun) // one state, whatever is written meanwhile
        return begun;
    const base::Error refused{.code = base::ErrorCode::WriteFailed, .path = {}, .detail = {}};
    if (!write("{\n  \"format\": \"variorum-library\",\n  \"schema\": " + QByteArray::number(look->schema) + ",\n  \"tables\": {"))
        return refused;
    bool isFirst = true;
    for (const char *table : kTables) {
        const auto exists = (*connection)->single(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"), {QLatin1String(table)});
        if (!exists)
            return exists.error();
        if (exists->toInt() == 0)
            continue; // an older schema
        if (!write((isFirst ? QByteArray("\n    \"") : QByteArray(",\n    \"")) + table + "\": ["))
            return refused;
        isFirst = false;
        if (const auto done = exportTable(**connection, QLatin1String(table), write); !done)
            return done;
        if (!write("]"))
            return refused;
    }
    return write("\n  }\n}\n") ? base::Result<void>() : base::Result<void>(refused);
}

} // namespace variorum::library
