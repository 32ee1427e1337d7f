#pragma once

#include "comparison/divergences/claim_material.h"
#include "comparison/origins/independent_origins.h"

#include <map>
#include <stop_token>
#include <utility>
#include <vector>

namespace variorum::comparison {

/// What a story's claims give to be compared, remembered by their statements: parting clashes asks round after round,
/// and few claims change from one to the next. Of one story's material only. Once `stop` asks, nothing more is found.
class KindMemory {
public:
    explicit KindMemory(std::stop_token stop = {}) : m_stop(std::move(stop)) {}

    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested(); }
    [[nodiscard]] const std::vector<ComparedKind> &kindsOf(const ClaimGroup &claim, const StoryMaterial &material);

private:
    std::stop_token m_stop;
    std::map<std::vector<int>, std::vector<ComparedKind>> m_known;
};

enum class Mark {
    Telling, ///< what a reader would call a difference
    All, ///< refinements that only show that two statements are of one thing, too
};

/// The divergences of a story's claims. `claimIds` go side by side with `claims`. Ids of the divergences are left 0.
/// One difference is told once: of two claims that show the same words against the same words, one keeps it.
[[nodiscard]] std::vector<model::Divergence> findDivergences(const std::vector<ClaimGroup> &claims, const std::vector<base::ClaimId> &claimIds,
                                                             const StoryMaterial &material, const OriginKeys &origins, KindMemory &memory, Mark mark = Mark::Telling);

} // namespace variorum::comparison
