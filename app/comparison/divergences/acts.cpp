// Tense by the words as written, since a lemma shows none. Auxiliaries tell first ("has", "was", "will"), then the form of
// the verb itself ("struck" is not "strike"). Where neither tells ("set", "hit"), the act counts as not known to be over.

#include "comparison/divergences/acts.h"

#include "comparison/divergences/one_of.h"
#include "comparison/values/quantities.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::Deprel;
using model::SlotRole;
using model::StatementWord;

namespace {

bool helps(const StatementWord &word) { return word.deprel == Deprel::Aux || word.deprel == Deprel::AuxPass || word.deprel == Deprel::Cop; }

bool isOfPredicate(const StatementWord &word, const model::Statement &statement)
{
    return word.head && statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
}

/// As written, lower case.
QString formOf(const StatementWord &word, const StatementView &view, const StoryMaterial &material)
{
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], view.statement->place.field);
    return text.sliced(word.span.begin, word.span.length()).toLower();
}

bool isInTitle(const StatementView &view) { return view.statement->place.field == model::TextField::Title; }

bool isNegation(const StatementWord &word)
{
    static constexpr std::array<QStringView, 3> kNegations = {u"not", u"never", u"n't"};
    return word.lemma.size() <= 5 && isOneOf(word.lemma, kNegations);
}

/// "boats could reach them" tells what was able to be, "the boats may have reached them" what is held possible.
bool isAbility(const model::Statement &statement)
{
    return std::any_of(statement.words.begin(), statement.words.end(), [&statement](const StatementWord &word) {
        return word.deprel == Deprel::Aux && isOfPredicate(word, statement) && (word.lemma == QLatin1String("can") || word.lemma == QLatin1String("could"));
    });
}

/// What the act was done to or led to, behind the predicate.
std::vector<const model::Slot *> objectsOf(const StatementView &view)
{
    std::vector<const model::Slot *> found;
    for (const model::Slot &slot : view.statement->slots) {
        const bool isObject = slot.role == SlotRole::Patient || slot.role == SlotRole::Destination;
        if (isObject && slot.span.begin >= view.statement->predicateSpan.end && view.span().contains(slot.span))
            found.push_back(&slot);
    }
    return found;
}

/// What the act was done to, whether it stands behind the predicate or, in the passive, before it.
std::vector<const model::Slot *> patientsOf(const StatementView &view)
{
    std::vector<const model::Slot *> found;
    for (const model::Slot &slot : view.statement->slots) {
        if (slot.role == SlotRole::Patient && view.span().contains(slot.span))
            found.push_back(&slot);
    }
    return found;
}

/// Both name some, and none of the one's may be any of the other's.
bool areAllOthers(const std::vector<const model::Slot *> &left, const std::vector<const model::Slot *> &right, WordLikeness &likeness)
{
    if (left.empty() || right.empty())
        return false;
    const auto mayBeOne = [&likeness](const model::Slot &first, const model::Slot &second) {
        if (first.entity && second.entity)
            return *first.entity == *second.entity;
        using language::WordClass;
        return first.entity || second.entity || first.headLemma == second.headLemma || likeness.ofWords(first.headLemma, WordClass::Noun, second.headLemma, WordClass::Noun) > 0;
    };
    return std::none_of(left.begin(), left.end(), [&](const model::Slot *first) {
        return std::any_of(right.begin(), right.end(), [&](const model::Slot *second) { return mayBeOne(*first, *second); });
    });
}

/// "set off" of "had set off at 8.10am".
QString verbWithParticle(const model::Statement &statement)
{
    const auto particle = std::find_if(statement.words.begin(), statement.words.end(), [&statement](const StatementWord &word) { return word.deprel == Deprel::CompoundPrt && isOfPredicate(word, statement); });
    return particle == statement.words.end() ? statement.predicate : statement.predicate + u' ' + particle->lemma;
}

bool areOtherNumbers(const model::QuantityValue &one, const model::QuantityValue &other, const StoryMaterial &material)
{
    const Relation relation = compareQuantities(one, other, material.knowledge, material.convert).relation;
    return relation == Relation::Conflict || relation == Relation::Refinement;
}

} // namespace

bool isCompleted(model::Certainty certainty) { return certainty == model::Certainty::Asserted || certainty == model::Certainty::Reported; }

bool isFinite(const model::Statement &statement)
{
    return std::any_of(statement.words.begin(), statement.words.end(), [&statement](const StatementWord &word) { return helps(word) && word.span.begin <= statement.predicateSpan.begin; });
}

bool isWholeClause(const StatementView &view)
{
    const model::Statement &statement = *view.statement;
    if (isFinite(statement))
        return true;
    return isVerbal(view) && std::any_of(statement.slots.begin(), statement.slots.end(), [&](const model::Slot &slot) {
        const bool isSubject = slot.role == SlotRole::Agent || (slot.role == SlotRole::Patient && slot.span.end <= statement.predicateSpan.begin);
        return isSubject && view.span().contains(slot.span);
    });
}

bool isSpeech(const model::Statement &statement, const LexicalKnowledge &knowledge)
{
    if (!knowledge.isReporting(statement.predicate))
        return false;
    // "the minister related that ..." speaks; "the fire was not related to the strike" does not.
    return statement.predicate == QLatin1String("say") || statement.predicate == QLatin1String("tell")
        || std::any_of(statement.slots.begin(), statement.slots.end(), [&knowledge](const model::Slot &slot) {
               return slot.role == model::SlotRole::Quotation || (slot.role == model::SlotRole::Agent && (slot.entity || knowledge.isKindOf(slot.headLemma, u"person")));
           });
}

bool isDone(const StatementView &view, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 10> kModals = {u"will", u"would", u"shall", u"should", u"may", u"might", u"can", u"could", u"must", u"ought"};
    static constexpr std::array<QStringView, 5> kPast = {u"was", u"were", u"been", u"did", u"had"};
    const model::Statement &statement = *view.statement;
    bool hasHelp = false;
    bool isPast = false;
    for (const StatementWord &word : statement.words) {
        if (!helps(word) || !isOfPredicate(word, statement))
            continue;
        if (isOneOf(word.lemma, kModals))
            return false;
        hasHelp = true;
        isPast = isPast || word.lemma == QLatin1String("have") || isOneOf(formOf(word, view, material), kPast);
    }
    const auto verb = std::find_if(statement.words.begin(), statement.words.end(), [&statement](const StatementWord &word) {
        return statement.predicateSpan.overlaps(word.span) && word.upos == model::Upos::Verb;
    });
    if (verb == statement.words.end())
        return isPast;
    const QString form = formOf(*verb, view, material);
    const bool isInfinitive = verb != statement.words.begin() && (verb - 1)->lemma == QLatin1String("to"); // "was to remain"
    if (isInfinitive || form.endsWith(QLatin1String("ing")))
        return false;
    if (hasHelp)
        return isPast;
    const bool isPresent = form == verb->lemma || form == verb->lemma + u's' || form == verb->lemma + QLatin1String("es") || form.endsWith(QLatin1String("ies"));
    return !isPresent || (isInTitle(view) && form != verb->lemma);
}

bool isPlanInForce(const StatementView &view, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 11> kNow = {u"will", u"'ll", u"\u2019ll", u"shall", u"is", u"are", u"am", u"'s", u"\u2019s", u"'re", u"\u2019re"};
    static constexpr std::array<QStringView, 6> kThen = {u"would", u"was", u"were", u"had", u"should", u"could"};
    const model::Statement &statement = *view.statement;
    if (statement.certainty != model::Certainty::Planned)
        return false;
    bool isNow = false;
    for (const StatementWord &word : statement.words) {
        if (word.span.begin >= statement.predicateSpan.end)
            break;
        const QString form = formOf(word, view, material);
        isNow = isNow || (isInTitle(view) && form == QLatin1String("to"));
        if (word.upos != model::Upos::Aux && !helps(word))
            continue;
        if (isOneOf(form, kThen))
            return false;
        isNow = isNow || isOneOf(form, kNow);
    }
    return isNow;
}

model::Polarity polarityOf(const model::Statement &statement)
{
    const bool isNegated = std::any_of(statement.words.begin(), statement.words.end(), [&statement](const StatementWord &word) { return isNegation(word) && isOfPredicate(word, statement); });
    return isNegated ? model::Polarity::Negative : statement.polarity;
}

bool isNegatedOnce(const Alignment &alignment, const model::Statement &one, const model::Statement &other)
{
    const auto negates = [](const model::Statement &statement, int begin, int end) {
        return std::any_of(statement.words.begin() + begin, statement.words.begin() + end, isNegation);
    };
    return std::any_of(alignment.sameWords.gaps.begin(), alignment.sameWords.gaps.end(),
                       [&](const WordGap &gap) { return negates(one, gap.oneBegin, gap.oneEnd) != negates(other, gap.otherBegin, gap.otherEnd); });
}

bool isOnlyNegated(const Alignment &alignment, const model::Statement &one, const model::Statement &other)
{
    static constexpr std::array<QStringView, 8> kBent = {u"only", u"just", u"merely", u"simply", u"solely", u"least", u"necessarily", u"yet"}; // "not only"
    static constexpr std::array<QStringView, 5> kOpen = {u"yet", u"whether", u"if", u"unless", u"guilty"}; // wherever they stand
    if (!alignment.sameWords.areSame || alignment.sameWords.gaps.size() != 1)
        return false;
    const WordGap &gap = alignment.sameWords.gaps.front();
    const bool isInOne = gap.oneBegin < gap.oneEnd;
    const model::Statement &negated = isInOne ? one : other;
    const int at = isInOne ? gap.oneBegin : gap.otherBegin;
    if ((gap.oneEnd - gap.oneBegin) + (gap.otherEnd - gap.otherBegin) != 1 || !isNegation(negated.words[static_cast<size_t>(at)]))
        return false;
    const bool isBent = static_cast<size_t>(at) + 1 < negated.words.size() && isOneOf(negated.words[static_cast<size_t>(at) + 1].lemma, kBent);
    return !isBent && std::none_of(negated.words.begin(), negated.words.end(), [](const StatementWord &word) { return isOneOf(word.lemma, kOpen); });
}

bool tellsPlainly(const StatementView &view)
{
    static constexpr std::array<QStringView, 12> kBending = {u"yet", u"only", u"almost", u"nearly", u"barely", u"hardly", u"without", u"whether", u"if", u"nor", u"neither", u"guilty"};
    static constexpr std::array<QStringView, 4> kNone = {u"no", u"nobody", u"nothing", u"none"};
    const model::Statement &statement = *view.statement;
    if (isAbility(statement))
        return false;
    const bool isPositive = polarityOf(statement) == model::Polarity::Positive;
    return std::none_of(statement.words.begin(), statement.words.end(), [&](const StatementWord &word) {
        return isOneOf(word.lemma, kBending) || (isPositive && isOneOf(word.lemma, kNone));
    });
}

bool meanOneAct(const StatementView &one, const StatementView &other, const StoryMaterial &material)
{
    using language::WordClass;
    constexpr int kSteps = 1;
    if (!isVerbal(one) || !isVerbal(other))
        return false;
    const QString left = verbWithParticle(*one.statement);
    const QString right = verbWithParticle(*other.statement);
    const LexicalKnowledge &knowledge = material.knowledge;
    return left == right || knowledge.areSynonyms(left, right, WordClass::Verb) || knowledge.areRelated(left, WordClass::Verb, right, WordClass::Verb)
        || knowledge.isHypernym(left, right, WordClass::Verb, kSteps) || knowledge.isHypernym(right, left, WordClass::Verb, kSteps);
}

bool countOthers(const model::Statement &one, const model::Statement &other, const StoryMaterial &material)
{
    return std::any_of(one.slots.begin(), one.slots.end(), [&](const model::Slot &left) {
        return left.quantity && std::any_of(other.slots.begin(), other.slots.end(), [&](const model::Slot &right) {
                   return right.quantity && areOtherNumbers(*left.quantity, *right.quantity, material);
               });
    });
}

bool haveOtherActors(const StatementView &one, const StatementView &other)
{
    const std::optional<base::EntityId> left = actorOf(one);
    const std::optional<base::EntityId> right = actorOf(other);
    return left && right && *left != *right;
}

bool haveOtherObjects(const StatementView &one, const StatementView &other, WordLikeness &likeness) { return areAllOthers(objectsOf(one), objectsOf(other), likeness); }

bool haveOtherThemes(const StatementView &one, const StatementView &other, WordLikeness &likeness) { return areAllOthers(patientsOf(one), patientsOf(other), likeness); }

bool mayShareActor(const StatementView &one, const StatementView &other, WordLikeness &likeness)
{
    const auto actorIn = [](const StatementView &view) -> const Unit * {
        const auto found = std::find_if(view.units.begin(), view.units.end(), [&view](const Unit &unit) {
            return unit.role == SlotRole::Agent || (unit.role == SlotRole::Patient && unit.span.end <= view.statement->predicateSpan.begin);
        });
        return found == view.units.end() ? nullptr : &*found;
    };
    const std::optional<base::EntityId> left = actorOf(one);
    const std::optional<base::EntityId> right = actorOf(other);
    if (left && right)
        return *left == *right;
    const Unit *first = actorIn(one);
    const Unit *second = actorIn(other);
    return !first || !second || left || right || likeness.of(*first, *second) > 0;
}

} // namespace variorum::comparison
