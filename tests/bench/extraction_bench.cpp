// What extraction costs beside the language step, and how many saved pages all of it reads a second.
//
//     variorum-bench-extraction [--passes N] RESOURCES PAGE...
//
// RESOURCES is a build's share/variorum; each PAGE a file as a reader would have saved it (HTML, text, JSON, ...), or a
// folder of such. Build it with the preset release. One thread, processor time, the median of the passes; one pass before
// them warms the caches. Prints
//   reading, language, extraction   nanoseconds a word; for extraction also step by step
//   ratio                           extraction's to language's: the goal is 1.0 or less
//   pages a second                  of reading, language and extraction together: of the pages as given, and of pages of
//                                   730 words at the same cost a word (the goal is 50)

#include "extraction/entities/entities.h"
#include "extraction/extract.h"
#include "extraction/quantities/quantities.h"
#include "extraction/quotes/quotes.h"
#include "extraction/statements/statements.h"
#include "extraction/times/times.h"
#include "reading/read_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

namespace {

using namespace variorum;

constexpr double kWordsOfPage = 730;

struct Page {
    QString name;
    QByteArray bytes;
};

std::vector<Page> pagesIn(const QStringList &paths)
{
    std::vector<Page> pages;
    const auto add = [&pages](const QString &path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            pages.push_back({QFileInfo(path).fileName(), file.readAll()});
        else
            std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
    };
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            add(path);
            continue;
        }
        QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            add(files.next());
    }
    return pages;
}

/// The articles between the stages, and what was found in them so far.
class Bench {
public:
    Bench(const language::LanguagePack &pack, std::vector<Page> pages) : m_pack(pack), m_pages(std::move(pages)) {}

    void read()
    {
        m_articles.clear();
        for (const Page &page : m_pages) {
            for (model::Article &article : reading::readBytes(page.bytes, page.name)) {
                if (!article.text.isEmpty())
                    m_articles.push_back(std::move(article));
            }
        }
    }

    void annotate()
    {
        m_annotated.clear();
        for (const model::Article &article : m_articles)
            m_annotated.push_back(extraction::annotate(article, m_pack));
        m_facts.resize(m_annotated.size());
    }

    void times()
    {
        for (size_t place = 0; place < m_annotated.size(); ++place)
            m_facts[place].times = extraction::findTimes(m_annotated[place], m_pack.wordLists());
    }

    void quantities()
    {
        for (size_t place = 0; place < m_annotated.size(); ++place)
            m_facts[place].quantities = extraction::findQuantities(m_annotated[place], m_facts[place].times, m_pack.wordLists());
    }

    void entities()
    {
        for (size_t place = 0; place < m_annotated.size(); ++place)
            m_facts[place].entities = extraction::findEntities(m_annotated[place], m_pack);
    }

    void quotes()
    {
        for (size_t place = 0; place < m_annotated.size(); ++place)
            m_facts[place].quotes = extraction::findQuotes(m_annotated[place], m_facts[place].entities, m_pack);
    }

    void statements()
    {
        for (size_t place = 0; place < m_annotated.size(); ++place) {
            const model::Facts &facts = m_facts[place];
            m_facts[place].statements = extraction::findStatements(m_annotated[place], extraction::FoundSoFar{facts.entities, facts.times, facts.quantities, facts.quotes}, m_pack);
        }
    }

    [[nodiscard]] double words() const
    {
        size_t words = 0;
        for (const extraction::AnnotatedArticle &article : m_annotated)
            words += article.text.tokens.size() + article.title.tokens.size();
        return static_cast<double>(words);
    }

    [[nodiscard]] size_t pageCount() const { return m_pages.size(); }
    [[nodiscard]] size_t articleCount() const { return m_articles.size(); }

private:
    const language::LanguagePack &m_pack;
    std::vector<Page> m_pages;
    std::vector<model::Article> m_articles;
    std::vector<extraction::AnnotatedArticle> m_annotated;
    std::vector<model::Facts> m_facts;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Nanoseconds of the processor.
double measure(int passes, const std::function<void()> &stage)
{
    stage();
    std::vector<double> costs;
    for (int pass = 0; pass < passes; ++pass) {
        const std::clock_t begin = std::clock();
        stage();
        costs.push_back(static_cast<double>(std::clock() - begin) * 1e9 / CLOCKS_PER_SEC);
    }
    return median(std::move(costs));
}

void print(Bench &bench, int passes)
{
    const double reading = measure(passes, [&] { bench.read(); });
    const double language = measure(passes, [&] { bench.annotate(); });
    const double words = bench.words();
    if (words == 0.0) {
        std::fputs("no article in the pages\n", stderr);
        return;
    }
    const std::pair<const char *, std::function<void()>> steps[] = {{"times", [&] { bench.times(); }},
                                                                      {"quantities", [&] { bench.quantities(); }},
                                                                      {"entities", [&] { bench.entities(); }},
                                                                      {"quotes", [&] { bench.quotes(); }},
                                                                      {"statements", [&] { bench.statements(); }}};
    std::printf("%zu pages, %zu articles, %.0f words\n", bench.pageCount(), bench.articleCount(), words);
    std::printf("reading      %9.0f ns a word\nlanguage     %9.0f\n", reading / words, language / words);
    double extraction = 0;
    for (const auto &[name, step] : steps) {
        const double cost = measure(passes, step);
        extraction += cost;
        std::printf("  %-10s %9.0f\n", name, cost / words);
    }
    const double all = reading + language + extraction;
    std::printf("extraction   %9.0f, ratio to language %.2f\n", extraction / words, extraction / language);
    std::printf("pages a second: %.1f as given, %.1f of %.0f words\n", static_cast<double>(bench.articleCount()) * 1e9 / all, words * 1e9 / all / kWordsOfPage, kWordsOfPage);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption passesOption(QStringLiteral("passes"), QStringLiteral("How often."), QStringLiteral("N"), QStringLiteral("5"));
    parser.addOption(passesOption);
    parser.addPositionalArgument(QStringLiteral("RESOURCES"), QStringLiteral("share/variorum of a build"));
    parser.addPositionalArgument(QStringLiteral("PAGE"), QStringLiteral("saved pages, or folders of them"));
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() < 2)
        parser.showHelp(2);
    const auto pack = language::LanguagePack::load(arguments.at(0));
    if (!pack) {
        std::fprintf(stderr, "%s\n", qPrintable(base::describe(pack.error())));
        return 1;
    }
    Bench bench(**pack, pagesIn(arguments.mid(1)));
    print(bench, std::max(parser.value(passesOption).toInt(), 1));
    return 0;
}
