// The comparisons that the metadata evaluation rests on.
#include "evaluation/metadata_measures.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

class MetadataMeasuresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldAuthors_string_givesPeople_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << u"Ann Lee"_s << u"ann lee"_s;
        QTest::newRow("by") << u"By Ann Lee"_s << u"ann lee"_s;
        QTest::newRow("name that begins with By") << u"Byron Lee"_s << u"byron lee"_s;
        QTest::newRow("list in another order") << u"Cy Ray,  Bo O\u2019Hart and Ann Lee"_s << u"ann lee+bo ohart+cy ray"_s;
        QTest::newRow("name that holds and") << u"Sandy Anders"_s << u"sandy anders"_s;
        QTest::newRow("e-mail address") << u"Ann Lee | ann@bay.example"_s << u"ann lee"_s;
        QTest::newRow("handle and address") << u"@annlee, https://bay.example/ann-lee"_s << QString();
        QTest::newRow("twice") << u"Ann Lee, ANN LEE"_s << u"ann lee"_s;
        QTest::newRow("none") << QString() << QString();
    }

    void goldAuthors_string_givesPeople()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(evaluation::goldAuthors(text).join(u'+'), expected);
    }

    void comparable_titles_areEqualInLettersAndDigits()
    {
        QCOMPARE(evaluation::comparable(u"Ferry\u2019s \u201Clast\u201D  trip\u2014owner"_s), u"ferrys last trip owner"_s);
        QVERIFY(evaluation::comparable(u"Ferry sinks"_s) != evaluation::comparable(u"Ferry sinks | The Bay"_s));
        QCOMPARE(evaluation::comparable(u"\u6E2F"_s), u"\u6E2F"_s);
    }

    void isGoldDay_dates_areComparedByDay_data()
    {
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("same day") << u"2031-03-14"_s << u"2031-03-14"_s << true;
        QTest::newRow("next day") << u"2031-03-15"_s << u"2031-03-14"_s << false;
        QTest::newRow("day as stated") << u"2031-03-14T23:30:00-05:00"_s << u"2031-03-14"_s << true;
        QTest::newRow("day in UTC") << u"2031-03-14T23:30:00-05:00"_s << u"2031-03-15"_s << true;
        QTest::newRow("neither") << u"2031-03-14T23:30:00-05:00"_s << u"2031-03-13"_s << false;
        QTest::newRow("moment") << u"2031-03-15T00:30:00+01:00"_s << u"2031-03-14T23:30:00.000Z"_s << true;
        QTest::newRow("moment of another day") << u"2031-03-14T09:30:00+01:00"_s << u"2031-03-15T23:30:00.000Z"_s << false;
        QTest::newRow("another moment of the day") << u"2031-03-14T09:30:00+09:00"_s << u"2031-03-13T15:00:00.000Z"_s << true;
        QTest::newRow("time without offset") << u"2031-03-14T23:30:00"_s << u"2031-03-14T22:30:00.000Z"_s << true;
        QTest::newRow("day that the moment has far east") << u"2031-03-15"_s << u"2031-03-14T15:00:00.000Z"_s << true;
        QTest::newRow("day that the moment has nowhere") << u"2031-03-15"_s << u"2031-03-14T09:00:00.000Z"_s << false;
        QTest::newRow("day before in no zone") << u"2031-03-13"_s << u"2031-03-14T13:00:00.000Z"_s << false;
        QTest::newRow("none found") << QString() << u"2031-03-14"_s << false;
        QTest::newRow("gold that is no date") << u"2031-03-14"_s << u"soon"_s << false;
    }

    void isGoldDay_dates_areComparedByDay()
    {
        QFETCH(QString, found);
        QFETCH(QString, gold);
        QFETCH(bool, isRight);
        QCOMPARE(evaluation::isGoldDay(model::NewsDate::fromIsoString(found), gold), isRight);
    }
};

QTEST_GUILESS_MAIN(MetadataMeasuresTest)
#include "metadata_measures_test.moc"
