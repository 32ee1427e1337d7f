#include "ui/import/report_panel.h"

#include "ui/import/report_model.h"
#include "ui/widgets/plain_text.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

ReportPanel::ReportPanel(QWidget *parent)
    : QWidget(parent)
{
    m_summary = plainLabel(tr("Nothing has been imported yet."), this, true);
    m_summary->setObjectName(u"reportSummary"_s);
    m_summary->setContentsMargins(16, 8, 16, 8);
    m_model = new ReportModel(this);
    m_table = new QTableView(this);
    m_table->setObjectName(u"reportTable"_s);
    m_table->setAccessibleName(tr("Files that need attention"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 12);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(ReportModel::FileColumn, 220);
    m_table->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
}

void ReportPanel::setReport(const QString &summary, std::vector<base::Error> problems)
{
    m_summary->setText(summary);
    m_table->setVisible(!problems.empty());
    m_model->setProblems(std::move(problems));
}

} // namespace variorum::ui
