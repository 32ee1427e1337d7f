#include "training/train_network.h"

#include "training/matrix.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>
#include <thread>

namespace variorum::training {

using language::LinearLayer;
using language::ModelShape;

namespace {

constexpr size_t kHalves = 2;
constexpr float kLongestGradient = 3.0F;

using Batch = std::array<std::vector<const Example *>, kHalves>;

std::vector<Batch> makeBatches(const std::vector<Example> &examples, size_t wordsAtOnce, Random &random)
{
    std::vector<size_t> order(examples.size());
    std::iota(order.begin(), order.end(), size_t{0});
    random.shuffle(order);
    std::vector<Batch> batches;
    std::array<size_t, kHalves> words{};
    size_t half = 0;
    for (const size_t at : order) {
        if (batches.empty() || (half == kHalves - 1 && words[half] >= wordsAtOnce)) {
            batches.emplace_back();
            words.fill(0);
            half = 0;
        } else if (words[half] >= wordsAtOnce) {
            ++half;
        }
        batches.back()[half].push_back(&examples[at]);
        words[half] += examples[at].size();
    }
    return batches;
}

/// The gradients of both halves, applied.
class Updater {
public:
    explicit Updater(Network &network) : m_network(network) {}

    void update(Pass &one, const Pass &other, float rate)
    {
        ++m_steps;
        double square = 0;
        for (size_t part = 0; part < Network::PartCount; ++part) {
            std::vector<float> &sums = one.gradients[part];
            for (size_t at = 0; at < sums.size(); ++at) {
                sums[at] += other.gradients[part][at];
                square += static_cast<double>(sums[at]) * static_cast<double>(sums[at]);
            }
        }
        const float length = static_cast<float>(std::sqrt(square));
        if (length > kLongestGradient) {
            for (std::vector<float> &sums : one.gradients) {
                for (float &sum : sums)
                    sum *= kLongestGradient / length;
            }
        }
        AdamStep step;
        const auto count = static_cast<float>(m_steps);
        step.rate = rate / (1 - std::pow(step.first, count));
        step.secondRoot = 1 / std::sqrt(1 - std::pow(step.second, count));
        for (size_t part = 0; part < Network::PartCount; ++part) {
            Parameter &parameter = m_network.parts[part];
            adam(step, parameter.values.data(), one.gradients[part].data(), parameter.first.data(), parameter.second.data(), parameter.size());
        }
        updateRows(one, other, step);
    }

    [[nodiscard]] quint64 &steps() { return m_steps; }

private:
    /// Only rows that the batch met are changed, with moments that stood still meanwhile.
    void updateRows(const Pass &one, const Pass &other, const AdamStep &step)
    {
        const size_t width = m_network.rows.columns;
        m_places.resize(m_network.rows.rows, 0);
        for (size_t at = 0; at < other.touchedRows.size(); ++at)
            m_places[other.touchedRows[at]] = at + 1;
        std::vector<float> sum(width);
        const auto apply = [&](quint32 row, const float *gradient) {
            Parameter &rows = m_network.rows;
            adam(step, rows.values.data() + row * width, gradient, rows.first.data() + row * width, rows.second.data() + row * width, width);
        };
        for (size_t at = 0; at < one.touchedRows.size(); ++at) {
            const quint32 row = one.touchedRows[at];
            std::copy_n(one.rowGradients.data() + at * width, width, sum.begin());
            if (m_places[row] != 0) {
                const float *const more = other.rowGradients.data() + (m_places[row] - 1) * width;
                for (size_t column = 0; column < width; ++column)
                    sum[column] += more[column];
                m_places[row] = 0;
            }
            apply(row, sum.data());
        }
        for (size_t at = 0; at < other.touchedRows.size(); ++at) {
            if (m_places[other.touchedRows[at]] != 0)
                apply(other.touchedRows[at], other.rowGradients.data() + at * width);
            m_places[other.touchedRows[at]] = 0;
        }
    }

    Network &m_network;
    std::vector<size_t> m_places;
    quint64 m_steps = 0;
};

/// A float matrix [inputs][outputs] as the whole numbers of LinearLayer.
void writeLayer(const Parameter &weights, const std::vector<float> &bias, const QByteArray &name, language::ModelFileWriter &writer)
{
    std::vector<float> scales(weights.columns, 0.0F);
    for (size_t at = 0; at < weights.size(); ++at)
        scales[at % weights.columns] = std::max(scales[at % weights.columns], std::abs(weights.values[at]));
    for (float &scale : scales)
        scale = std::max(scale, 1e-12F) / static_cast<float>(LinearLayer::kMost);
    std::vector<qint8> numbers(weights.size());
    std::vector<qint32> corrections(weights.columns, 0);
    for (size_t input = 0; input < weights.rows; ++input) {
        for (size_t output = 0; output < weights.columns; ++output) {
            const float number = std::round(weights.values[input * weights.columns + output] / scales[output]);
            numbers[input / 4 * 4 * weights.columns + output * 4 + input % 4] = static_cast<qint8>(number);
            corrections[output] += 128 * static_cast<qint32>(number);
        }
    }
    writer.addNumbers((name + 'W').constData(), numbers);
    writer.addNumbers((name + 'C').constData(), corrections);
    writer.addNumbers((name + 'S').constData(), scales);
    writer.addNumbers((name + 'B').constData(), bias);
}

void writeRows(const Parameter &rows, language::ModelFileWriter &writer)
{
    std::vector<qint8> numbers(rows.size());
    std::vector<float> scales(rows.rows);
    for (size_t row = 0; row < rows.rows; ++row) {
        const float *const values = rows.values.data() + row * rows.columns;
        float most = 1e-12F;
        for (size_t column = 0; column < rows.columns; ++column)
            most = std::max(most, std::abs(values[column]));
        scales[row] = most / 127;
        for (size_t column = 0; column < rows.columns; ++column)
            numbers[row * rows.columns + column] = static_cast<qint8>(std::round(values[column] / scales[row]));
    }
    writer.addNumbers("rows", numbers);
    writer.addNumbers("rowscale", scales);
}

template<typename Labels, typename Name>
QByteArray linesFrom(const Labels &labels, Name name)
{
    QStringList lines;
    for (const auto &label : labels)
        lines.append(name(label));
    return lines.join(u'\n').toUtf8();
}

/// Rises at a cycle's begin, then falls to nearly nothing at its end (Smith 2017; Loshchilov and Hutter 2017).
float rateAt(quint64 step, size_t cycle, size_t cycleSteps, float rate)
{
    constexpr float kWarming = 300;
    constexpr float kLower = 0.7F; // each cycle than the one before
    const size_t begin = cycle * cycleSteps;
    const auto within = static_cast<float>(step > begin ? step - begin : 1);
    for (size_t number = 0; number < cycle; ++number)
        rate *= kLower;
    return rate * std::min(within / kWarming, std::max(0.01F, 1 - within / static_cast<float>(cycleSteps)));
}

/// All that the next epoch begins with, in one file: a training that was broken off goes on from it to the same result.
bool transfer(Network &network, Updater &updater, Random &random, int &epoch, const QString &path, bool save)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(save ? QIODevice::WriteOnly : QIODevice::ReadOnly))
        return false;
    bool whole = true;
    const auto move = [&](void *data, size_t size) {
        const auto length = static_cast<qint64>(size);
        whole = whole && (save ? file.write(static_cast<const char *>(data), length) : file.read(static_cast<char *>(data), length)) == length;
    };
    move(&epoch, sizeof epoch);
    move(&random, sizeof random);
    move(&updater.steps(), sizeof updater.steps());
    const auto moveParameter = [&](Parameter &parameter) {
        for (std::vector<float> *const values : {&parameter.values, &parameter.first, &parameter.second})
            move(values->data(), values->size() * sizeof(float));
    };
    for (Parameter &part : network.parts)
        moveParameter(part);
    moveParameter(network.rows);
    return whole;
}

} // namespace

void trainNetwork(const std::vector<Example> &examples, const Schedule &schedule, Network &network, const std::function<void(int, const QString &)> &afterEpoch)
{
    Random random(schedule.seed);
    Pass one(network);
    Pass other(network);
    Updater updater(network);
    const Regime regime;
    const size_t batchCount = makeBatches(examples, schedule.wordsAtOnce, random).size(); // about the same in each epoch
    const size_t cycleSteps = batchCount * static_cast<size_t>(std::min(schedule.cycle, schedule.epochs));
    int firstEpoch = 0;
    if (transfer(network, updater, random, firstEpoch, schedule.checkpoint, false))
        afterEpoch(firstEpoch - 1, QStringLiteral("taken up again"));
    for (int epoch = firstEpoch; epoch < schedule.epochs; ++epoch) {
        Losses losses;
        for (const Batch &batch : makeBatches(examples, schedule.wordsAtOnce, random)) {
            size_t words = 0;
            for (const auto &half : batch)
                words += std::accumulate(half.begin(), half.end(), size_t{0}, [](size_t sum, const Example *example) { return sum + example->size(); });
            const float scale = 1.0F / static_cast<float>(std::max<size_t>(words, 1));
            const quint64 seed = random.below(~quint64{0});
            std::thread second([&] { other.run(batch[1], scale, regime, seed + 1); });
            one.run(batch[0], scale, regime, seed);
            second.join();
            for (const Pass *const pass : {&one, &other}) {
                losses.tags += pass->losses.tags;
                losses.arcs += pass->losses.arcs;
                losses.relations += pass->losses.relations;
                losses.names += pass->losses.names;
            }
            updater.update(one, other, rateAt(updater.steps() + 1, static_cast<size_t>(epoch / schedule.cycle), cycleSteps, schedule.rate));
        }
        int next = epoch + 1;
        transfer(network, updater, random, next, schedule.checkpoint, true);
        afterEpoch(epoch, QStringLiteral("losses: tags %1, arcs %2, relations %3, names %4")
                              .arg(losses.tags, 0, 'f', 0).arg(losses.arcs, 0, 'f', 0).arg(losses.relations, 0, 'f', 0).arg(losses.names, 0, 'f', 0));
    }
}

void writeNetwork(const Network &network, quint8 corpus, const std::vector<language::TagPair> &pairs, const std::vector<model::Deprel> &relations,
                  language::ModelFileWriter &writer)
{
    const ModelShape &shape = network.shape;
    writer.add("config", QByteArray(reinterpret_cast<const char *>(&shape), sizeof shape));
    writeRows(network.rows, writer);
    const auto layer = [&](size_t part, const QByteArray &name) { writeLayer(network.part(part), network.part(part + 1).values, name, writer); };
    for (size_t number = 0; number < shape.layers; ++number)
        layer(Network::GateWeights + 2 * number, "gate" + QByteArray::number(static_cast<qulonglong>(number)));
    std::vector<float> projectionBias = network.part(Network::ProjectionBias).values;
    for (size_t column = 0; column < shape.nameWidth; ++column)
        projectionBias[shape.nameAt() + column] += network.part(Network::Corpora).values[corpus * shape.nameWidth + column];
    writeLayer(network.part(Network::ProjectionWeights), projectionBias, "proj", writer);
    layer(Network::TagWeights, "tag");
    layer(Network::ArcWeights, "arc");
    layer(Network::RelationWeights, "rel");
    layer(Network::NameWeights, "name");
    writer.addNumbers("rootarc", network.part(Network::RootArc).values);
    writer.addNumbers("rootrel", network.part(Network::RootRelation).values);
    writer.addNumbers("distance", network.part(Network::Distances).values);
    writer.addNumbers("crf", network.part(Network::Transitions).values);
    writer.addNumbers("context", network.part(Network::Contexts).values);
    writer.add("tags", linesFrom(pairs, [](const language::TagPair &pair) { return language::labelOf(pair); }));
    writer.add("rels", linesFrom(relations, [](model::Deprel relation) { return QString(toString(relation)); }));
}

} // namespace variorum::training
