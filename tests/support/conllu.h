#pragma once

#include "model/annotated_text.h"

#include <QString>

namespace variorum::support {

/// The annotated text that a piece of CoNLL-U stands for, for tests that need a tree without a parser. Forms are put
/// together with blanks (SpaceAfter=No: none; after each sentence a blank); range lines ("1-2") give the surface of
/// their words. MISC may hold Entity=B-PER, I-PER, B-ORG, B-LOC, B-MISC. Fields may be parted by tabs or by blanks.
/// Only ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL are read; missing columns at a line's end stand for "_".
///
///     1 Kim   Kim   PROPN NNP _ 2 nsubj _ Entity=B-PER
///     2 left  leave VERB  VBD _ 0 root  _ SpaceAfter=No
///     3 .     .     PUNCT .   _ 2 punct
///
/// To write one, use language::toConllu().
[[nodiscard]] model::AnnotatedText fromConllu(const QString &conllu);

/// "Kim/PROPN/nsubj>left ..." on one line a sentence: short enough for a failing test's message.
[[nodiscard]] QString brief(const model::AnnotatedText &text);

} // namespace variorum::support
