#pragma once

#include "base/text_span.h"
#include "language/gazetteer.h"
#include "language/model_file.h"

#include <QStringView>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace variorum::language {

/// Tells which gaps between words part sentences where the rules alone cannot know: a greeting, a heading, a signature
/// without a mark ("Thanks, Kim | The report is attached"), a footnote's number behind a full stop. It knows the rules'
/// opinion, and needs more to go against it than it would need without. See the .cpp for what it looks at.
class BoundaryModel {
public:
    static constexpr size_t kFeatures = 27;
    static constexpr size_t kSlots = 1U << 15;
    static constexpr float kUnit = 64; ///< a stored weight of so much is a logarithm of odds of 1
    using Features = std::array<quint32, kFeatures>; ///< of a gap: numbers of weights

    /// Section "ends" of the file; nothing where it has none or a damaged one.
    [[nodiscard]] static std::optional<BoundaryModel> from(const ModelFile &file, const Gazetteer &gazetteer);

    /// The words of one stretch of a text, as the model sees them.
    class Stretch {
    public:
        void read(QStringView text, std::span<const base::TextSpan> words, const Gazetteer &gazetteer);

        /// Of the gap behind word `at` in a sentence that began with word `begin`; `ruleEnds`: what the rules say of it.
        [[nodiscard]] Features featuresAt(size_t at, size_t begin, bool ruleEnds) const;

        /// Called as sentences begin and words are passed.
        void begin() { m_brackets = m_quotes = 0; }
        void pass(size_t at);

        [[nodiscard]] quint8 sortAt(size_t at) const { return m_words[at].sort; }

    private:
        struct Word {
            quint32 hash = 0;
            quint8 sort = 0;
            quint8 names = 0; // given name, surname
            quint8 capitalsBefore = 0; // words with a capital up to this one, and from it on
            quint8 capitalsAfter = 0;
            bool hasSpace = false; // before it
        };
        [[nodiscard]] const Word &word(size_t at) const { return at < m_words.size() ? m_words[at] : m_none; }

        std::vector<Word> m_words;
        Word m_none;
        int m_brackets = 0;
        int m_quotes = 0;
    };

    /// `room` is used again from call to call. ends[words.size()]: 1 where the rules end a sentence behind the word; afterwards, where one ends. The last always does.
    void decide(QStringView text, std::span<const base::TextSpan> words, Stretch &room, std::span<quint8> ends) const;

private:
    explicit BoundaryModel(const Gazetteer &gazetteer) : m_gazetteer(gazetteer) {}

    Gazetteer m_gazetteer; // a view
    std::span<const qint16> m_weights;
};

} // namespace variorum::language
