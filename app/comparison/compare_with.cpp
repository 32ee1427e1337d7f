// The way from analysed articles to a comparison: one order for everything (path, part, hash), stories, reused text,
// then story by story entities, statements, claims, divergences, origins and silence, numbered as they come. Nothing
// looks at a pair of articles of two stories, but for reused text, which an index of fingerprints finds.

#include "comparison/compare_with.h"

#include "comparison/claims/group_claims.h"
#include "comparison/claims/silence.h"
#include "comparison/compare.h"
#include "comparison/divergences/find_divergences.h"
#include "comparison/divergences/separate_clashes.h"
#include "comparison/entities/merge_entities.h"
#include "comparison/stories/article_order.h"
#include "comparison/stories/copies.h"

#include <algorithm>
#include <map>

namespace variorum::comparison {

using model::AnalysedArticle;
using model::Claim;
using model::Comparison;
using model::Statement;

namespace {

/// Builds the comparison story by story; its lists only grow.
class Builder {
public:
    Builder(std::span<const AnalysedArticle> articles, const ComparisonTools &tools) : m_tools(tools)
    {
        for (const int place : canonicalOrder(articles, [](const AnalysedArticle &each) -> const model::Article & { return each.article; })) {
            m_analysed.push_back(&articles[static_cast<size_t>(place)]);
            m_result.articles.push_back(m_analysed.back()->article);
            m_result.articles.back().id = base::ArticleId{static_cast<qint64>(m_result.articles.size())};
        }
        for (const model::Article &article : m_result.articles)
            m_pointers.push_back(&article);
        m_result.engine = engineVersion();
        m_reuse = findTextReuse(m_pointers);
        m_result.duplicateOf = withIds(m_reuse.duplicateOf);
        m_result.versionOf = withIds(m_reuse.versionOf);
        m_result.copyOf = withIds(m_reuse.copyOf);
    }

    Comparison run(const std::function<void(int, int)> &progress, const std::stop_token &stop)
    {
        const std::vector<std::vector<int>> stories = groupStories(m_result.articles);
        const OriginKeys origins(m_pointers, m_reuse);
        int done = 0;
        for (const std::vector<int> &story : stories) {
            if (stop.stop_requested())
                break;
            addStory(story, origins);
            if (progress)
                progress(++done, static_cast<int>(stories.size()));
        }
        return std::move(m_result);
    }

private:
    using IdPairs = std::vector<std::pair<base::ArticleId, base::ArticleId>>;

    static base::ArticleId articleId(int place) { return base::ArticleId{place + 1}; }

    static IdPairs withIds(const std::vector<std::pair<int, int>> &pairs)
    {
        IdPairs ids;
        for (const auto &[one, other] : pairs)
            ids.emplace_back(articleId(one), articleId(other));
        return ids;
    }

    void addStory(const std::vector<int> &places, const OriginKeys &origins)
    {
        model::Story story;
        story.id = base::StoryId{static_cast<qint64>(m_result.stories.size() + 1)};
        std::vector<const model::Article *> articles;
        for (const int place : places) {
            const model::Article &article = m_result.articles[static_cast<size_t>(place)];
            articles.push_back(&article);
            story.articles.push_back(articleId(place));
            extend(story, article);
        }
        m_result.stories.push_back(story);
        addEntities(places);
        std::vector<int> articleOf;
        const std::vector<Statement> statements = addStatements(places, articleOf);
        const std::vector<StatementView> views = viewStatements(statements, articleOf, m_tools.knowledge, m_tools.weights);
        GroupedClaims grouped = groupClaims(views, judgePairs(views, m_tools.knowledge, m_tools.weights, m_tools.pairs, m_tools.observe), m_tools.weights);
        const std::set<std::pair<QString, QString>> within = findPlacesWithin(views, m_result.entities);
        const CountedRows rows = findCountedRows(views);
        const StoryMaterial material{articles, views, grouped.pairs, m_result.entities, m_result.quotes, within, rows, m_tools.knowledge, m_tools.weights, m_tools.convert};
        separateClashes(grouped.groups, material, origins, [&](std::vector<ClaimGroup> &groups) { sortClaims(groups, views, articles); });
        addClaims(grouped, story.id, material, origins);
    }

    /// The title is the earliest article's; without dates the first one's that has any.
    static void extend(model::Story &story, const model::Article &article)
    {
        const auto isBefore = [](const model::NewsDate &one, const model::NewsDate &other) { return one.utcForOrdering() < other.utcForOrdering(); };
        const bool isFirst = article.published && (!story.firstTime || isBefore(*article.published, *story.firstTime));
        if (story.title.isEmpty() || isFirst)
            story.title = model::titleLabel(article);
        if (isFirst)
            story.firstTime = article.published;
        if (article.published && (!story.lastTime || isBefore(*story.lastTime, *article.published)))
            story.lastTime = article.published;
    }

    void addEntities(const std::vector<int> &places)
    {
        std::vector<const model::Facts *> facts;
        std::vector<base::ArticleId> ids;
        for (const int place : places) {
            facts.push_back(&m_analysed[static_cast<size_t>(place)]->facts);
            ids.push_back(articleId(place));
        }
        MergedEntities merged = mergeEntities(facts, ids);
        const auto base = static_cast<qint64>(m_result.entities.size());
        for (model::Entity &entity : merged.entities) {
            entity.id.value += base + 1;
            m_result.entities.push_back(std::move(entity));
        }
        for (size_t place = 0; place < places.size(); ++place) {
            for (base::EntityId &id : merged.idOf[place])
                id.value += base + 1;
            m_entityOf[places[place]] = std::move(merged.idOf[place]);
        }
    }

    [[nodiscard]] std::optional<base::EntityId> mapped(std::optional<base::EntityId> own, int place) const
    {
        const std::vector<base::EntityId> &ids = m_entityOf.at(place);
        if (!own || own->value < 0 || own->value >= static_cast<qint64>(ids.size()))
            return std::nullopt;
        return ids[static_cast<size_t>(own->value)];
    }

    /// The story's statements, with the comparison's ids; they and the quotes are added to the result.
    std::vector<Statement> addStatements(const std::vector<int> &places, std::vector<int> &articleOf)
    {
        std::vector<Statement> all;
        for (size_t at = 0; at < places.size(); ++at) {
            const model::Facts &facts = m_analysed[static_cast<size_t>(places[at])]->facts;
            const auto quoteBase = static_cast<qint64>(m_result.quotes.size()) + 1;
            const auto statementBase = static_cast<qint64>(m_result.statements.size()) + 1;
            for (model::Quote quote : facts.quotes) {
                quote.id.value += quoteBase;
                quote.article = articleId(places[at]);
                quote.speakerEntity = mapped(quote.speakerEntity, places[at]);
                m_result.quotes.push_back(std::move(quote));
            }
            for (Statement statement : facts.statements) {
                renumber(statement, places[at], statementBase, quoteBase);
                all.push_back(statement);
                articleOf.push_back(static_cast<int>(at));
                m_result.statements.push_back(std::move(statement));
            }
        }
        return all;
    }

    void renumber(Statement &statement, int place, qint64 statementBase, qint64 quoteBase) const
    {
        statement.id.value += statementBase;
        statement.article = articleId(place);
        if (statement.within)
            statement.within->value += statementBase;
        if (statement.quote)
            statement.quote->value += quoteBase;
        for (model::Origin &origin : statement.origins)
            origin.entity = mapped(origin.entity, place);
        resolvePronouns(statement.origins, m_result.entities);
        for (model::Slot &slot : statement.slots)
            slot.entity = mapped(slot.entity, place);
        for (model::StatementWord &word : statement.words)
            word.entity = mapped(word.entity, place);
    }

    /// By first place of the earliest article that makes them.
    static void sortClaims(std::vector<ClaimGroup> &groups, const std::vector<StatementView> &views, const std::vector<const model::Article *> &articles)
    {
        const auto keyOf = [&](const ClaimGroup &group) {
            std::optional<std::tuple<bool, QDateTime, int, model::TextPlace>> first;
            for (const int member : group.members) {
                const StatementView &view = views[static_cast<size_t>(member)];
                const auto &published = articles[static_cast<size_t>(view.article)]->published;
                const std::tuple key(!published, published ? published->utcForOrdering() : QDateTime(), view.article, view.statement->place);
                if (!first || key < *first)
                    first = key;
            }
            return *first;
        };
        std::stable_sort(groups.begin(), groups.end(), [&](const ClaimGroup &one, const ClaimGroup &other) { return keyOf(one) < keyOf(other); });
    }

    void addClaims(const GroupedClaims &grouped, base::StoryId story, const StoryMaterial &material, const OriginKeys &origins)
    {
        const size_t firstClaim = m_result.claims.size();
        std::vector<base::ClaimId> ids;
        for (const ClaimGroup &group : grouped.groups) {
            Claim claim;
            claim.id = base::ClaimId{static_cast<qint64>(m_result.claims.size() + 1)};
            claim.story = story;
            describe(claim, group, material, origins);
            claim.silent = silentArticles(group, material);
            ids.push_back(claim.id);
            m_result.claims.push_back(std::move(claim));
        }
        for (model::Divergence &divergence : findDivergences(grouped.groups, ids, material, origins)) {
            divergence.id = base::DivergenceId{static_cast<qint64>(m_result.divergences.size() + 1)};
            m_result.claims[firstClaim + static_cast<size_t>(divergence.claim.value - ids.front().value)].status = model::ClaimStatus::Divergent;
            m_result.divergences.push_back(std::move(divergence));
        }
    }

    void describe(Claim &claim, const ClaimGroup &group, const StoryMaterial &material, const OriginKeys &origins) const
    {
        std::vector<const Statement *> statements;
        std::set<int> articles;
        for (const int member : group.members) {
            statements.push_back(material.view(member).statement);
            articles.insert(material.view(member).article);
            claim.statements.push_back(statements.back()->id);
        }
        claim.status = articles.size() > 1 ? model::ClaimStatus::Agreed : model::ClaimStatus::SingleSource;
        claim.independentOrigins = origins.count(statements);
        claim.why.rule = group.rule;
        claim.why.score = group.score;
        claim.why.threshold = m_tools.weights.claimThreshold;
        claim.text = material.view(clearest(group, material)).statement->text;
        addAligned(claim, group, material);
    }

    /// How well a statement can be read alone: a clause whose own words name who acts is best, a pronoun or a fragment worst.
    static double clarity(const StatementView &view)
    {
        constexpr double kFragment = 0.4;
        constexpr double kPronoun = 0.7;
        if (!isVerbal(view))
            return kFragment;
        for (const model::Slot &slot : view.statement->slots) {
            const bool isSubject = slot.role == model::SlotRole::Agent || (slot.role == model::SlotRole::Patient && slot.span.end <= view.statement->predicateSpan.begin);
            if (!isSubject || !view.span().contains(slot.span))
                continue;
            const bool isPronoun = std::all_of(view.statement->words.begin(), view.statement->words.end(), [&slot](const model::StatementWord &word) {
                return !slot.span.contains(word.span) || word.upos == model::Upos::Pron || word.upos == model::Upos::Det;
            });
            return isPronoun ? kPronoun : 1.0;
        }
        return kFragment;
    }

    /// The statement that is most like all others and reads best alone; of a single one itself.
    static int clearest(const ClaimGroup &group, const StoryMaterial &material)
    {
        int best = group.members.front();
        double bestSum = -1;
        for (const int member : group.members) {
            double sum = 1; // so that clarity decides between statements that are hardly alike
            for (const int other : group.members) {
                const Alignment *alignment = member == other ? nullptr : material.alignment(member, other);
                sum += alignment ? alignment->score : 0.0;
            }
            sum *= clarity(material.view(member));
            if (sum > bestSum) {
                best = member;
                bestSum = sum;
            }
        }
        return best;
    }

    /// The words that joined the claim's most alike pair.
    static void addAligned(Claim &claim, const ClaimGroup &group, const StoryMaterial &material)
    {
        const Alignment *best = nullptr;
        std::pair<int, int> pair;
        for (const int one : group.members) {
            for (const int other : group.members) {
                const Alignment *alignment = one < other ? material.alignment(one, other) : nullptr;
                if (alignment && (!best || alignment->score > best->score)) {
                    best = alignment;
                    pair = {one, other};
                }
            }
        }
        if (!best)
            return;
        const auto wordsOf = [&material](int statement, int unit) {
            const StatementView &view = material.view(statement);
            const base::TextSpan &span = view.units[static_cast<size_t>(unit)].span;
            const model::Article &article = *material.articles[static_cast<size_t>(view.article)];
            const QString &text = model::textOf(article, view.statement->place.field);
            return text.sliced(span.begin, span.length());
        };
        for (const AlignedUnits &units : best->units)
            claim.why.aligned.emplace_back(wordsOf(pair.first, units.one), wordsOf(pair.second, units.other));
    }

    const ComparisonTools &m_tools; // the caller's; outlives this
    std::vector<const AnalysedArticle *> m_analysed; // in canonical order; the caller's
    std::vector<const model::Article *> m_pointers; // into m_result.articles, which no longer grows
    std::map<int, std::vector<base::EntityId>> m_entityOf;
    TextReuse m_reuse;
    Comparison m_result;
};

} // namespace

Comparison compareWith(std::span<const AnalysedArticle> articles, const ComparisonTools &tools, const std::function<void(int, int)> &progress, std::stop_token stop)
{
    return Builder(articles, tools).run(progress, stop);
}

} // namespace variorum::comparison
