#pragma once

#include "language/name_finder.h"
#include "training/train_tagger.h"

namespace variorum::training {

/// A sentence of names with its traits and tags; `hints` are its document's.
struct PreparedNames {
    PreparedSentence sentence;
    std::vector<quint8> labels;
    const language::DocumentHints *hints = nullptr;
    int copies = 1; ///< how often an epoch meets it: the corpora are not equally near to news
};

/// Structured perceptron: the best label sequence is decoded, and moved towards the right one.
void trainNames(const std::vector<PreparedNames> &sentences, const std::vector<language::TagPair> &pairs, int epochs, LinearTrainer &trainer);

[[nodiscard]] QStringList nameLabels();

} // namespace variorum::training
