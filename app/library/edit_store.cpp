#include "library/edit_store.h"

#include "library/stored_forms.h"

namespace variorum::library {

namespace {

constexpr char kRemove[] = "DELETE FROM article_edit WHERE article_id = ?";
constexpr char kAdd[] = "INSERT INTO article_edit (article_id, outlet, title, authors, published) VALUES (?, ?, ?, ?, ?)";

constexpr char kRemoveCharset[] = "DELETE FROM file_edit WHERE file_id = ?";
constexpr char kAddCharset[] = "INSERT INTO file_edit (file_id, charset) VALUES (?, ?)";

constexpr char kEdit[] = "SELECT json_object('outlet', outlet, 'title', title, 'authors', authors, 'published', published) FROM article_edit WHERE article_id = ?";
constexpr char kCharset[] = "SELECT json_object('charset', charset) FROM file_edit WHERE file_id = ?";
constexpr char kPutEdit[] = "INSERT INTO article_edit (article_id, outlet, title, authors, published) "
                            "SELECT ? AS id, row ->> 'outlet', row ->> 'title', row ->> 'authors', row ->> 'published' FROM (SELECT ? AS row)";
constexpr char kPutCharset[] = "INSERT INTO file_edit (file_id, charset) VALUES (?, ? ->> 'charset')";

base::Result<std::optional<QString>> oneText(Query &query)
{
    if (query.next())
        return query.optionalText();
    if (const auto end = query.end(); !end)
        return end.error();
    return std::optional<QString>();
}

} // namespace

base::Result<std::optional<QString>> EditStore::storedEdit(base::ArticleId article) const
{
    Query query(m_connection, kEdit);
    const auto run = query.run(article.value);
    return run ? oneText(query) : base::Result<std::optional<QString>>(run.error());
}

base::Result<std::optional<QString>> EditStore::storedCharset(qint64 fileId) const
{
    Query query(m_connection, kCharset);
    const auto run = query.run(fileId);
    return run ? oneText(query) : base::Result<std::optional<QString>>(run.error());
}

base::Result<void> EditStore::putEdit(base::ArticleId article, const std::optional<QString> &stored)
{
    if (const auto removed = Query(m_connection, kRemove).run(article.value); !removed)
        return removed;
    return stored ? Query(m_connection, kPutEdit).run(article.value, *stored) : base::Result<void>();
}

base::Result<void> EditStore::putCharset(qint64 fileId, const std::optional<QString> &stored)
{
    if (const auto removed = Query(m_connection, kRemoveCharset).run(fileId); !removed)
        return removed;
    return stored ? Query(m_connection, kPutCharset).run(fileId, *stored) : base::Result<void>();
}

base::Result<void> EditStore::replaceCharset(qint64 fileId, const QString &charset)
{
    if (const auto removed = Query(m_connection, kRemoveCharset).run(fileId); !removed)
        return removed;
    if (charset.isEmpty())
        return {};
    return Query(m_connection, kAddCharset).run(fileId, charset);
}

base::Result<void> EditStore::replace(base::ArticleId article, const ArticleEdit &edit)
{
    if (const auto removed = Query(m_connection, kRemove).run(article.value); !removed)
        return removed;
    if (edit == ArticleEdit{})
        return {};
    const std::optional<QString> authors = edit.authors ? std::optional(storedList(*edit.authors)) : std::nullopt;
    return Query(m_connection, kAdd).run(article.value, edit.outlet, edit.title, authors, storedDate(edit.published));
}

} // namespace variorum::library
