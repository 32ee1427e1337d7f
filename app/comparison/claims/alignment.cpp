// Monolingual word alignment after Sultan, Bethard and Sumner 2014, "Back to Basics for Monolingual Alignment":
// lexical likeness first, entities as one word, then the words that a word depends on as context.
//
//     A: [Kim] leave [Pyongyang] private train Sunday       B: [Kim] depart [Pyongyang] train
//     Kim-Kim 1, leave-depart 0.85 (synonyms), Pyongyang-Pyongyang 1, train-train 1
//
// The score is made of the aligned share of each side's weight (their harmonic mean, and the better one, so that a
// clause can meet a long sentence), the likeness of the predicates, and how much was aligned at all: one common word
// in two fragments is no evidence, however large its share.

#include "comparison/claims/alignment.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace variorum::comparison {

using language::WordClass;
using model::SlotRole;

namespace {

constexpr double kOtherClass = 0.95; // "visit" the noun and the verb
constexpr int kNounSteps = 3;
constexpr int kVerbSteps = 2;
constexpr double kSameWordsShare = 0.4; // of aligned weight, from which two may be told in the same words
constexpr double kContextFloor = 0.5; // likeness from which a head counts as context

bool isOneLemma(const Unit &one, const Unit &other)
{
    return one.lemmaNumber >= 0 && other.lemmaNumber >= 0 ? one.lemmaNumber == other.lemmaNumber : one.lemma == other.lemma;
}

/// How alike each unit of one statement is to each of another's.
class UnitTable {
public:
    UnitTable(const StatementView &one, const StatementView &other, WordLikeness &likeness) : m_width(other.units.size()), m_likeness(likeness.sheet(one.units.size() * m_width))
    {
        size_t cell = 0;
        for (const Unit &left : one.units) {
            for (const Unit &right : other.units)
                m_likeness[cell++] = likeness.of(left, right);
        }
    }

    [[nodiscard]] double at(size_t one, size_t other) const { return m_likeness[one * m_width + other]; }

private:
    size_t m_width;
    std::span<double> m_likeness; // the word likeness' sheet, which nothing else uses meanwhile
};

bool sharesValueRole(const Unit &one, const Unit &other)
{
    return one.isValue && other.isValue && one.role && one.role == other.role;
}

/// Do the words that the two depend on, or depend on them, mean the same?
bool sharesContext(const StatementView &one, int first, const StatementView &other, int second, const UnitTable &table)
{
    const Unit &left = one.units[static_cast<size_t>(first)];
    const Unit &right = other.units[static_cast<size_t>(second)];
    if (left.head && right.head)
        return table.at(static_cast<size_t>(*left.head), static_cast<size_t>(*right.head)) >= kContextFloor;
    return !left.head && !right.head;
}

struct Offer {
    double likeness = 0;
    int one = 0;
    int other = 0;
};

/// One to one, most alike first, ties by place.
std::vector<AlignedUnits> chosen(std::vector<Offer> offers, size_t oneSize, size_t otherSize)
{
    std::sort(offers.begin(), offers.end(), [](const Offer &left, const Offer &right) {
        return left.likeness != right.likeness ? left.likeness > right.likeness : left.one != right.one ? left.one < right.one : left.other < right.other;
    });
    std::vector<bool> oneTaken(oneSize);
    std::vector<bool> otherTaken(otherSize);
    std::vector<AlignedUnits> units;
    for (const Offer &offer : offers) {
        const auto one = static_cast<size_t>(offer.one);
        const auto other = static_cast<size_t>(offer.other);
        if (oneTaken[one] || otherTaken[other])
            continue;
        oneTaken[one] = otherTaken[other] = true;
        units.push_back({offer.one, offer.other, offer.likeness});
    }
    std::sort(units.begin(), units.end(), [](const AlignedUnits &left, const AlignedUnits &right) { return left.one < right.one; });
    return units;
}

std::vector<AlignedUnits> alignedUnits(const StatementView &one, const StatementView &other, const UnitTable &table, const Weights &weights)
{
    std::vector<Offer> offers;
    for (size_t first = 0; first < one.units.size(); ++first) {
        for (size_t second = 0; second < other.units.size(); ++second) {
            const double likeness = table.at(first, second);
            if (likeness <= 0)
                continue;
            const bool inContext = sharesContext(one, static_cast<int>(first), other, static_cast<int>(second), table);
            offers.push_back({likeness * (inContext ? 1.0 : 1.0 - weights.contextShare), static_cast<int>(first), static_cast<int>(second)});
        }
    }
    return chosen(std::move(offers), one.units.size(), other.units.size());
}

double predicateLikeness(const StatementView &one, const StatementView &other, const UnitTable &table)
{
    double best = 0;
    for (size_t first = 0; first < one.units.size(); ++first) {
        if (!one.units[first].isPredicate)
            continue;
        for (size_t second = 0; second < other.units.size(); ++second) {
            if (other.units[second].isPredicate)
                best = std::max(best, table.at(first, second));
        }
    }
    return best;
}

double scoreOf(double oneAligned, double otherAligned, double predicates, const StatementView &one, const StatementView &other, const Weights &weights)
{
    const double oneShare = oneAligned / one.weight;
    const double otherShare = otherAligned / other.weight;
    const double mean = oneShare + otherShare > 0 ? 2 * oneShare * otherShare / (oneShare + otherShare) : 0.0;
    const double evidence = std::min(oneAligned, otherAligned);
    const double shares = weights.meanCoverage * mean + weights.bestCoverage * std::max(oneShare, otherShare) + weights.predicate * predicates;
    return shares * evidence / (evidence + weights.evidenceHalf);
}

/// No alignment by the table scores more: each word is given the best that it finds, whoever else wants it.
double mostScore(const StatementView &one, const StatementView &other, const UnitTable &table, const Weights &weights)
{
    constexpr double kRounding = 1.0 + 1e-9;
    double oneAligned = 0;
    for (size_t first = 0; first < one.units.size(); ++first) {
        double best = 0;
        for (size_t second = 0; second < other.units.size(); ++second)
            best = std::max(best, table.at(first, second));
        oneAligned += best * one.units[first].weight;
    }
    double otherAligned = 0;
    for (size_t second = 0; second < other.units.size(); ++second) {
        double best = 0;
        for (size_t first = 0; first < one.units.size(); ++first)
            best = std::max(best, table.at(first, second));
        otherAligned += best * other.units[second].weight;
    }
    return oneAligned > 0 ? scoreOf(oneAligned, otherAligned, predicateLikeness(one, other, table), one, other, weights) * kRounding : 0.0;
}

/// Both name an agent, and not the same one.
bool haveOtherAgents(const StatementView &one, const StatementView &other) { return one.agent && other.agent && *one.agent != *other.agent; }

/// Both name what the act was done to, or where it led, and no pair of those is alike.
bool haveOtherObjects(const StatementView &one, const StatementView &other, const UnitTable &table)
{
    const auto isObject = [](const Unit &unit) {
        const bool hasRole = unit.role && (*unit.role == SlotRole::Patient || *unit.role == SlotRole::Destination || *unit.role == SlotRole::Attribute);
        return hasRole && !unit.isPredicate && !unit.isValue;
    };
    bool oneHas = false;
    bool otherHas = false;
    for (size_t first = 0; first < one.units.size(); ++first) {
        if (!isObject(one.units[first]))
            continue;
        oneHas = true;
        for (size_t second = 0; second < other.units.size(); ++second) {
            if (!isObject(other.units[second]))
                continue;
            otherHas = true;
            if (table.at(first, second) > 0)
                return false;
        }
    }
    return oneHas && otherHas;
}

} // namespace

double WordLikeness::of(const Unit &one, const Unit &other)
{
    if (one.entity && other.entity)
        return *one.entity == *other.entity ? 1.0 : 0.0;
    if (one.isValue && other.isValue && !isOneLemma(one, other))
        return !sharesValueRole(one, other) ? 0.0 : one.governor == other.governor && !one.governor.isEmpty() ? m_weights.sameGovernorValue : m_weights.sameRoleValue;
    if (one.entity || other.entity)
        return isOneLemma(one, other) ? kOtherClass : 0.0;
    if (one.word < 0 || other.word < 0)
        return ofWords(one.lemma, one.wordClass, other.lemma, other.wordClass);
    return one.word == other.word ? 1.0 : ofNumbered(one, other);
}

void WordLikeness::expectWords(int count)
{
    constexpr int kMostWords = 3000; // 9 MB
    m_width = count <= kMostWords ? count : 0;
    m_table.assign(static_cast<size_t>(m_width) * static_cast<size_t>(m_width), 0);
}

double WordLikeness::ofNumbered(const Unit &one, const Unit &other)
{
    const auto lesser = static_cast<size_t>(std::min(one.word, other.word));
    const auto greater = static_cast<size_t>(std::max(one.word, other.word));
    const auto width = static_cast<size_t>(m_width);
    constexpr size_t kMostValues = std::numeric_limits<quint8>::max();
    if (greater < width) {
        quint8 &known = m_table[lesser * width + greater];
        if (known > 0)
            return m_values[known - 1U];
        const double value = ofWords(one.lemma, one.wordClass, other.lemma, other.wordClass);
        const auto place = static_cast<size_t>(std::find(m_values.begin(), m_values.end(), value) - m_values.begin());
        if (place == m_values.size() && place < kMostValues)
            m_values.push_back(value);
        if (place < m_values.size())
            known = static_cast<quint8>(place + 1);
        return value;
    }
    const quint64 key = static_cast<quint64>(std::min(one.word, other.word)) << 32U | static_cast<quint64>(std::max(one.word, other.word));
    const auto known = m_knownWords.constFind(key);
    if (known != m_knownWords.constEnd())
        return *known;
    return *m_knownWords.insert(key, ofWords(one.lemma, one.wordClass, other.lemma, other.wordClass));
}

double WordLikeness::ofWords(const QString &one, std::optional<WordClass> oneClass, const QString &other, std::optional<WordClass> otherClass)
{
    if (one == other)
        return oneClass == otherClass ? 1.0 : kOtherClass;
    if (!oneClass || !otherClass)
        return 0;
    const bool isTurned = std::tie(other, *otherClass) < std::tie(one, *oneClass);
    const QString &left = isTurned ? other : one;
    const QString &right = isTurned ? one : other;
    const QString key = left + QChar(u'\x1' + static_cast<char16_t>(isTurned ? *otherClass : *oneClass)) + right + QChar(u'\x1' + static_cast<char16_t>(isTurned ? *oneClass : *otherClass));
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    const double value = isTurned ? computed(other, otherClass, one, oneClass) : computed(one, oneClass, other, otherClass);
    m_known.insert(key, value);
    return value;
}

double WordLikeness::computed(const QString &one, std::optional<WordClass> oneClass, const QString &other, std::optional<WordClass> otherClass) const
{
    if (m_knowledge.areDerived(one, *oneClass, other, *otherClass))
        return m_weights.derivation;
    const bool areColours = m_knowledge.isKindOf(one, u"color") && m_knowledge.isKindOf(other, u"color");
    const double related = areColours || m_knowledge.areRelated(one, *oneClass, other, *otherClass) ? m_weights.related : 0.0;
    if (*oneClass != *otherClass)
        return related;
    if (m_knowledge.areSynonyms(one, other, *oneClass))
        return m_weights.synonym;
    if (*oneClass != WordClass::Noun && *oneClass != WordClass::Verb)
        return m_knowledge.areAntonyms(one, other, *oneClass) ? std::max(related, m_weights.likeness) : related;
    const int steps = *oneClass == WordClass::Noun ? kNounSteps : kVerbSteps;
    if (m_knowledge.isHypernym(one, other, *oneClass, steps) || m_knowledge.isHypernym(other, one, *oneClass, steps))
        return std::max(related, m_weights.hypernym);
    return std::max(related, m_knowledge.likeness(one, other, *oneClass) >= m_weights.likenessFloor ? m_weights.likeness : 0.0);
}

Alignment align(const StatementView &one, const StatementView &other, WordLikeness &likeness, const Weights &weights, double leastScore)
{
    Alignment alignment;
    if (one.weight <= 0 || other.weight <= 0)
        return alignment;
    const UnitTable table(one, other, likeness);
    if (leastScore > 0 && mostScore(one, other, table, weights) < leastScore)
        return alignment;
    alignment.units = alignedUnits(one, other, table, weights);
    alignment.predicateLikeness = predicateLikeness(one, other, table);
    double oneAligned = 0;
    double otherAligned = 0;
    for (const AlignedUnits &pair : alignment.units) {
        oneAligned += pair.likeness * one.units[static_cast<size_t>(pair.one)].weight;
        otherAligned += pair.likeness * other.units[static_cast<size_t>(pair.other)].weight;
    }
    const double oneShare = oneAligned / one.weight;
    const double otherShare = otherAligned / other.weight;
    alignment.score = scoreOf(oneAligned, otherAligned, alignment.predicateLikeness, one, other, weights) * (haveOtherAgents(one, other) ? weights.otherAgent : 1.0)
        * (haveOtherObjects(one, other, table) ? weights.otherObject : 1.0);
    if (weights.ideas.sameWords && one.article != other.article && std::max(oneShare, otherShare) >= kSameWordsShare)
        alignment.sameWords = findSameWords({*one.statement, one.words, one.sortedWords}, {*other.statement, other.words, other.sortedWords});
    return alignment;
}

} // namespace variorum::comparison
