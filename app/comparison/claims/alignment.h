#pragma once

#include "comparison/claims/same_words.h"
#include "comparison/claims/statement_view.h"

#include <QHash>

#include <algorithm>
#include <span>
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
    double plainLikelihood = 0; ///< likewise, whether or not statements within them are more alike
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

    /// Units to come have word numbers below this: what is known of those is then found without a search, if they are not too many.
    void expectWords(int count);

    /// Room for that many numbers, whatever they were before; until it is asked for again.
    [[nodiscard]] std::span<double> sheet(size_t cells)
    {
        m_sheet.resize(std::max(m_sheet.size(), cells));
        return std::span(m_sheet).first(cells);
    }

private:
    [[nodiscard]] double ofNumbered(const Unit &one, const Unit &other);
    [[nodiscard]] double computed(const QString &one, std::optional<language::WordClass> oneClass, const QString &other,
                                  std::optional<language::WordClass> otherClass) const;

    const LexicalKnowledge &m_knowledge; // the comparison's; outlives this
    const Weights &m_weights; // likewise
    int m_width = 0; ///< of the table
    std::vector<quint8> m_table; ///< by the two words' numbers, the lesser first: 0 not known, or the place in m_values + 1
    std::vector<double> m_values; ///< those that were found, each once: few, as a likeness is one of the weights
    QHash<quint64, double> m_knownWords; ///< by the two words' numbers, where there is no table
    QHash<QString, double> m_known;
    std::vector<double> m_sheet;
};

/// Aligns two statements word by word and scores how far they speak about the same thing. Where it is soon plain that the
/// score is below `leastScore`, the rest is left undone and the score 0.
[[nodiscard]] Alignment align(const StatementView &one, const StatementView &other, WordLikeness &likeness, const Weights &weights, double leastScore = 0);

} // namespace variorum::comparison
