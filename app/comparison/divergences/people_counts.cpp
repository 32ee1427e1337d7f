// How many were killed, hurt, aboard, saved: what readers of a disaster, a trial or an epidemic compare first, told in words
// that have little in common.
//
//     Post "a ferry carrying 187 people"      aboard, people, 187
//     Sun  "178 passengers and crew on board" aboard, people, 178       one claim, and the numbers are apart
//     Sun  "two children died"                dead, child, 2            not held against "seven died": dead, people, 7
//
// A statement's number counts people of a fate where its noun, or the number itself ("17 were injured"), stands at a word of
// the table people_fates as the table says: as its subject, its object, before it, or being that word.

#include "comparison/divergences/people_counts.h"

#include "comparison/divergences/counts.h"

#include "comparison/divergences/acts.h"
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

using Words = std::vector<StatementWord>;

const QString kAnyone = QStringLiteral("people");

template<size_t count>
bool isOneOf(QStringView word, const std::array<QStringView, count> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The counted noun's place among the words, or the number's where it stands alone; nothing where the slot has lost its words.
std::optional<int> countedWord(const Slot &slot, const Words &words)
{
    constexpr int kReach = 5; // words from the number to its noun
    for (size_t place = 0; place < words.size(); ++place) {
        if (!slot.span.overlaps(words[place].span))
            continue;
        for (size_t next = place; next < std::min(words.size(), place + kReach); ++next) {
            if (!slot.quantity->counted.isEmpty() && words[next].lemma == slot.quantity->counted.section(u' ', -1))
                return static_cast<int>(next);
        }
        return static_cast<int>(place);
    }
    return std::nullopt;
}

constexpr int kNear = 3; // words

/// "three of the dead", "including two children", "four seriously hurt", "400 a day": a part of another number, or a rate.
bool isPart(const Slot &slot, int counted, const Words &words)
{
    static constexpr std::array<QStringView, 10> kDegrees = {u"seriously", u"critically", u"badly", u"lightly", u"slightly", u"severely", u"gravely", u"fatally", u"initially", u"instantly"};
    static constexpr std::array<QStringView, 5> kSpans = {u"day", u"week", u"month", u"year", u"hour"};
    for (size_t place = 0; place < words.size(); ++place) {
        const bool isNear = std::abs(static_cast<int>(place) - counted) <= kNear + 1;
        const bool isRate = place > 0 && isOneOf(words[place].lemma, kSpans) && (words[place - 1].lemma == QLatin1String("a") || words[place - 1].lemma == QLatin1String("per") || words[place - 1].lemma == QLatin1String("every"));
        if ((isNear && isOneOf(words[place].lemma, kDegrees)) || (isRate && static_cast<int>(place) > counted))
            return true;
    }
    static constexpr std::array<QStringView, 14> kBefore = {u"include", u"including", u"among", u"other", u"another", u"more", u"further", u"additional", u"first", u"last", u"also", u"every", u"each", u"remaining"};
    for (int place = 0; place < static_cast<int>(words.size()); ++place) {
        const StatementWord &word = words[static_cast<size_t>(place)];
        const bool isBefore = word.span.end <= slot.span.end && place >= counted - kNear - 2 && place <= counted;
        const bool isAfter = place > counted && place <= counted + 1;
        if (isBefore && isOneOf(word.lemma, kBefore) && !(word.lemma == QLatin1String("more") && slot.quantity->bound == model::Bound::MoreThan))
            return true;
        if (isAfter && (word.lemma == QLatin1String("of") || word.lemma == QLatin1String("other") || word.lemma == QLatin1String("more")))
            return true;
    }
    return false;
}

bool isHelpedByBe(int word, const Words &words)
{
    return std::any_of(words.begin(), words.end(), [word](const StatementWord &helper) { return helper.head == word && (helper.lemma == QLatin1String("be") || helper.lemma == QLatin1String("get")); });
}

/// Does the word stand at the counted one in a way that its line of the table names?
bool standsAt(const FateWord &fate, int word, int counted, const model::Statement &statement)
{
    const Words &words = statement.words;
    const StatementWord &teller = words[static_cast<size_t>(word)];
    const StatementWord &people = words[static_cast<size_t>(counted)];
    if (word == counted)
        return fate.isNoun;
    const bool isBelow = teller.head == counted;
    const bool isNext = word == counted + 1 && teller.upos != model::Upos::Adp;
    if (fate.isModifier && (isBelow || isNext))
        return true;
    const bool isHeld = people.head == word && (people.deprel == Deprel::Nsubj || people.deprel == Deprel::NsubjPass);
    const bool isMissed = teller.lemma == QLatin1String("miss") && !isHelpedByBe(word, words); // "missed the match"
    if (isMissed)
        return false;
    if (fate.isSubject && isHeld)
        return true;
    const bool isAtPredicate = statement.predicateSpan.overlaps(teller.span) || (teller.head && statement.predicateSpan.overlaps(words[static_cast<size_t>(*teller.head)].span));
    if (!isAtPredicate)
        return false;
    const bool isActive = people.head == word && people.deprel == Deprel::Nsubj && !isHelpedByBe(word, words);
    return std::any_of(statement.slots.begin(), statement.slots.end(), [&](const Slot &slot) {
        if (!slot.span.overlaps(people.span))
            return false;
        const bool isDoneTo = slot.role == SlotRole::Patient;
        return (fate.isObject && isDoneTo && !isActive) || (fate.isSubject && (slot.role == SlotRole::Agent || isDoneTo));
    });
}

/// "carrying 187 people", "set off with 178 passengers": they are aboard, though no word of the table says so.
bool isCarried(int counted, const model::Statement &statement)
{
    const StatementWord &people = statement.words[static_cast<size_t>(counted)];
    const bool isObject = people.head && people.deprel == Deprel::Obj && statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*people.head)].span);
    const bool isAlong = people.lemma == QLatin1String("passenger") && std::any_of(statement.words.begin(), statement.words.end(), [counted](const StatementWord &word) {
        return word.head == counted && word.lemma == QLatin1String("with");
    });
    return isAlong || (isObject && statement.predicate == QLatin1String("carry"));
}

/// The fate that the words around tell; empty where they tell none, or two.
QString fateAt(int counted, const model::Statement &statement, const LexicalKnowledge &knowledge)
{
    const auto isPaired = [&](int word, const QString &fate) { // "dead or injured": both together
        const auto at = static_cast<size_t>(word);
        if (at + 2 >= statement.words.size() || (statement.words[at + 1].lemma != QLatin1String("or") && statement.words[at + 1].lemma != QLatin1String("and")))
            return false;
        const std::optional<FateWord> next = knowledge.fateOf(statement.words[at + 2].lemma);
        return next && next->fate != fate;
    };
    std::set<QString> fates;
    for (int word = 0; word < static_cast<int>(statement.words.size()); ++word) {
        const std::optional<FateWord> fate = knowledge.fateOf(statement.words[static_cast<size_t>(word)].lemma);
        if (!fate || !standsAt(*fate, word, counted, statement))
            continue;
        if (isPaired(word, fate->fate))
            return {};
        fates.insert(fate->fate);
    }
    if (isCarried(counted, statement))
        fates.insert(QStringLiteral("aboard"));
    return fates.size() == 1 ? *fates.begin() : QString();
}

/// "178 passengers and crew": all who were aboard.
bool isWithCrew(int counted, const Words &words)
{
    constexpr size_t kReach = 3; // words: "and crew", "and eight crew"
    const auto at = static_cast<size_t>(counted);
    if (at + 1 >= words.size() || words[at + 1].lemma != QLatin1String("and"))
        return false;
    return std::any_of(words.begin() + counted, words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), at + kReach + 1)), [](const StatementWord &word) { return word.lemma == QLatin1String("crew"); });
}

/// Whom the number counts; empty where these are no people.
QString whoIsCounted(const model::QuantityValue &value, int counted, const QString &fate, const Words &words, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 8> kAnyoneNouns = {u"people", u"person", u"victim", u"life", u"body", u"death", u"fatality", u"individual"};
    const QString noun = value.counted.section(u' ', -1);
    if (noun.isEmpty() || isOneOf(noun, kAnyoneNouns) || isWithCrew(counted, words))
        return kAnyone;
    const std::optional<FateWord> fateNoun = material.knowledge.fateOf(noun);
    if (fateNoun && fateNoun->isNoun && fateNoun->fate == fate)
        return kAnyone;
    return countsPeople(value, material) ? noun : QString();
}

bool isCardinal(const Slot &slot)
{
    return slot.quantity && slot.quantity->unit.isEmpty() && !slot.quantity->isOrdinal && !slot.quantity->isFraction
        && (slot.quantity->value || slot.quantity->low || slot.quantity->high);
}

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

/// Those whose fate the statement's own words tell.
std::vector<PeopleCount> ownCounts(int statement, const StoryMaterial &material)
{
    const StatementView &view = material.view(statement);
    const model::Statement &told = *view.statement;
    std::vector<PeopleCount> found;
    if (!isCompleted(told.certainty) || polarityOf(told) == model::Polarity::Negative || isBackground(view, material))
        return found;
    for (const Slot &slot : told.slots) {
        const std::optional<int> counted = isCardinal(slot) ? countedWord(slot, told.words) : std::nullopt;
        if (!counted || isPart(slot, *counted, told.words) || isAside(slot, told))
            continue;
        const QString fate = fateAt(*counted, told, material.knowledge);
        const QString who = fate.isEmpty() ? QString() : whoIsCounted(*slot.quantity, *counted, fate, told.words, material);
        if (who.isEmpty())
            continue;
        PeopleCount count{statement, &slot, fate, who, *slot.quantity};
        count.value.counted = who;
        found.push_back(std::move(count));
    }
    return found;
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
    return std::any_of(left.begin(), left.end(), [&](const Slot &first) {
        return std::any_of(right.begin(), right.end(), [&](const Slot &second) { return clashInTime(first, second) || areOtherPlaces(first, second); });
    });
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
        if (view.span().contains(count.slot->span))
            found.push_back(std::move(count));
    }
    return found;
}

void bringTogetherPeopleCounts(std::vector<ClaimGroup> &groups, const StoryMaterial &material)
{
    for (const auto &[key, counts] : countsByKey(material)) {
        const std::vector<int> members = tightest(counts, material);
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
            kind.comparands.push_back({member, count.slot->span, model::printed(count.value), count.slot, {}, static_cast<int>(counts.size())});
            counts.push_back(std::move(count));
        }
    }
    const auto isOnlyNumber = [&](const PeopleCount &count) { return numbers[{material.view(count.statement).article, {count.fate, count.who}}].size() == 1; };
    for (size_t first = 0; first < counts.size(); ++first) {
        for (size_t second = first + 1; second < counts.size(); ++second) {
            const PeopleCount &one = counts[first];
            const PeopleCount &other = counts[second];
            if (one.fate != other.fate || one.who != other.who || one.statement == other.statement)
                continue;
            Outcome outcome = compareQuantities(one.value, other.value, material.knowledge, material.convert);
            const bool areOfOneArticle = material.view(one.statement).article == material.view(other.statement).article;
            outcome = carried(outcome, !areOfOneArticle && isOnlyNumber(one) && isOnlyNumber(other) && !areOfOtherActs(one, other, material));
            if (outcome.relation != Relation::Unknown)
                kind.edges.push_back({static_cast<int>(first), static_cast<int>(second), std::move(outcome)});
        }
    }
    return kind;
}

} // namespace variorum::comparison
