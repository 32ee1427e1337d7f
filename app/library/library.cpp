#include "library/library.h"

#include "library/library_file.h"
#include "library/library_lock.h"
#include "library/schema.h"
#include "library/sqlite_only.h"
#include "library/stores.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

namespace variorum::library {

namespace {

const QString kInMemory = QStringLiteral(":memory:");
constexpr int kArticlesIndexedTogether = 64; // some 50 ms

base::Error unknownArticle(base::ArticleId article)
{
    return {.code = base::ErrorCode::NotFound, .path = {}, .detail = QStringLiteral("article %1").arg(article.value)};
}

bool isNotRead(const model::Article &part) { return part.outcome == model::ReadOutcome::NotRead; }

/// What the file's row is to say after the reading.
KnownFile knownFrom(const FileReading &reading)
{
    KnownFile known{.path = reading.path, .sha256 = {}, .byteSize = reading.stamp.byteSize, .modifiedMs = reading.stamp.modifiedMs, .notRead = false, .engine = reading.engine, .charset = {}, .isPresent = true};
    if (!reading.parts.empty())
        known.sha256 = reading.parts.front().sha256;
    // What holds no article will hold none the next time either, as long as it is the same.
    known.notRead = std::ranges::any_of(reading.parts, [](const model::Article &part) { return isNotRead(part) && !model::isPassedOver(part); });
    return known;
}

base::Result<void> prepareForWriting(Connection &connection, bool isFile, const std::vector<SchemaStep> &steps, const LibraryOptions &options)
{
    if (options.maxPages) {
        if (const auto limited = connection.single(QStringLiteral("PRAGMA max_page_count = %1").arg(*options.maxPages)); !limited)
            return limited.error();
    }
    if (const auto migrated = migrate(connection, steps); !migrated)
        return migrated;
    if (isFile) {
        if (const auto mode = connection.single(QStringLiteral("PRAGMA journal_mode = WAL")); !mode)
            return mode.error();
        // Each article is a transaction that touches the same last pages of many tables: kept in memory, and put from the -wal
        // file into the library less often, they are written fewer times.
        for (const char *pragma : {"PRAGMA cache_size = -16384", "PRAGMA wal_autocheckpoint = 4000"}) {
            if (const auto set = connection.single(QLatin1String(pragma)); !set)
                return set.error();
        }
    }
    return connection.setDurability(Durability::Lasting);
}

/// The library as it is, for reading; one of an older schema as a copy in memory that is brought up to date.
base::Result<std::unique_ptr<Connection>> openForReading(const QString &path, const FileLook &look, const std::vector<SchemaStep> &steps, const LibraryOptions &options)
{
    auto connection = Connection::open(path, look.isImmutable ? Connection::Mode::Immutable : Connection::Mode::ReadOnly, options.busyTimeoutMs);
    if (!connection || look.schema == steps.back().version)
        return connection;
    auto memory = Connection::open(kInMemory, Connection::Mode::ReadWrite, 0);
    if (!memory)
        return memory;
    if (const auto copied = copyInto(**connection, **memory); !copied)
        return copied.error();
    if (const auto migrated = migrate(**memory, steps); !migrated)
        return migrated.error();
    return memory;
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

Library::~Library()
{
    if (m_stores->marked > 0)
        (void)m_stores->indexPending(); // or else at the next opening
}

base::Result<std::unique_ptr<Library>> Library::open(const QString &path, const LibraryOptions &options)
{
    const auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    if (path == kInMemory)
        return openForWriting(path, false, nullptr, options);
    if (path == defaultLibraryPath())
        QDir().mkpath(QFileInfo(path).path()); // where it fails, lookAt() says why
    const auto look = lookAt(path, steps->back().version);
    if (!look)
        return look.error();
    if (!look->isThere && options.access == Access::Read)
        return base::Error{.code = base::ErrorCode::NotFound, .path = path, .detail = {}};
    base::Error why{.code = base::ErrorCode::LibraryReadOnly, .path = path, .detail = {}};
    if (look->isWritable && options.access != Access::Read) {
        auto lock = lockLibrary(path);
        if (lock)
            return openForWriting(path, look->isThere, std::move(*lock), options);
        why = lock.error();
    }
    if (options.access == Access::Write || !look->isThere)
        return why;
    auto connection = openForReading(path, *look, *steps, options);
    if (!connection)
        return connection.error();
    (*connection)->refuseWriting(why);
    auto stores = std::make_unique<Stores>(std::move(*connection));
    stores->path = path;
    return std::unique_ptr<Library>(new Library(std::move(stores))); // private constructor
}

base::Result<std::unique_ptr<Library>> Library::openForWriting(const QString &path, bool wasThere, std::unique_ptr<QLockFile> lock, const LibraryOptions &options)
{
    const bool isFile = path != kInMemory;
    const auto steps = schemaSteps();
    if (!steps)
        return steps.error();
    auto connection = Connection::open(path, Connection::Mode::ReadWrite, options.busyTimeoutMs);
    if (!connection)
        return connection.error();
    if (const auto ready = prepareForWriting(**connection, isFile, *steps, options); !ready) {
        connection.value().reset();
        if (isFile && !wasThere && QFileInfo(path).size() == 0)
            QFile::remove(path); // leave nothing of the attempt
        return ready.error();
    }
    auto stores = std::make_unique<Stores>(std::move(*connection));
    stores->path = path;
    stores->lock = std::move(lock);
    if (const auto indexed = stores->indexPending(); !indexed)
        return indexed.error();
    return std::unique_ptr<Library>(new Library(std::move(stores))); // private constructor
}

QString Library::path() const { return m_stores->path; }
std::optional<base::Error> Library::whyReadOnly() const { return m_stores->connection->refusal(); }

/// Takes in what is marked, so many articles a transaction.
base::Result<void> Library::Stores::indexPending()
{
    marked = 0;
    while (true) {
        const auto pending = search.countPending();
        if (!pending)
            return pending.error();
        if (*pending == 0)
            return {};
        const auto done = inTransaction(Durability::Remakeable, [this] { return search.indexPending(kArticlesIndexedTogether); });
        if (!done)
            return done;
    }
}

/// Once enough has come together. What fails stays marked, and is no failure of what was just stored.
void Library::Stores::indexSome()
{
    if (marked >= kArticlesIndexedTogether)
        (void)indexPending();
}

base::Result<std::vector<KnownFile>> Library::knownFiles(const QString &folder) const
{
    const auto rows = m_stores->files.files(folder);
    if (!rows)
        return rows.error();
    std::vector<KnownFile> files;
    files.reserve(rows->size());
    for (const FileRow &row : *rows) {
        files.push_back(row.file);
        files.back().isPresent = row.isPresent;
    }
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

base::Result<std::vector<std::pair<base::ArticleId, FactsKey>>> Library::storedFactsKeys(const QString &folder) const
{
    return m_stores->facts.keys(folder);
}

base::Result<StoredFile> Library::storeFile(const QString &folder, const FileReading &reading)
{
    auto stored = m_stores->inTransaction(Durability::Remakeable, [&] { return m_stores->storeReading(folder, reading); });
    m_stores->indexSome();
    return stored;
}

base::Result<StoredFile> Library::Stores::storeReading(const QString &folder, const FileReading &reading)
{
    const auto folderId = files.addFolder(folder);
    if (!folderId)
        return folderId.error();
    auto known = files.file(*folderId, reading.path);
    if (!known)
        return known.error();
    KnownFile now = knownFrom(reading);
    if (*known && now.notRead && now.sha256.isEmpty())
        now.sha256 = (*known)->file.sha256; // could not even be opened: of what was read of it last
    QString nameBefore;
    if (!*known) {
        known = adopted(*folderId, now);
        if (!known)
            return known.error();
        if (*known)
            nameBefore = (*known)->file.path;
    }
    const auto fileId = *known ? base::Result<qint64>((*known)->id) : files.add(*folderId, now);
    if (!fileId)
        return fileId.error();
    if (*known) {
        if (const auto updated = files.update(*fileId, now); !updated)
            return updated.error();
    }
    auto stored = storeParts(*fileId, !*known, reading);
    if (stored && !nameBefore.isEmpty()) {
        stored->change = StoredFile::Change::Renamed;
        stored->nameBefore = nameBefore;
    }
    return stored;
}

/// A file that is gone and had these bytes gets the new name, and keeps its articles and all work on them.
base::Result<std::optional<FileRow>> Library::Stores::adopted(qint64 folderId, const KnownFile &now)
{
    if (now.sha256.isEmpty())
        return std::optional<FileRow>();
    auto gone = files.missingWith(now.sha256, folderId);
    if (!gone || !*gone)
        return gone;
    if (const auto moved = files.move((*gone)->id, folderId, now.path); !moved)
        return moved.error();
    return gone;
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
    if (row.version == 0)
        return addVersion(row.id, 1, part);
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
    return addVersion(row.id, row.notRead ? row.version : row.version + 1, part);
}

/// True, unless it fails.
base::Result<bool> Library::Stores::addVersion(base::ArticleId id, int version, const model::Article &part)
{
    if (const auto added = articles.addVersion(id, version, part); !added)
        return added.error();
    ++marked;
    if (version > 1) { // there are statements of the one before
        if (const auto marks = search.markStatements(id); !marks)
            return marks.error();
    }
    const auto marks = search.markArticle(id);
    return marks ? base::Result<bool>(true) : base::Result<bool>(marks.error());
}

base::Result<PresenceChange> Library::markPresent(const QString &folder, const QStringList &presentPaths)
{
    return m_stores->inTransaction(Durability::Remakeable, [&]() -> base::Result<PresenceChange> {
        const auto folderId = m_stores->files.addFolder(folder);
        if (!folderId)
            return folderId.error();
        if (const auto touched = m_stores->files.touchFolder(*folderId); !touched)
            return touched.error();
        return m_stores->files.setPresentOnly(folder, presentPaths);
    });
}

base::Result<void> Library::markGone(const QString &folder)
{
    return m_stores->inTransaction(Durability::Remakeable, [&]() -> base::Result<void> {
        const auto marked = m_stores->files.setPresentOnly(folder, {});
        return marked ? base::Result<void>() : base::Result<void>(marked.error());
    });
}

base::Result<void> Library::storeUnchanged(const QString &folder, const QString &path, const FileStamp &stamp)
{
    return m_stores->inTransaction(Durability::Remakeable, [&] { return m_stores->files.setStamp(folder, path, stamp); });
}

base::Result<void> Library::storeFacts(base::ArticleId article, const FactsKey &key, const model::Facts &facts)
{
    const auto stored = m_stores->inTransaction(Durability::Remakeable, [&]() -> base::Result<void> {
        const auto version = m_stores->articles.newestVersionId(article);
        if (!version)
            return version.error();
        if (!*version)
            return unknownArticle(article);
        if (const auto replaced = m_stores->facts.replace(**version, key, facts); !replaced)
            return replaced;
        ++m_stores->marked;
        return m_stores->search.markStatements(article);
    });
    m_stores->indexSome();
    return stored;
}

base::Result<void> Library::storeComparison(const QString &folder, const model::Comparison &comparison)
{
    if (const auto indexed = m_stores->indexPending(); !indexed) // the findings hang on its rows
        return indexed;
    return m_stores->inTransaction(Durability::Remakeable, [&]() -> base::Result<void> {
        const auto folderId = m_stores->files.addFolder(folder);
        if (!folderId)
            return folderId.error();
        const auto stored = m_stores->comparisons.replace(*folderId, comparison);
        return stored ? m_stores->search.indexFindings(*stored) : base::Result<void>(stored.error());
    });
}

base::Result<int> Library::claimCount(const QString &folder) const { return m_stores->comparisons.claimCount(folder); }
base::Result<std::vector<ClaimSource>> Library::claimSources(const QString &folder, base::ClaimId claim) const { return m_stores->comparisons.sources(folder, claim); }

base::Result<std::vector<SearchHit>> Library::search(const SearchQuery &query, int most) const
{
    if (m_stores->marked > 0)
        (void)m_stores->indexPending(); // found or not: what is there is searched
    return m_stores->search.search(query, most);
}

QString defaultLibraryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/variorum/library.vrm");
}

} // namespace variorum::library
