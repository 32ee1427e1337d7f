#pragma once

#include "base/result.h"
#include "model/universal_dependencies.h"

#include <QFile>
#include <QString>
#include <QStringView>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace variorum::language {

/// WordNet's four parts of speech.
enum class WordClass : quint8 { Noun, Verb, Adjective, Adverb };

[[nodiscard]] std::optional<WordClass> wordClassOf(model::Upos tag);

/// A synset, by its place in the compiled file.
using SynsetId = quint32;

/// WordNet 3.0, compiled at build time into one file that is mapped, never copied. Immutable; any thread may ask.
/// All words are taken lower case, spaces in collocations as ' '.
class Lexicon {
public:
    /// Maps `path` (made by variorum-compile-lexicon). Under 5 ms.
    [[nodiscard]] static base::Result<std::unique_ptr<const Lexicon>> open(const QString &path);
    ~Lexicon();
    Lexicon(const Lexicon &) = delete;
    Lexicon &operator=(const Lexicon &) = delete;

    /// WordNet's own morphology (exception lists, then detachment rules); the form itself where nothing fits.
    [[nodiscard]] QString baseForm(QStringView form, WordClass wordClass) const;

    /// Is the form, or its base form, a lemma of the class? Allocates nothing for words of usual length.
    [[nodiscard]] bool knowsForm(QStringView form, WordClass wordClass) const;

    /// What the first sense of the form, or of its base form, is about: the number of WordNet's lexicographer file
    /// (15: places, 18: persons, 32: verbs of communication ...). Allocates nothing for words of usual length.
    [[nodiscard]] std::optional<int> topic(QStringView form, WordClass wordClass) const;

    /// Calls `visit` with every noun that has a sense which is an individual ("paris", "george washington").
    void forEachIndividual(const std::function<void(const QString &)> &visit) const;

    [[nodiscard]] bool contains(QStringView lemma, WordClass wordClass) const;

    /// Synsets of a lemma, most frequent sense first; empty for an unknown word.
    [[nodiscard]] std::span<const SynsetId> synsets(QStringView lemma, WordClass wordClass) const;

    /// Share a synset among their first `senses` ones.
    [[nodiscard]] bool areSynonyms(QStringView one, QStringView other, WordClass wordClass, int senses = 3) const;

    /// Derivationally related, over classes: "arrive" and "arrival". True also for the same lemma in both classes.
    [[nodiscard]] bool areDerived(QStringView one, WordClass oneClass, QStringView other, WordClass otherClass) const;

    /// One is in the other's synset, or in one that WordNet calls similar to it (adjectives) or of its group (verbs).
    [[nodiscard]] bool areSimilar(QStringView one, QStringView other, WordClass wordClass, int senses = 3) const;

    [[nodiscard]] bool areAntonyms(QStringView one, QStringView other, WordClass wordClass) const;

    /// Is `general` a hypernym of one of the first senses of `special`, at most `steps` up? ("vehicle" of "lorry")
    [[nodiscard]] bool isHypernym(QStringView general, QStringView special, WordClass wordClass, int steps = 6, int senses = 2) const;

    /// Wu and Palmer (1994) likeness of the closest of their first senses, 0 to 1; 0 where a word is unknown.
    /// Nouns and verbs only.
    [[nodiscard]] double likeness(QStringView one, QStringView other, WordClass wordClass, int senses = 2) const;

    /// Is one of the noun's first senses below the synset named by a lemma and sense number ("person", 1)?
    [[nodiscard]] bool isKindOf(QStringView noun, QStringView ancestor, int ancestorSense = 1, int senses = 2) const;

    /// Is one of the first senses of `part` a member or part of one of `whole`'s ("Paris" of "France")? Nouns.
    [[nodiscard]] bool isPartOf(QStringView part, QStringView whole, int senses = 3) const;

    /// Has the noun a sense that is an individual below the synset ("Paris", "city"), not a kind?
    [[nodiscard]] bool isInstanceOf(QStringView noun, QStringView ancestor, int ancestorSense = 1, int senses = 4) const;

    /// How often WordNet's tagged texts have the lemma; 0 for unknown. A measure of commonness.
    [[nodiscard]] int frequency(QStringView lemma, WordClass wordClass) const;

private:
    struct Tables;
    /// The number of the form's lemma, or of its base form's.
    [[nodiscard]] std::optional<quint32> lemmaOfForm(QStringView form, WordClass wordClass) const;
    static constexpr int kMaxSteps = 20;
    explicit Lexicon(std::unique_ptr<QFile> file, std::unique_ptr<Tables> tables);

    std::unique_ptr<QFile> m_file; // keeps the mapping alive
    std::unique_ptr<Tables> m_tables;
};

} // namespace variorum::language
