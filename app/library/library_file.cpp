// The file format: https://www.sqlite.org/fileformat2.html#the_database_header, 100 bytes, big-endian.
//
//     0  16  "SQLite format 3\0"         28  4  size in pages
//    16   2  page size (1: 65536)        60  4  user_version: our schema's number
//                                        68  4  application_id: "VRM1"
//
// A library is born in rollback mode and only then set to WAL, so application_id and a schema number are in the file
// itself from its first commit on, also where the newest state is still in the -wal file.

#include "library/library_file.h"

#include "library/connection.h"
#include "library/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace variorum::library {

namespace {

constexpr qsizetype kHeaderBytes = 100;
// Up to here the whole file is checked at opening (about 0.1 s); beyond, only what is looked at anyway.
constexpr qint64 kMostBytesToCheck = 32LL * 1024 * 1024;
constexpr qint64 kMostBytesToCheckAfterCrash = 512LL * 1024 * 1024;

struct Header {
    qint64 pageBytes = 0;
    qint64 pages = 0;
    quint32 schema = 0;
    quint32 applicationId = 0;
};

base::Error failure(base::ErrorCode code, const QString &path, const QString &detail = {})
{
    return {.code = code, .path = path, .detail = detail};
}

std::optional<Header> headerOf(const QByteArray &bytes)
{
    constexpr QByteArrayView kMagic("SQLite format 3\0", 16);
    if (bytes.size() < kHeaderBytes || QByteArrayView(bytes).first(16) != kMagic)
        return std::nullopt;
    const auto number = [&bytes](qsizetype at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    const qint64 pageBytes = qFromBigEndian<quint16>(bytes.constData() + 16);
    return Header{.pageBytes = pageBytes == 1 ? 65536 : pageBytes, .pages = number(28), .schema = number(60), .applicationId = number(68)};
}

Connection::Mode readingMode(const FileLook &look) { return look.isImmutable ? Connection::Mode::Immutable : Connection::Mode::ReadOnly; }

/// Which library the connection sees; nothing where its schema is older.
std::optional<QString> identityOf(Connection &connection)
{
    const auto uuid = connection.single(QStringLiteral("SELECT uuid FROM identity"));
    return uuid && uuid->isValid() ? std::optional(uuid->toString()) : std::nullopt;
}

/// A -wal of another library would be played into this one, as far as its pages reach.
bool hasForeignWal(const QString &path, Connection &withWal)
{
    const auto alone = Connection::open(path, Connection::Mode::Immutable, 0);
    if (!alone)
        return false;
    const std::optional<QString> own = identityOf(**alone);
    const std::optional<QString> played = identityOf(withWal);
    return own && played && own != played;
}

base::Result<void> checkContent(const QString &path, qint64 bytes, qint64 walBytes, int newestSchema, FileLook &look)
{
    const auto connection = Connection::open(path, readingMode(look), 2000);
    if (!connection)
        return connection.error();
    const auto version = (*connection)->single(QStringLiteral("PRAGMA user_version")); // as the -wal file has it
    if (!version)
        return version.error();
    look.schema = version->toInt();
    if (look.schema > newestSchema)
        return failure(base::ErrorCode::LibraryNewer, path, QStringLiteral("schema %1").arg(look.schema));
    const auto strange = strangeObjects(**connection, look.schema);
    if (!strange)
        return strange.error();
    if (!strange->isEmpty())
        return failure(base::ErrorCode::LibraryDamaged, path, QStringLiteral("not of this program: %1").arg(strange->join(QStringLiteral(", "))));
    if (walBytes > 0 && hasForeignWal(path, **connection))
        return failure(base::ErrorCode::LibraryDamaged, path, QStringLiteral("the -wal file beside it is another library's"));
    const bool checksAll = bytes <= kMostBytesToCheck || (walBytes > 0 && bytes <= kMostBytesToCheckAfterCrash);
    const auto found = (*connection)->single(checksAll ? QStringLiteral("PRAGMA quick_check(1)") : QStringLiteral("SELECT 'ok' FROM sqlite_master"));
    if (!found)
        return found.error();
    if (found->toString() != QLatin1String("ok"))
        return failure(base::ErrorCode::LibraryDamaged, path, found->toString());
    return {};
}

base::Result<FileLook> nothingYet(const QFileInfo &info)
{
    const QFileInfo folder(info.path());
    if (!folder.isDir())
        return failure(base::ErrorCode::NotFound, folder.filePath());
    if (!folder.isWritable())
        return failure(base::ErrorCode::WriteFailed, info.filePath(), QStringLiteral("its folder cannot be written to"));
    return FileLook{.isThere = false, .isWritable = true, .isImmutable = false, .schema = 0};
}

/// Lets SQLite take back what a program that was killed while it made the library had begun: its journal may be rolled back
/// by a writer alone, and until then nobody can read.
bool rollsBack(const QString &path)
{
    const auto connection = Connection::open(path, Connection::Mode::ReadWrite, 2000);
    if (!connection)
        return false;
    Query query(**connection, "SELECT count(*) FROM sqlite_master");
    return query.run() && query.next();
}

struct SchemaObject {
    QString type;
    QString name;
    QString sql;

    bool operator==(const SchemaObject &other) const { return std::tie(type, name, sql) == std::tie(other.type, other.name, other.sql); }
    bool operator<(const SchemaObject &other) const { return std::tie(type, name, sql) < std::tie(other.type, other.name, other.sql); }
};

/// Without comments and with single spaces: what the words of a schema say.
QString plainSql(const QString &sql)
{
    QString plain;
    for (const QString &line : sql.split(u'\n'))
        plain += line.left(line.indexOf(QLatin1String("--"))) + u' ';
    return plain.simplified();
}

base::Result<std::vector<SchemaObject>> schemaObjects(Connection &connection)
{
    Query query(connection, "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name");
    if (const auto run = query.run(); !run)
        return run.error();
    std::vector<SchemaObject> objects;
    while (query.next()) {
        SchemaObject object;
        object.type = query.text();
        object.name = query.text();
        const QString sql = query.text();
        // FTS5's own tables are as its version makes them.
        object.sql = object.name.startsWith(QLatin1String("search_words_")) ? QString() : plainSql(sql);
        objects.push_back(std::move(object));
    }
    if (const auto end = query.end(); !end)
        return end.error();
    std::sort(objects.begin(), objects.end());
    return objects;
}

} // namespace

base::Result<QStringList> strangeObjects(Connection &connection, int schema)
{
    auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    std::erase_if(*steps, [schema](const SchemaStep &step) { return step.version > schema; });
    const auto model = Connection::open(QStringLiteral(":memory:"), Connection::Mode::ReadWrite, 0);
    if (!model)
        return model.error();
    if (!steps->empty()) {
        if (const auto migrated = migrate(**model, *steps); !migrated)
            return migrated.error();
    }
    const auto expected = schemaObjects(**model);
    if (!expected)
        return expected.error();
    const auto there = schemaObjects(connection);
    if (!there)
        return there.error();
    std::vector<SchemaObject> differing;
    std::set_symmetric_difference(there->begin(), there->end(), expected->begin(), expected->end(), std::back_inserter(differing));
    QStringList names;
    for (const SchemaObject &object : differing)
        names.append(object.type + u' ' + object.name);
    names.removeDuplicates();
    return names;
}

namespace {

base::Result<FileLook> lookAtAsItIs(const QString &path, int newestSchema)
{
    const QFileInfo info(path);
    if (!info.exists())
        return nothingYet(info);
    if (!info.isFile())
        return failure(base::ErrorCode::NotALibrary, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(base::ErrorCode::PermissionDenied, path, file.errorString());
    if (file.size() == 0)
        return nothingYet(info);
    const std::optional<Header> header = headerOf(file.read(kHeaderBytes));
    if (!header || header->applicationId != static_cast<quint32>(kApplicationId))
        return failure(base::ErrorCode::NotALibrary, path);
    if (header->schema > static_cast<quint32>(newestSchema))
        return failure(base::ErrorCode::LibraryNewer, path, QStringLiteral("schema %1").arg(header->schema));
    const qint64 walBytes = QFileInfo(path + QStringLiteral("-wal")).size();
    if (walBytes == 0 && file.size() < header->pages * header->pageBytes)
        return failure(base::ErrorCode::LibraryDamaged, path, QStringLiteral("shorter than its header says"));
    const qint64 bytes = file.size();
    file.close();
    FileLook look;
    look.isThere = true;
    const bool folderIsWritable = QFileInfo(info.path()).isWritable();
    look.isWritable = info.isWritable() && folderIsWritable;
    look.isImmutable = !folderIsWritable && walBytes == 0;
    auto checked = checkContent(path, bytes, walBytes, newestSchema, look);
    if (!checked && checked.error().code == base::ErrorCode::LibraryReadOnly && look.isWritable && rollsBack(path))
        checked = checkContent(path, QFileInfo(path).size(), QFileInfo(path + QStringLiteral("-wal")).size(), newestSchema, look);
    if (!checked) {
        // What began as a library and is now unreadable to SQLite is a damaged one.
        const base::Error &error = checked.error();
        if (error.code == base::ErrorCode::WriteFailed && !folderIsWritable)
            return failure(base::ErrorCode::LibraryReadOnly, path, error.detail); // what is in its -wal cannot be had
        const bool broken = error.code == base::ErrorCode::NotALibrary || error.code == base::ErrorCode::Internal;
        return broken ? failure(base::ErrorCode::LibraryDamaged, path, error.detail) : error;
    }
    return look;
}

/// What a program left that was killed while it made the library or brought it up to date: a journal beside one of ours, which
/// may be in any state, and is whole again once the journal is played back.
bool hasJournal(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path + QStringLiteral("-journal")).size() <= 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const std::optional<Header> header = headerOf(file.read(kHeaderBytes));
    return header && header->applicationId == static_cast<quint32>(kApplicationId);
}

} // namespace

base::Result<FileLook> lookAt(const QString &path, int newestSchema)
{
    const QFileInfo info(path);
    if (hasJournal(path) && info.isWritable() && QFileInfo(info.path()).isWritable())
        (void)rollsBack(path); // what it could not do is told by the look
    return lookAtAsItIs(path, newestSchema);
}

} // namespace variorum::library
