#pragma once

#include "base/ids.h"
#include "base/shared_vector.h"
#include "model/annotated_text.h"
#include "model/quantity.h"
#include "model/time_value.h"

#include <QString>
#include <optional>
#include <vector>

namespace variorum::model {

enum class OriginKind { Speaker, Agency, Outlet, Document, Anonymous };

/// Who an article has something from.
struct Origin {
    QString name;
    std::optional<base::EntityId> entity;
    OriginKind kind = OriginKind::Speaker;

    bool operator==(const Origin &) const = default;
};

enum class Certainty { Asserted, Reported, Possible, Planned, Denied, Asked };
enum class Polarity { Positive, Negative };

enum class SlotRole { Agent, Patient, Recipient, Place, Origin, Destination, Time, Duration, Quantity, Manner, Attribute, Purpose, Quotation };

/// One part of what a statement says, comparable with the same part of another.
struct Slot {
    SlotRole role = SlotRole::Attribute;
    base::TextSpan span; ///< in the statement's field
    QString text; ///< the words as written
    QString headLemma; ///< lemma of the slot's head word, lower case
    QString value; ///< printed normal form (comparison-json.md, "Normalised values"); empty where there is none
    std::optional<TimeValue> time;
    std::optional<QuantityValue> quantity;
    std::optional<base::EntityId> entity;
    QString rule;

    bool operator==(const Slot &) const = default;
};

/// A word of a statement as comparison needs it, so that it never needs the trees again.
struct StatementWord {
    base::TextSpan span; ///< in the statement's field
    QString lemma; ///< lower case
    Upos upos = Upos::X;
    Deprel deprel = Deprel::Dep;
    std::optional<int> head; ///< index into Statement::words; absent where the head lies outside
    std::optional<base::EntityId> entity; ///< the entity whose mention (pronouns too) the word belongs to; in a Comparison, too, by the number it has in the article's facts

    bool operator==(const StatementWord &) const = default;
};

/// One assertion of one article: a clause, a sentence, or an adjunct that carries its own fact.
struct Statement {
    base::StatementId id;
    base::ArticleId article;
    TextPlace place;
    QString text; ///< the words at place
    std::vector<Origin> origins; ///< outermost last: {a source, Reuters, The Tribune}
    Certainty certainty = Certainty::Asserted;
    Polarity polarity = Polarity::Positive;
    QString predicate; ///< lemma of the head verb or predicate
    base::TextSpan predicateSpan;
    std::vector<Slot> slots; ///< in text order
    base::SharedVector<StatementWord> words; ///< in text order, punctuation left out; the bulk of a statement
    std::optional<base::StatementId> within; ///< the statement whose adjunct or subordinate clause this one is
    std::optional<base::QuoteId> quote; ///< the quotation it stands in
    QString rule; ///< the rule that cut it out

    bool operator==(const Statement &) const = default;
};

} // namespace variorum::model
