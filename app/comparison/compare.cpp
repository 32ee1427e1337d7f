#include "comparison/compare.h"

#include "comparison/compare_with.h"
#include "model/units.h"

namespace variorum::comparison {

model::Comparison compare(std::span<const model::AnalysedArticle> articles, const language::LanguagePack &pack, const std::function<void(int, int)> &progress, std::stop_token stop, const ComparisonHelp &help)
{
    const std::optional<Weights> weights = readWeights([&pack](QStringView key) { return pack.wordLists().value(u"comparison_weights", key); });
    Q_ASSERT(weights); // the pack does not load without its tables
    const std::optional<PairModel> pairs = PairModel::read([&pack](QStringView key) { return pack.wordLists().columns(u"claim_pairs", key); });
    Q_ASSERT(pairs); // likewise
    const LexiconKnowledge knowledge(pack.lexicon(), pack.wordLists(), pack.wordVectors());
    const Weights used = weights.value_or(Weights{});
    const UnitConverter convert = [](double value, const QString &from, const QString &to) { return model::convertUnit(value, from, to); };
    return compareWith(articles, {knowledge, used, pairs.value_or(PairModel()), convert, {}, help}, progress, stop);
}

} // namespace variorum::comparison
