#include "workspace/work_queue.h"

#include <utility>

namespace variorum::workspace {

WorkQueue::WorkQueue()
    : m_thread([this] { run(); })
{
}

WorkQueue::~WorkQueue()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosing = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void WorkQueue::add(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void WorkQueue::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isClosing || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = nullptr; // what it holds goes before the lock comes
        lock.lock();
    }
}

} // namespace variorum::workspace
