#pragma once

#include "comparison/knowledge/lexical_knowledge.h"
#include "comparison/values/relation.h"
#include "model/statement.h"

#include <QStringList>

namespace variorum::comparison {

/// A description as it is compared: the head word and its other content words, as lemmas.
struct Description {
    QString head;
    language::WordClass headClass = language::WordClass::Noun;
    QStringList modifiers; ///< without repeats, sorted
};

/// How two descriptions of one thing stand.
[[nodiscard]] Outcome compareDescriptions(const Description &one, const Description &other, const LexicalKnowledge &knowledge);

[[nodiscard]] Outcome comparePolarity(model::Polarity one, model::Polarity other);

/// "has arrived" and "is headed": what one asserts as done, the other still plans, supposes or asks.
[[nodiscard]] Outcome compareCertainty(model::Certainty one, model::Certainty other);

} // namespace variorum::comparison
