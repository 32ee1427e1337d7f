#include "ui/value_label.h"

#include <QtTest>

using namespace variorum;
using model::DivergenceKind;

class ValueLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void valueLabel_ofPrintedForm_readsAsAPersonWouldWrite_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("label");
        const auto row = [](DivergenceKind kind, const char *printed, const char *label) {
            QTest::newRow(printed) << static_cast<int>(kind) << QString::fromUtf8(printed) << QString::fromUtf8(label);
        };
        using enum DivergenceKind;
        row(Quantity, "21 carriage", "21 carriages");
        row(Quantity, "1 carriage", "1 carriage");
        row(Quantity, ">=20 heavy carriage", "at least 20 heavy carriages");
        row(Quantity, "<=8 [kn_i]", "at most 8 knots");
        row(Quantity, ">200 person", "more than 200 people");
        row(Quantity, "<3 child", "less than 3 children");
        row(Quantity, "~37 [mi_i]/h", "about 37 mph");
        row(Quantity, "20..25 %", "20 to 25 %");
        row(Quantity, "3e6 USD", "$3 million");
        row(Quantity, "1.5e9", "1.5 billion");
        row(Quantity, "12500 body", "12,500 bodies");
        row(Quantity, "-4 Cel", "-4 deg C");
        row(Quantity, "11", "11");
        row(Quantity, "not a number", "not a number");
        row(Quantity, "", "");
        row(Time, "2023-09-12", "12 September 2023");
        row(Time, "2023-09", "September 2023");
        row(Time, "2023", "2023");
        row(Time, "2023-W37", "week 37 of 2023");
        row(Time, "2023-09-10TAF", "10 September 2023, afternoon");
        row(Time, "2023-09-10T06:50", "10 September 2023, 06:50");
        row(Time, "2019/2023", "2019 to 2023");
        row(Time, ">2023-09-12", "after 12 September 2023");
        row(Time, "<=2023-09-12", "12 September 2023 or earlier");
        row(Time, "P4Y", "4 years");
        row(Time, "P1D", "1 day");
        row(Time, ">P4Y", "more than 4 years");
        row(Time, "PT40M", "40 minutes");
        row(Time, "P2M", "2 months");
        row(Time, "2023-02-31", "2023-02-31");
        row(Time, "FUTURE_REF", "FUTURE_REF");
        row(Polarity, "negative", "it is not so");
        row(Polarity, "positive", "it is so");
        row(Certainty, "possible", "as possible");
        row(Certainty, "something else", "something else");
        row(Place, "Port Merrin", "Port Merrin");
    }

    void valueLabel_ofPrintedForm_readsAsAPersonWouldWrite()
    {
        QFETCH(int, kind);
        QFETCH(QString, printed);
        QFETCH(QString, label);
        QString made = ui::valueLabel(static_cast<DivergenceKind>(kind), printed);
        QCOMPARE(made.replace(QChar(0xa0), u' '), label);
    }
};

QTEST_GUILESS_MAIN(ValueLabelTest)
#include "value_label_test.moc"
