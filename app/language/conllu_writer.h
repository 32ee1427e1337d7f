#pragma once

#include "model/annotated_text.h"

#include <QString>

namespace variorum::language {

/// The text's sentences as CoNLL-U (https://universaldependencies.org/format.html): "# newdoc id", "# text" a sentence,
/// ten columns, words of one spelling ("don't") under a range line, and in MISC SpaceAfter=No and
/// Entity=B-PER, I-PER, B-ORG, B-LOC ... where a word is in a name. Line breaks inside a sentence become spaces.
[[nodiscard]] QString toConllu(const model::AnnotatedText &text, const QString &documentId = {});

} // namespace variorum::language
