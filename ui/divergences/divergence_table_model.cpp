#include "ui/divergences/divergence_table_model.h"

#include "ui/diff/mark_text.h"
#include "ui/labels.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"

#include <algorithm>
#include <set>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

int sourcesOf(const model::Divergence &divergence)
{
    std::set<base::ArticleId> articles;
    for (const model::DivergentValue &value : divergence.values) {
        for (const model::Evidence &evidence : value.evidence)
            articles.insert(evidence.article);
    }
    return static_cast<int>(articles.size());
}

/// Conflicts first, as the marks rank (model::MarkStatus).
int rankOf(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Conflict: return 0;
    case model::Severity::Internal: return 1;
    case model::Severity::Refinement: return 2;
    case model::Severity::Wording: return 3;
    }
    return 4;
}

} // namespace

DivergenceTableModel::DivergenceTableModel(const Document &document, QObject *parent, const WorkBook *book)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_book(book)
    , m_index(document.index())
{
    if (m_book)
        connect(m_book, &WorkBook::changed, this, &DivergenceTableModel::followWork);
}

void DivergenceTableModel::followWork()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, WorkColumn), index(rowCount() - 1, WorkColumn), {Qt::DisplayRole});
}

void DivergenceTableModel::refresh()
{
    beginResetModel();
    m_index = m_document.index();
    endResetModel();
}

QModelIndex DivergenceTableModel::indexOf(base::DivergenceId id) const
{
    if (!m_index)
        return {};
    const auto &list = m_index->comparison().divergences;
    const auto found = std::ranges::find(list, id, &model::Divergence::id);
    return found == list.end() ? QModelIndex() : index(static_cast<int>(std::ranges::distance(list.begin(), found)), 0);
}

int DivergenceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_index ? 0 : static_cast<int>(m_index->comparison().divergences.size());
}

int DivergenceTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString DivergenceTableModel::textAt(const model::Divergence &divergence, int column) const
{
    switch (column) {
    case SeverityColumn: return severityLabel(divergence.severity, divergence.isUpdate);
    case KindColumn: return kindLabel(divergence.kind);
    case ClaimColumn: {
        const model::Claim *claim = m_index->claim(divergence.claim);
        return claim ? oneLine(claim->text) : QString();
    }
    case ValuesColumn: return valuesText(divergence);
    case SourcesColumn: return QString::number(sourcesOf(divergence));
    case WorkColumn: return m_book ? workSummary(*m_book, divergence.claim) : QString();
    default: return {};
    }
}

QVariant DivergenceTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const model::Divergence &divergence = m_index->comparison().divergences[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textAt(divergence, index.column());
    case Qt::DecorationRole:
        if (index.column() == SeverityColumn)
            return icon(severityIconName(divergence.severity));
        return index.column() == KindColumn ? QVariant(icon(kindIconName(divergence.kind))) : QVariant();
    case Qt::ToolTipRole: return plainToolTip(textAt(divergence, index.column()));
    case Qt::TextAlignmentRole: return index.column() == SourcesColumn ? QVariant(int(Qt::AlignCenter)) : QVariant(int(Qt::AlignLeft | Qt::AlignVCenter));
    case DivergenceIdRole: return divergence.id.value;
    case SortRole:
        if (index.column() == SeverityColumn)
            return rankOf(divergence.severity) * 2 + (divergence.isUpdate ? 1 : 0);
        return index.column() == SourcesColumn ? QVariant(sourcesOf(divergence)) : QVariant(textAt(divergence, index.column()));
    case SearchRole: return QStringList{textAt(divergence, SeverityColumn), textAt(divergence, KindColumn), textAt(divergence, ClaimColumn), textAt(divergence, ValuesColumn)}.join(u'\n');
    default: return {};
    }
}

QVariant DivergenceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == SourcesColumn ? int(Qt::AlignCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn: return tr("Severity");
    case KindColumn: return tr("Kind");
    case ClaimColumn: return tr("Claim");
    case ValuesColumn: return tr("Values");
    case SourcesColumn: return tr("Sources");
    case WorkColumn: return tr("Your work");
    default: return {};
    }
}

} // namespace variorum::ui
