// One fact that two outlets have from other sources.
//
//     "his father told Chinese media" / "Xinhua reported"
//     "..., the prosecutor said" / "..., the director said"      refinement, though both are told as speech: neither in the speaker's own words
//     "had passed an inspection, its owner said" / "its inspection, the authority said"     an act may be told by its noun

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
            kind.edges.push_back({static_cast<int>(first), static_cast<int>(second),
                                  {isSame ? Relation::Same : Relation::Refinement, isSame ? QStringLiteral("same-source") : QStringLiteral("other-source"),
                                   QStringLiteral("one has it from %1, one from %2").arg(sources[first]->name, sources[second]->name)}});
        }
    }
    return kind;
}

} // namespace variorum::comparison
