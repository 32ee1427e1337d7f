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

namespace variorum::library {

namespace {

constexpr qsizetype kHeaderBytes = 100;
// Up to here the whole file is checked at opening (about 0.1 s); beyond, only what is looked at anyway.
constexpr qint64 kMostBytesToCheck = 32LL * 1024 * 1024;

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

base::Result<void> checkContent(const QString &path, qint64 bytes, int newestSchema)
{
    const auto connection = Connection::open(path, Connection::Mode::ReadOnly, 2000);
    if (!connection)
        return connection.error();
    const auto version = (*connection)->single(QStringLiteral("PRAGMA user_version")); // as the -wal file has it
    if (!version)
        return version.error();
    if (version->toInt() > newestSchema)
        return failure(base::ErrorCode::LibraryNewer, path, QStringLiteral("schema %1").arg(version->toInt()));
    const QString look = bytes <= kMostBytesToCheck ? QStringLiteral("PRAGMA quick_check(1)") : QStringLiteral("SELECT 'ok' FROM sqlite_master");
    const auto found = (*connection)->single(look);
    if (!found)
        return found.error();
    if (found->toString() != QLatin1String("ok"))
        return failure(base::ErrorCode::LibraryDamaged, path, found->toString());
    return {};
}

base::Result<bool> nothingYet(const QFileInfo &info)
{
    const QFileInfo folder(info.path());
    if (!folder.isDir())
        return failure(base::ErrorCode::NotFound, folder.filePath());
    if (!folder.isWritable())
        return failure(base::ErrorCode::PermissionDenied, folder.filePath());
    return false;
}

} // namespace

base::Result<bool> isUsable(const QString &path, int newestSchema)
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
    const bool allInFile = QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    if (allInFile && file.size() < header->pages * header->pageBytes)
        return failure(base::ErrorCode::LibraryDamaged, path, QStringLiteral("shorter than its header says"));
    const qint64 bytes = file.size();
    file.close();
    if (!info.isWritable() || !QFileInfo(info.path()).isWritable())
        return failure(base::ErrorCode::LibraryReadOnly, path);
    if (const auto checked = checkContent(path, bytes, newestSchema); !checked) {
        // What began as a library and is now unreadable to SQLite is a damaged one.
        const base::Error &error = checked.error();
        const bool broken = error.code == base::ErrorCode::NotALibrary || error.code == base::ErrorCode::Internal;
        return broken ? failure(base::ErrorCode::LibraryDamaged, path, error.detail) : error;
    }
    return true;
}

} // namespace variorum::library
