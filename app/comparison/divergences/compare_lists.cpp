// Things: those told one after the other, those that someone goes or strikes with, and states that exclude each other.
//
//     "oxygen, food and water were supplied" / "oxygen was pumped in"       refinement: one tells of more things
//     "burns" / "second-degree burns and a broken rib"                     refinement
//     "water" / "food"                                                      nothing: they share none
//     "fled by boat" / "fled in a small motor boat"                         refinement
//     "whether she is alive is not known" / "she was found dead"            refinement: known, or not
//     "the pass is open" / "the pass is closed"                             conflict
//
// People told one after the other are compared in compare_company.cpp.

#include "comparison/divergences/acts.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::SlotRole;
using model::StatementWord;

namespace {

constexpr double kLikely = 0.6; // likelihood of two statements, of states
constexpr double kSurely = 0.7; // of lists

/// "missile technology": the head's lemma, and then those of the nouns before it.
using Item = QStringList;

struct ThingList {
    std::vector<Item> items;
    base::TextSpan span;
};

bool isThing(const StatementWord &word, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 6> kOthers = {u"person", u"social group", u"time period", u"time unit", u"location", u"unit of measurement"};
    static constexpr std::array<QStringView, 6> kAmounts = {u"people", u"amount", u"number", u"count", u"majority", u"cause"};
    const bool isNoun = word.upos == model::Upos::Noun && !word.entity && std::find(kAmounts.begin(), kAmounts.end(), word.lemma) == kAmounts.end();
    return isNoun && std::none_of(kOthers.begin(), kOthers.end(), [&](QStringView kind) { return knowledge.isKindOf(word.lemma, kind); });
}

Item itemAt(size_t place, const std::vector<StatementWord> &words)
{
    Item item{words[place].lemma};
    for (size_t before = 0; before < place; ++before) {
        if (words[before].head == static_cast<int>(place) && words[before].deprel == Deprel::Compound)
            item.append(words[before].lemma);
    }
    return item;
}

bool isArgument(const StatementWord &word)
{
    const Deprel relation = model::mainType(word.deprel);
    return relation == Deprel::Nsubj || word.deprel == Deprel::NsubjPass || relation == Deprel::Obj || relation == Deprel::Obl;
}

/// The arguments of the predicate that are things, each with those that are joined to it.
std::vector<ThingList> listsIn(const model::Statement &statement, const LexicalKnowledge &knowledge)
{
    const std::vector<StatementWord> &words = statement.words;
    std::vector<ThingList> lists;
    for (size_t place = 0; place < words.size(); ++place) {
        const bool hangs = words[place].head && statement.predicateSpan.overlaps(words[static_cast<size_t>(*words[place].head)].span);
        if (!hangs || !isArgument(words[place]) || !isThing(words[place], knowledge))
            continue;
        ThingList list{{itemAt(place, words)}, words[place].span};
        bool areThings = true;
        for (size_t other = place + 1; other < words.size(); ++other) {
            if (words[other].deprel != Deprel::Conj || words[other].head != static_cast<int>(place))
                continue;
            areThings = areThings && isThing(words[other], knowledge);
            list.items.push_back(itemAt(other, words));
            list.span = list.span.united(words[other].span);
        }
        // A verb among them was joined to another: "launched a helicopter and altered course".
        areThings = areThings && std::none_of(words.begin(), words.end(), [&list](const StatementWord &word) { return (word.upos == model::Upos::Verb || word.upos == model::Upos::Aux) && list.span.contains(word.span); });
        if (areThings)
            lists.push_back(std::move(list));
    }
    return lists;
}

/// "food", "food aid"; not "alcohol abuse", "alcohol level".
bool areAlike(const Item &one, const Item &other) { return other.contains(one.front()) || one.contains(other.front()); }

/// How many items the other list has nothing alike for.
ptrdiff_t aloneIn(const ThingList &one, const ThingList &other)
{
    return std::count_if(one.items.begin(), one.items.end(), [&other](const Item &item) { return std::none_of(other.items.begin(), other.items.end(), [&item](const Item &with) { return areAlike(item, with); }); });
}

Outcome compareListsOf(const ThingList &one, const ThingList &other, const QString &reason)
{
    if (std::max(one.items.size(), other.items.size()) < 2)
        return {};
    const ptrdiff_t left = aloneIn(one, other);
    const ptrdiff_t right = aloneIn(other, one);
    if (left == static_cast<ptrdiff_t>(one.items.size()))
        return {}; // nothing in common
    if (left == 0 && right == 0)
        return {Relation::Same, QStringLiteral("same-things"), reason};
    return {Relation::Refinement, left == 0 || right == 0 ? QStringLiteral("more-things") : QStringLiteral("other-things"), reason};
}

/// Both say who acts, or to whom it is done, and it is nobody whom both name. A thing before a passive is one of the list itself.
bool haveOtherAgents(const StatementView &one, const StatementView &other, WordLikeness &likeness)
{
    const auto agentsOf = [&likeness](const StatementView &view) {
        std::vector<const Unit *> found;
        for (const Unit &unit : view.units) {
            const bool isPassive = unit.role == SlotRole::Patient && unit.span.end <= view.statement->predicateSpan.begin && likeness.knowledge().isKindOf(unit.lemma, u"person");
            if (unit.role == SlotRole::Agent || isPassive)
                found.push_back(&unit);
        }
        return found;
    };
    const std::vector<const Unit *> left = agentsOf(one);
    const std::vector<const Unit *> right = agentsOf(other);
    const auto isShared = [&](const Unit *unit) { return std::any_of(right.begin(), right.end(), [&](const Unit *with) { return likeness.of(*unit, *with) > 0; }); };
    if (left.empty() || right.empty())
        return false;
    // Of a passive with its agent, it is those to whom it is done that must be shared.
    return left.front()->role == SlotRole::Patient ? !isShared(left.front()) : std::none_of(left.begin(), left.end(), isShared);
}

/// What someone goes or strikes with, by its noun: "boat" of "fled by boat", "with a small motor boat".
struct Means {
    QString noun;
    QStringList modifiers; ///< sorted
    base::TextSpan span; ///< with them
    bool isKnownBefore = false; ///< "the boat", of which more may have been told
};

std::optional<Means> meansAt(size_t place, const std::vector<StatementWord> &words, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 3> kMeans = {u"vehicle", u"weapon", u"vessel"};
    const StatementWord &word = words[place];
    if (word.upos != model::Upos::Noun || word.entity || word.deprel == Deprel::Compound || std::none_of(kMeans.begin(), kMeans.end(), [&](QStringView kind) { return knowledge.isKindOf(word.lemma, kind); }))
        return std::nullopt;
    static constexpr std::array<QStringView, 6> kMarkers = {u"by", u"with", u"in", u"on", u"aboard", u"into"};
    Means means{word.lemma, {}, word.span, false};
    bool isMeans = false;
    for (const StatementWord &other : words) {
        if (other.head != static_cast<int>(place))
            continue;
        const Deprel relation = model::mainType(other.deprel);
        isMeans = isMeans || (relation == Deprel::Case && std::find(kMarkers.begin(), kMarkers.end(), other.lemma) != kMarkers.end());
        means.isKnownBefore = means.isKnownBefore || (relation == Deprel::Det && other.lemma != QLatin1String("a")) || other.deprel == Deprel::NmodPoss || relation == Deprel::Nummod;
        if (other.entity || (other.deprel != Deprel::Compound && (other.deprel != Deprel::Amod || other.upos != model::Upos::Adj)))
            continue;
        means.modifiers.append(other.lemma);
        means.span = means.span.united(other.span);
    }
    means.modifiers.sort();
    return isMeans ? std::optional(means) : std::nullopt;
}

} // namespace

ComparedKind compareMeans(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Attribute;
    std::vector<Means> means;
    for (const int member : claim.members) {
        const StatementView &view = material.view(member);
        const model::Statement &statement = *view.statement;
        const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], statement.place.field);
        for (size_t place = 0; place < statement.words.size(); ++place) {
            if (const std::optional<Means> found = meansAt(place, statement.words, material.knowledge)) {
                kind.comparands.push_back({member, found->span, text.sliced(found->span.begin, found->span.length()), nullptr, {}, static_cast<int>(means.size())});
                means.push_back(*found);
            }
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const Means &left = means[static_cast<size_t>(one.place)];
        const Means &right = means[static_cast<size_t>(other.place)];
        const bool isVague = left.modifiers.isEmpty() ? left.isKnownBefore : right.modifiers.isEmpty() && right.isKnownBefore;
        if (left.noun != right.noun || left.modifiers == right.modifiers || alignment.likelihood < kLikely || isVague || (!left.modifiers.isEmpty() && !right.modifiers.isEmpty()))
            return Outcome{};
        return Outcome{Relation::Refinement, QStringLiteral("modifier-added"), QStringLiteral("%1 / %2").arg(one.shown, other.shown)};
    });
    return kind;
}

ComparedKind compareLists(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Attribute;
    std::vector<ThingList> lists;
    for (const int member : claim.members) {
        const StatementView &view = material.view(member);
        if (!isVerbal(view) && !isFinite(*view.statement))
            continue;
        const QString &text = model::textOf(*material.articles[static_cast<size_t>(view.article)], view.statement->place.field);
        for (ThingList &list : listsIn(*view.statement, material.knowledge)) {
            kind.comparands.push_back({member, list.span, text.sliced(list.span.begin, list.span.length()), nullptr, {}, static_cast<int>(lists.size())});
            lists.push_back(std::move(list));
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        const bool isOneAct = alignment.likelihood >= kSurely && !haveOtherAgents(left, right, material.likeness) && !haveOtherActors(left, right);
        if (!isOneAct || polarityOf(*left.statement) != polarityOf(*right.statement))
            return Outcome{};
        return compareListsOf(lists[static_cast<size_t>(one.place)], lists[static_cast<size_t>(other.place)], QStringLiteral("%1 / %2").arg(one.shown, other.shown));
    });
    return kind;
}

ComparedKind compareStates(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Attribute;
    for (const int member : claim.members) {
        for (const model::Slot &slot : material.view(member).statement->slots) {
            if (slot.role == SlotRole::Attribute && slot.rule == QLatin1String("predicate"))
                kind.comparands.push_back({member, slot.span, slot.text, &slot, slot.headLemma, 0});
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        if (alignment.likelihood < kLikely || !material.knowledge.areAntonyms(one.key, other.key, language::WordClass::Adjective))
            return Outcome{};
        const QString reason = QStringLiteral("%1 / %2").arg(one.shown, other.shown);
        const bool isAsked = (left.statement->certainty == model::Certainty::Asked) != (right.statement->certainty == model::Certainty::Asked);
        if (isAsked)
            return Outcome{Relation::Refinement, QStringLiteral("known-or-not"), reason};
        const bool areTold = isCompleted(left.statement->certainty) && isCompleted(right.statement->certainty) && tellsPlainly(left) && tellsPlainly(right);
        const bool arePositive = polarityOf(*left.statement) == model::Polarity::Positive && polarityOf(*right.statement) == model::Polarity::Positive;
        const bool isOneSubject = actorOf(left) ? actorOf(left) == actorOf(right) : !actorOf(right) && mayShareActor(left, right, material.likeness);
        return areTold && arePositive && isOneSubject ? Outcome{Relation::Conflict, QStringLiteral("opposite-states"), reason} : Outcome{};
    });
    return kind;
}

} // namespace variorum::comparison
