#pragma once

#include "library/connection.h"
#include "library/search_query.h"

namespace variorum::library {

/// Tables search_row and search_words: FTS5, written from here (an untrusted schema lets no trigger write it).
class SearchStore {
public:
    explicit SearchStore(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] base::Result<void> indexArticle(base::ArticleId id); ///< its newest version, with the person's title
    [[nodiscard]] base::Result<void> indexStatements(base::ArticleId id, const std::vector<std::pair<qint64, QString>> &statements); ///< takes the place of those before
    [[nodiscard]] base::Result<void> removeStatements(base::ArticleId id);
    [[nodiscard]] base::Result<void> indexNote(qint64 work, const QString &words); ///< empty: no note any more
    [[nodiscard]] base::Result<int> countMissing() const; ///< articles that indexMissing() would take in
    /// What is not yet in the index, and should be (a library of an older schema); at most so many articles. Returns how many there were.
    [[nodiscard]] base::Result<int> indexMissing(int most);

    /// The best first, where there are few enough to be ranked; else the newest.
    [[nodiscard]] base::Result<std::vector<SearchHit>> search(const SearchQuery &query, int most) const;

private:
    [[nodiscard]] base::Result<void> add(const char *subject, std::optional<qint64> article, qint64 number, const QString &title, const QString &text);

    Connection &m_connection;
};

} // namespace variorum::library
