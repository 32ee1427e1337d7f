#pragma once

#include "library/connection.h"
#include "library/stored_work.h"

#include <vector>

namespace variorum::library {

/// Tables work and work_anchor.
class WorkStore {
public:
    explicit WorkStore(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] base::Result<std::vector<StoredWork>> all() const; ///< by id
    [[nodiscard]] base::Result<std::optional<model::WorkItem>> item(qint64 id) const;
    [[nodiscard]] base::Result<qint64> freeId() const;
    /// Makes the row be like that, or not be at all.
    [[nodiscard]] base::Result<void> put(qint64 id, const std::optional<model::WorkItem> &item);

    [[nodiscard]] base::Result<std::vector<ArticleKey>> keys(base::ArticleId article) const;
    [[nodiscard]] base::Result<std::vector<ArticleKey>> keysInFolder(const QString &folder) const;

private:
    [[nodiscard]] base::Result<std::vector<ArticleKey>> keysFrom(Query &query) const;

    Connection &m_connection;
};

/// For the journal, and back; nothing for what this program cannot have written.
[[nodiscard]] QString storedItem(const model::WorkItem &item);
[[nodiscard]] std::optional<model::WorkItem> itemFromStored(const QString &stored);

/// Can such an item be? (The schema's CHECKs say the same.)
[[nodiscard]] bool isSound(const model::WorkItem &item);

} // namespace variorum::library
