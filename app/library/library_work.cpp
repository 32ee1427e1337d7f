// The person's own work. Each action writes its rows and, in the same transaction, what they were and became into the
// journal; undo and redo write these back. So the work after undoing everything is, byte for byte, what it was.

#include "library/stores.h"

#include <algorithm>

namespace variorum::library {

namespace {

const QString kWork = QStringLiteral("work");
const QString kArticleEdit = QStringLiteral("article-edit");
const QString kFileEdit = QStringLiteral("file-edit");

base::Error unknownArticle(base::ArticleId article)
{
    return {.code = base::ErrorCode::NotFound, .path = {}, .detail = QStringLiteral("article %1").arg(article.value)};
}

std::optional<QString> storedOf(const std::optional<model::WorkItem> &item)
{
    return item ? std::optional(storedItem(*item)) : std::nullopt;
}

std::optional<QString> labelOf(const std::optional<JournalStep> &step)
{
    return step ? std::optional(step->label) : std::nullopt;
}

} // namespace

base::Result<std::vector<StoredWork>> Library::work() const { return m_stores->work.all(); }

base::Result<std::vector<ArticleKey>> Library::articleKeys(const QString &folder) const { return m_stores->work.keysInFolder(folder); }

base::Result<std::vector<qint64>> Library::doWork(const QString &label, const std::vector<WorkChange> &changes)
{
    return m_stores->inTransaction(Durability::Lasting, [&]() -> base::Result<std::vector<qint64>> {
        std::vector<qint64> ids;
        std::vector<JournalChange> journal;
        for (const WorkChange &change : changes) {
            if (change.item && !isSound(*change.item))
                return base::Error{.code = base::ErrorCode::Usage, .path = model::nameOf(change.item->kind), .detail = {}};
            const auto id = change.id ? base::Result<qint64>(*change.id) : m_stores->work.freeId();
            if (!id)
                return id.error();
            const auto before = m_stores->work.item(*id);
            if (!before)
                return before.error();
            if (change.id && !*before)
                return base::Error{.code = base::ErrorCode::NotFound, .path = {}, .detail = QStringLiteral("work %1").arg(*id)};
            std::optional<model::WorkItem> after = change.item;
            if (after && !after->made.isValid())
                after->made = QDateTime::currentDateTimeUtc();
            if (const auto put = m_stores->putWork(*id, after); !put)
                return put.error();
            journal.push_back({.subject = kWork, .row = *id, .before = storedOf(*before), .after = storedOf(after)});
            ids.push_back(*id);
        }
        if (const auto recorded = m_stores->journal.record(label, journal); !recorded)
            return recorded.error();
        return ids;
    });
}

base::Result<void> Library::Stores::putWork(qint64 id, const std::optional<model::WorkItem> &item)
{
    if (const auto put = work.put(id, item); !put)
        return put;
    const bool isNote = item && item->kind == model::WorkKind::Note;
    return search.indexNote(id, isNote ? item->value : QString());
}

/// Makes a row be as it was before the change, or after it.
base::Result<void> Library::Stores::put(const JournalChange &change, bool isUndo)
{
    const std::optional<QString> &stored = isUndo ? change.before : change.after;
    if (change.subject == kArticleEdit) {
        if (const auto done = edits.putEdit(base::ArticleId{change.row}, stored); !done)
            return done;
        ++marked;
        return search.markArticle(base::ArticleId{change.row});
    }
    if (change.subject == kFileEdit) {
        if (const auto done = edits.putCharset(change.row, stored); !done)
            return done;
        return files.setUnread(change.row);
    }
    const auto item = stored ? itemFromStored(*stored) : std::nullopt;
    if (stored && !item)
        return connection->damaged(QStringLiteral("action_change"));
    return putWork(change.row, item);
}

base::Result<std::optional<QString>> Library::Stores::goBackOrOn(bool isUndo)
{
    return inTransaction(Durability::Lasting, [&]() -> base::Result<std::optional<QString>> {
        const auto step = isUndo ? journal.nextToUndo() : journal.nextToRedo();
        if (!step)
            return step.error();
        if (!*step)
            return std::optional<QString>();
        auto changes = journal.changes((*step)->id);
        if (!changes)
            return changes.error();
        if (isUndo)
            std::ranges::reverse(*changes);
        for (const JournalChange &change : *changes) {
            if (const auto done = put(change, isUndo); !done)
                return done.error();
        }
        if (const auto set = journal.setUndone((*step)->id, isUndo); !set)
            return set.error();
        return labelOf(*step);
    });
}

base::Result<std::optional<QString>> Library::undo() { return m_stores->goBackOrOn(true); }
base::Result<std::optional<QString>> Library::redo() { return m_stores->goBackOrOn(false); }

base::Result<std::optional<QString>> Library::undoLabel() const
{
    const auto step = m_stores->journal.nextToUndo();
    return step ? base::Result<std::optional<QString>>(labelOf(*step)) : base::Result<std::optional<QString>>(step.error());
}

base::Result<std::optional<QString>> Library::redoLabel() const
{
    const auto step = m_stores->journal.nextToRedo();
    return step ? base::Result<std::optional<QString>>(labelOf(*step)) : base::Result<std::optional<QString>>(step.error());
}

base::Result<model::Anchor> Library::anchorOf(base::ArticleId article, const model::TextPlace &place) const
{
    const auto keys = m_stores->work.keys(article);
    if (!keys)
        return keys.error();
    const auto stored = m_stores->articles.newest(article);
    if (!stored)
        return stored.error();
    if (keys->empty() || !*stored)
        return unknownArticle(article);
    model::Anchor anchor{.sha256 = keys->front().sha256, .part = keys->front().part, .field = place.field, .text = {}, .occurrence = 0, .side = 0};
    if (place.span.isEmpty())
        return anchor;
    const model::Article edited = withEdits(**stored);
    const QString &text = model::textOf(edited, place.field);
    if (place.span.end > text.size())
        return base::Error{.code = base::ErrorCode::NotFound, .path = {}, .detail = QStringLiteral("beyond the text")};
    anchor.text = text.mid(place.span.begin, place.span.length());
    for (qsizetype at = text.indexOf(anchor.text); at >= 0 && at < place.span.begin; at = text.indexOf(anchor.text, at + 1))
        ++anchor.occurrence;
    return anchor;
}

base::Result<void> Library::storeEdit(base::ArticleId article, const ArticleEdit &edit)
{
    return m_stores->inTransaction(Durability::Lasting, [&]() -> base::Result<void> {
        const auto version = m_stores->articles.newestVersionId(article);
        if (!version)
            return version.error();
        if (!*version)
            return unknownArticle(article);
        const auto before = m_stores->edits.storedEdit(article);
        if (!before)
            return before.error();
        if (const auto stored = m_stores->edits.replace(article, edit); !stored)
            return stored;
        const auto after = m_stores->edits.storedEdit(article);
        if (!after)
            return after.error();
        if (*before == *after)
            return {};
        ++m_stores->marked;
        if (const auto marks = m_stores->search.markArticle(article); !marks)
            return marks;
        return m_stores->journal.record(QStringLiteral("edit"), {{.subject = kArticleEdit, .row = article.value, .before = *before, .after = *after}});
    });
}

base::Result<void> Library::storeCharset(base::ArticleId article, const QString &charset)
{
    return m_stores->inTransaction(Durability::Lasting, [&]() -> base::Result<void> {
        const auto file = m_stores->files.fileOf(article);
        if (!file)
            return file.error();
        if (!*file)
            return unknownArticle(article);
        const auto before = m_stores->edits.storedCharset(**file);
        if (!before)
            return before.error();
        if (const auto stored = m_stores->edits.replaceCharset(**file, charset); !stored)
            return stored;
        if (const auto marked = m_stores->files.setUnread(**file); !marked)
            return marked;
        const auto after = m_stores->edits.storedCharset(**file);
        if (!after)
            return after.error();
        if (*before == *after)
            return {};
        return m_stores->journal.record(QStringLiteral("encoding"), {{.subject = kFileEdit, .row = **file, .before = *before, .after = *after}});
    });
}

} // namespace variorum::library
