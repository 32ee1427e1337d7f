// Words that one of two articles has put otherwise in a passage that both print (claims/reprints.h), held against each other whatever
// the statements around were cut to:
//
//     A  "... to save the child since fell on Sunday The vehicles have dug ..."       a caption ran into the text, and the day belongs
//     B  "... to save the child since fell on Wednesday The vehicles have dug ..."    to two kinds of clauses: conflict, by the day alone

#include "comparison/divergences/revisions.h"

#include "comparison/divergences/acts.h"
#include "comparison/divergences/count_words.h"
#include "comparison/values/clock_times.h"
#include "comparison/values/times.h"
#include "model/names.h"

#include <algorithm>

namespace variorum::comparison {

using model::DivergenceKind;
using model::Slot;

namespace {

/// Do the words reach those from `begin` to `end`; or, where there are none, the place where the other article put some in?
bool touches(base::TextSpan words, const model::Statement &statement, int begin, int end)
{
    if (begin < end)
        return spanOf(statement, begin, end).overlaps(words);
    const auto at = static_cast<size_t>(begin);
    return (at == 0 || statement.words[at - 1].span.end <= words.end) && (at == statement.words.size() || words.begin <= statement.words[at].span.begin);
}

bool standAt(const WordGap &gap, const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    return touches(one.evidence, *material.view(one.statement).statement, gap.oneBegin, gap.oneEnd) && touches(other.evidence, *material.view(other.statement).statement, gap.otherBegin, gap.otherEnd);
}

/// The words of a gap's side; where there are none, the next one: "40 flats", before which "at least" was put.
base::TextSpan wordsAt(const model::Statement &statement, int begin, int end)
{
    const auto last = static_cast<int>(statement.words.size()) - 1;
    return begin < end ? spanOf(statement, begin, end) : spanOf(statement, std::min(begin, last), std::min(begin, last) + 1);
}

/// The tightest slot of any of the article's statements at the words.
template<typename Fits>
const Slot *slotAt(const StatementView &view, base::TextSpan words, const StoryMaterial &material, Fits fits)
{
    const Slot *best = nullptr;
    for (const StatementView &other : material.views) {
        if (other.article != view.article || other.statement->place.field != view.statement->place.field || !other.span().overlaps(words))
            continue;
        for (const Slot &slot : other.statement->slots) {
            if (fits(slot) && slot.span.overlaps(words) && (!best || slot.span.length() < best->span.length()))
                best = &slot;
        }
    }
    return best;
}

/// Do the words reach those of the gap, or stand right beside them?
bool standsBeside(base::TextSpan words, const model::Statement &statement, int begin, int end)
{
    const int last = static_cast<int>(statement.words.size());
    return spanOf(statement, std::max(0, begin - 1), std::min(last, end + 1)).overlaps(words);
}

/// Runs `add` over the claim's revisions.
template<typename Add>
void forRevisions(const ClaimGroup &claim, const StoryMaterial &material, Add add)
{
    for (size_t first = 0; first < claim.members.size(); ++first) {
        for (size_t second = first + 1; second < claim.members.size(); ++second) {
            const int one = claim.members[first];
            const int other = claim.members[second];
            const Alignment *alignment = material.reprints.areRevised(one, other) ? material.alignment(one, other) : nullptr;
            if (alignment)
                add(one, other, alignment->sameWords.gaps.front(), *alignment);
        }
    }
}

/// Compares the slots of a kind that stand in both sides of a gap.
template<typename Fits, typename Compare>
ComparedKind revised(DivergenceKind of, const ClaimGroup &claim, const StoryMaterial &material, Fits fits, Compare compare)
{
    ComparedKind kind;
    kind.kind = of;
    forRevisions(claim, material, [&](int one, int other, const WordGap &gap, const Alignment &) {
        const StatementView &left = material.view(one);
        const StatementView &right = material.view(other);
        const Slot *first = slotAt(left, wordsAt(*left.statement, gap.oneBegin, gap.oneEnd), material, fits);
        const Slot *second = slotAt(right, wordsAt(*right.statement, gap.otherBegin, gap.otherEnd), material, fits);
        if (!first || !second)
            return;
        const auto comparandOf = [](int statement, const Slot &slot) { return Comparand{statement, slot.span, slot.value.isEmpty() ? slot.text : slot.value, &slot, {}, 0}; };
        const Comparand was = comparandOf(one, *first);
        const Comparand is = comparandOf(other, *second);
        Outcome outcome = compare(was, is);
        if (outcome.relation == Relation::Unknown)
            return;
        const auto at = static_cast<int>(kind.comparands.size());
        kind.comparands.push_back(was);
        kind.comparands.push_back(is);
        kind.edges.push_back({at, at + 1, std::move(outcome)});
    });
    return kind;
}

} // namespace

bool isAtRevision(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const Alignment *alignment = material.reprints.areRevised(one.statement, other.statement) ? material.alignment(one.statement, other.statement) : nullptr;
    return alignment && standAt(alignment->sameWords.gaps.front(), one, other, material);
}

bool isBesideRevision(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const Alignment *alignment = material.reprints.areRevised(one.statement, other.statement) ? material.alignment(one.statement, other.statement) : nullptr;
    if (!alignment)
        return false;
    const WordGap &gap = alignment->sameWords.gaps.front();
    const bool isPutIn = spanOf(*material.view(one.statement).statement, gap.oneBegin, gap.oneEnd).overlaps(one.evidence) || spanOf(*material.view(other.statement).statement, gap.otherBegin, gap.otherEnd).overlaps(other.evidence);
    return isPutIn || (standsBeside(one.evidence, *material.view(one.statement).statement, gap.oneBegin, gap.oneEnd) && standsBeside(other.evidence, *material.view(other.statement).statement, gap.otherBegin, gap.otherEnd));
}

ComparedKind compareRevisedTimes(const ClaimGroup &claim, const StoryMaterial &material)
{
    const auto isTime = [](const Slot &slot) { return slot.time.has_value(); };
    return revised(DivergenceKind::Time, claim, material, isTime, [](const Comparand &one, const Comparand &other) {
        Outcome outcome = compareTimesAsTold(*one.slot->time, one.slot->text, *other.slot->time, other.slot->text);
        if (outcome.relation == Relation::Unknown && nameOtherWeekdays(one.slot->text, other.slot->text))
            return Outcome{Relation::Conflict, QStringLiteral("weekdays-apart"), outcome.reason};
        return outcome;
    });
}

ComparedKind compareRevisedCounts(const ClaimGroup &claim, const StoryMaterial &material)
{
    const auto isCount = [](const Slot &slot) { return slot.quantity.has_value(); };
    return revised(DivergenceKind::Quantity, claim, material, isCount, [&material](const Comparand &was, const Comparand &is) {
        const Slot &one = *was.slot;
        const Slot &other = *is.slot;
        if (one.quantity->isOrdinal != other.quantity->isOrdinal || selectionOf(was, material) != selectionOf(is, material))
            return Outcome{};
        Outcome outcome = compareQuantities(*one.quantity, *other.quantity, material.knowledge, material.convert);
        if (outcome.relation == Relation::Conflict && sharePartsOfOneWhole(was, is, material))
            outcome.rule = kPartsOfOneWhole; // "41 of the 90 seats": a result, which does not grow
        if (outcome.relation != Relation::Unknown)
            return outcome;
        const Outcome inPlace = compareInSamePlace(*one.quantity, *other.quantity);
        const bool isOtherUnit = one.quantity->unit != other.quantity->unit;
        return inPlace.relation == Relation::Unknown && isOtherUnit ? Outcome{Relation::Refinement, QStringLiteral("other-unit-in-same-words"), QStringLiteral("%1 / %2").arg(one.text, other.text)} : inPlace;
    });
}

ComparedKind compareRevisedPolarities(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Polarity;
    forRevisions(claim, material, [&](int one, int other, const WordGap &gap, const Alignment &alignment) {
        const model::Statement &left = *material.view(one).statement;
        const model::Statement &right = *material.view(other).statement;
        if (!isOnlyNegated(alignment, left, right))
            return;
        const bool isOne = gap.oneBegin < gap.oneEnd;
        const auto comparandOf = [](int place, const model::Statement &statement, bool isNegated) {
            return Comparand{place, statement.predicateSpan.isEmpty() ? statement.place.span : statement.predicateSpan, model::nameOf(isNegated ? model::Polarity::Negative : model::Polarity::Positive), nullptr, {}, 0};
        };
        const auto at = static_cast<int>(kind.comparands.size());
        kind.comparands.push_back(comparandOf(one, left, isOne));
        kind.comparands.push_back(comparandOf(other, right, !isOne));
        kind.edges.push_back({at, at + 1, {Relation::Conflict, QStringLiteral("negated-in-same-words"), QStringLiteral("the same words with and without \"not\"")}});
    });
    return kind;
}

} // namespace variorum::comparison
