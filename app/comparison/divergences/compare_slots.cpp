// Slot values of one claim: times, quantities, places. A conflict needs the same predicate (or what is counted) on
// both sides and a strong alignment of the two statements; anything weaker may show a refinement, never a conflict.

#include "comparison/divergences/claim_material.h"

#include "comparison/values/proper_names.h"
#include "comparison/values/times.h"
#include "model/names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::DivergenceKind;
using model::Slot;
using model::SlotRole;

namespace {

constexpr double kLikely = 0.5; // from here two statements more likely than not make one claim
constexpr double kSameRow = 0.6; // likeness of statements whose ordinals count in one row

template<typename Fits>
std::vector<Comparand> slotsOf(const ClaimGroup &claim, const StoryMaterial &material, Fits fits)
{
    std::vector<Comparand> found;
    for (const int member : claim.members) {
        for (const Slot &slot : material.view(member).statement->slots) {
            if (fits(slot))
                found.push_back({member, slot.span, slot.value.isEmpty() ? slot.text : slot.value, &slot, {}, 0});
        }
    }
    return found;
}

const model::StatementWord *wordAt(const StatementView &view, int place) { return &view.statement->words[static_cast<size_t>(place)]; }

/// The word that a slot's words hang on: "well" of "a 40-metre-deep well".
QString governorOf(const Comparand &comparand, const StoryMaterial &material)
{
    const StatementView &view = material.view(comparand.statement);
    for (const model::StatementWord &word : view.statement->words) {
        if (!comparand.evidence.contains(word.span) || !word.head)
            continue;
        const model::StatementWord *head = wordAt(view, *word.head);
        if (!comparand.evidence.contains(head->span))
            return head->lemma;
    }
    return {};
}

bool isMeasure(const model::QuantityValue &value) { return !value.unit.isEmpty() && value.unit != QLatin1String("1"); }

QString dimensionIn(const std::vector<model::StatementWord> &words, const Comparand &comparand)
{
    static constexpr std::array<QStringView, 10> kDimensions = {u"deep", u"wide", u"long", u"tall", u"high", u"thick", u"broad", u"across", u"old", u"away"};
    const auto isDimension = [](const model::StatementWord &word) { return std::find(kDimensions.begin(), kDimensions.end(), word.lemma) != kDimensions.end(); };
    for (size_t place = 0; place < words.size(); ++place) {
        const bool isNext = place > 0 && words[place - 1].span.end == comparand.evidence.end;
        if ((comparand.evidence.contains(words[place].span) || isNext) && isDimension(words[place]))
            return words[place].lemma;
    }
    return {};
}

/// The statement that it stands in; itself where there is none.
const StatementView &outerOf(const StatementView &view, const StoryMaterial &material)
{
    if (!view.statement->within)
        return view;
    const auto outer = std::find_if(material.views.begin(), material.views.end(), [&view](const StatementView &other) { return other.statement->id == *view.statement->within; });
    return outer == material.views.end() ? view : *outer;
}

/// The dimension that a measure is said to be of: "deep" of "130ft deep", in its statement or the one around. Empty where
/// none is said.
QString dimensionOf(const Comparand &comparand, const StoryMaterial &material)
{
    const StatementView &view = material.view(comparand.statement);
    const QString own = dimensionIn(view.statement->words, comparand);
    return own.isEmpty() ? dimensionIn(outerOf(view, material).statement->words, comparand) : own;
}

/// Is it the same thing that the two measure? "130ft deep" and "12 inches wide" hang on other words, and neither on the act.
bool measureSame(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const QString left = governorOf(one, material);
    const QString right = governorOf(other, material);
    if (dimensionOf(one, material) != dimensionOf(other, material) && !dimensionOf(one, material).isEmpty() && !dimensionOf(other, material).isEmpty())
        return false;
    if (!left.isEmpty() && (left == right || material.knowledge.areSynonyms(left, right, language::WordClass::Noun)))
        return true;
    const auto hangsOnAct = [&material](const Comparand &comparand, const QString &governor) {
        return governor.isEmpty() || governor == material.view(comparand.statement).statement->predicate;
    };
    if (!hangsOnAct(one, left) && !hangsOnAct(other, right))
        return false;
    return one.slot->role == other.slot->role && alignment.predicateLikeness >= material.weights.samePredicate
        && tellOfOneAct(one.statement, other.statement, alignment, material);
}

/// "are missing" as well as "vanished", but not "450 passengers".
bool isClause(const StatementView &view)
{
    const std::vector<model::StatementWord> &words = view.statement->words;
    return isVerbal(view) || std::any_of(words.begin(), words.end(), [&](const model::StatementWord &word) {
        return word.deprel == model::Deprel::Cop && word.head && view.statement->predicateSpan.overlaps(wordAt(view, *word.head)->span);
    });
}

/// The statement that a bare count stands in: "can carry 450 passengers" of "450 passengers".
const StatementView &clauseOf(const StatementView &view, const StoryMaterial &material) { return isClause(view) ? view : outerOf(view, material); }

bool tellsAbility(const StatementView &view)
{
    return std::any_of(view.statement->words.begin(), view.statement->words.end(), [](const model::StatementWord &word) {
        return word.lemma == QLatin1String("can") || word.lemma == QLatin1String("could") || word.lemma == QLatin1String("capacity") || word.lemma == QLatin1String("capable");
    });
}

/// A story counts its people in many ways (aboard, missing, hurt); only those of one act are held against each other.
bool countPeopleOfOneAct(const StatementView &left, const StatementView &right, const StoryMaterial &material)
{
    if (tellsAbility(left) != tellsAbility(right) || isClause(left) != isClause(right))
        return false;
    WordLikeness likeness(material.knowledge, material.weights);
    double best = 0;
    for (const Unit &first : left.units) {
        for (const Unit &second : right.units) {
            if (first.isPredicate && second.isPredicate)
                best = std::max(best, likeness.of(first, second));
        }
    }
    return best >= material.weights.related;
}

/// Told of another year than the article's own: background ("the fire of 2009 killed 11"), not the event.
bool isBackground(const StatementView &view, const StoryMaterial &material)
{
    constexpr qint64 kDays = 300;
    const std::optional<model::NewsDate> &published = material.articles[static_cast<size_t>(view.article)]->published;
    const auto isLongAgo = [&published](const Slot &slot) {
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

bool isPerson(const QString &noun, const StoryMaterial &material)
{
    return noun == QLatin1String("people") || material.knowledge.isKindOf(noun, u"person") || material.knowledge.isKindOf(noun, u"people");
}

bool isBareCount(const model::QuantityValue &value) { return value.counted.isEmpty() && !isMeasure(value) && !value.isOrdinal && !value.isFraction; }

/// Of one act, a number without a noun counts what the other one counts: "40 people were injured", "43 were injured".
std::pair<model::QuantityValue, model::QuantityValue> withSharedNoun(model::QuantityValue one, model::QuantityValue other, const Alignment &alignment, const StoryMaterial &material)
{
    if (alignment.predicateLikeness < material.weights.related || one.isOrdinal || other.isOrdinal || isMeasure(one) || isMeasure(other))
        return {one, other};
    const QString noun = !one.counted.isEmpty() ? one.counted : !other.counted.isEmpty() ? other.counted : QStringLiteral("people");
    if (isBareCount(one) && isPerson(noun, material))
        one.counted = noun;
    if (isBareCount(other) && isPerson(noun, material))
        other.counted = noun;
    return {one, other};
}

/// "downtown Lund", "northern Italy": a part of the place that is named.
bool namesPart(const QString &words)
{
    static constexpr std::array<QStringView, 12> kParts = {u"downtown", u"central", u"northern", u"southern", u"eastern", u"western",
                                                          u"north-eastern", u"north-western", u"south-eastern", u"south-western", u"suburban", u"inner"};
    return std::any_of(kParts.begin(), kParts.end(), [first = words.section(u' ', 0, 0)](QStringView part) { return first == part; });
}

/// A fragment's counts stand in the statement around it, where its own words lost them: "least 160 people".
std::vector<Comparand> countsIn(int statement, const StoryMaterial &material)
{
    const StatementView &view = material.view(statement);
    std::vector<Comparand> found = slotsOf(ClaimGroup{{statement}, {}, 0}, material, [](const Slot &slot) { return slot.quantity.has_value(); });
    const StatementView &outer = outerOf(view, material);
    if (!found.empty() || &outer == &view || outer.statement->place.field != view.statement->place.field)
        return found;
    for (const Slot &slot : outer.statement->slots) {
        if (slot.quantity && slot.span.overlaps(view.span()))
            found.push_back({statement, slot.span, slot.value, &slot, {}, 0});
    }
    return found;
}

/// "the seventh victim" tells of at least seven, so not of "five victims".
Outcome compareWithOrdinal(const model::QuantityValue &ordinal, const model::QuantityValue &count, const StoryMaterial &material)
{
    const bool isLimited = count.bound == model::Bound::Exact || count.bound == model::Bound::AtMost || count.bound == model::Bound::LessThan;
    const std::optional<double> most = count.high ? count.high : count.value;
    if (!ordinal.value || !most || !isLimited || isMeasure(count) || *ordinal.value <= *most || !areCountedAlike(ordinal.counted, count.counted, material.knowledge))
        return {};
    return {Relation::Conflict, QStringLiteral("place-beyond-count"), {}};
}

Outcome compareCounts(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    Alignment ofOneThing;
    ofOneThing.predicateLikeness = 1; // the claim says so
    const auto [left, right] = withSharedNoun(*one.slot->quantity, *other.slot->quantity, ofOneThing, material);
    if (left.isOrdinal || right.isOrdinal)
        return left.isOrdinal == right.isOrdinal ? Outcome{} : left.isOrdinal ? compareWithOrdinal(left, right, material) : compareWithOrdinal(right, left, material);
    const QString leftDimension = dimensionOf(one, material);
    const QString rightDimension = dimensionOf(other, material);
    if (isMeasure(left) && !leftDimension.isEmpty() && !rightDimension.isEmpty() && leftDimension != rightDimension)
        return {};
    return compareQuantities(left, right, material.knowledge, material.convert);
}

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
    // A digger may be a man or a machine.
    const auto isSurelyPerson = [&material](const QString &noun) { return isPerson(noun, material) && !material.knowledge.isKindOf(noun, u"machine"); };
    const auto peopleIn = [&](int statement) {
        std::vector<Comparand> found = countsIn(statement, material);
        std::erase_if(found, [&](const Comparand &comparand) { return isMeasure(*comparand.slot->quantity) || !isSurelyPerson(comparand.slot->quantity->counted); });
        return found;
    };
    return onlyConflict(peopleIn(one), peopleIn(other), [&material](const Comparand &left, const Comparand &right) { return compareCounts(left, right, material); });
}

ComparedKind compareTimeSlots(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Time;
    kind.comparands = slotsOf(claim, material, [](const Slot &slot) { return slot.time && (slot.role == SlotRole::Time || slot.role == SlotRole::Duration); });
    for (Comparand &comparand : kind.comparands) {
        if (isBareClock(*comparand.slot->time, comparand.slot->text))
            comparand.shown.remove(0, std::max(qsizetype{0}, comparand.shown.indexOf(QRegularExpression(QStringLiteral("T\\d"))))); // the day was filled in
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const Outcome outcome = compareTimesAsTold(*one.slot->time, one.slot->text, *other.slot->time, other.slot->text);
        if (standForEachOther(one, other, alignment, material))
            return outcome;
        const auto isOfSaying = [&material](const Comparand &comparand) { return isSpeech(*material.view(comparand.statement).statement, material.knowledge); };
        if (isOfSaying(one) && isOfSaying(other))
            return Outcome{}; // "said in the evening", "said on Friday": both may have
        if (alignment.predicateLikeness < material.weights.hypernym && alignment.score < material.weights.strongPair && alignment.likelihood < kLikely)
            return Outcome{};
        if (alignment.predicateLikeness < material.weights.hypernym && outcome.rule == QLatin1String("times-overlap"))
            return Outcome{}; // of other acts, a common hour proves nothing
        return carried(outcome, tellOfOneAct(one.statement, other.statement, alignment, material));
    });
    return kind;
}

ComparedKind compareQuantitySlots(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Quantity;
    kind.comparands = slotsOf(claim, material, [](const Slot &slot) { return slot.quantity.has_value(); });
    const std::vector<Comparand> all = kind.comparands;
    std::erase_if(kind.comparands, [&all](const Comparand &comparand) {
        return isBareCount(*comparand.slot->quantity) && std::any_of(all.begin(), all.end(), [&comparand](const Comparand &other) {
                   return other.statement == comparand.statement && !other.slot->quantity->counted.isEmpty() && !other.slot->quantity->isOrdinal;
               });
    }); // "six people are dead and nine" counts nine of something else
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const auto [left, right] = withSharedNoun(*one.slot->quantity, *other.slot->quantity, alignment, material);
        const Outcome outcome = compareQuantities(left, right, material.knowledge, material.convert);
        if (isMeasure(left))
            return measureSame(one, other, alignment, material) || standForEachOther(one, other, alignment, material) ? outcome : Outcome{};
        const StatementView &leftClause = clauseOf(material.view(one.statement), material);
        const StatementView &rightClause = clauseOf(material.view(other.statement), material);
        if (isBackground(leftClause, material) != isBackground(rightClause, material))
            return Outcome{};
        const bool sameAbility = tellsAbility(leftClause) == tellsAbility(rightClause);
        if (sameAbility && left.isOrdinal == right.isOrdinal && standForEachOther(one, other, alignment, material))
            return outcome;
        const bool isConflict = outcome.relation == Relation::Conflict;
        if (isConflict && (isPerson(left.counted, material) || isPerson(right.counted, material)) && !countPeopleOfOneAct(leftClause, rightClause, material))
            return Outcome{};
        const bool isFirst = left.value == 1.0 || right.value == 1.0;
        if (left.isOrdinal && outcome.relation == Relation::Conflict && (isFirst || alignment.score < kSameRow))
            return Outcome{}; // "first trip since May", "10th trip": other rows
        const auto isAnyone = [](const QString &noun) { return noun == QLatin1String("people") || noun == QLatin1String("person"); };
        const bool arePeople = isPerson(left.counted, material) && isPerson(right.counted, material) && (isAnyone(left.counted) || isAnyone(right.counted));
        const bool sameNoun = arePeople || left.counted == right.counted || material.knowledge.areSynonyms(left.counted, right.counted, language::WordClass::Noun);
        return carried(outcome, sameNoun && sameAbility && (alignment.score >= material.weights.strongPair || alignment.predicateLikeness >= material.weights.samePredicate));
    });
    return kind;
}

ComparedKind comparePlaceSlots(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Place;
    const auto isPlace = [&material](const Slot &slot) {
        const bool role = slot.role == SlotRole::Place || slot.role == SlotRole::Destination || slot.role == SlotRole::Origin;
        return role && slot.entity && material.entity(*slot.entity).kind == model::EntityKind::Place;
    };
    kind.comparands = slotsOf(claim, material, isPlace);
    for (Comparand &comparand : kind.comparands)
        comparand.shown = namesPart(comparand.slot->text) ? comparand.slot->text : material.entity(*comparand.slot->entity).name;
    const PlaceContainment contains = [&material](const QString &outer, const QString &inner) { return material.placesWithin.contains({outer, inner}); };
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        if (one.slot->entity == other.slot->entity && namesPart(one.slot->text) != namesPart(other.slot->text))
            return Outcome{Relation::Refinement, QStringLiteral("part-of-place"), QStringLiteral("%1 / %2").arg(one.slot->text, other.slot->text)};
        if (one.slot->entity == other.slot->entity)
            return Outcome{Relation::Same, QStringLiteral("same-entity"), one.shown};
        const bool shareOuter = std::any_of(material.placesWithin.begin(), material.placesWithin.end(), [&](const auto &pair) {
            return pair.second == nameKey(one.shown) && material.placesWithin.contains({pair.first, nameKey(other.shown)});
        });
        const bool isCarried = one.slot->role == other.slot->role && tellOfOneAct(one.statement, other.statement, alignment, material);
        return carried(comparePlaces(one.shown, other.shown, contains, shareOuter), isCarried);
    });
    return kind;
}

std::set<std::pair<QString, QString>> findPlacesWithin(const std::vector<StatementView> &views, const std::vector<model::Entity> &entities)
{
    using model::Deprel;
    std::set<std::pair<QString, QString>> within;
    const auto placeOf = [&entities](const model::StatementWord &word) -> const model::Entity * {
        if (!word.entity)
            return nullptr;
        const model::Entity &entity = entities[static_cast<size_t>(word.entity->value - 1)];
        return entity.kind == model::EntityKind::Place ? &entity : nullptr;
    };
    for (const StatementView &view : views) {
        for (const model::StatementWord &word : view.statement->words) {
            const model::Entity *outer = placeOf(word);
            const model::Entity *inner = word.head ? placeOf(view.statement->words[static_cast<size_t>(*word.head)]) : nullptr;
            const Deprel relation = model::mainType(word.deprel);
            const bool tells = relation == Deprel::Nmod || relation == Deprel::Appos || word.deprel == Deprel::NmodPoss;
            if (outer && inner && outer != inner && tells)
                within.emplace(nameKey(outer->name), nameKey(inner->name));
        }
    }
    return within;
}

} // namespace variorum::comparison
