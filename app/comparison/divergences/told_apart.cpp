// Two values that exclude each other make no conflict where the words around them tell of two things: all else that is told
// differently beside the value is looked at.
//
//     "the driver of the lorry was not hurt" / "the driver of the car was hurt"    two drivers: one noun with other nouns on it
//     "the suspect has not been charged" / "the suspect's brother has been"       his brother is someone else
//     "did not attend the funeral" / "attended the wedding"                       two acts: nothing on the verb may be one
//     "rose by 4% in Europe" / "rose by 11% in Asia"                              two places
//     "lost 12 soldiers on Monday" / "has lost 340 this year"                     two stretches of time
//     "was to start on Monday" / "started on Wednesday"                           perhaps: a plan, and what became of it
//     "false reports that 40 had died" / "eleven died"                            the one says itself that it was not so
//
// Words that may mean one thing ("ferry" and "vessel", a noun and a name) never tell apart.

#include "comparison/divergences/told_apart.h"

#include "comparison/divergences/acts.h"
#include "comparison/divergences/clause_sides.h"
#include "comparison/divergences/one_count.h"
#include "comparison/divergences/revisions.h"
#include "comparison/divergences/told_apart_figures.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::Slot;
using model::StatementWord;

namespace {

/// "the first bomb", "another fire", "the co-driver": which of several.
bool tellsWhichOf(const StatementWord &word)
{
    static constexpr std::array<QStringView, 16> kWhich = {u"second", u"third", u"fourth", u"fifth", u"another", u"other", u"next", u"previous", u"former", u"deputy", u"vice", u"assistant", u"acting", u"opposite", u"rival", u"neighbouring"};
    return isOneOf(word.lemma, kWhich) && (word.deprel == Deprel::Amod || word.deprel == Deprel::Det || word.deprel == Deprel::Compound || word.deprel == Deprel::Nummod);
}

bool isSingledOut(const Side &side, size_t noun)
{
    return std::any_of(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return word.head && static_cast<size_t>(*word.head) == noun && tellsWhichOf(word); });
}

/// "called to a second shooting": one of several, of which the other clause knows nothing.
bool tellsOfAnother(const Side &side)
{
    static constexpr std::array<QStringView, 5> kOrdinals = {u"second", u"third", u"fourth", u"fifth", u"another"};
    return std::any_of(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return isOneOf(word.lemma, kOrdinals) && tellsWhichOf(word) && !side.evidence.overlaps(word.span); });
}

/// "new" and "old", "older" and "younger" on one noun.
bool haveOppositeAdjectives(const Side &left, size_t one, const Side &right, size_t other, const LexicalKnowledge &knowledge)
{
    const auto adjectives = [](const Side &side, size_t noun) {
        QStringList found;
        for (const StatementWord &word : side.words) {
            if (word.deprel == Deprel::Amod && word.head && static_cast<size_t>(*word.head) == noun)
                found.append(word.lemma);
        }
        return found;
    };
    const QStringList ones = adjectives(left, one);
    const QStringList others = adjectives(right, other);
    return std::any_of(ones.cbegin(), ones.cend(), [&](const QString &adjective) {
        return !others.contains(adjective) && std::any_of(others.cbegin(), others.cend(), [&](const QString &with) { return knowledge.areAntonyms(adjective, with, language::WordClass::Adjective); });
    });
}

/// Does the noun carry the clause, or the compared value?
bool isOfClause(const Side &side, size_t place) { return isNominal(side.word(place)) && !side.isTime(place) && (side.hangsOnPredicate(place) || side.isTold(place)); }

/// One noun of both clauses, of which each tells another one: "the driver of the lorry", "the driver of the car".
bool areNounsToldApart(const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    for (size_t one = 0; one < left.words.size(); ++one) {
        for (size_t other = 0; isOfClause(left, one) && other < right.words.size(); ++other) {
            if (!isOfClause(right, other) || left.word(one).lemma != right.word(other).lemma)
                continue;
            if (isSingledOut(left, one) != isSingledOut(right, other) || haveOppositeAdjectives(left, one, right, other, material.knowledge))
                return true;
            for (const Deprel relation : {Deprel::Nmod, Deprel::NmodPoss, Deprel::Compound}) {
                for (const QString &preposition : prepositionsOn(left, one)) {
                    if (words.areAllOthers(left, modifiersOf(left, one, relation, preposition), right, modifiersOf(right, other, relation, preposition)))
                        return true;
                }
            }
        }
    }
    return false;
}

/// "the Swedish ship", "the hotel's manager": one that is known, whatever each calls it.
bool isDefinite(const Side &side, size_t noun)
{
    return std::any_of(side.words.begin(), side.words.end(), [&](const StatementWord &word) {
        const bool hangs = word.head && static_cast<size_t>(*word.head) == noun;
        return hangs && (word.deprel == Deprel::NmodPoss || (word.deprel == Deprel::Det && word.lemma != QLatin1String("a") && word.lemma != QLatin1String("an") && word.lemma != QLatin1String("another")));
    });
}

/// "an Australian climber", "a British climber": two, unless the words around make them known.
bool areOfOtherNations(const Side &left, const Side &right, const StoryMaterial &material)
{
    const auto nationsOf = [&material](const Side &side, size_t noun) {
        const QString &text = model::textOf(*material.articles[static_cast<size_t>(side.view.article)], side.statement.place.field);
        Places found;
        for (size_t place = 0; place < side.words.size(); ++place) {
            const StatementWord &word = side.word(place);
            const bool hangs = word.head && static_cast<size_t>(*word.head) == noun && word.deprel == Deprel::Amod;
            const bool isWrittenAsName = word.upos == model::Upos::Adj && place > 0 && text.at(word.span.begin).isUpper();
            if (hangs && (isWrittenAsName || (word.entity && material.entity(*word.entity).kind == model::EntityKind::Place)))
                found.push_back(place);
        }
        return found;
    };
    const auto isOther = [&](size_t one, size_t other) {
        const Places ones = nationsOf(left, one);
        const Places others = nationsOf(right, other);
        const auto areOne = [](const StatementWord &first, const StatementWord &second) { return first.lemma == second.lemma || (first.entity && first.entity == second.entity); };
        const auto mayBeOne = [&](size_t first) { return std::any_of(others.begin(), others.end(), [&](size_t second) { return areOne(left.word(first), right.word(second)); }); };
        return !ones.empty() && !others.empty() && std::none_of(ones.begin(), ones.end(), mayBeOne);
    };
    for (size_t one = 0; one < left.words.size(); ++one) {
        for (size_t other = 0; isNominal(left.word(one)) && other < right.words.size(); ++other) {
            const bool isOneNoun = left.word(one).lemma == right.word(other).lemma && isNominal(right.word(other));
            if (isOneNoun && !isDefinite(left, one) && !isDefinite(right, other) && isOther(one, other))
                return true;
        }
    }
    return false;
}

/// "the suspect", "the suspect's brother"; "the pilot", "the co-pilot".
bool isSomeoneOfTheOther(const Side &left, const Places &ones, const Side &right, const Places &others)
{
    const auto isOf = [](const Side &inner, size_t one, const Side &outer, size_t other) {
        if (inner.word(one).lemma == outer.word(other).lemma || !isNominal(inner.word(one)) || !isNominal(outer.word(other)))
            return false;
        if (outer.word(other).lemma == QLatin1String("co-") + inner.word(one).lemma)
            return true;
        return std::any_of(outer.words.begin(), outer.words.end(), [&](const StatementWord &word) {
            const bool hangs = word.head && static_cast<size_t>(*word.head) == other && (word.deprel == Deprel::NmodPoss || word.deprel == Deprel::Nmod);
            return hangs && word.lemma == inner.word(one).lemma;
        });
    };
    return std::any_of(ones.begin(), ones.end(), [&](size_t one) {
        return std::any_of(others.begin(), others.end(), [&](size_t other) { return isOf(left, one, right, other) || isOf(right, other, left, one); });
    });
}

/// "was to start", "will visit", "are expected to", "forecasters expect".
bool isForeseen(const Side &side, const StoryMaterial &material)
{
    static constexpr std::array<QStringView, 10> kForeseeing = {u"expect", u"forecast", u"predict", u"plan", u"estimate", u"hope", u"project", u"schedule", u"aim", u"intend"};
    const auto foresees = [](const StatementView &view) { return isOneOf(view.statement->predicate, kForeseeing); };
    const model::Certainty certainty = side.statement.certainty;
    if (certainty == model::Certainty::Planned || certainty == model::Certainty::Possible || foresees(side.view) || foresees(outerOf(side.view, material)))
        return true;
    for (size_t place = 1; place < side.words.size(); ++place) { // "was to cost"
        const bool isVerb = side.statement.predicateSpan.overlaps(side.word(place).span) && side.word(place - 1).lemma == QLatin1String("to");
        if (isVerb && place > 1 && side.word(place - 2).lemma == QLatin1String("be"))
            return true;
    }
    return false;
}

/// "earlier reports that 40 had died were false".
bool saysItWasNotSo(const Side &side, const StoryMaterial &material)
{
    static const QRegularExpression kFalse(QStringLiteral("\\b(false|falsely|wrongly|mistakenly|erroneously|untrue|incorrectly|hoax)\\b"), QRegularExpression::CaseInsensitiveOption);
    return sentenceOf(side, material).contains(kFalse);
}

bool isRumour(const Side &side, const StoryMaterial &material)
{
    static const QRegularExpression kRumour(QStringLiteral("\\b(rumou?rs?|rumou?red|social media|speculation)\\b"), QRegularExpression::CaseInsensitiveOption);
    return sentenceOf(side, material).contains(kRumour);
}

/// "I'm not disappointed", "I am disappointed", each said by someone, are of two speakers unless the sentence is one; and of what
/// is an "it" that stands for nothing told nobody knows.
bool speakOfThemselves(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const StoryMaterial &material)
{
    const auto isSelf = [](const Side &side) {
        const Places subjects = subjectWordsOf(side);
        return std::any_of(subjects.begin(), subjects.end(), [&side](size_t place) {
            const StatementWord &word = side.word(place);
            const bool isThing = !word.entity && (word.lemma == QLatin1String("it") || word.lemma == QLatin1String("this") || word.lemma == QLatin1String("that"));
            return isThing || word.lemma == QLatin1String("i") || word.lemma == QLatin1String("we");
        });
    };
    const Alignment *alignment = material.alignment(one.statement, other.statement);
    return (isSelf(left) || isSelf(right)) && !(alignment && alignment->sameWords.areSame);
}

/// "nobody has ever": so far, and so of what was before.
bool tellsOfEver(const Side &side)
{
    return std::any_of(side.words.begin(), side.words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("ever"); });
}

/// "the police", "the gunman"; but what the crew did not do, the ferry did not.
bool areOtherDoers(const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    const auto ofKind = [&material](const Side &side, bool wantPeople) {
        Places found = subjectsOf(side);
        std::erase_if(found, [&](size_t place) {
            const StatementWord &word = side.word(place);
            return !word.entity && isNominal(word) && (isPerson(word.lemma, material) || material.knowledge.isKindOf(word.lemma, u"social group")) != wantPeople;
        });
        return found;
    };
    const bool isMixed = ofKind(left, true).empty() != ofKind(right, true).empty();
    return !isMixed && words.areAllOthers(left, subjectsOf(left), right, subjectsOf(right));
}

/// The people and bodies that a subject names: "lead actors Ida Lund and Karl Holm".
std::vector<base::EntityId> namesOfSubject(const Side &side)
{
    const Places subjects = subjectWordsOf(side);
    std::vector<base::EntityId> found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        size_t above = place;
        const auto isOfName = [&side](size_t at) {
            const Deprel relation = side.word(at).deprel;
            return side.word(at).head && (relation == Deprel::Appos || relation == Deprel::Flat || relation == Deprel::Conj || relation == Deprel::Compound);
        };
        while (std::find(subjects.begin(), subjects.end(), above) == subjects.end() && isOfName(above))
            above = static_cast<size_t>(*side.word(above).head);
        if (side.word(place).entity && std::find(subjects.begin(), subjects.end(), above) != subjects.end())
            found.push_back(*side.word(place).entity);
    }
    return found;
}

/// "Ida Lund and Karl Holm have signed", "unlike them, Ole Berg has not".
bool areOtherNamed(const Side &left, const Side &right, const StoryMaterial &material)
{
    const auto peopleOf = [&material](const Side &side) {
        std::vector<base::EntityId> found = namesOfSubject(side);
        std::erase_if(found, [&material](base::EntityId id) { return material.entity(id).kind != model::EntityKind::Person; });
        return found;
    };
    const std::vector<base::EntityId> ones = peopleOf(left);
    const std::vector<base::EntityId> others = peopleOf(right);
    return !ones.empty() && !others.empty() && std::none_of(ones.begin(), ones.end(), [&others](base::EntityId id) { return std::find(others.begin(), others.end(), id) != others.end(); });
}

/// "Lund did not meet them", "he met with Lund": who acts in the one is acted on in the other, and nobody acts in turn.
bool areRolesCrossed(const Side &left, const Side &right)
{
    const auto namesAmong = [](const Side &side, std::initializer_list<Deprel> relations) {
        Places found = argumentsOf(side, relations);
        std::erase_if(found, [&side](size_t place) { return !isNominal(side.word(place)); });
        return found;
    };
    const auto actsOn = [&](const Side &one, const Side &other) {
        const Places actors = namesAmong(one, {Deprel::Nsubj});
        const Places goals = namesAmong(other, {Deprel::Obj, Deprel::Obl});
        return std::any_of(actors.begin(), actors.end(), [&](size_t actor) { return std::any_of(goals.begin(), goals.end(), [&](size_t goal) { return one.word(actor).lemma == other.word(goal).lemma; }); });
    };
    return left.statement.predicate == right.statement.predicate && actsOn(left, right) != actsOn(right, left);
}

/// "The young have no outlets", "more than these have": a verb that says nothing without what stands behind it.
bool isLeftBare(const Side &left, const Side &right)
{
    static constexpr std::array<QStringView, 6> kLight = {u"have", u"do", u"make", u"take", u"give", u"get"};
    const bool isLight = isOneOf(left.statement.predicate, kLight) && isOneOf(right.statement.predicate, kLight);
    const auto hasObject = [](const Side &side) { return std::any_of(side.words.begin(), side.words.end(), [](const StatementWord &word) { return word.deprel == Deprel::Obj; }); };
    return isLight && hasObject(left) != hasObject(right);
}

/// "What do you have in your hands"
bool isAskedWhat(const Side &side)
{
    static constexpr std::array<QStringView, 4> kAsking = {u"what", u"why", u"how", u"where"};
    return !side.words.empty() && isOneOf(side.words[0].lemma, kAsking);
}

/// "Unlike the leads, who have signed": the clause sets itself apart from those whom it names.
bool setsApart(const Side &side, const Side &other)
{
    const auto isBeforePredicate = [&other](const StatementWord &word) { return isNominal(word) && word.span.end <= other.statement.predicateSpan.begin; };
    for (size_t place = 0; place < side.words.size(); ++place) {
        size_t above = place; // the noun after "unlike", and the names that hang on it
        for (size_t step = 0; step < side.words.size() && side.word(above).head && caseOf(side, above) != QLatin1String("unlike"); ++step)
            above = static_cast<size_t>(*side.word(above).head);
        const bool isUnlike = isNominal(side.word(place)) && caseOf(side, above) == QLatin1String("unlike");
        if (isUnlike && std::any_of(other.words.begin(), other.words.end(), [&](const StatementWord &word) { return isBeforePredicate(word) && word.lemma == side.word(place).lemma; }))
            return true;
    }
    return false;
}

/// "bad enough", "what's best": no fact that another could contradict.
bool isOpinion(const Comparand &comparand)
{
    static constexpr std::array<QStringView, 10> kOpinions = {u"good", u"better", u"best", u"bad", u"worse", u"worst", u"great", u"nice", u"easy", u"hard"};
    return isOneOf(comparand.shown.section(u' ', -1).toLower(), kOpinions);
}

/// "No club has offered more than eight years": denies no offer.
bool deniesExcess(const Side &side)
{
    return polarityOf(side.statement) == model::Polarity::Negative && std::any_of(side.words.begin(), side.words.end(), [](const StatementWord &word) { return word.lemma == QLatin1String("than"); });
}

/// "the booths were closed", "voting will close": what it befell, where nothing tells who did it.
bool areOtherThemes(const Side &left, const Side &right, const Words &words)
{
    const auto isBare = [](const Side &side) { return argumentsOf(side, {Deprel::Obj, Deprel::OblAgent, Deprel::Xcomp, Deprel::Ccomp}).empty(); };
    const auto things = [](const Side &side) {
        Places found = subjectWordsOf(side);
        std::erase_if(found, [&side](size_t place) { return !isNominal(side.word(place)) || side.word(place).entity; });
        return found;
    };
    return isBare(left) && isBare(right) && words.areAllOthers(left, things(left), right, things(right));
}

/// Whether something was so, or is planned, is held against another clause only if all on the verb may be the same.
bool areActsApart(const Comparand &one, const Comparand &other, const Side &left, const Side &right, const Words &words, const StoryMaterial &material)
{
    if (areOtherNamed(left, right, material) || areRolesCrossed(left, right) || isLeftBare(left, right) || isAskedWhat(left) || isAskedWhat(right) || setsApart(left, right) || setsApart(right, left) || deniesExcess(left) != deniesExcess(right))
        return true;
    return words.areAllOthers(left, objectsOf(left), right, objectsOf(right)) || areOtherThemes(left, right, words) || areOtherDoers(left, right, words, material) || words.areAllOthers(left, obliquesOf(left), right, obliquesOf(right))
        || tellsOfEver(left) != tellsOfEver(right) || isOfEarlier(left) != isOfEarlier(right) || speakOfThemselves(one, other, left, right, material);
}

/// "Witness Karl Holm", "Witness Ida Lund".
bool haveOneOfManyRoles(const Side &left, const Side &right)
{
    const auto roleBefore = [](const Side &side) {
        const auto name = std::find_if(side.words.begin(), side.words.end(), [&side](const StatementWord &word) { return word.span.overlaps(side.evidence); });
        return name == side.words.end() || name == side.words.begin() ? QString() : isHeldByMany(name->lemma) ? name->lemma : (name - 1)->lemma;
    };
    return isHeldByMany(roleBefore(left)) && roleBefore(left) == roleBefore(right);
}

} // namespace

bool isHeldByMany(const QString &role)
{
    static constexpr std::array<QStringView, 44> kMany = {u"witness", u"officer", u"resident", u"neighbour", u"neighbor", u"survivor", u"passenger", u"victim", u"lawyer", u"attorney", u"prosecutor", u"senator", u"representative", u"lawmaker", u"mp", u"councillor",
                                                         u"student", u"pupil", u"teacher", u"doctor", u"nurse", u"player", u"detective", u"sergeant", u"journalist", u"reporter", u"professor", u"researcher", u"scientist", u"expert", u"analyst", u"economist", u"farmer",
                                                         u"worker", u"fan", u"soldier", u"activist", u"actor", u"spokesman", u"spokeswoman", u"spokesperson", u"defender", u"rep.", u"sen."};
    return std::find(kMany.begin(), kMany.end(), role.section(u' ', -1)) != kMany.end();
}

ToldApart toldApart(DivergenceKind kind, const Comparand &one, const Comparand &other, const StoryMaterial &material)
{
    const Side left = sideOf(kind, one, material);
    const Side right = sideOf(kind, other, material);
    const bool isAct = kind == DivergenceKind::Polarity || kind == DivergenceKind::Certainty;
    const Words words(material, isAct || kind == DivergenceKind::Attribute || isAge(one) ? Words::Likeness::OfKind : Words::Likeness::OfMeaning);
    if (isSomeoneOfTheOther(left, subjectWordsOf(left), right, subjectWordsOf(right)) || areNounsToldApart(left, right, Words(material, Words::Likeness::Strict), material))
        return ToldApart::Surely;
    if (areOfOtherNations(left, right, material))
        return ToldApart::Surely;
    if (saysItWasNotSo(left, material) != saysItWasNotSo(right, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Attribute) {
        const bool areOthers = words.areAllOthers(left, objectsOf(left), right, objectsOf(right)) || isOpinion(one) != isOpinion(other) || isAskedWhat(left) || isAskedWhat(right);
        return areOthers || (isOpinion(one) && isOpinion(other)) ? ToldApart::Surely : ToldApart::No;
    }
    if (isAct && areActsApart(one, other, left, right, words, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Certainty && countOthers(left.statement, right.statement, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Time && areTimesApart(one, other, left, right, words, material))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Quantity) {
        if (const ToldApart found = apartInFigures(one, other, left, right, words, material); found != ToldApart::No)
            return found;
    }
    if (kind == DivergenceKind::Participant && haveOneOfManyRoles(left, right))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Participant && countOthers(left.statement, right.statement, material))
        return ToldApart::Surely; // "Lund won three titles", "Brandt won five"
    if (isAct && (left.statement.rule == QLatin1String("relative clause")) != (right.statement.rule == QLatin1String("relative clause")))
        return ToldApart::Perhaps; // "customers who have installed it": some of them, whoever
    if (isAct && haveOtherAdjectives(left, right, material))
        return ToldApart::Perhaps;
    const bool isFigure = kind == DivergenceKind::Quantity || kind == DivergenceKind::Time;
    if (isFigure && tellsOfAnother(left) != tellsOfAnother(right))
        return ToldApart::Surely;
    if (kind == DivergenceKind::Time && (haveOtherAdjectives(left, right, material) || countOthers(left.statement, right.statement, material)))
        return ToldApart::Perhaps;
    if (isFigure && isForeseen(left, material) != isForeseen(right, material))
        return ToldApart::Perhaps;
    return isRumour(left, material) != isRumour(right, material) ? ToldApart::Perhaps : ToldApart::No;
}

void softenToldApart(ComparedKind &kind, const StoryMaterial &material)
{
    const bool canTell = kind.kind == DivergenceKind::Quantity || kind.kind == DivergenceKind::Time || kind.kind == DivergenceKind::Polarity || kind.kind == DivergenceKind::Certainty || kind.kind == DivergenceKind::Participant || kind.kind == DivergenceKind::Attribute;
    if (!canTell)
        return;
    const bool isFact = kind.kind != DivergenceKind::Attribute && kind.kind != DivergenceKind::Certainty; // of opinions there are many
    for (Edge &edge : kind.edges) {
        if (edge.outcome.relation != Relation::Conflict)
            continue;
        const Comparand &one = kind.comparands[static_cast<size_t>(edge.one)];
        const Comparand &other = kind.comparands[static_cast<size_t>(edge.other)];
        const ToldApart found = isFact && isAtRevision(one, other, material) ? ToldApart::No : toldApart(kind.kind, one, other, material);
        if (found != ToldApart::No)
            edge.outcome.relation = found == ToldApart::Surely ? Relation::Unknown : Relation::Refinement;
    }
    std::erase_if(kind.edges, [](const Edge &edge) { return edge.outcome.relation == Relation::Unknown; });
}

} // namespace variorum::comparison
