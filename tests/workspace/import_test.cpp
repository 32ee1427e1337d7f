#include "tests/workspace/invented_folder.h"
#include "model/names.h"
#include "workspace/import.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <set>
#include <thread>

using namespace variorum;
using library::Library;
using tests::InventedFolder;
using workspace::ImportEvents;
using workspace::ImportReport;

namespace {

std::unique_ptr<Library> inMemory()
{
    auto opened = Library::open(QStringLiteral(":memory:"));
    return opened ? std::move(*opened) : nullptr;
}

QStringList pathsOf(const model::Comparison &comparison)
{
    QStringList paths;
    for (const model::Article &article : comparison.articles)
        paths.append(article.path);
    return paths;
}

/// What a comparison says, without the numbers of things.
QStringList said(const model::Comparison &comparison)
{
    QStringList lines = pathsOf(comparison);
    for (const model::Statement &statement : comparison.statements)
        lines.append(statement.text + QLatin1Char('|') + statement.predicate);
    for (const model::Claim &claim : comparison.claims)
        lines.append(claim.text);
    for (const model::Divergence &divergence : comparison.divergences)
        lines.append(divergence.why);
    return lines;
}

void touch(const QString &path, int seconds)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(seconds), QFileDevice::FileModificationTime));
}

} // namespace

class ImportTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<const language::LanguagePack> m_pack;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<InventedFolder> m_folder;
    std::optional<model::Comparison> m_comparison; // of the last import
    std::vector<model::Article> m_arrived; // in the last import

    ImportReport import(const ImportEvents &extra = {}, std::stop_token stop = {}, int threads = 0)
    {
        m_comparison.reset();
        m_arrived.clear();
        ImportEvents events = extra;
        events.compared = [this](model::Comparison compared) { m_comparison = std::move(compared); };
        events.arrived = [this](const std::vector<model::Article> &articles) { m_arrived.insert(m_arrived.end(), articles.begin(), articles.end()); };
        workspace::PipelineOptions options;
        options.threads = threads;
        const auto report = workspace::importFolder(*m_library, m_folder->nativePath(), *m_pack, options, events, std::move(stop));
        if (!report) {
            qWarning("%s", qPrintable(base::describe(report.error())));
            ImportReport none;
            none.files = -1;
            return none;
        }
        return *report;
    }

    void writeThree()
    {
        QVERIFY(m_folder->writeFerry(QStringLiteral("a.html"), QStringLiteral("Harbour Post"), 7, QDate(2024, 3, 18)));
        QVERIFY(m_folder->writeFerry(QStringLiteral("b.html"), QStringLiteral("The Lantern"), 10, QDate(2024, 3, 19)));
        QVERIFY(m_folder->writeFerry(QStringLiteral("sub/c.html"), QStringLiteral("Nordic Wire"), 9));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = language::LanguagePack::load(QStringLiteral(VARIORUM_RESOURCE_DIR));
        QVERIFY2(pack, pack ? "" : qPrintable(base::describe(pack.error())));
        m_pack = std::move(*pack);
    }

    void init()
    {
        m_library = inMemory();
        m_folder = std::make_unique<InventedFolder>();
        QVERIFY(m_library);
    }

    void cleanup() { m_library.reset(); }

    void folder_new_isReadStoredAnalysedAndCompared()
    {
        writeThree();
        const ImportReport report = import();
        QCOMPARE(report.folder, m_folder->path());
        QCOMPARE(report.files, 3);
        QCOMPARE(report.added, 3);
        QCOMPARE(report.analysed, 3);
        QVERIFY(report.problems.empty());
        QVERIFY(!report.cancelled);
        QVERIFY(m_comparison);
        QCOMPARE(pathsOf(*m_comparison), (QStringList{QStringLiteral("a.html"), QStringLiteral("b.html"), QStringLiteral("sub/c.html")}));
        QVERIFY(!m_comparison->statements.empty());
        // The article that states no date has its story's earliest.
        QVERIFY(m_comparison->articles[2].publishedBasis == model::DateBasis::Inferred);
        QCOMPARE(m_comparison->articles[2].published->toString(), QStringLiteral("2024-03-18"));
    }

    void file_renamed_keepsItsArticleAndTheWorkOnIt()
    {
        writeThree();
        import();
        const auto before = m_library->articles(m_folder->path());
        QCOMPARE(before->size(), size_t(3));
        QVERIFY(m_library->storeEdit(before->front().id, {.outlet = QStringLiteral("The Post"), .title = {}, .authors = {}, .published = {}}));
        QVERIFY(QFile::rename(m_folder->file(QStringLiteral("a.html")), m_folder->file(QStringLiteral("z.html"))));
        const ImportReport report = import();
        QCOMPARE(report.renamed, 1);
        QCOMPARE(report.added, 0);
        QCOMPARE(report.missing, 0);
        const auto renamed = m_library->article(before->front().id);
        QCOMPARE(renamed->asRead.path, QStringLiteral("z.html"));
        QCOMPARE(*renamed->edit.outlet, QStringLiteral("The Post"));
        QVERIFY(renamed->state == library::ArticleState::Present);
        QCOMPARE(m_library->articles(m_folder->path())->size(), size_t(3));
    }

    void folder_moved_keepsItsArticles()
    {
        writeThree();
        import();
        const auto before = m_library->articles(m_folder->path());
        const QTemporaryDir elsewhere;
        const QString moved = elsewhere.filePath(QStringLiteral("moved"));
        QVERIFY(QDir().rename(m_folder->path(), moved));
        const auto report = workspace::importFolder(*m_library, QFile::encodeName(moved), *m_pack);
        QVERIFY(report);
        QCOMPARE(report->renamed, 3);
        const auto after = m_library->articles(moved);
        QCOMPARE(after->size(), size_t(3));
        for (size_t place = 0; place < 3; ++place)
            QCOMPARE((*after)[place].id, (*before)[place].id);
    }

    void duplicates_areTold()
    {
        writeThree();
        QVERIFY(QFile::copy(m_folder->file(QStringLiteral("a.html")), m_folder->file(QStringLiteral("copy.html"))));
        const ImportReport report = import();
        QVERIFY(report.duplicates == (std::vector<std::pair<QString, QString>>{{QStringLiteral("copy.html"), QStringLiteral("a.html")}}));
    }

    void progress_countsBytesToo()
    {
        writeThree();
        qint64 bytes = 0;
        qint64 total = 0;
        ImportEvents events;
        events.progress = [&](const workspace::Progress &progress) {
            if (progress.stage != workspace::Progress::Stage::Reading)
                return;
            bytes = progress.bytesDone;
            total = progress.bytesTotal;
        };
        import(events);
        qint64 size = 0;
        for (const char *name : {"a.html", "b.html", "sub/c.html"})
            size += QFileInfo(m_folder->file(QLatin1String(name))).size();
        QCOMPARE(total, size);
        QCOMPARE(bytes, size);
    }

    void paused_waitsAndGoesOn_orStops()
    {
        writeThree();
        workspace::PipelineOptions options;
        options.pause = std::make_shared<workspace::PauseSwitch>();
        options.pause->set(true);
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            options.pause->set(false);
        });
        QElapsedTimer timer;
        timer.start();
        const auto report = workspace::importFolder(*m_library, m_folder->nativePath(), *m_pack, options);
        QVERIFY(report);
        QVERIFY(timer.elapsed() >= 250);
        QCOMPARE(report->added, 3);
        later.join();
        touch(m_folder->file(QStringLiteral("a.html")), 60);
        options.pause->set(true);
        std::stop_source stop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        timer.start();
        const auto stopped = workspace::importFolder(*m_library, m_folder->nativePath(), *m_pack, options, {}, stop.get_token());
        QVERIFY(stopped);
        QVERIFY(stopped->cancelled);
        QVERIFY2(timer.elapsed() < 600, qPrintable(QString::number(timer.elapsed())));
    }

    void comparison_isKeptInTheLibrary_andItsKindsAreSearched()
    {
        ImportEvents events;
        events.compared = [this](model::Comparison compared) { m_comparison = std::move(compared); };
        QVERIFY(workspace::importFolder(*m_library, QByteArray(VARIORUM_RESOURCE_DIR "/sample"), *m_pack, {}, events));
        QVERIFY(m_comparison && !m_comparison->divergences.empty());
        const QString kind = model::nameOf(m_comparison->divergences.front().kind);
        const auto hits = m_library->search(library::parseSearch(QStringLiteral("kind:") + kind).query);
        QVERIFY(hits);
        QVERIFY(hits->size() >= 2);
    }

    void decisions_becomeConstraints_andOutliveANewVersion()
    {
        writeThree();
        import();
        auto view = workspace::loadView(*m_library, {m_folder->path()}, {}, {}, {});
        QVERIFY(view && view->stale.empty());
        QVERIFY(view->constraints.isEmpty());
        std::vector<model::Anchor> anchors;
        for (const size_t place : {size_t(0), size_t(1)}) {
            const model::Statement &statement = view->analysed[place].facts.statements.back();
            anchors.push_back(*m_library->anchorOf(*view->analysed[place].article.id, statement.place));
            anchors.back().side = static_cast<int>(place);
        }
        const model::WorkItem join{.kind = model::WorkKind::Join, .target = model::WorkTarget::Claim, .name = {}, .value = {}, .anchors = anchors, .made = {}};
        model::WorkItem split = join;
        split.kind = model::WorkKind::Split;
        QVERIFY(m_library->doWork(QStringLiteral("judge"), {{.id = {}, .item = join}, {.id = {}, .item = split}}));
        view = workspace::loadView(*m_library, {m_folder->path()}, {}, {}, {});
        const model::StatementRef first{.article = *view->analysed[0].article.id, .statement = view->analysed[0].facts.statements.back().id};
        const model::StatementRef second{.article = *view->analysed[1].article.id, .statement = view->analysed[1].facts.statements.back().id};
        QVERIFY(view->constraints.joins == (std::vector<std::vector<model::StatementRef>>{{first, second}}));
        QCOMPARE(view->constraints.splits.size(), size_t(1));
        QVERIFY(view->constraints.splits.front().one == std::vector<model::StatementRef>{first});
        QVERIFY(view->constraints.splits.front().other == std::vector<model::StatementRef>{second});
        // Another version of a page in which these words still stand.
        QFile page(m_folder->file(QStringLiteral("a.html")));
        QVERIFY(page.open(QIODevice::Append));
        page.write("<!-- saved again -->");
        page.close();
        touch(m_folder->file(QStringLiteral("a.html")), 90);
        import();
        view = workspace::loadView(*m_library, {m_folder->path()}, {}, {}, {});
        QCOMPARE(view->constraints.joins.size(), size_t(1));
    }

    void comparison_hasTheLibrarysIds()
    {
        // Another folder first, so that the ids are not 1, 2, 3.
        InventedFolder other;
        QVERIFY(other.writeMany(4));
        QVERIFY(workspace::importFolder(*m_library, other.nativePath(), *m_pack));
        writeThree();
        import();
        QCOMPARE(m_arrived.size(), size_t(3));
        std::set<base::ArticleId> ids;
        for (const model::Article &article : m_comparison->articles) {
            const auto stored = m_library->article(*article.id);
            QVERIFY(stored);
            QCOMPARE(stored->asRead.path, article.path);
            ids.insert(*article.id);
        }
        for (const model::Article &article : m_arrived)
            QVERIFY(ids.contains(*article.id));
        for (const model::Statement &statement : m_comparison->statements)
            QVERIFY(ids.contains(statement.article));
        for (const model::Story &story : m_comparison->stories) {
            for (const base::ArticleId article : story.articles)
                QVERIFY(ids.contains(article));
        }
        for (const model::Divergence &divergence : m_comparison->divergences) {
            for (const model::DivergentValue &value : divergence.values) {
                for (const model::Evidence &evidence : value.evidence)
                    QVERIFY(ids.contains(evidence.article));
            }
        }
    }

    void folder_unchanged_isNotReadOrAnalysedAgain()
    {
        writeThree();
        import();
        const QStringList before = said(*m_comparison);
        const ImportReport again = import();
        QCOMPARE(again.unchanged, 3);
        QCOMPARE(again.added + again.changed + again.missing + again.analysed, 0);
        QVERIFY(m_arrived.empty());
        QCOMPARE(said(*m_comparison), before);
    }

    void file_touched_isReadButNotAnalysedAgain()
    {
        writeThree();
        import();
        touch(m_folder->file(QStringLiteral("a.html")), 100);
        const ImportReport again = import();
        QCOMPARE(again.unchanged, 3);
        QCOMPARE(again.analysed, 0);
        QVERIFY(m_arrived.empty());
    }

    void file_changed_isANewVersion()
    {
        writeThree();
        import();
        QVERIFY(m_folder->writeFerry(QStringLiteral("b.html"), QStringLiteral("The Lantern"), 12, QDate(2024, 3, 19)));
        touch(m_folder->file(QStringLiteral("b.html")), 100);
        const ImportReport again = import();
        QCOMPARE(again.changed, 1);
        QCOMPARE(again.unchanged, 2);
        QCOMPARE(again.analysed, 1);
        QCOMPARE(m_arrived.size(), size_t(1));
        QCOMPARE(m_library->articles(m_folder->path())->at(1).version, 2);
        QVERIFY(m_comparison->articles[1].text.contains(QStringLiteral("12 people")));
    }

    void date_thatChangesTheInferredOne_makesThatArticleNew()
    {
        writeThree();
        import();
        QVERIFY(m_folder->writeFerry(QStringLiteral("a.html"), QStringLiteral("Harbour Post"), 7, QDate(2024, 3, 17)));
        touch(m_folder->file(QStringLiteral("a.html")), 100);
        const ImportReport again = import();
        QCOMPARE(again.changed, 1);
        QCOMPARE(again.analysed, 2); // it, and the one that takes its date from it
        QCOMPARE(m_comparison->articles[2].published->toString(), QStringLiteral("2024-03-17"));
    }

    void file_removed_isMissingUntilItIsBack()
    {
        writeThree();
        import();
        const QString path = m_folder->file(QStringLiteral("b.html"));
        QVERIFY(QFile::rename(path, path + QStringLiteral(".away~")));
        QVERIFY(QFile::rename(path + QStringLiteral(".away~"), m_folder->path() + QStringLiteral("-away")));
        const ImportReport gone = import();
        QCOMPARE(gone.missing, 1);
        QCOMPARE(gone.analysed, 0);
        QCOMPARE(pathsOf(*m_comparison), (QStringList{QStringLiteral("a.html"), QStringLiteral("sub/c.html")}));
        QVERIFY(QFile::rename(m_folder->path() + QStringLiteral("-away"), path));
        const ImportReport back = import();
        QCOMPARE(back.missing, 0);
        QCOMPARE(back.unchanged, 3);
        QCOMPARE(back.analysed, 0);
        QCOMPARE(m_comparison->articles.size(), size_t(3));
    }

    void order_ofArrival_changesNothing()
    {
        writeThree();
        import();
        const QStringList atOnce = said(*m_comparison);
        m_library = inMemory();
        const std::unique_ptr<InventedFolder> whole = std::exchange(m_folder, std::make_unique<InventedFolder>());
        const QString names[] = {QStringLiteral("sub/c.html"), QStringLiteral("b.html"), QStringLiteral("a.html")};
        for (const QString &name : names) {
            QFile file(whole->file(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(m_folder->write(name, file.readAll()));
            import();
        }
        QCOMPARE(said(*m_comparison), atOnce);
    }

    void threads_ofAnyCount_giveTheSame()
    {
        writeThree();
        QVERIFY(m_folder->writeMany(20));
        import({}, {}, 1);
        const model::Comparison one = *m_comparison;
        m_library = inMemory();
        import({}, {}, 5);
        QVERIFY(*m_comparison == one); // ids too
    }

    void files_thatCannotBeRead_areProblemsEachTime()
    {
        writeThree();
        QVERIFY(m_folder->write(QStringLiteral("binary.txt"), QByteArray(300, '\1') + QByteArray(2000, '\0')));
        QVERIFY(m_folder->write(QStringLiteral("empty.html"), QByteArray()));
        for (int round = 0; round < 2; ++round) {
            const ImportReport report = import();
            QCOMPARE(report.files, 5);
            QStringList named;
            for (const base::Error &problem : report.problems)
                named.append(problem.path + QLatin1Char(' ') + base::errorCodeName(problem.code));
            QCOMPARE(named, (QStringList{QStringLiteral("binary.txt binary-file"), QStringLiteral("empty.html empty-file")}));
            QCOMPARE(round == 0 ? report.added : report.unchanged, 5);
            QCOMPARE(report.analysed, round == 0 ? 3 : 0);
            QCOMPARE(m_comparison->articles.size(), size_t(5));
        }
        QVERIFY(m_folder->writeFerry(QStringLiteral("empty.html"), QStringLiteral("Late Edition"), 10));
        const ImportReport mended = import();
        QCOMPARE(mended.changed, 1);
        QCOMPARE(mended.analysed, 1);
        QCOMPARE(mended.problems.size(), size_t(1));
    }

    void files_thatHoldNoArticle_arePassedOverEachTime()
    {
        writeThree();
        QVERIFY(m_folder->write(QStringLiteral("gold.json"), "{\"claims\": [1, 2]}"));
        QVERIFY(m_folder->write(QStringLiteral("refs.ris"), "TY  - NEWS\nTI  - Ferry\nER  - \n"));
        QVERIFY(m_folder->write(QStringLiteral("pl.txt"), "Prom zaton\u0105\u0142 w pi\u0105tek w pobli\u017Cu portu. Nikt nie zgin\u0105\u0142, powiedzia\u0142a stra\u017C przybrze\u017Cna. Prom wyszed\u0142 w morze o dziewi\u0105tej rano i mia\u0142 wr\u00F3ci\u0107 przed po\u0142udniem."));
        for (int round = 0; round < 2; ++round) {
            const ImportReport report = import();
            QCOMPARE(report.files, 6);
            QCOMPARE(report.passedOver, 2);
            QCOMPARE(report.added + report.unchanged, 4);
            QCOMPARE(report.added, round == 0 ? 4 : 0);
            QVERIFY(report.problems.empty());
            QVERIFY(report.outcomes.empty());
            QStringList notes;
            for (const base::Error &note : report.notes)
                notes.append(note.path + QLatin1Char(' ') + base::errorCodeName(note.code));
            QCOMPARE(notes, (QStringList{QStringLiteral("gold.json not-an-article"), QStringLiteral("pl.txt language-not-compared"), QStringLiteral("refs.ris only-references")}));
            QCOMPARE(pathsOf(*m_comparison).size(), 4); // readable, though not compared
            QVERIFY(!pathsOf(*m_comparison).contains(QStringLiteral("gold.json")));
            QVERIFY(round == 1 || m_arrived.size() == 4);
        }
    }

    void files_readInPart_haveTheirOutcome()
    {
        writeThree();
        QVERIFY(m_folder->write(QStringLiteral("torn.txt"), QByteArray("\0\1\2\3\0\0\0\x7f\0\0", 10)));
        QVERIFY(m_folder->write(QStringLiteral("cut.xml"), "<rss version='2.0'><channel><title>P</title><item><title>Ferry</title><description>The ferry left Halvern at nine."));
        const ImportReport report = import();
        QCOMPARE(report.outcomes.size(), size_t(2));
        QCOMPARE(report.outcomes.at(QStringLiteral("torn.txt")), model::ReadOutcome::NotRead);
        QCOMPARE(report.outcomes.at(QStringLiteral("cut.xml")), model::ReadOutcome::Partly);
    }

    void file_thatVanishes_isAProblemAndTheRestGoesOn()
    {
        writeThree();
        auto listing = reading::listFolder(m_folder->nativePath());
        QVERIFY(listing);
        QVERIFY(QFile::remove(m_folder->file(QStringLiteral("a.html"))));
        const auto report = workspace::importFiles(*m_library, {{.folder = m_folder->path(), .listing = *listing}}, *m_pack, {}, {}, false, {});
        QVERIFY(report);
        QCOMPARE(report->problems.size(), size_t(1));
        QCOMPARE(report->problems.front().path, QStringLiteral("a.html"));
        QCOMPARE(report->analysed, 2);
    }

    void folder_empty_isAnErrorAndItsArticlesAreMissing()
    {
        writeThree();
        import();
        for (const QString &name : {QStringLiteral("a.html"), QStringLiteral("b.html"), QStringLiteral("sub/c.html")})
            QVERIFY(QFile::remove(m_folder->file(name)));
        const auto report = workspace::importFolder(*m_library, m_folder->nativePath(), *m_pack);
        QVERIFY(!report);
        QCOMPARE(report.error().code, base::ErrorCode::EmptyFolder);
        const auto stored = m_library->articles(m_folder->path());
        QCOMPARE(stored->size(), size_t(3));
        for (const library::StoredArticle &article : *stored)
            QVERIFY(article.state == library::ArticleState::Missing);
    }

    void folder_absent_isAnErrorAndChangesNothing()
    {
        const auto report = workspace::importFolder(*m_library, "/nowhere/at/all", *m_pack);
        QVERIFY(!report);
        QCOMPARE(report.error().code, base::ErrorCode::NotFound);
        QVERIFY(m_library->folders()->isEmpty());
    }

    void disk_full_keepsAllInViewAndWhatWasStored()
    {
        QVERIFY(m_folder->writeMany(400));
        auto small = Library::open(QStringLiteral(":memory:"), {.maxPages = 70, .busyTimeoutMs = 50});
        QVERIFY(small);
        m_library = std::move(*small);
        const ImportReport report = import();
        QVERIFY(report.notStored);
        QCOMPARE(report.notStored->code, base::ErrorCode::DiskFull);
        QCOMPARE(report.added, 400);
        QCOMPARE(report.analysed, 400);
        QCOMPARE(m_comparison->articles.size(), size_t(400));
        const auto kept = m_library->articles(m_folder->path());
        QVERIFY(kept);
        QVERIFY(!kept->empty());
        QVERIFY(kept->size() < 400);
    }

    void stop_whileReading_keepsWhatIsDone()
    {
        QVERIFY(m_folder->writeMany(200));
        std::stop_source source;
        ImportEvents events;
        int stored = 0;
        events.between = [&] {
            if (++stored == 60)
                source.request_stop();
            return false;
        };
        const ImportReport stopped = import(events, source.get_token());
        QVERIFY(stopped.cancelled);
        QVERIFY(!m_comparison);
        const size_t kept = m_library->articles(m_folder->path())->size();
        QCOMPARE(kept, size_t(60));
        const ImportReport rest = import();
        QVERIFY(!rest.cancelled);
        QCOMPARE(static_cast<size_t>(rest.unchanged), kept);
        QCOMPARE(rest.added, 200 - rest.unchanged);
        QCOMPARE(rest.analysed, 200);
    }

    void stop_whileAnalysing_keepsTheFactsMade()
    {
        QVERIFY(m_folder->writeMany(100));
        std::stop_source source;
        ImportEvents events;
        events.progress = [&source](const workspace::Progress &progress) {
            if (progress.stage == workspace::Progress::Stage::Analysing && progress.done >= 30)
                source.request_stop();
        };
        QVERIFY(import(events, source.get_token()).cancelled);
        const ImportReport rest = import();
        QCOMPARE(rest.unchanged, 100);
        QVERIFY2(rest.analysed <= 70, qPrintable(QString::number(rest.analysed))); // what was told as done is kept
        QCOMPARE(m_comparison->articles.size(), size_t(100));
    }

    void progress_ofManyFiles_isThrottledAndEndsWhole()
    {
        QVERIFY(m_folder->writeMany(900));
        std::map<workspace::Progress::Stage, std::vector<workspace::Progress>> told;
        ImportEvents events;
        events.progress = [&told](const workspace::Progress &progress) { told[progress.stage].push_back(progress); };
        import(events);
        for (const auto stage : {workspace::Progress::Stage::Reading, workspace::Progress::Stage::Analysing}) {
            const auto &steps = told[stage];
            QVERIFY(!steps.empty());
            QVERIFY2(steps.size() <= 230, qPrintable(QString::number(steps.size())));
            QCOMPARE(steps.back().done, 900);
            QCOMPARE(steps.back().total, 900);
            QVERIFY(std::ranges::is_sorted(steps, {}, &workspace::Progress::done));
        }
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
