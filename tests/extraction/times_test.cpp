#include "extraction/times/times.h"
#include "extraction/plain_annotation.h"
#include "model/names.h"

#include <QtTest>

using namespace variorum;

class TimesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findTimes_phrase_givesValues_data();
    void findTimes_phrase_givesValues();
    void findTimes_partOfDay_givesInterval();
    void findTimes_inferredDate_isMarked();
    void findTimes_datelineWithoutYear_resolvesTodayOnly();
    void findTimes_anyText_doesNotOverlap();

private:
    QString printedTimes(const extraction::AnnotatedArticle &annotated) const;

    std::unique_ptr<const language::WordLists> m_lists;
};

void TimesTest::initTestCase()
{
    auto lists = language::WordLists::load(QStringLiteral(VARIORUM_SOURCE_DIR "/resources/lexicon"));
    QVERIFY(lists.hasValue());
    m_lists = std::move(lists.value());
}

QString TimesTest::printedTimes(const extraction::AnnotatedArticle &annotated) const
{
    QStringList parts;
    for (const model::TimeMention &mention : extraction::findTimes(annotated, *m_lists)) {
        const base::TextSpan span = mention.place.span;
        parts.append(annotated.article.text.sliced(span.begin, span.length()) + QLatin1Char('=') + model::printed(mention.value));
    }
    return parts.isEmpty() ? QStringLiteral("-") : parts.join(QLatin1String(" | "));
}

void TimesTest::findTimes_phrase_givesValues_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("expected");
    const QList<QStringList> rows = tests::phraseTable(QStringLiteral("times"));
    QVERIFY(rows.size() > 60);
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), 3);
        QTest::newRow(qPrintable(row[0] + row[1])) << row[0] << (row[1] == QLatin1String("-") ? QString() : row[1]) << row[2];
    }
}

void TimesTest::findTimes_phrase_givesValues()
{
    QFETCH(QString, phrase);
    QFETCH(QString, published);
    QFETCH(QString, expected);
    QCOMPARE(printedTimes(tests::plainArticle(phrase, published)), expected);
}

void TimesTest::findTimes_partOfDay_givesInterval()
{
    const auto found = extraction::findTimes(tests::plainArticle(QStringLiteral("The bridge fell on Sunday afternoon."), QStringLiteral("2024-05-14")), *m_lists);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].value.from->toString(Qt::ISODate), QStringLiteral("2024-05-12T12:00:00Z"));
    QCOMPARE(found[0].value.to->toString(Qt::ISODate), QStringLiteral("2024-05-12T18:00:00Z"));
    QVERIFY(!found[0].value.fromInferredDate);
}

void TimesTest::findTimes_inferredDate_isMarked()
{
    const auto found = extraction::findTimes(tests::plainArticle(QStringLiteral("It closed on Monday, after it opened in 2019."), QStringLiteral("~2024-05-14")), *m_lists);
    QCOMPARE(found.size(), size_t(2));
    QVERIFY(found[0].value.fromInferredDate);
    QVERIFY(!found[1].value.fromInferredDate);
}

void TimesTest::findTimes_datelineWithoutYear_resolvesTodayOnly()
{
    auto annotated = tests::plainArticle(QStringLiteral("The talks began today and end next week."));
    annotated.article.dateline = QStringLiteral("Lisbon, March 3");
    QCOMPARE(printedTimes(annotated), QStringLiteral("today=XXXX-03-03 | next week="));
}

void TimesTest::findTimes_anyText_doesNotOverlap()
{
    QString text;
    const QList<QStringList> rows = tests::phraseTable(QStringLiteral("times"));
    for (const QStringList &row : rows)
        text += row[0] + QLatin1Char(' ');
    const auto found = extraction::findTimes(tests::plainArticle(text, QStringLiteral("2024-05-14")), *m_lists);
    QVERIFY(found.size() > 60);
    for (size_t place = 1; place < found.size(); ++place)
        QVERIFY(found[place - 1].place.span.end <= found[place].place.span.begin);
}

QTEST_GUILESS_MAIN(TimesTest)
#include "times_test.moc"
