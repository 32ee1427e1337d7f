// variorum-evaluate-ablations RESOURCE_DIR STORY_DIR STORY_DIR...
//
// What each main idea of comparison is worth: one at a time is switched off, and the stories (folders with a hand-made
// gold.json) are compared and scored without it. Method: for each story the model of pairs is learnt from all others, with the idea
// switched off there, too, so that the model may make up for it as far as it can; gold_score.h says what is counted. The weights
// of the table comparison_weights stay as they are, but for the one an idea is switched off by. "plain threshold" has no model: two
// statements are as likely one claim as their alignment is good, from the threshold on that is best on the other stories.
// The figures do not show all that an idea is for: same words prove what differs in reprints (mutation_test), origins tell how
// many sources a claim has, and both may stand still here.

#include "comparison/knowledge/lexical_knowledge.h"
#include "evaluation/gold_story.h"
#include "evaluation/sentence_statements.h"
#include "model/units.h"
#include "training/claim_examples.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <cstdio>
#include <functional>

namespace {

using namespace variorum;
using comparison::PairFeature;
using comparison::PairModel;
using evaluation::GoldStory;
using evaluation::StoryFigures;

/// Knows which words are names of people or things, and which report, but of no two words that they mean the same.
class NoSynonyms final : public comparison::LexicalKnowledge {
public:
    explicit NoSynonyms(const LexicalKnowledge &all) : m_all(all) {}

    std::vector<language::SynsetId> senses(QStringView, language::WordClass, int) const override { return {}; }
    bool areSynonyms(QStringView one, QStringView other, language::WordClass) const override { return one == other; }
    bool areDerived(QStringView, language::WordClass, QStringView, language::WordClass) const override { return false; }
    bool areRelated(QStringView, language::WordClass, QStringView, language::WordClass) const override { return false; }
    bool areAntonyms(QStringView, QStringView, language::WordClass) const override { return false; }
    bool isHypernym(QStringView, QStringView, language::WordClass, int) const override { return false; }
    bool isKindOf(QStringView noun, QStringView ancestor) const override { return m_all.isKindOf(noun, ancestor); }
    double likeness(QStringView one, QStringView other, language::WordClass) const override { return one == other ? 1.0 : 0.0; }
    bool isReporting(QStringView verb) const override { return m_all.isReporting(verb); }
    std::optional<comparison::FateWord> fateOf(QStringView lemma) const override { return m_all.fateOf(lemma); }
    std::optional<language::WordVectors::Vector> vectorOf(QStringView lemma) const override { return m_all.vectorOf(lemma); }
    int frequency(QStringView lemma, language::WordClass wordClass) const override { return m_all.frequency(lemma, wordClass); }

private:
    const LexicalKnowledge &m_all; // the caller's; outlives this
};

/// How stories are compared.
struct Setting {
    comparison::Weights weights;
    const comparison::LexicalKnowledge *knowledge = nullptr;
    bool isLearnt = true;
    bool seesStory = true; ///< the model may ask what stands around, and who is a better partner
    std::function<void(model::AnalysedArticle &)> change; ///< of the articles; may be empty
};

struct Ablation {
    const char *name;
    std::function<void(Setting &)> apply;
};

std::vector<Ablation> ablations(const comparison::LexicalKnowledge &noSynonyms, const comparison::LexicalKnowledge &noMeanings, const language::LanguagePack &pack)
{
    return {
        {"all ideas", [](Setting &) {}},
        {"no synonyms", [&noSynonyms](Setting &setting) { setting.knowledge = &noSynonyms; }},
        {"no word vectors", [&noMeanings](Setting &setting) { setting.knowledge = &noMeanings; }},
        {"no merged entities", [](Setting &setting) { setting.weights.ideas.mergedEntities = false; }},
        {"plain threshold", [](Setting &setting) { setting.isLearnt = false; }},
        {"no story around pairs", [](Setting &setting) { setting.seesStory = false; }},
        {"no rare words", [](Setting &setting) { setting.weights.raritySlope = 0; }},
        {"no same words", [](Setting &setting) { setting.weights.ideas.sameWords = false; }},
        {"no tighter statements", [](Setting &setting) { setting.weights.widerLikelihood = 1; }},
        {"no second claim", [](Setting &setting) { setting.weights.secondClaimThreshold = 2; }},
        {"no people together", [](Setting &setting) { setting.weights.ideas.peopleTogether = false; }},
        {"no separated clashes", [](Setting &setting) { setting.weights.ideas.separatedClashes = false; }},
        {"no compared acts", [](Setting &setting) { setting.weights.ideas.comparedActs = false; }},
        {"no compared counts", [](Setting &setting) { setting.weights.ideas.comparedCounts = false; }},
        {"no rival figures", [](Setting &setting) { setting.weights.ideas.rivalFigures = false; }},
        {"no outer actors", [](Setting &setting) { setting.weights.ideas.outerActors = false; }},
        {"no presence", [](Setting &setting) { setting.weights.ideas.presence = false; }},
        {"no origins", [](Setting &setting) {
             setting.change = [](model::AnalysedArticle &article) {
                 for (model::Statement &statement : article.facts.statements)
                     statement.origins.clear();
             };
         }},
        {"sentences, no statements", [&pack](Setting &setting) {
             setting.change = [&pack](model::AnalysedArticle &article) { article = evaluation::withSentencesAsStatements(article, pack); };
         }},
    };
}

using Examples = std::vector<std::vector<training::PairExample>>;

void hideStory(std::vector<training::PairExample> &examples)
{
    static constexpr std::array kStory = {PairFeature::Context, PairFeature::Surroundings, PairFeature::Rank, PairFeature::BetterPlace, PairFeature::WorsePlace, PairFeature::Widest, PairFeature::LeastWide};
    for (training::PairExample &example : examples) {
        for (const PairFeature feature : kStory)
            example.features[static_cast<size_t>(feature)] = 0; // what is the same everywhere, no tree asks
    }
}

/// As likely as the alignment's score, in steps.
PairModel likelihoodByScore()
{
    constexpr int kSteps = 40;
    const auto logOdds = [](double likelihood) { return std::log(likelihood / (1 - likelihood)); };
    std::vector<PairModel::Node> nodes;
    std::vector<int> roots;
    for (int step = 1; step < kSteps; ++step) {
        const double from = (step - 0.5) / kSteps;
        const double rise = logOdds((step + 0.5) / kSteps) - logOdds(from);
        const auto root = static_cast<int>(nodes.size());
        roots.push_back(root);
        nodes.push_back({PairFeature::Score, static_cast<double>(step) / kSteps, root + 1, root + 2});
        nodes.push_back({std::nullopt, 0, 0, 0});
        nodes.push_back({std::nullopt, rise, 0, 0});
    }
    return {logOdds(0.5 / kSteps), std::move(nodes), std::move(roots)};
}

std::vector<StoryFigures> figuresUnder(const std::vector<GoldStory> &stories, const Setting &setting, const PairModel &pairs, const comparison::UnitConverter &convert)
{
    std::vector<StoryFigures> figures;
    for (const GoldStory &story : stories)
        figures.push_back(evaluation::figuresOf(story, {*setting.knowledge, setting.weights, pairs, convert}));
    return figures;
}

/// Without a model: each story at the threshold that is best on the others.
std::vector<StoryFigures> plainFigures(const std::vector<GoldStory> &stories, Setting setting, const comparison::UnitConverter &convert)
{
    constexpr size_t kClaimF1 = 2;
    const PairModel pairs = likelihoodByScore();
    std::vector<std::vector<StoryFigures>> byThreshold;
    for (int percent = 10; percent <= 60; percent += 5) {
        setting.weights.claimThreshold = percent / 100.0;
        setting.weights.secondClaimThreshold = std::max(setting.weights.secondClaimThreshold, setting.weights.claimThreshold);
        byThreshold.push_back(figuresUnder(stories, setting, pairs, convert));
    }
    std::vector<StoryFigures> chosen;
    for (size_t story = 0; story < stories.size(); ++story) {
        const auto ofOthers = [story](const std::vector<StoryFigures> &figures) {
            double sum = 0;
            for (size_t other = 0; other < figures.size(); ++other)
                sum += other == story ? 0.0 : figures[other][kClaimF1].value_or(0.0);
            return sum;
        };
        const auto best = std::max_element(byThreshold.begin(), byThreshold.end(), [&](const auto &one, const auto &other) { return ofOthers(one) < ofOthers(other); });
        chosen.push_back((*best)[story]);
    }
    return chosen;
}

std::vector<StoryFigures> figuresWithout(const std::vector<GoldStory> &all, const Setting &setting, const comparison::UnitConverter &convert)
{
    std::vector<GoldStory> stories = all;
    for (GoldStory &story : stories) {
        for (model::AnalysedArticle &article : story.articles) {
            if (setting.change)
                setting.change(article);
        }
    }
    if (!setting.isLearnt)
        return plainFigures(stories, setting, convert);
    Examples examples;
    for (const GoldStory &story : stories) {
        examples.push_back(training::claimExamples(story.articles, story.gold, *setting.knowledge, setting.weights));
        if (!setting.seesStory)
            hideStory(examples.back());
    }
    std::vector<StoryFigures> figures;
    for (size_t place = 0; place < stories.size(); ++place) {
        Examples others = examples;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
        const PairModel pairs = training::boostTrees(training::together(others));
        figures.push_back(evaluation::figuresOf(stories[place], {*setting.knowledge, setting.weights, pairs, convert}));
    }
    return figures;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() < 3) {
        std::fputs("usage: variorum-evaluate-ablations RESOURCE_DIR STORY_DIR STORY_DIR...\n", stderr);
        return 2;
    }
    const auto pack = language::LanguagePack::load(arguments.at(0));
    if (!pack) {
        std::fprintf(stderr, "%s\n", qPrintable(base::describe(pack.error())));
        return 1;
    }
    const auto weights = comparison::readWeights([&pack](QStringView key) { return pack.value()->wordLists().value(u"comparison_weights", key); });
    if (!weights) {
        std::fputs("the table comparison_weights is damaged\n", stderr);
        return 1;
    }
    const comparison::LexiconKnowledge knowledge(pack.value()->lexicon(), pack.value()->wordLists(), pack.value()->wordVectors());
    const language::WordVectors noVectors;
    const comparison::LexiconKnowledge noMeanings(pack.value()->lexicon(), pack.value()->wordLists(), noVectors);
    const NoSynonyms noSynonyms(knowledge);
    const comparison::UnitConverter convert = [](double value, const QString &from, const QString &to) { return model::convertUnit(value, from, to); };
    std::vector<GoldStory> stories;
    for (const QString &folder : arguments.mid(1)) {
        auto story = evaluation::readGoldStory(folder, **pack);
        if (!story) {
            std::fprintf(stderr, "%s\n", qPrintable(base::describe(story.error())));
            return 1;
        }
        stories.push_back(std::move(*story));
    }
    for (const Ablation &ablation : ablations(noSynonyms, noMeanings, **pack)) {
        Setting setting{*weights, &knowledge, true, true, {}};
        ablation.apply(setting);
        const std::vector<StoryFigures> figures = figuresWithout(stories, setting, convert);
        for (size_t place = 0; place < stories.size(); ++place)
            evaluation::printFigures(stories[place].name, QLatin1String(ablation.name), figures[place]);
        evaluation::printFigures(QStringLiteral("mean"), QLatin1String(ablation.name), evaluation::meanOf(figures));
    }
    return 0;
}
