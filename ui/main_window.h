#pragma once

#include "ui/actions.h"
#include "ui/document.h"
#include "ui/selection.h"
#include "ui/widgets/theme.h"
#include "workspace/workspace.h"

#include <QMainWindow>
#include <QPointer>
#include <optional>

class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;

namespace variorum::ui {

class ComparisonView;
class ImportStatus;
class LibraryDialog;
class MessagePage;
class NoticeBar;
class PdfExport;
class StartPage;
struct WorkRequest;

struct WindowOptions {
    QString statePath; ///< file for geometry, splitters and recent folders
    QString samplePath; ///< folder of the sample; empty where it is not installed
    bool systemIsDark = false;
    std::optional<Theme> theme; ///< set from outside: used and not remembered
};

/// The window: menus, tool bar, status bar, and which page is shown. What happens to files it leaves to the workspace,
/// what is shown of a comparison to ComparisonView.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(workspace::Workspace &workspace, WindowOptions options, QWidget *parent = nullptr);

    void openFolder(const QString &folder);
    void openPaths(const QStringList &paths); ///< one folder is opened; anything else is added to what is shown
    [[nodiscard]] Selection &selection() { return *m_selection; }
    [[nodiscard]] Document &document() { return *m_document; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPages();
    void buildMenus();
    void buildToolBar();
    void buildStatusBar();
    void connectFileActions();
    void connectViewActions();
    void connectWorkspace();
    void connectWork();
    void connectLibrary();
    void showLibrary();
    void showWatchMode();
    void sendWork(const WorkRequest &request);
    void showUndo(const QString &undoLabel, const QString &redoLabel);
    void askForFolder();
    void askForFiles();
    void editDetails(base::ArticleId article);
    void chooseEncoding(base::ArticleId article);
    [[nodiscard]] std::optional<base::ArticleId> articleInHand() const;
    void setTheme(Theme theme);
    void setTextSize(int points);
    void updateState(); ///< what may be done, the counts, the page
    void showImportReport(const workspace::ImportReport &report);
    void showFailure(const base::Error &error);
    void showNotWritable(const base::Error &error);
    void showExported(const QString &path);
    void showAbout();
    void addRecent(const QString &folder);
    void fillRecent();
    void stopWork(); ///< whatever runs: import or export
    void saveState() const;
    void saveSoon(); ///< once what changes has come to rest, so that an end without warning loses nothing
    void restoreState();

    workspace::Workspace &m_workspace;
    WindowOptions m_options;
    Document *m_document;
    Selection *m_selection;
    Actions m_actions;
    QStackedWidget *m_pages;
    StartPage *m_start;
    MessagePage *m_message;
    ComparisonView *m_comparison;
    PdfExport *m_export;
    QMenu *m_recentMenu = nullptr;
    QLabel *m_counter = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_counts = nullptr;
    NoticeBar *m_libraryNotice = nullptr; ///< over every page
    QLabel *m_watch = nullptr; ///< how the folder is watched
    QPointer<LibraryDialog> m_library; ///< while it is open
    QLabel *m_readOnly = nullptr; ///< stays when the notice is closed
    ImportStatus *m_progress = nullptr;
    QStringList m_recent;
    int m_textSize = 0; ///< points; 0: the usual
    Theme m_theme = Theme::System;
    QTimer *m_saveTimer = nullptr;
    bool m_isReadOnly = false; ///< the library, here
    bool m_hasProgress = false; ///< of what runs now
    bool m_closesAtWork = false; ///< the person was asked
};

} // namespace variorum::ui
