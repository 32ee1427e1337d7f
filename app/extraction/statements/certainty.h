#pragma once

#include "extraction/statements/clauses.h"
#include "model/statement.h"

namespace variorum::extraction {

struct Standing {
    model::Certainty certainty = model::Certainty::Asserted;
    model::Polarity polarity = model::Polarity::Positive;
};

/// How sure the article is of the clause, and whether it says yes or no. `hasOrigins`: it gives it as another's word.
[[nodiscard]] Standing standingOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context, bool hasOrigins);

/// The same for a noun that carries a fact ("the upcoming summit", "no survivors").
[[nodiscard]] Standing standingOfNoun(int noun, const SentenceTree &tree, const FieldContext &context);

/// The weaker of two: denied, asked, possible, planned, reported, asserted.
[[nodiscard]] model::Certainty weaker(model::Certainty one, model::Certainty other);

} // namespace variorum::extraction
