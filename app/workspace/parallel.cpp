#include "workspace/parallel.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace variorum::workspace {

namespace {

/// What the workers and the caller share.
struct Shared {
    std::atomic<int> next = 0;
    std::mutex mutex;
    std::condition_variable changed;
    int done = 0; // under mutex
    int working = 0; // under mutex: threads that have not left
};

void work(Shared &shared, int count, const std::function<void(int)> &task, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const int place = shared.next.fetch_add(1);
        if (place >= count)
            break;
        task(place);
        const std::scoped_lock lock(shared.mutex);
        ++shared.done;
        shared.changed.notify_one();
    }
    const std::scoped_lock lock(shared.mutex);
    --shared.working;
    shared.changed.notify_one();
}

} // namespace

bool forEachInParallel(int count, int threads, const std::function<void(int)> &task, const std::function<void(int)> &finished, std::stop_token stop)
{
    const int wanted = threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const int used = std::clamp(wanted, 1, std::max(1, count));
    Shared shared;
    shared.working = used;
    std::vector<std::jthread> workers;
    workers.reserve(static_cast<size_t>(used));
    for (int started = 0; started < used; ++started)
        workers.emplace_back([&shared, count, &task, &stop] { work(shared, count, task, stop); });

    int told = 0;
    std::unique_lock lock(shared.mutex);
    while (shared.working > 0 || shared.done > told) { // quick workers may all have left before this line
        shared.changed.wait(lock, [&] { return shared.working == 0 || shared.done > told; });
        if (shared.done == told)
            continue;
        told = shared.done;
        if (finished) {
            lock.unlock();
            finished(told);
            lock.lock();
        }
    }
    return shared.done == count;
}

} // namespace variorum::workspace
