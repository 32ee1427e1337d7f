#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/facts.h"

#include <QDateTime>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace variorum::library {

/// What a person put right by hand. Absent fields were left as read.
struct ArticleEdit {
    std::optional<QString> outlet;
    std::optional<QString> title;
    std::optional<QStringList> authors;
    std::optional<model::NewsDate> published;

    bool operator==(const ArticleEdit &) const = default;
};

enum class ArticleState { Present, Missing }; ///< Missing: its file was not there at the last import of its folder

/// One article as stored: its newest version.
struct StoredArticle {
    base::ArticleId id;
    QString folder; ///< native path of the opened folder, as shown
    int version = 1; ///< counts from 1; a changed file adds one
    ArticleState state = ArticleState::Present;
    model::Article asRead;
    ArticleEdit edit;

    bool operator==(const StoredArticle &) const = default;
};

/// asRead with the person's edits over it (date edits are Stated), and the library's id.
[[nodiscard]] model::Article withEdits(const StoredArticle &stored);

/// What is known of a file without reading it, to tell whether it must be read again.
struct KnownFile {
    QString path;
    QByteArray sha256;
    qint64 byteSize = 0;
    qint64 modifiedMs = 0;
    bool notRead = false; ///< the last attempt failed; try again

    bool operator==(const KnownFile &) const = default;
};

struct FileStamp {
    qint64 byteSize = 0;
    qint64 modifiedMs = 0;
};

/// A person's library: one SQLite file, through Qt Sql. The connection belongs to the thread that opened it; use
/// it from no other. Every write is one transaction. No SQL outside this folder.
class Library {
public:
    /// Opens or creates. Errors: NotALibrary, LibraryNewer, LibraryDamaged, LibraryReadOnly, LibraryBusy,
    /// PermissionDenied, DiskFull, WriteFailed; the file is then untouched.
    [[nodiscard]] static base::Result<std::unique_ptr<Library>> open(const QString &path);
    ~Library();
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    [[nodiscard]] QString path() const;

    [[nodiscard]] base::Result<std::vector<KnownFile>> knownFiles(const QString &folder) const;
    /// By path and part. Missing ones too.
    [[nodiscard]] base::Result<std::vector<StoredArticle>> articles(const QString &folder) const;
    /// The folders imported, latest first.
    [[nodiscard]] base::Result<QStringList> folders() const;
    /// Facts of the newest version, if stored by this engine version.
    [[nodiscard]] base::Result<std::optional<model::Facts>> facts(base::ArticleId article, const QString &engine) const;

    /// Stores all the articles of one file in one transaction. New path or part: a new article. Same sha256: only
    /// the stamp. Other bytes: a new version. Parts that are gone are marked Missing.
    [[nodiscard]] base::Result<std::vector<base::ArticleId>> storeFile(const QString &folder, const std::vector<model::Article> &parts, const FileStamp &stamp);
    /// Files of the folder that are not in `presentPaths` are marked Missing, the others Present.
    [[nodiscard]] base::Result<void> markPresent(const QString &folder, const QStringList &presentPaths);
    [[nodiscard]] base::Result<void> storeFacts(base::ArticleId article, const QString &engine, const model::Facts &facts);
    /// Replaces the whole edit; kept over re-import and new versions.
    [[nodiscard]] base::Result<void> storeEdit(base::ArticleId article, const ArticleEdit &edit);

private:
    struct Connection;
    explicit Library(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

/// Where a library lies when none is named: XDG_DATA_HOME/variorum/library.vrm.
[[nodiscard]] QString defaultLibraryPath();

} // namespace variorum::library
