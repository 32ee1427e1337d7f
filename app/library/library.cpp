#include "library/library.h"

#include "library/article_store.h"
#include "library/connection.h"
#include "library/edit_store.h"
#include "library/facts_store.h"
#include "library/file_store.h"
#include "library/library_file.h"
#include "library/schema.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

namespace variorum::library {

struct Library::Stores {
    explicit Stores(std::unique_ptr<Connection> opened)
        : connection(std::move(opened))
        , files(*connection)
        , articles(*connection)
        , facts(*connection)
        , edits(*connection)
    {
    }

    [[nodiscard]] base::Result<StoredFile> storeParts(qint64 fileId, bool isNew, const FileReading &reading);
    [[nodiscard]] base::Result<bool> storePart(const ArticleRow &row, const model::Article &part, bool sameBytes);

    std::unique_ptr<Connection> connection;
    FileStore files;
    ArticleStore articles;
    FactsStore facts;
    EditStore edits;
};

namespace {

const QString kInMemory = QStringLiteral(":memory:");

base::Error unknownArticle(base::ArticleId article)
{
    return {.code = base::ErrorCode::NotFound, .path = {}, .detail = QStringLiteral("article %1").arg(article.value)};
}

bool isNotRead(const model::Article &part) { return part.outcome == model::ReadOutcome::NotRead; }

/// What the file's row is to say after the reading.
KnownFile knownFrom(const FileReading &reading)
{
    KnownFile known{.path = reading.path, .sha256 = {}, .byteSize = reading.stamp.byteSize, .modifiedMs = reading.stamp.modifiedMs, .notRead = false, .engine = reading.engine, .charset = {}};
    if (!reading.parts.empty())
        known.sha256 = reading.parts.front().sha256;
    // What holds no article will hold none the next time either, as long as it is the same.
    known.notRead = std::ranges::any_of(reading.parts, [](const model::Article &part) { return isNotRead(part) && !model::isPassedOver(part); });
    return known;
}

base::Result<void> prepareForWriting(Connection &connection, bool isFile, const LibraryOptions &options)
{
    const auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    if (options.maxPages) {
        if (const auto limited = connection.single(QStringLiteral("PRAGMA max_page_count = %1").arg(*options.maxPages)); !limited)
            return limited.error();
    }
    if (const auto migrated = migrate(connection, *steps); !migrated)
        return migrated;
    if (isFile) {
        if (const auto mode = connection.single(QStringLiteral("PRAGMA journal_mode = WAL")); !mode)
            return mode.error();
    }
    return connection.setDurability(Durability::Lasting);
}

} // namespace

model::Article withEdits(const StoredArticle &stored)
{
    model::Article article = stored.asRead;
    article.id = stored.id;
    if (stored.edit.outlet)
        article.outlet = stored.edit.outlet;
    if (stored.edit.title)
        article.title = stored.edit.title;
    if (stored.edit.authors)
        article.authors = *stored.edit.authors;
    if (stored.edit.published) {
        article.published = stored.edit.published;
        article.publishedBasis = model::DateBasis::Stated;
    }
    return article;
}

Library::Library(std::unique_ptr<Stores> stores)
    : m_stores(std::move(stores))
{
}

Library::~Library() = default;

base::Result<std::unique_ptr<Library>> Library::open(const QString &path, const LibraryOptions &options)
{
    const bool isFile = path != kInMemory;
    const auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    bool wasThere = false;
    if (isFile) {
        if (path == defaultLibraryPath())
            QDir().mkpath(QFileInfo(path).path()); // where it fails, isUsable() says why
        const auto usable = isUsable(path, steps->back().version);
        if (!usable)
            return usable.error();
        wasThere = *usable;
    }
    auto connection = Connection::open(path, Connection::Mode::ReadWrite, options.busyTimeoutMs);
    if (!connection)
        return connection.error();
    if (const auto ready = prepareForWriting(**connection, isFile, options); !ready) {
        connection.value().reset();
        if (isFile && !wasThere && QFileInfo(path).size() == 0)
            QFile::remove(path); // leave nothing of the attempt
        return ready.error();
    }
    return std::unique_ptr<Library>(new Library(std::make_unique<Stores>(std::move(*connection)))); // private constructor
}

QString Library::path() const { return m_stores->connection->path(); }

base::Result<std::vector<KnownFile>> Library::knownFiles(const QString &folder) const
{
    const auto rows = m_stores->files.files(folder);
    if (!rows)
        return rows.error();
    std::vector<KnownFile> files;
    files.reserve(rows->size());
    for (const FileRow &row : *rows)
        files.push_back(row.file);
    return files;
}

base::Result<std::vector<StoredArticle>> Library::articles(const QString &folder) const
{
    return m_stores->articles.inFolder(folder);
}

base::Result<StoredArticle> Library::article(base::ArticleId id) const
{
    auto found = m_stores->articles.newest(id);
    if (!found)
        return found.error();
    if (!*found)
        return unknownArticle(id);
    return std::move(**found);
}

base::Result<QStringList> Library::folders() const { return m_stores->files.folders(); }

base::Result<std::optional<model::Facts>> Library::facts(base::ArticleId article, const FactsKey &key) const
{
    const auto version = m_stores->articles.newestVersion(article);
    if (!version)
        return version.error();
    if (!*version)
        return std::optional<model::Facts>();
    return m_stores->facts.facts((*version)->id, key, (*version)->sizes);
}

base::Result<StoredFile> Library::storeFile(const QString &folder, const FileReading &reading)
{
    auto transaction = Transaction::begin(*m_stores->connection, Durability::Remakeable);
    if (!transaction)
        return transaction.error();
    const auto folderId = m_stores->files.addFolder(folder);
    if (!folderId)
        return folderId.error();
    const auto known = m_stores->files.file(*folderId, reading.path);
    if (!known)
        return known.error();
    KnownFile now = knownFrom(reading);
    if (*known && now.notRead && now.sha256.isEmpty())
        now.sha256 = (*known)->file.sha256; // could not even be opened: of what was read of it last
    qint64 fileId = 0;
    if (*known) {
        fileId = (*known)->id;
        if (const auto updated = m_stores->files.update(fileId, now); !updated)
            return updated.error();
    } else {
        const auto added = m_stores->files.add(*folderId, now);
        if (!added)
            return added.error();
        fileId = *added;
    }
    auto stored = m_stores->storeParts(fileId, !*known, reading);
    if (!stored)
        return stored.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return stored;
}

base::Result<StoredFile> Library::Stores::storeParts(qint64 fileId, bool isNew, const FileReading &reading)
{
    auto rows = articles.inFile(fileId);
    if (!rows)
        return rows.error();
    StoredFile stored;
    bool changed = false;
    // Could not even be opened: what was read of it before stays as it is.
    const bool bytesUnknown = !reading.parts.empty() && std::ranges::all_of(reading.parts, [](const model::Article &part) { return isNotRead(part) && part.sha256.isEmpty(); });
    for (const model::Article &part : reading.parts) {
        auto row = std::ranges::find(*rows, part.part, &ArticleRow::part);
        if (row == rows->end()) {
            const auto added = articles.add(fileId, part.part);
            if (!added)
                return added.error();
            row = rows->insert(rows->end(), {.id = *added, .part = part.part, .isInFile = true, .version = 0, .notRead = false});
        }
        const auto partChanged = storePart(*row, part, bytesUnknown && row->version > 0 && !row->notRead);
        if (!partChanged)
            return partChanged.error();
        changed = changed || *partChanged;
        stored.articles.push_back(row->id);
        row->part = -1; // done
    }
    for (const ArticleRow &row : *rows) {
        if (row.part < 0 || !row.isInFile || bytesUnknown)
            continue;
        if (const auto set = articles.setInFile(row.id, false); !set)
            return set.error();
        changed = true;
    }
    if (changed)
        stored.change = isNew ? StoredFile::Change::Added : StoredFile::Change::Changed;
    return stored;
}

/// Says whether anything changed.
base::Result<bool> Library::Stores::storePart(const ArticleRow &row, const model::Article &part, bool keepsOld)
{
    if (!row.isInFile) {
        if (const auto set = articles.setInFile(row.id, true); !set)
            return set.error();
    }
    if (row.version == 0) {
        const auto added = articles.addVersion(row.id, 1, part);
        return added ? base::Result<bool>(true) : base::Result<bool>(added.error());
    }
    if (keepsOld)
        return !row.isInFile;
    const auto newest = articles.newest(row.id);
    if (!newest)
        return newest.error();
    model::Article comparable = part;
    comparable.id = (*newest)->asRead.id;
    if ((*newest)->asRead == comparable)
        return !row.isInFile;
    if (row.notRead) {
        if (const auto removed = articles.removeVersion(row.id, row.version); !removed)
            return removed.error();
    }
    const auto added = articles.addVersion(row.id, row.notRead ? row.version : row.version + 1, part);
    return added ? base::Result<bool>(true) : base::Result<bool>(added.error());
}

base::Result<PresenceChange> Library::markPresent(const QString &folder, const QStringList &presentPaths)
{
    auto transaction = Transaction::begin(*m_stores->connection, Durability::Remakeable);
    if (!transaction)
        return transaction.error();
    const auto folderId = m_stores->files.addFolder(folder);
    if (!folderId)
        return folderId.error();
    if (const auto touched = m_stores->files.touchFolder(*folderId); !touched)
        return touched.error();
    const auto rows = m_stores->files.files(folder);
    if (!rows)
        return rows.error();
    const QSet<QString> present(presentPaths.begin(), presentPaths.end());
    PresenceChange change;
    for (const FileRow &row : *rows) {
        const bool isPresent = present.contains(row.file.path);
        if (isPresent == row.isPresent)
            continue;
        if (const auto set = m_stores->files.setPresent(row.id, isPresent); !set)
            return set.error();
        ++(isPresent ? change.back : change.missing);
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return change;
}

base::Result<void> Library::storeFacts(base::ArticleId article, const FactsKey &key, const model::Facts &facts)
{
    auto transaction = Transaction::begin(*m_stores->connection, Durability::Remakeable);
    if (!transaction)
        return transaction.error();
    const auto version = m_stores->articles.newestVersionId(article);
    if (!version)
        return version.error();
    if (!*version)
        return unknownArticle(article);
    if (const auto stored = m_stores->facts.replace(**version, key, facts); !stored)
        return stored;
    return transaction->commit();
}

base::Result<void> Library::storeEdit(base::ArticleId article, const ArticleEdit &edit)
{
    auto transaction = Transaction::begin(*m_stores->connection, Durability::Lasting);
    if (!transaction)
        return transaction.error();
    const auto version = m_stores->articles.newestVersionId(article);
    if (!version)
        return version.error();
    if (!*version)
        return unknownArticle(article);
    if (const auto stored = m_stores->edits.replace(article, edit); !stored)
        return stored;
    return transaction->commit();
}

base::Result<void> Library::storeCharset(base::ArticleId article, const QString &charset)
{
    auto transaction = Transaction::begin(*m_stores->connection, Durability::Lasting);
    if (!transaction)
        return transaction.error();
    const auto file = m_stores->files.fileOf(article);
    if (!file)
        return file.error();
    if (!*file)
        return unknownArticle(article);
    if (const auto stored = m_stores->edits.replaceCharset(**file, charset); !stored)
        return stored;
    if (const auto marked = m_stores->files.setUnread(**file); !marked)
        return marked;
    return transaction->commit();
}

QString defaultLibraryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/variorum/library.vrm");
}

} // namespace variorum::library
