#include "library/edit_store.h"

#include "library/stored_forms.h"

namespace variorum::library {

namespace {

constexpr char kRemove[] = "DELETE FROM article_edit WHERE article_id = ?";
constexpr char kAdd[] = "INSERT INTO article_edit (article_id, outlet, title, authors, published) VALUES (?, ?, ?, ?, ?)";

constexpr char kRemoveCharset[] = "DELETE FROM file_edit WHERE file_id = ?";
constexpr char kAddCharset[] = "INSERT INTO file_edit (file_id, charset) VALUES (?, ?)";

} // namespace

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
