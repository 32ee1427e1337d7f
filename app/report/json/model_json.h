#pragma once

#include "base/offset_map.h"
#include "model/article.h"
#include "model/entity.h"
#include "model/quote.h"
#include "model/statement.h"
#include "report/json/json_writer.h"

#include <optional>

// The pieces that comparison-json.md and annotation-json.md have in common.

namespace variorum::report {

/// An article's two texts as code points: documents count so, the program counts UTF-16 units.
class CodePoints {
public:
    explicit CodePoints(const model::Article &article);

    /// "start" and "end" of a span in one of the texts. A span outside of it is written as it stands.
    void writeSpan(JsonWriter &json, model::TextField field, const base::TextSpan &span) const;
    /// "in", "start" and "end".
    void writePlace(JsonWriter &json, const model::TextPlace &place) const;

private:
    base::OffsetMap m_title;
    base::OffsetMap m_text;
};

void writeOrigin(JsonWriter &json, const model::Origin &origin);

/// The article's id is null where there is none: in an annotation nothing but the one article is spoken of.
void writeStatement(JsonWriter &json, const model::Statement &statement, std::optional<base::ArticleId> article, const CodePoints &codePoints);

/// What a quote is in both documents, without the braces.
void writeQuoteFields(JsonWriter &json, const model::Quote &quote, const CodePoints &codePoints);

void writeDateField(JsonWriter &json, const char *name, const std::optional<model::NewsDate> &date);

/// Title to dateline: what the article says of itself, without the braces.
void writeMetadataFields(JsonWriter &json, const model::Article &article);

template<typename Kind>
void writeId(JsonWriter &json, const char *name, const std::optional<base::Id<Kind>> &id)
{
    json.key(name);
    if (id)
        json.value(id->value);
    else
        json.null();
}

} // namespace variorum::report
