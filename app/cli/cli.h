#pragma once

#include <QStringList>

class QIODevice;

namespace variorum::cli {

enum class ExitCode { Done = 0, Failed = 1, Usage = 2, SomeInputsFailed = 3 };

/// What main() was given, as text. Bytes that are not UTF-8 become lone surrogates, so that run() can open what they name.
[[nodiscard]] QStringList decodeArguments(int count, const char *const *arguments);

/// Is the first argument one of the subcommands (or --help, --version), so that no window is wanted?
[[nodiscard]] bool isCommand(const QStringList &arguments);

/// Runs `variorum SUBCOMMAND ...`; arguments without the program's name. Writes to stdout and stderr. Needs a
/// QCoreApplication, no display.
[[nodiscard]] ExitCode run(const QStringList &arguments, const QString &resourceDir);

/// Where a command writes: results to `out`, messages and progress to `err`. Both are open for writing and outlive
/// the call.
struct Console {
    QIODevice &out;
    QIODevice &err;
};

/// The same, writing where it is told.
[[nodiscard]] ExitCode run(const QStringList &arguments, const QString &resourceDir, const Console &console);

} // namespace variorum::cli
