#include "extraction/quantities/quantities.h"
#include "extraction/plain_annotation.h"
#include "extraction/quotes/quotes.h"
#include "extraction/times/times.h"
#include "model/names.h"

#include <QtTest>

using namespace variorum;

class QuantitiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findQuantities_phrase_givesValues_data();
    void findQuantities_phrase_givesValues();
    void findQuantities_countedNoun_hasSpanWithModifiers();
    void findQuantities_bounds_giveInterval();
    void findQuantities_anyText_overlapsNeitherTimesNorItself();
    void find_hostileText_staysLinear_data();
    void find_hostileText_staysLinear();

private:
    std::vector<model::QuantityMention> find(const extraction::AnnotatedArticle &annotated) const;

    std::unique_ptr<const language::WordLists> m_lists;
};

void QuantitiesTest::initTestCase()
{
    auto lists = language::WordLists::load(QStringLiteral(VARIORUM_SOURCE_DIR "/resources/lexicon"));
    QVERIFY(lists.hasValue());
    m_lists = std::move(lists.value());
}

std::vector<model::QuantityMention> QuantitiesTest::find(const extraction::AnnotatedArticle &annotated) const
{
    return extraction::findQuantities(annotated, extraction::findTimes(annotated, *m_lists), *m_lists);
}

void QuantitiesTest::findQuantities_phrase_givesValues_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("expected");
    const QList<QStringList> rows = tests::phraseTable(QStringLiteral("quantities"));
    QVERIFY(rows.size() > 60);
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), 2);
        QTest::newRow(qPrintable(row[0])) << row[0] << row[1];
    }
}

void QuantitiesTest::findQuantities_phrase_givesValues()
{
    QFETCH(QString, phrase);
    QFETCH(QString, expected);
    QStringList parts;
    for (const model::QuantityMention &mention : find(tests::plainArticle(phrase, QStringLiteral("2023-09-12")))) {
        const base::TextSpan span = mention.place.span;
        parts.append(phrase.sliced(span.begin, span.length()) + QLatin1Char('=') + model::printed(mention.value));
    }
    QCOMPARE(parts.isEmpty() ? QStringLiteral("-") : parts.join(QLatin1String(" | ")), expected);
}

void QuantitiesTest::findQuantities_countedNoun_hasSpanWithModifiers()
{
    const QString text = QStringLiteral("It has at least 20 heavy bulletproof carriages.");
    const auto found = find(tests::plainArticle(text));
    QCOMPARE(found.size(), size_t(1));
    QVERIFY(found[0].countedSpan.has_value());
    QCOMPARE(text.sliced(found[0].countedSpan->begin, found[0].countedSpan->length()), QStringLiteral("heavy bulletproof carriages"));
}

void QuantitiesTest::findQuantities_bounds_giveInterval()
{
    const auto atLeast = find(tests::plainArticle(QStringLiteral("At least 20 boats sank.")));
    QCOMPARE(atLeast[0].value.low, std::optional(20.0));
    QVERIFY(!atLeast[0].value.high);
    const auto atMost = find(tests::plainArticle(QStringLiteral("Up to 20 boats sank.")));
    QVERIFY(!atMost[0].value.low);
    QCOMPARE(atMost[0].value.high, std::optional(20.0));
    const auto unnamed = find(tests::plainArticle(QStringLiteral("Hundreds of boats sank.")));
    QVERIFY(!unnamed[0].value.value);
    QCOMPARE(unnamed[0].value.low, std::optional(200.0));
}

void QuantitiesTest::findQuantities_anyText_overlapsNeitherTimesNorItself()
{
    QString text;
    for (const QString &table : {QStringLiteral("quantities"), QStringLiteral("times")}) {
        const QList<QStringList> rows = tests::phraseTable(table);
        for (const QStringList &row : rows)
            text += row[0] + QLatin1Char(' ');
    }
    const auto annotated = tests::plainArticle(text, QStringLiteral("2024-05-14"));
    const auto times = extraction::findTimes(annotated, *m_lists);
    const auto found = extraction::findQuantities(annotated, times, *m_lists);
    QVERIFY(found.size() > 60);
    for (size_t place = 0; place < found.size(); ++place) {
        QVERIFY(place == 0 || found[place - 1].place.span.end <= found[place].place.span.begin);
        for (const model::TimeMention &time : times)
            QVERIFY(!time.place.span.overlaps(found[place].place.span));
    }
}

void QuantitiesTest::find_hostileText_staysLinear_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"1 to ", "million ", "tens of ", "Sunday ", "7 ", "'a ", "1-", "two hours and ", "\" said ", "at 7 pm on ", "a half of ", "between 3 and "})
        QTest::newRow(part) << QString::fromLatin1(part);
}

// One sentence of 10,000 such parts: quadratic work in any rule would run into the program's time limit.
void QuantitiesTest::find_hostileText_staysLinear()
{
    QFETCH(QString, part);
    const auto annotated = tests::plainArticle(part.repeated(10000), QStringLiteral("2024-05-14"));
    QVERIFY(find(annotated).size() <= 10000 * 2);
    QVERIFY(extraction::findQuotes(annotated, {}, *m_lists).size() <= 10000);
}

QTEST_GUILESS_MAIN(QuantitiesTest)
#include "quantities_test.moc"
