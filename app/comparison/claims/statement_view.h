#pragma once

#include "comparison/knowledge/lexical_knowledge.h"
#include "comparison/weights.h"
#include "model/entity.h"
#include "model/statement.h"

#include <QHash>

#include <optional>
#include <vector>

namespace variorum::comparison {

/// What is compared of a statement: a mention of an entity, however many words it has, or one content word.
struct Unit {
    base::TextSpan span;
    QString lemma;
    std::optional<language::WordClass> wordClass;
    std::optional<base::EntityId> entity;
    QString governor; ///< lemma of the word that it hangs on; empty where that is not in the statement
    int word = -1; ///< number of lemma and class, the same for the same all over the story's views; -1 in a unit made elsewhere
    int lemmaNumber = -1; ///< likewise, of the lemma alone
    std::optional<int> head; ///< place in the view's units; absent where it is not in the statement
    std::optional<model::SlotRole> role; ///< of the slot it stands in
    bool isValue = false; ///< a number, or a word of a time, duration or quantity
    bool isPredicate = false;
    bool isNested = false; ///< stands in a statement within this one, too
    double weight = 0;
    std::optional<language::WordVectors::Vector> vector; ///< what the word means; absent where that is not known
};

/// A statement with its units. Views the statement, which must outlive it.
struct StatementView {
    const model::Statement *statement = nullptr;
    int article = 0; ///< place in the story
    std::vector<Unit> units;
    std::vector<QString> values; ///< numbers with their units, and days, sorted
    std::vector<int> anchors; ///< values that hardly two facts of a story share (a clock time, a measure, a large count), numbered all over the views; ascending
    double weight = 0; ///< of all units
    std::vector<int> words; ///< the lemma of each word of the statement by number, the same all over the story's views
    std::vector<int> sortedWords; ///< likewise, ascending
    std::optional<base::EntityId> agent; ///< the first one named

    [[nodiscard]] const base::TextSpan &span() const { return statement->place.span; }
};

[[nodiscard]] std::optional<language::WordClass> wordClassOfTag(model::Upos tag);

/// One article's two statements share words of the text.
[[nodiscard]] bool overlap(const StatementView &one, const StatementView &other);

/// Views of a story's statements, in their order, weighed against each other. `articleOf` gives each statement's
/// article's place in the story.
[[nodiscard]] std::vector<StatementView> viewStatements(const std::vector<model::Statement> &statements, const std::vector<int> &articleOf,
                                                        const LexicalKnowledge &knowledge, const Weights &weights);

} // namespace variorum::comparison
