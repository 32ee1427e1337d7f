#include "model/readable_value.h"

#include <QtTest>

using namespace variorum;
using model::DivergenceKind;

class ReadableValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readableValue_ofPrintedForm_isInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("expected");
        const auto row = [](DivergenceKind kind, const char *printed, const char *expected) {
            QTest::newRow(printed) << static_cast<int>(kind) << QString::fromUtf8(printed) << QString::fromUtf8(expected);
        };
        using enum DivergenceKind;
        row(Quantity, "2 helicopter", "2 helicopters");
        row(Quantity, "450 passenger", "450 passengers");
        row(Quantity, "1 passenger", "1 passenger");
        row(Quantity, ">=160 people", "at least 160 people");
        row(Quantity, "54 a", "54 years old");
        row(Quantity, "1 a", "1 year old");
        row(Quantity, "<=8 [kn_i]", "at most 8 knots");
        row(Quantity, "~37 [mi_i]/h", "about 37 mph");
        row(Quantity, "120000 EUR", "€120,000");
        row(Quantity, "2..3 USD", "$2 to 3");
        row(Quantity, "-5 EUR", "-5 EUR");
        row(Quantity, "5 CHF", "5 CHF");
        row(Quantity, "Plan a", "Plan a");
        row(Time, "2024-03-14TMO", "14 March 2024, morning");
        row(Time, "<2024-03-14T08:00", "before 14 March 2024, 08:00");
        row(Time, "P1Y", "1 year");
        row(Time, "T07:40", "07:40");
        row(Time, "TMO", "morning");
        row(Place, "2 helicopter", "2 helicopter");
        row(Polarity, "negative", "it is not so");
        row(Certainty, "asserted", "stated as fact");
        row(Certainty, "planned", "planned");
        row(Certainty, "not, possible", "that it is not so: as possible");
    }

    void readableValue_ofPrintedForm_isInWords()
    {
        QFETCH(int, kind);
        QFETCH(QString, printed);
        QFETCH(QString, expected);
        QString made = model::readableValue(static_cast<DivergenceKind>(kind), printed, QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(made.replace(QChar(QChar::Nbsp), u' '), expected);
    }
};

QTEST_GUILESS_MAIN(ReadableValueTest)
#include "readable_value_test.moc"
