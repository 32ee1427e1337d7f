#include "comparison/divergences/claim_material.h"

#include <algorithm>

namespace variorum::comparison {

std::optional<base::EntityId> actorOf(const StatementView &view)
{
    std::optional<base::EntityId> patient; // of a passive, or of what a parser takes for one ("is headed")
    for (const model::Slot &slot : view.statement->slots) {
        if (slot.role == model::SlotRole::Agent && slot.entity)
            return slot.entity;
        if (slot.role == model::SlotRole::Patient && slot.entity && slot.span.end <= view.statement->predicateSpan.begin)
            patient = patient ? patient : slot.entity;
    }
    return patient;
}

bool tellOfOneAct(int one, int other, const Alignment &alignment, const StoryMaterial &material)
{
    if (alignment.sameWords.areSame || (alignment.score >= material.weights.strongPair && alignment.predicateLikeness >= material.weights.samePredicate))
        return true;
    const StatementView &left = material.view(one);
    const std::optional<base::EntityId> agent = actorOf(left);
    if (!agent || agent != actorOf(material.view(other)) || alignment.predicateLikeness < material.weights.related)
        return false;
    return std::any_of(alignment.units.begin(), alignment.units.end(), [&](const AlignedUnits &pair) {
        const Unit &unit = left.units[static_cast<size_t>(pair.one)];
        return unit.entity && unit.entity != agent;
    });
}

bool standForEachOther(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const model::Statement &left = *material.view(one.statement).statement;
    const model::Statement &right = *material.view(other.statement).statement;
    return std::any_of(alignment.sameWords.gaps.begin(), alignment.sameWords.gaps.end(), [&](const WordGap &gap) {
        return spanOf(left, gap.oneBegin, gap.oneEnd).overlaps(one.evidence) && spanOf(right, gap.otherBegin, gap.otherEnd).overlaps(other.evidence);
    });
}

bool isSpeech(const model::Statement &statement, const LexicalKnowledge &knowledge)
{
    if (!knowledge.isReporting(statement.predicate))
        return false;
    // "the minister related that ..." speaks; "the fire was not related to the strike" does not.
    return statement.predicate == QLatin1String("say") || statement.predicate == QLatin1String("tell")
        || std::any_of(statement.slots.begin(), statement.slots.end(), [&knowledge](const model::Slot &slot) {
               return slot.role == model::SlotRole::Quotation || (slot.role == model::SlotRole::Agent && (slot.entity || knowledge.isKindOf(slot.headLemma, u"person")));
           });
}

bool isVerbal(const StatementView &view)
{
    return std::any_of(view.units.begin(), view.units.end(), [](const Unit &unit) { return unit.isPredicate && unit.wordClass == language::WordClass::Verb; });
}

} // namespace variorum::comparison
