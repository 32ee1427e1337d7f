#include "base/text_span.h"

#include <QtTest>

using variorum::base::TextSpan;

class TextSpanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spans_halfOpen_meetAndHold_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<bool>("overlaps");
        QTest::addColumn<bool>("held");
        QTest::addColumn<int>("shared");
        QTest::newRow("same") << 10 << 20 << true << true << 10;
        QTest::newRow("inside") << 12 << 15 << true << true << 3;
        QTest::newRow("touching before") << 5 << 10 << false << false << 0;
        QTest::newRow("touching after") << 20 << 25 << false << false << 0;
        QTest::newRow("across the begin") << 5 << 11 << true << false << 1;
        QTest::newRow("around") << 0 << 30 << true << false << 10;
        QTest::newRow("far") << 40 << 50 << false << false << 0;
    }

    void spans_halfOpen_meetAndHold()
    {
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(bool, overlaps);
        QFETCH(bool, held);
        QFETCH(int, shared);
        const TextSpan fixed{10, 20};
        const TextSpan other{begin, end};
        QCOMPARE(fixed.overlaps(other), overlaps);
        QCOMPARE(other.overlaps(fixed), overlaps);
        QCOMPARE(fixed.contains(other), held);
        QCOMPARE(fixed.overlapLength(other), qsizetype(shared));
        QVERIFY(fixed.united(other).contains(fixed));
        QVERIFY(fixed.united(other).contains(other));
    }
};

QTEST_GUILESS_MAIN(TextSpanTest)
#include "text_span_test.moc"
