// Three threads: the one that the Workspace lives on (G), one for the library and all that feeds it (L), one for
// exports (E).
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

#include "report/report.h"
#include "workspace/session.h"
#include "workspace/work_queue.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <deque>
#include <mutex>

namespace variorum::workspace {

namespace {

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
    }

    ~Jobs()
    {
        stopAll();
        exportStop.request_stop();
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

    [[nodiscard]] ImportEvents eventsFor(int number);
    void finishImport(int number, const base::Result<ImportReport> &result);

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

    std::unique_ptr<Session> session; // the library thread's

    // last: their threads end before what they use goes
    WorkQueue exports;
    WorkQueue library;
};

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
        --running;
        if (number != request)
            return;
        if (!result) {
            Q_EMIT owner->failed(result.error());
            return;
        }
        if (result->notStored)
            Q_EMIT owner->failed(*result->notStored);
        Q_EMIT owner->importFinished(*result);
    });
}

Workspace::Workspace(Settings settings, QObject *parent)
    : QObject(parent)
    , m_jobs(std::make_unique<Jobs>(this, std::move(settings)))
{
    connect(this, &Workspace::sent, this, &Workspace::takeSent, Qt::QueuedConnection);
    Jobs *jobs = m_jobs.get();
    ++jobs->running;
    jobs->library.add([jobs] {
        jobs->session = std::make_unique<Session>(Session::Settings{.libraryPath = jobs->settings.libraryPath, .resourceDir = jobs->settings.resourceDir, .pipeline = jobs->settings.pipeline}, jobs->edits);
        const std::vector<base::Error> errors = jobs->session->open();
        jobs->deliver([jobs, errors] {
            --jobs->running;
            for (const base::Error &error : errors)
                Q_EMIT jobs->owner->failed(error);
            Q_EMIT jobs->owner->opened();
        });
    });
}

Workspace::~Workspace() = default;

void Workspace::takeSent() { m_jobs->mailbox.take()(); }

bool Workspace::isBusy() const { return m_jobs->running > 0; }

QString Workspace::folder() const
{
    return m_jobs->target.nativeFolder.isEmpty() ? QString() : libraryFolder(m_jobs->target.nativeFolder);
}

QString Workspace::libraryPath() const { return m_jobs->settings.libraryPath; }
std::shared_ptr<const model::Comparison> Workspace::comparison() const { return m_jobs->comparison; }

void Workspace::openFolder(const QString &nativePath)
{
    m_jobs->target = {.nativeFolder = QFile::encodeName(nativePath), .files = {}};
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
    ++jobs->running;
    jobs->library.add([jobs, number, target = jobs->target, serial = jobs->shownSerial, stop = jobs->importStop.get_token()] {
        if (stop.stop_requested()) { // overtaken or cancelled before it began
            ImportReport report;
            report.cancelled = true;
            jobs->finishImport(number, report);
            return;
        }
        jobs->finishImport(number, jobs->session->import(target, jobs->eventsFor(number), serial, stop));
    });
}

void Workspace::cancel() { m_jobs->importStop.request_stop(); }
void Workspace::cancelExport() { m_jobs->exportStop.request_stop(); }

void Workspace::editArticle(base::ArticleId article, const library::ArticleEdit &edit)
{
    Jobs *jobs = m_jobs.get();
    jobs->edits.add({article, edit});
    if (jobs->refreshStop.stop_requested())
        jobs->refreshStop = std::stop_source();
    const int number = jobs->request;
    ++jobs->running;
    jobs->library.add([jobs, number, target = jobs->target, stop = jobs->refreshStop.get_token()] {
        std::vector<base::Error> errors = jobs->session->storeEdits();
        const auto refreshed = jobs->session->refresh(target, jobs->eventsFor(number), stop);
        if (!refreshed && refreshed.error().code != base::ErrorCode::Cancelled)
            errors.push_back(refreshed.error());
        jobs->deliver([jobs, errors] {
            --jobs->running;
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
    ++jobs->running;
    jobs->exports.add([jobs, path, options, shown = jobs->comparison, stop = jobs->exportStop.get_token()] {
        const auto tell = [jobs, &path](int done, int total) {
            const Progress progress{.stage = Progress::Stage::Writing, .done = done, .total = total, .failed = 0, .current = path};
            jobs->deliver([jobs, progress] { Q_EMIT jobs->owner->progressed(progress); });
        };
        const auto pdf = report::writePdf(*shown, options, tell, stop);
        const base::Result<void> written = pdf ? report::saveFile(path, *pdf) : base::Result<void>(pdf.error());
        jobs->deliver([jobs, path, written] {
            --jobs->running;
            if (written)
                Q_EMIT jobs->owner->exportFinished(path);
            else
                Q_EMIT jobs->owner->failed(written.error());
        });
    });
}

} // namespace variorum::workspace
