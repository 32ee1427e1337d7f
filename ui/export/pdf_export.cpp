#include "ui/export/pdf_export.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

PdfExport::PdfExport(workspace::Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_lastFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
}

void PdfExport::ask()
{
    auto *dialog = new QFileDialog(m_window, tr("Export comparison"), m_lastFolder, tr("PDF documents (*.pdf)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    const QString name = QFileInfo(m_workspace.folder()).fileName();
    dialog->selectFile(tr("%1 comparison", "file name of an export").arg(name.isEmpty() ? tr("Articles") : name) + ".pdf"_L1);
    connect(dialog, &QFileDialog::fileSelected, this, &PdfExport::start);
    dialog->open();
}

void PdfExport::start(const QString &path)
{
    if (path.isEmpty())
        return;
    m_lastFolder = QFileInfo(path).absolutePath();
    m_workspace.exportPdf(path);
    Q_EMIT started(path);
}

} // namespace variorum::ui
