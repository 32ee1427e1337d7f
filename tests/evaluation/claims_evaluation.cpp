// variorum-evaluate-claims RESOURCE_DIR STORY_DIR...
//
// How well claims are brought together on a story that the model of pairs has not seen. Method: for each story (a folder
// with articles and a hand-made gold.json) the model is learnt from all others, as variorum-train-claims would, the story
// is compared with it, and the comparison is held against its gold (gold_score.h); beside it the same with a model learnt from all
// stories. The weights of the table comparison_weights, language models and extraction are as installed in both cases.

#include "comparison/knowledge/lexical_knowledge.h"
#include "evaluation/gold_story.h"
#include "model/units.h"
#include "training/claim_examples.h"

#include <QCoreApplication>

#include <cstdio>

using namespace variorum;
using evaluation::GoldStory;
using evaluation::StoryFigures;

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
    if (!weights) {
        std::fputs("the table comparison_weights is damaged\n", stderr);
        return 1;
    }
    std::vector<GoldStory> stories;
    std::vector<std::vector<training::PairExample>> examples;
    for (const QString &folder : arguments.mid(1)) {
        auto story = evaluation::readGoldStory(folder, **pack);
        if (!story) {
            std::fprintf(stderr, "%s\n", qPrintable(base::describe(story.error())));
            return 1;
        }
        stories.push_back(std::move(*story));
        examples.push_back(training::claimExamples(stories.back().articles, stories.back().gold, knowledge, *weights));
    }
    const comparison::PairModel ofAll = training::boostTrees(training::together(examples));
    const auto judge = [&](const GoldStory &story, const comparison::PairModel &pairs, const char *how) {
        const StoryFigures figures = evaluation::figuresOf(story, {knowledge, *weights, pairs, convert});
        evaluation::printFigures(story.name, QLatin1String(how), figures);
        return figures;
    };
    std::vector<StoryFigures> unseen;
    std::vector<StoryFigures> seen;
    for (size_t place = 0; place < stories.size(); ++place) {
        std::vector<std::vector<training::PairExample>> others = examples;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
        unseen.push_back(judge(stories[place], training::boostTrees(training::together(others)), "unseen"));
        seen.push_back(judge(stories[place], ofAll, "learnt from"));
    }
    evaluation::printFigures(QStringLiteral("mean"), QStringLiteral("unseen"), evaluation::meanOf(unseen));
    evaluation::printFigures(QStringLiteral("mean"), QStringLiteral("learnt from"), evaluation::meanOf(seen));
    return 0;
}
