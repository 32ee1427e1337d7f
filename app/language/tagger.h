#pragma once

#include "language/linear_model.h"
#include "language/word_traits.h"
#include "model/universal_dependencies.h"

#include <optional>
#include <span>
#include <vector>

namespace variorum::language {

/// A word's two tags, which the tagger decides together: "NOUN NN".
struct TagPair {
    model::Upos upos = model::Upos::X;
    model::Xpos xpos = model::Xpos::None;

    bool operator==(const TagPair &) const = default;
};

/// One sentence for the models: its words' traits.
using SentenceTraits = std::span<const WordTraits *const>;

/// Tags from left to right, the best tag at each word given the two before (averaged perceptron, Collins 2002).
class Tagger {
public:
    [[nodiscard]] static std::optional<Tagger> from(const ModelFile &file);

    /// tags[sentence.size()]: indices into pairs().
    void tag(SentenceTraits sentence, std::span<quint8> tags) const;

    [[nodiscard]] const std::vector<TagPair> &pairs() const { return m_pairs; }

    /// Words of a title-case headline are known by most of them being capitals.
    [[nodiscard]] static bool isTitleCase(SentenceTraits sentence);

    /// `before` and `beforeThat` are the tags of the two words to the left, kNoTag before the first.
    static void addFeatures(SentenceTraits sentence, size_t at, bool titleCase, int before, int beforeThat, FeatureList &features);

    static constexpr int kNoTag = 255;

    [[nodiscard]] static std::optional<TagPair> pairFromLabel(QStringView label);
    [[nodiscard]] static QString labelOf(const TagPair &pair);

private:
    explicit Tagger(LinearModel model) : m_model(std::move(model)) {}

    LinearModel m_model;
    std::vector<TagPair> m_pairs;
};

} // namespace variorum::language
