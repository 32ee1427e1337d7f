#pragma once

#include "library/connection.h"
#include "library/library.h"
#include "model/comparison.h"

namespace variorum::library {

/// Tables comparison, story, claim, claim_statement, divergence, divergent_value, evidence.
class ComparisonStore {
public:
    explicit ComparisonStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Takes the place of the folder's last. The articles have the library's ids. Returns its id.
    [[nodiscard]] base::Result<qint64> replace(qint64 folderId, const model::Comparison &comparison);
    [[nodiscard]] base::Result<int> claimCount(const QString &folder) const;
    [[nodiscard]] base::Result<std::vector<ClaimSource>> sources(const QString &folder, base::ClaimId claim) const;

private:
    Connection &m_connection;
};

} // namespace variorum::library
