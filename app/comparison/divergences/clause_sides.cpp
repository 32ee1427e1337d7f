#include "comparison/divergences/clause_sides.h"

#include "comparison/claims/meanings.h"
#include "comparison/divergences/acts.h"
#include "comparison/divergences/counts.h"
#include "comparison/divergences/one_count.h"
#include "comparison/values/proper_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace variorum::comparison {

using model::Deprel;
using model::DivergenceKind;
using model::StatementWord;

namespace {

bool isAnyone(const QString &noun)
{
    static constexpr std::array<QStringView, 16> kAnyone = {u"people", u"person", u"man", u"woman", u"victim", u"suspect", u"official", u"authority", u"one", u"resident", u"passenger", u"local", u"others", u"other", u"individual", u"number"};
    return isOneOf(noun, kAnyone);
}

} // namespace

Side sideOf(DivergenceKind kind, const Comparand &comparand, const StoryMaterial &material)
{
    const StatementView &own = material.view(comparand.statement);
    const StatementView &view = kind == DivergenceKind::Polarity || kind == DivergenceKind::Certainty ? own : clauseOf(own, material);
    return {view, *view.statement, view.statement->words, comparand.evidence};
}

bool isNominal(const StatementWord &word) { return word.upos == model::Upos::Noun || word.upos == model::Upos::Propn; }

bool Words::mayBeOne(const StatementWord &one, const StatementWord &other) const
{
    if ((one.lemma == QLatin1String("he") && other.lemma == QLatin1String("she")) || (one.lemma == QLatin1String("she") && other.lemma == QLatin1String("he")))
        return false;
    if (one.lemma == other.lemma || !isNominal(one) || !isNominal(other))
        return true; // of a pronoun or a number nobody knows
    if (one.entity && other.entity)
        return *one.entity == *other.entity || !areOtherNames(m_material.entity(*one.entity), m_material.entity(*other.entity));
    if (one.entity || other.entity)
        return !isPersonAndThing(one, other) && !isPersonAndThing(other, one);
    if (one.upos != other.upos && (!m_material.knowledge.vectorOf(one.lemma) || !m_material.knowledge.vectorOf(other.lemma)))
        return true; // a name, and what it may be of
    if (m_material.knowledge.areAntonyms(one.lemma, other.lemma, language::WordClass::Noun))
        return false; // "women", "men"
    if (isPerson(one.lemma, m_material) && isPerson(other.lemma, m_material) && (isAnyone(one.lemma) || isAnyone(other.lemma)))
        return true;
    return mayMeanOne(one.lemma, other.lemma);
}

bool Words::areAllOthers(const Side &left, const Places &ones, const Side &right, const Places &others) const
{
    return !ones.empty() && !others.empty() && std::none_of(ones.begin(), ones.end(), [&](size_t one) {
        return std::any_of(others.begin(), others.end(), [&](size_t other) { return mayBeOne(left.word(one), right.word(other)); });
    });
}

/// "Ida Lund was announced", "the results will be announced".
bool Words::isPersonAndThing(const StatementWord &named, const StatementWord &noun) const
{
    const bool isNamed = named.entity && named.upos == model::Upos::Propn && m_material.entity(*named.entity).kind == model::EntityKind::Person;
    return isNamed && !noun.entity && noun.upos == model::Upos::Noun && m_material.knowledge.vectorOf(noun.lemma) && !isPerson(noun.lemma, m_material) && !m_material.knowledge.isKindOf(noun.lemma, u"social group");
}

bool Words::areOtherNames(const model::Entity &one, const model::Entity &other) const
{
    const auto isWithin = [&](const QString &outer, const QString &inner) { return m_material.placesWithin.contains({nameKey(outer), nameKey(inner)}); };
    return !isWithin(one.name, other.name) && !isWithin(other.name, one.name);
}

bool Words::mayMeanOne(const QString &one, const QString &other) const
{
    using language::WordClass;
    constexpr int kSteps = 5;
    constexpr double kAlike = 0.5;
    const LexicalKnowledge &knowledge = m_material.knowledge;
    if (m_likeness != Likeness::Strict && knowledge.areRelated(one, WordClass::Noun, other, WordClass::Noun))
        return true;
    if (knowledge.areSynonyms(one, other, WordClass::Noun) || knowledge.isHypernym(one, other, WordClass::Noun, kSteps)
        || knowledge.isHypernym(other, one, WordClass::Noun, kSteps))
        return true;
    if (m_likeness != Likeness::OfMeaning)
        return false;
    const auto left = knowledge.vectorOf(one);
    const auto right = knowledge.vectorOf(other);
    return m_material.likeness.ofWords(one, WordClass::Noun, other, WordClass::Noun) > 0 || (left && right && language::cosine(*left, *right) >= kAlike);
}

namespace {

/// "the buildings" of "most of the buildings"
size_t countedBy(const Side &side, size_t place)
{
    static constexpr std::array<QStringView, 14> kCounting = {u"most", u"some", u"many", u"all", u"none", u"one", u"each", u"part", u"half", u"majority", u"number", u"few", u"several", u"rest"};
    if (!isOneOf(side.word(place).lemma, kCounting))
        return place;
    const Places nouns = modifiersOf(side, place, Deprel::Nmod, QStringLiteral("of"));
    return nouns.empty() ? place : nouns.front();
}

} // namespace

Places argumentsOf(const Side &side, std::initializer_list<Deprel> relations)
{
    Places found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        const bool fits = std::find(relations.begin(), relations.end(), side.word(place).deprel) != relations.end();
        if (fits && side.hangsOnPredicate(place) && !side.isTold(place) && !side.isTime(place) && !side.statement.predicateSpan.overlaps(side.word(place).span))
            found.push_back(countedBy(side, place));
    }
    return found;
}

Places subjectsOf(const Side &side) { return argumentsOf(side, {Deprel::Nsubj, Deprel::OblAgent}); }

Places objectsOf(const Side &side) { return argumentsOf(side, {Deprel::Obj, Deprel::NsubjPass}); }

Places obliquesOf(const Side &side) { return argumentsOf(side, {Deprel::Obl}); }

Places subjectWordsOf(const Side &side) { return argumentsOf(side, {Deprel::Nsubj, Deprel::NsubjPass}); }

Places framesOf(const Side &side)
{
    static constexpr std::array<QStringView, 7> kFraming = {u"in", u"on", u"at", u"among", u"for", u"to", u"during"};
    Places found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        if (isNominal(side.word(place)) && !side.isTold(place) && !side.isTime(place) && isOneOf(caseOf(side, place), kFraming))
            found.push_back(place);
    }
    return found;
}

QString caseOf(const Side &side, size_t noun)
{
    const auto found = std::find_if(side.words.begin(), side.words.end(), [&](const StatementWord &word) { return word.deprel == Deprel::Case && word.head && static_cast<size_t>(*word.head) == noun; });
    return found == side.words.end() ? QString() : found->lemma;
}

Places modifiersOf(const Side &side, size_t noun, Deprel relation, const QString &preposition)
{
    Places found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        const StatementWord &word = side.word(place);
        const bool hangs = word.head && static_cast<size_t>(*word.head) == noun && word.deprel == relation && isNominal(word);
        if (hangs && !side.isTold(place) && caseOf(side, place) == preposition)
            found.push_back(place);
    }
    return found;
}

std::set<QString> prepositionsOn(const Side &side, size_t noun)
{
    std::set<QString> found;
    for (size_t place = 0; place < side.words.size(); ++place) {
        if (side.word(place).head && static_cast<size_t>(*side.word(place).head) == noun)
            found.insert(caseOf(side, place));
    }
    return found;
}

base::TextSpan sentenceSpan(const Side &side, const StoryMaterial &material)
{
    static const QRegularExpression kEnd(QStringLiteral("[.!?]\\s|\\n"));
    const QString &text = model::textOf(*material.articles[static_cast<size_t>(side.view.article)], side.statement.place.field);
    const base::TextSpan &span = side.statement.place.span;
    const QString lead = leadOf(text, span.begin);
    const qsizetype last = lead.lastIndexOf(kEnd);
    const qsizetype before = last < 0 ? span.begin - lead.size() - 1 : span.begin - lead.size() + last;
    const qsizetype behind = text.indexOf(kEnd, span.end);
    const qsizetype begin = before < 0 ? 0 : before + 1;
    return {begin, behind < 0 ? text.size() : behind};
}

QString sentenceOf(const Side &side, const StoryMaterial &material)
{
    const base::TextSpan span = sentenceSpan(side, material);
    return model::textOf(*material.articles[static_cast<size_t>(side.view.article)], side.statement.place.field).sliced(span.begin, span.length());
}

bool haveOtherAdjectives(const Side &left, const Side &right, const StoryMaterial &material)
{
    const auto wordsOn = [](const Side &side, size_t noun) {
        QStringList found;
        for (const StatementWord &word : side.words) {
            if ((word.deprel == Deprel::Amod || word.deprel == Deprel::Compound) && word.head && static_cast<size_t>(*word.head) == noun && !word.entity && !side.evidence.overlaps(word.span))
                found.append(word.lemma);
        }
        return found;
    };
    const auto differ = [&](size_t one, size_t other) {
        const QStringList ones = wordsOn(left, one);
        const QStringList others = wordsOn(right, other);
        return left.word(one).lemma == right.word(other).lemma && !ones.isEmpty() && !others.isEmpty() && std::none_of(ones.cbegin(), ones.cend(), [&](const QString &word) {
            return std::any_of(others.cbegin(), others.cend(), [&](const QString &with) { return material.likeness.ofWords(word, std::nullopt, with, std::nullopt) > 0; });
        });
    };
    const Places ones = subjectWordsOf(left);
    const Places others = subjectWordsOf(right);
    return std::any_of(ones.begin(), ones.end(), [&](size_t one) { return std::any_of(others.begin(), others.end(), [&](size_t other) { return differ(one, other); }); });
}

} // namespace variorum::comparison
