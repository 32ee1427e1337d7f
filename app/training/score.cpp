#include "training/score.h"

#include <algorithm>
#include <map>

namespace variorum::training {

using language::ContextFeatures;
using language::DocumentHints;
using language::NameLabels;
using language::SentenceModel;

namespace {

QString share(int right, int all) { return QString::number(all > 0 ? static_cast<double>(right) / all : 0.0, 'f', 4); }

/// Reads gold sentences one by one, with their documents' hints.
template<typename Sentence>
class Reader {
public:
    Reader(const SentenceModel &model, const language::Lexicon &lexicon, const std::vector<Sentence> &sentences)
        : m_model(model), m_traits(lexicon, model.gazetteer(), &model.features())
    {
        for (const Sentence &sentence : sentences) {
            auto &words = m_words.emplace_back();
            for (const QString &form : sentence.forms)
                words.push_back(&m_traits.of(form));
            m_hints[sentence.document].add(words, language::isTitleCase(words));
        }
    }

    const SentenceModel::Reading &read(size_t number, int document)
    {
        m_contexts.resize(m_words[number].size());
        ContextFeatures::collect(m_words[number], m_hints[document], m_model.gazetteer(), m_contexts);
        const std::array ends = {m_words[number].size()};
        m_model.read(m_words[number], m_contexts, ends, m_room, m_reading);
        return m_reading;
    }

private:
    const SentenceModel &m_model;
    language::TraitsCache m_traits;
    std::vector<std::vector<const language::WordTraits *>> m_words;
    std::map<int, DocumentHints> m_hints;
    std::vector<ContextFeatures::OfWord> m_contexts;
    SentenceModel::Room m_room;
    SentenceModel::Reading m_reading;
};

} // namespace

QString scoreTrees(const SentenceModel &model, const language::Lexicon &lexicon, const std::vector<TreeSentence> &gold)
{
    Reader reader(model, lexicon, gold);
    int words = 0;
    int upos = 0;
    int xpos = 0;
    int heads = 0;
    int labelled = 0;
    for (size_t number = 0; number < gold.size(); ++number) {
        const TreeSentence &sentence = gold[number];
        const SentenceModel::Reading &reading = reader.read(number, sentence.document);
        for (size_t at = 0; at < sentence.size(); ++at) {
            const language::TagPair &pair = model.tagPairs()[reading.tags[at]];
            const bool sameHead = std::max(sentence.heads[at], -1) == reading.heads[at];
            ++words;
            upos += pair.upos == sentence.tags[at].upos ? 1 : 0;
            xpos += pair.xpos == sentence.tags[at].xpos ? 1 : 0;
            heads += sameHead ? 1 : 0;
            labelled += sameHead && mainType(reading.relations[at]) == mainType(sentence.relations[at]) ? 1 : 0;
        }
    }
    return QStringLiteral("universal tags %1, Penn tags %2, heads %3, heads and relations %4")
        .arg(share(upos, words), share(xpos, words), share(heads, words), share(labelled, words));
}

QString scoreNames(const SentenceModel &model, const language::Lexicon &lexicon, const std::vector<NameSentence> &gold)
{
    Reader reader(model, lexicon, gold);
    int right = 0;
    int found = 0;
    int wanted = 0;
    for (size_t number = 0; number < gold.size(); ++number) {
        std::vector<NameLabels::Found> names;
        std::vector<NameLabels::Found> expected;
        NameLabels::namesOf(reader.read(number, gold[number].document).names, names);
        NameLabels::namesOf(gold[number].labels, expected);
        found += static_cast<int>(names.size());
        wanted += static_cast<int>(expected.size());
        for (const NameLabels::Found &name : names) {
            right += std::any_of(expected.begin(), expected.end(), [&](const NameLabels::Found &other) {
                return other.kind == name.kind && other.first == name.first && other.end == name.end;
            }) ? 1 : 0;
        }
    }
    return QStringLiteral("precision %1, recall %2, F1 %3").arg(share(right, found), share(right, wanted), share(2 * right, found + wanted));
}

} // namespace variorum::training
