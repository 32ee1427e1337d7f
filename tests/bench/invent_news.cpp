// Writes a folder of invented news pages, for benches and for looking at a large library in the window.
//
//     variorum-invent-news [--story-size 20] [--seed 1] COUNT FOLDER

#include "support/invented_news.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("story-size"), QStringLiteral("Articles a story, on average."), QStringLiteral("n"), QStringLiteral("20")});
    parser.addOption({QStringLiteral("seed"), QStringLiteral("The same seed gives the same news."), QStringLiteral("n"), QStringLiteral("1")});
    parser.addPositionalArgument(QStringLiteral("COUNT"), QStringLiteral("How many articles."));
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Where; made if it is missing."));
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 2 || !QDir().mkpath(parser.positionalArguments().at(1))) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.helpText()));
        return 1;
    }
    const variorum::tests::InventedNews news(parser.positionalArguments().front().toInt(), parser.value(QStringLiteral("story-size")).toInt(), parser.value(QStringLiteral("seed")).toULongLong());
    const QDir folder(parser.positionalArguments().at(1));
    for (int place = 0; place < news.count(); ++place) {
        const QByteArray page = news.page(place);
        QFile file(folder.filePath(QStringLiteral("%1.html").arg(place, 6, 10, QLatin1Char('0'))));
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size()) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file.fileName()));
            return 1;
        }
    }
    return 0;
}
