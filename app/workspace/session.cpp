#include "workspace/session.h"

#include "comparison/compare.h"
#include "library/snapshots.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace variorum::workspace {

namespace {

QStringList libraryFolders(const Target &target)
{
    QStringList folders;
    if (!target.nativeFolder.isEmpty())
        folders.append(libraryFolder(target.nativeFolder));
    if (!target.files.empty())
        folders.append(QString());
    return folders;
}

/// Lists a dropped file or folder with absolute paths; what cannot be listed is a problem, no failure.
void addLoose(reading::FolderListing &all, const QByteArray &nativePath, std::stop_token stop)
{
    const QFileInfo info(QFile::decodeName(nativePath));
    auto listing = reading::listFolder(nativePath, std::move(stop));
    if (!listing) {
        all.skipped.push_back(listing.error());
        return;
    }
    const QString folder = QDir::cleanPath(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    const QString prefix = folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/');
    for (reading::SourceFile &file : listing->files) {
        file.shownPath.prepend(prefix);
        all.files.push_back(std::move(file));
    }
    all.skipped.insert(all.skipped.end(), listing->skipped.begin(), listing->skipped.end());
    all.ignored += listing->ignored;
}

reading::FolderListing listLoose(const std::vector<QByteArray> &nativePaths, const std::stop_token &stop)
{
    reading::FolderListing all;
    for (const QByteArray &path : nativePaths)
        addLoose(all, path, stop);
    std::ranges::sort(all.files, {}, &reading::SourceFile::shownPath);
    const auto isSame = [](const reading::SourceFile &one, const reading::SourceFile &other) { return one.shownPath == other.shownPath; };
    const auto repeated = std::unique(all.files.begin(), all.files.end(), isSame); // clang 14 cannot read ranges::unique
    all.files.erase(repeated, all.files.end());
    return all;
}

/// The later edit over the earlier one. A field that is put back to what was read is no edit.
template<typename Field, typename Read>
void mergeField(std::optional<Field> &merged, const std::optional<Field> &edit, const Read &asRead)
{
    if (edit)
        merged = edit == asRead ? std::nullopt : edit;
}

library::ArticleEdit merged(const library::StoredArticle &before, const library::ArticleEdit &edit)
{
    library::ArticleEdit result = before.edit;
    mergeField(result.outlet, edit.outlet, before.asRead.outlet);
    mergeField(result.title, edit.title, before.asRead.title);
    mergeField(result.authors, edit.authors, std::optional(before.asRead.authors));
    mergeField(result.published, edit.published, before.asRead.published);
    return result;
}

} // namespace

void EditQueue::add(Edit edit)
{
    const std::scoped_lock lock(m_mutex);
    m_edits.push_back(std::move(edit));
}

std::vector<EditQueue::Edit> EditQueue::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_edits, {});
}

void EditQueue::add(Job job)
{
    const std::scoped_lock lock(m_mutex);
    m_jobs.push_back(std::move(job));
}

std::vector<EditQueue::Job> EditQueue::takeJobs()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_jobs, {});
}

Session::Session(Settings settings, EditQueue &edits)
    : m_settings(std::move(settings))
    , m_edits(edits)
{
    if (!m_settings.pipeline.stories)
        m_settings.pipeline.stories = std::make_shared<comparison::StoryMemory>();
    if (!m_settings.pipeline.view)
        m_settings.pipeline.view = std::make_shared<ViewMemory>();
}

std::vector<base::Error> Session::open()
{
    std::vector<base::Error> errors;
    auto library = library::Library::open(m_settings.libraryPath, {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::WriteElseRead});
    if (library) {
        if (const auto why = (*library)->whyReadOnly())
            errors.push_back(*why);
    } else {
        errors.push_back(library.error());
        library = library::Library::open(QStringLiteral(":memory:"));
    }
    if (library)
        m_library = std::move(*library);
    else
        errors.push_back(library.error());
    auto pack = language::LanguagePack::load(m_settings.resourceDir);
    if (pack)
        m_pack = std::move(*pack);
    else
        errors.push_back(pack.error());
    return errors;
}

void Session::countComparisons(ImportEvents &events)
{
    events.compared = [this, give = std::move(events.compared)](model::Comparison comparison) {
        ++m_serial;
        give(std::move(comparison));
    };
}

void Session::storeWhatWaitsBetween(ImportEvents &events)
{
    events.between = [this] {
        const size_t errorsBefore = m_editErrors.size();
        const size_t taken = storeWaitingEdits();
        const bool hasChanged = taken > m_editErrors.size() - errorsBefore;
        m_isBehind = m_isBehind || hasChanged;
        return hasChanged;
    };
}

base::Result<ImportReport> Session::import(const Target &target, ImportEvents events, int shownSerial, std::stop_token stop)
{
    if (!m_pack || !m_library)
        return base::Error{.code = base::ErrorCode::ResourceMissing, .path = m_settings.resourceDir, .detail = {}};
    storeWhatWaitsBetween(events);
    countComparisons(events);
    bool isShown = m_current == target && m_serial == shownSerial;
    m_current.reset();
    if (!isShown) {
        const auto shown = showKnown(libraryFolders(target), events, stop);
        if (!shown)
            return shown.error();
        isShown = *shown;
    }
    const auto sets = list(target, stop);
    if (stop.stop_requested()) { // no failure, and what was listed may be part of it
        ImportReport report;
        report.folder = libraryFolders(target).value(0);
        report.cancelled = true;
        return report;
    }
    if (!sets)
        return sets.error();
    const bool isEmpty = std::ranges::all_of(*sets, [](const FileSet &set) { return set.listing.files.empty(); });
    if (isEmpty) {
        for (const FileSet &set : *sets)
            (void)m_library->markPresent(set.folder, {}); // what the library has of it is missing; said again next time if not now
        model::Comparison nothing;
        nothing.engine = comparison::engineVersion();
        events.compared(std::move(nothing));
        return base::Error{.code = base::ErrorCode::EmptyFolder, .path = libraryFolders(target).value(0), .detail = {}};
    }
    auto report = importFiles(*m_library, *sets, *m_pack, m_settings.pipeline, events, isShown, stop);
    if (report && !report->cancelled && !report->notStored)
        m_current = target;
    return report;
}

/// Articles at once, before any facts are looked at; then the comparison, if nothing is to be analysed for it.
base::Result<bool> Session::showKnown(const QStringList &folders, const ImportEvents &events, std::stop_token stop)
{
    {
        const auto articles = loadArticles(*m_library, folders);
        if (!articles)
            return articles.error();
        if (articles->empty() || stop.stop_requested())
            return false;
        events.arrived(*articles);
    }
    auto view = loadView(*m_library, folders, {}, m_settings.pipeline, stop);
    if (!view)
        return view.error();
    if (!view->stale.empty() || stop.stop_requested())
        return false;
    auto compared = compareView(*view, *m_pack, m_settings.pipeline, events, stop);
    keepView(std::move(*view), m_settings.pipeline);
    if (!compared)
        return false; // stopped
    events.compared(std::move(*compared));
    return true;
}

base::Result<std::vector<FileSet>> Session::list(const Target &target, std::stop_token stop) const
{
    std::vector<FileSet> sets;
    if (!target.nativeFolder.isEmpty()) {
        auto listing = reading::listFolder(target.nativeFolder, stop);
        if (!listing)
            return listing.error();
        sets.push_back({.folder = libraryFolder(target.nativeFolder), .listing = std::move(*listing)});
    }
    if (!target.files.empty())
        sets.push_back({.folder = {}, .listing = listLoose(target.files, stop)});
    return sets;
}

std::vector<base::Error> Session::storeEdits()
{
    (void)storeWaitingEdits();
    return std::exchange(m_editErrors, {});
}

/// Returns how many there were; failures are kept for storeEdits().
size_t Session::storeWaitingEdits()
{
    const std::vector<EditQueue::Edit> waiting = m_edits.take();
    for (const auto &[article, edit] : waiting) {
        if (!m_library)
            continue;
        const auto before = m_library->article(article);
        const auto stored = before ? m_library->storeEdit(article, merged(*before, edit)) : base::Result<void>(before.error());
        if (!stored)
            m_editErrors.push_back(stored.error());
    }
    size_t changed = waiting.size();
    for (const EditQueue::Job &job : m_edits.takeJobs()) {
        if (m_library && job(*m_library))
            ++changed;
    }
    return changed;
}

bool Session::doWaiting()
{
    const bool hasChanged = storeWaitingEdits() > 0;
    return hasChanged || m_isBehind;
}

bool Session::wantsSnapshot() const
{
    if (!m_library || m_library->whyReadOnly() || m_library->path() == QLatin1String(":memory:"))
        return false;
    return !knownFolders().isEmpty() && library::changedSinceSnapshot(m_library->path());
}

QStringList Session::knownFolders() const
{
    const auto folders = m_library ? m_library->folders() : base::Result<QStringList>(QStringList());
    return folders ? *folders : QStringList();
}

base::Result<void> Session::chooseCharset(base::ArticleId article, const QString &charset)
{
    if (!m_library)
        return base::Error{.code = base::ErrorCode::ResourceMissing, .path = m_settings.resourceDir, .detail = {}};
    return m_library->storeCharset(article, charset);
}

base::Result<void> Session::refresh(const Target &target, ImportEvents events, std::stop_token stop)
{
    if (!m_pack || !m_library || target.isEmpty())
        return {};
    m_current.reset();
    m_isBehind = false;
    storeWhatWaitsBetween(events);
    countComparisons(events);
    auto view = loadView(*m_library, libraryFolders(target), {}, m_settings.pipeline, stop);
    if (!view)
        return view.error();
    std::optional<base::Error> refused;
    const auto made = completeView(
        *view, *m_library, *m_pack, m_settings.pipeline, events, [&refused](const base::Error &error) { refused = error; }, stop);
    if (!made)
        return made.error();
    if (const auto loaded = loadConstraints(*view, *m_library, libraryFolders(target)); !loaded)
        return loaded.error();
    auto compared = compareView(*view, *m_pack, m_settings.pipeline, events, stop);
    keepView(std::move(*view), m_settings.pipeline);
    if (!compared)
        return compared.error();
    events.compared(std::move(*compared));
    if (!refused)
        m_current = target;
    return refused ? base::Result<void>(*refused) : base::Result<void>();
}

} // namespace variorum::workspace
