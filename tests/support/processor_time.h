#pragma once

#include <QString>

#include <ctime>
#include <utility>

// How the cost of something grows with its input, without a clock on the wall and without an absolute limit: the
// processor time of an input against that of one twice the size. A busy machine can spoil one such pair (caches,
// frequency), so a pair that looks steep is measured again: noise passes, what is quadratic is steep every time.

namespace variorum::tests {

/// Milliseconds of all this program's threads.
template<typename Work>
[[nodiscard]] double processorMs(const Work &work)
{
    const std::clock_t before = std::clock();
    work();
    return static_cast<double>(std::clock() - before) * 1000.0 / CLOCKS_PER_SEC;
}

/// Empty where `twice` takes about two times what `once` takes (linear) and not four times (quadratic); else the figures.
template<typename Once, typename Twice>
[[nodiscard]] QString steepGrowth(const Once &once, const Twice &twice)
{
    constexpr int kTries = 5;
    constexpr double kTooLittleToTellMs = 40;
    constexpr double kSteep = 3.2;
    QString figures;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const double onceMs = processorMs(once);
        const double twiceMs = processorMs(twice);
        if (twiceMs < kTooLittleToTellMs || twiceMs < kSteep * onceMs)
            return QString();
        figures += QStringLiteral("%1 ms, of twice the size %2 ms; ").arg(onceMs).arg(twiceMs);
    }
    return figures;
}

} // namespace variorum::tests
