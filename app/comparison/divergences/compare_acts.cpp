// Whether an act was, and how surely: polarity and certainty.
//
//     "has arrived in Russia" / "is headed to Russia"     conflict: done, and a plan that holds
//     "was replaced" / "would be replaced"                nothing: the plan was told from behind
//     "was expected to sink" (Thu) / "sank" (Fri)         refinement: done since
//     "no defects had been found" / "two defects"         conflict: none or some
//     "did not appear to be related" / "not related"      refinement: held possible, or certain
//     "has not yet" / "has"                               nothing: what is not yet may be now

#include "comparison/divergences/acts.h"

#include "comparison/values/attributes.h"
#include "comparison/values/quantities.h"
#include "model/names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::SlotRole;
using model::StatementWord;

namespace {

constexpr double kLikelyRefinement = 0.4;
constexpr double kSurely = 0.6;
constexpr double kMostSurely = 0.9; // likelihood from which two acts are one, however much else their clauses tell

/// The predicate with its auxiliaries and negation before it: "has arrived", "is headed", "does not fly".
base::TextSpan predicatePhrase(const model::Statement &statement)
{
    base::TextSpan span = statement.predicateSpan;
    for (const StatementWord &word : statement.words) {
        if (!word.head || word.span.end > statement.predicateSpan.begin)
            continue;
        const bool isOfPredicate = statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
        const bool helps = word.deprel == Deprel::Aux || word.deprel == Deprel::AuxPass || word.deprel == Deprel::Cop || word.lemma == QLatin1String("not");
        if (isOfPredicate && helps)
            span = span.united(word.span);
    }
    return span;
}

std::vector<Comparand> predicatesOf(const ClaimGroup &claim, const StoryMaterial &material)
{
    std::vector<Comparand> found;
    for (const int member : claim.members) {
        const model::Statement &statement = *material.view(member).statement;
        if (!statement.predicateSpan.isEmpty())
            found.push_back({member, predicatePhrase(statement), {}, nullptr, {}, 0});
    }
    return found;
}

std::optional<base::EntityId> entityIn(const model::Statement &statement, std::initializer_list<SlotRole> roles)
{
    for (const model::Slot &slot : statement.slots) {
        if (slot.entity && std::find(roles.begin(), roles.end(), slot.role) != roles.end())
            return slot.entity;
    }
    return std::nullopt;
}

/// One actor and one goal on both sides: two tellings of one move, whatever the verb.
bool haveSameMove(const StatementView &one, const StatementView &other)
{
    const auto goalOf = [](const StatementView &view) { return entityIn(*view.statement, {SlotRole::Destination, SlotRole::Place}); };
    return actorOf(one) && goalOf(one) && actorOf(one) == actorOf(other) && goalOf(one) == goalOf(other);
}

/// A clause of its own that tells plainly whether something was.
bool tellsWhether(const StatementView &view, const StoryMaterial &material)
{
    return isCompleted(view.statement->certainty) && isWholeClause(view) && tellsPlainly(view) && !isSpeech(*view.statement, material.knowledge);
}

/// "a state secretary signed": someone, and so nobody whom the other names.
bool isBySomeone(const StatementView &view)
{
    return std::any_of(view.statement->slots.begin(), view.statement->slots.end(), [](const model::Slot &slot) {
        return slot.role == SlotRole::Agent && !slot.entity && (slot.text.startsWith(QLatin1String("a "), Qt::CaseInsensitive) || slot.text.startsWith(QLatin1String("an "), Qt::CaseInsensitive));
    });
}

/// "ruled out that the fire had been set": what the clause says is turned round, or left open, by the one around it.
bool isTurnedOutside(const StatementView &view, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 10> kTurning = {u"deny", u"rule", u"doubt", u"reject", u"dismiss", u"dispute", u"refuse", u"exclude", u"refute", u"contradict"};
    const StatementView &outer = outerOf(view, material);
    static constexpr std::array<QStringView, 5> kHolding = {u"believe", u"think", u"true", u"clear", u"confirm"};
    const bool isFrame = material.knowledge.isReporting(outer.statement->predicate) || std::find(kHolding.begin(), kHolding.end(), outer.statement->predicate) != kHolding.end();
    const bool isTurned = &outer != &view && ((isFrame && polarityOf(*outer.statement) == model::Polarity::Negative) || std::find(kTurning.begin(), kTurning.end(), outer.statement->predicate) != kTurning.end());
    return isTurned || !isCompleted(view.statement->certainty);
}

/// "none of the other clubs", "nobody else": tells of all but those whom the other statement names.
bool tellsOfTheRest(const StatementView &view)
{
    const std::vector<StatementWord> &words = view.statement->words;
    const auto isBefore = [&view](const StatementWord &word) { return word.span.end <= view.statement->predicateSpan.begin; };
    const bool isNone = std::any_of(words.begin(), words.end(), [&](const StatementWord &word) { return isBefore(word) && (word.lemma == QLatin1String("none") || word.lemma == QLatin1String("no") || word.lemma == QLatin1String("nobody") || word.lemma == QLatin1String("neither")); });
    return isNone && std::any_of(words.begin(), words.end(), [&](const StatementWord &word) { return isBefore(word) && (word.lemma == QLatin1String("other") || word.lemma == QLatin1String("else")); });
}

/// A named actor on one side, someone on the other.
bool areOtherPeople(const StatementView &one, const StatementView &other)
{
    return tellsOfTheRest(one) || tellsOfTheRest(other) || haveOtherActors(one, other) || (actorOf(one) && isBySomeone(other)) || (actorOf(other) && isBySomeone(one));
}

/// "It was one of those": that something is one of many says nothing that could be denied elsewhere.
bool tellsWhat(const model::Statement &statement) { return statement.predicate != QLatin1String("one") && statement.predicate != QLatin1String("be"); }

/// How alike the two acts are, a verb that says little told by the noun beside it: "sounded", "made no sound".
double actLikeness(const StatementView &one, const StatementView &other, const Alignment &alignment, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 5> kLight = {u"make", u"give", u"have", u"take", u"do"};
    const auto tellsAct = [](const Unit &unit, const StatementView &view) {
        const bool isLight = std::find(kLight.begin(), kLight.end(), view.statement->predicate) != kLight.end();
        return unit.isPredicate || (isLight && unit.role == SlotRole::Patient && unit.span.begin >= view.statement->predicateSpan.end);
    };
    double best = alignment.predicateLikeness;
    for (const AlignedUnits &pair : alignment.units) {
        if (tellsAct(one.units[static_cast<size_t>(pair.one)], one) && tellsAct(other.units[static_cast<size_t>(pair.other)], other))
            best = std::max(best, material.likeness.of(one.units[static_cast<size_t>(pair.one)], other.units[static_cast<size_t>(pair.other)]));
    }
    return best;
}

/// Are the two told of one subject, by name or by words that mean the same?
bool shareSubject(const StatementView &one, const StatementView &other, const Alignment &alignment)
{
    const auto isSubject = [](const Unit &unit, const StatementView &view) {
        return (unit.role == SlotRole::Agent || unit.role == SlotRole::Patient) && unit.span.end <= view.statement->predicateSpan.begin;
    };
    return std::any_of(alignment.units.begin(), alignment.units.end(), [&](const AlignedUnits &pair) {
        return isSubject(one.units[static_cast<size_t>(pair.one)], one) && isSubject(other.units[static_cast<size_t>(pair.other)], other);
    });
}

/// "had not yet been found": what is not so far, and nothing else that bends it.
bool isNotYet(const StatementView &view)
{
    const std::vector<StatementWord> &words = view.statement->words;
    return polarityOf(*view.statement) == model::Polarity::Negative && std::any_of(words.begin(), words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("yet"); });
}

/// Planned in one report and done in a later one.
bool isDoneSince(const StatementView &plan, const StatementView &deed, const StoryMaterial &material)
{
    const std::optional<model::NewsDate> &planned = material.articles[static_cast<size_t>(plan.article)]->published;
    const std::optional<model::NewsDate> &done = material.articles[static_cast<size_t>(deed.article)]->published;
    return plan.statement->certainty == model::Certainty::Planned && isCompleted(deed.statement->certainty) && planned && done
        && planned->utcForOrdering() < done->utcForOrdering();
}

/// One tells it as done, the other as a plan that still holds.
bool clashInTime(const StatementView &one, const StatementView &other, const StoryMaterial &material)
{
    return (isDone(one, material) && isPlanInForce(other, material)) || (isDone(other, material) && isPlanInForce(one, material));
}

/// "no defects": the noun that is said to be none, and the words. Nothing where the statement says so of nothing.
std::optional<std::pair<QString, base::TextSpan>> noneOf(const model::Statement &statement)
{
    for (const StatementWord &word : statement.words) {
        if (word.lemma != QLatin1String("no") || word.deprel != Deprel::Det || !word.head)
            continue;
        const StatementWord &noun = statement.words[static_cast<size_t>(*word.head)];
        if (noun.upos == model::Upos::Noun)
            return std::pair(noun.lemma, word.span.united(noun.span));
    }
    return std::nullopt;
}

/// "none of the 48 guests", "80 were not": gives a number, and that it was none.
bool saysNone(const model::Statement &statement)
{
    return polarityOf(statement) == model::Polarity::Negative
        || std::any_of(statement.words.begin(), statement.words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("none") || word.lemma == QLatin1String("no") || word.lemma == QLatin1String("nobody"); });
}

/// "No arrests were made", "Three men were arrested"; "No fault was found in the brakes", "The brakes failed": the one says that there
/// was nothing of what the other tells by its verb, of one thing besides.
bool deniesAct(const StatementView &denial, const QString &noun, const StatementView &act, const Alignment &alignment, bool denialIsFirst, const StoryMaterial &material)
{
    constexpr double kAlone = 0.9; // likelihood from which nothing else need be shared
    using language::WordClass;
    if (!isVerbal(act) || !tellsWhether(act, material) || polarityOf(*act.statement) != model::Polarity::Positive || isTurnedOutside(denial, material) || alignment.likelihood < kSurely)
        return false;
    if (material.likeness.ofWords(noun, WordClass::Noun, act.statement->predicate, WordClass::Verb) < material.weights.related)
        return false;
    const bool shareMore = std::any_of(alignment.units.begin(), alignment.units.end(), [&](const AlignedUnits &pair) {
        const Unit &inDenial = denial.units[static_cast<size_t>(denialIsFirst ? pair.one : pair.other)];
        const Unit &inAct = act.units[static_cast<size_t>(denialIsFirst ? pair.other : pair.one)];
        return inDenial.lemma != noun && !inAct.isPredicate && !inDenial.isValue;
    });
    return shareMore || alignment.likelihood >= kAlone;
}

/// "no defects" against "two defects" of one claim.
void addNoneOrSome(const ClaimGroup &claim, const StoryMaterial &material, ComparedKind &kind)
{
    std::map<std::pair<int, base::TextSpan>, int> known;
    const auto comparandOf = [&](int member, base::TextSpan span, model::Polarity polarity) {
        const auto [place, isNew] = known.try_emplace({member, span}, static_cast<int>(kind.comparands.size()));
        if (isNew) {
            kind.comparands.push_back({member, span, model::nameOf(polarity), nullptr, {}, 0});
            // Statements that say none say the same: one difference, however many say it.
            for (const auto &[other, at] : known) {
                if (at != place->second && kind.comparands[static_cast<size_t>(at)].shown == kind.comparands.back().shown)
                    kind.edges.push_back({at, place->second, {Relation::Same, QStringLiteral("same-polarity"), {}}});
            }
        }
        return place->second;
    };
    for (const int member : claim.members) {
        const auto none = noneOf(*material.view(member).statement);
        for (const int other : none ? claim.members : std::vector<int>()) {
            if (!material.alignment(member, other) || saysNone(*material.view(other).statement))
                continue;
            const Alignment &alignment = *material.alignment(member, other);
            if (deniesAct(material.view(member), none->first, material.view(other), alignment, member < other, material)) {
                const int from = comparandOf(member, none->second, model::Polarity::Negative);
                const int to = comparandOf(other, predicatePhrase(*material.view(other).statement), model::Polarity::Positive);
                kind.edges.push_back({from, to, {Relation::Conflict, QStringLiteral("none-or-done"), QStringLiteral("no %1 / %2").arg(none->first, material.view(other).statement->predicate)}});
            }
            for (const model::Slot &slot : material.view(other).statement->slots) {
                const bool isSome = slot.quantity && slot.quantity->counted == none->first && slot.quantity->value && *slot.quantity->value > 0 && !slot.quantity->isOrdinal;
                if (!isSome)
                    continue;
                const int from = comparandOf(member, none->second, model::Polarity::Negative);
                const int to = comparandOf(other, slot.span, model::Polarity::Positive);
                kind.edges.push_back({from, to, {Relation::Conflict, QStringLiteral("none-or-some"), QStringLiteral("no %1 / %2").arg(none->first, slot.value)}});
            }
        }
    }
}


/// "..., his family claimed", "is alleged to have ...": the sentence around gives it as no more than a claim.
bool isClaimed(const StatementView &view, const StoryMaterial &material)
{
    static const QRegularExpression kClaiming(QStringLiteral("\\b(claim|claims|claimed|claiming|allege|alleges|alleged|alleging)\\b"));
    static const QRegularExpression kEnd(QStringLiteral("[.!?;\\n\u201d\"]"));
    constexpr qsizetype kNear = 60; // UTF-16 units
    const model::Statement &statement = *view.statement;
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], statement.place.field);
    const base::TextSpan &span = statement.place.span;
    const QString behind = text.sliced(span.end, std::min(kNear, text.size() - span.end));
    const QString before = text.sliced(std::max(qsizetype{0}, span.begin - kNear), std::min(kNear, span.begin));
    const qsizetype end = behind.indexOf(kEnd);
    return behind.first(end < 0 ? behind.size() : end).contains(kClaiming) || before.sliced(before.lastIndexOf(kEnd) + 1).contains(kClaiming);
}

/// What the statement's certainty is worth beside another's: what someone is said to claim is held to be no surer than possible.
model::Certainty standingOf(const StatementView &view, const StoryMaterial &material)
{
    const model::Certainty certainty = view.statement->certainty;
    return certainty == model::Certainty::Reported && isClaimed(view, material) ? model::Certainty::Possible : certainty;
}

/// "if you are joining us", "would have begun later": a case that is thought of, not one that is held possible.
bool isSupposed(const StatementView &view, const StoryMaterial &material)
{
    const model::Statement &statement = *view.statement;
    const auto isOf = [](const QString &word) { return word == QLatin1String("if") || word == QLatin1String("unless"); };
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], statement.place.field);
    const QString before = leadOf(text, statement.place.span.begin).trimmed().section(u' ', -1).toLower();
    bool isWould = false;
    bool isPerfect = false;
    for (const StatementWord &word : statement.words) {
        const bool isAux = word.deprel == Deprel::Aux || word.deprel == Deprel::AuxPass;
        isWould = isWould || (isAux && word.lemma == QLatin1String("would"));
        isPerfect = isPerfect || (isWould && isAux && word.lemma == QLatin1String("have"));
        if (isOf(word.lemma) && word.deprel == Deprel::Mark)
            return true;
    }
    return isOf(before) || isPerfect;
}

/// "a male gunman" / "the suspect, who is believed to be a male": what the one tells by the way of him, the other only supposes.
bool isSupposedOfSame(const StatementView &told, const StatementView &supposed, const Alignment &alignment, bool toldIsFirst)
{
    constexpr double kLikely = 0.8; // likelihood of the two statements
    if (supposed.statement->certainty != model::Certainty::Possible || !isCompleted(told.statement->certainty) || told.statement->rule != QLatin1String("noun with an attribute") || alignment.likelihood < kLikely)
        return false;
    bool sharesAttribute = false;
    bool sharesNoun = false;
    for (const AlignedUnits &pair : alignment.units) {
        const Unit &fact = told.units[static_cast<size_t>(toldIsFirst ? pair.one : pair.other)];
        const Unit &guess = supposed.units[static_cast<size_t>(toldIsFirst ? pair.other : pair.one)];
        sharesAttribute = sharesAttribute || (fact.role == SlotRole::Attribute && guess.isPredicate);
        sharesNoun = sharesNoun || (fact.isPredicate && guess.role == SlotRole::Agent);
    }
    return sharesAttribute && sharesNoun;
}

/// "Scour caused the collapse" / "I think that scour took the ground away": one thing at work, whatever the verbs.
bool haveOneCause(const StatementView &one, const StatementView &other, const Alignment &alignment, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 4> kCausing = {u"cause", u"trigger", u"spark", u"blame"};
    const auto tellsCause = [](const StatementView &view) { return std::find(kCausing.begin(), kCausing.end(), view.statement->predicate) != kCausing.end(); };
    if (!tellsCause(one) && !tellsCause(other))
        return false;
    const auto isCause = [&material](const Unit &unit) { return unit.role == SlotRole::Agent && !unit.entity && !material.knowledge.isKindOf(unit.lemma, u"person") && !material.knowledge.isKindOf(unit.lemma, u"group"); };
    return alignment.likelihood >= kSurely && std::any_of(alignment.units.begin(), alignment.units.end(), [&](const AlignedUnits &pair) {
        const Unit &left = one.units[static_cast<size_t>(pair.one)];
        const Unit &right = other.units[static_cast<size_t>(pair.other)];
        return isCause(left) && isCause(right) && left.lemma == right.lemma;
    });
}

} // namespace

ComparedKind comparePolarities(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Polarity;
    if (!material.weights.ideas.comparedActs)
        return kind;
    WordLikeness &likeness = material.likeness;
    kind.comparands = predicatesOf(claim, material);
    for (Comparand &comparand : kind.comparands)
        comparand.shown = model::nameOf(polarityOf(*material.view(comparand.statement).statement));
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        if (isTurnedOutside(left, material) != isTurnedOutside(right, material))
            return Outcome{};
        const bool isOnlyThat = isOnlyNegated(alignment, *left.statement, *right.statement);
        if (!isOnlyThat && countOthers(*left.statement, *right.statement, material))
            return Outcome{};
        const bool isNegated = isNegatedOnce(alignment, *left.statement, *right.statement) && tellsPlainly(left) && tellsPlainly(right) && !haveOtherObjects(left, right, likeness);
        if (isNegated || isOnlyThat)
            return Outcome{Relation::Conflict, QStringLiteral("negated-in-same-words"), QStringLiteral("the same words with and without \"not\"")};
        const bool isStrong = alignment.score >= material.weights.strongPair && alignment.likelihood >= kSurely;
        const bool isOneAct = (isStrong || (alignment.likelihood >= kMostSurely && shareSubject(left, right, alignment))) && actLikeness(left, right, alignment, material) >= material.weights.samePredicate;
        if (!isOneAct || areOtherPeople(left, right) || !tellsWhat(*left.statement) || !tellsWhat(*right.statement) || haveOtherObjects(left, right, likeness))
            return Outcome{};
        if ((isNotYet(left) && isDone(right, material) && tellsWhether(right, material)) || (isNotYet(right) && isDone(left, material) && tellsWhether(left, material)))
            return Outcome{Relation::Refinement, QStringLiteral("not-yet-or-done"), QStringLiteral("not so far in one, done in the other")};
        if (!tellsWhether(left, material) || !tellsWhether(right, material))
            return Outcome{};
        return comparePolarity(left.statement->polarity, right.statement->polarity);
    });
    addNoneOrSome(claim, material, kind);
    return kind;
}

ComparedKind compareCertainties(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Certainty;
    if (!material.weights.ideas.comparedActs)
        return kind;
    kind.comparands = predicatesOf(claim, material);
    WordLikeness &likeness = material.likeness;
    for (Comparand &comparand : kind.comparands) {
        const model::Certainty certainty = standingOf(material.view(comparand.statement), material);
        comparand.shown = model::nameOf(isCompleted(certainty) ? model::Certainty::Asserted : certainty);
        if (polarityOf(*material.view(comparand.statement).statement) == model::Polarity::Negative)
            comparand.shown = QStringLiteral("not, %1").arg(comparand.shown);
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        if (isSupposedOfSame(left, right, alignment, true) || isSupposedOfSame(right, left, alignment, false))
            return compareCertainty(left.statement->certainty, right.statement->certainty);
        if (isSupposed(left, material) || isSupposed(right, material))
            return Outcome{};
        const bool isSurelyOne = alignment.likelihood >= kSurely && left.statement->predicate == right.statement->predicate && mayShareActor(left, right, likeness);
        const bool isProven = isSurelyOne || tellOfOneAct(one.statement, other.statement, alignment, material) || haveSameMove(left, right);
        const bool isLikely = (alignment.likelihood >= kLikelyRefinement && alignment.predicateLikeness >= material.weights.related) || haveOneCause(left, right, alignment, material);
        if (!isWholeClause(left) || !isWholeClause(right) || isSpeech(*left.statement, material.knowledge) || isSpeech(*right.statement, material.knowledge) || (!isLikely && !isProven))
            return Outcome{};
        if (polarityOf(*left.statement) != polarityOf(*right.statement))
            return Outcome{}; // "it may come", "it does not come": what differs is whether
        if (isDoneSince(left, right, material) || isDoneSince(right, left, material))
            return Outcome{Relation::Refinement, QStringLiteral("done-since"), QStringLiteral("planned in an earlier report, done in a later one")};
        Outcome outcome = compareCertainty(standingOf(left, material), standingOf(right, material));
        if (outcome.rule == QLatin1String("done-or-planned"))
            return carried(outcome, isProven && clashInTime(left, right, material) && !haveOtherActors(left, right) && !haveOtherObjects(left, right, likeness) && !haveOtherThemes(left, right, likeness));
        return carried(outcome, isProven);
    });
    return kind;
}

} // namespace variorum::comparison
