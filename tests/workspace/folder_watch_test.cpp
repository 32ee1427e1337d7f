#include "tests/workspace/invented_folder.h"
#include "workspace/folder_watch.h"

#include <QDir>
#include <QSignalSpy>
#include <QtTest>

using namespace variorum;
using workspace::FolderWatch;

class FolderWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void change_isToldOnceWhenQuiet_data()
    {
        QTest::addColumn<bool>("mayNotify");
        QTest::newRow("notified") << true;
        QTest::newRow("polled") << false;
    }

    void change_isToldOnceWhenQuiet()
    {
        QFETCH(bool, mayNotify);
        const tests::InventedFolder folder;
        QVERIFY(folder.write(QStringLiteral("a.txt"), "one"));
        FolderWatch watch({.quietMs = 300, .pollMs = 100, .mostFolders = 50, .mayNotify = mayNotify});
        const QSignalSpy changed(&watch, &FolderWatch::changed);
        const QSignalSpy modes(&watch, &FolderWatch::modeChanged);
        watch.watch(folder.path());
        QVERIFY(watch.mode() == (mayNotify ? FolderWatch::Mode::Notified : FolderWatch::Mode::Polled));
        QCOMPARE(modes.size(), 1);
        QTest::qWait(500);
        QCOMPARE(changed.size(), 0); // nothing happened
        for (int size = 1; size <= 8; ++size) { // a file that is being written
            QVERIFY(folder.write(QStringLiteral("b.txt"), QByteArray(size * 100, 'x')));
            QTest::qWait(60);
            QCOMPARE(changed.size(), 0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 5000);
        QTest::qWait(500);
        QCOMPARE(changed.size(), 1);
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("sub"))); // holds no file yet
        QTest::qWait(200);
        QVERIFY(folder.write(QStringLiteral("sub/c.txt"), "three"));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 5000);
        watch.watch({});
        QVERIFY(watch.mode() == FolderWatch::Mode::Off);
        QVERIFY(folder.write(QStringLiteral("d.txt"), "four"));
        QTest::qWait(600);
        QCOMPARE(changed.size(), 2);
    }

    void tooManyFolders_arePolled()
    {
        const tests::InventedFolder folder;
        for (int number = 0; number < 6; ++number)
            QVERIFY(folder.write(QStringLiteral("%1/a.txt").arg(number), "one"));
        FolderWatch watch({.quietMs = 100, .pollMs = 100, .mostFolders = 3, .mayNotify = true});
        watch.watch(folder.path());
        QVERIFY(watch.mode() == FolderWatch::Mode::Polled);
    }
};

QTEST_GUILESS_MAIN(FolderWatchTest)
#include "folder_watch_test.moc"
