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

#include "comparison/divergences/revisions.h"
#include "comparison/divergences/telling.h"

namespace variorum::comparison {

using model::DivergenceKind;
using model::StatementWord;

namespace {

/// "the crossing", not "a lot", "midway", "two blocks": a ground that the reader knows.
bool isKnownGround(const Comparand &comparand) { return comparand.shown.startsWith(QLatin1String("the "), Qt::CaseInsensitive); }

/// Are they things and nothing else: "bread, butter and milk"; not "the website of Orr Mills, a maker", "the flaw (7-A) in two versions", nor,
/// of a list that goes on outside, "not only bread but butter"?
bool isPlainList(const Comparand &list, const StatementView &view)
{
    const bool hasName = std::any_of(view.statement->words.begin(), view.statement->words.end(), [&list](const StatementWord &word) {
        return list.evidence.contains(word.span) && word.upos == model::Upos::Propn && word.deprel != model::Deprel::Compound;
    });
    const bool isJoined = list.shown.contains(QLatin1String(" and ")) || list.shown.contains(QLatin1String(" or "));
    const bool hasPhrase = !isJoined && list.shown.contains(u',') && std::any_of(view.statement->words.begin(), view.statement->words.end(), [&list](const StatementWord &word) {
        return list.evidence.contains(word.span) && (word.deprel == model::Deprel::Nummod || word.deprel == model::Deprel::Det); // "after the vote, three groups sued"
    });
    return !hasName && !hasPhrase && !list.shown.contains(u'(') && !list.shown.contains(QLatin1String(" but "));
}

/// "these animals": more may have been told of them before.
bool isToldBefore(const Comparand &list, const QString &text)
{
    static constexpr std::array<QStringView, 4> kBefore = {u"these", u"those", u"such", u"this"};
    const QStringList before = leadOf(text, list.evidence.begin).toLower().split(u' ', Qt::SkipEmptyParts);
    return !before.isEmpty() && isOneOf(before.back(), kBefore);
}

/// Is there a thing among the one's that the other's sentence does not name, inside or outside of its list?
bool namesMore(const Comparand &list, const StatementView &view, const StatementView &other, const StoryMaterial &material)
{
    constexpr qsizetype kAround = 150; // UTF-16 units
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(other.article)], other.statement->place.field);
    const base::TextSpan &span = other.statement->place.span;
    const QString around = text.mid(std::max(qsizetype{0}, span.begin - kAround), span.length() + 2 * kAround).toLower();
    return std::any_of(view.statement->words.begin(), view.statement->words.end(), [&](const StatementWord &word) {
        return list.evidence.contains(word.span) && word.upos == model::Upos::Noun && word.deprel != model::Deprel::Compound && !around.contains(word.lemma);
    });
}

bool tellsThings(const ToldPair &pair)
{
    constexpr double kSurely = 0.8;
    constexpr size_t kMany = 4;
    const auto textOf = [&pair](const StatementView &view) -> const QString & { return model::textOf(*pair.material.articles[static_cast<size_t>(view.article)], view.statement->place.field); };
    if (!isPlainList(pair.one, pair.left) || !isPlainList(pair.other, pair.right) || isToldBefore(pair.one, textOf(pair.left)) || isToldBefore(pair.other, textOf(pair.right)))
        return false;
    const bool doesAnyTellMore = namesMore(pair.one, pair.left, pair.right, pair.material) || namesMore(pair.other, pair.right, pair.left, pair.material);
    return doesAnyTellMore && pair.likelihood() >= kSurely && pair.shared() >= (pair.isOneAct() ? 2 : kMany) && !pair.haveOthers();
}

/// "sold fish", "sold trout". Of what is known already, or where anything else differs, a reader takes either word for the other:
/// "the ship", "the vessel".
bool tellsKind(const ToldPair &pair)
{
    constexpr double kMostSurely = 0.9;
    constexpr size_t kMany = 4;
    const bool areKnown = isKnownGround(pair.one) && isKnownGround(pair.other);
    const bool isOneWord = QString(pair.one.shown).remove(u' ').remove(u'-').compare(QString(pair.other.shown).remove(u' ').remove(u'-'), Qt::CaseInsensitive) == 0; // "teargas", "tear gas"
    return !areKnown && !isOneWord && pair.likelihood() >= kMostSurely && pair.shared() >= kMany && pair.alignment.predicateLikeness >= pair.material.weights.samePredicate;
}

/// "40 flats", "at least 40 flats"; "over 20 hours", "over 20 days": one of two articles that print one passage put it so.
bool isPutOtherwise(DivergenceKind kind, const Comparand &one, const Comparand &other, const QString &rule, const StoryMaterial &material)
{
    if (!one.slot || !other.slot || !isAtRevision(one, other, material))
        return false;
    const auto isBounded = [](const model::Slot &slot, const model::Slot &plain) { return slot.text.endsWith(plain.text, Qt::CaseInsensitive) && !isBarePlural(*plain.quantity); };
    if (kind == DivergenceKind::Quantity && one.slot->quantity && other.slot->quantity)
        return one.slot->quantity->unit != other.slot->quantity->unit || isBounded(*one.slot, *other.slot) || isBounded(*other.slot, *one.slot);
    return rule == QLatin1String("durations-overlap") && one.slot->time && other.slot->time && one.slot->time->timex != other.slot->time->timex;
}

bool isTelling(const ToldPair &pair, const DivergenceKind kind, const QString &rule)
{
    if (rule == QLatin1String("certain-or-possible"))
        return tellsDoubt(pair);
    if (rule == QLatin1String("place-told-more") || rule == QLatin1String("place-told-otherwise") || rule == QLatin1String("other-place-phrase"))
        return tellsPlace(pair, rule);
    if (rule == QLatin1String("place-within") || rule == QLatin1String("part-of-place"))
        return kind != DivergenceKind::Place || tellsPlaceWithin(pair);
    if (rule == QLatin1String("number-within") || rule == QLatin1String("numbers-overlap") || rule == QLatin1String("same-limit") || (kind == DivergenceKind::Quantity && rule == QLatin1String("only-such-figures")))
        return tellsNumber(pair, rule);
    if (rule == QLatin1String("done-since"))
        return tellsDeed(pair);
    if (kind == DivergenceKind::Time && rule == QLatin1String("only-such-figures"))
        return pair.isOneAct() && tellsDuration(pair);
    if (rule == QLatin1String("durations-overlap"))
        return tellsDuration(pair);
    if (rule == QLatin1String("time-within") || rule == QLatin1String("times-overlap")) // a night ends on the next day
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
        return alignment && !isPutOtherwise(kind.kind, one, other, edge.outcome.rule, material) && !isTelling({kind, one, other, material.view(one.statement), material.view(other.statement), *alignment, material}, kind.kind, edge.outcome.rule);
    });
    return kind;
}

} // namespace variorum::comparison
