#pragma once

#include "comparison/divergences/claim_material.h"

namespace variorum::comparison {

// What a clause tells of an act, by its words as written: lemmas do not show tense. A conflict about an act needs
// two finite clauses, and nothing in them that tells of two acts.

/// Helped by an auxiliary or copula before its predicate: "was expected to sink", "is headed", but not "to sink".
[[nodiscard]] bool isFinite(const model::Statement &statement);

/// A clause that says who acts, in its own words or with a finite verb of its own; "meeting with the mayor" is too bare
/// to be done or planned.
[[nodiscard]] bool isWholeClause(const StatementView &view);

/// "said", "told": that something was said is never in doubt; what was said is another statement.
[[nodiscard]] bool isSpeech(const model::Statement &statement, const LexicalKnowledge &knowledge);

/// The act is over: "has arrived", "was found", "struck"; of a headline "crosses", too. Not "is moving", "would have".
[[nodiscard]] bool isDone(const StatementView &view, const StoryMaterial &material);

/// The plan holds when it is told: "will meet", "is headed to". Not "would meet", "was due to", "wanted to".
[[nodiscard]] bool isPlanInForce(const StatementView &view, const StoryMaterial &material);

/// It was so, whoever says it.
[[nodiscard]] bool isCompleted(model::Certainty certainty);

/// The polarity by slot extraction, or by a "not" at the predicate.
[[nodiscard]] model::Polarity polarityOf(const model::Statement &statement);

/// In the same words, and "not" stands on one side alone.
[[nodiscard]] bool isNegatedOnce(const Alignment &alignment, const model::Statement &one, const model::Statement &other);

/// In the same words to the last, but for one "not": whatever else bends what is told bends it on both sides ("he had not
/// known that nobody was there"). Not where the "not" denies no act: "not only", "not yet", "whether or not".
[[nodiscard]] bool isOnlyNegated(const Alignment &alignment, const model::Statement &one, const model::Statement &other);

/// Whether it was so can be held against another clause: nothing in it that bends what is affirmed or denied ("yet",
/// "only", "almost", "without", "can").
[[nodiscard]] bool tellsPlainly(const StatementView &view);

/// Do both have a verb, and may the two verbs mean one act, with the particles that belong to them: "left the quay", "set off
/// from the quay"? WordNet knows "set off", not what "set" has to do with "leave".
[[nodiscard]] bool meanOneAct(const StatementView &one, const StatementView &other, const StoryMaterial &material);

/// Do they give numbers that differ? "none of the 48 on board was hurt" and "more than 20 were hurt" speak of other people.
[[nodiscard]] bool countOthers(const model::Statement &one, const model::Statement &other, const StoryMaterial &material);

/// Two known actors that differ tell of two acts.
[[nodiscard]] bool haveOtherActors(const StatementView &one, const StatementView &other);

/// Two acts on different things: "checked into Morningside", "check into Betty Ford".
[[nodiscard]] bool haveOtherObjects(const StatementView &one, const StatementView &other, WordLikeness &likeness);

/// Likewise, whether the verb is active or passive: "the vote was announced", "will announce the winners".
[[nodiscard]] bool haveOtherThemes(const StatementView &one, const StatementView &other, WordLikeness &likeness);

/// Do the two name an actor, and may it be the same one? Where one is a name and the other a word, nobody knows: no.
[[nodiscard]] bool mayShareActor(const StatementView &one, const StatementView &other, WordLikeness &likeness);

} // namespace variorum::comparison
