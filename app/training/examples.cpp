#include "training/examples.h"

#include <algorithm>
#include <array>

namespace variorum::training {

using language::ContextFeatures;
using language::DocumentHints;
using language::TagPair;
using model::Deprel;

namespace {

constexpr int kLeastSpellings = 2; ///< met less often, a spelling has no row of its own
constexpr int kLeastOthers = 8;
constexpr int kLeastRelations = 30; ///< rarer subtypes are read as their main type
constexpr size_t kMostPairs = 240;

QString wordsOf(const std::vector<QString> &forms) { return QStringList(forms.begin(), forms.end()).join(u' '); }

/// British news writes "Mr" and "Dr" without a stop; the treebanks hardly ever.
void dropTitleStops(TreeSentence &sentence)
{
    for (QString &form : sentence.forms) {
        if (form == QLatin1String("Mr.") || form == QLatin1String("Mrs.") || form == QLatin1String("Ms.") || form == QLatin1String("Dr."))
            form.chop(1);
    }
}

} // namespace

std::optional<TreeSentence> dressed(const TreeSentence &sentence, Dress dress)
{
    if (dress == Dress::Headline)
        return asHeadline(sentence);
    TreeSentence copy = sentence;
    if (dress == Dress::NoFullStop) {
        if (sentence.size() < 4 || sentence.forms.back() != QLatin1String(".") || sentence.heads.back() < 0)
            return std::nullopt;
        copy.forms.pop_back();
        copy.lemmas.pop_back();
        copy.features.pop_back();
        copy.tags.pop_back();
        copy.heads.pop_back();
        copy.relations.pop_back();
        const auto last = static_cast<int>(copy.size());
        return std::any_of(copy.heads.begin(), copy.heads.end(), [last](int head) { return head >= last; }) ? std::nullopt : std::optional(copy);
    }
    for (QString &form : copy.forms)
        form = dress == Dress::SmallLetters ? form.toLower() : form.toUpper();
    return copy;
}

ExampleSet::ExampleSet(const language::Lexicon &lexicon, const language::Gazetteer &gazetteer) : m_gazetteer(gazetteer), m_traits(lexicon, gazetteer) {}

DocumentHints *ExampleSet::hintsFor(int document, bool isNewCorpus)
{
    if (m_hints.empty() || isNewCorpus || document != m_document)
        m_hints.push_back(std::make_unique<DocumentHints>());
    m_document = document;
    return m_hints.back().get();
}

void ExampleSet::add(TreeSentence tree, const NameSentence *names, quint8 corpus, float nameWeight, DocumentHints *hints)
{
    auto sentence = std::make_unique<Sentence>();
    sentence->tree = std::move(tree);
    for (const QString &form : sentence->tree.forms)
        sentence->words.push_back(&m_traits.of(form));
    sentence->names.assign(sentence->tree.size(), 0);
    for (size_t at = 0; names && at < sentence->tree.size(); ++at)
        sentence->names[at] = names->labels[at];
    sentence->nameWeight = names ? nameWeight : 0;
    sentence->corpus = corpus;
    sentence->hints = hints;
    m_sentences.push_back(std::move(sentence));
}

void ExampleSet::collectSwaps(const std::vector<NameSentence> &sentences)
{
    for (const NameSentence &sentence : sentences)
        m_swaps.collect(sentence);
}

/// The sentence of that number with other names, as a text of its own: what its article tells of the old names is not theirs.
void ExampleSet::addSwapped(size_t number)
{
    const Sentence &original = *m_sentences[number];
    auto swapped = m_swaps.swapped(original.tree, original.names, m_random);
    if (!swapped || original.nameWeight <= 0)
        return;
    NameSentence names;
    names.labels = original.names;
    m_hints.push_back(std::make_unique<DocumentHints>());
    add(std::move(*swapped), &names, original.corpus, original.nameWeight, m_hints.back().get());
    m_sentences.back()->isCopy = true;
    m_hints.back()->add(m_sentences.back()->words, language::isTitleCase(m_sentences.back()->words));
}

/// Sentences that follow each other in one text joined to one, for names only: in use a signature or a heading without a
/// mark hangs on to what stands beside it, and a name must not depend on that.
void ExampleSet::addJoined(std::span<const size_t> numbers)
{
    const Sentence &first = *m_sentences[numbers.front()];
    TreeSentence tree;
    NameSentence names;
    for (const size_t number : numbers) {
        const Sentence &part = *m_sentences[number];
        if (part.nameWeight <= 0 || part.hints != first.hints)
            return;
        tree.forms.insert(tree.forms.end(), part.tree.forms.begin(), part.tree.forms.end());
        names.labels.insert(names.labels.end(), part.names.begin(), part.names.end());
    }
    add(std::move(tree), &names, first.corpus, first.nameWeight, first.hints);
    m_sentences.back()->isCopy = true;
}

/// `numbers`: sentences of one treebank in order.
void ExampleSet::addCopiesForNames(std::span<const size_t> numbers)
{
    constexpr size_t kSwapEvery = 2;
    constexpr size_t kJoinEvery = 8; // of those that end with a mark; of the others every one
    for (size_t at = 0; at < numbers.size(); ++at) {
        if (at % kSwapEvery == 0)
            addSwapped(numbers[at]);
        const QString &last = m_sentences[numbers[at]]->tree.forms.back();
        const bool isMarked = last == QLatin1String(".") || last == QLatin1String("!") || last == QLatin1String("?");
        const size_t count = 2 + static_cast<size_t>(m_random.below(2));
        if ((!isMarked || at % kJoinEvery == 0) && at + count <= numbers.size())
            addJoined(numbers.subspan(at, count));
    }
}

void ExampleSet::addTrees(std::vector<TreeSentence> sentences, std::map<QString, NameSentence> names, quint8 corpus, float nameWeight)
{
    struct Copy {
        size_t every;
        Dress dress;
    };
    constexpr std::array kCopies = {Copy{12, Dress::Headline}, Copy{10, Dress::NoFullStop}, Copy{30, Dress::SmallLetters}, Copy{60, Dress::AllCapitals}};
    std::vector<size_t> originals;
    for (size_t at = 0; at < sentences.size(); ++at) {
        const auto found = names.find(wordsOf(sentences[at].forms));
        const NameSentence *const known = found != names.end() ? &found->second : nullptr;
        if (at % 2 == 0)
            dropTitleStops(sentences[at]);
        DocumentHints *const hints = hintsFor(sentences[at].document, at == 0);
        std::vector<std::pair<TreeSentence, Dress>> copies;
        for (const Copy &copy : kCopies) {
            auto made = at % copy.every == 0 ? dressed(sentences[at], copy.dress) : std::nullopt;
            if (made)
                copies.emplace_back(std::move(*made), copy.dress);
        }
        originals.push_back(m_sentences.size());
        add(std::move(sentences[at]), known, corpus, nameWeight, hints);
        hints->add(m_sentences.back()->words, language::isTitleCase(m_sentences.back()->words));
        for (auto &[copy, dress] : copies)
            add(std::move(copy), dress == Dress::SmallLetters ? nullptr : known, corpus, nameWeight, hints);
    }
    addCopiesForNames(originals);
}

void ExampleSet::addNames(std::vector<NameSentence> sentences, quint8 corpus, float nameWeight)
{
    bool isFirst = true;
    for (const NameSentence &sentence : sentences) {
        DocumentHints *const hints = hintsFor(sentence.document, isFirst);
        isFirst = false;
        TreeSentence tree;
        tree.forms = sentence.forms;
        add(std::move(tree), &sentence, corpus, nameWeight, hints);
        hints->add(m_sentences.back()->words, language::isTitleCase(m_sentences.back()->words));
    }
}

std::map<quint64, int> ExampleSet::countFeatures(bool spellingsOnly) const
{
    std::map<quint64, int> counts;
    for (const auto &sentence : m_sentences) {
        if (sentence->isCopy)
            continue;
        for (const language::WordTraits *const word : sentence->words) {
            const size_t begin = spellingsOnly ? 0 : word->spellingCount;
            const size_t end = spellingsOnly ? word->spellingCount : word->featureCount;
            for (size_t at = begin; at < end; ++at)
                ++counts[word->features[at]];
        }
    }
    return counts;
}

std::vector<quint64> ExampleSet::chooseFeatures() const
{
    std::vector<quint64> features{0};
    for (const auto &[feature, count] : countFeatures(true)) {
        if (count >= kLeastSpellings)
            features.push_back(feature);
    }
    for (const auto &[feature, count] : countFeatures(false)) {
        if (count >= kLeastOthers)
            features.push_back(feature);
    }
    return features;
}

std::vector<TagPair> ExampleSet::collectPairs() const
{
    std::map<std::pair<int, int>, int> counts;
    for (const auto &sentence : m_sentences) {
        for (const TagPair &pair : sentence->tree.tags)
            ++counts[{static_cast<int>(pair.upos), static_cast<int>(pair.xpos)}];
    }
    std::vector<std::pair<int, TagPair>> sorted;
    for (const auto &[pair, count] : counts) {
        if (count >= 5)
            sorted.push_back({count, {static_cast<model::Upos>(pair.first), static_cast<model::Xpos>(pair.second)}});
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &one, const auto &other) { return one.first > other.first; });
    std::vector<TagPair> pairs;
    for (const auto &[count, pair] : sorted)
        pairs.push_back(pair);
    pairs.resize(std::min(pairs.size(), kMostPairs));
    return pairs;
}

std::vector<Deprel> ExampleSet::collectRelations() const
{
    std::map<Deprel, int> counts;
    for (const auto &sentence : m_sentences) {
        for (const Deprel relation : sentence->tree.relations)
            ++counts[relation];
    }
    std::vector<Deprel> relations;
    for (const auto &[relation, count] : counts) {
        if (count >= kLeastRelations || relation == mainType(relation))
            relations.push_back(relation);
    }
    return relations;
}

Example ExampleSet::make(const Sentence &sentence, const std::map<quint64, quint32> &rows, const std::map<quint64, int> &counts,
                         const std::vector<TagPair> &pairs, const std::vector<Deprel> &relations) const
{
    Example example;
    std::vector<ContextFeatures::OfWord> contexts(sentence.words.size());
    ContextFeatures::collect(sentence.words, *sentence.hints, m_gazetteer, contexts);
    for (size_t at = 0; at < sentence.words.size(); ++at) {
        const language::WordTraits &word = *sentence.words[at];
        quint8 spellings = 0;
        for (size_t number = 0; number < word.featureCount; ++number) {
            const auto row = rows.find(word.features[number]);
            if (row != rows.end())
                example.rows.push_back(row->second);
            else if (number == 0)
                example.rows.push_back(language::FeatureTable::kUnknownWord);
            if (number < word.spellingCount && (row != rows.end() || number == 0))
                ++spellings;
        }
        example.rowEnds.push_back(static_cast<quint32>(example.rows.size()));
        example.spellingRows.push_back(spellings);
        const auto count = counts.find(word.features[0]);
        example.dropChance.push_back(0.02F + 0.4F / (0.4F + static_cast<float>(count == counts.end() ? 0 : count->second)));
        example.contexts.insert(example.contexts.end(), contexts[at].numbers.begin(), contexts[at].numbers.begin() + contexts[at].count);
        example.contextEnds.push_back(static_cast<quint32>(example.contexts.size()));
    }
    const auto classOf = [&pairs](const TagPair &pair) {
        auto found = std::find(pairs.begin(), pairs.end(), pair);
        if (found == pairs.end())
            found = std::find_if(pairs.begin(), pairs.end(), [&](const TagPair &other) { return other.upos == pair.upos; });
        return found == pairs.end() ? quint8{0} : static_cast<quint8>(found - pairs.begin());
    };
    const auto relationOf = [&relations](Deprel relation) {
        auto found = std::find(relations.begin(), relations.end(), relation);
        if (found == relations.end())
            found = std::find(relations.begin(), relations.end(), mainType(relation));
        return found == relations.end() ? quint8{0} : static_cast<quint8>(found - relations.begin());
    };
    for (size_t at = 0; at < sentence.tree.heads.size(); ++at) {
        example.tags.push_back(classOf(sentence.tree.tags[at]));
        example.heads.push_back(sentence.tree.heads[at] < 0 ? static_cast<int>(sentence.words.size()) : sentence.tree.heads[at]);
        example.relations.push_back(relationOf(sentence.tree.relations[at]));
    }
    example.names = sentence.names;
    example.treeWeight = sentence.tree.heads.empty() ? 0 : 1;
    example.nameWeight = sentence.nameWeight;
    example.corpus = sentence.corpus;
    return example;
}

std::vector<Example> ExampleSet::make(const std::vector<quint64> &features, const std::vector<TagPair> &pairs, const std::vector<Deprel> &relations) const
{
    std::map<quint64, quint32> rows;
    for (size_t row = 1; row < features.size(); ++row)
        rows.emplace(features[row], static_cast<quint32>(row));
    const std::map<quint64, int> counts = countFeatures(true);
    std::vector<Example> examples;
    examples.reserve(m_sentences.size());
    for (const auto &sentence : m_sentences)
        examples.push_back(make(*sentence, rows, counts, pairs, relations));
    return examples;
}

} // namespace variorum::training
