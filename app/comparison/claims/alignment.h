#pragma once

#include "comparison/claims/same_words.h"
#include "comparison/claims/statement_view.h"

#include <QHash>

#include <utility>
#include <vector>

namespace variorum::comparison {

/// Two units held to mean the same, and how surely.
struct AlignedUnits {
    int one = 0; ///< places in the views' units
    int other = 0;
    double likeness = 0;
};

/// Two statements laid side by side.
struct Alignment {
    std::vector<AlignedUnits> units; ///< by place in the first
    double predicateLikeness = 0; ///< of the two predicates, wherever they were aligned
    double score = 0; ///< 0 to 1: how far the two say the same
    SameWords sameWords; ///< of statements of two articles
    double likelihood = 0; ///< 0 to 1: how likely they make one claim, seen among all pairs of the story
};

/// Word likeness from the lexicon, remembered. One object a thread.
class WordLikeness {
public:
    WordLikeness(const LexicalKnowledge &knowledge, const Weights &weights) : m_knowledge(knowledge), m_weights(weights) {}

    /// 1 for the same entity or lemma, less for synonyms, derivations and more general words, 0 for others.
    [[nodiscard]] double of(const Unit &one, const Unit &other);
    [[nodiscard]] double ofWords(const QString &one, std::optional<language::WordClass> oneClass, const QString &other,
                                 std::optional<language::WordClass> otherClass);

    [[nodiscard]] const LexicalKnowledge &knowledge() const { return m_knowledge; }

private:
    [[nodiscard]] double computed(const QString &one, std::optional<language::WordClass> oneClass, const QString &other,
                                  std::optional<language::WordClass> otherClass) const;

    const LexicalKnowledge &m_knowledge; // the comparison's; outlives this
    const Weights &m_weights; // likewise
    QHash<quint64, double> m_knownWords; ///< by the two words' numbers
    QHash<QString, double> m_known;
};

/// Aligns two statements word by word and scores how far they speak about the same thing.
[[nodiscard]] Alignment align(const StatementView &one, const StatementView &other, WordLikeness &likeness, const Weights &weights);

} // namespace variorum::comparison
