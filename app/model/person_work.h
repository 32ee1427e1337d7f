#pragma once

#include "base/ids.h"
#include "model/article.h"
#include "model/comparison.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

// What a person decides about what the machine found, and the constraints on the next comparison that follow from it.

namespace variorum::model {

enum class WorkKind { Verdict,
                      Note,
                      Tag,
                      Star,
                      Join, ///< these statements are one claim
                      Split, ///< those on one side are not one claim with those on the other ("not the same")
                      Dismissal, ///< "not a difference"
                      SameValue, ///< two values that the machine holds apart are one
                      SavedSearch };

enum class WorkTarget { Claim,
                        Divergence,
                        Article,
                        Library };

enum class Verdict { Supported,
                     Refuted,
                     NotEnough,
                     NotTheSame };

/// Words of an article, named so that they are found again after everything was made anew: by the bytes that the
/// article was first read from, its part of them, and the words themselves.
struct Anchor {
    QByteArray sha256; ///< 32 bytes
    int part = 0;
    TextField field = TextField::Text;
    QString text; ///< empty: the whole article
    int occurrence = 0; ///< which one, where the field has these words more than once; from 0
    int side = 0; ///< of a split: 0 or 1

    bool operator==(const Anchor &) const = default;
};

/// One piece of a person's work.
struct WorkItem {
    WorkKind kind = WorkKind::Note;
    WorkTarget target = WorkTarget::Claim;
    QString name; ///< of a tag or a saved search; of a divergence, nameOf(its kind); else empty
    QString value; ///< nameOf(Verdict); the note; the search; of SameValue the two values, by storedPair(); else empty
    std::vector<Anchor> anchors; ///< of a claim: its statements; of a divergence: its evidence's words
    QDateTime made; ///< UTC, whole seconds

    bool operator==(const WorkItem &) const = default;
};

[[nodiscard]] QString nameOf(WorkKind kind); ///< "verdict" "note" ... "same-value" "saved-search"
[[nodiscard]] QString nameOf(WorkTarget target);
[[nodiscard]] QString nameOf(Verdict verdict); ///< "supported" "refuted" "not-enough" "not-the-same"
[[nodiscard]] std::optional<WorkKind> workKindFromName(QStringView name);
[[nodiscard]] std::optional<WorkTarget> workTargetFromName(QStringView name);
[[nodiscard]] std::optional<Verdict> verdictFromName(QStringView name);

/// Two values in one text, and back.
[[nodiscard]] QString storedPair(const QString &one, const QString &other);
[[nodiscard]] std::optional<std::pair<QString, QString>> pairFromStored(const QString &stored);

/// A statement of an article that is about to be compared: Article::id, and the statement's place in its Facts.
struct StatementRef {
    base::ArticleId article;
    base::StatementId statement;

    auto operator<=>(const StatementRef &) const = default;
};

/// What a comparison has to obey, as plain values. References are to articles that take part; what a person decided about
/// words that are not there any more is left out.
struct PersonConstraints {
    /// The statements of each are one claim, whatever the machine thinks.
    std::vector<std::vector<StatementRef>> joins;

    /// None of `one` is in a claim with any of `other`.
    struct Split {
        std::vector<StatementRef> one;
        std::vector<StatementRef> other;

        bool operator==(const Split &) const = default;
    };
    std::vector<Split> splits;

    /// A divergence of this kind whose evidence lies in these statements (two at least of them) is none.
    struct Dismissal {
        DivergenceKind kind = DivergenceKind::Attribute;
        std::vector<StatementRef> statements;

        bool operator==(const Dismissal &) const = default;
    };
    std::vector<Dismissal> dismissals;

    /// In claims with these statements, the two printed values count as one.
    struct SameValue {
        DivergenceKind kind = DivergenceKind::Attribute;
        QString one;
        QString other;
        std::vector<StatementRef> statements;

        bool operator==(const SameValue &) const = default;
    };
    std::vector<SameValue> sameValues;

    [[nodiscard]] bool isEmpty() const { return joins.empty() && splits.empty() && dismissals.empty() && sameValues.empty(); }
    bool operator==(const PersonConstraints &) const = default;
};

} // namespace variorum::model
