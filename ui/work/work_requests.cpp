#include "ui/work/work_requests.h"

#include "model/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace variorum::ui {

namespace {

struct WorkText {
    Q_DECLARE_TR_FUNCTIONS(WorkText)
};

model::WorkItem itemOf(model::WorkKind kind, model::WorkTarget target, const QString &name, const QString &value)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
    return {.kind = kind, .target = target, .name = name, .value = value, .anchors = {}, .made = now};
}

void appendPlace(WorkRequest &request, const model::ComparisonIndex &index, base::StatementId id)
{
    if (const model::Statement *statement = index.statement(id))
        request.places.emplace_back(statement->article, statement->place);
}

/// Each statement once, also where it gives several values.
void appendEvidence(WorkRequest &request, const model::ComparisonIndex &index, const std::vector<const model::DivergentValue *> &values)
{
    std::set<base::StatementId> statements;
    for (const model::DivergentValue *value : values) {
        for (const model::Evidence &evidence : value->evidence)
            statements.insert(evidence.statement);
    }
    for (const base::StatementId id : statements)
        appendPlace(request, index, id);
}

} // namespace

WorkRequest claimRequest(const model::ComparisonIndex &index, const model::Claim &claim, model::WorkKind kind, const QString &label, const QString &name, const QString &value)
{
    WorkRequest request{.label = label, .item = itemOf(kind, model::WorkTarget::Claim, name, value), .places = {}, .sides = {}, .changes = {}};
    for (const base::StatementId id : claim.statements)
        appendPlace(request, index, id);
    return request;
}

WorkRequest dismissalRequest(const model::ComparisonIndex &index, const model::Divergence &divergence)
{
    WorkRequest request{.label = WorkText::tr("Not a difference"),
                        .item = itemOf(model::WorkKind::Dismissal, model::WorkTarget::Divergence, model::nameOf(divergence.kind), {}),
                        .places = {},
                        .sides = {},
                        .changes = {}};
    std::vector<const model::DivergentValue *> values;
    for (const model::DivergentValue &value : divergence.values)
        values.push_back(&value);
    appendEvidence(request, index, values);
    return request;
}

WorkRequest sameValueRequest(const model::ComparisonIndex &index, const model::Divergence &divergence, size_t one, size_t other)
{
    const model::DivergentValue &first = divergence.values.at(one);
    const model::DivergentValue &second = divergence.values.at(other);
    WorkRequest request{.label = WorkText::tr("Same value"),
                        .item = itemOf(model::WorkKind::SameValue, model::WorkTarget::Divergence, model::nameOf(divergence.kind), model::storedPair(first.value, second.value)),
                        .places = {},
                        .sides = {},
                        .changes = {}};
    appendEvidence(request, index, {&first, &second});
    return request;
}

WorkRequest splitRequest(const model::ComparisonIndex &index, const model::Claim &claim, const std::vector<base::StatementId> &apart)
{
    WorkRequest request{.label = WorkText::tr("Not the same"), .item = itemOf(model::WorkKind::Split, model::WorkTarget::Claim, {}, {}), .places = {}, .sides = {}, .changes = {}};
    for (const base::StatementId id : claim.statements) {
        appendPlace(request, index, id);
        if (request.sides.size() < request.places.size())
            request.sides.push_back(std::ranges::find(apart, id) == apart.end() ? 0 : 1);
    }
    const auto moved = std::ranges::count(request.sides, 1);
    if (moved == 0 || moved == std::ssize(request.sides)) {
        request.places.clear();
        request.sides.clear();
    }
    return request;
}

WorkRequest joinRequest(const model::ComparisonIndex &index, const model::Claim &one, const model::Claim &other)
{
    WorkRequest request = claimRequest(index, one, model::WorkKind::Join, WorkText::tr("Join claims"), {}, {});
    for (const base::StatementId id : other.statements)
        appendPlace(request, index, id);
    return request;
}

WorkRequest removalRequest(const library::StoredWork &work, const QString &label)
{
    return {.label = label, .item = {}, .places = {}, .sides = {}, .changes = {{.id = work.id, .item = {}}}};
}

WorkRequest changeRequest(const library::StoredWork &work, const QString &label, const QString &value)
{
    model::WorkItem item = work.item;
    item.value = value;
    return {.label = label, .item = {}, .places = {}, .sides = {}, .changes = {{.id = work.id, .item = std::move(item)}}};
}

} // namespace variorum::ui
