#pragma once

#include "workspace/pipeline.h"

#include <algorithm>

namespace variorum::workspace {

/// Passes on at most some 200 steps of a stage, the last one always: a folder of ten thousand files must not send ten
/// thousand events to the window.
class ProgressThrottle {
public:
    explicit ProgressThrottle(const ProgressCallback &callback)
        : m_callback(callback)
    {
    }

    void tell(const Progress &progress)
    {
        constexpr int kSteps = 200;
        const bool isNewStage = progress.stage != m_stage || progress.done < m_told;
        const bool isDue = isNewStage || progress.done >= progress.total || progress.done - m_told >= std::max(1, progress.total / kSteps);
        if (!m_callback || !isDue)
            return;
        m_stage = progress.stage;
        m_told = progress.done;
        m_callback(progress);
    }

private:
    const ProgressCallback &m_callback; // outlives this
    Progress::Stage m_stage = Progress::Stage::Listing;
    int m_told = -1;
};

} // namespace variorum::workspace
