// A look makes one digest of all names, sizes and times below the folder.
//
//     notification -> look: differs from what was told -> look again after a second: the same as a second ago -> changed()
//                                                                                   another -> once more after a second

#include "workspace/folder_watch.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace variorum::workspace {

namespace {

struct Look {
    QByteArray digest;
    QStringList folders;
};

Look lookAt(const QString &folder)
{
    Look look;
    look.folders.append(folder);
    QStringList lines;
    QDirIterator below(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (below.hasNext()) {
        below.next();
        const QFileInfo info = below.fileInfo();
        if (info.isDir())
            look.folders.append(info.filePath());
        else
            lines.append(QStringLiteral("%1\n%2 %3").arg(info.filePath()).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch()));
    }
    lines.sort();
    look.digest = QCryptographicHash::hash(lines.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return look;
}

} // namespace

FolderWatch::FolderWatch(QObject *parent)
    : FolderWatch(Settings(), parent)
{
}

FolderWatch::FolderWatch(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_pollTimer(this) // so that they move to another thread with it
    , m_quietTimer(this)
{
    m_pollTimer.setInterval(settings.pollMs);
    m_quietTimer.setInterval(settings.quietMs);
    m_quietTimer.setSingleShot(true);
    connect(&m_pollTimer, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_quietTimer, &QTimer::timeout, this, &FolderWatch::look);
}

void FolderWatch::watch(const QString &folder)
{
    m_pollTimer.stop();
    m_quietTimer.stop();
    m_watcher.reset();
    m_folder = folder;
    if (folder.isEmpty()) {
        setMode(Mode::Off);
        return;
    }
    const Look first = lookAt(folder);
    m_told = first.digest;
    m_seen = first.digest;
    watchFolders(first.folders);
}

void FolderWatch::watchFolders(const QStringList &folders)
{
    bool isNotified = m_settings.mayNotify && folders.size() <= m_settings.mostFolders;
    if (isNotified) {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, &FolderWatch::look);
        isNotified = m_watcher->addPaths(folders).isEmpty();
    }
    if (!isNotified)
        m_watcher.reset();
    // Where folders are watched, what is written into a file that was there is found by a look now and then.
    m_pollTimer.start(isNotified ? 10 * m_settings.pollMs : m_settings.pollMs);
    setMode(isNotified ? Mode::Notified : Mode::Polled);
}

void FolderWatch::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    Q_EMIT modeChanged(mode);
}

void FolderWatch::look()
{
    const Look now = lookAt(m_folder);
    const bool isAsSeen = now.digest == m_seen;
    m_seen = now.digest;
    if (m_watcher) {
        const QStringList watched = m_watcher->directories();
        QStringList fresh;
        std::ranges::copy_if(now.folders, std::back_inserter(fresh), [&watched](const QString &folder) { return !watched.contains(folder); });
        if (!fresh.isEmpty() && !m_watcher->addPaths(fresh).isEmpty()) { // no more can be watched
            m_watcher.release()->deleteLater(); // it may be what calls
            m_pollTimer.start(m_settings.pollMs);
            setMode(Mode::Polled);
        }
    }
    if (now.digest == m_told)
        return;
    if (!isAsSeen) {
        m_quietTimer.start(); // anew
        return;
    }
    if (m_quietTimer.isActive())
        return; // not long enough yet
    m_told = now.digest;
    Q_EMIT changed();
}

} // namespace variorum::workspace
