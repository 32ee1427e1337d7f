#include "base/text_folding.h"

#include <QtTest>

using namespace variorum;

class TextFoldingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folding_texts_givesComparableForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("withoutMarks");
        QTest::addColumn<QString>("plainForm");
        QTest::addColumn<QString>("lettersAndDigits");
        const auto row = [](const char *name, const char *text, const char *marks, const char *plain, const char *letters) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(marks) << QString::fromUtf8(plain) << QString::fromUtf8(letters);
        };
        row("empty", "", "", "", "");
        row("accents", "Caf\xC3\xA9 ZO\xC3\x8B", "cafe zoe", "cafe zoe", "cafezoe");
        row("accents apart", "Cafe\xCC\x81", "cafe", "cafe", "cafe");
        row("compatibility", "\xEF\xAC\x81n\xE2\x84\xA2 \xC2\xBD", "fintm 1\xE2\x81\x84"
                                                                   "2",
            "fintm 1\xE2\x81\x84"
            "2",
            "fintm12");
        row("apostrophes", "O\xE2\x80\x99"
                           "Brien's",
            "o\xE2\x80\x99"
            "brien's",
            "o'brien's", "obriens");
        row("hyphens", "al\xE2\x80\x91Shams \xE2\x80\x93 x", "al\xE2\x80\x90shams \xE2\x80\x93 x", "al-shams - x", "alshamsx");
        row("spaces", "  New\xC2\xA0York\n City ", "  new york\n city ", "new york city", "newyorkcity");
        row("dotted capital", "\xC4\xB0zmir", "izmir", "izmir", "izmir");
        row("other scripts", "\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC 7", "\xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC 7", "\xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC 7", "\xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC"
                                                                                                                                                                       "7");
    }

    void folding_texts_givesComparableForms()
    {
        QFETCH(QString, text);
        QTEST(base::withoutMarks(text), "withoutMarks");
        QTEST(base::plainForm(text), "plainForm");
        QTEST(base::lettersAndDigits(text), "lettersAndDigits");
    }
};

QTEST_GUILESS_MAIN(TextFoldingTest)
#include "text_folding_test.moc"
