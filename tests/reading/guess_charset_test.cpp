#include "reading/guess_charset.h"

#include "reading/charset.h"
#include "reading/writing_plausibility.h"

#include <QStringEncoder>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

const QString kEnglish = u"The crew \u201Cdid all it could\u201D \u2013 the harbour\u2019s master said so\u2026 It costs \u00A320."_s;
const QString kHungarian = u"A komp reggel kilenckor indult el a kik\u00F6t\u0151b\u0151l, \u00E9s azt\u00E1n elt\u0171nt az \u00F6b\u00F6lben, mondta az igazgat\u00F3. A k\u00F6vetkez\u0151 napokban er\u0151s sz\u00E9l v\u00E1rhat\u00F3."_s;
const QString kGreek = u"\u03A4\u03BF \u03C0\u03BB\u03BF\u03AF\u03BF \u03B2\u03C5\u03B8\u03AF\u03C3\u03C4\u03B7\u03BA\u03B5 \u03C3\u03C4\u03BF \u03BB\u03B9\u03BC\u03AC\u03BD\u03B9 \u03C4\u03B7\u03C2 \u03C0\u03CC\u03BB\u03B7\u03C2."_s;
const QString kRussian = u"\u041F\u0430\u0440\u043E\u043C \u0432\u044B\u0448\u0435\u043B \u0438\u0437 \u043F\u043E\u0440\u0442\u0430 \u0432 \u0434\u0435\u0432\u044F\u0442\u044C \u0447\u0430\u0441\u043E\u0432 \u0443\u0442\u0440\u0430 \u0438 \u043D\u0435 \u0432\u0435\u0440\u043D\u0443\u043B\u0441\u044F."_s;
const QString kJapanese = u"\u30D5\u30A7\u30EA\u30FC\u306F\u4E5D\u6642\u306B\u6E2F\u3092\u51FA\u3066\u3001\u623B\u3089\u306A\u304B\u3063\u305F\u3002"_s;
const QString kKorean = u"\uC5EC\uAC1D\uC120\uC774 \uC544\uD649 \uC2DC\uC5D0 \uD56D\uAD6C\uB97C \uB5A0\uB098 \uB3CC\uC544\uC624\uC9C0 \uC54A\uC558\uB2E4."_s;
const QString kChinese = u"\u6E21\u8F6E\u4E5D\u70B9\u79BB\u5F00\u6E2F\u53E3\uFF0C\u6CA1\u6709\u8FD4\u56DE\u3002\u6D77\u5CB8\u8B66\u536B\u961F\u6B63\u5728\u641C\u7D22\u3002"_s;
const QString kHebrew = u"\u05D4\u05DE\u05E2\u05D1\u05D5\u05E8\u05EA \u05D9\u05E6\u05D0\u05D4 \u05DE\u05D4\u05E0\u05DE\u05DC \u05D1\u05EA\u05E9\u05E2 \u05D1\u05D1\u05D5\u05E7\u05E8 \u05D5\u05DC\u05D0 \u05D7\u05D6\u05E8\u05D4."_s;

QByteArray encoded(const QString &text, const char *charset)
{
    QStringEncoder encoder(charset, QStringConverter::Flag::Stateless);
    return encoder.encode(text);
}

} // namespace

class GuessCharsetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decode_undeclared_givesTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("charset");
        const auto row = [](const char *language, const QString &text, std::initializer_list<const char *> charsets) {
            for (const char *const charset : charsets)
                QTest::addRow("%s in %s", language, charset) << text << QByteArray(charset);
        };
        row("English", kEnglish, {"windows-1252", "macintosh", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"});
        row("Hungarian", kHungarian, {"windows-1250", "iso-8859-2"});
        row("Greek", kGreek, {"windows-1253", "iso-8859-7", "UTF-32LE"});
        row("Russian", kRussian, {"windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic", "UTF-16LE", "UTF-16BE"});
        row("Japanese", kJapanese, {"Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-32BE"});
        row("Korean", kKorean, {"windows-949", "ISO-2022-KR", "UTF-16BE"});
        row("Chinese", kChinese, {"GB18030"});
        row("Hebrew", kHebrew, {"windows-1255", "iso-8859-8"});
    }

    void decode_undeclared_givesTheText()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, charset);
        QCOMPARE(reading::decode(encoded(text, charset.constData())).text, text);
    }

    void decode_declarationThatIsPlainlyWrong_isOverruledWithDoubt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("declared");
        QTest::newRow("Russian as iso-8859-1") << kRussian << QByteArray("windows-1251") << QByteArray("iso-8859-1");
        QTest::newRow("Japanese as iso-8859-1") << kJapanese << QByteArray("Shift_JIS") << QByteArray("iso-8859-1");
        QTest::newRow("Russian in koi8 as windows-1251") << kRussian << QByteArray("koi8-r") << QByteArray("windows-1251");
    }

    void decode_declarationThatIsPlainlyWrong_isOverruledWithDoubt()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, charset);
        QFETCH(QByteArray, declared);
        const reading::Decoded decoded = reading::decode(encoded(text, charset.constData()), declared);
        QCOMPARE(decoded.text, text);
        QVERIFY(decoded.isDoubtful);
    }

    void decode_declarationThatFits_decidesWhatTheTextLeavesOpen_data()
    {
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QString>("text");
        QTest::newRow("Western") << QByteArray("windows-1252") << u"Espa\u00F1a"_s;
        QTest::newRow("Polish") << QByteArray("windows-1250") << u"Espa\u0144a"_s;
        QTest::newRow("Baltic") << QByteArray("windows-1257") << u"Espa\u0144a"_s;
    }

    void decode_declarationThatFits_decidesWhatTheTextLeavesOpen()
    {
        QFETCH(QByteArray, declared);
        QFETCH(QString, text);
        const reading::Decoded decoded = reading::decode("Espa\xF1"
                                                         "a",
                                                         declared);
        QCOMPARE(decoded.text, text);
        QCOMPARE(decoded.charset.toLatin1(), declared);
        QVERIFY(!decoded.isDoubtful);
    }

    void decode_randomBytes_areDoubtful()
    {
        QByteArray bytes;
        for (int at = 0; at < 400; ++at)
            bytes += static_cast<char>(0x80 + (at * 89 + at * at * 7) % 0x80);
        QVERIFY(reading::decode(bytes).isDoubtful);
    }

    void characterPlausibility_ofReadings_tellsRightFromWrong_data()
    {
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("script in a word") << u"d\u00E9j\u00E0"_s << u"d\u0449j\u0440"_s;
        QTest::newRow("capital in a word") << u"caf\u00E9"_s << u"caf\u00C9"_s;
        QTest::newRow("quotation marks") << u"a \u201Cword\u201D b"_s << u"a \u201Dword\u201C b"_s;
        QTest::newRow("euro") << u"20 \u20AC"_s << u"20 \u00A4"_s;
        QTest::newRow("sigma") << u"\u03BB\u03CC\u03B3\u03BF\u03C2"_s << u"\u03BB\u03CC\u03B3\u03BF\u03C3"_s;
        QTest::newRow("Thai vowel") << u"\u0E40\u0E23\u0E37\u0E2D"_s << u"\u0E23\u0E37\u0E2D\u0E40"_s;
        QTest::newRow("ideograph in a word") << u"I\u2019d been"_s << u"I\u6D84been"_s;
        QTest::newRow("control") << u"it\u2019s"_s << u"it\u0092s"_s;
    }

    void characterPlausibility_ofReadings_tellsRightFromWrong()
    {
        QFETCH(QString, right);
        QFETCH(QString, wrong);
        QVERIFY(reading::characterPlausibility(right) > reading::characterPlausibility(wrong) + 0.3);
    }

    void characterPlausibility_ofAscii_isNothing() { QCOMPARE(reading::characterPlausibility(u"ferry"), 0.0); }
};

QTEST_GUILESS_MAIN(GuessCharsetTest)
#include "guess_charset_test.moc"
