// The model's arithmetic: right, and the same to the last bit in every build of it that this machine runs.

#include "language/kernels.h"

#include <QtTest>
#include <cmath>
#include <cstring>
#include <vector>

using namespace variorum::language;

namespace {

class Numbers {
public:
    explicit Numbers(quint32 seed) : m_state(seed) {}
    /// In [-1, 1).
    float next()
    {
        m_state = m_state * 1664525 + 1013904223;
        return static_cast<float>(m_state >> 8) / static_cast<float>(1U << 23) - 1.0F;
    }
    std::vector<float> many(size_t count, float scale = 1)
    {
        std::vector<float> numbers(count);
        for (float &number : numbers)
            number = scale * next();
        return numbers;
    }
    std::vector<qint8> whole(size_t count)
    {
        std::vector<qint8> numbers(count);
        for (qint8 &number : numbers)
            number = static_cast<qint8>(std::lround(next() * LinearLayer::kMost));
        return numbers;
    }

private:
    quint32 m_state;
};

/// A layer of random weights with what belongs to it.
struct Layer {
    Layer(size_t inputs, size_t outputs, Numbers &random)
        : weights(random.whole(inputs * outputs)), corrections(outputs, 0), scales(random.many(outputs, 0.01F)), bias(random.many(outputs))
    {
        for (size_t input = 0; input < inputs; ++input) {
            for (size_t output = 0; output < outputs; ++output)
                corrections[output] += 128 * weightOf(input, output, outputs);
        }
        layer = {inputs, outputs, weights.data(), corrections.data(), scales.data(), bias.data()};
    }
    [[nodiscard]] qint32 weightOf(size_t input, size_t output, size_t outputs) const { return weights[input / 4 * 4 * outputs + output * 4 + input % 4]; }

    std::vector<qint8> weights;
    std::vector<qint32> corrections;
    std::vector<float> scales;
    std::vector<float> bias;
    LinearLayer layer;
};

bool sameBits(const std::vector<float> &one, const std::vector<float> &other)
{
    return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size() * sizeof(float)) == 0;
}

} // namespace

class KernelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void build_data()
    {
        QTest::addColumn<int>("build");
        QTest::newRow("plain") << static_cast<int>(KernelBuild::Plain);
        QTest::newRow("avx2") << static_cast<int>(KernelBuild::Avx2);
        QTest::newRow("avx512") << static_cast<int>(KernelBuild::Avx512);
    }

    void multiply_anySize_isTheSumOfProducts_data() { build_data(); }
    void multiply_anySize_isTheSumOfProducts()
    {
        QFETCH(int, build);
        const Kernels *const kernel = kernelsOf(static_cast<KernelBuild>(build));
        if (!kernel)
            QSKIP("not on this machine");
        Numbers random(7);
        for (const size_t rows : {size_t{1}, size_t{3}, size_t{9}}) {
            for (const auto &[inputs, outputs] : {std::pair<size_t, size_t>{192, 576}, {64, 64}, {80, 48}, {96, 16}, {4, 80}}) {
                const Layer layer(inputs, outputs, random);
                std::vector<qint8> values = random.whole(rows * inputs);
                std::fill_n(values.begin(), std::min<size_t>(inputs, 8), qint8{-LinearLayer::kMost}); // the extremes
                const std::vector<float> scales = random.many(rows, 0.1F);
                std::vector<float> result(rows * outputs);
                kernel->multiply(layer.layer, values.data(), scales.data(), rows, result.data());
                for (size_t row = 0; row < rows; ++row) {
                    for (size_t output = 0; output < outputs; ++output) {
                        qint32 sum = 0;
                        for (size_t input = 0; input < inputs; ++input)
                            sum += values[row * inputs + input] * layer.weightOf(input, output, outputs);
                        const float expected = static_cast<float>(sum) * (scales[row] * layer.scales[output]) + layer.bias[output];
                        QCOMPARE(result[row * outputs + output], expected);
                    }
                }
            }
        }
    }

    void allOthers_everyBuild_giveTheSameBits_data() { build_data(); }
    void allOthers_everyBuild_giveTheSameBits()
    {
        QFETCH(int, build);
        const Kernels *const kernel = kernelsOf(static_cast<KernelBuild>(build));
        const Kernels *const plain = kernelsOf(KernelBuild::Plain);
        QVERIFY(plain);
        if (!kernel)
            QSKIP("not on this machine");
        constexpr size_t kWidth = 96;
        constexpr size_t kWords = 11;
        Numbers random(11);
        const std::vector<float> gates = random.many(kWords * 3 * kWidth, 30); // also where the sigmoid is flat
        const std::vector<float> input = random.many(kWords * kWidth, 2);
        const std::vector<qint8> row = random.whole(kWidth);
        const auto run = [&](const Kernels &one, bool backward) {
            std::vector<float> state(kWidth);
            std::vector<float> result(kWords * kWidth);
            one.recur(gates.data(), 3 * kWidth, input.data(), kWidth, kWidth, kWords, backward, state.data(), result.data());
            one.addRow(row.data(), 0.013F, kWidth, result.data());
            std::vector<qint8> whole(kWords * kWidth);
            std::vector<float> scales(kWords);
            one.quantize(result.data(), kWidth, kWidth, kWords, backward, whole.data(), scales.data());
            for (size_t at = 0; at < whole.size(); ++at)
                result.push_back(static_cast<float>(whole[at]));
            result.insert(result.end(), scales.begin(), scales.end());
            std::vector<float> arcs(kWords * 16);
            one.matchArcs(input.data(), kWidth, gates.data(), 16, 64, kWords, arcs.data());
            result.insert(result.end(), arcs.begin(), arcs.end());
            return result;
        };
        for (const bool backward : {false, true})
            QVERIFY(sameBits(run(*kernel, backward), run(*plain, backward)));
    }

    void recur_knownGates_followsTheFormula()
    {
        const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
        constexpr size_t kWidth = 16;
        Numbers random(3);
        const std::vector<float> gates = random.many(2 * 3 * kWidth, 4);
        const std::vector<float> input = random.many(2 * kWidth);
        std::vector<float> state(kWidth);
        std::vector<float> output(2 * kWidth);
        kernels().recur(gates.data(), 3 * kWidth, input.data(), kWidth, kWidth, 2, false, state.data(), output.data());
        for (size_t at = 0; at < kWidth; ++at) {
            double before = 0;
            for (size_t word = 0; word < 2; ++word) {
                const float *const gate = gates.data() + word * 3 * kWidth;
                const double keep = sigmoid(static_cast<double>(gate[kWidth + at]));
                const double use = sigmoid(static_cast<double>(gate[2 * kWidth + at]));
                before = keep * before + (1 - keep) * static_cast<double>(gate[at]);
                const double expected = use * before + (1 - use) * 1.5 * static_cast<double>(input[word * kWidth + at]);
                QVERIFY2(std::abs(static_cast<double>(output[word * kWidth + at]) - expected) < 1e-3, qPrintable(QString::number(expected)));
            }
        }
    }

    void quantize_row_keepsItWithinHalfAStep()
    {
        Numbers random(5);
        const std::vector<float> values = random.many(64, 3);
        std::vector<qint8> whole(64);
        float scale = 0;
        kernels().quantize(values.data(), 64, 64, 1, false, whole.data(), &scale);
        for (size_t at = 0; at < values.size(); ++at)
            QVERIFY(std::abs(values[at] - scale * static_cast<float>(whole[at])) <= scale * 0.5001F);
        kernels().quantize(values.data(), 64, 64, 1, true, whole.data(), &scale);
        for (size_t at = 0; at < values.size(); ++at)
            QVERIFY(whole[at] >= 0 && (values[at] > 0 || whole[at] == 0));
    }

    void quantize_zeros_staysZero()
    {
        const std::vector<float> values(32, 0.0F);
        std::vector<qint8> whole(32, 5);
        float scale = 0;
        kernels().quantize(values.data(), 32, 32, 1, false, whole.data(), &scale);
        QCOMPARE(whole, std::vector<qint8>(32, 0));
    }
};

QTEST_GUILESS_MAIN(KernelsTest)
#include "kernels_test.moc"
