#pragma once

#include "language/context_features.h"
#include "language/kernels.h"
#include "language/model_file.h"
#include "language/name_labels.h"
#include "language/tag_pair.h"
#include "language/tree_decoder.h"

#include <optional>
#include <span>
#include <vector>

namespace variorum::language {

/// The shape of the network; the same numbers serve training and use.
struct ModelShape {
    static constexpr size_t kMaxLayers = 4;

    quint32 version = 1;
    quint32 width = 192; ///< of a word's vector: both directions together
    quint32 layers = 3;
    quint32 arcWidth = 64;
    quint32 relationWidth = 80;
    quint32 tagWidth = 96;
    quint32 nameWidth = 96;

    [[nodiscard]] size_t half() const { return width / 2; }
    [[nodiscard]] size_t gates() const { return size_t{3} * width; }
    /// The heads' first layers lie side by side in one: dependents and heads of arcs, of relations, tags, names.
    [[nodiscard]] size_t arcHeadAt() const { return arcWidth; }
    [[nodiscard]] size_t relationAt() const { return 2 * size_t{arcWidth}; }
    [[nodiscard]] size_t relationHeadAt() const { return relationAt() + relationWidth; }
    [[nodiscard]] size_t tagAt() const { return relationHeadAt() + relationWidth; }
    [[nodiscard]] size_t nameAt() const { return tagAt() + tagWidth; }
    [[nodiscard]] size_t projection() const { return nameAt() + nameWidth; }

    /// Arc scores know how far dependent and head are apart: numbers 0 ... kDistances - 1.
    static constexpr int kFarthest = 12;
    static constexpr size_t kDistances = 2 * kFarthest + 2;
    [[nodiscard]] static constexpr size_t distanceOf(size_t dependent, size_t head, size_t root)
    {
        if (head == root)
            return kDistances - 1;
        const int apart = static_cast<int>(head) - static_cast<int>(dependent);
        return static_cast<size_t>((apart < -kFarthest ? -kFarthest : apart > kFarthest ? kFarthest : apart) + kFarthest);
    }
    [[nodiscard]] static constexpr size_t padded(size_t count) { return (count + LinearLayer::kBlock - 1) / LinearLayer::kBlock * LinearLayer::kBlock; }
};

/// Reads sentences: tags, trees and names at once, from one network. Every word is the sum of its features' vectors; three
/// layers of simple recurrent units in both directions (Lei et al. 2018) let it see its sentence; on top, one hidden layer for
/// each of the answers: tags; arcs, scored for each pair of words (Dozat and Manning 2017), of which the best tree is taken;
/// relations; names as BILOU labels with transitions. Weights are whole numbers, mapped.
///
///     keep = sigmoid(F), use = sigmoid(R)        F, R, C: linear in the word's vector below
///     state = keep * state before + (1 - keep) * C
///     out = use * state + (1 - use) * 1.5 * vector below
class SentenceModel {
public:
    [[nodiscard]] static std::optional<SentenceModel> from(const ModelFile &file);

    /// What was read of some sentences: one entry a word.
    struct Reading {
        std::vector<quint8> tags; ///< into tagPairs()
        std::vector<int> heads; ///< within the sentence; -1: the root
        std::vector<model::Deprel> relations;
        std::vector<quint8> names; ///< labels of NameLabels
    };

    /// Scratch room, used again from call to call: one a thread.
    struct Room {
        std::vector<float> vectors;
        std::vector<float> next;
        std::vector<float> gates;
        std::vector<std::int8_t> rows;
        std::vector<float> scales;
        std::vector<float> projected;
        std::vector<float> answers;
        std::vector<float> arcHeads;
        std::vector<float> arcs;
        std::vector<float> state;
        std::vector<NameLabels::Scores> nameScores;
        TreeDecoder trees;
        NameLabels::Room names;
    };

    /// `words` are those of some sentences one after the other; `ends` the index behind each one's last word. Each sentence
    /// is read for itself: what it is read together with changes nothing but the speed.
    void read(SentenceTraits words, std::span<const ContextFeatures::OfWord> contexts, std::span<const size_t> ends, Room &room, Reading &reading) const;

    [[nodiscard]] const std::vector<TagPair> &tagPairs() const { return m_tagPairs; }
    [[nodiscard]] const FeatureTable &features() const { return m_features; }
    [[nodiscard]] const Gazetteer &gazetteer() const { return m_gazetteer; }

private:
    SentenceModel() = default;

    void embed(SentenceTraits words, std::span<const ContextFeatures::OfWord> contexts, Room &room) const;
    void encode(size_t count, std::span<const size_t> ends, Room &room) const;
    void apply(const LinearLayer &layer, const float *values, size_t stride, size_t count, bool rectify, Room &room, std::vector<float> &result) const;
    void readTags(size_t count, Room &room, Reading &reading) const;
    void readArcs(size_t count, std::span<const size_t> ends, Room &room, Reading &reading) const;
    void readTree(size_t first, size_t end, Room &room, Reading &reading) const;
    void readRelations(size_t count, std::span<const size_t> ends, Room &room, Reading &reading) const;
    void readNames(size_t count, std::span<const size_t> ends, Room &room, Reading &reading) const;
    [[nodiscard]] bool layerFrom(const ModelFile &file, const QByteArray &name, size_t inputs, size_t outputs, LinearLayer &layer) const;
    [[nodiscard]] bool takeLabels(const ModelFile &file);

    ModelShape m_shape;
    FeatureTable m_features;
    Gazetteer m_gazetteer;
    std::span<const std::int8_t> m_rows;
    std::span<const float> m_rowScales;
    std::span<const float> m_contexts;
    std::array<LinearLayer, ModelShape::kMaxLayers> m_layers;
    LinearLayer m_projection;
    LinearLayer m_tags;
    LinearLayer m_arcs;
    LinearLayer m_relations;
    LinearLayer m_names;
    std::span<const float> m_rootArc;
    std::span<const float> m_rootRelation;
    std::span<const float> m_distances;
    NameLabels::Transitions m_transitions{};
    std::vector<TagPair> m_tagPairs;
    std::vector<model::Deprel> m_relationLabels;
    size_t m_rootLabel = 0;
};

} // namespace variorum::language
