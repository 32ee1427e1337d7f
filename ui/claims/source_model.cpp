#include "ui/claims/source_model.h"

#include "ui/widgets/plain_text.h"

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

void SourceModel::setRows(std::vector<ClaimRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QModelIndex SourceModel::indexOf(const SourcePlace &place) const
{
    const auto isAt = [&place](const ClaimRow &row) { return row.kind == ClaimRow::Kind::Source && row.place == place; };
    auto found = std::ranges::find_if(m_rows, isAt);
    if (found == m_rows.end()) // a mark of the statement leads to the value inside it
        found = std::ranges::find_if(m_rows, [&place](const ClaimRow &row) {
            return row.kind == ClaimRow::Kind::Source && row.place && row.place->article == place.article && row.place->place.field == place.place.field
                && place.place.span.contains(row.place->place.span);
        });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int SourceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ClaimRow &of = row(index);
    switch (role) {
    case Qt::DisplayRole: return of.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{of.title, of.aside, of.words, of.note};
        parts.removeAll(QString());
        return parts.join(". "_L1);
    }
    case Qt::ToolTipRole:
        if (of.kind == ClaimRow::Kind::Source)
            return tr("Show these words in the article");
        return of.kind == ClaimRow::Kind::Silent ? tr("Later than the first report and on its scene, yet without it. Click to read the article.") : QString();
    default: return {};
    }
}

Qt::ItemFlags SourceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const ClaimRow::Kind kind = row(index).kind;
    const bool canChoose = kind == ClaimRow::Kind::Source || kind == ClaimRow::Kind::Silent;
    return canChoose ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace variorum::ui
