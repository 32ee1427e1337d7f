#pragma once

#include "ui/claims/claim_rows.h"

#include <QAbstractListModel>

namespace variorum::ui {

/// The inspector's rows as a list. Values and headings cannot be chosen, sources can.
class SourceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<ClaimRow> rows);
    [[nodiscard]] const ClaimRow &row(const QModelIndex &index) const { return m_rows[static_cast<size_t>(index.row())]; }
    /// The first source that stands at a place; invalid where none does.
    [[nodiscard]] QModelIndex indexOf(const SourcePlace &place) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<ClaimRow> m_rows;
};

} // namespace variorum::ui
