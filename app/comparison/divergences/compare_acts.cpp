// Whether an act was, and how surely: polarity and certainty.
//
//     "has arrived in Russia" / "is headed to Russia"     conflict: done, and a plan that holds
//     "was replaced" / "would be replaced"                nothing: the plan was told from behind
//     "was expected to sink" (Thu) / "sank" (Fri)         refinement: done since
//     "no defects had been found" / "two defects"         conflict: none or some
//     "did not appear to be related" / "not related"      refinement: held possible, or certain
//     "has not yet" / "has"                               nothing: what is not yet may be now

#include "comparison/divergences/acts.h"

#include "comparison/values/attributes.h"
#include "comparison/values/quantities.h"
#include "model/names.h"

#include <algorithm>
#include <array>
#include <map>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::SlotRole;
using model::StatementWord;

namespace {

constexpr double kLikelyRefinement = 0.4;
constexpr double kSurely = 0.6;

/// The predicate with its auxiliaries and negation before it: "has arrived", "is headed", "does not fly".
base::TextSpan predicatePhrase(const model::Statement &statement)
{
    base::TextSpan span = statement.predicateSpan;
    for (const StatementWord &word : statement.words) {
        if (!word.head || word.span.end > statement.predicateSpan.begin)
            continue;
        const bool isOfPredicate = statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
        const bool helps = word.deprel == Deprel::Aux || word.deprel == Deprel::AuxPass || word.deprel == Deprel::Cop || word.lemma == QLatin1String("not");
        if (isOfPredicate && helps)
            span = span.united(word.span);
    }
    return span;
}

std::vector<Comparand> predicatesOf(const ClaimGroup &claim, const StoryMaterial &material)
{
    std::vector<Comparand> found;
    for (const int member : claim.members) {
        const model::Statement &statement = *material.view(member).statement;
        if (!statement.predicateSpan.isEmpty())
            found.push_back({member, predicatePhrase(statement), {}, nullptr, {}, 0});
    }
    return found;
}

std::optional<base::EntityId> entityIn(const model::Statement &statement, std::initializer_list<SlotRole> roles)
{
    for (const model::Slot &slot : statement.slots) {
        if (slot.entity && std::find(roles.begin(), roles.end(), slot.role) != roles.end())
            return slot.entity;
    }
    return std::nullopt;
}

/// One actor and one goal on both sides: two tellings of one move, whatever the verb.
bool haveSameMove(const StatementView &one, const StatementView &other)
{
    const auto goalOf = [](const StatementView &view) { return entityIn(*view.statement, {SlotRole::Destination, SlotRole::Place}); };
    return actorOf(one) && goalOf(one) && actorOf(one) == actorOf(other) && goalOf(one) == goalOf(other);
}

/// A clause of its own that tells plainly whether something was.
bool tellsWhether(const StatementView &view, const StoryMaterial &material)
{
    return isCompleted(view.statement->certainty) && isWholeClause(view) && tellsPlainly(view) && !isSpeech(*view.statement, material.knowledge);
}

/// "a state secretary signed": someone, and so nobody whom the other names.
bool isBySomeone(const StatementView &view)
{
    return std::any_of(view.statement->slots.begin(), view.statement->slots.end(), [](const model::Slot &slot) {
        return slot.role == SlotRole::Agent && !slot.entity && (slot.text.startsWith(QLatin1String("a "), Qt::CaseInsensitive) || slot.text.startsWith(QLatin1String("an "), Qt::CaseInsensitive));
    });
}

/// "ruled out that the fire had been set": what the clause says is turned round, or left open, by the one around it.
bool isTurnedOutside(const StatementView &view, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 10> kTurning = {u"deny", u"rule", u"doubt", u"reject", u"dismiss", u"dispute", u"refuse", u"exclude", u"refute", u"contradict"};
    const StatementView &outer = outerOf(view, material);
    static constexpr std::array<QStringView, 5> kHolding = {u"believe", u"think", u"true", u"clear", u"confirm"};
    const bool isFrame = material.knowledge.isReporting(outer.statement->predicate) || std::find(kHolding.begin(), kHolding.end(), outer.statement->predicate) != kHolding.end();
    const bool isTurned = &outer != &view && ((isFrame && polarityOf(*outer.statement) == model::Polarity::Negative) || std::find(kTurning.begin(), kTurning.end(), outer.statement->predicate) != kTurning.end());
    return isTurned || !isCompleted(view.statement->certainty);
}

/// A named actor on one side, someone on the other.
bool areOtherPeople(const StatementView &one, const StatementView &other)
{
    return haveOtherActors(one, other) || (actorOf(one) && isBySomeone(other)) || (actorOf(other) && isBySomeone(one));
}

/// "It was one of those": that something is one of many says nothing that could be denied elsewhere.
bool tellsWhat(const model::Statement &statement) { return statement.predicate != QLatin1String("one") && statement.predicate != QLatin1String("be"); }

/// Planned in one report and done in a later one.
bool isDoneSince(const StatementView &plan, const StatementView &deed, const StoryMaterial &material)
{
    const std::optional<model::NewsDate> &planned = material.articles[static_cast<size_t>(plan.article)]->published;
    const std::optional<model::NewsDate> &done = material.articles[static_cast<size_t>(deed.article)]->published;
    return plan.statement->certainty == model::Certainty::Planned && isCompleted(deed.statement->certainty) && planned && done
        && planned->utcForOrdering() < done->utcForOrdering();
}

/// One tells it as done, the other as a plan that still holds.
bool clashInTime(const StatementView &one, const StatementView &other, const StoryMaterial &material)
{
    return (isDone(one, material) && isPlanInForce(other, material)) || (isDone(other, material) && isPlanInForce(one, material));
}

/// "no defects": the noun that is said to be none, and the words. Nothing where the statement says so of nothing.
std::optional<std::pair<QString, base::TextSpan>> noneOf(const model::Statement &statement)
{
    for (const StatementWord &word : statement.words) {
        if (word.lemma != QLatin1String("no") || word.deprel != Deprel::Det || !word.head)
            continue;
        const StatementWord &noun = statement.words[static_cast<size_t>(*word.head)];
        if (noun.upos == model::Upos::Noun)
            return std::pair(noun.lemma, word.span.united(noun.span));
    }
    return std::nullopt;
}

/// "none of the 48 guests", "80 were not": gives a number, and that it was none.
bool saysNone(const model::Statement &statement)
{
    return polarityOf(statement) == model::Polarity::Negative
        || std::any_of(statement.words.begin(), statement.words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("none") || word.lemma == QLatin1String("no") || word.lemma == QLatin1String("nobody"); });
}

/// "no defects" against "two defects" of one claim.
void addNoneOrSome(const ClaimGroup &claim, const StoryMaterial &material, ComparedKind &kind)
{
    std::map<std::pair<int, base::TextSpan>, int> known;
    const auto comparandOf = [&](int member, base::TextSpan span, model::Polarity polarity) {
        const auto [place, isNew] = known.try_emplace({member, span}, static_cast<int>(kind.comparands.size()));
        if (isNew) {
            kind.comparands.push_back({member, span, model::nameOf(polarity), nullptr, {}, 0});
            // Statements that say none say the same: one difference, however many say it.
            for (const auto &[other, at] : known) {
                if (at != place->second && kind.comparands[static_cast<size_t>(at)].shown == kind.comparands.back().shown)
                    kind.edges.push_back({at, place->second, {Relation::Same, QStringLiteral("same-polarity"), {}}});
            }
        }
        return place->second;
    };
    for (const int member : claim.members) {
        const auto none = noneOf(*material.view(member).statement);
        for (const int other : none ? claim.members : std::vector<int>()) {
            if (!material.alignment(member, other) || saysNone(*material.view(other).statement))
                continue;
            for (const model::Slot &slot : material.view(other).statement->slots) {
                const bool isSome = slot.quantity && slot.quantity->counted == none->first && slot.quantity->value && *slot.quantity->value > 0 && !slot.quantity->isOrdinal;
                if (!isSome)
                    continue;
                const int from = comparandOf(member, none->second, model::Polarity::Negative);
                const int to = comparandOf(other, slot.span, model::Polarity::Positive);
                kind.edges.push_back({from, to, {Relation::Conflict, QStringLiteral("none-or-some"), QStringLiteral("no %1 / %2").arg(none->first, slot.value)}});
            }
        }
    }
}


} // namespace

ComparedKind comparePolarities(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Polarity;
    if (!material.weights.ideas.comparedActs)
        return kind;
    WordLikeness &likeness = material.likeness;
    kind.comparands = predicatesOf(claim, material);
    for (Comparand &comparand : kind.comparands)
        comparand.shown = model::nameOf(polarityOf(*material.view(comparand.statement).statement));
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        if (isTurnedOutside(left, material) != isTurnedOutside(right, material) || countOthers(*left.statement, *right.statement, material))
            return Outcome{};
        const bool isNegated = isNegatedOnce(alignment, *left.statement, *right.statement) && tellsPlainly(left) && tellsPlainly(right) && !haveOtherObjects(left, right, likeness);
        if (isNegated || isOnlyNegated(alignment, *left.statement, *right.statement))
            return Outcome{Relation::Conflict, QStringLiteral("negated-in-same-words"), QStringLiteral("the same words with and without \"not\"")};
        const bool isOneAct = alignment.score >= material.weights.strongPair && alignment.predicateLikeness >= material.weights.samePredicate && alignment.likelihood >= kSurely;
        if (!isOneAct || !tellsWhether(left, material) || !tellsWhether(right, material) || areOtherPeople(left, right) || !tellsWhat(*left.statement) || !tellsWhat(*right.statement) || haveOtherObjects(left, right, likeness))
            return Outcome{};
        return comparePolarity(left.statement->polarity, right.statement->polarity);
    });
    addNoneOrSome(claim, material, kind);
    return kind;
}

ComparedKind compareCertainties(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Certainty;
    if (!material.weights.ideas.comparedActs)
        return kind;
    kind.comparands = predicatesOf(claim, material);
    WordLikeness &likeness = material.likeness;
    for (Comparand &comparand : kind.comparands) {
        const model::Certainty certainty = material.view(comparand.statement).statement->certainty;
        comparand.shown = model::nameOf(isCompleted(certainty) ? model::Certainty::Asserted : certainty);
        if (polarityOf(*material.view(comparand.statement).statement) == model::Polarity::Negative)
            comparand.shown = QStringLiteral("not, %1").arg(comparand.shown);
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        const bool isSurelyOne = alignment.likelihood >= kSurely && left.statement->predicate == right.statement->predicate && mayShareActor(left, right, likeness);
        const bool isProven = isSurelyOne || tellOfOneAct(one.statement, other.statement, alignment, material) || haveSameMove(left, right);
        const bool isLikely = alignment.likelihood >= kLikelyRefinement && alignment.predicateLikeness >= material.weights.related;
        if (!isWholeClause(left) || !isWholeClause(right) || isSpeech(*left.statement, material.knowledge) || isSpeech(*right.statement, material.knowledge) || (!isLikely && !isProven))
            return Outcome{};
        if (polarityOf(*left.statement) != polarityOf(*right.statement))
            return Outcome{}; // "it may come", "it does not come": what differs is whether
        if (isDoneSince(left, right, material) || isDoneSince(right, left, material))
            return Outcome{Relation::Refinement, QStringLiteral("done-since"), QStringLiteral("planned in an earlier report, done in a later one")};
        Outcome outcome = compareCertainty(left.statement->certainty, right.statement->certainty);
        if (outcome.rule == QLatin1String("done-or-planned"))
            return carried(outcome, isProven && clashInTime(left, right, material) && !haveOtherActors(left, right) && !haveOtherObjects(left, right, likeness) && !haveOtherThemes(left, right, likeness));
        return carried(outcome, isProven);
    });
    return kind;
}

} // namespace variorum::comparison
