#include "cli/cli.h"

#include "cli/commands.h"

#include <QFile>

#include <array>
#include <cstdio>

namespace variorum::cli {

namespace {

struct Subcommand {
    const char *name;
    const char *summary;
    ExitCode (*run)(const Call &call);
};

constexpr auto kSubcommands = std::to_array<Subcommand>({
    {"compare", "compare the articles of a folder; write PDF or JSON", compareCommand},
    {"import", "bring a library up to date with a folder", importCommand},
    {"export", "write all that a library holds as JSON", exportCommand},
    {"check", "verify a library; salvage a damaged one", checkCommand},
    {"read", "say what each file holds: text, outlet, dates ... (JSON Lines)", readCommand},
    {"annotate", "the same with sentences, names, times, statements (JSON Lines or CoNLL-U)", annotateCommand},
});

QByteArray helpText()
{
    QByteArray text = "Usage: variorum [FOLDER | LIBRARY.vrm]\n"
                      "       variorum COMMAND [OPTIONS] ...\n"
                      "\n"
                      "Opens a folder of news articles and shows where they differ. Nothing leaves this machine.\n"
                      "\n"
                      "Commands (no display needed; `variorum COMMAND --help` lists the options):\n";
    for (const Subcommand &command : kSubcommands)
        text += "  " + QByteArray(command.name).leftJustified(10) + command.summary + '\n';
    text += "\n"
            "  -h, --help     this text\n"
            "  --version      the version\n"
            "\n"
            "Exit codes, of every command alike:\n"
            "  0  done; every input was read, though there may be warnings\n"
            "  1  failed, or no input could be read\n"
            "  2  the command line was not understood\n"
            "  3  done, but an input was not read, or only in part\n";
    return text;
}

const Subcommand *subcommandNamed(const QString &name)
{
    for (const Subcommand &command : kSubcommands) {
        if (name == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

bool isHelp(const QString &argument)
{
    return argument == QLatin1String("--help") || argument == QLatin1String("-h");
}

bool isVersion(const QString &argument)
{
    return argument == QLatin1String("--version") || argument == QLatin1String("-v");
}

} // namespace

bool isCommand(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString &first = arguments.first();
    return subcommandNamed(first) != nullptr || isHelp(first) || isVersion(first);
}

ExitCode run(const QStringList &arguments, const QString &resourceDir, const Console &console)
{
    if (arguments.isEmpty() || isHelp(arguments.first()))
        return writeOut(console, helpText()) ? ExitCode::Done : ExitCode::Failed;
    if (isVersion(arguments.first()))
        return writeOut(console, "variorum " VARIORUM_VERSION "\n") ? ExitCode::Done : ExitCode::Failed;
    const Subcommand *command = subcommandNamed(arguments.first());
    if (!command)
        return usageError(console, QStringLiteral("There is no command \"%1\".").arg(arguments.first()));
    QStringList forParser = arguments;
    forParser.first() = QStringLiteral("variorum");
    return command->run({.arguments = forParser, .resourceDir = resourceDir, .console = console});
}

ExitCode run(const QStringList &arguments, const QString &resourceDir)
{
    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return ExitCode::Failed;
    const Console console{.out = out, .err = err};
    const ExitCode code = run(arguments, resourceDir, console);
    if (out.flush() && std::fflush(stdout) == 0)
        return code;
    complain(console, QStringLiteral("The output could not be written. (%1)").arg(out.errorString()));
    return ExitCode::Failed;
}

} // namespace variorum::cli
