#pragma once

#include "language/model_file.h"
#include "training/corpora.h"
#include "training/linear_trainer.h"

#include <QStringList>
#include <functional>
#include <vector>

namespace variorum::training {

/// A sentence ready for the models: its words' traits and, where they are known, its tags as class numbers.
struct PreparedSentence {
    std::vector<const language::WordTraits *> words;
    std::vector<quint8> gold;
    std::vector<quint8> predicted;
};

/// The tag pairs of the treebanks, most frequent first; rare ones (a slip of an annotator) are left out.
[[nodiscard]] std::vector<language::TagPair> collectPairs(const std::vector<TreeSentence> &sentences);

/// The class of a pair; of one that was left out, the most frequent pair with its universal tag.
[[nodiscard]] quint8 classOf(const language::TagPair &pair, const std::vector<language::TagPair> &pairs);

[[nodiscard]] PreparedSentence prepare(const TreeSentence &sentence, const std::vector<language::TagPair> &pairs, language::TraitsCache &traits);

/// Trains on those sentences for which `isUsed` says so.
void trainTagger(const std::vector<PreparedSentence> &sentences, const std::function<bool(size_t)> &isUsed, int epochs, quint64 seed, LinearTrainer &trainer);

/// Tags with weights under training.
[[nodiscard]] std::vector<quint8> tagWith(const LinearTrainer &trainer, const std::vector<const language::WordTraits *> &words, size_t classCount);

/// Fills `predicted` of every sentence by taggers that have not seen it (jackknifing), for the steps trained on top.
void predictTags(std::vector<PreparedSentence> &sentences, const std::vector<int> &folds, int foldCount, int epochs, size_t classCount);

} // namespace variorum::training
