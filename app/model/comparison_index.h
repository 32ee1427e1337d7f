#pragma once

#include "model/comparison.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace variorum::model {

enum class MarkStatus { Conflict, Internal, Refinement, Wording, Agreed, SingleSource };

/// A stretch of an article's title or text that a view marks.
struct Mark {
    TextPlace place;
    base::ClaimId claim;
    std::optional<base::DivergenceId> divergence; ///< absent: the place is a statement's, not a value's
    std::optional<DivergenceKind> kind; ///< of the divergence
    MarkStatus status = MarkStatus::Agreed;

    bool operator==(const Mark &) const = default;
};

/// One source of a claim as the inspector lists it: an article's statement, and the value it gives.
struct ClaimSource {
    base::ArticleId article;
    base::StatementId statement;
    TextPlace place; ///< the words that give the value, or else the statement

    bool operator==(const ClaimSource &) const = default;
};

/// Sources grouped by the value they give.
struct SourceGroup {
    QString value; ///< empty where the claim has one undisputed reading
    int independentOrigins = 0;
    std::vector<ClaimSource> sources;

    bool operator==(const SourceGroup &) const = default;
};

/// Look-ups over one Comparison, built once, all O(1) or O(answer). Views and reports share it so that they
/// say the same. Keeps the comparison alive. Immutable, so any thread may read it.
class ComparisonIndex {
public:
    /// comparison is never null. shared_ptr: views of two panes and a running export hold one document at once,
    /// while the workspace may already have made the next.
    explicit ComparisonIndex(std::shared_ptr<const Comparison> comparison);

    [[nodiscard]] const Comparison &comparison() const { return *m_comparison; }

    /// Null where the id is not of this comparison.
    [[nodiscard]] const Article *article(base::ArticleId id) const;
    [[nodiscard]] const Story *story(base::StoryId id) const;
    [[nodiscard]] const Statement *statement(base::StatementId id) const;
    [[nodiscard]] const Claim *claim(base::ClaimId id) const;
    [[nodiscard]] const Divergence *divergence(base::DivergenceId id) const;
    [[nodiscard]] const Entity *entity(base::EntityId id) const;
    [[nodiscard]] const Story *storyOf(base::ArticleId article) const;

    /// In order of severity (conflict, internal, refinement, wording), then kind.
    [[nodiscard]] std::vector<const Divergence *> divergencesOf(base::ClaimId claim) const;
    [[nodiscard]] std::vector<const Divergence *> divergencesOf(base::ArticleId article) const;

    /// What to mark in an article, by place; a value's mark comes after the statement's that holds it. For a claim
    /// with divergences both are there.
    [[nodiscard]] const std::vector<Mark> &marksOf(base::ArticleId article) const;

    /// Every source of a claim, grouped by the value of the given divergence (which is one of the claim's), or in
    /// one group where none is given. Statements of the claim that give no value of it come last, in a group
    /// whose value is empty.
    [[nodiscard]] std::vector<SourceGroup> sourcesOf(base::ClaimId claim, std::optional<base::DivergenceId> divergence) const;

    /// In how many divergences the two articles give different values; a reprint does not differ from its source.
    [[nodiscard]] int divergencesBetween(base::ArticleId one, base::ArticleId other) const;

    /// The two articles of a story with most divergences between them (ties: first by order); one where it has only one.
    [[nodiscard]] std::vector<base::ArticleId> mostDivergentPair(base::StoryId story) const;

private:
    std::shared_ptr<const Comparison> m_comparison;
    std::unordered_map<base::ArticleId, std::vector<Mark>> m_marks;
    std::unordered_map<base::ClaimId, std::vector<const Divergence *>> m_divergencesOfClaim;
    std::unordered_map<base::ArticleId, std::vector<const Divergence *>> m_divergencesOfArticle;
    std::unordered_map<base::ArticleId, const Story *> m_storyOfArticle;
    std::unordered_map<base::ArticleId, const Article *> m_articles;
    std::unordered_map<base::StoryId, const Story *> m_stories;
    std::unordered_map<base::StatementId, const Statement *> m_statements;
    std::unordered_map<base::ClaimId, const Claim *> m_claims;
    std::unordered_map<base::DivergenceId, const Divergence *> m_divergences;
    std::unordered_map<base::EntityId, const Entity *> m_entities;
};

} // namespace variorum::model
