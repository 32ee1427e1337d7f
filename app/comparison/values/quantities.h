#pragma once

#include "comparison/knowledge/lexical_knowledge.h"
#include "comparison/values/relation.h"
#include "model/quantity.h"

#include <functional>
#include <optional>

namespace variorum::comparison {

/// A number in another unit; nothing where the units measure different things. model::convert in the program.
using UnitConverter = std::function<std::optional<double>(double value, const QString &from, const QString &to)>;

/// May what the two count be the same things: same lemma, synonym, or one the more general word?
[[nodiscard]] bool areCountedAlike(const QString &one, const QString &other, const LexicalKnowledge &knowledge);

/// How two quantities of the same thing stand to each other. Unknown where they count or measure different things.
[[nodiscard]] Outcome compareQuantities(const model::QuantityValue &one, const model::QuantityValue &other,
                                        const LexicalKnowledge &knowledge, const UnitConverter &convert);

/// How two quantities stand of which nothing tells what they count, or which are money in two currencies, where the words
/// around prove that they are of one thing. Unknown for all others.
[[nodiscard]] Outcome compareInSamePlace(const model::QuantityValue &one, const model::QuantityValue &other);

} // namespace variorum::comparison
