#pragma once

#include "language/gazetteer.h"
#include "language/model_file.h"
#include "language/tokenizer.h"

#include <QStringList>

namespace variorum::training {

/// The weights of language::BoundaryModel from treebanks' raw text: each paragraph for itself, and each document with its
/// paragraphs run together. Averaged logistic regression.
void writeBoundaries(const QStringList &treebanks, const language::Tokenizer &tokenizer, const language::Gazetteer &gazetteer, language::ModelFileWriter &writer);

} // namespace variorum::training
