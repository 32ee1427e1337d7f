#pragma once

#include <cstdint>

namespace variorum::bench {

/// What this program has asked the heap for, since it began or since resetPeak(). One thread.
struct AllocationCount {
    int64_t allocations = 0;
    int64_t liveBytes = 0;
    int64_t peakBytes = 0; ///< the most that lived at once
};

[[nodiscard]] AllocationCount allocationCount();
void resetPeak(); ///< the peak goes down to what lives now

} // namespace variorum::bench
