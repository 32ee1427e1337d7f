#pragma once

#include "library/connection.h"
#include "library/library.h"

namespace variorum::library {

/// Tables article_edit and file_edit: what a person put right. Read together with the article (ArticleStore) and the
/// file (FileStore).
class EditStore {
public:
    explicit EditStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// An edit without any field is none.
    [[nodiscard]] base::Result<void> replace(base::ArticleId article, const ArticleEdit &edit);

    /// An empty charset is no choice. `fileId` is a row of table file.
    [[nodiscard]] base::Result<void> replaceCharset(qint64 fileId, const QString &charset);

    // For the journal: the rows as JSON; absent where there is none.
    [[nodiscard]] base::Result<std::optional<QString>> storedEdit(base::ArticleId article) const;
    [[nodiscard]] base::Result<std::optional<QString>> storedCharset(qint64 fileId) const;
    [[nodiscard]] base::Result<void> putEdit(base::ArticleId article, const std::optional<QString> &stored);
    [[nodiscard]] base::Result<void> putCharset(qint64 fileId, const std::optional<QString> &stored);

private:
    Connection &m_connection;
};

} // namespace variorum::library
