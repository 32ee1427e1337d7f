// One story: entities, statements, claims, divergences, origins and silence, numbered as they come. Nothing looks beyond
// the story, so that stories can be compared side by side, and one that did not change need not be compared again.

#include "comparison/compare_story.h"

#include "comparison/claims/group_claims.h"
#include "comparison/claims/silence.h"
#include "comparison/divergences/find_divergences.h"
#include "comparison/divergences/inner_divergences.h"
#include "comparison/divergences/people_counts.h"
#include "comparison/divergences/presence.h"
#include "comparison/divergences/separate_clashes.h"
#include "comparison/entities/merge_entities.h"
#include "comparison/person/obey.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace variorum::comparison {

using model::AnalysedArticle;
using model::Claim;
using model::Statement;

namespace {

class StoryBuilder {
public:
    StoryBuilder(const std::vector<const AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools, const std::stop_token &stop) : m_tools(tools), m_stop(stop), m_analysed(articles), m_reuse(reuse), m_constraints(tools.help.constraints ? constraintsOn(articles, *tools.help.constraints) : StoryConstraints())
    {
        for (const AnalysedArticle *analysed : articles) {
            m_articles.push_back(analysed->article);
            m_articles.back().id = base::ArticleId{static_cast<qint64>(m_articles.size())};
        }
        for (const model::Article &article : m_articles)
            m_pointers.push_back(&article);
    }

    StoryFindings run()
    {
        const OriginKeys origins(m_pointers, m_reuse);
        model::Story &story = m_result.story;
        story.id = base::StoryId{1};
        for (size_t place = 0; place < m_pointers.size(); ++place) {
            story.articles.push_back(articleId(static_cast<int>(place)));
            extend(story, *m_pointers[place]);
        }
        addEntities();
        std::vector<int> articleOf;
        addStatements(articleOf);
        const std::vector<StatementView> views = viewStatements(m_result.statements, articleOf, m_tools.knowledge, m_tools.weights);
        const RivalFigures figures(views, m_tools.knowledge, m_tools.weights.ideas.rivalFigures);
        const Reprints reprints = m_tools.weights.ideas.sameWords ? Reprints(views, texts()) : Reprints();
        WordLikeness likeness(m_tools.knowledge, m_tools.weights);
        const auto observe = [this](const std::vector<StatementView> &seen, const PairTable &pairs, const std::vector<PairFeatures> &features) { m_tools.observe(m_pointers, seen, pairs, features); };
        GroupedClaims grouped = groupClaims(views, judgePairs(views, figures, reprints, likeness, m_tools.weights, m_tools.pairs, m_tools.observe ? observe : PairObserver(), m_stop, m_tools.help.forEach), reprints, m_tools.weights, m_stop);
        const std::set<std::pair<QString, QString>> within = findPlacesWithin(views, m_result.entities);
        const CountedRows rows = findCountedRows(views);
        const StoryMaterial material{m_pointers, views, grouped.pairs, m_result.entities, m_result.quotes, within, rows, figures, reprints, likeness, m_tools.knowledge, m_tools.weights, m_tools.convert};
        if (m_stop.stop_requested())
            return std::move(m_result);
        const Ideas &ideas = m_tools.weights.ideas;
        if (ideas.peopleTogether)
            bringTogetherPeopleCounts(grouped.groups, material);
        if (ideas.presence)
            bringTogetherPresence(grouped.groups, material);
        KindMemory kinds(m_stop);
        if (ideas.separatedClashes)
            separateClashes(grouped.groups, material, origins, [&](std::vector<ClaimGroup> &groups) { sortClaims(groups, views, m_pointers); }, kinds);
        if (m_stop.stop_requested())
            return std::move(m_result);
        const std::vector<PlacedContradiction> contradictions = placedContradictions(m_analysed, material);
        addClaimsOf(contradictions, grouped.groups);
        obeyClaims(grouped.groups, m_constraints);
        sortClaims(grouped.groups, views, m_pointers);
        addClaims(grouped, contradictions, material, origins, kinds);
        shareWords();
        return std::move(m_result);
    }

private:
    static base::ArticleId articleId(int place) { return base::ArticleId{place + 1}; }

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

    /// Each article's entities by themselves.
    static MergedEntities entitiesApart(const std::vector<const model::Facts *> &facts, const std::vector<base::ArticleId> &ids)
    {
        MergedEntities all;
        for (size_t place = 0; place < facts.size(); ++place) {
            const auto base = static_cast<qint64>(all.entities.size());
            MergedEntities own = mergeEntities({facts[place]}, {ids[place]});
            for (model::Entity &entity : own.entities) {
                entity.id.value += base;
                all.entities.push_back(std::move(entity));
            }
            for (base::EntityId &id : own.idOf.front())
                id.value += base;
            all.idOf.push_back(std::move(own.idOf.front()));
        }
        return all;
    }

    [[nodiscard]] std::vector<QStringView> texts() const
    {
        std::vector<QStringView> texts;
        for (const model::Article *article : m_pointers)
            texts.push_back(article->text);
        return texts;
    }

    void addEntities()
    {
        std::vector<const model::Facts *> facts;
        std::vector<base::ArticleId> ids;
        for (size_t place = 0; place < m_analysed.size(); ++place) {
            facts.push_back(&m_analysed[place]->facts);
            ids.push_back(articleId(static_cast<int>(place)));
        }
        MergedEntities merged = m_tools.weights.ideas.mergedEntities ? mergeEntities(facts, ids) : entitiesApart(facts, ids);
        for (model::Entity &entity : merged.entities) {
            ++entity.id.value;
            m_result.entities.push_back(std::move(entity));
        }
        for (std::vector<base::EntityId> &own : merged.idOf) {
            for (base::EntityId &id : own)
                ++id.value;
        }
        m_entityOf = std::move(merged.idOf);
    }

    [[nodiscard]] std::optional<base::EntityId> mapped(std::optional<base::EntityId> own, int place) const
    {
        const std::vector<base::EntityId> &ids = m_entityOf[static_cast<size_t>(place)];
        if (!own || own->value < 0 || own->value >= static_cast<qint64>(ids.size()))
            return std::nullopt;
        return ids[static_cast<size_t>(own->value)];
    }

    /// The story's statements and quotes, with its ids.
    void addStatements(std::vector<int> &articleOf)
    {
        for (int place = 0; place < static_cast<int>(m_analysed.size()); ++place) {
            const model::Facts &facts = m_analysed[static_cast<size_t>(place)]->facts;
            const auto quoteBase = static_cast<qint64>(m_result.quotes.size()) + 1;
            const auto statementBase = static_cast<qint64>(m_result.statements.size()) + 1;
            for (model::Quote quote : facts.quotes) {
                quote.id.value += quoteBase;
                quote.article = articleId(place);
                quote.speakerEntity = mapped(quote.speakerEntity, place);
                m_result.quotes.push_back(std::move(quote));
            }
            for (Statement statement : facts.statements) {
                renumber(statement, place, statementBase, quoteBase);
                articleOf.push_back(place);
                m_result.statements.push_back(std::move(statement));
            }
        }
    }

    /// The words, which are most of a statement, are the article's again: they were only numbered anew to be compared.
    void shareWords()
    {
        size_t at = 0;
        for (const AnalysedArticle *analysed : m_analysed) {
            for (const Statement &own : analysed->facts.statements)
                m_result.statements[at++].words = own.words;
        }
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
        std::vector<model::StatementWord> words = statement.words;
        for (model::StatementWord &word : words)
            word.entity = mapped(word.entity, place);
        statement.words = std::move(words);
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

    void addClaims(const GroupedClaims &grouped, const std::vector<PlacedContradiction> &contradictions, const StoryMaterial &material, const OriginKeys &origins, KindMemory &kinds)
    {
        std::vector<base::ClaimId> ids;
        for (const ClaimGroup &group : grouped.groups) {
            if (m_stop.stop_requested())
                return;
            Claim claim;
            claim.id = base::ClaimId{static_cast<qint64>(m_result.claims.size() + 1)};
            claim.story = base::StoryId{1};
            describe(claim, group, material, origins);
            claim.silent = silentArticles(group, material);
            ids.push_back(claim.id);
            m_result.claims.push_back(std::move(claim));
        }
        std::vector<model::Divergence> found = findDivergences(grouped.groups, ids, material, origins, kinds);
        std::vector<model::Divergence> inner = innerDivergences(contradictions, grouped.groups, ids, material, found);
        std::move(inner.begin(), inner.end(), std::back_inserter(found));
        obeyDivergences(found, m_constraints);
        std::stable_sort(found.begin(), found.end(), [](const model::Divergence &one, const model::Divergence &other) { return one.claim < other.claim; });
        for (model::Divergence &divergence : found) {
            divergence.id = base::DivergenceId{static_cast<qint64>(m_result.divergences.size() + 1)};
            m_result.claims[static_cast<size_t>(divergence.claim.value - 1)].status = model::ClaimStatus::Divergent;
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
    const std::stop_token &m_stop; // likewise; what is made once it asks is thrown away, so no step need be whole
    const std::vector<const AnalysedArticle *> &m_analysed; // likewise
    const TextReuse &m_reuse; // likewise
    const StoryConstraints m_constraints;
    std::vector<model::Article> m_articles; // with the story's ids
    std::vector<const model::Article *> m_pointers; // into these, which no longer grow
    std::vector<std::vector<base::EntityId>> m_entityOf; // by place of the article and its own id
    StoryFindings m_result;
};

} // namespace

StoryFindings compareStory(const std::vector<const AnalysedArticle *> &articles, const TextReuse &reuse, const ComparisonTools &tools, const std::stop_token &stop)
{
    return StoryBuilder(articles, reuse, tools, stop).run();
}

} // namespace variorum::comparison
