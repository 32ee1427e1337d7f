#include "cli/argument_names.h"
#include "cli/commands.h"
#include "cli/pipeline_options.h"
#include "language/language_pack.h"
#include "library/library.h"
#include "library/snapshots.h"
#include "workspace/import.h"

#include <QDateTime>
#include <QSet>

namespace variorum::cli {

namespace {

QString summary(const workspace::ImportReport &report, const InputTally &tally)
{
    return QStringLiteral("%1: %2 files, %3 added, %4 changed, %5 unchanged, %6 missing, %7 ignored, %8 analysed, %9 not read, %10 read in part, %11 passed over\n")
        .arg(report.folder)
        .arg(report.files)
        .arg(report.added)
        .arg(report.changed)
        .arg(report.unchanged)
        .arg(report.missing)
        .arg(report.ignored)
        .arg(report.analysed)
        .arg(tally.notRead)
        .arg(tally.inPart)
        .arg(report.passedOver);
}

/// Files that a problem is told of, by what was made of them: nothing readable, or a part.
InputTally tallyOf(const workspace::ImportReport &report)
{
    QSet<QString> notRead;
    QSet<QString> inPart;
    for (const base::Error &problem : report.problems) {
        const auto outcome = report.outcomes.find(problem.path);
        if (outcome == report.outcomes.end() || outcome->second == model::ReadOutcome::NotRead)
            notRead.insert(problem.path);
        else if (outcome->second == model::ReadOutcome::Partly)
            inPart.insert(problem.path);
    }
    return {.inputs = report.files - report.passedOver, .notRead = notRead.size(), .inPart = inPart.size()};
}

ExitCode importInto(const Call &call, const QString &folder, const QString &libraryPath, const workspace::PipelineOptions &options, const workspace::ImportEvents &events)
{
    const auto failed = [&call](const base::Error &error) {
        complain(call.console, error);
        return ExitCode::Failed;
    };
    const auto opened = library::Library::open(libraryPath);
    if (!opened)
        return failed(opened.error());
    const auto pack = language::LanguagePack::load(call.resourceDir);
    if (!pack)
        return failed(pack.error());
    const auto folders = (*opened)->folders();
    if (folders && !folders->isEmpty() && library::changedSinceSnapshot(libraryPath)) {
        if (const auto taken = library::takeSnapshot(libraryPath, {}, QDateTime::currentDateTimeUtc(), {}, library::SnapshotReason::Opening); !taken)
            complain(call.console, taken.error()); // no reason not to import
    }
    const auto report = workspace::importFolder(**opened, nativeName(folder), **pack, options, events);
    if (!report)
        return failed(report.error());
    for (const base::Error &problem : report->problems)
        complain(call.console, problem);
    for (const base::Error &note : report->notes)
        complain(call.console, note);
    for (const auto &[copy, first] : report->duplicates)
        complain(call.console, QStringLiteral("%1 has the same bytes as %2.").arg(copy, first));
    if (report->notStored)
        return failed(*report->notStored);
    const InputTally tally = tallyOf(*report);
    if (!writeOut(call.console, summary(*report, tally).toUtf8()))
        return ExitCode::Failed;
    return outcomeOf(tally);
}

} // namespace

ExitCode importCommand(const Call &call)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Brings a library up to date with a folder of articles. The folder is only read."));
    const QCommandLineOption libraryOption(QStringLiteral("library"), QStringLiteral("The library's file; made where there is none. Without it, the one that the window uses."), QStringLiteral("FILE"));
    parser.addOption(libraryOption);
    addPipelineOptions(parser);
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("The folder of articles."));
    if (const auto over = parseOptions(parser, call, QStringLiteral("import [OPTIONS] FOLDER")))
        return *over;
    const QStringList folders = parser.positionalArguments();
    if (folders.size() != 1)
        return usageError(call.console, QStringLiteral("import: name one folder."));
    const PipelineChoice choice = pipelineChoice(parser);
    if (!choice.complaint.isEmpty())
        return usageError(call.console, QStringLiteral("import: ") + choice.complaint);
    const QString libraryPath = parser.isSet(libraryOption) ? parser.value(libraryOption) : library::defaultLibraryPath();
    workspace::ImportEvents events;
    events.compared = [](const model::Comparison &) {}; // kept in the library
    events.progress = progressOf(parser, call.console);
    return importInto(call, folders.first(), libraryPath, choice.options, events);
}

} // namespace variorum::cli
