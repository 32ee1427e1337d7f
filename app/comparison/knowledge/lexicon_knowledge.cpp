#include "comparison/knowledge/lexical_knowledge.h"

#include <algorithm>

namespace variorum::comparison {

using language::SynsetId;
using language::WordClass;

std::vector<SynsetId> LexiconKnowledge::senses(QStringView lemma, WordClass wordClass, int count) const
{
    const std::span<const SynsetId> all = m_lexicon.synsets(lemma, wordClass);
    const auto kept = std::min(all.size(), static_cast<size_t>(std::max(0, count)));
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept)};
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
