#pragma once

#include "language/gazetteer.h"
#include "language/lexicon.h"
#include "language/name_labels.h"
#include "language/word_lists.h"
#include "language/word_traits.h"
#include "model/annotated_text.h"

#include <span>
#include <utility>
#include <vector>

namespace variorum::language {

/// Words that tell what a name is, as WordTraits::lower, ascending.
struct NameWords {
    std::vector<quint64> roles; ///< "Mayor", "Gen."
    std::vector<quint64> bodies; ///< last words: "Ministry", "Times"
    std::vector<quint64> places; ///< "Avenue", "River"

    [[nodiscard]] static bool has(const std::vector<quint64> &words, const WordTraits &word);
};

/// Of the tables roles and organization_words.
[[nodiscard]] NameWords nameWordsOf(const WordLists &lists);

/// Puts right what is known of names rather than learnt. Views: lexicon, gazetteer and words must outlive it.
class NameRules {
public:
    NameRules(const Lexicon &lexicon, const Gazetteer &gazetteer, const NameWords &nameWords) : m_lexicon(lexicon), m_gazetteer(gazetteer), m_nameWords(nameWords) {}

    /// Some sentences as the network read them.
    struct Passage {
        SentenceTraits words;
        std::span<const model::Deprel> relations;
        size_t first = 0; ///< the first word's index in the text
    };

    /// Adds a name of the passage to the text's, or what is left of it.
    void add(const Passage &passage, const NameLabels::Found &name, model::AnnotatedText &text) const;

    /// Adds to `names`, which are those among the text's words [first, end), what the lists know and the network passed over.
    void addKnown(SentenceTraits words, size_t first, size_t end, const model::AnnotatedText &text, std::vector<model::NameSpan> &names) const;

private:
    void addWithKind(const Passage &passage, size_t begin, size_t end, model::EntityKind kind, model::AnnotatedText &text) const;
    [[nodiscard]] size_t behindOffice(SentenceTraits words, size_t begin, size_t end, model::EntityKind kind) const;
    [[nodiscard]] std::pair<size_t, model::EntityKind> knownNameAt(SentenceTraits words, size_t first, size_t end, const model::AnnotatedText &text) const;
    [[nodiscard]] bool isPlainlyAName(const model::AnnotatedText &text, size_t at) const;
    [[nodiscard]] bool isRole(const WordTraits &word) const;

    const Lexicon &m_lexicon;
    const Gazetteer &m_gazetteer;
    const NameWords &m_nameWords;
};

} // namespace variorum::language
