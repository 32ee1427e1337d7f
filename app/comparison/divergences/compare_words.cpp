// Values of a claim that stand in its words, not in its slots: names of participants, modifiers of a shared noun,
// polarity, certainty.
//
//     "boarding the green train" / "Kim's dark green train": train-train are aligned; green and dark green refine.
//     "has arrived in Russia" / "is headed to Russia": one agent, one destination, asserted and planned: a conflict.

#include "comparison/divergences/claim_material.h"

#include "comparison/values/attributes.h"
#include "comparison/values/proper_names.h"
#include "model/names.h"

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
constexpr double kLikely = 0.5; // from here two statements more likely than not make one claim
constexpr double kSurely = 0.65;

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

/// Helped by an auxiliary or copula before its predicate: "was expected to sink", "is headed", but not "to sink".
bool isFinite(const model::Statement &statement)
{
    return std::any_of(statement.words.begin(), statement.words.end(), [&statement](const StatementWord &word) {
        const bool helps = word.deprel == Deprel::Aux || word.deprel == Deprel::AuxPass || word.deprel == Deprel::Cop;
        return helps && word.span.begin <= statement.predicateSpan.begin;
    });
}

/// A clause that says who acts, in its own words or with a finite verb of its own; "meeting with the mayor" is too bare
/// to be done or planned.
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

/// "boats could reach them" tells what was able to be, "the boats may have reached them" what is held possible.
bool isAbility(const model::Statement &statement)
{
    return statement.certainty == model::Certainty::Possible
        && std::any_of(statement.words.begin(), statement.words.end(), [](const StatementWord &word) {
               return word.deprel == Deprel::Aux && (word.lemma == QLatin1String("can") || word.lemma == QLatin1String("could"));
           });
}

bool isCompleted(model::Certainty certainty) { return certainty == model::Certainty::Asserted || certainty == model::Certainty::Reported; }

/// A modifier of a noun, as a description: "dark green" of "a dark green train".
struct Modifier {
    QString noun;
    Description description;
    base::TextSpan span;
};

/// The widest attribute that ends with the word: "dark green" of "dark green train".
base::TextSpan attributeEndingAt(const StatementWord &word, const model::Statement &statement)
{
    base::TextSpan widest;
    for (const model::Slot &slot : statement.slots) {
        if (slot.role == SlotRole::Attribute && slot.span.end == word.span.end && slot.span.length() > widest.length())
            widest = slot.span;
    }
    return widest;
}

std::vector<Modifier> modifiersOf(const model::Statement &statement)
{
    std::vector<Modifier> found;
    const std::vector<StatementWord> &words = statement.words;
    for (size_t place = 0; place < words.size(); ++place) {
        const StatementWord &word = words[place];
        const base::TextSpan span = attributeEndingAt(word, statement);
        const bool isWholeSlot = span == word.span; // "red" of "red-hulled", however it hangs
        if (span.isEmpty() || (word.deprel != Deprel::Amod && !isWholeSlot) || !word.head || word.entity)
            continue;
        Modifier modifier;
        modifier.noun = words[static_cast<size_t>(*word.head)].lemma;
        modifier.description.head = word.lemma;
        modifier.description.headClass = language::WordClass::Adjective;
        modifier.span = span;
        for (size_t before = 0; before < place; ++before) {
            if (span.contains(words[before].span))
                modifier.description.modifiers.append(words[before].lemma);
        }
        modifier.description.modifiers.sort();
        found.push_back(std::move(modifier));
    }
    return found;
}

QString shown(const Description &description)
{
    return (description.modifiers + QStringList{description.head}).join(u' ');
}

/// Only modifiers of one category can be held against each other: one word, opposites, or colours.
bool areOfOneKind(const Description &one, const Description &other, const LexicalKnowledge &knowledge)
{
    using language::WordClass;
    const bool areColours = knowledge.isKindOf(one.head, u"color") && knowledge.isKindOf(other.head, u"color");
    return areColours || (one.head == other.head && (!one.modifiers.isEmpty() || !other.modifiers.isEmpty()))
        || knowledge.areAntonyms(one.head, other.head, WordClass::Adjective);
}

bool isLocation(QStringView noun, const LexicalKnowledge &knowledge)
{
    if (knowledge.isKindOf(noun, u"direction"))
        return false; // "two kilometres north-west"
    return knowledge.isKindOf(noun, u"location") || knowledge.isKindOf(noun, u"way") || knowledge.isKindOf(noun, u"road") || knowledge.isKindOf(noun, u"scene");
}

/// Does the slot hang on the predicate itself, not on another verb of the statement?
bool hangsOnPredicate(const model::Slot &slot, const model::Statement &statement)
{
    return std::any_of(statement.words.begin(), statement.words.end(), [&](const StatementWord &word) {
        return word.lemma == slot.headLemma && slot.span.contains(word.span) && word.head
            && statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
    });
}

/// What the act was done to, or led to, by its head noun: things, or else (`wantLocations`) streets and grounds. Nothing for
/// pronouns and names.
std::vector<Comparand> objectsOf(const ClaimGroup &claim, const StoryMaterial &material, bool wantLocations)
{
    std::vector<Comparand> found;
    for (const int member : claim.members) {
        const StatementView &view = material.view(member);
        for (const model::Slot &slot : view.statement->slots) {
            const bool isObject = slot.role == SlotRole::Patient || slot.role == SlotRole::Destination || slot.role == SlotRole::Manner || slot.role == SlotRole::Place;
            if (!isObject || slot.entity || !isVerbal(view) || !hangsOnPredicate(slot, *view.statement) || slot.span.begin < view.statement->predicateSpan.end || !view.span().contains(slot.span))
                continue;
            if (isLocation(slot.headLemma, material.knowledge) != wantLocations)
                continue;
            const auto isThing = [&](QStringView noun) {
                return wantLocations || material.knowledge.isKindOf(noun, u"physical entity") || material.knowledge.isKindOf(noun, u"object");
            };
            if (isThing(slot.headLemma) && !material.knowledge.isKindOf(slot.headLemma, u"person"))
                found.push_back({member, slot.span, slot.text, &slot, slot.headLemma, 0});
        }
    }
    return found;
}

/// One runs into one thing at a time: two things struck are two accounts.
bool isCollision(const model::Statement &statement, const LexicalKnowledge &knowledge)
{
    return statement.predicate == QLatin1String("collide") || knowledge.areRelated(statement.predicate, language::WordClass::Verb, u"collide", language::WordClass::Verb);
}

/// Do the two name an actor, and may it be the same one?
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

/// An act of its own that is either done or not: not what was said, nor what could be.
bool canBeDoubted(const StatementView &view, const LexicalKnowledge &knowledge)
{
    return isWholeClause(view) && !isAbility(*view.statement) && !isSpeech(*view.statement, knowledge);
}

/// The mentions of a unit's person inside the unit's words, each with the role it is named by.
void addNames(int member, const Unit &unit, const StoryMaterial &material, std::vector<Comparand> &comparands)
{
    const StatementView &view = material.view(member);
    const model::TextField field = view.statement->place.field;
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], field);
    for (const model::Mention &mention : material.entity(*unit.entity).mentions) {
        const base::TextSpan span = mention.place.span;
        if (mention.article == view.statement->article && !mention.isPronoun && mention.place.field == field && span.overlaps(unit.span))
            comparands.push_back({member, span, text.sliced(span.begin, span.length()), nullptr, mention.role.toLower(), static_cast<int>(unit.entity->value)});
    }
}

bool isNegation(const StatementWord &word) { return word.lemma == QLatin1String("not") || word.lemma == QLatin1String("never") || word.lemma == QLatin1String("n't"); }

/// In the same words, and "not" stands on one side alone.
bool isNegatedOnce(const Alignment &alignment, const model::Statement &one, const model::Statement &other)
{
    const auto negates = [](const model::Statement &statement, int begin, int end) {
        return std::any_of(statement.words.begin() + begin, statement.words.begin() + end, isNegation);
    };
    return std::any_of(alignment.sameWords.gaps.begin(), alignment.sameWords.gaps.end(),
                       [&](const WordGap &gap) { return negates(one, gap.oneBegin, gap.oneEnd) != negates(other, gap.otherBegin, gap.otherEnd); });
}

/// "found without signs of life": what is not there is no matter of the predicate.
bool hasNegativeWord(const model::Statement &statement)
{
    static constexpr std::array<QStringView, 7> kNegative = {u"no", u"without", u"nobody", u"nothing", u"none", u"neither", u"nor"};
    return std::any_of(statement.words.begin(), statement.words.end(), [](const StatementWord &word) { return std::find(kNegative.begin(), kNegative.end(), word.lemma) != kNegative.end(); });
}

/// The polarity by slot extraction, or by a "not" at the predicate.
model::Polarity polarityOf(const model::Statement &statement)
{
    const bool isNegated = std::any_of(statement.words.begin(), statement.words.end(), [&statement](const StatementWord &word) {
        return isNegation(word) && word.head && statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
    });
    return isNegated ? model::Polarity::Negative : statement.polarity;
}

/// The name, whole, of which a gap holds some words: all of a mention, or a run of proper nouns. Nothing for other words.
base::TextSpan nameAround(const model::Statement &statement, int begin, int end)
{
    const auto isName = [&statement](int place) {
        const StatementWord &word = statement.words[static_cast<size_t>(place)];
        return word.upos == model::Upos::Propn;
    };
    if (begin >= end || !isName(begin) || !isName(end - 1))
        return {};
    const auto goesOn = [&](int inner, int outer) {
        if (outer < 0 || outer >= static_cast<int>(statement.words.size()) || !isName(outer))
            return false;
        const std::optional<base::EntityId> entity = statement.words[static_cast<size_t>(inner)].entity;
        return entity && entity == statement.words[static_cast<size_t>(outer)].entity;
    };
    while (goesOn(begin, begin - 1))
        --begin;
    while (goesOn(end - 1, end))
        ++end;
    return spanOf(statement, begin, end);
}

bool isPlaceName(const model::Statement &statement, int begin, int end, const StoryMaterial &material)
{
    return std::any_of(statement.words.begin() + begin, statement.words.begin() + end,
                       [&material](const StatementWord &word) { return word.entity && material.entity(*word.entity).kind == model::EntityKind::Place; });
}

/// Names that stand in each other's place where two articles use the same words.
ComparedKind replacedNames(const ClaimGroup &claim, const StoryMaterial &material, bool wantPlaces)
{
    ComparedKind kind;
    kind.kind = wantPlaces ? DivergenceKind::Place : DivergenceKind::Participant;
    const auto comparandOf = [&](int statement, base::TextSpan span) {
        const StatementView &view = material.view(statement);
        const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], view.statement->place.field);
        kind.comparands.push_back({statement, span, text.sliced(span.begin, span.length()), nullptr, {}, 0});
        return static_cast<int>(kind.comparands.size()) - 1;
    };
    for (size_t first = 0; first < claim.members.size(); ++first) {
        for (size_t second = first + 1; second < claim.members.size(); ++second) {
            const Alignment *alignment = material.alignment(claim.members[first], claim.members[second]);
            const model::Statement &left = *material.view(claim.members[first]).statement;
            const model::Statement &right = *material.view(claim.members[second]).statement;
            for (const WordGap &gap : alignment ? alignment->sameWords.gaps : std::vector<WordGap>()) {
                const base::TextSpan one = nameAround(left, gap.oneBegin, gap.oneEnd);
                const base::TextSpan other = nameAround(right, gap.otherBegin, gap.otherEnd);
                if (one.isEmpty() || other.isEmpty())
                    continue;
                const bool arePlaces = isPlaceName(left, gap.oneBegin, gap.oneEnd, material) && isPlaceName(right, gap.otherBegin, gap.otherEnd, material);
                if (arePlaces != wantPlaces)
                    continue;
                const int from = comparandOf(claim.members[first], one);
                const int to = comparandOf(claim.members[second], other);
                Outcome outcome = compareNames(kind.comparands[static_cast<size_t>(from)].shown, kind.comparands[static_cast<size_t>(to)].shown, model::EntityKind::Person);
                if (outcome.relation == Relation::Conflict)
                    outcome.rule = QStringLiteral("other-name-in-same-words");
                if (outcome.relation != Relation::Unknown)
                    kind.edges.push_back({from, to, std::move(outcome)});
            }
        }
    }
    return kind;
}

/// Planned in one report and done in a later one.
bool isDoneSince(const StatementView &plan, const StatementView &deed, const StoryMaterial &material)
{
    const std::optional<model::NewsDate> &planned = material.articles[static_cast<size_t>(plan.article)]->published;
    const std::optional<model::NewsDate> &done = material.articles[static_cast<size_t>(deed.article)]->published;
    return plan.statement->certainty == model::Certainty::Planned && isCompleted(deed.statement->certainty) && planned && done
        && planned->utcForOrdering() < done->utcForOrdering();
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
            if (!material.alignment(member, other))
                continue;
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

} // namespace

ComparedKind compareReplacedNames(const ClaimGroup &claim, const StoryMaterial &material) { return replacedNames(claim, material, false); }

ComparedKind compareReplacedPlaces(const ClaimGroup &claim, const StoryMaterial &material) { return replacedNames(claim, material, true); }

ComparedKind compareGrounds(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Place;
    kind.comparands = objectsOf(claim, material, true);
    WordLikeness likeness(material.knowledge, material.weights);
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const bool isAligned = alignment.likelihood >= kLikelyRefinement && alignment.predicateLikeness >= material.weights.related;
        if (!isAligned || !mayShareActor(material.view(one.statement), material.view(other.statement), likeness))
            return Outcome{};
        // "the island" and "the island's far end", "scene" and "site": one ground, told in other words
        const bool isPart = one.shown.contains(other.key, Qt::CaseInsensitive) || other.shown.contains(one.key, Qt::CaseInsensitive);
        const bool isSame = isPart || likeness.ofWords(one.key, language::WordClass::Noun, other.key, language::WordClass::Noun) > 0;
        return Outcome{isSame ? Relation::Same : Relation::Refinement, isSame ? QStringLiteral("same-place-word") : QStringLiteral("other-place-word"), QStringLiteral("%1 / %2").arg(one.shown, other.shown)};
    });
    return kind;
}

ComparedKind compareObjects(const ClaimGroup &claim, const StoryMaterial &material)
{
    using language::WordClass;
    ComparedKind kind;
    kind.kind = DivergenceKind::Attribute;
    kind.comparands = objectsOf(claim, material, false);
    WordLikeness likeness(material.knowledge, material.weights);
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        if (alignment.predicateLikeness < material.weights.related || left.statement->polarity != right.statement->polarity || !mayShareActor(left, right, likeness))
            return Outcome{};
        Outcome outcome = compareDescriptions({one.key, WordClass::Noun, {}}, {other.key, WordClass::Noun, {}}, material.knowledge);
        const bool collide = isCollision(*left.statement, material.knowledge) && isCollision(*right.statement, material.knowledge);
        const bool areUnlike = likeness.ofWords(one.key, WordClass::Noun, other.key, WordClass::Noun) <= 0;
        if (outcome.relation == Relation::Unknown && collide && areUnlike)
            outcome = {Relation::Conflict, QStringLiteral("struck-another-thing"), QStringLiteral("%1 is no kind of %2").arg(one.key, other.key)};
        if (outcome.relation == Relation::Wording)
            outcome.relation = Relation::Same; // two words for one thing are no difference
        return outcome;
    });
    return kind;
}

ComparedKind compareModifiers(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Attribute;
    std::vector<Description> descriptions;
    for (const int member : claim.members) {
        for (const Modifier &modifier : modifiersOf(*material.view(member).statement)) {
            kind.comparands.push_back({member, modifier.span, shown(modifier.description), nullptr, modifier.noun, static_cast<int>(descriptions.size())});
            descriptions.push_back(modifier.description);
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const Description &left = descriptions[static_cast<size_t>(one.place)];
        const Description &right = descriptions[static_cast<size_t>(other.place)];
        if (one.key != other.key || !areOfOneKind(left, right, material.knowledge))
            return Outcome{};
        return carried(compareDescriptions(left, right, material.knowledge), alignment.score >= material.weights.strongPair || alignment.likelihood >= kLikely);
    });
    return kind;
}

ComparedKind compareParticipants(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Participant;
    for (const int member : claim.members) {
        for (const Unit &unit : material.view(member).units) {
            if (unit.entity && material.entity(*unit.entity).kind == model::EntityKind::Person)
                addNames(member, unit, material, kind.comparands);
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        Outcome outcome = compareNames(one.shown, other.shown, model::EntityKind::Person);
        const bool isSpelling = one.place == other.place && (outcome.rule == QLatin1String("spelling") || outcome.relation == Relation::Same);
        const bool isOther = one.place != other.place && !one.key.isEmpty() && one.key == other.key && tellOfOneAct(one.statement, other.statement, alignment, material)
            && outcome.relation == Relation::Conflict;
        return isSpelling || isOther ? outcome : Outcome{};
    });
    return kind;
}

ComparedKind comparePolarities(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Polarity;
    kind.comparands = predicatesOf(claim, material);
    for (Comparand &comparand : kind.comparands)
        comparand.shown = model::nameOf(polarityOf(*material.view(comparand.statement).statement));
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        if (isNegatedOnce(alignment, *left.statement, *right.statement))
            return Outcome{Relation::Conflict, QStringLiteral("negated-in-same-words"), QStringLiteral("the same words with and without \"not\"")};
        const bool areTold = isCompleted(left.statement->certainty) && isCompleted(right.statement->certainty) && isVerbal(left) && isVerbal(right);
        const bool isUnclear = (polarityOf(*left.statement) == model::Polarity::Positive && hasNegativeWord(*left.statement))
            || (polarityOf(*right.statement) == model::Polarity::Positive && hasNegativeWord(*right.statement));
        if (!areTold || isUnclear || alignment.score < material.weights.strongPair || alignment.predicateLikeness < material.weights.samePredicate)
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
    kind.comparands = predicatesOf(claim, material);
    WordLikeness likeness(material.knowledge, material.weights);
    for (Comparand &comparand : kind.comparands) {
        const model::Certainty certainty = material.view(comparand.statement).statement->certainty;
        comparand.shown = model::nameOf(isCompleted(certainty) ? model::Certainty::Asserted : certainty);
        if (polarityOf(*material.view(comparand.statement).statement) == model::Polarity::Negative)
            comparand.shown = QStringLiteral("not, %1").arg(comparand.shown);
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        const bool isSurelyOne = alignment.likelihood >= kSurely && left.statement->predicate == right.statement->predicate && mayShareActor(left, right, likeness);
        const bool isProven = isSurelyOne || tellOfOneAct(one.statement, other.statement, alignment, material) || haveSameMove(left, right);
        const bool isLikely = alignment.likelihood >= kLikelyRefinement && alignment.predicateLikeness >= material.weights.related;
        if (!canBeDoubted(left, material.knowledge) || !canBeDoubted(right, material.knowledge) || (!isLikely && !isProven))
            return Outcome{};
        if (polarityOf(*left.statement) != polarityOf(*right.statement))
            return Outcome{}; // "it may come", "it does not come": what differs is whether
        if (isDoneSince(left, right, material) || isDoneSince(right, left, material))
            return Outcome{Relation::Refinement, QStringLiteral("done-since"), QStringLiteral("planned in an earlier report, done in a later one")};
        return carried(compareCertainty(left.statement->certainty, right.statement->certainty), isProven);
    });
    return kind;
}

} // namespace variorum::comparison
