#pragma once

#include "comparison/knowledge/lexical_knowledge.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace variorum::comparison::test {

/// A few words whose relations the tests state themselves.
class TableKnowledge final : public LexicalKnowledge {
public:
    using WordClass = language::WordClass;
    using Pairs = std::vector<std::pair<QString, QString>>;

    Pairs synonyms = {{QStringLiteral("lorry"), QStringLiteral("truck")}, {QStringLiteral("digger"), QStringLiteral("excavator")},
                      {QStringLiteral("enter"), QStringLiteral("penetrate")}, {QStringLiteral("wounded"), QStringLiteral("injured")},
                      {QStringLiteral("shut"), QStringLiteral("close")}};
    Pairs derived = {{QStringLiteral("arrive"), QStringLiteral("arrival")}, {QStringLiteral("visit"), QStringLiteral("visitor")}};
    Pairs related = {{QStringLiteral("shooting"), QStringLiteral("gunfire")}, {QStringLiteral("hit"), QStringLiteral("collide")}};
    Pairs antonyms = {{QStringLiteral("alive"), QStringLiteral("dead")}, {QStringLiteral("dark"), QStringLiteral("light")}};
    Pairs hypernyms = {{QStringLiteral("person"), QStringLiteral("doctor")}, {QStringLiteral("person"), QStringLiteral("teacher")}, {QStringLiteral("person"), QStringLiteral("soldier")},
                       {QStringLiteral("vehicle"), QStringLiteral("lorry")}, {QStringLiteral("vehicle"), QStringLiteral("van")},
                       {QStringLiteral("person"), QStringLiteral("patient")}, {QStringLiteral("color"), QStringLiteral("green")},
                       {QStringLiteral("color"), QStringLiteral("red")}, {QStringLiteral("green"), QStringLiteral("olive")},
                       {QStringLiteral("person"), QStringLiteral("passenger")}, {QStringLiteral("object"), QStringLiteral("tree")},
                       {QStringLiteral("object"), QStringLiteral("wall")}, {QStringLiteral("object"), QStringLiteral("street")},
                       {QStringLiteral("object"), QStringLiteral("square")}, {QStringLiteral("object"), QStringLiteral("fish")},
                       {QStringLiteral("object"), QStringLiteral("trout")}, {QStringLiteral("fish"), QStringLiteral("trout")}};
    QSet<QString> common = {QStringLiteral("be"), QStringLiteral("have"), QStringLiteral("say"), QStringLiteral("make")};

    std::vector<language::SynsetId> senses(QStringView lemma, WordClass, int) const override
    {
        std::vector<language::SynsetId> found;
        for (size_t place = 0; place < synonyms.size(); ++place) {
            if (synonyms[place].first == lemma || synonyms[place].second == lemma)
                found.push_back(static_cast<language::SynsetId>(place + 1));
        }
        return found;
    }
    bool areSynonyms(QStringView one, QStringView other, WordClass) const override { return one == other || has(synonyms, one, other) || has(synonyms, other, one); }
    bool areDerived(QStringView one, WordClass, QStringView other, WordClass) const override { return has(derived, one, other) || has(derived, other, one); }
    bool areRelated(QStringView one, WordClass, QStringView other, WordClass) const override { return has(related, one, other) || has(related, other, one); }
    bool areAntonyms(QStringView one, QStringView other, WordClass) const override { return has(antonyms, one, other) || has(antonyms, other, one); }
    bool isHypernym(QStringView general, QStringView special, WordClass, int) const override { return has(hypernyms, general, special); }
    bool isKindOf(QStringView noun, QStringView ancestor) const override { return noun == ancestor || has(hypernyms, ancestor, noun); }
    double likeness(QStringView one, QStringView other, WordClass) const override { return one == other ? 1.0 : 0.0; }
    bool isReporting(QStringView verb) const override { return verb == u"say" || verb == u"tell"; }
    std::optional<FateWord> fateOf(QStringView lemma) const override
    {
        if (lemma == u"die")
            return FateWord{QStringLiteral("dead"), true, false, false, false};
        if (lemma == u"kill")
            return FateWord{QStringLiteral("dead"), false, true, true, false};
        if (lemma == u"aboard")
            return FateWord{QStringLiteral("aboard"), true, false, true, false};
        return std::nullopt;
    }
    std::optional<language::WordVectors::Vector> vectorOf(QStringView) const override { return std::nullopt; }
    int frequency(QStringView lemma, WordClass) const override { return common.contains(lemma.toString()) ? 5000 : 5; }

private:
    static bool has(const Pairs &pairs, QStringView one, QStringView other)
    {
        return std::any_of(pairs.begin(), pairs.end(), [&](const auto &pair) { return pair.first == one && pair.second == other; });
    }
};

/// Enough units for the tables.
inline std::optional<double> convertUnits(double value, const QString &from, const QString &to)
{
    static const QHash<QString, std::pair<char, double>> kUnits = {
        {QStringLiteral("m"), {'l', 1.0}}, {QStringLiteral("cm"), {'l', 0.01}}, {QStringLiteral("km"), {'l', 1000.0}},
        {QStringLiteral("[ft_i]"), {'l', 0.3048}}, {QStringLiteral("[in_i]"), {'l', 0.0254}}, {QStringLiteral("[mi_i]"), {'l', 1609.344}},
        {QStringLiteral("km/h"), {'v', 1.0}}, {QStringLiteral("[mi_i]/h"), {'v', 1.609344}}, {QStringLiteral("kg"), {'m', 1.0}},
        {QStringLiteral("a"), {'t', 1.0}}, {QStringLiteral("%"), {'n', 0.01}}, {QStringLiteral("1"), {'n', 1.0}}};
    const auto source = kUnits.constFind(from);
    const auto target = kUnits.constFind(to);
    if (source == kUnits.constEnd() || target == kUnits.constEnd() || source->first != target->first)
        return std::nullopt;
    return value * source->second / target->second;
}

} // namespace variorum::comparison::test
