#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace variorum::workspace {

/// One thread that runs tasks one after the other. The destructor lets it run those that were given, then joins: a
/// task that may take long watches a stop_token of its own.
class WorkQueue {
public:
    WorkQueue();
    ~WorkQueue();
    WorkQueue(const WorkQueue &) = delete;
    WorkQueue &operator=(const WorkQueue &) = delete;

    void add(std::function<void()> task);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks; // under m_mutex
    bool m_isClosing = false; // under m_mutex
    std::jthread m_thread; // last: starts when the rest is there
};

} // namespace variorum::workspace
