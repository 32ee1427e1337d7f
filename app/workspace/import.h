#pragma once

#include "library/library.h"
#include "workspace/library_view.h"
#include "workspace/pipeline.h"

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace variorum::workspace {

/// What an import did, file by file where it matters.
struct ImportReport {
    QString folder;
    int files = 0;
    int added = 0;
    int changed = 0; ///< new versions
    int unchanged = 0;
    int missing = 0; ///< were there before, are gone
    int renamed = 0; ///< known by their bytes under a name that is gone; all work on them came along
    int ignored = 0; ///< never looked like articles
    int passedOver = 0; ///< files that were read and hold no article (data, references)
    int analysed = 0; ///< articles whose facts were made anew
    bool cancelled = false;
    std::vector<base::Error> problems; ///< files not read, or read in part; by path
    std::vector<std::pair<QString, QString>> duplicates; ///< (copy, the first by path): files with the same bytes
    std::map<QString, model::ReadOutcome> outcomes; ///< of the files in problems, by path; those absent were not even looked into
    std::vector<base::Error> notes; ///< what asks for nothing: files passed over, languages not compared, summaries; by path
    std::optional<base::Error> notStored; ///< the library stopped taking things (a full disk ...); what is shown is in memory only

    bool operator==(const ImportReport &) const = default;
};

/// Files of one folder of the library. Folder "" holds files opened one by one, under their absolute paths.
struct FileSet {
    QString folder;
    reading::FolderListing listing;
};

/// What an import tells while it runs, all on the calling thread. Each may be empty.
struct ImportEvents {
    ProgressCallback progress; ///< at most some 200 times a stage
    std::function<void(const std::vector<model::Article> &)> arrived; ///< readable, not yet analysed; in batches
    std::function<void(model::Comparison)> compared; ///< empty: nothing is compared
    std::function<bool()> between; ///< between two transactions; true: it changed articles in the library
};

/// The name under which a folder is in the library: its absolute path, cleaned, as shown.
[[nodiscard]] QString libraryFolder(const QByteArray &nativePath);

/// Brings the library up to date with a folder: reads what is new or changed, stores it file by file, infers dates,
/// analyses what has no facts of this engine, compares. Blocking. A file that cannot be read becomes a problem of
/// the report and the rest goes on; a library that stops taking things does not stop the import either (notStored).
/// Stopped: a report that says so; what was done is kept. Errors: those of reading::listFolder, EmptyFolder, and the
/// library's where it cannot be read.
[[nodiscard]] base::Result<ImportReport> importFolder(library::Library &library, const QByteArray &nativePath, const language::LanguagePack &pack, const PipelineOptions &options = {},
                                                      const ImportEvents &events = {}, std::stop_token stop = {});

/// The same for several sets at once, compared together. `isShown`: a comparison of all that the library has of them is
/// shown already; where nothing has changed since, there is no other.
[[nodiscard]] base::Result<ImportReport> importFiles(library::Library &library, const std::vector<FileSet> &sets, const language::LanguagePack &pack, const PipelineOptions &options,
                                                     const ImportEvents &events, bool isShown, std::stop_token stop);

/// Makes the facts that a view lacks and stores them. Returns how many were made, or Cancelled. What the library does
/// not take is told to `refused` and is in the view all the same.
[[nodiscard]] base::Result<int> completeView(LibraryView &view, library::Library &library, const language::LanguagePack &pack, const PipelineOptions &options, const ImportEvents &events,
                                             const std::function<void(const base::Error &)> &refused, std::stop_token stop);

/// Compares a complete view on all threads, but for the stories that options.stories remembers; the articles have the
/// library's ids. `events.between` is asked between stories. Cancelled when stopped.
[[nodiscard]] base::Result<model::Comparison> compareView(const LibraryView &view, const language::LanguagePack &pack, const PipelineOptions &options, const ImportEvents &events, std::stop_token stop);

} // namespace variorum::workspace
