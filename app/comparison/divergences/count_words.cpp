// Words around a number: what it hangs on, what it is a measure, a part or a rate of, which of the counted it singles out.
//
//     "500 engines a month" / "6,000 engines a year"    rates of 30 and of 365 days: as many
//     "78 of the 151 seats" / "77 of 151"               parts of one whole

#include "comparison/divergences/count_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace variorum::comparison {

using model::Slot;

namespace {

using Words = std::vector<model::StatementWord>;

const model::StatementWord *wordAt(const StatementView &view, int place) { return &view.statement->words[static_cast<size_t>(place)]; }

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

/// "rushing" and "DUI" of "189 rushing yards", "three DUI convictions".
QStringList kindOfCounted(const Comparand &comparand, const StoryMaterial &material)
{
    const std::vector<model::StatementWord> &words = material.view(comparand.statement).statement->words;
    QStringList found;
    for (const model::StatementWord &word : words) {
        const bool tells = (word.deprel == model::Deprel::Amod || word.deprel == model::Deprel::Compound) && word.upos != model::Upos::Num && word.head;
        if (tells && words[static_cast<size_t>(*word.head)].lemma == comparand.slot->quantity->counted && comparand.evidence.overlaps(words[static_cast<size_t>(*word.head)].span))
            found.append(word.lemma);
    }
    return found;
}

/// Places of the first word of the slot and of the first behind it; equal where the slot has lost its words.
std::pair<size_t, size_t> placesOf(const Comparand &comparand, const Words &words)
{
    const auto begin = std::find_if(words.begin(), words.end(), [&](const model::StatementWord &word) { return word.span.overlaps(comparand.evidence); });
    const auto end = std::find_if_not(begin, words.end(), [&](const model::StatementWord &word) { return word.span.overlaps(comparand.evidence); });
    return {static_cast<size_t>(begin - words.begin()), static_cast<size_t>(end - words.begin())};
}

/// Seconds of a word for a stretch: "month", "monthly".
std::optional<double> stretchNamed(QStringView lemma)
{
    struct Stretch {
        QStringView noun;
        QStringView adverb;
        double seconds;
    };
    constexpr double kDay = 86400.0;
    static constexpr std::array<Stretch, 6> kStretches = {{{u"hour", u"hourly", 3600.0}, {u"day", u"daily", kDay}, {u"night", u"nightly", kDay}, {u"week", u"weekly", 7 * kDay}, {u"month", u"monthly", 30.4 * kDay},
                                                          {u"year", u"yearly", 365.25 * kDay}}};
    const auto found = std::find_if(kStretches.begin(), kStretches.end(), [lemma](const Stretch &stretch) { return stretch.noun == lemma || stretch.adverb == lemma; });
    if (lemma == u"annually" || lemma == u"annual")
        return 365.25 * kDay;
    return found == kStretches.end() ? std::nullopt : std::optional(found->seconds);
}

/// The whole that the number is a part of: 151 of "78 of the 151 seats".
std::optional<double> wholeOf(const Comparand &comparand, const StoryMaterial &material)
{
    constexpr size_t kReach = 3; // words: "of all the"
    const model::Statement &statement = *material.view(comparand.statement).statement;
    const size_t behind = placesOf(comparand, statement.words).second;
    if (behind >= statement.words.size() || statement.words[behind].lemma != QLatin1String("of"))
        return std::nullopt;
    for (const Slot &slot : statement.slots) {
        const bool isNumber = slot.quantity && slot.quantity->value && slot.span.begin > statement.words[behind].span.begin;
        for (size_t place = behind + 1; isNumber && place < std::min(statement.words.size(), behind + 1 + kReach); ++place) {
            if (slot.span.overlaps(statement.words[place].span))
                return slot.quantity->value;
        }
    }
    return std::nullopt;
}

} // namespace

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

QString dimensionOf(const Comparand &comparand, const StoryMaterial &material)
{
    const StatementView &view = material.view(comparand.statement);
    const QString own = dimensionIn(view.statement->words, comparand);
    return own.isEmpty() ? dimensionIn(outerOf(view, material).statement->words, comparand) : own;
}

QStringList selectionOf(const Comparand &comparand, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 21> kSelective = {u"first", u"last", u"final", u"other", u"another", u"more", u"additional", u"further", u"remaining", u"past",
                                                              u"next", u"previous", u"extra", u"each", u"every", u"average", u"also", u"former", u"latter", u"consecutive", u"again"};
    static constexpr std::array<QStringView, 7> kDegrees = {u"seriously", u"critically", u"badly", u"slightly", u"lightly", u"severely", u"gravely"};
    static constexpr std::array<QStringView, 3> kWhereSomeDie = {u"scene", u"spot", u"outright"};
    constexpr qsizetype kBefore = 16; // UTF-16 units
    QStringList found;
    const QString &predicate = outerOf(material.view(comparand.statement), material).statement->predicate;
    const std::optional<FateWord> fate = material.knowledge.fateOf(predicate);
    const bool tellsDeath = fate && fate->fate == QLatin1String("dead");
    for (const model::StatementWord &word : outerOf(material.view(comparand.statement), material).statement->words) {
        const bool isNear = word.span.end <= comparand.evidence.end && word.span.begin + kBefore >= comparand.evidence.begin;
        const bool isDegree = std::find(kDegrees.begin(), kDegrees.end(), word.lemma) != kDegrees.end(); // "four people were seriously injured"
        const bool isWhere = tellsDeath && std::find(kWhereSomeDie.begin(), kWhereSomeDie.end(), word.lemma) != kWhereSomeDie.end();
        if (isDegree || isWhere || (isNear && std::find(kSelective.begin(), kSelective.end(), word.lemma) != kSelective.end()))
            found.append(word.lemma);
    }
    return found;
}

bool countOtherKinds(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const QStringList left = kindOfCounted(one, material);
    const QStringList right = kindOfCounted(other, material);
    WordLikeness &likeness = material.likeness;
    return !left.isEmpty() && !right.isEmpty() && std::none_of(left.cbegin(), left.cend(), [&](const QString &word) {
        return std::any_of(right.cbegin(), right.cend(), [&](const QString &with) { return likeness.ofWords(word, std::nullopt, with, std::nullopt) > 0; });
    });
}

bool tellsAbility(const StatementView &view)
{
    return std::any_of(view.statement->words.begin(), view.statement->words.end(), [](const model::StatementWord &word) {
        return word.lemma == QLatin1String("can") || word.lemma == QLatin1String("could") || word.lemma == QLatin1String("capacity") || word.lemma == QLatin1String("capable") || word.lemma == QLatin1String("room");
    });
}

std::optional<double> rateOf(const Comparand &comparand, const StoryMaterial &material)
{
    constexpr size_t kReach = 5; // words: the counted noun with its adjectives, "a", "month"
    const Words &words = outerOf(material.view(comparand.statement), material).statement->words; // "500 engines" of "makes 500 engines a month"
    const size_t behind = placesOf(comparand, words).second;
    for (size_t place = behind; place < std::min(words.size(), behind + kReach); ++place) {
        const bool isPer = place > behind && (words[place - 1].lemma == QLatin1String("a") || words[place - 1].lemma == QLatin1String("an") || words[place - 1].lemma == QLatin1String("per") || words[place - 1].lemma == QLatin1String("every") || words[place - 1].lemma == QLatin1String("each"));
        const bool isAdverb = words[place].upos == model::Upos::Adv;
        if (isPer || isAdverb) {
            if (const std::optional<double> seconds = stretchNamed(words[place].lemma))
                return seconds;
        }
        if (words[place].upos == model::Upos::Verb)
            return std::nullopt;
    }
    return std::nullopt;
}

bool sharePartsOfOneWhole(const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const std::optional<double> left = wholeOf(one, material);
    return left && left == wholeOf(other, material);
}

} // namespace variorum::comparison
