#include "cli/commands.h"
#include "cli/input_files.h"
#include "report/json/annotation_json.h"

namespace variorum::cli {

ExitCode readCommand(const Call &call)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes what each file holds, one JSON object a line."));
    const QCommandLineOption plain(QStringLiteral("plain"), QStringLiteral("Take the file's characters as the text: remove nothing."));
    parser.addOption(plain);
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A file with articles: HTML, text, Markdown, e-mail, PDF, DOCX, ODT, RTF, WARC or ZIP."));
    if (const auto over = parseOptions(parser, call, QStringLiteral("read [OPTIONS] FILE...")))
        return *over;
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return usageError(call.console, QStringLiteral("read: name at least one file."));

    reading::ReadOptions options;
    options.plain = parser.isSet(plain);
    InputTally tally;
    for (const QString &file : files) {
        const std::vector<model::Article> parts = readInput(file, options, call.console);
        count(tally, parts);
        for (const model::Article &part : parts) {
            if (!writeOut(call.console, report::writeArticleLine(part)))
                return ExitCode::Failed;
        }
    }
    return outcomeOf(tally);
}

} // namespace variorum::cli
