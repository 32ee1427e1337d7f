// The body of one build of the kernels; included once a build, inside a namespace of its own. Uses nothing from a library:
// a function shared with other files would be built for this file's machine and run on others.

typedef decltype(sizeof(0)) Size;

// e^-x as 2^y: the whole part of y goes straight into the exponent's bits (adding 1.5 * 2^23 leaves it in the lowest bits of
// the sum), the rest through a polynomial on [-0.5, 0.5].
inline float powerOfMinus(float x)
{
    constexpr float kShift = 12582912.0F;
    float y = x * -1.44269504F;
    y = y > 40.0F ? 40.0F : y;
    y = y < -40.0F ? -40.0F : y;
    const float shifted = y + kShift;
    const float part = y - (shifted - kShift);
    const float power = 1.0F + part * (0.69314718F + part * (0.24022651F + part * (0.05550411F + part * 0.00961813F)));
    int bits;
    __builtin_memcpy(&bits, &shifted, sizeof bits);
    const unsigned exponent = (static_cast<unsigned>(bits) + 127U) << 23;
    float scale;
    __builtin_memcpy(&scale, &exponent, sizeof scale);
    return power * scale;
}

#if defined(__AVX512VNNI__)
typedef __m512i Lanes;
typedef __m512i Inputs;
constexpr Size kLanes = 16;
inline Lanes zeroLanes() { return _mm512_setzero_si512(); }
inline Lanes loadWeights(const std::int8_t *from) { return _mm512_loadu_si512(from); }
// The instruction wants one factor without sign: 128 more than it is, which LinearLayer::corrections takes away again.
inline Inputs broadcastInputs(const std::int8_t *from)
{
    int four;
    __builtin_memcpy(&four, from, sizeof four);
    return _mm512_xor_si512(_mm512_set1_epi32(four), _mm512_set1_epi32(static_cast<int>(0x80808080U)));
}
inline Lanes addProducts(Lanes sum, Inputs inputs, Lanes weights) { return _mm512_dpbusd_epi32(sum, inputs, weights); }
inline void storeResult(Lanes sum, const LinearLayer &layer, Size place, float scale, float *to)
{
    const __m512 factor = _mm512_mul_ps(_mm512_set1_ps(scale), _mm512_loadu_ps(layer.scales + place));
    const __m512i whole = _mm512_sub_epi32(sum, _mm512_loadu_si512(layer.corrections + place));
    _mm512_storeu_ps(to, _mm512_add_ps(_mm512_mul_ps(_mm512_cvtepi32_ps(whole), factor), _mm512_loadu_ps(layer.bias + place)));
}
#elif defined(__AVX2__)
typedef __m256i Lanes;
struct Inputs {
    __m256i values;
    __m256i sizes;
};
constexpr Size kLanes = 8;
inline Lanes zeroLanes() { return _mm256_setzero_si256(); }
inline Lanes loadWeights(const std::int8_t *from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)); }
inline Inputs broadcastInputs(const std::int8_t *from)
{
    int four;
    __builtin_memcpy(&four, from, sizeof four);
    const __m256i values = _mm256_set1_epi32(four);
    return {values, _mm256_abs_epi8(values)};
}
// |input| * (weight with the input's sign); two such products, at most 2 * 127 * 127, fit 16 bits.
inline Lanes addProducts(Lanes sum, const Inputs &inputs, Lanes weights)
{
    const __m256i pairs = _mm256_maddubs_epi16(inputs.sizes, _mm256_sign_epi8(weights, inputs.values));
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}
inline void storeResult(Lanes sum, const LinearLayer &layer, Size place, float scale, float *to)
{
    const __m256 factor = _mm256_mul_ps(_mm256_set1_ps(scale), _mm256_loadu_ps(layer.scales + place));
    _mm256_storeu_ps(to, _mm256_add_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(sum), factor), _mm256_loadu_ps(layer.bias + place)));
}
#else
struct Lanes {
    std::int32_t lane[8];
};
struct Weights {
    std::int8_t weight[32];
};
struct Inputs {
    std::int8_t input[4];
};
constexpr Size kLanes = 8;
inline Lanes zeroLanes() { return Lanes{}; }
inline Weights loadWeights(const std::int8_t *from)
{
    Weights weights;
    __builtin_memcpy(&weights, from, sizeof weights);
    return weights;
}
inline Inputs broadcastInputs(const std::int8_t *from)
{
    Inputs inputs;
    __builtin_memcpy(&inputs, from, sizeof inputs);
    return inputs;
}
inline Lanes addProducts(Lanes sum, const Inputs &inputs, const Weights &weights)
{
    for (Size lane = 0; lane < 8; ++lane) {
        for (Size number = 0; number < 4; ++number)
            sum.lane[lane] += inputs.input[number] * weights.weight[4 * lane + number];
    }
    return sum;
}
inline void storeResult(const Lanes &sum, const LinearLayer &layer, Size place, float scale, float *to)
{
    for (Size lane = 0; lane < 8; ++lane)
        to[lane] = static_cast<float>(sum.lane[lane]) * (scale * layer.scales[place + lane]) + layer.bias[place + lane];
}
#endif

template<Size Rows, Size Vectors>
inline void multiplyTile(const LinearLayer &layer, const std::int8_t *rows, const float *scales, Size output, float *result)
{
    Lanes sums[Rows][Vectors];
    for (Size row = 0; row < Rows; ++row) {
        for (Size vector = 0; vector < Vectors; ++vector)
            sums[row][vector] = zeroLanes();
    }
    for (Size input = 0; input < layer.inputs; input += 4) {
        const std::int8_t *const weights = layer.weights + input * layer.outputs + output * 4;
        decltype(loadWeights(weights)) columns[Vectors];
        for (Size vector = 0; vector < Vectors; ++vector)
            columns[vector] = loadWeights(weights + vector * kLanes * 4);
        for (Size row = 0; row < Rows; ++row) {
            const Inputs inputs = broadcastInputs(rows + row * layer.inputs + input);
            for (Size vector = 0; vector < Vectors; ++vector)
                sums[row][vector] = addProducts(sums[row][vector], inputs, columns[vector]);
        }
    }
    for (Size row = 0; row < Rows; ++row) {
        for (Size vector = 0; vector < Vectors; ++vector) {
            const Size place = output + vector * kLanes;
            storeResult(sums[row][vector], layer, place, scales[row], result + row * layer.outputs + place);
        }
    }
}

template<Size Vectors>
inline void multiplyColumns(const LinearLayer &layer, const std::int8_t *rows, const float *scales, Size rowCount, Size output, float *result)
{
    constexpr Size kRows = 4;
    Size row = 0;
    for (; row + kRows <= rowCount; row += kRows)
        multiplyTile<kRows, Vectors>(layer, rows + row * layer.inputs, scales + row, output, result + row * layer.outputs);
    for (; row < rowCount; ++row)
        multiplyTile<1, Vectors>(layer, rows + row * layer.inputs, scales + row, output, result + row * layer.outputs);
}

void multiply(const LinearLayer &layer, const std::int8_t *rows, const float *scales, Size rowCount, float *result)
{
    constexpr Size kVectors = kLanes == 16 ? 4 : 2;
    Size output = 0;
    for (; output + kVectors * kLanes <= layer.outputs; output += kVectors * kLanes)
        multiplyColumns<kVectors>(layer, rows, scales, rowCount, output, result);
    for (; output < layer.outputs; output += kLanes)
        multiplyColumns<1>(layer, rows, scales, rowCount, output, result);
}

void quantize(const float *values, Size stride, Size width, Size rowCount, bool rectify, std::int8_t *rows, float *scales)
{
    const float least = rectify ? 0.0F : -3e38F;
    for (Size row = 0; row < rowCount; ++row) {
        const float *const from = values + row * stride;
        std::int8_t *const to = rows + row * width;
        float most[16] = {};
        for (Size at = 0; at < width; at += 16) { // widths are multiples of 16
            for (Size lane = 0; lane < 16; ++lane) {
                const float value = from[at + lane] < least ? least : from[at + lane];
                const float size = value < 0.0F ? -value : value;
                most[lane] = size > most[lane] ? size : most[lane];
            }
        }
        float top = 1e-20F;
        for (Size lane = 0; lane < 16; ++lane)
            top = most[lane] > top ? most[lane] : top;
        const float factor = static_cast<float>(LinearLayer::kMost) / top;
        for (Size at = 0; at < width; ++at) {
            const float value = (from[at] < least ? least : from[at]) * factor;
            to[at] = static_cast<std::int8_t>(static_cast<int>(value + (value < 0.0F ? -0.5F : 0.5F)));
        }
        scales[row] = top / static_cast<float>(LinearLayer::kMost);
    }
}

void recur(const float *gates, Size gateStride, const float *input, Size stride, Size width, Size count, bool backward, float *state, float *output)
{
    for (Size at = 0; at < width; ++at)
        state[at] = 0.0F;
    for (Size step = 0; step < count; ++step) {
        const Size word = backward ? count - 1 - step : step;
        const float *const __restrict candidate = gates + word * gateStride;
        const float *const __restrict forget = candidate + width;
        const float *const __restrict reset = forget + width;
        const float *const __restrict in = input + word * stride;
        float *const __restrict out = output + word * stride;
        float *const __restrict now = state;
        for (Size at = 0; at < width; ++at) {
            // Two sigmoids by one division.
            const float one = 1.0F + powerOfMinus(forget[at]);
            const float other = 1.0F + powerOfMinus(reset[at]);
            const float inverse = 1.0F / (one * other);
            const float keep = other * inverse;
            const float use = one * inverse;
            const float next = candidate[at] + keep * (now[at] - candidate[at]);
            const float through = in[at] * kHighwayScale;
            now[at] = next;
            out[at] = through + use * (next - through);
        }
    }
}

void addRow(const std::int8_t *row, float scale, Size width, float *sum)
{
    for (Size at = 0; at < width; ++at)
        sum[at] += scale * static_cast<float>(row[at]);
}

void matchArcs(const float *dependents, Size dependentStride, const float *headsByFeature, Size headCount, Size width, Size count, float *scores)
{
    for (Size word = 0; word < count; ++word) { // headCount is a multiple of 16
        const float *const dependent = dependents + word * dependentStride;
        for (Size head = 0; head < headCount; head += 16) {
            float sums[16] = {};
            for (Size feature = 0; feature < width; ++feature) {
                const float *const column = headsByFeature + feature * headCount + head;
                for (Size lane = 0; lane < 16; ++lane)
                    sums[lane] += dependent[feature] * column[lane];
            }
            for (Size lane = 0; lane < 16; ++lane)
                scores[word * headCount + head + lane] = sums[lane];
        }
    }
}

constexpr Kernels kKernels = {multiply, quantize, recur, addRow, matchArcs};
