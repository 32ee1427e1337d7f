#pragma once

#include "base/error.h"
#include "cli/cli.h"

#include <QCommandLineParser>
#include <optional>

namespace variorum::cli {

/// What every subcommand is given.
struct Call {
    QStringList arguments; ///< with the program's name in place of the subcommand's, as QCommandLineParser wants it
    QString resourceDir;
    const Console &console;
};

[[nodiscard]] ExitCode readCommand(const Call &call);
[[nodiscard]] ExitCode annotateCommand(const Call &call);
[[nodiscard]] ExitCode compareCommand(const Call &call);
[[nodiscard]] ExitCode importCommand(const Call &call);
[[nodiscard]] ExitCode exportCommand(const Call &call);
[[nodiscard]] ExitCode checkCommand(const Call &call);

/// One line to `err`: "variorum: " and the text.
void complain(const Console &console, const QString &text);
/// What happened and what to do, with the system's own words where there are any.
void complain(const Console &console, const base::Error &error);

/// A subcommand's own --help is answered and a wrong option complained of; then the exit code is there and the
/// command is over. `usage` is the line after "Usage: variorum ".
[[nodiscard]] std::optional<ExitCode> parseOptions(QCommandLineParser &parser, const Call &call, const QString &usage);

/// Complains that the command line cannot be used and says where help is.
ExitCode usageError(const Console &console, const QString &text);

/// Writes all of it or says why not.
[[nodiscard]] bool writeOut(const Console &console, const QByteArray &bytes);

/// How the inputs fared; the exit code of every subcommand comes from this.
struct InputTally {
    qsizetype inputs = 0;
    qsizetype notRead = 0; ///< nothing of them
    qsizetype inPart = 0;
};

/// Done where all was read (or there was nothing to read), whatever warnings there were; Failed where nothing was; else SomeInputsFailed.
[[nodiscard]] ExitCode outcomeOf(const InputTally &tally);

} // namespace variorum::cli
