#include "scripted_workspace.h"

#include <map>

namespace variorum::workspace {

struct Workspace::Jobs {
    test::Script script;
};

namespace {

std::map<const Workspace *, test::Script *> &scripts()
{
    static std::map<const Workspace *, test::Script *> kScripts;
    return kScripts;
}

} // namespace

Workspace::Workspace(Settings, QObject *parent)
    : QObject(parent)
    , m_jobs(std::make_unique<Jobs>())
{
    scripts()[this] = &m_jobs->script;
}

Workspace::~Workspace() { scripts().erase(this); }

bool Workspace::isBusy() const { return m_jobs->script.isBusy; }
QString Workspace::folder() const { return m_jobs->script.folder; }
QString Workspace::libraryPath() const { return QStringLiteral("/home/ann/library.vrm"); }
FolderWatch::Mode Workspace::watchMode() const { return m_jobs->script.watchMode; }
std::shared_ptr<const model::Comparison> Workspace::comparison() const { return {}; }

void Workspace::openFolder(const QString &nativePath)
{
    m_jobs->script.calls.append(QStringLiteral("openFolder ") + nativePath);
    m_jobs->script.folder = nativePath;
    m_jobs->script.isBusy = true;
}

void Workspace::openFiles(const QStringList &nativePaths) { m_jobs->script.calls.append(QStringLiteral("openFiles ") + nativePaths.join(u' ')); }
void Workspace::rescan() { m_jobs->script.calls.append(QStringLiteral("rescan")); }
void Workspace::cancel() { m_jobs->script.calls.append(QStringLiteral("cancel")); }

void Workspace::cancelExport() { m_jobs->script.calls.append(QStringLiteral("cancelExport")); }

void Workspace::editArticle(base::ArticleId article, const library::ArticleEdit &edit)
{
    m_jobs->script.calls.append(QStringLiteral("editArticle %1").arg(article.value));
    m_jobs->script.lastEdit = edit;
}

void Workspace::chooseCharset(base::ArticleId article, const QString &charset) { m_jobs->script.calls.append(QStringLiteral("chooseCharset %1 %2").arg(article.value).arg(charset)); }

void Workspace::exportPdf(const QString &path) { m_jobs->script.calls.append(QStringLiteral("exportPdf ") + path); }

void Workspace::doWork(const QString &label, const std::vector<library::WorkChange> &changes)
{
    m_jobs->script.calls.append(QStringLiteral("doWork ") + label);
    m_jobs->script.lastChanges = changes;
}

void Workspace::addWork(const QString &label, const model::WorkItem &item, const std::vector<std::pair<base::ArticleId, model::TextPlace>> &places, const std::vector<int> &sides)
{
    m_jobs->script.calls.append(QStringLiteral("addWork ") + label);
    m_jobs->script.lastItem = item;
    m_jobs->script.lastPlaces = places;
    m_jobs->script.lastSides = sides;
}

void Workspace::takeSnapshot(library::SnapshotReason) { m_jobs->script.calls.append(QStringLiteral("takeSnapshot")); }
void Workspace::askForSnapshots() { m_jobs->script.calls.append(QStringLiteral("askForSnapshots")); }
void Workspace::checkSnapshot(const QString &path) { m_jobs->script.calls.append(QStringLiteral("checkSnapshot ") + path); }
void Workspace::copySnapshot(const QString &path, const QString &target) { m_jobs->script.calls.append(QStringLiteral("copySnapshot %1 %2").arg(path, target)); }
void Workspace::undo() { m_jobs->script.calls.append(QStringLiteral("undo")); }
void Workspace::redo() { m_jobs->script.calls.append(QStringLiteral("redo")); }
void Workspace::askForWork() { m_jobs->script.calls.append(QStringLiteral("askForWork")); }
void Workspace::search(const QString &line, int) { m_jobs->script.calls.append(QStringLiteral("search ") + line); }

} // namespace variorum::workspace

namespace variorum::test {

Script &scriptOf(const workspace::Workspace &workspace) { return *workspace::scripts().at(&workspace); }

} // namespace variorum::test
