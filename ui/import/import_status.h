#pragma once

#include "ui/import/report_model.h"
#include "workspace/workspace.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace variorum::ui {

/// In the status bar: how far an import is, and the way to stop it.
class ImportStatus final : public QWidget {
    Q_OBJECT

public:
    explicit ImportStatus(QWidget *parent = nullptr);

    void setProgress(const workspace::Progress &progress);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

/// How many files were not read, or only in part.
[[nodiscard]] int filesWithProblems(const workspace::ImportReport &report);

/// What there is to tell, file by file.
[[nodiscard]] std::vector<ReportRow> reportRows(const workspace::ImportReport &report);

/// "12 files: 9 added, 1 changed, 2 need attention"
[[nodiscard]] QString importSummary(const workspace::ImportReport &report);

} // namespace variorum::ui
