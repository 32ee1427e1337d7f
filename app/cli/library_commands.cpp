#include "cli/argument_names.h"
#include "cli/commands.h"
#include "library/inspection.h"
#include "library/recovery.h"

#include <QFileInfo>
#include <QSaveFile>

namespace variorum::cli {

namespace {

ExitCode failed(const Call &call, const base::Error &error)
{
    complain(call.console, error);
    return ExitCode::Failed;
}

ExitCode exportTo(const Call &call, const QString &library, const QString &output)
{
    if (output == QLatin1String("-")) {
        const auto done = library::exportJson(library, [&call](const QByteArray &bytes) { return call.console.out.write(bytes) == bytes.size(); });
        return done ? ExitCode::Done : failed(call, done.error());
    }
    QSaveFile file(output);
    if (!file.open(QIODevice::WriteOnly))
        return failed(call, {.code = base::ErrorCode::WriteFailed, .path = output, .detail = file.errorString()});
    const auto done = library::exportJson(library, [&file](const QByteArray &bytes) { return file.write(bytes) == bytes.size(); });
    if (!done)
        return failed(call, done.error().path.isEmpty() ? base::Error{.code = done.error().code, .path = output, .detail = file.errorString()} : done.error());
    return file.commit() ? ExitCode::Done : failed(call, {.code = base::ErrorCode::WriteFailed, .path = output, .detail = file.errorString()});
}

QString textOf(const library::CheckReport &report, const QString &path)
{
    QString text = QStringLiteral("%1: schema %2, %3\n").arg(path).arg(report.schema).arg(report.findings.isEmpty() ? QStringLiteral("whole") : QStringLiteral("damaged"));
    for (const auto &[table, rows] : report.counts)
        text += QStringLiteral("  %1 %2\n").arg(rows, 10).arg(table);
    for (const QString &finding : report.findings)
        text += QStringLiteral("  wrong: %1\n").arg(finding.simplified());
    text += QStringLiteral("  snapshots: %1%2\n").arg(report.snapshots.size()).arg(report.snapshots.empty() ? QString() : QStringLiteral(", the newest of %1").arg(report.snapshots.front().made.toString(Qt::ISODate)));
    if (report.newestGood)
        text += QStringLiteral("  newest good snapshot: %1\n").arg(report.newestGood->path);
    return text;
}

ExitCode salvageTo(const Call &call, const QString &path, const QString &target)
{
    const auto report = library::salvage(path, target);
    if (!report)
        return failed(call, report.error());
    const QString text = QStringLiteral("%1: %2 articles, %3 versions, %4 corrections, %5 judgements, notes and marks brought over; %6 rows could not be read\n")
                             .arg(target)
                             .arg(report->articles)
                             .arg(report->versions)
                             .arg(report->edits)
                             .arg(report->works)
                             .arg(report->lost);
    if (!writeOut(call.console, text.toUtf8()))
        return ExitCode::Failed;
    return report->lost == 0 ? ExitCode::Done : ExitCode::SomeInputsFailed;
}

ExitCode restore(const Call &call, const QString &path)
{
    const auto snapshot = library::newestGoodSnapshot(path);
    if (!snapshot)
        return failed(call, {.code = base::ErrorCode::NotFound, .path = path + QStringLiteral(".snapshots"), .detail = QStringLiteral("no good snapshot")});
    const auto kept = library::restoreSnapshot(path, *snapshot);
    if (!kept)
        return failed(call, kept.error());
    return writeOut(call.console, QStringLiteral("%1: as of %2; what was there is kept as %3\n").arg(path, snapshot->made.toString(Qt::ISODate), *kept).toUtf8()) ? ExitCode::Done : ExitCode::Failed;
}

} // namespace

ExitCode exportCommand(const Call &call)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes all that a library holds: articles, what was found in them, and your own work. The library is only read."));
    parser.addOptions({
        {{QStringLiteral("o"), QStringLiteral("output")}, QStringLiteral("Where to write; - (as without it) is the standard output."), QStringLiteral("FILE"), QStringLiteral("-")},
        {QStringLiteral("format"), QStringLiteral("json, the only one."), QStringLiteral("FORMAT"), QStringLiteral("json")},
    });
    parser.addPositionalArgument(QStringLiteral("LIBRARY"), QStringLiteral("The library's file."));
    if (const auto over = parseOptions(parser, call, QStringLiteral("export [OPTIONS] LIBRARY")))
        return *over;
    const QStringList libraries = parser.positionalArguments();
    const QString output = parser.value(QStringLiteral("output"));
    if (libraries.size() != 1)
        return usageError(call.console, QStringLiteral("export: name one library."));
    if (parser.value(QStringLiteral("format")) != QLatin1String("json"))
        return usageError(call.console, QStringLiteral("export: \"%1\" is no format that is written; json is.").arg(parser.value(QStringLiteral("format"))));
    if (QFileInfo(output).exists() && QFileInfo(output) == QFileInfo(libraries.first()))
        return usageError(call.console, QStringLiteral("export: %1 is the library itself; name another file.").arg(output));
    return exportTo(call, libraries.first(), output);
}

ExitCode checkCommand(const Call &call)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Verifies a library and says what is in it. Without an option it is only read. Exit code 1 where something is wrong."));
    parser.addOptions({
        {QStringLiteral("salvage"), QStringLiteral("Bring all that can still be read over into a new library."), QStringLiteral("NEW")},
        {QStringLiteral("restore"), QStringLiteral("Put the newest good snapshot in its place; what is there is kept beside it.")},
    });
    parser.addPositionalArgument(QStringLiteral("LIBRARY"), QStringLiteral("The library's file."));
    if (const auto over = parseOptions(parser, call, QStringLiteral("check [OPTIONS] LIBRARY")))
        return *over;
    const QStringList libraries = parser.positionalArguments();
    if (libraries.size() != 1 || (parser.isSet(QStringLiteral("salvage")) && parser.isSet(QStringLiteral("restore"))))
        return usageError(call.console, QStringLiteral("check: name one library, and at most one of --salvage and --restore."));
    if (parser.isSet(QStringLiteral("salvage")))
        return salvageTo(call, libraries.first(), parser.value(QStringLiteral("salvage")));
    if (parser.isSet(QStringLiteral("restore")))
        return restore(call, libraries.first());
    const auto report = library::checkLibrary(libraries.first());
    if (!report)
        return failed(call, report.error());
    if (!writeOut(call.console, textOf(*report, libraries.first()).toUtf8()))
        return ExitCode::Failed;
    return report->findings.isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace variorum::cli
