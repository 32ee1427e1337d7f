#pragma once

#include "library/connection.h"
#include "library/facts_check.h"
#include "library/library.h"

namespace variorum::library {

/// A row of table article with its newest version's number and outcome.
struct ArticleRow {
    base::ArticleId id;
    int part = 0;
    bool isInFile = true;
    int version = 0; ///< 0: none yet
    bool notRead = false; ///< the newest version is a failed attempt
};

struct NewestVersion {
    qint64 id = 0;
    TextSizes sizes;
};

/// Tables article and article_version.
class ArticleStore {
public:
    explicit ArticleStore(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] base::Result<std::vector<StoredArticle>> inFolder(const QString &folder) const; ///< newest versions, by path and part
    [[nodiscard]] base::Result<std::optional<StoredArticle>> newest(base::ArticleId id) const;
    [[nodiscard]] base::Result<std::optional<qint64>> newestVersionId(base::ArticleId id) const;
    [[nodiscard]] base::Result<std::optional<NewestVersion>> newestVersion(base::ArticleId id) const;
    [[nodiscard]] base::Result<std::vector<ArticleRow>> inFile(qint64 fileId) const; ///< by part

    [[nodiscard]] base::Result<base::ArticleId> add(qint64 fileId, int part);
    [[nodiscard]] base::Result<void> setInFile(base::ArticleId id, bool inFile);
    [[nodiscard]] base::Result<void> addVersion(base::ArticleId id, int version, const model::Article &article);
    [[nodiscard]] base::Result<void> removeVersion(base::ArticleId id, int version);

private:
    Connection &m_connection;
};

} // namespace variorum::library
