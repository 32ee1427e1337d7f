#include "extraction/extract.h"

#include "extraction/entities/entities.h"
#include "extraction/quantities/quantities.h"
#include "extraction/quotes/quotes.h"
#include "extraction/statements/statements.h"
#include "extraction/times/times.h"

namespace variorum::extraction {

AnnotatedArticle annotate(model::Article article, const language::LanguagePack &pack, std::stop_token stop)
{
    AnnotatedArticle annotated;
    language::AnnotateOptions options;
    for (const model::TextBlock &block : article.blocks)
        options.blocks.push_back(block.span);
    annotated.text = pack.annotate(article.text, options, stop);
    if (article.title) {
        language::AnnotateOptions titleOptions;
        titleOptions.isTitle = true;
        annotated.title = pack.annotate(*article.title, titleOptions, stop);
    }
    annotated.article = std::move(article);
    return annotated;
}

// The steps for callers that hold a whole language pack. Here, so that a test of one step links no models.

std::vector<model::Entity> findEntities(const AnnotatedArticle &annotated, const language::LanguagePack &pack)
{
    return findEntities(annotated, Knowledge{pack.lexicon(), pack.wordLists()});
}

std::vector<model::Statement> findStatements(const AnnotatedArticle &annotated, const FoundSoFar &found, const language::LanguagePack &pack)
{
    return findStatements(annotated, found, Knowledge{pack.lexicon(), pack.wordLists()});
}

model::Facts extract(const AnnotatedArticle &annotated, const language::LanguagePack &pack)
{
    model::Facts facts;
    facts.times = findTimes(annotated, pack.wordLists());
    facts.quantities = findQuantities(annotated, facts.times, pack.wordLists());
    facts.entities = findEntities(annotated, pack);
    facts.quotes = findQuotes(annotated, facts.entities, pack);
    facts.statements = findStatements(annotated, FoundSoFar{facts.entities, facts.times, facts.quantities, facts.quotes}, pack);
    return facts;
}

} // namespace variorum::extraction
