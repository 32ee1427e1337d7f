#pragma once

#include "extraction/statements/field_context.h"

#include <QString>
#include <optional>
#include <vector>

namespace variorum::extraction {

/// How a clause hangs in its sentence.
enum class ClauseKind { Main, Complement, Subject, Adverbial, Purpose, Relative, Participle, Coordinate, Aside, Fragment };

/// A clause of a sentence.
struct Clause {
    ClauseKind kind = ClauseKind::Main;
    int head = 0; ///< the predicate's token
    std::vector<int> chain; ///< from head down to the word of content: {tried, land}; at least the head
    std::vector<int> core; ///< its own tokens, ascending, without those of clauses cut off from it
    SentenceTree::Range range; ///< the stretch that its statement covers
    std::optional<int> parent; ///< place in the list of the clause that it hangs on
    std::optional<int> antecedent; ///< the noun that it describes
    bool isFrame = false; ///< only says who says something: no statement of its own, unless it carries more
    bool isAct = false; ///< a frame that is an event too ("warned that", "did not say whether"): holds what it reports
    std::vector<int> frames; ///< places of the clauses that report this one, innermost first

    [[nodiscard]] int content() const { return chain.back(); }
};

/// The clauses of one sentence, each after the one that it hangs on.
[[nodiscard]] std::vector<Clause> findClauses(const SentenceTree &tree, const FieldContext &context);

/// The clause's grammatical subject: its own, or one that it shares (coordination, participles, relative clauses,
/// infinitives). A relative pronoun is replaced by what it stands for. Nothing where it has none.
[[nodiscard]] std::optional<int> subjectOf(const Clause &clause, const std::vector<Clause> &clauses, const SentenceTree &tree);

/// "was dug", "has been sent", "a boy trapped in": the subject undergoes it.
[[nodiscard]] bool isPassive(const Clause &clause, const SentenceTree &tree);

/// How many negators stand at the verb itself, its auxiliaries, its subject or its object ("No one", "neither side").
[[nodiscard]] int countNegators(const SentenceTree &tree, int verb, const language::WordLists &lists);
[[nodiscard]] bool isNegator(const SentenceTree &tree, int index, const language::WordLists &lists);

/// A phrase that ties the clause to another event ("after a call for help", "ahead of a vote in Oslo").
[[nodiscard]] bool isEventPhrase(const SentenceTree &tree, int phraseHead);

/// Is this a phrase that names an origin ("according to a nurse")?
[[nodiscard]] bool isAttribution(const SentenceTree &tree, int phraseHead, const language::WordLists &lists);

} // namespace variorum::extraction
