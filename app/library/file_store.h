#pragma once

#include "library/connection.h"
#include "library/library.h"

namespace variorum::library {

/// A row of table file.
struct FileRow {
    qint64 id = 0;
    KnownFile file;
    bool isPresent = true;
};

/// Tables folder and file.
class FileStore {
public:
    explicit FileStore(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] base::Result<std::optional<qint64>> folderId(const QString &folder) const;
    [[nodiscard]] base::Result<QStringList> folders() const;
    [[nodiscard]] base::Result<std::vector<FileRow>> files(const QString &folder) const; ///< by path
    [[nodiscard]] base::Result<std::optional<FileRow>> file(qint64 folderId, const QString &path) const;

    /// The folder's row, made if it is not there.
    [[nodiscard]] base::Result<qint64> addFolder(const QString &folder);
    [[nodiscard]] base::Result<void> touchFolder(qint64 folderId); ///< imported last
    [[nodiscard]] base::Result<qint64> add(qint64 folderId, const KnownFile &file);
    [[nodiscard]] base::Result<void> update(qint64 fileId, const KnownFile &file); ///< present from now on
    [[nodiscard]] base::Result<std::optional<qint64>> fileOf(base::ArticleId article) const; ///< the id of its row
    [[nodiscard]] base::Result<void> setUnread(qint64 fileId); ///< no engine has read it as it is to be read now
    [[nodiscard]] base::Result<void> setPresent(qint64 fileId, bool present);
    /// Those of the folder that are named are Present, the others Missing.
    [[nodiscard]] base::Result<PresenceChange> setPresentOnly(const QString &folder, const QStringList &paths);
    [[nodiscard]] base::Result<void> setStamp(const QString &folder, const QString &path, const FileStamp &stamp); ///< and Present
    /// A Missing file with these bytes, one of this folder before others.
    [[nodiscard]] base::Result<std::optional<FileRow>> missingWith(const QByteArray &sha256, qint64 folderId) const;
    [[nodiscard]] base::Result<void> move(qint64 fileId, qint64 folderId, const QString &path);

private:
    Connection &m_connection;
};

} // namespace variorum::library
