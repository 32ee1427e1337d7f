#pragma once

#include "training/corpora.h"

#include <map>

namespace variorum::training {

/// Names of the corpora by kind and number of words, to put into the places of others: what stands around a name tells its
/// kind, so the kinds change nothing, but the model learns contexts rather than the few names that a corpus repeats.
class NameSwaps {
public:
    /// Takes the names that are written as names are: every word a capital and letters.
    void collect(const NameSentence &sentence);

    /// The sentence with every such name replaced by another of its kind and length; nothing where it has none.
    /// Labels and, where the sentence has one, the tree stay as they are.
    [[nodiscard]] std::optional<TreeSentence> swapped(const TreeSentence &sentence, const std::vector<quint8> &labels, Random &random) const;

private:
    std::map<std::pair<int, size_t>, std::vector<std::vector<QString>>> m_names;
};

} // namespace variorum::training
