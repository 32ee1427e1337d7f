#include "library/work_store.h"

#include "model/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace variorum::library {

namespace {

using model::WorkKind;
using model::WorkTarget;

#define VARIORUM_WORK "SELECT id, kind, target, name, value, made, ordinal, side, sha256, part, field, text, occurrence FROM work LEFT JOIN work_anchor ON work_id = id "
constexpr char kAll[] = VARIORUM_WORK "ORDER BY id, ordinal";
constexpr char kOne[] = VARIORUM_WORK "WHERE id = ? ORDER BY ordinal";
#undef VARIORUM_WORK
// An id that an undone action still names must not be given away: it may come back.
constexpr char kFreeId[] = "SELECT 1 + max((SELECT coalesce(max(id), 0) FROM work), (SELECT coalesce(max(row_id), 0) FROM action_change WHERE subject = 'work'))";
constexpr char kRemove[] = "DELETE FROM work WHERE id = ?";
constexpr char kAdd[] = "INSERT INTO work (id, kind, target, name, value, made) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kAddAnchor[] = "INSERT INTO work_anchor (work_id, ordinal, side, sha256, part, field, text, occurrence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kKeys[] = "SELECT article.id, sha256, part FROM article JOIN article_version ON article_id = article.id WHERE article.id = ? AND length(sha256) = 32 ORDER BY version";
constexpr char kKeysInFolder[] = "SELECT article.id, read.sha256, part FROM folder JOIN file ON folder_id = folder.id JOIN article ON file_id = file.id JOIN article_version AS read ON article_id = article.id "
                                 "WHERE folder.path = ? AND length(read.sha256) = 32 ORDER BY article.id, version";

QString timeText(const QDateTime &time) { return time.toUTC().toString(Qt::ISODate); }

QDateTime timeFrom(const QString &text) { return QDateTime::fromString(text, Qt::ISODate).toUTC(); }

bool takeHead(const QString &kind, const QString &target, model::WorkItem &item)
{
    const auto itsKind = model::workKindFromName(kind);
    const auto itsTarget = model::workTargetFromName(target);
    if (!itsKind || !itsTarget)
        return false;
    item.kind = *itsKind;
    item.target = *itsTarget;
    return true;
}

/// The items of rows that come by id and ordinal; nothing where the library is damaged.
std::optional<std::vector<StoredWork>> itemsFrom(Query &query)
{
    std::vector<StoredWork> items;
    while (query.next()) {
        StoredWork stored;
        stored.id = query.integer();
        const QString kind = query.text();
        if (!takeHead(kind, query.text(), stored.item))
            return std::nullopt;
        stored.item.name = query.text();
        stored.item.value = query.text();
        stored.item.made = timeFrom(query.text());
        if (items.empty() || items.back().id != stored.id)
            items.push_back(std::move(stored));
        if (!query.optionalInteger())
            continue; // no anchor
        model::Anchor anchor;
        anchor.side = static_cast<int>(query.integer());
        anchor.sha256 = query.bytes();
        anchor.part = static_cast<int>(query.integer());
        anchor.field = model::fromName<model::TextField>(query.text()).value_or(model::TextField::Text);
        anchor.text = query.text();
        anchor.occurrence = static_cast<int>(query.integer());
        items.back().item.anchors.push_back(std::move(anchor));
    }
    return items;
}

} // namespace

base::Result<std::vector<StoredWork>> WorkStore::all() const
{
    Query query(m_connection, kAll);
    if (const auto run = query.run(); !run)
        return run.error();
    auto items = itemsFrom(query);
    if (!items)
        return m_connection.damaged(QStringLiteral("work"));
    if (const auto end = query.end(); !end)
        return end.error();
    return std::move(*items);
}

base::Result<std::optional<model::WorkItem>> WorkStore::item(qint64 id) const
{
    Query query(m_connection, kOne);
    if (const auto run = query.run(id); !run)
        return run.error();
    auto items = itemsFrom(query);
    if (!items)
        return m_connection.damaged(QStringLiteral("work"));
    if (const auto end = query.end(); !end)
        return end.error();
    return items->empty() ? std::optional<model::WorkItem>() : std::optional(std::move(items->front().item));
}

base::Result<qint64> WorkStore::freeId() const
{
    Query query(m_connection, kFreeId);
    if (const auto run = query.run(); !run)
        return run.error();
    if (query.next())
        return query.integer();
    const auto end = query.end();
    return end ? m_connection.damaged(QStringLiteral("work")) : end.error();
}

base::Result<void> WorkStore::put(qint64 id, const std::optional<model::WorkItem> &item)
{
    if (const auto removed = Query(m_connection, kRemove).run(id); !removed)
        return removed;
    if (!item)
        return {};
    if (const auto added = Query(m_connection, kAdd).run(id, model::nameOf(item->kind), model::nameOf(item->target), item->name, item->value, timeText(item->made)); !added)
        return added;
    qint64 ordinal = 0;
    Query add(m_connection, kAddAnchor);
    for (const model::Anchor &anchor : item->anchors) {
        if (const auto run = add.run(id, ordinal++, anchor.side, anchor.sha256, anchor.part, model::nameOf(anchor.field), anchor.text, anchor.occurrence); !run)
            return run;
    }
    return {};
}

base::Result<std::vector<ArticleKey>> WorkStore::keysFrom(Query &query) const
{
    std::vector<ArticleKey> keys;
    while (query.next()) {
        ArticleKey key;
        key.article = base::ArticleId{query.integer()};
        key.sha256 = query.bytes();
        key.part = static_cast<int>(query.integer());
        keys.push_back(std::move(key));
    }
    if (const auto end = query.end(); !end)
        return end.error();
    return keys;
}

base::Result<std::vector<ArticleKey>> WorkStore::keys(base::ArticleId article) const
{
    Query query(m_connection, kKeys);
    if (const auto run = query.run(article.value); !run)
        return run.error();
    return keysFrom(query);
}

base::Result<std::vector<ArticleKey>> WorkStore::keysInFolder(const QString &folder) const
{
    Query query(m_connection, kKeysInFolder);
    if (const auto run = query.run(folder); !run)
        return run.error();
    return keysFrom(query);
}

QString storedItem(const model::WorkItem &item)
{
    QJsonArray anchors;
    for (const model::Anchor &anchor : item.anchors)
        anchors.append(QJsonArray{anchor.side, QString::fromLatin1(anchor.sha256.toHex()), anchor.part, model::nameOf(anchor.field), anchor.text, anchor.occurrence});
    const QJsonObject object{{QStringLiteral("kind"), model::nameOf(item.kind)},
                             {QStringLiteral("target"), model::nameOf(item.target)},
                             {QStringLiteral("name"), item.name},
                             {QStringLiteral("value"), item.value},
                             {QStringLiteral("made"), timeText(item.made)},
                             {QStringLiteral("anchors"), anchors}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<model::WorkItem> itemFromStored(const QString &stored)
{
    const QJsonObject object = QJsonDocument::fromJson(stored.toUtf8()).object();
    model::WorkItem item;
    if (!takeHead(object.value(QStringLiteral("kind")).toString(), object.value(QStringLiteral("target")).toString(), item))
        return std::nullopt;
    item.name = object.value(QStringLiteral("name")).toString();
    item.value = object.value(QStringLiteral("value")).toString();
    item.made = timeFrom(object.value(QStringLiteral("made")).toString());
    for (const QJsonValue &value : object.value(QStringLiteral("anchors")).toArray()) {
        const QJsonArray row = value.toArray();
        const auto field = model::fromName<model::TextField>(row.at(3).toString());
        if (row.size() != 6 || !field)
            return std::nullopt;
        item.anchors.push_back({.sha256 = QByteArray::fromHex(row.at(1).toString().toLatin1()), .part = row.at(2).toInt(), .field = *field, .text = row.at(4).toString(), .occurrence = row.at(5).toInt(), .side = row.at(0).toInt()});
    }
    return item;
}

bool isSound(const model::WorkItem &item)
{
    const bool isOfLibrary = item.target == WorkTarget::Library;
    const bool isNamed = item.kind == WorkKind::Tag || item.kind == WorkKind::SavedSearch;
    const bool isOfClaims = item.kind == WorkKind::Join || item.kind == WorkKind::Split;
    const bool isOfDivergences = item.kind == WorkKind::Dismissal || item.kind == WorkKind::SameValue;
    const bool hasPlace = isOfLibrary == item.anchors.empty();
    return (item.kind == WorkKind::SavedSearch) == isOfLibrary && hasPlace && (!isNamed || !item.name.isEmpty()) && (!isOfClaims || item.target == WorkTarget::Claim)
        && (!isOfDivergences || item.target == WorkTarget::Divergence) && (item.kind != WorkKind::Verdict || model::verdictFromName(item.value))
        && (item.kind != WorkKind::SameValue || model::pairFromStored(item.value)) && std::ranges::all_of(item.anchors, [](const model::Anchor &anchor) {
               return anchor.sha256.size() == 32 && anchor.part >= 0 && anchor.occurrence >= 0 && (anchor.side == 0 || anchor.side == 1);
           });
}

} // namespace variorum::library
