// How the cost of comparing grows, and what one more article costs.
//
//     variorum-bench-comparison [--counts 1000,3000,10000] [--story-size 20] [--tries 15] [--stop 300] RESOURCES
//
// RESOURCES is a build's share/variorum. Build it with the preset release. Invented news (tests/support/invented_news.h) is
// analysed, then compared; reading and analysing are not counted, but for the analysis' time. Printed for each count: articles,
// stories, claims, divergences, milliseconds of the processor and of the clock on all cores, peak memory of the process so far,
// and the exponent between counts (1: linear); then what it takes to compare again when one article is new and the others are
// remembered, at the median and at the worst of several articles of different stories. For the largest count, what finding its
// stories and its reused text takes with nothing remembered; and how long after a stop comparing one story of --stop articles
// is over, at the worst of several moments.

#include "comparison/compare.h"
#include "comparison/stories/copies.h"
#include "language/language_pack.h"
#include "support/invented_news.h"
#include "workspace/parallel.h"
#include "workspace/pipeline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <stop_token>
#include <thread>
#include <sys/resource.h>

namespace {

using namespace variorum;

/// Milliseconds since it was made.
class Watch {
public:
    [[nodiscard]] double processor() const { return processorNow() - m_processor; } ///< of all threads
    [[nodiscard]] double wall() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_wall).count(); }

private:
    static double processorNow() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
    double m_processor = processorNow();
};

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
            article.id = base::ArticleId{place + 1}; // as a library gives them
            model::Facts facts = workspace::analyse(article, pack);
            made[static_cast<size_t>(place)] = {std::move(article), std::move(facts)};
        },
        {}, {});
    return made;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// What one more article took: side by side, one for each article that was tried.
struct OneMore {
    std::vector<double> processor;
    std::vector<double> wall;
    std::vector<double> storySizes; ///< articles of the story that it joined, itself included
};

/// One article after the other, each of another story, is taken out, unseen, and comes again.
OneMore benchOneMore(std::span<const model::AnalysedArticle> all, size_t tries, const language::LanguagePack &pack, const comparison::ComparisonHelp &help)
{
    OneMore taken;
    for (size_t at = 0; at < tries; ++at) {
        const size_t place = (2 * at + 1) * all.size() / (2 * tries);
        std::vector<model::AnalysedArticle> others(all.begin(), all.end());
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
        (void)comparison::compare(others, pack, {}, {}, help);
        const Watch watch;
        const model::Comparison comparison = comparison::compare(all, pack, {}, {}, help);
        taken.wall.push_back(watch.wall());
        taken.processor.push_back(watch.processor());
        for (const model::Story &story : comparison.stories) {
            const bool isJoined = std::any_of(story.articles.begin(), story.articles.end(), [&](base::ArticleId id) { return id == all[place].article.id; });
            if (isJoined)
                taken.storySizes.push_back(static_cast<double>(story.articles.size()));
        }
    }
    return taken;
}

void print(const OneMore &taken, size_t articles, double whole)
{
    const auto worst = [](const std::vector<double> &values) { return *std::max_element(values.begin(), values.end()); };
    std::printf("one more %6zu articles: %.0f ms of the processor (at most %.0f), %.0f ms of the clock (at most %.0f); %.4f of comparing all (at most %.4f); its story has %.0f articles (at most %.0f); %.0f MiB\n",
                articles, median(taken.processor), worst(taken.processor), median(taken.wall), worst(taken.wall), median(taken.processor) / whole, worst(taken.processor) / whole,
                median(taken.storySizes), worst(taken.storySizes), peakMebibytes());
}

/// How soon a stop within one story is obeyed.
void benchStop(int count, const language::LanguagePack &pack)
{
    const tests::InventedNews news(count, 2 * count); // one story
    const std::vector<model::AnalysedArticle> story = analysed(news, count, pack);
    const Watch whole;
    const size_t claims = comparison::compare(story, pack).claims.size();
    const double all = whole.wall();
    double worst = 0;
    constexpr int kMoments = 12;
    for (int moment = 0; moment < kMoments; ++moment) {
        std::stop_source stop;
        double asked = 0;
        const Watch watch;
        std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(all * moment / kMoments));
            asked = watch.wall();
            stop.request_stop();
        });
        (void)comparison::compare(story, pack, {}, stop.get_token());
        const double end = watch.wall();
        other.join();
        worst = std::max(worst, end - asked);
    }
    std::printf("stop      one story of %d articles (%zu claims, %.0f ms): at most %.0f ms later\n", count, claims, all, worst);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("counts"), QStringLiteral("Numbers of articles."), QStringLiteral("n,n"), QStringLiteral("1000,3000,10000")});
    parser.addOption({QStringLiteral("story-size"), QStringLiteral("Articles a story, on average."), QStringLiteral("n"), QStringLiteral("20")});
    parser.addOption({QStringLiteral("tries"), QStringLiteral("Articles that come one after the other, each as one more."), QStringLiteral("n"), QStringLiteral("15")});
    parser.addOption({QStringLiteral("stop"), QStringLiteral("Articles of the story that is stopped."), QStringLiteral("n"), QStringLiteral("300")});
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
    const tests::InventedNews news(counts.back(), parser.value(QStringLiteral("story-size")).toInt());
    const Watch analysis;
    const std::vector<model::AnalysedArticle> all = analysed(news, news.count(), **pack);
    std::printf("analysed %d articles of %d stories in %.0f ms; peak %.0f MiB\n", news.count(), news.stories(), analysis.processor(), peakMebibytes());

    const auto tries = static_cast<size_t>(std::max(1, parser.value(QStringLiteral("tries")).toInt()));
    double lastTime = 0;
    int lastCount = 0;
    for (const int count : counts) {
        comparison::StoryMemory memory;
        comparison::ComparisonHelp help = workspace::helpOf({}, {});
        help.memory = &memory;
        help.keepsIds = true;
        const auto some = std::span(all).first(static_cast<size_t>(count));
        const Watch watch;
        const model::Comparison comparison = comparison::compare(some, **pack, {}, {}, help);
        const double time = watch.processor();
        std::printf("compare %6d articles %5zu stories %7zu claims %6zu divergences %9.0f ms (%.0f ms of the clock) %6.0f MiB", count, comparison.stories.size(), comparison.claims.size(), comparison.divergences.size(), time, watch.wall(), peakMebibytes());
        if (lastCount > 0)
            std::printf("   exponent %.2f", std::log(time / lastTime) / std::log(static_cast<double>(count) / lastCount));
        std::printf("\n");
        print(benchOneMore(some, tries, **pack, help), some.size(), time);
        lastTime = time;
        lastCount = count;
    }
    {
        std::vector<model::Article> articles;
        for (const model::AnalysedArticle &each : all)
            articles.push_back(each.article);
        std::vector<const model::Article *> pointers;
        for (const model::Article &article : articles)
            pointers.push_back(&article);
        const Watch stories;
        const size_t count = comparison::groupStories(articles).size();
        std::printf("stories   %zu articles: %.0f ms, %zu stories\n", articles.size(), stories.processor(), count);
        const Watch reuse;
        const size_t copies = comparison::findTextReuse(pointers).copyOf.size();
        std::printf("reuse     %zu articles: %.0f ms, %zu copies\n", articles.size(), reuse.processor(), copies);
    }
    benchStop(parser.value(QStringLiteral("stop")).toInt(), **pack);
    return 0;
}
