#pragma once

#include "language/language_pack.h"
#include "library/library.h"
#include "workspace/import.h"

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace variorum::workspace {

/// What is shown: a folder, or files opened one by one, or both.
struct Target {
    QByteArray nativeFolder; ///< empty: none
    std::vector<QByteArray> files; ///< native paths of files and folders

    [[nodiscard]] bool isEmpty() const { return nativeFolder.isEmpty() && files.empty(); }

    bool operator==(const Target &) const = default;
};

/// Edits on their way from the window's thread to the library's.
class EditQueue {
public:
    using Edit = std::pair<base::ArticleId, library::ArticleEdit>;

    /// A question or an action for the library; says whether what is compared has changed by it.
    using Job = std::function<bool(library::Library &)>;

    void add(Edit edit);
    void add(Job job);
    [[nodiscard]] std::vector<Edit> take();
    [[nodiscard]] std::vector<Job> takeJobs();

private:
    std::mutex m_mutex;
    std::vector<Edit> m_edits; // under m_mutex
    std::vector<Job> m_jobs; // under m_mutex
};

/// The work thread's side of a Workspace: owns the library's connection and the language. Made, used and destroyed on
/// that thread.
class Session {
public:
    struct Settings {
        QString libraryPath;
        QString resourceDir;
        PipelineOptions pipeline;
    };

    /// `edits` outlives the session.
    Session(Settings settings, EditQueue &edits);

    /// What could not be had. Without a library one in memory takes its place.
    [[nodiscard]] std::vector<base::Error> open();

    /// Shows what the library has of it, unless comparison number `shownSerial` does so already, then imports.
    /// `events.between` is set here: it does what waits.
    [[nodiscard]] base::Result<ImportReport> import(const Target &target, ImportEvents events, int shownSerial, std::stop_token stop);

    /// Counts the comparisons given to events.compared; during that call, the number of the one given.
    [[nodiscard]] int comparisonSerial() const { return m_serial; }

    /// Stores the edits that wait. Returns those that failed.
    [[nodiscard]] std::vector<base::Error> storeEdits();
    /// Does what waits, edits first. Says whether what is compared has changed by it, or by what was
    /// done during an import and is not in its comparison.
    [[nodiscard]] bool doWaiting();
    /// Should a snapshot of the library be taken now?
    [[nodiscard]] bool wantsSnapshot() const;
    [[nodiscard]] QStringList knownFolders() const; ///< the one imported last first
    /// Stores it; the next import reads the file again.
    [[nodiscard]] base::Result<void> chooseCharset(base::ArticleId article, const QString &charset);
    /// Compares again what the library has of it. `events.between` is set here too.
    [[nodiscard]] base::Result<void> refresh(const Target &target, ImportEvents events, std::stop_token stop);

private:
    void countComparisons(ImportEvents &events);
    void storeWhatWaitsBetween(ImportEvents &events);
    /// Says whether a comparison was given.
    [[nodiscard]] base::Result<bool> showKnown(const QStringList &folders, const ImportEvents &events, std::stop_token stop);
    [[nodiscard]] size_t storeWaitingEdits();
    [[nodiscard]] base::Result<std::vector<FileSet>> list(const Target &target, std::stop_token stop) const;

    Settings m_settings;
    EditQueue &m_edits;
    std::unique_ptr<library::Library> m_library;
    std::unique_ptr<const language::LanguagePack> m_pack;
    int m_serial = 0;
    std::optional<Target> m_current; // what the newest comparison is of, if the library has not changed since
    bool m_isBehind = false; // something was changed while what is shown now was made
    std::vector<base::Error> m_editErrors; // of edits tried since storeEdits() was called last
};

} // namespace variorum::workspace
