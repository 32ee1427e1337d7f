#pragma once

#include "language/gazetteer.h"
#include "language/word_traits.h"
#include "model/annotated_text.h"

#include <vector>

namespace variorum::language {

/// Makes the names of an article agree with each other: a spelling that is mostly of one kind is so throughout; the surname of
/// a person who is named in full is that person's; a spelling that is found as a name again and again is one where it was
/// overlooked. `words` are the text's; `names` those within [first, end) of them, in order, and so afterwards.
void makeNamesAgree(SentenceTraits words, size_t first, size_t end, const Gazetteer &gazetteer, std::vector<model::NameSpan> &names);

} // namespace variorum::language
