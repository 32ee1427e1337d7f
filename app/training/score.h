#pragma once

#include "language/lexicon.h"
#include "language/sentence_model.h"
#include "training/corpora.h"

namespace variorum::training {

/// Shares of words with the right tags, heads, heads and main relations, on gold sentences and words.
[[nodiscard]] QString scoreTrees(const language::SentenceModel &model, const language::Lexicon &lexicon, const std::vector<TreeSentence> &gold);

/// Precision, recall and F1 of whole names with their kinds, on gold words.
[[nodiscard]] QString scoreNames(const language::SentenceModel &model, const language::Lexicon &lexicon, const std::vector<NameSentence> &gold);

} // namespace variorum::training
