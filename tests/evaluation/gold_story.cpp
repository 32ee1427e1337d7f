#include "evaluation/gold_story.h"

#include "workspace/pipeline.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace variorum::evaluation {

const QStringList &storyFigureNames()
{
    static const QStringList kNames = {QStringLiteral("claim-recall"), QStringLiteral("claim-precision"), QStringLiteral("claim-f1"), QStringLiteral("divergence-recall"),
                                       QStringLiteral("conflict-recall"), QStringLiteral("conflict-precision")};
    return kNames;
}

base::Result<GoldStory> readGoldStory(const QString &folder, const language::LanguagePack &pack)
{
    QFile gold(folder + QStringLiteral("/gold.json"));
    if (!gold.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::NotFound, gold.fileName(), gold.errorString()};
    auto articles = workspace::analyseFolder(QFile::encodeName(folder), pack);
    if (!articles)
        return articles.error();
    return GoldStory{QDir(folder).dirName(), std::move(*articles), gold.readAll()};
}

StoryFigures figuresOf(const GoldStory &story, const comparison::ComparisonTools &tools)
{
    const GoldReport report = scoreAgainstGold(comparison::compareWith(story.articles, tools), story.gold);
    StoryFigures figures;
    for (const QString &name : storyFigureNames()) {
        const auto figure = std::find_if(report.figures.begin(), report.figures.end(), [&name](const Figure &each) { return each.name == name; });
        figures.push_back(figure == report.figures.end() ? std::nullopt : figure->value);
    }
    return figures;
}

StoryFigures meanOf(const std::vector<StoryFigures> &stories)
{
    StoryFigures means;
    for (size_t column = 0; column < static_cast<size_t>(storyFigureNames().size()); ++column) {
        double sum = 0;
        int count = 0;
        for (const StoryFigures &story : stories) {
            sum += story[column].value_or(0.0);
            count += story[column] ? 1 : 0;
        }
        means.push_back(count > 0 ? std::optional(sum / count) : std::nullopt);
    }
    return means;
}

void printFigures(const QString &name, const QString &how, const StoryFigures &figures)
{
    std::printf("%-20s %-28s", qPrintable(name), qPrintable(how));
    for (size_t column = 0; column < figures.size(); ++column)
        std::printf(" %s %s", qPrintable(storyFigureNames().at(static_cast<qsizetype>(column))), figures[column] ? qPrintable(QString::number(*figures[column], 'f', 3)) : "  -  ");
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace variorum::evaluation
