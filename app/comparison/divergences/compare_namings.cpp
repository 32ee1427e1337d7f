// Who someone is, told by a noun or by a name.
//
//     "the first officer" / "the first officer, Mira Dahl"        refinement: named, or not
//     "a vet of 52" / "Ole Lund, 52"                              refinement, likewise
//     "Lund was at the wheel" / "Mira Dahl was at the helm"       conflict: one only can be
//     "Lund was hurt" / "Mira Dahl was hurt"                      nothing: both may have been

#include "comparison/divergences/acts.h"

#include "comparison/values/proper_names.h"

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::SlotRole;
using model::StatementWord;

namespace {

constexpr double kSurely = 0.8; // likelihood of two statements
constexpr double kLikely = 0.6; // likewise, of two that befell someone of one age in one verb

/// Someone who is told of by a noun: "the first officer", and by what name, where one stands beside it ("the first officer, Mira Dahl").
struct Described {
    const model::Slot *slot = nullptr; ///< the subject's; null where the statement is but a noun with an age
    QString noun; ///< empty where there is none beside the name
    std::optional<base::EntityId> name;
    base::TextSpan nameSpan;
};

std::vector<Described> describedSubjects(const StatementView &view, const StoryMaterial &material)
{
    constexpr qsizetype kBeside = 4; // UTF-16 units between the noun's phrase and the name: ", "
    std::vector<Described> found;
    const model::Statement &statement = *view.statement;
    for (const model::Slot &slot : statement.slots) {
        const bool isSubject = slot.role == SlotRole::Agent || (slot.role == SlotRole::Patient && slot.span.end <= statement.predicateSpan.begin);
        if (!isSubject || slot.entity || !view.span().contains(slot.span) || !material.knowledge.isKindOf(slot.headLemma, u"person"))
            continue;
        Described described{&slot, slot.headLemma, std::nullopt, {}};
        for (const StatementWord &word : statement.words) {
            const bool isBeside = word.span.begin >= slot.span.begin && word.span.begin <= slot.span.end + kBeside;
            const bool isPerson = word.entity && material.entity(*word.entity).kind == model::EntityKind::Person && word.upos == model::Upos::Propn;
            const bool isApposed = word.deprel == Deprel::Appos || word.deprel == Deprel::Flat; // not "the widow of Berg"
            if (isBeside && isPerson && isApposed && !described.name) {
                described.name = word.entity;
                described.nameSpan = word.span;
            } else if (described.name && word.entity == described.name) {
                described.nameSpan = described.nameSpan.united(word.span);
            }
        }
        found.push_back(described);
    }
    return found;
}

/// Those who are told of by name alone.
std::vector<Described> namedSubjects(const StatementView &view, const StoryMaterial &material)
{
    std::vector<Described> found;
    for (const model::Slot &slot : view.statement->slots) {
        const bool isSubject = slot.role == SlotRole::Agent || (slot.role == SlotRole::Patient && slot.span.end <= view.statement->predicateSpan.begin);
        const bool isPerson = slot.entity && material.entity(*slot.entity).kind == model::EntityKind::Person;
        const bool isPronoun = std::any_of(view.statement->words.begin(), view.statement->words.end(), [&slot](const StatementWord &word) { return word.upos == model::Upos::Pron && word.span == slot.span; });
        if (isSubject && isPerson && !isPronoun && view.span().contains(slot.span))
            found.push_back({&slot, {}, slot.entity, slot.span});
    }
    return found;
}

/// "a vet of 52", "Ole Lund, 52": one person whose age is told.
struct Aged {
    double age = 0;
    QString noun; ///< the person's, as "vet"
    base::TextSpan nounSpan;
    std::optional<base::EntityId> name;
    base::TextSpan nameSpan;
};

std::optional<Aged> agedPerson(const StatementView &view, const StoryMaterial &material)
{
    const model::Statement &statement = *view.statement;
    constexpr double kChild = 1;
    constexpr double kOldest = 110;
    const auto isAge = [&](const model::Slot &slot) { return slot.quantity && slot.quantity->value && !slot.quantity->isOrdinal && *slot.quantity->value > kChild && *slot.quantity->value < kOldest && (slot.quantity->unit == QLatin1String("a") || slot.quantity->counted.isEmpty()); };
    const auto age = std::find_if(statement.slots.begin(), statement.slots.end(), isAge);
    // Of a clause, its subject: "a vet of 52 died".
    const qsizetype end = isVerbal(view) ? statement.predicateSpan.begin : statement.place.span.end;
    if (age == statement.slots.end() || age->span.end > end)
        return std::nullopt;
    Aged aged;
    aged.age = *age->quantity->value;
    for (const StatementWord &word : statement.words) {
        if (word.span.end > end)
            break;
        const bool isPerson = word.entity && material.entity(*word.entity).kind == model::EntityKind::Person && word.upos == model::Upos::Propn && word.deprel != Deprel::NmodPoss;
        if (isPerson && (!aged.name || aged.name == word.entity)) {
            aged.nameSpan = aged.name ? aged.nameSpan.united(word.span) : word.span;
            aged.name = word.entity;
        } else if (aged.noun.isEmpty() && word.upos == model::Upos::Noun && material.knowledge.isKindOf(word.lemma, u"person")) {
            aged.noun = word.lemma;
            aged.nounSpan = word.span;
        }
    }
    return aged.name || !aged.noun.isEmpty() ? std::optional(aged) : std::nullopt;
}

/// Does the article name the person anywhere? Then its reader knows whom its "vet" is.
bool isNamedIn(const StatementView &view, base::EntityId person, const StoryMaterial &material)
{
    const std::vector<model::Mention> &mentions = material.entity(person).mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&view](const model::Mention &mention) { return mention.article == view.statement->article; });
}

/// What only one person can do at a time: be at the wheel, drive the one car, win the race. Nothing that several do.
std::optional<QString> postOf(const StatementView &view)
{
    static constexpr std::array<QStringView, 5> kPosts = {u"wheel", u"helm", u"control", u"tiller", u"yoke"};
    static constexpr std::array<QStringView, 4> kSteering = {u"drive", u"steer", u"pilot", u"skipper"};
    const auto isOneOf = [](const QString &word, const auto &words) { return std::find(words.begin(), words.end(), word) != words.end(); };
    if (isOneOf(view.statement->predicate, kSteering))
        return QStringLiteral("steer");
    const bool isThere = view.statement->predicate == QLatin1String("be") || view.statement->predicate == QLatin1String("sit") || view.statement->predicate == QLatin1String("stand");
    const bool isAtPost = std::any_of(view.statement->words.begin(), view.statement->words.end(), [&](const StatementWord &word) { return word.upos == model::Upos::Noun && isOneOf(word.lemma, kPosts); });
    return isThere && isAtPost ? std::optional(QStringLiteral("steer")) : std::nullopt;
}

/// Two people who cannot both have been the one at the wheel. Two vessels have two.
bool holdOnePost(const StatementView &one, const StatementView &other, WordLikeness &likeness)
{
    const std::optional<QString> post = postOf(one);
    return post && post == postOf(other) && polarityOf(*one.statement) == model::Polarity::Positive && polarityOf(*other.statement) == model::Polarity::Positive && isCompleted(one.statement->certainty)
        && isCompleted(other.statement->certainty) && !haveOtherObjects(one, other, likeness);
}

} // namespace

ComparedKind compareNamings(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Participant;
    std::vector<Described> described;
    for (const int member : claim.members) {
        const StatementView &view = material.view(member);
        std::vector<Described> found = describedSubjects(view, material);
        if (postOf(view)) {
            const std::vector<Described> named = namedSubjects(view, material);
            found.insert(found.end(), named.begin(), named.end());
        }
        for (const Described &each : found) {
            const QString shown = each.name ? material.entity(*each.name).name : each.slot->text;
            kind.comparands.push_back({member, each.name ? each.nameSpan : each.slot->span, shown, each.slot, each.noun, static_cast<int>(described.size())});
            described.push_back(each);
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const StatementView &left = material.view(one.statement);
        const StatementView &right = material.view(other.statement);
        const std::optional<base::EntityId> &leftName = described[static_cast<size_t>(one.place)].name;
        const std::optional<base::EntityId> &rightName = described[static_cast<size_t>(other.place)].name;
        const QString reason = QStringLiteral("%1 / %2").arg(one.shown, other.shown);
        if (leftName && rightName) {
            const bool areOthers = *leftName != *rightName && compareNames(one.shown, other.shown, model::EntityKind::Person).relation == Relation::Conflict;
            return areOthers && holdOnePost(left, right, material.likeness) ? Outcome{Relation::Conflict, QStringLiteral("one-post"), reason} : Outcome{};
        }
        const bool isOneAct = tellOfOneAct(one.statement, other.statement, alignment, material) || (alignment.likelihood >= kSurely && left.statement->predicate == right.statement->predicate);
        if (leftName.has_value() == rightName.has_value() || one.key.isEmpty() || one.key != other.key || !isOneAct || isNamedIn(leftName ? right : left, leftName ? *leftName : *rightName, material))
            return Outcome{};
        return Outcome{Relation::Refinement, QStringLiteral("named-or-not"), reason};
    });
    return kind;
}

static bool isOneAct(const StatementView &one, const StatementView &other) { return isVerbal(one) && isVerbal(other) && one.statement->predicate == other.statement->predicate; }

ComparedKind compareAged(const ClaimGroup &claim, const StoryMaterial &material)
{
    ComparedKind kind;
    kind.kind = DivergenceKind::Participant;
    std::vector<Aged> people;
    for (const int member : claim.members) {
        if (const std::optional<Aged> aged = agedPerson(material.view(member), material)) {
            const QString shown = aged->name ? material.entity(*aged->name).name : aged->noun;
            kind.comparands.push_back({member, material.view(member).span(), shown, nullptr, {}, static_cast<int>(people.size())});
            people.push_back(*aged);
        }
    }
    addEdges(kind, material, [&](const Comparand &one, const Comparand &other, const Alignment &alignment) {
        const Aged &left = people[static_cast<size_t>(one.place)];
        const Aged &right = people[static_cast<size_t>(other.place)];
        if (left.age != right.age || left.name.has_value() == right.name.has_value() || alignment.likelihood < (isOneAct(material.view(one.statement), material.view(other.statement)) ? kLikely : kSurely))
            return Outcome{};
        if (isNamedIn(material.view(left.name ? other.statement : one.statement), left.name ? *left.name : *right.name, material))
            return Outcome{};
        return Outcome{Relation::Refinement, QStringLiteral("named-or-not"), QStringLiteral("%1 / %2, of one age").arg(one.shown, other.shown)};
    });
    return kind;
}

} // namespace variorum::comparison
