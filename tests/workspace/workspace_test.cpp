#include "tests/workspace/invented_folder.h"
#include "workspace/session.h"
#include "workspace/workspace.h"

#include <QSignalSpy>
#include <QtTest>

using namespace variorum;
using tests::InventedFolder;
using workspace::ImportReport;
using workspace::Workspace;

namespace {

constexpr int kPatienceMs = 500000;

/// A Workspace with ears.
struct Listened {
    explicit Listened(const QString &libraryPath, const QString &resourceDir = QStringLiteral(VARIORUM_RESOURCE_DIR))
        : workspace({.libraryPath = libraryPath, .resourceDir = resourceDir, .pipeline = {}})
    {
        QObject::connect(&workspace, &Workspace::failed, &workspace, [this](const base::Error &error) { errors.push_back(error); });
        QObject::connect(&workspace, &Workspace::importFinished, &workspace, [this](const ImportReport &report) { reports.push_back(report); });
        QObject::connect(&workspace, &Workspace::articlesArrived, &workspace, [this](const auto &articles) { arrived.insert(arrived.end(), articles.begin(), articles.end()); });
        QObject::connect(&workspace, &Workspace::comparisonChanged, &workspace, [this](const auto &) { ++comparisons; });
    }

    /// Opens and waits until nothing runs.
    void open(const QString &folder)
    {
        workspace.openFolder(folder);
        settle();
    }
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!workspace.isBusy(), kPatienceMs); }

    Workspace workspace;
    std::vector<base::Error> errors;
    std::vector<ImportReport> reports;
    std::vector<model::Article> arrived;
    int comparisons = 0;
};

QStringList codes(const std::vector<base::Error> &errors)
{
    QStringList names;
    for (const base::Error &error : errors)
        names.append(base::errorCodeName(error.code));
    return names;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class WorkspaceTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<InventedFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] QString libraryPath() const { return m_home->filePath(QStringLiteral("library.vrm")); }

    void writeTwo() const
    {
        QVERIFY(m_folder->writeFerry(QStringLiteral("a.html"), QStringLiteral("Harbour Post"), 7, QDate(2024, 3, 18)));
        QVERIFY(m_folder->writeFerry(QStringLiteral("b.html"), QStringLiteral("The Lantern"), 10));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<InventedFolder>();
        m_home = std::make_unique<QTemporaryDir>();
    }

    void folder_opened_arrivesIsComparedAndReported()
    {
        writeTwo();
        Listened listened(libraryPath());
        QSignalSpy openedSpy(&listened.workspace, &Workspace::opened);
        QSignalSpy progressSpy(&listened.workspace, &Workspace::progressed);
        QVERIFY(listened.workspace.isBusy());
        listened.open(m_folder->path());
        QCOMPARE(openedSpy.size(), 1);
        QVERIFY(progressSpy.size() >= 3);
        QCOMPARE(codes(listened.errors), QStringList());
        QCOMPARE(listened.arrived.size(), size_t(2));
        QCOMPARE(listened.comparisons, 1);
        QCOMPARE(listened.reports.size(), size_t(1));
        QCOMPARE(listened.reports.front().added, 2);
        QCOMPARE(listened.workspace.folder(), m_folder->path());
        const auto comparison = listened.workspace.comparison();
        QVERIFY(comparison);
        QCOMPARE(comparison->articles.size(), size_t(2));
        QVERIFY(comparison->articles[0].id == listened.arrived[0].id);
    }

    void folder_known_isShownAtOnceAndComparedOnce()
    {
        writeTwo();
        std::shared_ptr<const model::Comparison> before;
        {
            Listened listened(libraryPath());
            listened.open(m_folder->path());
            before = listened.workspace.comparison();
        }
        Listened listened(libraryPath());
        int reportsAtComparison = -1;
        connect(&listened.workspace, &Workspace::comparisonChanged, this, [&] { reportsAtComparison = static_cast<int>(listened.reports.size()); });
        listened.open(m_folder->path());
        QCOMPARE(listened.comparisons, 1);
        QCOMPARE(reportsAtComparison, 0);
        QCOMPARE(listened.reports.front().unchanged, 2);
        QCOMPARE(listened.reports.front().analysed, 0);
        QVERIFY(*listened.workspace.comparison() == *before);
    }

    void folder_goneButKnown_isStillShown()
    {
        writeTwo();
        const QString path = m_folder->path();
        {
            Listened listened(libraryPath());
            listened.open(path);
        }
        m_folder.reset();
        Listened listened(libraryPath());
        listened.open(path);
        QCOMPARE(codes(listened.errors), QStringList{QStringLiteral("not-found")});
        QVERIFY(listened.reports.empty());
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(2));
    }

    void folder_openedOverAnother_silencesTheFirst()
    {
        InventedFolder many;
        QVERIFY(many.writeMany(300));
        writeTwo();
        Listened listened(libraryPath());
        listened.workspace.openFolder(many.path());
        QTRY_VERIFY_WITH_TIMEOUT(!listened.arrived.empty(), kPatienceMs);
        listened.workspace.openFolder(m_folder->path());
        listened.arrived.clear();
        listened.settle();
        QCOMPARE(listened.reports.size(), size_t(1));
        QCOMPARE(listened.reports.front().folder, m_folder->path());
        QCOMPARE(listened.arrived.size(), size_t(2));
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(2));
    }

    void folder_empty_isShownEmptyAndSaidSo()
    {
        writeTwo();
        InventedFolder empty;
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        listened.open(empty.path());
        QCOMPARE(codes(listened.errors), QStringList{QStringLiteral("empty-folder")});
        QCOMPARE(listened.errors.front().path, empty.path());
        QCOMPARE(listened.workspace.folder(), empty.path());
        QVERIFY(listened.workspace.comparison()->articles.empty());
        QCOMPARE(listened.reports.size(), size_t(1));
    }

    void rescan_findsWhatIsNew()
    {
        writeTwo();
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        QVERIFY(m_folder->writeFerry(QStringLiteral("c.html"), QStringLiteral("Nordic Wire"), 9));
        listened.workspace.rescan();
        listened.settle();
        QCOMPARE(listened.reports.back().added, 1);
        QCOMPARE(listened.reports.back().analysed, 1);
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(3));
    }

    void cancel_inTheMiddle_stopsSoonAndKeeps()
    {
        QVERIFY(m_folder->writeMany(3000));
        Listened listened(libraryPath());
        for (int round = 0; round < 3; ++round) {
            const size_t before = listened.arrived.size();
            listened.workspace.openFolder(m_folder->path());
            QTRY_VERIFY_WITH_TIMEOUT(listened.arrived.size() > before + 50, kPatienceMs);
            const size_t atCancel = listened.arrived.size();
            listened.workspace.cancel();
            listened.settle();
            QVERIFY2(listened.arrived.size() - atCancel < 500, qPrintable(QString::number(listened.arrived.size() - atCancel))); // what was on its way
            QCOMPARE(listened.reports.size(), static_cast<size_t>(round) + 1);
            QVERIFY(listened.reports.back().cancelled);
        }
        const auto library = library::Library::open(libraryPath(), {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
        QVERIFY(library);
        const size_t kept = (*library)->articles(m_folder->path())->size();
        QVERIFY(kept > 50 && kept < 3000);
        QCOMPARE(listened.comparisons, 0);
    }

    void import_stoppedWhileListing_isCancelledNotFailed()
    {
        QVERIFY(m_folder->writeMany(30));
        workspace::EditQueue edits;
        workspace::Session session({.libraryPath = libraryPath(), .resourceDir = QStringLiteral(VARIORUM_RESOURCE_DIR), .pipeline = {}}, edits);
        QVERIFY(session.open().empty());
        const workspace::Target target{.nativeFolder = QFile::encodeName(m_folder->path()), .files = {}};
        workspace::ImportEvents events;
        events.arrived = [](const auto &) {};
        events.compared = [](const auto &) {};
        QVERIFY(session.import(target, events, 0, {}));
        std::stop_source stop;
        stop.request_stop();
        const auto report = session.import(target, events, 0, stop.get_token());
        QVERIFY2(report, qPrintable(report ? QString() : base::errorCodeName(report.error().code)));
        QVERIFY(report->cancelled);
        const auto library = library::Library::open(libraryPath(), {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
        QVERIFY(library);
        const auto articles = (*library)->articles(m_folder->path());
        QVERIFY(articles);
        for (const library::StoredArticle &article : *articles)
            QVERIFY(article.state == library::ArticleState::Present);
    }

    void destruction_inTheMiddle_isSoon()
    {
        constexpr int kFiles = 1000;
        QVERIFY(m_folder->writeMany(kFiles));
        {
            Listened listened(libraryPath());
            listened.workspace.openFolder(m_folder->path());
            QTRY_VERIFY_WITH_TIMEOUT(!listened.arrived.empty(), kPatienceMs);
        }
        {
            const auto library = library::Library::open(libraryPath(), {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
            QVERIFY(library);
            QVERIFY((*library)->articles(m_folder->path())->size() < size_t(kFiles)); // it did not go on to the end
        }
        // At once, before anything was delivered.
        {
            Listened listened(libraryPath());
            listened.workspace.openFolder(m_folder->path());
        }
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(kFiles));
    }

    void folder_ofThreeThousandFiles_isDoneWithFewSignals()
    {
        QVERIFY(m_folder->writeMany(3000));
        Listened listened(libraryPath());
        QSignalSpy progressSpy(&listened.workspace, &Workspace::progressed);
        QSignalSpy arrivedSpy(&listened.workspace, &Workspace::articlesArrived);
        listened.open(m_folder->path());
        QCOMPARE(listened.reports.front().added, 3000);
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(3000));
        QVERIFY2(progressSpy.size() <= 900, qPrintable(QString::number(progressSpy.size())));
        QVERIFY2(arrivedSpy.size() <= 110, qPrintable(QString::number(arrivedSpy.size())));
        listened.workspace.rescan();
        listened.settle();
        QCOMPARE(listened.reports.back().unchanged, 3000);
        QCOMPARE(listened.reports.back().analysed, 0);
        QCOMPARE(listened.comparisons, 1); // what is shown still holds
    }

    void library_unusable_isSaidAndWorkGoesOnInMemory_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("not a library") << QByteArray("my shopping list") << QStringLiteral("not-a-library");
        QByteArray newer("SQLite format 3\0", 16);
        newer.append(QByteArray(84, '\0'));
        newer.replace(68, 4, "VRM1");
        newer.replace(60, 4, QByteArray("\0\0\x03\x09", 4));
        QTest::newRow("newer") << newer << QStringLiteral("library-newer");
        newer.replace(60, 4, QByteArray("\0\0\0\x01", 4));
        QTest::newRow("damaged") << newer << QStringLiteral("library-damaged");
    }

    void library_unusable_isSaidAndWorkGoesOnInMemory()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QFile file(libraryPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        writeTwo();
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        QCOMPARE(codes(listened.errors), QStringList{code});
        QCOMPARE(listened.reports.size(), size_t(1));
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(2));
        QCOMPARE(bytesOf(libraryPath()), bytes);
    }

    void resources_missing_isSaid()
    {
        writeTwo();
        Listened listened(libraryPath(), m_home->filePath(QStringLiteral("nothing")));
        listened.settle();
        QVERIFY(!listened.errors.empty());
        QCOMPARE(listened.errors.front().code, base::ErrorCode::ResourceMissing);
        listened.open(m_folder->path());
        QCOMPARE(listened.errors.back().code, base::ErrorCode::ResourceMissing);
        QVERIFY(listened.reports.empty());
    }

    void edits_areMergedShownAndKept()
    {
        writeTwo();
        library::ArticleEdit title;
        title.title = QStringLiteral("Corvina on the reef");
        library::ArticleEdit date;
        date.published = model::NewsDate{.date = QDate(2024, 3, 17), .time = {}, .offsetMinutes = {}};
        {
            Listened listened(libraryPath());
            listened.open(m_folder->path());
            const base::ArticleId id = *listened.workspace.comparison()->articles[0].id;
            listened.workspace.editArticle(id, title);
            listened.workspace.editArticle(id, date);
            listened.settle();
            QCOMPARE(codes(listened.errors), QStringList());
            QCOMPARE(listened.comparisons, 3);
            const auto comparison = listened.workspace.comparison();
            QVERIFY(comparison->articles[0].id == id);
            QCOMPARE(comparison->articles[0].title.value_or(QString()), QStringLiteral("Corvina on the reef"));
            QCOMPARE(comparison->articles[0].published->toString(), QStringLiteral("2024-03-17"));
            QCOMPARE(comparison->articles[1].published->toString(), QStringLiteral("2024-03-17")); // inferred from it
        }
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        QCOMPARE(listened.reports.front().analysed, 0); // was done with the edit
        const auto comparison = listened.workspace.comparison();
        QCOMPARE(comparison->articles[0].title.value_or(QString()), QStringLiteral("Corvina on the reef"));
        // Put back to what was read: no edit any more.
        library::ArticleEdit back;
        back.title = QStringLiteral("Ferry Corvina runs aground off Halmstrand");
        listened.workspace.editArticle(*comparison->articles[0].id, back);
        listened.settle();
        const auto library = library::Library::open(libraryPath(), {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
        QVERIFY(library);
        const auto stored = (*library)->article(*comparison->articles[0].id);
        QVERIFY(!stored->edit.title);
        QVERIFY(stored->edit.published);
    }

    void charset_chosen_readsTheFileAgainAndIsKept()
    {
        writeTwo();
        // In KOI8-R, where nothing tells it from windows-1251.
        const QByteArray word = "\xd0\xc1\xd2\xcf\xcd";
        QVERIFY(m_folder->write(QStringLiteral("ru.txt"), (word + ' ').repeated(9) + '\n'));
        const auto textOf = [](const Listened &listened) {
            for (const model::Article &article : listened.workspace.comparison()->articles) {
                if (article.path == QStringLiteral("ru.txt"))
                    return article;
            }
            return model::Article();
        };
        const QString wanted = QStringLiteral("\u043F\u0430\u0440\u043E\u043C");
        {
            Listened listened(libraryPath());
            listened.open(m_folder->path());
            const model::Article before = textOf(listened);
            QVERIFY(before.id);
            listened.workspace.chooseCharset(*before.id, QStringLiteral("IBM866"));
            listened.settle();
            QVERIFY(!textOf(listened).text.contains(wanted));
            QCOMPARE(*textOf(listened).charset, QStringLiteral("IBM866"));
            listened.workspace.chooseCharset(*before.id, QStringLiteral("KOI8-R"));
            listened.settle();
            const model::Article after = textOf(listened);
            QCOMPARE(after.id, before.id);
            QVERIFY2(after.text.startsWith(wanted), qPrintable(after.text));
            const auto isDoubt = [](const base::Error &problem) { return problem.code == base::ErrorCode::CharsetDoubtful; };
            QVERIFY(std::none_of(after.problems.begin(), after.problems.end(), isDoubt));
            QVERIFY(listened.errors.empty());
            listened.workspace.chooseCharset(base::ArticleId{4711}, QStringLiteral("UTF-8"));
            listened.settle();
            QCOMPARE(codes(listened.errors), QStringList{QStringLiteral("not-found")});
        }
        QVERIFY(m_folder->write(QStringLiteral("ru.txt"), (word + ' ').repeated(12) + '\n'));
        Listened again(libraryPath());
        again.open(m_folder->path());
        QVERIFY(textOf(again).text.startsWith(wanted)); // also what has changed since
        again.workspace.chooseCharset(*textOf(again).id, {});
        again.settle();
        QVERIFY(*textOf(again).charset != QStringLiteral("IBM866"));
    }

    void edit_asTheLastThing_isNotLost()
    {
        writeTwo();
        base::ArticleId id;
        library::ArticleEdit edit;
        edit.outlet = QStringLiteral("The Old Lantern");
        {
            Listened listened(libraryPath());
            listened.open(m_folder->path());
            id = *listened.workspace.comparison()->articles[1].id;
            listened.workspace.editArticle(id, edit);
        }
        const auto library = library::Library::open(libraryPath(), {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
        QVERIFY(library);
        QVERIFY((*library)->article(id)->edit == edit);
    }

    void edit_duringAnImport_isOnTheDiskBeforeItEnds()
    {
        QVERIFY(m_folder->writeMany(300));
        Listened listened(libraryPath());
        listened.workspace.openFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(!listened.arrived.empty(), kPatienceMs);
        const base::ArticleId id = *listened.arrived.front().id;
        library::ArticleEdit edit;
        edit.outlet = QStringLiteral("The Old Lantern");
        listened.workspace.editArticle(id, edit);
        const auto library = library::Library::open(libraryPath(), {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
        QVERIFY(library);
        QTRY_VERIFY_WITH_TIMEOUT((*library)->article(id)->edit == edit, kPatienceMs);
        QVERIFY(listened.reports.empty());
        listened.settle();
        const auto found = std::ranges::find(listened.workspace.comparison()->articles, std::optional(id), &model::Article::id);
        QVERIFY(found != listened.workspace.comparison()->articles.end());
        QCOMPARE(found->outlet.value_or(QString()), QStringLiteral("The Old Lantern"));
    }

    void work_doneUndoneAndRedone_isTold()
    {
        writeTwo();
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        std::vector<std::vector<library::StoredWork>> told;
        QStringList labels;
        connect(&listened.workspace, &Workspace::workChanged, this, [&](const std::vector<library::StoredWork> &work, const QString &undoLabel, const QString &redoLabel) {
            told.push_back(work);
            labels.append(undoLabel + u'|' + redoLabel);
        });
        const auto comparison = listened.workspace.comparison();
        const base::ArticleId id = *comparison->articles[0].id;
        const model::WorkItem tag{.kind = model::WorkKind::Tag, .target = model::WorkTarget::Article, .name = QStringLiteral("sea"), .value = {}, .anchors = {}, .made = {}};
        listened.workspace.addWork(QStringLiteral("Tag"), tag, {{id, {}}});
        listened.settle();
        QCOMPARE(labels, QStringList{QStringLiteral("Tag|")});
        QCOMPARE(told.back().size(), size_t(1));
        QCOMPARE(told.back().front().item.name, QStringLiteral("sea"));
        QCOMPARE(told.back().front().item.anchors.front().sha256, comparison->articles[0].sha256);
        listened.workspace.undo();
        listened.settle();
        QCOMPARE(labels.back(), QStringLiteral("|Tag"));
        QVERIFY(told.back().empty());
        listened.workspace.redo();
        listened.settle();
        QCOMPARE(labels.back(), QStringLiteral("Tag|"));
        QCOMPARE(told.back().size(), size_t(1));
        const qint64 work = told.back().front().id;
        listened.workspace.doWork(QStringLiteral("Untag"), {{.id = work, .item = {}}});
        listened.settle();
        QCOMPARE(labels.back(), QStringLiteral("Untag|"));
        QVERIFY(told.back().empty());
        const size_t before = told.size();
        listened.workspace.askForWork();
        listened.settle();
        QCOMPARE(told.size(), before + 1);
        QCOMPARE(codes(listened.errors), QStringList());
        listened.workspace.doWork(QStringLiteral("Untag"), {{.id = work, .item = {}}}); // gone already
        listened.workspace.addWork(QStringLiteral("Tag"), tag, {{base::ArticleId{4711}, {}}});
        listened.settle();
        QCOMPARE(codes(listened.errors), (QStringList{QStringLiteral("not-found"), QStringLiteral("not-found")}));
    }

    void work_duringAnImport_isOnTheDiskBeforeItEnds()
    {
        QVERIFY(m_folder->writeMany(300));
        Listened listened(libraryPath());
        const QSignalSpy told(&listened.workspace, &Workspace::workChanged);
        listened.workspace.openFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(!listened.arrived.empty(), kPatienceMs);
        listened.workspace.addWork(QStringLiteral("Star"), {.kind = model::WorkKind::Star, .target = model::WorkTarget::Article, .name = {}, .value = {}, .anchors = {}, .made = {}}, {{*listened.arrived.front().id, {}}});
        QElapsedTimer since;
        since.start();
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, kPatienceMs);
        QVERIFY(listened.reports.empty()); // the import still runs
        qInfo("on the disk after %lld ms", static_cast<long long>(since.elapsed()));
        {
            const auto library = library::Library::open(libraryPath(), {.maxPages = {}, .busyTimeoutMs = 2000, .access = library::Access::Read});
            QVERIFY(library);
            QCOMPARE((*library)->work()->size(), size_t(1));
        }
        listened.settle();
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(300));
    }

    void search_findsTextAndNotesAndTellsProblems()
    {
        writeTwo();
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        QStringList lines;
        std::vector<library::SearchHit> hits;
        size_t problems = 0;
        connect(&listened.workspace, &Workspace::searchFinished, this, [&](const QString &line, const std::vector<library::SearchHit> &found, const std::vector<library::SearchProblem> &wrong) {
            lines.append(line);
            hits = found;
            problems = wrong.size();
        });
        listened.workspace.search(QStringLiteral("reef"));
        listened.settle();
        QCOMPARE(lines, QStringList{QStringLiteral("reef")});
        QVERIFY(hits.size() >= 2);
        QVERIFY(std::ranges::all_of(hits, [](const library::SearchHit &hit) { return !hit.marks.empty(); }));
        QCOMPARE(problems, size_t(0));
        listened.workspace.search(QStringLiteral("reef"), 1);
        listened.settle();
        QCOMPARE(hits.size(), size_t(1));
        listened.workspace.addWork(QStringLiteral("Note"), {.kind = model::WorkKind::Note, .target = model::WorkTarget::Article, .name = {}, .value = QStringLiteral("ask about the lifeboats"), .anchors = {}, .made = {}},
                                   {{*listened.workspace.comparison()->articles[0].id, {}}});
        listened.workspace.search(QStringLiteral("lifeboats"));
        listened.settle();
        QCOMPARE(hits.size(), size_t(1));
        QVERIFY(hits.front().subject == library::SearchSubject::Note);
        listened.workspace.search(QStringLiteral("reef before:soon"));
        listened.settle();
        QCOMPARE(problems, size_t(1));
        listened.workspace.search(QStringLiteral("nothingofthekind"));
        listened.settle();
        QVERIFY(hits.empty());
        QCOMPARE(codes(listened.errors), QStringList());
    }

    void lastFolder_isOpenedAgain()
    {
        writeTwo();
        InventedFolder other;
        QVERIFY(other.writeFerry(QStringLiteral("x.html"), QStringLiteral("Nordic Wire"), 9));
        {
            Listened listened(libraryPath());
            listened.workspace.openLastFolder(); // none yet
            listened.settle();
            QVERIFY(listened.workspace.folder().isEmpty());
            listened.open(other.path());
            listened.open(m_folder->path());
        }
        Listened listened(libraryPath());
        listened.workspace.openLastFolder();
        QTRY_VERIFY_WITH_TIMEOUT(!listened.workspace.folder().isEmpty(), kPatienceMs);
        listened.settle();
        QCOMPARE(listened.workspace.folder(), m_folder->path());
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(2));
    }

    void folder_changed_isImportedByItself_data()
    {
        QTest::addColumn<bool>("mayNotify");
        QTest::newRow("told by the system") << true;
        QTest::newRow("looked for") << false;
    }

    void folder_changed_isImportedByItself()
    {
        using workspace::FolderWatch;
        QFETCH(bool, mayNotify);
        writeTwo();
        Workspace workspace({.libraryPath = libraryPath(), .resourceDir = QStringLiteral(VARIORUM_RESOURCE_DIR), .pipeline = {}, .watches = true, .watch = {.quietMs = 300, .pollMs = 200, .mostFolders = 50, .mayNotify = mayNotify}});
        std::vector<ImportReport> reports;
        connect(&workspace, &Workspace::importFinished, this, [&reports](const ImportReport &report) { reports.push_back(report); });
        const QSignalSpy modes(&workspace, &Workspace::watchModeChanged);
        workspace.openFolder(m_folder->path());
        QTRY_COMPARE_WITH_TIMEOUT(reports.size(), size_t(1), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(modes.size(), 1, kPatienceMs);
        QVERIFY(workspace.watchMode() == (mayNotify ? FolderWatch::Mode::Notified : FolderWatch::Mode::Polled));
        QTest::qWait(1000);
        QCOMPARE(reports.size(), size_t(1)); // nothing happened
        QVERIFY(m_folder->writeFerry(QStringLiteral("c.html"), QStringLiteral("Nordic Wire"), 9));
        QTRY_COMPARE_WITH_TIMEOUT(reports.size(), size_t(2), kPatienceMs);
        QCOMPARE(reports.back().added, 1);
        QCOMPARE(workspace.comparison()->articles.size(), size_t(3));
        QVERIFY(QFile::remove(m_folder->file(QStringLiteral("a.html"))));
        QTRY_COMPARE_WITH_TIMEOUT(reports.size(), size_t(3), kPatienceMs);
        QCOMPARE(reports.back().missing, 1);
        QCOMPARE(workspace.comparison()->articles.size(), size_t(2));
    }

    void edit_ofAnUnknownArticle_fails()
    {
        Listened listened(libraryPath());
        listened.workspace.editArticle(base::ArticleId{4711}, {.outlet = QStringLiteral("x"), .title = {}, .authors = {}, .published = {}});
        listened.settle();
        QCOMPARE(codes(listened.errors), QStringList{QStringLiteral("not-found")});
    }

    void pdf_isWrittenWhileAnImportRuns()
    {
        writeTwo();
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        InventedFolder many;
        QVERIFY(many.writeMany(300));
        listened.workspace.openFolder(many.path());
        QSignalSpy exported(&listened.workspace, &Workspace::exportFinished);
        const QString target = m_home->filePath(QStringLiteral("out.pdf"));
        listened.workspace.exportPdf(target);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatienceMs);
        QCOMPARE(exported.front().front().toString(), target);
        QVERIFY(bytesOf(target).startsWith("%PDF-"));
        QCOMPARE(listened.reports.size(), size_t(1)); // the import still runs
        listened.settle();
        QCOMPARE(listened.reports.size(), size_t(2));
    }

    void pdf_whereItCannotBeWritten_fails()
    {
        writeTwo();
        Listened listened(libraryPath());
        listened.workspace.exportPdf(m_home->filePath(QStringLiteral("early.pdf")));
        listened.open(m_folder->path());
        QCOMPARE(codes(listened.errors), QStringList{QStringLiteral("empty-folder")});
        listened.workspace.exportPdf(m_home->filePath(QStringLiteral("no/such/place/out.pdf")));
        listened.settle();
        QCOMPARE(listened.errors.size(), size_t(2));
    }

    void files_dropped_joinWhatIsShown()
    {
        writeTwo();
        InventedFolder other;
        QVERIFY(other.writeFerry(QStringLiteral("x.html"), QStringLiteral("Nordic Wire"), 9));
        QVERIFY(other.writeFerry(QStringLiteral("deep/y.html"), QStringLiteral("Evening Bell"), 8));
        Listened listened(libraryPath());
        listened.open(m_folder->path());
        listened.workspace.openFiles({other.file(QStringLiteral("x.html")), m_folder->file(QStringLiteral("a.html")), other.file(QStringLiteral("gone.html"))});
        listened.settle();
        QStringList paths;
        for (const model::Article &article : listened.workspace.comparison()->articles)
            paths.append(article.path);
        QCOMPARE(paths, (QStringList{other.file(QStringLiteral("x.html")), QStringLiteral("a.html"), QStringLiteral("b.html")}));
        QCOMPARE(listened.reports.back().problems.size(), size_t(1));
        // Its folder too: the file stays one article.
        listened.workspace.openFiles({other.path()});
        listened.settle();
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(4));
        QCOMPARE(listened.reports.back().added, 1);
        // Another folder alone leaves them behind.
        listened.open(m_folder->path());
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(2));
    }

    void folder_droppedFirst_isOpened()
    {
        writeTwo();
        Listened listened(libraryPath());
        listened.workspace.openFiles({m_folder->path()});
        listened.settle();
        QCOMPARE(listened.workspace.folder(), m_folder->path());
        QCOMPARE(listened.workspace.comparison()->articles.size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspace_test.moc"
