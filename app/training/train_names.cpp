#include "training/train_names.h"

namespace variorum::training {

using language::FeatureList;
using language::NameFinder;
using language::Tagger;

namespace {

NameFinder::Transitions transitionsOf(const LinearTrainer &trainer)
{
    NameFinder::Transitions transitions{};
    FeatureList features;
    for (int before = -1; before < NameFinder::kLabelCount; ++before) {
        NameFinder::addTransitionFeature(before, features);
        trainer.addScores(features.all(), transitions[static_cast<size_t>(before + 1)]);
    }
    return transitions;
}

void learn(const std::vector<FeatureList> &features, const std::vector<quint8> &gold, const std::vector<quint8> &predicted, LinearTrainer &trainer)
{
    FeatureList transition;
    int goldBefore = -1;
    int predictedBefore = -1;
    for (size_t at = 0; at < gold.size(); ++at) {
        trainer.update(features[at].all(), gold[at], predicted[at]);
        if (goldBefore != predictedBefore || gold[at] != predicted[at]) {
            NameFinder::addTransitionFeature(goldBefore, transition);
            trainer.change(transition.all(), gold[at], 1);
            NameFinder::addTransitionFeature(predictedBefore, transition);
            trainer.change(transition.all(), predicted[at], -1);
        }
        goldBefore = gold[at];
        predictedBefore = predicted[at];
    }
}

} // namespace

void trainNames(const std::vector<PreparedNames> &sentences, const std::vector<language::TagPair> &pairs, int epochs, LinearTrainer &trainer)
{
    std::vector<size_t> order;
    for (size_t at = 0; at < sentences.size(); ++at) {
        for (int copy = 0; copy < sentences[at].copies; ++copy)
            order.push_back(at);
    }
    std::vector<FeatureList> features;
    std::vector<NameFinder::Labels> scores;
    std::vector<quint8> predicted;
    Random random(43);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (const size_t number : order) {
            const PreparedNames &names = sentences[number];
            const auto &words = names.sentence.words;
            const bool titleCase = Tagger::isTitleCase(words);
            features.resize(words.size());
            scores.resize(words.size());
            for (size_t at = 0; at < words.size(); ++at) {
                NameFinder::addFeatures(words, names.sentence.predicted, pairs, *names.hints, at, titleCase, features[at]);
                scores[at].fill(0);
                trainer.addScores(features[at].all(), scores[at]);
            }
            NameFinder::decode(scores, transitionsOf(trainer), predicted);
            if (predicted != names.labels)
                learn(features, names.labels, predicted, trainer);
            trainer.step();
        }
    }
}

QStringList nameLabels()
{
    QStringList labels{QStringLiteral("O")};
    for (const char *const kind : {"PER", "ORG", "LOC"}) {
        for (const char *const part : {"B-", "I-", "L-", "U-"})
            labels.append(QLatin1String(part) + QString(QLatin1String(kind)));
    }
    return labels;
}

} // namespace variorum::training
