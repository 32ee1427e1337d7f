#include "base/result.h"

#include <QSet>
#include <QtTest>

using namespace variorum::base;

class ErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every code has its own name and a sentence that ends and, where a file is meant, names it.
    void codes_all_haveNameAndSentence()
    {
        QSet<QString> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const auto each = static_cast<ErrorCode>(code);
            const QString sentence = describe({.code = each, .path = QStringLiteral("x 100%2.html"), .detail = {}});
            QVERIFY2(!errorCodeName(each).isEmpty() && !names.contains(errorCodeName(each)), qPrintable(errorCodeName(each)));
            names.insert(errorCodeName(each));
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            if (each != ErrorCode::Cancelled)
                QVERIFY2(sentence.contains(QLatin1String("x 100%2.html")), qPrintable(sentence));
        }
    }

    void describe_partOfAFile_namesBothAndSaysWhatIsLeft_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isTotal");
        QTest::addColumn<QString>("start");
        const auto row = [](const char *name, ErrorCode code, bool isTotal, const char *start) { QTest::newRow(name) << static_cast<int>(code) << isTotal << QString::fromLatin1(start); };
        row("empty", ErrorCode::EmptyFile, true, "b %2.txt in a.zip is empty.");
        row("cut, some kept", ErrorCode::Truncated, false, "b %2.txt in a.zip ends in the middle; what is there was kept.");
        row("cut, nothing kept", ErrorCode::Truncated, true, "b %2.txt in a.zip ends in the middle and could not be read.");
        row("damaged, nothing kept", ErrorCode::Malformed, true, "b %2.txt in a.zip is damaged and could not be read.");
        row("too deep, nothing kept", ErrorCode::TooComplex, true, "b %2.txt in a.zip is nested too deeply and was not read.");
        row("attachment", ErrorCode::AttachmentNotRead, false, "b %2.txt in a.zip was not read.");
    }
    void describe_partOfAFile_namesBothAndSaysWhatIsLeft()
    {
        QFETCH(int, code);
        QFETCH(bool, isTotal);
        QFETCH(QString, start);
        const QString sentence = describe({.code = static_cast<ErrorCode>(code), .path = QStringLiteral("a.zip"), .detail = {}, .member = QStringLiteral("b %2.txt"), .isTotal = isTotal});
        QVERIFY2(sentence.startsWith(start), qPrintable(sentence));
    }

    void result_ofValueAndError_tellsThemApart()
    {
        const Result<int> value = 7;
        const Result<int> error = Error{.code = ErrorCode::EmptyFile, .path = QStringLiteral("a"), .detail = {}};
        QVERIFY(value.hasValue());
        QCOMPARE(*value, 7);
        QVERIFY(!error.hasValue());
        QCOMPARE(error.error().code, ErrorCode::EmptyFile);
        const Result<void> done;
        const Result<void> failed = Error{.code = ErrorCode::DiskFull, .path = {}, .detail = {}};
        QVERIFY(done.hasValue());
        QVERIFY(!failed.hasValue());
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "error_test.moc"
