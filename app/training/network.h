#pragma once

#include "language/sentence_model.h"
#include "training/corpora.h"

#include <array>
#include <vector>

namespace variorum::training {

/// A sentence made ready: its words' rows, and what is known of it.
struct Example {
    std::vector<quint32> rows; ///< of all words, one after the other
    std::vector<quint32> rowEnds; ///< behind each word's
    std::vector<quint8> spellingRows; ///< so many of a word's rows, the first ones, are its spelling
    std::vector<float> dropChance; ///< of a word's spelling being taken away, as if it were unknown
    std::vector<quint8> contexts;
    std::vector<quint32> contextEnds;
    std::vector<quint8> tags;
    std::vector<int> heads; ///< the root's: the number of words
    std::vector<quint8> relations;
    std::vector<quint8> names;
    float treeWeight = 0; ///< 0: no tree is known
    float nameWeight = 0;
    quint8 corpus = 0; ///< of names: corpora differ in what they call a name

    [[nodiscard]] size_t size() const { return rowEnds.size(); }
};

struct Parameter {
    size_t rows = 0;
    size_t columns = 0;
    std::vector<float> values;
    std::vector<float> first; // Adam's moments
    std::vector<float> second;

    void make(size_t rowCount, size_t columnCount, float spread, Random &random);
    [[nodiscard]] size_t size() const { return values.size(); }
};

/// The network of language::SentenceModel in floating point.
class Network {
public:
    static constexpr size_t kCorpora = 8;

    enum Part : size_t {
        GateWeights, // and those of the other layers, alternating with the biases
        GateBias,
        ProjectionWeights = 2 * language::ModelShape::kMaxLayers,
        ProjectionBias,
        TagWeights,
        TagBias,
        ArcWeights,
        ArcBias,
        RelationWeights,
        RelationBias,
        NameWeights,
        NameBias,
        RootArc,
        RootRelation,
        Distances,
        Transitions,
        Contexts,
        Corpora,
        PartCount,
    };

    Network(const language::ModelShape &shape, size_t rowCount, size_t tagCount, size_t relationCount, quint64 seed);

    [[nodiscard]] const Parameter &part(size_t number) const { return parts[number]; }

    language::ModelShape shape;
    size_t tagCount;
    size_t relationCount;
    std::array<Parameter, PartCount> parts;
    Parameter rows;
};

/// Sums of the losses of a batch, for the eye.
struct Losses {
    double tags = 0;
    double arcs = 0;
    double relations = 0;
    double names = 0;
};

/// How training treats the network.
struct Regime {
    float inputDropout = 0.15F;
    float layerDropout = 0.25F;
    float hiddenDropout = 0.25F;
    float contextDropout = 0.1F;
};

/// Runs examples forward and back and gathers gradients. One a thread.
class Pass {
public:
    explicit Pass(const Network &network);

    /// Gradients of the batch's loss times `scale`; replaces those of the call before.
    void run(const std::vector<const Example *> &batch, float scale, const Regime &regime, quint64 seed);

    std::array<std::vector<float>, Network::PartCount> gradients;
    std::vector<quint32> touchedRows;
    std::vector<float> rowGradients; ///< by place in touchedRows
    Losses losses;

private:
    void clear();
    void embed(const std::vector<const Example *> &batch);
    void encode();
    void encodeLayer(size_t layer);
    void recur(size_t layer, size_t direction, size_t first, size_t end);
    void project(const std::vector<const Example *> &batch);
    void learnTags(const std::vector<const Example *> &batch);
    void learnArcs(const std::vector<const Example *> &batch);
    void learnTree(const Example &example, size_t first);
    void learnRelations(const std::vector<const Example *> &batch);
    void learnNames(const std::vector<const Example *> &batch);
    void learnNamesOf(const Example &example, size_t first);
    void unproject(const std::vector<const Example *> &batch);
    void decodeLayer(size_t layer);
    void unrecur(size_t layer, size_t direction, size_t first, size_t end);
    void unembed();
    void forward(size_t weights, const float *input, size_t inputStride, std::vector<float> &output);
    void backward(size_t weights, const float *input, size_t inputStride, const std::vector<float> &outputGradients, float *inputGradients, size_t inputGradientStride);
    void makeMasks(std::vector<float> &masks, size_t width, float chance);
    void makeMask(float *mask, size_t width, float chance);
    [[nodiscard]] float chance();
    [[nodiscard]] quint32 placeOf(quint32 row);

    /// What a layer keeps for the way back.
    struct Layer {
        std::vector<float> input;
        std::vector<float> masked;
        std::vector<float> masks; // one a sentence
        std::vector<float> gates;
        std::vector<float> keep;
        std::vector<float> use;
        std::vector<float> state;
        std::vector<float> gateGradients;
    };

    const Network &m_network;
    Random m_random{0};
    float m_scale = 1;
    Regime m_regime;
    size_t m_count = 0; // words
    std::vector<size_t> m_ends;
    std::vector<quint32> m_usedRows;
    std::vector<quint32> m_usedRowEnds;
    std::vector<quint8> m_usedContexts;
    std::vector<quint32> m_usedContextEnds;
    std::array<Layer, language::ModelShape::kMaxLayers + 1> m_layers; // the last holds the output
    std::vector<float> m_projected;
    std::vector<float> m_factors; // derivative of what follows the projection: 0, or the dropout's scale
    std::vector<float> m_projectedGradients;
    std::vector<float> m_answers;
    std::vector<float> m_answerGradients;
    std::vector<float> m_hidden;
    std::vector<float> m_hiddenFactors;
    std::vector<float> m_hiddenGradients;
    std::vector<float> m_vectorGradients;
    std::vector<float> m_treeHeads;
    std::vector<float> m_treeHeadsByFeature;
    std::vector<float> m_treeScores;
    std::vector<float> m_carried;
    std::vector<float> m_transposed;
    std::vector<quint32> m_places; // of rows in touchedRows, and one; 0: none
};

} // namespace variorum::training
