#include "library/file_store.h"

#include <QSet>

namespace variorum::library {

namespace {

constexpr char kFolderId[] = "SELECT id FROM folder WHERE path = ?";
constexpr char kFolders[] = "SELECT path FROM folder WHERE path <> '' ORDER BY last_import DESC, id DESC";
constexpr char kFiles[] = "SELECT file.id, file.path, sha256, byte_size, modified_ms, not_read, engine, coalesce(charset, ''), state = 'present' FROM file "
                          "JOIN folder ON folder.id = folder_id LEFT JOIN file_edit ON file_id = file.id WHERE folder.path = ? ORDER BY file.path";
constexpr char kFile[] = "SELECT id, path, sha256, byte_size, modified_ms, not_read, engine, coalesce(charset, ''), state = 'present' FROM file LEFT JOIN file_edit ON file_id = id WHERE folder_id = ? AND path = ?";
constexpr char kMissingWith[] = "SELECT id, path, sha256, byte_size, modified_ms, not_read, engine, coalesce(charset, ''), 0 FROM file LEFT JOIN file_edit ON file_id = id "
                                "WHERE sha256 = ? AND state = 'missing' ORDER BY folder_id <> ?, id LIMIT 1";
constexpr char kMove[] = "UPDATE file SET folder_id = ?, path = ? WHERE id = ?";
constexpr char kSetStamp[] = "UPDATE file SET byte_size = ?, modified_ms = ?, state = 'present' WHERE path = ? AND folder_id = (SELECT id FROM folder WHERE path = ?)";
constexpr char kAddFolder[] = "INSERT INTO folder (path, last_import) VALUES (?, (SELECT coalesce(max(last_import), 0) + 1 FROM folder))";
constexpr char kTouchFolder[] = "UPDATE folder SET last_import = (SELECT max(last_import) + 1 FROM folder) WHERE id = ?";
constexpr char kAdd[] = "INSERT INTO file (folder_id, path, sha256, byte_size, modified_ms, not_read, engine, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'present')";
constexpr char kUpdate[] = "UPDATE file SET sha256 = ?, byte_size = ?, modified_ms = ?, not_read = ?, engine = ?, state = 'present' WHERE id = ?";
constexpr char kFileOf[] = "SELECT file_id FROM article WHERE id = ?";
constexpr char kSetUnread[] = "UPDATE file SET engine = '' WHERE id = ?";
constexpr char kSetPresent[] = "UPDATE file SET state = CASE WHEN ? THEN 'present' ELSE 'missing' END WHERE id = ?";

FileRow rowOf(Query &query)
{
    FileRow row;
    row.id = query.integer();
    row.file.path = query.text();
    row.file.sha256 = query.bytes();
    row.file.byteSize = query.integer();
    row.file.modifiedMs = query.integer();
    row.file.notRead = query.boolean();
    row.file.engine = query.text();
    row.file.charset = query.text();
    row.isPresent = query.boolean();
    return row;
}

base::Result<std::optional<FileRow>> oneRow(Query &query)
{
    if (query.next())
        return std::optional(rowOf(query));
    if (const auto end = query.end(); !end)
        return end.error();
    return std::optional<FileRow>();
}

base::Result<std::optional<qint64>> oneId(Query &query)
{
    if (query.next())
        return std::optional(query.integer());
    if (const auto end = query.end(); !end)
        return end.error();
    return std::optional<qint64>();
}

} // namespace

base::Result<std::optional<qint64>> FileStore::folderId(const QString &folder) const
{
    Query query(m_connection, kFolderId);
    if (const auto run = query.run(folder); !run)
        return run.error();
    return oneId(query);
}

base::Result<QStringList> FileStore::folders() const
{
    Query query(m_connection, kFolders);
    if (const auto run = query.run(); !run)
        return run.error();
    QStringList paths;
    while (query.next())
        paths.append(query.text());
    if (const auto end = query.end(); !end)
        return end.error();
    return paths;
}

base::Result<std::vector<FileRow>> FileStore::files(const QString &folder) const
{
    Query query(m_connection, kFiles);
    if (const auto run = query.run(folder); !run)
        return run.error();
    std::vector<FileRow> rows;
    while (query.next())
        rows.push_back(rowOf(query));
    if (const auto end = query.end(); !end)
        return end.error();
    return rows;
}

base::Result<std::optional<FileRow>> FileStore::file(qint64 folderId, const QString &path) const
{
    Query query(m_connection, kFile);
    const auto run = query.run(folderId, path);
    return run ? oneRow(query) : base::Result<std::optional<FileRow>>(run.error());
}

base::Result<std::optional<FileRow>> FileStore::missingWith(const QByteArray &sha256, qint64 folderId) const
{
    Query query(m_connection, kMissingWith);
    const auto run = query.run(sha256, folderId);
    return run ? oneRow(query) : base::Result<std::optional<FileRow>>(run.error());
}

base::Result<void> FileStore::move(qint64 fileId, qint64 folderId, const QString &path)
{
    return Query(m_connection, kMove).run(folderId, path, fileId);
}

base::Result<void> FileStore::setStamp(const QString &folder, const QString &path, const FileStamp &stamp)
{
    return Query(m_connection, kSetStamp).run(stamp.byteSize, stamp.modifiedMs, path, folder);
}

base::Result<PresenceChange> FileStore::setPresentOnly(const QString &folder, const QStringList &paths)
{
    const auto rows = files(folder);
    if (!rows)
        return rows.error();
    const QSet<QString> present(paths.begin(), paths.end());
    PresenceChange change;
    for (const FileRow &row : *rows) {
        const bool isPresent = present.contains(row.file.path);
        if (isPresent == row.isPresent)
            continue;
        if (const auto set = setPresent(row.id, isPresent); !set)
            return set.error();
        ++(isPresent ? change.back : change.missing);
    }
    return change;
}

base::Result<qint64> FileStore::addFolder(const QString &folder)
{
    const auto known = folderId(folder);
    if (!known)
        return known.error();
    if (*known)
        return **known;
    Query query(m_connection, kAddFolder);
    if (const auto run = query.run(folder); !run)
        return run.error();
    return query.insertedId();
}

base::Result<void> FileStore::touchFolder(qint64 folderId)
{
    return Query(m_connection, kTouchFolder).run(folderId);
}

base::Result<qint64> FileStore::add(qint64 folderId, const KnownFile &file)
{
    Query query(m_connection, kAdd);
    if (const auto run = query.run(folderId, file.path, file.sha256, file.byteSize, file.modifiedMs, file.notRead, file.engine); !run)
        return run.error();
    return query.insertedId();
}

base::Result<void> FileStore::update(qint64 fileId, const KnownFile &file)
{
    return Query(m_connection, kUpdate).run(file.sha256, file.byteSize, file.modifiedMs, file.notRead, file.engine, fileId);
}

base::Result<std::optional<qint64>> FileStore::fileOf(base::ArticleId article) const
{
    Query query(m_connection, kFileOf);
    if (const auto run = query.run(article.value); !run)
        return run.error();
    return oneId(query);
}

base::Result<void> FileStore::setUnread(qint64 fileId)
{
    return Query(m_connection, kSetUnread).run(fileId);
}

base::Result<void> FileStore::setPresent(qint64 fileId, bool present)
{
    return Query(m_connection, kSetPresent).run(present, fileId);
}

} // namespace variorum::library
