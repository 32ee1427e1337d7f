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

    void withSource_keepsTheContrast_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QString>("byUse");
        QTest::addColumn<QString>("result");
        // Divergence 3 is given article 2 among the sources of article 1's value here; 5 is a copy of 3.
        QTest::newRow("same value left, used last") << "1 4" << 2 << "1 4"
                                                    << "2 4";
        QTest::newRow("same value right") << "4 1" << 2 << "4 1"
                                          << "4 2";
        QTest::newRow("copy") << "3 1" << 5 << "3 1"
                              << "5 1";
        QTest::newRow("no value before another value") << "6 1" << 4 << "6 1"
                                                       << "4 1";
        QTest::newRow("all others: least used") << "1 3" << 4 << "1 3"
                                                << "1 4";
        QTest::newRow("there already") << "1 3" << 3 << ""
                                       << "1 3";
    }

    void withSource_keepsTheContrast()
    {
        QFETCH(QString, shown);
        QFETCH(int, wanted);
        QFETCH(QString, byUse);
        QFETCH(QString, result);
        model::Comparison comparison = test::sampleComparison();
        comparison.copyOf = {{ArticleId{5}, ArticleId{3}}};
        model::Divergence &divergence = comparison.divergences.edited(2);
        QCOMPARE(divergence.id, DivergenceId{3});
        for (model::DivergentValue &value : divergence.values) {
            if (value.evidence.front().article == ArticleId{1}) {
                value.evidence.push_back(value.evidence.front());
                value.evidence.back().article = ArticleId{2};
            }
        }
        QCOMPARE(print(ui::withSource(ids(shown), ArticleId{wanted}, {.comparison = comparison, .divergence = &divergence}, ids(byUse), 2)), result);
        if (!print(ids(shown)).contains(QString::number(wanted)))
            QCOMPARE(print(ui::withDivergence(ids(QStringLiteral("2 1")), divergence, 2, ArticleId{1})), QStringLiteral("3 1")); // both give one value
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
                                    << "3 4";
        QTest::newRow("within one article") << 2 << "1 3"
                                            << "2 3";
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
