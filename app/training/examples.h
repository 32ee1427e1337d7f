#pragma once

#include "language/gazetteer.h"
#include "language/word_traits.h"
#include "training/corpora.h"
#include "training/name_swaps.h"
#include "training/network.h"

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace variorum::training {

/// The corpora as sentences to train on, before features have rows.
class ExampleSet {
public:
    ExampleSet(const language::Lexicon &lexicon, const language::Gazetteer &gazetteer);

    /// Names that copies of sentences get in the places of their own; to be called before sentences are added.
    void collectSwaps(const std::vector<NameSentence> &sentences);

    /// Sentences of one treebank, and the names of those of them that `names` knows by their words.
    void addTrees(std::vector<TreeSentence> sentences, std::map<QString, NameSentence> names, quint8 corpus, float nameWeight);

    /// A corpus of names without trees.
    void addNames(std::vector<NameSentence> sentences, quint8 corpus, float nameWeight);

    /// Which features get a row, by how often they were met. Row 0 is FeatureTable::kUnknownWord's.
    [[nodiscard]] std::vector<quint64> chooseFeatures() const;

    [[nodiscard]] std::vector<language::TagPair> collectPairs() const;
    [[nodiscard]] std::vector<model::Deprel> collectRelations() const;

    [[nodiscard]] std::vector<Example> make(const std::vector<quint64> &features, const std::vector<language::TagPair> &pairs,
                                            const std::vector<model::Deprel> &relations) const;

    [[nodiscard]] size_t size() const { return m_sentences.size(); }

private:
    struct Sentence {
        TreeSentence tree; // without heads if none is known
        std::vector<quint8> names;
        std::vector<const language::WordTraits *> words;
        language::DocumentHints *hints = nullptr;
        quint8 corpus = 0;
        float nameWeight = 0;
        bool isCopy = false; // its words are counted elsewhere
    };

    [[nodiscard]] language::DocumentHints *hintsFor(int document, bool isNewCorpus);
    void add(TreeSentence tree, const NameSentence *names, quint8 corpus, float nameWeight, language::DocumentHints *hints);
    void addSwapped(size_t number);
    void addJoined(std::span<const size_t> numbers);
    void addCopiesForNames(std::span<const size_t> numbers);
    [[nodiscard]] Example make(const Sentence &sentence, const std::map<quint64, quint32> &rows, const std::map<quint64, int> &counts,
                               const std::vector<language::TagPair> &pairs, const std::vector<model::Deprel> &relations) const;
    [[nodiscard]] std::map<quint64, int> countFeatures(bool spellingsOnly) const;

    const language::Gazetteer &m_gazetteer;
    language::TraitsCache m_traits;
    std::vector<std::unique_ptr<Sentence>> m_sentences; // stay where they are: traits are views into their forms
    std::vector<std::unique_ptr<language::DocumentHints>> m_hints;
    int m_document = -1;
    NameSwaps m_swaps;
    Random m_random{17};
};

/// The sentence in other dress, as news has it and the treebanks do not; nothing where it makes none.
enum class Dress { Headline, SmallLetters, NoFullStop, AllCapitals };
[[nodiscard]] std::optional<TreeSentence> dressed(const TreeSentence &sentence, Dress dress);

} // namespace variorum::training
