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

std::vector<model::Entity> findEntities(const AnnotatedArticle &annotated, const language::LanguagePack &pack, const std::stop_token &stop)
{
    return findEntities(annotated, Knowledge{pack.lexicon(), pack.wordLists()}, stop);
}

std::vector<model::Statement> findStatements(const AnnotatedArticle &annotated, const FoundSoFar &found, const language::LanguagePack &pack, const std::stop_token &stop)
{
    return findStatements(annotated, found, Knowledge{pack.lexicon(), pack.wordLists()}, stop);
}

model::Facts extract(const AnnotatedArticle &annotated, const language::LanguagePack &pack, std::stop_token stop)
{
    model::Facts facts;
    if (!stop.stop_requested())
        facts.times = findTimes(annotated, pack.wordLists());
    if (!stop.stop_requested())
        facts.quantities = findQuantities(annotated, facts.times, pack.wordLists());
    if (!stop.stop_requested())
        facts.entities = findEntities(annotated, pack, stop);
    if (!stop.stop_requested())
        facts.quotes = findQuotes(annotated, facts.entities, pack);
    if (!stop.stop_requested())
        facts.statements = findStatements(annotated, FoundSoFar{facts.entities, facts.times, facts.quantities, facts.quotes}, pack, stop);
    return facts;
}

} // namespace variorum::extraction
