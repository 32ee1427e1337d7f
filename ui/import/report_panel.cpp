#include "ui/import/report_panel.h"

#include "ui/widgets/plain_text.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
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
    m_table->setWordWrap(true);
    m_table->setTextElideMode(Qt::ElideMiddle); // the end of a path says more than its middle
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 12);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(ReportModel::FileColumn, 200);
    m_table->setColumnWidth(ReportModel::OutcomeColumn, 110);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copy = new QAction(tr("&Copy"), m_table);
    copy->setObjectName(u"copyReportRows"_s);
    auto *copyAll = new QAction(tr("Copy &all"), m_table);
    copyAll->setObjectName(u"copyReport"_s);
    m_table->addActions({copy, copyAll});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->installEventFilter(this);
    connect(copy, &QAction::triggered, this, &ReportPanel::copySelected);
    connect(copyAll, &QAction::triggered, this, [this] {
        m_table->selectAll();
        copySelected();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &ReportPanel::fitRows);
    m_table->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
}

void ReportPanel::setReport(const QString &summary, std::vector<ReportRow> rows)
{
    m_summary->setText(summary);
    m_table->setVisible(!rows.empty());
    m_model->setRows(std::move(rows));
    fitRows();
}

/// Every message can be read whole; of very many only the first lines, since measuring each takes its time.
void ReportPanel::fitRows()
{
    constexpr int kMostMeasured = 300;
    if (m_model->rowCount() <= kMostMeasured)
        m_table->resizeRowsToContents();
}

void ReportPanel::copySelected() const
{
    const QString text = m_model->plainText(m_table->selectionModel()->selectedRows());
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

/// The table's own copy takes one cell.
bool ReportPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        if (event->type() == QEvent::KeyPress)
            copySelected();
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace variorum::ui
