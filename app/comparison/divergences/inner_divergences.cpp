#include "comparison/divergences/inner_divergences.h"

#include <algorithm>

namespace variorum::comparison {

namespace {

/// The shortest statement that holds the place, or else the nearest in its field; nothing where the field has none.
std::optional<int> statementAt(int article, const model::TextPlace &place, const StoryMaterial &material)
{
    std::optional<int> best;
    std::pair<qsizetype, qsizetype> least; // distance, length
    for (int at = 0; at < static_cast<int>(material.views.size()); ++at) {
        const StatementView &view = material.view(at);
        if (view.article != article || view.statement->place.field != place.field)
            continue;
        const qsizetype gap = std::max({qsizetype{0}, view.span().begin - place.span.begin, place.span.end - view.span().end});
        const std::pair key(gap, view.span().length());
        if (!best || key < least) {
            best = at;
            least = key;
        }
    }
    return best;
}

std::optional<size_t> groupOf(int statement, const std::vector<ClaimGroup> &groups)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [statement](const ClaimGroup &group) { return std::find(group.members.begin(), group.members.end(), statement) != group.members.end(); });
    return found == groups.end() ? std::nullopt : std::optional(static_cast<size_t>(found - groups.begin()));
}

model::DivergentValue valueOf(const QString &shown, int statement, const model::TextPlace &place, const StoryMaterial &material)
{
    const model::Statement &from = *material.view(statement).statement;
    model::DivergentValue value;
    value.value = shown;
    value.independentOrigins = 1;
    value.evidence = {{from.id, from.article, place}};
    return value;
}

bool shows(const model::Divergence &divergence, base::ArticleId article, const model::TextPlace &place)
{
    return std::any_of(divergence.values.begin(), divergence.values.end(), [&](const model::DivergentValue &value) {
        return std::any_of(value.evidence.begin(), value.evidence.end(), [&](const model::Evidence &evidence) {
            return evidence.article == article && evidence.place.field == place.field && evidence.place.span.overlaps(place.span);
        });
    });
}

} // namespace

std::vector<PlacedContradiction> placedContradictions(const std::vector<const model::AnalysedArticle *> &articles, const StoryMaterial &material)
{
    std::vector<PlacedContradiction> placed;
    for (int article = 0; article < static_cast<int>(articles.size()); ++article) {
        for (InnerContradiction &contradiction : findInnerContradictions(*articles[static_cast<size_t>(article)])) {
            const std::optional<int> one = statementAt(article, contradiction.one, material);
            const std::optional<int> other = statementAt(article, contradiction.other, material);
            if (one && other)
                placed.push_back({std::move(contradiction), *one, *other});
        }
    }
    return placed;
}

void addClaimsOf(const std::vector<PlacedContradiction> &contradictions, std::vector<ClaimGroup> &groups)
{
    for (const PlacedContradiction &placed : contradictions) {
        if (!groupOf(placed.one, groups))
            groups.push_back({{placed.one}, QStringLiteral("one-article"), 1.0});
    }
}

std::vector<model::Divergence> innerDivergences(const std::vector<PlacedContradiction> &contradictions, const std::vector<ClaimGroup> &groups, const std::vector<base::ClaimId> &claimIds,
                                                const StoryMaterial &material, const std::vector<model::Divergence> &found)
{
    std::vector<model::Divergence> made;
    for (const PlacedContradiction &placed : contradictions) {
        const InnerContradiction &contradiction = placed.contradiction;
        const base::ArticleId article = material.view(placed.one).statement->article;
        const bool isKnown = std::any_of(found.begin(), found.end(), [&](const model::Divergence &known) {
            return known.severity == model::Severity::Internal && shows(known, article, contradiction.one) && shows(known, article, contradiction.other);
        });
        const std::optional<size_t> group = groupOf(placed.one, groups);
        if (isKnown || !group)
            continue;
        model::Divergence divergence;
        divergence.claim = claimIds[*group];
        divergence.kind = contradiction.kind;
        divergence.severity = model::Severity::Internal;
        divergence.rule = contradiction.rule;
        divergence.why = contradiction.why;
        divergence.values = {valueOf(contradiction.oneValue, placed.one, contradiction.one, material), valueOf(contradiction.otherValue, placed.other, contradiction.other, material)};
        made.push_back(std::move(divergence));
    }
    return made;
}

} // namespace variorum::comparison
