#pragma once

#include "base/error.h"

#include <QAbstractTableModel>
#include <vector>

namespace variorum::ui {

/// What the import has to tell of one file.
struct ReportRow {
    /// From what asks for most to what asks for nothing.
    enum class Outcome { NotRead,
                         Partly,
                         Summary, ///< read whole, and the file holds no more
                         NotCompared, ///< read; in another language
                         Duplicate, ///< of another file; `error.detail` says which
                         PassedOver }; ///< no article
    Outcome outcome = Outcome::NotRead;
    base::Error error;

    bool operator==(const ReportRow &) const = default;
};

/// The files that there is something to tell of: which, how it was read, and in plain words what happened and what to
/// do. What asks for nothing comes last.
class ReportModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FileColumn,
                  OutcomeColumn,
                  MessageColumn,
                  ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<ReportRow> rows);
    /// One line a row, tabs between the columns; with the system's own words where there are any.
    [[nodiscard]] QString plainText(const QModelIndexList &rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ReportRow> m_rows;
};

} // namespace variorum::ui
