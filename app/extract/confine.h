#pragma once

#include <cstdint>

namespace variorum::extract {

struct Limits {
    uint64_t memoryBytes = 0;
    uint64_t processorSeconds = 0;
};

/// Gives up for good what reading one file from stdin does not need: more memory and processor time than allowed,
/// core dumps, writing or changing any file, starting programs, the network, other processes. What the system does
/// not offer is left out; false where a limit that it offers could not be set.
[[nodiscard]] bool confine(const Limits &limits);

} // namespace variorum::extract
