#include "library/article_store.h"

#include "library/stored_forms.h"
#include "model/names.h"

#include <algorithm>

namespace variorum::library {

namespace {

#define VARIORUM_NEWEST_ARTICLES                                                                                                                             \
    "SELECT article.id, folder.path, file.path, part, file.state = 'present' AND in_file, version, "                                                         \
    "media_type, charset, read.sha256, read.title, read.outlet, read.authors, agencies, read.published, published_basis, updated, dateline, url, language, " \
    "metadata_sources, text, blocks, captions, corrections, outcome, problems, member, edit.outlet, edit.title, edit.authors, edit.published "               \
    "FROM article JOIN file ON file.id = file_id JOIN folder ON folder.id = folder_id "                                                                      \
    "JOIN article_version AS read ON read.article_id = article.id AND version = (SELECT max(version) FROM article_version WHERE article_id = article.id) "   \
    "LEFT JOIN article_edit AS edit ON edit.article_id = article.id "
constexpr char kInFolder[] = VARIORUM_NEWEST_ARTICLES "WHERE folder.path = ?";
constexpr char kNewest[] = VARIORUM_NEWEST_ARTICLES "WHERE article.id = ?";
#undef VARIORUM_NEWEST_ARTICLES

constexpr char kNewestVersionId[] = "SELECT id FROM article_version WHERE article_id = ? ORDER BY version DESC LIMIT 1";
constexpr char kNewestVersion[] = "SELECT read.id, coalesce(edit.title, read.title, ''), text FROM article_version AS read "
                                  "LEFT JOIN article_edit AS edit ON edit.article_id = read.article_id WHERE read.article_id = ? ORDER BY version DESC LIMIT 1";
constexpr char kInFile[] = "SELECT article.id, part, in_file, coalesce(version, 0), coalesce(outcome = 'not-read', 0) FROM article "
                           "LEFT JOIN article_version ON article_id = article.id AND version = (SELECT max(version) FROM article_version WHERE article_id = article.id) "
                           "WHERE file_id = ? ORDER BY part";
constexpr char kAdd[] = "INSERT INTO article (file_id, part, in_file) VALUES (?, ?, 1)";
constexpr char kSetInFile[] = "UPDATE article SET in_file = ? WHERE id = ?";
constexpr char kAddVersion[] = "INSERT INTO article_version (article_id, version, media_type, charset, sha256, title, outlet, authors, agencies, published, published_utc, "
                               "published_basis, updated, updated_utc, dateline, url, language, metadata_sources, text, blocks, captions, corrections, outcome, problems, member) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kRemoveAnalyses[] = "DELETE FROM analysis WHERE version_id IN (SELECT id FROM article_version WHERE article_id = ?)";
constexpr char kRemoveVersion[] = "DELETE FROM article_version WHERE article_id = ? AND version = ?";

/// Takes a stored value; when it cannot have been written by this program, notes that the library is damaged.
class Reader {
public:
    template<typename Value, typename Target>
    void take(std::optional<Value> value, Target &target)
    {
        if (value)
            target = std::move(*value);
        else
            m_isWhole = false;
    }
    void takeDate(const std::optional<QString> &stored, std::optional<model::NewsDate> &target)
    {
        if (stored)
            take(model::NewsDate::fromIsoString(*stored), target);
    }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    bool m_isWhole = true;
};

void takeArticle(Query &query, model::Article &article, Reader &reader)
{
    article.mediaType = query.text();
    article.charset = query.optionalText();
    article.sha256 = query.bytes();
    article.title = query.optionalText();
    article.outlet = query.optionalText();
    reader.take(listFromStored(query.text()), article.authors);
    reader.take(listFromStored(query.text()), article.agencies);
    reader.takeDate(query.optionalText(), article.published);
    if (const auto basis = query.optionalText())
        reader.take(model::fromName<model::DateBasis>(*basis), article.publishedBasis);
    reader.takeDate(query.optionalText(), article.updated);
    article.dateline = query.optionalText();
    article.url = query.optionalText();
    article.language = query.optionalText();
    reader.take(sourcesFromStored(query.text()), article.metadataSources);
    article.text = query.text();
    std::optional<std::vector<model::TextBlock>> blocks = blocksFromStored(query.text());
    if (blocks && !areConsistent(*blocks, article.text.size()))
        blocks.reset();
    reader.take(std::move(blocks), article.blocks);
    reader.take(listFromStored(query.text()), article.captions);
    reader.take(listFromStored(query.text()), article.corrections);
    reader.take(model::fromName<model::ReadOutcome>(query.text()), article.outcome);
    reader.take(problemsFromStored(query.text()), article.problems);
    article.member = query.text();
}

std::optional<StoredArticle> storedArticle(Query &query)
{
    StoredArticle stored;
    Reader reader;
    stored.id = base::ArticleId{query.integer()};
    stored.folder = query.text();
    stored.asRead.path = query.text();
    stored.asRead.part = static_cast<int>(query.integer());
    stored.state = query.boolean() ? ArticleState::Present : ArticleState::Missing;
    stored.version = static_cast<int>(query.integer());
    takeArticle(query, stored.asRead, reader);
    stored.edit.outlet = query.optionalText();
    stored.edit.title = query.optionalText();
    if (const auto authors = query.optionalText())
        reader.take(listFromStored(*authors), stored.edit.authors);
    reader.takeDate(query.optionalText(), stored.edit.published);
    return reader.isWhole() ? std::optional(stored) : std::nullopt;
}

} // namespace

base::Result<std::vector<StoredArticle>> ArticleStore::inFolder(const QString &folder) const
{
    Query query(m_connection, kInFolder);
    if (const auto run = query.run(folder); !run)
        return run.error();
    std::vector<StoredArticle> articles;
    while (query.next()) {
        std::optional<StoredArticle> article = storedArticle(query);
        if (!article)
            return m_connection.damaged(QStringLiteral("article_version"));
        articles.push_back(std::move(*article));
    }
    if (const auto end = query.end(); !end)
        return end.error();
    // Here and not in SQL, whose order is by code point: the order of the file list is by code unit.
    std::ranges::sort(articles, [](const StoredArticle &one, const StoredArticle &other) {
        const int order = one.asRead.path.compare(other.asRead.path);
        return order != 0 ? order < 0 : one.asRead.part < other.asRead.part;
    });
    return articles;
}

base::Result<std::optional<StoredArticle>> ArticleStore::newest(base::ArticleId id) const
{
    Query query(m_connection, kNewest);
    if (const auto run = query.run(id.value); !run)
        return run.error();
    if (query.next()) {
        std::optional<StoredArticle> article = storedArticle(query);
        if (!article)
            return m_connection.damaged(QStringLiteral("article_version"));
        return article;
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return std::optional<StoredArticle>();
}

base::Result<std::optional<qint64>> ArticleStore::newestVersionId(base::ArticleId id) const
{
    Query query(m_connection, kNewestVersionId);
    if (const auto run = query.run(id.value); !run)
        return run.error();
    if (query.next())
        return std::optional(query.integer());
    if (const auto end = query.end(); !end)
        return end.error();
    return std::optional<qint64>();
}

base::Result<std::optional<NewestVersion>> ArticleStore::newestVersion(base::ArticleId id) const
{
    Query query(m_connection, kNewestVersion);
    if (const auto run = query.run(id.value); !run)
        return run.error();
    if (query.next()) {
        NewestVersion newest;
        newest.id = query.integer();
        newest.sizes.title = query.text().size(); // in UTF-16 units, which SQL cannot count
        newest.sizes.text = query.text().size();
        return std::optional(newest);
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return std::optional<NewestVersion>();
}

base::Result<std::vector<ArticleRow>> ArticleStore::inFile(qint64 fileId) const
{
    Query query(m_connection, kInFile);
    if (const auto run = query.run(fileId); !run)
        return run.error();
    std::vector<ArticleRow> rows;
    while (query.next()) {
        ArticleRow row;
        row.id = base::ArticleId{query.integer()};
        row.part = static_cast<int>(query.integer());
        row.isInFile = query.boolean();
        row.version = static_cast<int>(query.integer());
        row.notRead = query.boolean();
        rows.push_back(row);
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return rows;
}

base::Result<base::ArticleId> ArticleStore::add(qint64 fileId, int part)
{
    Query query(m_connection, kAdd);
    if (const auto run = query.run(fileId, part); !run)
        return run.error();
    return base::ArticleId{query.insertedId()};
}

base::Result<void> ArticleStore::setInFile(base::ArticleId id, bool inFile)
{
    return Query(m_connection, kSetInFile).run(inFile, id.value);
}

base::Result<void> ArticleStore::addVersion(base::ArticleId id, int version, const model::Article &article)
{
    // Facts are of the newest version only.
    if (const auto removed = Query(m_connection, kRemoveAnalyses).run(id.value); !removed)
        return removed;
    const std::optional<QString> basis = article.publishedBasis ? std::optional(model::nameOf(*article.publishedBasis)) : std::nullopt;
    return Query(m_connection, kAddVersion)
        .run(id.value, version, article.mediaType, article.charset, article.sha256, article.title, article.outlet, storedList(article.authors), storedList(article.agencies),
             storedDate(article.published), storedUtc(article.published), basis, storedDate(article.updated), storedUtc(article.updated), article.dateline, article.url,
             article.language, storedSources(article.metadataSources), article.text, storedBlocks(article.blocks), storedList(article.captions),
             storedList(article.corrections), model::nameOf(article.outcome), storedProblems(article.problems), article.member);
}

base::Result<void> ArticleStore::removeVersion(base::ArticleId id, int version)
{
    if (const auto removed = Query(m_connection, kRemoveAnalyses).run(id.value); !removed)
        return removed;
    return Query(m_connection, kRemoveVersion).run(id.value, version);
}

} // namespace variorum::library
