#include "workspace/pipeline.h"

#include "comparison/compare.h"
#include "extraction/extract.h"
#include "workspace/library_view.h"
#include "workspace/parallel.h"

#include <algorithm>

namespace variorum::workspace {

namespace {

base::Error cancelled(const QString &path)
{
    return {.code = base::ErrorCode::Cancelled, .path = path, .detail = {}};
}

} // namespace

void PauseSwitch::set(bool isPaused)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isPaused = isPaused;
    }
    m_changed.notify_all();
}

bool PauseSwitch::isPaused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isPaused;
}

void PauseSwitch::wait(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    (void)m_changed.wait(lock, stop, [this] { return !m_isPaused; });
}

std::vector<model::Article> readAll(const std::vector<reading::SourceFile> &files, const PipelineOptions &options, const ProgressCallback &progress, std::stop_token stop)
{
    const int count = static_cast<int>(files.size());
    std::vector<std::vector<model::Article>> byFile(files.size());
    const auto readOne = [&](int place) {
        const auto at = static_cast<size_t>(place);
        byFile[at] = reading::readFile(files[at], options.reading, stop);
    };
    const auto tell = [&](int done) {
        if (progress)
            progress({.stage = Progress::Stage::Reading, .done = done, .total = count, .failed = 0, .current = {}});
    };
    forEachInParallel(count, options.threads, readOne, tell, stop);

    std::vector<model::Article> articles;
    for (std::vector<model::Article> &parts : byFile)
        std::ranges::move(parts, std::back_inserter(articles));
    return articles;
}

void completeDates(std::vector<model::Article> &articles, const PipelineOptions &options, const std::stop_token &stop)
{
    if (std::ranges::all_of(articles, [](const model::Article &article) { return article.published.has_value(); }))
        return;
    comparison::inferDates(articles, comparison::groupStories(articles, stop, helpOf(options, stop)));
    for (model::Article &article : articles) {
        if (!article.published && options.defaultDate) {
            article.published = options.defaultDate;
            article.publishedBasis = model::DateBasis::Inferred;
        }
    }
}

comparison::ComparisonHelp helpOf(const PipelineOptions &options, const std::stop_token &stop)
{
    comparison::ComparisonHelp help;
    help.forEach = [threads = options.threads, stop](int count, const std::function<void(int)> &task, const std::function<void(int)> &tell) { forEachInParallel(count, threads, task, tell, stop); };
    help.memory = options.stories.get();
    help.fingerprint = &fingerprintOf;
    return help;
}

bool isAnalysed(const model::Article &article)
{
    return model::isCompared(article);
}

model::Facts analyse(const model::Article &article, const language::LanguagePack &pack, std::stop_token stop)
{
    if (!isAnalysed(article))
        return {};
    return extraction::extract(extraction::annotate(article, pack, stop), pack, stop);
}

std::vector<model::AnalysedArticle> analyseAll(std::vector<model::Article> articles, const language::LanguagePack &pack, const PipelineOptions &options,
                                               const ProgressCallback &progress, std::stop_token stop)
{
    const int count = static_cast<int>(articles.size());
    std::vector<model::AnalysedArticle> analysed(articles.size());
    const auto analyseOne = [&](int place) {
        const auto at = static_cast<size_t>(place);
        analysed[at].article = std::move(articles[at]);
        analysed[at].facts = analyse(analysed[at].article, pack, stop);
    };
    const auto tell = [&](int done) {
        if (progress)
            progress({.stage = Progress::Stage::Analysing, .done = done, .total = count, .failed = 0, .current = {}});
    };
    forEachInParallel(count, options.threads, analyseOne, tell, stop);
    return analysed;
}

base::Result<std::vector<model::AnalysedArticle>> analyseFolder(const QByteArray &nativePath, const language::LanguagePack &pack, const PipelineOptions &options,
                                                                 const ProgressCallback &progress, std::stop_token stop, std::vector<base::Error> *passedOver)
{
    const QString shown = QString::fromLocal8Bit(nativePath);
    const auto listing = reading::listFolder(nativePath, stop);
    if (!listing)
        return listing.error();
    if (listing->files.empty())
        return base::Error{.code = base::ErrorCode::EmptyFolder, .path = shown, .detail = {}};

    std::vector<model::Article> articles = readAll(listing->files, options, progress, stop);
    if (passedOver) {
        for (const model::Article &article : articles) {
            if (model::isPassedOver(article))
                passedOver->insert(passedOver->end(), article.problems.begin(), article.problems.end());
        }
    }
    std::erase_if(articles, &model::isPassedOver);
    if (articles.empty() && !stop.stop_requested())
        return base::Error{.code = base::ErrorCode::EmptyFolder, .path = shown, .detail = {}};
    completeDates(articles, options, stop);
    std::vector<model::AnalysedArticle> analysed = analyseAll(std::move(articles), pack, options, progress, stop);
    if (stop.stop_requested())
        return cancelled(shown);
    return analysed;
}

base::Result<model::Comparison> compareFolder(const QByteArray &nativePath, const language::LanguagePack &pack, const PipelineOptions &options, const ProgressCallback &progress,
                                              std::stop_token stop, std::vector<base::Error> *passedOver)
{
    const auto analysed = analyseFolder(nativePath, pack, options, progress, stop, passedOver);
    if (!analysed)
        return analysed.error();
    const auto tell = [&](int done, int total) {
        if (progress)
            progress({.stage = Progress::Stage::Comparing, .done = done, .total = total, .failed = 0, .current = {}});
    };
    model::Comparison comparison = comparison::compare(*analysed, pack, tell, stop, helpOf(options, stop));
    if (stop.stop_requested())
        return cancelled(QString::fromLocal8Bit(nativePath));
    return comparison;
}

} // namespace variorum::workspace
