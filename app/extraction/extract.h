#pragma once

#include "language/language_pack.h"
#include "model/annotated_text.h"
#include "model/facts.h"

#include <stop_token>

namespace variorum::extraction {

/// What extraction reads: an article, and its two texts annotated.
struct AnnotatedArticle {
    model::Article article;
    model::AnnotatedText title;
    model::AnnotatedText text;

    [[nodiscard]] const model::AnnotatedText &field(model::TextField which) const
    {
        return which == model::TextField::Title ? title : text;
    }
};

[[nodiscard]] AnnotatedArticle annotate(model::Article article, const language::LanguagePack &pack, std::stop_token stop = {});

/// Everything that the article asserts. Pure. Relative times start from article.published (see publishedBasis);
/// without it they stay unresolved. The steps, each in its folder, in order: times, quantities, entities, quotes,
/// statements (which takes the other four and ties them to slots and origins). On `stop`, what is not done is left
/// out: such facts are part of the facts and not to be kept.
[[nodiscard]] model::Facts extract(const AnnotatedArticle &annotated, const language::LanguagePack &pack, std::stop_token stop = {});

} // namespace variorum::extraction
