#include "ui/import/report_model.h"

#include "ui/widgets/plain_text.h"

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString outcomeLabel(ReportRow::Outcome outcome)
{
    switch (outcome) {
    case ReportRow::Outcome::NotRead: return ReportModel::tr("Not read");
    case ReportRow::Outcome::Partly: return ReportModel::tr("Read in part");
    case ReportRow::Outcome::Summary: return ReportModel::tr("Summary only");
    case ReportRow::Outcome::NotCompared: return ReportModel::tr("Not compared");
    case ReportRow::Outcome::Duplicate: return ReportModel::tr("Duplicate");
    case ReportRow::Outcome::PassedOver: return ReportModel::tr("Passed over");
    }
    return {};
}

QString messageOf(const ReportRow &row)
{
    const base::Error &error = row.error;
    if (row.outcome == ReportRow::Outcome::Duplicate)
        return ReportModel::tr("The same bytes as %1; it counts once.").arg(oneLine(error.detail, 400));
    const QString detail = oneLine(error.detail, 200);
    const QString sentence = oneLine(base::describe(error), 600);
    return detail.isEmpty() ? sentence : ReportModel::tr("%1 (%2)", "what happened, detail").arg(sentence, detail);
}

} // namespace

void ReportModel::setRows(std::vector<ReportRow> rows)
{
    std::ranges::stable_sort(rows, {}, [](const ReportRow &row) { return row.outcome; });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString ReportModel::plainText(const QModelIndexList &rows) const
{
    std::vector<int> numbers;
    for (const QModelIndex &row : rows)
        numbers.push_back(row.row());
    std::ranges::sort(numbers);
    QStringList lines;
    for (const int number : numbers) {
        const ReportRow &row = m_rows[static_cast<size_t>(number)];
        lines.append(QStringList{oneLine(row.error.path, 4000), outcomeLabel(row.outcome), messageOf(row)}.join(u'\t'));
    }
    return lines.join(u'\n');
}

int ReportModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int ReportModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReportRow &row = m_rows[static_cast<size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return plainToolTip(messageOf(row));
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignTop);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case FileColumn: return row.error.path.isEmpty() ? tr("(no file)") : oneLine(row.error.path, 400);
    case OutcomeColumn: return outcomeLabel(row.outcome);
    default: return messageOf(row);
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
    switch (section) {
    case FileColumn: return tr("File");
    case OutcomeColumn: return tr("Outcome");
    default: return tr("What happened, and what to do");
    }
}

} // namespace variorum::ui
