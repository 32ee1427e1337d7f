#pragma once

#include "extraction/statements/clauses.h"
#include "model/statement.h"

#include <vector>

namespace variorum::extraction {

/// The slots of a clause, in text order: participants, places, times, quantities, attributes, manner, purpose.
[[nodiscard]] std::vector<model::Slot> slotsOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context);

/// The slots of a noun that carries a fact, taken from the tokens of `range`.
[[nodiscard]] std::vector<model::Slot> slotsOfNoun(int noun, SentenceTree::Range range, const SentenceTree &tree, const FieldContext &context);

/// A slot whose words are the phrase around `phraseHead`.
[[nodiscard]] model::Slot slotAt(model::SlotRole role, int phraseHead, const QString &rule, const SentenceTree &tree, const FieldContext &context);

/// In text order, without repeats of one role at one place.
void tidy(std::vector<model::Slot> &slots);

} // namespace variorum::extraction
