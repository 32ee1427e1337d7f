#pragma once

#include "base/result.h"
#include "comparison/comparison_help.h"
#include "language/language_pack.h"
#include "model/comparison.h"
#include "model/facts.h"
#include "reading/read_file.h"
#include "workspace/view_memory.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace variorum::workspace {

/// How far a long job is. Counts, never times.
struct Progress {
    enum class Stage { Listing, Reading, Analysing, Comparing, Writing };
    Stage stage = Stage::Listing;
    int done = 0;
    int total = 0;
    int failed = 0;
    QString current; ///< shown path; may be empty
    qint64 bytesDone = 0; ///< of the files, while they are read; 0 in other stages
    qint64 bytesTotal = 0;

    bool operator==(const Progress &) const = default;
};

using ProgressCallback = std::function<void(const Progress &)>; ///< called on the calling thread

/// Holds workers back before their next file or article. From any thread.
class PauseSwitch {
public:
    void set(bool isPaused);
    [[nodiscard]] bool isPaused() const;
    void wait(const std::stop_token &stop); ///< until it is not paused, or stop asks

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isPaused = false; // under m_mutex
};

struct PipelineOptions {
    int threads = 0; ///< 0: as many as the machine has cores
    reading::ReadOptions reading;
    std::optional<model::NewsDate> defaultDate; ///< `--date`
    std::shared_ptr<PauseSwitch> pause; ///< may be null
    std::shared_ptr<comparison::StoryMemory> stories; ///< what was compared before need not be again; may be null
    std::shared_ptr<ViewMemory> view; ///< likewise what was loaded before
};

/// Everything without a library: folder to comparison. Blocking; files are read and analysed on `threads` threads,
/// the result does not depend on them. An empty folder is the error EmptyFolder; files that could not be read
/// are articles with outcome NotRead in the comparison; those that hold no article at all are in `passedOver`. Error
/// Cancelled when stopped.
[[nodiscard]] base::Result<model::Comparison> compareFolder(const QByteArray &nativePath, const language::LanguagePack &pack, const PipelineOptions &options = {},
                                                            const ProgressCallback &progress = {}, std::stop_token stop = {}, std::vector<base::Error> *passedOver = nullptr);

/// The same without the comparison: read, dated, analysed. Same errors.
[[nodiscard]] base::Result<std::vector<model::AnalysedArticle>> analyseFolder(const QByteArray &nativePath, const language::LanguagePack &pack, const PipelineOptions &options = {},
                                                                               const ProgressCallback &progress = {}, std::stop_token stop = {},
                                                                               std::vector<base::Error> *passedOver = nullptr);

/// Reads every file on `threads` threads; the articles come in the order of the files.
[[nodiscard]] std::vector<model::Article> readAll(const std::vector<reading::SourceFile> &files, const PipelineOptions &options, const ProgressCallback &progress, std::stop_token stop);

/// Dates for the articles that state none, if any: from their story's other articles, or else options.defaultDate.
void completeDates(std::vector<model::Article> &articles, const PipelineOptions &options, const std::stop_token &stop = {});

/// The story memory of the options, and all their threads.
[[nodiscard]] comparison::ComparisonHelp helpOf(const PipelineOptions &options, const std::stop_token &stop);

/// Is it one of the articles that are analysed: read, and English?
[[nodiscard]] bool isAnalysed(const model::Article &article);

/// Annotates and extracts one; empty facts where it is not analysed. Incomplete once `stop` asks: then throw it away.
[[nodiscard]] model::Facts analyse(const model::Article &article, const language::LanguagePack &pack, std::stop_token stop = {});

/// Annotates and extracts; the date must have been inferred before. Articles that are not English get no facts.
[[nodiscard]] std::vector<model::AnalysedArticle> analyseAll(std::vector<model::Article> articles, const language::LanguagePack &pack, const PipelineOptions &options,
                                                             const ProgressCallback &progress, std::stop_token stop);

} // namespace variorum::workspace
