#include "comparison/person/obey.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace variorum::comparison {

namespace {

using model::StatementRef;

/// Statements by place in the story's list, ascending.
class Places {
public:
    explicit Places(const std::vector<const model::AnalysedArticle *> &story)
    {
        int first = 0;
        for (const model::AnalysedArticle *article : story) {
            const auto count = static_cast<int>(article->facts.statements.size());
            if (article->article.id)
                m_rows[article->article.id->value] = {first, count};
            first += count;
        }
    }

    [[nodiscard]] std::vector<int> of(const std::vector<StatementRef> &statements) const
    {
        std::vector<int> places;
        for (const StatementRef &statement : statements) {
            const auto row = m_rows.find(statement.article.value);
            if (row != m_rows.end() && statement.statement.value >= 0 && statement.statement.value < row->second.second)
                places.push_back(row->second.first + static_cast<int>(statement.statement.value));
        }
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        return places;
    }

private:
    std::map<qint64, std::pair<int, int>> m_rows; ///< by article: place of its first statement, number of statements
};

std::optional<size_t> groupOf(int statement, const std::vector<ClaimGroup> &groups)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [statement](const ClaimGroup &group) { return std::binary_search(group.members.begin(), group.members.end(), statement); });
    return found == groups.end() ? std::nullopt : std::optional(static_cast<size_t>(found - groups.begin()));
}

void takeOutOfAll(int statement, std::vector<ClaimGroup> &groups)
{
    for (ClaimGroup &group : groups)
        std::erase(group.members, statement);
}

void join(const std::vector<int> &statements, std::vector<ClaimGroup> &groups)
{
    if (statements.size() < 2)
        return;
    std::optional<size_t> home;
    for (const int statement : statements)
        home = home ? home : groupOf(statement, groups);
    if (!home) {
        home = groups.size();
        groups.emplace_back();
    }
    for (const int statement : statements)
        takeOutOfAll(statement, groups);
    ClaimGroup &group = groups[*home];
    group.members.insert(group.members.end(), statements.begin(), statements.end());
    std::sort(group.members.begin(), group.members.end());
    group.rule = QStringLiteral("joined-by-person");
    group.score = 1.0;
}

std::vector<int> common(const std::vector<int> &members, const std::vector<int> &side)
{
    std::vector<int> both;
    std::set_intersection(members.begin(), members.end(), side.begin(), side.end(), std::back_inserter(both));
    return both;
}

void split(const std::vector<int> &one, const std::vector<int> &other, std::vector<ClaimGroup> &groups)
{
    const size_t count = groups.size(); // those that are added need no parting
    for (size_t at = 0; at < count; ++at) {
        const std::vector<int> left = common(groups[at].members, one);
        const std::vector<int> right = common(groups[at].members, other);
        if (left.empty() || right.empty())
            continue;
        const std::vector<int> &leaving = left.size() < right.size() ? left : right;
        for (const int statement : leaving)
            std::erase(groups[at].members, statement);
        groups[at].rule = QStringLiteral("split-by-person");
        groups.push_back({leaving, QStringLiteral("split-by-person"), 1.0});
    }
}

/// At least two of the divergence's statements are of the constraint.
bool isAbout(const model::Divergence &divergence, const StoryConstraints::OnDivergence &constraint)
{
    if (divergence.kind != constraint.kind)
        return false;
    std::set<int> met;
    for (const model::DivergentValue &value : divergence.values) {
        for (const model::Evidence &evidence : value.evidence) {
            const auto place = static_cast<int>(evidence.statement.value - 1);
            if (std::binary_search(constraint.statements.begin(), constraint.statements.end(), place))
                met.insert(place);
        }
    }
    return met.size() >= 2;
}

void unite(model::Divergence &divergence, const QString &one, const QString &other)
{
    const auto valueOf = [&divergence](const QString &shown) { return std::find_if(divergence.values.begin(), divergence.values.end(), [&shown](const model::DivergentValue &value) { return value.value == shown; }); };
    const auto first = valueOf(one);
    const auto second = valueOf(other);
    if (first == divergence.values.end() || second == divergence.values.end() || first == second)
        return;
    first->evidence.insert(first->evidence.end(), second->evidence.begin(), second->evidence.end());
    std::stable_sort(first->evidence.begin(), first->evidence.end(), [](const model::Evidence &left, const model::Evidence &right) { return std::tie(left.article, left.place) < std::tie(right.article, right.place); });
    for (const QString &origin : second->origins) {
        if (!first->origins.contains(origin))
            first->origins.append(origin);
    }
    first->independentOrigins += second->independentOrigins;
    divergence.values.erase(second);
}

QByteArray printed(const std::vector<int> &places)
{
    QByteArray text;
    for (const int place : places)
        text += QByteArray::number(place) + ' ';
    return text;
}

} // namespace

StoryConstraints constraintsOn(const std::vector<const model::AnalysedArticle *> &story, const model::PersonConstraints &constraints)
{
    StoryConstraints found;
    if (constraints.isEmpty())
        return found;
    const Places places(story);
    for (const std::vector<StatementRef> &statements : constraints.joins) {
        if (std::vector<int> joined = places.of(statements); joined.size() >= 2)
            found.joins.push_back(std::move(joined));
    }
    for (const model::PersonConstraints::Split &each : constraints.splits) {
        std::pair<std::vector<int>, std::vector<int>> sides(places.of(each.one), places.of(each.other));
        if (!sides.first.empty() && !sides.second.empty())
            found.splits.push_back(std::move(sides));
    }
    for (const model::PersonConstraints::Dismissal &each : constraints.dismissals) {
        if (std::vector<int> statements = places.of(each.statements); !statements.empty())
            found.dismissals.push_back({each.kind, std::move(statements), {}, {}});
    }
    for (const model::PersonConstraints::SameValue &each : constraints.sameValues) {
        if (std::vector<int> statements = places.of(each.statements); !statements.empty())
            found.sameValues.push_back({each.kind, std::move(statements), each.one, each.other});
    }
    return found;
}

QByteArray fingerprintOf(const StoryConstraints &constraints)
{
    QByteArray text;
    for (const std::vector<int> &each : constraints.joins)
        text += "join " + printed(each);
    for (const auto &[one, other] : constraints.splits)
        text += "split " + printed(one) + "from " + printed(other);
    for (const auto *list : {&constraints.dismissals, &constraints.sameValues}) {
        for (const StoryConstraints::OnDivergence &each : *list)
            text += "on " + QByteArray::number(static_cast<int>(each.kind)) + ' ' + printed(each.statements) + model::storedPair(each.one, each.other).toUtf8();
        text += ';';
    }
    return constraints.isEmpty() ? QByteArray() : text;
}

void obeyClaims(std::vector<ClaimGroup> &groups, const StoryConstraints &constraints)
{
    for (const std::vector<int> &each : constraints.joins)
        join(each, groups);
    for (const auto &[one, other] : constraints.splits)
        split(one, other, groups);
    std::erase_if(groups, [](const ClaimGroup &group) { return group.members.empty(); });
}

void obeyDivergences(std::vector<model::Divergence> &divergences, const StoryConstraints &constraints)
{
    std::erase_if(divergences, [&](const model::Divergence &divergence) {
        return std::any_of(constraints.dismissals.begin(), constraints.dismissals.end(), [&](const auto &each) { return isAbout(divergence, each); });
    });
    for (const StoryConstraints::OnDivergence &each : constraints.sameValues) {
        for (model::Divergence &divergence : divergences) {
            if (isAbout(divergence, each))
                unite(divergence, each.one, each.other);
        }
    }
    std::erase_if(divergences, [](const model::Divergence &divergence) { return divergence.values.size() < 2; });
}

} // namespace variorum::comparison
