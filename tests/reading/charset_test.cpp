#include "reading/charset.h"

#include "reading_support.h"

#include <QStringEncoder>
#include <QtTest>

using namespace variorum;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const QString &text, const char *charset)
{
    QStringEncoder encoder(charset);
    return encoder.encode(text);
}

const QString kFrench = u"Le ferry a quitt\u00E9 le port \u00E0 neuf heures, d\u00E9j\u00E0 tr\u00E8s charg\u00E9, a dit la soci\u00E9t\u00E9."_s;
const QString kRussian = u"\u041F\u0430\u0440\u043E\u043C \u0432\u044B\u0448\u0435\u043B \u0438\u0437 \u043F\u043E\u0440\u0442\u0430 \u0432 \u0434\u0435\u0432\u044F\u0442\u044C \u0447\u0430\u0441\u043E\u0432 \u0443\u0442\u0440\u0430 \u0438 \u043D\u0435 \u0432\u0435\u0440\u043D\u0443\u043B\u0441\u044F."_s;

} // namespace

class CharsetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decode_bytes_giveTextAndCharset_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("charset");
        QTest::addColumn<bool>("isDoubtful");
        const QByteArray none;
        QTest::newRow("ascii") << QByteArray("ferry") << none << u"ferry"_s << u"UTF-8"_s << false;
        QTest::newRow("utf-8") << kFrench.toUtf8() << none << kFrench << u"UTF-8"_s << false;
        QTest::newRow("utf-8 mark") << QByteArray("\xEF\xBB\xBF") + kFrench.toUtf8() << none << kFrench << u"UTF-8"_s << false;
        QTest::newRow("utf-8 declared as latin") << kFrench.toUtf8() << QByteArray("iso-8859-1") << kFrench << u"UTF-8"_s << false;
        QTest::newRow("utf-16le mark") << QByteArray("\xFF\xFE") + encoded(kRussian, "UTF-16LE") << none << kRussian << u"UTF-16LE"_s << false;
        QTest::newRow("utf-16be mark") << QByteArray("\xFE\xFF") + encoded(kRussian, "UTF-16BE") << none << kRussian << u"UTF-16BE"_s << false;
        QTest::newRow("utf-16le without mark") << encoded(kFrench, "UTF-16LE") << none << kFrench << u"UTF-16LE"_s << false;
        QTest::newRow("utf-16be without mark") << encoded(kFrench, "UTF-16BE") << none << kFrench << u"UTF-16BE"_s << false;
        QTest::newRow("latin-1 is windows-1252") << QByteArray("caf\xE9 \x93quoted\x94") << QByteArray("ISO-8859-1") << u"caf\u00E9 \u201Cquoted\u201D"_s << u"windows-1252"_s << false;
        QTest::newRow("ascii that is not") << QByteArray("caf\xE9") << QByteArray("us-ascii") << u"caf\u00E9"_s << u"windows-1252"_s << false;
        QTest::newRow("windows-1251 declared") << encoded(kRussian, "windows-1251") << QByteArray("windows-1251") << kRussian << u"windows-1251"_s << false;
        QTest::newRow("koi8-r declared") << encoded(kRussian, "KOI8-R") << QByteArray("koi8-r") << kRussian << u"koi8-r"_s << false;
        QTest::newRow("windows-1251 detected") << encoded(kRussian, "windows-1251") << none << kRussian << u"windows-1251"_s << false;
        QTest::newRow("shift-jis declared") << encoded(u"\u30D5\u30A7\u30EA\u30FC\u304C\u6C88\u6CA1\u3057\u305F"_s, "Shift_JIS") << QByteArray("x-sjis") << u"\u30D5\u30A7\u30EA\u30FC\u304C\u6C88\u6CA1\u3057\u305F"_s << u"Shift_JIS"_s << false;
        QTest::newRow("wrongly declared utf-8") << encoded(kRussian, "windows-1251") << QByteArray("utf-8") << kRussian << u"windows-1251"_s << true;
        QTest::newRow("utf-7 is refused") << QByteArray("+ADw-script+AD4-") << QByteArray("utf-7") << u"+ADw-script+AD4-"_s << u"UTF-8"_s << false;
        QTest::newRow("unknown label") << kFrench.toUtf8() << QByteArray("x-nonsense") << kFrench << u"UTF-8"_s << false;
        const QString quoted = u"\u201CIt sank,\u201D he said."_s;
        QTest::newRow("one broken byte, declared utf-8") << QByteArray("\xFF ") + quoted.toUtf8() << QByteArray("utf-8") << QString(QChar(0xFFFD)) + u' ' + quoted << u"UTF-8"_s << true;
        QTest::newRow("lone surrogates, declared utf-8") << QByteArray("A \xED\xA0\x80 ") + quoted.toUtf8() << QByteArray("utf-8") << u"A \uFFFD\uFFFD\uFFFD "_s + quoted << u"UTF-8"_s << true;
        QTest::newRow("only bytes that nobody writes, declared utf-8") << QByteArray("\xFFIt sank,\xFF he said.") << QByteArray("utf-8") << u"\uFFFDIt sank,\uFFFD he said."_s << u"UTF-8"_s << true;
        QTest::newRow("one broken byte in ten") << QByteArray("caf\xE9 ") + (quoted + quoted).toUtf8() << none << u"caf\uFFFD "_s + quoted + quoted << u"UTF-8"_s << true;
        QTest::newRow("lone surrogate, nothing declared") << QByteArray("A \xED\xA0\x80 and a \xEF\xBF\xBD of old") << none << u"A \uFFFD\uFFFD\uFFFD and a \uFFFD of old"_s << u"UTF-8"_s << true;
        QTest::newRow("legacy text in spite of the label") << QByteArray("caf\xE9 d\xE9j\xE0 \xAB oui \xBB tr\xE8s \xC3\xA9") << QByteArray("utf-8") << u"caf\u00E9 d\u00E9j\u00E0 \u00AB oui \u00BB tr\u00E8s \u00C3\u00A9"_s << u"windows-1252"_s << true;
        QTest::newRow("cut in a character") << kFrench.toUtf8().chopped(1) + "\xC3" << none << kFrench.chopped(1) + QChar(0xFFFD) << u"UTF-8"_s << false;
    }

    void decode_bytes_giveTextAndCharset()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, declared);
        QFETCH(QString, text);
        QFETCH(QString, charset);
        QFETCH(bool, isDoubtful);
        const reading::Decoded decoded = reading::decode(bytes, declared);
        QCOMPARE(decoded.text, text);
        QCOMPARE(decoded.charset, charset);
        QCOMPARE(decoded.isDoubtful, isDoubtful);
    }

    void declaredCharset_ofPages_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("charset");
        QTest::newRow("meta") << QByteArray("<meta charset=windows-1251>") << QByteArray("windows-1251");
        QTest::newRow("http-equiv") << QByteArray("<META http-equiv='Content-Type' content='text/html; charset=KOI8-R'>") << QByteArray("KOI8-R");
        QTest::newRow("xml") << QByteArray("<?xml version='1.0' encoding=\"iso-8859-2\"?>") << QByteArray("iso-8859-2");
        QTest::newRow("none") << QByteArray("<p>The charset=utf-8 of a page</p>") << QByteArray();
    }

    void declaredCharset_ofPages()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, charset);
        QCOMPARE(reading::declaredCharset(bytes), charset);
    }

    /// A few zeros and small numbers once passed for UTF-32.
    void looksLikeText_bytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isText");
        QTest::newRow("ascii") << QByteArray("The ferry left.") << true;
        QTest::newRow("windows-1251") << encoded(kRussian, "windows-1251") << true;
        for (const char *const charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            QTest::addRow("French in %s", charset) << encoded(kFrench, charset) << true;
            QTest::addRow("Russian in %s", charset) << encoded(kRussian, charset) << true;
        }
        QTest::newRow("text with two zeros") << QByteArray("The ferry left\0 Halvern harbour at nine\0 and never came back.", 60) << true;
        QTest::newRow("text with ten zeros") << QByteArray("The f\0rry left. ", 16).repeated(10) << false;
        QTest::newRow("few bytes with a zero") << QByteArray("ab\0cd", 5) << false;
        QTest::newRow("numbers") << QByteArray("\0\1\2\3\0\0\0\x7f\0\0", 10) << false;
        QByteArray shorts;
        QByteArray longs;
        for (char number = 0; number < 100; ++number) {
            shorts += QByteArray(1, number) + QByteArray(1, '\0');
            longs += QByteArray(1, number) + QByteArray(3, '\0');
        }
        QTest::newRow("16-bit numbers") << shorts << false;
        QTest::newRow("32-bit numbers") << longs << false;
        QTest::newRow("zeros") << QByteArray(64, '\0') << false;
    }

    void looksLikeText_bytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isText);
        QCOMPARE(reading::looksLikeText(bytes), isText);
    }

    void readBytes_wrongCharset_isReadPartlyWithTheProblem_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("page") << QByteArray("<html><head><meta charset=utf-8></head><body><p>");
        QTest::newRow("mail") << QByteArray("From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n");
    }

    void readBytes_wrongCharset_isReadPartlyWithTheProblem()
    {
        QFETCH(QByteArray, before);
        const model::Article article = reading::test::readOne(before + encoded(kRussian + u' ' + kRussian, "windows-1251"));
        QCOMPARE(reading::test::outcomeOf(article), u"partly charset-doubtful language-not-compared"_s);
        QVERIFY2(article.text.contains(kRussian), qPrintable(article.text));
    }
};

QTEST_GUILESS_MAIN(CharsetTest)
#include "charset_test.moc"
