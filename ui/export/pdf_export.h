#pragma once

#include "workspace/workspace.h"

#include <QObject>

namespace variorum::ui {

/// Asks where to, and has the workspace write the PDF there in the background.
class PdfExport final : public QObject {
    Q_OBJECT

public:
    PdfExport(workspace::Workspace &workspace, QWidget *window);

    void ask();
    void start(const QString &path);

Q_SIGNALS:
    void started(const QString &path);

private:
    workspace::Workspace &m_workspace;
    QWidget *m_window;
    QString m_lastFolder;
};

} // namespace variorum::ui
