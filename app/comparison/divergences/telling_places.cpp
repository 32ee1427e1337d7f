// Which refinements of places are worth telling.

#include "comparison/divergences/telling.h"

namespace variorum::comparison {

using model::StatementWord;

namespace {

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

} // namespace

bool tellsPlace(const ToldPair &pair, const QString &rule)
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
    return rule != QLatin1String("place-told-more") && pair.likelihood() >= kMostSurely && pair.shared() >= kMany;
}

/// "In Greenwich Village" and "in New York", told of one act; not where each names both.
bool tellsPlaceWithin(const ToldPair &pair)
{
    constexpr double kSurely = 0.8;
    const auto names = [](const StatementView &view, const Comparand &place) {
        return std::any_of(view.statement->words.begin(), view.statement->words.end(), [&](const StatementWord &word) { return word.entity && place.slot && place.slot->entity == word.entity; });
    };
    const bool isOnePlace = pair.one.slot && pair.other.slot && pair.one.slot->entity == pair.other.slot->entity; // "Lund", "downtown Lund"
    const bool nameBoth = !isOnePlace && names(pair.left, pair.other) && names(pair.right, pair.one);
    return pair.isOneAct() && pair.likelihood() >= kSurely && !pair.haveOthers() && !nameBoth;
}

} // namespace variorum::comparison
