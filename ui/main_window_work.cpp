// What a person makes of the claims, and the search: from the panes to the workspace and back.

#include "ui/main_window.h"

#include "ui/comparison_view.h"
#include "ui/diff/diff_pane.h"
#include "ui/search/search_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plain_text.h"
#include "ui/work/judgement_bar.h"

#include <QAction>
#include <QStatusBar>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

void MainWindow::connectWork()
{
    using workspace::Workspace;
    connect(m_comparison, &ComparisonView::workRequested, this, &MainWindow::sendWork);
    connect(m_actions.undo, &QAction::triggered, &m_workspace, &Workspace::undo);
    connect(m_actions.redo, &QAction::triggered, &m_workspace, &Workspace::redo);
    connect(&m_workspace, &Workspace::workChanged, this, [this](const std::vector<library::StoredWork> &work, const QString &undoLabel, const QString &redoLabel) {
        m_comparison->setWork(work);
        showUndo(undoLabel, redoLabel);
    });
    showUndo({}, {});

    JudgementBar &judgement = m_comparison->judgement();
    connect(m_actions.supported, &QAction::triggered, this, [this] { m_comparison->judge(model::Verdict::Supported); });
    connect(m_actions.refuted, &QAction::triggered, this, [this] { m_comparison->judge(model::Verdict::Refuted); });
    connect(m_actions.notEnough, &QAction::triggered, this, [this] { m_comparison->judge(model::Verdict::NotEnough); });
    connect(m_actions.star, &QAction::triggered, &judgement, &JudgementBar::toggleStar);
    connect(m_actions.tag, &QAction::triggered, &judgement, &JudgementBar::askForTag);
    connect(m_actions.note, &QAction::triggered, &judgement, &JudgementBar::askForNote);
    connect(m_actions.notADifference, &QAction::triggered, &judgement, &JudgementBar::dismiss);
    connect(m_actions.notTheSame, &QAction::triggered, &judgement, &JudgementBar::splitOff);
    connect(m_actions.joinClaims, &QAction::triggered, &judgement, &JudgementBar::askForJoin);
    connect(m_actions.showStatement, &QAction::triggered, m_comparison, &ComparisonView::showStatement);

    SearchPanel &search = m_comparison->searchPanel();
    connect(m_actions.search, &QAction::triggered, m_comparison, &ComparisonView::showSearch);
    connect(&search, &SearchPanel::searchRequested, this, [this](const QString &line) { m_workspace.search(line); });
    connect(&m_workspace, &Workspace::searchFinished, &search, &SearchPanel::setFound);
    connect(&search, &SearchPanel::hitChosen, this, [this](const library::SearchHit &hit) {
        if (!m_comparison->showHit(hit))
            m_comparison->notice().showText(tr("\"%1\" is in the library but not among the articles shown. Open its folder to read it.").arg(oneLine(hit.title, 120)));
    });
    const auto keep = [this, &search] {
        const model::WorkItem item{.kind = model::WorkKind::SavedSearch, .target = model::WorkTarget::Library, .name = search.line(), .value = search.line(), .anchors = {}, .made = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC)};
        if (!item.value.isEmpty())
            m_workspace.addWork(tr("Keep the search"), item, {});
    };
    connect(&search, &SearchPanel::saveRequested, this, keep);
    connect(m_actions.keepSearch, &QAction::triggered, this, keep);
    connect(&search, &SearchPanel::forgetRequested, this, [this](qint64 id) { m_workspace.doWork(tr("Forget the search"), {{.id = id, .item = {}}}); });
}

void MainWindow::sendWork(const WorkRequest &request)
{
    if (!request.changes.empty())
        m_workspace.doWork(request.label, request.changes);
    else if (!request.places.empty())
        m_workspace.addWork(request.label, request.item, request.places, request.sides);
    statusBar()->showMessage(request.label, 3000);
}

/// The labels may hold a person's words.
void MainWindow::showUndo(const QString &undoLabel, const QString &redoLabel)
{
    const auto shown = [](const QString &label) { return oneLine(label, 60).replace(u'&', "&&"_L1); };
    m_actions.undo->setText(undoLabel.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(shown(undoLabel)));
    m_actions.undo->setEnabled(!undoLabel.isEmpty());
    m_actions.redo->setText(redoLabel.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(shown(redoLabel)));
    m_actions.redo->setEnabled(!redoLabel.isEmpty());
}

} // namespace variorum::ui
