#pragma once

#include "training/network.h"

#include <functional>

namespace variorum::training {

struct Schedule {
    int epochs = 16;
    int cycle = 16; ///< epochs in which the rate falls to nothing; each cycle begins anew, somewhat lower
    size_t wordsAtOnce = 350; ///< of each of the two halves of a batch
    float rate = 2e-3F;
    quint64 seed = 20240229;
    QString checkpoint; ///< where each epoch's state is kept, and taken up again from; empty: nowhere
};

/// Adam over batches that are made of two halves, each on a thread of its own; the halves' gradients are added in a fixed order,
/// so the result does not depend on the threads. Calls `afterEpoch` with the epoch's number and what it has to say.
void trainNetwork(const std::vector<Example> &examples, const Schedule &schedule, Network &network, const std::function<void(int, const QString &)> &afterEpoch);

/// The sections that SentenceModel maps. `corpus`: whose names the model shall find.
void writeNetwork(const Network &network, quint8 corpus, const std::vector<language::TagPair> &pairs, const std::vector<model::Deprel> &relations,
                  language::ModelFileWriter &writer);

} // namespace variorum::training
