#pragma once

#include <QString>

#include <algorithm>
#include <ctime>
#include <limits>

// How long something takes, so that a busy machine does not matter: by the processor, not by the clock on the wall,
// and by what twice the input takes, not by an absolute limit.

namespace variorum::tests {

/// The least of three, in milliseconds of all this program's threads; of one where that one is long.
template<typename Work>
[[nodiscard]] double processorMs(const Work &work)
{
    constexpr double kLong = 2000;
    double best = std::numeric_limits<double>::max();
    double spent = 0;
    for (int run = 0; run < 3 && spent < kLong; ++run) {
        const std::clock_t before = std::clock();
        work();
        const double took = static_cast<double>(std::clock() - before) * 1000.0 / CLOCKS_PER_SEC;
        best = std::min(best, took);
        spent += took;
    }
    return best;
}

/// Twice the input takes twice the time where the work is linear, four times where it is quadratic.
[[nodiscard]] inline bool isNearLinear(double onceMs, double twiceMs)
{
    constexpr double kTooLittleToTell = 40;
    return twiceMs < kTooLittleToTell || twiceMs < 3.6 * onceMs;
}

[[nodiscard]] inline QString inWords(double onceMs, double twiceMs)
{
    return QStringLiteral("%1 ms, of twice the size %2 ms").arg(onceMs).arg(twiceMs);
}

} // namespace variorum::tests
