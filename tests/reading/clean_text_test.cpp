#include "reading/clean_text.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

QString fromUnits(std::initializer_list<char16_t> units)
{
    QString text;
    for (const char16_t unit : units)
        text += QChar(unit);
    return text;
}

} // namespace

class CleanTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanCharacters_oddCharacters_becomeClean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        QTest::newRow("line ends") << u"a\r\nb\rc\nd"_s << u"a\nb\nc\nd"_s;
        QTest::newRow("separators") << fromUnits({u'a', 0x2028, u'b', 0x2029, u'c', 0x85, u'd'}) << u"a\nb\nc\nd"_s;
        QTest::newRow("mark and zero") << fromUnits({0xFEFF, u'a', 0, u'b', 0xFEFF}) << u"ab"_s;
        QTest::newRow("controls") << fromUnits({u'a', 1, 0x1B, 0x7F, 0x9F, u'b', u'\t'}) << u"ab\t"_s;
        QTest::newRow("lone high half") << fromUnits({u'a', 0xD83D, u'b'}) << u"a\uFFFDb"_s;
        QTest::newRow("lone low half") << fromUnits({0xDE00, u'b'}) << u"\uFFFDb"_s;
        QTest::newRow("high half last") << fromUnits({u'b', 0xD83D}) << u"b\uFFFD"_s;
        QTest::newRow("pair stays") << u"\U0001F600"_s << u"\U0001F600"_s;
        QTest::newRow("non-character") << fromUnits({0xFFFE, 0xFDD0, 0xFFFF}) << u"\uFFFD\uFFFD\uFFFD"_s;
        QTest::newRow("non-character pair") << fromUnits({0xD83F, 0xDFFF}) << u"\uFFFD"_s;
        QTest::newRow("no-break space") << u"10\u00A0km\u2009h"_s << u"10 km h"_s;
        QTest::newRow("invisible") << u"har\u00ADbour\u200B"_s << u"harbour"_s;
        QTest::newRow("not composed") << u"e\u0301"_s << u"e\u0301"_s;
        QTest::newRow("joiner stays") << u"\U0001F468\u200D\U0001F469"_s << u"\U0001F468\u200D\U0001F469"_s;
    }

    void cleanCharacters_oddCharacters_becomeClean()
    {
        QFETCH(QString, text);
        QFETCH(QString, clean);
        QCOMPARE(reading::cleanCharacters(text), clean);
    }

    void cleanCharacters_faithful_keepsSpacesAndInvisible()
    {
        QCOMPARE(reading::cleanCharacters(u"a\u00A0b\u00AD\r\n"_s, reading::Cleaning::Faithful), u"a\u00A0b\u00AD\n"_s);
    }

    void cleanCharacters_anyUnits_areCleanAndStayWhenCleanedAgain()
    {
        const quint32 seed = 20310314;
        QRandomGenerator random(seed);
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int at = 0; at < 60; ++at)
                text += QChar(static_cast<char16_t>(random.bounded(3) == 0 ? 0xD7F0 + random.bounded(0x820) : random.bounded(0x10000)));
            const QString clean = reading::cleanCharacters(text);
            QVERIFY2(reading::isClean(clean), qPrintable(u"seed %1 round %2"_s.arg(seed).arg(round)));
            QCOMPARE(reading::cleanCharacters(clean), clean);
            QCOMPARE(QString::fromUtf8(clean.toUtf8()), clean);
        }
    }
};

QTEST_GUILESS_MAIN(CleanTextTest)
#include "clean_text_test.moc"
