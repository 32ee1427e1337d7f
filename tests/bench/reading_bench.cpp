// How fast, and in how much memory, pages are read: beside plain parsing by the library that we parse with, in one run
// on the same pages, since the figures of a machine drift from day to day and their ratio does not.
//
//     variorum-bench-reading [--passes N] [--only WAY] [DATA]
//
// DATA (else the folder that VARIORUM_DATA names, else ../data beside the sources) holds aeb/html/*.html. Build it with
// the preset release. Each pass goes through all pages with each way in turn; the median of the passes is printed with
// the least and the most.
//   plain    htmlReadMemory() of the decoded page, and freeing the tree
//   main     the main text of the decoded page: our scan, the parser, our tree, the article found in it
//   whole    from bytes to article: charset, characters, main text, metadata, the rules about lines
// ratio: pages a second of that way over those of plain. Peak: the most that lived on the heap beyond the page's own
// bytes while one page was read, as a multiple of these bytes; median over pages, and the largest of pages over 20 kB
// (a small page is outweighed by tables that are made once).

#include "bench/allocation_count.h"
#include "reading/charset.h"
#include "reading/clean_text.h"
#include "reading/html/main_text.h"
#include "reading/html/parse_page.h"
#include "reading/read_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <libxml/HTMLparser.h>
#include <vector>

namespace {

using namespace variorum;
using namespace Qt::StringLiterals;

struct Page {
    QString path;
    QByteArray bytes;
    QString characters; ///< decoded and clean
    QByteArray utf8; ///< the same for the plain parser
};

std::vector<Page> pagesIn(const QDir &folder)
{
    std::vector<Page> pages;
    for (const QString &name : folder.entryList({u"*.html"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Page page;
        page.path = name;
        page.bytes = file.readAll();
        page.characters = reading::cleanCharacters(reading::decode(page.bytes, reading::declaredCharset(page.bytes)).text);
        page.utf8 = page.characters.toUtf8();
        pages.push_back(std::move(page));
    }
    return pages;
}

struct Way {
    const char *name;
    std::function<qsizetype(const Page &)> read; ///< returns something of the result, so that no work can be left out
    std::vector<double> seconds; ///< of a pass over all pages
};

qsizetype parsePlainly(const Page &page)
{
    const htmlDocPtr tree = htmlReadMemory(page.utf8.constData(), static_cast<int>(page.utf8.size()), nullptr, "UTF-8",
                                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    const bool isTree = tree != nullptr;
    xmlFreeDoc(tree);
    return isTree ? 1 : 0;
}

qsizetype findMainText(const Page &page)
{
    const reading::html::ParsedPage parsed = reading::html::parsePage(page.characters);
    return static_cast<qsizetype>(reading::html::mainText(parsed.tree, {}, {}).blocks.size());
}

qsizetype readWhole(const Page &page) { return reading::readBytes(page.bytes, page.path).front().text.size(); }

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

void runPass(const std::vector<Page> &pages, std::vector<Way> &ways)
{
    for (Way &way : ways) {
        const std::clock_t before = std::clock();
        qsizetype sum = 0;
        for (const Page &page : pages)
            sum += way.read(page);
        way.seconds.push_back(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
        if (sum == 0)
            std::fprintf(stderr, "%s found nothing\n", way.name);
    }
}

void printSpeed(const std::vector<Page> &pages, const std::vector<Way> &ways, double megabytes)
{
    const auto count = static_cast<double>(pages.size());
    const double plain = medianOf(ways.front().seconds);
    for (const Way &way : ways) {
        const double seconds = medianOf(way.seconds);
        const auto [least, most] = std::minmax_element(way.seconds.begin(), way.seconds.end());
        std::printf("%-6s %7.3f ms/page (%.3f to %.3f)  %6.0f pages/s  %6.1f MB/s  ratio %.2f\n", way.name, 1000.0 * seconds / count, 1000.0 * *least / count,
                    1000.0 * *most / count, count / seconds, megabytes / seconds, plain / seconds);
    }
}

void printMemory(const std::vector<Page> &pages, const Way &way)
{
    constexpr qsizetype kSmall = 20'000;
    std::vector<double> multiples;
    double largest = 0.0;
    int64_t allocations = 0;
    for (const Page &page : pages) {
        bench::resetPeak();
        const bench::AllocationCount before = bench::allocationCount();
        way.read(page);
        const bench::AllocationCount after = bench::allocationCount();
        allocations += after.allocations - before.allocations;
        multiples.push_back(static_cast<double>(after.peakBytes - before.liveBytes) / static_cast<double>(page.bytes.size()));
        if (page.bytes.size() > kSmall)
            largest = std::max(largest, multiples.back());
    }
    std::printf("%-6s peak %.1f x page (largest %.1f)  %.0f allocations/page\n", way.name, medianOf(multiples), largest, static_cast<double>(allocations) / static_cast<double>(pages.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({u"passes"_s, u"Passes over the pages (5)."_s, u"N"_s, u"5"_s});
    options.addOption({u"only"_s, u"Only one way, without ratios, for a profiler."_s, u"WAY"_s});
    options.addPositionalArgument(u"data"_s, u"The folder that holds aeb/html."_s, u"[DATA]"_s);
    options.process(application);
    const QString data = options.positionalArguments().value(0, qEnvironmentVariable("VARIORUM_DATA", QStringLiteral(VARIORUM_SOURCE_DIR "/../data")));
    const std::vector<Page> pages = pagesIn(QDir(data + "/aeb/html"_L1));
    if (pages.empty()) {
        std::fprintf(stderr, "no pages in %s/aeb/html: name the folder, or set VARIORUM_DATA\n", qPrintable(data));
        return 1;
    }
    double megabytes = 0.0;
    for (const Page &page : pages)
        megabytes += static_cast<double>(page.bytes.size()) / 1e6;
    std::printf("%zu pages, %.1f MB\n", pages.size(), megabytes);
    std::vector<Way> ways{{"plain", parsePlainly, {}}, {"main", findMainText, {}}, {"whole", readWhole, {}}};
    if (options.isSet(u"only"_s))
        std::erase_if(ways, [&options](const Way &way) { return options.value(u"only"_s) != QLatin1StringView(way.name); });
    if (ways.empty())
        options.showHelp(2);
    for (int pass = 0; pass < std::max(1, options.value(u"passes"_s).toInt()); ++pass)
        runPass(pages, ways);
    printSpeed(pages, ways, megabytes);
    for (const Way &way : ways)
        printMemory(pages, way);
    return 0;
}
