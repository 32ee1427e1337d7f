#include "cli/cli.h"
#include "library/library.h"
#include "ui/main_window.h"
#include "ui/widgets/icons.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace variorum;

/// share/variorum beside the program's own folder: in the build tree and installed alike.
QString resourceDir() { return QDir::cleanPath(QCoreApplication::applicationDirPath() + "/../share/variorum"_L1); }

/// XDG_STATE_HOME/variorum/window.ini; Qt 6.4 has no standard path for it.
QString statePath()
{
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    const QString folder = QDir::isAbsolutePath(set) ? set : QDir::homePath() + "/.local/state"_L1;
    return folder + "/variorum/window.ini"_L1;
}

int runCommand(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return static_cast<int>(cli::run(QCoreApplication::arguments().mid(1), resourceDir()));
}

int runWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::loadResources();
    QApplication::setWindowIcon(QIcon(u":/icons/variorum.svg"_s));
    QTranslator translator; // the person's language, or else English for its plurals
    const QString translations = resourceDir() + "/translations"_L1;
    if (translator.load(QLocale(), u"variorum"_s, u"_"_s, translations) || translator.load(u"variorum_en"_s, translations))
        QCoreApplication::installTranslator(&translator);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, QCoreApplication::translate("main", "Folder or files to open"), u"[FOLDER|FILE...]"_s);
    const QCommandLineOption theme(u"theme"_s, QCoreApplication::translate("main", "light, dark or system"), u"name"_s);
    const QCommandLineOption library(u"library"_s, QCoreApplication::translate("main", "Library file to use"), u"file"_s);
    parser.addOptions({theme, library});
    if (!parser.parse(QCoreApplication::arguments())) {
        std::fprintf(stderr, "variorum: %s\n", qPrintable(parser.errorText()));
        return static_cast<int>(cli::ExitCode::Usage);
    }
    workspace::Workspace workspace({.libraryPath = parser.isSet(library) ? QFileInfo(parser.value(library)).absoluteFilePath() : library::defaultLibraryPath(),
                                    .resourceDir = resourceDir(),
                                    .pipeline = {}});
    ui::WindowOptions options{.statePath = statePath(), .samplePath = resourceDir() + "/sample"_L1, .systemIsDark = ui::isDark(QApplication::palette()), .theme = {}};
    if (!QFileInfo(options.samplePath).isDir())
        options.samplePath.clear();
    const QString themeName = parser.isSet(theme) ? parser.value(theme) : qEnvironmentVariable("VARIORUM_THEME");
    if (!themeName.isEmpty())
        options.theme = ui::themeFromName(themeName);
    ui::MainWindow window(workspace, options);
    window.show();
    QStringList paths;
    for (const QString &path : parser.positionalArguments())
        paths.append(QFileInfo(path).absoluteFilePath());
    window.openPaths(paths);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"variorum"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VARIORUM_VERSION));
    QStringList arguments;
    for (int place = 1; place < argc; ++place)
        arguments.append(QString::fromLocal8Bit(argv[place]));
    return cli::isCommand(arguments) ? runCommand(argc, argv) : runWindow(argc, argv);
}
