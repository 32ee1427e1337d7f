#pragma once

#include "language/feature_table.h"
#include "language/gazetteer.h"
#include "language/lexicon.h"

#include <QStringView>
#include <array>
#include <memory>
#include <span>
#include <vector>

namespace variorum::language {

/// What the model sees of a word's spelling. Typographic quotes, apostrophes and dashes count as the plain ones; figures
/// as 9 in all but the form.
struct WordTraits {
    static constexpr size_t kMaxFeatures = 24;

    quint32 number = 0; ///< among the spellings of its TraitsCache
    quint64 lower = 0; ///< hash of the lower-case spelling
    std::array<quint64, kMaxFeatures> features{}; ///< hashes: spelling, beginnings, endings, shape, WordNet classes and topics, lists
    std::array<quint32, kMaxFeatures> rows{}; ///< the model's, by features; filled by TraitsCache
    quint8 featureCount = 0;
    quint8 spellingCount = 0; ///< so many of the features are the spelling itself: lower case, and as it stands if that differs
    quint8 rowCount = 0;
    quint8 nameKinds = 0; ///< bits of Gazetteer::Kind
    bool isCapital = false; ///< first letter
    bool isAllCapitals = false;
    bool isPunctuation = false; ///< no letter and no figure
};

/// One sentence for the models: its words' traits.
using SentenceTraits = std::span<const WordTraits *const>;

/// Words of a title-case headline are known by most of them being capitals.
[[nodiscard]] bool isTitleCase(SentenceTraits sentence);

/// Makes traits, each spelling's once. One a text: it is a cache and not shared between threads. Views into the text are its keys.
class TraitsCache {
public:
    TraitsCache(const Lexicon &lexicon, const Gazetteer &gazetteer, const FeatureTable *table = nullptr)
        : m_lexicon(lexicon), m_gazetteer(gazetteer), m_table(table), m_slots(1024, 0)
    {
    }

    /// Stays where it is as long as the cache lives.
    [[nodiscard]] const WordTraits &of(QStringView form);

    /// How many spellings there are: WordTraits::number is below.
    [[nodiscard]] size_t size() const { return m_forms.size(); }

private:
    static constexpr size_t kChunk = 64;

    struct Form {
        QStringView text;
        size_t hash = 0;
    };

    [[nodiscard]] WordTraits &at(size_t number) { return m_chunks[number / kChunk][number % kChunk]; }
    void grow();

    const Lexicon &m_lexicon;
    const Gazetteer &m_gazetteer;
    const FeatureTable *m_table; // none while there is no model yet
    std::vector<quint32> m_slots; // open addressing: number and one, 0 is free
    std::vector<Form> m_forms;
    std::vector<std::unique_ptr<WordTraits[]>> m_chunks;
};

[[nodiscard]] WordTraits traitsOf(QStringView form, const Lexicon &lexicon, const Gazetteer &gazetteer);

/// Hash of a lower-case spelling, as in WordTraits::lower.
[[nodiscard]] quint64 hashOfLower(QStringView form);

} // namespace variorum::language
