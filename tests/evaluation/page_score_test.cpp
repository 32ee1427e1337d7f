#include "evaluation/page_score.h"

#include <QtTest>

using namespace variorum::evaluation;

class PageScoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsOf_text_givesRunsOfLetters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("punctuation parts") << QStringLiteral("The ferry's owner, 3.5 km off") << QStringLiteral("The|ferry|s|owner|3|5|km|off");
        QTest::newRow("underscore joins") << QStringLiteral("ad_1 end") << QStringLiteral("ad_1|end");
        QTest::newRow("letters of all scripts") << QStringLiteral("caf\u00E9 \u6771\u4EAC \U00010330\U00010331!") << QStringLiteral("caf\u00E9|\u6771\u4EAC|\U00010330\U00010331");
        QTest::newRow("no word") << QStringLiteral(" \u2013 \U0001F6A2 ") << QString();
    }

    void wordsOf_text_givesRunsOfLetters()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(wordsOf(text).join(QLatin1Char('|')), words);
    }

    void scoreText_pairs_haveTheirShares_data()
    {
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QString>("read");
        QTest::addColumn<int>("runLength");
        QTest::addColumn<double>("precision");
        QTest::addColumn<double>("recall");
        const auto row = [](const char *name, const char *gold, const char *read, int runLength, double precision, double recall) {
            QTest::newRow(name) << QString::fromLatin1(gold) << QString::fromLatin1(read) << runLength << precision << recall;
        };
        row("same", "a b c d e", "a b, c d e.", 4, 1.0, 1.0);
        row("one word more", "a b c d e", "a b c d e f", 4, 2.0 / 3.0, 1.0);
        row("half", "a b c d e f g h", "a b c d e", 4, 1.0, 2.0 / 5.0);
        row("another order shares no run", "a b c d e", "e d c b a", 4, 0.0, 0.0);
        row("case counts", "Ferry sinks", "ferry sinks", 1, 0.5, 0.5);
        row("shorter than a run", "a b", "a b", 4, 1.0, 1.0);
        row("shorter than a run, other", "a b", "a b c", 4, 0.0, 0.0);
        row("repeated counts once a time", "a b", "a a b b", 1, 0.5, 1.0);
        row("nothing read", "a b c", "", 4, 0.0, 0.0);
        row("nothing wanted", "", "a", 4, 0.0, 1.0);
        row("nothing at all", "", "", 4, 1.0, 1.0);
    }

    void scoreText_pairs_haveTheirShares()
    {
        QFETCH(QString, gold);
        QFETCH(QString, read);
        QFETCH(int, runLength);
        QFETCH(double, precision);
        QFETCH(double, recall);
        const TextScore score = scoreText(gold, read, runLength);
        QCOMPARE(score.precision, precision);
        QCOMPARE(score.recall, recall);
    }

    void meanScore_ofPages_makesF1OfTheMeans()
    {
        MeanScore mean;
        QCOMPARE(mean.mean().f1(), 0.0);
        mean.add({1.0, 0.5});
        mean.add({0.5, 0.5});
        QCOMPARE(mean.pages(), 2);
        QCOMPARE(mean.mean().precision, 0.75);
        QCOMPARE(mean.mean().recall, 0.5);
        QCOMPARE(mean.mean().f1(), 0.6); // the mean of the pages' own F1 would be 0.583
    }

    void placeOf_excerpt_isFoundByItsWords_data()
    {
        QTest::addColumn<QString>("excerpt");
        QTest::addColumn<int>("place");
        QTest::newRow("start") << QStringLiteral("THE FERRY\u2019S owner ...") << static_cast<int>(ExcerptPlace::AtStart);
        QTest::newRow("inside") << QStringLiteral("said nothing") << static_cast<int>(ExcerptPlace::Inside);
        QTest::newRow("half a word is not there") << QStringLiteral("said noth") << static_cast<int>(ExcerptPlace::Absent);
        QTest::newRow("absent") << QStringLiteral("the captain") << static_cast<int>(ExcerptPlace::Absent);
        QTest::newRow("empty") << QStringLiteral("...") << static_cast<int>(ExcerptPlace::Absent);
    }

    void placeOf_excerpt_isFoundByItsWords()
    {
        QFETCH(QString, excerpt);
        QFETCH(int, place);
        QCOMPARE(static_cast<int>(placeOf(excerpt, u"The ferry's owner said nothing.")), place);
    }
};

QTEST_GUILESS_MAIN(PageScoreTest)
#include "page_score_test.moc"
