// How many were killed, hurt, aboard, saved: what readers of a disaster, a trial or an epidemic compare first, told in words
// that have little in common.
//
//     Post "a ferry carrying 187 people"      aboard, people, 187
//     Sun  "178 passengers and crew on board" aboard, people, 178       one claim, and the numbers are apart
//     Sun  "two children died"                dead, child, 2            not held against "seven died": dead, people, 7
//
// Which fate a number's words tell is found in fates.cpp and fate_phrases.cpp. A number of some kind of people that is greater than
// that of all people is held against it, too: four men cannot be among three people.

#include "comparison/divergences/people_counts.h"

#include "comparison/divergences/acts.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/fates.h"
#include "comparison/values/times.h"
#include "model/names.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

namespace variorum::comparison {

using model::Deprel;
using model::Slot;
using model::SlotRole;
using model::StatementWord;

namespace {

using Key = std::pair<QString, QString>; ///< fate, who

std::map<Key, std::vector<PeopleCount>> countsByKey(const StoryMaterial &material)
{
    std::map<Key, std::vector<PeopleCount>> found;
    for (int statement = 0; statement < static_cast<int>(material.views.size()); ++statement) {
        for (PeopleCount &count : peopleCountsIn(statement, material))
            found[{count.fate, count.who}].push_back(std::move(count));
    }
    return found;
}

/// Does a number of some kind of people exceed that of all?
bool outnumbers(const PeopleCount &kind, const PeopleCount &all)
{
    const auto leastOf = [](const model::QuantityValue &value) { return value.value ? value.value : value.low; };
    const auto mostOf = [](const model::QuantityValue &value) { return value.bound == model::Bound::MoreThan || value.bound == model::Bound::AtLeast ? std::nullopt : value.high ? value.high : value.value; };
    const std::optional<double> least = leastOf(kind.value);
    const std::optional<double> most = mostOf(all.value);
    return kind.fate == all.fate && kind.who != kAnyone && all.isOfAll && least && most && *least > *most;
}

std::vector<PeopleCount> withKindsThatOutnumber(std::vector<PeopleCount> counts, const Key &key, const std::map<Key, std::vector<PeopleCount>> &all)
{
    std::vector<PeopleCount> added;
    for (const auto &[other, kinds] : all) {
        if (key.second != kAnyone || other.first != key.first || other.second == kAnyone)
            continue;
        std::copy_if(kinds.begin(), kinds.end(), std::back_inserter(added), [&counts](const PeopleCount &kind) { return std::any_of(counts.begin(), counts.end(), [&kind](const PeopleCount &every) { return outnumbers(kind, every); }); });
    }
    counts.insert(counts.end(), added.begin(), added.end());
    return counts;
}

/// Of statements of one article that share words, the shortest tells it best; by place.
std::vector<int> tightest(const std::vector<PeopleCount> &counts, const StoryMaterial &material)
{
    std::vector<int> members;
    for (const PeopleCount &count : counts)
        members.push_back(count.statement);
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::stable_sort(members.begin(), members.end(), [&](int one, int other) { return material.view(one).span().length() < material.view(other).span().length(); });
    std::vector<int> kept;
    for (const int member : members) {
        if (std::none_of(kept.begin(), kept.end(), [&](int other) { return overlap(material.view(member), material.view(other)); }))
            kept.push_back(member);
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

size_t articlesOf(const std::vector<int> &members, const StoryMaterial &material)
{
    std::set<int> articles;
    for (const int member : members)
        articles.insert(material.view(member).article);
    return articles.size();
}

/// The claim of several articles that holds most of them; null where none holds two.
ClaimGroup *homeOf(const std::vector<int> &members, std::vector<ClaimGroup> &groups, const StoryMaterial &material)
{
    ClaimGroup *best = nullptr;
    size_t most = 1;
    for (ClaimGroup &group : groups) {
        std::vector<int> shared;
        std::set_intersection(group.members.begin(), group.members.end(), members.begin(), members.end(), std::back_inserter(shared));
        const bool isBetter = shared.size() > most || (best && shared.size() == most && group.members < best->members);
        if (articlesOf(shared, material) < 2 || !isBetter)
            continue;
        best = &group;
        most = shared.size();
    }
    return best;
}

void addMembers(ClaimGroup &group, const std::vector<int> &members, const StoryMaterial &material)
{
    for (const int member : members) {
        const bool isApart = std::none_of(group.members.begin(), group.members.end(), [&](int known) { return known == member || overlap(material.view(known), material.view(member)); });
        if (isApart)
            group.members.insert(std::upper_bound(group.members.begin(), group.members.end(), member), member);
    }
}

/// The count, if it is of people and no part of another.
std::optional<PeopleCount> countOf(int statement, const CountedWords &count, const QString &fate, const StoryMaterial &material)
{
    const model::Statement &told = *material.view(statement).statement;
    const QString who = fate.isEmpty() ? QString() : whoIsCounted(count.value, count.counted, fate, told.words, material);
    if (who.isEmpty())
        return std::nullopt;
    PeopleCount found{statement, count.slot, count.span, fate, who, count.value};
    const QString &noun = count.value.counted;
    found.isOfAll = who == kAnyone && (noun.isEmpty() || noun == kAnyone || noun == QLatin1String("person") || noun == QLatin1String("life") || material.knowledge.fateOf(noun));
    found.value.counted = who;
    found.value.isOrdinal = false;
    return found;
}

/// "A third patient has died": three so far. "The third victim" tells of one of them.
bool isLatest(const CountedWords &count, const QString &fate, const model::Statement &told)
{
    static constexpr std::array<QStringView, 4> kGrowing = {u"dead", u"infected", u"arrested", u"missing"};
    return std::find(kGrowing.begin(), kGrowing.end(), fate) != kGrowing.end() && count.number > 0 && told.words[static_cast<size_t>(count.number) - 1].lemma == QLatin1String("a");
}

/// Those whose fate the statement's own words tell.
std::vector<PeopleCount> ownCounts(int statement, const StoryMaterial &material)
{
    const StatementView &view = material.view(statement);
    const model::Statement &told = *view.statement;
    std::vector<PeopleCount> found;
    if (!isCompleted(told.certainty) || isBackground(view, material))
        return found;
    const auto add = [&](std::optional<PeopleCount> count) {
        if (count)
            found.push_back(std::move(*count));
    };
    const bool isDenied = polarityOf(told) == model::Polarity::Negative;
    for (const ToldFate &fated : fatesToldByPhrases(view, material)) {
        if (!isDenied || fated.fate == QLatin1String("missing")) // "were not found"
            add(countOf(statement, fated.count, fated.fate, material));
    }
    for (const CountedWords &count : countedWordsIn(told)) {
        const QString fate = isDenied ? QString() : fateAt(count.counted, told, material.knowledge);
        const bool isCount = count.value.isOrdinal ? isLatest(count, fate, told) : !isAside(*count.slot, told);
        if (isCount && !isPartOfFate(count, fate, told.words))
            add(countOf(statement, count, fate, material));
    }
    return found;
}

/// Each names places, and none that the other names: "400 people in Tarvia", "twelve people in Ostwick".
bool namePlacesApart(const StatementView &one, const StatementView &other, const StoryMaterial &material)
{
    const auto placesIn = [&material](const StatementView &view) {
        std::set<qint64> places;
        for (const model::StatementWord &word : view.statement->words) {
            if (word.entity && material.entity(*word.entity).kind == model::EntityKind::Place)
                places.insert(word.entity->value);
        }
        return places;
    };
    const std::set<qint64> left = placesIn(one);
    const std::set<qint64> right = placesIn(other);
    return !left.empty() && !right.empty() && std::none_of(left.begin(), left.end(), [&right](qint64 place) { return right.contains(place); });
}

/// Told of two days, or of two places: two counts.
bool areOfOtherActs(const PeopleCount &one, const PeopleCount &other, const StoryMaterial &material)
{
    const std::vector<Slot> &left = material.view(one.statement).statement->slots;
    const std::vector<Slot> &right = material.view(other.statement).statement->slots;
    const auto clashInTime = [](const Slot &first, const Slot &second) {
        const bool areTimes = first.time && second.time && first.role == SlotRole::Time && second.role == SlotRole::Time;
        return areTimes && compareTimesAsTold(*first.time, first.text, *second.time, second.text).relation == Relation::Conflict;
    };
    const auto areOtherPlaces = [](const Slot &first, const Slot &second) {
        return first.role == SlotRole::Place && second.role == SlotRole::Place && first.entity && second.entity && first.entity != second.entity;
    };
    if (namePlacesApart(material.view(one.statement), material.view(other.statement), material))
        return true;
    return std::any_of(left.begin(), left.end(), [&](const Slot &first) {
        return std::any_of(right.begin(), right.end(), [&](const Slot &second) { return clashInTime(first, second) || areOtherPlaces(first, second); });
    });
}

/// Two plain numbers of everyone, which one article gives without a day: "In February, five people died" is another story.
bool contradictItself(const PeopleCount &one, const PeopleCount &other, const StoryMaterial &material)
{
    const auto isPlain = [&material](const PeopleCount &count) {
        const auto tellsTime = [](const StatementView &view) {
            return std::any_of(view.statement->slots.begin(), view.statement->slots.end(), [](const Slot &slot) { return slot.time && slot.role == SlotRole::Time; });
        };
        const StatementView &view = material.view(count.statement);
        return count.isOfAll && count.value.bound == model::Bound::Exact && !tellsTime(view) && !tellsTime(outerOf(view, material));
    };
    return isPlain(one) && isPlain(other);
}

} // namespace

std::vector<PeopleCount> peopleCountsIn(int statement, const StoryMaterial &material)
{
    const StatementView &view = material.view(statement);
    const StatementView &outer = outerOf(view, material);
    std::vector<PeopleCount> found = ownCounts(statement, material);
    if (!found.empty() || &outer == &view || outer.article != view.article || outer.statement->place.field != view.statement->place.field)
        return found;
    for (PeopleCount &count : ownCounts(static_cast<int>(&outer - material.views.data()), material)) {
        count.statement = statement;
        if (view.span().contains(count.span))
            found.push_back(std::move(count));
    }
    return found;
}

void bringTogetherPeopleCounts(std::vector<ClaimGroup> &groups, const StoryMaterial &material)
{
    const std::map<Key, std::vector<PeopleCount>> all = countsByKey(material);
    for (const auto &[key, counts] : all) {
        const std::vector<int> members = tightest(withKindsThatOutnumber(counts, key, all), material);
        if (articlesOf(members, material) < 2)
            continue;
        if (ClaimGroup *home = homeOf(members, groups, material)) {
            addMembers(*home, members, material);
            continue;
        }
        std::erase_if(groups, [&](const ClaimGroup &group) { return std::includes(members.begin(), members.end(), group.members.begin(), group.members.end()); });
        groups.push_back({members, QStringLiteral("people-of-one-fate"), 1.0});
    }
}

ComparedKind comparePeopleCounts(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = model::DivergenceKind::Quantity;
    std::vector<PeopleCount> counts;
    std::map<std::pair<int, Key>, std::set<double>> numbers; // that an article gives
    for (const int member : claim.members) {
        for (PeopleCount &count : peopleCountsIn(member, material)) {
            if (count.value.value)
                numbers[{material.view(member).article, {count.fate, count.who}}].insert(*count.value.value);
            kind.comparands.push_back({member, count.span, model::printed(count.value), count.slot, count.fate, static_cast<int>(counts.size()), count.value});
            counts.push_back(std::move(count));
        }
    }
    const auto isOnlyNumber = [&](const PeopleCount &count) { return numbers[{material.view(count.statement).article, {count.fate, count.who}}].size() == 1; };
    for (size_t first = 0; first < counts.size(); ++first) {
        for (size_t second = first + 1; second < counts.size(); ++second) {
            const PeopleCount &one = counts[first];
            const PeopleCount &other = counts[second];
            const bool isBeyond = outnumbers(one, other) || outnumbers(other, one);
            if (one.fate != other.fate || (one.who != other.who && !isBeyond) || one.statement == other.statement)
                continue;
            model::QuantityValue left = one.value;
            model::QuantityValue right = other.value;
            if (isBeyond)
                left.counted = right.counted = kAnyone;
            Outcome outcome = compareQuantities(left, right, material.knowledge, material.convert);
            const bool areOfOneArticle = material.view(one.statement).article == material.view(other.statement).article;
            const bool isItself = areOfOneArticle && contradictItself(one, other, material) && numbers[{material.view(one.statement).article, {one.fate, one.who}}].size() == 2;
            outcome = carried(outcome, (isItself || (!areOfOneArticle && isOnlyNumber(one) && isOnlyNumber(other))) && !areOfOtherActs(one, other, material));
            if (outcome.relation != Relation::Unknown)
                kind.edges.push_back({static_cast<int>(first), static_cast<int>(second), std::move(outcome)});
        }
    }
    return kind;
}

} // namespace variorum::comparison
