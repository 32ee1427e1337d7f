#include "model/comparison_index.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace variorum::model {

namespace {

/// Conflicts first: they outrank what merely refines.
int rank(Severity severity)
{
    switch (severity) {
    case Severity::Conflict: return 0;
    case Severity::Internal: return 1;
    case Severity::Refinement: return 2;
    case Severity::Wording: return 3;
    }
    return 4;
}

bool outranks(const Divergence *one, const Divergence *other)
{
    return std::tuple(rank(one->severity), one->kind, one->id) < std::tuple(rank(other->severity), other->kind, other->id);
}

MarkStatus statusOf(Severity severity)
{
    switch (severity) {
    case Severity::Conflict: return MarkStatus::Conflict;
    case Severity::Internal: return MarkStatus::Internal;
    case Severity::Refinement: return MarkStatus::Refinement;
    case Severity::Wording: return MarkStatus::Wording;
    }
    return MarkStatus::Wording;
}

template<typename Items>
auto pointersById(const Items &items)
{
    std::unordered_map<decltype(items.front().id), const typename Items::value_type *> map;
    map.reserve(items.size());
    for (const auto &item : items)
        map.emplace(item.id, &item);
    return map;
}

template<typename Map, typename Key>
auto pointerAt(const Map &map, Key key) -> typename Map::mapped_type
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second;
}

std::set<base::ArticleId> articlesOf(const Divergence &divergence)
{
    std::set<base::ArticleId> articles;
    for (const DivergentValue &value : divergence.values) {
        for (const Evidence &evidence : value.evidence)
            articles.insert(evidence.article);
    }
    return articles;
}

/// Do the two articles give different values? Two that give the same (a reprint) do not differ.
bool differ(const Divergence &divergence, base::ArticleId one, base::ArticleId other)
{
    const auto gives = [](const DivergentValue &value, base::ArticleId article) {
        return std::ranges::any_of(value.evidence, [article](const Evidence &evidence) { return evidence.article == article; });
    };
    return std::ranges::any_of(divergence.values, [&](const DivergentValue &value) {
        return gives(value, one) && std::ranges::any_of(divergence.values, [&](const DivergentValue &another) { return &another != &value && gives(another, other); });
    });
}

/// A statement comes before the values inside it, so that a view can draw values on top.
bool earlier(const Mark &one, const Mark &other)
{
    const auto key = [](const Mark &mark) {
        return std::tuple(mark.place.field, mark.place.span.begin, -mark.place.span.end, mark.divergence.has_value(), mark.claim, mark.divergence);
    };
    return key(one) < key(other);
}

} // namespace

ComparisonIndex::ComparisonIndex(std::shared_ptr<const Comparison> comparison)
    : m_comparison(std::move(comparison))
    , m_stories(pointersById(m_comparison->stories))
    , m_statements(pointersById(m_comparison->statements))
    , m_claims(pointersById(m_comparison->claims))
    , m_divergences(pointersById(m_comparison->divergences))
    , m_entities(pointersById(m_comparison->entities))
{
    for (const Article &one : m_comparison->articles) {
        if (one.id)
            m_articles.emplace(*one.id, &one);
    }
    for (const Story &one : m_comparison->stories) {
        for (const base::ArticleId member : one.articles)
            m_storyOfArticle.emplace(member, &one);
    }
    for (const Claim &one : m_comparison->claims) {
        const MarkStatus status = one.status == ClaimStatus::SingleSource ? MarkStatus::SingleSource : MarkStatus::Agreed;
        for (const base::StatementId id : one.statements) {
            if (const Statement *made = statement(id))
                m_marks[made->article].push_back({.place = made->place, .claim = one.id, .divergence = {}, .kind = {}, .status = status});
        }
    }
    for (const Divergence &one : m_comparison->divergences) {
        m_divergencesOfClaim[one.claim].push_back(&one);
        for (const base::ArticleId member : articlesOf(one))
            m_divergencesOfArticle[member].push_back(&one);
        for (const DivergentValue &value : one.values) {
            for (const Evidence &evidence : value.evidence)
                m_marks[evidence.article].push_back({.place = evidence.place, .claim = one.claim, .divergence = one.id, .kind = one.kind, .status = statusOf(one.severity)});
        }
    }
    for (auto &[id, marks] : m_marks)
        std::ranges::sort(marks, earlier);
    for (auto &[id, list] : m_divergencesOfClaim)
        std::ranges::sort(list, outranks);
    for (auto &[id, list] : m_divergencesOfArticle)
        std::ranges::sort(list, outranks);
}

const Article *ComparisonIndex::article(base::ArticleId id) const { return pointerAt(m_articles, id); }
const Story *ComparisonIndex::story(base::StoryId id) const { return pointerAt(m_stories, id); }
const Statement *ComparisonIndex::statement(base::StatementId id) const { return pointerAt(m_statements, id); }
const Claim *ComparisonIndex::claim(base::ClaimId id) const { return pointerAt(m_claims, id); }
const Divergence *ComparisonIndex::divergence(base::DivergenceId id) const { return pointerAt(m_divergences, id); }
const Entity *ComparisonIndex::entity(base::EntityId id) const { return pointerAt(m_entities, id); }
const Story *ComparisonIndex::storyOf(base::ArticleId article) const { return pointerAt(m_storyOfArticle, article); }

std::vector<const Divergence *> ComparisonIndex::divergencesOf(base::ClaimId claim) const
{
    const auto found = m_divergencesOfClaim.find(claim);
    return found == m_divergencesOfClaim.end() ? std::vector<const Divergence *>() : found->second;
}

std::vector<const Divergence *> ComparisonIndex::divergencesOf(base::ArticleId article) const
{
    const auto found = m_divergencesOfArticle.find(article);
    return found == m_divergencesOfArticle.end() ? std::vector<const Divergence *>() : found->second;
}

const std::vector<Mark> &ComparisonIndex::marksOf(base::ArticleId article) const
{
    static const std::vector<Mark> kNone;
    const auto found = m_marks.find(article);
    return found == m_marks.end() ? kNone : found->second;
}

std::vector<SourceGroup> ComparisonIndex::sourcesOf(base::ClaimId claimId, std::optional<base::DivergenceId> divergenceId) const
{
    std::vector<SourceGroup> groups;
    const Claim *asked = claim(claimId);
    if (!asked)
        return groups;
    std::set<base::StatementId> placed;
    const Divergence *by = divergenceId ? divergence(*divergenceId) : nullptr;
    if (by && by->claim == claimId) {
        for (const DivergentValue &value : by->values) {
            SourceGroup group{.value = value.value, .independentOrigins = value.independentOrigins, .sources = {}};
            for (const Evidence &evidence : value.evidence) {
                group.sources.push_back({.article = evidence.article, .statement = evidence.statement, .place = evidence.place});
                placed.insert(evidence.statement);
            }
            groups.push_back(std::move(group));
        }
    }
    SourceGroup rest{.value = {}, .independentOrigins = by ? 0 : asked->independentOrigins, .sources = {}};
    for (const base::StatementId id : asked->statements) {
        const Statement *made = statement(id);
        if (made && !placed.contains(id))
            rest.sources.push_back({.article = made->article, .statement = id, .place = made->place});
    }
    if (!rest.sources.empty())
        groups.push_back(std::move(rest));
    return groups;
}

int ComparisonIndex::divergencesBetween(base::ArticleId one, base::ArticleId other) const
{
    const auto found = m_divergencesOfArticle.find(one);
    if (found == m_divergencesOfArticle.end())
        return 0;
    return static_cast<int>(std::ranges::count_if(found->second, [one, other](const Divergence *each) { return differ(*each, one, other); }));
}

std::vector<base::ArticleId> ComparisonIndex::mostDivergentPair(base::StoryId storyId) const
{
    const Story *asked = story(storyId);
    if (!asked || asked->articles.size() < 2)
        return asked ? asked->articles : std::vector<base::ArticleId>();
    // Counted from the divergences, so that a story of hundreds of articles does not cost all its pairs.
    std::map<base::ArticleId, qsizetype> place;
    for (const base::ArticleId member : asked->articles)
        place.emplace(member, static_cast<qsizetype>(place.size()));
    std::map<std::pair<qsizetype, qsizetype>, int> counts;
    for (const auto &[member, at] : place) {
        for (const Divergence *each : divergencesOf(member)) {
            for (const base::ArticleId other : articlesOf(*each)) {
                const auto otherPlace = place.find(other);
                if (otherPlace != place.end() && at < otherPlace->second && differ(*each, member, other))
                    ++counts[{at, otherPlace->second}];
            }
        }
    }
    std::pair<qsizetype, qsizetype> best(0, 1);
    int most = 0;
    for (const auto &[pair, count] : counts) { // ascending, so that the first of equals stays
        if (count > most) {
            best = pair;
            most = count;
        }
    }
    return {asked->articles[static_cast<size_t>(best.first)], asked->articles[static_cast<size_t>(best.second)]};
}

} // namespace variorum::model
