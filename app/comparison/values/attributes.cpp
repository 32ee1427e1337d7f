// The algebra of descriptions, polarity and certainty.
//
//     green / dark green                Refinement: a modifier more
//     dark green / olive green          Refinement: one head, other modifiers
//     lorry / vehicle                   Refinement: a vehicle is the more general word
//     lorry / truck                     Wording: synonyms
//     red / green                       Conflict: two colours
//     alive / dead                      Conflict: antonyms
//     lorry / van                       Unknown: no proof that one excludes the other

#include "comparison/values/attributes.h"

#include "model/names.h"

#include <algorithm>

namespace variorum::comparison {

using language::WordClass;
using model::Certainty;

namespace {

constexpr int kHypernymSteps = 4;

QString shown(const Description &value)
{
    return value.modifiers.isEmpty() ? value.head : value.modifiers.join(u' ') + u' ' + value.head;
}

Outcome outcome(Relation relation, const char *rule, const Description &one, const Description &other, const QString &how)
{
    return {relation, QLatin1String(rule), QStringLiteral("%1 %2 %3").arg(shown(one), how, shown(other))};
}

bool isWithin(const QStringList &part, const QStringList &whole)
{
    return std::all_of(part.cbegin(), part.cend(), [&whole](const QString &word) { return whole.contains(word); });
}

bool isColour(const Description &value, const LexicalKnowledge &knowledge) { return knowledge.isKindOf(value.head, u"color"); }

Outcome compareModifiers(const Description &one, const Description &other, const LexicalKnowledge &knowledge)
{
    for (const QString &left : one.modifiers) {
        for (const QString &right : other.modifiers) {
            if (knowledge.areAntonyms(left, right, WordClass::Adjective))
                return outcome(Relation::Conflict, "opposite-modifiers", one, other, QStringLiteral("is the opposite of"));
        }
    }
    const bool isPart = isWithin(one.modifiers, other.modifiers) || isWithin(other.modifiers, one.modifiers);
    return outcome(Relation::Refinement, isPart ? "modifier-added" : "other-modifiers", one, other,
                   isPart ? QStringLiteral("is told more exactly, or less, than") : QStringLiteral("shares its head word with"));
}

} // namespace

Outcome compareDescriptions(const Description &one, const Description &other, const LexicalKnowledge &knowledge)
{
    if (one.head.isEmpty() || other.head.isEmpty())
        return outcome(Relation::Unknown, "no-description", one, other, QStringLiteral("cannot be held against"));
    if (one.head == other.head && one.modifiers == other.modifiers)
        return outcome(Relation::Same, "same-words", one, other, QStringLiteral("has the words of"));
    if (one.head == other.head)
        return compareModifiers(one, other, knowledge);
    if (one.headClass == other.headClass) {
        if (knowledge.areAntonyms(one.head, other.head, one.headClass))
            return outcome(Relation::Conflict, "antonyms", one, other, QStringLiteral("is the opposite of"));
        if (knowledge.areSynonyms(one.head, other.head, one.headClass))
            return outcome(Relation::Wording, "synonyms", one, other, QStringLiteral("means the same as"));
        if (knowledge.isHypernym(one.head, other.head, one.headClass, kHypernymSteps) || knowledge.isHypernym(other.head, one.head, one.headClass, kHypernymSteps))
            return outcome(Relation::Refinement, "more-general-word", one, other, QStringLiteral("is a kind, or the general word, of"));
    }
    if (isColour(one, knowledge) && isColour(other, knowledge))
        return outcome(Relation::Conflict, "other-colour", one, other, QStringLiteral("is another colour than"));
    return outcome(Relation::Unknown, "other-description", one, other, QStringLiteral("is not known to exclude"));
}

Outcome comparePolarity(model::Polarity one, model::Polarity other)
{
    const QString reason = QStringLiteral("%1 / %2").arg(model::nameOf(one), model::nameOf(other));
    if (one == other)
        return {Relation::Same, QStringLiteral("same-polarity"), reason};
    return {Relation::Conflict, QStringLiteral("opposite-polarity"), reason};
}

Outcome compareCertainty(Certainty one, Certainty other)
{
    const QString reason = QStringLiteral("%1 / %2").arg(model::nameOf(one), model::nameOf(other));
    // What is reported is asserted by another; who that is belongs to the origins.
    const auto strength = [](Certainty certainty) {
        return certainty == Certainty::Reported ? Certainty::Asserted : certainty;
    };
    if (strength(one) == strength(other))
        return {Relation::Same, QStringLiteral("same-certainty"), reason};
    const auto isOneOf = [one, other](Certainty wanted) { return one == wanted || other == wanted; };
    const bool isAsserted = strength(one) == Certainty::Asserted || strength(other) == Certainty::Asserted;
    if (isAsserted && isOneOf(Certainty::Denied))
        return {Relation::Conflict, QStringLiteral("asserted-or-denied"), reason};
    if (isAsserted && isOneOf(Certainty::Planned))
        return {Relation::Conflict, QStringLiteral("done-or-planned"), reason};
    if (isAsserted && isOneOf(Certainty::Possible))
        return {Relation::Refinement, QStringLiteral("certain-or-possible"), reason};
    return {Relation::Unknown, QStringLiteral("other-certainty"), reason};
}

} // namespace variorum::comparison
