#pragma once

#include "base/result.h"
#include "library/library.h"
#include "library/snapshots.h"
#include "model/comparison.h"
#include "workspace/folder_watch.h"
#include "workspace/import.h"
#include "workspace/pipeline.h"

#include <QObject>
#include <functional>
#include <memory>

namespace variorum::workspace {

/// The one door for the window to a person's library (the command line calls importFolder() itself). Lives on the
/// thread that made it (the GUI's); all work runs on its own threads and comes back by queued signals, so nothing
/// here blocks. One import runs at a time; opening another folder stops the one before, and of that nothing arrives
/// any more.
class Workspace : public QObject {
    Q_OBJECT

public:
    struct Settings {
        QString libraryPath;
        QString resourceDir;
        PipelineOptions pipeline;
        bool watches = true; ///< looks at the shown folder by itself when its files have changed and been quiet for a second
        FolderWatch::Settings watch = {};
    };

    /// Returns at once; opened() follows once the library and the language are there, before it failed() for each that
    /// is not. Without a library the work goes on in memory and nothing is written; without a language every
    /// openFolder() fails alike.
    explicit Workspace(Settings settings, QObject *parent = nullptr);
    /// Stops and waits for its threads (within half a second); an edit that was asked for is stored.
    ~Workspace() override;

    [[nodiscard]] bool isBusy() const; ///< opening, importing or exporting
    [[nodiscard]] QString folder() const; ///< the one shown; empty before the first, and where only single files are shown
    [[nodiscard]] QString libraryPath() const;
    [[nodiscard]] FolderWatch::Mode watchMode() const; ///< of the folder shown
    /// The newest comparison of what is shown, its articles with the library's ids, as in articlesArrived(); null before the first. Shared because panes and a running export may
    /// still hold the one before.
    [[nodiscard]] std::shared_ptr<const model::Comparison> comparison() const;

    /// Shows what the library has of the folder at once (articlesArrived, and comparisonChanged where all is there),
    /// then imports. Ends with importFinished(), or with failed() where nothing could be imported; an empty folder
    /// gives an empty comparison and failed(EmptyFolder).
    void openFolder(const QString &nativePath);
    /// Files or folders dropped on the window; adds them to what is shown. In the library they lie in folder "" under
    /// their absolute paths, until they are opened as part of a folder they are articles of their own. One folder
    /// while nothing is shown is openFolder(); files below the shown folder are only looked at again.
    void openFiles(const QStringList &nativePaths);
    void rescan(); ///< looks again for what is new, changed or gone in what is shown
    /// Stops the import; importFinished() with cancelled follows. What was done is kept.
    void cancel();
    void cancelExport(); ///< failed(Cancelled) follows where one was running
    /// Fields that are absent stay as they are; one put back to what was read is no edit any more. On the disk at
    /// once, also during an import; comparisonChanged() follows.
    void editArticle(base::ArticleId article, const library::ArticleEdit &edit);
    /// Reads the article's file again in the encoding that it is in as the person says, an IANA name; empty: as its bytes
    /// tell. Remembered over later imports. Everything of an import follows, or failed().
    void chooseCharset(base::ArticleId article, const QString &charset);
    void pause(bool isPaused); ///< an import; what is being read or analysed is finished first
    /// Opens the folder that the library was filled from last, if there is one; else nothing happens.
    void openLastFolder();

    // The person's own work. Each answer comes by a signal, also during an import; what is done is on the disk by then.
    /// `label` names the action for undo. A comparison follows where joins, splits or dismissals changed.
    void doWork(const QString &label, const std::vector<library::WorkChange> &changes);
    void undo();
    void redo();
    void askForWork(); ///< workChanged() follows
    void search(const QString &line, int most = 200); ///< searchFinished() follows
    /// Adds one piece of work on these places; `sides` as long as `places` for a split, else empty.
    void addWork(const QString &label, const model::WorkItem &item, const std::vector<std::pair<base::ArticleId, model::TextPlace>> &places, const std::vector<int> &sides = {});
    /// In the background, if the library has changed since the last one; also done after opening and every hour. Asked for:
    /// snapshotsListed() follows.
    void takeSnapshot(library::SnapshotReason reason = library::SnapshotReason::Asked);
    void askForSnapshots(); ///< snapshotsListed() follows
    void checkSnapshot(const QString &path); ///< reads all of it; snapshotChecked() follows
    /// A copy of a snapshot as a library of its own at `target`, where nothing may be; the library shown stays. snapshotCopied()
    /// or failed() follows.
    void copySnapshot(const QString &path, const QString &target);

    void exportPdf(const QString &path); ///< in the background, of the comparison as it is now; exportFinished() or failed() follows

Q_SIGNALS:
    void opened(); ///< ready; the library may still have failed()
    void progressed(const variorum::workspace::Progress &progress);
    void articlesArrived(const std::vector<variorum::model::Article> &articles); ///< readable already, not yet compared
    void comparisonChanged(const std::shared_ptr<const variorum::model::Comparison> &comparison);
    void importFinished(const variorum::workspace::ImportReport &report);
    void exportFinished(const QString &path);
    void failed(const variorum::base::Error &error);
    /// All of the person's work, and what undo and redo would do; empty labels: nothing.
    void workChanged(const std::vector<variorum::library::StoredWork> &work, const QString &undoLabel, const QString &redoLabel);
    void searchFinished(const QString &line, const std::vector<variorum::library::SearchHit> &hits, const std::vector<variorum::library::SearchProblem> &problems);
    /// How changes in the folder are found from now on: told by the system, looked for every few seconds, or not at all.
    void watchModeChanged(variorum::workspace::FolderWatch::Mode mode);
    void busyChanged(bool isBusy); ///< as isBusy() says from now on
    void snapshotsListed(const std::vector<variorum::library::Snapshot> &snapshots); ///< newest first
    void snapshotChecked(const QString &path, bool isWhole);
    void snapshotCopied(const QString &target);
    void sent(QPrivateSignal); ///< by a thread of this; connected to takeSent() in here

private:
    struct Jobs;

    void startImport();
    void watchFolder();
    void takeFolderChange();
    void ask(std::function<bool(library::Library &)> job);
    void takeSent();

    std::unique_ptr<Jobs> m_jobs;
};

} // namespace variorum::workspace
