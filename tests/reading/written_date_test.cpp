#include "reading/written_date.h"

#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

QString printed(const std::optional<model::NewsDate> &date) { return date ? date->toString() : u"none"_s; }

} // namespace

class WrittenDateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writtenDate_forms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("date");
        const auto row = [](const char *text, const char *date) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(date); };
        row("2031-03-14", "2031-03-14");
        row("20310314", "2031-03-14");
        row("2031-03-14T09:05", "2031-03-14T09:05:00");
        row("2031-03-14T09:05:30.123Z", "2031-03-14T09:05:30+00:00");
        row("2031-03-14 09:05:30 +0530", "2031-03-14T09:05:30+05:30");
        row("2031-03-14T09:05:30-05:00", "2031-03-14T09:05:30-05:00");
        row("2031-03-14T09:05:30+02", "2031-03-14T09:05:30+02:00");
        row("Fri, 14 Mar 2031 09:05:30 +0100", "2031-03-14T09:05:30+01:00");
        row("Fri, 14 Mar 2031 09:05:30 GMT", "2031-03-14T09:05:30+00:00");
        row("14 March 2031", "2031-03-14");
        row("14th of March, 2031", "2031-03-14");
        row("March 14, 2031", "2031-03-14");
        row("Mar. 14, 2031", "2031-03-14");
        row("Sept. 3, 2031", "2031-09-03");
        row("Friday, March 14, 2031", "2031-03-14");
        row("March 14, 2031 8:30 pm EDT", "2031-03-14T20:30:00-04:00");
        row("March 14, 2031 at 12:10 a.m. ET", "2031-03-14T00:10:00-04:00");
        row("09:30, 14 March 2031", "2031-03-14T09:30:00");
        row("September,12,2031", "2031-09-12");
        row("14/03/2031", "2031-03-14");
        row("03/14/2031", "2031-03-14");
        row("04/03/2031", "none");
        row("03/04/2031 05:07 AM EST", "2031-03-04T05:07:00-05:00");
        row("03/04/2031 9:05 pm", "none"); // an hour is no sign of who wrote it
        row("January 14, 2031 5:15 p.m. ET", "2031-01-14T17:15:00-05:00");
        row("November 2, 2031 5:15 p.m. PT", "2031-11-02T17:15:00-08:00");
        row("April 2, 2006 5:15 p.m. ET", "2006-04-02T17:15:00-04:00");
        row("March 14, 2006 5:15 p.m. ET", "2006-03-14T17:15:00-05:00");
        row("March 14, 2031 5:15pm AEDT", "2031-03-14T17:15:00+11:00");
        row("14 March 2031 17:15 ACST", "2031-03-14T17:15:00+09:30");
        row("14 March 2031 17:15 IST", "2031-03-14T17:15:00");
        row("14 March 2031 17:15 CST", "2031-03-14T17:15:00");
        row("Fri, 14 Mar 31 09:05:30 +0100", "2031-03-14T09:05:30+01:00");
        row("14 Mar 99 09:05 GMT", "1999-03-14T09:05:00+00:00");
        row("14 Mar 31", "none");
        row("Friday, Mar. 14, 2031 | 2 a.m.", "2031-03-14T02:00:00");
        row("March 14, 2031 at 12 pm", "2031-03-14T12:00:00");
        row("2031/03/14", "2031-03-14");
        row("2031.3.14 9:05", "2031-03-14T09:05:00");
        row("Fri Mar 14 09:05:30 EDT 2031", "2031-03-14T09:05:30-04:00");
        row("2031-03-14T09:05:30CDT", "2031-03-14T09:05:30-05:00");
        row("9:05 AM EST, Fri March 14, 2031", "2031-03-14T09:05:00-05:00");
        row("2031\u5E743\u670814\u65E5", "2031-03-14");
        row("2031\u5E743\u670814\u65E5\uFF08\u91D1\uFF09 09:05", "2031-03-14T09:05:00");
        row("14. M\u00E4rz 2031", "2031-03-14");
        row("14 de marzo de 2031", "2031-03-14");
        row("1er ao\u00FBt 2031", "2031-08-01");
        row("14 Mark 2031", "none");
        row("2031.3.14.9", "none");
        row("2031-02-30", "none");
        row("March 2031", "none");
        row("14 March", "none");
        row("It happened on 14 March 2031", "none");
        row("tomorrow", "none");
        row("0001-01-01T00:00:00", "none");
        row("", "none");
    }

    void writtenDate_forms()
    {
        QFETCH(QString, text);
        QFETCH(QString, date);
        QCOMPARE(printed(reading::writtenDate(text)), date);
    }

    void writtenDate_habits_decide_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("date");
        const auto row = [](const char *text, const char *country, const char *date) { QTest::addRow("%s in %s", text, country) << QString::fromLatin1(text) << QString::fromLatin1(country) << QString::fromLatin1(date); };
        row("14 March 2031 17:15 IST", "IN", "2031-03-14T17:15:00+05:30");
        row("14 March 2031 17:15 IST", "IL", "2031-03-14T17:15:00+02:00");
        row("14 March 2031 17:15 IST", "FR", "2031-03-14T17:15:00");
        row("14 July 2031 17:15 BST", "GB", "2031-07-14T17:15:00+01:00");
        row("14 July 2031 17:15 BST", "BD", "2031-07-14T17:15:00+06:00");
        row("14 March 2031 17:15 CST", "US", "2031-03-14T17:15:00-06:00");
        row("14 March 2031 17:15 CST", "CN", "2031-03-14T17:15:00+08:00");
        row("14 March 2031 17:15 EST", "AU", "2031-03-14T17:15:00+10:00");
        row("05/03/2031", "GB", "2031-03-05");
        row("05/03/2031", "US", "2031-05-03");
        row("05/03/2031", "CA", "none");
        row("13/03/2031", "US", "2031-03-13");
    }

    void writtenDate_habits_decide()
    {
        QFETCH(QString, text);
        QFETCH(QString, country);
        QFETCH(QString, date);
        QCOMPARE(printed(reading::writtenDate(text, {.isDayFirst = reading::isDayFirstIn(country), .country = country})), date);
    }

    void dayOrderWithin_texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("order"); // 1 day first, 0 month first, -1 not told
        QTest::newRow("day") << u"From 05/03/2031 to 14/03/2031"_s << 1;
        QTest::newRow("month") << u"From 05/03/2031 to 03/14/2031"_s << 0;
        QTest::newRow("neither") << u"From 05/03/2031 to 06/03/2031"_s << -1;
        QTest::newRow("both") << u"14/03/2031 is 03/14/2031"_s << -1;
        QTest::newRow("no date") << u"It is 40/50 or 1/2."_s << -1;
    }

    void dayOrderWithin_texts()
    {
        QFETCH(QString, text);
        QFETCH(int, order);
        const std::optional<bool> isDayFirst = reading::dayOrderWithin(text);
        QCOMPARE(isDayFirst ? (*isDayFirst ? 1 : 0) : -1, order);
    }

    void dateWithin_lines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("date");
        QTest::newRow("after words") << u"Updated on 14 March 2031 by Ann Lee"_s << u"2031-03-14"_s;
        QTest::newRow("first of two") << u"March 14, 2031 (updated March 15, 2031)"_s << u"2031-03-14"_s;
        QTest::newRow("iso") << u"posted 2031-03-14T10:00Z in news"_s << u"2031-03-14T10:00:00+00:00"_s;
        QTest::newRow("none") << u"It may be in 2031"_s << u"none"_s;
    }

    void dateWithin_lines()
    {
        QFETCH(QString, text);
        QFETCH(QString, date);
        QCOMPARE(printed(reading::dateWithin(text)), date);
    }

    void dateInAddress_paths_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("date");
        QTest::newRow("slashes") << u"https://bay.example/news/2031/03/14/ferry"_s << u"2031-03-14"_s;
        QTest::newRow("month name") << u"https://bay.example/2025/mar/14/ferry"_s << u"2025-03-14"_s;
        QTest::newRow("hyphens") << u"https://bay.example/ferry-2025-03-14.html"_s << u"2025-03-14"_s;
        QTest::newRow("number") << u"https://bay.example/20250314123/ferry"_s << u"none"_s;
    }

    void dateInAddress_paths()
    {
        QFETCH(QString, url);
        QFETCH(QString, date);
        QCOMPARE(printed(reading::dateInAddress(url)), date);
    }
};

QTEST_GUILESS_MAIN(WrittenDateTest)
#include "written_date_test.moc"
