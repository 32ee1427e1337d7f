#pragma once

#include "model/facts.h"

#include <optional>
#include <vector>

namespace variorum::evaluation {

/// One detail of an article told otherwise: what an honest copy with one wrong fact would look like.
struct Mutation {
    enum class Kind { Number, Date, Month, Hour, Unit, Bound, Name, Place, Negation, Voice };
    Kind kind = Kind::Number;
    base::TextSpan place; ///< in the article's text
    QString replacement;
};

constexpr size_t kMutationKinds = 10;

[[nodiscard]] const char *nameOf(Mutation::Kind kind);

/// Does the mutation leave what is said as it was, so that nothing may be marked?
[[nodiscard]] constexpr bool saysTheSame(Mutation::Kind kind) { return kind == Mutation::Kind::Voice; }

/// Mutations of an article, spread over its text: at most `mostOfAKind` of each kind, always the same ones.
///   Number    another number where a quantity is given in figures or as a word up to twelve
///   Date      another weekday, or another day of the same month
///   Month     another month
///   Hour      another hour of the clock
///   Unit      another unit: "20 miles" -> "20 kilometres", "two hours" -> "two days"
///   Bound     "at least" before a plain number, "more than" before every second one
///   Name      an invented person for one that is named in full
///   Place     another town for a place after "in", "at", "near", "to" or "from"
///   Negation  "not" after the auxiliary of a clause that is asserted
///   Voice     "A damaged B" -> "B was damaged by A"
[[nodiscard]] std::vector<Mutation> mutationsOf(const model::AnalysedArticle &article, int mostOfAKind);

/// A copy by another outlet under another headline, with the mutation, or as it is. Blocks and captions follow the text.
[[nodiscard]] model::Article copyOf(const model::Article &article, const std::optional<Mutation> &mutation);

/// A span of the article's text, in the mutated text.
[[nodiscard]] base::TextSpan moved(base::TextSpan span, const Mutation &mutation);

} // namespace variorum::evaluation
