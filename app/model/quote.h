#pragma once

#include "base/ids.h"
#include "model/article.h"

#include <QString>
#include <optional>

namespace variorum::model {

/// What an article gives as another's words. The place covers the words without their quotation marks; of a
/// split quote from the first part to the last.
struct Quote {
    base::QuoteId id;
    base::ArticleId article;
    TextPlace place;
    QString text; ///< the words, parts of a split quote joined by a space
    bool isDirect = true;
    QString speaker; ///< as resolved ("Dmitry Peskov"); empty where unknown
    std::optional<base::EntityId> speakerEntity;
    QString cue; ///< the reporting word's lemma ("say"); may be empty
    QString via; ///< who passed it on ("TASS"); may be empty
    QString rule;

    bool operator==(const Quote &) const = default;
};

} // namespace variorum::model
