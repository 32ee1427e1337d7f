// variorum-train CORPORA_DIR MODELS_DIR RESOURCE_DIR [EPOCHS [CHECKPOINT]]
//     trains the models of resources/models/en from the corpora and prints their scores. Same corpora, same bytes. A
//     training that was broken off goes on from the file CHECKPOINT, which is written after each epoch.
// variorum-train --annotate RESOURCE_DIR RAW.txt
//     annotates a plain text with the models in place, as CoNLL-U, to be scored; says on standard error how fast it was.
//
// CORPORA_DIR holds ud-ewt/, gum-open/, uner-ewt/ and ner/; RESOURCE_DIR a build's share/variorum (wordnet.lexicon, lexicon/).

#include "language/conllu_writer.h"
#include "language/language_pack.h"
#include "language/sentence_model.h"
#include "training/corpora.h"
#include "training/examples.h"
#include "training/gazetteer_tables.h"
#include "training/score.h"
#include "training/train_boundaries.h"
#include "training/train_network.h"
#include "training/train_words.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace {

using namespace variorum;
using namespace variorum::training;

/// Corpora differ in what they call a name; the model is to find what the first does.
enum CorpusNumber : quint8 { Uner, Gum, WikiGold, Wnut, Btc, Sec, Re3d };

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

bool save(const language::ModelFileWriter &writer, const QString &path)
{
    const auto written = writer.write(path);
    if (!written)
        std::fprintf(stderr, "cannot write %s: %s\n", qPrintable(path), qPrintable(written.error().detail));
    return written.hasValue();
}

/// A corpus of one or more files of words with labels.
std::vector<NameSentence> readNameCorpus(const QString &path)
{
    QStringList files;
    if (QFileInfo(path).isFile())
        files.append(path);
    QDirIterator iterator(path, {QStringLiteral("*.conll"), QStringLiteral("*.txt")}, QDir::Files, QDirIterator::Subdirectories);
    while (QFileInfo(path).isDir() && iterator.hasNext())
        files.append(iterator.next());
    files.sort();
    std::vector<NameSentence> sentences;
    int documents = 0;
    for (const QString &file : files) {
        for (NameSentence &sentence : readNames(file, 0, -1)) {
            sentence.document += documents;
            sentences.push_back(std::move(sentence));
        }
        documents = sentences.empty() ? 0 : sentences.back().document + 1;
    }
    return sentences;
}

QString keyOf(const std::vector<QString> &forms) { return QStringList(forms.begin(), forms.end()).join(u' '); }

std::map<QString, NameSentence> byWords(std::vector<NameSentence> sentences)
{
    std::map<QString, NameSentence> result;
    for (NameSentence &sentence : sentences) {
        const QString key = keyOf(sentence.forms);
        result.emplace(key, std::move(sentence));
    }
    return result;
}

void addCorpora(const QString &corpora, ExampleSet &examples, std::vector<TreeSentence> &trees)
{
    std::vector<TreeSentence> ewt = readTreebank(corpora + QStringLiteral("/ud-ewt/train.conllu"));
    std::vector<TreeSentence> gum = readTreebank(corpora + QStringLiteral("/gum-open/train.conllu"));
    trees = ewt;
    trees.insert(trees.end(), gum.begin(), gum.end());
    const QString ner = corpora + QStringLiteral("/ner/");
    std::vector<NameSentence> uner = readNames(corpora + QStringLiteral("/uner-ewt/train.iob2"), 1, 2);
    std::vector<NameSentence> wikiGold = readNameCorpus(ner + QStringLiteral("wikigold/CONLL-format/data/wikigold.conll.txt"));
    std::vector<NameSentence> gumNames;
    for (const TreeSentence &sentence : gum)
        gumNames.push_back(namesAmongEntities(sentence));
    for (const auto *const sentences : {&uner, &wikiGold, &gumNames})
        examples.collectSwaps(*sentences);
    examples.addTrees(std::move(ewt), byWords(std::move(uner)), Uner, 2);
    examples.addTrees(std::move(gum), byWords(std::move(gumNames)), Gum, 1);
    examples.addNames(std::move(wikiGold), WikiGold, 1.5F);
    examples.addNames(readNameCorpus(ner + QStringLiteral("wnut17/wnut17train.conll")), Wnut, 0.5F);
    size_t count = 0;
    std::vector<NameSentence> tweets; // far from news, and many: every third
    for (NameSentence &tweet : readNameCorpus(ner + QStringLiteral("BTC/CONLL-format/data"))) {
        if (tweets.size() * 3 <= (count++))
            tweets.push_back(std::move(tweet));
    }
    examples.addNames(std::move(tweets), Btc, 0.5F);
    examples.addNames(readNameCorpus(ner + QStringLiteral("SEC-filings/CONLL-format/data")), Sec, 0.7F);
    examples.addNames(readNameCorpus(ner + QStringLiteral("re3d/CONLL-format/data-by-source/conll")), Re3d, 0.7F);
}

void report(const QString &path, const language::Lexicon &lexicon, const std::vector<TreeSentence> &trees, const std::vector<NameSentence> &names)
{
    const auto file = language::ModelFile::open(path);
    const auto model = file ? language::SentenceModel::from(*file.value()) : std::nullopt;
    if (!model) {
        say(QStringLiteral("the model cannot be read again"));
        return;
    }
    say(QStringLiteral("    ud-ewt dev: ") + scoreTrees(*model, lexicon, trees));
    say(QStringLiteral("    uner-ewt dev: ") + scoreNames(*model, lexicon, names));
}

int train(const QStringList &arguments)
{
    const QString &corpora = arguments.at(0);
    auto lexicon = language::Lexicon::open(arguments.at(2) + QStringLiteral("/wordnet.lexicon"));
    auto lists = language::WordLists::load(arguments.at(2) + QStringLiteral("/lexicon"));
    if (!lexicon || !lists) {
        std::fprintf(stderr, "cannot open lexicon and lists in %s\n", qPrintable(arguments.at(2)));
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    const QString path = arguments.at(1) + QStringLiteral("/sentences.model");
    language::ModelFileWriter writer;
    language::Gazetteer::write(collectNames(*lexicon.value(), *lists.value()), writer);
    if (!save(writer, path)) // read again at once: the gazetteer is a feature of the sentences
        return 1;
    const auto file = language::ModelFile::open(path);
    const auto gazetteer = file ? language::Gazetteer::from(*file.value()) : std::nullopt;
    if (!gazetteer)
        return 1;
    ExampleSet set(*lexicon.value(), *gazetteer);
    std::vector<TreeSentence> trees;
    addCorpora(corpora, set, trees);
    language::ModelFileWriter words;
    writeWords(trees, *lexicon.value(), words);
    writeBoundaries({corpora + QStringLiteral("/ud-ewt/train.conllu"), corpora + QStringLiteral("/gum-open/train.conllu")},
                    language::Tokenizer(*lists.value()), *gazetteer, words);
    if (trees.empty() || !save(words, arguments.at(1) + QStringLiteral("/words.model")))
        return 1;
    const std::vector<TreeSentence> treesToScore = readTreebank(corpora + QStringLiteral("/ud-ewt/dev.conllu"));
    const std::vector<NameSentence> namesToScore = readNames(corpora + QStringLiteral("/uner-ewt/dev.iob2"), 1, 2);
    const std::vector<quint64> features = set.chooseFeatures();
    const auto pairs = set.collectPairs();
    const auto relations = set.collectRelations();
    const std::vector<Example> examples = set.make(features, pairs, relations);
    say(QStringLiteral("%1 sentences, %2 features, %3 tag pairs, %4 relations (%5 s)").arg(examples.size()).arg(features.size()).arg(pairs.size()).arg(relations.size()).arg(timer.elapsed() / 1000));

    Schedule schedule;
    if (arguments.size() > 3)
        schedule.epochs = arguments.at(3).toInt();
    schedule.checkpoint = arguments.value(4);
    Network network(language::ModelShape(), features.size(), pairs.size(), relations.size(), schedule.seed);
    language::FeatureTable::write(features, writer);
    trainNetwork(examples, schedule, network, [&](int epoch, const QString &losses) {
        writeNetwork(network, Uner, pairs, relations, writer);
        say(QStringLiteral("epoch %1 (%2 s): ").arg(epoch + 1).arg(timer.elapsed() / 1000) + losses);
        if (save(writer, path) && (epoch % 2 == 1 || epoch + 1 == schedule.epochs))
            report(path, *lexicon.value(), treesToScore, namesToScore);
    });
    say(QStringLiteral("sentences.model: %1 bytes (%2 s)").arg(QFileInfo(path).size()).arg(timer.elapsed() / 1000));
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
        std::fputs("usage: variorum-train CORPORA_DIR MODELS_DIR RESOURCE_DIR [EPOCHS [CHECKPOINT]]\n"
                   "       variorum-train --annotate RESOURCE_DIR RAW.txt\n",
                   stderr);
        return 2;
    }
    return train(arguments);
}
