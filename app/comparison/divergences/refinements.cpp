// Which refinements are worth telling. One value more exact than the other is a difference only where both are told of one thing:
//
//     "is believed to have left" / "left"                 told: the one only supposes
//     "someone who had left" / "someone who had left"     nothing: what makes the one unsure stands outside of it
//     "was killed at the dam" / "the hut near the dam"    nothing: other acts
//     "in Orr" / "in Orr, Norland"                        nothing: the larger place is known
//     "three groups" / "several groups"                   nothing: "several" says no more than a plural
//     "in 1972" / "in the 1970s"                          nothing: likewise
//
// What the pair shares decides: its predicates, and how many other words mean the same on both sides.

#include "comparison/divergences/refinements.h"

#include "comparison/divergences/acts.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/one_count.h"
#include "model/names.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::StatementWord;

namespace {

template<size_t count>
bool isOneOf(const QString &word, const std::array<QStringView, count> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Two comparands with all that is known of their statements.
struct Pair {
    const Comparand &one;
    const Comparand &other;
    const StatementView &left;
    const StatementView &right;
    const Alignment &alignment;
    const StoryMaterial &material;

    [[nodiscard]] bool isOneAct() const { return alignment.predicateLikeness >= material.weights.related; }
    [[nodiscard]] double likelihood() const { return std::max(alignment.likelihood, alignment.plainLikelihood); }
    [[nodiscard]] size_t shared() const { return alignment.units.size(); }
    [[nodiscard]] bool haveOthers() const { return haveOtherObjects(left, right, material.likeness); }
};

bool isHedge(const QString &lemma)
{
    static constexpr std::array<QStringView, 27> kHedges = {u"may",       u"might",     u"apparently", u"apparent",   u"likely",      u"unlikely", u"possible",  u"possibly", u"probable",
                                                           u"probably",  u"perhaps",   u"maybe",      u"presumably", u"suspect",     u"suspected", u"believe",  u"think",    u"appear",
                                                           u"seem",      u"allegedly", u"allege",     u"alleged",    u"supposedly",  u"claim",    u"potential", u"potentially", u"unclear"};
    return isOneOf(lemma, kHedges);
}

/// Stands the word at the predicate, or at a word that the predicate hangs on: "was believed to have offered"?
bool bendsPredicate(size_t place, const model::Statement &statement)
{
    constexpr int kSteps = 4;
    const auto &words = statement.words;
    for (size_t at = 0; at < words.size(); ++at) {
        if (!statement.predicateSpan.overlaps(words[at].span))
            continue;
        std::optional<int> above = static_cast<int>(at);
        for (int step = 0; step < kSteps && above; ++step) {
            if (static_cast<size_t>(*above) == place || words[place].head == above)
                return true;
            above = words[static_cast<size_t>(*above)].head;
        }
    }
    return false;
}

/// "Investigators think that ...", "it is likely that ...": among the last words before the clause.
bool isHedgedBefore(const StatementView &view, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 12> kFrames = {u"think", u"thinks", u"thought", u"believe", u"believes", u"believed", u"suspect", u"suspects", u"suspected", u"likely", u"possible", u"probable"};
    constexpr qsizetype kWords = 3;
    const model::Statement &statement = *view.statement;
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], statement.place.field);
    const QStringList before = text.first(statement.place.span.begin).section(u'.', -1).toLower().split(u' ', Qt::SkipEmptyParts);
    return std::any_of(before.end() - std::min(kWords, before.size()), before.end(), [](const QString &word) { return isOneOf(word, kFrames); });
}

/// Does its own clause, or the verb that it hangs on, say that it may be otherwise? "could" tells of an ability as often as of a doubt.
bool isHedged(const StatementView &view, bool mayBeAbility, const StoryMaterial &material)
{
    const model::Statement &statement = *view.statement;
    if (statement.certainty == model::Certainty::Reported)
        return true; // held to be no more than a claim
    for (size_t place = 0; place < statement.words.size(); ++place) {
        const StatementWord &word = statement.words[place];
        const bool isCould = mayBeAbility && word.lemma == QLatin1String("could");
        if ((isHedge(word.lemma) || isCould) && bendsPredicate(place, statement))
            return true;
    }
    const StatementView &outer = outerOf(view, material);
    return (&outer != &view && isHedge(outer.statement->predicate)) || isHedgedBefore(view, material);
}

bool tellsDoubt(const Pair &pair)
{
    constexpr double kLikely = 0.6;
    constexpr double kSurely = 0.8;
    constexpr double kMostSurely = 0.9;
    const bool isSurelyOne = tellOfOneAct(pair.one.statement, pair.other.statement, pair.alignment, pair.material) && pair.likelihood() >= kSurely;
    if (pair.isOneAct() && pair.haveOthers() && (!isSurelyOne || pair.shared() < 3))
        return false; // "struck a reef", "may have struck a rock": the words for what was struck may mean one thing
    const QString possible = model::nameOf(model::Certainty::Possible);
    const bool mayBeAbility = pair.likelihood() >= kMostSurely;
    const bool leftIsHedged = !pair.one.shown.contains(possible) || isHedged(pair.left, mayBeAbility, pair.material);
    const bool rightIsHedged = !pair.other.shown.contains(possible) || isHedged(pair.right, mayBeAbility, pair.material);
    if (!leftIsHedged || !rightIsHedged)
        return false;
    if (isSurelyOne || !pair.isOneAct())
        return true; // one act; or one cause, or one thing supposed, of which the finder was sure
    const bool isSamePredicate = pair.alignment.predicateLikeness >= pair.material.weights.samePredicate;
    return (pair.shared() >= 2 && pair.likelihood() >= kLikely) || (isSamePredicate && pair.likelihood() >= kSurely);
}

/// The one's words are the other's, and what is added stands behind a comma: the larger place, or words that belong to no place at all.
bool isOnlyContinued(const QString &one, const QString &other)
{
    return one != other && (one.startsWith(other + u',', Qt::CaseInsensitive) || other.startsWith(one + u',', Qt::CaseInsensitive));
}

/// "Santa Rosa, California", "Santa Rosa, Calif."; "in Orr" / "in Orr, Norland" are told by isOnlyContinued().
bool areAbbreviated(const QString &one, const QString &other)
{
    constexpr qsizetype kLetters = 3;
    const QStringList left = one.split(u' ', Qt::SkipEmptyParts);
    const QStringList right = other.split(u' ', Qt::SkipEmptyParts);
    if (left.size() != right.size())
        return false;
    const auto isShortOf = [](const QString &shorter, const QString &longer) {
        return shorter.endsWith(u'.') && shorter.size() > kLetters && longer.startsWith(shorter.chopped(1), Qt::CaseInsensitive);
    };
    return std::equal(left.begin(), left.end(), right.begin(), [&](const QString &first, const QString &second) {
        return first.compare(second, Qt::CaseInsensitive) == 0 || isShortOf(first, second) || isShortOf(second, first);
    });
}

/// Stands all that the one phrase has beyond the other's words in the other statement, too: "the winter meetings in Orr" / "offered at the
/// winter meetings, in Orr"?
bool isToldBeside(const Comparand &more, const StatementView &view, const StatementView &other)
{
    return std::all_of(view.statement->words.begin(), view.statement->words.end(), [&](const StatementWord &word) {
        const bool isNoun = word.upos == model::Upos::Noun || word.upos == model::Upos::Propn;
        return !isNoun || !more.evidence.contains(word.span) || std::any_of(other.statement->words.begin(), other.statement->words.end(), [&word](const StatementWord &with) {
            return with.lemma.compare(word.lemma, Qt::CaseInsensitive) == 0;
        });
    });
}

bool tellsPlace(const Pair &pair, bool isOnlyMore)
{
    constexpr double kLikely = 0.6;
    constexpr double kSurely = 0.8;
    constexpr double kMostSurely = 0.9;
    constexpr size_t kMany = 4; // words that two acts of one place seldom share
    if (pair.haveOthers() || isOnlyContinued(pair.one.shown, pair.other.shown) || areAbbreviated(pair.one.shown, pair.other.shown))
        return false;
    if (isToldBeside(pair.one, pair.left, pair.right) && isToldBeside(pair.other, pair.right, pair.left))
        return false;
    if (pair.isOneAct())
        return pair.likelihood() >= kSurely || (pair.likelihood() >= kLikely && pair.shared() >= 3);
    return !isOnlyMore && pair.likelihood() >= kMostSurely && pair.shared() >= kMany;
}

/// "In Greenwich Village" and "in New York", told of one act; not where each names both.
bool tellsPlaceWithin(const Pair &pair)
{
    constexpr double kSurely = 0.8;
    const auto names = [](const StatementView &view, const Comparand &place) {
        return std::any_of(view.statement->words.begin(), view.statement->words.end(), [&](const StatementWord &word) { return word.entity && place.slot && place.slot->entity == word.entity; });
    };
    const bool isOnePlace = pair.one.slot && pair.other.slot && pair.one.slot->entity == pair.other.slot->entity; // "Lund", "downtown Lund"
    const bool nameBoth = !isOnePlace && names(pair.left, pair.other) && names(pair.right, pair.one);
    return pair.isOneAct() && pair.likelihood() >= kSurely && !pair.haveOthers() && !nameBoth;
}

/// "the crossing", not "a lot", "midway", "two blocks": a ground that the reader knows.
bool isKnownGround(const Comparand &comparand) { return comparand.shown.startsWith(QLatin1String("the "), Qt::CaseInsensitive); }

/// "several", "multiple", "at least one": says no more than a plural.
bool isBarePlural(const model::QuantityValue &value)
{
    constexpr double kTwo = 2;
    const bool isOpen = value.bound == model::Bound::AtLeast || value.bound == model::Bound::MoreThan;
    const std::optional<double> least = value.value ? value.value : value.low;
    return isOpen && !isMeasure(value) && least && *least <= kTwo;
}

/// What a game is counted in: every player and every match has its own.
bool isScore(const QString &noun)
{
    static constexpr std::array<QStringView, 14> kScores = {u"game", u"point", u"yard", u"touchdown", u"goal", u"round", u"inning", u"rebound", u"pointer", u"homer", u"assist", u"carry", u"punch", u"set"};
    return isOneOf(noun, kScores);
}

bool tellsNumber(const Pair &pair, const QString &rule)
{
    constexpr double kLikely = 0.6;
    if (!pair.one.slot || !pair.other.slot || !pair.one.slot->quantity || !pair.other.slot->quantity)
        return true;
    const model::QuantityValue &first = *pair.one.slot->quantity;
    const model::QuantityValue &second = *pair.other.slot->quantity;
    if (isBarePlural(first) || isBarePlural(second) || (first.isOrdinal && second.isOrdinal))
        return false;
    const bool areFragments = !isVerbal(pair.left) && !isVerbal(pair.right);
    if (rule == QLatin1String("only-such-figures")) {
        const bool isShare = first.unit == QLatin1String("%") || first.unit == QLatin1String("a"); // shares and ages are of many things
        const bool isOfGame = isScore(first.counted) || isScore(second.counted);
        return !isOfGame && (!isShare || (pair.isOneAct() && pair.shared() >= 3)) && (pair.shared() >= 2 || countsPeople(first, pair.material));
    }
    if (pair.isOneAct())
        return pair.likelihood() >= kLikely || !areFragments;
    return pair.likelihood() >= kLikely && pair.shared() >= 2;
}

bool tellsDuration(const Pair &pair)
{
    constexpr double kLikely = 0.6;
    constexpr double kSurely = 0.8;
    constexpr size_t kMany = 4;
    constexpr double kLong = 100.0 * 24 * 3600; // seconds; what lasts for years is told of many things
    const auto isLong = [](const Comparand &comparand) { return comparand.slot && comparand.slot->time && comparand.slot->time->seconds.value_or(0) >= kLong; };
    if (pair.haveOthers() || pair.likelihood() < kLikely || pair.shared() == 0)
        return false;
    if (!isLong(pair.one) || !isLong(pair.other))
        return true;
    return pair.likelihood() >= kSurely && isVerbal(pair.left) && isVerbal(pair.right) && (pair.isOneAct() || pair.shared() >= kMany);
}

bool tellsTime(const Pair &pair)
{
    constexpr double kLikely = 0.6;
    constexpr double kMostSurely = 0.95;
    constexpr qsizetype kDecade = 3; // "197"
    constexpr qsizetype kYear = 4;
    const auto lengthOf = [](const Comparand &comparand) { return comparand.slot && comparand.slot->time ? comparand.slot->time->timex.size() : qsizetype{10}; };
    const qsizetype least = std::min(lengthOf(pair.one), lengthOf(pair.other));
    if (least <= kDecade || pair.haveOthers())
        return false;
    return least > kYear || (pair.likelihood() >= (pair.isOneAct() ? kLikely : kMostSurely) && pair.shared() >= 2);
}

bool tellsThings(const Pair &pair)
{
    constexpr double kSurely = 0.8;
    constexpr size_t kMany = 4;
    return pair.likelihood() >= kSurely && pair.shared() >= (pair.isOneAct() ? 2 : kMany) && !pair.haveOthers();
}

/// "sold fish", "sold trout". Of what is known already, or where anything else differs, a reader takes either word for the other:
/// "the ship", "the vessel".
bool tellsKind(const Pair &pair)
{
    constexpr double kMostSurely = 0.9;
    constexpr size_t kMany = 4;
    const bool areKnown = isKnownGround(pair.one) && isKnownGround(pair.other);
    return !areKnown && pair.likelihood() >= kMostSurely && pair.shared() >= kMany && pair.alignment.predicateLikeness >= pair.material.weights.samePredicate;
}

bool isTelling(const Pair &pair, const DivergenceKind kind, const QString &rule)
{
    if (rule == QLatin1String("certain-or-possible"))
        return tellsDoubt(pair);
    if (rule == QLatin1String("place-told-more") || rule == QLatin1String("place-told-otherwise"))
        return tellsPlace(pair, rule == QLatin1String("place-told-more"));
    if (rule == QLatin1String("place-within") || rule == QLatin1String("part-of-place"))
        return kind != DivergenceKind::Place || tellsPlaceWithin(pair);
    if (rule == QLatin1String("number-within") || rule == QLatin1String("numbers-overlap") || rule == QLatin1String("same-limit") || (kind == DivergenceKind::Quantity && rule == QLatin1String("only-such-figures")))
        return tellsNumber(pair, rule);
    if (rule == QLatin1String("durations-overlap"))
        return tellsDuration(pair);
    if (rule == QLatin1String("time-within"))
        return tellsTime(pair);
    if (rule == QLatin1String("more-things"))
        return tellsThings(pair);
    if (rule == QLatin1String("other-place-word"))
        return isKnownGround(pair.one) && isKnownGround(pair.other);
    if (rule == QLatin1String("more-general-word"))
        return tellsKind(pair);
    return true;
}

} // namespace

ComparedKind withTellingRefinements(ComparedKind kind, const StoryMaterial &material)
{
    std::erase_if(kind.edges, [&](const Edge &edge) {
        if (edge.outcome.relation != Relation::Refinement)
            return false;
        const Comparand &one = kind.comparands[static_cast<size_t>(edge.one)];
        const Comparand &other = kind.comparands[static_cast<size_t>(edge.other)];
        const Alignment *alignment = material.alignment(one.statement, other.statement);
        return alignment && !isTelling({one, other, material.view(one.statement), material.view(other.statement), *alignment, material}, kind.kind, edge.outcome.rule);
    });
    return kind;
}

} // namespace variorum::comparison
