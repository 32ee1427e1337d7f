// Two statements, held to speak of one thing, that cannot both be right: see separate_clashes.h for what follows from it.

#include "comparison/divergences/counts.h"

#include "comparison/values/times.h"

#include <algorithm>

namespace variorum::comparison {

using model::Slot;
using model::SlotRole;

namespace {

template<typename Compare>
bool onlyConflict(const std::vector<Comparand> &ones, const std::vector<Comparand> &others, Compare compare)
{
    bool isConflict = false;
    for (const Comparand &one : ones) {
        for (const Comparand &other : others) {
            const Relation relation = compare(one, other).relation;
            if (relation != Relation::Conflict && relation != Relation::Unknown)
                return false;
            isConflict = isConflict || relation == Relation::Conflict;
        }
    }
    return isConflict;
}

bool polaritiesClash(int one, int other, const StoryMaterial &material)
{
    const model::Statement &left = *material.view(one).statement;
    const model::Statement &right = *material.view(other).statement;
    const auto isTold = [](const model::Statement &statement) { return statement.certainty == model::Certainty::Asserted || statement.certainty == model::Certainty::Reported; };
    const Alignment *alignment = material.alignment(one, other);
    return left.polarity != right.polarity && isTold(left) && isTold(right) && alignment && alignment->predicateLikeness >= material.weights.hypernym;
}

} // namespace

bool clash(int one, int other, const StoryMaterial &material)
{
    const auto slotsIn = [&material](int statement, auto fits) { return slotsOf(ClaimGroup{{statement}, {}, 0}, material, fits); };
    const auto isTime = [](const Slot &slot) { return slot.time && (slot.role == SlotRole::Time || slot.role == SlotRole::Duration); };
    const auto compareTimes = [](const Comparand &left, const Comparand &right) { return compareTimesAsTold(*left.slot->time, left.slot->text, *right.slot->time, right.slot->text); };
    return onlyConflict(countsIn(one, material), countsIn(other, material), [&material](const Comparand &left, const Comparand &right) { return compareCounts(left, right, material); })
        || onlyConflict(slotsIn(one, isTime), slotsIn(other, isTime), compareTimes) || polaritiesClash(one, other, material);
}

bool clashInPeople(int one, int other, const StoryMaterial &material)
{
    const auto peopleIn = [&](int statement) {
        std::vector<Comparand> found = countsIn(statement, material);
        std::erase_if(found, [&](const Comparand &comparand) { return !countsPeople(*comparand.slot->quantity, material); });
        return found;
    };
    return onlyConflict(peopleIn(one), peopleIn(other), [&material](const Comparand &left, const Comparand &right) { return compareCounts(left, right, material); });
}

} // namespace variorum::comparison
