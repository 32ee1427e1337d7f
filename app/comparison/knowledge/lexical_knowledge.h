#pragma once

#include "language/lexicon.h"
#include "language/word_lists.h"
#include "language/word_vectors.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringView>

#include <optional>
#include <vector>

namespace variorum::comparison {

/// A word that tells what befell people, and where those who are counted stand to it.
struct FateWord {
    QString fate; ///< "dead", "injured", "aboard" ...
    bool isSubject = false;
    bool isObject = false;
    bool isModifier = false;
    bool isNoun = false; ///< it is what is counted: "six deaths"
};

/// What comparison asks about words. Two implementations: WordNet's, and a small table for tests of the algebra and
/// of claims that must not depend on what WordNet happens to say.
class LexicalKnowledge {
public:
    virtual ~LexicalKnowledge() = default;

    /// Senses that stand for the lemma in an index, most frequent first, at most `count`.
    [[nodiscard]] virtual std::vector<language::SynsetId> senses(QStringView lemma, language::WordClass wordClass, int count) const = 0;
    [[nodiscard]] virtual bool areSynonyms(QStringView one, QStringView other, language::WordClass wordClass) const = 0;
    [[nodiscard]] virtual bool areDerived(QStringView one, language::WordClass oneClass, QStringView other, language::WordClass otherClass) const = 0;
    /// News tells one act or thing with both ("shooting", "gunfire").
    [[nodiscard]] virtual bool areRelated(QStringView one, language::WordClass oneClass, QStringView other, language::WordClass otherClass) const = 0;
    [[nodiscard]] virtual bool areAntonyms(QStringView one, QStringView other, language::WordClass wordClass) const = 0;
    [[nodiscard]] virtual bool isHypernym(QStringView general, QStringView special, language::WordClass wordClass, int steps) const = 0;
    [[nodiscard]] virtual bool isKindOf(QStringView noun, QStringView ancestor) const = 0;
    [[nodiscard]] virtual double likeness(QStringView one, QStringView other, language::WordClass wordClass) const = 0;

    /// "say", "tell", "write": the verb passes on what someone said.
    [[nodiscard]] virtual bool isReporting(QStringView verb) const = 0;

    /// Nothing for a word that tells no fate.
    [[nodiscard]] virtual std::optional<FateWord> fateOf(QStringView lemma) const = 0;

    /// What the word means, as a direction; nothing for a word that is not known.
    [[nodiscard]] virtual std::optional<language::WordVectors::Vector> vectorOf(QStringView lemma) const = 0;

    /// 0 for a word never seen.
    [[nodiscard]] virtual int frequency(QStringView lemma, language::WordClass wordClass) const = 0;
};

/// WordNet's, and the groups of the table comparison_related. Views the lexicon and the vectors, which must outlive it.
class LexiconKnowledge final : public LexicalKnowledge {
public:
    LexiconKnowledge(const language::Lexicon &lexicon, const language::WordLists &lists, const language::WordVectors &vectors);

    [[nodiscard]] std::vector<language::SynsetId> senses(QStringView lemma, language::WordClass wordClass, int count) const override;
    [[nodiscard]] bool areSynonyms(QStringView one, QStringView other, language::WordClass wordClass) const override;
    [[nodiscard]] bool areDerived(QStringView one, language::WordClass oneClass, QStringView other, language::WordClass otherClass) const override;
    [[nodiscard]] bool areRelated(QStringView one, language::WordClass oneClass, QStringView other, language::WordClass otherClass) const override;
    [[nodiscard]] bool areAntonyms(QStringView one, QStringView other, language::WordClass wordClass) const override;
    [[nodiscard]] bool isHypernym(QStringView general, QStringView special, language::WordClass wordClass, int steps) const override;
    [[nodiscard]] bool isKindOf(QStringView noun, QStringView ancestor) const override;
    [[nodiscard]] double likeness(QStringView one, QStringView other, language::WordClass wordClass) const override;
    [[nodiscard]] bool isReporting(QStringView verb) const override;
    [[nodiscard]] int frequency(QStringView lemma, language::WordClass wordClass) const override;
    [[nodiscard]] std::optional<FateWord> fateOf(QStringView lemma) const override;
    [[nodiscard]] std::optional<language::WordVectors::Vector> vectorOf(QStringView lemma) const override { return m_vectors.find(lemma); }

private:
    const language::Lexicon &m_lexicon; // the pack's, which outlives every comparison
    const language::WordVectors &m_vectors; // likewise
    QSet<QString> m_reporting; ///< of the table reporting_verbs
    QHash<QString, FateWord> m_fates; ///< of the table people_fates
    QHash<QString, QList<language::SynsetId>> m_groups; ///< by "lemma/class"; numbered above all synsets
};

} // namespace variorum::comparison
