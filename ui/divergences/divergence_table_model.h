#pragma once

#include "ui/document.h"

#include <QAbstractTableModel>

namespace variorum::ui {

/// All divergences of the comparison, one a row.
class DivergenceTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeverityColumn,
                  KindColumn,
                  ClaimColumn,
                  ValuesColumn,
                  SourcesColumn,
                  ColumnCount };
    enum Role { DivergenceIdRole = Qt::UserRole,
                SortRole,
                SearchRole };

    explicit DivergenceTableModel(const Document &document, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] QModelIndex indexOf(base::DivergenceId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textAt(const model::Divergence &divergence, int column) const;

    const Document &m_document;
    std::shared_ptr<const model::ComparisonIndex> m_index; ///< rows stay those of one comparison until refresh()
};

} // namespace variorum::ui
