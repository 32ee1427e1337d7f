#include "support/samples/sample_comparison.h"
#include "ui/articles/article_tree_model.h"
#include "ui/claims/source_model.h"
#include "ui/divergences/divergence_table_model.h"
#include "ui/import/report_model.h"
#include "ui/widgets/plain_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTextDocument>
#include <QtTest>

#include <ctime>
#include <limits>

using namespace variorum;
using Tester = QAbstractItemModelTester;

namespace {

std::shared_ptr<const model::ComparisonIndex> sampleIndex(int times = 1)
{
    return std::make_shared<const model::ComparisonIndex>(std::make_shared<const model::Comparison>(times == 1 ? test::sampleComparison() : test::repeatedSample(times)));
}

QStringList printed(const QAbstractItemModel &of)
{
    QStringList lines;
    for (int group = 0; group < of.rowCount(); ++group) {
        const QModelIndex parent = of.index(group, 0);
        lines.append(parent.data().toString());
        for (int row = 0; row < of.rowCount(parent); ++row) {
            const QModelIndex at = of.index(row, 0, parent);
            lines.append(QStringLiteral("  %1 %2 [%3]").arg(at.data().toString()).arg(at.data(ui::ArticleTreeModel::DivergenceCountRole).toInt()).arg(at.data(ui::ArticleTreeModel::BadgesRole).toStringList().join(u',')));
        }
    }
    return lines;
}

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void articles_ofTheSample_areByStoryAndDate()
    {
        ui::Document document;
        ui::ArticleTreeModel tree(document);
        Tester tester(&tree, Tester::FailureReportingMode::QtTest);
        QCOMPARE(tree.rowCount(), 0);
        document.setIndex(sampleIndex());
        tree.refresh();
        const QStringList expected{
            QStringLiteral("Eleven injured in Halcyon ferry crash as speed comes under scrutiny"),
            QStringLiteral("  Northgate Courier 4 []"),
            QStringLiteral("  Island Radio News 4 [wire copy]"),
            QStringLiteral("  The Merrin Post 4 []"),
            QStringLiteral("  Daily Lantern 4 []"),
            QStringLiteral("Not compared"),
            QStringLiteral("  photo-scan.txt 0 [not read]"),
        };
        QCOMPARE(printed(tree), expected);
    }

    void articles_thatArrive_areAddedWithoutAReset()
    {
        ui::Document document;
        ui::ArticleTreeModel tree(document);
        Tester tester(&tree, Tester::FailureReportingMode::QtTest);
        QSignalSpy resets(&tree, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&tree, &QAbstractItemModel::rowsInserted);
        std::vector<model::Article> articles = test::sampleComparison().articles;
        const std::vector<model::Article> first(articles.begin(), articles.begin() + 2);
        document.addArrivals(first);
        tree.takeArrivals();
        document.addArrivals(articles);
        tree.takeArrivals();
        QCOMPARE(tree.rowCount(), 1);
        QCOMPARE(tree.rowCount(tree.index(0, 0)), static_cast<int>(articles.size()));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(inserts.count(), 3); // the group, two, the others
        document.setIndex(sampleIndex());
        tree.refresh();
        QCOMPARE(tree.rowCount(), 2); // all are in the comparison now
    }

    void articles_shownAndTicked_tellThePane()
    {
        ui::Document document;
        document.setIndex(sampleIndex());
        ui::ArticleTreeModel tree(document);
        const QModelIndex at = tree.indexOf(base::ArticleId{2});
        QCOMPARE(at.data().toString(), QStringLiteral("Daily Lantern"));
        QCOMPARE(at.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        QSignalSpy ticks(&tree, &ui::ArticleTreeModel::tickChanged);
        QVERIFY(tree.setData(at, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(ticks.count(), 1);
        QSignalSpy changes(&tree, &QAbstractItemModel::dataChanged);
        tree.setShown({base::ArticleId{2}});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(at.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    }

    void articles_markupInNames_isShownAsText()
    {
        model::Comparison comparison = test::sampleComparison();
        comparison.articles.front().outlet = QStringLiteral("<img src=file:///etc/passwd>");
        ui::Document document;
        document.setIndex(std::make_shared<const model::ComparisonIndex>(std::make_shared<const model::Comparison>(comparison)));
        ui::ArticleTreeModel tree(document);
        const QModelIndex at = tree.indexOf(*comparison.articles.front().id);
        QCOMPARE(at.data().toString(), *comparison.articles.front().outlet);
        // Tool tips guess: what they would take for rich text holds no tag of the input.
        const QString tip = at.data(Qt::ToolTipRole).toString();
        QVERIFY(!Qt::mightBeRichText(tip) || !tip.contains(QStringLiteral("<img")));
        QVERIFY(!ui::plainToolTip(QStringLiteral("<b>bold</b>")).contains(QStringLiteral("<b>")));
    }

    void articles_ofThousands_areListedInTimeByTheirNumber()
    {
        const auto processorTime = [](int times) {
            ui::Document document;
            document.setIndex(sampleIndex(times));
            ui::ArticleTreeModel tree(document);
            std::clock_t best = std::numeric_limits<std::clock_t>::max();
            for (int attempt = 0; attempt < 3; ++attempt) {
                const std::clock_t begin = std::clock();
                tree.refresh();
                best = std::min(best, std::clock() - begin);
            }
            return best;
        };
        const std::clock_t half = processorTime(300); // 1,500 articles
        const std::clock_t whole = processorTime(600);
        QVERIFY2(whole < 3 * half + CLOCKS_PER_SEC / 500, qPrintable(QStringLiteral("%1 against %2").arg(whole).arg(half)));
    }

    void divergences_ofTheSample_areOneARow()
    {
        ui::Document document;
        ui::DivergenceTableModel table(document);
        Tester tester(&table, Tester::FailureReportingMode::QtTest);
        document.setIndex(sampleIndex());
        table.refresh();
        QCOMPARE(table.rowCount(), 6);
        const QModelIndex at = table.indexOf(base::DivergenceId{3});
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells.append(at.siblingAtColumn(column).data().toString().replace(QChar(0xa0), u' '));
        QCOMPARE(cells, (QStringList{QStringLiteral("Conflict"), QStringLiteral("quantity"), QStringLiteral("The vessel was carrying 212 passengers and 14 crew"), QStringLiteral("212 passengers  \u2194  more than 200 people  \u2194  209 passengers"), QStringLiteral("3"), QString()}));
        QVERIFY(!table.indexOf(base::DivergenceId{99}).isValid());
        // Conflicts sort before updates.
        const auto rank = [&](qint64 id) { return table.indexOf(base::DivergenceId{id}).data(ui::DivergenceTableModel::SortRole).toInt(); };
        QVERIFY(rank(3) < rank(2));
        QVERIFY(rank(2) < rank(1));
    }

    void sources_ofAClaim_canBeChosenButValuesCannot()
    {
        const auto index = sampleIndex();
        ui::SourceModel sources;
        Tester tester(&sources, Tester::FailureReportingMode::QtTest);
        sources.setRows(ui::claimRows(*index, base::ClaimId{3}, base::DivergenceId{3}));
        QCOMPARE(sources.rowCount(), 8);
        QVERIFY(!sources.index(0).flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(sources.index(1).flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(sources.index(7).flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(sources.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("212 passengers")));
        QCOMPARE(sources.indexOf(*sources.row(sources.index(3)).place).row(), 3);
        sources.setRows({});
        QCOMPARE(sources.rowCount(), 0);
    }

    void report_ofProblems_saysFileAndNextStep()
    {
        ui::ReportModel report;
        Tester tester(&report, Tester::FailureReportingMode::QtTest);
        const base::Error problem{.code = base::ErrorCode::EmptyFile, .path = QStringLiteral("a/b.txt"), .detail = {}};
        using enum ui::ReportRow::Outcome;
        const base::Error passedOver{.code = base::ErrorCode::NotAnArticle, .path = QStringLiteral("x.json"), .detail = {}};
        report.setRows({{PassedOver, passedOver}, {NotRead, problem}, {Partly, {.code = base::ErrorCode::Truncated, .path = {}, .detail = QStringLiteral("line 7")}}});
        QCOMPARE(report.rowCount(), 3);
        QCOMPARE(report.index(0, 0).data().toString(), QStringLiteral("a/b.txt"));
        QCOMPARE(report.index(0, 1).data().toString(), QStringLiteral("Not read"));
        QCOMPARE(report.index(0, 2).data().toString(), base::describe(problem));
        QVERIFY(report.index(1, 2).data().toString().contains(QStringLiteral("line 7")));
        QCOMPARE(report.index(2, 1).data().toString(), QStringLiteral("Passed over")); // what asks for nothing is last
        QCOMPARE(report.plainText({report.index(2, 0), report.index(0, 0)}),
                 QStringLiteral("a/b.txt\tNot read\t") + base::describe(problem) + QStringLiteral("\nx.json\tPassed over\t") + base::describe(passedOver));
    }
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
