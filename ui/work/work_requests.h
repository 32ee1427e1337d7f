#pragma once

#include "library/library.h"
#include "model/comparison_index.h"
#include "model/person_work.h"

#include <QString>
#include <vector>

namespace variorum::ui {

/// One action of a person on what is shown, ready for the workspace: an item to add on these places, or else changes of
/// what is there.
struct WorkRequest {
    QString label; ///< names the action for undo; translated
    model::WorkItem item;
    std::vector<std::pair<base::ArticleId, model::TextPlace>> places;
    std::vector<int> sides; ///< of a split, one a place
    std::vector<library::WorkChange> changes; ///< instead of the item, where there are any
};

/// Something on a claim: anchored to all of its statements.
[[nodiscard]] WorkRequest claimRequest(const model::ComparisonIndex &index, const model::Claim &claim, model::WorkKind kind, const QString &label, const QString &name, const QString &value);

/// "Not a difference": anchored to the statements that give the values.
[[nodiscard]] WorkRequest dismissalRequest(const model::ComparisonIndex &index, const model::Divergence &divergence);

/// Two of its values, by place, are one.
[[nodiscard]] WorkRequest sameValueRequest(const model::ComparisonIndex &index, const model::Divergence &divergence, size_t one, size_t other);

/// "Not the same": these statements of the claim apart from its others. No places where that leaves one side empty.
[[nodiscard]] WorkRequest splitRequest(const model::ComparisonIndex &index, const model::Claim &claim, const std::vector<base::StatementId> &apart);

[[nodiscard]] WorkRequest joinRequest(const model::ComparisonIndex &index, const model::Claim &one, const model::Claim &other);

/// Takes a stored piece away, or puts another value into it.
[[nodiscard]] WorkRequest removalRequest(const library::StoredWork &work, const QString &label);
[[nodiscard]] WorkRequest changeRequest(const library::StoredWork &work, const QString &label, const QString &value);

} // namespace variorum::ui
