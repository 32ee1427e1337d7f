#pragma once

#include "library/connection.h"
#include "library/facts_check.h"
#include "library/library.h"
#include "library/string_pool.h"

namespace variorum::library {

/// Table analysis and the tables of what was found: entity, mention, time_mention, quantity_mention, quote,
/// statement, origin, slot.
class FactsStore {
public:
    explicit FactsStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Nothing where there is nothing, and where this program cannot have stored what there is for an article whose
    /// texts are of these sizes: made again and stored, it is whole.
    [[nodiscard]] base::Result<std::optional<model::Facts>> facts(qint64 versionId, const FactsKey &key, const TextSizes &sizes);
    [[nodiscard]] base::Result<std::vector<std::pair<base::ArticleId, FactsKey>>> keys(const QString &folder) const;
    [[nodiscard]] base::Result<void> replace(qint64 versionId, const FactsKey &key, const model::Facts &facts);

private:
    Connection &m_connection;
    StringPool m_pool;
};

} // namespace variorum::library
