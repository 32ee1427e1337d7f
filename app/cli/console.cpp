#include "cli/commands.h"

#include <QIODevice>

namespace variorum::cli {

void complain(const Console &console, const QString &text)
{
    console.err.write((QStringLiteral("variorum: ") + text + u'\n').toUtf8());
}

void complain(const Console &console, const base::Error &error)
{
    const QString detail = error.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.detail);
    complain(console, base::describe(error) + detail);
}

std::optional<ExitCode> parseOptions(QCommandLineParser &parser, const Call &call, const QString &usage)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help."));
    parser.addOption(help);
    const bool understood = parser.parse(call.arguments);
    if (parser.isSet(help)) {
        // Qt puts argv[0] into its first line; ours names the subcommand.
        const QString text = parser.helpText();
        const QString body = text.mid(text.indexOf(u'\n') + 1);
        return writeOut(call.console, (QStringLiteral("Usage: variorum ") + usage + u'\n' + body).toUtf8()) ? ExitCode::Done : ExitCode::Failed;
    }
    if (!understood)
        return usageError(call.console, parser.errorText());
    return std::nullopt;
}

ExitCode usageError(const Console &console, const QString &text)
{
    complain(console, text);
    complain(console, QStringLiteral("`variorum --help` lists the commands, `variorum COMMAND --help` its options."));
    return ExitCode::Usage;
}

bool writeOut(const Console &console, const QByteArray &bytes)
{
    if (console.out.write(bytes) == bytes.size())
        return true;
    complain(console, QStringLiteral("The output could not be written. (%1)").arg(console.out.errorString()));
    return false;
}

ExitCode outcomeOf(const InputTally &tally)
{
    if (tally.notRead == 0 && tally.inPart == 0)
        return ExitCode::Done;
    return tally.notRead >= tally.inputs ? ExitCode::Failed : ExitCode::SomeInputsFailed;
}

} // namespace variorum::cli
