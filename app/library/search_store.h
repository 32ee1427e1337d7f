#pragma once

#include "library/connection.h"
#include "library/search_query.h"

namespace variorum::library {

/// Tables search_row, search_words (FTS5, written from here: an untrusted schema lets no trigger write it), search_article,
/// search_value, search_finding and search_pending. What an article consists of comes into the index some articles at a time:
/// FTS5 makes a piece of index of each transaction and merges them later, which for one article each costs more than all the rest.
class SearchStore {
public:
    explicit SearchStore(Connection &connection)
        : m_connection(connection)
    {
    }

    // search_index.cpp

    [[nodiscard]] base::Result<void> markArticle(base::ArticleId id); ///< its newest version or the person's edit is another
    [[nodiscard]] base::Result<void> markStatements(base::ArticleId id); ///< its facts are others, or gone
    [[nodiscard]] base::Result<int> countPending() const; ///< marks
    [[nodiscard]] base::Result<void> indexPending(int most); ///< at most so many articles
    [[nodiscard]] base::Result<void> indexNote(qint64 work, const QString &words); ///< empty: no note any more
    [[nodiscard]] base::Result<void> indexFindings(qint64 comparison); ///< one just stored; nothing is pending

    // search_store.cpp

    /// The best first, where there are few enough to be ranked; else the newest.
    [[nodiscard]] base::Result<std::vector<SearchHit>> search(const SearchQuery &query, int most) const;

private:
    [[nodiscard]] base::Result<void> add(const char *subject, std::optional<qint64> article, qint64 number, const QString &title, const QString &text);
    [[nodiscard]] base::Result<void> remove(std::optional<qint64> article, const char *subject, std::optional<qint64> number);
    [[nodiscard]] base::Result<void> indexArticle(base::ArticleId id);
    [[nodiscard]] base::Result<void> indexStatements(base::ArticleId id);

    Connection &m_connection;
};

} // namespace variorum::library
