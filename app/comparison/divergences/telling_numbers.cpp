// Which refinements of numbers are worth telling.
//
//     "at least 160 were saved" / "179 were saved"            told
//     "three groups" / "several groups"                       nothing: "several" says no more than a plural
//     "thousands of sites" / "millions of sites"              nothing: neither is a number
//     "29 of 34 throws", "his first 17 throws"                nothing: of a game; nor any two numbers of which one article gives both
//     "a 32-bit program", "a 64-bit program"                  nothing: a kind of thing
//     "$8 million" / "about $4 million a year"                nothing: the one is for a year

#include "comparison/divergences/telling.h"

#include "comparison/divergences/counts.h"
#include "comparison/divergences/one_count.h"

#include <QRegularExpression>

namespace variorum::comparison {

namespace {

/// What a game is counted in: every player and every match has its own.
bool isScore(const QString &noun)
{
    static constexpr std::array<QStringView, 28> kScores = {u"win", u"loss", u"season", u"pass", u"run", u"hit", u"out", u"rbi", u"snap", u"shot", u"sack", u"catch", u"reception", u"throw", u"game", u"point", u"yard", u"touchdown", u"goal", u"round", u"inning", u"rebound", u"pointer", u"homer", u"assist", u"carry", u"punch", u"set"};
    return isOneOf(noun, kScores);
}

/// Every play of a match has its yards; "on foot" a length is one.
bool isScored(const model::QuantityValue &value) { return isScore(value.counted) || value.unit == QLatin1String("[yd_i]"); }

/// "thousands", "dozens", "millions": no number was counted.
bool isVaguePlural(const Comparand &comparand)
{
    static const QRegularExpression kPlural(QStringLiteral("\\b(dozens|scores|hundreds|thousands|millions|billions|trillions)\\b"), QRegularExpression::CaseInsensitiveOption);
    return comparand.slot->text.contains(kPlural);
}

/// "the 64-bit system", "a 6-foot-9 player", "the AX 7 rifle": what kind of thing, not how many.
bool namesKind(const Comparand &comparand, const StatementView &view)
{
    static const QRegularExpression kCompound(QStringLiteral("^\\d+\\s?-\\s?[a-z]"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kModel(QStringLiteral("[A-Z]{2,}[ -]?$"));
    const QString &counted = comparand.slot->quantity->counted;
    const QString before = view.statement->text.left(std::max(qsizetype{0}, comparand.evidence.begin - view.statement->place.span.begin));
    return counted == QLatin1String("bit") || counted == QLatin1String("version") || comparand.slot->text.contains(kCompound) || before.contains(kModel);
}

/// "about $4 million a year", "an average annual value of $4 million".
bool isForEach(const Comparand &comparand, const StatementView &view)
{
    static const QRegularExpression kEach(QStringLiteral("\\b(annual|annually|yearly|average|per|each|apiece|(a|every) (year|month|week|day|season|head|share))\\b"), QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype kWords = 30; // UTF-16 units behind the number
    const qsizetype end = comparand.evidence.end - view.statement->place.span.begin;
    return end >= 0 && end <= view.statement->text.size() && view.statement->text.mid(end, kWords).contains(kEach);
}

/// "12 magazines" and, of another search, "31 magazines": does one article give both, of whichever the two are?
bool areGivenTogether(const ToldPair &pair)
{
    const auto give = [&pair](int article, const Comparand &wanted) {
        return std::any_of(pair.kind.comparands.begin(), pair.kind.comparands.end(), [&](const Comparand &known) { return pair.material.view(known.statement).article == article && known.shown == wanted.shown; });
    };
    const bool isOneNoun = pair.one.slot->quantity->counted == pair.other.slot->quantity->counted;
    return give(pair.right.article, pair.one) || give(pair.left.article, pair.other)
        || (isOneNoun && std::any_of(pair.kind.comparands.begin(), pair.kind.comparands.end(), [&](const Comparand &known) {
                const int article = pair.material.view(known.statement).article;
                return give(article, pair.one) && give(article, pair.other);
            }));
}

/// Bounded from the one side both, or both from the other: "at least four", "at least 40".
bool areBoundedAlike(const model::QuantityValue &one, const model::QuantityValue &other)
{
    const auto isLow = [](const model::QuantityValue &value) { return value.bound == model::Bound::AtLeast || value.bound == model::Bound::MoreThan; };
    const auto isHigh = [](const model::QuantityValue &value) { return value.bound == model::Bound::AtMost || value.bound == model::Bound::LessThan; };
    return (isLow(one) && isLow(other)) || (isHigh(one) && isHigh(other));
}

bool tellsFigures(const ToldPair &pair, const model::QuantityValue &first)
{
    const bool isShare = first.unit == QLatin1String("%") || first.unit == QLatin1String("a"); // shares and ages are of many things
    if (areGivenTogether(pair) || namesKind(pair.one, pair.left) || namesKind(pair.other, pair.right) || isForEach(pair.one, pair.left) != isForEach(pair.other, pair.right))
        return false;
    return (!isShare || (pair.isOneAct() && pair.shared() >= 3)) && (pair.shared() >= 2 || countsPeople(first, pair.material));
}

/// Numbers of two nouns are of one thing only where the clauses surely are one act's.
bool areOfOneNoun(const ToldPair &pair, const model::QuantityValue &first, const model::QuantityValue &second)
{
    constexpr double kSurely = 0.8;
    const bool arePeople = countsPeople(first, pair.material) && countsPeople(second, pair.material);
    if (first.counted == second.counted || arePeople)
        return true;
    const bool isKind = !first.counted.isEmpty() && !second.counted.isEmpty() && (pair.material.knowledge.isKindOf(first.counted, second.counted) || pair.material.knowledge.isKindOf(second.counted, first.counted));
    return isKind || (pair.isOneAct() && pair.likelihood() >= kSurely);
}

} // namespace

bool isBarePlural(const model::QuantityValue &value)
{
    constexpr double kTwo = 2;
    const bool isOpen = value.bound == model::Bound::AtLeast || value.bound == model::Bound::MoreThan;
    const std::optional<double> least = value.value ? value.value : value.low;
    return isOpen && !isMeasure(value) && least && *least <= kTwo;
}

bool tellsNumber(const ToldPair &pair, const QString &rule)
{
    constexpr double kLikely = 0.6;
    constexpr double kSurely = 0.8;
    if (!pair.one.slot || !pair.other.slot || !pair.one.slot->quantity || !pair.other.slot->quantity)
        return true;
    const model::QuantityValue &first = *pair.one.slot->quantity;
    const model::QuantityValue &second = *pair.other.slot->quantity;
    if (isBarePlural(first) || isBarePlural(second) || (first.isOrdinal && second.isOrdinal) || isScored(first) || isScored(second))
        return false;
    if (rule == QLatin1String("only-such-figures"))
        return tellsFigures(pair, first);
    const bool isShare = (first.unit == QLatin1String("%") || second.unit == QLatin1String("%")) && !(pair.isOneAct() && pair.likelihood() >= kSurely);
    const bool isVague = isVaguePlural(pair.one) || isVaguePlural(pair.other);
    if (isShare || (isVague && (first.counted.isEmpty() || second.counted.isEmpty()) && !pair.isOneAct()))
        return false;
    if ((isVague && areBoundedAlike(first, second)) || (rule == QLatin1String("same-limit") && areBoundedAlike(first, second)) || !areOfOneNoun(pair, first, second))
        return false;
    const bool areFragments = !isVerbal(pair.left) && !isVerbal(pair.right);
    if (pair.isOneAct())
        return pair.likelihood() >= kLikely || !areFragments;
    return pair.likelihood() >= kLikely && pair.shared() >= 2;
}

} // namespace variorum::comparison
