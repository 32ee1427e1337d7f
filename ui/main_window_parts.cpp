// The menus, the tool bar, the status bar, how the window looks, and what of it is remembered.

#include "ui/main_window.h"

#include "ui/comparison_view.h"
#include "ui/diff/diff_pane.h"
#include "ui/import/import_status.h"
#include "ui/start/start_page.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/plain_text.h"

#include <QApplication>
#include <QFileInfo>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <array>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSmallestText = 8;
constexpr int kLargestText = 28;

int usualTextSize() { return std::max(11, QApplication::font().pointSize() + 1); }

} // namespace

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.openFolder, m_actions.openFiles, m_actions.openSample});
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addSeparator();
    file->addActions({m_actions.rescan, m_actions.cancel});
    file->addSeparator();
    file->addAction(m_actions.exportPdf);
    file->addSeparator();
    file->addAction(m_actions.library);
    file->addSeparator();
    file->addAction(m_actions.quit);
    m_actions.openSample->setEnabled(!m_options.samplePath.isEmpty());
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions.undo, m_actions.redo});
    edit->addSeparator();
    edit->addActions({m_actions.copy, m_actions.selectAll});
    edit->addSeparator();
    edit->addAction(m_actions.editDetails);
    edit->addAction(m_actions.chooseEncoding);
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions({m_actions.nextDivergence, m_actions.previousDivergence});
    go->addSeparator();
    go->addActions({m_actions.nextConflict, m_actions.previousConflict});
    go->addSeparator();
    go->addActions({m_actions.search, m_actions.keepSearch, m_actions.showStatement});
    go->addSeparator();
    go->addActions({m_actions.nextZone, m_actions.previousZone});
    QMenu *claim = menuBar()->addMenu(tr("&Claim"));
    claim->addActions(m_actions.judgements());
    claim->insertSeparator(m_actions.star);
    claim->insertSeparator(m_actions.notADifference);
    for (QWidget *pane : m_comparison->panes())
        pane->addActions(m_actions.judgements());
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_actions.twoColumns, m_actions.threeColumns});
    view->addSeparator();
    view->addActions({m_actions.articlesPanel, m_actions.inspectorPanel, m_actions.listsPanel});
    view->addSeparator();
    view->addAction(m_actions.faintMarks);
    view->addActions({m_actions.largerText, m_actions.smallerText, m_actions.usualText});
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("&Theme"));
    theme->addActions({m_actions.themeSystem, m_actions.themeLight, m_actions.themeDark});
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.shortcuts, m_actions.about});
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({16, 16});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions.openFolder->setIconText(u" "_s + tr("Open folder"));
    m_actions.exportPdf->setIconText(u" "_s + tr("Export PDF"));
    bar->addAction(m_actions.openFolder);
    bar->addSeparator();
    const auto addIcon = [bar](QAction *action) {
        bar->addAction(action);
        auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text().remove(u'&'));
    };
    addIcon(m_actions.previousDivergence);
    addIcon(m_actions.nextDivergence);
    m_counter = plainLabel({}, bar);
    m_counter->setObjectName(u"divergenceCounter"_s);
    m_counter->setContentsMargins(8, 0, 4, 0);
    QFont bold = m_counter->font();
    bold.setWeight(QFont::DemiBold);
    m_counter->setFont(bold);
    bar->addWidget(m_counter);
    m_reason = new ElidedLabel(bar);
    m_reason->setObjectName(u"divergenceReason"_s);
    m_reason->setProperty("rank", u"second"_s);
    m_reason->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    bar->addWidget(m_reason);
    addIcon(m_actions.twoColumns);
    addIcon(m_actions.threeColumns);
    bar->addSeparator();
    bar->addAction(m_actions.exportPdf);
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_counts = plainLabel({}, this);
    m_counts->setObjectName(u"counts"_s);
    m_progress = new ImportStatus(this);
    QLabel *offline = plainLabel(tr("offline"), this);
    offline->setToolTip(tr("Nothing leaves this computer"));
    m_watch = plainLabel({}, this);
    m_watch->setObjectName(u"watchMode"_s);
    m_watch->hide();
    m_readOnly = plainLabel(tr("library: read only"), this);
    m_readOnly->setObjectName(u"readOnly"_s);
    m_readOnly->hide();
    statusBar()->addWidget(m_counts);
    statusBar()->addPermanentWidget(m_progress, 1);
    statusBar()->addPermanentWidget(m_watch);
    statusBar()->addPermanentWidget(m_readOnly);
    statusBar()->addPermanentWidget(offline);
}

void MainWindow::connectViewActions()
{
    using Step = DivergenceWalk::Step;
    connect(m_actions.nextDivergence, &QAction::triggered, this, [this] { m_comparison->step(Step::Next, false); });
    connect(m_actions.previousDivergence, &QAction::triggered, this, [this] { m_comparison->step(Step::Previous, false); });
    connect(m_actions.nextConflict, &QAction::triggered, this, [this] { m_comparison->step(Step::Next, true); });
    connect(m_actions.previousConflict, &QAction::triggered, this, [this] { m_comparison->step(Step::Previous, true); });
    connect(m_actions.twoColumns, &QAction::triggered, this, [this] { m_comparison->diffPane().setColumnLimit(2); });
    connect(m_actions.threeColumns, &QAction::triggered, this, [this] { m_comparison->diffPane().setColumnLimit(3); });
    connect(m_actions.faintMarks, &QAction::toggled, this, [this](bool shown) { m_comparison->diffPane().setFaintMarksShown(shown); });
    connect(m_actions.largerText, &QAction::triggered, this, [this] { setTextSize((m_textSize > 0 ? m_textSize : usualTextSize()) + 1); });
    connect(m_actions.smallerText, &QAction::triggered, this, [this] { setTextSize((m_textSize > 0 ? m_textSize : usualTextSize()) - 1); });
    connect(m_actions.usualText, &QAction::triggered, this, [this] { setTextSize(usualTextSize()); });
    QAction *const panels[] = {m_actions.articlesPanel, m_actions.inspectorPanel, m_actions.listsPanel};
    for (int panel = 0; panel < 3; ++panel)
        connect(panels[panel], &QAction::toggled, this, [this, panel](bool shown) { m_comparison->setPanelShown(panel, shown); });
    connect(m_comparison, &ComparisonView::panelShown, this, [panels = std::to_array(panels)](int panel, bool shown) {
        const QSignalBlocker blocker(panels[static_cast<size_t>(panel)]); // not by hand
        panels[static_cast<size_t>(panel)]->setChecked(shown);
    });
    connect(m_actions.nextZone, &QAction::triggered, this, [this] { m_comparison->focusNextZone(false); });
    connect(m_actions.previousZone, &QAction::triggered, this, [this] { m_comparison->focusNextZone(true); });
    connect(m_actions.themeSystem, &QAction::triggered, this, [this] { setTheme(Theme::System); });
    connect(m_actions.themeLight, &QAction::triggered, this, [this] { setTheme(Theme::Light); });
    connect(m_actions.themeDark, &QAction::triggered, this, [this] { setTheme(Theme::Dark); });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(m_actions, this); });
    connect(m_actions.copy, &QAction::triggered, this, [] {
        if (const auto *view = qobject_cast<ArticleView *>(QApplication::focusWidget()))
            view->copy();
    });
    connect(m_actions.selectAll, &QAction::triggered, this, [] {
        if (auto *view = qobject_cast<ArticleView *>(QApplication::focusWidget()))
            view->selectAll();
    });
}

void MainWindow::setTheme(Theme theme)
{
    m_theme = theme;
    applyTheme(*qApp, theme, m_options.systemIsDark);
}

void MainWindow::setTextSize(int points)
{
    m_textSize = std::clamp(points, kSmallestText, kLargestText);
    m_comparison->diffPane().setTextSize(m_textSize);
}

void MainWindow::fillRecent()
{
    m_start->setRecent(m_recent);
    m_recentMenu->clear();
    for (const QString &folder : m_recent) {
        QAction *action = m_recentMenu->addAction(QString(folder).replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, folder] { openFolder(folder); });
    }
    m_recentMenu->setEnabled(!m_recent.isEmpty());
}

void MainWindow::saveState() const
{
    QSettings settings(m_options.statePath, QSettings::IniFormat);
    settings.setValue(u"geometry"_s, saveGeometry());
    settings.setValue(u"recent"_s, m_recent);
    settings.setValue(u"faintMarks"_s, m_actions.faintMarks->isChecked());
    settings.setValue(u"textSize"_s, m_textSize);
    settings.setValue(u"articlesPanel"_s, m_comparison->isPanelWanted(0));
    settings.setValue(u"inspectorPanel"_s, m_comparison->isPanelWanted(1));
    settings.setValue(u"listsPanel"_s, m_comparison->isPanelWanted(2));
    if (!m_options.theme)
        settings.setValue(u"theme"_s, themeName(m_theme));
    m_comparison->save(settings);
}

void MainWindow::restoreState()
{
    const QSettings settings(m_options.statePath, QSettings::IniFormat);
    if (!restoreGeometry(settings.value(u"geometry"_s).toByteArray()))
        resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    m_comparison->restore(settings);
    (m_comparison->diffPane().columnLimit() == 3 ? m_actions.threeColumns : m_actions.twoColumns)->setChecked(true);
    m_actions.faintMarks->setChecked(settings.value(u"faintMarks"_s, true).toBool());
    m_actions.articlesPanel->setChecked(settings.value(u"articlesPanel"_s, true).toBool());
    m_actions.inspectorPanel->setChecked(settings.value(u"inspectorPanel"_s, true).toBool());
    m_actions.listsPanel->setChecked(settings.value(u"listsPanel"_s, true).toBool());
    if (const int size = settings.value(u"textSize"_s, 0).toInt(); size > 0)
        setTextSize(size);
    m_recent = settings.value(u"recent"_s).toStringList().mid(0, 8);
    fillRecent();
    m_theme = m_options.theme.value_or(themeFromName(settings.value(u"theme"_s).toString()));
    (m_theme == Theme::Dark ? m_actions.themeDark : m_theme == Theme::Light ? m_actions.themeLight
                                                                            : m_actions.themeSystem)
        ->setChecked(true);
    setTheme(m_theme);
}

} // namespace variorum::ui
