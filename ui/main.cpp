#include "base/error.h"
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
#include <optional>

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
    return static_cast<int>(cli::run(cli::decodeArguments(argc, argv).mid(1), resourceDir()));
}

/// What the command line asks of the window.
struct WindowRequest {
    QStringList paths; ///< absolute
    QString library; ///< absolute
    bool opensLastFolder = false; ///< a library was named and nothing else
    QString theme; ///< may be empty
};

int refuse(const QString &message, cli::ExitCode code)
{
    std::fprintf(stderr, "variorum: %s\n", qPrintable(message));
    return static_cast<int>(code);
}

/// Nothing where it was not understood; then `problem` says why.
std::optional<WindowRequest> readArguments(const QStringList &arguments, QString &problem)
{
    QCommandLineParser parser;
    const QCommandLineOption theme(u"theme"_s, {}, u"name"_s);
    const QCommandLineOption library(u"library"_s, {}, u"file"_s);
    parser.addOptions({theme, library});
    if (!parser.parse(arguments)) {
        problem = parser.errorText();
        return std::nullopt;
    }
    if (const QString name = parser.value(theme); parser.isSet(theme) && ui::themeName(ui::themeFromName(name)) != name) {
        problem = u"There is no theme \"%1\": it is light, dark or system."_s.arg(name);
        return std::nullopt;
    }
    WindowRequest request{.paths = {}, .library = parser.value(library), .opensLastFolder = false, .theme = parser.isSet(theme) ? parser.value(theme) : qEnvironmentVariable("VARIORUM_THEME")};
    for (const QString &path : parser.positionalArguments()) {
        const QFileInfo info(path);
        if (!info.exists()) {
            problem = base::describe({.code = base::ErrorCode::NotFound, .path = path, .detail = {}});
            return std::nullopt;
        }
        if (request.library.isEmpty() && info.isFile() && info.suffix() == "vrm"_L1)
            request.library = path;
        else
            request.paths.append(info.absoluteFilePath());
    }
    request.opensLastFolder = !request.library.isEmpty() && request.paths.isEmpty();
    request.library = request.library.isEmpty() ? library::defaultLibraryPath() : QFileInfo(request.library).absoluteFilePath();
    return request;
}

/// Qt ends the process where it finds no display; this tells first, and what to do instead.
bool hasDisplay()
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

int runWindow(int argc, char **argv, const QStringList &arguments)
{
    QString problem;
    const std::optional<WindowRequest> request = readArguments(arguments, problem);
    if (!request)
        return refuse(problem + " See variorum --help."_L1, cli::ExitCode::Usage);
    if (!hasDisplay())
        return refuse(u"there is no display for the window. Write the comparison to a file instead: variorum compare FOLDER -o FILE.pdf"_s, cli::ExitCode::Failed);
    QApplication application(argc, argv);
    ui::loadResources();
    QApplication::setWindowIcon(QIcon(u":/icons/variorum.svg"_s));
    QTranslator translator; // the person's language, or else English for its plurals
    const QString translations = resourceDir() + "/translations"_L1;
    if (translator.load(QLocale(), u"variorum"_s, u"_"_s, translations) || translator.load(u"variorum_en"_s, translations))
        QCoreApplication::installTranslator(&translator);
    workspace::Workspace workspace({.libraryPath = request->library, .resourceDir = resourceDir(), .pipeline = {}});
    ui::WindowOptions options{.statePath = statePath(), .samplePath = resourceDir() + "/sample"_L1, .systemIsDark = ui::isDark(QApplication::palette()), .theme = {}};
    if (!QFileInfo(options.samplePath).isDir())
        options.samplePath.clear();
    if (!request->theme.isEmpty())
        options.theme = ui::themeFromName(request->theme);
    ui::MainWindow window(workspace, options);
    window.show();
    window.openPaths(request->paths);
    if (request->opensLastFolder)
        workspace.openLastFolder();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"variorum"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VARIORUM_VERSION));
    QStringList arguments;
    for (int place = 0; place < argc; ++place)
        arguments.append(QString::fromLocal8Bit(argv[place]));
    return cli::isCommand(arguments.mid(1)) ? runCommand(argc, argv) : runWindow(argc, argv, arguments);
}
