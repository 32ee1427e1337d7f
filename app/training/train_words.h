#pragma once

#include "language/lexicon.h"
#include "language/model_file.h"
#include "training/corpora.h"

namespace variorum::training {

/// The tables of language::Lemmatizer: for each word and tag pair the lemma that the treebanks mostly have, where the rules
/// would say otherwise; and its features, where the tag's usual ones are others.
void writeWords(const std::vector<TreeSentence> &sentences, const language::Lexicon &lexicon, language::ModelFileWriter &writer);

} // namespace variorum::training
