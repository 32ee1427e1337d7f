#include "comparison/compare.h"

#include "comparison/compare_with.h"

namespace variorum::comparison {

model::Comparison compare(std::span<const model::AnalysedArticle> articles, const language::LanguagePack &pack, const std::function<void(int, int)> &progress, std::stop_token stop)
{
    const std::optional<Weights> weights = readWeights([&pack](QStringView key) { return pack.wordLists().value(u"comparison_weights", key); });
    Q_ASSERT(weights); // the pack does not load without its tables
    const LexiconKnowledge knowledge(pack.lexicon());
    const Weights used = weights.value_or(Weights{});
    return compareWith(articles, {knowledge, used, {}}, progress, stop);
}

} // namespace variorum::comparison
