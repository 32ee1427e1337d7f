// variorum-evaluate-claims RESOURCE_DIR STORY_DIR...
//
// How well claims are brought together on a story that the model of pairs has not seen. Method: for each story (a folder
// with articles and a hand-made gold.json) the model is learnt from all others, as variorum-train-claims would, the story
// is compared with it, and the comparison is held against its gold (gold_score.h); beside it the same with a model learnt from all
// stories. The weights of the table comparison_weights, language models and extraction are as installed in both cases.

#include "comparison/knowledge/lexical_knowledge.h"
#include "evaluation/gold_score.h"
#include "language/language_pack.h"
#include "model/units.h"
#include "training/claim_examples.h"
#include "workspace/pipeline.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

namespace {

using namespace variorum;

struct StoryToJudge {
    QString name;
    std::vector<model::AnalysedArticle> articles;
    QByteArray gold;
};

const QStringList kFigures = {QStringLiteral("claim-recall"), QStringLiteral("claim-precision"), QStringLiteral("claim-f1"), QStringLiteral("divergence-recall"),
                              QStringLiteral("conflict-recall"), QStringLiteral("conflict-precision")};

/// Prints the story's figures and gives them; absent ones as -1.
std::vector<double> judge(const StoryToJudge &story, const comparison::ComparisonTools &tools, const char *how)
{
    const evaluation::GoldReport report = evaluation::scoreAgainstGold(comparison::compareWith(story.articles, tools), story.gold);
    std::vector<double> values;
    std::printf("%-20s %-10s", qPrintable(story.name), how);
    for (const QString &name : kFigures) {
        const auto figure = std::find_if(report.figures.begin(), report.figures.end(), [&name](const evaluation::Figure &each) { return each.name == name; });
        values.push_back(figure != report.figures.end() && figure->value ? *figure->value : -1.0);
        std::printf(" %s %.3f", qPrintable(name), values.back());
    }
    std::printf("\n");
    return values;
}

void printMeans(const std::vector<std::vector<double>> &rows, const char *how)
{
    std::printf("%-20s %-10s", "mean", how);
    for (qsizetype column = 0; column < kFigures.size(); ++column) {
        double sum = 0;
        int count = 0;
        for (const std::vector<double> &row : rows) {
            const double value = row[static_cast<size_t>(column)];
            sum += std::max(0.0, value);
            count += value >= 0 ? 1 : 0;
        }
        std::printf(" %s %.3f", qPrintable(kFigures[column]), count > 0 ? sum / count : -1.0);
    }
    std::printf("\n");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() < 3) {
        std::fputs("usage: variorum-evaluate-claims RESOURCE_DIR STORY_DIR STORY_DIR...\n", stderr);
        return 2;
    }
    const auto pack = language::LanguagePack::load(arguments.at(0));
    if (!pack) {
        std::fprintf(stderr, "%s\n", qPrintable(base::describe(pack.error())));
        return 1;
    }
    const auto weights = comparison::readWeights([&pack](QStringView key) { return pack.value()->wordLists().value(u"comparison_weights", key); });
    const comparison::LexiconKnowledge knowledge(pack.value()->lexicon(), pack.value()->wordLists(), pack.value()->wordVectors());
    const comparison::UnitConverter convert = [](double value, const QString &from, const QString &to) { return model::convertUnit(value, from, to); };
    std::vector<StoryToJudge> stories;
    std::vector<std::vector<training::PairExample>> examples;
    for (const QString &folder : arguments.mid(1)) {
        QFile gold(folder + QStringLiteral("/gold.json"));
        const auto articles = workspace::analyseFolder(QFile::encodeName(folder), **pack);
        if (!weights || !articles || !gold.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(folder));
            return 1;
        }
        stories.push_back({QDir(folder).dirName(), *articles, gold.readAll()});
        examples.push_back(training::claimExamples(stories.back().articles, stories.back().gold, knowledge, *weights));
    }
    const comparison::PairModel ofAll = training::boostTrees(training::together(examples));
    std::vector<std::vector<double>> unseen;
    std::vector<std::vector<double>> seen;
    for (size_t place = 0; place < stories.size(); ++place) {
        std::vector<std::vector<training::PairExample>> others = examples;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
        const comparison::PairModel ofOthers = training::boostTrees(training::together(others));
        unseen.push_back(judge(stories[place], {knowledge, *weights, ofOthers, convert}, "unseen"));
        seen.push_back(judge(stories[place], {knowledge, *weights, ofAll, convert}, "learnt from"));
    }
    printMeans(unseen, "unseen");
    printMeans(seen, "learnt from");
    return 0;
}
