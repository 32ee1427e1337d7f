#pragma once

#include "language/name_finder.h"
#include "language/parser.h"
#include "training/train_parser.h"

#include <QString>
#include <vector>

namespace variorum::training {

// Scores on gold words and sentences, with the models as they were written. The scores from raw text are made by
// annotating and comparing; see resources/models/README.md.

/// "universal tags 0.95, treebank tags 0.94"
[[nodiscard]] QString scoreTagger(const language::Tagger &tagger, std::vector<PreparedSentence> &sentences);

/// On the predicted tags: "heads 0.85, heads and relations 0.82" (relations without subtypes).
[[nodiscard]] QString scoreParser(const language::Parser &parser, const std::vector<PreparedTree> &trees, const std::vector<model::Deprel> &relations,
                                  const std::vector<language::TagPair> &pairs);

/// Whole names of the right kind: "precision, recall, F1".
[[nodiscard]] QString scoreNames(const language::NameFinder &finder, const std::vector<NameSentence> &gold, const language::Tagger &tagger,
                                 language::TraitsCache &traits);

} // namespace variorum::training
