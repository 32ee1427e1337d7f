// The whole way of a person: opens the sample folder, clicks a claim, sees every source, exports the PDF. With the real
// engine, a library and a home of its own.

#include "ui/claims/source_model.h"
#include "ui/comparison_view.h"
#include "ui/diff/diff_pane.h"
#include "ui/main_window.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

#include <set>

using namespace variorum;

namespace {

constexpr int kImportMs = 120'000;

} // namespace

class WholeWayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_workspace = std::make_unique<workspace::Workspace>(workspace::Workspace::Settings{
            .libraryPath = m_folder.filePath(QStringLiteral("library.vrm")), .resourceDir = QStringLiteral(VARIORUM_RESOURCE_DIR), .pipeline = {}});
        m_window = std::make_unique<ui::MainWindow>(*m_workspace, ui::WindowOptions{.statePath = m_folder.filePath(QStringLiteral("window.ini")), .samplePath = {}, .systemIsDark = false, .theme = ui::Theme::Light});
        m_window->show();
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_workspace.reset();
    }

    void openFolder_onTheSample_showsItsArticlesSideBySide()
    {
        QSignalSpy finished(m_workspace.get(), &workspace::Workspace::importFinished);
        QSignalSpy failed(m_workspace.get(), &workspace::Workspace::failed);
        m_window->openFolder(QStringLiteral(VARIORUM_SOURCE_DIR "/resources/sample"));
        QVERIFY(finished.wait(kImportMs));
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(base::describe(failed.first().first().value<base::Error>())));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document().index() && !m_window->document().index()->comparison().divergences.empty(), kImportMs);
        const auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("articleTree"));
        QVERIFY(!tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Harbour Gazette"), 1, Qt::MatchContains | Qt::MatchRecursive).isEmpty());
        QCOMPARE(m_window->findChild<ui::DiffPane *>(QStringLiteral("diffPane"))->articles().size(), size_t{2});
    }

    void clickOnAClaim_listsEverySourceOfIt()
    {
        m_window->findChild<QAction *>(QStringLiteral("nextDivergence"))->trigger(); // brings a divergence into view
        auto *pane = m_window->findChild<ui::DiffPane *>(QStringLiteral("diffPane"));
        const base::ArticleId shown = pane->articles().front();
        ui::ArticleView &text = pane->columnOf(shown)->view();
        const auto &marks = text.marks();
        const auto mark = std::ranges::find_if(marks, [](const model::Mark &each) { return each.divergence.has_value(); });
        QVERIFY(mark != marks.end());
        text.reveal(mark->place);
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, text.viewportRects(mark->place).front().center().toPoint());
        const ui::Selection &selection = m_window->selection();
        QVERIFY(selection.claim());
        const model::ComparisonIndex &index = *m_window->document().index();
        std::set<base::ArticleId> wanted;
        for (const base::StatementId id : index.claim(*selection.claim())->statements)
            wanted.insert(index.statement(id)->article);
        QVERIFY(!wanted.empty());
        std::set<base::ArticleId> listed;
        const auto *sources = qobject_cast<const ui::SourceModel *>(m_window->findChild<QListView *>(QStringLiteral("sourceList"))->model());
        for (int row = 0; row < sources->rowCount(); ++row) {
            const ui::ClaimRow &of = sources->row(sources->index(row));
            if (of.kind == ui::ClaimRow::Kind::Source)
                listed.insert(of.place->article);
        }
        QVERIFY(std::ranges::includes(listed, wanted));
    }

    void clickOnASource_showsItsWords()
    {
        auto *list = m_window->findChild<QListView *>(QStringLiteral("sourceList"));
        const auto *sources = qobject_cast<const ui::SourceModel *>(list->model());
        int last = sources->rowCount() - 1;
        while (sources->row(sources->index(last)).kind != ui::ClaimRow::Kind::Source)
            --last;
        list->scrollTo(sources->index(last));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(sources->index(last)).center());
        const ui::SourcePlace place = *sources->row(sources->index(last)).place;
        ui::ArticleColumn *column = m_window->findChild<ui::DiffPane *>(QStringLiteral("diffPane"))->columnOf(place.article);
        QVERIFY(column);
        QCOMPARE(column->view().outlined(), std::optional(place.place));
    }

    void editByHand_changesTheOutletEverywhere()
    {
        const base::ArticleId article = *m_window->document().index()->comparison().articles.front().id;
        library::ArticleEdit edit;
        edit.outlet = QStringLiteral("The Renamed Gazette");
        m_workspace->editArticle(article, edit);
        QTRY_VERIFY_WITH_TIMEOUT(model::outletLabel(*m_window->document().article(article)) == QStringLiteral("The Renamed Gazette"), kImportMs);
        const auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("articleTree"));
        QTRY_VERIFY(!tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("The Renamed Gazette"), 1, Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
    }

    void exportPdf_writesAPdf()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->isBusy(), kImportMs);
        QSignalSpy exported(m_workspace.get(), &workspace::Workspace::exportFinished);
        m_window->findChild<QAction *>(QStringLiteral("exportPdf"))->trigger();
        auto *dialog = m_window->findChild<QFileDialog *>(QStringLiteral("exportDialog"));
        QVERIFY(dialog);
        const QString path = m_folder.filePath(QStringLiteral("out.pdf"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QVERIFY(exported.wait(kImportMs));
        QFile pdf(path);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5).startsWith("%PDF-"));
        QVERIFY(pdf.size() > 10'000);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(WholeWayTest)
#include "whole_way_test.moc"
