#pragma once

#include "comparison/divergences/claim_material.h"

#include <QString>

#include <optional>
#include <vector>

namespace variorum::comparison {

inline const QString kAnyone = QStringLiteral("people"); ///< who is counted, where no kind of person is named

/// A number among a statement's words that may count people.
struct CountedWords {
    const model::Slot *slot = nullptr; ///< null for "one of the men", which is no quantity by itself
    model::QuantityValue value;
    base::TextSpan span; ///< of the number
    int number = 0; ///< places among the words
    int counted = 0; ///< of the noun, or of the number where it stands alone
};

/// All of a statement, in order.
[[nodiscard]] std::vector<CountedWords> countedWordsIn(const model::Statement &statement);

/// The fate of the people_fates table that the words around tell of those counted; empty where they tell none, or two. Nothing is
/// said of whether it was so.
[[nodiscard]] QString fateAt(int counted, const model::Statement &statement, const LexicalKnowledge &knowledge);

/// "three of the dead", "including two children", "four seriously hurt", "400 a day", "five died at the scene": a part of another
/// number, or a rate.
[[nodiscard]] bool isPartOfFate(const CountedWords &count, const QString &fate, const std::vector<model::StatementWord> &words);

/// Whom the number counts: kAnyone or the noun; empty where these are no people.
[[nodiscard]] QString whoIsCounted(const model::QuantityValue &value, int counted, const QString &fate, const std::vector<model::StatementWord> &words, const StoryMaterial &material);

/// Fates told by phrases rather than by a word: "two are in a critical condition", "twelve have yet to be found", "the toll rose to 17".
struct ToldFate {
    CountedWords count;
    QString fate;
};
[[nodiscard]] std::vector<ToldFate> fatesToldByPhrases(const StatementView &view, const StoryMaterial &material);

} // namespace variorum::comparison
