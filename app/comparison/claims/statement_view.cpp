// A statement as a bag of weighed units. "The North Korean leader left Pyongyang on Sunday" is
//
//     [the North Korean leader = Kim Jong Un] leave [Pyongyang] [Sunday]
//
// A unit weighs idf (1 in one statement of the story, towards 0 in all of them) times the rarity of the word in
// English, so that the story's own hero and common verbs tell little, and "cosmodrome" much. Numbers and times weigh
// less, since a claim is one whatever value it gives.

#include "comparison/claims/statement_view.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace variorum::comparison {

using language::WordClass;
using model::Deprel;
using model::SlotRole;
using model::Statement;
using model::StatementWord;
using model::Upos;

namespace {

bool isContent(const StatementWord &word)
{
    switch (word.upos) {
    case Upos::Adj:
    case Upos::Noun:
    case Upos::Num:
    case Upos::Propn:
    case Upos::Verb:
    case Upos::X: return true;
    case Upos::Adv: return word.deprel != Deprel::Mark && word.lemma != QLatin1String("not") && word.lemma.size() > 2;
    default: return word.entity.has_value();
    }
}

bool isValueRole(SlotRole role) { return role == SlotRole::Time || role == SlotRole::Duration || role == SlotRole::Quantity; }

std::optional<SlotRole> roleAt(const Statement &statement, const base::TextSpan &span)
{
    std::optional<SlotRole> role;
    qsizetype shortest = 0;
    for (const model::Slot &slot : statement.slots) {
        if (slot.span.overlaps(span) && (!role || slot.span.length() < shortest)) {
            role = slot.role;
            shortest = slot.span.length();
        }
    }
    return role;
}

/// Words of one mention are one unit, from its first word; -1 in `unitOf` for words that are none.
void addUnits(StatementView &view, std::vector<int> &unitOf)
{
    const std::vector<StatementWord> &words = view.statement->words;
    for (size_t place = 0; place < words.size(); ++place) {
        const StatementWord &word = words[place];
        const bool continues = place > 0 && word.entity && words[place - 1].entity == word.entity && unitOf[place - 1] >= 0;
        if (continues) {
            unitOf[place] = unitOf[place - 1];
            view.units[static_cast<size_t>(unitOf[place])].span.end = word.span.end;
            continue;
        }
        if (!isContent(word))
            continue;
        unitOf[place] = static_cast<int>(view.units.size());
        Unit unit;
        unit.span = word.span;
        unit.lemma = word.lemma;
        unit.wordClass = wordClassOfTag(word.upos);
        unit.entity = word.entity;
        view.units.push_back(unit);
    }
}

void describeUnits(StatementView &view, const std::vector<int> &unitOf)
{
    const Statement &statement = *view.statement;
    for (size_t place = 0; place < statement.words.size(); ++place) {
        const StatementWord &word = statement.words[place];
        if (unitOf[place] < 0)
            continue;
        Unit &unit = view.units[static_cast<size_t>(unitOf[place])];
        if (word.head && unitOf[static_cast<size_t>(*word.head)] >= 0 && unitOf[static_cast<size_t>(*word.head)] != unitOf[place])
            unit.head = unitOf[static_cast<size_t>(*word.head)];
        if (unit.governor.isEmpty() && word.head && unitOf[static_cast<size_t>(*word.head)] != unitOf[place])
            unit.governor = statement.words[static_cast<size_t>(*word.head)].lemma;
        unit.isValue = unit.isValue || word.upos == Upos::Num;
    }
    for (Unit &unit : view.units) {
        unit.role = roleAt(statement, unit.span);
        unit.isPredicate = statement.predicateSpan.overlaps(unit.span);
        unit.isValue = !unit.isPredicate && (unit.isValue || (unit.role && isValueRole(*unit.role)));
    }
}

/// "Berg boarded the train and [left for Lund]": who acts stands outside the second statement, and belongs to it.
void addOuterActor(StatementView &view)
{
    const Statement &statement = *view.statement;
    const auto isActor = [](const model::Slot &slot) { return slot.role == SlotRole::Agent || slot.role == SlotRole::Patient; };
    const auto outer = std::find_if(statement.slots.begin(), statement.slots.end(), [&](const model::Slot &slot) { return isActor(slot) && !slot.span.overlaps(view.span()); });
    if (outer == statement.slots.end() || (!outer->entity && outer->headLemma.isEmpty()))
        return;
    if (outer->entity && std::any_of(view.units.begin(), view.units.end(), [&outer](const Unit &unit) { return unit.entity == outer->entity; }))
        return;
    Unit unit;
    unit.span = outer->span;
    unit.lemma = outer->headLemma;
    unit.wordClass = WordClass::Noun;
    unit.entity = outer->entity;
    unit.role = outer->role;
    unit.governor = statement.predicate;
    const auto predicate = std::find_if(view.units.begin(), view.units.end(), [](const Unit &other) { return other.isPredicate; });
    if (predicate != view.units.end())
        unit.head = static_cast<int>(predicate - view.units.begin());
    view.units.push_back(std::move(unit));
}

void markNested(std::vector<StatementView> &views)
{
    QHash<qint64, size_t> placeOf;
    for (size_t place = 0; place < views.size(); ++place)
        placeOf.insert(views[place].statement->id.value, place);
    for (const StatementView &view : views) {
        if (!view.statement->within)
            continue;
        const auto outer = placeOf.constFind(view.statement->within->value);
        if (outer == placeOf.constEnd() || views[*outer].statement->place.field != view.statement->place.field)
            continue;
        for (Unit &unit : views[*outer].units)
            unit.isNested = unit.isNested || view.span().contains(unit.span);
    }
}

/// The values (numbers with what they count, days) that the statement gives.
std::vector<QString> valuesOf(const Statement &statement)
{
    constexpr qsizetype kDay = 10; // "2031-03-14"
    std::vector<QString> values;
    for (const model::Slot &slot : statement.slots) {
        if (slot.quantity && slot.quantity->value)
            values.push_back(QString::number(*slot.quantity->value) + slot.quantity->unit);
        else if (slot.time && !slot.time->timex.isEmpty())
            values.push_back(slot.time->timex.left(kDay));
    }
    std::sort(values.begin(), values.end());
    return values;
}

template<typename Key>
int numberOf(const Key &key, QHash<Key, int> &numbers)
{
    const auto known = numbers.constFind(key);
    return known == numbers.constEnd() ? *numbers.insert(key, static_cast<int>(numbers.size())) : *known;
}

/// The values by which two tellings of one fact know each other: "at 18:40", "72 minutes", "2,100 metres", "163".
std::vector<int> anchorsOf(const Statement &statement, QHash<QString, int> &numbers)
{
    constexpr double kLarge = 12; // a smaller count is common
    std::vector<int> anchors;
    const auto add = [&](const QString &value) {
        const auto known = numbers.constFind(value);
        anchors.push_back(known == numbers.constEnd() ? *numbers.insert(value, static_cast<int>(numbers.size())) : *known);
    };
    for (const model::Slot &slot : statement.slots) {
        if (slot.quantity && slot.quantity->value && !slot.quantity->isOrdinal) {
            const bool isMeasure = !slot.quantity->unit.isEmpty() && slot.quantity->unit != QLatin1String("1");
            if (isMeasure || *slot.quantity->value > kLarge)
                add(QString::number(*slot.quantity->value) + u' ' + slot.quantity->unit);
        } else if (slot.time) {
            const QString &timex = slot.time->timex;
            const qsizetype clock = timex.indexOf(u'T');
            const bool isDuration = timex.startsWith(u'P') && timex.size() > 1 && !timex.contains(u'X') && !timex.contains(u'_');
            if (isDuration || (clock > 0 && clock + 1 < timex.size() && timex.at(clock + 1).isDigit()))
                add(timex);
        }
    }
    std::sort(anchors.begin(), anchors.end());
    anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
    return anchors;
}

/// Numbers words once, so that they need not be compared letter by letter, and looks up what they mean.
void numberWords(std::vector<StatementView> &views, const LexicalKnowledge &knowledge)
{
    QHash<std::pair<QString, int>, int> words;
    QHash<QString, int> lemmas;
    QHash<QString, int> told; // of all words, units or not
    std::vector<std::optional<language::WordVectors::Vector>> vectors; // by lemma
    for (StatementView &view : views) {
        for (Unit &unit : view.units) {
            unit.word = numberOf(std::pair(unit.lemma, unit.wordClass ? static_cast<int>(*unit.wordClass) : -1), words);
            unit.lemmaNumber = numberOf(unit.lemma, lemmas);
            if (static_cast<size_t>(unit.lemmaNumber) == vectors.size())
                vectors.push_back(knowledge.vectorOf(unit.lemma));
            unit.vector = vectors[static_cast<size_t>(unit.lemmaNumber)];
        }
        for (const StatementWord &word : view.statement->words)
            view.words.push_back(numberOf(word.lemma, told));
        view.sortedWords = view.words;
        std::sort(view.sortedWords.begin(), view.sortedWords.end());
    }
}

std::optional<base::EntityId> agentOf(const Statement &statement)
{
    for (const model::Slot &slot : statement.slots) {
        if (slot.role == SlotRole::Agent && slot.entity)
            return slot.entity;
    }
    return std::nullopt;
}

QString keyOf(const Unit &unit) { return unit.entity ? QStringLiteral("#%1").arg(unit.entity->value) : unit.lemma; }

void weigh(std::vector<StatementView> &views, const LexicalKnowledge &knowledge, const Weights &weights)
{
    QHash<QString, int> counts;
    for (const StatementView &view : views) {
        QSet<QString> seen;
        for (const Unit &unit : view.units)
            seen.insert(keyOf(unit));
        for (const QString &key : seen)
            ++counts[key];
    }
    const double total = static_cast<double>(views.size());
    for (StatementView &view : views) {
        for (Unit &unit : view.units) {
            const double idf = std::log(1.0 + total / counts.value(keyOf(unit), 1)) / std::log(1.0 + total);
            const int frequency = unit.entity || !unit.wordClass ? 0 : knowledge.frequency(unit.lemma, *unit.wordClass);
            const double rarity = unit.entity ? weights.entityWeight : 1.0 / (1.0 + weights.raritySlope * std::log10(1.0 + frequency));
            unit.weight = idf * rarity * (unit.isValue ? weights.numberWeight : 1.0) * (unit.isNested ? weights.nestedShare : 1.0);
            view.weight += unit.weight;
        }
    }
}

} // namespace

std::optional<WordClass> wordClassOfTag(Upos tag)
{
    switch (tag) {
    case Upos::Noun:
    case Upos::Propn: return WordClass::Noun;
    case Upos::Verb: return WordClass::Verb;
    case Upos::Adj: return WordClass::Adjective;
    case Upos::Adv: return WordClass::Adverb;
    default: return std::nullopt;
    }
}

bool overlap(const StatementView &one, const StatementView &other)
{
    return one.article == other.article && one.statement->place.field == other.statement->place.field && one.span().overlaps(other.span());
}

std::vector<StatementView> viewStatements(const std::vector<Statement> &statements, const std::vector<int> &articleOf, const LexicalKnowledge &knowledge, const Weights &weights)
{
    std::vector<StatementView> views;
    QHash<QString, int> anchors;
    for (size_t place = 0; place < statements.size(); ++place) {
        StatementView view;
        view.statement = &statements[place];
        view.article = articleOf[place];
        std::vector<int> unitOf(statements[place].words.size(), -1);
        addUnits(view, unitOf);
        describeUnits(view, unitOf);
        if (weights.ideas.outerActors)
            addOuterActor(view);
        view.values = valuesOf(statements[place]);
        view.anchors = anchorsOf(statements[place], anchors);
        view.agent = agentOf(statements[place]);
        views.push_back(std::move(view));
    }
    markNested(views);
    numberWords(views, knowledge);
    weigh(views, knowledge, weights);
    return views;
}

} // namespace variorum::comparison
