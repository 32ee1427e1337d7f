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
    const std::optional<base::EntityId> otherAgent = actorOf(material.view(other));
    constexpr double kSurely = 0.8; // likelihood of two clauses that nothing in them contradicts
    const bool isOneKindOfAct = alignment.predicateLikeness >= material.weights.related;
    const bool mayShareAgent = !agent || !otherAgent || agent == otherAgent;
    if (alignment.likelihood >= kSurely && isOneKindOfAct && mayShareAgent && isVerbal(left) && isVerbal(material.view(other)))
        return true;
    if (!agent || agent != actorOf(material.view(other)) || alignment.predicateLikeness < material.weights.related)
        return false;
    return std::any_of(alignment.units.begin(), alignment.units.end(), [&](const AlignedUnits &pair) {
        const Unit &unit = left.units[static_cast<size_t>(pair.one)];
        return unit.entity && unit.entity != agent;
    });
}

namespace {

bool standInGaps(const Comparand &one, const model::Statement &left, const Comparand &other, const model::Statement &right, const SameWords &sameWords)
{
    return std::any_of(sameWords.gaps.begin(), sameWords.gaps.end(), [&](const WordGap &gap) {
        return spanOf(left, gap.oneBegin, gap.oneEnd).overlaps(one.evidence) && spanOf(right, gap.otherBegin, gap.otherEnd).overlaps(other.evidence);
    });
}

} // namespace

bool standForEachOther(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const StatementView &left = material.view(one.statement);
    const StatementView &right = material.view(other.statement);
    if (standInGaps(one, *left.statement, other, *right.statement, alignment.sameWords))
        return true;
    // "two days of careful digging" is too short to prove anything by its words; the sentence around is not.
    const StatementView &outerLeft = outerOf(left, material);
    const StatementView &outerRight = outerOf(right, material);
    if ((&outerLeft == &left && &outerRight == &right) || outerLeft.article == outerRight.article)
        return false;
    const auto placeOf = [&material](const StatementView &view) { return static_cast<int>(&view - material.views.data()); };
    const Alignment *around = material.alignment(placeOf(outerLeft), placeOf(outerRight));
    return around && around->sameWords.areSame && standInGaps(one, *outerLeft.statement, other, *outerRight.statement, around->sameWords);
}

const StatementView &outerOf(const StatementView &view, const StoryMaterial &material)
{
    if (!view.statement->within)
        return view;
    // A story's statements ascend by id.
    const auto outer = std::lower_bound(material.views.begin(), material.views.end(), *view.statement->within, [](const StatementView &other, base::StatementId id) { return other.statement->id < id; });
    return outer == material.views.end() || outer->statement->id != *view.statement->within ? view : *outer;
}

bool isBackground(const StatementView &view, const StoryMaterial &material)
{
    constexpr qint64 kDays = 300;
    const std::optional<model::NewsDate> &published = material.articles[static_cast<size_t>(view.article)]->published;
    const auto isLongAgo = [&published](const model::Slot &slot) {
        return slot.time && slot.time->kind != model::TimeKind::Duration && slot.time->from && slot.time->from->daysTo(published->utcForOrdering()) > kDays;
    };
    // "the worst since 2009, when 11 people drowned": the year stands in the clause around.
    const StatementView *at = &view;
    for (const StatementView *next = nullptr; published && at; at = next == at ? nullptr : next) {
        if (std::any_of(at->statement->slots.begin(), at->statement->slots.end(), isLongAgo))
            return true;
        next = &outerOf(*at, material);
    }
    return false;
}

QString rowOf(const model::QuantityValue &value)
{
    return value.unit.isEmpty() || value.unit == QLatin1String("1") ? value.counted : u'[' + value.unit;
}

CountedRows findCountedRows(const std::vector<StatementView> &views)
{
    CountedRows rows;
    for (const StatementView &view : views) {
        const std::vector<model::StatementWord> &words = view.statement->words;
        const auto isPartOfMore = [&words](const model::Slot &slot) { // "three of his nine trips"
            const auto next = std::find_if(words.begin(), words.end(), [&slot](const model::StatementWord &word) { return word.span.begin >= slot.span.end; });
            return next != words.end() && next->lemma == QLatin1String("of");
        };
        for (const model::Slot &slot : view.statement->slots) {
            const bool isCardinal = slot.quantity && slot.quantity->value && !slot.quantity->isOrdinal && !slot.quantity->isFraction && !rowOf(*slot.quantity).isEmpty();
            if (isCardinal && !isPartOfMore(slot))
                rows[{view.article, rowOf(*slot.quantity)}].insert(*slot.quantity->value);
        }
    }
    return rows;
}

bool isVerbal(const StatementView &view)
{
    return std::any_of(view.units.begin(), view.units.end(), [](const Unit &unit) { return unit.isPredicate && unit.wordClass == language::WordClass::Verb; });
}

} // namespace variorum::comparison
