#pragma once

#include "comparison/claims/group_claims.h"
#include "model/comparison.h"
#include "model/facts.h"
#include "model/person_work.h"

#include <QByteArray>

#include <utility>
#include <vector>

// The person outranks the machine: what a person joined, split, dismissed or called one value holds, whatever the engine
// finds, until the person takes it back.

namespace variorum::comparison {

/// A person's constraints on one story, its statements by place in the story's list.
struct StoryConstraints {
    std::vector<std::vector<int>> joins;
    std::vector<std::pair<std::vector<int>, std::vector<int>>> splits;

    struct OnDivergence {
        model::DivergenceKind kind = model::DivergenceKind::Attribute;
        std::vector<int> statements; ///< ascending
        QString one; ///< of two values that count as one; empty in a dismissal
        QString other;
    };
    std::vector<OnDivergence> dismissals;
    std::vector<OnDivergence> sameValues;

    [[nodiscard]] bool isEmpty() const { return joins.empty() && splits.empty() && dismissals.empty() && sameValues.empty(); }
};

/// Those of the constraints that lie in the story of these articles; an article is known by its id.
[[nodiscard]] StoryConstraints constraintsOn(const std::vector<const model::AnalysedArticle *> &story, const model::PersonConstraints &constraints);

/// A text in which two sets of constraints differ; empty for none.
[[nodiscard]] QByteArray fingerprintOf(const StoryConstraints &constraints);

/// Brings joined statements into the claim of the first and parts what was split; of a split, the side with fewer statements
/// in the claim makes a claim of its own. Claims that end up empty go.
void obeyClaims(std::vector<ClaimGroup> &groups, const StoryConstraints &constraints);

/// Takes out what was dismissed, and makes one of values that were called the same. A statement's id is its place + 1.
void obeyDivergences(std::vector<model::Divergence> &divergences, const StoryConstraints &constraints);

} // namespace variorum::comparison
