// What a library costs: the whole import against reading and analysing alone, and a large library's answers.
//
//     variorum-bench-library [--pages 1000] [--large 10000] [--story-size 10] [--keep FILE.vrm] RESOURCES
//
// RESOURCES is a build's share/variorum. Build it with the preset release. Saved pages (tests/support/invented_news.h), all
// different, are written to a temporary folder.
//
// First: the time to read and analyse them all, without a library; then a whole import of them into a new library (read, analyse,
// store, compare, store the comparison), step by step; and the ratio of the first to the second: 1 would be a library that costs
// nothing. Wall time and time of the processor, of all threads.
//
// Second: a library of --large articles is made by an import of its own, in a child process, so that its memory is not counted. In a
// second child it is opened and its list is made; each answer below is asked for many times, the median and the slowest are printed.

#include "comparison/comparison_help.h"
#include "language/language_pack.h"
#include "library/library.h"
#include "support/invented_news.h"
#include "workspace/import.h"
#include "workspace/library_view.h"
#include "workspace/session.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <map>
#include <sys/resource.h>

namespace {

using namespace variorum;
using Stage = workspace::Progress::Stage;

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// Of this process, now.
double residentMebibytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    const QList<QByteArray> fields = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
    return fields.size() > 1 ? fields[1].toDouble() * 4096.0 / 1048576.0 : 0.0;
}

class Watch {
public:
    Watch() { m_wall.start(); }
    [[nodiscard]] double wall() const { return static_cast<double>(m_wall.nsecsElapsed()) / 1e9; }
    [[nodiscard]] double processor() const { return processorSeconds() - m_processor; }

private:
    QElapsedTimer m_wall;
    double m_processor = processorSeconds();
};

int complain(const base::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(base::describe(error)), qPrintable(error.detail));
    return 1;
}

bool writePages(const tests::InventedNews &news, const QString &folder)
{
    for (int place = 0; place < news.count(); ++place) {
        QFile file(QStringLiteral("%1/%2.html").arg(folder).arg(place, 6, 10, QLatin1Char('0')));
        const QByteArray page = news.page(place);
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            return false;
    }
    return true;
}

/// When each stage of an import began, told by its progress.
class Stages {
public:
    workspace::ProgressCallback callback()
    {
        return [this](const workspace::Progress &progress) {
            if (!m_began.contains(progress.stage))
                m_began.emplace(progress.stage, m_watch.wall());
        };
    }
    void print(double end) const
    {
        constexpr std::array<std::pair<Stage, const char *>, 3> kNames{{{Stage::Reading, "read and store"}, {Stage::Analysing, "analyse and store"}, {Stage::Comparing, "compare and store"}}};
        for (size_t at = 0; at < kNames.size(); ++at) {
            const auto began = m_began.find(kNames[at].first);
            if (began == m_began.end())
                continue;
            const auto next = at + 1 < kNames.size() ? m_began.find(kNames[at + 1].first) : m_began.end();
            std::printf("    %-18s %7.2f s\n", kNames[at].second, (next == m_began.end() ? end : next->second) - began->second);
        }
    }

private:
    Watch m_watch;
    std::map<Stage, double> m_began;
};

/// What each part of an import costs when nothing else runs.
int benchParts(const QString &path, const std::vector<model::AnalysedArticle> &analysed, const language::LanguagePack &pack)
{
    const auto library = library::Library::open(path);
    if (!library)
        return complain(library.error());
    workspace::LibraryView view{.analysed = analysed, .constraints = {}, .stale = {}};
    const QString folder = QStringLiteral("/news");
    const Watch articles;
    for (model::AnalysedArticle &each : view.analysed) {
        const auto stored = (*library)->storeFile(folder, {.path = each.article.path, .stamp = {}, .engine = QStringLiteral("1"), .parts = {each.article}});
        if (!stored)
            return complain(stored.error());
        each.article.id = stored->articles.front();
    }
    std::printf("  parts, one after the other, wall (processor): store articles %.2f s (%.2f s)", articles.wall(), articles.processor());
    const Watch facts;
    for (const model::AnalysedArticle &each : view.analysed) {
        if (const auto stored = (*library)->storeFacts(*each.article.id, workspace::factsKey(each.article), each.facts); !stored)
            return complain(stored.error());
    }
    std::printf(", store facts %.2f s (%.2f s)", facts.wall(), facts.processor());
    const Watch comparing;
    const auto compared = workspace::compareView(view, pack, {}, {}, {});
    if (!compared)
        return complain(compared.error());
    std::printf(", compare %.2f s (%.2f s)", comparing.wall(), comparing.processor());
    const Watch comparison;
    if (const auto stored = (*library)->storeComparison(folder, *compared); !stored)
        return complain(stored.error());
    std::printf(", store comparison %.2f s (%.2f s)\n", comparison.wall(), comparison.processor());
    return 0;
}

int benchImport(const QString &resources, int pages, int storySize)
{
    const QTemporaryDir folder;
    const QTemporaryDir home;
    const tests::InventedNews news(pages, storySize);
    if (!writePages(news, folder.path()))
        return 1;
    const auto pack = language::LanguagePack::load(resources);
    if (!pack)
        return complain(pack.error());
    const QByteArray native = QFile::encodeName(folder.path());
    for (int warmUp = 0; warmUp < 1; ++warmUp) // the pages and the models are in memory from now on
        (void)workspace::readAll(reading::listFolder(native)->files, {}, {}, {});
    Watch alone;
    std::vector<model::AnalysedArticle> analysedAlone;
    {
        auto analysed = workspace::analyseFolder(native, **pack);
        if (!analysed)
            return complain(analysed.error());
        analysedAlone = std::move(*analysed);
    }
    const double aloneWall = alone.wall();
    const double aloneProcessor = alone.processor();
    std::printf("%d pages of %d stories\n  read and analyse alone %7.2f s wall, %7.2f s processor; %zu articles\n", pages, news.stories(), aloneWall, aloneProcessor, analysedAlone.size());

    const QString path = home.filePath(QStringLiteral("library.vrm"));
    const auto library = library::Library::open(path);
    if (!library)
        return complain(library.error());
    size_t claims = 0;
    size_t divergences = 0;
    Stages stages;
    workspace::ImportEvents events;
    events.progress = stages.callback();
    events.compared = [&](const model::Comparison &comparison) {
        claims = comparison.claims.size();
        divergences = comparison.divergences.size();
    };
    Watch whole;
    const auto report = workspace::importFolder(**library, native, **pack, {}, events);
    const double wall = whole.wall();
    if (!report)
        return complain(report.error());
    std::printf("  whole import           %7.2f s wall, %7.2f s processor; %d added, %zu claims, %zu divergences, %.1f MiB library\n", wall, whole.processor(), report->added, claims, divergences,
                static_cast<double>(QFileInfo(path).size()) / 1048576.0);
    stages.print(wall);
    std::printf("  speed of the whole import against reading and analysing alone: %.0f %% wall, %.0f %% processor\n", 100.0 * aloneWall / wall, 100.0 * aloneProcessor / whole.processor());
    return benchParts(home.filePath(QStringLiteral("parts.vrm")), analysedAlone, **pack);
}

/// A person's notes, verdicts and tags, to be found among the rest.
int judge(library::Library &library)
{
    using model::WorkKind;
    using model::WorkTarget;
    std::vector<library::WorkChange> changes;
    for (int number = 0; number < 1500; ++number) {
        const bool isTag = number % 3 == 2;
        const auto sources = library.claimSources(library.folders()->front(), base::ClaimId{1 + number * 7});
        if (!sources || sources->empty())
            continue;
        const library::ClaimSource &source = sources->front();
        const auto anchor = library.anchorOf(source.article, isTag ? model::TextPlace{} : source.place);
        if (!anchor)
            return complain(anchor.error());
        model::WorkItem item{.kind = number % 3 == 0 ? WorkKind::Note : isTag ? WorkKind::Tag
                                                                              : WorkKind::Verdict,
                             .target = isTag ? WorkTarget::Article : WorkTarget::Claim,
                             .name = {},
                             .value = {},
                             .anchors = {*anchor},
                             .made = {}};
        if (item.kind == WorkKind::Note)
            item.value = QStringLiteral("ask the harbour office about number %1").arg(number);
        else if (item.kind == WorkKind::Tag)
            item.name = number % 2 == 0 ? QStringLiteral("urgent") : QStringLiteral("later");
        else
            item.value = number % 2 == 0 ? QStringLiteral("refuted") : QStringLiteral("supported");
        changes.push_back({.id = {}, .item = item});
    }
    const auto done = library.doWork(QStringLiteral("judge"), changes);
    return done ? 0 : complain(done.error());
}

/// In a child: fills the library.
int makeLarge(const QString &resources, const QString &path, int articles, int storySize)
{
    const QTemporaryDir folder;
    const tests::InventedNews news(articles, storySize);
    if (!writePages(news, folder.path()))
        return 1;
    const auto pack = language::LanguagePack::load(resources);
    if (!pack)
        return complain(pack.error());
    const auto library = library::Library::open(path);
    if (!library)
        return complain(library.error());
    Stages stages;
    workspace::ImportEvents events;
    double beforeComparing = 0;
    const workspace::ProgressCallback tell = stages.callback();
    events.progress = [&](const workspace::Progress &progress) {
        tell(progress);
        if (progress.stage == Stage::Comparing && beforeComparing == 0)
            beforeComparing = peakMebibytes();
    };
    events.compared = [](const model::Comparison &) {};
    Watch watch;
    const auto report = workspace::importFolder(**library, QFile::encodeName(folder.path()), **pack, {}, events);
    if (!report)
        return complain(report.error());
    const double wall = watch.wall();
    std::printf("%d articles imported in %.1f s; peak memory %.0f MiB before comparing, %.0f MiB in all\n", report->added, wall, beforeComparing, peakMebibytes());
    stages.print(wall);
    return 0;
}

/// Asks so many times; prints the median and the slowest in milliseconds, of the clock and of the processor.
template<typename Ask>
bool repeat(const char *name, int times, double goalMs, const Ask &ask)
{
    std::vector<double> taken;
    std::vector<double> processor;
    qint64 answers = 0;
    for (int time = 0; time < times; ++time) {
        const Watch watch;
        const std::optional<qint64> found = ask(time);
        if (!found)
            return false;
        taken.push_back(1000.0 * watch.wall());
        processor.push_back(1000.0 * watch.processor());
        answers += *found;
    }
    std::ranges::sort(taken);
    std::ranges::sort(processor);
    std::printf("  %-40s %8.2f ms median %8.2f ms slowest, processor %8.2f and %8.2f ms; %lld answers to %d (goal %.0f ms)\n", name, taken[taken.size() / 2], taken.back(), processor[processor.size() / 2], processor.back(),
                static_cast<long long>(answers), times, goalMs);
    return true;
}

int searchLarge(const library::Library &library)
{
    // Every kind of question, alone and with words; and what finds little, so that no limit ends it early.
    constexpr auto kLines = std::to_array<const char *>({"bridge", "\"weather office\"", "sentenc*", "se*", "s*", "harbour office -storm", "-storm outlet:courier", "outlet:courier", "outlet:courier fraud", "kind:quantity", "kind:quantity homes",
                                                         "severity:conflict", "severity:conflict kind:quantity outlet:courier", "severity:internal", "before:2024-06-01", "before:2024-06-01 storm", "after:2032-01-01", "after:2024-06-01 storm", "value:>100",
                                                         "value:>100000000", "value:<3 homes", "homes value:>100", "tag:urgent", "tag:urgent bridge", "verdict:refuted", "verdict:refuted kind:quantity", "harbour office"});
    for (const char *line : kLines) {
        const auto parsed = library::parseSearch(QString::fromLatin1(line));
        const QByteArray name = QByteArray("search ") + line;
        const bool asked = repeat(name.constData(), 9, 50, [&](int) -> std::optional<qint64> {
            const auto hits = library.search(parsed.query);
            return hits ? std::optional<qint64>(static_cast<qint64>(hits->size())) : std::nullopt;
        });
        if (!asked)
            return 1;
    }
    return 0;
}

/// In a child: opens it and asks.
int askLarge(const QString &path)
{
    { // brings one of an older schema up to date; and a person's work into it
        const auto library = library::Library::open(path);
        if (!library)
            return complain(library.error());
        if ((*library)->work()->empty() && judge(**library) != 0)
            return 1;
    }
    const double before = peakMebibytes();
    Watch opening;
    const auto library = library::Library::open(path);
    if (!library)
        return complain(library.error());
    const double opened = opening.wall();
    const auto folders = (*library)->folders();
    const auto articles = workspace::loadArticles(**library, *folders);
    if (!articles)
        return complain(articles.error());
    std::printf("library of %.0f MiB, %zu articles\n  opened in %.3f s, listed after %.3f s (goal 1 s); processor %.3f s; peak memory %.0f MiB, before opening %.0f MiB (goal 500 MiB)\n", static_cast<double>(QFileInfo(path).size()) / 1048576.0, articles->size(), opened,
                opening.wall(), opening.processor(), peakMebibytes(), before);
    const auto claims = (*library)->claimCount(folders->front());
    if (!claims)
        return complain(claims.error());
    const bool asked = repeat("a claim's sources", 200, 16, [&](int time) -> std::optional<qint64> {
        const auto sources = (*library)->claimSources(folders->front(), base::ClaimId{1 + (time * 7919) % *claims});
        return sources ? std::optional<qint64>(static_cast<qint64>(sources->size())) : std::nullopt;
    });
    if (!asked || searchLarge(**library) != 0)
        return 1;
    std::printf("  peak memory after all %.0f MiB\n", peakMebibytes());
    return 0;
}

/// What the facts of all articles take in memory, read from the library at once.
int showFacts(const QString &path)
{
    const auto library = library::Library::open(path);
    if (!library)
        return complain(library.error());
    const auto articles = workspace::loadArticles(**library, *(*library)->folders());
    if (!articles)
        return complain(articles.error());
    const double texts = residentMebibytes();
    const Watch watch;
    std::vector<model::Facts> all;
    size_t statements = 0;
    for (const model::Article &article : *articles) {
        auto facts = (*library)->facts(*article.id, workspace::factsKey(article));
        if (!facts)
            return complain(facts.error());
        if (*facts)
            all.push_back(std::move(**facts));
        statements += all.empty() ? 0 : all.back().statements.size();
    }
    std::printf("facts of %zu articles, %zu statements: read in %.1f s (processor %.1f s), %.0f MiB beside %.0f MiB of articles\n", all.size(), statements, watch.wall(), watch.processor(), residentMebibytes() - texts, texts);
    return 0;
}

/// In a child: all that a window asks for, list first and comparison after it.
int showLarge(const QString &resources, const QString &path)
{
    workspace::EditQueue edits;
    workspace::Session session({.libraryPath = path, .resourceDir = resources, .pipeline = {}}, edits);
    for (const base::Error &error : session.open())
        return complain(error);
    const QStringList folders = session.knownFolders();
    Watch watch;
    workspace::ImportEvents events;
    events.arrived = [&](const std::vector<model::Article> &articles) { std::printf("window: %zu articles listed after %.3f s, %.0f MiB\n", articles.size(), watch.wall(), peakMebibytes()); };
    events.compared = [&](const model::Comparison &comparison) { std::printf("window: %zu claims after %.1f s (processor %.1f s), peak memory %.0f MiB, now %.0f MiB\n", comparison.claims.size(), watch.wall(), watch.processor(), peakMebibytes(), residentMebibytes()); };
    const workspace::Target target{.nativeFolder = QFile::encodeName(folders.front()), .files = {}};
    (void)session.import(target, events, 0, {}); // the folder itself is gone; what the library has is shown all the same
    const Watch again;
    (void)session.refresh(target, events, {});
    malloc_trim(0);
    std::printf("window: compared again, nothing changed, in %.1f s (processor %.1f s); peak memory %.0f MiB, now %.0f MiB\n", again.wall(), again.processor(), peakMebibytes(), residentMebibytes());
    return 0;
}

int inChild(const QStringList &arguments)
{
    std::fflush(stdout);
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    child.waitForFinished(-1);
    return child.exitStatus() == QProcess::NormalExit ? child.exitCode() : 1;
}

int benchLarge(const QString &resources, const QString &path, const QString &articles, const QString &storySize)
{
    const QStringList common{QStringLiteral("--story-size"), storySize, QStringLiteral("--keep"), path, resources};
    if (!QFileInfo::exists(path)) {
        if (inChild(QStringList{QStringLiteral("--large"), articles, QStringLiteral("--step"), QStringLiteral("make")} + common) != 0)
            return 1;
    }
    if (inChild(QStringList{QStringLiteral("--step"), QStringLiteral("ask")} + common) != 0)
        return 1;
    if (inChild(QStringList{QStringLiteral("--step"), QStringLiteral("facts")} + common) != 0)
        return 1;
    return inChild(QStringList{QStringLiteral("--step"), QStringLiteral("show")} + common);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("pages"), QStringLiteral("Pages of the import that is timed; 0: none."), QStringLiteral("n"), QStringLiteral("1000")});
    parser.addOption({QStringLiteral("large"), QStringLiteral("Articles of the large library; 0: none."), QStringLiteral("n"), QStringLiteral("10000")});
    parser.addOption({QStringLiteral("story-size"), QStringLiteral("Articles a story, on average."), QStringLiteral("n"), QStringLiteral("10")});
    parser.addOption({QStringLiteral("keep"), QStringLiteral("Keep the large library there, or use the one that is there."), QStringLiteral("FILE")});
    QCommandLineOption step(QStringLiteral("step"), QStringLiteral("One step of the large library."), QStringLiteral("make, ask, facts or show"));
    step.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(step);
    parser.addPositionalArgument(QStringLiteral("RESOURCES"), QStringLiteral("A build's share/variorum."));
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.helpText()));
        return 1;
    }
    const QString resources = parser.positionalArguments().front();
    const int large = parser.value(QStringLiteral("large")).toInt();
    const int storySize = parser.value(QStringLiteral("story-size")).toInt();
    const QString kept = parser.value(QStringLiteral("keep"));
    if (parser.value(step) == QLatin1String("make"))
        return makeLarge(resources, kept, large, storySize);
    if (parser.value(step) == QLatin1String("ask"))
        return askLarge(kept);
    if (parser.value(step) == QLatin1String("facts"))
        return showFacts(kept);
    if (parser.value(step) == QLatin1String("show"))
        return showLarge(resources, kept);
    const int pages = parser.value(QStringLiteral("pages")).toInt();
    if (pages > 0 && benchImport(resources, pages, storySize) != 0)
        return 1;
    const QTemporaryDir home;
    return large > 0 ? benchLarge(resources, kept.isEmpty() ? home.filePath(QStringLiteral("large.vrm")) : kept, parser.value(QStringLiteral("large")), parser.value(QStringLiteral("story-size"))) : 0;
}
