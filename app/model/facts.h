#pragma once

#include "model/entity.h"
#include "model/quantity.h"
#include "model/quote.h"
#include "model/statement.h"
#include "model/time_value.h"

#include <vector>

namespace variorum::model {

/// All that extraction found in one article. Ids count from 0 within the article and are the places in these
/// vectors; Mention::article, Quote::article and Statement::article are ArticleId{0}. A comparison gives new ids.
struct Facts {
    std::vector<Entity> entities;
    std::vector<TimeMention> times;
    std::vector<QuantityMention> quantities;
    std::vector<Quote> quotes;
    std::vector<Statement> statements;

    bool operator==(const Facts &) const = default;
};

/// An article and what was found in it: what comparison reads and the library keeps.
struct AnalysedArticle {
    Article article;
    Facts facts;

    bool operator==(const AnalysedArticle &) const = default;
};

} // namespace variorum::model
