#pragma once

#include "library/article_store.h"
#include "library/comparison_store.h"
#include "library/connection.h"
#include "library/edit_store.h"
#include "library/facts_store.h"
#include "library/file_store.h"
#include "library/journal.h"
#include "library/library.h"
#include "library/search_store.h"
#include "library/work_store.h"

#include <QLockFile>

namespace variorum::library {

/// What a Library consists of; its functions lie in library.cpp (articles) and library_work.cpp (the person's work).
struct Library::Stores {
    explicit Stores(std::unique_ptr<Connection> opened)
        : connection(std::move(opened))
        , files(*connection)
        , articles(*connection)
        , facts(*connection)
        , edits(*connection)
        , journal(*connection)
        , work(*connection)
        , search(*connection)
        , comparisons(*connection)
    {
    }

    /// All of `action` or nothing of it.
    template<typename Action>
    [[nodiscard]] auto inTransaction(Durability durability, const Action &action) -> decltype(action())
    {
        auto transaction = Transaction::begin(*connection, durability);
        if (!transaction)
            return transaction.error();
        auto done = action();
        if (!done)
            return done;
        if (const auto committed = transaction->commit(); !committed)
            return committed.error();
        return done;
    }

    // library.cpp
    [[nodiscard]] base::Result<StoredFile> storeReading(const QString &folder, const FileReading &reading);
    [[nodiscard]] base::Result<std::optional<FileRow>> adopted(qint64 folderId, const KnownFile &now);
    [[nodiscard]] base::Result<StoredFile> storeParts(qint64 fileId, bool isNew, const FileReading &reading);
    [[nodiscard]] base::Result<bool> storePart(const ArticleRow &row, const model::Article &part, bool sameBytes);
    [[nodiscard]] base::Result<bool> addVersion(base::ArticleId id, int version, const model::Article &part);
    [[nodiscard]] base::Result<void> indexPending();
    void indexSome();

    // library_work.cpp
    [[nodiscard]] base::Result<void> put(const JournalChange &change, bool isUndo);
    [[nodiscard]] base::Result<void> putWork(qint64 id, const std::optional<model::WorkItem> &item);
    [[nodiscard]] base::Result<std::optional<QString>> goBackOrOn(bool isUndo);

    QString path;
    int marked = 0; ///< articles for the search index since it was brought up to date; may be more than there are
    std::unique_ptr<QLockFile> lock; ///< held while this process may write; null where it may not, and in memory
    std::unique_ptr<Connection> connection;
    FileStore files;
    ArticleStore articles;
    FactsStore facts;
    EditStore edits;
    Journal journal;
    WorkStore work;
    SearchStore search;
    ComparisonStore comparisons;
};

} // namespace variorum::library
