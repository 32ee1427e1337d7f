#pragma once

#include "extraction/shared/pieces.h"

#include <QString>
#include <optional>

namespace variorum::extraction {

/// What a number counts.
struct CountedNoun {
    QString lemma; ///< "carriage"
    base::TextSpan span; ///< with its modifiers: "heavy bulletproof carriages"
    bool isSingular = false; ///< by its tag; not where one form serves for both ("staff", "aircraft")
};

/// The head of the noun phrase that goes on at `index`, directly after a number: adjectives and compounds are passed
/// over, "of his nine" is entered. By tags where there are any, else by word shape. Nothing where no noun follows.
[[nodiscard]] std::optional<CountedNoun> countedNoun(const Pieces &pieces, int index, bool isOrdinal);

} // namespace variorum::extraction
