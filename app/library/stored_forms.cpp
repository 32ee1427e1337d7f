#include "library/stored_forms.h"

#include "model/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace variorum::library {

namespace {

constexpr auto kBlockKinds = std::to_array<const char *>({"paragraph", "heading", "list-item", "quote", "table-row"});

template<size_t count>
std::optional<size_t> placeIn(const std::array<const char *, count> &names, const QString &name)
{
    for (size_t place = 0; place < count; ++place) {
        if (name == QLatin1String(names.at(place)))
            return place;
    }
    return std::nullopt;
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<QJsonArray> arrayFrom(const QString &stored)
{
    const QJsonDocument document = QJsonDocument::fromJson(stored.toUtf8());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

/// Every member through `read`, which gives nothing for what it does not understand.
template<typename Value, typename Read>
std::optional<std::vector<Value>> readEach(const QString &stored, const Read &read)
{
    const std::optional<QJsonArray> array = arrayFrom(stored);
    if (!array)
        return std::nullopt;
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(array->size()));
    for (const QJsonValue &member : *array) {
        std::optional<Value> value = read(member.toArray());
        if (!value)
            return std::nullopt;
        values.push_back(std::move(*value));
    }
    return values;
}

base::TextSpan spanAt(const QJsonArray &row, int place)
{
    return {row.at(place).toInteger(), row.at(place + 1).toInteger()};
}

std::optional<base::ErrorCode> errorCodeFromName(const QString &name)
{
    for (int value = 0; value <= static_cast<int>(base::ErrorCode::Internal); ++value) {
        const auto code = static_cast<base::ErrorCode>(value);
        if (base::errorCodeName(code) == name)
            return code;
    }
    return std::nullopt;
}

} // namespace

QString storedList(const QStringList &list) { return list.isEmpty() ? QStringLiteral("[]") : compact(QJsonArray::fromStringList(list)); }

std::optional<QStringList> listFromStored(const QString &stored)
{
    if (stored == QLatin1String("[]"))
        return QStringList();
    const std::optional<QJsonArray> array = arrayFrom(stored);
    if (!array)
        return std::nullopt;
    QStringList list;
    list.reserve(array->size());
    for (const QJsonValue &member : *array)
        list.append(member.toString());
    return list;
}

QString storedBlocks(const std::vector<model::TextBlock> &blocks)
{
    QJsonArray array;
    for (const model::TextBlock &block : blocks)
        array.append(QJsonArray{QLatin1String(kBlockKinds.at(static_cast<size_t>(block.kind))), block.span.begin, block.span.end});
    return compact(array);
}

std::optional<std::vector<model::TextBlock>> blocksFromStored(const QString &stored)
{
    return readEach<model::TextBlock>(stored, [](const QJsonArray &row) -> std::optional<model::TextBlock> {
        const auto kind = placeIn(kBlockKinds, row.at(0).toString());
        if (!kind || row.size() != 3)
            return std::nullopt;
        return model::TextBlock{.kind = static_cast<model::BlockKind>(*kind), .span = spanAt(row, 1)};
    });
}

QString storedProblems(const std::vector<base::Error> &problems)
{
    QJsonArray array;
    for (const base::Error &problem : problems)
        array.append(QJsonArray{base::errorCodeName(problem.code), problem.path, problem.detail, problem.member, problem.isTotal});
    return compact(array);
}

std::optional<std::vector<base::Error>> problemsFromStored(const QString &stored)
{
    return readEach<base::Error>(stored, [](const QJsonArray &row) -> std::optional<base::Error> {
        const auto code = errorCodeFromName(row.at(0).toString());
        if (!code || (row.size() != 3 && row.size() != 5)) // three until parts of files were named
            return std::nullopt;
        return base::Error{.code = *code, .path = row.at(1).toString(), .detail = row.at(2).toString(), .member = row.at(3).toString(), .isTotal = row.at(4).toBool()};
    });
}

QString storedSources(const MetadataSources &sources)
{
    QJsonObject object;
    for (const auto &[field, source] : sources)
        object.insert(model::nameOf(field), source);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<MetadataSources> sourcesFromStored(const QString &stored)
{
    const QJsonDocument document = QJsonDocument::fromJson(stored.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    MetadataSources sources;
    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto field = model::fromName<model::MetadataField>(member.key());
        if (!field)
            return std::nullopt;
        sources.emplace(*field, member.value().toString());
    }
    return sources;
}

std::optional<QString> storedMoment(const std::optional<QDateTime> &moment)
{
    if (!moment || !moment->isValid() || moment->date().year() < 0 || moment->date().year() > 9999)
        return std::nullopt;
    return moment->toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
}

std::optional<QDateTime> momentFromStored(const std::optional<QString> &stored)
{
    if (!stored)
        return std::nullopt;
    QDateTime moment = QDateTime::fromString(*stored, Qt::ISODateWithMs);
    moment.setTimeSpec(Qt::UTC);
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

std::optional<QString> storedUtc(const std::optional<model::NewsDate> &date)
{
    return date ? std::optional(date->utcForOrdering().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))) : std::nullopt;
}

std::optional<QString> storedDate(const std::optional<model::NewsDate> &date)
{
    return date ? std::optional(date->toString()) : std::nullopt;
}

} // namespace variorum::library
