#pragma once

#include "base/result.h"
#include "library/search_query.h"
#include "library/stored_work.h"
#include "model/article.h"
#include "model/comparison.h"
#include "model/facts.h"
#include "model/person_work.h"

#include <QDateTime>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

class QLockFile;

namespace variorum::library {

/// What a person put right by hand. Absent fields were left as read.
struct ArticleEdit {
    std::optional<QString> outlet;
    std::optional<QString> title;
    std::optional<QStringList> authors;
    std::optional<model::NewsDate> published;

    bool operator==(const ArticleEdit &) const = default;
};

enum class ArticleState { Present,
                          Missing }; ///< Missing: its file was not there at the last import of its folder

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
    QString engine; ///< the analysis version that read it; empty: to be read again
    QString charset; ///< IANA name of the encoding that the person chose; empty: none
    bool isPresent = true; ///< at the last import

    bool operator==(const KnownFile &) const = default;
};

struct FileStamp {
    qint64 byteSize = 0;
    qint64 modifiedMs = 0;
};

/// What one reading of one file gave.
struct FileReading {
    QString path; ///< as Article::path
    FileStamp stamp;
    QString engine; ///< the analysis version that read it
    std::vector<model::Article> parts; ///< part numbers ascend; empty: the file holds no article any more
};

/// What storing a reading did.
struct StoredFile {
    enum class Change { Unchanged,
                        Added,
                        Changed,
                        Renamed }; ///< its bytes lay under another name that is gone; its articles and all work on them came along
    Change change = Change::Unchanged;
    QString nameBefore; ///< of one renamed: folder and path
    std::vector<base::ArticleId> articles; ///< of the reading's parts, in their order
};

/// What markPresent() found: files that it had not known to be gone, and files that are back.
struct PresenceChange {
    int missing = 0;
    int back = 0;

    bool operator==(const PresenceChange &) const = default;
};

/// What facts were made with. Facts stored with another key are out of date.
struct FactsKey {
    QString engine;
    QByteArray input; ///< digest of everything that the analysis saw: text, title, date ...

    bool operator==(const FactsKey &) const = default;
};

/// Words of one article that a claim consists of, as the comparison stored last has them.
struct ClaimSource {
    base::ArticleId article;
    QString outlet; ///< with the person's edit; empty where it is not known
    QString title; ///< the same
    model::TextPlace place;
    QString text;

    bool operator==(const ClaimSource &) const = default;
};

/// Write: or fail. WriteElseRead: where another process or window writes, or the place cannot be written to, for reading
/// (Library::whyReadOnly()). Read: for reading.
enum class Access { Write,
                    WriteElseRead,
                    Read };

/// One change of the person's work: no id adds, no item removes, both replace.
struct WorkChange {
    std::optional<qint64> id;
    std::optional<model::WorkItem> item;
};

struct LibraryOptions {
    std::optional<int> maxPages; ///< the file may not grow beyond; then DiskFull. For quotas and tests
    int busyTimeoutMs = 2000; ///< how long to wait for another process's transaction
    Access access = Access::Write;
};

/// A person's library: one SQLite file, through Qt Sql. The connection belongs to the thread that opened it; use
/// it from no other. Every write is one transaction. No SQL outside this folder.
class Library {
public:
    /// Opens or creates; ":memory:" gives one that is gone with the object. A file is looked at read-only first.
    /// Errors: NotALibrary, LibraryNewer, LibraryDamaged, LibraryReadOnly, LibraryOpenElsewhere, LibraryBusy,
    /// PermissionDenied, NotFound, DiskFull, WriteFailed; a file that was there is then untouched. One process writes at a
    /// time (NAME.vrm.lock while it does). Before an older schema is brought up to date a copy is kept beside the
    /// file (NAME.schema-N.vrm); one that is only read is brought up to date in memory.
    [[nodiscard]] static base::Result<std::unique_ptr<Library>> open(const QString &path, const LibraryOptions &options = {});
    ~Library();
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    [[nodiscard]] QString path() const;
    /// Why every write fails, if it does: LibraryReadOnly or LibraryOpenElsewhere.
    [[nodiscard]] std::optional<base::Error> whyReadOnly() const;

    /// Missing ones too, by path.
    [[nodiscard]] base::Result<std::vector<KnownFile>> knownFiles(const QString &folder) const;
    /// By path and part. Missing ones too.
    [[nodiscard]] base::Result<std::vector<StoredArticle>> articles(const QString &folder) const;
    /// Error NotFound where the id is none of this library's.
    [[nodiscard]] base::Result<StoredArticle> article(base::ArticleId id) const;
    /// The folders imported, latest first; "" (files opened one by one) is not among them.
    [[nodiscard]] base::Result<QStringList> folders() const;
    /// Facts of the newest version, if stored with this key and whole: every span in its text, every id in range.
    [[nodiscard]] base::Result<std::optional<model::Facts>> facts(base::ArticleId article, const FactsKey &key) const;

    /// Of the folder's articles, what their stored facts were made with.
    [[nodiscard]] base::Result<std::vector<std::pair<base::ArticleId, FactsKey>>> storedFactsKeys(const QString &folder) const;

    /// Stores one file in one transaction. New path or part: a new article. The same article again: only the
    /// stamp. Other bytes, or another article read from the same bytes (by a newer engine): a new version, which takes
    /// the place of one that was NotRead. Parts that are gone are marked Missing. A file whose bytes could not
    /// be read at all (no sha256) keeps what was read of it before. A failure leaves the library as it was.
    [[nodiscard]] base::Result<StoredFile> storeFile(const QString &folder, const FileReading &reading);
    /// The file has the bytes that it had: only its stamp is kept.
    [[nodiscard]] base::Result<void> storeUnchanged(const QString &folder, const QString &path, const FileStamp &stamp);
    /// The folder is not there any more: its files are Missing, and may be found again elsewhere by their bytes.
    [[nodiscard]] base::Result<void> markGone(const QString &folder);
    /// Files of the folder that are not in `presentPaths` are marked Missing, the others Present. The folder counts
    /// as imported last.
    [[nodiscard]] base::Result<PresenceChange> markPresent(const QString &folder, const QStringList &presentPaths);
    /// For the newest version; replaces what was there.
    [[nodiscard]] base::Result<void> storeFacts(base::ArticleId article, const FactsKey &key, const model::Facts &facts);
    /// Replaces the whole edit; kept over re-import and new versions. On the disk when it returns.
    [[nodiscard]] base::Result<void> storeEdit(base::ArticleId article, const ArticleEdit &edit);

    /// The encoding that the file of an article is in, as the person says; empty: as its bytes tell again. Kept over
    /// re-import and new versions; the file counts as not yet read by any engine. On the disk when it returns.
    [[nodiscard]] base::Result<void> storeCharset(base::ArticleId article, const QString &charset);
    /// What comparing a folder found, for people who ask, for search and for export. The articles have this library's ids.
    [[nodiscard]] base::Result<void> storeComparison(const QString &folder, const model::Comparison &comparison);
    /// Of the comparison stored last; its claims are numbered from 1.
    [[nodiscard]] base::Result<int> claimCount(const QString &folder) const;
    [[nodiscard]] base::Result<std::vector<ClaimSource>> claimSources(const QString &folder, base::ClaimId claim) const;

    // The person's own work. Everything here and the edits above can be undone and done again, without limit and over
    // restarts; each is on the disk when it returns.

    [[nodiscard]] base::Result<std::vector<StoredWork>> work() const; ///< by id
    /// All changes as one action; returns the ids, in their order. `label` is shown with undo ("Tag").
    [[nodiscard]] base::Result<std::vector<qint64>> doWork(const QString &label, const std::vector<WorkChange> &changes);
    [[nodiscard]] base::Result<std::optional<QString>> undoLabel() const; ///< of what undo() would take back
    [[nodiscard]] base::Result<std::optional<QString>> redoLabel() const;
    [[nodiscard]] base::Result<std::optional<QString>> undo(); ///< the label; nothing where there is nothing to take back
    [[nodiscard]] base::Result<std::optional<QString>> redo();
    /// Names words of an article so that they are found again after everything was made anew; an empty span: all of it.
    [[nodiscard]] base::Result<model::Anchor> anchorOf(base::ArticleId article, const model::TextPlace &place) const;
    /// What anchors name the folder's articles by.
    [[nodiscard]] base::Result<std::vector<ArticleKey>> articleKeys(const QString &folder) const;

    [[nodiscard]] base::Result<std::vector<SearchHit>> search(const SearchQuery &query, int most = 200) const;

private:
    struct Stores;
    [[nodiscard]] static base::Result<std::unique_ptr<Library>> openForWriting(const QString &path, bool wasThere, std::unique_ptr<QLockFile> lock, const LibraryOptions &options);
    explicit Library(std::unique_ptr<Stores> stores);
    std::unique_ptr<Stores> m_stores;
};

/// Where a library lies when none is named: XDG_DATA_HOME/variorum/library.vrm.
[[nodiscard]] QString defaultLibraryPath();

} // namespace variorum::library
