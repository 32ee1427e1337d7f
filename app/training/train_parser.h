#pragma once

#include "training/train_tagger.h"

namespace variorum::training {

/// A tree to train on. Relations are numbers into the parser's list.
struct PreparedTree {
    const PreparedSentence *sentence = nullptr;
    std::vector<int> heads; ///< the root's: the number of words
    std::vector<quint8> relations;
};

/// The relations of the treebanks, in the order of the enumeration; rare subtypes are read as their main type.
[[nodiscard]] std::vector<model::Deprel> collectRelations(const std::vector<TreeSentence> &sentences);

[[nodiscard]] PreparedTree prepareTree(const TreeSentence &sentence, const PreparedSentence &prepared, const std::vector<model::Deprel> &relations);

/// Labels of the parser's classes, as LinearModel keeps them: "shift", "<acl", ">acl", ...
[[nodiscard]] QStringList actionLabels(const std::vector<model::Deprel> &relations);

/// Perceptron with a dynamic oracle and exploration (Goldberg and Nivre 2013), on predicted tags.
void trainParser(const std::vector<PreparedTree> &trees, const std::vector<language::TagPair> &pairs, int epochs, LinearTrainer &trainer);

} // namespace variorum::training
