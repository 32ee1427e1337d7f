#include "training/gazetteer_tables.h"

#include "language/gazetteer.h"
#include "language/word_traits.h"

namespace variorum::training {

namespace {

using language::Gazetteer;
using language::WordClass;

using Names = std::map<quint64, quint8>;

void addName(QStringView name, unsigned kinds, Names &names)
{
    quint64 hash = 0;
    int words = 0;
    for (const QStringView word : name.split(u' ', Qt::SkipEmptyParts)) {
        hash = words == 0 ? language::hashOfLower(word) : Gazetteer::joined(hash, language::hashOfLower(word));
        ++words;
    }
    if (words > 0 && words <= Gazetteer::kLongest && kinds != 0)
        names[hash] = static_cast<quint8>(names[hash] | kinds);
}

/// "george washington": George, Washington. Words that are common in running text tell nothing of a name.
void addPersonParts(const QString &name, const language::Lexicon &lexicon, Names &names)
{
    const QStringList parts = name.split(u' ');
    const auto isCommon = [&](const QString &word) {
        return word.size() < 3 || word.contains(u'.') || lexicon.frequency(word, WordClass::Noun) + lexicon.frequency(word, WordClass::Verb) + lexicon.frequency(word, WordClass::Adjective) > 3;
    };
    if (parts.size() < 2 || parts.contains(QStringLiteral("the")) || parts.contains(QStringLiteral("of")))
        return;
    if (!isCommon(parts.front()))
        addName(parts.front(), Gazetteer::GivenName, names);
    if (!isCommon(parts.back()))
        addName(parts.back(), Gazetteer::Surname, names);
}

} // namespace

Names collectNames(const language::Lexicon &lexicon, const language::WordLists &lists)
{
    Names names;
    lexicon.forEachIndividual([&](const QString &name) {
        const bool isPerson = lexicon.isInstanceOf(name, u"person", 1);
        const bool isPlace = lexicon.isInstanceOf(name, u"location", 1) || lexicon.isInstanceOf(name, u"body of water", 1) || lexicon.isInstanceOf(name, u"land", 4);
        const bool isBody = lexicon.isInstanceOf(name, u"organization", 1);
        const auto kindIf = [](bool condition, Gazetteer::Kind kind) { return condition ? unsigned{kind} : 0U; };
        addName(name, kindIf(isPerson, Gazetteer::Person) | kindIf(isPlace, Gazetteer::Place) | kindIf(isBody, Gazetteer::Organization), names);
        if (isPerson)
            addPersonParts(name, lexicon, names);
    });
    const auto addTable = [&](QStringView table, unsigned kinds) {
        for (const QString &name : lists.keys(table))
            addName(name, kinds, names);
    };
    addTable(u"states", Gazetteer::Place);
    for (const QString &state : lists.keys(u"states")) {
        for (const QString &capital : lists.columns(u"states", state).value_or(QStringList()).value(2).split(QStringLiteral("; ")))
            addName(capital, Gazetteer::Place, names);
    }
    addTable(u"given_names", Gazetteer::GivenName);
    addTable(u"surnames", Gazetteer::Surname);
    addTable(u"places", Gazetteer::Place);
    addTable(u"bodies", Gazetteer::Organization);
    return names;
}

} // namespace variorum::training
