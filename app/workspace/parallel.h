#pragma once

#include <functional>
#include <stop_token>

namespace variorum::workspace {

/// Runs task(0) ... task(count - 1) on `threads` threads (0: one a core) and returns when all are done or, once
/// `stop` asks, when those begun are done. The order is not fixed; a task writes only to its own place.
/// `finished` is told how many are done, on the calling thread, never from the workers; it may be empty.
/// Returns false when stopped early.
bool forEachInParallel(int count, int threads, const std::function<void(int)> &task, const std::function<void(int)> &finished, std::stop_token stop);

} // namespace variorum::workspace
