// Whether somebody is in a place:
//
//     "a five-year-old boy who is trapped down an abandoned well"     somebody, well
//     "he saw nobody in the well", "the well turned out to be empty"  nobody, well
//     "the bus was empty when it burned", "12 people were on the bus"  both may be true, at two times: a refinement
//
// Only of things that hold people (WordNet's artifacts: buildings, vehicles, pits), told plainly and not of another year.

#include "comparison/divergences/presence.h"

#include "comparison/divergences/acts.h"
#include "comparison/divergences/one_of.h"
#include "model/names.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace variorum::comparison {

using model::Deprel;
using model::StatementWord;

namespace {

constexpr qsizetype kNextWords = 20; // UTF-16 units after a clause within which what belongs to it begins

struct Presence {
    QString where; ///< lemma of what holds people
    bool isSomebody = false;
    base::TextSpan span; ///< of the words that tell it
};

bool holdsPeople(const StatementWord &word, const StoryMaterial &material)
{
    return word.upos == model::Upos::Noun && !word.entity && material.knowledge.isKindOf(word.lemma, u"artifact");
}

/// The noun that people are said to be in: "well" of "in the well". Places among the words.
std::optional<size_t> insideOf(const std::vector<StatementWord> &words, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 6> kInside = {u"in", u"inside", u"within", u"down", u"aboard", u"on"};
    for (size_t at = 0; at < words.size(); ++at) {
        if (words[at].deprel == Deprel::Case && isOneOf(words[at].lemma, kInside) && words[at].head && holdsPeople(words[static_cast<size_t>(*words[at].head)], material))
            return static_cast<size_t>(*words[at].head);
    }
    return std::nullopt;
}

bool isPersonSlot(const model::Slot &slot, const StoryMaterial &material)
{
    if (slot.role != model::SlotRole::Agent && slot.role != model::SlotRole::Patient)
        return false;
    const bool isNamed = slot.entity && material.entity(*slot.entity).kind == model::EntityKind::Person;
    return isNamed || material.knowledge.isKindOf(slot.headLemma, u"person");
}

/// "who is trapped in the well", "two nurses were inside the van": a person, a verb that tells where one is, and what holds people.
std::optional<Presence> somebodyIn(const model::Statement &statement, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 12> kBeing = {u"be", u"trap", u"stay", u"remain", u"stick", u"lie", u"sit", u"hide", u"bury", u"sleep", u"wait", u"stand"};
    const std::vector<StatementWord> &words = statement.words;
    const std::optional<size_t> inside = insideOf(words, material);
    if (!inside || polarityOf(statement) == model::Polarity::Negative || !isCompleted(statement.certainty))
        return std::nullopt;
    const StatementWord &place = words[*inside];
    const bool isThere = isOneOf(statement.predicate, kBeing) || (place.head && isOneOf(words[static_cast<size_t>(*place.head)].lemma, kBeing)) || statement.predicate == place.lemma;
    const bool isPerson = std::any_of(statement.slots.begin(), statement.slots.end(), [&](const model::Slot &slot) { return isPersonSlot(slot, material); });
    return isThere && isPerson ? std::optional(Presence{place.lemma, true, place.span}) : std::nullopt;
}

/// "saw nobody in the well", "no one was aboard the bus", "the well was empty".
std::optional<Presence> nobodyIn(const model::Statement &statement, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 4> kNobody = {u"nobody", u"no-one", u"noone", u"none"};
    static constexpr std::array<QStringView, 4> kEmpty = {u"empty", u"unoccupied", u"vacant", u"unmanned"};
    if (!isCompleted(statement.certainty))
        return std::nullopt;
    const std::vector<StatementWord> &words = statement.words;
    for (size_t at = 0; at < words.size(); ++at) {
        const bool isNoOne = at > 0 && words[at].lemma == QLatin1String("one") && words[at - 1].lemma == QLatin1String("no");
        const bool isOfTheRest = at + 1 < words.size() && (words[at + 1].lemma == QLatin1String("else") || words[at + 1].lemma == QLatin1String("other") || words[at + 1].lemma == QLatin1String("but"));
        if ((!isOneOf(words[at].lemma, kNobody) && !isNoOne) || isOfTheRest)
            continue; // "nobody else": but for someone
        const std::optional<size_t> inside = insideOf(words, material);
        return inside ? std::optional(Presence{words[*inside].lemma, false, words[*inside].span}) : std::nullopt;
    }
    if (!isOneOf(statement.predicate, kEmpty) || polarityOf(statement) == model::Polarity::Negative)
        return std::nullopt;
    const auto place = std::find_if(words.rbegin(), words.rend(), [&](const StatementWord &word) { return word.span.end <= statement.predicateSpan.begin && holdsPeople(word, material); });
    return place == words.rend() ? std::nullopt : std::optional(Presence{place->lemma, false, statement.predicateSpan});
}

std::optional<Presence> presenceIn(int statement, const StoryMaterial &material)
{
    const StatementView &view = material.view(statement);
    if (isBackground(view, material) || view.statement->place.field != model::TextField::Text)
        return std::nullopt;
    const std::optional<Presence> nobody = nobodyIn(*view.statement, material);
    return nobody ? nobody : somebodyIn(*view.statement, material);
}

/// "when it caught fire", "before", "by the time": it is told of a moment.
bool isOfAMoment(int place, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 5> kMoments = {u"when", u"before", u"after", u"until", u"once"};
    const model::Statement &statement = *material.view(place).statement;
    if (std::any_of(statement.words.begin(), statement.words.end(), [](const StatementWord &word) { return isOneOf(word.lemma, kMoments); }))
        return true;
    for (size_t at = static_cast<size_t>(place) + 1; at < material.views.size() && material.views[at].article == material.view(place).article; ++at) {
        const model::Statement &next = *material.views[at].statement;
        if (next.within == statement.id && next.rule == QLatin1String("adverbial clause"))
            return true;
        if (next.place.span.begin > statement.place.span.end + kNextWords)
            break;
    }
    return false;
}

bool areOfOneArticle(const std::vector<int> &members, const StoryMaterial &material)
{
    return std::all_of(members.begin(), members.end(), [&](int member) { return material.view(member).article == material.view(members.front()).article; });
}

} // namespace

void bringTogetherPresence(std::vector<ClaimGroup> &groups, const StoryMaterial &material)
{
    std::map<QString, std::vector<int>> byPlace;
    std::map<QString, std::set<bool>> told;
    for (int statement = 0; statement < static_cast<int>(material.views.size()); ++statement) {
        const std::optional<Presence> presence = presenceIn(statement, material);
        if (!presence)
            continue;
        std::vector<int> &members = byPlace[presence->where];
        const bool isTold = std::any_of(members.begin(), members.end(), [&](int member) { return overlap(material.view(member), material.view(statement)); });
        if (isTold)
            continue;
        members.push_back(statement);
        told[presence->where].insert(presence->isSomebody);
    }
    for (const auto &[where, members] : byPlace) {
        const bool isThere = std::any_of(groups.begin(), groups.end(), [&members](const ClaimGroup &group) { return std::includes(group.members.begin(), group.members.end(), members.begin(), members.end()); });
        if (told[where].size() == 2 && !isThere && !areOfOneArticle(members, material))
            groups.push_back({members, kPresence, 1.0});
    }
}

ComparedKind comparePresence(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = model::DivergenceKind::Polarity;
    std::vector<Presence> told;
    for (const int member : claim.members) {
        const std::optional<Presence> presence = presenceIn(member, material);
        if (!presence)
            continue;
        kind.comparands.push_back({member, presence->span, presence->isSomebody ? QStringLiteral("somebody") : QStringLiteral("nobody"), nullptr, {}, 0, {}});
        told.push_back(*presence);
    }
    for (size_t one = 0; one < told.size(); ++one) {
        for (size_t other = one + 1; other < told.size(); ++other) {
            if (told[one].where != told[other].where)
                continue;
            const bool areAtOnce = !isOfAMoment(kind.comparands[one].statement, material) && !isOfAMoment(kind.comparands[other].statement, material);
            const Relation relation = told[one].isSomebody == told[other].isSomebody ? Relation::Same : areAtOnce ? Relation::Conflict : Relation::Refinement;
            kind.edges.push_back({static_cast<int>(one), static_cast<int>(other), {relation, QStringLiteral("somebody-or-nobody"), told[one].where}});
        }
    }
    return kind;
}

} // namespace variorum::comparison
