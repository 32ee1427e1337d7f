#include "ui/main_window.h"

#include "ui/articles/article_edit_dialog.h"
#include "ui/articles/articles_panel.h"
#include "ui/articles/encoding_dialog.h"
#include "ui/comparison_view.h"
#include "ui/diff/diff_pane.h"
#include "ui/export/pdf_export.h"
#include "ui/import/import_status.h"
#include "ui/import/report_panel.h"
#include "ui/start/message_page.h"
#include "ui/start/start_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/plain_text.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostRecent = 8;
constexpr int kStatusMs = 6000;
constexpr int kSaveMs = 400;

} // namespace

MainWindow::MainWindow(workspace::Workspace &workspace, WindowOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_options(std::move(options))
    , m_document(new Document(this))
    , m_selection(new Selection(this))
    , m_actions(this)
    , m_export(new PdfExport(workspace, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Variorum"_s);
    setMinimumSize(640, 420);
    setAcceptDrops(true);
    buildPages();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    connectFileActions();
    connectViewActions();
    connectWorkspace();
    connectWork();
    connectLibrary();
    restoreState();
    m_saveTimer = new QTimer(this);
    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(kSaveMs);
    connect(m_saveTimer, &QTimer::timeout, this, &MainWindow::saveState);
    connect(m_comparison, &ComparisonView::layoutChanged, this, &MainWindow::saveSoon);
    for (const QAction *action : {m_actions.faintMarks, m_actions.themeSystem, m_actions.themeLight, m_actions.themeDark})
        connect(action, &QAction::toggled, this, &MainWindow::saveSoon);
    for (const QAction *action : {m_actions.largerText, m_actions.smallerText, m_actions.usualText})
        connect(action, &QAction::triggered, this, &MainWindow::saveSoon);
    if (m_workspace.comparison())
        m_document->setComparison(m_workspace.comparison());
    updateState();
}

void MainWindow::buildPages()
{
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"pages"_s);
    m_start = new StartPage(!m_options.samplePath.isEmpty(), this);
    m_message = new MessagePage(this);
    m_comparison = new ComparisonView(*m_document, *m_selection, this);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_comparison);
    m_libraryNotice = new NoticeBar(this, u"libraryNotice"_s);
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_libraryNotice);
    layout->addWidget(m_pages, 1);
    setCentralWidget(middle);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::askForFolder);
    connect(m_start, &StartPage::sampleRequested, this, [this] { openFolder(m_options.samplePath); });
    connect(m_start, &StartPage::folderChosen, this, &MainWindow::openFolder);
    connect(m_message, &MessagePage::openRequested, this, &MainWindow::askForFolder);
    connect(m_message, &MessagePage::retryRequested, &m_workspace, &workspace::Workspace::rescan);
    connect(m_comparison, &ComparisonView::editRequested, this, &MainWindow::editDetails);
    connect(m_comparison, &ComparisonView::encodingRequested, this, &MainWindow::chooseEncoding);
    connect(m_comparison, &ComparisonView::positionChanged, this, &MainWindow::updateState);
    connect(m_comparison, &ComparisonView::stepWrapped, this, [this] { statusBar()->showMessage(tr("Went round: that was the last one."), kStatusMs); });
}

void MainWindow::connectFileActions()
{
    connect(m_actions.openFolder, &QAction::triggered, this, &MainWindow::askForFolder);
    connect(m_actions.openFiles, &QAction::triggered, this, &MainWindow::askForFiles);
    connect(m_actions.openSample, &QAction::triggered, this, [this] { openFolder(m_options.samplePath); });
    connect(m_actions.rescan, &QAction::triggered, &m_workspace, &workspace::Workspace::rescan);
    connect(m_actions.cancel, &QAction::triggered, this, &MainWindow::stopWork);
    connect(m_progress, &ImportStatus::cancelRequested, this, &MainWindow::stopWork);
    connect(m_actions.exportPdf, &QAction::triggered, m_export, &PdfExport::ask);
    connect(m_export, &PdfExport::started, this, [this](const QString &path) {
        statusBar()->showMessage(tr("Writing %1...").arg(QFileInfo(path).fileName()));
        updateState();
    });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions.editDetails, &QAction::triggered, this, [this] {
        if (const auto article = articleInHand())
            editDetails(*article);
    });
    connect(m_actions.chooseEncoding, &QAction::triggered, this, [this] {
        if (const auto article = articleInHand())
            chooseEncoding(*article);
    });
}

void MainWindow::connectWorkspace()
{
    using workspace::Workspace;
    connect(&m_workspace, &Workspace::opened, this, &MainWindow::updateState);
    connect(&m_workspace, &Workspace::busyChanged, this, &MainWindow::updateState);
    connect(&m_workspace, &Workspace::opened, &m_workspace, &Workspace::askForWork);
    connect(&m_workspace, &Workspace::progressed, this, [this](const workspace::Progress &progress) {
        m_hasProgress = true;
        m_progress->setProgress(progress);
        updateState();
    });
    connect(&m_workspace, &Workspace::articlesArrived, this, [this](const std::vector<model::Article> &articles) { m_document->addArrivals(articles); });
    connect(&m_workspace, &Workspace::comparisonChanged, this, [this](const std::shared_ptr<const model::Comparison> &comparison) {
        if (comparison)
            m_document->setComparison(comparison);
    });
    connect(&m_workspace, &Workspace::importFinished, this, &MainWindow::showImportReport);
    connect(&m_workspace, &Workspace::exportFinished, this, &MainWindow::showExported);
    connect(&m_workspace, &Workspace::failed, this, &MainWindow::showFailure);
    connect(m_document, &Document::comparisonChanged, this, &MainWindow::updateState);
    connect(m_document, &Document::articlesArrived, this, &MainWindow::updateState);
}

void MainWindow::askForFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder of articles"), m_workspace.folder());
    dialog->setObjectName(u"openFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openFolder);
    dialog->open();
}

void MainWindow::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open articles"), m_workspace.folder());
    dialog->setObjectName(u"openFilesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openPaths);
    dialog->open();
}

void MainWindow::openFolder(const QString &folder)
{
    if (folder.isEmpty())
        return;
    m_selection->clear();
    m_document->clear();
    m_comparison->notice().hide();
    m_message->setMessage({.title = tr("Reading %1").arg(oneLine(QFileInfo(folder).fileName(), 80)), .text = tr("Articles appear here as they are read.")});
    m_pages->setCurrentWidget(m_message);
    addRecent(folder);
    setWindowTitle(tr("%1 - Variorum", "folder").arg(oneLine(QFileInfo(folder).fileName(), 80)));
    m_workspace.openFolder(folder);
    showWatchMode();
    updateState();
}

void MainWindow::openPaths(const QStringList &paths)
{
    if (paths.size() == 1 && QFileInfo(paths.front()).isDir())
        openFolder(paths.front());
    else if (!paths.isEmpty())
        m_workspace.openFiles(paths);
    updateState();
}

void MainWindow::editDetails(base::ArticleId id)
{
    const model::Article *article = m_document->article(id);
    if (!article)
        return;
    auto *dialog = new ArticleEditDialog(*article, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
        if (const library::ArticleEdit edit = dialog->edit(); edit != library::ArticleEdit())
            m_workspace.editArticle(id, edit);
    });
    dialog->open();
}

/// The one chosen in the list, or else the first on screen.
std::optional<base::ArticleId> MainWindow::articleInHand() const
{
    const std::optional<base::ArticleId> chosen = m_comparison->articlesPanel().currentArticle();
    const std::vector<base::ArticleId> shown = m_comparison->diffPane().articles();
    return chosen || shown.empty() ? chosen : std::optional(shown.front());
}

void MainWindow::chooseEncoding(base::ArticleId id)
{
    const model::Article *article = m_document->article(id);
    if (!article)
        return;
    auto *dialog = new EncodingDialog(*article, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] { m_workspace.chooseCharset(id, dialog->charset()); });
    dialog->open();
}

void MainWindow::updateState()
{
    const auto &index = m_document->index();
    const bool isBusy = m_workspace.isBusy();
    const size_t articles = index ? index->comparison().articles.size() : 0;
    const size_t divergences = index ? index->comparison().divergences.size() : 0;
    m_hasProgress = m_hasProgress && isBusy;
    m_progress->setVisible(m_hasProgress); // a verdict is stored without a word
    m_actions.cancel->setEnabled(isBusy);
    m_actions.rescan->setEnabled(!m_workspace.folder().isEmpty());
    m_actions.exportPdf->setEnabled(articles > 0);
    m_actions.editDetails->setEnabled(articles > 0);
    m_actions.chooseEncoding->setEnabled(articles > 0);
    for (QAction *action : {m_actions.nextDivergence, m_actions.previousDivergence})
        action->setEnabled(divergences > 0);
    for (QAction *action : {m_actions.nextConflict, m_actions.previousConflict})
        action->setEnabled(!m_comparison->walk().conflicts.empty());
    const auto [counter, reason] = m_comparison->position();
    m_counter->setText(counter);
    m_reason->setText(reason);
    if (index)
        m_counts->setText(tr("%1   \u00b7   %2   \u00b7   %3", "counts").arg(tr("%n article(s)", nullptr, static_cast<int>(articles)), tr("%n claim(s)", nullptr, static_cast<int>(index->comparison().claims.size())), tr("%n divergence(s)", nullptr, static_cast<int>(divergences))));
    else
        m_counts->clear();
    const bool hasArticles = articles > 0 || !m_document->arrivals().empty();
    if (hasArticles && m_pages->currentWidget() != m_comparison) {
        m_pages->setCurrentWidget(m_comparison);
        m_comparison->articlesPanel().setFocus();
    }
}

void MainWindow::showImportReport(const workspace::ImportReport &report)
{
    const QString summary = importSummary(report);
    m_comparison->reportPanel().setReport(summary, reportRows(report));
    statusBar()->showMessage(summary, kStatusMs);
    const auto showReport = [this] { m_comparison->showReport(); };
    if (report.cancelled)
        m_comparison->notice().showText(tr("The import was stopped; what had been read is kept. F5 goes on."), tr("Show"), showReport);
    else if (!report.problems.empty())
        m_comparison->notice().showText(tr("%1 of %n file(s) need attention.", nullptr, report.files).arg(filesWithProblems(report)), tr("Show"), showReport);
    const bool isEmpty = m_document->arrivals().empty() && (!m_workspace.comparison() || m_workspace.comparison()->articles.empty());
    if (isEmpty && m_pages->currentWidget() == m_message) {
        const std::vector<base::Error> &reasons = report.problems.empty() ? report.notes : report.problems;
        const QString reason = reasons.empty() ? tr("Variorum reads saved web pages, plain text, Markdown, e-mail, feeds and agency formats.") : base::describe(reasons.front());
        m_message->setMessage({.title = tr("No articles here"), .text = reason, .offersOpen = true, .offersRetry = true});
    }
    updateState();
}

/// The library is shown and not written to: no reason to leave the page, and nothing is lost.
void MainWindow::showNotWritable(const base::Error &error)
{
    const QString name = oneLine(QFileInfo(error.path).fileName(), 80);
    const QString detail = error.detail.isEmpty() ? QString() : u" ("_s + oneLine(error.detail, 160) + u')';
    const QString text = error.code == base::ErrorCode::LibraryOpenElsewhere
        ? tr("Another window or program has %1 open%2. You can read and compare here; nothing in it is changed or lost, and nothing you do here is kept. Close the other one, then start Variorum again.").arg(name, detail)
        : tr("%1 cannot be written to%2. You can read and compare here; nothing in it is changed or lost, and nothing you do here is kept. Copy it to a place where you may write, then open the copy.").arg(name, detail);
    m_libraryNotice->showText(text);
    m_readOnly->setToolTip(plainToolTip(text));
    m_readOnly->show();
    m_isReadOnly = true;
    updateState();
}

void MainWindow::showFailure(const base::Error &error)
{
    m_comparison->showHidden();
    if (error.code == base::ErrorCode::LibraryOpenElsewhere || error.code == base::ErrorCode::LibraryReadOnly) {
        showNotWritable(error);
        return;
    }
    const bool nothingShown = !m_document->index() && m_document->arrivals().empty();
    const QString text = base::describe(error);
    if (nothingShown) {
        const bool isEmpty = error.code == base::ErrorCode::EmptyFolder;
        m_message->setMessage({.title = isEmpty ? tr("No articles here") : tr("That did not work"), .text = text, .offersOpen = true, .offersRetry = !m_workspace.folder().isEmpty()});
        m_pages->setCurrentWidget(m_message);
    } else {
        m_comparison->notice().showText(text);
    }
    statusBar()->clearMessage();
    updateState();
}

void MainWindow::showExported(const QString &path)
{
    statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), kStatusMs);
    m_comparison->notice().showText(
        tr("The comparison is in %1.").arg(path), tr("Show in folder"), [path] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        },
        NoticeBar::Tone::Done);
    updateState();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Variorum"), tr("Variorum %1").arg(QCoreApplication::applicationVersion()), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"aboutBox"_s);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(QApplication::windowIcon().pixmap(64, 64));
    box->setInformativeText(tr("Compares news sources, offline.\nFree software under the GNU General Public License, version 3 or later. It comes without any warranty."));
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workspace.isBusy() && !m_closesAtWork) {
        event->ignore();
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Close"), tr("Variorum is still at work."), QMessageBox::NoButton, this);
        box->setObjectName(u"closeBox"_s);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(tr("If you stop now, what has been read is kept, and the rest is read the next time."));
        const QPushButton *stop = box->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
        box->addButton(tr("Go on"), QMessageBox::RejectRole);
        connect(box, &QMessageBox::buttonClicked, this, [this, stop](const QAbstractButton *clicked) {
            if (clicked == stop) {
                m_closesAtWork = true;
                stopWork();
                close();
            }
        });
        box->open();
        return;
    }
    saveState();
    event->accept();
}

void MainWindow::stopWork()
{
    m_workspace.cancel();
    m_workspace.cancelExport();
}

void MainWindow::saveSoon()
{
    if (m_saveTimer)
        m_saveTimer->start();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    saveSoon();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    saveSoon();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::ranges::any_of(urls, &QUrl::isLocalFile))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    openPaths(paths);
}

void MainWindow::addRecent(const QString &folder)
{
    m_recent.removeAll(folder);
    m_recent.prepend(folder);
    m_recent = m_recent.mid(0, kMostRecent);
    fillRecent();
    saveState();
}

} // namespace variorum::ui
