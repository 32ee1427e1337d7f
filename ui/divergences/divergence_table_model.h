#pragma once

#include "ui/document.h"
#include "ui/work/work_book.h"

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
                  WorkColumn, ///< what the person made of the claim
                  ColumnCount };
    enum Role { DivergenceIdRole = Qt::UserRole,
                SortRole,
                SearchRole };

    /// Without a book the column of the person's work stays empty.
    explicit DivergenceTableModel(const Document &document, QObject *parent = nullptr, const WorkBook *book = nullptr);

    void refresh();
    [[nodiscard]] QModelIndex indexOf(base::DivergenceId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textAt(const model::Divergence &divergence, int column) const;

    void followWork();

    const Document &m_document;
    const WorkBook *m_book;
    std::shared_ptr<const model::ComparisonIndex> m_index; ///< rows stay those of one comparison until refresh()
};

} // namespace variorum::ui
