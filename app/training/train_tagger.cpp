#include "training/train_tagger.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace variorum::training {

using language::FeatureList;
using language::TagPair;
using language::Tagger;

std::vector<TagPair> collectPairs(const std::vector<TreeSentence> &sentences)
{
    std::map<std::pair<int, int>, int> counts;
    for (const TreeSentence &sentence : sentences) {
        for (const TagPair &pair : sentence.tags)
            ++counts[{static_cast<int>(pair.upos), static_cast<int>(pair.xpos)}];
    }
    std::vector<std::pair<int, TagPair>> sorted;
    for (const auto &[pair, count] : counts) {
        if (count >= 5)
            sorted.push_back({count, {static_cast<model::Upos>(pair.first), static_cast<model::Xpos>(pair.second)}});
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &one, const auto &other) { return one.first > other.first; });
    std::vector<TagPair> pairs;
    for (const auto &[count, pair] : sorted)
        pairs.push_back(pair);
    pairs.resize(std::min<size_t>(pairs.size(), 240));
    return pairs;
}

quint8 classOf(const TagPair &pair, const std::vector<TagPair> &pairs)
{
    auto found = std::find(pairs.begin(), pairs.end(), pair);
    if (found == pairs.end())
        found = std::find_if(pairs.begin(), pairs.end(), [&](const TagPair &other) { return other.upos == pair.upos; });
    return found == pairs.end() ? quint8{0} : static_cast<quint8>(found - pairs.begin());
}

PreparedSentence prepare(const TreeSentence &sentence, const std::vector<TagPair> &pairs, language::TraitsCache &traits)
{
    PreparedSentence prepared;
    for (size_t at = 0; at < sentence.size(); ++at) {
        prepared.words.push_back(&traits.of(sentence.forms[at]));
        prepared.gold.push_back(classOf(sentence.tags[at], pairs));
    }
    return prepared;
}

namespace {

quint8 bestOf(std::span<const qint32> scores) { return static_cast<quint8>(std::max_element(scores.begin(), scores.end()) - scores.begin()); }

void trainOn(const PreparedSentence &sentence, LinearTrainer &trainer, std::span<qint32> scores)
{
    FeatureList features;
    const bool titleCase = Tagger::isTitleCase(sentence.words);
    int before = Tagger::kNoTag;
    int beforeThat = Tagger::kNoTag;
    for (size_t at = 0; at < sentence.words.size(); ++at) {
        Tagger::addFeatures(sentence.words, at, titleCase, before, beforeThat, features);
        std::fill(scores.begin(), scores.end(), 0);
        trainer.addScores(features.all(), scores);
        const quint8 predicted = bestOf(scores);
        trainer.update(features.all(), sentence.gold[at], predicted);
        trainer.step();
        beforeThat = before;
        before = predicted; // as it will be when tagging
    }
}

} // namespace

void trainTagger(const std::vector<PreparedSentence> &sentences, const std::function<bool(size_t)> &isUsed, int epochs, quint64 seed, LinearTrainer &trainer)
{
    std::array<qint32, 256> scores{};
    std::vector<size_t> order;
    for (size_t at = 0; at < sentences.size(); ++at) {
        if (isUsed(at))
            order.push_back(at);
    }
    Random random(seed);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (const size_t at : order)
            trainOn(sentences[at], trainer, scores);
    }
}

std::vector<quint8> tagWith(const LinearTrainer &trainer, const std::vector<const language::WordTraits *> &words, size_t classCount)
{
    FeatureList features;
    std::array<qint32, 256> room{};
    const std::span<qint32> scores(room.data(), classCount);
    const bool titleCase = Tagger::isTitleCase(words);
    std::vector<quint8> tags;
    int before = Tagger::kNoTag;
    int beforeThat = Tagger::kNoTag;
    for (size_t at = 0; at < words.size(); ++at) {
        Tagger::addFeatures(words, at, titleCase, before, beforeThat, features);
        std::fill(scores.begin(), scores.end(), 0);
        trainer.addScores(features.all(), scores);
        tags.push_back(bestOf(scores));
        beforeThat = before;
        before = tags.back();
    }
    return tags;
}

void predictTags(std::vector<PreparedSentence> &sentences, const std::vector<int> &folds, int foldCount, int epochs, size_t classCount)
{
    for (int fold = 0; fold < foldCount; ++fold) {
        LinearTrainer trainer(static_cast<int>(classCount));
        trainTagger(sentences, [&](size_t at) { return folds[at] != fold; }, epochs, 17 + static_cast<quint64>(fold), trainer);
        trainer.finish();
        for (size_t at = 0; at < sentences.size(); ++at) {
            if (folds[at] == fold)
                sentences[at].predicted = tagWith(trainer, sentences[at].words, classCount);
        }
    }
}

} // namespace variorum::training
