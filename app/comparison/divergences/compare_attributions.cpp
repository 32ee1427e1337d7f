// One fact that two outlets have from other sources.
//
//     "his father told Chinese media" / "Xinhua reported"
//     "..., the prosecutor said" / "..., the director said"      refinement, though both are told as speech: neither in the speaker's own words
//     "had passed an inspection, its owner said" / "its inspection, the authority said"     an act may be told by its noun
//     "..., the company said" / "..., Ole Berg said"             nothing: he may well have spoken for it
//     "..., Ole Berg told the Daily Sund" / "the Daily Sund reported"     nothing: the paper passes it on
//     "he would resign, Ole Berg said" / "he would resign, Ida Lund said"     nothing: of himself only he is a source
//
// Nor is anything told where an article of the claim states the fact flatly: then nobody doubts it, whoever is named for it.

#include "comparison/divergences/acts.h"

#include "comparison/origins/independent_origins.h"
#include "comparison/values/proper_names.h"
#include "comparison/values/quantities.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::DivergenceKind;

namespace {

constexpr qsizetype kNearSource = 60; // UTF-16 units between a statement and the naming of its source, from which both are shown

/// "the coastguard", "police", "the ministry", "prosecutors": a body, or those who hold an office, though not called by a name.
bool isBody(const model::Origin &origin, const LexicalKnowledge &knowledge)
{
    static constexpr std::array<QStringView, 4> kBodies = {u"organization", u"force", u"institution", u"administrative unit"};
    static constexpr std::array<QStringView, 3> kOffices = {u"prosecutor", u"judge", u"lawman"};
    const QString noun = origin.name.section(u' ', -1).toLower();
    const QString single = noun.endsWith(u's') ? noun.chopped(1) : noun;
    const auto isOf = [&](QStringView kind) { return knowledge.isKindOf(noun, kind) || knowledge.isKindOf(single, kind); };
    return (origin.kind == model::OriginKind::Speaker && std::any_of(kBodies.begin(), kBodies.end(), isOf)) || (origin.kind == model::OriginKind::Anonymous && std::any_of(kOffices.begin(), kOffices.end(), isOf));
}

/// "authorities", "officials": may be any of those whom the other names.
bool isAnyAuthority(const QString &name)
{
    static constexpr std::array<QStringView, 5> kAny = {u"authorities", u"officials", u"the authorities", u"local authorities", u"official"};
    return std::find(kAny.begin(), kAny.end(), name.toLower()) != kAny.end();
}

/// Is the origin known by name or as a body, not as "his owner" or "reports"?
bool isNamed(const model::Origin &origin, const LexicalKnowledge &knowledge)
{
    if (isNamedByPronoun(origin.name) || isAnyAuthority(origin.name))
        return false;
    const QStringList words = origin.name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || origin.kind == model::OriginKind::Anonymous)
        return !words.isEmpty() && isBody(origin, knowledge);
    const bool isWrittenAsName = words.size() > 1 && std::all_of(words.cbegin(), words.cend(), [](const QString &word) { return word.front().isUpper(); });
    return origin.entity || origin.kind == model::OriginKind::Agency || isWrittenAsName || isBody(origin, knowledge);
}

/// The innermost named source that is not the outlet itself.
const model::Origin *sourceOf(const StatementView &view, const StoryMaterial &material)
{
    const QString own = nameKey(model::outletLabel(*material.articles[static_cast<size_t>(view.article)]));
    const std::vector<model::Origin> &origins = view.statement->origins;
    const auto isSource = [&](const model::Origin &origin) { return isNamed(origin, material.knowledge) && (origin.kind != model::OriginKind::Outlet || nameKey(origin.name) != own); };
    const auto found = std::find_if(origins.begin(), origins.end(), isSource);
    return found == origins.end() ? nullptr : &*found;
}

/// The statement with the words that name its source, where they stand beside it: "they were safe, the coastguard said".
base::TextSpan sourceSpan(const model::Statement &statement, const model::Origin &source, const StoryMaterial &material)
{
    base::TextSpan best;
    qsizetype nearest = kNearSource;
    for (const model::Mention &mention : source.entity ? material.entity(*source.entity).mentions : std::vector<model::Mention>()) {
        if (mention.article != statement.article || mention.place.field != statement.place.field)
            continue;
        const base::TextSpan &span = mention.place.span;
        const qsizetype gap = std::max({qsizetype{0}, span.begin - statement.place.span.end, statement.place.span.begin - span.end});
        if (gap < nearest) {
            nearest = gap;
            best = span;
        }
    }
    return best.isEmpty() ? statement.place.span : statement.place.span.united(best);
}

/// "the ministry" speaks through "the ministry's spokesman, Ole Berg".
bool speaksFor(const model::Origin &person, const model::Origin &body, const StoryMaterial &material)
{
    if (!person.entity)
        return false;
    const QStringList wanted = nameWords(body.name);
    const std::vector<model::Mention> &mentions = material.entity(*person.entity).mentions;
    return !wanted.isEmpty() && std::any_of(mentions.begin(), mentions.end(), [&wanted](const model::Mention &mention) {
        const QStringList role = nameWords(mention.role);
        return std::all_of(wanted.cbegin(), wanted.cend(), [&role](const QString &word) { return role.contains(word); });
    });
}

bool isOneSource(const model::Origin &one, const model::Origin &other, const StoryMaterial &material)
{
    if ((one.entity && one.entity == other.entity) || speaksFor(one, other, material) || speaksFor(other, one, material))
        return true;
    const auto mayBeOne = [&](model::EntityKind kind) {
        const Relation names = compareNames(one.name, other.name, kind).relation;
        return names == Relation::Same || names == Relation::Wording || names == Relation::Refinement;
    };
    return mayBeOne(model::EntityKind::Organization) || mayBeOne(model::EntityKind::Person);
}

/// Is there a named origin that both have it from, first or second hand?
bool shareSource(const model::Statement &one, const model::Statement &other, const StoryMaterial &material)
{
    const LexicalKnowledge &knowledge = material.knowledge;
    return std::any_of(one.origins.begin(), one.origins.end(), [&](const model::Origin &left) {
        return isNamed(left, knowledge) && std::any_of(other.origins.begin(), other.origins.end(), [&](const model::Origin &right) { return isNamed(right, knowledge) && isOneSource(left, right, material); });
    });
}

/// Both give one number of one thing ("a ferry carrying 187 people", "187 people were on board"): one fact, however told.
bool giveOneValue(const model::Statement &one, const model::Statement &other, const StoryMaterial &material)
{
    constexpr double kTelling = 2; // smaller numbers are everywhere
    const auto isTelling = [](const model::Slot &slot) { return slot.quantity && slot.quantity->value && *slot.quantity->value > kTelling && !slot.quantity->isOrdinal; };
    return std::any_of(one.slots.begin(), one.slots.end(), [&](const model::Slot &left) {
        return isTelling(left) && std::any_of(other.slots.begin(), other.slots.end(), [&](const model::Slot &right) {
                   return isTelling(right) && compareQuantities(*left.quantity, *right.quantity, material.knowledge, material.convert).relation == Relation::Same;
               });
    });
}

/// Clauses, or one of them the noun of an act ("its inspection of the ship"), that surely tell of one thing.
bool tellOneAct(const StatementView &left, const StatementView &right, const Alignment &alignment)
{
    constexpr double kSurely = 0.8; // likelihood of two statements
    const auto isNounOfAct = [](const StatementView &view) { return view.statement->rule == QLatin1String("noun of an act"); };
    const auto tells = [](const StatementView &view) { return isVerbal(view) || isFinite(*view.statement); };
    const bool isTold = (tells(left) || tells(right)) && (tells(left) || isNounOfAct(left)) && (tells(right) || isNounOfAct(right));
    return isTold && alignment.likelihood >= kSurely;
}

bool isAsked(const StatementView &view) { return view.statement->certainty == model::Certainty::Asked; }

bool isDirectSpeech(const StatementView &view, const StoryMaterial &material) { return view.statement->quote && material.quote(*view.statement->quote).isDirect; }

enum class SourceKind {
    Person,
    Body,
    Passer, ///< a paper or an agency
    None, ///< nobody knows who
};

/// "company", "police", "the French firm": a noun that may be any body of its kind, and so the one that the other names.
bool isBareNoun(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    static constexpr std::array<QStringView, 4> kArticles = {u"the", u"a", u"an", u"local"};
    qsizetype first = 0;
    while (first < words.size() && std::find(kArticles.begin(), kArticles.end(), words[first].toLower()) != kArticles.end())
        ++first;
    return words.isEmpty() || words.back().front().isLower() || words.size() - first == 1;
}

/// "coastguard", "prosecutors", "ministry" are one each in a story; companies, agencies, teams and the police are not.
bool isOneInStory(const QString &name)
{
    static constexpr std::array<QStringView, 21> kMany = {u"cops", u"officers", u"company", u"firm", u"agency", u"group", u"organisation", u"organization", u"team", u"police", u"department", u"office", u"government", u"force", u"army", u"association", u"club", u"union", u"bank", u"newspaper", u"authority"};
    return std::find(kMany.begin(), kMany.end(), name.section(u' ', -1).toLower()) == kMany.end();
}

SourceKind kindOf(const model::Origin &origin, const StoryMaterial &material)
{
    if (origin.kind == model::OriginKind::Agency || origin.kind == model::OriginKind::Outlet)
        return origin.name.section(u' ', -1).front().isLower() ? SourceKind::None : SourceKind::Passer; // "another news agency"
    const model::Entity *entity = origin.entity ? &material.entity(*origin.entity) : nullptr;
    const QString &full = entity ? entity->name : origin.name;
    const bool isCommon = !entity && isBareNoun(origin.name) && origin.name.section(u' ', -1).front().isLower();
    if (entity && entity->kind == model::EntityKind::Place)
        return SourceKind::None;
    if (isCommon || (origin.kind == model::OriginKind::Anonymous) || full.section(u' ', -1).front().isLower() || (isBody(origin, material.knowledge) && isBareNoun(full)))
        return isOneInStory(origin.name) ? SourceKind::Body : SourceKind::None;
    if (entity && entity->kind == model::EntityKind::Organization)
        return SourceKind::Body;
    if (nameWords(full).size() < 2)
        return SourceKind::None; // "Const", read as a name
    return isBody(origin, material.knowledge) ? SourceKind::Body : SourceKind::Person;
}

/// "his lawyer, Ole Brandt", "her mother, Ida Lund": who speaks for no body but himself or those near to him.
bool isPrivate(const model::Origin &person, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 21> kRoles = {u"lawyer", u"solicitor", u"witness", u"neighbour", u"neighbor", u"mother", u"father", u"brother", u"sister", u"son",
                                                           u"daughter", u"wife", u"husband", u"widow", u"survivor", u"driver", u"resident", u"passenger", u"relative", u"uncle", u"aunt"};
    if (kindOf(person, material) != SourceKind::Person || !person.entity)
        return false;
    const std::vector<model::Mention> &mentions = material.entity(*person.entity).mentions;
    return std::any_of(mentions.begin(), mentions.end(), [](const model::Mention &mention) { return std::find(kRoles.begin(), kRoles.end(), mention.role.section(u' ', -1).toLower()) != kRoles.end(); });
}

/// Are they clearly two: persons, or bodies? A person may speak for a body, so that only a figure is worth telling; a paper passes on
/// what a person says.
bool areClearlyTwo(const model::Origin &one, const model::Origin &other, bool isOneFigure, const StoryMaterial &material)
{
    const SourceKind left = kindOf(one, material);
    const SourceKind right = kindOf(other, material);
    const auto arePoliceAndAnother = [&](const model::Origin &body, const model::Origin &person) { return body.name.endsWith(QLatin1String("police"), Qt::CaseInsensitive) && isPrivate(person, material); };
    if (arePoliceAndAnother(one, other) || arePoliceAndAnother(other, one))
        return true;
    if (left == SourceKind::None || right == SourceKind::None)
        return false;
    const bool isPassedOn = (left == SourceKind::Passer && right == SourceKind::Person) || (left == SourceKind::Person && right == SourceKind::Passer);
    const bool isPrivateOnce = (left == SourceKind::Body && isPrivate(other, material)) || (right == SourceKind::Body && isPrivate(one, material));
    return (left == SourceKind::Person) == (right == SourceKind::Person) || isPrivateOnce || (isOneFigure && !isPassedOn);
}

/// Does the source speak of what it does itself?
bool tellsOfItself(const StatementView &view, const model::Origin &source)
{
    const std::optional<base::EntityId> actor = actorOf(view);
    return source.entity && actor == source.entity;
}

/// Is it told with no source but the paper's own word?
bool isFlat(const StatementView &view, const StoryMaterial &material)
{
    const QString own = nameKey(model::outletLabel(*material.articles[static_cast<size_t>(view.article)]));
    const auto isSource = [&own](const model::Origin &origin) { return nameKey(origin.name) != own; };
    return !view.statement->quote && isVerbal(view) && isCompleted(view.statement->certainty) && std::none_of(view.statement->origins.begin(), view.statement->origins.end(), isSource);
}

/// May a difference of their sources be told? The two pass on one fact.
bool tellOneFact(int one, int other, const StoryMaterial &material)
{
    constexpr double kSurely = 0.8; // likelihood of two clauses with related predicates
    constexpr double kVerySurely = 0.9; // with one predicate, though nothing else be shared
    constexpr double kMostSurely = 0.95; // of others
    constexpr size_t kManyWords = 3; // which mean the same on both sides
    const Alignment *alignment = material.alignment(one, other);
    const StatementView &left = material.view(one);
    const StatementView &right = material.view(other);
    if (!alignment || polarityOf(*left.statement) != polarityOf(*right.statement))
        return false;
    const bool isDirect = isDirectSpeech(left, material);
    if ((isDirect && isDirectSpeech(right, material)))
        return false; // two witnesses in their own words
    if (giveOneValue(*left.statement, *right.statement, material))
        return true;
    if (countOthers(*left.statement, *right.statement, material))
        return false; // two accounts
    const bool isOneAct = alignment->predicateLikeness >= material.weights.related;
    const size_t shared = alignment->units.size();
    const bool isSamePredicate = alignment->predicateLikeness >= material.weights.samePredicate && alignment->likelihood >= kVerySurely;
    const bool isOneFact = isSamePredicate || (isOneAct && shared >= 2 && alignment->likelihood >= kSurely) || (shared >= kManyWords && alignment->likelihood >= kMostSurely);
    const bool isNounOfAct = left.statement->rule == QLatin1String("noun of an act") || right.statement->rule == QLatin1String("noun of an act");
    if (isAsked(left) || isAsked(right) || (!isNounOfAct && (!isOneFact || haveOtherObjects(left, right, material.likeness))))
        return false; // "he put the gun back" / "he aimed": other acts; "whether it was" is no fact
    return tellOneAct(left, right, *alignment) || (!isDirect && !isDirectSpeech(right, material) && isVerbal(left) && isVerbal(right));
}

/// Does an article of the claim tell the fact of the two without a source?
bool isStatedFlatly(const ClaimGroup &claim, int one, int other, const StoryMaterial &material)
{
    return std::any_of(claim.members.begin(), claim.members.end(), [&](int member) {
        return member != one && member != other && isFlat(material.view(member), material) && (tellOneFact(member, one, material) || tellOneFact(member, other, material));
    });
}

struct Sourced {
    int statement = 0;
    const model::Origin &source;
};

/// "their lawyer, Ole Berg, said it was safe", had from another: the words themselves name him.
bool names(const StatementView &view, const model::Origin &source)
{
    const QString last = nameWords(source.name).value(nameWords(source.name).size() - 1);
    return !last.isEmpty() && nameWords(view.statement->text).contains(last);
}

/// "It's hard to say": what anybody thinks, not a fact that two pass on.
bool isEstimate(const StatementView &view)
{
    const QString &text = view.statement->text;
    const bool isIt = text.startsWith(QLatin1String("it's "), Qt::CaseInsensitive) || text.startsWith(QLatin1String("it is "), Qt::CaseInsensitive) || text.startsWith(QLatin1String("it was "), Qt::CaseInsensitive);
    return isIt && !isVerbal(view);
}

bool hasSubject(const model::Statement &statement)
{
    const bool hasAgent = std::any_of(statement.slots.begin(), statement.slots.end(), [&statement](const model::Slot &slot) { return slot.role == model::SlotRole::Agent && slot.span.end <= statement.predicateSpan.begin; });
    return hasAgent || std::any_of(statement.words.begin(), statement.words.end(), [&statement](const model::StatementWord &word) {
               const bool isSubject = model::mainType(word.deprel) == model::Deprel::Nsubj || word.deprel == model::Deprel::NsubjPass;
               return isSubject && word.head && statement.predicateSpan.overlaps(statement.words[static_cast<size_t>(*word.head)].span);
           });
}

bool isWorthTelling(const Sourced &one, const Sourced &other, const ClaimGroup &claim, const StoryMaterial &material)
{
    const StatementView &left = material.view(one.statement);
    const StatementView &right = material.view(other.statement);
    const bool isOneFigure = giveOneValue(*left.statement, *right.statement, material);
    if (!areClearlyTwo(one.source, other.source, isOneFigure, material) || tellsOfItself(left, one.source) || tellsOfItself(right, other.source))
        return false;
    if (names(left, other.source) || names(right, one.source) || isEstimate(left) || isEstimate(right))
        return false;
    const Alignment *alignment = material.alignment(one.statement, other.statement);
    const bool isSurelyAct = alignment && alignment->units.size() >= 3; // of an act told by its noun
    const auto isWhole = [isSurelyAct](const StatementView &view) { return isFinite(*view.statement) || (isVerbal(view) && hasSubject(*view.statement)) || (isSurelyAct && view.statement->rule == QLatin1String("noun of an act")); };
    const auto tells = [&isWhole](const StatementView &view) { return isWhole(view) || isVerbal(view); }; // not "the 59-year-old mother"
    const bool leftPasses = kindOf(one.source, material) == SourceKind::Passer;
    const bool arePassers = leftPasses && kindOf(other.source, material) == SourceKind::Passer; // each has its own account
    const bool isPasserOnce = leftPasses != (kindOf(other.source, material) == SourceKind::Passer);
    const bool areWhole = isPasserOnce ? isWhole(left) && isWhole(right) : tells(left) && tells(right) && (isWhole(left) || isWhole(right));
    return (areWhole || isOneFigure) && (arePassers || !isStatedFlatly(claim, one.statement, other.statement, material));
}

} // namespace

ComparedKind compareAttributions(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Attribution;
    std::vector<const model::Origin *> sources;
    for (const int member : claim.members) {
        if (const model::Origin *source = sourceOf(material.view(member), material)) {
            kind.comparands.push_back({member, sourceSpan(*material.view(member).statement, *source, material), source->name, nullptr, {}, 0});
            sources.push_back(source);
        }
    }
    for (size_t first = 0; first < sources.size(); ++first) {
        for (size_t second = first + 1; second < sources.size(); ++second) {
            const int one = kind.comparands[first].statement;
            const int other = kind.comparands[second].statement;
            if (!tellOneFact(one, other, material))
                continue;
            const bool isSame = shareSource(*material.view(one).statement, *material.view(other).statement, material);
            if (!isSame && !isWorthTelling({one, *sources[first]}, {other, *sources[second]}, claim, material))
                continue;
            kind.edges.push_back({static_cast<int>(first), static_cast<int>(second), {isSame ? Relation::Same : Relation::Refinement, isSame ? QStringLiteral("same-source") : QStringLiteral("other-source"), QStringLiteral("one has it from %1, one from %2").arg(sources[first]->name, sources[second]->name)}});
        }
    }
    return kind;
}

} // namespace variorum::comparison
