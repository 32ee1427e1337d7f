// The body of one build of the kernels; included once a build, inside a namespace of its own. Uses nothing from a library:
// a function shared with other files would be built for this file's machine and run on others.

typedef decltype(sizeof(0)) Size;

inline float sigmoidOf(float x)
{
    // 1 / (1 + e^-x); e^y = 2^(y log2 e) by the whole part and a polynomial on [-0.5, 0.5].
    float y = -x * 1.44269504F;
    y = y > 60.0F ? 60.0F : y;
    y = y < -60.0F ? -60.0F : y;
    const int whole = static_cast<int>(y + (y < 0.0F ? -0.5F : 0.5F));
    const float part = y - static_cast<float>(whole);
    const float power = 1.0F + part * (0.69314718F + part * (0.24022651F + part * (0.05550411F + part * (0.00961813F + part * 0.00133336F))));
    const int bits = (whole + 127) << 23;
    float scale;
    __builtin_memcpy(&scale, &bits, sizeof scale);
    return 1.0F / (1.0F + power * scale);
}

#if defined(__AVX512BW__)
typedef __m512i Lanes;
constexpr Size kLanes = 16;
inline Lanes zeroLanes() { return _mm512_setzero_si512(); }
inline Lanes loadLanes(const std::int16_t *from) { return _mm512_loadu_si512(from); }
inline Lanes broadcastPair(const std::int16_t *from)
{
    int pair;
    __builtin_memcpy(&pair, from, sizeof pair);
    return _mm512_set1_epi32(pair);
}
#if defined(__AVX512VNNI__)
inline Lanes addProducts(Lanes sum, Lanes one, Lanes other) { return _mm512_dpwssd_epi32(sum, one, other); }
#else
inline Lanes addProducts(Lanes sum, Lanes one, Lanes other) { return _mm512_add_epi32(sum, _mm512_madd_epi16(one, other)); }
#endif
inline void storeResult(Lanes sum, float scale, const float *scales, const float *bias, float *to)
{
    const __m512 factor = _mm512_mul_ps(_mm512_set1_ps(scale), _mm512_loadu_ps(scales));
    _mm512_storeu_ps(to, _mm512_add_ps(_mm512_mul_ps(_mm512_cvtepi32_ps(sum), factor), _mm512_loadu_ps(bias)));
}
#elif defined(__AVX2__)
typedef __m256i Lanes;
constexpr Size kLanes = 8;
inline Lanes zeroLanes() { return _mm256_setzero_si256(); }
inline Lanes loadLanes(const std::int16_t *from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)); }
inline Lanes broadcastPair(const std::int16_t *from)
{
    int pair;
    __builtin_memcpy(&pair, from, sizeof pair);
    return _mm256_set1_epi32(pair);
}
inline Lanes addProducts(Lanes sum, Lanes one, Lanes other) { return _mm256_add_epi32(sum, _mm256_madd_epi16(one, other)); }
inline void storeResult(Lanes sum, float scale, const float *scales, const float *bias, float *to)
{
    const __m256 factor = _mm256_mul_ps(_mm256_set1_ps(scale), _mm256_loadu_ps(scales));
    _mm256_storeu_ps(to, _mm256_add_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(sum), factor), _mm256_loadu_ps(bias)));
}
#else
struct Lanes {
    std::int32_t lane[8];
};
constexpr Size kLanes = 8;
inline Lanes zeroLanes() { return Lanes{}; }
struct Pairs {
    std::int16_t half[16];
};
inline Pairs loadLanes(const std::int16_t *from)
{
    Pairs pairs;
    __builtin_memcpy(&pairs, from, sizeof pairs);
    return pairs;
}
inline Pairs broadcastPair(const std::int16_t *from)
{
    Pairs pairs;
    for (Size lane = 0; lane < 16; ++lane)
        pairs.half[lane] = from[lane & 1];
    return pairs;
}
inline Lanes addProducts(Lanes sum, const Pairs &one, const Pairs &other)
{
    for (Size lane = 0; lane < 8; ++lane)
        sum.lane[lane] += one.half[2 * lane] * other.half[2 * lane] + one.half[2 * lane + 1] * other.half[2 * lane + 1];
    return sum;
}
inline void storeResult(const Lanes &sum, float scale, const float *scales, const float *bias, float *to)
{
    for (Size lane = 0; lane < 8; ++lane)
        to[lane] = static_cast<float>(sum.lane[lane]) * (scale * scales[lane]) + bias[lane];
}
#endif

template<Size Rows, Size Vectors>
inline void multiplyTile(const LinearLayer &layer, const std::int16_t *rows, const float *scales, Size output, float *result)
{
    Lanes sums[Rows][Vectors];
    for (Size row = 0; row < Rows; ++row) {
        for (Size vector = 0; vector < Vectors; ++vector)
            sums[row][vector] = zeroLanes();
    }
    for (Size input = 0; input < layer.inputs; input += 2) {
        const std::int16_t *const weights = layer.weights + input * layer.outputs + output * 2;
        decltype(loadLanes(weights)) columns[Vectors];
        for (Size vector = 0; vector < Vectors; ++vector)
            columns[vector] = loadLanes(weights + vector * kLanes * 2);
        for (Size row = 0; row < Rows; ++row) {
            const auto pair = broadcastPair(rows + row * layer.inputs + input);
            for (Size vector = 0; vector < Vectors; ++vector)
                sums[row][vector] = addProducts(sums[row][vector], pair, columns[vector]);
        }
    }
    for (Size row = 0; row < Rows; ++row) {
        for (Size vector = 0; vector < Vectors; ++vector) {
            const Size place = output + vector * kLanes;
            storeResult(sums[row][vector], scales[row], layer.scales + place, layer.bias + place, result + row * layer.outputs + place);
        }
    }
}

template<Size Vectors>
inline void multiplyColumns(const LinearLayer &layer, const std::int16_t *rows, const float *scales, Size rowCount, Size output, float *result)
{
    Size row = 0;
    for (; row + 4 <= rowCount; row += 4)
        multiplyTile<4, Vectors>(layer, rows + row * layer.inputs, scales + row, output, result + row * layer.outputs);
    for (; row < rowCount; ++row)
        multiplyTile<1, Vectors>(layer, rows + row * layer.inputs, scales + row, output, result + row * layer.outputs);
}

void multiply(const LinearLayer &layer, const std::int16_t *rows, const float *scales, Size rowCount, float *result)
{
    constexpr Size kWide = kLanes * (kLanes == 16 ? 4 : 2);
    Size output = 0;
    for (; output + kWide <= layer.outputs; output += kWide)
        multiplyColumns<kWide / kLanes>(layer, rows, scales, rowCount, output, result);
    for (; output < layer.outputs; output += kLanes)
        multiplyColumns<1>(layer, rows, scales, rowCount, output, result);
}

void quantize(const float *values, Size stride, Size width, Size rowCount, bool rectify, std::int16_t *rows, float *scales)
{
    const float least = rectify ? 0.0F : -3e38F;
    for (Size row = 0; row < rowCount; ++row) {
        const float *const from = values + row * stride;
        std::int16_t *const to = rows + row * width;
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
            to[at] = static_cast<std::int16_t>(static_cast<int>(value + (value < 0.0F ? -0.5F : 0.5F)));
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
            const float keep = sigmoidOf(forget[at]);
            const float use = sigmoidOf(reset[at]);
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
