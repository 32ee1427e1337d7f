#include "support/samples/sample_comparison.h"
#include "ui/diff/column_choice.h"
#include "ui/diff/divergence_walk.h"

#include <QtTest>

#include <set>

using namespace variorum;
using base::ArticleId;
using base::DivergenceId;
using Step = ui::DivergenceWalk::Step;

namespace {

QString print(const std::vector<ArticleId> &articles)
{
    QStringList ids;
    for (const ArticleId id : articles)
        ids.append(QString::number(id.value));
    return ids.join(u' ');
}

std::vector<ArticleId> ids(const QString &text)
{
    std::vector<ArticleId> list;
    for (const QString &id : text.split(u' ', Qt::SkipEmptyParts))
        list.push_back(ArticleId{id.toLongLong()});
    return list;
}

ui::DivergenceWalk walkOfSample(std::vector<DivergenceId> order)
{
    return ui::DivergenceWalk::inOrder(std::move(order), model::ComparisonIndex(std::make_shared<const model::Comparison>(test::sampleComparison())));
}

} // namespace

class ColumnChoiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void articlesAtFirst_ofTheSample_areTheMostDivergentPair()
    {
        const model::ComparisonIndex index(std::make_shared<const model::Comparison>(test::sampleComparison()));
        const base::StoryId story = index.comparison().stories.front().id;
        QCOMPARE(print(ui::articlesAtFirst(index, story, 2)), print(index.mostDivergentPair(story)));
        const std::vector<ArticleId> three = ui::articlesAtFirst(index, story, 3);
        QCOMPARE(three.size(), size_t{3});
        QVERIFY(std::set<ArticleId>(three.begin(), three.end()).size() == 3);
        QCOMPARE(ui::articlesAtFirst(index, base::StoryId{99}, 3).size(), size_t{0});
    }

    void withArticle_takesThePlaceOfTheLeastUsed_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("byUse");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("result");
        QTest::newRow("there already") << "1 2"
                                       << "2 1" << 2 << "1 2";
        QTest::newRow("room") << "1"
                              << "1" << 2 << "1 2";
        QTest::newRow("least used left") << "1 3"
                                         << "3 1" << 2 << "2 3";
        QTest::newRow("least used right") << "1 3"
                                          << "1 3" << 2 << "1 2";
        QTest::newRow("never used") << "1 3"
                                    << "" << 2 << "1 2";
        QTest::newRow("three columns") << "1 3 4"
                                       << "3 4 1" << 3 << "2 3 4";
        QTest::newRow("nothing shown") << ""
                                       << "" << 2 << "2";
    }

    void withArticle_takesThePlaceOfTheLeastUsed()
    {
        QFETCH(QString, shown);
        QFETCH(QString, byUse);
        QFETCH(int, columns);
        QFETCH(QString, result);
        QCOMPARE(print(ui::withArticle(ids(shown), ArticleId{2}, ids(byUse), static_cast<size_t>(columns))), result);
    }

    void withDivergence_showsTwoValues_data()
    {
        QTest::addColumn<int>("divergence");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("result");
        // 3: on board, values of articles 1, 3 and 4. 2: inside article 2. 6: articles 3 and 4.
        QTest::newRow("both there") << 3 << "1 3"
                                    << "1 3";
        QTest::newRow("one there") << 3 << "1 2"
                                   << "1 3";
        QTest::newRow("one there, on the right") << 3 << "2 4"
                                                 << "1 4";
        QTest::newRow("none there") << 6 << "1 2"
                                    << "4 3";
        QTest::newRow("within one article") << 2 << "1 3"
                                            << "1 2";
        QTest::newRow("room") << 6 << "3"
                              << "3 4";
    }

    void withDivergence_showsTwoValues()
    {
        QFETCH(int, divergence);
        QFETCH(QString, shown);
        QFETCH(QString, result);
        const model::ComparisonIndex index(std::make_shared<const model::Comparison>(test::sampleComparison()));
        const model::Divergence *of = index.divergence(DivergenceId{divergence});
        QVERIFY(of);
        QCOMPARE(print(ui::withDivergence(ids(shown), *of, 2)), result);
    }

    void step_throughAnOrder_visitsEachOnceAndGoesRound()
    {
        const std::vector<DivergenceId> order{DivergenceId{4}, DivergenceId{1}, DivergenceId{6}, DivergenceId{2}};
        const ui::DivergenceWalk walk = walkOfSample(order);
        std::optional<DivergenceId> at;
        for (size_t place = 0; place < order.size(); ++place) {
            at = walk.step(at, Step::Next, false);
            QCOMPARE(at, std::optional(order[place]));
            QCOMPARE(walk.placeOf(*at), std::optional(place));
        }
        QCOMPARE(walk.step(at, Step::Next, false), std::optional(DivergenceId{4}));
        QCOMPARE(walk.step(DivergenceId{4}, Step::Previous, false), std::optional(DivergenceId{2}));
        QCOMPARE(walk.step({}, Step::Previous, false), std::optional(DivergenceId{2}));
        QVERIFY(!walk.placeOf(DivergenceId{3}));
    }

    void step_amongConflicts_goesToTheNearest()
    {
        const ui::DivergenceWalk walk = walkOfSample({DivergenceId{1}, DivergenceId{2}, DivergenceId{3}, DivergenceId{4}, DivergenceId{5}, DivergenceId{6}}); // conflicts: 3 4 6
        QCOMPARE(walk.step(DivergenceId{1}, Step::Next, true), std::optional(DivergenceId{3}));
        QCOMPARE(walk.step(DivergenceId{5}, Step::Next, true), std::optional(DivergenceId{6}));
        QCOMPARE(walk.step(DivergenceId{5}, Step::Previous, true), std::optional(DivergenceId{4}));
        QCOMPARE(walk.step(DivergenceId{6}, Step::Next, true), std::optional(DivergenceId{3}));
        QVERIFY(!ui::DivergenceWalk().step({}, Step::Next, false));
    }
};

QTEST_GUILESS_MAIN(ColumnChoiceTest)
#include "column_choice_test.moc"
