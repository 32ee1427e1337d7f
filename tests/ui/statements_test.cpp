#include "support/samples/sample_comparison.h"
#include "ui/comparison_view.h"
#include "ui/diff/diff_pane.h"
#include "ui/statements/statement_rows.h"

#include <QLabel>
#include <QTreeWidget>
#include <QtTest>

using namespace variorum;

class StatementsTest : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const model::ComparisonIndex> m_index = std::make_shared<const model::ComparisonIndex>(std::make_shared<const model::Comparison>(test::sampleComparison()));

private Q_SLOTS:
    void statementRows_ofEveryStatement_haveItsSlotsAndRules()
    {
        int slots = 0;
        for (const model::Statement &statement : m_index->comparison().statements) {
            const std::vector<ui::StatementRow> rows = ui::statementRows(*m_index, statement);
            QCOMPARE(rows.size(), statement.slots.size() + 1);
            QVERIFY(rows.front().isStatement);
            QCOMPARE(rows.front().rule, statement.rule);
            for (size_t place = 0; place < statement.slots.size(); ++place) {
                QCOMPARE(rows[place + 1].words, statement.slots[place].text);
                QCOMPARE(rows[place + 1].normal, statement.slots[place].value);
                QCOMPARE(rows[place + 1].rule, statement.slots[place].rule);
                QCOMPARE(rows[place + 1].place.place.span, statement.slots[place].span);
                ++slots;
            }
        }
        QVERIFY(slots > 0);
    }

    void statementsAt_findsEveryStatementAtItsOwnPlace_shortestFirst()
    {
        for (const model::Statement &statement : m_index->comparison().statements) {
            const auto found = ui::statementsAt(*m_index, statement.article, statement.place.field, statement.place.span.begin);
            QVERIFY(std::ranges::find(found, &statement) != found.end());
            QVERIFY(std::ranges::is_sorted(found, {}, [](const model::Statement *each) { return each->place.span.length(); }));
        }
        QVERIFY(ui::statementsAt(*m_index, base::ArticleId{999}, model::TextField::Text, 0).empty());
    }

    void ctrlClickOnWords_showsWhatWasFoundInThem()
    {
        ui::Document document;
        ui::Selection selection;
        ui::ComparisonView view(document, selection);
        view.resize(1200, 800);
        view.show();
        document.setIndex(m_index);
        const base::ArticleId article = view.diffPane().articles().front();
        const auto of = std::ranges::find_if(m_index->comparison().statements, [article](const model::Statement &each) { return each.article == article && each.place.field == model::TextField::Text && !each.slots.empty(); });
        QVERIFY(of != m_index->comparison().statements.end());
        ui::ArticleView &text = view.diffPane().columnOf(article)->view();
        text.reveal(of->place);
        const QPoint point = text.viewportRects(of->place).front().center().toPoint();
        auto *tree = view.findChild<QTreeWidget *>(QStringLiteral("statementTree"));
        QVERIFY(!tree->isVisible());
        QTest::mouseClick(text.viewport(), Qt::LeftButton, Qt::ControlModifier, point);
        QVERIFY(tree->isVisible());
        bool found = false;
        for (int row = 0; row < tree->topLevelItemCount(); ++row)
            found = found || (tree->topLevelItem(row)->text(0) == of->predicate && tree->topLevelItem(row)->childCount() == static_cast<int>(of->slots.size()));
        QVERIFY(found);
        // A part leads to its words.
        QTreeWidgetItem *part = tree->topLevelItem(0)->child(0);
        QVERIFY(part);
        Q_EMIT tree->itemClicked(part, 0);
        QVERIFY(selection.source());
        QCOMPARE(selection.source()->article, article);
    }
};

QTEST_MAIN(StatementsTest)
#include "statements_test.moc"
