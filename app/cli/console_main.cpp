// The subcommands alone, without a window: for machines without a display's libraries, and for measuring.

#include "cli/cli.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("variorum"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VARIORUM_VERSION));
    const QString resourceDir = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/variorum");
    return static_cast<int>(variorum::cli::run(variorum::cli::decodeArguments(argc, argv).mid(1), resourceDir));
}
