#pragma once

#include "comparison/claims/group_claims.h"
#include "comparison/claims/reprints.h"
#include "comparison/claims/rival_figures.h"
#include "comparison/claims/statement_view.h"
#include "comparison/values/quantities.h"
#include "comparison/values/relation.h"
#include "comparison/weights.h"
#include "model/comparison.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace variorum::comparison {

/// Which numbers of one noun, or in one unit, an article gives: (its place in the story, rowOf) -> numbers.
using CountedRows = std::map<std::pair<int, QString>, std::set<double>>;

/// What one story's claims are compared with. Views everything; lives for one story's comparison.
struct StoryMaterial {
    const std::vector<const model::Article *> &articles; ///< of the story, in canonical order
    const std::vector<StatementView> &views;
    const PairTable &pairs;
    const std::vector<model::Entity> &entities; ///< of the whole comparison; an id is a place + 1
    const std::vector<model::Quote> &quotes; ///< likewise
    const std::set<std::pair<QString, QString>> &placesWithin; ///< (outer, inner) by nameKey
    const CountedRows &rows;
    const RivalFigures &figures;
    const Reprints &reprints;
    WordLikeness &likeness; ///< the story's; remembers
    const LexicalKnowledge &knowledge;
    const Weights &weights;
    const UnitConverter &convert;

    [[nodiscard]] const StatementView &view(int place) const { return views[static_cast<size_t>(place)]; }
    [[nodiscard]] const model::Entity &entity(base::EntityId id) const { return entities[static_cast<size_t>(id.value - 1)]; }
    [[nodiscard]] const model::Quote &quote(base::QuoteId id) const { return quotes[static_cast<size_t>(id.value - 1)]; }

    /// Nothing for a pair too unlike to be kept.
    [[nodiscard]] const Alignment *alignment(int one, int other) const { return pairs.find(one, other); }
};

/// A value that one statement gives, ready to be held against those of the claim's other statements.
struct Comparand {
    int statement = 0; ///< place in the views
    base::TextSpan evidence; ///< the words that give it
    QString shown; ///< printed normal form
    const model::Slot *slot = nullptr; ///< null where it comes from elsewhere
    QString key; ///< what else must agree, as the kind needs it; may be empty
    int place = 0; ///< of the kind's own store; unused by some
    std::optional<model::QuantityValue> quantity = std::nullopt; ///< where it is not just the slot's
};

/// Two comparands of a claim and how they stand. Unknown ones are not kept.
struct Edge {
    int one = 0; ///< places in the kind's comparands, lesser first
    int other = 0;
    Outcome outcome;
};

/// All of one kind in one claim.
struct ComparedKind {
    model::DivergenceKind kind = model::DivergenceKind::Attribute;
    std::vector<Comparand> comparands;
    std::vector<Edge> edges;
};

/// The noun that is counted, or "[" and the unit; empty for a bare number.
[[nodiscard]] QString rowOf(const model::QuantityValue &value);

[[nodiscard]] CountedRows findCountedRows(const std::vector<StatementView> &views);

/// Which place lies in which, as the articles say it: "Baoding, Hebei", "a village in Lixian", "Hebei's Baoding".
[[nodiscard]] std::set<std::pair<QString, QString>> findPlacesWithin(const std::vector<StatementView> &views, const std::vector<model::Entity> &entities);

/// The statement that it stands in; itself where there is none.
[[nodiscard]] const StatementView &outerOf(const StatementView &view, const StoryMaterial &material);

/// Told of another year than the article's own: background ("the fire of 2009 killed 11"), not the event.
[[nodiscard]] bool isBackground(const StatementView &view, const StoryMaterial &material);

/// Who acts: the agent, or else what stands before the predicate as its patient.
[[nodiscard]] std::optional<base::EntityId> actorOf(const StatementView &view);

/// May a difference between the two be a conflict? They tell of one act: alike as a whole with one predicate, or a related
/// predicate of the same agent and a second shared entity ("Berg visited Lund", "Berg travelled to Lund"), or such a predicate of
/// what may be the same agent, where the two surely make one claim.
[[nodiscard]] bool tellOfOneAct(int one, int other, const Alignment &alignment, const StoryMaterial &material);

/// Do the two, held to speak of one thing, give values of which not all can hold: numbers of one counted thing, times,
/// or that it was so and that it was not? A kind in which any two values agree does not clash.
[[nodiscard]] bool clash(int one, int other, const StoryMaterial &material);

/// Do the numbers of people that the two give clash? A story counts its people in many ways (aboard, saved, dead).
[[nodiscard]] bool clashInPeople(int one, int other, const StoryMaterial &material);

/// A conflict that the alignment does not carry proves nothing.
[[nodiscard]] inline Outcome carried(Outcome outcome, bool isCarried)
{
    if (outcome.relation == Relation::Conflict && !isCarried)
        outcome.relation = Relation::Unknown;
    return outcome;
}

/// Are the two told in the same words, with one's span in the place of the other's? Then they give one thing's two values.
[[nodiscard]] bool standForEachOther(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material);

/// Is the statement a clause with a verb, not a noun that carries a fact?
[[nodiscard]] bool isVerbal(const StatementView &view);

/// The claim's slots of a kind, as comparands.
template<typename Fits>
std::vector<Comparand> slotsOf(const ClaimGroup &claim, const StoryMaterial &material, Fits fits)
{
    std::vector<Comparand> found;
    for (const int member : claim.members) {
        for (const model::Slot &slot : material.view(member).statement->slots) {
            if (fits(slot))
                found.push_back({member, slot.span, slot.value.isEmpty() ? slot.text : slot.value, &slot, {}, 0});
        }
    }
    return found;
}

/// Runs `compare` over all pairs of comparands of different, not overlapping statements that were aligned.
template<typename Compare>
void addEdges(ComparedKind &kind, const StoryMaterial &material, Compare compare)
{
    for (size_t first = 0; first < kind.comparands.size(); ++first) {
        for (size_t second = first + 1; second < kind.comparands.size(); ++second) {
            const Comparand &one = kind.comparands[first];
            const Comparand &other = kind.comparands[second];
            const Alignment *alignment = one.statement == other.statement ? nullptr : material.alignment(one.statement, other.statement);
            if (!alignment)
                continue;
            Outcome outcome = compare(one, other, *alignment);
            if (outcome.relation != Relation::Unknown)
                kind.edges.push_back({static_cast<int>(first), static_cast<int>(second), std::move(outcome)});
        }
    }
}

// One finder a kind. Pairs of statements that share an article are compared, too; what that is worth is judged later.
[[nodiscard]] ComparedKind compareTimeSlots(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareQuantitySlots(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind comparePeopleCounts(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind comparePresence(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind comparePlaceSlots(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind comparePlacePhrases(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareParticipants(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareCompanies(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareNamings(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareAged(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareReplacedNames(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareReplacedPlaces(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareModifiers(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareMeans(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareObjects(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareLists(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareStates(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareGrounds(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind comparePolarities(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareCertainties(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareQuotations(const ClaimGroup &claim, const StoryMaterial &material);
[[nodiscard]] ComparedKind compareAttributions(const ClaimGroup &claim, const StoryMaterial &material);

/// The words before a place in a text: of a long text no more than a long sentence may have.
[[nodiscard]] inline QString leadOf(const QString &text, qsizetype place)
{
    constexpr qsizetype kLongest = 1000; // UTF-16 units
    return text.sliced(std::max(qsizetype{0}, place - kLongest), std::min(place, kLongest));
}

} // namespace variorum::comparison
