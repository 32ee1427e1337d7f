// Four threads: the one that the Workspace lives on (G), one for the library and all that feeds it (L), one for
// exports and snapshots (E), one that looks at the folder shown (W).
//
//     G openFolder()   request 7, its stop_source; request 6's is asked to stop
//     L import         progress, articles, comparison: each a queued call to G with the number 7
//     G                calls with another number than the newest are dropped
//
// A call goes through a mailbox of our own and a bare queued signal that says that there is one: a call carried by Qt's
// event queue is ordered by a lock that ThreadSanitizer cannot see, and every comparison handed over would be reported.
//
// Jobs::session belongs to L from the first task on; G never looks into it.

#include "workspace/workspace.h"

#include "library/snapshots.h"
#include "report/report.h"
#include "workspace/session.h"
#include "workspace/work_queue.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <mutex>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace variorum::workspace {

namespace {

/// What was loaded to be compared has been let go by now, but lies in pieces that the allocator keeps: with ten thousand articles a
/// third of all memory.
void giveBackMemory()
{
#if defined(__GLIBC__)
    (void)malloc_trim(0);
#endif
}

/// Calls on their way to the owner's thread, one signal each.
class Mailbox {
public:
    void put(std::function<void()> call)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.push_back(std::move(call));
    }
    [[nodiscard]] std::function<void()> take()
    {
        const std::scoped_lock lock(m_mutex);
        std::function<void()> call = std::move(m_calls.front());
        m_calls.pop_front();
        return call;
    }

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_calls; // under m_mutex
};

} // namespace

struct Workspace::Jobs {
    Jobs(Workspace *workspace, Workspace::Settings given)
        : owner(workspace)
        , settings(std::move(given))
    {
        if (!settings.pipeline.pause)
            settings.pipeline.pause = std::make_shared<PauseSwitch>();
    }

    ~Jobs()
    {
        stopAll();
        exportStop.request_stop();
        snapshotStop.request_stop();
        watchThread.quit();
        watchThread.wait();
        library.add([this] {
            if (session)
                (void)session->storeEdits();
            session.reset(); // its connection is this thread's
        });
    }

    /// Runs `call` on the owner's thread, later. From any thread; the owner waits for its threads before it goes.
    void deliver(std::function<void()> call)
    {
        mailbox.put(std::move(call));
        Q_EMIT owner->sent({});
    }

    /// The same, unless another request has come by then.
    void deliverFor(int number, std::function<void()> call)
    {
        deliver([this, number, call = std::move(call)] {
            if (number == request)
                call();
        });
    }

    void stopAll() const
    {
        for (std::stop_source stop : {importStop, refreshStop})
            stop.request_stop();
    }

    // On the owner's thread, around each piece of work.
    void begin()
    {
        if (running++ == 0)
            Q_EMIT owner->busyChanged(true);
    }
    void end()
    {
        if (--running == 0)
            Q_EMIT owner->busyChanged(false);
    }

    void tellWork(const library::Library &opened);
    [[nodiscard]] bool step(library::Library &opened, base::Result<std::optional<QString>> (library::Library::*go)());
    [[nodiscard]] ImportEvents eventsFor(int number);
    void finishImport(int number, const base::Result<ImportReport> &result);
    void tellSnapshots();

    Workspace *owner;
    Workspace::Settings settings;
    EditQueue edits;
    Mailbox mailbox;

    // the owner's thread
    Target target;
    std::shared_ptr<const model::Comparison> comparison;
    int shownSerial = 0; // which one of the session's comparison is
    int request = 0;
    int running = 0;
    std::stop_source importStop;
    std::stop_source refreshStop;
    std::stop_source exportStop;
    std::stop_source snapshotStop;
    FolderWatch *watch = nullptr; // lives on watchThread, which deletes it; null where nothing is watched
    QThread watchThread;
    FolderWatch::Mode watchMode = FolderWatch::Mode::Off;
    bool isImporting = false;
    bool isToBeLookedAgain = false; // the folder changed while it was imported

    std::unique_ptr<Session> session; // the library thread's

    // last: their threads end before what they use goes
    WorkQueue exports;
    WorkQueue library;
};

void Workspace::Jobs::tellWork(const library::Library &opened)
{
    const auto work = opened.work();
    const auto undoLabel = opened.undoLabel();
    const auto redoLabel = opened.redoLabel();
    if (!work || !undoLabel || !redoLabel) {
        deliver([this, error = !work ? work.error() : !undoLabel ? undoLabel.error()
                                                                 : redoLabel.error()] { Q_EMIT owner->failed(error); });
        return;
    }
    deliver([this, all = *work, undo = undoLabel->value_or(QString()), redo = redoLabel->value_or(QString())] { Q_EMIT owner->workChanged(all, undo, redo); });
}

/// Undo or redo; edits of articles may be among what changes, so the comparison is always made anew.
bool Workspace::Jobs::step(library::Library &opened, base::Result<std::optional<QString>> (library::Library::*go)())
{
    const auto done = (opened.*go)();
    if (!done)
        deliver([this, error = done.error()] { Q_EMIT owner->failed(error); });
    tellWork(opened);
    return done && *done;
}

ImportEvents Workspace::Jobs::eventsFor(int number)
{
    ImportEvents events;
    events.progress = [this, number](const Progress &progress) { deliverFor(number, [this, progress] { Q_EMIT owner->progressed(progress); }); };
    events.arrived = [this, number](const std::vector<model::Article> &articles) { deliverFor(number, [this, articles] { Q_EMIT owner->articlesArrived(articles); }); };
    events.compared = [this, number](model::Comparison compared) {
        const auto shared = std::make_shared<const model::Comparison>(std::move(compared));
        deliverFor(number, [this, shared, serial = session->comparisonSerial()] {
            comparison = shared;
            shownSerial = serial;
            Q_EMIT owner->comparisonChanged(shared);
        });
    };
    return events;
}

void Workspace::Jobs::finishImport(int number, const base::Result<ImportReport> &result)
{
    deliver([this, number, result] {
        end();
        if (number != request)
            return;
        isImporting = false;
        const bool wasCancelled = result && result->cancelled;
        if (std::exchange(isToBeLookedAgain, false) && !wasCancelled)
            QMetaObject::invokeMethod(owner, &Workspace::takeFolderChange, Qt::QueuedConnection);
        if (!result) {
            Q_EMIT owner->failed(result.error());
            return;
        }
        if (result->notStored)
            Q_EMIT owner->failed(*result->notStored);
        Q_EMIT owner->importFinished(*result);
    });
}

void Workspace::Jobs::tellSnapshots()
{
    deliver([this, copies = library::copiesOf(settings.libraryPath)] { Q_EMIT owner->snapshotsListed(copies); });
}

Workspace::Workspace(Settings settings, QObject *parent)
    : QObject(parent)
    , m_jobs(std::make_unique<Jobs>(this, std::move(settings)))
{
    connect(this, &Workspace::sent, this, &Workspace::takeSent, Qt::QueuedConnection);
    Jobs *jobs = m_jobs.get();
    jobs->begin();
    jobs->library.add([jobs] {
        jobs->session = std::make_unique<Session>(Session::Settings{.libraryPath = jobs->settings.libraryPath, .resourceDir = jobs->settings.resourceDir, .pipeline = jobs->settings.pipeline}, jobs->edits);
        const std::vector<base::Error> errors = jobs->session->open();
        jobs->deliver([jobs, errors] {
            jobs->end();
            for (const base::Error &error : errors)
                Q_EMIT jobs->owner->failed(error);
            Q_EMIT jobs->owner->opened();
        });
    });
    if (jobs->settings.watches) {
        jobs->watch = new FolderWatch(jobs->settings.watch);
        jobs->watch->moveToThread(&jobs->watchThread);
        connect(&jobs->watchThread, &QThread::finished, jobs->watch, &QObject::deleteLater);
        connect(jobs->watch, &FolderWatch::changed, this, &Workspace::takeFolderChange);
        connect(jobs->watch, &FolderWatch::modeChanged, this, [jobs](FolderWatch::Mode mode) {
            jobs->watchMode = mode;
            Q_EMIT jobs->owner->watchModeChanged(mode);
        });
        jobs->watchThread.start();
    }
    takeSnapshot(library::SnapshotReason::Opening);
    auto *hourly = new QTimer(this);
    hourly->setInterval(60 * 60 * 1000);
    connect(hourly, &QTimer::timeout, this, [this] { takeSnapshot(library::SnapshotReason::Hourly); });
    hourly->start();
}

Workspace::~Workspace() = default;

void Workspace::takeSent() { m_jobs->mailbox.take()(); }

bool Workspace::isBusy() const { return m_jobs->running > 0; }

QString Workspace::folder() const
{
    return m_jobs->target.nativeFolder.isEmpty() ? QString() : libraryFolder(m_jobs->target.nativeFolder);
}

QString Workspace::libraryPath() const { return m_jobs->settings.libraryPath; }
FolderWatch::Mode Workspace::watchMode() const { return m_jobs->watchMode; }
std::shared_ptr<const model::Comparison> Workspace::comparison() const { return m_jobs->comparison; }

void Workspace::openFolder(const QString &nativePath)
{
    m_jobs->target = {.nativeFolder = QFile::encodeName(nativePath), .files = {}};
    watchFolder(); // before it is listed, so that nothing falls between
    startImport();
}

void Workspace::watchFolder()
{
    if (FolderWatch *watch = m_jobs->watch)
        QMetaObject::invokeMethod(
            watch, [watch, folder = folder()] { watch->watch(folder); }, Qt::QueuedConnection);
}

/// Files of the folder shown have changed and been quiet since. An import that runs has perhaps passed them already: it is
/// not stopped, there is another after it.
void Workspace::takeFolderChange()
{
    if (m_jobs->isImporting)
        m_jobs->isToBeLookedAgain = true;
    else if (!m_jobs->target.nativeFolder.isEmpty())
        startImport();
}

void Workspace::openFiles(const QStringList &nativePaths)
{
    Target &target = m_jobs->target;
    if (target.isEmpty() && nativePaths.size() == 1 && QFileInfo(nativePaths.front()).isDir()) {
        openFolder(nativePaths.front());
        return;
    }
    const QString shown = folder();
    for (const QString &path : nativePaths) {
        const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        const bool isShown = !shown.isEmpty() && (absolute == shown || absolute.startsWith(shown + QLatin1Char('/')));
        const QByteArray native = QFile::encodeName(absolute);
        if (!isShown && std::ranges::find(target.files, native) == target.files.end())
            target.files.push_back(native);
    }
    startImport();
}

void Workspace::rescan()
{
    if (!m_jobs->target.isEmpty())
        startImport();
}

void Workspace::startImport()
{
    Jobs *jobs = m_jobs.get();
    jobs->stopAll();
    jobs->importStop = std::stop_source();
    const int number = ++jobs->request;
    jobs->begin();
    jobs->isImporting = true;
    jobs->isToBeLookedAgain = false;
    jobs->library.add([jobs, number, target = jobs->target, serial = jobs->shownSerial, stop = jobs->importStop.get_token()] {
        if (stop.stop_requested()) { // overtaken or cancelled before it began
            ImportReport report;
            report.cancelled = true;
            jobs->finishImport(number, report);
            return;
        }
        const auto report = jobs->session->import(target, jobs->eventsFor(number), serial, stop);
        giveBackMemory();
        jobs->finishImport(number, report);
    });
}

void Workspace::cancel() { m_jobs->importStop.request_stop(); }
void Workspace::pause(bool isPaused) { m_jobs->settings.pipeline.pause->set(isPaused); }

void Workspace::openLastFolder()
{
    Jobs *jobs = m_jobs.get();
    jobs->library.add([jobs] {
        const QStringList folders = jobs->session->knownFolders();
        if (!folders.isEmpty())
            jobs->deliver([jobs, folder = folders.front()] { jobs->owner->openFolder(folder); });
    });
}

/// Runs the job on the library's thread, between two transactions of an import where one runs; then compares again
/// where it says that this is due.
void Workspace::ask(std::function<bool(library::Library &)> job)
{
    Jobs *jobs = m_jobs.get();
    jobs->edits.add(EditQueue::Job(std::move(job)));
    if (jobs->refreshStop.stop_requested())
        jobs->refreshStop = std::stop_source();
    const int number = jobs->request;
    jobs->begin();
    jobs->library.add([jobs, number, target = jobs->target, stop = jobs->refreshStop.get_token()] {
        if (jobs->session->doWaiting()) {
            (void)jobs->session->refresh(target, jobs->eventsFor(number), stop);
            giveBackMemory();
        }
        jobs->deliver([jobs] { jobs->end(); });
    });
}

namespace {

bool bindsComparison(const model::WorkItem &item)
{
    using enum model::WorkKind;
    return item.kind == Join || item.kind == Split || item.kind == Dismissal || item.kind == SameValue;
}

/// What has to be obeyed, as one text.
QStringList binding(const library::Library &library)
{
    QStringList lines;
    const auto work = library.work();
    for (size_t place = 0; work && place < work->size(); ++place) {
        if (bindsComparison((*work)[place].item))
            lines.append(QString::number((*work)[place].id) + QStringLiteral(" ") + (*work)[place].item.name + (*work)[place].item.value + QString::number((*work)[place].item.anchors.size()));
    }
    return lines;
}

} // namespace

void Workspace::doWork(const QString &label, const std::vector<library::WorkChange> &changes)
{
    ask([jobs = m_jobs.get(), label, changes](library::Library &library) {
        const QStringList before = binding(library);
        const auto done = library.doWork(label, changes);
        if (!done)
            jobs->deliver([jobs, error = done.error()] { Q_EMIT jobs->owner->failed(error); });
        jobs->tellWork(library);
        return binding(library) != before;
    });
}

void Workspace::addWork(const QString &label, const model::WorkItem &item, const std::vector<std::pair<base::ArticleId, model::TextPlace>> &places, const std::vector<int> &sides)
{
    ask([jobs = m_jobs.get(), label, item, places, sides](library::Library &library) {
        library::WorkChange change{.id = {}, .item = item};
        for (size_t place = 0; place < places.size(); ++place) {
            auto anchor = library.anchorOf(places[place].first, places[place].second);
            if (!anchor) {
                jobs->deliver([jobs, error = anchor.error()] { Q_EMIT jobs->owner->failed(error); });
                return false;
            }
            anchor->side = place < sides.size() ? sides[place] : 0;
            change.item->anchors.push_back(std::move(*anchor));
        }
        const auto done = library.doWork(label, {change});
        if (!done)
            jobs->deliver([jobs, error = done.error()] { Q_EMIT jobs->owner->failed(error); });
        jobs->tellWork(library);
        return done && bindsComparison(item);
    });
}

void Workspace::undo()
{
    ask([jobs = m_jobs.get()](library::Library &library) { return jobs->step(library, &library::Library::undo); });
}

void Workspace::redo()
{
    ask([jobs = m_jobs.get()](library::Library &library) { return jobs->step(library, &library::Library::redo); });
}

void Workspace::askForWork()
{
    ask([jobs = m_jobs.get()](library::Library &library) {
        jobs->tellWork(library);
        return false;
    });
}

void Workspace::search(const QString &line, int most)
{
    ask([jobs = m_jobs.get(), line, most](library::Library &library) {
        const library::ParsedSearch parsed = library::parseSearch(line);
        const auto hits = library.search(parsed.query, most);
        if (hits)
            jobs->deliver([jobs, line, found = *hits, problems = parsed.problems] { Q_EMIT jobs->owner->searchFinished(line, found, problems); });
        else
            jobs->deliver([jobs, error = hits.error()] { Q_EMIT jobs->owner->failed(error); });
        return false;
    });
}

void Workspace::takeSnapshot(library::SnapshotReason reason)
{
    Jobs *jobs = m_jobs.get();
    const bool isAsked = reason == library::SnapshotReason::Asked;
    jobs->library.add([jobs, reason, isAsked] {
        if (!jobs->session->wantsSnapshot()) {
            if (isAsked) // as it is: there is nothing to keep that is not kept
                jobs->exports.add([jobs] { jobs->tellSnapshots(); });
            return;
        }
        jobs->exports.add([jobs, reason, isAsked, path = jobs->settings.libraryPath, stop = jobs->snapshotStop.get_token()] { // by a connection of its own
            const auto taken = library::takeSnapshot(path, {}, QDateTime::currentDateTimeUtc(), stop, reason);
            if (!taken && taken.error().code != base::ErrorCode::Cancelled)
                jobs->deliver([jobs, error = taken.error()] { Q_EMIT jobs->owner->failed(error); });
            if (isAsked)
                jobs->tellSnapshots();
        });
    });
}

void Workspace::askForSnapshots()
{
    m_jobs->exports.add([jobs = m_jobs.get()] { jobs->tellSnapshots(); });
}

void Workspace::checkSnapshot(const QString &path)
{
    m_jobs->exports.add([jobs = m_jobs.get(), path, stop = m_jobs->snapshotStop.get_token()] {
        const bool isWhole = library::isWholeSnapshot(path, stop);
        jobs->deliver([jobs, path, isWhole] { Q_EMIT jobs->owner->snapshotChecked(path, isWhole); });
    });
}

void Workspace::copySnapshot(const QString &path, const QString &target)
{
    m_jobs->exports.add([jobs = m_jobs.get(), path, target] {
        const auto copied = library::copySnapshot(path, target);
        jobs->deliver([jobs, target, copied] {
            if (copied)
                Q_EMIT jobs->owner->snapshotCopied(target);
            else
                Q_EMIT jobs->owner->failed(copied.error());
        });
    });
}

void Workspace::cancelExport() { m_jobs->exportStop.request_stop(); }

void Workspace::editArticle(base::ArticleId article, const library::ArticleEdit &edit)
{
    Jobs *jobs = m_jobs.get();
    jobs->edits.add({article, edit});
    if (jobs->refreshStop.stop_requested())
        jobs->refreshStop = std::stop_source();
    const int number = jobs->request;
    jobs->begin();
    jobs->library.add([jobs, number, target = jobs->target, stop = jobs->refreshStop.get_token()] {
        std::vector<base::Error> errors = jobs->session->storeEdits();
        const auto refreshed = jobs->session->refresh(target, jobs->eventsFor(number), stop);
        if (!refreshed && refreshed.error().code != base::ErrorCode::Cancelled)
            errors.push_back(refreshed.error());
        jobs->deliver([jobs, errors] {
            jobs->end();
            for (const base::Error &error : errors)
                Q_EMIT jobs->owner->failed(error);
        });
    });
}

void Workspace::chooseCharset(base::ArticleId article, const QString &charset)
{
    Jobs *jobs = m_jobs.get();
    jobs->stopAll(); // what runs would read the file as before
    jobs->library.add([jobs, article, charset] {
        const auto chosen = jobs->session->chooseCharset(article, charset);
        if (!chosen)
            jobs->deliver([jobs, error = chosen.error()] { Q_EMIT jobs->owner->failed(error); });
    });
    if (!jobs->target.isEmpty())
        startImport();
}

void Workspace::exportPdf(const QString &path)
{
    Jobs *jobs = m_jobs.get();
    if (!jobs->comparison) {
        jobs->deliver([jobs, path] { Q_EMIT jobs->owner->failed({.code = base::ErrorCode::EmptyFolder, .path = path, .detail = QStringLiteral("nothing is shown yet")}); });
        return;
    }
    if (jobs->exportStop.stop_requested())
        jobs->exportStop = std::stop_source();
    const report::ReportOptions options{.title = {}, .made = QDateTime::currentDateTime(), .folderLabel = QFileInfo(folder()).fileName()};
    jobs->begin();
    jobs->exports.add([jobs, path, options, shown = jobs->comparison, stop = jobs->exportStop.get_token()] {
        const auto tell = [jobs, &path](int done, int total) {
            const Progress progress{.stage = Progress::Stage::Writing, .done = done, .total = total, .failed = 0, .current = path};
            jobs->deliver([jobs, progress] { Q_EMIT jobs->owner->progressed(progress); });
        };
        const auto pdf = report::writePdf(*shown, options, tell, stop);
        const base::Result<void> written = pdf ? report::saveFile(path, *pdf) : base::Result<void>(pdf.error());
        jobs->deliver([jobs, path, written] {
            jobs->end();
            if (written)
                Q_EMIT jobs->owner->exportFinished(path);
            else
                Q_EMIT jobs->owner->failed(written.error());
        });
    });
}

} // namespace variorum::workspace
