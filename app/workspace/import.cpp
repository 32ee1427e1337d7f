// An import in five steps; only the first and the last look at more than one file at a time.
//
//     folder a/: one.html (as before), two.html (touched), three.html (new); four.html is gone
//     1 decide    by size and time of change: two.html and three.html must be read
//     2 read      on all cores; each file is stored, in a transaction of its own, as soon as it is read. two.html has
//                 the bytes that it had: nothing but its stamp changes. four.html is marked missing
//     3 view      what the library now has of a/: the person's edits over it, dates inferred. three.html says when it
//                 all happened, so that one.html, which does not, gets another date and with it another FactsKey
//     4 analyse   one.html and three.html, on all cores, stored as they come
//     5 compare   the whole view
//
// Killed anywhere, the next import finds what is missing by the same looks.

#include "workspace/import.h"

#include "comparison/compare.h"
#include "workspace/parallel.h"
#include "workspace/throttle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <mutex>

namespace variorum::workspace {

namespace {

/// Places that workers have finished, for the one thread that stores: it gets them in ascending order, so that what
/// the library numbers does not depend on which worker was quicker.
class Ready {
public:
    explicit Ready(size_t count)
        : m_isDone(count)
    {
    }

    void add(int place)
    {
        const std::scoped_lock lock(m_mutex);
        m_isDone[static_cast<size_t>(place)] = true;
    }
    /// The next one, unless it or one before it is not finished.
    [[nodiscard]] std::optional<int> next()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_next >= m_isDone.size() || !m_isDone[m_next])
            return std::nullopt;
        return static_cast<int>(m_next++);
    }

private:
    std::mutex m_mutex;
    std::vector<bool> m_isDone; // under m_mutex
    size_t m_next = 0; // under m_mutex
};

/// Has the file these bytes? No where they are not known, or it cannot be read: reading it tells.
bool hasBytes(const reading::SourceFile &file, const QByteArray &sha256)
{
    QFile opened(QFile::decodeName(file.nativePath));
    if (sha256.isEmpty() || QFile::encodeName(opened.fileName()) != file.nativePath || !opened.open(QIODevice::ReadOnly))
        return false;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hash.addData(&opened) && hash.result() == sha256;
}

/// Would the next write fail the same way?
bool isOfTheLibrary(base::ErrorCode code)
{
    using enum base::ErrorCode;
    return code == DiskFull || code == WriteFailed || code == LibraryReadOnly || code == LibraryOpenElsewhere || code == LibraryBusy || code == LibraryDamaged || code == PermissionDenied;
}

struct Job {
    size_t set = 0;
    reading::SourceFile file;
    QByteArray charset; // chosen by the person; may be empty
    QByteArray bytesBefore; // SHA-256, where the same bytes would give the same reading; else empty
    bool isSame = false; // it has these bytes; parts is empty. Written by one worker
    std::vector<model::Article> parts; // written by one worker, then read by the storing thread
};

class Import {
public:
    Import(library::Library &library, const PipelineOptions &options, const ImportEvents &events, std::stop_token stop)
        : m_library(library)
        , m_options(options)
        , m_events(events)
        , m_progress(events.progress)
        , m_stop(std::move(stop))
    {
    }

    [[nodiscard]] base::Result<ImportReport> run(const std::vector<FileSet> &sets, const language::LanguagePack &pack, bool isShown);

private:
    [[nodiscard]] base::Result<void> decide(const std::vector<FileSet> &sets);
    void read(const std::vector<FileSet> &sets);
    void take(const FileSet &set, Job &job);
    void note(const QString &path, const model::Article &part);
    void sortOut(std::vector<base::Error> found);
    void keepUnsaved(std::vector<model::Article> &parts);
    void handOver(bool all);
    void markPresent(const std::vector<FileSet> &sets);
    void markGone();
    void tellDuplicates();
    void refuse(const base::Error &error, const QString &path);
    [[nodiscard]] base::Result<void> analyseAndCompare(const language::LanguagePack &pack);
    [[nodiscard]] base::Result<void> collectProblems(const std::vector<FileSet> &sets);

    library::Library &m_library;
    const PipelineOptions &m_options;
    const ImportEvents &m_events;
    ProgressThrottle m_progress;
    std::stop_token m_stop;

    QStringList m_folders;
    ImportReport m_report;
    std::vector<Job> m_jobs;
    std::vector<model::Article> m_batch; // read, not yet handed over
    std::vector<model::Article> m_unsaved; // the library did not take them; ids below 0
    QHash<QString, std::vector<base::Error>> m_problemsRead; // by path, of the files read in this run
    QHash<QString, model::ReadOutcome> m_outcomes; // by path; the worst of a file's articles
    int m_failed = 0;
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0; // of the files that are looked into
    bool m_changed = false; // is the library's view another than before?
};

base::Result<ImportReport> Import::run(const std::vector<FileSet> &sets, const language::LanguagePack &pack, bool isShown)
{
    for (const FileSet &set : sets) {
        m_folders.append(set.folder);
        m_report.files += static_cast<int>(set.listing.files.size());
        m_report.ignored += set.listing.ignored;
    }
    m_report.folder = m_folders.value(0);
    if (const auto decided = decide(sets); !decided)
        return decided.error();
    if (!m_stop.stop_requested()) {
        markGone();
        markPresent(sets); // before reading: what is gone may turn up under another name
    }
    read(sets);
    if (!m_stop.stop_requested())
        tellDuplicates();
    const bool isAsBefore = isShown && !m_changed && m_unsaved.empty();
    if (!isAsBefore && !m_stop.stop_requested()) {
        if (const auto shown = analyseAndCompare(pack); !shown)
            return shown.error();
    }
    m_report.cancelled = m_stop.stop_requested();
    if (const auto collected = collectProblems(sets); !collected)
        return collected.error();
    return m_report;
}

base::Result<void> Import::analyseAndCompare(const language::LanguagePack &pack)
{
    auto view = loadView(m_library, m_folders, m_unsaved, m_options, m_stop);
    if (!view)
        return view.error();
    const auto made = completeView(
        *view, m_library, pack, m_options, m_events, [this](const base::Error &error) { refuse(error, error.path); }, m_stop);
    if (!made)
        return {}; // stopped
    m_report.analysed = *made;
    if (!m_events.compared)
        return {};
    if (const auto loaded = loadConstraints(*view, m_library, m_folders); !loaded)
        return loaded;
    auto compared = compareView(*view, pack, m_options, m_events, m_stop);
    keepView(std::move(*view), m_options);
    if (!compared)
        return {}; // stopped
    if (m_unsaved.empty() && !m_report.notStored && m_folders.size() == 1) {
        if (const auto stored = m_library.storeComparison(m_folders.front(), *compared); !stored)
            refuse(stored.error(), m_folders.front());
    }
    m_events.compared(std::move(*compared));
    return {};
}

base::Result<void> Import::decide(const std::vector<FileSet> &sets)
{
    for (size_t place = 0; place < sets.size(); ++place) {
        const auto known = m_library.knownFiles(sets[place].folder);
        if (!known)
            return known.error();
        QHash<QString, const library::KnownFile *> byPath;
        for (const library::KnownFile &file : *known)
            byPath.insert(file.path, &file);
        for (const reading::SourceFile &file : sets[place].listing.files) {
            const library::KnownFile *before = byPath.value(file.shownPath);
            const bool isSame = before && !before->notRead && before->byteSize == file.byteSize && before->modifiedMs == file.modifiedMs && before->engine == comparison::engineVersion();
            if (isSame)
                ++m_report.unchanged;
            else
                m_jobs.push_back({.set = place,
                                  .file = file,
                                  .charset = before ? before->charset.toLatin1() : QByteArray(),
                                  .bytesBefore = before && !before->notRead && before->byteSize == file.byteSize && before->engine == comparison::engineVersion() ? before->sha256 : QByteArray(),
                                  .isSame = false,
                                  .parts = {}});
            m_bytesTotal += isSame ? 0 : file.byteSize;
        }
    }
    return {};
}

void Import::read(const std::vector<FileSet> &sets)
{
    Ready ready(m_jobs.size());
    const int skipped = m_report.unchanged;
    QString current;
    const auto readOne = [&](int place) {
        Job &job = m_jobs[static_cast<size_t>(place)];
        reading::ReadOptions options = m_options.reading;
        if (!job.charset.isEmpty())
            options.charset = job.charset;
        if (m_options.pause)
            m_options.pause->wait(m_stop);
        if (hasBytes(job.file, job.bytesBefore)) {
            job.isSame = true;
            ready.add(place);
            return;
        }
        std::vector<model::Article> parts = reading::readFile(job.file, options, m_stop);
        if (m_stop.stop_requested())
            return; // may be half of it
        job.parts = std::move(parts);
        ready.add(place);
    };
    const auto store = [&](int done) {
        // Reading again costs less than making a person who has stopped this wait.
        while (const std::optional<int> place = m_stop.stop_requested() ? std::nullopt : ready.next()) {
            Job &job = m_jobs[static_cast<size_t>(*place)];
            current = job.file.shownPath;
            m_bytesDone += job.file.byteSize;
            take(sets[job.set], job);
            handOver(false);
            if (m_events.between && m_events.between())
                m_changed = true;
        }
        m_progress.tell({.stage = Progress::Stage::Reading, .done = skipped + done, .total = m_report.files, .failed = m_failed, .current = current, .bytesDone = m_bytesDone, .bytesTotal = m_bytesTotal});
    };
    m_progress.tell({.stage = Progress::Stage::Reading, .done = skipped, .total = m_report.files, .failed = 0, .current = {}, .bytesDone = 0, .bytesTotal = m_bytesTotal});
    forEachInParallel(static_cast<int>(m_jobs.size()), m_options.threads, readOne, store, m_stop);
    handOver(true);
}

/// What there is to tell of one article of a file.
void Import::note(const QString &path, const model::Article &part)
{
    std::vector<base::Error> &problems = m_problemsRead[path];
    problems.insert(problems.end(), part.problems.begin(), part.problems.end());
    if (const auto reason = model::whyNotCompared(part))
        problems.push_back(*reason);
    const bool isFirst = !m_outcomes.contains(path);
    model::ReadOutcome &worst = m_outcomes[path];
    // A file of which one article was read and another was not is one that was read in part.
    worst = isFirst || worst == part.outcome ? part.outcome : model::ReadOutcome::Partly;
}

/// Stores one file, or keeps it in memory where that fails.
void Import::take(const FileSet &set, Job &job)
{
    if (job.isSame) {
        ++m_report.unchanged;
        if (const auto stored = m_report.notStored ? base::Result<void>() : m_library.storeUnchanged(set.folder, job.file.shownPath, {.byteSize = job.file.byteSize, .modifiedMs = job.file.modifiedMs}); !stored)
            refuse(stored.error(), job.file.shownPath);
        return;
    }
    std::vector<model::Article> parts = std::exchange(job.parts, {});
    const bool isPassedOver = std::ranges::all_of(parts, &model::isPassedOver);
    for (const model::Article &part : parts)
        note(job.file.shownPath, part);
    m_failed += !isPassedOver && std::ranges::any_of(parts, [](const model::Article &part) { return part.outcome == model::ReadOutcome::NotRead; }) ? 1 : 0;
    library::FileReading fileReading{.path = job.file.shownPath, .stamp = {.byteSize = job.file.byteSize, .modifiedMs = job.file.modifiedMs}, .engine = comparison::engineVersion(), .parts = std::move(parts)};
    for (model::Article &part : fileReading.parts)
        part.path = job.file.shownPath;
    if (m_report.notStored) {
        keepUnsaved(fileReading.parts);
        return;
    }
    const auto stored = m_library.storeFile(set.folder, fileReading);
    if (!stored) {
        refuse(stored.error(), job.file.shownPath);
        keepUnsaved(fileReading.parts);
        return;
    }
    using Change = library::StoredFile::Change;
    m_changed = m_changed || stored->change != Change::Unchanged;
    if (stored->change == Change::Renamed) {
        ++m_report.renamed;
        m_report.missing -= m_report.missing > 0 ? 1 : 0;
    }
    if (isPassedOver) {
        ++m_report.passedOver;
        return;
    }
    if (stored->change != Change::Renamed)
        ++(stored->change == Change::Added ? m_report.added : stored->change == Change::Changed ? m_report.changed
                                                                                                : m_report.unchanged);
    if (stored->change == Change::Unchanged)
        return;
    for (size_t place = 0; place < fileReading.parts.size(); ++place) {
        fileReading.parts[place].id = stored->articles[place];
        m_batch.push_back(std::move(fileReading.parts[place]));
    }
}

void Import::keepUnsaved(std::vector<model::Article> &parts)
{
    std::erase_if(parts, &model::isPassedOver);
    ++(parts.empty() ? m_report.passedOver : m_report.added);
    for (model::Article &part : parts) {
        part.id = base::ArticleId{-1 - static_cast<qint64>(m_unsaved.size())};
        m_unsaved.push_back(part);
        m_batch.push_back(std::move(part));
    }
}

void Import::handOver(bool all)
{
    constexpr int kBatches = 100;
    const size_t enough = std::max<size_t>(1, m_jobs.size() / kBatches);
    if (m_batch.empty() || (!all && m_batch.size() < enough))
        return;
    if (m_events.arrived)
        m_events.arrived(m_batch);
    m_batch.clear();
}

void Import::markPresent(const std::vector<FileSet> &sets)
{
    for (const FileSet &set : sets) {
        if (m_report.notStored)
            return;
        QStringList paths;
        for (const reading::SourceFile &file : set.listing.files)
            paths.append(file.shownPath);
        const auto change = m_library.markPresent(set.folder, paths);
        if (!change) {
            refuse(change.error(), set.folder);
            continue;
        }
        m_report.missing += change->missing;
        m_changed = m_changed || change->missing > 0 || change->back > 0;
    }
}

/// A folder that was moved: its files may turn up in one that the library does not know yet.
void Import::markGone()
{
    const auto known = m_library.folders();
    if (!known)
        return;
    const bool isNew = std::ranges::any_of(m_folders, [&known](const QString &folder) { return !folder.isEmpty() && !known->contains(folder); });
    if (!isNew)
        return;
    for (const QString &folder : *known) {
        if (QFileInfo::exists(folder))
            continue;
        if (const auto marked = m_library.markGone(folder); !marked)
            refuse(marked.error(), folder);
    }
}

void Import::tellDuplicates()
{
    QHash<QByteArray, QString> first;
    for (const QString &folder : m_folders) {
        const auto files = m_library.knownFiles(folder);
        if (!files)
            return;
        for (const library::KnownFile &file : *files) {
            if (file.sha256.isEmpty() || file.notRead || !file.isPresent)
                continue;
            const auto known = first.constFind(file.sha256);
            if (known == first.constEnd())
                first.insert(file.sha256, file.path);
            else
                m_report.duplicates.emplace_back(file.path, *known);
        }
    }
}

/// The library did not take what was made of `path`.
void Import::refuse(const base::Error &error, const QString &path)
{
    if (!isOfTheLibrary(error.code))
        m_problemsRead[path].push_back({.code = error.code, .path = path, .detail = error.detail});
    else if (!m_report.notStored)
        m_report.notStored = error;
}

/// Those of this run, and for the files that needed no reading those of the time when they were read.
base::Result<void> Import::collectProblems(const std::vector<FileSet> &sets)
{
    QHash<QString, bool> isPassedOver; // of the files that needed no reading
    std::vector<base::Error> found;
    const QSet<QString> readNow(m_problemsRead.keyBegin(), m_problemsRead.keyEnd());
    for (const FileSet &set : sets) {
        found.insert(found.end(), set.listing.skipped.begin(), set.listing.skipped.end());
        if (m_report.cancelled)
            continue; // soon
        const auto stored = m_library.articles(set.folder);
        if (!stored)
            return stored.error();
        for (const library::StoredArticle &article : *stored) {
            const QString &path = article.asRead.path;
            if (article.state != library::ArticleState::Present || readNow.contains(path))
                continue;
            note(path, article.asRead);
            isPassedOver.insert(path, isPassedOver.value(path, true) && model::isPassedOver(article.asRead));
        }
    }
    const int passedOver = static_cast<int>(std::ranges::count(isPassedOver, true));
    m_report.passedOver += passedOver;
    m_report.unchanged -= passedOver;
    for (auto file = m_problemsRead.cbegin(); file != m_problemsRead.cend(); ++file) {
        for (base::Error problem : file.value()) {
            if (problem.path.isEmpty())
                problem.path = file.key();
            found.push_back(std::move(problem));
        }
    }
    sortOut(std::move(found));
    return {};
}

/// What asks for something and what does not, each once.
void Import::sortOut(std::vector<base::Error> found)
{
    std::ranges::stable_sort(found, {}, [](const base::Error &problem) { return std::tuple(problem.path, problem.member, problem.code, problem.detail); });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (base::Error &problem : found) {
        const bool isNote = base::isPassedOver(problem.code) || problem.code == base::ErrorCode::LanguageNotCompared || problem.code == base::ErrorCode::OnlySummary;
        if (!isNote && m_outcomes.contains(problem.path))
            m_report.outcomes.insert_or_assign(problem.path, m_outcomes.value(problem.path));
        (isNote ? m_report.notes : m_report.problems).push_back(std::move(problem));
    }
}

base::Error cancelled()
{
    return {.code = base::ErrorCode::Cancelled, .path = {}, .detail = {}};
}

} // namespace

QString libraryFolder(const QByteArray &nativePath)
{
    return QDir::cleanPath(QFileInfo(QFile::decodeName(nativePath)).absoluteFilePath());
}

base::Result<int> completeView(LibraryView &view, library::Library &library, const language::LanguagePack &pack, const PipelineOptions &options, const ImportEvents &events,
                               const std::function<void(const base::Error &)> &refused, std::stop_token stop)
{
    Ready ready(view.stale.size());
    ProgressThrottle progress(events.progress);
    const int count = static_cast<int>(view.stale.size());
    const auto at = [&](int place) -> model::AnalysedArticle & { return view.analysed[view.stale[static_cast<size_t>(place)]]; };
    const auto analyseOne = [&](int place) {
        if (options.pause)
            options.pause->wait(stop);
        model::Facts facts = analyse(at(place).article, pack, stop);
        if (stop.stop_requested())
            return; // may be half of it
        at(place).facts = std::move(facts);
        ready.add(place);
    };
    bool isTaking = true;
    int kept = 0; // what is told as done is kept: facts are stored in order, though they are made out of it
    const auto store = [&](int) {
        while (const std::optional<int> place = ready.next()) {
            ++kept;
            const model::AnalysedArticle &analysed = at(*place);
            if (!isTaking || analysed.article.id->value < 0)
                continue;
            if (const auto stored = library.storeFacts(*analysed.article.id, factsKey(analysed.article), analysed.facts); !stored) {
                isTaking = !isOfTheLibrary(stored.error().code);
                refused({.code = stored.error().code, .path = isTaking ? analysed.article.path : stored.error().path, .detail = stored.error().detail});
            }
            if (events.between)
                (void)events.between(); // its caller compares again
        }
        progress.tell({.stage = Progress::Stage::Analysing, .done = kept, .total = count, .failed = 0, .current = {}});
    };
    const bool whole = forEachInParallel(count, options.threads, analyseOne, store, stop);
    if (!whole || stop.stop_requested())
        return cancelled();
    view.stale.clear();
    return count;
}

base::Result<model::Comparison> compareView(const LibraryView &view, const language::LanguagePack &pack, const PipelineOptions &options, const ImportEvents &events, std::stop_token stop)
{
    ProgressThrottle progress(events.progress);
    const auto tell = [&](int done, int total) {
        progress.tell({.stage = Progress::Stage::Comparing, .done = done, .total = total, .failed = 0, .current = {}});
        if (events.between)
            (void)events.between(); // its caller compares again
    };
    comparison::ComparisonHelp help = helpOf(options, stop);
    help.constraints = &view.constraints;
    help.keepsIds = true;
    model::Comparison comparison = comparison::compare(view.analysed, pack, tell, stop, help);
    if (stop.stop_requested())
        return cancelled();
    return comparison;
}

base::Result<ImportReport> importFiles(library::Library &library, const std::vector<FileSet> &sets, const language::LanguagePack &pack, const PipelineOptions &options, const ImportEvents &events,
                                       bool isShown, std::stop_token stop)
{
    return Import(library, options, events, std::move(stop)).run(sets, pack, isShown);
}

base::Result<ImportReport> importFolder(library::Library &library, const QByteArray &nativePath, const language::LanguagePack &pack, const PipelineOptions &options, const ImportEvents &events,
                                        std::stop_token stop)
{
    const QString folder = libraryFolder(nativePath);
    auto listing = reading::listFolder(nativePath, stop);
    if (!listing)
        return listing.error();
    if (stop.stop_requested())
        return cancelled();
    if (listing->files.empty()) {
        // What the library has of it is missing now.
        if (const auto marked = library.markPresent(folder, {}); !marked && !isOfTheLibrary(marked.error().code))
            return marked.error();
        return base::Error{.code = base::ErrorCode::EmptyFolder, .path = folder, .detail = {}};
    }
    return importFiles(library, {{.folder = folder, .listing = std::move(*listing)}}, pack, options, events, false, stop);
}

} // namespace variorum::workspace
