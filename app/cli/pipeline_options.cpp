#include "cli/pipeline_options.h"

#include <QIODevice>

namespace variorum::cli {

namespace {

QString stageName(workspace::Progress::Stage stage)
{
    using enum workspace::Progress::Stage;
    switch (stage) {
    case Listing: return QStringLiteral("listing");
    case Reading: return QStringLiteral("reading");
    case Analysing: return QStringLiteral("analysing");
    case Comparing: return QStringLiteral("comparing");
    case Writing: return QStringLiteral("writing");
    }
    return {};
}

} // namespace

void addPipelineOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("date"), QStringLiteral("Date of articles that state none and have no sibling that does (YYYY-MM-DD)."), QStringLiteral("DATE")},
        {QStringLiteral("threads"), QStringLiteral("How many threads may work; 0, the default, is all cores."), QStringLiteral("N")},
        {QStringLiteral("progress"), QStringLiteral("Say on stderr how far it is.")},
    });
}

PipelineChoice pipelineChoice(const QCommandLineParser &parser)
{
    PipelineChoice choice;
    if (const QString date = parser.value(QStringLiteral("date")); !date.isEmpty()) {
        choice.options.defaultDate = model::NewsDate::fromIsoString(date);
        if (!choice.options.defaultDate)
            choice.complaint = QStringLiteral("\"%1\" is not a date; write YYYY-MM-DD.").arg(date);
    }
    if (const QString threads = parser.value(QStringLiteral("threads")); !threads.isEmpty()) {
        bool isNumber = false;
        choice.options.threads = threads.toInt(&isNumber);
        constexpr int kMostThreads = 1024;
        if (!isNumber || choice.options.threads < 0 || choice.options.threads > kMostThreads)
            choice.complaint = QStringLiteral("--threads wants a number from 0 (all cores) to %1, not \"%2\".").arg(kMostThreads).arg(threads);
    }
    return choice;
}

workspace::ProgressCallback progressOf(const QCommandLineParser &parser, const Console &console)
{
    if (!parser.isSet(QStringLiteral("progress")))
        return {};
    return [&console](const workspace::Progress &progress) {
        console.err.write(QStringLiteral("%1 %2/%3\n").arg(stageName(progress.stage)).arg(progress.done).arg(progress.total).toUtf8());
    };
}

} // namespace variorum::cli
