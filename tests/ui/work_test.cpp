// A person's work and the search in the window, with a workspace that writes down what it is asked.

#include "scripted_workspace.h"
#include "support/samples/sample_comparison.h"
#include "ui/comparison_view.h"
#include "ui/diff/diff_pane.h"
#include "ui/main_window.h"
#include "ui/search/search_panel.h"
#include "ui/work/join_dialog.h"
#include "ui/work/judgement_bar.h"

#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace variorum;
using workspace::Workspace;

namespace {

struct Opened {
    QTemporaryDir folder;
    Workspace workspace{{.libraryPath = {}, .resourceDir = {}, .pipeline = {}}};
    ui::MainWindow window{workspace, {.statePath = folder.filePath(QStringLiteral("window.ini")), .samplePath = {}, .systemIsDark = false, .theme = {}}};

    Opened()
    {
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        window.openFolder(QStringLiteral("/ferry"));
        script().isBusy = false;
        window.document().setIndex(std::make_shared<const model::ComparisonIndex>(std::make_shared<const model::Comparison>(test::sampleComparison())));
        window.selection().selectClaim(base::ClaimId{3}, base::DivergenceId{3}); // how many were on board
    }

    test::Script &script() { return test::scriptOf(workspace); }
    const model::ComparisonIndex &index() { return *window.document().index(); }

    template<typename Widget>
    Widget *find(const char *name)
    {
        auto *found = window.findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    /// As the library would store what was asked for last.
    library::StoredWork stored(qint64 id)
    {
        library::StoredWork work{.id = id, .item = script().lastItem};
        for (size_t place = 0; place < script().lastPlaces.size(); ++place) {
            const auto &[articleId, where] = script().lastPlaces[place];
            const model::Article &article = *index().article(articleId);
            const QString &text = model::textOf(article, where.field);
            const QString words = text.mid(where.span.begin, where.span.length());
            int occurrence = 0;
            for (qsizetype at = text.indexOf(words); at >= 0 && at < where.span.begin; at = text.indexOf(words, at + 1))
                ++occurrence;
            work.item.anchors.push_back({.sha256 = article.sha256, .part = article.part, .field = where.field, .text = words, .occurrence = occurrence, .side = 0});
        }
        return work;
    }

    void answer(const std::vector<library::StoredWork> &work, const char *undoLabel = "")
    {
        Q_EMIT workspace.workChanged(work, QString::fromLatin1(undoLabel), {});
    }

    QAction *correction(const char *part)
    {
        auto *menu = find<QMenu>("correctMenu");
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&').contains(QLatin1String(part)))
                return action;
        }
        qFatal("no %s", part);
        return nullptr;
    }

    int divergenceRows() { return find<QTableView>("divergenceTable")->model()->rowCount(); }
};

} // namespace

class WorkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verdict_isAskedForAnchoredToEveryStatementAndShownOnceStored()
    {
        Opened opened;
        auto *button = opened.find<QToolButton>("verdict-refuted");
        button->click();
        QVERIFY(opened.script().calls.last().startsWith(QStringLiteral("addWork ")));
        QCOMPARE(opened.script().lastItem.kind, model::WorkKind::Verdict);
        QCOMPARE(opened.script().lastItem.value, QStringLiteral("refuted"));
        QCOMPARE(opened.script().lastPlaces.size(), opened.index().claim(base::ClaimId{3})->statements.size());
        QVERIFY(!button->isChecked()); // not stored yet
        const library::StoredWork work = opened.stored(7);
        opened.answer({work}, "Verdict: Refuted");
        QVERIFY(button->isChecked());
        QCOMPARE(opened.find<QAction>("undo")->text(), QStringLiteral("&Undo: Verdict: Refuted"));
        // Another changes it, the same takes it off.
        opened.find<QToolButton>("verdict-supported")->click();
        QCOMPARE(opened.script().lastChanges.front().id, std::optional<qint64>(7));
        QCOMPARE(opened.script().lastChanges.front().item->value, QStringLiteral("supported"));
        QCOMPARE(opened.script().lastChanges.front().item->anchors, work.item.anchors);
        button->click();
        QCOMPARE(opened.script().lastChanges.front().id, std::optional<qint64>(7));
        QVERIFY(!opened.script().lastChanges.front().item);
        // Another claim has none of it.
        opened.window.selection().selectClaim(base::ClaimId{4}, std::nullopt);
        QVERIFY(!button->isChecked());
    }

    void work_isSeenInTheListOfDivergences()
    {
        Opened opened;
        opened.find<QToolButton>("verdict-not-enough")->click();
        const library::StoredWork verdict = opened.stored(1);
        opened.find<QToolButton>("starButton")->click();
        const library::StoredWork star = opened.stored(2);
        opened.answer({verdict, star});
        const QAbstractItemModel *table = opened.find<QTableView>("divergenceTable")->model();
        QStringList marked;
        for (int row = 0; row < table->rowCount(); ++row) {
            const QString text = table->index(row, table->columnCount() - 1).data().toString();
            if (!text.isEmpty())
                marked.append(text);
        }
        QCOMPARE(marked, QStringList{QChar(0x2605) + QStringLiteral(" Not enough")});
    }

    void letters_actInThePanesAndAdvance()
    {
        Opened opened;
        auto *table = opened.find<QTableView>("divergenceTable");
        table->setFocus();
        const auto before = opened.window.selection().divergence();
        QTest::keyClick(table, Qt::Key_Y);
        QCOMPARE(opened.script().lastItem.value, QStringLiteral("supported"));
        QVERIFY(opened.window.selection().divergence() != before);
        // In a field they are letters.
        opened.find<QAction>("search")->trigger();
        auto *line = opened.find<QLineEdit>("searchLine");
        QVERIFY(line->hasFocus());
        const auto calls = opened.script().calls.size();
        QTest::keyClicks(line, QStringLiteral("yns"));
        QCOMPARE(line->text(), QStringLiteral("yns"));
        QCOMPARE(opened.script().calls.size(), calls);
    }

    void tagAndNote_areAskedAndShown()
    {
        Opened opened;
        opened.find<QToolButton>("tagButton")->click();
        auto *dialog = opened.find<QInputDialog>("tagDialog");
        Q_EMIT dialog->textValueSelected(QStringLiteral("<b>urgent</b>"));
        dialog->close();
        QCOMPARE(opened.script().lastItem.name, QStringLiteral("<b>urgent</b>"));
        const library::StoredWork tag = opened.stored(4);
        opened.find<QToolButton>("noteButton")->click();
        auto *note = opened.find<QInputDialog>("noteDialog");
        Q_EMIT note->textValueSelected(QStringLiteral("ask the harbour"));
        note->close();
        QCOMPARE(opened.script().lastItem.kind, model::WorkKind::Note);
        const library::StoredWork noted = opened.stored(5);
        opened.answer({tag, noted});
        QCOMPARE(opened.find<QToolButton>("done-tag")->text(), QStringLiteral("<b>urgent</b>"));
        QVERIFY(opened.find<QToolButton>("done-note")->text().contains(QStringLiteral("ask the harbour")));
        opened.find<QToolButton>("done-tag")->click();
        QTRY_VERIFY(!opened.script().lastChanges.empty());
        QCOMPARE(opened.script().lastChanges.front().id, std::optional<qint64>(4));
    }

    void dismissal_hidesTheDivergenceAtOnceAndAFailureShowsItAgain()
    {
        Opened opened;
        const int rows = opened.divergenceRows();
        opened.correction("Not a difference")->trigger();
        QCOMPARE(opened.script().lastItem.kind, model::WorkKind::Dismissal);
        QCOMPARE(opened.script().lastItem.name, QStringLiteral("quantity"));
        QVERIFY(opened.script().lastPlaces.size() >= 2);
        QCOMPARE(opened.divergenceRows(), rows - 1);
        QVERIFY(opened.window.selection().divergence() != base::DivergenceId{3});
        Q_EMIT opened.workspace.failed({.code = base::ErrorCode::LibraryReadOnly, .path = QStringLiteral("/l.vrm"), .detail = {}});
        QCOMPARE(opened.divergenceRows(), rows);
    }

    void sameValue_namesTheTwo()
    {
        Opened opened;
        QMenu *same = opened.correction("Same value")->menu();
        QVERIFY(same && !same->actions().empty());
        same->actions().constFirst()->trigger();
        const auto pair = model::pairFromStored(opened.script().lastItem.value);
        const auto &values = opened.index().divergence(base::DivergenceId{3})->values;
        QVERIFY(pair);
        QCOMPARE(pair->first, values[0].value);
        QCOMPARE(pair->second, values[1].value);
    }

    void notTheSame_splitsTheChosenSourcesOff()
    {
        Opened opened;
        QVERIFY(opened.correction("Not the same")->isEnabled() == false);
        auto *list = opened.find<QListView>("sourceList");
        list->setCurrentIndex(list->model()->index(1, 0)); // the first source
        QAction *split = opened.correction("Not the same");
        QVERIFY(split->isEnabled());
        split->trigger();
        QCOMPARE(opened.script().lastItem.kind, model::WorkKind::Split);
        QCOMPARE(opened.script().lastSides.size(), opened.script().lastPlaces.size());
        QCOMPARE(std::ranges::count(opened.script().lastSides, 1), 1);
    }

    void join_takesTheStatementsOfBoth()
    {
        Opened opened;
        opened.correction("Join with")->trigger();
        auto *dialog = opened.find<ui::JoinDialog>("joinDialog");
        auto *list = opened.find<QListWidget>("joinList");
        QCOMPARE(list->count(), 7); // the other claims of the story
        list->setCurrentRow(0);
        const base::ClaimId other = *dialog->chosen();
        dialog->accept();
        QCOMPARE(opened.script().lastItem.kind, model::WorkKind::Join);
        QCOMPARE(opened.script().lastPlaces.size(), opened.index().claim(base::ClaimId{3})->statements.size() + opened.index().claim(other)->statements.size());
    }

    void undoAndRedo_askTheWorkspace()
    {
        Opened opened;
        QVERIFY(!opened.find<QAction>("undo")->isEnabled());
        Q_EMIT opened.workspace.workChanged({}, QStringLiteral("Tag \"a & b\""), QStringLiteral("Star"));
        QCOMPARE(opened.find<QAction>("undo")->text(), QStringLiteral("&Undo: Tag \"a && b\""));
        QTest::keyClick(&opened.window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(opened.script().calls.last(), QStringLiteral("undo"));
        QTest::keyClick(&opened.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(opened.script().calls.last(), QStringLiteral("redo"));
    }

    void search_findsAndLeadsToThePlace()
    {
        Opened opened;
        QTest::keyClick(&opened.window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *line = opened.find<QLineEdit>("searchLine");
        QVERIFY(line->hasFocus());
        QTest::keyClicks(line, QStringLiteral("209"));
        QTRY_COMPARE(opened.script().calls.last(), QStringLiteral("search 209"));
        const model::Statement *statement = nullptr;
        for (const model::Statement &each : opened.index().comparison().statements) {
            if (each.text.contains(QStringLiteral("209")))
                statement = &each;
        }
        QVERIFY(statement);
        library::SearchHit hit{.subject = library::SearchSubject::Statement, .article = statement->article, .statement = {}, .work = {}, .outlet = QStringLiteral("The Merrin Post"),
                               .title = QStringLiteral("<i>Title</i>"), .place = statement->place, .excerpt = statement->text, .marks = {{0, 3}}};
        library::SearchHit elsewhere = hit;
        elsewhere.article = base::ArticleId{4711};
        Q_EMIT opened.workspace.searchFinished(QStringLiteral("older"), {elsewhere}, {});
        auto *list = opened.find<QListView>("searchList");
        QCOMPARE(list->model()->rowCount(), 0); // the answer to another line
        Q_EMIT opened.workspace.searchFinished(QStringLiteral("209"), {hit, elsewhere}, {});
        QCOMPARE(list->model()->rowCount(), 2);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(opened.window.selection().source());
        QCOMPARE(opened.window.selection().source()->place, statement->place);
        QVERIFY(opened.find<ui::DiffPane>("diffPane")->columnOf(statement->article));
        QTest::keyClick(line, Qt::Key_Down);
        QVERIFY(list->hasFocus());
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(opened.find<QLabel>("noticeText")->text().contains(QStringLiteral("not among the articles shown")));
    }

    void search_problemsAreSaidAndSearchesAreKept()
    {
        Opened opened;
        opened.find<QAction>("search")->trigger();
        auto *panel = opened.find<ui::SearchPanel>("searchPanel");
        panel->searchFor(QStringLiteral("kind:blue"));
        Q_EMIT opened.workspace.searchFinished(QStringLiteral("kind:blue"), {}, {{.span = {0, 9}, .field = QStringLiteral("kind"), .value = QStringLiteral("blue")}});
        QVERIFY(opened.find<QLabel>("searchState")->text().contains(QStringLiteral("blue")));
        opened.find<QAction>("keepSearch")->trigger();
        QCOMPARE(opened.script().lastItem.kind, model::WorkKind::SavedSearch);
        opened.answer({{.id = 3, .item = opened.script().lastItem}});
        const auto *menu = opened.find<QMenu>("savedMenu");
        QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("kind:blue"));
        menu->actions().constFirst()->trigger();
        QCOMPARE(opened.script().calls.last(), QStringLiteral("search kind:blue"));
    }
};

QTEST_MAIN(WorkTest)
#include "work_test.moc"
