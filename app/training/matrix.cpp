#include "training/matrix.h"

#include <cmath>

namespace variorum::training {

namespace {

constexpr size_t kLanes = 16;
using Lanes __attribute__((vector_size(64))) = float;

template<size_t Rows, size_t Vectors>
[[gnu::always_inline]] inline void multiplyTile(const Product &p, size_t row, size_t column)
{
    Lanes sums[Rows][Vectors];
    for (size_t r = 0; r < Rows; ++r) {
        for (size_t v = 0; v < Vectors; ++v) {
            if (p.add)
                __builtin_memcpy(&sums[r][v], p.result + (row + r) * p.resultRow + column + v * kLanes, sizeof(Lanes));
            else
                sums[r][v] = Lanes{};
        }
    }
    const float *one = p.one + row * p.oneRow;
    const float *other = p.other + column;
    for (size_t d = 0; d < p.depth; ++d) {
        Lanes columns[Vectors];
        for (size_t v = 0; v < Vectors; ++v)
            __builtin_memcpy(&columns[v], other + v * kLanes, sizeof(Lanes));
        for (size_t r = 0; r < Rows; ++r) {
            const float factor = one[r * p.oneRow];
            for (size_t v = 0; v < Vectors; ++v)
                sums[r][v] += factor * columns[v];
        }
        one += p.oneColumn;
        other += p.otherRow;
    }
    for (size_t r = 0; r < Rows; ++r) {
        for (size_t v = 0; v < Vectors; ++v)
            __builtin_memcpy(p.result + (row + r) * p.resultRow + column + v * kLanes, &sums[r][v], sizeof(Lanes));
    }
}

template<size_t Vectors>
[[gnu::always_inline]] inline void multiplyColumns(const Product &p, size_t column)
{
    size_t row = 0;
    for (; row + 6 <= p.rows; row += 6)
        multiplyTile<6, Vectors>(p, row, column);
    for (; row < p.rows; ++row)
        multiplyTile<1, Vectors>(p, row, column);
}

} // namespace

VARIORUM_FASTEST void multiply(const Product &product)
{
    size_t column = 0;
    for (; column + 2 * kLanes <= product.columns; column += 2 * kLanes)
        multiplyColumns<2>(product, column);
    for (; column < product.columns; column += kLanes)
        multiplyColumns<1>(product, column);
}

void transpose(const float *from, size_t rows, size_t columns, std::vector<float> &to)
{
    to.resize(rows * columns);
    for (size_t row = 0; row < rows; ++row) {
        for (size_t column = 0; column < columns; ++column)
            to[column * rows + row] = from[row * columns + column];
    }
}

VARIORUM_FASTEST void adam(const AdamStep &step, float *values, const float *gradients, float *first, float *second, size_t count)
{
    for (size_t at = 0; at < count; ++at) {
        first[at] = step.first * first[at] + (1 - step.first) * gradients[at];
        second[at] = step.second * second[at] + (1 - step.second) * gradients[at] * gradients[at];
        values[at] -= step.rate * first[at] / (std::sqrt(second[at]) * step.secondRoot + 1e-8F) + step.decay * values[at];
    }
}

} // namespace variorum::training
