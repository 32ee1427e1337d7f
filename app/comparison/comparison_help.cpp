#include "comparison/comparison_help.h"

#include <utility>

namespace variorum::comparison {

std::shared_ptr<const StoryFindings> StoryMemory::find(const QByteArray &key)
{
    const std::lock_guard guard(m_mutex);
    const auto found = m_stories.find(key);
    if (found == m_stories.end())
        return nullptr;
    found->second.isUsed = true;
    return found->second.findings;
}

void StoryMemory::keep(const QByteArray &key, std::shared_ptr<const StoryFindings> findings)
{
    const std::lock_guard guard(m_mutex);
    m_stories[key] = {std::move(findings), true};
}

void StoryMemory::forgetUnused()
{
    const std::lock_guard guard(m_mutex);
    std::erase_if(m_stories, [](const auto &story) { return !story.second.isUsed; });
    for (auto &[key, story] : m_stories)
        story.isUsed = false;
}

} // namespace variorum::comparison
