// Two figures, or two times, that are of two things by the words around them: places, stretches of time, rows of numbers, scopes,
// a part and its whole.
//
//     "rose by 4% in Europe" / "rose by 11% in Asia"                  two places
//     "lost 12 soldiers on Monday" / "has lost 340 this year"         two stretches of time
//     "157 passengers and six crew" / "163 people"                    the one makes the other

#include "comparison/divergences/told_apart_figures.h"

#include "comparison/divergences/acts.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/one_count.h"
#include "comparison/values/times.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace variorum::comparison {

using model::Deprel;
using model::Slot;
using model::SlotRole;
using model::StatementWord;

namespace {

/// "in Europe", "in Asia".
bool areOfOtherPlaces(const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    const auto placesIn = [&material](const Side &side) {
        Places found = obliquesOf(side);
        std::erase_if(found, [&](size_t place) { return !side.word(place).entity || material.entity(*side.word(place).entity).kind == model::EntityKind::Person || (caseOf(side, place) != QLatin1String("in") && caseOf(side, place) != QLatin1String("at")); });
        return found;
    };
    return words.areAllOthers(left, placesIn(left), right, placesIn(right));
}

/// "on Monday", "this year": figures of two stretches.
bool areOfOtherStretches(const Side &left, const Side &right)
{
    constexpr qint64 kLong = 2 * 86400; // seconds
    const auto isDate = [](const Slot &slot) { return slot.time && slot.role == SlotRole::Time && slot.time->kind == model::TimeKind::Date && slot.time->from && slot.time->to; };
    const auto isLong = [](const Slot &slot) { return slot.time->from->secsTo(*slot.time->to) > kLong; };
    return std::any_of(left.statement.slots.begin(), left.statement.slots.end(), [&](const Slot &one) {
        return isDate(one) && std::any_of(right.statement.slots.begin(), right.statement.slots.end(), [&](const Slot &other) {
            if (!isDate(other))
                return false;
            const Relation relation = compareTimesAsTold(*one.time, one.text, *other.time, other.text).relation;
            return relation == Relation::Conflict || ((isLong(one) || isLong(other)) && relation != Relation::Same);
        });
    });
}

/// "worldwide", "each": the one counts in another frame than the other.
bool areOfOtherScope(const Side &left, const Side &right)
{
    static constexpr std::array<QStringView, 18> kScopes = {u"worldwide", u"nationwide", u"globally", u"nationally", u"statewide", u"countrywide", u"abroad", u"each", u"every", u"apiece", u"average", u"monthly", u"daily", u"combined", u"combine", u"total", u"overall", u"altogether"};
    const auto scopesIn = [](const Side &side) {
        QStringList found;
        for (const StatementWord &word : side.words) {
            if (isOneOf(word.lemma, kScopes))
                found.append(word.lemma);
        }
        return found;
    };
    return scopesIn(left) != scopesIn(right);
}

std::optional<double> valueOf(const Comparand &comparand)
{
    const model::QuantityValue *value = comparand.quantity ? &*comparand.quantity : comparand.slot && comparand.slot->quantity ? &*comparand.slot->quantity : nullptr;
    return value && value->unit.isEmpty() ? value->value : std::nullopt;
}

/// "4 million in 2029", "5 million in 2030": a stretch of more than a few days.
bool isStretch(const Slot &slot)
{
    constexpr qint64 kLong = 2 * 86400; // seconds
    return slot.time && (slot.time->kind == model::TimeKind::Duration || (slot.time->from && slot.time->to && slot.time->from->secsTo(*slot.time->to) > kLong));
}

/// "rose by 3% in a year", "by 0.4% in a month": of two stretches with two figures each has its own.
bool haveOwnFigures(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const StoryMaterial &material)
{
    return one.slot && other.slot && isStretch(*one.slot) && isStretch(*other.slot) && countOthers(left.statement, right.statement, material);
}

/// "157 passengers and six crew" / "163 people": with what the sentence counts beside, the lesser makes the greater.
bool makesTheOther(const Comparand &lesser, const Comparand &greater, const Side &side, const StoryMaterial &material)
{
    constexpr double kSlack = 0.5;
    constexpr double kLeast = 8; // small numbers make each other up by chance
    constexpr qsizetype kReach = 40; // UTF-16 units
    const std::optional<double> part = valueOf(lesser);
    const std::optional<double> whole = valueOf(greater);
    if (!part || !whole || *part >= *whole || *whole < kLeast)
        return false;
    const base::TextSpan sentence = sentenceSpan(side, material);
    const base::TextSpan around{std::max(sentence.begin, lesser.evidence.begin - kReach), std::min(sentence.end, lesser.evidence.end + kReach)};
    return std::any_of(material.views.begin(), material.views.end(), [&](const StatementView &view) {
        const bool isNear = view.article == side.view.article && view.statement->place.field == side.statement.place.field && sentence.contains(view.span());
        return isNear && std::any_of(view.statement->slots.begin(), view.statement->slots.end(), [&](const Slot &slot) {
                   const bool isCount = slot.quantity && slot.quantity->value && slot.quantity->unit.isEmpty() && !slot.quantity->isOrdinal && !slot.span.overlaps(lesser.evidence) && around.contains(slot.span);
                   return isCount && std::abs(*part + *slot.quantity->value - *whole) < kSlack;
               });
    });
}

/// "two days after the break-in": when, not how long.
bool isOffset(const Comparand &comparand, const Side &side)
{
    static constexpr std::array<QStringView, 8> kOffsets = {u"after", u"before", u"later", u"earlier", u"ago", u"since", u"into", u"from"};
    const auto next = std::find_if(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return word.span.begin >= comparand.evidence.end; });
    return comparand.slot && comparand.slot->time && comparand.slot->time->kind == model::TimeKind::Duration && next != side.words.end() && isOneOf(next->lemma, kOffsets);
}

/// "nine of 40 samples", "two of 30 samples"; "212 votes to 180", "61 votes to 39": each counts twice, and nothing alike.
bool areCountedInOtherRows(const Comparand &one, const Side &left, const Side &right)
{
    const QString counted = one.slot && one.slot->quantity ? one.slot->quantity->counted : QString();
    const auto numbersIn = [&counted](const Side &side) {
        std::set<double> found;
        for (const Slot &slot : side.statement.slots) {
            if (slot.quantity && slot.quantity->value && slot.quantity->unit.isEmpty() && !slot.quantity->isOrdinal && (slot.quantity->counted == counted || slot.quantity->counted.isEmpty()))
                found.insert(*slot.quantity->value);
        }
        return found;
    };
    const std::set<double> ones = numbersIn(left);
    const std::set<double> others = numbersIn(right);
    return !counted.isEmpty() && ones.size() > 1 && others.size() > 1 && std::none_of(ones.begin(), ones.end(), [&others](double number) { return others.contains(number); });
}

/// "has earned": so far, in all. Not "had earned".
bool isSoFar(const Side &side, const StoryMaterial &material)
{
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(side.view.article)], side.statement.place.field);
    return std::any_of(side.words.begin(), side.words.end(), [&](const StatementWord &word) {
        const bool helps = word.deprel == Deprel::Aux && word.lemma == QLatin1String("have") && word.head && side.statement.predicateSpan.overlaps(side.word(static_cast<size_t>(*word.head)).span);
        return helps && text.sliced(word.span.begin, word.span.length()).toLower() != QLatin1String("had");
    });
}

/// "in the first quarter", "on its first weekend": a stretch that names no date.
bool tellsStretch(const Side &side)
{
    static constexpr std::array<QStringView, 6> kStretches = {u"quarter", u"half", u"weekend", u"season", u"round", u"decade"};
    for (size_t place = 0; place < side.words.size(); ++place) {
        const QString preposition = isOneOf(side.word(place).lemma, kStretches) ? caseOf(side, place) : QString();
        if (!side.isTold(place) && (preposition == QLatin1String("in") || preposition == QLatin1String("on") || preposition == QLatin1String("during")))
            return true;
    }
    return false;
}

bool tellsDay(const Side &side)
{
    return tellsStretch(side) || std::any_of(side.statement.slots.begin(), side.statement.slots.end(), [](const Slot &slot) { return slot.time && slot.role == SlotRole::Time; });
}

/// "has won 14 titles", "has won three this year": all of it, and what was in some stretch.
bool isOneOfAll(const Side &left, const Side &right, const StoryMaterial &material)
{
    return (isSoFar(left, material) || isSoFar(right, material)) && tellsDay(left) != tellsDay(right);
}

/// "unemployment among the young", "unemployment".
bool areSharesOfOthers(const Comparand &one, const Side &left, const Side &right)
{
    static constexpr std::array<QStringView, 5> kShares = {u"among", u"in", u"of", u"for", u"on"};
    static constexpr std::array<QStringView, 5> kAll = {u"all", u"every", u"each", u"any", u"total"};
    const auto prepositions = [](const Side &side) {
        std::set<QString> found;
        for (size_t place = 0; place < side.words.size(); ++place) {
            if (!side.isTime(place) && isOneOf(caseOf(side, place), kShares))
                found.insert(caseOf(side, place));
            if (isOneOf(side.word(place).lemma, kAll))
                found.insert(QStringLiteral("all")); // "among all patients", "among patients over 65"
        }
        return found;
    };
    return one.slot && one.slot->quantity && one.slot->quantity->unit == QLatin1String("%") && prepositions(left) != prepositions(right);
}

/// They count under two nouns, and those who act are others, too: "the navy captured 23 pirates", "pirates captured 22 fishermen".
bool areCountedByOthers(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words)
{
    const bool areOtherNouns = one.slot && other.slot && one.slot->quantity && other.slot->quantity && one.slot->quantity->counted != other.slot->quantity->counted;
    return areOtherNouns && left.statement.predicate == right.statement.predicate && words.areAllOthers(left, subjectsOf(left), right, subjectsOf(right));
}

QString phraseOf(const Comparand &comparand) { return comparand.slot ? comparand.slot->text.toLower() : QString(); }

/// "on Saturday", "over the next day", "yesterday": which day that is follows from when the article was printed.
bool isTiedToPrinting(const QString &phrase)
{
    static const QRegularExpression kDate(QStringLiteral("[0-9]|\\b(january|february|march|april|may|june|july|august|september|october|november|december)\\b"));
    return !phrase.isEmpty() && !phrase.contains(kDate);
}

/// "that morning": of a day that was told before.
bool pointsBack(const QString &phrase)
{
    static const QRegularExpression kBack(QStringLiteral("^(later |earlier |on |at )?(that|the same) "));
    return phrase.contains(kBack);
}

QString weekdayIn(const QString &phrase)
{
    static const QRegularExpression kWeekday(QStringLiteral("\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b"));
    return kWeekday.match(phrase).captured();
}

/// Days that are apart only since two articles, of which one may be an old one printed again, have the same words ("on Saturday") at
/// other dates; or a day that nobody named.
bool areDaysOfPrinting(const Comparand &one, const Comparand &other)
{
    const QString left = phraseOf(one);
    const QString right = phraseOf(other);
    if (pointsBack(left) || pointsBack(right))
        return true;
    const bool areTied = isTiedToPrinting(left) && isTiedToPrinting(right);
    return areTied && (left == right || (!weekdayIn(left).isEmpty() && weekdayIn(left) == weekdayIn(right)));
}

/// "closed for two days", "in Berg for ten minutes": lengths of what is named otherwise.
bool areLengthsOfOthers(const Comparand &one, const Side &left, const Side &right, const StoryMaterial &material)
{
    const Words strict(material, Words::Likeness::OfKind);
    const bool isLength = one.slot && one.slot->time && one.slot->time->kind == model::TimeKind::Duration;
    return isLength && (strict.areAllOthers(left, subjectWordsOf(left), right, subjectWordsOf(right)) || strict.areAllOthers(left, obliquesOf(left), right, obliquesOf(right)));
}

} // namespace

bool isAge(const Comparand &comparand) { return comparand.slot && comparand.slot->quantity && comparand.slot->quantity->unit == QLatin1String("a"); }

bool isOfEarlier(const Side &side)
{
    static constexpr std::array<QStringView, 6> kEarlier = {u"before", u"previously", u"originally", u"formerly", u"initially", u"ago"};
    return std::any_of(side.words.begin(), side.words.end(), [](const StatementWord &word) { return isOneOf(word.lemma, kEarlier); });
}

ToldApart apartInFigures(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    if (areOfOtherStretches(left, right) || (tellsStretch(left) != tellsStretch(right) && tellsDay(left) == tellsDay(right)) || areOfOtherScope(left, right) || areOfOtherPlaces(left, right, words, material) || areCountedByOthers(one, other, left, right, words) || areCountedInOtherRows(one, left, right))
        return ToldApart::Surely;
    const Words strict(material, Words::Likeness::OfKind);
    const auto things = [&material](const Side &side) {
        Places found = subjectWordsOf(side);
        std::erase_if(found, [&](size_t place) { return isPerson(side.word(place).lemma, material); });
        return found;
    };
    const bool isOfFate = !one.key.isEmpty(); // the dead are the dead, wherever each tells they died
    if (!isOfFate && (strict.areAllOthers(left, things(left), right, things(right)) || strict.areAllOthers(left, framesOf(left), right, framesOf(right)) || strict.areAllOthers(left, objectsOf(left), right, objectsOf(right))))
        return ToldApart::Surely;
    if (makesTheOther(one, other, left, material) || makesTheOther(other, one, right, material))
        return ToldApart::Surely;
    const bool isDoubtful = isOfEarlier(left) != isOfEarlier(right) || isOneOfAll(left, right, material) || areSharesOfOthers(one, left, right) || haveOtherAdjectives(left, right, material);
    return isDoubtful ? ToldApart::Perhaps : ToldApart::No;
}

bool areTimesApart(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    return areDaysOfPrinting(one, other) || haveOwnFigures(one, other, left, right, material) || polarityOf(left.statement) != polarityOf(right.statement) || isOffset(one, left) != isOffset(other, right)
        || words.areAllOthers(left, subjectWordsOf(left), right, subjectWordsOf(right)) || areLengthsOfOthers(one, left, right, material);
}

} // namespace variorum::comparison
