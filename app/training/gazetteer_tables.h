#pragma once

#include "language/lexicon.h"
#include "language/word_lists.h"

#include <map>

namespace variorum::training {

/// The names that Gazetteer is made of, by their hashes: WordNet's individuals, given names and surnames of its persons, and
/// the tables states, given_names, surnames, places and bodies.
[[nodiscard]] std::map<quint64, quint8> collectNames(const language::Lexicon &lexicon, const language::WordLists &lists);

} // namespace variorum::training
