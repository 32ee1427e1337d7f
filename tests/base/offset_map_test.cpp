#include "base/offset_map.h"

#include <QRandomGenerator>
#include <QtTest>

using variorum::base::OffsetMap;

class OffsetMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offsets_inKnownTexts_areCodePoints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("utf16");
        QTest::addColumn<qsizetype>("codePoint");
        const QString emoji = QStringLiteral("a\U0001F600b");
        QTest::newRow("empty") << QString() << qsizetype(0) << qsizetype(0);
        QTest::newRow("ascii") << QStringLiteral("abc") << qsizetype(2) << qsizetype(2);
        QTest::newRow("before the pair") << emoji << qsizetype(1) << qsizetype(1);
        QTest::newRow("after the pair") << emoji << qsizetype(3) << qsizetype(2);
        QTest::newRow("end") << emoji << qsizetype(4) << qsizetype(3);
        QTest::newRow("two pairs") << emoji + emoji << qsizetype(7) << qsizetype(5);
    }

    void offsets_inKnownTexts_areCodePoints()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, utf16);
        QFETCH(qsizetype, codePoint);
        const OffsetMap map(text);
        QCOMPARE(map.toCodePoint(utf16), codePoint);
        QCOMPARE(map.toUtf16(codePoint), utf16);
    }

    /// The fast way and the plain one agree on random texts.
    void offsets_inRandomTexts_agreeWithCounting()
    {
        QRandomGenerator random(20240314);
        for (int round = 0; round < 200; ++round) {
            QString text;
            for (quint32 length = random.bounded(60U); length > 0; --length)
                text += random.bounded(3) == 0 ? QStringLiteral("\U0001F6A2") : QStringLiteral("x");
            const OffsetMap map(text);
            qsizetype codePoint = 0;
            for (qsizetype at = 0; at <= text.size(); ++at) {
                if (at < text.size() && text[at].isLowSurrogate())
                    continue;
                QCOMPARE(map.toCodePoint(at), codePoint);
                QCOMPARE(map.toUtf16(codePoint), at);
                ++codePoint;
            }
        }
    }
};

QTEST_GUILESS_MAIN(OffsetMapTest)
#include "offset_map_test.moc"
