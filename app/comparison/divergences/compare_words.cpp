// Values of a claim that stand in its words, not in its slots: names of participants, modifiers of a shared noun,
// things acted on.
//
//     "boarding the green train" / "Kim's dark green train": train-train are aligned; green and dark green refine.

#include "comparison/divergences/acts.h"
#include "comparison/divergences/told_apart.h"

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

/// What the modifier says something of: the word joined to it by a hyphen ("red-hulled"), however a parser hangs it, or else its head.
size_t nounOf(size_t place, const model::Statement &statement)
{
    const std::vector<StatementWord> &words = statement.words;
    const qsizetype behind = words[place].span.end - statement.place.span.begin;
    const bool isJoined = place + 1 < words.size() && words[place + 1].span.begin == words[place].span.end + 1 && behind < statement.text.size()
        && (statement.text[behind] == u'-' || statement.text[behind] == QChar(0x2010) || statement.text[behind] == QChar(0x2011));
    return isJoined ? place + 1 : static_cast<size_t>(*words[place].head);
}

/// "critical" of "in a critical but stable condition", and its fellows: how someone or something is.
std::optional<Modifier> stateModifier(size_t place, const std::vector<StatementWord> &words)
{
    static constexpr std::array<QStringView, 5> kStates = {u"condition", u"state", u"health", u"injury", u"wound"};
    const StatementWord &word = words[place];
    const bool isOfNoun = word.deprel == Deprel::Amod && word.upos == model::Upos::Adj && word.head && !word.entity;
    if (!isOfNoun || std::find(kStates.begin(), kStates.end(), words[static_cast<size_t>(*word.head)].lemma) == kStates.end())
        return std::nullopt;
    Modifier modifier{words[static_cast<size_t>(*word.head)].lemma, {word.lemma, language::WordClass::Adjective, {}}, word.span};
    for (size_t other = place + 1; other < words.size(); ++other) {
        const StatementWord &fellow = words[other];
        const bool isJoined = (fellow.deprel == Deprel::Conj && fellow.head == static_cast<int>(place)) || (fellow.deprel == Deprel::Amod && fellow.head == word.head);
        if (isJoined && fellow.upos == model::Upos::Adj) {
            modifier.description.modifiers.append(fellow.lemma);
            modifier.span = modifier.span.united(fellow.span);
        }
    }
    modifier.description.modifiers.sort();
    return modifier;
}

std::vector<Modifier> modifiersOf(const model::Statement &statement)
{
    std::vector<Modifier> found;
    const std::vector<StatementWord> &words = statement.words;
    for (size_t place = 0; place < words.size(); ++place) {
        const StatementWord &word = words[place];
        const base::TextSpan span = attributeEndingAt(word, statement);
        const bool isWholeSlot = span == word.span; // "red" of "red-hulled", however it hangs
        if (const auto state = span.isEmpty() ? stateModifier(place, words) : std::nullopt)
            found.push_back(*state);
        if (span.isEmpty() || (word.deprel != Deprel::Amod && !isWholeSlot) || !word.head || (word.entity && word.upos == model::Upos::Propn))
            continue; // not the "White" of "White House"; "the blue ship" may be an entity's mention, too
        Modifier modifier;
        modifier.noun = words[nounOf(place, statement)].lemma;
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

bool namesPerson(const model::Statement &statement, int begin, int end, const StoryMaterial &material)
{
    return std::any_of(statement.words.begin() + begin, statement.words.begin() + end,
                       [&material](const StatementWord &word) { return word.entity && material.entity(*word.entity).kind == model::EntityKind::Person; });
}

/// Names someone or something, not a title ("Governor", "Ms.") nor a month.
bool isOfEntity(const model::Statement &statement, int begin, int end)
{
    return std::any_of(statement.words.begin() + begin, statement.words.begin() + end, [](const StatementWord &word) { return word.entity.has_value(); });
}

/// Two places of which neither can lie in the other: towns both, or states both, or both in a third place as the articles tell it.
bool liveApart(const QString &one, const QString &other, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 3> kRanks = {u"city", u"country", u"state"};
    const QString left = nameKey(one);
    const QString right = nameKey(other);
    if (material.placesWithin.contains({left, right}) || material.placesWithin.contains({right, left}))
        return false;
    const bool areOfOneRank = std::any_of(kRanks.begin(), kRanks.end(), [&](QStringView rank) { return material.knowledge.isKindOf(one.toLower(), rank) && material.knowledge.isKindOf(other.toLower(), rank); });
    return areOfOneRank || std::any_of(material.placesWithin.begin(), material.placesWithin.end(), [&](const auto &pair) { return pair.second == left && material.placesWithin.contains({pair.first, right}); });
}

/// Names that stand in each other's place where two articles use the same words.
ComparedKind replacedNames(const ClaimGroup &claim, const StoryMaterial &material, bool wantPlaces)
{
    ComparedKind kind;
    kind.kind = wantPlaces ? DivergenceKind::Place : DivergenceKind::Participant;
    std::map<std::pair<int, base::TextSpan>, int> known;
    const auto comparandOf = [&](int statement, base::TextSpan span) {
        const auto [place, isNew] = known.try_emplace({statement, span}, static_cast<int>(kind.comparands.size()));
        if (!isNew)
            return place->second;
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
                if (one.isEmpty() || other.isEmpty() || !isOfEntity(left, gap.oneBegin, gap.oneEnd) || !isOfEntity(right, gap.otherBegin, gap.otherEnd))
                    continue;
                const bool arePlaces = isPlaceName(left, gap.oneBegin, gap.oneEnd, material) && isPlaceName(right, gap.otherBegin, gap.otherEnd, material);
                if (arePlaces != wantPlaces)
                    continue;
                const int from = comparandOf(claim.members[first], one);
                const int to = comparandOf(claim.members[second], other);
                Outcome outcome = compareNames(kind.comparands[static_cast<size_t>(from)].shown, kind.comparands[static_cast<size_t>(to)].shown, model::EntityKind::Person);
                if (outcome.relation == Relation::Conflict) {
                    outcome.rule = QStringLiteral("other-name-in-same-words");
                    // What is no person may have a second name ("Bluejays", "Creighton"), or be a part of the other ("Millom", "Cumbria").
                    const bool isPerson = namesPerson(left, gap.oneBegin, gap.oneEnd, material) || namesPerson(right, gap.otherBegin, gap.otherEnd, material);
                    const bool areApart = wantPlaces && liveApart(kind.comparands[static_cast<size_t>(from)].shown, kind.comparands[static_cast<size_t>(to)].shown, material);
                    outcome.relation = isPerson || areApart ? Relation::Conflict : Relation::Refinement;
                }
                if (outcome.relation != Relation::Unknown)
                    kind.edges.push_back({from, to, std::move(outcome)});
            }
        }
    }
    return kind;
}

} // namespace

ComparedKind compareReplacedNames(const ClaimGroup &claim, const StoryMaterial &material) { return replacedNames(claim, material, false); }

ComparedKind compareReplacedPlaces(const ClaimGroup &claim, const StoryMaterial &material) { return replacedNames(claim, material, true); }

ComparedKind compareGrounds(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Place;
    kind.comparands = objectsOf(claim, material, true);
    WordLikeness &likeness = material.likeness;
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
    WordLikeness &likeness = material.likeness;
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        if (alignment.predicateLikeness < material.weights.related || left.statement->polarity != right.statement->polarity || !mayShareActor(left, right, likeness))
            return Outcome{};
        Outcome outcome = compareDescriptions({one.key, WordClass::Noun, {}}, {other.key, WordClass::Noun, {}}, material.knowledge);
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
        const bool isOther = one.place != other.place && !one.key.isEmpty() && !isHeldByMany(one.key) && one.key == other.key && tellOfOneAct(one.statement, other.statement, alignment, material)
            && outcome.relation == Relation::Conflict;
        return isSpelling || isOther ? outcome : Outcome{};
    });
    return kind;
}

} // namespace variorum::comparison
