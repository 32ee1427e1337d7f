#include "ui/import/import_status.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/plain_text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QSet>
#include <QToolButton>

#include <algorithm>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

constexpr int kBarSteps = 1000;

QString stageLabel(workspace::Progress::Stage stage)
{
    using enum workspace::Progress::Stage;
    switch (stage) {
    case Listing: return ImportText::tr("Looking for articles");
    case Reading: return ImportText::tr("Reading");
    case Analysing: return ImportText::tr("Analysing");
    case Comparing: return ImportText::tr("Comparing");
    case Writing: return ImportText::tr("Writing");
    }
    return {};
}

/// Files that one of the errors is about.
template<typename Wanted>
int countFiles(const std::vector<base::Error> &errors, Wanted isWanted)
{
    QSet<QString> paths;
    for (const base::Error &error : errors) {
        if (isWanted(error))
            paths.insert(error.path);
    }
    return static_cast<int>(paths.size());
}

int filesNotCompared(const workspace::ImportReport &report)
{
    return countFiles(report.notes, [](const base::Error &note) { return note.code == base::ErrorCode::LanguageNotCompared; });
}

} // namespace

ImportStatus::ImportStatus(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"importStatus"_s);
    m_text = new ElidedLabel(this);
    m_text->setObjectName(u"progressText"_s);
    m_text->setMinimumWidth(220);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(u"progressBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(140);
    m_cancel = new QToolButton(this);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setProperty("flat", true);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the import; what is done is kept (Esc)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    hide();
    connect(m_cancel, &QToolButton::clicked, this, &ImportStatus::cancelRequested);
}

void ImportStatus::setProgress(const workspace::Progress &progress)
{
    // Files differ by thousands: the bar follows their bytes where these are known.
    const bool hasBytes = progress.bytesTotal > 0;
    m_bar->setRange(0, hasBytes ? kBarSteps : progress.total);
    m_bar->setValue(hasBytes ? static_cast<int>(std::min<double>(1, static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytesTotal)) * kBarSteps) : progress.done);
    QString text = stageLabel(progress.stage);
    if (progress.total > 0)
        text = tr("%1 %2 of %3", "stage, done, total").arg(text).arg(progress.done).arg(progress.total);
    if (hasBytes)
        text = tr("%1, %2 of %3", "so far, bytes, bytes").arg(text, QLocale().formattedDataSize(progress.bytesDone, 1), QLocale().formattedDataSize(progress.bytesTotal, 1));
    if (progress.failed > 0)
        text = tr("%1, %2 not read", "so far, count").arg(text).arg(progress.failed);
    if (!progress.current.isEmpty())
        text += u"  "_s + oneLine(progress.current, 200);
    m_text->setText(text);
}

int filesWithProblems(const workspace::ImportReport &report)
{
    return countFiles(report.problems, [](const base::Error &) { return true; });
}

std::vector<ReportRow> reportRows(const workspace::ImportReport &report)
{
    using enum ReportRow::Outcome;
    std::vector<ReportRow> rows;
    for (const base::Error &problem : report.problems) {
        const auto outcome = report.outcomes.find(problem.path);
        const bool isPartly = outcome != report.outcomes.end() && outcome->second != model::ReadOutcome::NotRead;
        rows.push_back({.outcome = isPartly ? Partly : NotRead, .error = problem});
    }
    for (const base::Error &note : report.notes)
        rows.push_back({.outcome = base::isPassedOver(note.code) ? PassedOver : note.code == base::ErrorCode::OnlySummary ? Summary : NotCompared, .error = note});
    for (const auto &[copy, first] : report.duplicates)
        rows.push_back({.outcome = Duplicate, .error = {.code = base::ErrorCode::NotAnArticle, .path = copy, .detail = first}});
    return rows;
}

QString importSummary(const workspace::ImportReport &report)
{
    QStringList parts;
    if (report.added > 0)
        parts.append(ImportText::tr("%1 added").arg(report.added));
    if (report.changed > 0)
        parts.append(ImportText::tr("%1 changed").arg(report.changed));
    if (report.unchanged > 0)
        parts.append(ImportText::tr("%1 unchanged").arg(report.unchanged));
    if (report.renamed > 0)
        parts.append(ImportText::tr("%1 renamed").arg(report.renamed));
    if (!report.duplicates.empty())
        parts.append(ImportText::tr("%n duplicate(s)", nullptr, static_cast<int>(report.duplicates.size())));
    if (report.missing > 0)
        parts.append(ImportText::tr("%1 no longer there").arg(report.missing));
    if (report.ignored > 0)
        parts.append(ImportText::tr("%1 not articles").arg(report.ignored));
    if (report.passedOver > 0)
        parts.append(ImportText::tr("%1 passed over").arg(report.passedOver));
    if (const int others = filesNotCompared(report); others > 0)
        parts.append(ImportText::tr("%1 not in English").arg(others));
    if (const int attention = filesWithProblems(report); attention > 0)
        parts.append(ImportText::tr("%n need(s) attention", nullptr, attention));
    const QString files = ImportText::tr("%n file(s)", nullptr, report.files);
    const QString summary = parts.isEmpty() ? files : ImportText::tr("%1: %2", "files, what became of them").arg(files, parts.join(", "_L1));
    return report.cancelled ? ImportText::tr("Stopped. %1").arg(summary) : summary;
}

} // namespace variorum::ui
