#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

namespace variorum::workspace {

/// Tells when something in a folder has changed and then been quiet for a second: a file that is still being written is
/// not told of. By notification of the system; where that fails (too many folders, a share that sends none) by looking
/// every few seconds. Lives on a thread with an event loop. Files are only looked at, never opened.
class FolderWatch : public QObject {
    Q_OBJECT

public:
    enum class Mode { Off,
                      Notified,
                      Polled };

    struct Settings {
        int quietMs = 1000;
        int pollMs = 3000;
        int mostFolders = 2000; ///< to be notified of; beyond, all is polled
        bool mayNotify = true; ///< false: polls; for tests, and for shares
    };

    explicit FolderWatch(Settings settings, QObject *parent = nullptr);
    explicit FolderWatch(QObject *parent = nullptr);

    void watch(const QString &folder); ///< this one from now on; empty: none
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] QString folder() const { return m_folder; }

Q_SIGNALS:
    void modeChanged(variorum::workspace::FolderWatch::Mode mode); ///< to be shown: "watched" or "looked at every 3 s"
    void changed(); ///< time to rescan

private:
    void look();
    void setMode(Mode mode);
    void watchFolders(const QStringList &folders);

    Settings m_settings;
    QString m_folder;
    Mode m_mode = Mode::Off;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    QTimer m_pollTimer;
    QTimer m_quietTimer;
    QByteArray m_told; // digest of what was there when changed() was sent last, or at the beginning
    QByteArray m_seen; // digest of the last look
};

} // namespace variorum::workspace
