#pragma once

#include <cstddef>
#include <cstdint>

// The arithmetic of the sentence model. Built three times, for plain x86-64 (or any machine), AVX2 and AVX-512; all give
// the same bits: products are summed as whole numbers, and everything in floating point is done element by element, in a
// fixed order, without fused operations.

namespace variorum::language {

/// A linear layer: out = in * weights * scales + bias. Inputs and weights are whole numbers of 8 bits. Weights lie in fours:
/// for inputs 4k to 4k + 3, for each output, the four weights.
struct LinearLayer {
    static constexpr int kMost = 127; ///< greatest magnitude of an input or weight
    static constexpr size_t kBlock = 16; ///< outputs come in blocks of this many

    size_t inputs = 0; ///< a multiple of four
    size_t outputs = 0; ///< a multiple of kBlock
    const std::int8_t *weights = nullptr;
    const std::int32_t *corrections = nullptr; ///< 128 times the sum of each output's weights
    const float *scales = nullptr; ///< one an output
    const float *bias = nullptr;
};

struct Kernels {
    /// result[row][outputs] of `rows` rows of whole numbers with a scale each.
    void (*multiply)(const LinearLayer &layer, const std::int8_t *rows, const float *scales, size_t rowCount, float *result);

    /// Rows of `width` numbers (`stride` apart) to whole numbers and their scales; `rectify`: negative ones become 0.
    void (*quantize)(const float *values, size_t stride, size_t width, size_t rowCount, bool rectify, std::int8_t *rows, float *scales);

    /// One direction of a simple recurrent unit over `count` words: see SentenceModel. `gates` has three blocks of `width`
    /// (candidate, forget, reset) a word, `gateStride` apart; `input` and `output` are `stride` apart.
    void (*recur)(const float *gates, size_t gateStride, const float *input, size_t stride, size_t width, size_t count, bool backward, float *state,
                  float *output);

    /// sum += scale * row
    void (*addRow)(const std::int8_t *row, float scale, size_t width, float *sum);

    /// scores[dependent][head] = sum over k of dependents[k of dependent] * heads[k][head], k in order.
    void (*matchArcs)(const float *dependents, size_t dependentStride, const float *headsByFeature, size_t headCount, size_t width, size_t count,
                      float *scores);
};

/// The fastest for this machine; `VARIORUM_KERNELS=plain|avx2` in the environment takes a slower one.
[[nodiscard]] const Kernels &kernels();

/// Of one build, for tests; null where the machine cannot run it.
enum class KernelBuild { Plain, Avx2, Avx512 };
[[nodiscard]] const Kernels *kernelsOf(KernelBuild build);

/// The scale of what an SRU hands on of its input.
inline constexpr float kHighwayScale = 1.5F;

} // namespace variorum::language
