#include "training/score.h"

#include <algorithm>
#include <map>

namespace variorum::training {

using language::NameFinder;
using language::Parser;
using language::ParserState;

namespace {

QString share(int right, int all) { return QString::number(all > 0 ? static_cast<double>(right) / all : 0.0, 'f', 4); }

} // namespace

QString scoreTagger(const language::Tagger &tagger, std::vector<PreparedSentence> &sentences)
{
    int words = 0;
    int upos = 0;
    int both = 0;
    for (PreparedSentence &sentence : sentences) {
        sentence.predicted.resize(sentence.words.size());
        tagger.tag(sentence.words, sentence.predicted);
        for (size_t at = 0; at < sentence.words.size(); ++at) {
            const language::TagPair &gold = tagger.pairs()[sentence.gold[at]];
            const language::TagPair &found = tagger.pairs()[sentence.predicted[at]];
            ++words;
            upos += gold.upos == found.upos ? 1 : 0;
            both += gold.xpos == found.xpos ? 1 : 0;
        }
    }
    return QStringLiteral("universal tags %1, treebank tags %2").arg(share(upos, words), share(both, words));
}

QString scoreParser(const Parser &parser, const std::vector<PreparedTree> &trees, const std::vector<model::Deprel> &relations,
                    const std::vector<language::TagPair> &pairs)
{
    ParserState state;
    std::vector<Parser::Arc> arcs;
    int words = 0;
    int heads = 0;
    int labelled = 0;
    for (const PreparedTree &tree : trees) {
        arcs.resize(tree.heads.size());
        parser.parse(tree.sentence->words, tree.sentence->predicted, pairs, state, arcs);
        for (size_t at = 0; at < arcs.size(); ++at) {
            const bool sameHead = (arcs[at].head == ParserState::kNone ? static_cast<int>(arcs.size()) : arcs[at].head) == tree.heads[at];
            const bool sameRelation = mainType(arcs[at].label) == mainType(relations[tree.relations[at]]);
            ++words;
            heads += sameHead ? 1 : 0;
            labelled += sameHead && sameRelation ? 1 : 0;
        }
    }
    return QStringLiteral("heads %1, heads and relations %2").arg(share(heads, words), share(labelled, words));
}

QString scoreNames(const NameFinder &finder, const std::vector<NameSentence> &gold, const language::Tagger &tagger, language::TraitsCache &traits)
{
    std::vector<std::vector<const language::WordTraits *>> words;
    std::map<int, language::DocumentHints> hints;
    for (const NameSentence &sentence : gold) {
        auto &traitsOfSentence = words.emplace_back();
        for (const QString &form : sentence.forms)
            traitsOfSentence.push_back(&traits.of(form));
        hints[sentence.document].add(traitsOfSentence, language::Tagger::isTitleCase(traitsOfSentence));
    }
    int right = 0;
    int found = 0;
    int wanted = 0;
    std::vector<quint8> tags;
    for (size_t at = 0; at < gold.size(); ++at) {
        tags.resize(words[at].size());
        tagger.tag(words[at], tags);
        std::vector<NameFinder::Found> names;
        std::vector<NameFinder::Found> expected;
        finder.find(words[at], tags, tagger.pairs(), hints[gold[at].document], names);
        NameFinder::namesOf(gold[at].labels, expected);
        found += static_cast<int>(names.size());
        wanted += static_cast<int>(expected.size());
        for (const NameFinder::Found &name : names) {
            right += std::any_of(expected.begin(), expected.end(), [&](const NameFinder::Found &other) {
                return other.kind == name.kind && other.first == name.first && other.end == name.end;
            }) ? 1 : 0;
        }
    }
    return QStringLiteral("precision %1, recall %2, F1 %3").arg(share(right, found), share(right, wanted), share(2 * right, found + wanted));
}

} // namespace variorum::training
