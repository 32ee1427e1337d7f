// variorum-train CORPORA_DIR MODELS_DIR RESOURCE_DIR [STEP ...]
//     trains the models of resources/models/en from the corpora and prints their scores. Steps: tagger words parser names
//     (all by default; a step needs the files of those before it). Same corpora, same bytes.
// variorum-train --annotate RESOURCE_DIR RAW.txt
//     annotates a plain text with the models in place, as CoNLL-U, to be scored; says on standard error how fast it was.
//
// CORPORA_DIR holds ud-ewt/, gum-open/, uner-ewt/ and ner/; RESOURCE_DIR a build's share/variorum (wordnet.lexicon).

#include "language/conllu_writer.h"
#include "language/language_pack.h"
#include "language/lemmatizer.h"
#include "language/name_finder.h"
#include "language/parser.h"
#include "language/tagger.h"
#include "training/corpora.h"
#include "training/linear_trainer.h"
#include "training/score.h"
#include "training/train_names.h"
#include "training/train_parser.h"
#include "training/train_words.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>
#include <map>

namespace {

using namespace variorum;
using namespace variorum::training;
using language::TagPair;

constexpr int kFolds = 3;

/// What is left out of a model: see LinearTrainer::prune().
struct Pruning {
    double minimum;
    quint32 leastChanges;
};
constexpr Pruning kTaggerPruning = {0.02, 2};
constexpr Pruning kParserPruning = {0.05, 4};
constexpr Pruning kNamePruning = {0.02, 2};

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// What the steps share.
struct Workshop {
    QString corpora;
    QString models;
    std::unique_ptr<const language::Lexicon> lexicon;
    std::unique_ptr<language::TraitsCache> traits;
    std::vector<TreeSentence> train;
    std::vector<TreeSentence> development;
    std::vector<TagPair> pairs;
    std::vector<PreparedSentence> prepared; // of train
    std::vector<PreparedSentence> preparedDevelopment;
    std::map<QString, size_t> trainPlaces; // by the sentence's words: the corpora of names take their tags from here
};

void loadTreebanks(Workshop &shop)
{
    int documents = 0;
    for (const char *const name : {"ud-ewt", "gum-open"}) {
        std::vector<TreeSentence> sentences = readTreebank(shop.corpora + u'/' + QLatin1String(name) + QStringLiteral("/train.conllu"));
        for (TreeSentence &sentence : sentences) {
            sentence.document += documents;
            shop.train.push_back(std::move(sentence));
        }
        documents = shop.train.empty() ? 0 : shop.train.back().document;
    }
    // Headlines are missing from the treebanks: every twelfth fitting sentence is read once more as one.
    const size_t count = shop.train.size();
    for (size_t at = 0; at < count; at += 12) {
        if (auto headline = asHeadline(shop.train[at]))
            shop.train.push_back(std::move(*headline));
    }
    shop.development = readTreebank(shop.corpora + QStringLiteral("/ud-ewt/dev.conllu"));
    shop.pairs = collectPairs(shop.train);
    for (const TreeSentence &sentence : shop.train)
        shop.prepared.push_back(prepare(sentence, shop.pairs, *shop.traits));
    for (const TreeSentence &sentence : shop.development)
        shop.preparedDevelopment.push_back(prepare(sentence, shop.pairs, *shop.traits));
    say(QStringLiteral("treebanks: %1 sentences, %2 tag pairs").arg(shop.train.size()).arg(shop.pairs.size()));
}

QString wordsOf(const std::vector<QString> &forms) { return QStringList(forms.begin(), forms.end()).join(u' '); }

void jackknife(Workshop &shop)
{
    std::vector<int> folds;
    for (const TreeSentence &sentence : shop.train)
        folds.push_back(sentence.document % kFolds);
    predictTags(shop.prepared, folds, kFolds, 3, shop.pairs.size());
    for (size_t at = 0; at < shop.train.size(); ++at)
        shop.trainPlaces.emplace(wordsOf(shop.train[at].forms), at);
    int words = 0;
    int right = 0;
    for (const PreparedSentence &sentence : shop.prepared) {
        for (size_t at = 0; at < sentence.gold.size(); ++at) {
            ++words;
            right += shop.pairs[sentence.gold[at]].upos == shop.pairs[sentence.predicted[at]].upos ? 1 : 0;
        }
    }
    say(QStringLiteral("jackknifed universal tags: %1").arg(static_cast<double>(right) / std::max(words, 1)));
}

bool save(const Workshop &shop, const QString &name, const language::ModelFileWriter &writer)
{
    const QString path = shop.models + u'/' + name + QStringLiteral(".model");
    const auto written = writer.write(path);
    if (!written)
        std::fprintf(stderr, "cannot write %s: %s\n", qPrintable(path), qPrintable(written.error().detail));
    else
        say(QStringLiteral("%1.model: %2 bytes").arg(name).arg(QFileInfo(path).size()));
    return written.hasValue();
}

std::unique_ptr<const language::ModelFile> openModel(const Workshop &shop, const QString &name)
{
    auto file = language::ModelFile::open(shop.models + u'/' + name + QStringLiteral(".model"));
    return file ? std::move(file).value() : nullptr;
}

bool makeTagger(Workshop &shop)
{
    LinearTrainer trainer(static_cast<int>(shop.pairs.size()));
    trainTagger(shop.prepared, [](size_t) { return true; }, 8, 11, trainer);
    trainer.finish();
    QStringList labels;
    for (const TagPair &pair : shop.pairs)
        labels.append(language::Tagger::labelOf(pair));
    trainer.prune(kTaggerPruning.minimum, kTaggerPruning.leastChanges);
    language::ModelFileWriter writer;
    say(QStringLiteral("tagger: %1 features").arg(trainer.write(writer, "tag", labels)));
    return save(shop, QStringLiteral("tagger"), writer);
}

bool makeWords(Workshop &shop)
{
    language::ModelFileWriter writer;
    writeWords(shop.train, *shop.lexicon, writer);
    return save(shop, QStringLiteral("words"), writer);
}

std::vector<PreparedTree> treesOf(const std::vector<TreeSentence> &sentences, const std::vector<PreparedSentence> &prepared, const std::vector<model::Deprel> &relations)
{
    std::vector<PreparedTree> trees;
    for (size_t at = 0; at < sentences.size(); ++at)
        trees.push_back(prepareTree(sentences[at], prepared[at], relations));
    return trees;
}

bool makeParser(Workshop &shop, const language::Tagger &tagger)
{
    const std::vector<model::Deprel> relations = collectRelations(shop.train);
    LinearTrainer trainer(static_cast<int>(actionLabels(relations).size()));
    trainParser(treesOf(shop.train, shop.prepared, relations), shop.pairs, 8, trainer);
    trainer.finish();
    trainer.prune(kParserPruning.minimum, kParserPruning.leastChanges);
    language::ModelFileWriter writer;
    say(QStringLiteral("parser: %1 features").arg(trainer.write(writer, "arc", actionLabels(relations))));
    if (!save(shop, QStringLiteral("parser"), writer))
        return false;
    const auto file = openModel(shop, QStringLiteral("parser"));
    const auto parser = file ? language::Parser::from(*file) : std::nullopt;
    if (!parser)
        return false;
    for (PreparedSentence &sentence : shop.preparedDevelopment) {
        sentence.predicted.resize(sentence.words.size());
        tagger.tag(sentence.words, sentence.predicted);
    }
    say(QStringLiteral("parser, ud-ewt dev: ") + scoreParser(*parser, treesOf(shop.development, shop.preparedDevelopment, relations), relations, shop.pairs));
    return true;
}

struct NameCorpus {
    QString path;
    int labelColumn;
    int formColumn;
    int copies;
};

std::vector<NameCorpus> nameCorpora(const QString &corpora)
{
    const QString ner = corpora + QStringLiteral("/ner/");
    std::vector<NameCorpus> found = {
        {corpora + QStringLiteral("/uner-ewt/train.iob2"), 2, 1, 3},
        {corpora + QStringLiteral("/gum-open/train.conllu"), 0, 0, 1},
        {ner + QStringLiteral("wikigold/CONLL-format/data/wikigold.conll.txt"), -1, 0, 1},
        {ner + QStringLiteral("wnut17/wnut17train.conll"), -1, 0, 1},
    };
    for (const char *const folder : {"BTC/CONLL-format/data", "SEC-filings/CONLL-format/data", "re3d/CONLL-format/data-by-source/conll"}) {
        QStringList files;
        QDirIterator iterator(ner + QLatin1String(folder), {QStringLiteral("*.conll"), QStringLiteral("*.txt")}, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            files.append(iterator.next());
        files.sort();
        for (const QString &file : files)
            found.push_back({file, -1, 0, 1});
    }
    return found;
}

bool makeNames(Workshop &shop, const language::Tagger &tagger)
{
    std::vector<std::vector<NameSentence>> corpora; // kept: traits are views into the forms
    std::vector<std::unique_ptr<language::DocumentHints>> hints;
    std::vector<PreparedNames> prepared;
    for (const NameCorpus &corpus : nameCorpora(shop.corpora)) {
        if (corpus.path.endsWith(QLatin1String(".conllu"))) {
            corpora.emplace_back();
            for (const TreeSentence &sentence : readTreebank(corpus.path))
                corpora.back().push_back(namesAmongEntities(sentence));
        } else {
            corpora.push_back(readNames(corpus.path, corpus.formColumn, corpus.labelColumn));
        }
        int document = -1;
        for (const NameSentence &sentence : corpora.back()) {
            if (hints.empty() || sentence.document != document || &sentence == &corpora.back().front())
                hints.push_back(std::make_unique<language::DocumentHints>());
            document = sentence.document;
            PreparedNames names;
            for (const QString &form : sentence.forms)
                names.sentence.words.push_back(&shop.traits->of(form));
            hints.back()->add(names.sentence.words, language::Tagger::isTitleCase(names.sentence.words));
            const auto place = shop.trainPlaces.find(wordsOf(sentence.forms));
            names.sentence.predicted.resize(names.sentence.words.size());
            if (place != shop.trainPlaces.end())
                names.sentence.predicted = shop.prepared[place->second].predicted;
            else
                tagger.tag(names.sentence.words, names.sentence.predicted);
            names.labels = sentence.labels;
            names.hints = hints.back().get();
            names.copies = corpus.copies;
            prepared.push_back(std::move(names));
        }
    }
    say(QStringLiteral("names: %1 sentences").arg(prepared.size()));
    LinearTrainer trainer(language::NameFinder::kLabelCount);
    trainNames(prepared, shop.pairs, 8, trainer);
    trainer.finish();
    trainer.prune(kNamePruning.minimum, kNamePruning.leastChanges);
    language::ModelFileWriter writer;
    say(QStringLiteral("names: %1 features").arg(trainer.write(writer, "name", nameLabels())));
    if (!save(shop, QStringLiteral("names"), writer))
        return false;
    const auto file = openModel(shop, QStringLiteral("names"));
    const auto finder = file ? language::NameFinder::from(*file) : std::nullopt;
    if (!finder)
        return false;
    const std::vector<NameSentence> development = readNames(shop.corpora + QStringLiteral("/uner-ewt/dev.iob2"), 1, 2);
    say(QStringLiteral("names, uner-ewt dev: ") + scoreNames(*finder, development, tagger, *shop.traits));
    return true;
}

int train(const QStringList &arguments)
{
    Workshop shop;
    shop.corpora = arguments.at(0);
    shop.models = arguments.at(1);
    auto lexicon = language::Lexicon::open(arguments.at(2) + QStringLiteral("/wordnet.lexicon"));
    if (!lexicon) {
        std::fprintf(stderr, "cannot open %s\n", qPrintable(lexicon.error().path));
        return 1;
    }
    shop.lexicon = std::move(lexicon).value();
    shop.traits = std::make_unique<language::TraitsCache>(*shop.lexicon);
    const QStringList steps = arguments.mid(3);
    const auto wants = [&](const char *step) { return steps.isEmpty() || steps.contains(QLatin1String(step)); };

    QElapsedTimer timer;
    timer.start();
    loadTreebanks(shop);
    if (shop.train.empty() || (wants("tagger") && !makeTagger(shop)) || (wants("words") && !makeWords(shop)))
        return 1;
    const auto file = openModel(shop, QStringLiteral("tagger"));
    const auto tagger = file ? language::Tagger::from(*file) : std::nullopt;
    if (!tagger)
        return 1;
    say(QStringLiteral("tagger, ud-ewt dev: %1 (%2 s)").arg(scoreTagger(*tagger, shop.preparedDevelopment)).arg(timer.elapsed() / 1000));
    if (wants("parser") || wants("names"))
        jackknife(shop);
    say(QStringLiteral("jackknifing done (%1 s)").arg(timer.elapsed() / 1000));
    if (wants("names") && !makeNames(shop, *tagger))
        return 1;
    say(QStringLiteral("names done (%1 s)").arg(timer.elapsed() / 1000));
    if (wants("parser") && !makeParser(shop, *tagger))
        return 1;
    say(QStringLiteral("done (%1 s)").arg(timer.elapsed() / 1000));
    return 0;
}

int annotate(const QString &resources, const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const auto pack = language::LanguagePack::load(resources);
    if (!pack) {
        std::fprintf(stderr, "cannot load: %s %s\n", qPrintable(pack.error().path), qPrintable(pack.error().detail));
        return 1;
    }
    const double loading = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
        return 1;
    }
    const QString text = QString::fromUtf8(file.readAll());
    timer.restart();
    language::AnnotateOptions options;
    options.plain = true;
    const model::AnnotatedText annotated = pack.value()->annotate(text, options);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::fprintf(stderr, "loaded in %.1f ms; %zu words, %.0f words/s\n", loading, annotated.tokens.size(), static_cast<double>(annotated.tokens.size()) / seconds);
    std::fputs(language::toConllu(annotated, QFileInfo(path).fileName()).toUtf8().constData(), stdout);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() == 3 && arguments.at(0) == QLatin1String("--annotate"))
        return annotate(arguments.at(1), arguments.at(2));
    if (arguments.size() < 3) {
        std::fputs("usage: variorum-train CORPORA_DIR MODELS_DIR RESOURCE_DIR [tagger|words|parser|names ...]\n"
                   "       variorum-train --annotate RESOURCE_DIR RAW.txt\n",
                   stderr);
        return 2;
    }
    return train(arguments);
}
