// Figures of two articles that may answer one question, by hand: a statement holds one figure and nothing else.

#include "comparison/claims/rival_figures.h"
#include "table_knowledge.h"

#include <QtTest>

#include <list>

using namespace variorum;
using namespace variorum::comparison;
using namespace Qt::StringLiterals;

namespace {

/// Statements of some articles, a figure each; keeps what the views look at.
class Told {
public:
    Told() = default;
    Told(const Told &) = delete;
    Told &operator=(const Told &) = delete;
    Told &count(int article, double number, const QString &noun) { return add(article, number, {}, noun); }
    Told &measure(int article, double number, const QString &unit) { return add(article, number, unit, {}); }
    Told &clock(int article, const QString &time)
    {
        model::Slot slot;
        slot.role = model::SlotRole::Time;
        slot.time.emplace();
        slot.time->kind = model::TimeKind::Time;
        slot.time->timex = time;
        slot.time->from = QDateTime::fromString(time, Qt::ISODate);
        slot.time->to = slot.time->from->addSecs(60);
        return add(article, std::move(slot));
    }

    [[nodiscard]] const std::vector<StatementView> &views() const { return m_views; }

private:
    Told &add(int article, double number, const QString &unit, const QString &noun)
    {
        model::Slot slot;
        slot.role = model::SlotRole::Quantity;
        slot.quantity.emplace();
        slot.quantity->value = slot.quantity->low = slot.quantity->high = number;
        slot.quantity->unit = unit;
        slot.quantity->counted = noun;
        return add(article, std::move(slot));
    }

    Told &add(int article, model::Slot slot)
    {
        const auto begin = static_cast<qsizetype>(m_statements.size()) * 20;
        model::Statement &statement = m_statements.emplace_back();
        statement.place = {model::TextField::Text, {begin, begin + 10}};
        slot.span = {begin, begin + 4};
        statement.slots.push_back(std::move(slot));
        StatementView view;
        view.statement = &statement;
        view.article = article;
        m_views.push_back(view);
        return *this;
    }

    std::list<model::Statement> m_statements; // whose places the views keep
    std::vector<StatementView> m_views;
};

} // namespace

class RivalFiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void between_oneNounTwoNumbers_areRivals();
    void between_otherThings_areNone();
    void between_unitsOfOneDimension_areConverted();
    void between_manySuchFigures_areNotAlone();
    void between_aNearerFigureElsewhere_isNotBest();
    void between_clockTimes_fallWithTheGap();
    void between_aSlipOfAZero_isNear();
    void nearestPairs_eachFindsItsClosest();
    void nearestPairs_oneArticle_hasNone();

private:
    test::TableKnowledge m_knowledge;
};

void RivalFiguresTest::between_oneNounTwoNumbers_areRivals()
{
    Told told;
    told.count(0, 2, u"helicopter"_s).count(1, 3, u"helicopter"_s);
    const Rivalry rivalry = RivalFigures(told.views(), m_knowledge).between(0, 1);
    QCOMPARE(rivalry.kinship, 1.0);
    QCOMPARE(rivalry.alone, 1.0);
    QCOMPARE(rivalry.best, 1.0);
    QVERIFY(rivalry.closeness > 0.2 && rivalry.closeness < 0.6);
    QCOMPARE(RivalFigures(told.views(), m_knowledge).between(1, 0).strength(), rivalry.strength());
}

void RivalFiguresTest::between_otherThings_areNone()
{
    Told told;
    told.count(0, 2, u"lorry"_s).count(1, 3, u"trout"_s).measure(1, 3, u"km"_s);
    const RivalFigures figures(told.views(), m_knowledge);
    QCOMPARE(figures.between(0, 1).kinship, 0.0);
    QCOMPARE(figures.between(0, 2).kinship, 0.0);
}

void RivalFiguresTest::between_unitsOfOneDimension_areConverted()
{
    Told told;
    told.measure(0, 600, u"[ft_i]"_s).measure(1, 183, u"m"_s);
    const Rivalry rivalry = RivalFigures(told.views(), m_knowledge).between(0, 1);
    QCOMPARE(rivalry.kinship, 1.0);
    QVERIFY(rivalry.closeness > 0.95);
}

void RivalFiguresTest::between_manySuchFigures_areNotAlone()
{
    Told told;
    told.count(0, 2, u"lorry"_s).count(1, 3, u"lorry"_s).count(1, 40, u"lorry"_s).count(1, 500, u"truck"_s).count(1, 3, u"lorry"_s);
    const Rivalry rivalry = RivalFigures(told.views(), m_knowledge).between(0, 1);
    QCOMPARE(rivalry.alone, 2.0 / 4.0); // 3, 40 and 500: the last 3 is the first told again
}

void RivalFiguresTest::between_aNearerFigureElsewhere_isNotBest()
{
    Told told;
    told.measure(0, 100, u"EUR"_s).measure(1, 200, u"EUR"_s).measure(1, 110, u"EUR"_s);
    const RivalFigures figures(told.views(), m_knowledge);
    QCOMPARE(figures.between(0, 2).best, 1.0);
    QCOMPARE(figures.between(0, 1).best, 0.5);
}

void RivalFiguresTest::between_clockTimes_fallWithTheGap()
{
    Told told;
    told.clock(0, u"2031-05-14T07:40"_s).clock(1, u"2031-05-14T08:10"_s).clock(2, u"2031-05-14T19:00"_s);
    const RivalFigures figures(told.views(), m_knowledge);
    QVERIFY(figures.between(0, 1).closeness > 0.5);
    QVERIFY(figures.between(0, 2).closeness < 0.001);
}

void RivalFiguresTest::between_aSlipOfAZero_isNear()
{
    Told told;
    told.measure(0, 3.8e6, u"EUR"_s).measure(1, 38e6, u"EUR"_s).measure(2, 30e6, u"EUR"_s);
    const RivalFigures figures(told.views(), m_knowledge);
    QCOMPARE(figures.between(0, 1).closeness, 0.5);
    QVERIFY(figures.between(0, 2).closeness < 0.05);
}

void RivalFiguresTest::nearestPairs_eachFindsItsClosest()
{
    Told told;
    told.count(0, 26, u"lorry"_s).count(1, 20, u"lorry"_s).count(1, 900, u"trout"_s).measure(1, 26, u"m"_s);
    const std::vector<std::pair<int, int>> expected = {{0, 1}};
    QCOMPARE(RivalFigures(told.views(), m_knowledge).nearestPairs(), expected);
}

void RivalFiguresTest::nearestPairs_oneArticle_hasNone()
{
    Told told;
    told.count(0, 26, u"lorry"_s).count(0, 20, u"lorry"_s);
    QVERIFY(RivalFigures(told.views(), m_knowledge).nearestPairs().empty());
}

QTEST_GUILESS_MAIN(RivalFiguresTest)
#include "rival_figures_test.moc"
