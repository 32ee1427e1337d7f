// The forward and backward pass, written out by hand. Sentences of a batch lie one after the other in all matrices, one row a
// word, so that each layer is one product. Gradients are checked against differences by training_network_test.

#include "training/network.h"

#include "training/matrix.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace variorum::training {

using language::ModelShape;
using language::NameLabels;

namespace {

/// As language/kernels_body.h has it: without branches, so that loops over it run in vectors.
[[gnu::always_inline]] inline float sigmoid(float x)
{
    float y = -x * 1.44269504F;
    y = y > 60.0F ? 60.0F : y;
    y = y < -60.0F ? -60.0F : y;
    const int whole = static_cast<int>(y + (y < 0.0F ? -0.5F : 0.5F));
    const float part = y - static_cast<float>(whole);
    const float power = 1.0F + part * (0.69314718F + part * (0.24022651F + part * (0.05550411F + part * (0.00961813F + part * 0.00133336F))));
    return 1.0F / (1.0F + power * std::bit_cast<float>((whole + 127) << 23));
}

/// One word's step of one direction of a layer.
struct Forward {
    size_t count;
    const float *gates;
    const float *input;
    const float *before;
    float *keep;
    float *use;
    float *state;
    float *output;
};

VARIORUM_FASTEST void stepForward(const Forward &step)
{
    const float *__restrict const gates = step.gates;
    const float *__restrict const input = step.input;
    const float *__restrict const before = step.before;
    float *__restrict const keeps = step.keep;
    float *__restrict const uses = step.use;
    float *__restrict const states = step.state;
    float *__restrict const output = step.output;
    const size_t count = step.count;
    for (size_t at = 0; at < count; ++at) {
        const float keep = sigmoid(gates[count + at]);
        const float use = sigmoid(gates[2 * count + at]);
        const float state = gates[at] + keep * (before[at] - gates[at]);
        const float through = input[at] * language::kHighwayScale;
        keeps[at] = keep;
        uses[at] = use;
        states[at] = state;
        output[at] = through + use * (state - through);
    }
}

struct Back {
    size_t count;
    const float *gates;
    const float *input;
    const float *before;
    const float *keep;
    const float *use;
    const float *state;
    float *gateGradients;
    float *carried;
    float *vectorGradients; // of the output; becomes that of what went straight through
};

VARIORUM_FASTEST void stepBack(const Back &step)
{
    const float *__restrict const gates = step.gates;
    const float *__restrict const input = step.input;
    const float *__restrict const before = step.before;
    const float *__restrict const keeps = step.keep;
    const float *__restrict const uses = step.use;
    const float *__restrict const states = step.state;
    float *__restrict const gateGradients = step.gateGradients;
    float *__restrict const carried = step.carried;
    float *__restrict const vectorGradients = step.vectorGradients;
    const size_t count = step.count;
    for (size_t at = 0; at < count; ++at) {
        const float gradient = vectorGradients[at];
        const float through = input[at] * language::kHighwayScale;
        const float state = carried[at] + gradient * uses[at];
        gateGradients[at] = state * (1 - keeps[at]);
        gateGradients[count + at] = state * (before[at] - gates[at]) * keeps[at] * (1 - keeps[at]);
        gateGradients[2 * count + at] = gradient * (states[at] - through) * uses[at] * (1 - uses[at]);
        carried[at] = state * keeps[at];
        vectorGradients[at] = gradient * (1 - uses[at]) * language::kHighwayScale;
    }
}

/// e^x for the sums over label sequences, where most terms are nothing.
float power(float x) { return x < -60.0F ? 0.0F : std::exp(x); }

void resized(std::vector<float> &values, size_t size) { values.assign(size, 0.0F); }

/// Turns scores into probabilities; returns the log of their sum.
float softmax(float *scores, size_t count)
{
    const float top = *std::max_element(scores, scores + count);
    float sum = 0;
    for (size_t at = 0; at < count; ++at) {
        scores[at] = std::exp(scores[at] - top);
        sum += scores[at];
    }
    for (size_t at = 0; at < count; ++at)
        scores[at] /= sum;
    return top + std::log(sum);
}

} // namespace

void Parameter::make(size_t rowCount, size_t columnCount, float spread, Random &random)
{
    rows = rowCount;
    columns = columnCount;
    values.resize(rows * columns);
    first.assign(values.size(), 0.0F);
    second.assign(values.size(), 0.0F);
    for (float &value : values)
        value = spread * (static_cast<float>(random.below(1U << 24)) / static_cast<float>(1U << 23) - 1.0F);
}

Network::Network(const ModelShape &modelShape, size_t rowCount, size_t tags, size_t relations, quint64 seed)
    : shape(modelShape), tagCount(tags), relationCount(relations)
{
    Random random(seed);
    const auto layer = [&](size_t part, size_t inputs, size_t outputs) {
        parts[part].make(inputs, outputs, std::sqrt(3.0F / static_cast<float>(inputs)), random);
        parts[part + 1].make(1, outputs, 0, random);
    };
    for (size_t number = 0; number < shape.layers; ++number)
        layer(GateWeights + 2 * number, shape.width, shape.gates());
    layer(ProjectionWeights, shape.width, shape.projection());
    layer(TagWeights, shape.tagWidth, ModelShape::padded(tagCount));
    layer(ArcWeights, shape.arcWidth, shape.arcWidth);
    layer(RelationWeights, shape.relationWidth, ModelShape::padded(relationCount));
    layer(NameWeights, shape.nameWidth, ModelShape::padded(NameLabels::kCount));
    parts[RootArc].make(1, shape.arcWidth, 0.1F, random);
    parts[RootRelation].make(1, shape.relationWidth, 0.1F, random);
    parts[Distances].make(1, ModelShape::kDistances, 0, random);
    parts[Transitions].make(NameLabels::kCount + 1, NameLabels::kCount, 0, random);
    parts[Contexts].make(language::ContextFeatures::Count, shape.width, 0.15F, random);
    parts[Corpora].make(kCorpora, shape.nameWidth, 0, random);
    rows.make(rowCount, shape.width, 0.15F, random);
}

Pass::Pass(const Network &network) : m_network(network), m_places(network.rows.rows, 0)
{
    for (size_t part = 0; part < Network::PartCount; ++part)
        gradients[part].assign(network.part(part).size(), 0.0F);
}

void Pass::clear()
{
    for (std::vector<float> &gradient : gradients)
        std::fill(gradient.begin(), gradient.end(), 0.0F);
    for (const quint32 row : touchedRows)
        m_places[row] = 0;
    touchedRows.clear();
    rowGradients.clear();
    losses = {};
}

float Pass::chance() { return static_cast<float>(m_random.below(1U << 24)) / static_cast<float>(1U << 24); }

quint32 Pass::placeOf(quint32 row)
{
    if (m_places[row] == 0) {
        touchedRows.push_back(row);
        m_places[row] = static_cast<quint32>(touchedRows.size());
        rowGradients.resize(rowGradients.size() + m_network.rows.columns, 0.0F);
    }
    return m_places[row] - 1;
}

void Pass::makeMask(float *mask, size_t width, float chance)
{
    const auto limit = static_cast<quint64>(chance * 65536.0F);
    const float kept = 1.0F / (1.0F - chance);
    for (size_t at = 0; at < width; at += 4) { // widths are multiples of 16
        const quint64 bits = limit == 0 ? ~quint64{0} : m_random.next();
        for (size_t lane = 0; lane < 4; ++lane)
            mask[at + lane] = ((bits >> (16 * lane)) & 0xffff) < limit ? 0.0F : kept;
    }
}

/// One mask a sentence: what is dropped is dropped for all its words (Gal and Ghahramani 2016).
void Pass::makeMasks(std::vector<float> &masks, size_t width, float chance)
{
    masks.resize(m_ends.size() * width);
    for (size_t sentence = 0; sentence < m_ends.size(); ++sentence)
        makeMask(masks.data() + sentence * width, width, chance);
}

void Pass::forward(size_t weights, const float *input, size_t inputStride, std::vector<float> &output)
{
    const Parameter &matrix = m_network.part(weights);
    const Parameter &bias = m_network.part(weights + 1);
    output.resize(m_count * matrix.columns);
    for (size_t row = 0; row < m_count; ++row)
        std::copy(bias.values.begin(), bias.values.end(), output.begin() + static_cast<std::ptrdiff_t>(row * matrix.columns));
    multiply({m_count, matrix.columns, matrix.rows, input, inputStride, 1, matrix.values.data(), matrix.columns, output.data(), matrix.columns, true});
}

void Pass::backward(size_t weights, const float *input, size_t inputStride, const std::vector<float> &outputGradients, float *inputGradients, size_t inputGradientStride)
{
    const Parameter &matrix = m_network.part(weights);
    multiply({matrix.rows, matrix.columns, m_count, input, 1, inputStride, outputGradients.data(), matrix.columns, gradients[weights].data(), matrix.columns, true});
    float *const bias = gradients[weights + 1].data();
    for (size_t row = 0; row < m_count; ++row) {
        for (size_t column = 0; column < matrix.columns; ++column)
            bias[column] += outputGradients[row * matrix.columns + column];
    }
    transpose(matrix.values.data(), matrix.rows, matrix.columns, m_transposed);
    multiply({m_count, matrix.rows, matrix.columns, outputGradients.data(), matrix.columns, 1, m_transposed.data(), matrix.rows, inputGradients, inputGradientStride, true});
}

void Pass::embed(const std::vector<const Example *> &batch)
{
    const size_t width = m_network.shape.width;
    m_ends.clear();
    m_usedRows.clear();
    m_usedRowEnds.clear();
    m_usedContexts.clear();
    m_usedContextEnds.clear();
    for (const Example *const example : batch) {
        for (size_t word = 0; word < example->size(); ++word) {
            size_t from = word == 0 ? 0 : example->rowEnds[word - 1];
            if (chance() < example->dropChance[word]) {
                from += example->spellingRows[word];
                m_usedRows.push_back(language::FeatureTable::kUnknownWord);
            }
            m_usedRows.insert(m_usedRows.end(), example->rows.begin() + static_cast<std::ptrdiff_t>(from), example->rows.begin() + static_cast<std::ptrdiff_t>(example->rowEnds[word]));
            m_usedRowEnds.push_back(static_cast<quint32>(m_usedRows.size()));
            for (size_t at = word == 0 ? 0 : example->contextEnds[word - 1]; at < example->contextEnds[word]; ++at) {
                if (chance() >= m_regime.contextDropout)
                    m_usedContexts.push_back(example->contexts[at]);
            }
            m_usedContextEnds.push_back(static_cast<quint32>(m_usedContexts.size()));
        }
        m_ends.push_back(m_usedRowEnds.size());
    }
    m_count = m_usedRowEnds.size();
    std::vector<float> &vectors = m_layers[0].input;
    resized(vectors, m_count * width);
    const auto addRow = [width](float *to, const float *from) {
        for (size_t column = 0; column < width; ++column)
            to[column] += from[column];
    };
    for (size_t word = 0; word < m_count; ++word) {
        float *const vector = vectors.data() + word * width;
        for (size_t at = word == 0 ? 0 : m_usedRowEnds[word - 1]; at < m_usedRowEnds[word]; ++at)
            addRow(vector, m_network.rows.values.data() + m_usedRows[at] * width);
        for (size_t at = word == 0 ? 0 : m_usedContextEnds[word - 1]; at < m_usedContextEnds[word]; ++at)
            addRow(vector, m_network.part(Network::Contexts).values.data() + m_usedContexts[at] * width);
    }
}

void Pass::unembed()
{
    const size_t width = m_network.shape.width;
    const auto addRow = [width](float *to, const float *from) {
        for (size_t column = 0; column < width; ++column)
            to[column] += from[column];
    };
    for (size_t word = 0; word < m_count; ++word) {
        const float *const gradient = m_vectorGradients.data() + word * width;
        for (size_t at = word == 0 ? 0 : m_usedRowEnds[word - 1]; at < m_usedRowEnds[word]; ++at) {
            const size_t place = placeOf(m_usedRows[at]) * width; // may move rowGradients
            addRow(rowGradients.data() + place, gradient);
        }
        for (size_t at = word == 0 ? 0 : m_usedContextEnds[word - 1]; at < m_usedContextEnds[word]; ++at)
            addRow(gradients[Network::Contexts].data() + m_usedContexts[at] * width, gradient);
    }
}

void Pass::recur(size_t number, size_t direction, size_t first, size_t end)
{
    Layer &layer = m_layers[number];
    const size_t width = m_network.shape.width;
    const size_t half = m_network.shape.half();
    const size_t gateStride = m_network.shape.gates();
    m_carried.assign(half, 0.0F);
    const float *before = m_carried.data();
    for (size_t step = first; step < end; ++step) {
        const size_t word = direction == 1 ? end - 1 - (step - first) : step;
        const size_t place = word * width + direction * half;
        stepForward({half, layer.gates.data() + word * gateStride + direction * 3 * half, layer.input.data() + place, before, layer.keep.data() + place,
                     layer.use.data() + place, layer.state.data() + place, m_layers[number + 1].input.data() + place});
        before = layer.state.data() + place;
    }
}

void Pass::encodeLayer(size_t number)
{
    Layer &layer = m_layers[number];
    const size_t width = m_network.shape.width;
    makeMasks(layer.masks, width, number == 0 ? m_regime.inputDropout : m_regime.layerDropout);
    layer.masked.resize(m_count * width);
    size_t first = 0;
    for (size_t sentence = 0; sentence < m_ends.size(); ++sentence) {
        for (size_t word = first; word < m_ends[sentence]; ++word) {
            for (size_t column = 0; column < width; ++column)
                layer.masked[word * width + column] = layer.input[word * width + column] * layer.masks[sentence * width + column];
        }
        first = m_ends[sentence];
    }
}

void Pass::encode()
{
    const size_t width = m_network.shape.width;
    for (size_t number = 0; number < m_network.shape.layers; ++number) {
        Layer &layer = m_layers[number];
        encodeLayer(number);
        forward(Network::GateWeights + 2 * number, layer.masked.data(), width, layer.gates);
        for (std::vector<float> *const values : {&layer.keep, &layer.use, &layer.state, &m_layers[number + 1].input})
            values->resize(m_count * width);
        size_t first = 0;
        for (const size_t end : m_ends) {
            recur(number, 0, first, end);
            recur(number, 1, first, end);
            first = end;
        }
    }
    encodeLayer(m_network.shape.layers);
}

void Pass::unrecur(size_t number, size_t direction, size_t first, size_t end)
{
    Layer &layer = m_layers[number];
    const size_t width = m_network.shape.width;
    const size_t half = m_network.shape.half();
    const size_t gateStride = m_network.shape.gates();
    const std::vector<float> nothing(half, 0.0F);
    m_carried.assign(half, 0.0F); // the gradient of the state, going back in time
    for (size_t step = first; step < end; ++step) {
        const size_t word = direction == 1 ? step : end - 1 - (step - first);
        const bool isFirst = direction == 1 ? word + 1 == end : word == first;
        const size_t place = word * width + direction * half;
        const float *const before = isFirst ? nothing.data() : layer.state.data() + (direction == 1 ? place + width : place - width);
        const size_t gatePlace = word * gateStride + direction * 3 * half;
        stepBack({half, layer.gates.data() + gatePlace, layer.input.data() + place, before, layer.keep.data() + place, layer.use.data() + place,
                  layer.state.data() + place, layer.gateGradients.data() + gatePlace, m_carried.data(), m_vectorGradients.data() + place});
    }
}

void Pass::decodeLayer(size_t number)
{
    Layer &layer = m_layers[number];
    const size_t width = m_network.shape.width;
    layer.gateGradients.resize(m_count * m_network.shape.gates());
    size_t first = 0;
    for (const size_t end : m_ends) {
        unrecur(number, 0, first, end);
        unrecur(number, 1, first, end);
        first = end;
    }
    std::vector<float> &masked = m_hiddenGradients;
    resized(masked, m_count * width);
    backward(Network::GateWeights + 2 * number, layer.masked.data(), width, layer.gateGradients, masked.data(), width);
    first = 0;
    for (size_t sentence = 0; sentence < m_ends.size(); ++sentence) {
        for (size_t word = first; word < m_ends[sentence]; ++word) {
            for (size_t column = 0; column < width; ++column)
                m_vectorGradients[word * width + column] += masked[word * width + column] * layer.masks[sentence * width + column];
        }
        first = m_ends[sentence];
    }
}

void Pass::project(const std::vector<const Example *> &batch)
{
    const ModelShape &shape = m_network.shape;
    const size_t width = shape.projection();
    forward(Network::ProjectionWeights, m_layers[shape.layers].masked.data(), shape.width, m_projected);
    m_factors.resize(m_count * width);
    resized(m_projectedGradients, m_count * width);
    size_t word = 0;
    for (const Example *const example : batch) {
        const float *const corpus = m_network.part(Network::Corpora).values.data() + example->corpus * shape.nameWidth;
        for (const size_t end = word + example->size(); word < end; ++word) {
            float *const values = m_projected.data() + word * width;
            float *const factors = m_factors.data() + word * width;
            for (size_t column = 0; column < shape.nameWidth; ++column)
                values[shape.nameAt() + column] += corpus[column];
            makeMask(factors, width, m_regime.hiddenDropout);
            for (size_t column = 0; column < width; ++column) {
                if (column >= shape.relationAt() && column < shape.tagAt()) // these are rectified as sums
                    factors[column] = 1.0F;
                else if (values[column] < 0.0F)
                    factors[column] = 0.0F;
                values[column] *= factors[column];
            }
        }
    }
}

void Pass::unproject(const std::vector<const Example *> &batch)
{
    const ModelShape &shape = m_network.shape;
    const size_t width = shape.projection();
    for (size_t at = 0; at < m_count * width; ++at)
        m_projectedGradients[at] *= m_factors[at];
    size_t word = 0;
    for (const Example *const example : batch) {
        float *const corpus = gradients[Network::Corpora].data() + example->corpus * shape.nameWidth;
        for (const size_t end = word + example->size(); word < end; ++word) {
            for (size_t column = 0; column < shape.nameWidth; ++column)
                corpus[column] += m_projectedGradients[word * width + shape.nameAt() + column];
        }
    }
    Layer &last = m_layers[shape.layers];
    resized(m_vectorGradients, m_count * shape.width);
    backward(Network::ProjectionWeights, last.masked.data(), shape.width, m_projectedGradients, m_vectorGradients.data(), shape.width);
    size_t first = 0;
    for (size_t sentence = 0; sentence < m_ends.size(); ++sentence) {
        for (word = first; word < m_ends[sentence]; ++word) {
            for (size_t column = 0; column < shape.width; ++column)
                m_vectorGradients[word * shape.width + column] *= last.masks[sentence * shape.width + column];
        }
        first = m_ends[sentence];
    }
}

void Pass::run(const std::vector<const Example *> &batch, float scale, const Regime &regime, quint64 seed)
{
    clear();
    m_random = Random(seed);
    m_scale = scale;
    m_regime = regime;
    embed(batch);
    encode();
    project(batch);
    learnTags(batch);
    learnArcs(batch);
    learnRelations(batch);
    learnNames(batch);
    unproject(batch);
    for (size_t layer = m_network.shape.layers; layer-- > 0;)
        decodeLayer(layer);
    unembed();
}

void Pass::learnTags(const std::vector<const Example *> &batch)
{
    const ModelShape &shape = m_network.shape;
    const float *const input = m_projected.data() + shape.tagAt();
    forward(Network::TagWeights, input, shape.projection(), m_answers);
    const size_t columns = m_network.part(Network::TagWeights).columns;
    resized(m_answerGradients, m_count * columns);
    size_t word = 0;
    for (const Example *const example : batch) {
        for (size_t at = 0; at < example->size(); ++at, ++word) {
            if (example->treeWeight <= 0)
                continue;
            float *const scores = m_answers.data() + word * columns;
            const float wanted = scores[example->tags[at]];
            losses.tags += static_cast<double>(softmax(scores, m_network.tagCount) - wanted);
            for (size_t tag = 0; tag < m_network.tagCount; ++tag)
                m_answerGradients[word * columns + tag] = (scores[tag] - (tag == example->tags[at] ? 1.0F : 0.0F)) * m_scale * example->treeWeight;
        }
    }
    backward(Network::TagWeights, input, shape.projection(), m_answerGradients, m_projectedGradients.data() + shape.tagAt(), shape.projection());
}

void Pass::learnTree(const Example &example, size_t first)
{
    const ModelShape &shape = m_network.shape;
    const size_t count = example.size();
    const size_t width = shape.arcWidth;
    const size_t heads = ModelShape::padded(count + 1);
    resized(m_treeHeads, heads * width);
    for (size_t word = 0; word < count; ++word)
        std::copy_n(m_projected.data() + (first + word) * shape.projection() + shape.arcHeadAt(), width, m_treeHeads.data() + word * width);
    std::copy_n(m_network.part(Network::RootArc).values.data(), width, m_treeHeads.data() + count * width);
    transpose(m_treeHeads.data(), heads, width, m_treeHeadsByFeature);
    m_treeScores.resize(count * heads);
    const float *const dependents = m_answers.data() + first * width;
    multiply({count, heads, width, dependents, width, 1, m_treeHeadsByFeature.data(), heads, m_treeScores.data(), heads, false});
    for (size_t word = 0; word < count; ++word) {
        float *const scores = m_treeScores.data() + word * heads;
        for (size_t head = 0; head <= count; ++head)
            scores[head] += m_network.part(Network::Distances).values[ModelShape::distanceOf(word, head, count)];
        scores[word] = -1e9F;
        const auto gold = static_cast<size_t>(example.heads[word]);
        const float wanted = scores[gold];
        losses.arcs += static_cast<double>(softmax(scores, count + 1) - wanted);
        for (size_t head = 0; head < heads; ++head)
            scores[head] = head > count ? 0.0F : (scores[head] - (head == gold ? 1.0F : 0.0F)) * m_scale * example.treeWeight;
        for (size_t head = 0; head <= count; ++head)
            gradients[Network::Distances][ModelShape::distanceOf(word, head, count)] += scores[head];
    }
    multiply({count, width, heads, m_treeScores.data(), heads, 1, m_treeHeads.data(), width, m_answerGradients.data() + first * width, width, true});
    resized(m_hidden, heads * width);
    multiply({heads, width, count, m_treeScores.data(), 1, heads, dependents, width, m_hidden.data(), width, false});
    for (size_t word = 0; word < count; ++word) {
        float *const to = m_projectedGradients.data() + (first + word) * shape.projection() + shape.arcHeadAt();
        for (size_t column = 0; column < width; ++column)
            to[column] += m_hidden[word * width + column];
    }
    for (size_t column = 0; column < width; ++column)
        gradients[Network::RootArc][column] += m_hidden[count * width + column];
}

void Pass::learnArcs(const std::vector<const Example *> &batch)
{
    const ModelShape &shape = m_network.shape;
    forward(Network::ArcWeights, m_projected.data(), shape.projection(), m_answers);
    resized(m_answerGradients, m_count * shape.arcWidth);
    size_t first = 0;
    for (const Example *const example : batch) {
        if (example->treeWeight > 0)
            learnTree(*example, first);
        first += example->size();
    }
    backward(Network::ArcWeights, m_projected.data(), shape.projection(), m_answerGradients, m_projectedGradients.data(), shape.projection());
}

void Pass::learnRelations(const std::vector<const Example *> &batch)
{
    const ModelShape &shape = m_network.shape;
    const size_t width = shape.relationWidth;
    const size_t columns = m_network.part(Network::RelationWeights).columns;
    resized(m_hidden, m_count * width);
    m_hiddenFactors.resize(m_count * width);
    const auto headOf = [&](const Example &example, size_t first, size_t at) -> const float * {
        const auto head = static_cast<size_t>(example.heads[at]);
        return head == example.size() ? m_network.part(Network::RootRelation).values.data()
                                      : m_projected.data() + (first + head) * shape.projection() + shape.relationHeadAt();
    };
    size_t first = 0;
    for (const Example *const example : batch) {
        for (size_t at = 0; at < example->size() && example->treeWeight > 0; ++at) {
            const float *const dependent = m_projected.data() + (first + at) * shape.projection() + shape.relationAt();
            const float *const head = headOf(*example, first, at);
            float *const factors = m_hiddenFactors.data() + (first + at) * width;
            makeMask(factors, width, m_regime.hiddenDropout);
            for (size_t column = 0; column < width; ++column) {
                const float value = dependent[column] + head[column];
                factors[column] = value > 0 ? factors[column] : 0.0F;
                m_hidden[(first + at) * width + column] = value * factors[column];
            }
        }
        first += example->size();
    }
    forward(Network::RelationWeights, m_hidden.data(), width, m_answers);
    resized(m_answerGradients, m_count * columns);
    first = 0;
    for (const Example *const example : batch) {
        for (size_t at = 0; at < example->size() && example->treeWeight > 0; ++at) {
            float *const scores = m_answers.data() + (first + at) * columns;
            const float wanted = scores[example->relations[at]];
            losses.relations += static_cast<double>(softmax(scores, m_network.relationCount) - wanted);
            for (size_t label = 0; label < m_network.relationCount; ++label)
                m_answerGradients[(first + at) * columns + label] = (scores[label] - (label == example->relations[at] ? 1.0F : 0.0F)) * m_scale * example->treeWeight;
        }
        first += example->size();
    }
    resized(m_hiddenGradients, m_count * width);
    backward(Network::RelationWeights, m_hidden.data(), width, m_answerGradients, m_hiddenGradients.data(), width);
    first = 0;
    for (const Example *const example : batch) {
        for (size_t at = 0; at < example->size() && example->treeWeight > 0; ++at) {
            const auto head = static_cast<size_t>(example->heads[at]);
            float *const toDependent = m_projectedGradients.data() + (first + at) * shape.projection() + shape.relationAt();
            float *const toHead = head == example->size() ? gradients[Network::RootRelation].data()
                                                          : m_projectedGradients.data() + (first + head) * shape.projection() + shape.relationHeadAt();
            for (size_t column = 0; column < width; ++column) {
                const size_t place = (first + at) * width + column;
                const float gradient = m_hiddenGradients[place] * m_hiddenFactors[place];
                toDependent[column] += gradient;
                toHead[column] += gradient;
            }
        }
        first += example->size();
    }
}

/// The likelihood of the right label sequence among all (Lafferty et al. 2001), by the forward and backward sums.
void Pass::learnNamesOf(const Example &example, size_t first)
{
    constexpr size_t kLabels = NameLabels::kCount;
    constexpr float kNever = -1e30F;
    const size_t count = example.size();
    const size_t columns = m_network.part(Network::NameWeights).columns;
    const std::vector<float> &transitions = m_network.part(Network::Transitions).values;
    std::vector<float> &change = gradients[Network::Transitions];
    std::vector<std::array<float, kLabels>> ahead(count);
    std::vector<std::array<float, kLabels>> behind(count);
    const auto scores = [&](size_t at) { return m_answers.data() + (first + at) * columns; };
    const auto step = [&](int before, size_t label) {
        return NameLabels::canFollow(before, static_cast<int>(label)) ? transitions[static_cast<size_t>(before + 1) * kLabels + label] : kNever;
    };
    const auto sumOf = [](const std::array<float, kLabels> &terms) {
        const float top = *std::max_element(terms.begin(), terms.end());
        float sum = 0;
        for (const float term : terms)
            sum += power(term - top);
        return top <= kNever ? kNever : top + std::log(sum);
    };
    std::array<float, kLabels> terms{};
    for (size_t at = 0; at < count; ++at) {
        for (size_t label = 0; label < kLabels; ++label) {
            for (size_t before = 0; before < kLabels && at > 0; ++before)
                terms[before] = std::max(kNever, ahead[at - 1][before] + step(static_cast<int>(before), label));
            ahead[at][label] = std::max(kNever, (at == 0 ? step(-1, label) : sumOf(terms)) + scores(at)[label]);
        }
    }
    for (size_t at = count; at-- > 0;) {
        for (size_t label = 0; label < kLabels; ++label) {
            for (size_t next = 0; next < kLabels && at + 1 < count; ++next)
                terms[next] = std::max(kNever, step(static_cast<int>(label), next) + scores(at + 1)[next] + behind[at + 1][next]);
            behind[at][label] = at + 1 < count ? sumOf(terms) : NameLabels::isOpen(static_cast<int>(label)) ? kNever : 0.0F;
        }
    }
    for (size_t label = 0; label < kLabels; ++label)
        terms[label] = std::max(kNever, ahead[count - 1][label] + behind[count - 1][label]);
    const float all = sumOf(terms);
    const float weight = m_scale * example.nameWeight;
    double right = 0;
    for (size_t at = 0; at < count; ++at) {
        const size_t gold = example.names[at];
        const int before = at == 0 ? -1 : example.names[at - 1];
        right += static_cast<double>(scores(at)[gold] + step(before, gold));
        float *const gradient = m_answerGradients.data() + (first + at) * columns;
        for (size_t label = 0; label < kLabels; ++label)
            gradient[label] = weight * power(ahead[at][label] + behind[at][label] - all);
        gradient[gold] -= weight;
        for (size_t label = 0; label < kLabels; ++label) {
            for (int from = at == 0 ? -1 : 0; from < (at == 0 ? 0 : static_cast<int>(kLabels)); ++from) {
                const float reached = at == 0 ? 0.0F : ahead[at - 1][static_cast<size_t>(from)];
                if (NameLabels::canFollow(from, static_cast<int>(label)))
                    change[static_cast<size_t>(from + 1) * kLabels + label] += weight * power(reached + step(from, label) + scores(at)[label] + behind[at][label] - all);
            }
        }
        change[static_cast<size_t>(before + 1) * kLabels + gold] -= weight;
    }
    losses.names += static_cast<double>(all) - right;
}

void Pass::learnNames(const std::vector<const Example *> &batch)
{
    const ModelShape &shape = m_network.shape;
    const float *const input = m_projected.data() + shape.nameAt();
    forward(Network::NameWeights, input, shape.projection(), m_answers);
    resized(m_answerGradients, m_count * m_network.part(Network::NameWeights).columns);
    size_t first = 0;
    for (const Example *const example : batch) {
        if (example->nameWeight > 0)
            learnNamesOf(*example, first);
        first += example->size();
    }
    backward(Network::NameWeights, input, shape.projection(), m_answerGradients, m_projectedGradients.data() + shape.nameAt(), shape.projection());
}

} // namespace variorum::training
