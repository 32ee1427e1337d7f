#pragma once

#include "library/connection.h"
#include "model/comparison.h"

namespace variorum::library {

/// Tables comparison, story, claim, claim_statement, divergence, divergent_value, evidence.
class ComparisonStore {
public:
    explicit ComparisonStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Takes the place of the folder's last. The articles have the library's ids.
    [[nodiscard]] base::Result<void> replace(qint64 folderId, const model::Comparison &comparison);

private:
    Connection &m_connection;
};

} // namespace variorum::library
