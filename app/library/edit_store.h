#pragma once

#include "library/connection.h"
#include "library/library.h"

namespace variorum::library {

/// Table article_edit: what a person put right. Read together with the article (ArticleStore).
class EditStore {
public:
    explicit EditStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// An edit without any field is none.
    [[nodiscard]] base::Result<void> replace(base::ArticleId article, const ArticleEdit &edit);

private:
    Connection &m_connection;
};

} // namespace variorum::library
