#include "workspace/parallel.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace variorum;

class ParallelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tasks_onAnyThreadCount_allRunOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("threads");
        QTest::newRow("none") << 0 << 2;
        QTest::newRow("one") << 1 << 4;
        QTest::newRow("more than threads") << 1000 << 3;
        QTest::newRow("fewer than threads") << 2 << 16;
        QTest::newRow("a thread a core") << 50 << 0;
    }

    void tasks_onAnyThreadCount_allRunOnce()
    {
        QFETCH(int, count);
        QFETCH(int, threads);
        std::vector<std::atomic<int>> runs(static_cast<size_t>(count));
        int told = 0;
        const auto caller = std::this_thread::get_id();
        const bool whole = workspace::forEachInParallel(
            count, threads, [&](int place) { ++runs[static_cast<size_t>(place)]; },
            [&](int done) {
                QVERIFY(std::this_thread::get_id() == caller);
                QVERIFY(done > told);
                told = done;
            },
            {});
        QVERIFY(whole);
        QCOMPARE(told, count);
        for (const std::atomic<int> &each : runs)
            QCOMPARE(each.load(), 1);
    }

    void stop_whileRunning_leavesTheRest()
    {
        std::stop_source source;
        std::atomic<int> ran = 0;
        const bool whole = workspace::forEachInParallel(
            10000, 2,
            [&](int) {
                if (++ran == 5)
                    source.request_stop();
            },
            {}, source.get_token());
        QVERIFY(!whole);
        QVERIFY(ran.load() < 10000);
    }
};

QTEST_GUILESS_MAIN(ParallelTest)
#include "parallel_test.moc"
