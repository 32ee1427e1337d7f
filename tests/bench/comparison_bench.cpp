// How the cost of comparing grows, and what one more article costs.
//
//     variorum-bench-comparison [--counts 1000,3000,10000] [--story-size 20] RESOURCES
//
// RESOURCES is a build's share/variorum. Build it with the preset release. Invented news (tests/support/invented_news.h) is
// analysed, then compared; reading and analysing are not counted. Printed for each count: articles, stories, claims, divergences,
// milliseconds of the processor, peak memory of the process so far; then the exponent between counts (1: linear), and for the
// largest one the milliseconds that finding its stories and its reused text takes, and that it takes to compare again when
// one article is new, the others being remembered by story.

#include "comparison/compare.h"
#include "comparison/stories/copies.h"
#include "language/language_pack.h"
#include "support/invented_news.h"
#include "workspace/parallel.h"
#include "workspace/pipeline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

namespace {

using namespace variorum;

double milliseconds() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

std::vector<model::AnalysedArticle> analysed(const tests::InventedNews &news, int count, const language::LanguagePack &pack)
{
    std::vector<model::AnalysedArticle> made(static_cast<size_t>(count));
    workspace::forEachInParallel(
        count, 0,
        [&](int place) {
            model::Article article = news.article(place);
            model::Facts facts = workspace::analyse(article, pack);
            made[static_cast<size_t>(place)] = {std::move(article), std::move(facts)};
        },
        {}, {});
    return made;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("counts"), QStringLiteral("Numbers of articles."), QStringLiteral("n,n"), QStringLiteral("1000,3000,10000")});
    parser.addOption({QStringLiteral("story-size"), QStringLiteral("Articles a story, on average."), QStringLiteral("n"), QStringLiteral("20")});
    parser.addPositionalArgument(QStringLiteral("RESOURCES"), QStringLiteral("A build's share/variorum."));
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.helpText()));
        return 1;
    }
    const auto pack = language::LanguagePack::load(parser.positionalArguments().front());
    if (!pack) {
        std::fprintf(stderr, "cannot load %s\n", qPrintable(pack.error().path));
        return 1;
    }
    std::vector<int> counts;
    for (const QString &count : parser.value(QStringLiteral("counts")).split(u','))
        counts.push_back(count.toInt());
    const tests::InventedNews news(counts.back() + 1, parser.value(QStringLiteral("story-size")).toInt());
    std::vector<model::AnalysedArticle> all = analysed(news, news.count(), **pack);
    std::printf("analysed %d articles of %d stories; peak %.0f MiB\n", news.count(), news.stories(), peakMebibytes());

    comparison::StoryMemory memory;
    comparison::ComparisonHelp help;
    help.memory = &memory;
    help.fingerprint = [](const model::AnalysedArticle &article) { return article.article.sha256; };
    double lastTime = 0;
    int lastCount = 0;
    for (const int count : counts) {
        const double before = milliseconds();
        const model::Comparison comparison = comparison::compare(std::span(all).first(static_cast<size_t>(count)), **pack, {}, {}, count == counts.back() ? help : comparison::ComparisonHelp());
        const double time = milliseconds() - before;
        std::printf("compare %6d articles %5zu stories %7zu claims %6zu divergences %9.0f ms %6.0f MiB", count, comparison.stories.size(), comparison.claims.size(), comparison.divergences.size(), time, peakMebibytes());
        if (lastCount > 0)
            std::printf("   exponent %.2f", std::log(time / lastTime) / std::log(static_cast<double>(count) / lastCount));
        std::printf("\n");
        lastTime = time;
        lastCount = count;
    }
    std::vector<model::Article> articles;
    for (const model::AnalysedArticle &each : all)
        articles.push_back(each.article);
    std::vector<const model::Article *> pointers;
    for (const model::Article &article : articles)
        pointers.push_back(&article);
    const double beforeStories = milliseconds();
    const size_t stories = comparison::groupStories(articles).size();
    std::printf("stories   %d articles: %.0f ms, %zu stories\n", static_cast<int>(all.size()), milliseconds() - beforeStories, stories);
    const double beforeReuse = milliseconds();
    const size_t reuse = comparison::findTextReuse(pointers).copyOf.size();
    std::printf("reuse     %d articles: %.0f ms, %zu copies\n", static_cast<int>(all.size()), milliseconds() - beforeReuse, reuse);
    const double before = milliseconds();
    const model::Comparison comparison = comparison::compare(all, **pack, {}, {}, help);
    std::printf("one more  %d articles: %.0f ms, %.3f of comparing all\n", static_cast<int>(all.size()), milliseconds() - before, (milliseconds() - before) / lastTime);
    return 0;
}
