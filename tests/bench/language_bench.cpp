// How fast, with how many allocations, plain text is read by the language step, stage by stage.
//
//     variorum-bench-language [--passes N] RESOURCES TEXT...
//
// RESOURCES is a build's share/variorum; each TEXT a plain text file of news, in which a form feed parts one article from
// the next (without one, the file is one text). Build it with the preset release. All texts go through each stage in turn;
// words per second of the processor, the median of the passes, with the least and the most; allocations per word of one pass.
//   load      models, lexicon and lists, in milliseconds
//   lexicon   WordNet's file opened, in milliseconds; one look-up of a text's word, in nanoseconds
//   words     sentences and words
//   spellings what the model sees of each word: hashes, WordNet, lists, the article's hints
//   network   tags, trees and names from that
//   all       LanguagePack::annotate: the above with lemmas and features, as one call

#include "bench/allocation_count.h"
#include "language/language_pack.h"
#include "language/sentence_model.h"
#include "language/sentence_splitter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

namespace {

using namespace variorum;
using namespace variorum::language;

QStringList articlesIn(const QStringList &paths)
{
    QStringList articles;
    for (const QString &path : paths) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            articles += QString::fromUtf8(file.readAll()).split(u'\f', Qt::SkipEmptyParts);
        else
            std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
    }
    return articles;
}

/// One article between the stages.
struct Work {
    QString text;
    Segmentation segmentation;
    std::unique_ptr<TraitsCache> traits;
    std::vector<const WordTraits *> words;
    std::vector<size_t> ends;
    std::vector<ContextFeatures::OfWord> contexts;
};

class Bench {
public:
    Bench(const LanguagePack &pack, const SentenceModel &model, const BoundaryModel &boundaries, const QStringList &articles)
        : m_pack(pack), m_model(model), m_boundaries(boundaries), m_tokenizer(pack.wordLists())
    {
        for (const QString &article : articles)
            m_works.push_back({article, {}, nullptr, {}, {}, {}});
    }

    size_t cutWords()
    {
        size_t words = 0;
        for (Work &work : m_works) {
            work.segmentation = segment(work.text, m_tokenizer, {false, true, {}}, &m_boundaries);
            words += work.segmentation.words.size();
        }
        return words;
    }

    /// The words of the texts as they stand.
    [[nodiscard]] std::vector<QStringView> forms() const
    {
        std::vector<QStringView> forms;
        for (const Work &work : m_works) {
            for (const base::TextSpan &word : work.segmentation.words)
                forms.push_back(QStringView(work.text).sliced(word.begin, word.length()));
        }
        return forms;
    }

    size_t lookAtSpellings()
    {
        size_t words = 0;
        for (Work &work : m_works) {
            work.traits = std::make_unique<TraitsCache>(m_pack.lexicon(), m_model.gazetteer(), &m_model.features());
            work.words.clear();
            for (const base::TextSpan &word : work.segmentation.words)
                work.words.push_back(&work.traits->of(QStringView(work.text).sliced(word.begin, word.length())));
            work.ends.assign(work.segmentation.sentenceEnds.begin(), work.segmentation.sentenceEnds.end());
            work.contexts.resize(work.words.size());
            DocumentHints hints;
            eachSentence(work, [&](SentenceTraits sentence, size_t) { hints.add(sentence, isTitleCase(sentence)); });
            eachSentence(work, [&](SentenceTraits sentence, size_t first) {
                ContextFeatures::collect(sentence, hints, m_model.gazetteer(), std::span(work.contexts).subspan(first, sentence.size()));
            });
            words += work.words.size();
        }
        return words;
    }

    size_t runNetwork()
    {
        size_t words = 0;
        for (const Work &work : m_works) {
            m_model.read(work.words, work.contexts, work.ends, m_room, m_reading);
            words += m_reading.tags.size();
        }
        return words;
    }

    size_t annotate()
    {
        size_t words = 0;
        AnnotateOptions options;
        options.plain = true;
        for (const Work &work : m_works)
            words += m_pack.annotate(work.text, options).tokens.size();
        return words;
    }

private:
    template<typename Visit>
    static void eachSentence(const Work &work, const Visit &visit)
    {
        size_t first = 0;
        for (const size_t end : work.ends) {
            visit(SentenceTraits(work.words).subspan(first, end - first), first);
            first = end;
        }
    }

    const LanguagePack &m_pack;
    const SentenceModel &m_model;
    const BoundaryModel &m_boundaries;
    Tokenizer m_tokenizer;
    std::vector<Work> m_works;
    SentenceModel::Room m_room;
    SentenceModel::Reading m_reading;
};

void measure(const char *name, int passes, const std::function<size_t()> &stage)
{
    std::vector<double> speeds;
    const auto before = bench::allocationCount();
    auto words = static_cast<double>(stage());
    const auto allocations = static_cast<double>(bench::allocationCount().allocations - before.allocations);
    for (int pass = 0; pass < passes; ++pass) {
        const std::clock_t begin = std::clock();
        words = static_cast<double>(stage());
        speeds.push_back(words * CLOCKS_PER_SEC / static_cast<double>(std::max<std::clock_t>(std::clock() - begin, 1)));
    }
    std::sort(speeds.begin(), speeds.end());
    std::printf("%-10s %9.0f words/s (%.0f to %.0f), %.3f allocations a word\n", name, speeds[speeds.size() / 2], speeds.front(), speeds.back(), allocations / words);
}

/// WordNet's file: how long it takes to map, and to ask for a word's class and senses.
void measureLexicon(const QString &resources, const Lexicon &lexicon, const std::vector<QStringView> &forms, int passes)
{
    std::vector<double> opening;
    std::vector<double> asking;
    size_t known = 0;
    for (int pass = 0; pass < passes; ++pass) {
        std::clock_t begin = std::clock();
        const auto opened = Lexicon::open(resources + QStringLiteral("/wordnet.lexicon"));
        opening.push_back(static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        known += opened ? 1U : 0U;
        begin = std::clock();
        for (const QStringView form : forms)
            known += lexicon.contains(form, WordClass::Noun) ? 1U : 0U;
        asking.push_back(static_cast<double>(std::clock() - begin) * 1e9 / CLOCKS_PER_SEC / static_cast<double>(std::max<size_t>(forms.size(), 1)));
    }
    std::sort(opening.begin(), opening.end());
    std::sort(asking.begin(), asking.end());
    std::printf("%-10s %9.2f ms to open; %.0f ns a look-up (%.0f to %.0f; %zu found)\n", "lexicon", opening[opening.size() / 2], asking[asking.size() / 2],
                asking.front(), asking.back(), known);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption passesOption(QStringLiteral("passes"), QStringLiteral("How often."), QStringLiteral("N"), QStringLiteral("5"));
    parser.addOption(passesOption);
    parser.addPositionalArgument(QStringLiteral("RESOURCES"), QStringLiteral("share/variorum of a build"));
    parser.addPositionalArgument(QStringLiteral("TEXT"), QStringLiteral("plain text files"));
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() < 2)
        parser.showHelp(2);
    const int passes = std::max(parser.value(passesOption).toInt(), 1);

    std::vector<double> loading;
    std::unique_ptr<const LanguagePack> pack;
    for (int pass = 0; pass < passes; ++pass) {
        pack.reset();
        const std::clock_t begin = std::clock();
        auto loaded = LanguagePack::load(arguments.at(0));
        loading.push_back(static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
        if (!loaded) {
            std::fprintf(stderr, "cannot load %s\n", qPrintable(loaded.error().path));
            return 1;
        }
        pack = std::move(loaded).value();
    }
    std::sort(loading.begin(), loading.end());
    std::printf("%-10s %9.1f ms (%.1f to %.1f)\n", "load", loading[loading.size() / 2], loading.front(), loading.back());
    const auto file = ModelFile::open(arguments.at(0) + QStringLiteral("/models/en/sentences.model"));
    const auto model = file ? SentenceModel::from(*file.value()) : std::nullopt;
    if (!model)
        return 1;
    const auto wordsFile = ModelFile::open(arguments.at(0) + QStringLiteral("/models/en/words.model"));
    const auto boundaries = wordsFile ? BoundaryModel::from(*wordsFile.value(), model->gazetteer()) : std::nullopt;
    if (!boundaries)
        return 1;
    Bench bench(*pack, *model, *boundaries, articlesIn(arguments.mid(1)));
    std::printf("%zu words\n", bench.cutWords());
    measureLexicon(arguments.at(0), pack->lexicon(), bench.forms(), passes);
    measure("words", passes, [&] { return bench.cutWords(); });
    measure("spellings", passes, [&] { return bench.lookAtSpellings(); });
    measure("network", passes, [&] { return bench.runNetwork(); });
    measure("all", passes, [&] { return bench.annotate(); });
    return 0;
}
