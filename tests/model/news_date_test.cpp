#include "model/news_date.h"

#include <QtTest>

using variorum::model::NewsDate;

class NewsDateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isoText_read_isPrintedAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed"); // empty: not a date
        QTest::addColumn<QString>("utc");
        QTest::newRow("day") << "2023-09-12" << "2023-09-12" << "2023-09-12T00:00:00Z";
        QTest::newRow("no offset") << "2023-09-12T08:30" << "2023-09-12T08:30:00" << "2023-09-12T08:30:00Z";
        QTest::newRow("zulu") << "2023-09-12T08:30:05Z" << "2023-09-12T08:30:05+00:00" << "2023-09-12T08:30:05Z";
        QTest::newRow("east") << "2023-09-12T01:30:00+05:30" << "2023-09-12T01:30:00+05:30" << "2023-09-11T20:00:00Z";
        QTest::newRow("west without colon") << "2023-09-12T22:30:00-0500" << "2023-09-12T22:30:00-05:00" << "2023-09-13T03:30:00Z";
        QTest::newRow("fraction, space") << "2023-09-12 08:30:05.123 +01:00" << "2023-09-12T08:30:05+01:00" << "2023-09-12T07:30:05Z";
        QTest::newRow("no such day") << "2023-02-30" << "" << "";
        QTest::newRow("no such hour") << "2023-02-20T25:00" << "" << "";
        QTest::newRow("words") << "12 September 2023" << "" << "";
        QTest::newRow("trailing") << "2023-09-12x" << "" << "";
    }

    void isoText_read_isPrintedAgain()
    {
        QFETCH(QString, text);
        QFETCH(QString, printed);
        QFETCH(QString, utc);
        const auto date = NewsDate::fromIsoString(text);
        QCOMPARE(date.has_value(), !printed.isEmpty());
        if (!date)
            return;
        QCOMPARE(date->toString(), printed);
        QCOMPARE(date->utcForOrdering().toString(Qt::ISODate), utc);
        QCOMPARE(NewsDate::fromIsoString(printed), date);
    }
};

QTEST_GUILESS_MAIN(NewsDateTest)
#include "news_date_test.moc"
