#pragma once

#include "evaluation/mutations.h"
#include "language/language_pack.h"
#include "model/comparison.h"

#include <QStringList>

namespace variorum::evaluation {

/// What comparing an article with a mutated copy found.
enum class MutationResult {
    Exact, ///< the difference, and no other; where the copy says the same: brought together, and no difference
    WithOthers, ///< the difference, and marks where nothing was changed
    OnlyOthers,
    Missed, ///< nothing; where the copy says the same: not brought together
};

[[nodiscard]] const char *nameOf(MutationResult result);

/// How far a difference that was not marked came.
enum class MissedAt {
    Statement, ///< on one side no statement tells it
    Claim, ///< statements tell it on both, but no claim brings two of them together
    Slot, ///< two are in one claim, but no slot of both covers the words
    Mark, ///< all is there, and nothing was marked
};

[[nodiscard]] const char *nameOf(MissedAt missedAt);

struct MutationTrial {
    MutationResult result = MutationResult::Missed;
    std::optional<MissedAt> missedAt; ///< where the difference was not found
    QString found; ///< severity and kind of the gravest right mark; empty where there is none
    QStringList shown; ///< a line a mark, or a line a statement that tells it where it was missed
};

/// Compares original and copy. Differences within one article (severity internal) do not count. The mark is right where
/// one of its values stands, in the copy, in the sentence that was changed.
[[nodiscard]] MutationTrial tryMutation(const model::AnalysedArticle &original, const std::optional<Mutation> &mutation, const language::LanguagePack &pack);

} // namespace variorum::evaluation
