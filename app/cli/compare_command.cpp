#include "cli/argument_names.h"
#include "cli/commands.h"
#include "cli/pipeline_options.h"
#include "language/language_pack.h"
#include "reading/read_file.h"
#include "report/report.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace variorum::cli {

namespace {

enum class Format { Json, Pdf };

struct CompareOptions {
    QString folder;
    QString output; ///< "-" is stdout
    Format format = Format::Json;
    workspace::PipelineOptions pipeline;
    QDateTime made;
    workspace::ProgressCallback progress;
};

/// The format that is named, or else that the file's ending means.
std::optional<Format> formatOf(const QString &named, const QString &output)
{
    const QString name = !named.isEmpty() ? named.toLower() : output == QLatin1String("-") ? QStringLiteral("json") : QFileInfo(output).suffix().toLower();
    if (name == QLatin1String("json"))
        return Format::Json;
    if (name == QLatin1String("pdf"))
        return Format::Pdf;
    return std::nullopt;
}

/// A file in the folder that is not an earlier output of ours is somebody's article: it is never written over.
bool wouldOverwriteInput(const CompareOptions &options)
{
    const QFileInfo target(options.output);
    if (options.output == QLatin1String("-") || !target.exists())
        return false;
    const QString folder = QFileInfo(options.folder).canonicalFilePath();
    const QString file = target.canonicalFilePath();
    if (file != folder && !file.startsWith(folder + u'/'))
        return false;
    QFile existing(file);
    if (!existing.open(QIODevice::ReadOnly))
        return true;
    constexpr qint64 kEnoughBytes = 64;
    const QByteArray start = existing.read(kEnoughBytes);
    const bool isOurs = options.format == Format::Pdf ? start.startsWith("%PDF-") : start.contains("\"format\": \"variorum-comparison\"");
    return !isOurs;
}

/// https://reproducible-builds.org/specs/source-date-epoch/ before the clock.
QDateTime reportDate(const QString &named)
{
    if (!named.isEmpty())
        return QDateTime(QDate::fromString(named, Qt::ISODate), QTime(0, 0), Qt::UTC);
    bool isNumber = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    return isNumber ? QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC) : QDateTime::currentDateTime();
}

base::Result<QByteArray> document(const model::Comparison &comparison, const CompareOptions &options)
{
    if (options.format == Format::Json)
        return report::writeJson(comparison);
    const report::ReportOptions report{.title = {}, .made = options.made, .folderLabel = QDir(QFileInfo(shownName(options.folder)).absoluteFilePath()).dirName()};
    const auto tell = [&options](int done, int total) {
        if (options.progress)
            options.progress({.stage = workspace::Progress::Stage::Writing, .done = done, .total = total, .failed = 0, .current = {}});
    };
    return report::writePdf(comparison, report, tell);
}

ExitCode compareAndWrite(const Call &call, const CompareOptions &options)
{
    const auto failed = [&call](const base::Error &error) {
        complain(call.console, error);
        return ExitCode::Failed;
    };
    const auto listing = reading::listFolder(nativeName(options.folder)); // before the language is loaded: a wrong name is told at once
    if (!listing)
        return failed(listing.error());
    const auto pack = language::LanguagePack::load(call.resourceDir);
    if (!pack)
        return failed(pack.error());
    std::vector<base::Error> passedOver;
    const auto comparison = workspace::compareFolder(nativeName(options.folder), **pack, options.pipeline, options.progress, {}, &passedOver);
    for (const base::Error &note : passedOver)
        complain(call.console, note);
    if (!comparison)
        return failed(comparison.error());
    for (const base::Error &problem : listing->skipped) // could not even be looked at: in no comparison, and inputs all the same
        complain(call.console, problem);
    const qsizetype skipped = std::ssize(listing->skipped);
    InputTally tally{.inputs = std::ssize(comparison->articles) + skipped, .notRead = skipped, .inPart = 0};
    for (const model::Article &article : comparison->articles) {
        tally.notRead += article.outcome == model::ReadOutcome::NotRead ? 1 : 0;
        tally.inPart += article.outcome == model::ReadOutcome::Partly ? 1 : 0;
        for (const base::Error &problem : article.problems)
            complain(call.console, problem);
        if (const auto note = model::whyNotCompared(article); note && std::ranges::find(article.problems, note->code, &base::Error::code) == article.problems.end())
            complain(call.console, *note);
    }
    const auto bytes = document(*comparison, options);
    if (!bytes)
        return failed(bytes.error());
    if (options.output == QLatin1String("-"))
        return writeOut(call.console, *bytes) ? outcomeOf(tally) : ExitCode::Failed;
    if (const auto saved = report::saveFile(options.output, *bytes); !saved)
        return failed(saved.error());
    return outcomeOf(tally);
}

/// What stands on the command line, or what is wrong with it.
struct Reading {
    CompareOptions options;
    QString complaint;
};

Reading readOptions(const QCommandLineParser &parser)
{
    Reading reading;
    CompareOptions &options = reading.options;
    const QStringList folders = parser.positionalArguments();
    options.output = parser.value(QStringLiteral("output"));
    if (folders.size() != 1 || options.output.isEmpty()) {
        reading.complaint = QStringLiteral("compare: name one folder, and with -o the file to write.");
        return reading;
    }
    options.folder = folders.first();
    const auto format = formatOf(parser.value(QStringLiteral("format")), options.output);
    if (!format) {
        reading.complaint = QStringLiteral("compare: \"%1\" is no format that is written; name a file that ends in .pdf or .json.").arg(options.output);
        return reading;
    }
    options.format = *format;
    const QString made = parser.value(QStringLiteral("report-date"));
    options.made = reportDate(made);
    if (!made.isEmpty() && !options.made.isValid())
        reading.complaint = QStringLiteral("compare: \"%1\" is not a date; write YYYY-MM-DD.").arg(made);
    const PipelineChoice choice = pipelineChoice(parser);
    options.pipeline = choice.options;
    if (!choice.complaint.isEmpty())
        reading.complaint = QStringLiteral("compare: ") + choice.complaint;
    return reading;
}

} // namespace

ExitCode compareCommand(const Call &call)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Compares the articles of a folder and writes where they differ. The folder is only read."));
    parser.addOptions({
        {{QStringLiteral("o"), QStringLiteral("output")}, QStringLiteral("Where to write; .pdf or .json tells the format, - is the standard output."), QStringLiteral("FILE")},
        {QStringLiteral("format"), QStringLiteral("pdf or json, whatever the file is called."), QStringLiteral("FORMAT")},
        {QStringLiteral("report-date"), QStringLiteral("Date that the report bears (YYYY-MM-DD); else SOURCE_DATE_EPOCH, else now."), QStringLiteral("DATE")},
    });
    addPipelineOptions(parser);
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("The folder of articles."));
    if (const auto over = parseOptions(parser, call, QStringLiteral("compare [OPTIONS] FOLDER -o FILE")))
        return *over;
    Reading reading = readOptions(parser);
    reading.options.progress = progressOf(parser, call.console);
    if (!reading.complaint.isEmpty())
        return usageError(call.console, reading.complaint);
    if (wouldOverwriteInput(reading.options))
        return usageError(call.console, QStringLiteral("compare: %1 is one of the folder's own files; name another.").arg(reading.options.output));
    return compareAndWrite(call, reading.options);
}

} // namespace variorum::cli
