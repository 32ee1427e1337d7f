// Whose fate a number tells, by the table people_fates: its noun, or the number itself ("17 were injured"), stands at a word of the
// table as the table says (as its subject, its object, before it) or is that word ("17 deaths").
//
//     "killed three people"     dead, people: "people" is the object of "kill"
//     "has cost three lives"    dead: lives that are cost, claimed, taken or lost
//     "21 have caught the bug"  infected

#include "comparison/divergences/fates.h"

#include "comparison/divergences/counts.h"
#include "comparison/divergences/one_of.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

namespace variorum::comparison {

using model::Deprel;
using model::Slot;
using model::SlotRole;
using model::StatementWord;

namespace {

using Words = std::vector<StatementWord>;

/// The number's place among the words, and its noun's or again the number's where it stands alone; nothing where the slot has lost
/// its words.
std::optional<std::pair<int, int>> countedWord(const Slot &slot, const Words &words)
{
    constexpr int kReach = 5; // words from the number to its noun
    for (size_t place = 0; place < words.size(); ++place) {
        if (!slot.span.overlaps(words[place].span))
            continue;
        for (size_t next = place; next < std::min(words.size(), place + kReach); ++next) {
            if (!slot.quantity->counted.isEmpty() && words[next].lemma == slot.quantity->counted.section(u' ', -1))
                return std::pair(static_cast<int>(place), static_cast<int>(next));
        }
        return std::pair(static_cast<int>(place), static_cast<int>(place));
    }
    return std::nullopt;
}

constexpr int kNear = 3; // words

/// Who dies there is a part of all who die.
constexpr std::array<QStringView, 5> kWhereSomeDie = {u"scene", u"spot", u"instantly", u"outright", u"later"};

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
    const bool isNext = word == counted + 1 && teller.upos != model::Upos::Adp && teller.span.begin - people.span.end <= 1; // not "kills 1, wounds 2"
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

/// "has cost three lives", "claimed 14 lives", "three lives were lost".
bool areLivesLost(int counted, const Words &words)
{
    static constexpr std::array<QStringView, 4> kTakers = {u"cost", u"claim", u"take", u"lose"};
    constexpr int kReach = 3; // words: "cost the number", where a tagger takes "cost" for a noun
    const StatementWord &life = words[static_cast<size_t>(counted)];
    if (life.lemma != QLatin1String("life"))
        return false;
    const bool isTaken = std::any_of(words.begin() + std::max(0, counted - kReach), words.begin() + counted, [](const StatementWord &word) { return isOneOf(word.lemma, kTakers); });
    return isTaken || (life.head && isOneOf(words[static_cast<size_t>(*life.head)].lemma, kTakers));
}

/// "have caught the bug", "contracted the disease".
bool haveCaughtIt(int counted, const Words &words, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 6> kIllnesses = {u"it", u"bug", u"virus", u"infection", u"disease", u"illness"};
    const StatementWord &people = words[static_cast<size_t>(counted)];
    if (!people.head || people.deprel != Deprel::Nsubj)
        return false;
    const int verb = *people.head;
    const QString &lemma = words[static_cast<size_t>(verb)].lemma;
    return (lemma == QLatin1String("catch") || lemma == QLatin1String("contract")) && std::any_of(words.begin(), words.end(), [&](const StatementWord &word) {
        return word.head == verb && word.deprel == Deprel::Obj && (isOneOf(word.lemma, kIllnesses) || knowledge.isKindOf(word.lemma, u"illness"));
    });
}

/// "21 confirmed cases", "26 cases are confirmed"; not those of a court.
bool areConfirmedCases(int counted, const Words &words)
{
    return words[static_cast<size_t>(counted)].lemma == QLatin1String("case")
        && std::any_of(words.begin(), words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("confirm") || word.lemma == QLatin1String("confirmed"); });
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

} // namespace

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
    if (areLivesLost(counted, statement.words))
        fates.insert(QStringLiteral("dead"));
    if (haveCaughtIt(counted, statement.words, knowledge) || areConfirmedCases(counted, statement.words))
        fates.insert(QStringLiteral("infected"));
    return fates.size() == 1 ? *fates.begin() : QString();
}

bool isPartOfFate(const CountedWords &count, const QString &fate, const Words &words)
{
    const int counted = count.counted;
    if (fate == QLatin1String("dead") && std::any_of(words.begin(), words.end(), [](const StatementWord &word) { return isOneOf(word.lemma, kWhereSomeDie); }))
        return true;
    static constexpr std::array<QStringView, 10> kDegrees = {u"seriously", u"critically", u"badly", u"lightly", u"slightly", u"severely", u"gravely", u"fatally", u"initially", u"instantly"};
    static constexpr std::array<QStringView, 5> kSpans = {u"day", u"week", u"month", u"year", u"hour"};
    for (size_t place = 0; place < words.size(); ++place) {
        const bool isNear = std::abs(static_cast<int>(place) - counted) <= kNear + 1;
        const bool isRate = place > 0 && isOneOf(words[place].lemma, kSpans) && (words[place - 1].lemma == QLatin1String("a") || words[place - 1].lemma == QLatin1String("per") || words[place - 1].lemma == QLatin1String("every"));
        if ((isNear && isOneOf(words[place].lemma, kDegrees)) || (isRate && static_cast<int>(place) > counted))
            return true;
    }
    static constexpr std::array<QStringView, 17> kBefore = {u"prior", u"previous", u"earlier", u"include", u"including", u"among", u"other", u"another", u"more", u"further", u"additional", u"first", u"last", u"also", u"every", u"each", u"remaining"};
    static constexpr std::array<QStringView, 6> kBetween = {u"other", u"more", u"further", u"prior", u"previous", u"earlier"};
    for (int place = 0; place < static_cast<int>(words.size()); ++place) {
        const StatementWord &word = words[static_cast<size_t>(place)];
        const bool isBefore = word.span.end <= count.span.end && place >= counted - kNear - 2 && place <= counted;
        const bool isAfter = place > counted && place <= counted + 1;
        if (place > count.number && place < counted && isOneOf(word.lemma, kBetween))
            return true; // "the two other victims", "four prior arrests"
        if (isBefore && isOneOf(word.lemma, kBefore) && !(word.lemma == QLatin1String("more") && count.value.bound == model::Bound::MoreThan))
            return true;
        if (isAfter && (word.lemma == QLatin1String("of") || word.lemma == QLatin1String("other") || word.lemma == QLatin1String("more")))
            return true;
    }
    return false;
}

QString whoIsCounted(const model::QuantityValue &value, int counted, const QString &fate, const Words &words, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 14> kAnyoneNouns = {u"people", u"person", u"victim", u"life", u"body", u"death", u"fatality",
                                                                u"individual", u"casualty", u"patient", u"resident", u"inhabitant", u"villager", u"case"};
    const QString noun = value.counted.section(u' ', -1);
    if (noun.isEmpty() || isOneOf(noun, kAnyoneNouns) || isWithCrew(counted, words))
        return kAnyone;
    const std::optional<FateWord> fateNoun = material.knowledge.fateOf(noun);
    if (fateNoun && fateNoun->isNoun && fateNoun->fate == fate)
        return kAnyone;
    return countsPeople(value, material) ? noun : QString();
}

std::vector<CountedWords> countedWordsIn(const model::Statement &statement)
{
    std::vector<CountedWords> found;
    for (const Slot &slot : statement.slots) {
        const bool isNumber = slot.quantity && slot.quantity->unit.isEmpty() && !slot.quantity->isFraction && (slot.quantity->value || slot.quantity->low || slot.quantity->high);
        const std::optional<std::pair<int, int>> places = isNumber ? countedWord(slot, statement.words) : std::nullopt;
        if (places)
            found.push_back({&slot, *slot.quantity, slot.span, places->first, places->second});
    }
    return found;
}

} // namespace variorum::comparison
