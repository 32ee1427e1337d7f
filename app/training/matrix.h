#pragma once

#include <cstddef>
#include <vector>

/// Builds a function for several kinds of machine.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define VARIORUM_FASTEST __attribute__((target_clones("avx512f", "fma", "default")))
#else
#define VARIORUM_FASTEST
#endif

namespace variorum::training {

/// result[rows][columns] (= or +=) one[rows][depth] * other[depth][columns], row by row in memory. The entry (r, d) of `one`
/// lies at r * oneRow + d * oneColumn, so that it may be taken transposed. Columns come in sixteens. The order of the sums does not
/// depend on the machine, their rounding does (fused operations).
struct Product {
    size_t rows = 0;
    size_t columns = 0;
    size_t depth = 0;
    const float *one = nullptr;
    size_t oneRow = 0;
    size_t oneColumn = 1;
    const float *other = nullptr;
    size_t otherRow = 0;
    float *result = nullptr;
    size_t resultRow = 0;
    bool add = false;
};
void multiply(const Product &product);

/// Transposed copy of from[rows][columns].
void transpose(const float *from, size_t rows, size_t columns, std::vector<float> &to);

/// One step of Adam for a parameter with its gradient and its two moments.
struct AdamStep {
    float rate = 0; ///< already with the moments' corrections
    float first = 0.9F;
    float second = 0.98F;
    float secondRoot = 1; ///< 1 / sqrt(correction of the second moment)
    float decay = 0; ///< of the weight itself
};
void adam(const AdamStep &step, float *values, const float *gradients, float *first, float *second, size_t count);

} // namespace variorum::training
