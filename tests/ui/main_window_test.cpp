// The window's states, with a workspace that does what the test says.

#include "scripted_workspace.h"
#include "support/samples/sample_comparison.h"
#include "ui/import/import_status.h"
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace variorum;
using base::ErrorCode;
using workspace::Workspace;

namespace {

struct Opened {
    QTemporaryDir folder;
    Workspace workspace{{.libraryPath = {}, .resourceDir = {}, .pipeline = {}}};
    ui::MainWindow window{workspace, {.statePath = folder.filePath(QStringLiteral("window.ini")), .samplePath = QStringLiteral("/sample"), .systemIsDark = false, .theme = {}}};

    Opened()
    {
        window.show();
        if (!QTest::qWaitForWindowActive(&window)) // keys go to the active window only
            qFatal("the window does not become active");
    }

    test::Script &script() { return test::scriptOf(workspace); }
    QString page() { return find<QStackedWidget>("pages")->currentWidget()->objectName(); }

    template<typename Widget>
    Widget *find(const char *name)
    {
        auto *found = window.findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    /// The sample has been imported.
    void finishImport(const std::vector<base::Error> &problems = {})
    {
        script().isBusy = false;
        Q_EMIT workspace.comparisonChanged(std::make_shared<const model::Comparison>(test::sampleComparison()));
        workspace::ImportReport report;
        report.files = 5;
        report.added = 5;
        report.problems = problems;
        Q_EMIT workspace.importFinished(report);
    }
};

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstRun_offersThreeWays()
    {
        Opened opened;
        QCOMPARE(opened.page(), QStringLiteral("startPage"));
        QVERIFY(!opened.find<QAction>("exportPdf")->isEnabled());
        QVERIFY(!opened.find<QAction>("nextDivergence")->isEnabled());
        opened.find<QPushButton>("startSample")->click();
        QCOMPARE(opened.script().calls, QStringList{QStringLiteral("openFolder /sample")});
        QCOMPARE(opened.page(), QStringLiteral("messagePage"));
    }

    void import_whileItRuns_showsProgressArticlesAndCancel()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/somewhere/ferry"));
        Q_EMIT opened.workspace.progressed({.stage = workspace::Progress::Stage::Reading, .done = 2, .total = 41, .failed = 1, .current = QStringLiteral("a/<b>.html")});
        QVERIFY(opened.find<QWidget>("importStatus")->isVisible());
        QVERIFY(opened.find<QLabel>("progressText")->text().contains(QStringLiteral("2 of 41")));
        QVERIFY(opened.find<QLabel>("progressText")->text().contains(QStringLiteral("a/<b>.html")));
        Q_EMIT opened.workspace.articlesArrived(test::sampleComparison().articles);
        QCOMPARE(opened.page(), QStringLiteral("comparisonView"));
        QCOMPARE(opened.find<QTreeView>("articleTree")->model()->rowCount(), 1);
        opened.find<QToolButton>("cancelButton")->click();
        QTest::keyClick(&opened.window, Qt::Key_Escape);
        QCOMPARE(opened.script().calls.mid(1), (QStringList{QStringLiteral("cancel"), QStringLiteral("cancelExport"), QStringLiteral("cancel"), QStringLiteral("cancelExport")}));
    }

    void import_finished_countsAndMayBeWalked()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.finishImport();
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        QVERIFY(!opened.find<QWidget>("importStatus")->isVisible());
        QVERIFY(opened.find<QLabel>("counts")->text().contains(QStringLiteral("5 article")));
        // The first of the list is not among the texts on screen.
        QCOMPARE(opened.find<QLabel>("divergenceCounter")->text(), QStringLiteral("2 of 6"));
        QCOMPARE(opened.find<QLabel>("divergenceReason")->text(), QStringLiteral("Conflict: quantity"));
        QTest::keyClick(&opened.window, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(opened.find<QLabel>("divergenceCounter")->text(), QStringLiteral("3 of 6"));
        QTest::keyClick(&opened.window, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(opened.find<QLabel>("divergenceCounter")->text(), QStringLiteral("1 of 6"));
        QTest::keyClick(&opened.window, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(opened.find<QLabel>("divergenceCounter")->text(), QStringLiteral("6 of 6"));
    }

    void import_withProblems_leadsToTheReport()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.finishImport({{.code = ErrorCode::BinaryFile, .path = QStringLiteral("photo-scan.txt"), .detail = {}}});
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        QVERIFY(opened.find<QLabel>("noticeText")->isVisible());
        opened.find<QToolButton>("noticeButton")->click();
        const auto *table = opened.find<QTableView>("reportTable");
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("photo-scan.txt"));
    }

    void failure_beforeAnythingIsShown_isAPageWithTheNextStep_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("empty folder") << static_cast<int>(ErrorCode::EmptyFolder);
        QTest::newRow("no permission") << static_cast<int>(ErrorCode::PermissionDenied);
        QTest::newRow("not a library") << static_cast<int>(ErrorCode::NotALibrary);
        QTest::newRow("newer library") << static_cast<int>(ErrorCode::LibraryNewer);
    }

    void failure_beforeAnythingIsShown_isAPageWithTheNextStep()
    {
        QFETCH(int, code);
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        const base::Error error{.code = static_cast<ErrorCode>(code), .path = QStringLiteral("/ferry"), .detail = {}};
        opened.script().isBusy = false;
        Q_EMIT opened.workspace.failed(error);
        QCOMPARE(opened.page(), QStringLiteral("messagePage"));
        QCOMPARE(opened.find<QLabel>("messageText")->text(), base::describe(error));
        opened.find<QPushButton>("messageRetry")->click();
        QCOMPARE(opened.script().calls.last(), QStringLiteral("rescan"));
    }

    void failure_whileReading_keepsWhatIsShown()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.finishImport();
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        const base::Error error{.code = ErrorCode::DiskFull, .path = QStringLiteral("/out.pdf"), .detail = {}};
        Q_EMIT opened.workspace.failed(error);
        QCOMPARE(opened.page(), QStringLiteral("comparisonView"));
        QCOMPARE(opened.find<QLabel>("noticeText")->text(), base::describe(error));
    }

    void library_openElsewhere_isSaidOverEveryPageAndNothingMoves()
    {
        Opened opened;
        const base::Error error{.code = ErrorCode::LibraryOpenElsewhere, .path = QStringLiteral("/home/a/library.vrm"), .detail = QStringLiteral("variorum, process 4711")};
        Q_EMIT opened.workspace.failed(error);
        QCOMPARE(opened.page(), QStringLiteral("startPage"));
        const auto *text = opened.find<QLabel>("libraryNoticeText");
        QVERIFY(text->isVisible());
        for (const char *part : {"library.vrm", "process 4711", "nothing in it is changed or lost", "Close the other one"})
            QVERIFY2(text->text().contains(QLatin1String(part)), part);
        opened.find<QToolButton>("libraryNoticeClose")->click();
        QVERIFY(!text->isVisible());
        QVERIFY(opened.find<QLabel>("readOnly")->isVisible());
    }

    void library_page_listsSnapshotsAndAsksForMore()
    {
        Opened opened;
        opened.find<QAction>("library")->trigger();
        QVERIFY(opened.script().calls.contains(QStringLiteral("askForSnapshots")));
        const auto *table = opened.find<QTableWidget>("snapshotTable");
        QVERIFY(table->isVisible());
        QVERIFY(!opened.find<QPushButton>("checkSnapshot")->isEnabled());
        QVERIFY(opened.find<QLabel>("libraryPlace")->text().contains(opened.workspace.libraryPath()));
        const QDateTime made(QDate(2024, 3, 18), QTime(22, 15), Qt::UTC);
        Q_EMIT opened.workspace.snapshotsListed({{.path = QStringLiteral("/s/2.vrm"), .number = 2, .made = made, .bytes = 4096, .reason = library::SnapshotReason::Hourly},
                                                 {.path = QStringLiteral("/s/1.vrm"), .number = 1, .made = made, .bytes = 4096, .reason = library::SnapshotReason::Opening}});
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("every hour with changes"));
        opened.find<QPushButton>("checkSnapshot")->click();
        QCOMPARE(opened.script().calls.last(), QStringLiteral("checkSnapshot /s/2.vrm"));
        Q_EMIT opened.workspace.snapshotChecked(QStringLiteral("/s/2.vrm"), false);
        QCOMPARE(table->item(0, 3)->text(), QStringLiteral("just now: damaged"));
        QCOMPARE(table->item(1, 3)->text(), QStringLiteral("when it was made"));
        opened.find<QPushButton>("takeSnapshot")->click();
        QCOMPARE(opened.script().calls.last(), QStringLiteral("takeSnapshot"));
        Q_EMIT opened.workspace.snapshotCopied(QStringLiteral("/home/ann/copy.vrm"));
        QVERIFY(opened.find<QLabel>("libraryNote")->text().contains(QStringLiteral("/home/ann/copy.vrm")));
    }

    void watchMode_isToldInTheStatusBar()
    {
        Opened opened;
        const auto *label = opened.find<QLabel>("watchMode");
        QVERIFY(!label->isVisible());
        opened.window.openFolder(QStringLiteral("/ferry"));
        for (const auto &[mode, text] : {std::pair(workspace::FolderWatch::Mode::Notified, QStringLiteral("folder: watched")), std::pair(workspace::FolderWatch::Mode::Polled, QStringLiteral("folder: looked at"))}) {
            opened.script().watchMode = mode;
            Q_EMIT opened.workspace.watchModeChanged(mode);
            QVERIFY(label->isVisible());
            QCOMPARE(label->text(), text);
            QVERIFY(label->toolTip().contains(QStringLiteral("ferry")));
        }
        opened.script().watchMode = workspace::FolderWatch::Mode::Off;
        Q_EMIT opened.workspace.watchModeChanged(workspace::FolderWatch::Mode::Off);
        QVERIFY(!label->isVisible());
    }

    void busy_end_isSeenWithoutAnyOtherSignal()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        QVERIFY(opened.find<QAction>("cancelImport")->isEnabled());
        opened.script().isBusy = false;
        Q_EMIT opened.workspace.busyChanged(false);
        QVERIFY(!opened.find<QAction>("cancelImport")->isEnabled());
    }

    void progress_withBytes_fillsTheBarByThem()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        Q_EMIT opened.workspace.progressed({.stage = workspace::Progress::Stage::Reading, .done = 40, .total = 41, .failed = 0, .current = {}, .bytesDone = 1'000'000, .bytesTotal = 4'000'000});
        const auto *bar = opened.find<QProgressBar>("progressBar");
        QCOMPARE(bar->value() * 4, bar->maximum());
        QVERIFY(opened.find<QLabel>("progressText")->text().contains(QStringLiteral("40 of 41")));
    }

    void report_countsRenamedAndDuplicates()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.script().isBusy = false;
        workspace::ImportReport report;
        report.files = 4;
        report.unchanged = 1;
        report.renamed = 2;
        report.duplicates = {{QStringLiteral("copy.html"), QStringLiteral("first.html")}};
        Q_EMIT opened.workspace.comparisonChanged(std::make_shared<const model::Comparison>(test::sampleComparison()));
        Q_EMIT opened.workspace.importFinished(report);
        const auto *table = opened.find<QTableView>("reportTable");
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("copy.html"));
        QVERIFY(table->model()->index(0, 2).data().toString().contains(QStringLiteral("first.html")));
        QVERIFY(ui::importSummary(report).contains(QStringLiteral("2 renamed")));
    }

    void close_whileBusy_asksFirst()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        QVERIFY(!opened.window.close());
        auto *box = opened.find<QMessageBox>("closeBox");
        box->buttons().constLast()->click(); // go on
        QVERIFY(opened.window.isVisible());
        QTRY_VERIFY(!opened.window.findChild<QMessageBox *>(QStringLiteral("closeBox")));
        QVERIFY(!opened.window.close());
        box = opened.find<QMessageBox>("closeBox");
        const QList<QAbstractButton *> buttons = box->buttons();
        const auto stop = std::ranges::find(buttons, QMessageBox::AcceptRole, [box](QAbstractButton *button) { return box->buttonRole(button); });
        (*stop)->click();
        QTRY_VERIFY(!opened.window.isVisible());
        QVERIFY(opened.script().calls.contains(QStringLiteral("cancel")));
    }

    void export_asksWhereAndSaysWhenDone()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.finishImport();
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        opened.find<QAction>("exportPdf")->trigger();
        auto *dialog = opened.find<QFileDialog>("exportDialog");
        const QString path = opened.folder.filePath(QStringLiteral("out.pdf"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QCOMPARE(opened.script().calls.last(), QStringLiteral("exportPdf ") + path);
        Q_EMIT opened.workspace.exportFinished(path);
        QVERIFY(opened.find<QLabel>("noticeText")->text().contains(path));
        QCOMPARE(opened.find<QToolButton>("noticeButton")->text(), QStringLiteral("Show in folder"));
    }

    void importReport_canBeCopiedAndCountsFiles()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.script().isBusy = false;
        Q_EMIT opened.workspace.comparisonChanged(std::make_shared<const model::Comparison>(test::sampleComparison()));
        workspace::ImportReport report;
        report.files = 9;
        report.added = 7;
        report.passedOver = 1;
        report.problems = {{.code = ErrorCode::BinaryFile, .path = QStringLiteral("a.txt"), .detail = {}}, {.code = ErrorCode::Truncated, .path = QStringLiteral("b.xml"), .detail = {}}, {.code = ErrorCode::Malformed, .path = QStringLiteral("b.xml"), .detail = {}}};
        report.outcomes = {{QStringLiteral("a.txt"), model::ReadOutcome::NotRead}, {QStringLiteral("b.xml"), model::ReadOutcome::Partly}};
        report.notes = {{.code = ErrorCode::NotAnArticle, .path = QStringLiteral("x.json"), .detail = {}}, {.code = ErrorCode::LanguageNotCompared, .path = QStringLiteral("pl.txt"), .detail = {}}};
        Q_EMIT opened.workspace.importFinished(report);
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        QVERIFY2(opened.find<QLabel>("noticeText")->text().startsWith(QStringLiteral("2 of 9")), qPrintable(opened.find<QLabel>("noticeText")->text()));
        const QString summary = opened.find<QLabel>("reportSummary")->text();
        for (const char *part : {"1 passed over", "1 not in English", "2 need"})
            QVERIFY2(summary.contains(QLatin1String(part)), qPrintable(summary));
        opened.find<QToolButton>("noticeButton")->click();
        auto *table = opened.find<QTableView>("reportTable");
        QCOMPARE(table->model()->rowCount(), 5);
        opened.find<QAction>("copyReport")->trigger();
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 4);
        table->selectionModel()->select(table->model()->index(4, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QApplication::clipboard()->text().startsWith(QStringLiteral("x.json\tPassed over\t")), qPrintable(QApplication::clipboard()->text()));
    }

    void importReport_withoutProblems_showsNoNotice()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.script().isBusy = false;
        Q_EMIT opened.workspace.comparisonChanged(std::make_shared<const model::Comparison>(test::sampleComparison()));
        workspace::ImportReport report;
        report.files = 2;
        report.passedOver = 1;
        report.notes = {{.code = ErrorCode::NotAnArticle, .path = QStringLiteral("x.json"), .detail = {}}};
        Q_EMIT opened.workspace.importFinished(report);
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        QVERIFY(!opened.find<QLabel>("noticeText")->isVisible());
        QCOMPARE(opened.find<QTableView>("reportTable")->model()->rowCount(), 1);
    }

    void encoding_isOfferedWhereItIsInDoubt_andSentAsChosen()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        model::Comparison comparison = test::sampleComparison();
        for (model::Article &article : comparison.articles) {
            article.charset = QStringLiteral("windows-1252");
            article.problems = {{.code = ErrorCode::CharsetDoubtful, .path = article.path, .detail = {}}};
            article.outcome = model::ReadOutcome::Partly;
        }
        opened.script().isBusy = false;
        Q_EMIT opened.workspace.comparisonChanged(std::make_shared<const model::Comparison>(comparison));
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        auto *button = opened.find<QToolButton>("columnEncoding");
        QTRY_VERIFY(button->isVisible());
        QVERIFY(opened.find<QLabel>("columnNote")->text().contains(QStringLiteral("choose another encoding")));
        button->click();
        auto *dialog = opened.find<QDialog>("encodingDialog");
        auto *list = opened.find<QListWidget>("encodingList");
        QCOMPARE(list->currentItem()->data(Qt::UserRole).toString(), QStringLiteral("windows-1252"));
        opened.find<QLineEdit>("encodingFilter")->setText(QStringLiteral("koi8-r"));
        for (int row = 0; row < list->count(); ++row) {
            if (!list->item(row)->isHidden())
                list->setCurrentRow(row);
        }
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QVERIFY2(opened.script().calls.last().startsWith(QStringLiteral("chooseCharset ")) && opened.script().calls.last().endsWith(QStringLiteral(" KOI8-R")), qPrintable(opened.script().calls.last()));
    }

    void encoding_isInTheMenuOfEveryArticle()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.finishImport();
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        QVERIFY(!opened.find<QToolButton>("columnEncoding")->isVisible());
        opened.find<QAction>("chooseEncoding")->trigger();
        auto *dialog = opened.find<QDialog>("encodingDialog");
        opened.find<QListWidget>("encodingList")->setCurrentRow(0);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QVERIFY2(opened.script().calls.last().startsWith(QStringLiteral("chooseCharset ")), qPrintable(opened.script().calls.last()));
        QVERIFY(opened.script().calls.last().endsWith(u' ')); // as the file tells
    }

    void otherLanguage_isSaidOverTheText()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        model::Comparison comparison = test::sampleComparison();
        for (model::Article &article : comparison.articles)
            article.language = QStringLiteral("pl");
        opened.script().isBusy = false;
        Q_EMIT opened.workspace.comparisonChanged(std::make_shared<const model::Comparison>(comparison));
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        QTRY_COMPARE(opened.find<QLabel>("columnNote")->text(), QStringLiteral("In Polish. Not compared: only English is so far."));
        QVERIFY(opened.find<QLabel>("columnNote")->isVisible());
        QVERIFY(!opened.find<QToolButton>("columnEncoding")->isVisible());
    }

    void editDetails_sendsOnlyWhatWasChanged()
    {
        Opened opened;
        opened.window.openFolder(QStringLiteral("/ferry"));
        opened.finishImport();
        QTRY_COMPARE(opened.page(), QStringLiteral("comparisonView"));
        opened.find<QAction>("editDetails")->trigger();
        auto *dialog = opened.find<QDialog>("articleEditDialog");
        auto *published = opened.find<QLineEdit>("editPublished");
        QPushButton *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        published->setText(QStringLiteral("last Tuesday"));
        QVERIFY(!save->isEnabled());
        for (const char *line : {"editPublished", "editOutlet", "editTitle"}) { // none is taken away unseen
            const QString was = opened.find<QLineEdit>(line)->text();
            published->setText(QStringLiteral("2024-05-20"));
            QVERIFY(save->isEnabled());
            opened.find<QLineEdit>(line)->setText(QStringLiteral(" "));
            QVERIFY2(!save->isEnabled(), line);
            QVERIFY(!opened.find<QLabel>("editProblem")->text().isEmpty());
            opened.find<QLineEdit>(line)->setText(was);
        }
        published->setText(QStringLiteral("2024-05-20"));
        opened.find<QLineEdit>("editOutlet")->setText(QStringLiteral(" The Courier "));
        save->click();
        const library::ArticleEdit &edit = opened.script().lastEdit;
        QCOMPARE(edit.outlet, std::optional(QStringLiteral("The Courier")));
        QCOMPARE(edit.published->toString(), QStringLiteral("2024-05-20"));
        QVERIFY(!edit.title);
        QVERIFY(!edit.authors);
    }

    void drop_ofAFolderAndOfFiles_opensThem()
    {
        Opened opened;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(opened.folder.path())});
        const auto enter = [&](const QMimeData &what) {
            QDragEnterEvent event(QPoint(10, 10), Qt::CopyAction, &what, Qt::LeftButton, {});
            QApplication::sendEvent(&opened.window, &event);
            QVERIFY(event.isAccepted());
        };
        enter(data);
        QDropEvent one(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&opened.window, &one);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(QStringLiteral("/a.txt")), QUrl::fromLocalFile(QStringLiteral("/b.txt"))});
        enter(files);
        QDropEvent two(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, {});
        QApplication::sendEvent(&opened.window, &two);
        QCOMPARE(opened.script().calls, (QStringList{QStringLiteral("openFolder ") + opened.folder.path(), QStringLiteral("openFiles /a.txt /b.txt")}));
    }

    void state_ofTheWindow_isKept()
    {
        const QTemporaryDir folder;
        const ui::WindowOptions options{.statePath = folder.filePath(QStringLiteral("w.ini")), .samplePath = {}, .systemIsDark = false, .theme = {}};
        Workspace workspace{{.libraryPath = {}, .resourceDir = {}, .pipeline = {}}};
        {
            ui::MainWindow window(workspace, options);
            window.resize(1000, 640);
            window.show();
            window.openFolder(QStringLiteral("/seen/before"));
            test::scriptOf(workspace).isBusy = false;
            window.findChild<QAction *>(QStringLiteral("faintMarks"))->trigger();
            window.findChild<QAction *>(QStringLiteral("threeColumns"))->trigger();
            window.findChild<QAction *>(QStringLiteral("themeDark"))->trigger();
            QVERIFY(window.close());
        }
        ui::MainWindow window(workspace, options);
        QCOMPARE(window.size(), QSize(1000, 640));
        QVERIFY(!window.findChild<QAction *>(QStringLiteral("faintMarks"))->isChecked());
        QVERIFY(window.findChild<QAction *>(QStringLiteral("threeColumns"))->isChecked());
        QVERIFY(window.findChild<QAction *>(QStringLiteral("themeDark"))->isChecked());
        QVERIFY(ui::isDark(QApplication::palette()));
        window.findChild<QToolButton *>(QStringLiteral("recentFolder"))->click();
        QCOMPARE(test::scriptOf(workspace).calls.last(), QStringLiteral("openFolder /seen/before"));
        window.findChild<QAction *>(QStringLiteral("themeLight"))->trigger();
        QVERIFY(!ui::isDark(QApplication::palette()));
    }

    /// A session may end without a word: what was opened is written at once, the rest shortly after it changed.
    void state_withoutACleanEnd_isWritten()
    {
        Opened opened;
        const QString path = opened.folder.filePath(QStringLiteral("window.ini"));
        opened.window.openFolder(QStringLiteral("/seen/before"));
        QCOMPARE(QSettings(path, QSettings::IniFormat).value(QStringLiteral("recent")).toStringList(), QStringList(QStringLiteral("/seen/before")));
        opened.find<QAction>("faintMarks")->trigger();
        QTRY_VERIFY(!QSettings(path, QSettings::IniFormat).value(QStringLiteral("faintMarks")).toBool());
        opened.window.resize(1010, 650);
        QTRY_COMPARE(QSettings(path, QSettings::IniFormat).value(QStringLiteral("geometry")).toByteArray(), opened.window.saveGeometry());
    }

    void shortcuts_areListed_andNoneTwice()
    {
        Opened opened;
        QMap<QString, QString> owners;
        for (const QAction *action : opened.window.findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!owners.contains(key.toString()), qPrintable(key.toString() + u' ' + action->objectName() + u' ' + owners.value(key.toString())));
                owners.insert(key.toString(), action->objectName());
            }
        }
        opened.find<QAction>("shortcuts")->trigger();
        QVERIFY(opened.find<QTableWidget>("shortcutsTable")->rowCount() > 15);
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
