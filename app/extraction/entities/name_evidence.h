#pragma once

#include "extraction/entities/sentence_tree.h"
#include "language/lexicon.h"
#include "language/word_lists.h"
#include "model/entity.h"

#include <QHash>
#include <QString>
#include <optional>

namespace variorum::extraction {

/// The whole of a name of which the name finder saw [first, end): hyphenated and flat parts behind, and for a body whose
/// last word tells that it is one ("forum") the capitals before. `isCovered` says which tokens other names hold.
[[nodiscard]] SentenceTree::Range wholeName(const model::AnnotatedText &text, const model::Sentence &sentence, SentenceTree::Range seen,
                                            model::EntityKind kind, const std::vector<bool> &isCovered, const language::WordLists &lists);

/// What the words around a name without a title say that it is; nothing where they say nothing.
[[nodiscard]] std::optional<model::EntityKind> kindByPlace(const model::AnnotatedText &text, const model::Sentence &sentence, SentenceTree::Range name,
                                                           model::EntityKind kind, const language::WordLists &lists);

/// How often each form stands in a text: counted once, for isCommonWord().
using FormCounts = QHash<QString, int>;
[[nodiscard]] FormCounts countForms(const model::AnnotatedText &text);

/// A capital that only opens a sentence ("Dozens of ...", "Medics said").
[[nodiscard]] bool isCommonWord(const model::AnnotatedText &text, const model::Sentence &sentence, SentenceTree::Range name, const language::Lexicon &lexicon,
                                const FormCounts &forms);

} // namespace variorum::extraction
