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
