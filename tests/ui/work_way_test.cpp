// A person's work all the way: on the sample, into the library and undone.

#include "ui/comparison_view.h"
#include "ui/main_window.h"
#include "ui/work/judgement_bar.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace variorum;

namespace {

constexpr int kImportMs = 120'000;

} // namespace

class WorkWayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_workspace = std::make_unique<workspace::Workspace>(workspace::Workspace::Settings{
            .libraryPath = m_folder.filePath(QStringLiteral("library.vrm")), .resourceDir = QStringLiteral(VARIORUM_RESOURCE_DIR), .pipeline = {}});
        m_window = std::make_unique<ui::MainWindow>(*m_workspace, ui::WindowOptions{.statePath = m_folder.filePath(QStringLiteral("window.ini")), .samplePath = {}, .systemIsDark = false, .theme = ui::Theme::Light});
        m_window->show();
        QSignalSpy finished(m_workspace.get(), &workspace::Workspace::importFinished);
        m_window->openFolder(QStringLiteral(VARIORUM_SOURCE_DIR "/resources/sample"));
        QVERIFY(finished.wait(kImportMs));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document().index() && m_window->selection().divergence(), kImportMs);
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_workspace.reset();
    }

    void verdict_isStoredShownAndUndone()
    {
        auto *button = m_window->findChild<QToolButton *>(QStringLiteral("verdict-supported"));
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(button->isChecked(), kImportMs);
        auto *undo = m_window->findChild<QAction *>(QStringLiteral("undo"));
        QVERIFY(undo->isEnabled());
        undo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!button->isChecked(), kImportMs);
        QVERIFY(m_window->findChild<QAction *>(QStringLiteral("redo"))->isEnabled());
    }

    void dismissal_isStoredAndComesOffWithUndo()
    {
        const base::ClaimId claim = *m_window->selection().claim();
        m_window->findChild<ui::JudgementBar *>(QStringLiteral("judgementBar"))->dismiss();
        const auto isMarked = [&] {
            m_window->selection().selectClaim(claim, std::nullopt);
            return m_window->findChild<QToolButton *>(QStringLiteral("done-dismissal")) != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isMarked(), kImportMs);
        auto *undo = m_window->findChild<QAction *>(QStringLiteral("undo"));
        QCOMPARE(undo->text(), QStringLiteral("&Undo: Not a difference"));
        undo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!isMarked(), kImportMs);
    }

    void search_findsWordsOfTheSample()
    {
        m_window->findChild<QAction *>(QStringLiteral("search"))->trigger();
        auto *line = m_window->findChild<QLineEdit *>(QStringLiteral("searchLine"));
        QTest::keyClicks(line, QStringLiteral("ferry"));
        const auto *list = m_window->findChild<QListView *>(QStringLiteral("searchList"));
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, kImportMs);
        m_window->selection().clear();
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(m_window->selection().source());
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(WorkWayTest)
#include "work_way_test.moc"
