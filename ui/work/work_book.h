#pragma once

#include "library/stored_work.h"
#include "model/comparison_index.h"

#include <QObject>
#include <QStringList>
#include <map>
#include <unordered_map>
#include <vector>

namespace variorum::ui {

/// What the person did so far, and on which of the claims shown it lies. Work names words of files, not claims, so each
/// comparison is looked up anew; a claim at a time, when it is asked for.
class WorkBook : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setWork(std::vector<library::StoredWork> work);
    void setIndex(std::shared_ptr<const model::ComparisonIndex> index);

    /// By id; of claims and divergences, those with at least one anchor on the claim's statements.
    [[nodiscard]] std::vector<const library::StoredWork *> on(base::ClaimId claim) const;
    [[nodiscard]] const library::StoredWork *find(base::ClaimId claim, model::WorkKind kind) const; ///< the newest; null for none
    [[nodiscard]] const library::StoredWork *byId(qint64 id) const;
    [[nodiscard]] std::vector<const library::StoredWork *> savedSearches() const;
    [[nodiscard]] QStringList tags() const; ///< all that are in use, sorted
    /// A claim shown that the piece lies on.
    [[nodiscard]] std::optional<base::ClaimId> claimOf(const library::StoredWork &work) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool liesOn(const model::Anchor &anchor, const model::Statement &statement) const;

    std::vector<library::StoredWork> m_work;
    std::shared_ptr<const model::ComparisonIndex> m_index;
    std::map<std::pair<QByteArray, int>, std::vector<size_t>> m_byFile; ///< places in m_work
    std::map<QString, std::vector<size_t>> m_byWords;
    mutable std::unordered_map<base::ClaimId, std::vector<size_t>> m_known;
};

/// "Supported", "Refuted", "Not enough"
[[nodiscard]] QString verdictLabel(model::Verdict verdict);
/// What the person did on a claim in few words, for lists: "\u2605 Refuted, urgent". Empty for nothing.
[[nodiscard]] QString workSummary(const WorkBook &book, base::ClaimId claim);

} // namespace variorum::ui
