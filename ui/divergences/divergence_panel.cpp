#include "ui/divergences/divergence_panel.h"

#include "ui/divergences/divergence_table_model.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <set>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

/// Leaves out what the person has just called no difference.
class DivergenceFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setHidden(std::set<qint64> hidden)
    {
        m_hidden = std::move(hidden);
        invalidateFilter();
    }
    [[nodiscard]] const std::set<qint64> &hidden() const { return m_hidden; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const qint64 id = sourceModel()->index(row, 0, parent).data(DivergenceTableModel::DivergenceIdRole).toLongLong();
        return !m_hidden.contains(id) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    std::set<qint64> m_hidden;
};

DivergencePanel::DivergencePanel(const Document &document, Selection &selection, const WorkBook &book, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
{
    m_model = new DivergenceTableModel(document, this, &book);
    m_filter = new DivergenceFilter(this);
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(DivergenceTableModel::SortRole);
    m_filter->setFilterRole(DivergenceTableModel::SearchRole);
    m_table = new QTableView(this);
    m_table->setObjectName(u"divergenceTable"_s);
    m_table->setAccessibleName(tr("Divergences"));
    m_table->setModel(m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DivergenceTableModel::SeverityColumn, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 12);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    for (const int column : {DivergenceTableModel::ClaimColumn, DivergenceTableModel::ValuesColumn})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->setColumnWidth(DivergenceTableModel::SeverityColumn, 116);
    m_table->setColumnWidth(DivergenceTableModel::KindColumn, 108);
    m_table->setColumnWidth(DivergenceTableModel::SourcesColumn, 72);
    m_table->setColumnWidth(DivergenceTableModel::WorkColumn, 130);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(m_table, &QTableView::clicked, this, &DivergencePanel::choose);
    connect(m_table, &QTableView::activated, this, &DivergencePanel::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (m_table->hasFocus()) // arrow keys walk; a change from elsewhere is already shown
            choose(current);
    });
    connect(&m_selection, &Selection::claimChanged, this, &DivergencePanel::followClaim);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &DivergencePanel::orderChanged);
}

void DivergencePanel::refresh()
{
    m_filter->setHidden({}); // ids of another comparison
    m_model->refresh();
    followClaim();
}

void DivergencePanel::hideDivergence(base::DivergenceId id)
{
    std::set<qint64> hidden = m_filter->hidden();
    hidden.insert(id.value);
    m_filter->setHidden(std::move(hidden));
    Q_EMIT orderChanged();
}

void DivergencePanel::showHidden()
{
    if (m_filter->hidden().empty())
        return;
    m_filter->setHidden({});
    Q_EMIT orderChanged();
}

std::vector<base::DivergenceId> DivergencePanel::order() const
{
    std::vector<base::DivergenceId> ids;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        ids.push_back(base::DivergenceId{m_filter->index(row, 0).data(DivergenceTableModel::DivergenceIdRole).toLongLong()});
    return ids;
}

void DivergencePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where room is short the claim and the values matter most; the icons of severity stay.
    constexpr int kNarrow = 560;
    m_table->setColumnHidden(DivergenceTableModel::KindColumn, width() < kNarrow);
    m_table->setColumnHidden(DivergenceTableModel::SourcesColumn, width() < kNarrow);
    m_table->setColumnHidden(DivergenceTableModel::WorkColumn, width() < kNarrow);
}

QByteArray DivergencePanel::saveColumns() const { return m_table->horizontalHeader()->saveState(); }

void DivergencePanel::restoreColumns(const QByteArray &state) { std::ignore = m_table->horizontalHeader()->restoreState(state); }

void DivergencePanel::choose(const QModelIndex &proxyIndex)
{
    const std::shared_ptr<const model::ComparisonIndex> index = m_document.index();
    const QVariant id = proxyIndex.data(DivergenceTableModel::DivergenceIdRole);
    const model::Divergence *divergence = index && id.isValid() ? index->divergence(base::DivergenceId{id.toLongLong()}) : nullptr;
    if (divergence)
        m_selection.selectClaim(divergence->claim, divergence->id);
}

void DivergencePanel::followClaim()
{
    const QModelIndex at = m_selection.divergence() ? m_filter->mapFromSource(m_model->indexOf(*m_selection.divergence())) : QModelIndex();
    if (!at.isValid()) {
        m_table->selectionModel()->clear();
        return;
    }
    if (m_table->currentIndex().row() != at.row())
        m_table->setCurrentIndex(at);
    m_table->selectRow(at.row());
    m_table->scrollTo(at);
}

} // namespace variorum::ui
