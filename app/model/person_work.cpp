#include "model/person_work.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace variorum::model {

namespace {

constexpr auto kKinds = std::to_array<const char *>({"verdict", "note", "tag", "star", "join", "split", "dismissal", "same-value", "saved-search"});
constexpr auto kTargets = std::to_array<const char *>({"claim", "divergence", "article", "library"});
constexpr auto kVerdicts = std::to_array<const char *>({"supported", "refuted", "not-enough", "not-the-same"});

template<typename Enum, size_t count>
std::optional<Enum> enumFrom(const std::array<const char *, count> &names, QStringView name)
{
    for (size_t place = 0; place < count; ++place) {
        if (name == QLatin1String(names.at(place)))
            return static_cast<Enum>(place);
    }
    return std::nullopt;
}

template<size_t count>
QString nameAt(const std::array<const char *, count> &names, size_t place)
{
    return QLatin1String(names.at(place));
}

} // namespace

QString nameOf(WorkKind kind) { return nameAt(kKinds, static_cast<size_t>(kind)); }
QString nameOf(WorkTarget target) { return nameAt(kTargets, static_cast<size_t>(target)); }
QString nameOf(Verdict verdict) { return nameAt(kVerdicts, static_cast<size_t>(verdict)); }
std::optional<WorkKind> workKindFromName(QStringView name) { return enumFrom<WorkKind>(kKinds, name); }
std::optional<WorkTarget> workTargetFromName(QStringView name) { return enumFrom<WorkTarget>(kTargets, name); }
std::optional<Verdict> verdictFromName(QStringView name) { return enumFrom<Verdict>(kVerdicts, name); }

QString storedPair(const QString &one, const QString &other)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{one, other}).toJson(QJsonDocument::Compact));
}

std::optional<std::pair<QString, QString>> pairFromStored(const QString &stored)
{
    const QJsonArray array = QJsonDocument::fromJson(stored.toUtf8()).array();
    if (array.size() != 2)
        return std::nullopt;
    return std::pair(array.at(0).toString(), array.at(1).toString());
}

} // namespace variorum::model
