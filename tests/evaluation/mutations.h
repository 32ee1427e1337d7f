#pragma once

#include "language/language_pack.h"
#include "model/facts.h"

#include <map>
#include <optional>
#include <vector>

namespace variorum::evaluation {

/// One fact of an article changed: what an honest copy with one wrong detail would look like.
struct Mutation {
    enum class Kind { Number, Date, Name, Negation };
    Kind kind = Kind::Number;
    base::TextSpan place; ///< in the article's text
    QString replacement;
};

[[nodiscard]] const char *nameOf(Mutation::Kind kind);

/// Mutations of an article, spread over its text: at most `mostOfAKind` of each kind, always the same ones.
///   Number    another number where a quantity is given in figures or as a word up to twelve
///   Date      another weekday, or another day of the same month
///   Name      an invented person for one that is named in full
///   Negation  "not" after the auxiliary of a clause that is asserted
[[nodiscard]] std::vector<Mutation> mutationsOf(const model::AnalysedArticle &article, int mostOfAKind);

/// A copy by another outlet under another headline, with the mutation, or as it is. Blocks and captions follow the text.
[[nodiscard]] model::Article copyOf(const model::Article &article, const std::optional<Mutation> &mutation);

/// What comparing an article with a mutated copy found.
enum class MutationResult {
    Exact, ///< the difference, and no other
    WithOthers, ///< the difference, and marks where nothing was changed
    OnlyOthers,
    Missed, ///< nothing
};

[[nodiscard]] const char *nameOf(MutationResult result);

/// Compares original and copy. Differences within one article (severity internal) do not count. The mark is right where
/// one of its values stands, in the copy, in the sentence that was changed. `shown`, if given, takes a line a mark.
[[nodiscard]] MutationResult tryMutation(const model::AnalysedArticle &original, const std::optional<Mutation> &mutation, const language::LanguagePack &pack, QStringList *shown = nullptr);

} // namespace variorum::evaluation
