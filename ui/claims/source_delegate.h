#pragma once

#include "ui/claims/claim_rows.h"

#include <QStyledItemDelegate>
#include <map>

namespace variorum::ui {

/// Draws the inspector's rows: values as headings, sources as outlet, quoted words and a note.
class SourceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What stands before the values; absent where the claim does not diverge.
    void setKind(std::optional<model::DivergenceKind> kind) { m_kind = kind; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintValue(QPainter &painter, const QStyleOptionViewItem &option, const ClaimRow &row) const;
    void paintSource(QPainter &painter, const QStyleOptionViewItem &option, const ClaimRow &row) const;

    std::optional<model::DivergenceKind> m_kind;
};

} // namespace variorum::ui
