#include "ui/import/report_model.h"

#include "ui/widgets/plain_text.h"

namespace variorum::ui {

void ReportModel::setProblems(std::vector<base::Error> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ReportModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_problems.size()); }

int ReportModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const base::Error &problem = m_problems[static_cast<size_t>(index.row())];
    const QString message = oneLine(base::describe(problem), 600);
    const QString file = problem.path.isEmpty() ? tr("(no file)") : oneLine(problem.path, 400);
    switch (role) {
    case Qt::DisplayRole: return index.column() == FileColumn ? file : message;
    case Qt::ToolTipRole: return plainToolTip(problem.detail.isEmpty() ? message : message + QChar(u'\n') + oneLine(problem.detail));
    default: return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
    return section == FileColumn ? tr("File") : tr("What happened, and what to do");
}

} // namespace variorum::ui
