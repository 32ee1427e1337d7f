#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/shared_blocks.h"
#include "model/article.h"
#include "model/entity.h"
#include "model/quote.h"
#include "model/statement.h"

#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace variorum::model {

/// The articles of a folder that report one event.
struct Story {
    base::StoryId id;
    QString title;
    std::vector<base::ArticleId> articles;
    std::optional<NewsDate> firstTime;
    std::optional<NewsDate> lastTime;

    bool operator==(const Story &) const = default;
};

enum class ClaimStatus { Agreed, Divergent, SingleSource };

/// Why the machine did what it did; kept with every claim so that the window can show it.
struct ClaimReason {
    QString rule;
    std::vector<std::pair<QString, QString>> aligned; ///< words that were held to mean the same
    double score = 0; ///< 0 to 1
    double threshold = 0; ///< 0 to 1

    bool operator==(const ClaimReason &) const = default;
};

/// The statements, of one or more articles, that speak about the same thing, whatever value they give.
struct Claim {
    base::ClaimId id;
    base::StoryId story;
    QString text; ///< the clearest statement, as is
    std::vector<base::StatementId> statements; ///< by article and place
    ClaimStatus status = ClaimStatus::SingleSource;
    int independentOrigins = 0;
    std::vector<base::ArticleId> silent; ///< later than its first report and on its scene, yet without it
    ClaimReason why;

    bool operator==(const Claim &) const = default;
};

enum class DivergenceKind { Quantity, Time, Place, Participant, Attribute, Polarity, Certainty, Quotation, Attribution };
enum class Severity { Conflict, Refinement, Wording, Internal };

/// The words of one article that give a value.
struct Evidence {
    base::StatementId statement;
    base::ArticleId article;
    TextPlace place;

    bool operator==(const Evidence &) const = default;
};

struct DivergentValue {
    QString value; ///< printed normal form
    QStringList origins;
    int independentOrigins = 0;
    std::vector<Evidence> evidence; ///< by article and place; never empty

    bool operator==(const DivergentValue &) const = default;
};

/// A slot on which a claim's statements differ.
struct Divergence {
    base::DivergenceId id;
    base::ClaimId claim;
    DivergenceKind kind = DivergenceKind::Attribute;
    Severity severity = Severity::Wording;
    bool isUpdate = false; ///< the values follow the time of publication (a toll that rises); then a refinement
    QString rule; ///< the rule's name
    QString why; ///< the rule's account: normal forms and how they compare ("43 carriage lies in >=40 carriage")
    std::vector<DivergentValue> values; ///< at least two; by first publication

    bool operator==(const Divergence &) const = default;
};

/// Everything that comparing a set of articles found. Plain, complete and immutable once made: the panes, the
/// command line and the reports all read this. Every list is in a fixed order that does not depend on file order
/// or threads. An id is unique in its list; it ascends along the items of one story, but need not along the list. The lists'
/// blocks are a story's each: the next comparison shares those of the stories in which nothing changed.
struct Comparison {
    QString engine; ///< version of the analysis
    std::vector<Article> articles; ///< all have an id, a library's if they are in one; by path and part
    std::vector<Story> stories;
    base::SharedBlocks<Entity> entities;
    base::SharedBlocks<Statement> statements;
    base::SharedBlocks<Quote> quotes;
    base::SharedBlocks<Claim> claims; ///< by story; within it by first place of its earliest article
    base::SharedBlocks<Divergence> divergences; ///< by claim
    std::vector<std::pair<base::ArticleId, base::ArticleId>> duplicateOf; ///< (copy, original): same bytes or text
    std::vector<std::pair<base::ArticleId, base::ArticleId>> versionOf; ///< (later, earlier) by the same outlet
    std::vector<std::pair<base::ArticleId, base::ArticleId>> copyOf; ///< (copier, source): reuses its text

    bool operator==(const Comparison &) const = default;
};

} // namespace variorum::model
