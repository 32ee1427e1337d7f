// From compared values to divergences. Values that are the same are one reading; readings that stand in any known
// relation to each other are one divergence; the gravest relation between two articles gives its severity:
//
//     A "10th trip"                 B "seven trips"        nothing: an ordinal is not a cardinal
//     A "nine trips"                B "seven trips"        conflict
//     A "nine trips", "seven trips" B "seven trips"        internal: A contradicts itself; B only repeats a half of it
//     Monday "at least 12 dead"     Tuesday "19 dead"      refinement, and an update
//
// A conflict counts between two articles only if neither gives the other's reading as well, word for word where the same
// words are what proves it; a refinement, unless both give both anywhere: then they speak of two things, and agree on each.

#include "comparison/divergences/find_divergences.h"

#include "comparison/divergences/count_words.h"
#include "comparison/divergences/refinements.h"
#include "comparison/divergences/revisions.h"
#include "comparison/divergences/told_apart.h"
#include "comparison/stories/text_words.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace variorum::comparison {

using model::DivergenceKind;
using model::Severity;

namespace {

std::vector<int> rootsBy(const ComparedKind &kind, bool onlySame)
{
    std::vector<int> parent(kind.comparands.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto rootOf = [&parent](int place) {
        while (parent[static_cast<size_t>(place)] != place)
            place = parent[static_cast<size_t>(place)];
        return place;
    };
    for (const Edge &edge : kind.edges) {
        if (onlySame && edge.outcome.relation != Relation::Same)
            continue;
        const int low = std::min(rootOf(edge.one), rootOf(edge.other));
        parent[static_cast<size_t>(std::max(rootOf(edge.one), rootOf(edge.other)))] = low;
    }
    // The same printed value is one reading, even where two of its statements were never laid side by side.
    std::map<QString, int> first;
    for (size_t place = 0; onlySame && place < parent.size(); ++place) {
        const Comparand &comparand = kind.comparands[place];
        const auto [known, isNew] = first.try_emplace(comparand.shown, rootOf(static_cast<int>(place)));
        if (!isNew && !comparand.shown.isEmpty()) {
            const int low = std::min(rootOf(known->second), rootOf(static_cast<int>(place)));
            parent[static_cast<size_t>(std::max(rootOf(known->second), rootOf(static_cast<int>(place))))] = low;
        }
    }
    for (size_t place = 0; place < parent.size(); ++place)
        parent[place] = rootOf(static_cast<int>(place));
    return parent;
}

int gravity(Severity severity)
{
    switch (severity) {
    case Severity::Conflict: return 3;
    case Severity::Internal: return 2;
    case Severity::Refinement: return 1;
    case Severity::Wording: return 0;
    }
    return 0;
}

/// Which articles give a value of a kind, in whatever claim: (kind, printed value) -> places in the story.
using Givers = std::map<std::pair<DivergenceKind, QString>, std::set<int>>;

/// One divergence in the making: some of a kind's comparands, parted into readings.
class Draft {
public:
    Draft(const ComparedKind &kind, std::vector<int> members, const std::vector<int> &readingOf, const Givers &givers, const StoryMaterial &material)
        : m_kind(kind), m_members(std::move(members)), m_readingOf(readingOf), m_givers(givers), m_material(material)
    {
    }

    /// Nothing where the readings do not differ in a way worth telling.
    std::optional<Severity> severity()
    {
        std::optional<Severity> gravest;
        for (const Edge &edge : m_kind.edges) {
            if (!std::binary_search(m_members.begin(), m_members.end(), edge.one) || reading(edge.one) == reading(edge.other))
                continue;
            const std::optional<Severity> found = severityOf(edge);
            if (found && (!gravest || gravity(*found) > gravity(*gravest))) {
                gravest = found;
                m_deciding = &edge;
            }
        }
        return gravest;
    }

    [[nodiscard]] const Edge &deciding() const { return *m_deciding; }

    /// The readings by first publication: places of comparands.
    [[nodiscard]] std::vector<std::vector<int>> readings() const
    {
        std::map<int, std::vector<int>> byReading;
        for (const int member : m_members)
            byReading[reading(member)].push_back(member);
        std::vector<std::vector<int>> all;
        for (auto &[root, places] : byReading)
            all.push_back(std::move(places));
        std::stable_sort(all.begin(), all.end(), [this](const auto &one, const auto &other) { return firstTime(one) < firstTime(other); });
        return all;
    }

    /// Counts that rise from one publication to the next, each reading of a time of its own; those of the missing fall.
    [[nodiscard]] bool isUpdate() const
    {
        if (m_kind.kind != DivergenceKind::Quantity || deciding().outcome.rule == kPartsOfOneWhole)
            return false;
        if (std::any_of(m_members.begin(), m_members.end(), [this](int member) { return tellsAbility(outerOf(m_material.view(comparand(member).statement), m_material)); }))
            return false; // "can carry 450 people" does not grow
        if (std::any_of(m_members.begin(), m_members.end(), [this](int member) { return isOfThePast(member); }))
            return false; // "in 1987, when 14 people died"
        const bool mayFall = countsTheMissing();
        std::optional<double> last;
        std::optional<QDateTime> lastTime;
        for (const std::vector<int> &places : readings()) {
            const Comparand &first = comparand(places.front());
            const model::QuantityValue &value = first.quantity ? *first.quantity : *first.slot->quantity;
            const std::optional<double> number = value.value ? value.value : value.low;
            const std::optional<QDateTime> time = firstTime(places);
            if (!number || !time || !value.unit.isEmpty() || value.isOrdinal)
                return false;
            if (last && *number == *last)
                continue; // "at least four", "four": one number, told twice
            const bool moves = last && (*number > *last ? !mayFall : mayFall || tellsWhatIsLeft(places));
            if (last && (!moves || *time <= *lastTime))
                return false;
            last = number;
            lastTime = time;
        }
        return true;
    }

private:
    [[nodiscard]] const Comparand &comparand(int place) const { return m_kind.comparands[static_cast<size_t>(place)]; }
    [[nodiscard]] int reading(int place) const { return m_readingOf[static_cast<size_t>(place)]; }
    [[nodiscard]] int articleOf(int place) const { return m_material.view(comparand(place).statement).article; }

    [[nodiscard]] std::optional<QDateTime> firstTime(const std::vector<int> &places) const
    {
        std::optional<QDateTime> first;
        for (const int place : places) {
            const auto &published = m_material.articles[static_cast<size_t>(articleOf(place))]->published;
            if (published && (!first || published->utcForOrdering() < *first))
                first = published->utcForOrdering();
        }
        return first;
    }

    /// Is a time told beside the number that had long passed when the article was printed?
    [[nodiscard]] bool isOfThePast(int place) const
    {
        constexpr qint64 kLong = 366; // days; nearer, it may be when a count began
        const StatementView &view = m_material.view(comparand(place).statement);
        const auto &published = m_material.articles[static_cast<size_t>(view.article)]->published;
        const std::vector<model::Slot> &slots = outerOf(view, m_material).statement->slots;
        return published && std::any_of(slots.begin(), slots.end(), [&](const model::Slot &slot) {
            return slot.role == model::SlotRole::Time && slot.time && slot.time->to && slot.time->to->daysTo(published->utcForOrdering()) > kLong;
        });
    }

    /// "two people remain in intensive care": a number that rises and falls, told as it is by now.
    [[nodiscard]] bool tellsWhatIsLeft(const std::vector<int> &places) const
    {
        return std::any_of(places.begin(), places.end(), [this](int place) {
            const QString &fate = comparand(place).key;
            const std::vector<model::StatementWord> &words = m_material.view(comparand(place).statement).statement->words;
            return (fate == QLatin1String("critical") || fate == QLatin1String("in intensive care") || fate == QLatin1String("hospitalised") || fate == QLatin1String("evacuated"))
                && std::any_of(words.begin(), words.end(), [](const model::StatementWord &word) { return word.lemma == QLatin1String("remain") || word.lemma == QLatin1String("still"); });
        });
    }

    /// All readings are of people who are looked for or cut off.
    [[nodiscard]] bool countsTheMissing() const
    {
        return std::all_of(m_members.begin(), m_members.end(), [this](int member) {
            if (comparand(member).key == QLatin1String("missing") || comparand(member).key == QLatin1String("trapped"))
                return true;
            const model::Statement &statement = *m_material.view(comparand(member).statement).statement;
            return std::any_of(statement.words.begin(), statement.words.end(), [](const model::StatementWord &word) {
                return word.lemma == QLatin1String("missing") || word.lemma == QLatin1String("miss") || word.lemma == QLatin1String("unaccounted") || word.lemma == QLatin1String("trapped")
                    || word.lemma == QLatin1String("stranded");
            });
        });
    }

    [[nodiscard]] bool gives(int article, int wanted) const
    {
        return std::any_of(m_members.begin(), m_members.end(), [&](int member) { return articleOf(member) == article && reading(member) == wanted; });
    }

    /// What stands on both sides of the edge is one sentence printed twice, and the two values are what differs in it.
    [[nodiscard]] bool isProvenInSameWords(const Edge &edge) const
    {
        const Alignment *alignment = m_material.alignment(comparand(edge.one).statement, comparand(edge.other).statement);
        return alignment && alignment->sameWords.areSame
            && (edge.outcome.rule == QLatin1String("negated-in-same-words") || standForEachOther(comparand(edge.one), comparand(edge.other), *alignment, m_material));
    }

    /// Does the article tell what `place` tells, word for word? "Some divers are at work" does not tell that "the team has
    /// worked".
    [[nodiscard]] bool repeats(int article, int place) const
    {
        return std::any_of(m_members.begin(), m_members.end(), [&](int member) {
            const Alignment *alignment = articleOf(member) == article && reading(member) == reading(place) ? m_material.alignment(comparand(member).statement, comparand(place).statement) : nullptr;
            return alignment && alignment->sameWords.areSame && alignment->sameWords.gaps.empty();
        });
    }

    [[nodiscard]] bool isRepeated(const Edge &edge) const { return repeats(articleOf(edge.one), edge.other) || repeats(articleOf(edge.other), edge.one); }

    [[nodiscard]] bool isSilenced(const Edge &edge) const
    {
        const int one = articleOf(edge.one);
        const int other = articleOf(edge.other);
        if (isProvenInSameWords(edge))
            return isRepeated(edge);
        return gives(one, reading(edge.other)) || gives(other, reading(edge.one));
    }

    /// Does each of the two articles give both values?
    [[nodiscard]] bool bothGiveBoth(const Edge &edge) const
    {
        const auto giveIt = [&](int place) {
            const auto found = m_givers.find({m_kind.kind, comparand(place).shown});
            return found != m_givers.end() && found->second.contains(articleOf(edge.one)) && found->second.contains(articleOf(edge.other));
        };
        const bool inClaim = gives(articleOf(edge.one), reading(edge.other)) && gives(articleOf(edge.other), reading(edge.one));
        return inClaim || (giveIt(edge.one) && giveIt(edge.other));
    }

    /// A headline that tells less exactly, or more, than the text below it, which agrees with the other article.
    [[nodiscard]] bool isHeadlineOf(int headline, int other) const
    {
        return m_material.view(comparand(headline).statement).statement->place.field == model::TextField::Title && (gives(articleOf(headline), reading(other)) || givesAnywhere(articleOf(headline), other));
    }

    /// In this claim or another.
    [[nodiscard]] bool givesAnywhere(int article, int place) const
    {
        const auto found = m_givers.find({m_kind.kind, comparand(place).shown});
        return found != m_givers.end() && found->second.contains(article);
    }

    /// Does the article print the statement word for word, and mean the same? Then it is no less exact there than the statement is.
    [[nodiscard]] bool hasTwin(int place, int article) const
    {
        const auto isSameWord = [](const model::StatementWord &one, const model::StatementWord &other) { return one.lemma == other.lemma; };
        const std::vector<model::StatementWord> &words = m_material.view(comparand(place).statement).statement->words;
        return std::any_of(m_members.begin(), m_members.end(), [&](int member) {
            const std::vector<model::StatementWord> &twin = m_material.view(comparand(member).statement).statement->words;
            return articleOf(member) == article && reading(member) == reading(place) && std::equal(words.begin(), words.end(), twin.begin(), twin.end(), isSameWord);
        });
    }

    /// Does the article of `other` print the statement of `place` itself, elsewhere? Word for word, it says the same, and what else it
    /// says is for it to square with that; and where it has replaced a word in it, that is told by those two.
    [[nodiscard]] bool isPrintedElsewhere(int place, int other) const
    {
        const StatementView &view = m_material.view(comparand(other).statement);
        const std::optional<Reprint> reprint = m_material.reprints.of(comparand(place).statement, view.article);
        if (!reprint || m_material.reprints.areRevised(comparand(place).statement, comparand(other).statement))
            return false;
        const bool isThere = view.statement->place.field == model::TextField::Text && reprint->span.overlaps(view.span());
        const bool isPart = reprint->isWhole && reprint->span != view.span();
        return !isThere || (isPart && m_kind.kind == DivergenceKind::Quotation) || (reprint->isWhole && isToldBySlots());
    }

    /// What is told by the statement's own words, not by those around it, as a source is.
    [[nodiscard]] bool isToldBySlots() const { return canContradictItself() || m_kind.kind == DivergenceKind::Place || m_kind.kind == DivergenceKind::Attribute; }

    [[nodiscard]] bool isOfReprint(const Edge &edge) const
    {
        if (isToldBySlots() && m_material.reprints.areRevised(comparand(edge.one).statement, comparand(edge.other).statement))
            return !isBesideRevision(comparand(edge.one), comparand(edge.other), m_material); // all else is the same words
        return isPrintedElsewhere(edge.one, edge.other) || isPrintedElsewhere(edge.other, edge.one);
    }

    [[nodiscard]] bool isNoRefinement(const Edge &edge) const
    {
        return bothGiveBoth(edge) || isHeadlineOf(edge.one, edge.other) || isHeadlineOf(edge.other, edge.one) || hasTwin(edge.one, articleOf(edge.other)) || hasTwin(edge.other, articleOf(edge.one));
    }

    /// Within one article only figures, dates and names are held against each other: told twice, an act is often told
    /// first as a plan and then as done.
    [[nodiscard]] bool canContradictItself() const
    {
        return m_kind.kind == DivergenceKind::Quantity || m_kind.kind == DivergenceKind::Time || m_kind.kind == DivergenceKind::Participant;
    }

    [[nodiscard]] std::optional<Severity> severityOf(const Edge &edge) const
    {
        const int one = articleOf(edge.one);
        const int other = articleOf(edge.other);
        if (one != other && isOfReprint(edge))
            return std::nullopt;
        switch (edge.outcome.relation) {
        case Relation::Conflict:
            if (one == other)
                return canContradictItself() ? std::optional(Severity::Internal) : std::nullopt;
            return isSilenced(edge) ? std::nullopt : std::optional(Severity::Conflict);
        case Relation::Refinement:
            return one == other || (isAtRevision(comparand(edge.one), comparand(edge.other), m_material) ? isRepeated(edge) : isNoRefinement(edge)) ? std::nullopt : std::optional(Severity::Refinement);
        case Relation::Wording: return one == other ? std::nullopt : std::optional(Severity::Wording);
        case Relation::Same:
        case Relation::Unknown: return std::nullopt;
        }
        return std::nullopt;
    }

    const ComparedKind &m_kind;
    std::vector<int> m_members;
    const std::vector<int> &m_readingOf;
    const Givers &m_givers;
    const StoryMaterial &m_material;
    const Edge *m_deciding = nullptr;
};

/// Does the name hold a word that can name someone? A lone "to" names nobody, nor does "its owner".
bool isName(const QString &name)
{
    const std::vector<TextWord> words = textWords(name);
    return !isNamedByPronoun(name) && std::any_of(words.begin(), words.end(), [](const TextWord &word) { return !isFunctionWord(word.folded); });
}

model::DivergentValue valueOf(const std::vector<int> &places, const ComparedKind &kind, const StoryMaterial &material, const OriginKeys &origins)
{
    model::DivergentValue value;
    value.value = kind.comparands[static_cast<size_t>(places.front())].shown;
    std::vector<const model::Statement *> statements;
    for (const int place : places) {
        const Comparand &comparand = kind.comparands[static_cast<size_t>(place)];
        const model::Statement &statement = *material.view(comparand.statement).statement;
        statements.push_back(&statement);
        value.evidence.push_back({statement.id, statement.article, {statement.place.field, comparand.evidence}});
        for (const model::Origin &origin : statement.origins) {
            if (isName(origin.name) && !value.origins.contains(origin.name))
                value.origins.append(origin.name);
        }
    }
    value.independentOrigins = origins.count(statements);
    std::stable_sort(value.evidence.begin(), value.evidence.end(), [](const model::Evidence &one, const model::Evidence &other) {
        return std::tie(one.article, one.place) < std::tie(other.article, other.place);
    });
    return value;
}

void addDivergences(const ComparedKind &kind, base::ClaimId claim, const Givers &givers, const StoryMaterial &material, const OriginKeys &origins, std::vector<model::Divergence> &found)
{
    const std::vector<int> componentOf = rootsBy(kind, false);
    const std::vector<int> readingOf = rootsBy(kind, true);
    std::map<int, std::vector<int>> components;
    for (size_t place = 0; place < componentOf.size(); ++place)
        components[componentOf[place]].push_back(static_cast<int>(place));
    for (auto &[root, members] : components) {
        Draft draft(kind, members, readingOf, givers, material);
        const std::optional<Severity> severity = draft.severity();
        if (!severity)
            continue;
        model::Divergence divergence;
        divergence.claim = claim;
        divergence.kind = kind.kind;
        divergence.isUpdate = *severity != Severity::Internal && draft.isUpdate();
        divergence.severity = divergence.isUpdate ? Severity::Refinement : *severity;
        divergence.rule = draft.deciding().outcome.rule;
        divergence.why = draft.deciding().outcome.reason;
        for (const std::vector<int> &places : draft.readings())
            divergence.values.push_back(valueOf(places, kind, material, origins));
        found.push_back(std::move(divergence));
    }
}

bool meet(const model::DivergentValue &one, const model::DivergentValue &other)
{
    return std::any_of(one.evidence.begin(), one.evidence.end(), [&](const model::Evidence &left) {
        return std::any_of(other.evidence.begin(), other.evidence.end(), [&](const model::Evidence &right) {
            return left.article == right.article && left.place.field == right.place.field && left.place.span.overlaps(right.place.span);
        });
    });
}

/// Two readings of one divergence meet two of the other's.
bool tellTheSame(const model::Divergence &one, const model::Divergence &other)
{
    if (one.kind != other.kind)
        return false;
    // The same figures of the same noun against each other, found in two claims, are one difference.
    const auto figures = [](const model::Divergence &divergence) {
        std::set<QString> all;
        for (const model::DivergentValue &value : divergence.values)
            all.insert(value.value);
        return all;
    };
    if (one.kind == DivergenceKind::Quantity && figures(one) == figures(other))
        return true;
    int met = 0;
    for (const model::DivergentValue &value : one.values)
        met += std::any_of(other.values.begin(), other.values.end(), [&](const model::DivergentValue &with) { return meet(value, with); }) ? 1 : 0;
    return met >= 2;
}

size_t evidenceCount(const model::Divergence &divergence)
{
    size_t count = 0;
    for (const model::DivergentValue &value : divergence.values)
        count += value.evidence.size();
    return count;
}

void dropRepeats(std::vector<model::Divergence> &divergences)
{
    std::vector<bool> dropped(divergences.size());
    for (size_t one = 0; one < divergences.size(); ++one) {
        for (size_t other = one + 1; other < divergences.size() && !dropped[one]; ++other) {
            if (dropped[other] || !tellTheSame(divergences[one], divergences[other]))
                continue;
            const auto rank = [](const model::Divergence &each) { return std::tuple(each.severity == Severity::Conflict, each.values.size(), evidenceCount(each)); };
            dropped[rank(divergences[one]) >= rank(divergences[other]) ? other : one] = true;
        }
    }
    size_t place = 0;
    std::erase_if(divergences, [&](const model::Divergence &) { return dropped[place++]; });
}

using PlacedKinds = std::vector<std::pair<size_t, const ComparedKind *>>;

/// All kinds of all claims, by place in `claims`.
PlacedKinds comparedKinds(const std::vector<ClaimGroup> &claims, const StoryMaterial &material, KindMemory &memory)
{
    PlacedKinds kinds;
    for (size_t place = 0; place < claims.size(); ++place) {
        for (const ComparedKind &kind : memory.kindsOf(claims[place], material))
            kinds.emplace_back(place, &kind);
    }
    return kinds;
}

/// Only where a printed value says what it speaks of: "negative" is given everywhere.
Givers giversOf(const PlacedKinds &kinds, const StoryMaterial &material)
{
    Givers givers;
    for (const auto &[place, kind] : kinds) {
        if (kind->kind == DivergenceKind::Polarity || kind->kind == DivergenceKind::Certainty)
            continue;
        for (const Comparand &comparand : kind->comparands)
            givers[{kind->kind, comparand.shown}].insert(material.view(comparand.statement).article);
    }
    return givers;
}

} // namespace

const std::vector<ComparedKind> &KindMemory::kindsOf(const ClaimGroup &claim, const StoryMaterial &material)
{
    const auto [known, isNew] = m_known.try_emplace(claim.members);
    for (const auto finder : {compareQuantitySlots, comparePeopleCounts, comparePresence, compareTimeSlots, comparePlaceSlots, comparePlacePhrases, compareParticipants, compareNamings, compareAged, compareCompanies, compareReplacedNames, compareReplacedPlaces, compareModifiers, compareMeans, compareObjects, compareLists, compareStates, compareGrounds, comparePolarities,
                              compareCertainties, compareQuotations, compareAttributions, compareRevisedTimes, compareRevisedCounts, compareRevisedPolarities}) {
        if (isNew && !isStopped()) {
            known->second.push_back(finder(claim, material));
            softenToldApart(known->second.back(), material);
        }
    }
    return known->second;
}

std::vector<model::Divergence> findDivergences(const std::vector<ClaimGroup> &claims, const std::vector<base::ClaimId> &claimIds, const StoryMaterial &material, const OriginKeys &origins, KindMemory &memory, Mark mark)
{
    const PlacedKinds kinds = comparedKinds(claims, material, memory);
    const Givers givers = giversOf(kinds, material);
    std::vector<model::Divergence> found;
    for (const auto &[place, kind] : kinds)
        addDivergences(mark == Mark::All ? *kind : withTellingRefinements(*kind, material), claimIds[place], givers, material, origins, found);
    dropRepeats(found);
    return found;
}

} // namespace variorum::comparison
