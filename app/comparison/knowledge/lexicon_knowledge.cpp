#include "comparison/knowledge/lexical_knowledge.h"

#include <algorithm>

namespace variorum::comparison {

using language::SynsetId;
using language::WordClass;

namespace {

constexpr SynsetId kFirstGroup = 0xF0000000U; // no synset of the compiled file is numbered so high

QString keyOf(QStringView lemma, WordClass wordClass)
{
    static constexpr QStringView kLetters = u"nvar"; // in the order of WordClass
    return lemma.toString() + u'/' + kLetters.at(static_cast<qsizetype>(wordClass));
}

} // namespace

LexiconKnowledge::LexiconKnowledge(const language::Lexicon &lexicon, const language::WordLists &lists, const language::WordVectors &vectors) : m_lexicon(lexicon), m_vectors(vectors)
{
    SynsetId group = kFirstGroup;
    for (const QString &name : lists.keys(u"comparison_related")) {
        for (const QString &word : lists.columns(u"comparison_related", name).value_or(QStringList()))
            m_groups[word].append(group);
        ++group;
    }
    for (const QString &verb : lists.keys(u"reporting_verbs")) {
        const QString kind = lists.columns(u"reporting_verbs", verb).value_or(QStringList()).value(1);
        if (kind == QLatin1String("speech") || kind == QLatin1String("address") || kind == QLatin1String("writing"))
            m_reporting.insert(verb);
    }
    for (const QString &word : lists.keys(u"people_fates")) {
        const QStringList columns = lists.columns(u"people_fates", word).value_or(QStringList());
        const QStringList places = columns.value(1).split(u' ');
        const auto has = [&places](QLatin1String place) { return places.contains(place); };
        m_fates.insert(word, {columns.value(0), has(QLatin1String("subject")), has(QLatin1String("object")), has(QLatin1String("modifier")), has(QLatin1String("noun"))});
    }
}

bool LexiconKnowledge::isReporting(QStringView verb) const { return m_reporting.contains(verb.toString()); }

std::optional<FateWord> LexiconKnowledge::fateOf(QStringView lemma) const
{
    const auto found = m_fates.constFind(lemma.toString());
    return found == m_fates.constEnd() ? std::nullopt : std::optional(*found);
}

std::vector<SynsetId> LexiconKnowledge::senses(QStringView lemma, WordClass wordClass, int count) const
{
    const std::span<const SynsetId> all = m_lexicon.synsets(lemma, wordClass);
    const auto kept = std::min(all.size(), static_cast<size_t>(std::max(0, count)));
    std::vector<SynsetId> found(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept));
    const QList<SynsetId> groups = m_groups.value(keyOf(lemma, wordClass));
    found.insert(found.end(), groups.begin(), groups.end());
    return found;
}

bool LexiconKnowledge::areRelated(QStringView one, WordClass oneClass, QStringView other, WordClass otherClass) const
{
    const QList<SynsetId> left = m_groups.value(keyOf(one, oneClass));
    const QList<SynsetId> right = m_groups.value(keyOf(other, otherClass));
    return std::any_of(left.begin(), left.end(), [&right](SynsetId group) { return right.contains(group); });
}

bool LexiconKnowledge::areSynonyms(QStringView one, QStringView other, WordClass wordClass) const
{
    return m_lexicon.areSynonyms(one, other, wordClass);
}

bool LexiconKnowledge::areDerived(QStringView one, WordClass oneClass, QStringView other, WordClass otherClass) const
{
    return m_lexicon.areDerived(one, oneClass, other, otherClass);
}

bool LexiconKnowledge::areAntonyms(QStringView one, QStringView other, WordClass wordClass) const
{
    return m_lexicon.areAntonyms(one, other, wordClass);
}

bool LexiconKnowledge::isHypernym(QStringView general, QStringView special, WordClass wordClass, int steps) const
{
    return m_lexicon.isHypernym(general, special, wordClass, steps);
}

bool LexiconKnowledge::isKindOf(QStringView noun, QStringView ancestor) const
{
    return m_lexicon.isKindOf(noun, ancestor);
}

double LexiconKnowledge::likeness(QStringView one, QStringView other, WordClass wordClass) const
{
    return m_lexicon.likeness(one, other, wordClass);
}

int LexiconKnowledge::frequency(QStringView lemma, WordClass wordClass) const
{
    return m_lexicon.frequency(lemma, wordClass);
}

} // namespace variorum::comparison
