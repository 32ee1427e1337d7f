#include "comparison/divergences/inner_contradictions.h"
#include "extraction/plain_annotation.h"
#include "extraction/quantities/quantities.h"
#include "extraction/times/times.h"

#include <QtTest>

using namespace variorum;

// Times and quantities come from extraction, without tags; people and clauses are made by hand.
class InnerContradictionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findInnerContradictions_text_givesThem_data();
    void findInnerContradictions_text_givesThem();
    void findInnerContradictions_ageAndBirth_areSubtracted_data();
    void findInnerContradictions_ageAndBirth_areSubtracted();
    void findInnerContradictions_headlineAndBody_areHeldTogether_data();
    void findInnerContradictions_headlineAndBody_areHeldTogether();

private:
    model::AnalysedArticle analysed(const QString &text, const QString &published) const;

    std::unique_ptr<const language::WordLists> m_lists;
};

namespace {

QString printed(const std::vector<comparison::InnerContradiction> &found)
{
    QStringList parts;
    for (const comparison::InnerContradiction &each : found)
        parts.append(each.rule + QLatin1Char(' ') + each.oneValue + QLatin1Char('/') + each.otherValue);
    return parts.isEmpty() ? QStringLiteral("-") : parts.join(QLatin1String(" | "));
}

model::Statement statement(model::TextField field, const QString &predicate, double number, model::Bound bound)
{
    model::Statement made;
    made.place.field = field;
    made.predicate = predicate;
    model::Slot slot;
    slot.role = model::SlotRole::Patient;
    model::QuantityValue value;
    value.bound = bound;
    value.value = number;
    value.low = number;
    if (bound == model::Bound::Exact)
        value.high = number;
    value.counted = QStringLiteral("people");
    slot.quantity = value;
    made.slots.push_back(slot);
    return made;
}

} // namespace

void InnerContradictionsTest::initTestCase()
{
    auto lists = language::WordLists::load(QStringLiteral(VARIORUM_SOURCE_DIR "/resources/lexicon"));
    QVERIFY(lists.hasValue());
    m_lists = std::move(lists.value());
}

model::AnalysedArticle InnerContradictionsTest::analysed(const QString &text, const QString &published) const
{
    const extraction::AnnotatedArticle annotated = tests::plainArticle(text, published);
    model::AnalysedArticle result;
    result.article = annotated.article;
    result.facts.times = extraction::findTimes(annotated, *m_lists);
    result.facts.quantities = extraction::findQuantities(annotated, result.facts.times, *m_lists);
    return result;
}

void InnerContradictionsTest::findInnerContradictions_text_givesThem_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QList<QStringList> rows = tests::phraseTable(QStringLiteral("inner_contradictions"));
    QVERIFY(rows.size() > 20);
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), 3);
        QTest::newRow(qPrintable(row[1])) << (row[0] == QLatin1String("-") ? QString() : row[0]) << row[1] << row[2];
    }
}

void InnerContradictionsTest::findInnerContradictions_text_givesThem()
{
    QFETCH(QString, published);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(comparison::findInnerContradictions(analysed(text, published))), expected);
}

void InnerContradictionsTest::findInnerContradictions_ageAndBirth_areSubtracted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("too young") << "Ada Berg, 43, won. Berg was born in 1975." << "age-against-birth 43 a/1975";
    QTest::newRow("before the birthday") << "Ada Berg, 47, won. Berg was born in 1975." << "-";
    QTest::newRow("after the birthday") << "Ada Berg, 48, won. Berg was born in 1975." << "-";
    QTest::newRow("another person") << "Ada Berg, 43, won. Olaf Lund was born in 1975." << "-";
    QTest::newRow("another year") << "Ada Berg, 43, won. Berg was elected in 1975." << "-";
}

void InnerContradictionsTest::findInnerContradictions_ageAndBirth_areSubtracted()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    model::AnalysedArticle article = analysed(text, QStringLiteral("2023-09-14"));
    for (const QString &name : {QStringLiteral("Berg"), QStringLiteral("Lund")}) {
        model::Entity person;
        person.kind = model::EntityKind::Person;
        person.name = name;
        for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
            person.mentions.push_back({base::ArticleId{0}, {model::TextField::Text, {at, at + name.size()}}, false, {}});
        article.facts.entities.push_back(person);
    }
    QCOMPARE(printed(comparison::findInnerContradictions(article)), expected);
}

void InnerContradictionsTest::findInnerContradictions_headlineAndBody_areHeldTogether_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<double>("number");
    QTest::addColumn<bool>("isAtLeast");
    QTest::addColumn<QString>("expected");
    QTest::newRow("another number") << "kill" << 9.0 << false << "headline-against-body 12 people/9 people";
    QTest::newRow("the same number") << "kill" << 12.0 << false << "-";
    QTest::newRow("a bound that holds") << "kill" << 10.0 << true << "-";
    QTest::newRow("a bound that does not") << "kill" << 20.0 << true << "headline-against-body 12 people/>=20 people";
    QTest::newRow("another verb") << "injure" << 9.0 << false << "-";
}

void InnerContradictionsTest::findInnerContradictions_headlineAndBody_areHeldTogether()
{
    QFETCH(QString, verb);
    QFETCH(double, number);
    QFETCH(bool, isAtLeast);
    QFETCH(QString, expected);
    model::AnalysedArticle article;
    article.facts.statements.push_back(statement(model::TextField::Title, QStringLiteral("kill"), 12, model::Bound::Exact));
    article.facts.statements.push_back(statement(model::TextField::Text, verb, number, isAtLeast ? model::Bound::AtLeast : model::Bound::Exact));
    QCOMPARE(printed(comparison::findInnerContradictions(article)), expected);
}

QTEST_GUILESS_MAIN(InnerContradictionsTest)
#include "inner_contradictions_test.moc"
