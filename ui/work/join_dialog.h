#pragma once

#include "model/comparison_index.h"

#include <QDialog>
#include <vector>

class QListWidget;

namespace variorum::ui {

/// The claims of a story that another one may be joined with: those that share most words first.
[[nodiscard]] std::vector<const model::Claim *> joinCandidates(const model::ComparisonIndex &index, base::ClaimId claim);

/// Asks with which claim to join one.
class JoinDialog final : public QDialog {
    Q_OBJECT

public:
    JoinDialog(const model::ComparisonIndex &index, base::ClaimId claim, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<base::ClaimId> chosen() const;

private:
    void filter(const QString &words);

    QListWidget *m_list;
};

} // namespace variorum::ui
