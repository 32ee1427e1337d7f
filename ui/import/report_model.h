#pragma once

#include "base/error.h"

#include <QAbstractTableModel>
#include <vector>

namespace variorum::ui {

/// The files that need attention: which, and in plain words what happened and what to do.
class ReportModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FileColumn,
                  MessageColumn,
                  ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(std::vector<base::Error> problems);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<base::Error> m_problems;
};

} // namespace variorum::ui
