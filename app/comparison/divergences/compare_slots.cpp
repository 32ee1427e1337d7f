// Slot values of one claim: times and places. A conflict needs the same predicate on
// both sides and a strong alignment of the two statements; anything weaker may show a refinement, never a conflict.

#include "comparison/divergences/acts.h"
#include "comparison/divergences/rivals.h"

#include "comparison/values/clock_times.h"
#include "comparison/values/proper_names.h"
#include "comparison/values/times.h"
#include "model/names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace variorum::comparison {

using model::DivergenceKind;
using model::Slot;
using model::SlotRole;

namespace {

constexpr double kLikely = 0.5; // from here two statements more likely than not make one claim
constexpr double kPerhaps = 0.4;

/// "downtown Lund", "northern Italy": a part of the place that is named.
bool namesPart(const QString &words)
{
    static constexpr std::array<QStringView, 12> kParts = {u"downtown", u"central", u"northern", u"southern", u"eastern", u"western",
                                                          u"north-eastern", u"north-western", u"south-eastern", u"south-western", u"suburban", u"inner"};
    return std::any_of(kParts.begin(), kParts.end(), [first = words.section(u' ', 0, 0)](QStringView part) { return first == part; });
}

/// The place that the slot names: its own entity, or that of the name in it ("Hebei province").
std::optional<base::EntityId> placeNamedIn(const Slot &slot, const model::Statement &statement, const StoryMaterial &material)
{
    const auto isPlace = [&material](std::optional<base::EntityId> entity) { return entity && material.entity(*entity).kind == model::EntityKind::Place; };
    if (slot.entity)
        return isPlace(slot.entity) ? slot.entity : std::nullopt;
    const auto named = std::find_if(statement.words.begin(), statement.words.end(), [&](const model::StatementWord &word) { return slot.span.contains(word.span) && isPlace(word.entity); });
    return named == statement.words.end() ? std::nullopt : named->entity;
}

/// "was closed for three days", "will be closed for two weeks": a plan lasts as long as it is told to, whatever has passed.
bool isOnePlanned(const StatementView &one, const StatementView &other)
{
    const auto isPlan = [](const StatementView &view) { return view.statement->certainty == model::Certainty::Planned; };
    return isPlan(one) != isPlan(other);
}

/// What must hold before times that differ may be two accounts of one act.
bool mayBeOneTime(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    constexpr qint64 kDays = 400; // further apart, two acts of a kind are likelier than a mistake
    const StatementView &left = material.view(one.statement);
    const StatementView &right = material.view(other.statement);
    WordLikeness &likeness = material.likeness;
    if (!isVerbal(left) || !isVerbal(right) || haveOtherActors(left, right) || haveOtherObjects(left, right, likeness))
        return false;
    const model::TimeValue &first = *one.slot->time;
    const model::TimeValue &second = *other.slot->time;
    if (first.kind == model::TimeKind::Duration || !first.from || !second.from)
        return !isOnePlanned(left, right);
    return isBackground(left, material) == isBackground(right, material) && std::abs(first.from->daysTo(*second.from)) <= kDays;
}

/// With its modifier ("~P5Y", "end of 2018"), else two that differ by it would be shown as one reading. A bare clock time loses
/// its day, which was filled in.
QString shownTime(const Slot &slot)
{
    static const QRegularExpression kClock(QStringLiteral("T\\d"));
    const QString &timex = slot.time->timex;
    if (timex.isEmpty())
        return slot.text;
    const QString shown = model::printed(*slot.time);
    const qsizetype clock = isBareClock(*slot.time, slot.text) ? timex.indexOf(kClock) : 0;
    return clock <= 0 ? shown : shown.chopped(timex.size()) + timex.sliced(clock);
}

bool areOneLength(const Comparand &one, const Comparand &other)
{
    const model::TimeValue &left = *one.slot->time;
    return left.kind == model::TimeKind::Duration && left.seconds && left.timex == other.slot->time->timex;
}

/// "a year", "less than a year": the commonest of lengths.
bool isOneUnit(const model::TimeValue &value) { return std::count_if(value.timex.begin(), value.timex.end(), [](QChar sign) { return sign.isDigit(); }) == 1 && value.timex.contains(u'1'); }

/// Two exact clock times of what both clauses mean by their verbs ("left the quay at 07:40", "set off at 8.10"), where more
/// likely than not they make one claim; or where they surely do, whatever the verbs ("the alarm rang at 2.41", "struck just after two").
bool areTwoAccounts(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    constexpr double kSurely = 0.8;
    constexpr qint64 kNear = 3600; // seconds; further apart, two acts of one day are likelier
    if (!isClockTime(*one.slot->time) || !isClockTime(*other.slot->time) || !isVerbal(material.view(one.statement)) || !isVerbal(material.view(other.statement)))
        return false;
    const auto clockOf = [](const Comparand &comparand) { return comparand.slot->time->from->time(); };
    const bool areNear = std::abs(clockOf(one).secsTo(clockOf(other))) <= kNear && !haveForeignSubjects(one, other, material);
    return (alignment.likelihood >= kSurely && areNear) || (alignment.likelihood >= kLikely && meanOneAct(material.view(one.statement), material.view(other.statement), material));
}

/// "since Monday", "by Friday": where the time only bounds what is told, and how. Empty where it is the time of it.
QString limitOf(const Comparand &comparand, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 7> kLimits = {u"since", u"until", u"till", u"by", u"from", u"through", u"before"};
    const std::vector<model::StatementWord> &words = material.view(comparand.statement).statement->words;
    const auto at = std::find_if(words.begin(), words.end(), [&](const model::StatementWord &word) { return word.span.overlaps(comparand.evidence); });
    const bool isLimited = at != words.begin() && at != words.end() && std::find(kLimits.begin(), kLimits.end(), (at - 1)->lemma) != kLimits.end();
    return isLimited ? (at - 1)->lemma : QString();
}

/// "the first bomb", "the second bomb", "another fire": which of several acts a clause tells of.
QStringList placesInRow(const StatementView &view)
{
    static constexpr std::array<QStringView, 9> kPlaces = {u"first", u"second", u"third", u"fourth", u"fifth", u"another", u"next", u"last", u"latter"};
    QStringList found;
    for (const model::StatementWord &word : view.statement->words) {
        if (word.span.end <= view.statement->predicateSpan.begin && std::find(kPlaces.begin(), kPlaces.end(), word.lemma) != kPlaces.end())
            found.append(word.lemma);
    }
    return found;
}

/// What is still to come is announced in each paper's own time: "plays at 3:30 p.m.", "with kickoff at 4:30 p.m.".
bool mayBeOfOtherZones(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    if (!isClockTime(*one.slot->time) || !isClockTime(*other.slot->time) || one.slot->time->from->time().minute() != other.slot->time->from->time().minute())
        return false;
    return !isDone(material.view(one.statement), material) && !isDone(material.view(other.statement), material);
}

/// "The Orioles have offered a seven-year deal", "an eight-year offer": whose the second is is not told, so it may be another's.
bool isOfOneActorOnly(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const auto actorAround = [&material](const Comparand &comparand) {
        const StatementView &view = material.view(comparand.statement);
        const std::optional<base::EntityId> actor = actorOf(view);
        return actor ? actor : actorOf(outerOf(view, material));
    };
    const bool areLengths = one.slot->time->kind == model::TimeKind::Duration && other.slot->time->kind == model::TimeKind::Duration;
    return areLengths && actorAround(one) != actorAround(other);
}

/// What the words tell against two times that exclude each other being of one act.
bool areOfOtherActs(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    if (limitOf(one, material) != limitOf(other, material) || placesInRow(material.view(one.statement)) != placesInRow(material.view(other.statement)))
        return true;
    if (standForEachOther(one, other, alignment, material))
        return false;
    const auto isOfSaying = [&material](const Comparand &comparand) { return isSpeech(*material.view(comparand.statement).statement, material.knowledge); };
    return (isOfSaying(one) && isOfSaying(other)) // "said in the evening", "said on Friday": both may have
        || mayBeOfOtherZones(one, other, material) || isOfOneActorOnly(one, other, material);
}

/// How the two stand, where the words prove that they are of one act.
Outcome provenDifference(const Comparand &one, const Comparand &other, const Alignment &alignment, const StoryMaterial &material)
{
    const Outcome outcome = compareTimesAsTold(*one.slot->time, one.slot->text, *other.slot->time, other.slot->text);
    if (outcome.relation == Relation::Conflict && areOfOtherActs(one, other, alignment, material))
        return {};
    if (standForEachOther(one, other, alignment, material)) {
        if (outcome.rule == QLatin1String("inferred-date") && nameOtherWeekdays(one.slot->text, other.slot->text))
            return {Relation::Conflict, QStringLiteral("weekdays-apart"), outcome.reason};
        return outcome;
    }
    const auto isOfSaying = [&material](const Comparand &comparand) { return isSpeech(*material.view(comparand.statement).statement, material.knowledge); };
    if ((isOfSaying(one) && isOfSaying(other)) || (outcome.relation == Relation::Conflict && !mayBeOneTime(one, other, material)))
        return {};
    const bool areOfOneAct = alignment.predicateLikeness >= material.weights.hypernym || meanOneAct(material.view(one.statement), material.view(other.statement), material);
    const bool areEqual = areOneLength(one, other); // "five years", "about five years": that is no chance, but for "a year"
    if (!areOfOneAct && areEqual && isOneUnit(*one.slot->time))
        return {};
    if (!areOfOneAct && alignment.score < material.weights.strongPair && alignment.likelihood < (areEqual ? kPerhaps : kLikely))
        return {};
    if (!areOfOneAct && outcome.rule == QLatin1String("times-overlap"))
        return {}; // of other acts, a common hour proves nothing
    return carried(outcome, tellOfOneAct(one.statement, other.statement, alignment, material) || areTwoAccounts(one, other, alignment, material));
}

} // namespace

ComparedKind compareTimeSlots(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Time;
    kind.comparands = slotsOf(claim, material, [](const Slot &slot) { return slot.time && (slot.role == SlotRole::Time || slot.role == SlotRole::Duration); });
    for (Comparand &comparand : kind.comparands)
        comparand.shown = shownTime(*comparand.slot);
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const Outcome outcome = provenDifference(one, other, alignment, material);
        const bool mayBeRivals = outcome.relation == Relation::Unknown && !areOfOtherActs(one, other, alignment, material);
        return mayBeRivals ? compareRivalTimes(one, other, alignment, material) : outcome;
    });
    return kind;
}

ComparedKind comparePlaceSlots(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Place;
    for (const int member : claim.members) {
        const model::Statement &statement = *material.view(member).statement;
        for (const Slot &slot : statement.slots) {
            const bool isPlace = slot.role == SlotRole::Place || slot.role == SlotRole::Destination || slot.role == SlotRole::Origin;
            const std::optional<base::EntityId> entity = isPlace ? placeNamedIn(slot, statement, material) : std::nullopt;
            if (entity)
                kind.comparands.push_back({member, slot.span, namesPart(slot.text) ? slot.text : material.entity(*entity).name, &slot, {}, static_cast<int>(entity->value)});
        }
    }
    const PlaceContainment contains = [&material](const QString &outer, const QString &inner) { return material.placesWithin.contains({outer, inner}); };
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        if (one.place == other.place && namesPart(one.slot->text) != namesPart(other.slot->text))
            return Outcome{Relation::Refinement, QStringLiteral("part-of-place"), QStringLiteral("%1 / %2").arg(one.slot->text, other.slot->text)};
        if (one.place == other.place)
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
    const auto isListedAfter = [](const model::StatementWord &before, const model::StatementWord &word) { // "Baoding, Hebei": only a comma between
        constexpr qsizetype kComma = 2;
        return word.span.begin - before.span.end == kComma && word.deprel != Deprel::Conj;
    };
    const auto placeOf = [&entities](const model::StatementWord &word) -> const model::Entity * {
        if (!word.entity)
            return nullptr;
        const model::Entity &entity = entities[static_cast<size_t>(word.entity->value - 1)];
        return entity.kind == model::EntityKind::Place ? &entity : nullptr;
    };
    for (const StatementView &view : views) {
        const auto &words = view.statement->words;
        for (size_t at = 0; at < words.size(); ++at) {
            const model::StatementWord &word = words[at];
            const model::Entity *before = at > 0 && isListedAfter(words[at - 1], word) ? placeOf(words[at - 1]) : nullptr;
            if (before && placeOf(word) && placeOf(word) != before)
                within.emplace(nameKey(placeOf(word)->name), nameKey(before->name));
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
