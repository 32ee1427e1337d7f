// The panes together, on the sample made by hand: one selection drives all of them.

#include "support/samples/sample_comparison.h"
#include "ui/articles/articles_panel.h"
#include "ui/claims/source_model.h"
#include "ui/comparison_view.h"
#include "ui/diff/diff_pane.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

#include <ctime>
#include <limits>

using namespace variorum;
using base::ArticleId;
using base::ClaimId;
using base::DivergenceId;
using Step = ui::DivergenceWalk::Step;

namespace {

struct Panes {
    ui::Document document;
    ui::Selection selection;
    ui::ComparisonView view{document, selection};

    enum FirstSelection { Clear,
                          Keep };

    /// Without the selection that a new comparison makes by itself, unless it is asked for.
    explicit Panes(model::Comparison comparison = test::sampleComparison(), FirstSelection first = Clear)
    {
        view.resize(1280, 760);
        view.show();
        document.setIndex(std::make_shared<const model::ComparisonIndex>(std::make_shared<const model::Comparison>(std::move(comparison))));
        if (first == Clear)
            selection.clear();
    }

    template<typename Widget>
    Widget &child(const char *name)
    {
        auto *found = view.findChild<Widget *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }

    QStringList sources()
    {
        const auto &list = child<QListView>("sourceList");
        const auto *rows = qobject_cast<const ui::SourceModel *>(list.model());
        QStringList names;
        for (int row = 0; row < rows->rowCount(); ++row) {
            if (rows->row(rows->index(row)).kind == ui::ClaimRow::Kind::Source)
                names.append(rows->index(row).data().toString());
        }
        return names;
    }

    ui::ArticleView &text(ArticleId article)
    {
        ui::ArticleColumn *column = view.diffPane().columnOf(article);
        if (!column)
            qFatal("article %lld is not on screen", static_cast<long long>(article.value));
        return column->view();
    }
};

bool isInView(ui::ArticleView &view, const model::TextPlace &place)
{
    const std::vector<QRectF> rects = view.viewportRects(place);
    return !rects.empty() && QRectF(view.viewport()->rect()).contains(rects.front());
}

/// The sample with each article's text so long that its divergences lie far apart.
model::Comparison longSample(int paragraphs = 60)
{
    model::Comparison comparison = test::sampleComparison();
    const QString filler = QStringLiteral("The harbour lay still under the fog for hours and nobody on the quay could see the wall. ").repeated(8).trimmed();
    for (model::Article &article : comparison.articles) {
        for (int times = 0; times < paragraphs && article.outcome == model::ReadOutcome::Read; ++times) {
            article.text += QStringLiteral("\n\n");
            article.blocks.push_back({.kind = model::BlockKind::Paragraph, .span = {article.text.size(), article.text.size() + filler.size()}});
            article.text += filler;
        }
    }
    return comparison;
}

} // namespace

class ComparisonViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Theme::Light, false); }

    void comparison_whenOpened_showsTheMostDivergentPair()
    {
        Panes panes;
        const base::StoryId story = panes.document.index()->comparison().stories.front().id;
        QCOMPARE(panes.view.diffPane().articles(), panes.document.index()->mostDivergentPair(story));
        QCOMPARE(panes.view.position().first, QStringLiteral("6 divergence(s)"));
    }

    /// The first look already shows a difference between the texts on screen, and moves none of them.
    void comparison_whenOpened_selectsTheFirstDivergenceOnScreen()
    {
        Panes panes(test::sampleComparison(), Panes::Keep);
        const auto shown = panes.view.diffPane().articles();
        QCOMPARE(shown, panes.document.index()->mostDivergentPair(panes.document.index()->comparison().stories.front().id));
        QVERIFY(panes.selection.divergence());
        for (const ArticleId article : shown) {
            const auto list = panes.document.index()->divergencesOf(article);
            QVERIFY(std::ranges::any_of(list, [&](const model::Divergence *each) { return each->id == *panes.selection.divergence(); }));
        }
        QVERIFY(!panes.sources().isEmpty());
    }

    void clickOnAMark_selectsItsClaimAndListsEverySource()
    {
        Panes panes;
        panes.view.diffPane().showArticles({ArticleId{1}, ArticleId{2}});
        ui::ArticleView &text = panes.text(ArticleId{1});
        const auto mark = std::ranges::find(text.marks(), std::optional(DivergenceId{3}), &model::Mark::divergence);
        QVERIFY(mark != text.marks().end());
        text.reveal(mark->place);
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, text.viewportRects(mark->place).front().center().toPoint());
        QCOMPARE(panes.selection.claim(), std::optional(ClaimId{3}));
        QCOMPARE(panes.selection.divergence(), std::optional(DivergenceId{3}));
        QCOMPARE(panes.child<QLabel>("claimText").text(), QStringLiteral("The vessel was carrying 212 passengers and 14 crew"));
        QCOMPARE(panes.sources(), (QStringList{QStringLiteral("Northgate Courier"), QStringLiteral("Island Radio News"), QStringLiteral("The Merrin Post")}));
        QCOMPARE(panes.view.position(), std::pair(QStringLiteral("1 of 6"), QStringLiteral("Conflict: quantity")));
        // The column of the click stays; another comes in that gives another value.
        const auto shown = panes.view.diffPane().articles();
        QCOMPARE(shown.front(), ArticleId{1});
        QVERIFY(shown.back() == ArticleId{3} || shown.back() == ArticleId{4});
    }

    void clickBesideTheText_selectsNothing()
    {
        Panes panes;
        ui::ArticleView &text = panes.text(panes.view.diffPane().articles().front());
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, QPoint(2, 2));
        QVERIFY(!panes.selection.claim());
    }

    void clickOnASource_bringsItsArticleInAndOutlinesTheWords()
    {
        Panes panes(longSample());
        panes.view.diffPane().showArticles({ArticleId{1}, ArticleId{3}});
        panes.selection.selectClaim(ClaimId{3}, DivergenceId{3});
        auto &list = panes.child<QListView>("sourceList");
        const QModelIndex merrin = list.model()->index(5, 0);
        QCOMPARE(merrin.data().toString(), QStringLiteral("The Merrin Post"));
        list.scrollTo(merrin);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(merrin).center());
        ui::ArticleView &text = panes.text(ArticleId{4});
        QVERIFY(text.outlined());
        const model::Article *article = panes.document.article(ArticleId{4});
        QCOMPARE(article->text.mid(text.outlined()->span.begin, text.outlined()->span.length()), QStringLiteral("209 passengers"));
        QVERIFY(isInView(text, *text.outlined()));
    }

    void source_farDown_isScrolledTo()
    {
        Panes panes(longSample());
        panes.view.diffPane().showArticles({ArticleId{1}, ArticleId{2}});
        ui::ArticleView &text = panes.text(ArticleId{1});
        const qsizetype end = panes.document.article(ArticleId{1})->text.size();
        panes.selection.showSource({.article = ArticleId{1}, .place = {model::TextField::Text, {end - 20, end}}});
        QVERIFY(text.verticalScrollBar()->value() > 0);
        QVERIFY(isInView(text, {model::TextField::Text, {end - 20, end - 10}}));
    }

    /// The rows of the list from the top, as it is shown: also after a person has sorted it.
    void step_nextAndPrevious_walksAsTheListIsSorted_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("order");
        QTest::newRow("as it opens") << -1 << int(Qt::AscendingOrder);
        QTest::newRow("severity upside down") << 0 << int(Qt::DescendingOrder);
        QTest::newRow("by claim") << 2 << int(Qt::AscendingOrder);
    }

    void step_nextAndPrevious_walksAsTheListIsSorted()
    {
        QFETCH(int, column);
        QFETCH(int, order);
        Panes panes;
        auto &table = panes.child<QTableView>("divergenceTable");
        if (column >= 0)
            table.sortByColumn(column, static_cast<Qt::SortOrder>(order));
        QSignalSpy wrapped(&panes.view, &ui::ComparisonView::stepWrapped);
        const int count = table.model()->rowCount();
        QCOMPARE(count, 6);
        for (int row = 0; row < count; ++row) {
            panes.view.step(Step::Next, false);
            QCOMPARE(table.currentIndex().row(), row);
            QCOMPARE(panes.view.position().first, QStringLiteral("%1 of 6").arg(row + 1));
        }
        QCOMPARE(wrapped.count(), 0);
        panes.view.step(Step::Next, false);
        QCOMPARE(wrapped.count(), 1);
        QCOMPARE(table.currentIndex().row(), 0);
        panes.view.step(Step::Previous, false);
        QCOMPARE(table.currentIndex().row(), count - 1);
    }

    void step_asItOpens_goesThroughTheConflictsFirst()
    {
        Panes panes;
        std::vector<qint64> ids;
        for (int step = 0; step < 6; ++step) {
            panes.view.step(Step::Next, false);
            ids.push_back(panes.selection.divergence()->value);
        }
        QCOMPARE(std::vector<qint64>(ids.begin(), ids.begin() + 3), (std::vector<qint64>{3, 4, 6})); // by claim
        panes.view.step(Step::Next, true);
        QCOMPARE(panes.selection.divergence(), std::optional(DivergenceId{3}));
    }

    void step_toADivergence_showsTwoOfItsValues()
    {
        Panes panes;
        for (int step = 0; step < 6; ++step) {
            panes.view.step(Step::Next, false);
            const model::Divergence *divergence = panes.document.index()->divergence(*panes.selection.divergence());
            int shown = 0;
            for (const model::DivergentValue &value : divergence->values) {
                const auto isShown = [&](const model::Evidence &each) {
                    const ui::ArticleColumn *column = panes.view.diffPane().columnOf(each.article);
                    return column != nullptr;
                };
                shown += std::ranges::any_of(value.evidence, isShown) ? 1 : 0;
            }
            QVERIFY(shown >= 2);
        }
    }

    void chips_ofAClaimWithTwoDivergences_switchBetweenThem()
    {
        Panes panes;
        panes.selection.selectClaim(ClaimId{1}, DivergenceId{1});
        QList<QToolButton *> chips = panes.view.findChildren<QToolButton *>(QStringLiteral("divergenceChip"));
        QCOMPARE(chips.size(), 2);
        QVERIFY(!chips.at(0)->isChecked()); // the internal one outranks the update
        chips.at(0)->click();
        QTRY_COMPARE(panes.selection.divergence(), std::optional(DivergenceId{2}));
        QCOMPARE(panes.view.findChildren<QToolButton *>(QStringLiteral("divergenceChip")).size(), 2);
    }

    void rowOfTheList_whenClicked_selectsItsClaim()
    {
        Panes panes;
        auto &table = panes.child<QTableView>("divergenceTable");
        const QModelIndex last = table.model()->index(table.model()->rowCount() - 1, 0);
        table.scrollTo(last);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(last).center());
        QCOMPARE(panes.selection.divergence(), std::optional(DivergenceId{5})); // wording sorts last
    }

    void text_selectedByMouseAndKey_isCopied()
    {
        Panes panes;
        panes.view.diffPane().showArticles({ArticleId{1}, ArticleId{2}});
        ui::ArticleView &text = panes.text(ArticleId{1});
        const QString &words = panes.document.article(ArticleId{1})->text;
        const qsizetype begin = words.indexOf(QStringLiteral("212 passengers"));
        const QRectF from = text.viewportRects({model::TextField::Text, {begin, begin + 1}}).front();
        QTest::mouseDClick(text.viewport(), Qt::LeftButton, {}, from.center().toPoint());
        QCOMPARE(text.selectedText(), QStringLiteral("212"));
        QTest::keyClick(&text, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&text, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QTest::keyClick(&text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("212 passengers"));
        QTest::keyClick(&text, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(text.selectedText().startsWith(*panes.document.article(ArticleId{1})->title));
        QVERIFY(text.selectedText().endsWith(words.right(20)));
    }

    void dragOverWords_selectsThemWithoutSelectingAClaim()
    {
        Panes panes;
        panes.view.diffPane().showArticles({ArticleId{1}, ArticleId{2}});
        ui::ArticleView &text = panes.text(ArticleId{1});
        const QRectF first = text.viewportRects({model::TextField::Title, {0, 1}}).front();
        const QRectF last = text.viewportRects({model::TextField::Title, {9, 10}}).front();
        QTest::mousePress(text.viewport(), Qt::LeftButton, {}, QPointF(first.left(), first.center().y()).toPoint());
        QTest::mouseMove(text.viewport(), last.center().toPoint());
        QTest::mouseRelease(text.viewport(), Qt::LeftButton, {}, QPoint(qRound(last.right()), qRound(last.center().y())));
        QVERIFY2(text.selectedText().startsWith(QStringLiteral("Seven hur")), qPrintable(text.selectedText()));
        QVERIFY(!panes.selection.claim());
    }

    void tick_inTheList_bringsAnArticleInAndOut()
    {
        Panes panes;
        panes.view.diffPane().showArticles({ArticleId{1}, ArticleId{2}});
        auto &tree = panes.child<QTreeView>("articleTree");
        const auto find = [&](const QString &outlet) { return tree.model()->match(tree.model()->index(0, 0), Qt::DisplayRole, outlet, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0); };
        tree.setFocus();
        tree.setCurrentIndex(find(QStringLiteral("Daily Lantern")));
        QTest::keyClick(tree.viewport(), Qt::Key_Space);
        QCOMPARE(panes.view.diffPane().articles(), (std::vector{ArticleId{1}}));
        tree.setCurrentIndex(find(QStringLiteral("The Merrin Post")));
        QTest::keyClick(tree.viewport(), Qt::Key_Space);
        QCOMPARE(panes.view.diffPane().articles(), (std::vector{ArticleId{1}, ArticleId{4}}));
    }

    void newComparison_withoutTheClaim_clearsTheSelection()
    {
        Panes panes;
        panes.selection.selectClaim(ClaimId{8}, {});
        model::Comparison smaller = test::sampleComparison();
        smaller.claims = std::vector(smaller.claims.begin(), std::next(smaller.claims.begin(), std::ssize(smaller.claims) - 1));
        panes.document.setComparison(std::make_shared<const model::Comparison>(smaller));
        QTRY_VERIFY(panes.selection.claim() != std::optional(ClaimId{8}));
        QVERIFY(!panes.view.diffPane().articles().empty());
    }

    /// Ids are given anew in every comparison: the same id may name another claim.
    void newComparison_withOtherWordsUnderTheId_doesNotKeepTheClaim()
    {
        Panes panes;
        panes.selection.selectClaim(ClaimId{8}, {});
        model::Comparison renumbered = test::sampleComparison();
        std::vector<model::Claim> claims(renumbered.claims.begin(), renumbered.claims.end());
        std::swap(claims[6].id, claims[7].id);
        std::swap(claims[6], claims[7]);
        renumbered.claims = std::move(claims);
        panes.document.setComparison(std::make_shared<const model::Comparison>(renumbered));
        QTRY_VERIFY(panes.selection.claim() != std::optional(ClaimId{8}));
    }

    void oneArticle_isReadAndAsksForASecond()
    {
        model::Comparison one;
        one.articles = {test::sampleComparison().articles.front()};
        one.stories = {{.id = base::StoryId{1}, .title = QStringLiteral("Alone"), .articles = {ArticleId{1}}, .firstTime = {}, .lastTime = {}}};
        Panes panes(one);
        QCOMPARE(panes.view.diffPane().articles().size(), size_t{1});
        QVERIFY(panes.child<QLabel>("diffHint").isVisible());
        QVERIFY(panes.child<QLabel>("diffHint").text().contains(QStringLiteral("second source")));
    }

    void labels_ofInputText_areNeverRich()
    {
        Panes panes;
        panes.selection.selectClaim(ClaimId{1}, DivergenceId{1});
        for (const QLabel *label : panes.view.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void focusableWidgets_allHaveNames()
    {
        Panes panes;
        panes.selection.selectClaim(ClaimId{1}, DivergenceId{1});
        for (const QWidget *widget : panes.view.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<const QLabel *>(widget))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool isInner = widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QTabBar") || widget->inherits("QScrollArea") || widget->inherits("QHeaderView");
            QVERIFY2(isNamed || isInner, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

    void state_savedAndRestored_keepsSplittersAndColumns()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("window.ini"));
        QList<int> sizes;
        {
            Panes panes;
            panes.view.diffPane().setColumnLimit(3);
            auto &splitter = panes.child<QSplitter>("acrossSplitter");
            splitter.setSizes({300, 580, 400});
            sizes = splitter.sizes();
            QSettings settings(path, QSettings::IniFormat);
            panes.view.save(settings);
        }
        Panes panes;
        const QSettings settings(path, QSettings::IniFormat);
        panes.view.restore(settings);
        QCOMPARE(panes.view.diffPane().columnLimit(), size_t{3});
        QCOMPARE(panes.view.diffPane().articles().size(), size_t{3});
        QCOMPARE(panes.child<QSplitter>("acrossSplitter").sizes(), sizes);
    }

    /// In a narrow window the panels give way, not the texts; they come back with the room.
    void resize_toANarrowWindow_leavesTheTextsReadable_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("articlesShown");
        QTest::addColumn<bool>("inspectorShown");
        QTest::newRow("wide") << QSize(1280, 740) << true << true;
        QTest::newRow("medium") << QSize(960, 640) << true << true;
        QTest::newRow("narrow") << QSize(900, 540) << false << true;
        QTest::newRow("least") << QSize(640, 360) << false << false;
    }

    void resize_toANarrowWindow_leavesTheTextsReadable()
    {
        QFETCH(QSize, size);
        QFETCH(bool, articlesShown);
        QFETCH(bool, inspectorShown);
        Panes panes;
        panes.selection.selectClaim(ClaimId{3}, DivergenceId{3});
        panes.view.resize(size);
        QCOMPARE(panes.view.size(), size);
        QCOMPARE(panes.child<QWidget>("claimInspector").isVisible(), inspectorShown);
        QCOMPARE(panes.view.articlesPanel().isVisible(), articlesShown);
        for (const ArticleId article : panes.view.diffPane().articles())
            QVERIFY2(panes.view.diffPane().columnOf(article)->width() >= 260, qPrintable(QString::number(panes.view.diffPane().columnOf(article)->width())));
        QVERIFY(panes.view.diffPane().height() >= size.height() / 2);
        panes.view.resize(1280, 760);
        QVERIFY(panes.child<QWidget>("claimInspector").isVisible());
        QVERIFY(panes.view.articlesPanel().isVisible());
        QVERIFY(panes.view.isPanelWanted(0));
    }

    void show_inANarrowWindow_givesTheTextsRoomAtOnce()
    {
        ui::Document document;
        ui::Selection selection;
        ui::ComparisonView view{document, selection};
        view.resize(900, 540);
        document.setIndex(std::make_shared<const model::ComparisonIndex>(std::make_shared<const model::Comparison>(test::sampleComparison())));
        view.show();
        QTRY_VERIFY(view.findChild<QWidget *>(QStringLiteral("claimInspector"))->width() <= 270);
        QVERIFY(view.findChild<QWidget *>(QStringLiteral("bottomTabs"))->height() <= 140);
    }

    /// A page costs what it shows, however long the text is.
    void paint_ofALongText_costsNoMoreThanOfAShortOne()
    {
        const auto processorTime = [](int paragraphs) {
            Panes panes(longSample(paragraphs));
            ui::ArticleView &text = panes.text(panes.view.diffPane().articles().front());
            QPixmap pixmap(text.size());
            std::clock_t best = std::numeric_limits<std::clock_t>::max();
            for (int attempt = 0; attempt < 3; ++attempt) {
                text.verticalScrollBar()->setValue(0);
                const std::clock_t begin = std::clock();
                for (int page = 0; page < 10; ++page) {
                    text.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
                    text.render(&pixmap);
                }
                best = std::min(best, std::clock() - begin);
            }
            return best;
        };
        const std::clock_t some = processorTime(60);
        const std::clock_t many = processorTime(600);
        QVERIFY2(many < 3 * some + CLOCKS_PER_SEC / 100, qPrintable(QStringLiteral("%1 against %2").arg(many).arg(some)));
    }
};

QTEST_MAIN(ComparisonViewTest)
#include "comparison_view_test.moc"
