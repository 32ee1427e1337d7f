#pragma once

#include "base/result.h"
#include "library/library.h"
#include "model/comparison.h"
#include "workspace/pipeline.h"

#include <QObject>
#include <memory>

namespace variorum::workspace {

/// What an import did, file by file where it matters.
struct ImportReport {
    QString folder;
    int files = 0;
    int added = 0;
    int changed = 0; ///< new versions
    int unchanged = 0;
    int missing = 0; ///< were there before, are gone
    int ignored = 0; ///< never looked like articles
    bool cancelled = false;
    std::vector<base::Error> problems; ///< files not read, or read in part

    bool operator==(const ImportReport &) const = default;
};

/// The one door for the window and the command line to a person's library. Lives on the thread that made it (the
/// GUI's); all work runs on its own threads and comes back by queued signals, so nothing here blocks. One import
/// runs at a time; opening another folder stops the one before. Results of a stopped job never arrive.
class Workspace : public QObject {
    Q_OBJECT

public:
    struct Settings {
        QString libraryPath;
        QString resourceDir;
        PipelineOptions pipeline;
    };

    /// Returns at once; opened() or failed() follows.
    explicit Workspace(Settings settings, QObject *parent = nullptr);
    /// Stops and waits for its threads (within half a second).
    ~Workspace() override;

    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QString folder() const; ///< the one shown; empty before the first
    [[nodiscard]] QString libraryPath() const;
    /// The newest comparison of the folder; null before the first. Shared because panes and a running export may
    /// still hold the one before.
    [[nodiscard]] std::shared_ptr<const model::Comparison> comparison() const;

    void openFolder(const QString &nativePath); ///< shows what the library has of it at once, then imports
    void openFiles(const QStringList &nativePaths); ///< files or folders dropped on the window; adds them to what is shown
    void rescan();
    void cancel();
    void editArticle(base::ArticleId article, const library::ArticleEdit &edit); ///< comparisonChanged() follows
    void exportPdf(const QString &path); ///< exportFinished() or failed() follows

Q_SIGNALS:
    void opened();
    void progressed(const variorum::workspace::Progress &progress);
    void articlesArrived(const std::vector<variorum::model::Article> &articles); ///< readable already, not yet compared
    void comparisonChanged(const std::shared_ptr<const variorum::model::Comparison> &comparison);
    void importFinished(const variorum::workspace::ImportReport &report);
    void exportFinished(const QString &path);
    void failed(const variorum::base::Error &error);

private:
    struct Jobs;
    std::unique_ptr<Jobs> m_jobs;
};

} // namespace variorum::workspace
