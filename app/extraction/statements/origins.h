#pragma once

#include "extraction/statements/clauses.h"
#include "model/statement.h"

namespace variorum::extraction {

/// Who the article has the clause from, as its sentence says, outermost last: {a source, Reuters}.
[[nodiscard]] std::vector<model::Origin> originsOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree, const FieldContext &context);

/// The quotation that the span stands in, if any, and what it adds: the speaker innermost, who passed it on outermost.
[[nodiscard]] const model::Quote *quoteAround(const base::TextSpan &span, const FieldContext &context);
void addQuoteOrigins(std::vector<model::Origin> &origins, const model::Quote &quote, const FieldContext &context);

} // namespace variorum::extraction
