#pragma once

#include "extraction/statements/clauses.h"

#include <QString>
#include <vector>

namespace variorum::extraction {

/// A noun whose phrase carries a fact of its own.
struct NounFact {
    int noun = 0;
    SentenceTree::Range range;
    QString rule;
};

/// Nouns of the sentence that carry a fact: acts ("his arrival in Moss"), counted and measured things ("21 boats"),
/// things with an attribute one can see ("a dark green boat"), appositions ("Moss, the nearest port"), and phrases with
/// "with" ("with two men on board"). In text order.
[[nodiscard]] std::vector<NounFact> findNounFacts(const SentenceTree &tree, const std::vector<Clause> &clauses, const FieldContext &context);

} // namespace variorum::extraction
