#pragma once

#include "library/snapshots.h"
#include "workspace/folder_watch.h"

#include <QDialog>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace variorum::ui {

/// What the person's library is: where it lies, how its folder is watched, and the copies that were kept of it. Holds no library:
/// it is told, and asks by signals.
class LibraryDialog final : public QDialog {
    Q_OBJECT

public:
    struct State {
        QString libraryPath;
        QString folder; ///< the one shown; may be empty
        workspace::FolderWatch::Mode watch = workspace::FolderWatch::Mode::Off;
        bool isWritable = true;
    };

    explicit LibraryDialog(QWidget *parent = nullptr);

    void setState(const State &state);
    void setSnapshots(const std::vector<library::Snapshot> &snapshots); ///< newest first
    void setChecked(const QString &path, bool isWhole);
    void setCopied(const QString &target);

Q_SIGNALS:
    void snapshotWanted();
    void checkWanted(const QString &path);
    void copyWanted(const QString &path, const QString &target);
    void folderWanted(const QString &path); ///< where this file lies is to be shown

private:
    void askWhere();
    void updateButtons();
    [[nodiscard]] QString chosen() const; ///< path; empty: none
    [[nodiscard]] int rowOf(const QString &path) const;

    QLabel *m_place;
    QLabel *m_watch;
    QTableWidget *m_table;
    QLabel *m_note;
    QPushButton *m_take;
    QPushButton *m_check;
    QPushButton *m_copy;
    QPushButton *m_show;
    State m_state;
};

/// "watched" ... for the status bar, and a sentence for its tool tip. Both empty where nothing is watched.
struct WatchWords {
    QString label;
    QString sentence;
};
[[nodiscard]] WatchWords watchWords(workspace::FolderWatch::Mode mode, const QString &folder);

} // namespace variorum::ui
