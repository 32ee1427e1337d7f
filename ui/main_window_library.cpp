// The library's own page, and how its folder is watched.

#include "ui/library/library_dialog.h"
#include "ui/main_window.h"
#include "ui/widgets/plain_text.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QUrl>

namespace variorum::ui {

void MainWindow::connectLibrary()
{
    using workspace::Workspace;
    connect(m_actions.library, &QAction::triggered, this, &MainWindow::showLibrary);
    connect(&m_workspace, &Workspace::watchModeChanged, this, &MainWindow::showWatchMode);
    connect(&m_workspace, &Workspace::snapshotsListed, this, [this](const std::vector<library::Snapshot> &snapshots) {
        if (m_library)
            m_library->setSnapshots(snapshots);
    });
    connect(&m_workspace, &Workspace::snapshotChecked, this, [this](const QString &path, bool isWhole) {
        if (m_library)
            m_library->setChecked(path, isWhole);
    });
    connect(&m_workspace, &Workspace::snapshotCopied, this, [this](const QString &target) {
        if (m_library)
            m_library->setCopied(target);
    });
    showWatchMode();
}

void MainWindow::showWatchMode()
{
    const WatchWords words = watchWords(m_workspace.watchMode(), m_workspace.folder());
    m_watch->setText(words.label);
    m_watch->setToolTip(plainToolTip(words.sentence));
    m_watch->setVisible(!words.label.isEmpty());
    if (m_library)
        m_library->setState({.libraryPath = m_workspace.libraryPath(), .folder = m_workspace.folder(), .watch = m_workspace.watchMode(), .isWritable = !m_isReadOnly});
}

void MainWindow::showLibrary()
{
    if (m_library) {
        m_library->raise();
        m_library->activateWindow();
        return;
    }
    m_library = new LibraryDialog(this);
    m_library->setAttribute(Qt::WA_DeleteOnClose);
    using workspace::Workspace;
    connect(m_library, &LibraryDialog::snapshotWanted, &m_workspace, [this] { m_workspace.takeSnapshot(library::SnapshotReason::Asked); });
    connect(m_library, &LibraryDialog::checkWanted, &m_workspace, &Workspace::checkSnapshot);
    connect(m_library, &LibraryDialog::copyWanted, &m_workspace, &Workspace::copySnapshot);
    connect(m_library, &LibraryDialog::folderWanted, this, [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    showWatchMode();
    m_workspace.askForSnapshots();
    m_library->open();
}

} // namespace variorum::ui
